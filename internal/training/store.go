package training

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var (
	factKey    = db.Unique{Name: "training_facts_pkey", Columns: "training_facts.enterprise_id, training_facts.id"}
	versionKey = db.Unique{
		Name:    "training_facts_version",
		Columns: "training_facts.enterprise_id, training_facts.kind, training_facts.subject_id, training_facts.account_id, training_facts.version",
	}
	planKey = db.Unique{Name: "training_plans_pkey", Columns: "training_plans.enterprise_id, training_plans.year, training_plans.version"}
)

type planRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Year         int       `gorm:"primaryKey;autoIncrement:false"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	Content      string    // an api.TrainingPlan
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (planRow) TableName() string { return "training_plans" }

// text writes a value into a column of text.
func text(v any) (string, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("encode %T: %w", v, err)
	}
	return string(b), nil
}

// parse reads a column that [text] has written.
func parse[T any](column string) (v T, err error) {
	if column == "" {
		return v, nil
	}
	if err := json.Unmarshal([]byte(column), &v); err != nil {
		return v, fmt.Errorf("read %T: %w", v, err)
	}
	return v, nil
}

func latestPlan(tx *db.Tx, year int) (planRow, error) {
	var rows []planRow
	if err := tx.SQL().Where("year = ?", year).Order("version DESC").Limit(1).Find(&rows).Error; err != nil {
		return planRow{}, fmt.Errorf("read training plan of %d: %w", year, err)
	}
	if len(rows) == 0 {
		return planRow{Year: year}, nil
	}
	return rows[0], nil
}

func insertPlan(tx *db.Tx, r planRow) error {
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, planKey) {
		return ErrMeanwhile.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert training plan %d: %w", r.Year, err)
	}
	return nil
}

// filesOf reads a column of files, which is never null on the wire.
func filesOf(column string) ([]api.FileRef, error) {
	all, err := parse[[]api.FileRef](column)
	if all == nil {
		all = []api.FileRef{}
	}
	return all, err
}
