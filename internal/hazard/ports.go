package hazard

import (
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Keeper holds a post now.
type Keeper struct {
	Account id.ID
	Name    string
	Post    access.Role
}

// Posts says who holds the posts; appointment answers.
type Posts interface {
	// SoleKeeper reports whether the person holds all filled posts alone.
	SoleKeeper(tx *db.Tx, account id.ID) (bool, error)
	// Keepers lists who holds a post now; a person may be there twice.
	Keepers(tx *db.Tx) ([]Keeper, error)
}

// Sites gives the sites their names; enterprise answers.
type Sites interface {
	SiteNames(tx *db.Tx) (map[id.ID]string, error)
}

// The kinds of obligations besides the deadline itself, obligation.KindHazard.
const (
	// KindReport is to tell who decides of a larger or major hazard, within the day.
	KindReport = "hazard_report"
	// KindVerify is to verify and close what was rectified.
	KindVerify = "hazard_verify"
)

// Duty is what a hazard asks of a post or a person until an instant.
type Duty struct {
	Kind         string
	Hazard, Site id.ID
	// Day is the hazard's business day and stays the same when it is reopened.
	Day     clock.Day
	Post    access.Role
	Account id.ID
	Title   string
	Due     time.Time
}

// Duties keeps them as obligations; obligation answers.
type Duties interface {
	// Set makes the duty, or words it anew.
	Set(tx *db.Tx, d Duty) error
	// Met ends the duty as done, if there is one.
	Met(tx *db.Tx, kind string, hazard id.ID, day clock.Day) error
}

// Agencies knows the authority's people and writes down their looks; regulator
// answers.
type Agencies interface {
	// AgencyName is the agency's own name.
	AgencyName(tx *db.Tx, agency id.ID) (string, error)
	// MemberName names a person who holds a role in the agency now.
	MemberName(tx *db.Tx, account, agency id.ID) (name string, found bool, err error)
	RecordLook(tx *db.Tx, what, subject string) error
}
