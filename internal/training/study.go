package training

import (
	"context"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// material is what a self-study is about.
type material struct {
	Title     string        `json:"title"`
	Topics    []string      `json:"topics"`
	Materials []api.FileRef `json:"materials"`
}

// AssignStudy gives people material to study by a day that the organiser sets.
func (s *Service) AssignStudy(ctx context.Context, g access.Grant, in *api.AssignStudyInput) (*api.TrainingStudyOutput, error) {
	study, err := id.Parse(in.Study)
	if err != nil {
		return nil, ErrReading
	}
	b := &in.Body
	var c check
	last := c.day("body.due", b.Due)
	c.text("body.title", &b.Title, true)
	c.list("body.topics", b.Topics)
	if c.err != nil {
		return nil, c.err
	}
	out := &api.TrainingStudyOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		rows, err := readingsOfStudy(tx, study)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			if last.Before(tx.Today()) {
				return ErrPast.At("body.due", "")
			}
			if err := s.assign(tx, study, last, in); err != nil {
				return err
			}
			if rows, err = readingsOfStudy(tx, study); err != nil {
				return err
			}
		}
		out.Body.Items, err = wireReadings(tx, rows)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) assign(tx *db.Tx, study id.ID, last clock.Day, in *api.AssignStudyInput) error {
	people, err := s.chosen(tx, in.Body.Accounts)
	if err != nil {
		return err
	}
	if err := s.kept(tx, in.Body.Materials); err != nil {
		return err
	}
	content, err := text(material{in.Body.Title, in.Body.Topics, in.Body.Materials})
	if err != nil {
		return err
	}
	var rows []readingRow
	by := tx.Actor()
	for _, p := range people {
		rows = append(rows, readingRow{
			ID: tx.NewID(), StudyID: study, AccountID: p.account, PersonName: p.name, Content: content,
			GivenID: by.Account, GivenName: by.Name, GivenOn: tx.Today(), DueOn: last,
		})
	}
	if err := insertReadings(tx, rows); err != nil {
		return err
	}
	for _, r := range rows {
		err := s.on.Duties.Open(tx, obligation.Obligation{
			Kind: KindStudy, Subject: r.ID, Day: r.GivenOn, Account: r.AccountID, Title: "完成自学：" + in.Body.Title,
			Opens: tx.Now(), Due: last.At(24*60 - 1),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// ReadReading returns a self-study.
func (s *Service) ReadReading(ctx context.Context, g access.Grant, in *api.ReadingInput) (*api.TrainingReadingOutput, error) {
	reading, err := id.Parse(in.Reading)
	if err != nil {
		return nil, ErrReading
	}
	var out *api.TrainingReadingOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		r, err := findReading(tx, reading)
		if err == nil {
			out, err = one(tx, r)
		}
		return err
	})
	return out, err
}

// OpenReading keeps when the person first opened the material.
func (s *Service) OpenReading(ctx context.Context, g access.Grant, in *api.ReadingInput) (*api.TrainingReadingOutput, error) {
	return s.change(ctx, g, in.Reading, func(tx *db.Tx, r *readingRow) error {
		switch {
		case r.AccountID != tx.Actor().Account:
			return ErrOwnReading
		case r.WithdrawnAt != nil:
			return ErrWithdrawn
		case r.OpenedAt != nil:
			return nil
		}
		now := tx.Now()
		r.OpenedAt = &now
		return updateReading(tx, r.ID, map[string]any{"opened_at": now})
	})
}

// studiedBody is the sealed content of a self-study. The time is the person's
// own account; what we know is when he opened the material.
type studiedBody struct {
	Reading   id.ID    `json:"reading"`
	Account   id.ID    `json:"account"`
	Title     string   `json:"title"`
	Topics    []string `json:"topics"`
	Materials []string `json:"materials"`
	OpenedAt  string   `json:"openedAt"`
	Day       string   `json:"day"`
	Minutes   int      `json:"minutes"`
	Version   int      `json:"version"`
	Reason    string   `json:"reason,omitempty"`
}

// ConfirmReading is the person's word that he studied, and for how long.
func (s *Service) ConfirmReading(ctx context.Context, g access.Grant, in *api.ConfirmReadingInput) (*api.TrainingReadingOutput, error) {
	fact, err := id.Parse(in.Confirmation)
	if err != nil {
		return nil, ErrReading
	}
	var c check
	day := c.day("body.day", in.Body.Day)
	c.text("body.reason", &in.Body.Reason, false)
	if c.err != nil {
		return nil, c.err
	}
	if err := checkSignature(in.Body.Declaration); err != nil {
		return nil, err
	}
	return s.change(ctx, g, in.Reading, func(tx *db.Tx, r *readingRow) error {
		if done, err := repeated(tx, fact, studied, r.ID); done || err != nil {
			return err
		}
		switch {
		case r.AccountID != tx.Actor().Account:
			return ErrOwnReading
		case r.WithdrawnAt != nil:
			return ErrWithdrawn
		case r.OpenedAt == nil:
			return ErrUnopened
		case day.After(tx.Today()):
			return ErrFuture.At("body.day", "")
		case day.Before(clock.DayOf(*r.OpenedAt)):
			return ErrBeforeGiven.At("body.day", "")
		case in.Body.Minutes > int(tx.Now().Sub(*r.OpenedAt).Minutes())+1:
			return ErrTooLong.At("body.minutes", "")
		}
		return s.confirm(tx, r, fact, day, in)
	})
}

func (s *Service) confirm(tx *db.Tx, r *readingRow, fact id.ID, day clock.Day, in *api.ConfirmReadingInput) error {
	row, err := factOf(tx, fact, studied, r.ID, day, r.Version, in.Body.Reason)
	if err != nil {
		return err
	}
	m, err := parse[material](r.Content)
	if err != nil {
		return err
	}
	if row.Files, err = text(m.Materials); err != nil {
		return err
	}
	if row.Signed, err = text(in.Body.Declaration.Signature); err != nil {
		return err
	}
	row.AccountID, row.PersonName, row.Title, row.Minutes, row.Outcome, row.How = r.AccountID, r.PersonName, m.Title, in.Body.Minutes, studied, BySelf
	if err := s.on.Duties.Settle(tx, KindStudy, r.ID, r.GivenOn, r.ID); err != nil {
		return err
	}
	r.StudiedOn, r.Minutes, r.Version, r.Reason = day, row.Minutes, row.Version, row.Reason
	changes := map[string]any{"studied_on": day, "minutes": r.Minutes, "version": r.Version, "reason": r.Reason}
	if err := updateReading(tx, r.ID, changes); err != nil {
		return err
	}
	return s.seal(tx, &row, studiedBody{
		r.ID, r.AccountID, m.Title, m.Topics, hashes(m.Materials), r.OpenedAt.UTC().Format("2006-01-02T15:04:05Z"),
		string(day), row.Minutes, row.Version, row.Reason,
	}, in.Body.Declaration)
}

// WithdrawReading takes a self-study back that was not yet confirmed.
func (s *Service) WithdrawReading(ctx context.Context, g access.Grant, in *api.WithdrawReadingInput) (*api.TrainingReadingOutput, error) {
	var c check
	if c.text("body.reason", &in.Body.Reason, true); c.err != nil {
		return nil, c.err
	}
	return s.change(ctx, g, in.Reading, func(tx *db.Tx, r *readingRow) error {
		switch {
		case !organises(tx, r.GivenID):
			return ErrOrganiser
		case r.Version > 0:
			return ErrStudied
		case r.WithdrawnAt != nil:
			return nil
		}
		now := tx.Now()
		r.WithdrawnAt, r.Reason = &now, in.Body.Reason
		if err := s.on.Duties.Withdraw(tx, KindStudy, r.ID); err != nil {
			return err
		}
		return updateReading(tx, r.ID, map[string]any{"withdrawn_at": now, "reason": r.Reason})
	})
}

func (s *Service) change(ctx context.Context, g access.Grant, reading string, do func(*db.Tx, *readingRow) error) (*api.TrainingReadingOutput, error) {
	parsed, err := id.Parse(reading)
	if err != nil {
		return nil, ErrReading
	}
	var out *api.TrainingReadingOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		r, err := lockReading(tx, parsed)
		if err != nil {
			return err
		}
		if err := do(tx, &r); err != nil {
			return err
		}
		out, err = one(tx, r)
		return err
	})
	return out, err
}

