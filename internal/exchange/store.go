package exchange

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// The states of a file.
const (
	trying   = "trying"
	faulty   = "faulty"
	ready    = "ready"
	storing  = "storing"
	finished = "stored"
	// stopped is not kept: the errand that tried the file will never be done.
	stopped = "stopped"
)

type importRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Sheet        string
	FileName     string
	Size         int
	BlobKey      string
	State        string
	UploadedBy   id.ID
	UploadedName string
	UploadedAt   time.Time
	RowCount     int
	FaultRows    int
	Stored       int
	Faults       string // JSON
	StoringID    id.ID
	People       string // JSON: those for whom accounts were opened
}

func (importRow) TableName() string { return "imports" }

func (s *Service) wire(r importRow) api.Import {
	w := api.Import{
		ID: string(r.ID), Table: r.Sheet, Name: r.FileName, At: r.UploadedAt.UTC(), ByName: r.UploadedName, State: r.State,
		Rows: r.RowCount, Stored: r.Stored, FaultRows: r.FaultRows, Faults: []api.ImportFault{}, Storing: string(r.StoringID), Newcomers: []api.Newcomer{},
	}
	for _, t := range s.tables {
		if t.Name == r.Sheet {
			w.TableTitle = t.Title
		}
	}
	// Both are our own JSON.
	_ = json.Unmarshal([]byte(r.Faults), &w.Faults)
	_ = json.Unmarshal([]byte(r.People), &w.Newcomers)
	return w
}

func insertImport(tx *db.Tx, r importRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert import %s: %w", r.ID, err)
	}
	return nil
}

func findImport(tx *db.Tx, file id.ID) (importRow, bool, error) {
	var r importRow
	err := tx.SQL().Where("id = ?", file).Take(&r).Error
	if db.NotFound(err) {
		return r, false, nil
	}
	if err != nil {
		return r, false, fmt.Errorf("find import %s: %w", file, err)
	}
	return r, true, nil
}

// lastImports returns the last files, newest first.
func lastImports(tx *db.Tx) ([]importRow, error) {
	var rows []importRow
	if err := tx.SQL().Order("uploaded_at DESC, id DESC").Limit(50).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read imports: %w", err)
	}
	return rows, nil
}

// moveImport changes a file that is still in the state; false if it is not.
func moveImport(tx *db.Tx, r importRow, from string, changes map[string]any) (bool, error) {
	q := tx.SQL().Model(&importRow{}).Where("id = ? AND state = ?", r.ID, from).Updates(changes)
	if q.Error != nil {
		return false, fmt.Errorf("move import %s: %w", r.ID, q.Error)
	}
	return q.RowsAffected == 1, nil
}
