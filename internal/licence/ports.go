package licence

import (
	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Posts says who holds the posts; appointment answers.
type Posts interface {
	Holders(tx *db.Tx) ([]api.Appointment, error)
}

// Duties keeps what is to be done by when; obligation answers.
type Duties interface {
	Open(tx *db.Tx, o obligation.Obligation) error
	Find(tx *db.Tx, kind string, subject id.ID, day clock.Day) (obligation.Obligation, error)
	Periods(tx *db.Tx, kind string, from, to clock.Day) ([]obligation.Obligation, error)
	Settle(tx *db.Tx, kind string, subject id.ID, day clock.Day, record id.ID) error
	Withdraw(tx *db.Tx, kind string, subject id.ID) error
}
