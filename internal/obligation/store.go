package obligation

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type obligationRow struct {
	EnterpriseID db.Tenant
	Kind         string
	SubjectID    id.ID
	PeriodStart  clock.Day
	SiteID       id.ID
	Path         string
	OpensAt      time.Time
	DueUntil     time.Time
	FulfilledAt  *time.Time
	FulfilledBy  id.ID
	Outcome      string
	Lateness     string
	ExcusedAt    *time.Time
	Excuse       string
	ExcuseID     id.ID
	Post         string
	AccountID    id.ID
	Title        string
}

func (obligationRow) TableName() string { return "obligations" }

func (r obligationRow) domain() Obligation {
	return Obligation{
		Enterprise: id.ID(r.EnterpriseID), Kind: r.Kind, Subject: r.SubjectID, Day: r.PeriodStart, Site: r.SiteID, Path: r.Path,
		Opens: r.OpensAt.UTC(), Due: r.DueUntil.UTC(),
		Fulfilled: instant(r.FulfilledAt), Record: r.FulfilledBy, Outcome: r.Outcome, Lateness: r.Lateness,
		Excused: instant(r.ExcusedAt), Excuse: r.Excuse, ExcuseID: r.ExcuseID,
		Post: access.Role(r.Post), Account: r.AccountID, Title: r.Title,
	}
}

func rowOf(o Obligation) obligationRow {
	return obligationRow{
		EnterpriseID: db.Tenant(o.Enterprise), Kind: o.Kind, SubjectID: o.Subject, PeriodStart: o.Day, SiteID: o.Site, Path: o.Path,
		OpensAt: o.Opens, DueUntil: o.Due,
		FulfilledAt: optional(o.Fulfilled), FulfilledBy: o.Record, Outcome: o.Outcome, Lateness: o.Lateness,
		ExcusedAt: optional(o.Excused), Excuse: o.Excuse, ExcuseID: o.ExcuseID,
		Post: string(o.Post), AccountID: o.Account, Title: o.Title,
	}
}

func instant(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}

func optional(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// lockRow reads one row and, on PostgreSQL, locks it until the commit.
func lockRow(tx *db.Tx, kind string, subject id.ID, day clock.Day) (Obligation, bool, error) {
	var row obligationRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).
		Where("kind = ? AND subject_id = ? AND period_start = ?", kind, subject, day).Take(&row).Error
	if db.NotFound(err) {
		return Obligation{}, false, nil
	}
	if err != nil {
		return Obligation{}, false, fmt.Errorf("read obligation %s %s %s: %w", kind, subject, day, err)
	}
	return row.domain(), true, nil
}

// dailyRows reads the daily rows of the days from–to, of one site or of all.
func dailyRows(tx *db.Tx, from, to clock.Day, site id.ID) ([]Obligation, error) {
	q := tx.SQL().Where("kind = ? AND period_start BETWEEN ? AND ?", KindDaily, from, to)
	if site != id.Nil {
		q = q.Where("site_id = ?", site)
	}
	var rows []obligationRow
	if err := q.Order("period_start, opens_at, subject_id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read daily obligations %s–%s: %w", from, to, err)
	}
	return domains(rows), nil
}

func domains(rows []obligationRow) []Obligation {
	all := make([]Obligation, len(rows))
	for i, r := range rows {
		all[i] = r.domain()
	}
	return all
}

// createRow inserts a row; false says that it is there already.
func createRow(tx *db.Tx, o Obligation) (bool, error) {
	row := rowOf(o)
	done := tx.SQL().Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if done.Error != nil {
		return false, fmt.Errorf("insert obligation %s %s: %w", o.Kind, o.Subject, done.Error)
	}
	return done.RowsAffected == 1, nil
}

// change writes columns of one row that still satisfies the condition, and
// reports whether it did.
func change(tx *db.Tx, o Obligation, columns map[string]any, condition string, args ...any) (bool, error) {
	r := tx.SQL().Model(&obligationRow{}).
		Where("kind = ? AND subject_id = ? AND period_start = ?", o.Kind, o.Subject, o.Day).
		Where(condition, args...).Updates(columns)
	if r.Error != nil {
		return false, fmt.Errorf("update obligation %s %s %s: %w", o.Kind, o.Subject, o.Day, r.Error)
	}
	return r.RowsAffected == 1, nil
}

