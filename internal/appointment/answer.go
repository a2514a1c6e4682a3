package appointment

import (
	"context"
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// accept begins the post, and ends the appointment it replaces.
func (s *Service) accept(tx *db.Tx, act *act, b *book, l Letter, declaration string, atOnce bool) error {
	l.Answer, l.AnsweredAt, l.AnsweredID, l.AnsweredBy, l.Declaration = Accepted, tx.Now(), l.Account, l.PersonName, declaration
	if err := insertAnswer(tx, l); err != nil {
		return err
	}
	b.letters[l.ID] = l
	a := l.Appointment
	a.From, a.Until = tx.Now(), lastInstant(l.UntilDay)
	if err := insertAppointment(tx, a); err != nil {
		return err
	}
	b.roster = append(b.roster, a)
	if !atOnce {
		if err := s.roles.EndRoles(tx, l.ID, tx.Now()); err != nil {
			return fmt.Errorf("end the asking of letter %s: %w", l.ID, err)
		}
	}
	err := s.roles.GrantRole(tx, identity.Role{
		Account: a.Account, Enterprise: tx.Enterprise(), OwnerName: act.owner, Role: access.Role(a.Post), Source: a.ID, From: a.From, Until: a.Until,
	})
	if err != nil {
		return fmt.Errorf("grant role of appointment %s: %w", a.ID, err)
	}
	if err := s.announceEnd(tx, a, l.UntilDay); err != nil {
		return err
	}
	if err := s.followed(tx, *b, a); err != nil {
		return err
	}
	old, ok := b.roster.Find(l.Replaces)
	if !ok || !old.InOffice(tx.Now()) {
		return nil
	}
	// Who signed the letter ended the former appointment, not who accepts it.
	why := Ending{Kind: Replaced, Reason: "由" + a.PersonName + "接任", Successor: a.Account, SuccessorName: a.PersonName, By: l.MadeBy, ByName: l.MadeName}
	if old.Account == a.Account {
		why = Ending{Kind: Renewed, Reason: "见" + l.number(), By: l.MadeBy, ByName: l.MadeName}
	}
	return s.finish(tx, act, b, old, why)
}

// announceEnd asks the principal, some time before a term ends, what is to
// become of it. A deputy's leave ends by itself.
func (s *Service) announceEnd(tx *db.Tx, a Appointment, until clock.Day) error {
	if until == "" || !a.regular() {
		return nil
	}
	opens := until.Add(-daysBeforeEnd).Start()
	if opens.Before(tx.Now()) {
		opens = tx.Now()
	}
	err := s.duties.Open(tx, obligation.Obligation{
		Kind: KindTerm, Subject: a.ID, Day: until, Post: access.Principal, Opens: opens, Due: until.At(24*60 - 1),
		Title: fmt.Sprintf("任期届满前续聘或者另行任命：%s（%s）%s到期", a.PersonName, paper.Post(string(a.Post)), paper.Day(until)),
	})
	if err != nil {
		return fmt.Errorf("announce end of appointment %s: %w", a.ID, err)
	}
	return nil
}

// Answer is the person's: he accepts, and is in office, or refuses.
func (s *Service) Answer(ctx context.Context, g access.Grant, in *api.AnswerAppointmentInput) (*api.AppointmentOutput, error) {
	declaration, why, err := answerOf(in)
	if err != nil {
		return nil, err
	}
	var out api.AppointmentOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		l, ok := b.letters[canonical(in.Appointment)]
		switch {
		case !ok || l.Account != tx.Actor().Account && onlyAppointee(tx.Actor()):
			return ErrNotFound
		case l.Account != tx.Actor().Account:
			return ErrNotYours
		case l.Answer == Answer(in.Body.Answer):
			out.Body, err = b.one(tx, l.ID)
			return err
		case l.Answer != Pending:
			return ErrAnswered
		case l.lapsed(tx.Now()):
			return ErrLapsed
		}
		act := act{owner: owner}
		if in.Body.Answer == string(Accepted) {
			if err := b.mayAct(l, tx.Now()); err != nil {
				return err
			}
			err = s.accept(tx, &act, &b, l, declaration, false)
		} else {
			err = s.decline(tx, &b, l, Refused, why)
		}
		if err != nil {
			return err
		}
		if err := s.duties.Settle(tx, KindAccept, l.ID, l.Day, l.ID); err != nil {
			return fmt.Errorf("settle answer to letter %s: %w", l.ID, err)
		}
		l = b.letters[l.ID]
		if err := act.answer(l); err != nil {
			return err
		}
		out.Body, _ = b.wireOf(l.ID, tx.Now())
		return s.conclude(tx, act, b.roster)
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

func answerOf(in *api.AnswerAppointmentInput) (declaration, why string, err error) {
	var f enterprise.Form
	why = f.Line("body.reason", in.Body.Reason, 200)
	if err := f.Err(ErrInput); err != nil {
		return "", "", err
	}
	if in.Body.Answer != string(Accepted) {
		if why == "" {
			return "", "", ErrRefusal.At("body.reason", "")
		}
		return "", why, nil
	}
	d := in.Body.Declaration
	if d == nil {
		return "", "", ErrDeclaration.At("body.declaration", "")
	}
	declaration, err = signed(d)
	return declaration, "", err
}

// signed keeps a declaration as JSON; none is empty.
func signed(d *api.Declaration) (string, error) {
	if d == nil {
		return "", nil
	}
	if !legible(*d) {
		return "", ErrDeclaration.At("body.declaration", "")
	}
	kept, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("encode declaration: %w", err)
	}
	return string(kept), nil
}

// decline closes a letter that nobody takes up.
func (s *Service) decline(tx *db.Tx, b *book, l Letter, answer Answer, why string) error {
	l.Answer, l.AnswerWhy, l.AnsweredAt, l.AnsweredID, l.AnsweredBy = answer, why, tx.Now(), tx.Actor().Account, tx.Actor().Name
	if err := insertAnswer(tx, l); err != nil {
		return err
	}
	b.letters[l.ID] = l
	if err := s.roles.EndRoles(tx, l.ID, tx.Now()); err != nil {
		return fmt.Errorf("end the asking of letter %s: %w", l.ID, err)
	}
	return nil
}

// Withdraw takes back a letter that awaits its answer: the principal any, a
// holder that of who was to act for him.
func (s *Service) Withdraw(ctx context.Context, g access.Grant, in *api.EndingInput) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	why := f.Name("body.reason", in.Body.Reason, 200)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		l, ok := b.letters[canonical(in.Appointment)]
		switch {
		case !ok:
			return ErrNotFound
		case !tx.Actor().Is(access.Principal) && !b.heldBy(l.DeputyOf, tx.Actor().Account):
			return access.ErrForbidden
		case l.Answer == Withdrawn:
			out.Body.Items = b.wire(tx.Now())
			return nil
		case l.Answer != Pending:
			return ErrAnswered
		case l.lapsed(tx.Now()):
			return ErrLapsed
		}
		act := act{owner: owner}
		if err := s.takeLetterBack(tx, &act, &b, l, why); err != nil {
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

func (s *Service) takeLetterBack(tx *db.Tx, act *act, b *book, l Letter, why string) error {
	if err := s.decline(tx, b, l, Withdrawn, why); err != nil {
		return err
	}
	if err := s.duties.Withdraw(tx, KindAccept, l.ID); err != nil {
		return fmt.Errorf("withdraw the asking of letter %s: %w", l.ID, err)
	}
	return act.answer(b.letters[l.ID])
}

// legible wants words, and a signature of whole points inside its box.
func legible(d api.Declaration) bool {
	if len([]rune(d.Text)) == 0 {
		return false
	}
	for _, stroke := range d.Signature {
		if len(stroke)%2 != 0 {
			return false
		}
		for i, v := range stroke {
			if v < 0 || i%2 == 0 && v > 1000 || i%2 == 1 && v > 400 {
				return false
			}
		}
	}
	return true
}
