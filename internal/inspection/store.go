package inspection

import (
	"fmt"

	"zhize/internal/platform/db"
)

func countHazards(tx *db.Tx) (hazardCounts, error) {
	var rows []hazardCounts
	err := tx.Query(&rows, `SELECT count(*) AS found,
		coalesce(sum(CASE WHEN h.closed_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS closed,
		coalesce(sum(CASE WHEN h.closed_at IS NULL THEN 1 ELSE 0 END), 0) AS open,
		coalesce(sum(CASE WHEN h.closed_at IS NULL AND h.due_at < ? THEN 1 ELSE 0 END), 0) AS overdue
		FROM hazards h WHERE {scope:h}`, tx.Now())
	if err != nil {
		return hazardCounts{}, fmt.Errorf("count hazards: %w", err)
	}
	return rows[0], nil
}
