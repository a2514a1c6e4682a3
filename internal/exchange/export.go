package exchange

import (
	"context"
	"fmt"
	"net/url"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
)

// ranged is what an export is given.
type ranged struct {
	Table  string    `json:"table"`
	Format string    `json:"format"`
	From   clock.Day `json:"from,omitempty"`
	To     clock.Day `json:"to,omitempty"`
}

// Export asks for a table.
func (s *Service) Export(ctx context.Context, g access.Grant, in *api.ExportTableInput) (*api.ErrandOutput, error) {
	work, err := id.Parse(in.Errand)
	if err != nil {
		return nil, errand.ErrNotFound
	}
	t, err := s.exporting(g.Actor(), in.Body.Table)
	if err != nil {
		return nil, err
	}
	p := ranged{Table: t.Name, Format: in.Body.Format}
	if p.Format != "csv" && p.Format != "xlsx" {
		return nil, ErrTable
	}
	if in.Body.From != "" {
		if p.From, err = clock.ParseDay(in.Body.From); err != nil {
			return nil, ErrRange.At("body.from", "")
		}
	}
	if in.Body.To != "" {
		if p.To, err = clock.ParseDay(in.Body.To); err != nil {
			return nil, ErrRange.At("body.to", "")
		}
	}
	out := &api.ErrandOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if t.Export.Ranged {
			if p.To == "" {
				p.To = tx.Today()
			}
			if p.From == "" {
				p.From = p.To.Add(-365)
			}
			if p.To.Before(p.From) || p.To.Sub(p.From) > longest {
				return ErrRange.At("body.to", "")
			}
		}
		var err error
		out.Body, err = s.errands.Ask(tx, errand.Asked{ID: work, Kind: KindExport, Title: "导出：" + t.Title, Params: p})
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// export makes a table.
func (s *Service) export(ctx context.Context, r *errand.Run) error {
	var p ranged
	if err := r.Params(&p); err != nil {
		return err
	}
	t, err := s.exporting(r.Grant.Actor(), p.Table)
	if err != nil {
		return errand.ErrLostPost
	}
	name := t.Title
	if t.Export.Ranged {
		name += " " + string(p.From) + "—" + string(p.To)
	}
	kind := media
	if p.Format == "csv" {
		kind = "text/csv; charset=utf-8"
	}
	out, err := r.Output(name+"."+p.Format, kind)
	if err != nil {
		return err
	}
	var w sheet.Writer
	if p.Format == "csv" {
		w, err = sheet.NewCSV(out, t.Export.Columns)
	} else {
		w, err = sheet.NewXLSX(out, t.Title, t.Export.Columns)
	}
	if err != nil {
		return err
	}
	rows := 0
	err = r.Read(ctx, func(tx *db.Tx) error {
		return t.Export.Rows(tx, p.From, p.To, func(cells ...any) error {
			rows++
			if rows%500 == 0 {
				if err := r.Progress("writing", rows, 0); err != nil {
					return err
				}
			}
			return w.Row(cells...)
		})
	})
	if err != nil {
		return fmt.Errorf("export %s: %w", t.Name, err)
	}
	return w.Close()
}

// attachment names a file for old and new clients (RFC 6266).
func attachment(plain, name string) string {
	return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + url.PathEscape(name)
}
