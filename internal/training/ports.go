package training

import (
	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Posts says who holds the posts; appointment answers.
type Posts interface {
	// Holders lists the appointments in office now.
	Holders(tx *db.Tx) ([]api.Appointment, error)
	// Everybody calls each for all who ever had a post or a letter here.
	Everybody(tx *db.Tx, each func(account id.ID, name, login string) error) error
	// SoleKeeper reports whether the person holds all filled posts alone.
	SoleKeeper(tx *db.Tx, account id.ID) (bool, error)
}

// Duties keeps what is to be done by when; obligation answers.
type Duties interface {
	Open(tx *db.Tx, o obligation.Obligation) error
	Settle(tx *db.Tx, kind string, subject id.ID, day clock.Day, record id.ID) error
	Withdraw(tx *db.Tx, kind string, subject id.ID) error
}

// Examinations gives the results of the authority's examinations of a person
// (监督抽查考核), newest first.
type Examinations interface {
	Examinations(tx *db.Tx, account id.ID) ([]api.Examination, error)
}
