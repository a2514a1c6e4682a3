package hazard

import (
	"fmt"
	"hash/fnv"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// hazardKey tells a hazard's id that was used by somebody who was faster.
var hazardKey = db.Unique{Name: "hazards_pkey", Columns: "hazards.enterprise_id, hazards.id"}

// oneOpen tells that a hazard of the item and site is open already.
var oneOpen = db.Unique{Name: "hazards_one", Columns: "hazards.enterprise_id, hazards.site_id, hazards.item_id"}

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

// outward are the ids of those that were not found by the enterprise itself.
func outward(tx *db.Tx) ([]id.ID, error) {
	var rows []hazardRow
	if err := tx.SQL().Select("id", "agency_id", "source").Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list what was ordered: %w", err)
	}
	var ids []id.ID
	for _, r := range rows {
		if !r.selfFound() {
			ids = append(ids, r.ID)
		}
	}
	return ids, nil
}

func (r hazardRow) course(steps []Step) Course {
	return Course{
		State: r.State, Severity: r.Severity, Cause: r.Cause, Planned: r.Planned, ToReport: r.ToReport, Rectifier: r.RectifiedBy,
		Owner: r.OwnerID, Ordered: r.AgencyID != id.Nil, Due: r.DueAt, Steps: steps,
	}
}

func (hazardRow) TableName() string { return "hazards" }

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

// moveHazard writes the state to which a step has led.
func moveHazard(tx *db.Tx, r hazardRow) error {
	changes := map[string]any{
		"state": r.State, "steps": r.Steps, "closed_at": r.ClosedAt, "due_at": r.DueAt, "severity": r.Severity, "cause": r.Cause, "planned": r.Planned,
		"owner_id": r.OwnerID, "owner_name": r.OwnerName, "to_report": r.ToReport, "rectified_at": r.RectifiedAt, "rectified_by": r.RectifiedBy,
		"found_again": r.FoundAgain, "contained": r.Contained, "photo_before": r.PhotoBefore, "photo_after": r.PhotoAfter,
		"officer_id": r.OfficerID, "officer_name": r.OfficerName,
	}
	result := tx.SQL().Model(&hazardRow{}).Where("id = ? AND steps < ?", r.ID, r.Steps).Updates(changes)
	if db.Violates(result.Error, oneOpen) {
		return ErrOneOpen.Because(result.Error)
	}
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

// siteLock is the class of the advisory locks on sites.
const siteLock = 7302

// lockSite makes findings at a site queue, so that the second of two that were
// made at the same instant sees what the first has opened, and locks the open
// hazards of its items, the oldest first. A check with several findings takes
// all its locks with the first, before it reaches the chain: whoever advances
// one of the hazards takes them in the same order. SQLite has one writer anyway.
// The key hazards_one would refuse a second hazard; the lock lets it be attached.
func lockSite(tx *db.Tx, site id.ID) ([]hazardRow, error) {
	if tx.Engine() == db.Postgres {
		h := fnv.New32a()
		_, _ = h.Write([]byte(site))
		if _, err := tx.Exec("SELECT pg_advisory_xact_lock(?, ?) {none}", siteLock, int32(h.Sum32())); err != nil {
			return nil, fmt.Errorf("lock site %s: %w", site, err)
		}
	}
	var rows []hazardRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("site_id = ? AND item_id IS NOT NULL AND closed_at IS NULL", site).Order("id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("lock open hazards of site %s: %w", site, err)
	}
	return rows, nil
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
