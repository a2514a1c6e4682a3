package record

import (
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// MonthPorts are the neighbours whose rows the month's minutes tell.
type MonthPorts struct {
	People  PeopleBook
	Hazards MonthHazards
	Advices AdviceBook
	Lists   ListBook
	Photos  Photos
	// Happenings are further things of the month: trainings, licences, complaints.
	Happenings []Happenings
}

// PeopleBook says who is and was in office; appointment answers.
type PeopleBook interface {
	History(tx *db.Tx) ([]api.Appointment, error)
}

// MonthHazard is a hazard as the minutes tell it.
type MonthHazard struct {
	ID                                                    string
	Day                                                   clock.Day
	ItemCode, Severity, Description, State, Source, Cause string
	Due                                                   time.Time
	ClosedAt                                              *time.Time
}

// MonthHazards gives those that were found or closed in the days and those that
// are open, whenever they were found; hazard answers.
type MonthHazards interface {
	During(tx *db.Tx, from, to clock.Day) ([]MonthHazard, error)
}

// AdviceBook gives the advice that was raised or answered in the days or waits;
// advice answers.
type AdviceBook interface {
	Between(tx *db.Tx, from, to clock.Day) ([]api.Advice, error)
}

// ListBook gives the versions of the risk-control list; risklist answers.
type ListBook interface {
	Versions(tx *db.Tx) ([]api.RiskListVersion, error)
}

// Happenings tells what else happened in the days.
type Happenings interface {
	Happened(tx *db.Tx, from, to clock.Day) ([]api.MonthlyHappening, error)
}

// Archive is the enterprise as its papers name it; enterprise answers.
type Archive interface {
	Archive(tx *db.Tx) (api.Enterprise, error)
}
