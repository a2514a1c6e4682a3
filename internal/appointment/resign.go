package appointment

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Resignation is given with notice: the holder stays until the end of the last
// day, as if his term ended then, and what he alone had to do is handed over by
// the bell after it.
type Resignation struct {
	Appointment   id.ID
	Number        int
	LastDay       clock.Day
	Reason        string
	Successor     id.ID
	SuccessorName string
	Signed        string // the holder's declaration, as of a letter
	At            time.Time
	Stay          *Stay // it was taken back
}

// lastDay is the day whose end was announced to the principal; none for a
// deputy, whose leave ends by itself.
func (b book) lastDay(a Appointment) clock.Day {
	switch r, resigned := b.resignations[a.ID]; {
	case !a.regular():
		return ""
	case resigned:
		return r.LastDay
	default:
		return b.letters[a.ID].UntilDay
	}
}

// giveNotice keeps a resignation. Given again for the same day, it is the same.
func (s *Service) giveNotice(tx *db.Tx, act *act, b *book, a Appointment, why Ending, last clock.Day) error {
	if given, ok := b.resignations[a.ID]; ok {
		if given.LastDay == last {
			return nil
		}
		return ErrResigned
	}
	end := lastInstant(last)
	if !last.After(tx.Today()) || last.Sub(tx.Today()) > longestNotice || a.Until != nil && !end.Before(*a.Until) {
		return ErrLastDay.At("body.lastDay", "")
	}
	r := Resignation{
		Appointment: a.ID, Number: len(b.given[a.ID]) + 1, LastDay: last, Reason: why.Reason, Successor: why.Successor, SuccessorName: why.SuccessorName, Signed: why.Signed, At: tx.Now(),
	}
	if err := s.closeTerm(tx, b, a, Resigned); err != nil {
		return err
	}
	if err := insertResignation(tx, r); err != nil {
		return err
	}
	a.Until = end
	if err := limitAppointment(tx, a); err != nil {
		return err
	}
	if err := s.roles.EndRoles(tx, a.ID, *end); err != nil {
		return fmt.Errorf("limit roles of appointment %s: %w", a.ID, err)
	}
	for n := range b.roster {
		if b.roster[n].ID == a.ID {
			b.roster[n] = a
		}
	}
	b.keep(r)
	if err := s.askWhoFollows(tx, *b, a, last); err != nil {
		return err
	}
	return act.seal(KindResigned, a.ID, tx.Today(), resignedFact{a.Account, a.Post, last, r.Reason, r.Successor}, nameFact{a.PersonName, tx.Actor().Name, json.RawMessage(r.Signed)})
}

// askWhoFollows makes it the principal's duty to fill the post, unless somebody
// else holds it on.
func (s *Service) askWhoFollows(tx *db.Tx, b book, a Appointment, last clock.Day) error {
	for _, other := range b.roster.InPost(a.Post, *a.Until) {
		if other.regular() {
			return nil
		}
	}
	if !a.regular() {
		return nil
	}
	err := s.duties.Open(tx, obligation.Obligation{
		Kind: KindTerm, Subject: a.ID, Day: last, Post: access.Principal, Opens: tx.Now(), Due: last.At(24*60 - 1),
		Title: fmt.Sprintf("离任前任命接任人员：%s（%s）%s离任", a.PersonName, paper.Post(string(a.Post)), paper.Day(last)),
	})
	if err != nil {
		return fmt.Errorf("ask who follows %s: %w", a.Account, err)
	}
	return nil
}

// followed settles what was asked when somebody resigned from the post that the
// new appointment fills.
func (s *Service) followed(tx *db.Tx, b book, a Appointment) error {
	for of, r := range b.resignations {
		left, ok := b.roster.Find(of)
		if !ok || left.EndedAt != nil || left.Post != a.Post || !a.regular() {
			continue
		}
		if err := s.duties.Settle(tx, KindTerm, of, r.LastDay, a.ID); err != nil {
			return fmt.Errorf("settle who follows %s: %w", left.Account, err)
		}
	}
	return nil
}

// gone ends the appointment of one who resigned, after his last day: his duties
// go to the successor he named, if that one is still in office.
func (s *Service) gone(tx *db.Tx, act *act, b *book, a Appointment, r Resignation) error {
	why := Ending{Kind: Resigned, Reason: r.Reason, By: a.Account, ByName: a.PersonName, Signed: r.Signed}
	if r.Successor != id.Nil && b.roster.Serves(r.Successor, tx.Now()) {
		why.Successor, why.SuccessorName = r.Successor, r.SuccessorName
	}
	return s.finish(tx, act, b, a, why)
}
