package obligation

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// batch is the number of enterprises that the sweep plans in one transaction.
const batch = 2000

// Plan makes the daily rows of the transaction's enterprise from today to the
// end of tomorrow, and the rows of this and the next week and month. It inserts
// what is missing and makes anew only what has not opened; repeating it changes
// nothing. Weeks and months are excused, or due again, as their checks are.
func (s *Service) Plan(tx *db.Tx) error {
	c, err := s.calendar(tx)
	if err != nil {
		return fmt.Errorf("load calendar: %w", err)
	}
	if _, err = plan(tx, c, only(tx.Enterprise()), tx.Today()); err != nil {
		return err
	}
	return s.weigh(tx, c, tx.Today().Month().Add(-1).First())
}

// Sweep plans all enterprises, batch by batch. Days that went by while no
// sweep ran are made too, at most 31 of them, so that what was due then is
// seen as missed and not as never due.
func (s *Service) Sweep(ctx context.Context) error {
	g := access.System(JobSweep)
	var c *clock.Calendar
	var from clock.Day
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		var err error
		if c, err = s.calendar(tx); err != nil {
			return fmt.Errorf("load calendar: %w", err)
		}
		from, err = firstUnplanned(tx)
		return err
	})
	if err != nil {
		return err
	}
	today := clock.DayOf(s.db.Clock().Now())
	if years := CalendarMissing(from, today.Add(1), c); len(years) > 0 {
		slog.WarnContext(ctx, "holidays not loaded: shifts are planned by weekday", slog.Any("years", years))
	}
	past := map[clock.Day]bool{}
	for next := everybody(); ; {
		var done planned
		err := s.db.Write(ctx, g, func(tx *db.Tx) error {
			var err error
			done, err = plan(tx, c, next, from)
			return err
		})
		if err != nil {
			return fmt.Errorf("plan enterprises after %s: %w", next.after, err)
		}
		for _, day := range done.days {
			if day.Before(today) {
				past[day] = true
			}
		}
		if done.last == id.Nil {
			break
		}
		next.after = done.last
	}
	if len(past) == 0 {
		return nil
	}
	days := make([]clock.Day, 0, len(past))
	for day := range past {
		days = append(days, day)
	}
	slices.Sort(days)
	return s.db.Write(ctx, g, func(tx *db.Tx) error { return recount(tx, days) })
}

// firstUnplanned is today, or the first day that no completed sweep reached:
// each planned to the end of the day after it.
func firstUnplanned(tx *db.Tx) (clock.Day, error) {
	last, ok, err := lastSweep(tx)
	if err != nil {
		return "", err
	}
	today := tx.Today()
	from := today
	if ok {
		from = min(today, clock.DayOf(last).Add(2))
	}
	return max(from, today.Add(-reach)), nil
}

// planned is what one batch did.
type planned struct {
	days []clock.Day
	// last is the last enterprise of a full batch; absent when there are no more.
	last id.ID
}

// plan brings the rows of a range of enterprises to what their patterns say.
func plan(tx *db.Tx, c *clock.Calendar, r keyRange, from clock.Day) (planned, error) {
	today, to := tx.Today(), tx.Today().Add(1)
	begin := min(from.Month().First(), clock.WeekOf(from).First())
	patterns, last, err := loadPatterns(tx, r, begin, today.Month().Add(1).Last())
	if err != nil || len(patterns) == 0 {
		return planned{}, err
	}
	have, err := rowsOf(tx, patterns, from, to)
	if err != nil {
		return planned{}, err
	}
	periods, err := periodsOf(tx, patterns, begin)
	if err != nil {
		return planned{}, err
	}
	var add, drop, hand []Obligation
	for _, p := range patterns {
		a, d := p.Change(have[p.Enterprise], from, to, tx.Now(), c)
		add, drop = append(add, a...), append(drop, d...)
	}
	days := daysOf(add)
	spans := spansOf(from, today)
	for _, p := range patterns {
		a, d, h := p.ChangePeriods(periods[p.Enterprise], spans, tx.Now(), c)
		add, drop, hand = append(add, a...), append(drop, d...), append(hand, h...)
	}
	if err := deleteRows(tx, drop); err != nil {
		return planned{}, err
	}
	if err := insertRows(tx, add); err != nil {
		return planned{}, err
	}
	return planned{days: days, last: last}, handRows(tx, hand)
}

func daysOf(rows []Obligation) []clock.Day {
	var days []clock.Day
	for _, o := range rows {
		if !slices.Contains(days, o.Day) {
			days = append(days, o.Day)
		}
	}
	return days
}

// keyRange is a range of enterprises by id: after < id ≤ upTo, so many at most.
type keyRange struct {
	after, upTo id.ID
	limit       int
}

const (
	lowest  id.ID = "00000000-0000-0000-0000-000000000000"
	highest id.ID = "ffffffff-ffff-ffff-ffff-ffffffffffff"
)

func everybody() keyRange { return keyRange{after: lowest, upTo: highest, limit: batch} }

func only(enterprise id.ID) keyRange { return keyRange{after: lowest, upTo: enterprise, limit: 1} }
