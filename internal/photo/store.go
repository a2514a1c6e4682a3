package photo

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// photoKey tells two uploads of one photo at the same moment.
var photoKey = db.Unique{Name: "photos_pkey", Columns: "photos.enterprise_id, photos.sha256"}

type photoRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	SHA256       string    `gorm:"primaryKey;column:sha256"`
	MIME         string    `gorm:"column:mime"`
	Size         int
	Width        int
	Height       int
	UploadedBy   id.ID
	UploadedAt   time.Time
}

func (photoRow) TableName() string { return "photos" }

func findPhoto(tx *db.Tx, sha string) (photoRow, error) {
	var row photoRow
	err := tx.SQL().Where("sha256 = ?", sha).Take(&row).Error
	if db.NotFound(err) {
		return row, ErrNotFound
	}
	if err != nil {
		return row, fmt.Errorf("find photo %s: %w", sha, err)
	}
	return row, nil
}

func insertPhoto(tx *db.Tx, row photoRow) error {
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert photo %s: %w", row.SHA256, err)
	}
	return nil
}

// kindsOf returns the media types of those of the photos that are kept.
func kindsOf(tx *db.Tx, sha []string) (map[string]string, error) {
	var rows []photoRow
	if err := tx.SQL().Select("sha256", "mime").Where("sha256 IN ?", sha).Find(&rows).Error; err != nil {
		return nil, err
	}
	kinds := make(map[string]string, len(rows))
	for _, r := range rows {
		kinds[r.SHA256] = r.MIME
	}
	return kinds, nil
}
