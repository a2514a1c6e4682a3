package hazard

import (
	"fmt"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// everything is no limit.
const everything = -1

// foundBetween returns the hazards of a range of business days, the oldest first.
func foundBetween(tx *db.Tx, from, to clock.Day, limit int) ([]hazardRow, error) {
	var rows []hazardRow
	if err := tx.SQL().Where("day >= ? AND day <= ?", from, to).Order("day, opened_at, id").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read hazards of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

// openHazards returns open hazards by deadline, after the place given.
func openHazards(tx *db.Tx, after place, limit int) ([]hazardRow, error) {
	q := tx.SQL().Where("closed_at IS NULL")
	if after.id != id.Nil {
		q = q.Where("(due_at, id) > (?, ?)", after.at, after.id)
	}
	var rows []hazardRow
	if err := q.Order("due_at, id").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read open hazards: %w", err)
	}
	return rows, nil
}

// closedHazards returns closed hazards, newest first, after the place given.
func closedHazards(tx *db.Tx, after place, limit int) ([]hazardRow, error) {
	q := tx.SQL().Where("closed_at IS NOT NULL")
	if after.id != id.Nil {
		q = q.Where("(closed_at, id) < (?, ?)", after.at, after.id)
	}
	var rows []hazardRow
	if err := q.Order("closed_at DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read closed hazards: %w", err)
	}
	return rows, nil
}

func countHazards(tx *db.Tx) (Tally, error) {
	var rows []Tally
	err := tx.Query(&rows, `SELECT count(*) AS found,
		coalesce(sum(CASE WHEN h.closed_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS closed,
		coalesce(sum(CASE WHEN h.closed_at IS NULL THEN 1 ELSE 0 END), 0) AS open,
		coalesce(sum(CASE WHEN h.closed_at IS NULL AND h.due_at < ? THEN 1 ELSE 0 END), 0) AS overdue
		FROM hazards h WHERE {scope:h}`, tx.Now())
	if err != nil {
		return Tally{}, fmt.Errorf("count hazards: %w", err)
	}
	return rows[0], nil
}

// hazardsDuring returns what was found or closed in the days, and what is open.
func hazardsDuring(tx *db.Tx, from, to clock.Day) ([]hazardRow, error) {
	var rows []hazardRow
	err := tx.SQL().Where("day <= ?", to).
		Where("day >= ? OR closed_at IS NULL OR closed_at >= ? AND closed_at < ?", from, from.Start(), to.Add(1).Start()).
		Order("day, opened_at, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read hazards during %s to %s: %w", from, to, err)
	}
	return rows, nil
}
