package appointment

import (
	"context"
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// End dismisses the holder at this instant, and with him his deputies. Write
// access ends in the same transaction. What has ended stays as it was.
func (s *Service) End(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
	return s.leave(ctx, g, leaving{Dismissed, in.Appointment, in.Body.Reason, in.Body.Successor, "", in.Body.Declaration})
}

// Resign is End by the holder himself, now or with notice.
func (s *Service) Resign(ctx context.Context, g access.Grant, in *api.ResignInput) (*api.AppointmentsOutput, error) {
	return s.leave(ctx, g, leaving{Resigned, in.Appointment, in.Body.Reason, in.Body.Successor, in.Body.LastDay, in.Body.Declaration})
}

// leaving is how somebody is to leave, as entered.
type leaving struct {
	kind, appointment, reason, successor, lastDay string
	declaration                                   *api.Declaration
}

func (s *Service) leave(ctx context.Context, g access.Grant, in leaving) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	why := Ending{Kind: in.kind, Reason: f.Name("body.reason", in.reason, 200)}
	if in.successor != "" {
		why.Successor = parse(&f, "body.successor", in.successor)
	}
	lastDay := f.Day("body.lastDay", in.lastDay)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var err error
	if why.Signed, err = signed(in.declaration); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		a, ok := b.roster.Find(canonical(in.appointment))
		switch {
		case !ok:
			return ErrNotFound
		case in.kind == Resigned && a.Account != tx.Actor().Account:
			return ErrNotYours
		case !a.InOffice(tx.Now()):
			out.Body.Items = b.wire(tx.Now())
			return nil
		case b.roster.lastPrincipal(a, tx.Now()):
			return ErrLastPrincipal
		}
		if why.Successor != id.Nil {
			person, here := b.roster.InOffice(tx.Now()).Person(why.Successor)
			if !here || person.Account == a.Account {
				return ErrSuccessor.At("body.successor", "")
			}
			why.SuccessorName = person.PersonName
		}
		act := act{owner: owner}
		if lastDay != "" {
			err = s.giveNotice(tx, &act, &b, a, why, lastDay)
		} else {
			err = s.finish(tx, &act, &b, a, why)
		}
		if err != nil {
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

// finish ends an appointment with its deputies and hands over what the holder
// alone had to do: to the successor, or else to the post once he holds none.
func (s *Service) finish(tx *db.Tx, act *act, b *book, a Appointment, why Ending) error {
	now := tx.Now()
	why.Appointment, why.Number, why.At = a.ID, len(b.endings)+1, now
	if why.ByName == "" {
		why.By, why.ByName = tx.Actor().Account, tx.Actor().Name
	}
	for n, c := range b.roster {
		if c.EndedAt != nil || c.ID != a.ID && (c.DeputyOf != a.ID || !c.InOffice(now)) {
			continue
		}
		at := now
		if !c.InOffice(now) {
			at = *c.Until // the bell rings after the last day of one who resigned
			why.At = at
		}
		c.EndedAt, c.EndedWhy = &at, why.Reason
		if err := endAppointment(tx, c); err != nil {
			return err
		}
		if err := s.roles.EndRoles(tx, c.ID, at); err != nil {
			return fmt.Errorf("end roles of appointment %s: %w", c.ID, err)
		}
		b.roster[n] = c
		if err := act.seal(KindEnded, c.ID, tx.Today(), endedFact{c.Account, c.Post, at, why.Kind, why.Reason, why.Successor}, nameFact{c.PersonName, why.ByName, json.RawMessage(why.Signed)}); err != nil {
			return err
		}
	}
	if err := s.closeTerm(tx, b, a, why.Kind); err != nil {
		return err
	}
	var err error
	if why.Handed, err = s.handOver(tx, *b, a, why.Successor); err != nil {
		return err
	}
	if err := insertEnding(tx, why); err != nil {
		return err
	}
	b.endings[a.ID] = why
	if err := s.dropDeputies(tx, act, b); err != nil || len(why.Handed) == 0 {
		return err
	}
	return act.seal(KindHandedOver, a.ID, tx.Today(), handedFact{a.Account, why.Successor, why.Handed}, nameFact{PersonName: a.PersonName, ByName: why.SuccessorName})
}

// closeTerm takes back the announcement of a term's end: a renewal met it.
func (s *Service) closeTerm(tx *db.Tx, b *book, a Appointment, kind string) error {
	day := b.lastDay(a)
	if day == "" {
		return nil
	}
	err := s.duties.Withdraw(tx, KindTerm, a.ID)
	if kind == Renewed || kind == Replaced {
		err = s.duties.Settle(tx, KindTerm, a.ID, day, a.ID)
	}
	if err != nil {
		return fmt.Errorf("close the term of appointment %s: %w", a.ID, err)
	}
	return nil
}

// handOver gives the person's own open duties away and lists them. A letter
// that asks him stays his.
func (s *Service) handOver(tx *db.Tx, b book, a Appointment, successor id.ID) ([]Handed, error) {
	if successor == a.Account || successor == id.Nil && b.roster.Serves(a.Account, tx.Now()) {
		return nil, nil
	}
	own, _, err := s.openDuties(tx, a)
	if err != nil || len(own) == 0 {
		return nil, err
	}
	handed := make([]Handed, len(own))
	for n, o := range own {
		handed[n] = Handed{Kind: o.Kind, Subject: o.Subject, Day: o.Day, Title: o.Title, Due: o.Due}
	}
	if err := s.duties.HandOver(tx, a.Account, successor); err != nil {
		return nil, fmt.Errorf("hand over from %s: %w", a.Account, err)
	}
	for _, l := range b.letters {
		if l.Account == a.Account && l.awaits(tx.Now()) {
			if err := s.ask(tx, b, l); err != nil {
				return nil, err
			}
		}
	}
	return handed, nil
}

// openDuties tells what the holder alone has still to do, and what his post has.
func (s *Service) openDuties(tx *db.Tx, a Appointment) (own, post []obligation.Obligation, err error) {
	pending, err := s.duties.Pending(tx)
	if err != nil {
		return nil, nil, fmt.Errorf("read open duties: %w", err)
	}
	for _, o := range pending {
		switch {
		case o.Kind == KindAccept:
		case o.Account == a.Account:
			own = append(own, o)
		case o.Account == id.Nil && string(o.Post) == string(a.Post) && o.State(tx.Now()) != obligation.Coming:
			post = append(post, o)
		}
	}
	return own, post, nil
}

// OpenDuties shows what is open before somebody leaves.
func (s *Service) OpenDuties(ctx context.Context, g access.Grant, in *api.OneAppointmentInput) (*api.OpenDutiesOutput, error) {
	out := &api.OpenDutiesOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		roster, err := readRoster(tx)
		if err != nil {
			return err
		}
		a, ok := roster.Find(canonical(in.Appointment))
		if !ok {
			return ErrNotFound
		}
		own, post, err := s.openDuties(tx, a)
		if err != nil {
			return err
		}
		out.Body.Own, out.Body.Post = wireDuties(tx, own), wireDuties(tx, post)
		others := roster.InPost(a.Post, tx.Now())
		out.Body.Vacant = len(others) == 0 || len(others) == 1 && others[0].ID == a.ID
		if out.Body.Hazards, err = s.on.Hazards.OpenOf(tx); err != nil {
			return fmt.Errorf("read open hazards: %w", err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func wireDuties(tx *db.Tx, all []obligation.Obligation) []api.Obligation {
	wired := []api.Obligation{}
	for _, o := range all {
		if o.Title == "" {
			continue // a hazard, which is listed with its words
		}
		wired = append(wired, api.Obligation{
			Kind: o.Kind, Subject: string(o.Subject), Day: string(o.Day), Site: string(o.Site), Title: o.Title, Post: string(o.Post), Account: string(o.Account),
			Opens: o.Opens, Due: o.Due, State: string(o.State(tx.Now())), Mine: o.Awaits(tx.Actor()),
		})
	}
	return wired
}
