package identity

import (
	"context"
	"fmt"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// entry is a line of the answer to who somebody is; there is one for each of
// his roles, and one without a role if he has none.
type entry struct {
	Name       string
	MustChange bool
	Role       access.Role
	Path       string
}

// entriesOf asks in one statement whether the session and the account stand
// and which roles the account holds now for the enterprise or in the agency.
func entriesOf(ctx context.Context, d *db.DB, account, session, enterprise, agency id.ID) (rows []entry, err error) {
	now := d.Clock().Now()
	err = d.Ask(ctx, access.Anyone(access.Call{Operation: "enter"}), &rows, `SELECT a.name, a.must_change, m.role, g.path
		FROM sessions s
		JOIN accounts a ON a.id = s.account_id
		LEFT JOIN memberships m ON m.account_id = a.id AND (m.enterprise_id = ? OR m.agency_id = ?)
			AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)
		LEFT JOIN agencies g ON g.id = m.agency_id
		WHERE s.id = ? AND s.account_id = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND a.disabled_at IS NULL {none}`,
		enterprise, agency, now, now, session, account, now)
	if err != nil {
		return nil, fmt.Errorf("enter account %s: %w", account, err)
	}
	return rows, nil
}

// standingOf asks which roles the account holds now for the enterprise or in the
// agency, without a session.
func standingOf(ctx context.Context, d *db.DB, account, enterprise, agency id.ID) (rows []entry, err error) {
	now := d.Clock().Now()
	err = d.Ask(ctx, access.Anyone(access.Call{Operation: "stand"}), &rows, `SELECT a.name, a.must_change, m.role, g.path
		FROM accounts a
		LEFT JOIN memberships m ON m.account_id = a.id AND (m.enterprise_id = ? OR m.agency_id = ?)
			AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)
		LEFT JOIN agencies g ON g.id = m.agency_id
		WHERE a.id = ? AND a.disabled_at IS NULL {none}`,
		enterprise, agency, now, now, account)
	if err != nil {
		return nil, fmt.Errorf("standing of account %s: %w", account, err)
	}
	return rows, nil
}

// held is a role that an account holds now.
type held struct {
	Enterprise id.ID `gorm:"column:enterprise_id"`
	Agency     id.ID `gorm:"column:agency_id"`
	OwnerName  string
	Level      string
	Role       access.Role
}

// heldBy lists the roles that the account holds now, oldest first. An agency
// is called by its present name, an enterprise by the name that was noted.
func heldBy(tx *db.Tx, account id.ID) (rows []held, err error) {
	now := tx.Now()
	err = tx.Query(&rows, `SELECT m.enterprise_id, m.agency_id, coalesce(g.name, m.owner_name) AS owner_name, g.level, m.role
		FROM memberships m
		LEFT JOIN agencies g ON g.id = m.agency_id
		WHERE m.account_id = ? AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)
		ORDER BY m.from_at, m.id {none}`, account, now, now)
	if err != nil {
		return nil, fmt.Errorf("list roles of account %s: %w", account, err)
	}
	return rows, nil
}

// servedBy lists the enterprises of all roles, held now or once.
func servedBy(tx *db.Tx, account id.ID) (map[id.ID]string, error) {
	var rows []held
	err := tx.Query(&rows, `SELECT m.enterprise_id, m.owner_name FROM memberships m
		WHERE m.account_id = ? AND m.enterprise_id IS NOT NULL ORDER BY m.from_at, m.id {none}`, account)
	if err != nil {
		return nil, fmt.Errorf("list enterprises served by account %s: %w", account, err)
	}
	served := make(map[id.ID]string, len(rows))
	for _, r := range rows {
		served[r.Enterprise] = r.OwnerName
	}
	return served, nil
}

func insertRole(tx *db.Tx, membership id.ID, r Role) error {
	_, err := tx.Exec(`INSERT INTO memberships (id, account_id, enterprise_id, agency_id, owner_name, role, source_id, from_at, until_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) {none}`,
		membership, r.Account, r.Enterprise, r.Agency, r.OwnerName, string(r.Role), r.Source, r.From, r.Until)
	if err != nil {
		return fmt.Errorf("insert membership of account %s: %w", r.Account, err)
	}
	return nil
}

// endRoles ends what came from the source for this transaction's enterprise.
func endRoles(tx *db.Tx, source id.ID, at time.Time) error {
	_, err := tx.Exec(`UPDATE memberships SET until_at = ?
		WHERE source_id = ? AND enterprise_id = {tenant} AND (until_at IS NULL OR until_at > ?)`, at, source, at)
	if err != nil {
		return fmt.Errorf("end roles of source %s: %w", source, err)
	}
	return nil
}

// limitRoles moves the end of what came from the source and is still held. What
// has ended stays ended.
func limitRoles(tx *db.Tx, source id.ID, until *time.Time) error {
	_, err := tx.Exec(`UPDATE memberships SET until_at = ?
		WHERE source_id = ? AND enterprise_id = {tenant} AND (until_at IS NULL OR until_at > ?)`, until, source, tx.Now())
	if err != nil {
		return fmt.Errorf("limit roles of source %s: %w", source, err)
	}
	return nil
}

// endRole ends one membership in the agency.
func endRole(tx *db.Tx, membership, agency id.ID) error {
	now := tx.Now()
	_, err := tx.Exec(`UPDATE memberships SET until_at = ?
		WHERE id = ? AND agency_id = ? AND (until_at IS NULL OR until_at > ?) {none}`, now, membership, agency, now)
	if err != nil {
		return fmt.Errorf("end membership %s: %w", membership, err)
	}
	return nil
}

// renameOwner notes the present name of this transaction's enterprise.
func renameOwner(tx *db.Tx, name string) error {
	if _, err := tx.Exec(`UPDATE memberships SET owner_name = ? WHERE enterprise_id = {tenant}`, name); err != nil {
		return fmt.Errorf("rename owner of memberships: %w", err)
	}
	return nil
}
