package record

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type dailyRow struct {
	EnterpriseID  db.Tenant `gorm:"primaryKey"`
	Day           clock.Day `gorm:"primaryKey"`
	ID            id.ID     `gorm:"primaryKey"`
	Version       int       `gorm:"primaryKey;autoIncrement:false"`
	VersionID     id.ID
	SiteID        id.ID
	ShiftID       id.ID
	ListID        id.ID
	ListVersion   int
	Outcome       string
	Bulk          bool
	Passed        int
	Failed        int
	NotApplicable int
	Lateness      string
	Reason        string
	OfficerID     id.ID
	OfficerName   string
	StartedAt     time.Time
	SubmittedAt   time.Time
	SkewMS        int64 `gorm:"column:skew_ms"`
	ReceivedAt    time.Time
	BodyHash      []byte
	FactSeq       int64
}

func (dailyRow) TableName() string { return "daily_records" }

type answerRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Day          clock.Day `gorm:"primaryKey"`
	RecordID     id.ID     `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ItemID       id.ID     `gorm:"primaryKey"`
	Verdict      string
	Bulk         string
	Value        string
	Note         string
	HazardID     id.ID
}

func (answerRow) TableName() string { return "daily_answers" }

type reviewRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Day          clock.Day
	RecordID     id.ID
	Version      int
	Opinion      string
	Note         string
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (reviewRow) TableName() string { return "daily_reviews" }

type draftRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	AccountID    id.ID
	SiteID       id.ID
	ShiftID      id.ID
	Day          clock.Day
	Body         []byte
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
}

func (draftRow) TableName() string { return "daily_drafts" }

// firstOf finds the record of a check, or a record with the id, whichever is
// there: both stand in the way of a new one.
func firstOf(tx *db.Tx, c api.CheckOf, record id.ID) (sameCheck, sameID *dailyRow, err error) {
	var rows []dailyRow
	err = tx.SQL().Where("version = 1").
		Where(tx.SQL().Where("day = ? AND site_id = ? AND shift_id = ?", c.Day, c.Site, c.Shift).Or("id = ?", record)).
		Find(&rows).Error
	if err != nil {
		return nil, nil, fmt.Errorf("find record of %s: %w", c.Day, err)
	}
	for i, r := range rows {
		if string(r.Day) == c.Day && string(r.SiteID) == c.Site && string(r.ShiftID) == c.Shift {
			sameCheck = &rows[i]
		}
		if r.ID == record {
			sameID = &rows[i]
		}
	}
	return sameCheck, sameID, nil
}

// versionsOf reads a record's versions, oldest first.
func versionsOf(tx *db.Tx, record id.ID) ([]dailyRow, error) {
	var rows []dailyRow
	if err := tx.SQL().Where("id = ?", record).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read versions of %s: %w", record, err)
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return rows, nil
}

var oneRecord = db.Unique{Name: "daily_records_one", Columns: "daily_records.enterprise_id, daily_records.day, daily_records.site_id, daily_records.shift_id"}

func insertDaily(tx *db.Tx, r dailyRow, answers []answerRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		if db.Violates(err, oneRecord) {
			return ErrSubmitted.Because(err)
		}
		return fmt.Errorf("insert daily %s of %s: %w", r.ID, r.Day, err)
	}
	if len(answers) == 0 {
		return nil
	}
	if err := tx.SQL().Create(&answers).Error; err != nil {
		return fmt.Errorf("insert answers of %s: %w", r.ID, err)
	}
	return nil
}

func reviewsOf(tx *db.Tx, record id.ID) ([]reviewRow, error) {
	var rows []reviewRow
	if err := tx.SQL().Where("record_id = ?", record).Order("at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read reviews of %s: %w", record, err)
	}
	return rows, nil
}

// entryRow is a record in a list, with the names of its site and shift.
type entryRow struct {
	Record    dailyRow `gorm:"embedded"`
	SiteName  string
	ShiftName string
}

const entryColumns = `SELECT d.*, s.name AS site_name, h.name AS shift_name
	FROM daily_records d
	JOIN sites s ON s.enterprise_id = d.enterprise_id AND s.id = d.site_id
	JOIN shifts h ON h.enterprise_id = d.enterprise_id AND h.id = d.shift_id
	WHERE {scope:d} AND NOT EXISTS (SELECT 1 FROM daily_records n
		WHERE n.enterprise_id = d.enterprise_id AND n.id = d.id AND n.version > d.version)`

// filter narrows a list of records.
type filter struct {
	from, to clock.Day
	site     id.ID
	// afterDay and afterID are the last record of the page before.
	afterDay clock.Day
	afterID  id.ID
	limit    int
}

func entries(tx *db.Tx, f filter) ([]entryRow, error) {
	var q strings.Builder
	var args []any
	q.WriteString(entryColumns)
	add := func(condition string, values ...any) {
		q.WriteString(condition)
		args = append(args, values...)
	}
	if f.from != "" {
		add(" AND d.day >= ?", f.from)
	}
	if f.to != "" {
		add(" AND d.day <= ?", f.to)
	}
	if f.site != id.Nil {
		add(" AND d.site_id = ?", f.site)
	}
	if f.afterDay != "" {
		add(" AND (d.day < ? OR d.day = ? AND d.id < ?)", f.afterDay, f.afterDay, f.afterID)
	}
	add(" ORDER BY d.day DESC, d.id DESC LIMIT ?", f.limit)
	var rows []entryRow
	if err := tx.Query(&rows, q.String(), args...); err != nil {
		return nil, fmt.Errorf("list daily records: %w", err)
	}
	return rows, nil
}

func entryOf(tx *db.Tx, record id.ID) (entryRow, error) {
	var rows []entryRow
	if err := tx.Query(&rows, entryColumns+" AND d.id = ?", record); err != nil {
		return entryRow{}, fmt.Errorf("read daily %s: %w", record, err)
	}
	if len(rows) == 0 {
		return entryRow{}, ErrNotFound
	}
	return rows[0], nil
}

func saveDraft(tx *db.Tx, r draftRow) error {
	changed := tx.SQL().Model(&draftRow{}).Where("id = ? AND account_id = ?", r.ID, r.AccountID).
		Updates(map[string]any{"body": r.Body, "updated_at": r.UpdatedAt})
	if changed.Error != nil {
		return fmt.Errorf("update draft %s: %w", r.ID, changed.Error)
	}
	if changed.RowsAffected > 0 {
		return nil
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert draft %s: %w", r.ID, err)
	}
	return nil
}

// draftsOf reads a person's drafts of checks that nobody has submitted yet.
func draftsOf(tx *db.Tx, account id.ID, since clock.Day) ([]draftRow, error) {
	var rows []draftRow
	err := tx.Query(&rows, `SELECT d.* FROM daily_drafts d WHERE {scope:d} AND d.account_id = ? AND d.day >= ?
		AND NOT EXISTS (SELECT 1 FROM daily_records r WHERE r.enterprise_id = d.enterprise_id AND r.day = d.day AND r.site_id = d.site_id AND r.shift_id = d.shift_id)
		ORDER BY d.updated_at DESC`, account, since)
	if err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	return rows, nil
}

// awaiting finds records whose latest review asks for a correction that has
// not come.
func awaiting(tx *db.Tx) ([]reviewRow, error) {
	var rows []reviewRow
	err := tx.Query(&rows, `SELECT v.* FROM daily_reviews v WHERE {scope:v} AND v.opinion = 'correction_requested'
		AND NOT EXISTS (SELECT 1 FROM daily_reviews n WHERE n.enterprise_id = v.enterprise_id AND n.record_id = v.record_id AND (n.at > v.at OR n.at = v.at AND n.id > v.id))
		AND NOT EXISTS (SELECT 1 FROM daily_records r WHERE r.enterprise_id = v.enterprise_id AND r.id = v.record_id AND r.version > v.version)
		ORDER BY v.at LIMIT 50`)
	if err != nil {
		return nil, fmt.Errorf("read requested corrections: %w", err)
	}
	return rows, nil
}

func begunOn(tx *db.Tx) (clock.Day, error) {
	var days []clock.Day
	if err := tx.Query(&days, "SELECT e.begun_on FROM enterprises e WHERE {scope:e}"); err != nil {
		return "", fmt.Errorf("read first day of archive: %w", err)
	}
	if len(days) == 0 {
		return "", nil
	}
	return days[0], nil
}

// recordsBy returns the versions that a person submitted for the days from–to.
func recordsBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]dailyRow, error) {
	var rows []dailyRow
	if err := tx.SQL().Where("officer_id = ? AND day BETWEEN ? AND ?", account, from, to).Order("day DESC, version DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read records by %s: %w", account, err)
	}
	return rows, nil
}

// reviewsBy returns the reviews that a person gave in the days from–to.
func reviewsBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]reviewRow, error) {
	var rows []reviewRow
	if err := tx.SQL().Where("by_id = ? AND at >= ? AND at < ?", account, from.Start(), to.Add(1).Start()).Order("at DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read reviews by %s: %w", account, err)
	}
	return rows, nil
}
