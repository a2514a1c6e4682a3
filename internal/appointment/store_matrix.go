package appointment

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type matrixRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	ListID       id.ID
	ListVersion  int
	Cells        string // JSON
	MadeBy       id.ID
	MadeName     string
	MadeAt       time.Time
}

func (matrixRow) TableName() string { return "duty_matrices" }

// latestMatrix returns the version that was set last; version 0 if none was.
func latestMatrix(tx *db.Tx) (r matrixRow, ok bool, err error) {
	err = tx.SQL().Order("version DESC").Take(&r).Error
	if db.NotFound(err) {
		return matrixRow{}, false, nil
	}
	if err != nil {
		return r, false, fmt.Errorf("read duty matrix: %w", err)
	}
	return r, true, nil
}

func insertMatrix(tx *db.Tx, r matrixRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert duty matrix %d: %w", r.Version, err)
	}
	return nil
}

// matricesBy returns the versions that a person set from one instant until another.
func matricesBy(tx *db.Tx, account id.ID, from, until time.Time) ([]matrixRow, error) {
	var rows []matrixRow
	if err := tx.SQL().Omit("cells").Where("made_by = ? AND made_at >= ? AND made_at < ?", account, from, until).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read duty matrices by %s: %w", account, err)
	}
	return rows, nil
}
