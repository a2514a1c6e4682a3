package errand

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// errandKey tells two errands of one id asked for at the same moment.
var errandKey = db.Unique{Name: "errands_pkey", Columns: "errands.enterprise_id, errands.id"}

type errandRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Title        string
	Params       string
	AgencyID     id.ID
	AskedBy      id.ID
	AskedName    string
	AskedAt      time.Time
	State        State
	Attempt      int
	LeaseUntil   time.Time
	Stage        string
	Progress     int64
	Total        int64
	CursorJSON   string `gorm:"column:cursor_json"`
	StartedAt    *time.Time
	EndedAt      *time.Time
	ExpiresAt    time.Time
	BlobKey      string
	ResultName   string
	ResultMedia  string
	ResultSize   int64
	ResultSHA256 string `gorm:"column:result_sha256"`
	ErrorCode    string
	ErrorText    string
}

func (errandRow) TableName() string { return "errands" }

// key is where the result of the present attempt is written.
func (r errandRow) key(attempt int) string {
	return fmt.Sprintf("%s/errands/%s-%d", id.ID(r.EnterpriseID), r.ID, attempt)
}

func insertErrand(tx *db.Tx, r errandRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert errand %s: %w", r.ID, err)
	}
	return nil
}

// findErrand returns an errand that was asked for in the name of the agency,
// or, without one, of the enterprise.
func findErrand(tx *db.Tx, errand, agency id.ID) (errandRow, error) {
	var r errandRow
	q := tx.SQL().Where("id = ?", errand)
	if agency == id.Nil {
		q = q.Where("agency_id IS NULL")
	} else {
		q = q.Where("agency_id = ?", agency)
	}
	err := q.Take(&r).Error
	if db.NotFound(err) {
		return r, ErrNotFound
	}
	if err != nil {
		return r, fmt.Errorf("find errand %s: %w", errand, err)
	}
	return r, nil
}

// taken reports whether the enterprise has an errand of the id, whoever asked.
func taken(tx *db.Tx, errand id.ID) (bool, error) {
	var n int64
	if err := tx.SQL().Model(&errandRow{}).Where("id = ?", errand).Count(&n).Error; err != nil {
		return false, fmt.Errorf("look for errand %s: %w", errand, err)
	}
	return n > 0, nil
}

// unfinished counts what the person asked for of a kind and has not got yet.
func unfinished(tx *db.Tx, kind string, account id.ID) (int64, error) {
	var n int64
	err := tx.SQL().Model(&errandRow{}).Where("kind = ? AND asked_by = ? AND state IN ?", kind, account, []State{Queued, Running}).Count(&n).Error
	if err != nil {
		return 0, fmt.Errorf("count errands of %s: %w", kind, err)
	}
	return n, nil
}

// statesOf returns the states of those errands that are there.
func statesOf(tx *db.Tx, errands []id.ID) (map[id.ID]State, error) {
	var rows []errandRow
	if err := tx.SQL().Select("enterprise_id", "id", "state").Where("id IN ?", errands).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read states of errands: %w", err)
	}
	states := make(map[id.ID]State, len(rows))
	for _, r := range rows {
		states[r.ID] = r.State
	}
	return states, nil
}

// listErrands returns the errands of the kinds, newest first.
func listErrands(tx *db.Tx, agency id.ID, kinds []string, below id.ID, limit int) ([]errandRow, error) {
	q := tx.SQL().Where("kind IN ? AND id < ?", kinds, below)
	if agency == id.Nil {
		q = q.Where("agency_id IS NULL")
	} else {
		q = q.Where("agency_id = ?", agency)
	}
	var rows []errandRow
	if err := q.Order("id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list errands: %w", err)
	}
	return rows, nil
}

// namesOf returns whose the errands are, by the enterprise.
func namesOf(tx *db.Tx, rows []errandRow) (map[id.ID]string, error) {
	of := make([]id.ID, len(rows))
	for n, r := range rows {
		of[n] = id.ID(r.EnterpriseID)
	}
	names := make(map[id.ID]string, len(rows))
	if len(rows) == 0 {
		return names, nil
	}
	var found []struct {
		EnterpriseID id.ID
		Name         string
	}
	if err := tx.Query(&found, "SELECT e.enterprise_id, e.name FROM enterprises e WHERE {scope:e} AND e.enterprise_id IN ?", of); err != nil {
		return nil, fmt.Errorf("name the enterprises of errands: %w", err)
	}
	for _, e := range found {
		names[e.EnterpriseID] = e.Name
	}
	return names, nil
}

// cancel ends an errand that is not over yet.
func cancel(tx *db.Tx, errand id.ID) (bool, error) {
	r := tx.SQL().Model(&errandRow{}).Where("id = ? AND state IN ?", errand, []State{Queued, Running}).
		Updates(map[string]any{"state": Cancelled, "ended_at": tx.Now(), "expires_at": tx.Now().Add(kept)})
	if r.Error != nil {
		return false, fmt.Errorf("cancel errand %s: %w", errand, r.Error)
	}
	return r.RowsAffected == 1, nil
}

// What follows is the worker's, under the sweep's role and across enterprises.

// free lists errands of the kinds that nobody holds, the longest waiting first.
// Those of other kinds a replica of another version knows.
func free(tx *db.Tx, kinds []string, limit int) ([]errandRow, error) {
	var rows []errandRow
	err := tx.SQL().Where("state IN ? AND lease_until <= ? AND kind IN ?", []State{Queued, Running}, tx.Now(), kinds).
		Order("asked_at, id").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("look for errands: %w", err)
	}
	return rows, nil
}

// take wins an errand that was found free, or loses it to another.
func take(tx *db.Tx, r errandRow) (bool, error) {
	changes := map[string]any{"state": Running, "attempt": r.Attempt + 1, "lease_until": tx.Now().Add(lease)}
	if r.StartedAt == nil {
		changes["started_at"] = tx.Now()
	}
	q := tx.SQL().Model(&errandRow{}).
		Where("enterprise_id = ? AND id = ? AND attempt = ? AND state IN ? AND lease_until <= ?", id.ID(r.EnterpriseID), r.ID, r.Attempt, []State{Queued, Running}, tx.Now()).
		Updates(changes)
	if q.Error != nil {
		return false, fmt.Errorf("take errand %s: %w", r.ID, q.Error)
	}
	return q.RowsAffected == 1, nil
}

// hold writes as the holder of an attempt; false if it is held no more.
func hold(tx *db.Tx, r errandRow, changes map[string]any) (bool, error) {
	q := tx.SQL().Model(&errandRow{}).
		Where("enterprise_id = ? AND id = ? AND attempt = ? AND state = ?", id.ID(r.EnterpriseID), r.ID, r.Attempt, Running).
		Updates(changes)
	if q.Error != nil {
		return false, fmt.Errorf("write errand %s: %w", r.ID, q.Error)
	}
	return q.RowsAffected == 1, nil
}

func expired(tx *db.Tx, limit int) ([]errandRow, error) {
	var rows []errandRow
	if err := tx.SQL().Where("expires_at <= ?", tx.Now()).Order("expires_at").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list expired errands: %w", err)
	}
	return rows, nil
}

func forget(tx *db.Tx, r errandRow) error {
	err := tx.SQL().Where("enterprise_id = ? AND id = ? AND expires_at <= ?", id.ID(r.EnterpriseID), r.ID, tx.Now()).Delete(&errandRow{}).Error
	if err != nil {
		return fmt.Errorf("delete errand %s: %w", r.ID, err)
	}
	return nil
}
