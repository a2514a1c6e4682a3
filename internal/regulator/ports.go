package regulator

import (
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Accounts keeps the people of agencies; it is answered by identity.
type Accounts interface {
	// JoinAgency gives the person of the login a role in the agency, and an
	// account with an initial password if he has none.
	JoinAgency(tx *db.Tx, agency id.ID, agencyName string, role access.Role, login, name string) (account id.ID, initial string, err error)
	// LeaveAgency ends a membership in the agency now.
	LeaveAgency(tx *db.Tx, membership, agency id.ID) error
}
