package appointment

import (
	"context"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Deputise asks another person of the enterprise to act for the holder until the
// end of a day. The holder himself or the principal may name him. He acts from
// the moment he accepts the letter (see [Service.Answer]), until then the holder
// goes on alone; a principal who names himself acts at once.
func (s *Service) Deputise(ctx context.Context, g access.Grant, in *api.DeputiseInput) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	var d Letter
	d.ID, d.Account = parse(&f, "body.id", in.Body.ID), parse(&f, "body.account", in.Body.Account)
	d.UntilDay = f.Day("body.until", in.Body.Until)
	if d.UntilDay == "" {
		f.Refuse("body.until", words.Say("appointment.input.deputy_until", "请填写代理的最后一天。"))
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
		if _, made := b.wireOf(d.ID, tx.Now()); made {
			out.Body.Items = b.wire(tx.Now())
			return nil
		}
		holder, err := deputy(tx, b.roster, canonical(in.Appointment), d.Account)
		if err != nil {
			return err
		}
		if _, ok := leaveEnd(d.UntilDay, tx.Today()); !ok {
			return ErrDeputyUntil.At("body.until", "")
		}
		d.PersonName, _ = b.known(d.Account)
		d.Post, d.Sites, d.Products, d.DeputyOf, d.Employment = holder.Post, holder.Sites, holder.Products, holder.ID, PartTime
		d.Veto, d.Report, d.Duties = true, true, usual[holder.Post]
		if l, ok := b.letters[holder.ID]; ok {
			d.Veto, d.Report, d.Duties = l.Veto, l.Report, l.Duties
		}
		if b.waiting(d, tx.Now()) {
			return ErrWaiting.At("body.account", "")
		}
		act := act{owner: owner}
		if err := s.issue(tx, &act, &b, d, tx.Actor().Account == d.Account); err != nil {
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

// deputy decides whether the account may act for the holder of the appointment,
// whom it returns.
func deputy(tx *db.Tx, roster Roster, of, account id.ID) (holder Appointment, err error) {
	now := tx.Now()
	holder, ok := roster.Find(of)
	if !ok {
		return holder, ErrNotFound
	}
	if tx.Actor().Account != holder.Account && !tx.Actor().Is(access.Principal) {
		return holder, access.ErrForbidden
	}
	switch {
	case !holder.InOffice(now):
		return holder, ErrEnded
	case !holder.regular():
		return holder, ErrDeputyOfDeputy
	case !roster.Serves(account, now):
		return holder, ErrPersonNotFound.At("body.account", "")
	case account == holder.Account:
		return holder, ErrDeputySelf.At("body.account", "")
	case roster.Holds(account, holder.Post, holder.Sites, now, true):
		return holder, ErrHeld.At("body.account", "")
	}
	return holder, nil
}

// mayAct decides anew, when a letter is accepted, whether a deputy can act still.
func (b book) mayAct(l Letter, at time.Time) error {
	switch {
	case l.regular():
		return nil
	case b.idle(l, at) != "":
		return ErrDeputyOver
	case b.roster.Holds(l.Account, l.Post, l.Sites, at, true):
		return ErrHeld
	}
	return nil
}

// idle says why nobody can act by a deputy's letter any more.
func (b book) idle(l Letter, at time.Time) string {
	switch holder, _ := b.roster.Find(l.DeputyOf); {
	case !holder.InOffice(at):
		return "任职者已不在任，不再需要代理"
	case !b.roster.Serves(l.Account, at):
		return "代理人已不在任"
	}
	return ""
}

// heldBy reports whether the appointment is the person's.
func (b book) heldBy(appointment, account id.ID) bool {
	a, ok := b.roster.Find(appointment)
	return ok && a.Account == account
}

// dropDeputies takes back the letters by which nobody can act any more, because
// the holder left or who was to act for him.
func (s *Service) dropDeputies(tx *db.Tx, act *act, b *book) error {
	for _, l := range b.inOrder() {
		if l.regular() || !l.awaits(tx.Now()) {
			continue
		}
		if why := b.idle(l, tx.Now()); why != "" {
			if err := s.takeLetterBack(tx, act, b, l, why); err != nil {
				return err
			}
		}
	}
	return nil
}
