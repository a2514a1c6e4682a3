package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/exchange"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
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
			"A4 日期：日期请写成 2026-11-24 的样子。", "A5 日期：日期不能晚于今天。", "B6 场所：没有在营的场所“南门店”，请填写现有的：“门店”。", "F6 数量：请填数字，不要带单位或文字。",
			"J6 查验结果：只能填：合格、不合格。", "C7 产品名称：请填写产品名称。", "H7 供货单位：请填写供货单位。", "K7 说明：请写明哪里不合格、货物怎么处理的。",
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
		body, err := overlong()
		if err != nil {
			t.Fatal(err)
		}
		if got := w.tried(t, "purchases", body); got.State != "faulty" || len(got.Faults) != 1 || got.Faults[0].Said.Code != "exchange.file.too_long" {
			t.Errorf("a file of one row too many: %+v", got)
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

// Rows that were good when they were tried may not be any more: then nothing is
// stored, every one of them is named, and the person's own file comes back. What
// was mended is stored whole, and nothing twice.
func TestRowsThatTurned(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		site := func(name string) []any { return []any{name, "门店", ""} }
		var many [][]any
		for n := range 205 {
			many = append(many, site(fmt.Sprintf("摊位%d", n)))
		}
		first := w.tried(t, "sites", table(t, siteHead, site("东门店"), site("南门店")))
		second := w.tried(t, "sites", table(t, append(append([][]any{siteHead}, many...), site("南门店"), site("西门店"), site("东门店"))...))
		if _, err := w.accept(t, first.ID); err != nil {
			t.Fatal(err)
		}
		got, err := w.accept(t, second.ID)
		if diff := cmp.Diff([]string{"A207 场所名称：" + siteTwice, "A209 场所名称：" + siteTwice}, told(got)); diff != "" || err != nil || got.State != "faulty" || got.Stored != 0 || got.FaultRows != 2 {
			t.Fatalf("accepted: %s, %d stored, %v (-want +got):\n%s", got.State, got.Stored, err, diff)
		}
		if lines := w.taken(t, "sites"); len(lines) != 4 {
			t.Errorf("%d sites", len(lines)-1)
		}
		f, err := excelize.OpenReader(bytes.NewReader(w.result(t, got.Storing)))
		if err != nil {
			t.Fatal(err)
		}
		clean, _ := f.GetCellValue("Sheet1", "D208")
		words, _ := f.GetCellValue("Sheet1", "D209")
		if clean != "" || words != "【场所名称】"+siteTwice {
			t.Errorf("annotated: %q %q", clean, words)
		}
		if _, err := w.accept(t, second.ID); !errors.Is(err, exchange.ErrNotReady) {
			t.Errorf("accepted again: %v", err)
		}
		w.brought(t, "sites", table(t, append(append([][]any{siteHead}, many...), site("西门店"))...))
		if lines := w.taken(t, "sites"); len(lines) != 210 {
			t.Errorf("%d sites", len(lines)-1)
		}
	})
}

const siteTwice = "已有同名的在营场所，不需要再导入；确是另一处的，请用不同的名称。"

// There is a way on from everywhere: storing that was cancelled stored nothing and
// may be asked for again, trying that was cancelled is told as such.
func TestCancelledFilesGoOn(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		cancel := func(errand string) error {
			_, err := w.app.Errands.Cancel(t.Context(), w.As(t, access.Principal, "errand.cancel"), &api.ErrandInput{InEnterprise: api.InEnterprise{Enterprise: string(w.Enterprise)}, Errand: errand})
			return err
		}
		one, err := w.upload(t, access.Principal, "purchases", file(t, good(1)))
		if err = errors.Join(err, cancel(one.ID)); err != nil {
			t.Fatal(err)
		}
		w.work(t)
		if got := w.read(t, one.ID); got.State != "stopped" {
			t.Errorf("trying was cancelled: %s", got.State)
		}
		if _, err := w.accept(t, one.ID); !errors.Is(err, exchange.ErrNotReady) {
			t.Errorf("what was not tried is accepted: %v", err)
		}
		two := w.tried(t, "purchases", file(t, good(1), good(2)))
		in := &api.AcceptImportInput{Import: two.ID}
		in.Body.Errand = string(w.NewID())
		if _, err := w.Accept(t.Context(), w.As(t, access.Principal, "exchange.import"), in); err != nil {
			t.Fatal(err)
		}
		if got := w.read(t, two.ID); got.State != "storing" {
			t.Errorf("accepted: %s", got.State)
		}
		if err := cancel(in.Body.Errand); err != nil {
			t.Fatal(err)
		}
		w.work(t)
		out, err := w.ListImports(t.Context(), w.As(t, access.Principal, "exchange.import"), &api.InEnterprise{})
		if got := w.read(t, two.ID); err != nil || got.State != "ready" || w.purchases(t) != 0 {
			t.Errorf("storing was cancelled: %s, %v, %d stored", got.State, err, w.purchases(t))
		}
		for _, one := range out.Body.Items {
			if want := map[bool]string{true: "ready", false: "stopped"}[one.ID == two.ID]; one.State != want {
				t.Errorf("listed as %s, want %s", one.State, want)
			}
		}
		// The cancelled errand asked for again stays what it is; another stores.
		if again, err := w.Accept(t.Context(), w.As(t, access.Principal, "exchange.import"), in); err != nil || again.Body.State != "ready" {
			t.Errorf("the cancelled errand: %+v, %v", again, err)
		}
		if got, err := w.accept(t, two.ID); err != nil || got.State != "stored" || w.purchases(t) != 2 {
			t.Errorf("accepted again: %+v, %v, %d stored", got, err, w.purchases(t))
		}
		if err := cancel(w.read(t, two.ID).Storing); !errors.Is(err, errand.ErrOver) {
			t.Errorf("cancelled when it was stored: %v", err)
		}
	})
}

// Whoever is struck down when he has tried or stored the last row leaves nothing
// behind; another does it, once.
func TestFilesOfTheDeadAreTakenUp(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var kill context.CancelFunc
		w.app.DB.BeforeCommit(func(tx *db.Tx) error {
			if tx.Enterprise() != id.Nil && kill != nil {
				kill()
			}
			return nil
		})
		die := func() {
			ctx, cancel := context.WithCancel(t.Context())
			kill = cancel
			w.app.Errands.WorkOnce(ctx)
			kill = nil
		}
		one, err := w.upload(t, access.Principal, "purchases", file(t, good(1), good(2)))
		if err != nil {
			t.Fatal(err)
		}
		die()
		if got := w.read(t, one.ID); got.State != "trying" {
			t.Errorf("struck down while it was tried: %s", got.State)
		}
		w.work(t)
		in := &api.AcceptImportInput{Import: one.ID}
		in.Body.Errand = string(w.NewID())
		if _, err := w.Accept(t.Context(), w.As(t, access.Principal, "exchange.import"), in); err != nil {
			t.Fatal(err)
		}
		die()
		if got := w.read(t, one.ID); got.State != "storing" || got.Stored != 0 || w.purchases(t) != 0 {
			t.Errorf("struck down while it was stored: %+v, %d stored", got, w.purchases(t))
		}
		w.work(t)
		if got := w.read(t, one.ID); got.State != "stored" || got.Stored != 2 || w.purchases(t) != 2 {
			t.Errorf("taken up: %+v, %d stored", got, w.purchases(t))
		}
	})
}
