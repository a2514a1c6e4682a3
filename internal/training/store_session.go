package training

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type sessionRow struct {
	EnterpriseID  db.Tenant `gorm:"primaryKey"`
	ID            id.ID     `gorm:"primaryKey"`
	Day           clock.Day
	State         string
	Content       string // an api.TrainingSessionFields
	Invited       string // []invited
	OrganiserID   id.ID
	OrganiserName string
	HeldAt        *time.Time
	Version       int
	Reason        string
	Transcribed   bool // copied from a paper record
}

func (sessionRow) TableName() string { return "training_sessions" }

func insertSession(tx *db.Tx, r sessionRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert session %s: %w", r.ID, err)
	}
	return nil
}

func updateSession(tx *db.Tx, session id.ID, changes map[string]any) error {
	if err := tx.SQL().Model(&sessionRow{}).Where("id = ?", session).Updates(changes).Error; err != nil {
		return fmt.Errorf("update session %s: %w", session, err)
	}
	return nil
}

// lockSession returns a session and keeps others from changing it until the
// transaction ends.
func lockSession(tx *db.Tx, session id.ID) (sessionRow, error) {
	return db.Lock[sessionRow](tx, session, ErrSession)
}

func findSession(tx *db.Tx, session id.ID) (sessionRow, error) {
	return db.Find[sessionRow](tx, session, ErrSession)
}

func sessionsBetween(tx *db.Tx, from, to clock.Day) ([]sessionRow, error) {
	var rows []sessionRow
	if err := tx.SQL().Where("day >= ? AND day <= ?", from, to).Order("day, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return rows, nil
}
