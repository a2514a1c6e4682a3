package enterprise

import (
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Accounts opens accounts for people; identity answers.
type Accounts interface {
	CreateAccount(tx *db.Tx, login, name, phone string) (account id.ID, initialPassword string, err error)
	CreateAccountWithPassword(tx *db.Tx, login, name, phone, password string) (id.ID, error)
	FindAccount(tx *db.Tx, login string) (id.ID, bool, error)
	// RenameEnterprise notes the name by which people choose for whom to act.
	RenameEnterprise(tx *db.Tx, name string) error
}

// Posts puts the first people in office; appointment answers.
type Posts interface {
	AppointFirst(tx *db.Tx, account id.ID, name string, posts []string) error
	HasPrincipal(tx *db.Tx) (bool, error)
	// Restaff derives anew whom the enterprise lacks, after its businesses,
	// products or size grade changed. It comes before the seal.
	Restaff(tx *db.Tx) error
}

// Offices puts the enterprise under a supervising office; regulator answers.
type Offices interface {
	// Place returns the office's path. An agency places only in its own area.
	Place(tx *db.Tx, office id.ID) (path string, err error)
}

// Patterns gives a new site its working pattern, and plans anew what has not
// opened when sites open or close; obligation answers.
type Patterns interface {
	DefaultShift(tx *db.Tx, site id.ID, siteKind string) error
	Plan(tx *db.Tx) error
}

// Cipher keeps telephone numbers unreadable at rest. A sealed value opens only
// in the place for which it was sealed.
type Cipher interface {
	Seal(value, place string) ([]byte, error)
	Open(sealed []byte, place string) (string, error)
}
