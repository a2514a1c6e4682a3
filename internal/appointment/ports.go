package appointment

import (
	"time"

	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Accounts opens accounts for people; identity answers.
type Accounts interface {
	CreateAccount(tx *db.Tx, login, name, phone string) (account id.ID, initialPassword string, err error)
	FindAccount(tx *db.Tx, login string) (id.ID, bool, error)
}

// Roles grants and ends roles; identity answers.
type Roles interface {
	GrantRole(tx *db.Tx, r identity.Role) error
	EndRoles(tx *db.Tx, source id.ID, at time.Time) error
}
