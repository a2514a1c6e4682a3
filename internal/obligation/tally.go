package obligation

import (
	"context"
	"fmt"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// settle is how long a closed day waits before it is counted, so that whoever
// was in time has committed.
const settle = 10 * time.Minute

// reach is how many days back a day is still closed, or made after a downtime.
const reach = 31

// CloseDays counts every day that has closed: it is past, and the time of all
// its checks is over. A day that is counted is left as it is.
func (s *Service) CloseDays(ctx context.Context) error {
	today := clock.DayOf(s.db.Clock().Now())
	counted := map[clock.Day]bool{}
	g := access.System("obligation.close_days")
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		days, err := countedDays(tx, today.Add(-reach-1))
		for _, d := range days {
			counted[d] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	for day := today.Add(-reach - 1); day.Before(today); day = day.Add(1) {
		if counted[day] {
			continue
		}
		err := s.db.Write(ctx, g, func(tx *db.Tx) error {
			if err := lockDay(tx, day); err != nil {
				return err
			}
			return s.closeDay(tx, day)
		})
		if err != nil {
			return fmt.Errorf("close %s: %w", day, err)
		}
	}
	return nil
}

func (s *Service) closeDay(tx *db.Tx, day clock.Day) error {
	settled := tx.Now().Add(-settle)
	if settled.Before(day.Add(1).Start()) {
		return nil
	}
	open, err := anyDueAfter(tx, day, settled)
	if err != nil || open {
		return err
	}
	return insertTally(tx, day)
}

// Rebuild counts the closed days from–to anew from the rows.
func (s *Service) Rebuild(ctx context.Context, from, to clock.Day) error {
	for day := from; !day.After(to); day = day.Add(1) {
		err := s.db.Write(ctx, access.System("obligation.rebuild"), func(tx *db.Tx) error {
			if err := lockDay(tx, day); err != nil {
				return err
			}
			if err := deleteTally(tx, day); err != nil {
				return err
			}
			return s.closeDay(tx, day)
		})
		if err != nil {
			return fmt.Errorf("rebuild %s: %w", day, err)
		}
	}
	return nil
}

// recount counts those of the days anew that were counted already.
func recount(tx *db.Tx, days []clock.Day) error {
	for _, day := range days {
		if err := lockDay(tx, day); err != nil {
			return err
		}
		counted, err := countedDays(tx, day)
		if err != nil {
			return err
		}
		if len(counted) == 0 || counted[0] != day {
			continue
		}
		if err := deleteTally(tx, day); err != nil {
			return err
		}
		if err := insertTally(tx, day); err != nil {
			return err
		}
	}
	return nil
}

// late reports whether the obligation's day may be counted already. A day is
// counted only when all its checks are over, and never before midnight.
func late(tx *db.Tx, o Obligation) bool {
	return o.Kind == KindDaily && tx.Now().After(o.Due) && o.Day.Before(tx.Today())
}

// lockTally keeps the day from being counted until the commit. It comes before
// the row is changed: who counts afterwards sees the change, who counted
// before is corrected.
func lockTally(tx *db.Tx, o Obligation) error {
	if !late(tx, o) {
		return nil
	}
	return shareDay(tx, o.Day)
}

// correctTally moves the check from the column in which it was counted to the
// one in which it belongs. It changes nothing where the day is not counted.
func correctTally(tx *db.Tx, before, after Obligation) error {
	if !late(tx, before) {
		return nil
	}
	delta := map[string]int{}
	for sign, o := range map[int]Obligation{-1: before, 1: after} {
		column := o.Column(tx.Now())
		delta[column] += sign
		if column != string(Excused) {
			delta["due"] += sign
		}
	}
	return moveTally(tx, before, delta)
}
