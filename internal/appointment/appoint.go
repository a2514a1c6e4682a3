package appointment

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// newcomer is a person who may have no account yet.
type newcomer struct{ login, phone string }

// letterOf reads the input.
func letterOf(in *api.AppointInput, today clock.Day) (l Letter, who newcomer, err error) {
	b := &in.Body
	var f enterprise.Form
	l.ID, l.Post, l.Employment = parse(&f, "body.id", b.ID), reference.Post(b.Post), b.Employment
	if !slices.Contains(postOrder, l.Post) {
		f.Refuse("body.post", "请选择主要负责人、质量安全总监或质量安全员。")
	}
	if l.Employment == "" {
		l.Employment = FullTime
	}
	if l.Employment != FullTime && l.Employment != PartTime {
		f.Refuse("body.employment", "请选择全职或兼职。")
	}
	l.Sites, l.Products = ids(&f, "body.sites", b.Sites), ids(&f, "body.products", b.Products)
	l.UntilDay = f.Day("body.until", b.Until)
	if l.Post == reference.Principal && len(l.Sites)+len(l.Products) > 0 {
		f.Refuse("body.sites", "主要负责人全面负责，请不要指定场所和产品。")
	}
	if l.Post == reference.Principal && l.UntilDay != "" {
		f.Refuse("body.until", "主要负责人不设任期，请留空。")
	}
	l.Veto, l.Report = b.Veto == nil || *b.Veto, b.Report == nil || *b.Report
	if l.Duties = f.Text("body.duties", b.Duties, 1000); l.Duties == "" {
		l.Duties = usual[l.Post]
	}
	if b.Replaces != "" {
		l.Replaces = parse(&f, "body.replaces", b.Replaces)
	}
	if b.Account != "" {
		l.Account = parse(&f, "body.account", b.Account)
	} else {
		l.PersonName = f.Name("body.name", b.Name, 50)
		who.login = f.Name("body.login", b.Login, 64)
		who.phone = f.Line("body.phone", b.Phone, 30)
	}
	if err := f.Err(ErrInput); err != nil {
		return l, who, err
	}
	if l.UntilDay != "" && (!l.UntilDay.After(today) || l.UntilDay.Sub(today) > longestTerm) {
		return l, who, ErrTerm.At("body.until", "")
	}
	return l, who, nil
}

// ids reads a list of ids, each once.
func ids(f *enterprise.Form, pointer string, all []string) []id.ID {
	var read []id.ID
	for n, one := range all {
		if i := parse(f, fmt.Sprintf("%s[%d]", pointer, n), one); !slices.Contains(read, i) {
			read = append(read, i)
		}
	}
	return read
}

