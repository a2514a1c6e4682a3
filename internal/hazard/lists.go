package hazard

import (
	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// OfRecord returns the hazards that a check opened.
func (s *Service) OfRecord(tx *db.Tx, record id.ID) ([]api.HazardEntry, error) {
	rows, err := hazardsOfRecord(tx, record)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}

// OpenOf returns the open hazards of the transaction's enterprise by deadline.
func (s *Service) OpenOf(tx *db.Tx) ([]api.HazardEntry, error) {
	rows, err := openHazards(tx, place{}, mostOpen)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}

// Between lists the hazards that were found on the days, the oldest first.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.HazardEntry, error) {
	rows, err := foundBetween(tx, from, to, everything)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}

// During returns the hazards that were found or closed in the days, and those
// that are open, in the order in which they were found: what a month's minutes
// tell.
func (s *Service) During(tx *db.Tx, from, to clock.Day) ([]api.HazardEntry, error) {
	rows, err := hazardsDuring(tx, from, to)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}
