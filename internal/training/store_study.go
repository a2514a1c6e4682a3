package training

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type readingRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	StudyID      id.ID
	AccountID    id.ID
	PersonName   string
	Content      string // a material
	GivenID      id.ID
	GivenName    string
	GivenOn      clock.Day
	DueOn        clock.Day
	OpenedAt     *time.Time
	StudiedOn    clock.Day
	Minutes      int
	Version      int
	WithdrawnAt  *time.Time
	Reason       string
}

func (readingRow) TableName() string { return "training_readings" }

func insertReadings(tx *db.Tx, rows []readingRow) error {
	if err := tx.SQL().Create(&rows).Error; err != nil {
		return fmt.Errorf("insert readings: %w", err)
	}
	return nil
}

func updateReading(tx *db.Tx, reading id.ID, changes map[string]any) error {
	if err := tx.SQL().Model(&readingRow{}).Where("id = ?", reading).Updates(changes).Error; err != nil {
		return fmt.Errorf("update reading %s: %w", reading, err)
	}
	return nil
}

func lockReading(tx *db.Tx, reading id.ID) (readingRow, error) {
	return db.Lock[readingRow](tx, reading, ErrReading)
}

func findReading(tx *db.Tx, reading id.ID) (readingRow, error) {
	return db.Find[readingRow](tx, reading, ErrReading)
}

func readingsOfStudy(tx *db.Tx, study id.ID) ([]readingRow, error) {
	var rows []readingRow
	if err := tx.SQL().Where("study_id = ?", study).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read study %s: %w", study, err)
	}
	return rows, nil
}

// readingsOf returns what was given or studied in the range.
func readingsOf(tx *db.Tx, from, to clock.Day) ([]readingRow, error) {
	var rows []readingRow
	err := tx.SQL().Where("given_on >= ? AND given_on <= ? OR studied_on >= ? AND studied_on <= ?", from, to, from, to).Order("due_on, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read self-study: %w", err)
	}
	return rows, nil
}
