package record

import (
	"zhize/api"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Lists gives the items that a check must answer.
type Lists interface {
	// DailyItems returns the daily items of an approved list and its version.
	DailyItems(tx *db.Tx, list id.ID) (items []api.RiskItem, version int, err error)
}

// Posts says who holds a post.
type Posts interface {
	// InOffice reports whether the person may check at the site now.
	InOffice(tx *db.Tx, account, site id.ID) (bool, error)
}

// HazardBook opens a hazard for a failing answer.
type HazardBook interface {
	OpenFromCheck(tx *db.Tx, f Finding) (id.ID, error)
	OfRecord(tx *db.Tx, record id.ID) ([]api.HazardEntry, error)
}

// Roster says who is in office; appointment answers.
type Roster interface {
	Holders(tx *db.Tx) ([]api.Appointment, error)
}

// Closings tells when many hazards were closed at once on the days. It may be
// absent.
type Closings interface {
	Waves(tx *db.Tx, from, to clock.Day) ([]api.ClosingWave, error)
}

// Finding is a failing answer, or what a week's investigation found.
type Finding struct {
	Record, Site, Item                       id.ID
	ItemCode, Description, Measure, Severity string
	Photos                                   []string
	Day                                      clock.Day
	// Source is "weekly" for the latter; a check if empty.
	Source string
}

// Photos turns kept photos into evidence.
type Photos interface {
	Evidence(tx *db.Tx, sha256 []string) (photos []ledger.Photo, missing []string, err error)
}
