package regulator

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// one returns the only row of an answer, if there is one.
func one[T any](rows []T) (row T, found bool) {
	if len(rows) == 0 {
		return row, false
	}
	return rows[0], true
}

func insertAgency(tx *db.Tx, a Agency) error {
	_, err := tx.Exec(`INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES (?, ?, ?, ?, ?, ?) {none}`,
		a.ID, a.ParentID, string(a.Level), a.Name, a.Path, tx.Now())
	if err != nil {
		return fmt.Errorf("insert agency %s: %w", a.ID, err)
	}
	return nil
}

func agencyOf(tx *db.Tx, agency id.ID) (Agency, bool, error) {
	var rows []Agency
	if err := tx.Query(&rows, `SELECT id, parent_id, level, name, path FROM agencies WHERE id = ? {none}`, agency); err != nil {
		return Agency{}, false, fmt.Errorf("read agency %s: %w", agency, err)
	}
	a, found := one(rows)
	return a, found, nil
}

// agencyNamed finds the agency of the name right under the parent, which is
// absent for cities.
func agencyNamed(tx *db.Tx, parent id.ID, name string) (Agency, bool, error) {
	query, args := `SELECT id, parent_id, level, name, path FROM agencies WHERE parent_id = ? AND name = ? {none}`, []any{parent, name}
	if parent == id.Nil {
		query, args = `SELECT id, parent_id, level, name, path FROM agencies WHERE parent_id IS NULL AND name = ? {none}`, []any{name}
	}
	var rows []Agency
	if err := tx.Query(&rows, query, args...); err != nil {
		return Agency{}, false, fmt.Errorf("read agency by name: %w", err)
	}
	a, found := one(rows)
	return a, found, nil
}

type officeLine struct {
	ID             id.ID
	Name, District string
}

func offices(tx *db.Tx) (rows []officeLine, err error) {
	err = tx.Query(&rows, `SELECT o.id, o.name, d.name AS district FROM agencies o JOIN agencies d ON d.id = o.parent_id
		WHERE o.level = 'office' ORDER BY o.path {none}`)
	if err != nil {
		return nil, fmt.Errorf("list offices: %w", err)
	}
	return rows, nil
}

// member is a role that a person holds now in an agency.
type member struct {
	ID         id.ID
	AccountID  id.ID
	Name       string
	Login      string
	AgencyID   id.ID
	AgencyName string
	Role       string
	FromAt     time.Time
}

const members = `SELECT m.id, m.account_id, a.name, a.login, m.agency_id, g.name AS agency_name, m.role, m.from_at
	FROM agencies g
	JOIN memberships m ON m.agency_id = g.id
	JOIN accounts a ON a.id = m.account_id
	WHERE {area:g} AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)`

func membersOfArea(tx *db.Tx) (rows []member, err error) {
	now := tx.Now()
	if err := tx.Query(&rows, members+` ORDER BY g.path, m.from_at, m.id`, now, now); err != nil {
		return nil, fmt.Errorf("list members: %w", err)
	}
	return rows, nil
}

func memberOfArea(tx *db.Tx, membership id.ID) (member, bool, error) {
	now := tx.Now()
	var rows []member
	if err := tx.Query(&rows, members+` AND m.id = ?`, now, now, membership); err != nil {
		return member{}, false, fmt.Errorf("read member %s: %w", membership, err)
	}
	m, found := one(rows)
	return m, found, nil
}

// timesHeld counts how often the account holds the role in the agency now.
func timesHeld(tx *db.Tx, account, agency id.ID, role string) (n int, err error) {
	now := tx.Now()
	err = tx.Query(&n, `SELECT count(*) FROM memberships m WHERE m.account_id = ? AND m.agency_id = ? AND m.role = ?
		AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?) {none}`, account, agency, role, now, now)
	if err != nil {
		return 0, fmt.Errorf("count memberships of account %s: %w", account, err)
	}
	return n, nil
}

