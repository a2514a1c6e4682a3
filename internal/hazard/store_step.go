package hazard

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// stepKey tells a step's id that was used for another hazard.
var stepKey = db.Unique{Name: "hazard_steps_id", Columns: "hazard_steps.enterprise_id, hazard_steps.id"}

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

// stepsOf returns the steps of a hazard in order.
func stepsOf(tx *db.Tx, hazard id.ID) ([]Step, error) {
	var rows []stepRow
	if err := tx.SQL().Where("hazard_id = ?", hazard).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read steps of hazard %s: %w", hazard, err)
	}
	steps := make([]Step, len(rows))
	for n, r := range rows {
		var err error
		if steps[n], err = r.step(); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

// stepsBy returns the steps that a person took from one instant until another.
func stepsBy(tx *db.Tx, account id.ID, from, until time.Time) ([]stepRow, error) {
	var rows []stepRow
	if err := tx.SQL().Where("by_id = ? AND at >= ? AND at < ?", account, from, until).Order("at DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read steps of %s: %w", account, err)
	}
	return rows, nil
}

// containedBetween returns the steps by which something was stopped, sealed or
// recalled, in order.
func containedBetween(tx *db.Tx, from, until time.Time) ([]stepRow, error) {
	var rows []stepRow
	if err := tx.SQL().Where("kind = ? AND at >= ? AND at < ?", StepContained, from, until).Order("at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read what was contained: %w", err)
	}
	return rows, nil
}

type stepAbout struct {
	HazardID    id.ID
	Kind        Kind
	At          time.Time
	Description string
}

// stepsAbout returns the steps by which others named a person in the time: as
// the owner, or as the one to whom they reported.
func stepsAbout(tx *db.Tx, account id.ID, from, until time.Time) ([]stepAbout, error) {
	var rows []stepAbout
	err := tx.Query(&rows, `SELECT p.hazard_id, p.kind, p.at, h.description FROM hazard_steps p
		JOIN hazards h ON h.enterprise_id = p.enterprise_id AND h.id = p.hazard_id
		WHERE {scope:p} AND p.about_id = ? AND p.kind IN ('planned', 'reported') AND p.at >= ? AND p.at < ? ORDER BY p.at DESC`, account, from, until)
	if err != nil {
		return nil, fmt.Errorf("read steps about %s: %w", account, err)
	}
	return rows, nil
}
