package appointment

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type gapRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Rule         string
	OpenedAt     time.Time
	ClosedAt     *time.Time
	ClosedHow    string
}

func (gapRow) TableName() string { return "staffing_gaps" }

// openGaps returns what is lacking, by rule.
func openGaps(tx *db.Tx) (map[string]gapRow, error) {
	var rows []gapRow
	if err := tx.SQL().Where("closed_at IS NULL").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read open gaps: %w", err)
	}
	open := make(map[string]gapRow, len(rows))
	for _, r := range rows {
		open[r.Rule] = r
	}
	return open, nil
}

// allGaps returns the history, the newest first.
func allGaps(tx *db.Tx) ([]gapRow, error) {
	var rows []gapRow
	if err := tx.SQL().Order("opened_at DESC, id DESC").Limit(200).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read gaps: %w", err)
	}
	return rows, nil
}

func insertGap(tx *db.Tx, r gapRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("open gap %s: %w", r.Rule, err)
	}
	return nil
}

func closeGap(tx *db.Tx, r gapRow, how string) error {
	err := tx.SQL().Model(&gapRow{}).Where("id = ?", r.ID).Updates(map[string]any{"closed_at": tx.Now(), "closed_how": how}).Error
	if err != nil {
		return fmt.Errorf("close gap %s: %w", r.Rule, err)
	}
	return nil
}

// switchRow is an agency's decision about a rule.
type switchRow struct {
	AgencyID               id.ID
	AgencyName             string
	Rule, Decision, Reason string
	ByName                 string
	At                     time.Time
}

// decisions are those that count for the transaction's enterprise.
func decisions(tx *db.Tx) (map[string]Decision, error) {
	var paths []string
	if err := tx.Query(&paths, "SELECT s.path FROM enterprise_scope s WHERE {scope:s}"); err != nil {
		return nil, fmt.Errorf("read path of office: %w", err)
	}
	if len(paths) == 0 {
		return nil, nil
	}
	rows, err := switchesAbove(tx, paths[0])
	return decide(rows), err
}

// switchesAbove are the decisions of the agencies on a path, the nearest
// agency's first, and each one's newest first.
func switchesAbove(tx *db.Tx, path string) (rows []switchRow, err error) {
	err = tx.Query(&rows, `SELECT w.agency_id, a.name AS agency_name, w.rule, w.decision, w.reason, w.by_name, w.at
		FROM staffing_switches w JOIN agencies a ON a.id = w.agency_id
		WHERE substr(?, 1, length(a.path)) = a.path ORDER BY length(a.path) DESC, w.at DESC, w.id DESC {none}`, path)
	if err != nil {
		return nil, fmt.Errorf("read staffing decisions: %w", err)
	}
	return rows, nil
}

func insertSwitch(tx *db.Tx, rule, decision, reason string) error {
	_, err := tx.Exec(`INSERT INTO staffing_switches (id, agency_id, rule, decision, reason, by_id, by_name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) {none}`,
		tx.NewID(), tx.Actor().Agency, rule, decision, reason, tx.Actor().Account, tx.Actor().Name, tx.Now())
	if err != nil {
		return fmt.Errorf("insert staffing decision: %w", err)
	}
	return nil
}

// changedUnasked are the enterprises in which a term ended, also that of a letter
// without an answer, or whose agencies decided a rule, since the two instants.
func changedUnasked(tx *db.Tx, terms, decided time.Time) (found []id.ID, err error) {
	err = tx.Query(&found, `SELECT a.enterprise_id FROM appointments a WHERE a.ended_at IS NULL AND a.until_at <= ? AND a.until_at > ?
		UNION SELECT l.enterprise_id FROM appointment_letters l WHERE l.until_day < ? AND l.until_day >= ?
			AND NOT EXISTS (SELECT 1 FROM appointment_answers r WHERE r.enterprise_id = l.enterprise_id AND r.letter_id = l.id)
		UNION SELECT s.enterprise_id FROM enterprise_scope s JOIN agencies g ON substr(s.path, 1, length(g.path)) = g.path
			JOIN staffing_switches w ON w.agency_id = g.id WHERE w.at > ?
		ORDER BY 1`, tx.Now(), terms, tx.Today(), clock.DayOf(terms), decided)
	if err != nil {
		return nil, fmt.Errorf("find enterprises to restaff: %w", err)
	}
	return found, nil
}
