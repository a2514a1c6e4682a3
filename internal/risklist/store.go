package risklist

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// versionKey tells two drafts begun at the same moment.
var versionKey = db.Unique{Name: "risk_lists_version", Columns: "risk_lists.enterprise_id, risk_lists.version"}

// The states of a list.
const (
	stateDraft    = "draft"
	stateApproved = "approved"
)

type listRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Version      int
	State        string
	Items        []byte
	Note         string
	DraftedBy    id.ID
	DraftedName  string
	DraftedAt    time.Time
	ApprovedBy   id.ID
	ApprovedName string
	ApprovedAt   *time.Time
	EffectiveDay clock.Day
	Revision     int
}

func (listRow) TableName() string { return "risk_lists" }

// lockDraft returns the draft and keeps others from changing it until the
// transaction ends.
func lockDraft(tx *db.Tx) (listRow, bool, error) {
	var r listRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("version = 0").Take(&r).Error
	return found(r, err, "lock draft")
}

// inForce returns the newest approved version.
func inForce(tx *db.Tx) (listRow, bool, error) {
	var r listRow
	err := tx.SQL().Where("state = ?", stateApproved).Order("version DESC").Limit(1).Take(&r).Error
	return found(r, err, "read list in force")
}

func approvedByID(tx *db.Tx, list id.ID) (listRow, bool, error) {
	var r listRow
	err := tx.SQL().Where("id = ? AND state = ?", list, stateApproved).Take(&r).Error
	return found(r, err, "read list")
}

// byVersion returns a version; 0 is the draft.
func byVersion(tx *db.Tx, version int) (listRow, bool, error) {
	var r listRow
	err := tx.SQL().Where("version = ?", version).Take(&r).Error
	return found(r, err, "read version")
}

func found(r listRow, err error, act string) (listRow, bool, error) {
	if db.NotFound(err) {
		return listRow{}, false, nil
	}
	if err != nil {
		return listRow{}, false, fmt.Errorf("%s: %w", act, err)
	}
	return r, true, nil
}

// allVersions returns the approved versions, newest first, and the draft last.
func allVersions(tx *db.Tx) ([]listRow, error) {
	var rows []listRow
	if err := tx.SQL().Order("version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read versions: %w", err)
	}
	return rows, nil
}

func insertDraft(tx *db.Tx, r listRow) error {
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, versionKey) {
		return ErrChanged.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert draft %s: %w", r.ID, err)
	}
	return nil
}

func updateDraft(tx *db.Tx, r listRow, changes map[string]any) error {
	result := tx.SQL().Model(&listRow{}).Where("id = ? AND state = ?", r.ID, stateDraft).Updates(changes)
	if result.Error != nil {
		return fmt.Errorf("update draft %s: %w", r.ID, result.Error)
	}
	if result.RowsAffected != 1 {
		return fmt.Errorf("update draft %s: %d rows", r.ID, result.RowsAffected)
	}
	return nil
}

// approvedBetween returns the versions that were approved from one instant until
// another, without their items.
func approvedBetween(tx *db.Tx, from, until time.Time) ([]listRow, error) {
	var rows []listRow
	err := tx.SQL().Omit("items").Where("state = ? AND approved_at >= ? AND approved_at < ?", stateApproved, from, until).Order("version").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read lists approved: %w", err)
	}
	return rows, nil
}
