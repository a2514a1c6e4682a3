package hazard

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// mostOrders bounds an agency's list.
const mostOrders = 200

type orderRow struct {
	ID, Enterprise, OfficerID   id.ID
	EnterpriseName, OfficerName string
	Source, SourceNumber        string
	Description, Severity       string
	State                       State
	Day                         clock.Day
	DueAt                       time.Time
}

// ordersOf returns what the agency ordered and has not closed: what awaits its
// closing first, then by deadline.
func ordersOf(tx *db.Tx, agency id.ID) (rows []orderRow, err error) {
	err = tx.Query(&rows, `SELECT h.id, h.enterprise_id AS enterprise, e.name AS enterprise_name, h.source, h.source_number, h.description, h.severity, h.state, h.day, h.due_at, h.officer_id, h.officer_name
		FROM hazards h JOIN enterprises e ON e.enterprise_id = h.enterprise_id
		WHERE {scope:h} AND h.agency_id = ? AND h.closed_at IS NULL
		ORDER BY CASE WHEN h.state = ? THEN 0 ELSE 1 END, h.due_at, h.id LIMIT ?`, agency, Verified, mostOrders)
	if err != nil {
		return nil, fmt.Errorf("read orders of agency %s: %w", agency, err)
	}
	return rows, nil
}
