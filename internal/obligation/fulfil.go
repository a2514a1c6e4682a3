package obligation

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Find returns an obligation of the transaction's enterprise and, on
// PostgreSQL, locks it until the commit. One whose bell was late is made now.
func (s *Service) Find(tx *db.Tx, kind string, subject id.ID, day clock.Day) (Obligation, error) {
	o, ok, err := lockRow(tx, kind, subject, day)
	if err != nil || ok {
		return o, err
	}
	if swept(kind, day, tx.Today()) {
		if err := s.Plan(tx); err != nil {
			return Obligation{}, err
		}
		if o, ok, err = lockRow(tx, kind, subject, day); err != nil || ok {
			return o, err
		}
	}
	return Obligation{}, ErrNotDue
}

// swept reports whether the sweep makes the row of the day: that of a check of
// today or tomorrow, of a report of this or the next week, of a meeting of this
// or the next month.
func swept(kind string, day, today clock.Day) bool {
	switch kind {
	case KindDaily:
		return !day.Before(today) && !day.After(today.Add(1))
	case KindWeekly:
		w := clock.WeekOf(today)
		return day == w.First() || day == w.Add(1).First()
	case KindMonthly:
		return day == today.Month().First() || day == today.Month().Add(1).First()
	}
	return false
}

// Fulfil marks an obligation that [Service.Find] returned as done by the
// record. Outcome and lateness are empty for other kinds than daily checks.
// Where the day is already counted, its tally is corrected.
func (s *Service) Fulfil(tx *db.Tx, o Obligation, record id.ID, outcome, lateness string) error {
	after := o
	after.Fulfilled, after.Record, after.Outcome, after.Lateness = tx.Now(), record, outcome, lateness
	if err := lockTally(tx, o); err != nil {
		return err
	}
	done, err := change(tx, o, map[string]any{"fulfilled_at": tx.Now(), "fulfilled_by": record, "outcome": outcome, "lateness": lateness}, "fulfilled_at IS NULL")
	if err != nil {
		return err
	}
	if !done {
		return ErrAlreadyDone
	}
	return correctTally(tx, o, after)
}

// Amend records that a correction (更正) of the record changed what was found.
// When it was done stays as it is.
func (s *Service) Amend(tx *db.Tx, o Obligation, outcome string) error {
	after := o
	after.Outcome = outcome
	if after == o || o.Fulfilled.IsZero() {
		return nil
	}
	if err := lockTally(tx, o); err != nil {
		return err
	}
	if _, err := change(tx, o, map[string]any{"outcome": outcome}, "fulfilled_at IS NOT NULL"); err != nil {
		return err
	}
	return correctTally(tx, o, after)
}

// Open makes an obligation of another kind than the daily check, with the path
// of the office in charge. One that is there and was done is opened again with
// the new deadline, as when a hazard is reopened.
func (s *Service) Open(tx *db.Tx, o Obligation) error {
	var err error
	if o.Path, err = pathOf(tx); err != nil {
		return err
	}
	o.Enterprise = tx.Enterprise()
	created, err := createRow(tx, o)
	if err != nil || created {
		return err
	}
	_, err = change(tx, o, map[string]any{
		"opens_at": o.Opens, "due_until": o.Due, "fulfilled_at": nil, "fulfilled_by": nil, "outcome": "", "lateness": "",
		"excused_at": nil, "excuse": "", "excuse_id": nil, "post": string(o.Post), "account_id": o.Account, "title": o.Title,
	}, "kind <> ?", KindDaily)
	return err
}

// Excuse says that a missed obligation was not due. The excuse's own id ties it
// to what explains it.
func (s *Service) Excuse(tx *db.Tx, o Obligation, excuse string, why id.ID) error {
	if o.State(tx.Now()) != Missed {
		return ErrNotMissed
	}
	after := o
	after.Excused, after.Excuse, after.ExcuseID = tx.Now(), excuse, why
	if err := lockTally(tx, o); err != nil {
		return err
	}
	done, err := change(tx, o, map[string]any{"excused_at": tx.Now(), "excuse": excuse, "excuse_id": why}, "fulfilled_at IS NULL AND excused_at IS NULL")
	if err != nil {
		return err
	}
	if !done {
		return ErrNotMissed
	}
	return correctTally(tx, o, after)
}

