package exchange_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/exchange"
)

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
		want := []string{
			"A4 日期：日期请写成 2026-11-24 的样子。", "A5 日期：日期不能晚于今天。", "F6 数量：请填数字，不要带单位或文字。",
			"J6 查验结果：只能填：合格、不合格。", "C7 产品名称：请填写产品名称。", "H7 供货单位：请填写供货单位。",
		}
		if diff := cmp.Diff(want, told(got)); diff != "" || got.State != "faulty" || got.Rows != 5 || got.FaultRows != 4 {
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

// What is asked twice is answered as the first time, and a neighbour's file is
// none of ours.
func TestRepeatedAndForeignFiles(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		in := &api.UploadTableInput{Import: string(w.NewID()), Table: "purchases", Name: "台账.xlsx", RawBody: file(t, good(1), good(2))}
		upload := func(g access.Grant, table string) (api.Import, error) {
			again := *in
			again.Table = table
			out, err := w.Upload(t.Context(), g, &again)
			if err != nil {
				return api.Import{}, err
			}
			return out.Body, nil
		}
		first, err := upload(w.As(t, access.Director, "exchange.import"), "purchases")
		if err != nil {
			t.Fatal(err)
		}
		second, err := upload(w.As(t, access.Director, "exchange.import"), "purchases")
		if diff := cmp.Diff(first, second); diff != "" || err != nil {
			t.Errorf("repeated: %v (-first +second):\n%s", err, diff)
		}
		if _, err := upload(w.As(t, access.Director, "exchange.import"), "deliveries"); !errors.Is(err, exchange.ErrIDTaken) {
			t.Errorf("the id of another table's file: %v", err)
		}
		if _, err := upload(w.As(t, access.Principal, "exchange.import"), "purchases"); !errors.Is(err, exchange.ErrIDTaken) {
			t.Errorf("the id of another person's file: %v", err)
		}
		w.work(t)
		accept := &api.AcceptImportInput{Import: first.ID}
		accept.Body.Errand = string(w.NewID())
		other := w.Found(t)
		if _, err := w.Accept(t.Context(), other.As(t, access.Director, "exchange.import"), accept); !errors.Is(err, exchange.ErrNotFound) {
			t.Errorf("a neighbour accepts: %v", err)
		}
		for range 2 {
			if _, err := w.Accept(t.Context(), w.As(t, access.Director, "exchange.import"), accept); err != nil {
				t.Fatal(err)
			}
			w.work(t)
		}
		if n := w.purchases(t); n != 2 {
			t.Errorf("%d rows are stored", n)
		}
	})
}

// A row that was good when it was tried may not be any more: it is named, and
// nothing of its batch is stored.
func TestRowThatTurnedIsNamed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		body := table(t, siteHead, []any{"东门店", "门店", ""}, []any{"南门店", "门店", ""})
		first, second := w.tried(t, "sites", body), w.tried(t, "sites", table(t, siteHead, []any{"西门店", "门店", ""}, []any{"南门店", "门店", ""}))
		if _, err := w.accept(t, first.ID); err != nil {
			t.Fatal(err)
		}
		got, err := w.accept(t, second.ID)
		if err != nil || got.State != "storing" || got.Stored != 0 {
			t.Fatalf("accepted: %+v, %v", got, err)
		}
		out, err := w.app.Errands.Read(t.Context(), w.As(t, access.Director, "errand.read"), &api.ErrandInput{InEnterprise: api.InEnterprise{Enterprise: string(w.Enterprise)}, Errand: got.Storing})
		if err != nil || out.Body.State != "failed" || !strings.HasPrefix(out.Body.ErrorText, "第 3 行检查时没有问题，导入时不能保存：【场所名称】") {
			t.Errorf("errand: %+v, %v", out, err)
		}
		if lines := w.taken(t, "sites"); len(lines) != 4 {
			t.Errorf("sites: %v", lines)
		}
	})
}
