package exchange_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/exchange"
	"zhize/internal/goods"
	"zhize/internal/platform/db"
	"zhize/internal/platform/sheet"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

type world struct {
	testkit.World
	testkit.Fixture
	*exchange.Service
	app *app.App
}

// engines gives each test a database of its own: a worker works on all that
// waits, and must not meet a neighbouring test's errands.
func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	run := func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		fn(t, world{w, w.Found(t), a.Exchange, a})
	}
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.OwnPostgres(t))
	})
}

var headings = []any{"日期*", "场所", "产品名称", "规格型号", "批号", "数量", "单位", "供货单位", "合格证或证书编号", "查验结果", "说明"}

// file makes a file of purchases, with the heading in the second row.
func file(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	return table(t, append([][]any{{"进货台账（第四季度）"}, headings}, rows...)...)
}

// table makes a file of any table.
func table(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for n, cells := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", n+1), &cells); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// overlong is a file of purchases with one row more than is taken; the rows say
// little, for the race detector is slow.
var overlong = sync.OnceValues(func() ([]byte, error) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err == nil {
		err = w.SetRow("A1", headings)
	}
	for n := 0; err == nil && n <= sheet.MostRows; n++ {
		err = w.SetRow(fmt.Sprintf("A%d", n+2), []any{"2026-11-20"})
	}
	var b bytes.Buffer
	err = errors.Join(err, w.Flush(), f.Write(&b))
	return b.Bytes(), err
})

func good(n int) []any {
	return []any{"2026-11-20", "", "插座", "三位", fmt.Sprintf("B%05d", n), 12.5, "箱", "晨星电器（虚构）", "CCC-1", "合格", ""}
}

func (w world) upload(t *testing.T, role access.Role, table string, body []byte) (api.Import, error) {
	t.Helper()
	in := &api.UploadTableInput{Import: string(w.NewID()), Table: table, Name: "台账.xlsx", RawBody: body}
	out, err := w.Upload(t.Context(), w.As(t, role, "exchange.import"), in)
	if err != nil {
		return api.Import{}, err
	}
	return out.Body, nil
}

// tried brings a file and waits until it was tried.
func (w world) tried(t *testing.T, table string, body []byte) api.Import {
	t.Helper()
	one, err := w.upload(t, access.Principal, table, body)
	if err != nil {
		t.Fatal(err)
	}
	w.work(t)
	return w.read(t, one.ID)
}

func (w world) work(t *testing.T) {
	t.Helper()
	w.app.Errands.WorkOnce(t.Context())
}

// brought brings a file without a fault and stores it.
func (w world) brought(t *testing.T, table string, body []byte) api.Import {
	t.Helper()
	got := w.tried(t, table, body)
	if got.State != "ready" {
		t.Fatalf("%s is %s: %+v", table, got.State, got.Faults)
	}
	got, err := w.accept(t, got.ID)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// told are the faults by cell and column.
func told(i api.Import) []string {
	var all []string
	for _, f := range i.Faults {
		all = append(all, f.Cell+" "+f.Column+"："+f.Text)
	}
	return all
}

func (w world) read(t *testing.T, file string) api.Import {
	t.Helper()
	out, err := w.Read(t.Context(), w.As(t, access.Director, "exchange.import"), &api.ImportInput{Import: file})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) accept(t *testing.T, file string) (api.Import, error) {
	t.Helper()
	in := &api.AcceptImportInput{Import: file}
	in.Body.Errand = string(w.NewID())
	out, err := w.Accept(t.Context(), w.As(t, access.Principal, "exchange.import"), in)
	if err != nil {
		return api.Import{}, err
	}
	w.work(t)
	return w.read(t, out.Body.ID), nil
}

func (w world) purchases(t *testing.T) int {
	t.Helper()
	n := 0
	err := w.DB.Read(t.Context(), w.As(t, access.Director, "goods.read"), func(tx *db.Tx) error {
		return w.app.Goods.Each(tx, goods.Purchase, "2026-01-01", "2026-12-31", func(api.GoodsEntry) error { n++; return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (w world) result(t *testing.T, errand string) []byte {
	t.Helper()
	out, err := w.app.Errands.Download(t.Context(), w.As(t, access.Director, "errand.read"), &api.ErrandInput{InEnterprise: api.InEnterprise{Enterprise: string(w.Enterprise)}, Errand: errand})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Content.Close() //nolint:errcheck // read only
	b, err := io.ReadAll(out.Content)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// taken takes a table out and returns its lines.
func (w world) taken(t *testing.T, name string) [][]string {
	t.Helper()
	in := &api.ExportTableInput{Errand: string(w.NewID())}
	in.Body.Table, in.Body.Format = name, "csv"
	out, err := w.Export(t.Context(), w.As(t, access.Principal, "exchange.export"), in)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	w.work(t)
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(w.result(t, out.Body.ID), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return lines
}
