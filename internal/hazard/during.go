package hazard

import (
	"fmt"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// During returns the hazards that were found or closed in the days, and those
// that are open, in the order in which they were found: what a month's minutes
// tell.
func (s *Service) During(tx *db.Tx, from, to clock.Day) ([]api.HazardEntry, error) {
	rows, err := hazardsDuring(tx, from, to)
	if err != nil {
		return nil, fmt.Errorf("read hazards %s–%s: %w", from, to, err)
	}
	return s.entries(tx, rows)
}
