package training

import (
	"context"
	"errors"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// invited is who was asked to come.
type invited struct {
	Account id.ID  `json:"account"`
	Name    string `json:"name"`
}

// PlanSession plans a session or changes one that is not held. Whoever plans it
// first stays its organiser.
func (s *Service) PlanSession(ctx context.Context, g access.Grant, in *api.PlanSessionInput) (*api.TrainingSessionOutput, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	fields := in.Body.TrainingSessionFields
	if err := checkSession(&fields); err != nil {
		return nil, err
	}
	return s.write(ctx, g, session, func(tx *db.Tx) error {
		before, err := lockSession(tx, session)
		isNew := errors.Is(err, ErrSession)
		if err != nil && !isNew {
			return err
		}
		if !isNew {
			if !organises(tx, before.OrganiserID) {
				return ErrOrganiser
			}
			if err := movable(before); err != nil {
				return err
			}
		}
		people, err := s.chosen(tx, in.Body.Accounts)
		if err != nil {
			return err
		}
		if err := s.kept(tx, fields.Materials); err != nil {
			return err
		}
		return s.plan(tx, before, isNew, session, fields, people)
	})
}

func (s *Service) plan(tx *db.Tx, before sessionRow, isNew bool, session id.ID, fields api.TrainingSessionFields, people []person) error {
	var list []invited
	for _, p := range people {
		list = append(list, invited{p.account, p.name})
	}
	content, err := text(fields)
	if err != nil {
		return err
	}
	names, err := text(list)
	if err != nil {
		return err
	}
	day := clock.Day(fields.Day)
	if isNew {
		by := tx.Actor()
		before = sessionRow{ID: session, Day: day, State: planned, Content: content, Invited: names, OrganiserID: by.Account, OrganiserName: by.Name}
		err = insertSession(tx, before)
	} else {
		err = updateSession(tx, session, map[string]any{"day": day, "content": content, "invited": names})
	}
	if err != nil {
		return err
	}
	if !isNew && before.Day != day {
		if err := s.on.Duties.Withdraw(tx, KindSession, session); err != nil {
			return err
		}
	}
	return s.on.Duties.Open(tx, obligation.Obligation{
		Kind: KindSession, Subject: session, Day: day, Account: before.OrganiserID, Title: "组织并登记培训：" + fields.Title,
		Opens: day.Add(-leadDays).Start(), Due: due(day, tx.Today()),
	})
}

// movable refuses what is held or cancelled.
func movable(r sessionRow) error {
	switch r.State {
	case held:
		return ErrHeld
	case cancelled:
		return ErrCancelled
	}
	return nil
}

// CancelSession cancels a session that is not held.
func (s *Service) CancelSession(ctx context.Context, g access.Grant, in *api.CancelSessionInput) (*api.TrainingSessionOutput, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	var c check
	if c.text("body.reason", &in.Body.Reason, true); c.err != nil {
		return nil, c.err
	}
	return s.write(ctx, g, session, func(tx *db.Tx) error {
		r, err := lockSession(tx, session)
		switch {
		case err != nil:
			return err
		case !organises(tx, r.OrganiserID):
			return ErrOrganiser
		case r.State == cancelled:
			return nil
		case r.State == held:
			return ErrHeld
		}
		if err := s.on.Duties.Withdraw(tx, KindSession, session); err != nil {
			return err
		}
		return updateSession(tx, session, map[string]any{"state": cancelled, "reason": in.Body.Reason})
	})
}

// heldBody is the sealed content of a session. Who taught stands with the
// people.
type heldBody struct {
	Session   id.ID    `json:"session"`
	Title     string   `json:"title"`
	Day       string   `json:"day"`
	Mode      string   `json:"mode"`
	Place     string   `json:"place"`
	Minutes   int      `json:"minutes"`
	Product   string   `json:"product,omitempty"`
	Topics    []string `json:"topics"`
	Materials []string `json:"materials"`
	Present   []id.ID  `json:"present"`
	Absent    []id.ID  `json:"absent"`
	Version   int      `json:"version"`
	Reason    string   `json:"reason,omitempty"`
	// Transcribed is written where it was copied from a paper record.
	Transcribed bool `json:"transcribed,omitempty"`
}

// HoldSession records a session as it was, when everybody invited is answered
// for. What is recorded again is a correction.
func (s *Service) HoldSession(ctx context.Context, g access.Grant, in *api.HoldSessionInput) (*api.TrainingSessionOutput, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	fact, err := id.Parse(in.Holding)
	if err != nil {
		return nil, ErrSession
	}
	fields := in.Body.TrainingSessionFields
	if err := checkSession(&fields); err != nil {
		return nil, err
	}
	return s.write(ctx, g, session, func(tx *db.Tx) error {
		r, err := lockSession(tx, session)
		if err != nil {
			return err
		}
		if done, err := repeated(tx, fact, held, session); done || err != nil {
			return err
		}
		switch {
		case !organises(tx, r.OrganiserID):
			return ErrOrganiser
		case r.State == cancelled:
			return ErrCancelled
		case clock.Day(fields.Day).After(tx.Today()):
			return ErrFuture.At("body.day", "")
		}
		return s.hold(tx, r, fact, fields, strings.TrimSpace(in.Body.Reason))
	})
}

func (s *Service) hold(tx *db.Tx, r sessionRow, fact id.ID, fields api.TrainingSessionFields, reason string) error {
	came, missed, err := answers(tx, r)
	if err != nil {
		return err
	}
	row, err := factOf(tx, fact, held, r.ID, clock.Day(fields.Day), r.Version, reason)
	if err != nil {
		return err
	}
	if row.Files, err = text(fields.Materials); err != nil {
		return err
	}
	row.Title, row.Minutes, row.Outcome, row.How, row.PersonName = fields.Title, fields.Minutes, held, ByNote, fields.Teacher
	row.Transcribed = r.Transcribed
	content, err := text(fields)
	if err != nil {
		return err
	}
	if err := s.on.Duties.Settle(tx, KindSession, r.ID, r.Day, r.ID); err != nil {
		return err
	}
	now := tx.Now()
	changes := map[string]any{"day": row.Day, "state": held, "content": content, "version": row.Version, "reason": row.Reason, "held_at": now}
	if err := updateSession(tx, r.ID, changes); err != nil {
		return err
	}
	return s.seal(tx, &row, heldOf(row, fields, came, missed), api.Declaration{})
}

func heldOf(row factRow, fields api.TrainingSessionFields, came, missed []id.ID) heldBody {
	return heldBody{
		row.SubjectID, fields.Title, fields.Day, fields.Mode, fields.Place, fields.Minutes, fields.Product, fields.Topics, hashes(fields.Materials),
		came, missed, row.Version, row.Reason, row.Transcribed,
	}
}

// ReadSession returns a session.
func (s *Service) ReadSession(ctx context.Context, g access.Grant, in *api.SessionInput) (*api.TrainingSessionOutput, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	var out *api.TrainingSessionOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.SessionFor(tx, session)
		return err
	})
	return out, err
}

// SessionFor returns a session inside a transaction, as an agency reads it.
func (s *Service) SessionFor(tx *db.Tx, session id.ID) (*api.TrainingSessionOutput, error) {
	r, err := findSession(tx, session)
	if err != nil {
		return nil, err
	}
	all, err := wireSessions(tx, []sessionRow{r})
	if err != nil {
		return nil, err
	}
	return &api.TrainingSessionOutput{Body: all[0]}, nil
}

func (s *Service) write(ctx context.Context, g access.Grant, session id.ID, do func(*db.Tx) error) (*api.TrainingSessionOutput, error) {
	var out *api.TrainingSessionOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		var err error
		out, err = s.SessionFor(tx, session)
		return err
	})
	return out, err
}
