package hazard

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

func hazardsDuring(tx *db.Tx, from, to clock.Day) ([]hazardRow, error) {
	var rows []hazardRow
	err := tx.SQL().Where("day <= ?", to).
		Where("day >= ? OR closed_at IS NULL OR closed_at >= ? AND closed_at < ?", from, from.Start(), to.Add(1).Start()).
		Order("day, opened_at, id").Find(&rows).Error
	return rows, err
}

// containedBetween returns the steps by which something was stopped, sealed or
// recalled, in order.
func containedBetween(tx *db.Tx, from, until time.Time) ([]stepRow, error) {
	var rows []stepRow
	if err := tx.SQL().Where("kind = ? AND at >= ? AND at < ?", StepContained, from, until).Order("at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read what was contained: %w", err)
	}
	return rows, nil
}
