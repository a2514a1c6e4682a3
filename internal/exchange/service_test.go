package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/exchange"
	"zhize/internal/goods"
	"zhize/internal/platform/db"
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
	f := excelize.NewFile()
	for n, cells := range append([][]any{{"进货台账（第四季度）"}, headings}, rows...) {
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
	one, err := w.upload(t, access.Director, table, body)
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
	out, err := w.Accept(t.Context(), w.As(t, access.Director, "exchange.import"), in)
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

func TestEveryBadCellIsNamedAndNothingIsStored(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		bad := [][]any{
			{"11/24/2026", "", "插座", "", "", 1, "箱", "甲", "", "合格", ""},
			{"2026-12-24", "", "插座", "", "", 1, "箱", "甲", "", "合格", ""},
			{"2026年11月2日", "南门店", "插座", "", "", "三箱", "箱", "甲", "", "还行", ""},
			{20261103, "", "", "", "", 1, "箱", "", "", "不合格", ""},
		}
		got := w.tried(t, "purchases", file(t, append([][]any{good(1)}, bad...)...))
		var told []string
		for _, f := range got.Faults {
			told = append(told, fmt.Sprintf("%s %s", f.Cell, f.Column))
		}
		want := []string{"A4 日期", "A5 日期", "F6 数量", "J6 查验结果", "C7 产品名称", "H7 供货单位"}
		if diff := cmp.Diff(want, told); diff != "" || got.State != "faulty" || got.Rows != 5 || got.FaultRows != 4 {
			t.Errorf("%s, %d rows, %d bad (-want +got):\n%s", got.State, got.Rows, got.FaultRows, diff)
		}
		if n := w.purchases(t); n != 0 {
			t.Errorf("%d rows are stored", n)
		}
		if _, err := w.accept(t, got.ID); !errors.Is(err, exchange.ErrNotReady) {
			t.Errorf("a faulty file is accepted: %v", err)
		}
		// The person's own file comes back with a column of what is wrong.
		f, err := excelize.OpenReader(bytes.NewReader(w.result(t, got.ID)))
		if err != nil {
			t.Fatal(err)
		}
		heading, _ := f.GetCellValue("Sheet1", "L2")
		clean, _ := f.GetCellValue("Sheet1", "L3")
		words, _ := f.GetCellValue("Sheet1", "L6")
		if heading != "需要修改的地方" || clean != "" || !strings.Contains(words, "【数量】") || !strings.Contains(words, "【查验结果】只能填：合格、不合格。") {
			t.Errorf("annotated: %q %q %q", heading, clean, words)
		}
	})
}

func TestGoodFileIsStoredOnceWhenAccepted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var rows [][]any
		for n := range 450 {
			rows = append(rows, good(n))
		}
		got := w.tried(t, "purchases", file(t, rows...))
		if got.State != "ready" || got.Rows != 450 || len(got.Faults) != 0 || w.purchases(t) != 0 {
			t.Fatalf("tried: %s, %d rows, %v, %d stored", got.State, got.Rows, got.Faults, w.purchases(t))
		}
		got, err := w.accept(t, got.ID)
		if err != nil || got.State != "stored" || got.Stored != 450 || w.purchases(t) != 450 {
			t.Fatalf("accepted: %+v, %v, %d stored", got, err, w.purchases(t))
		}
		if _, err := w.accept(t, got.ID); !errors.Is(err, exchange.ErrNotReady) {
			t.Errorf("accepted twice: %v", err)
		}
		for _, format := range []string{"csv", "xlsx"} {
			in := &api.ExportTableInput{Errand: string(w.NewID())}
			in.Body.Table, in.Body.Format = "purchases", format
			out, err := w.Export(t.Context(), w.As(t, access.Director, "exchange.export"), in)
			if err != nil {
				t.Fatal(err)
			}
			w.work(t)
			body := w.result(t, out.Body.ID)
			if format == "csv" && strings.Count(string(body), "\r\n") != 451 {
				t.Errorf("csv has %d lines", strings.Count(string(body), "\r\n"))
			}
			if format == "xlsx" && !bytes.HasPrefix(body, []byte("PK")) {
				t.Error("no xlsx")
			}
		}
	})
}

func TestFilesThatCannotBeTaken(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if _, err := w.upload(t, access.Director, "purchases", []byte("x")); !errors.Is(err, exchange.ErrFormat) {
			t.Errorf("no file: %v", err)
		}
		if _, err := w.upload(t, access.Director, "nothing", file(t, good(1))); !errors.Is(err, exchange.ErrTable) {
			t.Errorf("no table: %v", err)
		}
		if got := w.tried(t, "purchases", file(t)); got.State != "faulty" || len(got.Faults) != 1 {
			t.Errorf("a file without rows: %+v", got)
		}
		if got := w.tried(t, "sites", file(t, good(1))); got.State != "faulty" || !strings.Contains(got.Faults[0].Text, "表头") {
			t.Errorf("another table's file: %+v", got)
		}
		other := w.Found(t)
		one, err := w.upload(t, access.Director, "purchases", file(t, good(1)))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{one.ID, string(w.NewID()), "x"} {
			if _, err := w.Read(t.Context(), other.As(t, access.Director, "exchange.import"), &api.ImportInput{Import: file}); !errors.Is(err, exchange.ErrNotFound) {
				t.Errorf("a neighbour reads %s: %v", file, err)
			}
		}
	})
}

func TestOtherTablesComeInByTheirOwnRules(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		table := func(rows ...[]any) []byte {
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
		for name, body := range map[string][]byte{
			"sites":       table([]any{"场所名称", "种类", "地址"}, []any{"南门店", "门店", "南门路 1 号"}),
			"products":    table([]any{"产品名称", "产品类别", "适用制度"}, []any{"插座", "其他", "CCC认证"}),
			"risk-items":  table([]any{"产品类别", "环节", "风险点", "管控措施", "检查频次", "纳入", "责任岗位"}, []any{"通用", "进货", "无合格证", "核对合格证", "每日", "日管控", "质量安全员"}),
			"licences":    table([]any{"证照种类", "证书编号", "持证人或设备", "生效日期", "有效期至"}, []any{"计量检定（校准）证书", "J-1", "电子秤", "2026-01-01", "2026-12-31"}),
			"transcripts": table([]any{"记录种类", "日期", "签字人", "内容"}, []any{"每日检查", "2026-01-05", "某某", "无异常"}),
		} {
			got := w.tried(t, name, body)
			if got.State != "ready" {
				t.Errorf("%s is %s: %+v", name, got.State, got.Faults)
				continue
			}
			if got, err := w.accept(t, got.ID); err != nil || got.State != "stored" || got.Stored != 1 {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
		}
		list, err := w.app.Transcripts.List(t.Context(), w.As(t, access.Officer, "transcript.read"), &api.ListTranscriptsInput{Page: api.Page{Limit: 9}})
		if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].Who != "某某" {
			t.Errorf("transcripts: %+v, %v", list, err)
		}
	})
}

// Faults beyond those that are shown still stand in the file.
func TestManyFaultsAreCounted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var rows [][]any
		for n := range 900 {
			row := good(n)
			if n%3 > 0 {
				row[9] = "不知道"
			}
			rows = append(rows, row)
		}
		got := w.tried(t, "purchases", file(t, rows...))
		if got.FaultRows != 600 || len(got.Faults) != 500 || w.purchases(t) != 0 {
			t.Errorf("%d bad rows, %d told, %d stored", got.FaultRows, len(got.Faults), w.purchases(t))
		}
	})
}
