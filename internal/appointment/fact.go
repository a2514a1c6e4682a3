package appointment

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// The kinds of sealed facts.
const (
	KindMade  = "appointment.made"
	KindEnded = "appointment.ended"
)

// madeFact and endedFact are what is sealed; the person's name is sealed apart.
type madeFact struct {
	Account  id.ID          `json:"account"`
	Post     reference.Post `json:"post"`
	Site     id.ID          `json:"site,omitempty"`
	DeputyOf id.ID          `json:"deputyOf,omitempty"`
	From     time.Time      `json:"from"`
	Until    *time.Time     `json:"until,omitempty"`
}

type endedFact struct {
	Account id.ID          `json:"account"`
	Post    reference.Post `json:"post"`
	At      time.Time      `json:"endedAt"`
	Why     string         `json:"reason"`
}

type nameFact struct {
	PersonName string `json:"personName"`
}

// make writes the appointment, its role and its fact.
func (s *Service) make(tx *db.Tx, owner string, a Appointment) error {
	if err := insertAppointment(tx, a); err != nil {
		return err
	}
	err := s.roles.GrantRole(tx, identity.Role{
		Account: a.Account, Enterprise: tx.Enterprise(), OwnerName: owner, Role: access.Role(a.Post), Source: a.ID, From: a.From, Until: a.Until,
	})
	if err != nil {
		return fmt.Errorf("grant role of appointment %s: %w", a.ID, err)
	}
	return s.seal(tx, KindMade, a, madeFact{a.Account, a.Post, a.Site, a.DeputyOf, a.From, a.Until})
}

func (s *Service) end(tx *db.Tx, a Appointment, why string) error {
	now := tx.Now()
	a.EndedAt, a.EndedWhy = &now, why
	if err := endAppointment(tx, a); err != nil {
		return err
	}
	if err := s.roles.EndRoles(tx, a.ID, now); err != nil {
		return fmt.Errorf("end roles of appointment %s: %w", a.ID, err)
	}
	return s.seal(tx, KindEnded, a, endedFact{a.Account, a.Post, now, why})
}

func (s *Service) seal(tx *db.Tx, kind string, a Appointment, body any) error {
	f := ledger.Fact{Kind: kind, Subject: a.ID, Day: tx.Today()}
	var err error
	if f.Body, err = json.Marshal(body); err != nil {
		return fmt.Errorf("encode %s %s: %w", kind, a.ID, err)
	}
	if f.Personal, err = json.Marshal(nameFact{a.PersonName}); err != nil {
		return fmt.Errorf("encode name of %s %s: %w", kind, a.ID, err)
	}
	if _, err := s.ledger.Append(tx, f); err != nil {
		return fmt.Errorf("seal %s %s: %w", kind, a.ID, err)
	}
	return nil
}
