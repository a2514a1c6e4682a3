package goods

import (
	"context"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// The whole of time, for a log without a range.
const (
	firstDay clock.Day = "2000-01-01"
	lastDay  clock.Day = "9999-12-31"
)

// mostRecent is how many products are offered to be logged again.
const mostRecent = 12

func fields(e Entry) api.GoodsFields {
	return api.GoodsFields{
		Kind: e.Kind, Day: string(e.Day), Site: string(e.Site), Product: e.Product, Model: e.Model, Batch: e.Batch, Quantity: float64(e.Quantity) / 1000, Unit: e.Unit,
		Partner: e.Partner, Certificate: e.Certificate, Verdict: e.Verdict, Note: e.Note, Photos: e.Photos,
	}
}

// wire tells the entries with the names of their sites.
func (s *Service) wire(tx *db.Tx, all []Entry) ([]api.GoodsEntry, error) {
	names, err := s.enterprises.SiteNames(tx)
	if err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	items := make([]api.GoodsEntry, len(all))
	for n, e := range all {
		items[n] = api.GoodsEntry{
			ID: string(e.Entry), Version: e.Version, GoodsFields: fields(e), SiteName: names[e.Site], Why: e.Why, Name: e.Name, At: e.At, Late: e.Late(), Seq: int64(e.Seq),
		}
	}
	return items, nil
}

func (s *Service) output(tx *db.Tx, versions []Entry, out *api.GoodsEntryOutput) error {
	items, err := s.wire(tx, versions)
	if err != nil {
		return err
	}
	out.Body.Versions, out.Body.GoodsEntry = items, items[len(items)-1]
	return nil
}

// List returns part of the log, newest day first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListGoodsInput) (*api.GoodsOutput, error) {
	q, err := ask(in.Kind, in.From, in.To, in.Page)
	if err != nil {
		return nil, err
	}
	q.words = strings.TrimSpace(in.Query)
	out := &api.GoodsOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error { return s.page(tx, q, out) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Inspect is List for a supervising officer. A look.
func (s *Service) Inspect(ctx context.Context, g access.Grant, in *api.InspectGoodsInput) (*api.GoodsOutput, error) {
	q, err := ask(in.Kind, in.From, in.To, in.Page)
	if err != nil {
		return nil, err
	}
	out := &api.GoodsOutput{}
	err = s.look(ctx, g, in.Enterprise, "goods", in.Kind, func(tx *db.Tx) error { return s.page(tx, q, out) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

// look opens one enterprise of the officer's area and writes the look down.
func (s *Service) look(ctx context.Context, g access.Grant, enterprise, what, subject string, fn func(*db.Tx) error) error {
	owner, err := id.Parse(enterprise)
	if err != nil {
		return db.ErrEnterpriseNotFound
	}
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		tx, err := tx.For(owner)
		if err != nil {
			return err
		}
		if err := s.regulator.RecordLook(tx, what, subject); err != nil {
			return fmt.Errorf("record look at %s: %w", what, err)
		}
		return fn(tx)
	})
}

func ask(kind, from, to string, p api.Page) (question, error) {
	q := question{kind: kind, from: firstDay, to: lastDay, limit: p.Limit}
	if q.limit < 1 {
		q.limit = 50
	}
	for _, one := range []struct {
		text string
		into *clock.Day
	}{{from, &q.from}, {to, &q.to}} {
		if one.text == "" {
			continue
		}
		day, err := clock.ParseDay(one.text)
		if err != nil {
			return q, ErrRange
		}
		*one.into = day
	}
	if p.After != "" {
		day, entry, ok := strings.Cut(p.After, "_")
		var err error
		if q.day, err = clock.ParseDay(day); err != nil || !ok {
			return q, ErrPage
		}
		if q.entry, err = id.Parse(entry); err != nil {
			return q, ErrPage
		}
	}
	return q, nil
}

func (s *Service) page(tx *db.Tx, q question, out *api.GoodsOutput) error {
	limit := q.limit
	q.limit++
	rows, err := q.rows(tx)
	if err != nil {
		return err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		out.Body.Next = string(rows[limit-1].Day) + "_" + string(rows[limit-1].Entry)
	}
	out.Body.Items, err = s.wire(tx, rows)
	return err
}

// Recent returns what was logged last, once for each product and partner.
func (s *Service) Recent(ctx context.Context, g access.Grant, in *api.RecentGoodsInput) (*api.RecentGoodsOutput, error) {
	out := &api.RecentGoodsOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := question{kind: in.Kind, from: tx.Today().Add(-365), to: lastDay, limit: 200}.rows(tx)
		if err != nil {
			return err
		}
		type pair struct{ product, model, partner string }
		seen := map[pair]bool{}
		var some []Entry
		for _, e := range rows {
			if p := (pair{e.Product, e.Model, e.Partner}); !seen[p] && len(some) < mostRecent {
				seen[p] = true
				some = append(some, e)
			}
		}
		out.Body.Items, err = s.wire(tx, some)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Read returns an entry with its versions.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadGoodsInput) (*api.GoodsEntryOutput, error) {
	entry, err := id.Parse(in.Entry)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.GoodsEntryOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		versions, err := versionsOf(tx, entry)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return ErrNotFound
		}
		return s.output(tx, versions, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Each tells the latest version of every entry of a range, the newest day first.
func (s *Service) Each(tx *db.Tx, kind string, from, to clock.Day, fn func(api.GoodsEntry) error) error {
	for q := (question{kind: kind, from: from, to: to, limit: 500}); ; {
		rows, err := q.rows(tx)
		if err != nil {
			return err
		}
		items, err := s.wire(tx, rows)
		if err != nil {
			return err
		}
		for _, e := range items {
			if err := fn(e); err != nil {
				return err
			}
		}
		if len(rows) < q.limit {
			return nil
		}
		q.day, q.entry = rows[len(rows)-1].Day, rows[len(rows)-1].Entry
	}
}
