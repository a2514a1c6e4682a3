package record

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// week is a week on the way to its report.
type week struct {
	week    clock.Week
	due     obligation.Obligation
	reach   reach
	figures api.WeeklyFigures
	hash    string
}

// parseWeek reads the week of a path.
func parseWeek(s string) (clock.Week, error) {
	w, err := clock.ParseWeek(s)
	if err != nil {
		return "", ErrWeek
	}
	return w, nil
}

// dutyOf is the obligation to report on the week.
func (s *Service) dutyOf(tx *db.Tx, w clock.Week) (obligation.Obligation, error) {
	rows, err := s.obligations.Periods(tx, obligation.KindWeekly, w.First(), w.First())
	if err != nil {
		return obligation.Obligation{}, err
	}
	if len(rows) == 0 {
		return obligation.Obligation{}, ErrWeekNotDue
	}
	return rows[0], nil
}

// prepare reads what a report of the week would say now.
func (s *Service) prepare(tx *db.Tx, due obligation.Obligation) (week, error) {
	k := week{week: clock.WeekOf(due.Day), due: due}
	earlier, err := s.earlier(tx, k.week)
	if err != nil {
		return k, err
	}
	from := k.week.First()
	if earlier != nil {
		from = earlier.to.Add(1)
	}
	_, checks, err := s.obligations.Counts(tx, from, k.week.Last(), id.Nil)
	if err != nil {
		return k, fmt.Errorf("read checks of %s: %w", k.week, err)
	}
	k.reach = covers(k.week, earlier, checks, tx.Now())
	if k.reach.empty {
		return k, nil
	}
	if k.figures, err = s.figures(tx, k.reach, checks); err != nil {
		return k, err
	}
	k.hash, err = hashOf(k.figures)
	return k, err
}

// earlier is the reach of the report that this week's continues: the last one
// before it, if no week in between still has to be reported on.
func (s *Service) earlier(tx *db.Tx, w clock.Week) (*reach, error) {
	last, ok, err := earlierWeekly(tx, w)
	if err != nil || !ok {
		return nil, err
	}
	between, err := s.obligations.Periods(tx, obligation.KindWeekly, last.Week.Add(1).First(), w.Add(-1).First())
	if err != nil {
		return nil, err
	}
	for _, o := range between {
		if o.Excused.IsZero() {
			return nil, nil //nolint:nilnil // that week's report will continue it
		}
	}
	return &reach{from: last.FromDay, to: last.ToDay, cutoff: last.CutoffAt.UTC()}, nil
}

// directed reports whether a director is in office.
func (s *Service) directed(tx *db.Tx) (bool, error) {
	holders, err := s.roster.Holders(tx)
	if err != nil {
		return false, fmt.Errorf("read who is in office: %w", err)
	}
	for _, h := range holders {
		if h.Post == string(access.Director) {
			return true, nil
		}
	}
	return false, nil
}

// WeeklyDraft shows a week before it is signed.
func (s *Service) WeeklyDraft(ctx context.Context, g access.Grant, in *api.ReadWeeklyInput) (*api.WeeklyDraftOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	out := &api.WeeklyDraftOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		due, err := s.dutyOf(tx, w)
		if err != nil {
			return err
		}
		directed, err := s.directed(tx)
		if err != nil {
			return err
		}
		d := &out.Body
		*d = api.WeeklyDraft{
			Week: string(w), First: string(w.First()), Last: string(w.Last()), State: string(due.State(tx.Now())), Due: due.Due, Cutoff: tx.Now(),
			Posts: posted(tx.Actor()), Signer: string(access.Officer),
		}
		if directed {
			d.Signer = string(access.Director)
		}
		d.MaySign = signs(d.Posts, directed)
		signed, err := weeklyVersions(tx, w)
		if err != nil {
			return err
		}
		if len(signed) > 0 {
			d.SignedBy = signed[0].SignerName
			return nil
		}
		k, err := s.prepare(tx, due)
		if err != nil {
			return err
		}
		if d.Cutoff, d.Nothing = k.reach.cutoff, k.reach.empty; !d.Nothing {
			d.Figures, d.Hash = &k.figures, k.hash
		}
		if d.MaySign && s.closings != nil {
			if d.Waves, err = s.closings.Waves(tx, clock.DayOf(k.reach.since), min(w.Last(), tx.Today())); err != nil {
				return fmt.Errorf("read closing waves: %w", err)
			}
		}
		saved, ok, err := weeklyDraft(tx, w, tx.Actor().Account)
		if err == nil && ok {
			at := saved.UpdatedAt.UTC()
			d.Draft, d.SavedAt = string(saved.Body), &at
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// SaveWeeklyDraft keeps a copy of the caller's words.
func (s *Service) SaveWeeklyDraft(ctx context.Context, g access.Grant, in *api.SaveWeeklyDraftInput) (*api.Done, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := s.dutyOf(tx, w); err != nil {
			return err
		}
		return saveWeeklyDraft(tx, weeklyDraftRow{Week: w, AccountID: tx.Actor().Account, Body: []byte(in.Body.Draft), UpdatedAt: tx.Now()})
	})
	if err != nil {
		return nil, err
	}
	return &api.Done{}, nil
}
