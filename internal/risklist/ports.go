package risklist

import (
	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Archive says what the enterprise is; enterprise answers.
type Archive interface {
	// Archive returns the whole of it, as papers name it.
	Archive(tx *db.Tx) (api.Enterprise, error)
	// Sides returns the sides (production, sales) and the product categories.
	Sides(tx *db.Tx) (sides, categories []string, err error)
	// SizeGrade returns the grade by 附件1, empty while ungraded.
	SizeGrade(tx *db.Tx) (string, error)
	// SiteNames returns the names of all sites.
	SiteNames(tx *db.Tx) (map[id.ID]string, error)
}
