package training

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// factRow is one version of a sealed fact. What a test says in full stands in
// its body in the chain.
type factRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	SubjectID    id.ID
	AccountID    id.ID
	Version      int
	Day          clock.Day
	Title        string
	Minutes      int
	Outcome      string
	How          string
	PersonName   string
	Note         string
	Reason       string
	Files        string // []api.FileRef
	Signed       string // []api.Stroke
	ByID         id.ID
	ByName       string
	At           time.Time
	FactSeq      int64
	Transcribed  bool // copied from a paper record
}

func (factRow) TableName() string { return "training_facts" }

// how says how the fact came here.
func (r factRow) how() string {
	if r.Transcribed {
		return ByPaper
	}
	return r.How
}

// insertFact writes a version. Its place in the chain is known by then.
func insertFact(tx *db.Tx, r factRow) error {
	return db.Insert(tx, "fact "+string(r.ID), &r, db.Clash{Key: factKey, Refusal: ErrIDTaken}, db.Clash{Key: versionKey, Refusal: ErrMeanwhile})
}

func findFact(tx *db.Tx, fact id.ID) (factRow, bool, error) {
	var rows []factRow
	if err := tx.SQL().Where("id = ?", fact).Limit(1).Find(&rows).Error; err != nil {
		return factRow{}, false, fmt.Errorf("find fact %s: %w", fact, err)
	}
	if len(rows) == 0 {
		return factRow{}, false, nil
	}
	return rows[0], true, nil
}

// factsAbout returns the facts of a kind about the subjects, every version in order.
func factsAbout(tx *db.Tx, kind string, subjects ...id.ID) ([]factRow, error) {
	var rows []factRow
	if len(subjects) == 0 {
		return nil, nil
	}
	if err := tx.SQL().Where("kind = ? AND subject_id IN ?", kind, subjects).Order("subject_id, version, at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read %s facts: %w", kind, err)
	}
	return rows, nil
}

// testsUntil returns the tests, every version, up to the day.
func testsUntil(tx *db.Tx, to clock.Day) ([]factRow, error) {
	var rows []factRow
	if err := tx.SQL().Where("kind = ? AND day <= ?", tested, to).Order("day, at, version, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read tests: %w", err)
	}
	return rows, nil
}

// factsOfPerson returns what one person did in the range, every version in order.
func factsOfPerson(tx *db.Tx, account id.ID, from, to clock.Day) ([]factRow, error) {
	var rows []factRow
	err := tx.SQL().Where("account_id = ? AND day >= ? AND day <= ?", account, from, to).Order("day, at, version, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read facts of a person: %w", err)
	}
	return rows, nil
}
