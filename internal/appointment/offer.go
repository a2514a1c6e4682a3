package appointment

import (
	"fmt"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Offering writes one letter of appointment after the other in the transaction of
// whoever brings them, as a table of people. It puts nobody into office, not even
// who brings the table: everybody answers his own letter.
type Offering struct {
	service *Service
	tx      *db.Tx
	owner   string
	book    book
}

// Offered is a letter that was written, and whether an account was opened for it.
type Offered struct {
	Account id.ID
	Name    string
	Login   string
	Opened  bool
}

// Offering begins to write letters.
func (s *Service) Offering(tx *db.Tx) (*Offering, error) {
	owner, b, err := s.open(tx)
	return &Offering{service: s, tx: tx, owner: owner, book: b}, err
}

// Put writes a letter by the rules of [Service.Appoint]. A login that belongs to
// somebody of another name is refused: nobody looks at each row of a table. All
// that is wrong is told at once; a refused letter may have opened its account, and
// the transaction must not be kept then.
func (o *Offering) Put(in *api.AppointInput) (Offered, error) {
	var f enterprise.Form
	l, who := letterIn(&f, in)
	if err := f.Take(checkTerm(l, o.tx.Today())); err != nil {
		return Offered{}, err
	}
	made := Offered{Name: l.PersonName, Login: who.login}
	if !f.Faulty("body.name", "body.login") {
		var err error
		made.Account, made.Opened, err = o.service.accounts.Named(o.tx, who.login, l.PersonName, who.phone)
		if err := f.Take(err); err != nil {
			return Offered{}, fmt.Errorf("find %s: %w", who.login, err)
		}
		if name, here := o.book.known(made.Account); here && name != l.PersonName {
			f.Refuse("body.name", words.Say("appointment.input.login", "这个登录名在本单位是“{name}”，请核对姓名或登录名。", "name", name))
		}
	}
	l.Account = made.Account
	if !f.Faulty("body.name", "body.login", "body.post", "body.sites") {
		if err := f.Take(o.admit(l)); err != nil {
			return Offered{}, err
		}
	}
	if err := f.Err(ErrInput); err != nil {
		return Offered{}, err
	}
	act := act{owner: o.owner}
	if err := o.service.issue(o.tx, &act, &o.book, l, false); err != nil {
		return Offered{}, err
	}
	// A letter that awaits its answer changes nobody's post: there is nothing to
	// derive anew but the seal.
	return made, o.service.append(o.tx, act)
}

// admit refuses a letter for what is not there, or is held or offered already.
func (o *Offering) admit(l Letter) error {
	if err := checkScope(o.tx, l); err != nil {
		return err
	}
	return admit(o.tx, o.book, l)
}

// Everybody calls each for all who ever had a post or a letter here, once each,
// by the names under which the enterprise knows them.
func (s *Service) Everybody(tx *db.Tx, each func(account id.ID, name, login string) error) error {
	b, err := readBook(tx)
	if err != nil {
		return err
	}
	logins, err := loginsOf(tx)
	if err != nil {
		return err
	}
	for _, l := range logins {
		name, _ := b.known(l.ID)
		if err := each(l.ID, name, l.Login); err != nil {
			return err
		}
	}
	return nil
}
