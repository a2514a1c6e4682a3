package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type monthlyRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	VersionID    id.ID
	MonthStart   clock.Day
	Body         string // JSON of minutes, as sealed
	People       string // JSON of those invited, with their names
	Names        string // JSON of further names, by account
	Strokes      string // JSON of the signatures drawn by hand, by account
	SignedBy     id.ID
	SignedName   string
	SignedAt     time.Time
}

func (monthlyRow) TableName() string { return "monthlies" }

type monthlyDraftRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	MonthStart   clock.Day `gorm:"primaryKey"`
	Draft        string
	Revision     int
	SavedBy      id.ID
	SavedName    string
	SavedAt      time.Time
}

func (monthlyDraftRow) TableName() string { return "monthly_drafts" }

type attendanceRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	MonthStart   clock.Day `gorm:"primaryKey"`
	AccountID    id.ID     `gorm:"primaryKey"`
	Name         string
	Signature    string
	At           time.Time
}

func (attendanceRow) TableName() string { return "monthly_attendances" }

type resolutionRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	MonthlyID    id.ID
	Number       int
	MonthStart   clock.Day
	DecidedDay   clock.Day
	What         string
	OwnerID      id.ID
	OwnerName    string
	DueDay       clock.Day
}

func (resolutionRow) TableName() string { return "resolutions" }

type resolutionStepRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ResolutionID id.ID     `gorm:"primaryKey"`
	Number       int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Kind         string
	Note         string
	Photos       string // SHA-256 of each, joined by commas
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (resolutionStepRow) TableName() string { return "resolution_steps" }

func insertRow[Row any](tx *db.Tx, r Row, what string) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert %s: %w", what, err)
	}
	return nil
}

// monthlyVersions returns all versions of minutes, oldest first.
func monthlyVersions(tx *db.Tx, record id.ID) ([]monthlyRow, error) {
	var rows []monthlyRow
	if err := tx.SQL().Where("id = ?", record).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read minutes %s: %w", record, err)
	}
	return rows, nil
}

// monthlyOf returns the versions of the month's minutes; none while unsigned.
func monthlyOf(tx *db.Tx, m clock.Month) ([]monthlyRow, error) {
	var rows []monthlyRow
	if err := tx.SQL().Where("month_start = ?", m.First()).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read minutes of %s: %w", m, err)
	}
	return rows, nil
}

// monthlyHeads returns the versions of the minutes of several months without
// their bodies, oldest first.
func monthlyHeads(tx *db.Tx, from, to clock.Day) ([]monthlyRow, error) {
	var rows []monthlyRow
	err := tx.SQL().Select("enterprise_id", "id", "version", "month_start", "signed_name", "signed_at").
		Where("month_start BETWEEN ? AND ?", from, to).Order("month_start, version").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read minutes %s–%s: %w", from, to, err)
	}
	return rows, nil
}

// versionUsed reports whether a version's id stands for one of other minutes.
func versionUsed(tx *db.Tx, version id.ID) (bool, error) {
	var n int64
	if err := tx.SQL().Model(&monthlyRow{}).Where("version_id = ?", version).Count(&n).Error; err != nil {
		return false, fmt.Errorf("find version %s: %w", version, err)
	}
	return n > 0, nil
}

// earlierMonthly reads the last signed minutes before the month, as they were
// first signed; false says that there are none.
func earlierMonthly(tx *db.Tx, m clock.Month) (monthlyRow, bool, error) {
	var rows []monthlyRow
	err := tx.SQL().Select("enterprise_id", "id", "month_start", "signed_at").
		Where("month_start < ? AND version = 1", m.First()).Order("month_start DESC").Limit(1).Find(&rows).Error
	if err != nil {
		return monthlyRow{}, false, fmt.Errorf("read minutes before %s: %w", m, err)
	}
	if len(rows) == 0 {
		return monthlyRow{}, false, nil
	}
	return rows[0], true, nil
}

func findMonthlyDraft(tx *db.Tx, m clock.Month) (monthlyDraftRow, error) {
	var rows []monthlyDraftRow
	if err := tx.SQL().Where("month_start = ?", m.First()).Limit(1).Find(&rows).Error; err != nil {
		return monthlyDraftRow{}, fmt.Errorf("read draft of %s: %w", m, err)
	}
	if len(rows) == 0 {
		return monthlyDraftRow{MonthStart: m.First()}, nil
	}
	return rows[0], nil
}

