package obligation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrBadMonth refuses a month that does not exist or lies too far ahead.
var ErrBadMonth = fault.New(fault.Invalid, "obligation.month.form", "月份不正确，请选择明年年底以前的月份。")

// Counts tells the daily checks of the days from–to apart, of one site or of
// all, with the rows that are counted. Checks that have not opened are not due
// yet and in no number.
func (s *Service) Counts(tx *db.Tx, from, to clock.Day, site id.ID) (api.Counts, []api.DayState, error) {
	rows, err := dailyRows(tx, from, to, site)
	if err != nil {
		return api.Counts{}, nil, err
	}
	return Count(rows, tx.Now()), states(rows, tx.Now()), nil
}

// Week returns the last seven days and today, per site and shift.
func (s *Service) Week(tx *db.Tx) ([]api.DayState, error) {
	rows, err := dailyRows(tx, tx.Today().Add(-7), tx.Today(), id.Nil)
	return states(rows, tx.Now()), err
}

// Count counts each row once.
func Count(rows []Obligation, at time.Time) api.Counts {
	var c api.Counts
	for _, o := range rows {
		column := map[string]*int{
			OutcomeZeroRisk: &c.ZeroRisk, OutcomeHazards: &c.Hazards, ArrivedLate: &c.ArrivedLate, Backfilled: &c.Backfilled,
			string(Excused): &c.Excused, string(Missed): &c.Missed, string(Open): &c.Open,
		}[o.Column(at)]
		if column == nil {
			continue
		}
		*column++
		if column != &c.Excused {
			c.Due++
		}
	}
	return c
}

// DayState is the row as the contract shows it.
func (o Obligation) DayState(at time.Time) api.DayState {
	d := api.DayState{
		Day: string(o.Day), Site: string(o.Site), Shift: string(o.Subject), State: string(o.State(at)), Opens: o.Opens, Due: o.Due,
		Outcome: o.Outcome, Lateness: o.Lateness, Record: string(o.Record),
	}
	if d.State == string(Excused) {
		d.Excuse = o.Excuse
	}
	return d
}

func states(rows []Obligation, at time.Time) []api.DayState {
	all := make([]api.DayState, len(rows))
	for i, o := range rows {
		all[i] = o.DayState(at)
	}
	return all
}

// ReadCalendar returns the days of a month. Days beyond the planned ones are
// computed from the pattern.
func (s *Service) ReadCalendar(ctx context.Context, g access.Grant, in *api.ReadCalendarInput) (*api.CalendarOutput, error) {
	month, err := clock.ParseMonth(in.Month)
	if err != nil {
		return nil, ErrBadMonth
	}
	var site id.ID
	if in.Site != "" {
		if site, err = id.Parse(in.Site); err != nil {
			return nil, ErrSiteNotFound
		}
	}
	out := &api.CalendarOutput{}
	out.Body.Month = in.Month
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		if month.First().Year() > tx.Today().Year()+1 {
			return ErrBadMonth
		}
		rows, err := dailyRows(tx, month.First(), month.Last(), site)
		if err != nil {
			return err
		}
		if rows, err = s.ahead(tx, max(month.First(), tx.Today()), month.Last(), site, rows); err != nil {
			return err
		}
		out.Body.Days, out.Body.Counts = states(rows, tx.Now()), Count(rows, tx.Now())
		return nil
	})
	return out, err
}

// ahead gives the rows as the pattern will have them: with the checks of the
// days from–to that have no row yet, without those that will be dropped.
func (s *Service) ahead(tx *db.Tx, from, to clock.Day, site id.ID, have []Obligation) ([]Obligation, error) {
	if to.Before(from) {
		return have, nil
	}
	p, c, err := s.pattern(tx, from, to)
	if err != nil {
		return nil, err
	}
	add, drop := p.Change(have, from, to, tx.Now(), c)
	return merge(have, add, drop, site), nil
}

// merge applies a change to rows, of one site or of all, in order.
func merge(have, add, drop []Obligation, site id.ID) []Obligation {
	gone := map[rowKey]bool{}
	for _, o := range drop {
		gone[o.key()] = true
	}
	rows := slices.DeleteFunc(slices.Clone(have), func(o Obligation) bool { return gone[o.key()] })
	for _, o := range add {
		if site == id.Nil || o.Site == site {
			rows = append(rows, o)
		}
	}
	slices.SortStableFunc(rows, func(a, b Obligation) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), a.Opens.Compare(b.Opens), cmp.Compare(a.Subject, b.Subject))
	})
	return rows
}

// pattern loads the pattern of the transaction's enterprise.
func (s *Service) pattern(tx *db.Tx, from, to clock.Day) (*Pattern, *clock.Calendar, error) {
	c, err := s.calendar(tx)
	if err != nil {
		return nil, nil, fmt.Errorf("load calendar: %w", err)
	}
	patterns, _, err := loadPatterns(tx, only(tx.Enterprise()), from, to)
	if err != nil {
		return nil, nil, err
	}
	if len(patterns) == 0 {
		return nil, nil, db.ErrEnterpriseNotFound
	}
	return patterns[0], c, nil
}

// place is where an input stands in the request body.
func place(list string, i int, field string) string {
	return fmt.Sprintf("body.%s[%d].%s", list, i, field)
}
