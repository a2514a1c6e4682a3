package appointment

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// newcomer is a person who may have no account yet.
type newcomer struct{ login, phone string }

// letterOf reads the input.
func letterOf(in *api.AppointInput, today clock.Day) (l Letter, who newcomer, err error) {
	var f enterprise.Form
	l, who = letterIn(&f, in)
	if err := f.Err(ErrInput); err != nil {
		return l, who, err
	}
	if l.Signed, err = signed(in.Body.Declaration); err != nil {
		return l, who, err
	}
	return l, who, checkTerm(l, today)
}

// checkTerm wants a last day that is still to come, and not beyond all plans.
func checkTerm(l Letter, today clock.Day) error {
	if l.UntilDay != "" && (!l.UntilDay.After(today) || l.UntilDay.Sub(today) > longestTerm) {
		return ErrTerm.At("body.until", "")
	}
	return nil
}

// letterIn reads the input field by field; all that is wrong is told at once.
func letterIn(f *enterprise.Form, in *api.AppointInput) (l Letter, who newcomer) {
	b := &in.Body
	l.ID, l.Post, l.Employment = parse(f, "body.id", b.ID), reference.Post(b.Post), b.Employment
	if !slices.Contains(postOrder, l.Post) {
		f.Refuse("body.post", words.Say("appointment.input.post", "请选择主要负责人、质量安全总监或质量安全员。"))
	}
	if l.Employment == "" {
		l.Employment = FullTime
	}
	if l.Employment != FullTime && l.Employment != PartTime {
		f.Refuse("body.employment", words.Say("appointment.input.employment", "请选择全职或兼职。"))
	}
	l.Sites, l.Products = ids(f, "body.sites", b.Sites), ids(f, "body.products", b.Products)
	l.UntilDay = f.Day("body.until", b.Until)
	if l.Post == reference.Principal && len(l.Sites)+len(l.Products) > 0 {
		f.Refuse("body.sites", words.Say("appointment.input.scope", "主要负责人全面负责，请不要指定场所和产品。"))
	}
	if l.Post == reference.Principal && l.UntilDay != "" {
		f.Refuse("body.until", words.Say("appointment.input.term", "主要负责人不设任期，请留空。"))
	}
	l.Veto, l.Report = b.Veto == nil || *b.Veto, b.Report == nil || *b.Report
	if l.Duties = f.Text("body.duties", b.Duties, 1000); l.Duties == "" {
		l.Duties = usual[l.Post]
	}
	if b.Replaces != "" {
		l.Replaces = parse(f, "body.replaces", b.Replaces)
	}
	if b.Account != "" {
		l.Account = parse(f, "body.account", b.Account)
	} else {
		l.PersonName = f.Name("body.name", b.Name, 50)
		if who.login = f.Name("body.login", b.Login, 64); who.login != "" {
			_ = f.Take(identity.CheckLogin(who.login)) // refuses, or finds it right
		}
		if who.phone = f.Line("body.phone", b.Phone, 30); !dialable(who.phone) {
			f.Refuse("body.phone", words.Say("appointment.input.phone", "手机号应为 11 位数字，座机如 0576-12345678；没有的请留空。"))
		}
	}
	return l, who
}

// number is a mobile phone, or a line with its area code.
var number = regexp.MustCompile(`^(\+?86)?(1[3-9]\d{9}|0\d{9,11})(,\d{1,6})?$`)

// dialable reports whether a phone number can be called; none is none.
func dialable(phone string) bool {
	return phone == "" || number.MatchString(strings.NewReplacer(" ", "", "-", "", "转", ",").Replace(phone))
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
			if b.waiting(l, now) {
				return ErrWaiting
			}
			return nil // a renewal
		}
	}
	if b.roster.Holds(l.Account, l.Post, l.Sites, now, false) {
		return ErrHeld
	}
	if b.waiting(l, now) {
		return ErrWaiting
	}
	return nil
}

// issue writes the letter. Who accepts at once is in office in this instant;
// everybody else is asked.
func (s *Service) issue(tx *db.Tx, act *act, b *book, l Letter, atOnce bool) error {
	l.Number, l.Day, l.From, l.MadeBy, l.MadeName = b.nextLetter(), tx.Today(), tx.Now(), tx.Actor().Account, tx.Actor().Name
	if l.Employment == "" {
		l.Employment = FullTime
	}
	if err := insertLetter(tx, l); err != nil {
		return err
	}
	b.file(l)
	if atOnce {
		if err := s.accept(tx, act, b, l, "", true); err != nil {
			return err
		}
		return act.add(KindMade, l, madeOf(l, true))
	}
	err := s.roles.GrantRole(tx, identity.Role{
		Account: l.Account, Enterprise: tx.Enterprise(), OwnerName: act.owner, Role: access.Appointee, Source: l.ID, From: tx.Now(), Until: lastInstant(l.UntilDay),
	})
	if err != nil {
		return fmt.Errorf("let %s answer letter %s: %w", l.Account, l.ID, err)
	}
	if err := s.ask(tx, *b, l); err != nil {
		return err
	}
	return act.add(KindMade, l, madeOf(l, false))
}

// ask makes the answer to the letter the person's own duty.
func (s *Service) ask(tx *db.Tx, b book, l Letter) error {
	err := s.duties.Open(tx, obligation.Obligation{
		Kind: KindAccept, Subject: l.ID, Day: l.Day, Account: l.Account, Opens: l.From, Due: l.answerBy(),
		Title: "接受任命：" + b.office(l.Appointment),
	})
	if err != nil {
		return fmt.Errorf("ask for the answer to letter %s: %w", l.ID, err)
	}
	return nil
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
	if len(l.Sites) == 0 && len(l.Products) == 0 {
		return nil
	}
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