// writeMonthlyDraft keeps the next revision; false says that another was first.
func writeMonthlyDraft(tx *db.Tx, r monthlyDraftRow) (bool, error) {
	if r.Revision == 1 {
		return true, insertRow(tx, r, "draft of "+string(r.MonthStart))
	}
	changes := map[string]any{"draft": r.Draft, "revision": r.Revision, "saved_by": r.SavedBy, "saved_name": r.SavedName, "saved_at": r.SavedAt}
	done := tx.SQL().Model(&monthlyDraftRow{}).Where("month_start = ? AND revision = ?", r.MonthStart, r.Revision-1).Updates(changes)
	if done.Error != nil {
		return false, fmt.Errorf("write draft of %s: %w", r.MonthStart, done.Error)
	}
	return done.RowsAffected == 1, nil
}

func attendancesOf(tx *db.Tx, m clock.Month) ([]attendanceRow, error) {
	var rows []attendanceRow
	if err := tx.SQL().Where("month_start = ?", m.First()).Order("at, account_id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read attendance of %s: %w", m, err)
	}
	return rows, nil
}

// resolutionsBefore returns the resolutions of earlier months with their steps.
func resolutionsBefore(tx *db.Tx, m clock.Month) ([]resolutionRow, map[id.ID][]resolutionStepRow, error) {
	var rows []resolutionRow
	if err := tx.SQL().Where("month_start < ?", m.First()).Order("month_start, number").Find(&rows).Error; err != nil {
		return nil, nil, fmt.Errorf("read resolutions before %s: %w", m, err)
	}
	steps, err := stepsOfResolutions(tx, rows)
	return rows, steps, err
}

func resolutionsOf(tx *db.Tx, minutes id.ID) ([]resolutionRow, map[id.ID][]resolutionStepRow, error) {
	var rows []resolutionRow
	if err := tx.SQL().Where("monthly_id = ?", minutes).Order("number").Find(&rows).Error; err != nil {
		return nil, nil, fmt.Errorf("read resolutions of %s: %w", minutes, err)
	}
	steps, err := stepsOfResolutions(tx, rows)
	return rows, steps, err
}

// pendingResolutions are those whose last step is no report of completion.
func pendingResolutions(tx *db.Tx) ([]resolutionRow, map[id.ID][]resolutionStepRow, error) {
	var rows []resolutionRow
	err := tx.SQL().Where(`NOT EXISTS (SELECT 1 FROM resolution_steps s WHERE s.enterprise_id = resolutions.enterprise_id AND s.resolution_id = resolutions.id AND s.kind = 'done'
		AND s.number = (SELECT max(l.number) FROM resolution_steps l WHERE l.enterprise_id = s.enterprise_id AND l.resolution_id = s.resolution_id))`).
		Order("due_day, month_start, number").Limit(200).Find(&rows).Error
	if err != nil {
		return nil, nil, fmt.Errorf("read open resolutions: %w", err)
	}
	steps, err := stepsOfResolutions(tx, rows)
	return rows, steps, err
}

func findResolution(tx *db.Tx, resolution id.ID) (resolutionRow, []resolutionStepRow, error) {
	var r resolutionRow
	err := tx.SQL().Where("id = ?", resolution).Take(&r).Error
	if db.NotFound(err) {
		return r, nil, ErrNoResolution
	}
	if err != nil {
		return r, nil, fmt.Errorf("find resolution %s: %w", resolution, err)
	}
	steps, err := stepsOfResolutions(tx, []resolutionRow{r})
	return r, steps[r.ID], err
}

func stepsOfResolutions(tx *db.Tx, rows []resolutionRow) (map[id.ID][]resolutionStepRow, error) {
	steps := map[id.ID][]resolutionStepRow{}
	if len(rows) == 0 {
		return steps, nil
	}
	ids := make([]id.ID, len(rows))
	for n, r := range rows {
		ids[n] = r.ID
	}
	var all []resolutionStepRow
	if err := tx.SQL().Where("resolution_id IN ?", ids).Order("resolution_id, number").Find(&all).Error; err != nil {
		return nil, fmt.Errorf("read reports of resolutions: %w", err)
	}
	for _, s := range all {
		steps[s.ResolutionID] = append(steps[s.ResolutionID], s)
	}
	return steps, nil
}

// resolutionStepUsed reports whether a step's id was used before.
func resolutionStepUsed(tx *db.Tx, step id.ID) (bool, error) {
	var n int64
	if err := tx.SQL().Model(&resolutionStepRow{}).Where("id = ?", step).Count(&n).Error; err != nil {
		return false, fmt.Errorf("find report %s: %w", step, err)
	}
	return n > 0, nil
}

func (s resolutionStepRow) wire() api.ResolutionStep {
	w := api.ResolutionStep{ID: string(s.ID), Kind: s.Kind, Note: s.Note, Photos: []string{}, Name: s.ByName, At: s.At.UTC()}
	if s.Photos != "" {
		w.Photos = strings.Split(s.Photos, ",")
	}
	return w
}

// textOf is a value as stored JSON.
func textOf(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode %T: %w", v, err)
	}
	return string(b), nil
}
