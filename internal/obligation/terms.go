package obligation

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrTerms refuses terms that are too long.
var ErrTerms = fault.New(fault.Invalid, "obligation.terms.form", "宽限期不正确：周报告0至6天，月会议0至15天，请修改后重试。")

// ReadTerms shows the terms of the weeks' reports and the months' meetings.
func (s *Service) ReadTerms(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.TermsOutput, error) {
	out := &api.TermsOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		t, err := readTerms(tx)
		out.Body = t.contract()
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// EditTerms changes them for the periods that have not begun.
func (s *Service) EditTerms(ctx context.Context, g access.Grant, in *api.EditTermsInput) (*api.TermsOutput, error) {
	t := Terms{Week: in.Body.WeekGrace, Month: in.Body.MonthGrace}
	if t.Week < 0 || t.Week > 6 || t.Month < 0 || t.Month > 15 {
		return nil, ErrTerms
	}
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		if err := putTerms(tx, t); err != nil {
			return err
		}
		return s.Plan(tx)
	})
	if err != nil {
		return nil, err
	}
	return &api.TermsOutput{Body: t.contract()}, nil
}

func (t Terms) contract() api.Terms { return api.Terms{WeekGrace: t.Week, MonthGrace: t.Month} }

// idle lists the enterprises of which an outage excused the last check of a
// week or month.
func idle(tx *db.Tx, why id.ID, days []clock.Day) ([]id.ID, error) {
	all := map[id.ID]bool{}
	for _, day := range days {
		for _, o := range []Obligation{{Kind: KindWeekly, Day: clock.WeekOf(day).First()}, {Kind: KindMonthly, Day: day.Month().First()}} {
			found, err := idleInOutage(tx, why, o.Kind, o.Day, o.last())
			if err != nil {
				return nil, err
			}
			for _, enterprise := range found {
				all[enterprise] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all)), nil
}

// weighFrom weighs with the calendar of the transaction.
func (s *Service) weighFrom(tx *db.Tx, from clock.Day) error {
	c, err := s.calendar(tx)
	if err != nil {
		return fmt.Errorf("load calendar: %w", err)
	}
	return s.weigh(tx, c, from)
}

// weigh excuses the weeks and months from the day on in which no check is left
// to make, and makes due again those that have one. What was done is due: there
// is something to report on.
func (s *Service) weigh(tx *db.Tx, c *clock.Calendar, from clock.Day) error {
	today := tx.Today()
	from = min(from.Month().First(), clock.WeekOf(from).First())
	to := today.Month().Add(1).Last()
	periods, err := unmetPeriods(tx, from)
	if err != nil || len(periods) == 0 {
		return err
	}
	checks, err := dailyRows(tx, from, to, id.Nil)
	if err != nil {
		return err
	}
	patterns, _, err := loadPatterns(tx, only(tx.Enterprise()), today, to)
	if err != nil || len(patterns) == 0 {
		return err
	}
	add, drop := patterns[0].Change(since(checks, today), today, to, tx.Now(), c)
	checks = merge(checks, add, drop, id.Nil)
	for _, o := range periods {
		owed := false
		for _, check := range checks {
			if !check.Day.Before(o.Day) && !check.Day.After(o.last()) && (check.Excused.IsZero() || !check.Fulfilled.IsZero()) {
				owed = true
				break
			}
		}
		if owed == o.Excused.IsZero() || owed && o.Excuse != ExcuseNoChecks {
			continue
		}
		if err := weighRow(tx, o, owed); err != nil {
			return err
		}
	}
	return nil
}
