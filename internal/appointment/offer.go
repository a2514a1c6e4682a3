package appointment

import (
	"fmt"

	"zhize/api"
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
// somebody of another name is refused: nobody looks at each row of a table.
func (o *Offering) Put(in *api.AppointInput) (Offered, error) {
	l, who, err := letterOf(in, o.tx.Today())
	if err != nil {
		return Offered{}, err
	}
	if err := checkScope(o.tx, l); err != nil {
		return Offered{}, err
	}
	made := Offered{Name: l.PersonName, Login: who.login}
	made.Account, made.Opened, err = o.service.accounts.Named(o.tx, who.login, l.PersonName, who.phone)
	if err != nil {
		return Offered{}, fmt.Errorf("find %s: %w", who.login, err)
	}
	l.Account = made.Account
	if name, here := o.book.known(l.Account); here && name != l.PersonName {
		return Offered{}, ErrInput.For("body.name", words.Say("appointment.input.login", "这个登录名在本单位是“{name}”，请核对姓名或登录名。", "name", name))
	}
	if err := admit(o.tx, o.book, l); err != nil {
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
