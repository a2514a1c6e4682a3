package file

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// fileKey tells two uploads of one file at the same moment.
var fileKey = db.Unique{Name: "files_pkey", Columns: "files.enterprise_id, files.sha256"}

type fileRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	SHA256       string    `gorm:"primaryKey;column:sha256"`
	Kind         string
	Size         int
	UploadedBy   id.ID
	UploadedAt   time.Time
}

func (fileRow) TableName() string { return "files" }

func findFile(tx *db.Tx, sha string) (fileRow, error) {
	var row fileRow
	err := tx.SQL().Where("sha256 = ?", sha).Take(&row).Error
	if db.NotFound(err) {
		return row, ErrNotFound
	}
	if err != nil {
		return row, fmt.Errorf("find file %s: %w", sha, err)
	}
	return row, nil
}

func insertFile(tx *db.Tx, row fileRow) error {
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert file %s: %w", row.SHA256, err)
	}
	return nil
}

// kindsOf returns the kinds of those of the files that are kept.
func kindsOf(tx *db.Tx, sha []string) (map[string]string, error) {
	var rows []fileRow
	if err := tx.SQL().Select("sha256", "kind").Where("sha256 IN ?", sha).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("look for files: %w", err)
	}
	kinds := make(map[string]string, len(rows))
	for _, r := range rows {
		kinds[r.SHA256] = r.Kind
	}
	return kinds, nil
}
