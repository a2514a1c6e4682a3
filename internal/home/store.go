package home

import (
	"fmt"

	"zhize/api"
	"zhize/internal/platform/db"
)

// openHazards counts the open hazards of the transaction's enterprise.
func openHazards(tx *db.Tx) (api.HazardCounts, error) {
	var rows []struct {
		Severity   string
		N, Overdue int
	}
	err := tx.Query(&rows, `SELECT h.severity, count(*) AS n, sum(CASE WHEN h.due_at < ? THEN 1 ELSE 0 END) AS overdue
		FROM hazards h WHERE {scope:h} AND h.closed_at IS NULL GROUP BY h.severity`, tx.Now())
	if err != nil {
		return api.HazardCounts{}, fmt.Errorf("count open hazards: %w", err)
	}
	var c api.HazardCounts
	for _, r := range rows {
		c.Overdue += r.Overdue
		switch r.Severity {
		case "major":
			c.Major += r.N
		case "larger":
			c.Larger += r.N
		default:
			c.General += r.N
		}
	}
	return c, nil
}

// anyCheck reports whether the enterprise ever submitted a daily check.
func anyCheck(tx *db.Tx) (bool, error) {
	var found []int
	if err := tx.Query(&found, "SELECT 1 FROM daily_records r WHERE {scope:r} LIMIT 1"); err != nil {
		return false, fmt.Errorf("look for a check: %w", err)
	}
	return len(found) > 0, nil
}
