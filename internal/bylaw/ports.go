package bylaw

import (
	"zhize/api"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Archive says what the enterprise is; enterprise answers.
type Archive interface {
	Archive(tx *db.Tx) (api.Enterprise, error)
	// Sides returns the sides (production, sales) and the product categories.
	Sides(tx *db.Tx) (sides, categories []string, err error)
}

// Posts says who is in office; appointment answers.
type Posts interface {
	Holders(tx *db.Tx) ([]api.Appointment, error)
	// SoleKeeper reports whether the person holds all filled posts alone.
	SoleKeeper(tx *db.Tx, account id.ID) (bool, error)
}

// Duties keeps what is due: approval, confirmation, review; obligation answers.
type Duties interface {
	Open(tx *db.Tx, o obligation.Obligation) error
	Settle(tx *db.Tx, kind string, subject id.ID, day clock.Day, record id.ID) error
	Withdraw(tx *db.Tx, kind string, subject id.ID) error
	// Shifts are those of the present pattern.
	Shifts(tx *db.Tx) ([]api.Shift, error)
}

// Files keeps uploaded files; file answers.
type Files interface {
	// Evidence returns the files as they are sealed; all must be kept.
	Evidence(tx *db.Tx, sha ...string) ([]ledger.Photo, error)
	ReadFor(tx *db.Tx, sha string) (*api.Blob, error)
}
