package appointment

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/notice"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// The refusals of taking a resignation back.
var (
	ErrNoResignation = fault.New(fault.Conflict, "appointment.stay.none", "您没有提交过要在以后离任的辞任，不需要撤回。")
	ErrGone          = fault.New(fault.Conflict, "appointment.stay.gone", "辞任已经生效，不能撤回。需要继续任职的，请由主要负责人重新任命。")
	ErrNotResigned   = fault.New(fault.Conflict, "appointment.stay.not_resigned", "该任职不是因本人辞任而结束，不能由本人撤回。有异议的，请与主要负责人联系。")
)

// Stay takes a resignation with notice back.
type Stay struct {
	Reason string
	Signed string // the holder's declaration, as of a letter
	At     time.Time
}

// keep remembers a resignation; it stands unless it was taken back.
func (b *book) keep(r Resignation) {
	if n := r.Number - 1; n < len(b.given[r.Appointment]) {
		b.given[r.Appointment][n] = r
	} else {
		b.given[r.Appointment] = append(b.given[r.Appointment], r)
	}
	delete(b.resignations, r.Appointment)
	if r.Stay == nil {
		b.resignations[r.Appointment] = r
	}
}

// Stay takes back a resignation that was given with notice, as long as its last
// day is not over. Until then nothing was handed over, so there is nothing to
// return: the term's end, the roles and what the principal was asked become what
// they were. Taken back again, it is the same.
func (s *Service) Stay(ctx context.Context, g access.Grant, in *api.WithdrawResignationInput) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	stay := Stay{Reason: f.Name("body.reason", in.Body.Reason, 200)}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var err error
	if stay.Signed, err = signed(in.Body.Declaration); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		a, ok := b.roster.Find(canonical(in.Appointment))
		if !ok {
			return ErrNotFound
		}
		if a.Account != tx.Actor().Account {
			return ErrNotYours
		}
		r, stands := b.resignations[a.ID]
		end, ended := b.endings[a.ID]
		switch {
		case !a.InOffice(tx.Now()) && (ended && end.Kind == Resigned || !ended && stands):
			return ErrGone
		case !a.InOffice(tx.Now()):
			return ErrNotResigned
		case !stands && len(b.given[a.ID]) == 0:
			return ErrNoResignation
		case !stands:
			out.Body.Items = b.wire(tx.Now())
			return nil
		}
		stay.At = tx.Now()
		r.Stay = &stay
		act := act{owner: owner}
		if err := s.takeBack(tx, &act, &b, a, r); err != nil {
			return err
		}
		out.Body.Items = b.wire(tx.Now())
		return s.conclude(tx, act, b.roster)
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

func (s *Service) takeBack(tx *db.Tx, act *act, b *book, a Appointment, r Resignation) error {
	if err := s.closeTerm(tx, b, a, Resigned); err != nil {
		return err
	}
	if err := insertStay(tx, r); err != nil {
		return err
	}
	b.keep(r)
	until := b.letters[a.ID].UntilDay
	a.Until = lastInstant(until)
	if err := limitAppointment(tx, a); err != nil {
		return err
	}
	if err := s.roles.LimitRoles(tx, a.ID, a.Until); err != nil {
		return fmt.Errorf("lengthen roles of appointment %s: %w", a.ID, err)
	}
	for n := range b.roster {
		if b.roster[n].ID == a.ID {
			b.roster[n] = a
		}
	}
	if err := s.announceEnd(tx, a, until); err != nil {
		return err
	}
	if err := s.tellPrincipals(tx, *b, a, r); err != nil {
		return err
	}
	return act.seal(KindStayed, a.ID, tx.Today(), stayedFact{a.Account, a.Post, r.LastDay, r.Stay.Reason, until}, nameFact{a.PersonName, tx.Actor().Name, json.RawMessage(r.Stay.Signed)})
}

// tellPrincipals says that the person stays: they were asked who follows him.
func (s *Service) tellPrincipals(tx *db.Tx, b book, a Appointment, r Resignation) error {
	for _, p := range b.roster.InPost(reference.Principal, tx.Now()) {
		if p.Account == a.Account {
			continue
		}
		err := s.on.Notices.Post(tx, notice.Message{
			Account: p.Account, Dedupe: fmt.Sprintf("stayed %s %d", a.ID, r.Number), Subject: words.Say("appointment.stay.subject", "【质责】{name}已撤回辞任", "name", a.PersonName),
		}, notice.Line{
			Ref:   notice.Ref{Kind: KindTerm, Subject: a.ID},
			Title: words.Say("appointment.stay.title", "撤回辞任，继续任职：{name}（{post}）", "name", a.PersonName, "post", paper.Post(string(a.Post))),
			Note:  words.Say("appointment.stay.note", "原最后任职日{on}；{reason}", "on", paper.Day(r.LastDay), "day", r.LastDay, "reason", r.Stay.Reason),
		})
		if err != nil {
			return fmt.Errorf("tell %s that %s stays: %w", p.Account, a.Account, err)
		}
	}
	return nil
}

// wireResignations tells all that were given, with those taken back.
func (b book) wireResignations(a Appointment) (all []api.Resignation) {
	for _, r := range b.given[a.ID] {
		w := api.Resignation{LastDay: string(r.LastDay), Reason: r.Reason, At: r.At}
		if r.Stay != nil {
			w.WithdrawnAt, w.WithdrawnWhy = &r.Stay.At, r.Stay.Reason
		}
		all = append(all, w)
	}
	return all
}

// saidOf is a resignation as papers print it.
func saidOf(r api.Resignation) string {
	text := paper.Minute(r.At) + "提出辞任，最后任职日" + paper.Day(clock.Day(r.LastDay)) + "，原因：" + r.Reason
	if r.WithdrawnAt != nil {
		text += "。已于" + paper.Minute(*r.WithdrawnAt) + "撤回，原因：" + r.WithdrawnWhy
	}
	return text + "。"
}
