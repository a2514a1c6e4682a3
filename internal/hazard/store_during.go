package hazard

import (
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
