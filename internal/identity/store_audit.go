package identity

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// auditLine is one line of the audit log.
type auditLine struct {
	ID          id.ID
	OwnerID     id.ID
	AccountID   id.ID
	AccountName string
	At          time.Time
	Operation   string
	Outcome     string
	Address     string
	Request     string
}

func insertAudit(tx *db.Tx, l auditLine) error {
	_, err := tx.Exec(`INSERT INTO audit_entries (id, owner_id, account_id, account_name, at, operation, outcome, address, request)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) {none}`,
		l.ID, l.OwnerID, l.AccountID, l.AccountName, l.At, l.Operation, l.Outcome, l.Address, l.Request)
	if err != nil {
		return fmt.Errorf("insert audit entry: %w", err)
	}
	return nil
}

// auditOf lists the newest entries below the key: what was done for the owner,
// and what his people did as themselves while they were his people.
func auditOf(tx *db.Tx, owner, below id.ID, limit int) (rows []auditLine, err error) {
	err = tx.Query(&rows, `SELECT id, account_name, at, operation, outcome, address FROM (
			SELECT * FROM (
				SELECT e.id, e.account_name, e.at, e.operation, e.outcome, e.address FROM audit_entries e
				WHERE e.owner_id = ? AND e.id < ? ORDER BY e.id DESC LIMIT ?
			) theirs
			UNION ALL
			SELECT * FROM (
				SELECT e.id, e.account_name, e.at, e.operation, e.outcome, e.address FROM audit_entries e
				WHERE e.owner_id IS NULL AND e.id < ?
				AND e.account_id IN (SELECT account_id FROM memberships WHERE enterprise_id = ? OR agency_id = ?)
				AND EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = e.account_id
					AND (m.enterprise_id = ? OR m.agency_id = ?)
					AND m.from_at <= e.at AND (m.until_at IS NULL OR m.until_at > e.at))
				ORDER BY e.id DESC LIMIT ?
			) people
		) both_kinds ORDER BY id DESC LIMIT ? {none}`,
		owner, below, limit, below, owner, owner, owner, owner, limit, limit)
	if err != nil {
		return nil, fmt.Errorf("list audit of %s: %w", owner, err)
	}
	return rows, nil
}
