package hazard

import "zhize/internal/platform/db"

// Tally counts an enterprise's hazards.
type Tally struct {
	Found, Closed, Open, Overdue int
}

// Tally counts the hazards of the transaction's enterprise. Overdue ones are
// among the open.
func (s *Service) Tally(tx *db.Tx) (Tally, error) { return countHazards(tx) }