// Appoint writes a letter of appointment. Repeating the id repeats the answer,
// without the initial password, which is kept nowhere.
func (s *Service) Appoint(ctx context.Context, g access.Grant, in *api.AppointInput) (*api.AppointOutput, error) {
	l, who, err := letterOf(in, clock.DayOf(s.db.Clock().Now()))
	if err != nil {
		return nil, err
	}
	var out api.AppointOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, b, err := s.open(tx)
		if err != nil {
			return err
		}
		if made, ok := b.wireOf(l.ID, tx.Now()); ok {
			out.Body.Appointment = made
			out.Body.Login, err = loginOf(tx, id.ID(made.Account))
			return err
		}
		if err := checkScope(tx, l); err != nil {
			return err
		}
		if l.Account == id.Nil {
			if l.Account, out.Body.InitialPassword, err = s.account(tx, who.login, l.PersonName, who.phone); err != nil {
				return err
			}
		} else if _, here := b.known(l.Account); !here {
			return ErrPersonNotFound.At("body.account", "")
		}
		// A person bears one name in one enterprise.
		if name, here := b.known(l.Account); here {
			l.PersonName = name
		}
		if err := admit(tx, b, l); err != nil {
			return err
		}
		act := act{owner: owner}
		if err := s.issue(tx, &act, &b, l, tx.Actor().Account == l.Account); err != nil {
			return err
		}
		out.Body.Appointment, _ = b.wireOf(l.ID, tx.Now())
		if out.Body.Login, err = loginOf(tx, l.Account); err != nil {
			return err
		}
		return s.conclude(tx, act, b.roster)
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// admit refuses a letter for a post that the person has already or is offered.
func admit(tx *db.Tx, b book, l Letter) error {
	now := tx.Now()
	if l.Replaces != id.Nil {
		old, ok := b.roster.Find(l.Replaces)
		if !ok || !old.InOffice(now) || !old.regular() || old.Post != l.Post {
			return ErrReplaces.At("body.replaces", "")
		}
		if old.Account == l.Account {
			if b.waiting(l.Account, l.Post) {
				return ErrWaiting
			}
			return nil // a renewal
		}
	}
	if b.roster.Holds(l.Account, l.Post, l.Sites, now, false) {
		return ErrHeld
	}
	if b.waiting(l.Account, l.Post) {
		return ErrWaiting
	}
	return nil
}

// issue writes the letter. Who accepts at once is in office in this instant;
// everybody else is asked.
func (s *Service) issue(tx *db.Tx, act *act, b *book, l Letter, atOnce bool) error {
	l.Number, l.Day, l.From, l.MadeName = b.nextLetter(), tx.Today(), tx.Now(), tx.Actor().Name
	if l.Employment == "" {
		l.Employment = FullTime
	}
	if err := insertLetter(tx, l); err != nil {
		return err
	}
	b.letters[l.ID] = l
	if atOnce {
		if err := s.accept(tx, act, b, l, "", true); err != nil {
			return err
		}
		return act.add(KindMade, l, madeOf(l, true))
	}
	err := s.roles.GrantRole(tx, identity.Role{
		Account: l.Account, Enterprise: tx.Enterprise(), OwnerName: act.owner, Role: access.Appointee, Source: l.ID, From: tx.Now(),
	})
	if err != nil {
		return fmt.Errorf("let %s answer letter %s: %w", l.Account, l.ID, err)
	}
	if err := s.ask(tx, l); err != nil {
		return err
	}
	return act.add(KindMade, l, madeOf(l, false))
}

// ask makes the answer to the letter the person's own duty.
func (s *Service) ask(tx *db.Tx, l Letter) error {
	err := s.duties.Open(tx, obligation.Obligation{
		Kind: KindAccept, Subject: l.ID, Day: l.Day, Account: l.Account, Opens: l.From, Due: answerBy(l.Day),
		Title: "接受任命：" + paper.Post(string(l.Post)),
	})
	if err != nil {
		return fmt.Errorf("ask for the answer to letter %s: %w", l.ID, err)
	}
	return nil
}

// accept begins the post, and ends the appointment it replaces.
func (s *Service) accept(tx *db.Tx, act *act, b *book, l Letter, declaration string, atOnce bool) error {
	l.Answer, l.AnsweredAt, l.AnsweredBy, l.Declaration = Accepted, tx.Now(), l.PersonName, declaration
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
	old, ok := b.roster.Find(l.Replaces)
	if !ok || !old.InOffice(tx.Now()) {
		return nil
	}
	why := Ending{Kind: Replaced, Reason: "由" + a.PersonName + "接任", Successor: a.Account, SuccessorName: a.PersonName}
	if old.Account == a.Account {
		why = Ending{Kind: Renewed, Reason: "见" + l.number()}
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
		}
		act := act{owner: owner}
		if in.Body.Answer == string(Accepted) {
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
		if err := act.answer(l, in.Body.Declaration); err != nil {
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
	if d == nil || !legible(*d) {
		return "", "", ErrDeclaration.At("body.declaration", "")
	}
	kept, err := json.Marshal(d)
	if err != nil {
		return "", "", fmt.Errorf("encode declaration: %w", err)
	}
	return string(kept), "", nil
}

// decline closes a letter that nobody takes up.
func (s *Service) decline(tx *db.Tx, b *book, l Letter, answer Answer, why string) error {
	l.Answer, l.AnswerWhy, l.AnsweredAt, l.AnsweredBy = answer, why, tx.Now(), tx.Actor().Name
	if err := insertAnswer(tx, l); err != nil {
		return err
	}
	b.letters[l.ID] = l
	if err := s.roles.EndRoles(tx, l.ID, tx.Now()); err != nil {
		return fmt.Errorf("end the asking of letter %s: %w", l.ID, err)
	}
	return nil
}

// Withdraw takes back a letter that awaits its answer.
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
		case l.Answer == Withdrawn:
			out.Body.Items = b.wire(tx.Now())
			return nil
		case l.Answer != Pending:
			return ErrAnswered
		}
		if err := s.decline(tx, &b, l, Withdrawn, why); err != nil {
			return err
		}
		if err := s.duties.Withdraw(tx, KindAccept, l.ID); err != nil {
			return fmt.Errorf("withdraw the asking of letter %s: %w", l.ID, err)
		}
		act := act{owner: owner}
		if err := act.answer(b.letters[l.ID], nil); err != nil {
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

// account finds or opens the account of a person who is new here: he may
// already have one through another enterprise.
func (s *Service) account(tx *db.Tx, login, name, phone string) (account id.ID, password string, err error) {
	account, there, err := s.accounts.FindAccount(tx, login)
	if err != nil || there {
		return account, "", err
	}
	account, password, err = s.accounts.CreateAccount(tx, login, name, phone)
	if err != nil {
		return id.Nil, "", fmt.Errorf("open account: %w", err)
	}
	return account, password, nil
}

// checkScope wants open sites and present products.
func checkScope(tx *db.Tx, l Letter) error {
	sites, err := sitesOpen(tx)
	if err != nil {
		return err
	}
	for n, site := range l.Sites {
		open, found := sites[site]
		switch at := fmt.Sprintf("body.sites[%d]", n); {
		case !found:
			return ErrSiteNotFound
		case !open:
			return ErrSiteClosed.At(at, "")
		}
	}
	if len(l.Products) == 0 {
		return nil
	}
	present, err := productsPresent(tx)
	if err != nil {
		return err
	}
	for n, product := range l.Products {
		if !present[product] {
			return ErrProduct.At(fmt.Sprintf("body.products[%d]", n), "")
		}
	}
	return nil
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
