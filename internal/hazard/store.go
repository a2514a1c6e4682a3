package hazard

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// stepKey tells a step's id that was used for another hazard.
var stepKey = db.Unique{Name: "hazard_steps_id", Columns: "hazard_steps.enterprise_id, hazard_steps.id"}

// hazardKey tells a hazard's id that was used by somebody who was faster.
var hazardKey = db.Unique{Name: "hazards_pkey", Columns: "hazards.enterprise_id, hazards.id"}

type hazardRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	SiteID       id.ID
	ItemID       id.ID
	ItemCode     string
	RecordID     id.ID
	Day          clock.Day
	Severity     string
	Description  string
	State        State
	OpenedAt     time.Time
	OpenedBy     id.ID
	OpenedName   string
	DueAt        time.Time
	ClosedAt     *time.Time
	Steps        int

	Source, SourceNumber, Batch, Basis string

	Cause        string
	Planned      bool
	OwnerID      id.ID
	OwnerName    string
	ToReport     bool
	RectifiedAt  *time.Time
	RectifiedBy  id.ID
	FoundAgain   int
	RecurrenceOf id.ID
	Recurrences  int
	Contained    int
	PhotoBefore  string
	PhotoAfter   string

	// The agency and its named officer, if the authority opened it.
	AgencyID    id.ID
	AgencyName  string
	OfficerID   id.ID
	OfficerName string
}

// selfFound reports whether the enterprise found it by itself.
func (r hazardRow) selfFound() bool { return r.AgencyID == id.Nil && r.Source != FromSampling }

func (r hazardRow) course(steps []Step) Course {
	return Course{
		State: r.State, Severity: r.Severity, Cause: r.Cause, Planned: r.Planned, ToReport: r.ToReport, Rectifier: r.RectifiedBy,
		Owner: r.OwnerID, Ordered: r.AgencyID != id.Nil, Due: r.DueAt, Steps: steps,
	}
}

func (hazardRow) TableName() string { return "hazards" }

type stepRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	HazardID     id.ID     `gorm:"primaryKey"`
	Number       int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Kind         Kind
	Note         string
	Photos       string // SHA-256 of each, joined by commas
	SelfVerified bool
	ByID         id.ID
	ByName       string
	At           time.Time
	Detail       string // JSON, as it is sealed; empty if the kind says nothing more
	RecordID     id.ID
	AboutID      id.ID
	AboutName    string
}

func (stepRow) TableName() string { return "hazard_steps" }

func (r stepRow) step() (Step, error) {
	s := Step{
		ID: r.ID, Number: r.Number, Kind: r.Kind, Note: r.Note, Photos: []string{}, SelfVerified: r.SelfVerified, By: r.ByID, Name: r.ByName, At: r.At.UTC(),
		Record: r.RecordID, About: r.AboutID, AboutName: r.AboutName,
	}
	if r.Photos != "" {
		s.Photos = strings.Split(r.Photos, ",")
	}
	if r.Detail != "" {
		if err := json.Unmarshal([]byte(r.Detail), &s.Detail); err != nil {
			return s, fmt.Errorf("read detail of step %s: %w", r.ID, err)
		}
	}
	return s, nil
}

func insertHazard(tx *db.Tx, r hazardRow) error {
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, hazardKey) {
		return ErrTaken.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert hazard %s: %w", r.ID, err)
	}
	return nil
}

func insertStep(tx *db.Tx, hazard id.ID, s Step) error {
	r := stepRow{
		HazardID: hazard, Number: s.Number, ID: s.ID, Kind: s.Kind, Note: s.Note, Photos: strings.Join(s.Photos, ","),
		SelfVerified: s.SelfVerified, ByID: s.By, ByName: s.Name, At: s.At, RecordID: s.Record, AboutID: s.About, AboutName: s.AboutName,
	}
	if s.Detail != (Detail{}) {
		detail, err := json.Marshal(s.Detail)
		if err != nil {
			return fmt.Errorf("encode detail of step %s: %w", s.ID, err)
		}
		r.Detail = string(detail)
	}
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, stepKey) {
		return ErrStepTaken.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert step %d of hazard %s: %w", s.Number, hazard, err)
	}
	return nil
}

// moveHazard writes the state to which a step has led.
func moveHazard(tx *db.Tx, r hazardRow) error {
	changes := map[string]any{
		"state": r.State, "steps": r.Steps, "closed_at": r.ClosedAt, "due_at": r.DueAt, "severity": r.Severity, "cause": r.Cause, "planned": r.Planned,
		"owner_id": r.OwnerID, "owner_name": r.OwnerName, "to_report": r.ToReport, "rectified_at": r.RectifiedAt, "rectified_by": r.RectifiedBy,
		"found_again": r.FoundAgain, "contained": r.Contained, "photo_before": r.PhotoBefore, "photo_after": r.PhotoAfter,
		"officer_id": r.OfficerID, "officer_name": r.OfficerName,
	}
	result := tx.SQL().Model(&hazardRow{}).Where("id = ? AND steps < ?", r.ID, r.Steps).Updates(changes)
	if result.Error != nil {
		return fmt.Errorf("move hazard %s: %w", r.ID, result.Error)
	}
	if result.RowsAffected != 1 {
		return fmt.Errorf("move hazard %s: %d rows", r.ID, result.RowsAffected)
	}
	return nil
}

// lockHazard returns a hazard and keeps others from moving it until the
// transaction ends.
func lockHazard(tx *db.Tx, hazard id.ID) (hazardRow, error) {
	var r hazardRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", hazard).Take(&r).Error
	return one(r, err, hazard)
}

