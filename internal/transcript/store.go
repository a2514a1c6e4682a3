package transcript

import (
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type row struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Day          clock.Day
	Who          string
	Summary      string
	Outcome      string
	Paper        string
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (row) TableName() string { return "transcripts" }

func insert(tx *db.Tx, copied id.ID, day clock.Day, in api.TranscriptFields) error {
	r := row{
		ID: copied, Kind: in.Kind, Day: day, Who: in.Who, Summary: in.Summary, Outcome: in.Outcome, Paper: in.Paper,
		ByID: tx.Actor().Account, ByName: tx.Actor().Name, At: tx.Now(),
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert transcript %s: %w", copied, err)
	}
	return nil
}

// find returns a copy, or nil if it is not there.
func find(tx *db.Tx, copied id.ID) (*row, error) {
	var r row
	err := tx.SQL().Where("id = ?", copied).Take(&r).Error
	if db.NotFound(err) {
		return nil, nil //nolint:nilnil // it is not there yet
	}
	if err != nil {
		return nil, fmt.Errorf("find transcript %s: %w", copied, err)
	}
	return &r, nil
}

// before returns copies after a place, newest day first.
func before(tx *db.Tx, day clock.Day, after id.ID, limit int) ([]row, error) {
	var rows []row
	if err := tx.SQL().Where("(day, id) < (?, ?)", day, after).Order("day DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read transcripts: %w", err)
	}
	return rows, nil
}

func between(tx *db.Tx, from, to clock.Day) ([]row, error) {
	var rows []row
	if err := tx.SQL().Where("day BETWEEN ? AND ?", from, to).Order("day DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read transcripts of %s–%s: %w", from, to, err)
	}
	return rows, nil
}
