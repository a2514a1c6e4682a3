package appointment

import (
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// AppointFirst puts the first person into his posts, for all sites, when the
// enterprise is founded or gets its first account. He need not be asked.
func (s *Service) AppointFirst(tx *db.Tx, account id.ID, name string, posts []string) error {
	owner, b, err := s.open(tx)
	if err != nil {
		return err
	}
	act := act{owner: owner}
	for _, post := range posts {
		l := Letter{Appointment: Appointment{ID: tx.NewID(), Account: account, PersonName: name, Post: reference.Post(post)}, Veto: true, Report: true}
		if !slices.Contains(postOrder, l.Post) {
			return fmt.Errorf("appoint first to unknown post %q", post)
		}
		if b.roster.Holds(account, l.Post, nil, tx.Now(), false) {
			return ErrHeld
		}
		l.Duties = usual[l.Post]
		if err := s.issue(tx, &act, &b, l, true); err != nil {
			return err
		}
	}
	return s.conclude(tx, act, b.roster)
}

// HasPrincipal reports whether a principal is in office.
func (s *Service) HasPrincipal(tx *db.Tx) (bool, error) {
	roster, err := readRoster(tx)
	return roster.Principals(tx.Now()) > 0, err
}

// InOffice reports whether the person may keep the site's records now: as
// officer, as director, or as the deputy of one.
func (s *Service) InOffice(tx *db.Tx, account, site id.ID) (bool, error) {
	roster, err := readRoster(tx)
	return roster.Keeps(account, site, tx.Now()), err
}

// Holders lists the appointments in office now, principals first.
func (s *Service) Holders(tx *db.Tx) ([]api.Appointment, error) {
	all, err := s.list(tx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(a api.Appointment) bool { return !a.InOffice }), nil
}

// History lists all appointments, those in office first, ended ones after them.
func (s *Service) History(tx *db.Tx) ([]api.Appointment, error) { return s.list(tx) }

// SoleKeeper reports whether the person holds every post that is filled, so
// that there is nobody else to review what he wrote.
func (s *Service) SoleKeeper(tx *db.Tx, account id.ID) (bool, error) {
	roster, err := readRoster(tx)
	return roster.SoleKeeper(account, tx.Now()), err
}

// Capacities names the posts that the person holds now, highest first: what a
// paper prints beside his one signature (see [Words]).
func (s *Service) Capacities(tx *db.Tx, account id.ID) ([]string, error) {
	roster, err := readRoster(tx)
	return roster.Capacities(account, tx.Now()), err
}
