package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/sheet"
	"zhize/internal/rig"
)

// importRows is how many rows are brought.
const importRows = 10_000

// brought are the tables that are measured: that with the most rows in practice,
// and those of which a row does most.
var brought = []struct {
	table, what string
	columns     []string
	row         func(n int) []any
}{
	{"purchases", "purchase log", []string{"日期", "产品名称", "规格型号", "批号", "数量", "单位", "供货单位", "合格证或证书编号", "查验结果", "说明"}, func(n int) []any {
		return []any{firstDay + n%200, "插座", "三位 " + strconv.Itoa(n%9), fmt.Sprintf("B%06d", n), float64(n%40) + 0.5, "箱", fmt.Sprintf("虚构电器%02d", n%60), fmt.Sprintf("CCC-%05d", n), "合格", ""}
	}},
	{"people", "people, a letter of appointment and an account each", []string{"姓名", "登录名", "拟任岗位", "任职方式"}, func(n int) []any {
		return []any{fmt.Sprintf("虚构%05d", n), fmt.Sprintf("bench.%05d", n), "质量安全员", "兼职"}
	}},
	{"licences", "certificates, each with its expiry as a duty", []string{"证照种类", "证书编号", "证书名称", "持证人或设备", "生效日期", "有效期至"}, func(n int) []any {
		return []any{"供应商资质", fmt.Sprintf("GYS-%05d", n), "营业执照", fmt.Sprintf("虚构电器%05d", n), firstDay - 400, firstDay + 600 + n%300}
	}},
}

// firstDay is 2025-12-09, as spreadsheets count.
const firstDay = 46000

// imports measures files that are brought, on both databases: from sending one
// until every row was tried, and from accepting it until every row is stored.
func (b *bench) imports(ctx context.Context) error {
	for _, one := range brought {
		body, err := workbook(one.columns, one.row)
		if err != nil {
			return err
		}
		if err := b.importInto(ctx, "SQLite", one.table, one.what, body); err != nil {
			return err
		}
		database, err := rig.NewDatabase(ctx, b.admin)
		if err != nil {
			return err
		}
		err = b.importInto(ctx, "PostgreSQL", one.table, one.what, body, database.Env()...)
		if err := errors.Join(err, database.Drop(context.WithoutCancel(ctx))); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) importInto(ctx context.Context, engine, table, what string, body []byte, env ...string) error {
	site, err := rig.NewSite(filepath.Join(b.folder, "import "+table+" "+engine), env...)
	if err != nil {
		return err
	}
	a, err := site.Open(ctx)
	if err != nil {
		return err
	}
	shops, err := rig.Found(ctx, a, 1, 1)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	p, err := site.Start(ctx, b.binary)
	if err != nil {
		return err
	}
	defer p.Stop()
	client := rig.NewClient(p.URL, 1)
	defer client.Close()
	token, err := client.Login(ctx, shops[0].Login, 0)
	if err != nil {
		return err
	}
	of := "/enterprises/" + string(shops[0].Enterprise) + "/imports/" + string(rig.Number(rig.KindFresh, 1))
	load := busy()
	began := clock.Real{}.Now()
	if err := refused(client.Do(ctx, "PUT", of+"?table="+table+"&name=bench.xlsx", token, body, "Content-Type", "application/octet-stream")); err != nil {
		return err
	}
	if err := becomes(ctx, client, token, of, "ready"); err != nil {
		return err
	}
	tried := clock.Real{}.Now()
	accept := fmt.Appendf(nil, `{"errand":%q}`, rig.Number(rig.KindFresh, 2))
	if err := refused(client.Do(ctx, "POST", of+"/acceptance", token, accept)); err != nil {
		return err
	}
	if err := becomes(ctx, client, token, of, "stored"); err != nil {
		return err
	}
	took := clock.Real{}.Now().Sub(tried)
	b.add(fmt.Sprintf("import of %d rows (%s), %s", importRows, table, engine),
		fmt.Sprintf("tried in **%.1f s**, stored in **%.1f s**; %d MB RSS at most", tried.Sub(began).Seconds(), took.Seconds(), resident(strconv.Itoa(p.ID()), "VmHWM")),
		"< 20 s each", what+"; every row by the rules of its form and sealed in the chain; from asking until it is done; load before: "+load)
	return nil
}

// becomes waits until the import is in the state.
func becomes(ctx context.Context, client *rig.Client, token, path, state string) error {
	for {
		answer, err := client.Get(ctx, path, token)
		if err := refused(answer, err); err != nil {
			return err
		}
		var i api.Import
		if err := json.Unmarshal(answer.Body, &i); err != nil {
			return err
		}
		switch {
		case i.State == state && (state != "stored" || i.Stored == importRows):
			return nil
		case i.State == "faulty":
			return fmt.Errorf("the file has faults: %+v", i.Faults)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// workbook makes a file as a spreadsheet saves it: days are numbers.
func workbook(titles []string, row func(n int) []any) ([]byte, error) {
	var columns []sheet.Column
	for _, title := range titles {
		columns = append(columns, sheet.Column{Title: title})
	}
	var out bytes.Buffer
	w, err := sheet.NewXLSX(&out, "表格", columns)
	if err != nil {
		return nil, err
	}
	for n := range importRows {
		if err := w.Row(row(n)...); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// busy is how loaded the machine was over the last minute, where Linux tells it.
func busy() string {
	content, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	first, _, _ := strings.Cut(string(content), " ")
	return first
}
