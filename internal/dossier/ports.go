package dossier

import (
	"zhize/api"
	"zhize/internal/hazard"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Ports are the nouns whose rows answer. Any of them may be absent.
type Ports struct {
	Archive      Archive
	Appointments Appointments // 1.2
	RiskLists    RiskLists    // 1.4
	Dailies      Dailies      // 2.1
	// Weekly and Monthly are the kinds of the obligations to which the week's
	// report (2.2) and the month's minutes (2.3) are due; empty while nobody
	// keeps them.
	Weekly, Monthly string
	Periods         Periods
	Hazards         Hazards  // 2.4
	Training        Training // 2.5
	// Others answer what no port above does, in their own words.
	Others []Answerer
}

// Archive says who the enterprise is; enterprise answers.
type Archive interface {
	Archive(tx *db.Tx) (api.Enterprise, error)
}

// Appointments says who is in office; appointment answers.
type Appointments interface {
	Holders(tx *db.Tx) ([]api.Appointment, error)
	// StaffingOf says whom the rules ask for and how the enterprise stands.
	StaffingOf(tx *db.Tx) ([]api.StaffingRule, error)
}

// RiskLists gives the approved versions, newest first; risklist answers.
type RiskLists interface {
	Versions(tx *db.Tx) ([]api.RiskListVersion, error)
}

// Dailies counts the daily checks of days, kept apart; obligation answers.
type Dailies interface {
	Counts(tx *db.Tx, from, to clock.Day, site id.ID) (api.Counts, []api.DayState, error)
}

// Periods lists the obligations of a kind whose period begins on the days;
// obligation answers.
type Periods interface {
	Periods(tx *db.Tx, kind string, from, to clock.Day) ([]obligation.Obligation, error)
}

// Hazards counts the hazards; hazard answers.
type Hazards interface {
	Tally(tx *db.Tx) (hazard.Tally, error)
	OpenOf(tx *db.Tx) ([]api.HazardEntry, error)
}

// Training gives a year of trainings and tests; training answers.
type Training interface {
	Year(tx *db.Tx, year int) (api.TrainingYear, error)
}

// Answerer answers an item in its own words: bylaw for 1.1, 1.3, 1.5 and 1.6.
// It fills state, reason, remark, settle and evidence; ok is
// false where the item is not its own.
type Answerer interface {
	Answer(tx *db.Tx, code, side string, from, to clock.Day) (item api.DossierItem, ok bool, err error)
}
