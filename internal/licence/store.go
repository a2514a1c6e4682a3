package licence

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var (
	factKey    = db.Unique{Name: "licence_facts_pkey", Columns: "licence_facts.enterprise_id, licence_facts.id"}
	versionKey = db.Unique{Name: "licence_facts_version", Columns: "licence_facts.enterprise_id, licence_facts.subject_id, licence_facts.version"}
	licenceKey = db.Unique{Name: "licences_pkey", Columns: "licences.enterprise_id, licences.id"}
	checkKey   = db.Unique{Name: "self_checks_pkey", Columns: "self_checks.enterprise_id, self_checks.year, self_checks.version"}
	checkIDKey = db.Unique{Name: "self_checks_id", Columns: "self_checks.enterprise_id, self_checks.id"}
)

// licenceRow is how a certificate stands now, an index over its facts.
type licenceRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Number       string
	UntilDay     clock.Day
	Content      string // an api.LicenceFields
	ReplacedBy   id.ID
	Withdrawal   string
	WithdrawnOn  clock.Day
	Reason       string
	Version      int
	EnteredID    id.ID
	EnteredName  string
	EnteredAt    time.Time
}

func (licenceRow) TableName() string { return "licences" }

type factRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	SubjectID    id.ID
	Kind         string
	Version      int
	Text         string
	Reason       string
	ByID         id.ID
	ByName       string
	At           time.Time
	FactSeq      int64
}

func (factRow) TableName() string { return "licence_facts" }

type checkRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Year         int       `gorm:"primaryKey;autoIncrement:false"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Published    clock.Day
	Place        string
	Report       string // an api.FileRef
	Reason       string
	ByID         id.ID
	ByName       string
	At           time.Time
	FactSeq      int64
}

func (checkRow) TableName() string { return "self_checks" }

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
	if err := json.Unmarshal([]byte(column), &v); err != nil {
		return v, fmt.Errorf("read %T: %w", v, err)
	}
	return v, nil
}

// lockLicence returns a certificate and keeps others from changing it until the
// transaction ends.
func lockLicence(tx *db.Tx, licence id.ID) (licenceRow, error) {
	return db.Lock[licenceRow](tx, licence, ErrNotFound)
}

func findLicence(tx *db.Tx, licence id.ID) (licenceRow, error) {
	return db.Find[licenceRow](tx, licence, ErrNotFound)
}

// readLicences returns certificates; those that are over only if asked.
func readLicences(tx *db.Tx, all bool) ([]licenceRow, error) {
	q := tx.SQL().Order("id")
	if !all {
		q = q.Where("replaced_by IS NULL AND withdrawal = ''")
	}
	var rows []licenceRow
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read licences: %w", err)
	}
	return rows, nil
}

// sameNumber returns the certificates in force with a kind and number.
func sameNumber(tx *db.Tx, kind, number string) ([]licenceRow, error) {
	var rows []licenceRow
	err := tx.SQL().Where("kind = ? AND number = ? AND replaced_by IS NULL AND withdrawal = ''", kind, number).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("look for number: %w", err)
	}
	return rows, nil
}

func insertLicence(tx *db.Tx, r licenceRow) error {
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, licenceKey) {
		return ErrMeanwhile.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert licence %s: %w", r.ID, err)
	}
	return nil
}

func updateLicence(tx *db.Tx, licence id.ID, changes map[string]any) error {
	if err := tx.SQL().Model(&licenceRow{}).Where("id = ?", licence).Updates(changes).Error; err != nil {
		return fmt.Errorf("update licence %s: %w", licence, err)
	}
	return nil
}

func insertFact(tx *db.Tx, r factRow) error {
	return db.Insert(tx, "fact "+string(r.ID), &r, db.Clash{Key: factKey, Refusal: ErrIDTaken}, db.Clash{Key: versionKey, Refusal: ErrMeanwhile})
}

// subjectOf returns the certificate for which a fact's id was used.
func subjectOf(tx *db.Tx, fact id.ID) (id.ID, error) {
	var rows []factRow
	if err := tx.SQL().Select("enterprise_id", "subject_id").Where("id = ?", fact).Limit(1).Find(&rows).Error; err != nil {
		return id.Nil, fmt.Errorf("find fact %s: %w", fact, err)
	}
	if len(rows) == 0 {
		return id.Nil, nil
	}
	return rows[0].SubjectID, nil
}

// factsOf returns what happened to a certificate, the newest first.
func factsOf(tx *db.Tx, licence id.ID) ([]factRow, error) {
	var rows []factRow
	if err := tx.SQL().Where("subject_id = ?", licence).Order("version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read facts of %s: %w", licence, err)
	}
	return rows, nil
}

// factsBetween returns what happened to certificates in the time, in order.
func factsBetween(tx *db.Tx, from, to time.Time) ([]factRow, error) {
	var rows []factRow
	if err := tx.SQL().Where("at >= ? AND at < ?", from, to).Order("fact_seq").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	return rows, nil
}

// lastSeq is the place of the newest fact in the chain, of a certificate or a
// yearly report; 0 without one.
func lastSeq(tx *db.Tx) (int64, error) {
	var facts []factRow
	if err := tx.SQL().Order("fact_seq DESC").Limit(1).Find(&facts).Error; err != nil {
		return 0, fmt.Errorf("read the newest fact: %w", err)
	}
	var checks []checkRow
	if err := tx.SQL().Order("fact_seq DESC").Limit(1).Find(&checks).Error; err != nil {
		return 0, fmt.Errorf("read the newest report: %w", err)
	}
	seq := int64(0)
	for _, r := range facts {
		seq = r.FactSeq
	}
	for _, r := range checks {
		seq = max(seq, r.FactSeq)
	}
	return seq, nil
}

// readChecks returns the self-check reports, the newest year and version first.
func readChecks(tx *db.Tx) ([]checkRow, error) {
	var rows []checkRow
	if err := tx.SQL().Order("year DESC, version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read self-check reports: %w", err)
	}
	return rows, nil
}

func insertCheck(tx *db.Tx, r checkRow) error {
	err := tx.SQL().Create(&r).Error
	switch {
	case db.Violates(err, checkKey):
		return ErrMeanwhile.Because(err)
	case db.Violates(err, checkIDKey):
		return ErrIDTaken.Because(err)
	case err != nil:
		return fmt.Errorf("insert self-check report %d: %w", r.Year, err)
	}
	return nil
}
