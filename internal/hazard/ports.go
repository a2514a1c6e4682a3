package hazard

import (
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Posts says who holds the posts; appointment answers.
type Posts interface {
	// SoleKeeper reports whether the person holds all filled posts alone.
	SoleKeeper(tx *db.Tx, account id.ID) (bool, error)
}

// Sites gives the sites their names; enterprise answers.
type Sites interface {
	SiteNames(tx *db.Tx) (map[id.ID]string, error)
}

// Deadlines keeps the obligation to close a hazard; obligation answers. The day
// is the hazard's business day and stays the same when it is reopened.
type Deadlines interface {
	Set(tx *db.Tx, hazard, site id.ID, day clock.Day, due time.Time) error
	Met(tx *db.Tx, hazard id.ID, day clock.Day) error
}
