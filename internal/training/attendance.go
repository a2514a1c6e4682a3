package training

import (
	"context"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// attendanceBody is the sealed content of an attendance.
type attendanceBody struct {
	Session id.ID  `json:"session"`
	Account id.ID  `json:"account"`
	Outcome string `json:"outcome"`
	How     string `json:"how"`
	Note    string `json:"note,omitempty"`
	Version int    `json:"version"`
	Reason  string `json:"reason,omitempty"`
	// Transcribed is written where it was copied from a paper record.
	Transcribed bool `json:"transcribed,omitempty"`
}

// SignAttendance answers for one person: he signs in his own session or by hand
// on the organiser's device, or the organiser notes that he was absent. A
// further answer of the same person is a correction.
func (s *Service) SignAttendance(ctx context.Context, g access.Grant, in *api.SignAttendanceInput) (*api.TrainingSessionOutput, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	fact, err := id.Parse(in.Attendance)
	if err != nil {
		return nil, ErrSession
	}
	var c check
	c.text("body.note", &in.Body.Note, false)
	c.text("body.reason", &in.Body.Reason, false)
	if c.err != nil {
		return nil, c.err
	}
	if err := checkSignature(in.Body.Declaration); err != nil {
		return nil, err
	}
	return s.write(ctx, g, session, func(tx *db.Tx) error {
		r, err := lockSession(tx, session)
		if err != nil {
			return err
		}
		if done, err := repeated(tx, fact, attended, session); done || err != nil {
			return err
		}
		return s.sign(tx, r, fact, in)
	})
}

func (s *Service) sign(tx *db.Tx, r sessionRow, fact id.ID, in *api.SignAttendanceInput) error {
	switch {
	case r.State == cancelled:
		return ErrCancelled
	case r.Transcribed:
		return ErrTranscribed
	}
	if r.Day.After(tx.Today()) {
		return ErrFuture
	}
	who, before, err := s.attendee(tx, r, in.Body.Account)
	if err != nil {
		return err
	}
	how, err := signing(tx.Actor().Account, who.Account, organises(tx, r.OrganiserID), in.Body.Present, len(in.Body.Declaration.Signature) > 0)
	if err != nil {
		return err
	}
	row, err := factOf(tx, fact, attended, r.ID, r.Day, before, in.Body.Reason)
	if err != nil {
		return err
	}
	fields, err := parse[api.TrainingSessionFields](r.Content)
	if err != nil {
		return err
	}
	row.AccountID, row.PersonName, row.Title, row.How, row.Outcome = who.Account, who.Name, fields.Title, how, present
	if in.Body.Present {
		if row.Signed, err = text(in.Body.Declaration.Signature); err != nil {
			return err
		}
	} else {
		if in.Body.Note == "" {
			return ErrWhy.At("body.note", "")
		}
		row.Outcome, row.Note, in.Body.Declaration = absent, in.Body.Note, api.Declaration{}
	}
	return s.seal(tx, &row, attendanceBody{r.ID, who.Account, row.Outcome, how, row.Note, row.Version, row.Reason, false}, in.Body.Declaration)
}

// attendee is whom an answer is for: somebody invited, or in office now, and
// how many answers he has given.
func (s *Service) attendee(tx *db.Tx, r sessionRow, account string) (invited, int, error) {
	rows, err := factsAbout(tx, attended, r.ID)
	if err != nil {
		return invited{}, 0, err
	}
	before := 0
	for _, f := range rows {
		if string(f.AccountID) == account {
			before = f.Version
		}
	}
	list, err := parse[[]invited](r.Invited)
	if err != nil {
		return invited{}, 0, err
	}
	if n := slices.IndexFunc(list, func(i invited) bool { return string(i.Account) == account }); n >= 0 {
		return list[n], before, nil
	}
	people, err := s.chosen(tx, []string{account})
	if err != nil {
		return invited{}, 0, ErrNotInOffice.At("body.account", "").Because(err)
	}
	return invited{people[0].account, people[0].name}, before, nil
}

// answers tells who came from who did not, and refuses while anybody invited
// has not answered.
func answers(tx *db.Tx, r sessionRow) (came, missed []id.ID, err error) {
	rows, err := factsAbout(tx, attended, r.ID)
	if err != nil {
		return nil, nil, err
	}
	came, missed = []id.ID{}, []id.ID{}
	for _, f := range latest(rows) {
		if f.Outcome == present {
			came = append(came, f.AccountID)
		} else {
			missed = append(missed, f.AccountID)
		}
	}
	list, err := parse[[]invited](r.Invited)
	if err != nil {
		return nil, nil, err
	}
	var open []string
	for _, i := range list {
		if !slices.Contains(came, i.Account) && !slices.Contains(missed, i.Account) {
			open = append(open, i.Name)
		}
	}
	if len(open) > 0 {
		return nil, nil, ErrUnanswered.With("names", strings.Join(open, "、"))
	}
	return came, missed, nil
}

// wireSessions turns rows into sessions with everybody's latest answer: the
// invited in their order, then who came besides.
func wireSessions(tx *db.Tx, rows []sessionRow) ([]api.TrainingSession, error) {
	ids := make([]id.ID, len(rows))
	for n, r := range rows {
		ids[n] = r.ID
	}
	facts, err := factsAbout(tx, attended, ids...)
	if err != nil {
		return nil, err
	}
	facts = latest(facts)
	all := []api.TrainingSession{}
	for _, r := range rows {
		fields, err := parse[api.TrainingSessionFields](r.Content)
		if err != nil {
			return nil, err
		}
		list, err := parse[[]invited](r.Invited)
		if err != nil {
			return nil, err
		}
		w := api.TrainingSession{
			ID: string(r.ID), TrainingSessionFields: fields, State: r.State, Organiser: string(r.OrganiserID), OrganisedBy: r.OrganiserName,
			Version: r.Version, Reason: r.Reason, HeldAt: r.HeldAt, People: []api.TrainingAttendance{}, Organises: organises(tx, r.OrganiserID),
			Transcribed: r.Transcribed,
		}
		if w.HeldAt != nil {
			at := w.HeldAt.UTC()
			w.HeldAt = &at
		}
		for _, i := range list {
			w.People = append(w.People, api.TrainingAttendance{Account: string(i.Account), Name: i.Name, Invited: true})
		}
		for _, f := range facts {
			if f.SubjectID != r.ID {
				continue
			}
			if err := answer(&w, f); err != nil {
				return nil, err
			}
		}
		all = append(all, w)
	}
	return all, nil
}

func answer(w *api.TrainingSession, f factRow) error {
	n := slices.IndexFunc(w.People, func(a api.TrainingAttendance) bool { return a.Account == string(f.AccountID) })
	if n < 0 {
		n, w.People = len(w.People), append(w.People, api.TrainingAttendance{Account: string(f.AccountID), Name: f.PersonName})
	}
	ink, err := parse[[]api.Stroke](f.Signed)
	if err != nil {
		return err
	}
	at, a := f.At.UTC(), &w.People[n]
	a.Outcome, a.How, a.Signed, a.Note, a.Version, a.Reason, a.At = f.Outcome, f.how(), ink, f.Note, f.Version, f.Reason, &at
	return nil
}
