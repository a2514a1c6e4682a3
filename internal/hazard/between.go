package hazard

import (
	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Between lists the hazards that were found on the days, the oldest first.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.HazardEntry, error) {
	rows, err := hazardsBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}