// memberNamed returns the name of a person who holds a role in the agency now.
func memberNamed(tx *db.Tx, account, agency id.ID) (string, bool, error) {
	now := tx.Now()
	var names []string
	err := tx.Query(&names, `SELECT a.name FROM accounts a JOIN memberships m ON m.account_id = a.id
		WHERE a.id = ? AND m.agency_id = ? AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?) AND a.disabled_at IS NULL {none}`,
		account, agency, now, now)
	if err != nil {
		return "", false, fmt.Errorf("read member of agency %s: %w", agency, err)
	}
	name, found := one(names)
	return name, found, nil
}

func insertScope(tx *db.Tx, path string) error {
	if _, err := tx.Exec(`INSERT INTO enterprise_scope (enterprise_id, path) VALUES ({tenant}, ?)`, path); err != nil {
		return fmt.Errorf("insert scope of enterprise %s: %w", tx.Enterprise(), err)
	}
	return nil
}

func moveScope(tx *db.Tx, path string) error {
	if _, err := tx.Exec(`UPDATE enterprise_scope SET path = ? WHERE enterprise_id = {tenant}`, path); err != nil {
		return fmt.Errorf("move scope of enterprise %s: %w", tx.Enterprise(), err)
	}
	return nil
}

func insertAssignment(tx *db.Tx, a assignment) error {
	_, err := tx.Exec(`INSERT INTO assignments (enterprise_id, id, agency_id, officer_id, officer_name, from_day, made_by, made_at)
		VALUES ({tenant}, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.AgencyID, a.OfficerID, a.OfficerName, a.FromDay, tx.Actor().Account, tx.Now())
	if err != nil {
		return fmt.Errorf("insert assignment %s: %w", a.ID, err)
	}
	return nil
}

func replaceAssignment(tx *db.Tx, a assignment) error {
	_, err := tx.Exec(`UPDATE assignments SET agency_id = ?, officer_id = ?, officer_name = ?, made_by = ?, made_at = ?
		WHERE enterprise_id = {tenant} AND id = ?`,
		a.AgencyID, a.OfficerID, a.OfficerName, tx.Actor().Account, tx.Now(), a.ID)
	if err != nil {
		return fmt.Errorf("replace assignment %s: %w", a.ID, err)
	}
	return nil
}

func endAssignment(tx *db.Tx, assignment id.ID, last clock.Day) error {
	_, err := tx.Exec(`UPDATE assignments SET until_day = ? WHERE enterprise_id = {tenant} AND id = ?`, last, assignment)
	if err != nil {
		return fmt.Errorf("end assignment %s: %w", assignment, err)
	}
	return nil
}

func assignmentsOf(tx *db.Tx) (rows []assignment, err error) {
	err = tx.Query(&rows, `SELECT a.id, a.agency_id, g.name AS agency_name, a.officer_id, a.officer_name, a.from_day, a.until_day
		FROM assignments a JOIN agencies g ON g.id = a.agency_id
		WHERE {scope:a} ORDER BY a.from_day DESC, a.id DESC`)
	if err != nil {
		return nil, fmt.Errorf("list assignments: %w", err)
	}
	return rows, nil
}

func insertLook(tx *db.Tx, agency id.ID, what, subject string) error {
	_, err := tx.Exec(`INSERT INTO looks (enterprise_id, id, agency_id, agency_name, account_id, account_name, at, what, subject_id)
		VALUES ({tenant}, ?, ?, (SELECT name FROM agencies WHERE id = ?), ?, ?, ?, ?, ?)`,
		tx.NewID(), agency, agency, tx.Actor().Account, tx.Actor().Name, tx.Now(), what, subject)
	if err != nil {
		return fmt.Errorf("insert look at enterprise %s: %w", tx.Enterprise(), err)
	}
	return nil
}

func looksOf(tx *db.Tx, below id.ID, limit int) (rows []look, err error) {
	err = tx.Query(&rows, `SELECT l.id, l.agency_name, l.account_name, l.at, l.what, l.subject_id FROM looks l
		WHERE {scope:l} AND l.id < ? ORDER BY l.id DESC LIMIT ?`, below, limit)
	if err != nil {
		return nil, fmt.Errorf("list looks: %w", err)
	}
	return rows, nil
}