// ExcuseDay is a supervising officer's decision that a past day was not due.
// It is sealed into the enterprise's chain with his name.
func (s *Service) ExcuseDay(ctx context.Context, g access.Grant, in *api.ExcuseDayInput) (*api.Done, error) {
	enterprise, err := id.Parse(in.Enterprise)
	if err != nil {
		return nil, db.ErrEnterpriseNotFound
	}
	shift, err := id.Parse(in.Body.Shift)
	if err != nil {
		return nil, ErrNotDue
	}
	day, err := clock.ParseDay(in.Body.Day)
	if err != nil {
		return nil, ErrBadDay.At("body.day", "")
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		tx, err := tx.For(enterprise)
		if err != nil {
			return err
		}
		o, ok, err := lockRow(tx, KindDaily, shift, day)
		if err != nil {
			return err
		}
		if !ok {
			return ErrNotDue
		}
		why := tx.NewID()
		if err := s.Excuse(tx, o, ExcuseAuthority, why); err != nil {
			return err
		}
		if err := s.weighFrom(tx, day); err != nil {
			return err
		}
		return s.seal(tx, "obligation.excused", why, day,
			map[string]any{"kind": KindDaily, "shift": shift, "site": o.Site, "day": day, "excuse": ExcuseAuthority, "reason": in.Body.Reason, "agency": tx.Actor().Agency, "at": tx.Now()},
			map[string]any{"officer": tx.Actor().Name, "account": tx.Actor().Account})
	})
	return &api.Done{}, err
}

// ExcuseOutage excuses the checks whose remaining time lay wholly in an outage
// of this service: their time ran out while nobody could submit. It is logged
// with the id that the rows carry. It returns how many.
func (s *Service) ExcuseOutage(ctx context.Context, from, to time.Time) (int64, error) {
	var excused int64
	var days []clock.Day
	var emptied []id.ID
	g := access.System("obligation.outage")
	err := s.db.Write(ctx, g, func(tx *db.Tx) (err error) {
		if !from.Before(to) || to.After(tx.Now()) {
			return ErrBadRange
		}
		why := tx.NewID()
		if days, err = daysMissedIn(tx, from, to); err != nil {
			return err
		}
		// Rows before days, in the order in which a late check locks them.
		if excused, err = excuseMissedIn(tx, from, to, why); err != nil {
			return err
		}
		tx.AfterCommit(func() {
			slog.InfoContext(ctx, "outage excused", slog.String("id", string(why)), slog.Time("from", from), slog.Time("to", to), slog.Int64("checks", excused))
		})
		if emptied, err = idle(tx, why, days); err != nil {
			return err
		}
		return recount(tx, days)
	})
	for _, enterprise := range emptied {
		if err == nil {
			err = s.db.Write(ctx, g.On(enterprise), func(tx *db.Tx) error { return s.weighFrom(tx, days[0]) })
		}
	}
	return excused, err
}

// seal writes the fact as the transaction's last statement.
func (s *Service) seal(tx *db.Tx, kind string, subject id.ID, day clock.Day, body, personal any) error {
	f := Fact{Kind: kind, Subject: subject, Day: day}
	var err error
	if f.Body, err = json.Marshal(body); err != nil {
		return fmt.Errorf("write fact %s: %w", kind, err)
	}
	if f.Personal, err = json.Marshal(personal); err != nil {
		return fmt.Errorf("write fact %s: %w", kind, err)
	}
	if err := s.ledger.Seal(tx, f); err != nil {
		return fmt.Errorf("seal %s %s: %w", kind, subject, err)
	}
	return nil
}
