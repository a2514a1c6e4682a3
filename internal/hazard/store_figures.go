package hazard

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

type tally struct {
	Severity, Source, Cause                         string
	N, InTime, Late, Open, Overdue, Again, Recurred int
}

func tallies(tx *db.Tx, from, to clock.Day) ([]tally, error) {
	var rows []tally
	err := tx.Query(&rows, `SELECT h.severity, h.source, h.cause, count(*) AS n,
		sum(CASE WHEN h.closed_at IS NOT NULL AND h.closed_at <= h.due_at THEN 1 ELSE 0 END) AS in_time,
		sum(CASE WHEN h.closed_at IS NOT NULL AND h.closed_at > h.due_at THEN 1 ELSE 0 END) AS late,
		sum(CASE WHEN h.closed_at IS NULL AND h.due_at >= ? THEN 1 ELSE 0 END) AS open,
		sum(CASE WHEN h.closed_at IS NULL AND h.due_at < ? THEN 1 ELSE 0 END) AS overdue,
		sum(h.found_again) AS again, sum(CASE WHEN h.recurrence_of IS NOT NULL THEN 1 ELSE 0 END) AS recurred
		FROM hazards h WHERE {scope:h} AND h.day >= ? AND h.day <= ? GROUP BY h.severity, h.source, h.cause`, tx.Now(), tx.Now(), from, to)
	if err != nil {
		return nil, fmt.Errorf("count hazards of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

func repeats(tx *db.Tx, from, to clock.Day, limit int) ([]Repeat, error) {
	var rows []Repeat
	err := tx.Query(&rows, `SELECT h.item_id AS item, max(h.item_code) AS item_code, max(h.description) AS description, count(*) + sum(h.found_again) AS times
		FROM hazards h WHERE {scope:h} AND h.day >= ? AND h.day <= ? AND h.item_id IS NOT NULL
		GROUP BY h.item_id HAVING count(*) + sum(h.found_again) > 1 ORDER BY times DESC, item LIMIT ?`, from, to, limit)
	if err != nil {
		return nil, fmt.Errorf("find repeats of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

type dayCount struct {
	Day clock.Day
	N   int
}

func foundByDay(tx *db.Tx, from, to clock.Day) ([]dayCount, error) {
	var rows []dayCount
	if err := tx.Query(&rows, `SELECT h.day, count(*) AS n FROM hazards h WHERE {scope:h} AND h.day >= ? AND h.day <= ? GROUP BY h.day`, from, to); err != nil {
		return nil, fmt.Errorf("count hazards by day: %w", err)
	}
	return rows, nil
}

// closings are the instants at which hazards were closed, in their order.
func closings(tx *db.Tx, from, before time.Time) ([]time.Time, error) {
	var rows []struct{ ClosedAt time.Time }
	if err := tx.Query(&rows, `SELECT h.closed_at FROM hazards h WHERE {scope:h} AND h.closed_at >= ? AND h.closed_at < ? ORDER BY h.closed_at`, from, before); err != nil {
		return nil, fmt.Errorf("read closings: %w", err)
	}
	all := make([]time.Time, len(rows))
	for n, r := range rows {
		all[n] = r.ClosedAt
	}
	return all, nil
}
