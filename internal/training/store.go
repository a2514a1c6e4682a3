package training

import (
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/api"
	"zhize/internal/platform/clock"
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
}

func (sessionRow) TableName() string { return "training_sessions" }

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
}

func (factRow) TableName() string { return "training_facts" }

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
	var r sessionRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", session).Take(&r).Error
	return oneSession(r, err)
}

func findSession(tx *db.Tx, session id.ID) (sessionRow, error) {
	var r sessionRow
	err := tx.SQL().Where("id = ?", session).Take(&r).Error
	return oneSession(r, err)
}

func oneSession(r sessionRow, err error) (sessionRow, error) {
	if db.NotFound(err) {
		return r, ErrSession
	}
	if err != nil {
		return r, fmt.Errorf("find session: %w", err)
	}
	return r, nil
}

func sessionsBetween(tx *db.Tx, from, to clock.Day) ([]sessionRow, error) {
	var rows []sessionRow
	if err := tx.SQL().Where("day >= ? AND day <= ?", from, to).Order("day, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	return rows, nil
}

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
	var r readingRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", reading).Take(&r).Error
	return oneReading(r, err)
}

func findReading(tx *db.Tx, reading id.ID) (readingRow, error) {
	var r readingRow
	err := tx.SQL().Where("id = ?", reading).Take(&r).Error
	return oneReading(r, err)
}

func oneReading(r readingRow, err error) (readingRow, error) {
	if db.NotFound(err) {
		return r, ErrReading
	}
	if err != nil {
		return r, fmt.Errorf("find reading: %w", err)
	}
	return r, nil
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

// insertFact writes a version. Its place in the chain is known by then.
func insertFact(tx *db.Tx, r factRow) error {
	err := tx.SQL().Create(&r).Error
	switch {
	case db.Violates(err, factKey):
		return ErrIDTaken.Because(err)
	case db.Violates(err, versionKey):
		return ErrMeanwhile.Because(err)
	case err != nil:
		return fmt.Errorf("insert fact %s: %w", r.ID, err)
	}
	return nil
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

// lastSeq is the place of the newest fact in the chain; 0 without one.
func lastSeq(tx *db.Tx) (int64, error) {
	var rows []factRow
	if err := tx.SQL().Select("enterprise_id", "fact_seq").Order("fact_seq DESC").Limit(1).Find(&rows).Error; err != nil {
		return 0, fmt.Errorf("read the newest training fact: %w", err)
	}
	if len(rows) == 0 {
		return 0, nil
	}
	return rows[0].FactSeq, nil
}

// filesOf reads a column of files, which is never null on the wire.
func filesOf(column string) ([]api.FileRef, error) {
	all, err := parse[[]api.FileRef](column)
	if all == nil {
		all = []api.FileRef{}
	}
	return all, err
}