func one(tx *db.Tx, r readingRow) (*api.TrainingReadingOutput, error) {
	all, err := wireReadings(tx, []readingRow{r})
	if err != nil {
		return nil, err
	}
	return &api.TrainingReadingOutput{Body: all[0]}, nil
}

func wireReadings(tx *db.Tx, rows []readingRow) ([]api.TrainingReading, error) {
	all := []api.TrainingReading{}
	for _, r := range rows {
		m, err := parse[material](r.Content)
		if err != nil {
			return nil, err
		}
		w := api.TrainingReading{
			ID: string(r.ID), Study: string(r.StudyID), Account: string(r.AccountID), Name: r.PersonName, Title: m.Title, Topics: m.Topics, Materials: m.Materials,
			GivenName: r.GivenName, GivenOn: string(r.GivenOn), Due: string(r.DueOn), State: "given", StudiedOn: string(r.StudiedOn),
			Minutes: r.Minutes, Version: r.Version, Reason: strings.TrimSpace(r.Reason), Mine: r.AccountID == tx.Actor().Account,
		}
		if r.OpenedAt != nil {
			at := r.OpenedAt.UTC()
			w.OpenedAt, w.State = &at, "opened"
		}
		switch {
		case r.Version > 0:
			w.State = studied
		case r.WithdrawnAt != nil:
			w.State = "withdrawn"
		}
		w.MayWithdraw = (w.State == "given" || w.State == "opened") && organises(tx, r.GivenID)
		all = append(all, w)
	}
	return all, nil
}
