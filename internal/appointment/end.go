package appointment

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// End dismisses the holder at this instant, and with him his deputies. Write
// access ends in the same transaction. What has ended stays as it was.
func (s *Service) End(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
	return s.leave(ctx, g, in, Dismissed)
}

// Resign is End by the holder himself.
func (s *Service) Resign(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
	return s.leave(ctx, g, in, Resigned)
}

func (s *Service) leave(ctx context.Context, g access.Grant, in *api.EndAppointmentInput, kind string) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	why := Ending{Kind: kind, Reason: f.Name("body.reason", in.Body.Reason, 200)}
	if in.Body.Successor != "" {
		why.Successor = parse(&f, "body.successor", in.Body.Successor)
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		a, ok := b.roster.Find(canonical(in.Appointment))
		switch {
		case !ok:
			return ErrNotFound
		case kind == Resigned && a.Account != tx.Actor().Account:
			return ErrNotYours
		case !a.InOffice(tx.Now()):
			out.Body.Items = b.wire(tx.Now())
			return nil
		case a.Post == reference.Principal && a.regular() && b.roster.Principals(tx.Now()) == 1:
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
		if err := s.finish(tx, &act, &b, a, why); err != nil {
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
	for n, c := range b.roster {
		if c.ID != a.ID && c.DeputyOf != a.ID || !c.InOffice(now) {
			continue
		}
		c.EndedAt, c.EndedWhy = &now, why.Reason
		if err := endAppointment(tx, c); err != nil {
			return err
		}
		if err := s.roles.EndRoles(tx, c.ID, now); err != nil {
			return fmt.Errorf("end roles of appointment %s: %w", c.ID, err)
		}
		b.roster[n] = c
		if err := act.seal(KindEnded, c.ID, tx.Today(), endedFact{c.Account, c.Post, now, why.Kind, why.Reason, why.Successor}, nameFact{PersonName: c.PersonName, ByName: tx.Actor().Name}); err != nil {
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
	why.Appointment, why.Number, why.ByName, why.At = a.ID, len(b.endings)+1, tx.Actor().Name, now
	if err := insertEnding(tx, why); err != nil {
		return err
	}
	b.endings[a.ID] = why
	if len(why.Handed) == 0 {
		return nil
	}
	return act.seal(KindHandedOver, a.ID, tx.Today(), handedFact{a.Account, why.Successor, why.Handed}, nameFact{PersonName: a.PersonName, ByName: why.SuccessorName})
}

// closeTerm takes back the announcement of a term's end: a renewal met it.
func (s *Service) closeTerm(tx *db.Tx, b *book, a Appointment, kind string) error {
	l, ok := b.letters[a.ID]
	if !ok || l.UntilDay == "" || !a.regular() {
		return nil
	}
	err := s.duties.Withdraw(tx, KindTerm, a.ID)
	if kind == Renewed || kind == Replaced {
		err = s.duties.Settle(tx, KindTerm, a.ID, l.UntilDay, a.ID)
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
		if l.Account == a.Account && l.Answer == Pending {
			if err := s.ask(tx, l); err != nil {
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
