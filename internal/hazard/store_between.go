package hazard

import (
	"fmt"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// hazardsBetween returns the hazards of the days in their order.
func hazardsBetween(tx *db.Tx, from, to clock.Day) ([]hazardRow, error) {
	var rows []hazardRow
	if err := tx.SQL().Where("day BETWEEN ? AND ?", from, to).Order("day, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read hazards of %s to %s: %w", from, to, err)
	}
	return rows, nil
}