// excuseRows lets a notice excuse what is neither done nor over.
func excuseRows(tx *db.Tx, n Suspension) error {
	err := tx.SQL().Model(&obligationRow{}).
		Where("kind = ? AND period_start BETWEEN ? AND ? AND site_id = ?", KindDaily, n.From, n.Until, n.Site).
		Where("due_until > ? AND fulfilled_at IS NULL AND excused_at IS NULL", tx.Now()).
		Updates(map[string]any{"excused_at": tx.Now(), "excuse": n.Kind, "excuse_id": n.ID}).Error
	if err != nil {
		return fmt.Errorf("excuse by suspension %s: %w", n.ID, err)
	}
	return nil
}

// unexcuseRows makes due again what a notice excused and is not over.
func unexcuseRows(tx *db.Tx, n Suspension) error {
	err := tx.SQL().Model(&obligationRow{}).
		Where("kind = ? AND period_start BETWEEN ? AND ? AND excuse_id = ?", KindDaily, n.From, n.Until, n.ID).
		Where("due_until > ?", tx.Now()).
		Updates(map[string]any{"excused_at": nil, "excuse": "", "excuse_id": nil}).Error
	if err != nil {
		return fmt.Errorf("resume after suspension %s: %w", n.ID, err)
	}
	return nil
}

// pathOf is the path of the office in charge; empty while there is none.
func pathOf(tx *db.Tx) (string, error) {
	var paths []string
	if err := tx.Query(&paths, "SELECT s.path FROM enterprise_scope s WHERE {scope:s}"); err != nil {
		return "", fmt.Errorf("read path of office: %w", err)
	}
	if len(paths) == 0 {
		return "", nil
	}
	return paths[0], nil
}

// submitters are the officers who signed the records, by record.
func submitters(tx *db.Tx, from, to clock.Day) (map[id.ID]string, error) {
	var rows []struct {
		ID          id.ID
		OfficerName string
	}
	err := tx.Query(&rows, "SELECT r.id, r.officer_name FROM daily_records r WHERE {scope:r} AND r.day BETWEEN ? AND ? AND r.version = 1", from, to)
	if err != nil {
		return nil, fmt.Errorf("read who submitted: %w", err)
	}
	names := make(map[id.ID]string, len(rows))
	for _, r := range rows {
		names[r.ID] = r.OfficerName
	}
	return names, nil
}

// pendingRows reads what is neither done nor excused, of all kinds but the
// daily check.
func pendingRows(tx *db.Tx, limit int) ([]Obligation, error) {
	var rows []obligationRow
	err := tx.SQL().Where("kind <> ? AND fulfilled_at IS NULL AND excused_at IS NULL", KindDaily).
		Order("due_until, kind, subject_id, period_start").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read pending obligations: %w", err)
	}
	return domains(rows), nil
}

// doneRows reads what was done, the latest first, of all kinds but the daily
// check.
func doneRows(tx *db.Tx, limit int) ([]Obligation, error) {
	var rows []obligationRow
	err := tx.SQL().Where("kind <> ? AND fulfilled_at IS NOT NULL", KindDaily).
		Order("fulfilled_at DESC, kind, subject_id, period_start").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read obligations that were met: %w", err)
	}
	return domains(rows), nil
}

// withdrawRows excuses what of the subject is neither done nor excused.
func withdrawRows(tx *db.Tx, kind string, subject id.ID) error {
	err := tx.SQL().Model(&obligationRow{}).
		Where("kind = ? AND subject_id = ? AND kind <> ?", kind, subject, KindDaily).
		Where("fulfilled_at IS NULL AND excused_at IS NULL").
		Updates(map[string]any{"excused_at": tx.Now(), "excuse": ExcuseWithdrawn}).Error
	if err != nil {
		return fmt.Errorf("withdraw %s of %s: %w", kind, subject, err)
	}
	return nil
}

// handOverRows gives a person's pending obligations to another.
func handOverRows(tx *db.Tx, from, to id.ID) error {
	err := tx.SQL().Model(&obligationRow{}).
		Where("account_id = ? AND fulfilled_at IS NULL AND excused_at IS NULL", from).
		Updates(map[string]any{"account_id": to}).Error
	if err != nil {
		return fmt.Errorf("hand over from %s: %w", from, err)
	}
	return nil
}

// periodRows reads the obligations of a kind by their periods.
func periodRows(tx *db.Tx, kind string, from, to clock.Day) ([]Obligation, error) {
	var rows []obligationRow
	err := tx.SQL().Where("kind = ? AND period_start BETWEEN ? AND ?", kind, from, to).Order("period_start, subject_id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read obligations of kind %s: %w", kind, err)
	}
	return domains(rows), nil
}
