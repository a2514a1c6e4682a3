package appointment

import (
	"time"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/notice"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Accounts opens accounts for people; identity answers.
type Accounts interface {
	CreateAccount(tx *db.Tx, login, name, phone string) (account id.ID, initialPassword string, err error)
	FindAccount(tx *db.Tx, login string) (id.ID, bool, error)
	// Named finds the account of a login for a person of this name, or opens one
	// that nobody can enter until a first password is issued for it.
	Named(tx *db.Tx, login, name, phone string) (account id.ID, opened bool, err error)
}

// Roles grants and ends roles; identity answers.
type Roles interface {
	GrantRole(tx *db.Tx, r identity.Role) error
	EndRoles(tx *db.Tx, source id.ID, at time.Time) error
	// LimitRoles moves the end of roles that are still held; nil takes it away.
	LimitRoles(tx *db.Tx, source id.ID, until *time.Time) error
	// Served lists the enterprises for which the account ever held a role, with
	// the names by which they were known.
	Served(tx *db.Tx, account id.ID) (map[id.ID]string, error)
}

// Neighbours are those whose rows are asked; app joins them.
type Neighbours struct {
	Archive *enterprise.Service
	Papers  *paper.Service
	Hazards Hazards
	Lists   Lists
	Traces  []Tracer
	Follow  []Follower
	Notices Notices
}

// Notices tell a person something, together with what causes it; notice answers.
type Notices interface {
	Post(tx *db.Tx, m notice.Message, lines ...notice.Line) error
}

// Hazards shows the open hazards before somebody leaves; hazard answers.
type Hazards interface {
	OpenOf(tx *db.Tx) ([]api.HazardEntry, error)
}

// Lists gives the risk-control list in force; risklist answers.
type Lists interface {
	InForce(tx *db.Tx) (api.RiskList, bool, error)
}

// Tracer gives what a person did, or was told, in the days of a range, as one
// noun knows it; the nouns with records of people answer. The order is free.
type Tracer interface {
	Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error)
}

// Follower is told that the people in office may have changed, in the
// transaction of the change and before its facts are sealed: bylaws ask whom
// they now concern.
type Follower interface {
	Staffed(tx *db.Tx) error
}
