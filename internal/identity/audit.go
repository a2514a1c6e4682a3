package identity

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

var errAuditAfter = fault.New(fault.Invalid, "identity.audit.after", "翻页位置不正确，请回到第一页。")

// Outcomes of what is audited.
const (
	done    = "done"
	refused = "refused"
)

// newest stands above every id.
const newest = id.ID("ffffffff-ffff-ffff-ffff-ffffffffffff")

// Audit notes who wrote what and for whom. It is a hook of the database and
// runs once in every writing transaction of a person; the system's own sweeps
// leave no entry. Logging in and refreshing note themselves.
func (s *Service) Audit(tx *db.Tx) error {
	g := tx.Grant()
	actor, owner := g.Actor(), ownerOf(g)
	if g.Scope().Job != "" || actor.Account == id.Nil && owner == id.Nil {
		return nil
	}
	return note(tx, owner, actor.Account, actor.Name, done)
}

// ownerOf returns in whose name somebody acts: an agency that enters an
// enterprise acts in its own name.
func ownerOf(g access.Grant) id.ID {
	if agency := g.Scope().Agency; agency != id.Nil {
		return agency
	}
	return g.Scope().Enterprise
}

func note(tx *db.Tx, owner, account id.ID, name, outcome string) error {
	return insertAudit(tx, auditLine{
		ID: tx.NewID(), OwnerID: owner, AccountID: account, AccountName: name, At: tx.Now(),
		Operation: tx.Grant().Operation(), Outcome: outcome,
		Address: addressOf(tx.Context()), Request: tx.Grant().Request(),
	})
}

// ListAudit lists what was done for the enterprise and the logins of its people.
func (s *Service) ListAudit(ctx context.Context, g access.Grant, in *api.ListAuditInput) (*api.AuditOutput, error) {
	return s.listAudit(ctx, g, in.Page)
}

// ListAgencyAudit lists what was done in the agency's name and the logins of
// its people.
func (s *Service) ListAgencyAudit(ctx context.Context, g access.Grant, in *api.ListAgencyAuditInput) (*api.AuditOutput, error) {
	return s.listAudit(ctx, g, in.Page)
}

func (s *Service) listAudit(ctx context.Context, g access.Grant, page api.Page) (*api.AuditOutput, error) {
	below := newest
	if page.After != "" {
		after, err := id.Parse(page.After)
		if err != nil {
			return nil, errAuditAfter.Because(err)
		}
		below = after
	}
	out := &api.AuditOutput{}
	out.Body.Items = []api.AuditEntry{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := auditOf(tx, ownerOf(g), below, page.Limit+1)
		if err != nil {
			return err
		}
		if len(rows) > page.Limit {
			rows = rows[:page.Limit]
			out.Body.Next = string(rows[page.Limit-1].ID)
		}
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, api.AuditEntry{
				ID: string(r.ID), At: r.At.UTC(), Name: r.AccountName,
				Operation: r.Operation, Outcome: r.Outcome, Address: r.Address,
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
