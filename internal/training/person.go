package training

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// ReadPerson returns one person's year.
func (s *Service) ReadPerson(ctx context.Context, g access.Grant, in *api.TrainingPersonInput) (*api.TrainingPersonOutput, error) {
	account, err := id.Parse(in.Account)
	if err != nil {
		return nil, ErrPerson
	}
	var out *api.TrainingPersonOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.Person(tx, account, in.Year)
		return err
	})
	return out, err
}

// Person returns one person's year inside a transaction.
func (s *Service) Person(tx *db.Tx, account id.ID, year int) (*api.TrainingPersonOutput, error) {
	y, err := s.Year(tx, year)
	if err != nil {
		return nil, err
	}
	n := slices.IndexFunc(y.People, func(p api.TrainingPerson) bool { return p.Account == string(account) })
	if n < 0 {
		return nil, ErrPerson
	}
	out := &api.TrainingPersonOutput{}
	b := &out.Body
	b.Year, b.Person, b.Entries, b.Tests, b.Examinations = year, y.People[n], []api.TrainingEntry{}, []api.TrainingTest{}, []api.Examination{}
	from, to := bounds(year)
	if b.Entries, err = s.entries(tx, account, from, to); err != nil {
		return nil, err
	}
	tests, err := s.Tests(tx, year)
	if err != nil {
		return nil, err
	}
	for _, t := range tests {
		if t.Account == string(account) {
			b.Tests = append(b.Tests, t)
		}
	}
	examined, err := s.on.Examinations.Examinations(tx, account)
	if err != nil {
		return nil, fmt.Errorf("read examinations: %w", err)
	}
	b.Examinations = append(b.Examinations, examined...)
	return out, nil
}

// Tests returns the tests of a year as last corrected, the newest first.
func (s *Service) Tests(tx *db.Tx, year int) ([]api.TrainingTest, error) {
	from, to := bounds(year)
	all, err := s.testsOf(tx, to)
	if err != nil {
		return nil, err
	}
	of := []api.TrainingTest{}
	for _, t := range slices.Backward(all) {
		if clock.Day(t.Day) >= from {
			of = append(of, t)
		}
	}
	return of, nil
}

// entries are what a person did, the newest day first. Time in a session is
// that of the session once it is recorded, as last corrected.
func (s *Service) entries(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.TrainingEntry, error) {
	rows, err := factsOfPerson(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	sessions, err := sessionsBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	held := map[id.ID]sessionRow{}
	for _, r := range sessions {
		if r.HeldAt != nil {
			held[r.ID] = r
		}
	}
	all := []api.TrainingEntry{}
	slices.SortFunc(rows, func(a, b factRow) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(b.FactSeq, a.FactSeq))
	})
	for _, f := range latest(rows) {
		e := api.TrainingEntry{
			ID: string(f.ID), Kind: f.Kind, Subject: string(f.SubjectID), Day: string(f.Day), Title: f.Title, Minutes: f.Minutes,
			Outcome: f.Outcome, How: f.how(), Version: f.Version, Reason: f.Reason, ByName: f.ByName, At: f.At.UTC(),
		}
		if r, ok := held[f.SubjectID]; ok && f.Kind == attended {
			fields, err := parse[api.TrainingSessionFields](r.Content)
			if err != nil {
				return nil, err
			}
			e.Day, e.Title = fields.Day, fields.Title
			if f.Outcome == present {
				e.Minutes = fields.Minutes
			}
		}
		all = append(all, e)
	}
	slices.SortStableFunc(all, func(a, b api.TrainingEntry) int { return cmp.Or(cmp.Compare(b.Day, a.Day), b.At.Compare(a.At)) })
	return all, nil
}

// Hours is a person's time in a year, by kind.
type Hours struct {
	Account id.ID
	Name    string
	// SessionMinutes were spent in sessions, StudyMinutes by his own account.
	SessionMinutes, StudyMinutes int
}

// Hours returns everybody's time in a year.
func (s *Service) Hours(tx *db.Tx, year int) ([]Hours, error) {
	y, err := s.Year(tx, year)
	if err != nil {
		return nil, err
	}
	var all []Hours
	for _, p := range y.People {
		all = append(all, Hours{id.ID(p.Account), p.Name, p.SessionMinutes, p.StudyMinutes})
	}
	return all, nil
}

// Sessions returns the sessions of the range in order, whatever became of them.
func (s *Service) Sessions(tx *db.Tx, from, to clock.Day) ([]api.TrainingSession, error) {
	rows, err := sessionsBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	return wireSessions(tx, rows)
}

// Between returns the sessions that were held in the range, in order.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.TrainingSession, error) {
	rows, err := sessionsBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	return wireSessions(tx, slices.DeleteFunc(rows, func(r sessionRow) bool { return r.State != held }))
}

// Traces returns what a person did in the range, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.TrainingEntry, error) {
	return s.entries(tx, account, from, to)
}

// Happened tells the month's minutes what was held.
func (s *Service) Happened(tx *db.Tx, from, to clock.Day) ([]api.MonthlyHappening, error) {
	sessions, err := s.Between(tx, from, to)
	if err != nil {
		return nil, err
	}
	var all []api.MonthlyHappening
	for _, w := range sessions {
		came := 0
		for _, a := range w.People {
			if a.Outcome == present {
				came++
			}
		}
		text := fmt.Sprintf("%s，%s，%d 人出席", w.Title, Span(w.Minutes), came)
		if w.Transcribed {
			text += "（纸质记录转录）"
		}
		all = append(all, api.MonthlyHappening{Kind: "training", Day: w.Day, Text: text})
	}
	return all, nil
}
