package obligation

import (
	"fmt"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Between lists what was to be done on the days, of every kind, in order.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]Obligation, error) {
	var rows []obligationRow
	if err := tx.SQL().Where("period_start BETWEEN ? AND ?", from, to).Order("period_start, kind, due_until").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read obligations of %s to %s: %w", from, to, err)
	}
	return domains(rows), nil
}