func findHazard(tx *db.Tx, hazard id.ID) (hazardRow, error) {
	var r hazardRow
	err := tx.SQL().Where("id = ?", hazard).Take(&r).Error
	return one(r, err, hazard)
}

func one(r hazardRow, err error, hazard id.ID) (hazardRow, error) {
	if db.NotFound(err) {
		return r, ErrNotFound
	}
	if err != nil {
		return r, fmt.Errorf("find hazard %s: %w", hazard, err)
	}
	return r, nil
}

// hazardOfStep returns the hazard for which a step's id was used.
func hazardOfStep(tx *db.Tx, step id.ID) (id.ID, error) {
	var rows []stepRow
	if err := tx.SQL().Select("hazard_id").Where("id = ?", step).Limit(1).Find(&rows).Error; err != nil {
		return id.Nil, fmt.Errorf("find step %s: %w", step, err)
	}
	if len(rows) == 0 {
		return id.Nil, nil
	}
	return rows[0].HazardID, nil
}

// stepsOf returns the steps of the hazards in order.
func stepsOf(tx *db.Tx, hazards ...id.ID) (map[id.ID][]Step, error) {
	var rows []stepRow
	if err := tx.SQL().Where("hazard_id IN ?", hazards).Order("hazard_id, number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read steps: %w", err)
	}
	steps := make(map[id.ID][]Step, len(hazards))
	for _, r := range rows {
		s, err := r.step()
		if err != nil {
			return nil, err
		}
		steps[r.HazardID] = append(steps[r.HazardID], s)
	}
	return steps, nil
}

// hazardsOfRecord returns what a record opened, and what it found again.
func hazardsOfRecord(tx *db.Tx, record id.ID) ([]hazardRow, error) {
	var again []id.ID
	if err := tx.SQL().Model(&stepRow{}).Where("record_id = ?", record).Pluck("hazard_id", &again).Error; err != nil {
		return nil, fmt.Errorf("read what record %s found again: %w", record, err)
	}
	q := tx.SQL().Where("record_id = ?", record)
	if len(again) > 0 {
		q = tx.SQL().Where("record_id = ? OR id IN ?", record, again)
	}
	var rows []hazardRow
	if err := q.Order("item_code, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read hazards of record %s: %w", record, err)
	}
	return rows, nil
}

// openOfItem locks the open hazard of an item at a site, if there is one.
func openOfItem(tx *db.Tx, item, site id.ID) (hazardRow, bool, error) {
	var rows []hazardRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("item_id = ? AND site_id = ? AND closed_at IS NULL", item, site).Order("id").Limit(1).Find(&rows).Error
	if err != nil {
		return hazardRow{}, false, fmt.Errorf("find open hazard of item %s: %w", item, err)
	}
	if len(rows) == 0 {
		return hazardRow{}, false, nil
	}
	return rows[0], true, nil
}

// formerOfItem returns the hazard of the item and site that was closed last.
func formerOfItem(tx *db.Tx, item, site id.ID, since time.Time) (hazardRow, bool, error) {
	var rows []hazardRow
	err := tx.SQL().Where("item_id = ? AND site_id = ? AND closed_at >= ?", item, site, since).Order("closed_at DESC, id DESC").Limit(1).Find(&rows).Error
	if err != nil {
		return hazardRow{}, false, fmt.Errorf("find former hazard of item %s: %w", item, err)
	}
	if len(rows) == 0 {
		return hazardRow{}, false, nil
	}
	return rows[0], true, nil
}

// foundBetween returns the hazards of a range of business days in order.
func foundBetween(tx *db.Tx, from, to clock.Day, limit int) ([]hazardRow, error) {
	var rows []hazardRow
	if err := tx.SQL().Where("day >= ? AND day <= ?", from, to).Order("day, opened_at, id").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read hazards of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

// openHazards returns open hazards by deadline, after the place given.
func openHazards(tx *db.Tx, after place, limit int) ([]hazardRow, error) {
	q := tx.SQL().Where("closed_at IS NULL")
	if after.id != id.Nil {
		q = q.Where("(due_at, id) > (?, ?)", after.at, after.id)
	}
	var rows []hazardRow
	if err := q.Order("due_at, id").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read open hazards: %w", err)
	}
	return rows, nil
}

// closedHazards returns closed hazards, newest first, after the place given.
func closedHazards(tx *db.Tx, after place, limit int) ([]hazardRow, error) {
	q := tx.SQL().Where("closed_at IS NOT NULL")
	if after.id != id.Nil {
		q = q.Where("(closed_at, id) < (?, ?)", after.at, after.id)
	}
	var rows []hazardRow
	if err := q.Order("closed_at DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read closed hazards: %w", err)
	}
	return rows, nil
}

func countHazards(tx *db.Tx) (Tally, error) {
	var rows []Tally
	err := tx.Query(&rows, `SELECT count(*) AS found,
		coalesce(sum(CASE WHEN h.closed_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS closed,
		coalesce(sum(CASE WHEN h.closed_at IS NULL THEN 1 ELSE 0 END), 0) AS open,
		coalesce(sum(CASE WHEN h.closed_at IS NULL AND h.due_at < ? THEN 1 ELSE 0 END), 0) AS overdue
		FROM hazards h WHERE {scope:h}`, tx.Now())
	if err != nil {
		return Tally{}, fmt.Errorf("count hazards: %w", err)
	}
	return rows[0], nil
}

// stepsBy returns the steps that a person took from one instant until another.
func stepsBy(tx *db.Tx, account id.ID, from, until time.Time) ([]stepRow, error) {
	var rows []stepRow
	if err := tx.SQL().Where("by_id = ? AND at >= ? AND at < ?", account, from, until).Order("at DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read steps of %s: %w", account, err)
	}
	return rows, nil
}
