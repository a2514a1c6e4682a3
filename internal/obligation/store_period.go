package obligation

import (
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// periodic are the kinds whose subject is the enterprise itself.
var periodic = []string{KindWeekly, KindMonthly}

const ofPeriods = "o.enterprise_id = e.enterprise_id AND {scope:o} AND o.kind IN ? AND o.subject_id = e.enterprise_id AND o.period_start >= ?"

// periodsOf reads the weeks' and months' rows of the patterns' enterprises,
// which lie in a row by id.
func periodsOf(tx *db.Tx, patterns []*Pattern, from clock.Day) (map[id.ID][]Obligation, error) {
	join := "CROSS JOIN obligations o WHERE " + ofPeriods
	if tx.Engine() == db.Postgres {
		join = "CROSS JOIN LATERAL (SELECT * FROM obligations o WHERE " + ofPeriods + " OFFSET 0) o WHERE true"
	}
	var rows []obligationRow
	err := tx.Query(&rows, "SELECT o.enterprise_id, o.kind, o.subject_id, o.period_start, o.path, o.opens_at, o.due_until, o.fulfilled_at, o.excuse, o.post"+
		" FROM enterprises e "+join+" AND {scope:e} AND e.enterprise_id >= ? AND e.enterprise_id <= ?",
		periodic, from, patterns[0].Enterprise, patterns[len(patterns)-1].Enterprise)
	if err != nil {
		return nil, fmt.Errorf("read planned periods: %w", err)
	}
	have := make(map[id.ID][]Obligation, len(patterns))
	for _, r := range rows {
		o := r.domain()
		have[o.Enterprise] = append(have[o.Enterprise], o)
	}
	return have, nil
}

// handRows gives rows that are not done to the post that they name.
func handRows(tx *db.Tx, rows []Obligation) error {
	type change struct {
		kind, post string
		day        clock.Day
	}
	groups := map[change][]string{}
	for _, o := range rows {
		k := change{o.Kind, string(o.Post), o.Day}
		groups[k] = append(groups[k], string(o.Subject))
	}
	for k, subjects := range groups {
		for some := range slices.Chunk(subjects, rowsAtOnce) {
			_, err := tx.Exec("UPDATE obligations AS o SET post = ? WHERE {scope:o} AND o.kind = ? AND o.period_start = ? AND o.subject_id IN ? AND o.fulfilled_at IS NULL",
				k.post, k.kind, k.day, some)
			if err != nil {
				return fmt.Errorf("hand %s of %s to the %s: %w", k.kind, k.day, k.post, err)
			}
		}
	}
	return nil
}

// unmetPeriods reads the weeks and months from the day on that are not done.
func unmetPeriods(tx *db.Tx, from clock.Day) ([]Obligation, error) {
	var rows []obligationRow
	err := tx.SQL().Where("kind IN ? AND subject_id = ? AND period_start >= ? AND fulfilled_at IS NULL", periodic, tx.Enterprise(), from).
		Order("kind, period_start").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read periods from %s: %w", from, err)
	}
	return domains(rows), nil
}

// weighRow excuses a period that is not done, or makes it due again.
func weighRow(tx *db.Tx, o Obligation, owed bool) error {
	columns := map[string]any{"excused_at": tx.Now(), "excuse": ExcuseNoChecks}
	if owed {
		columns = map[string]any{"excused_at": nil, "excuse": ""}
	}
	_, err := change(tx, o, columns, "fulfilled_at IS NULL")
	return err
}

// idleInOutage lists the enterprises of which an outage excused the last check
// so far that the period asked for.
func idleInOutage(tx *db.Tx, why id.ID, kind string, first, last clock.Day) ([]id.ID, error) {
	var idle []id.ID
	err := tx.Query(&idle, `SELECT DISTINCT d.enterprise_id FROM obligations d
		JOIN obligations o ON o.enterprise_id = d.enterprise_id AND o.kind = ? AND o.subject_id = d.enterprise_id AND o.period_start = ?
		WHERE {scope:d} AND d.kind = ? AND d.excuse_id = ? AND d.period_start BETWEEN ? AND ? AND o.fulfilled_at IS NULL AND o.excused_at IS NULL
		AND NOT EXISTS (SELECT 1 FROM obligations n WHERE n.enterprise_id = d.enterprise_id AND n.kind = ? AND n.period_start BETWEEN ? AND ? AND n.excused_at IS NULL)`,
		kind, first, KindDaily, why, first, last, KindDaily, first, last)
	if err != nil {
		return nil, fmt.Errorf("look for idle %s of %s: %w", kind, first, err)
	}
	return idle, nil
}

const isDirected = "EXISTS (SELECT 1 FROM appointments d WHERE d.enterprise_id = e.enterprise_id AND d.post = 'director' AND d.from_at <= ? AND d.ended_at IS NULL " +
	"AND (d.until_at IS NULL OR d.until_at > ?))"

// directed reports whether a director of the transaction's enterprise is in
// office.
func directed(tx *db.Tx) (bool, error) {
	var found []bool
	if err := tx.Query(&found, "SELECT "+isDirected+" FROM enterprises e WHERE {scope:e}", tx.Now(), tx.Now()); err != nil {
		return false, fmt.Errorf("look for a director: %w", err)
	}
	return len(found) > 0 && found[0], nil
}

type termsRow struct {
	EnterpriseID          db.Tenant `gorm:"primaryKey"`
	WeekGrace, MonthGrace int
	ChangedBy             id.ID
	ChangedAt             time.Time
}

func (termsRow) TableName() string { return "obligation_terms" }

type enterpriseRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
}

func (enterpriseRow) TableName() string { return "enterprises" }

// readTerms returns the enterprise's terms, or the product's own.
func readTerms(tx *db.Tx) (Terms, error) {
	var rows []termsRow
	if err := tx.SQL().Find(&rows).Error; err != nil {
		return Terms{}, fmt.Errorf("read terms: %w", err)
	}
	if len(rows) == 0 {
		return standardTerms, nil
	}
	return Terms{Week: rows[0].WeekGrace, Month: rows[0].MonthGrace}, nil
}

// putTerms writes the terms; changes of one enterprise's terms queue.
func putTerms(tx *db.Tx, t Terms) error {
	var lock enterpriseRow
	if err := tx.SQL().Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("enterprise_id").Take(&lock).Error; err != nil {
		return fmt.Errorf("lock enterprise %s: %w", tx.Enterprise(), err)
	}
	r := tx.SQL().Model(&termsRow{}).Where("true").
		Updates(map[string]any{"week_grace": t.Week, "month_grace": t.Month, "changed_by": tx.Actor().Account, "changed_at": tx.Now()})
	if r.Error == nil && r.RowsAffected == 0 {
		r = tx.SQL().Create(&termsRow{WeekGrace: t.Week, MonthGrace: t.Month, ChangedBy: tx.Actor().Account, ChangedAt: tx.Now()})
	}
	if r.Error != nil {
		return fmt.Errorf("write terms: %w", r.Error)
	}
	return nil
}
