package obligation

import (
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Periods lists the obligations of a kind whose period begins on the days
// from–to, in that order, whatever their state.
func (s *Service) Periods(tx *db.Tx, kind string, from, to clock.Day) ([]Obligation, error) {
	return periodRows(tx, kind, from, to)
}
