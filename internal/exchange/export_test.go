package exchange_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/exchange"
)

// Every table goes out, also where there is nothing to tell.
func TestEveryTableGoesOut(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		out, err := w.List(t.Context(), w.As(t, access.Principal, "exchange.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range out.Body.Items {
			if !one.Export {
				t.Errorf("%s does not go out", one.Name)
				continue
			}
			if lines := w.taken(t, one.Name); len(lines) == 0 || len(lines[0]) < 3 {
				t.Errorf("%s goes out as %v", one.Name, lines)
			}
		}
		if lines := w.taken(t, "people"); len(lines) != 4 {
			t.Errorf("people: %v", lines)
		}
	})
}

// What somebody wrote into a field is never run by the reader's spreadsheet.
func TestFormulasGoOutAsText(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		evil := `=HYPERLINK("http://evil.test","点我")`
		row := good(1)
		row[2] = evil
		w.brought(t, "purchases", file(t, row))
		lines := w.taken(t, "purchases")
		if len(lines) != 2 || lines[1][2] != "'"+evil {
			t.Errorf("csv: %v", lines)
		}
		in := &api.ExportTableInput{Errand: string(w.NewID())}
		in.Body.Table, in.Body.Format = "purchases", "xlsx"
		for range 2 { // repeated, it is one errand
			if _, err := w.Export(t.Context(), w.As(t, access.Director, "exchange.export"), in); err != nil {
				t.Fatal(err)
			}
		}
		w.work(t)
		f, err := excelize.OpenReader(bytes.NewReader(w.result(t, in.Errand)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close() //nolint:errcheck // read only
		sheet := f.GetSheetName(0)
		formula, _ := f.GetCellFormula(sheet, "C2")
		if text, err := f.GetCellValue(sheet, "C2"); err != nil || text != evil || formula != "" {
			t.Errorf("xlsx: %q, formula %q, %v", text, formula, err)
		}
	})
}

func TestRangesAndTablesThatCannotGoOut(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		ask := func(role access.Role, table, format, from, to string) error {
			in := &api.ExportTableInput{Errand: string(w.NewID())}
			in.Body.Table, in.Body.Format, in.Body.From, in.Body.To = table, format, from, to
			_, err := w.Export(t.Context(), w.As(t, role, "exchange.export"), in)
			return err
		}
		for what, tt := range map[string]struct{ got, want error }{
			"no table":         {ask(access.Director, "nothing", "csv", "", ""), exchange.ErrTable},
			"no format":        {ask(access.Director, "hazards", "pdf", "", ""), exchange.ErrTable},
			"not his":          {ask(access.Officer, "notices", "csv", "", ""), exchange.ErrTable},
			"backwards":        {ask(access.Director, "hazards", "csv", "2026-11-02", "2026-11-01"), exchange.ErrRange},
			"too long":         {ask(access.Director, "hazards", "csv", "2020-11-02", "2026-11-01"), exchange.ErrRange},
			"no day":           {ask(access.Director, "hazards", "csv", "gestern", ""), exchange.ErrRange},
			"a month":          {ask(access.Director, "hazards", "csv", "2026-11-01", "2026-11-30"), nil},
			"without a range":  {ask(access.Director, "hazards", "csv", "", ""), nil},
			"of what it lacks": {ask(access.Director, "sites", "csv", "2026-11-01", "2026-11-30"), nil},
		} {
			if !errors.Is(tt.got, tt.want) {
				t.Errorf("%s: %v, want %v", what, tt.got, tt.want)
			}
		}
		// A neighbour's errand carries a neighbour's rows.
		w.brought(t, "purchases", file(t, good(1)))
		other := world{w.World, w.Found(t), w.Service, w.app}
		if lines := other.taken(t, "purchases"); len(lines) != 1 || strings.Contains(strings.Join(lines[0], ""), "晨星") {
			t.Errorf("a neighbour takes out %v", lines)
		}
	})
}
