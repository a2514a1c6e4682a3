package app

import (
	"context"

	"zhize/api"
	"zhize/internal/appointment"
	"zhize/internal/hazard"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/photo"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
)

// photoOpener opens photos for exports.
type photoOpener struct{ *photo.Service }

// sealer lets obligations, which rank beside the ledger, seal their facts.
type sealer struct{ *ledger.Service }

func (s sealer) Seal(tx *db.Tx, f obligation.Fact) error {
	_, err := s.Append(tx, ledger.Fact{Kind: f.Kind, Subject: f.Subject, Day: f.Day, Payload: ledger.Payload{Body: f.Body, Personal: f.Personal}})
	return err
}

// roles lets appointments grant and end roles.
type roles struct{ *identity.Service }

func (r roles) GrantRole(tx *db.Tx, m appointment.Role) error {
	return r.Service.GrantRole(tx, identity.Role{
		Account: m.Account, Enterprise: m.Enterprise, OwnerName: m.EnterpriseName, Role: m.Role, Source: m.Source, From: m.From, Until: m.Until,
	})
}

// findings lets records open hazards.
type findings struct{ *hazard.Service }

func (h findings) OpenFromCheck(tx *db.Tx, f record.Finding) (id.ID, error) {
	return h.Service.OpenFromCheck(tx, hazard.Finding(f))
}

// taskFunc is a source of tasks.
type taskFunc func(tx *db.Tx) ([]api.Task, error)

// Tasks returns the tasks.
func (f taskFunc) Tasks(tx *db.Tx) ([]api.Task, error) { return f(tx) }

var _ = context.Background
