package obligation

import (
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// The kinds of obligations.
const (
	// KindDaily is the check of one shift on one day; its subject is the shift.
	KindDaily = "daily_check"
	// KindHazard is the deadline of a hazard; its subject is the hazard.
	KindHazard = "hazard"
	// KindWeekly is the report of a week (《每周排查治理报告》) and KindMonthly the
	// meeting of a month (《每月调度会议纪要》); their subject is the enterprise, their
	// day the Monday or the first of the month.
	KindWeekly  = "weekly_report"
	KindMonthly = "monthly_minutes"
)

// What a daily check found, and how it arrived.
const (
	OutcomeZeroRisk = "zero_risk"
	OutcomeHazards  = "hazards"

	OnTime      = "on_time"
	ArrivedLate = "arrived_late" // 迟到送达
	Backfilled  = "backfilled"   // 补录
)

// Why a check was not due. The first three are the kinds of suspensions.
const (
	ExcuseProductionStop = "production_stop" // 停产
	ExcuseBusinessStop   = "business_stop"   // 停业
	ExcuseHoliday        = "holiday"         // 放假
	ExcuseAuthority      = "authority"       // by a supervising officer, in his name
	ExcuseOutage         = "outage"          // of this service
	// ExcuseWithdrawn ends what nobody needs to do any more; only kinds other than daily checks know it.
	ExcuseWithdrawn = "withdrawn"
	// ExcuseNoChecks excuses a week or month in which no check is due.
	ExcuseNoChecks = "no_checks"
)

// Obligation is something that must be done by some time.
type Obligation struct {
	Enterprise id.ID
	Kind       string
	Subject    id.ID
	// Day is the business day: the one on which the shift starts.
	Day  clock.Day
	Site id.ID
	// Path is that of the office in charge when the row was made.
	Path       string
	Opens, Due time.Time

	// Post is whose duty it is; empty for a daily check, which whoever keeps
	// the site does. Account names the one person whose duty it is, if it is
	// nobody else's.
	Post    access.Role
	Account id.ID
	// Title says in a few words what is to be done, as lists and reminders
	// print it; empty where the noun words its own tasks.
	Title string

	// Fulfilled is zero until it is done; Record is what did it.
	Fulfilled         time.Time
	Record            id.ID
	Outcome, Lateness string

	// Excused is zero unless it is not due after all.
	Excused  time.Time
	Excuse   string
	ExcuseID id.ID
}

// State is how an obligation stands at an instant.
type State string

// The states.
const (
	Coming  State = "coming"
	Open    State = "open"
	Done    State = "done"
	Excused State = "excused"
	Missed  State = "missed"
)

// State is the one expression. What was done counts as done even where it was
// excused. The last instant of the grace is still in time.
func (o Obligation) State(at time.Time) State {
	switch {
	case !o.Fulfilled.IsZero():
		return Done
	case !o.Excused.IsZero():
		return Excused
	case o.Opens.After(at):
		return Coming
	case !o.Due.Before(at):
		return Open
	}
	return Missed
}

// StateSQL is [Obligation.State] for a query on obligations; it takes the
// instant twice.
const StateSQL = `CASE WHEN fulfilled_at IS NOT NULL THEN 'done' WHEN excused_at IS NOT NULL THEN 'excused' ` +
	`WHEN opens_at > ? THEN 'coming' WHEN due_until >= ? THEN 'open' ELSE 'missed' END`

// Column is the one number of api.Counts and of day_tallies in which a daily
// check is counted; no check is counted twice.
func (o Obligation) Column(at time.Time) string {
	switch state := o.State(at); {
	case state != Done:
		return string(state)
	case o.Lateness == ArrivedLate, o.Lateness == Backfilled:
		return o.Lateness
	case o.Outcome == OutcomeHazards:
		return OutcomeHazards
	}
	return OutcomeZeroRisk
}

// ColumnSQL is [Obligation.Column] for a query on obligations; it takes the
// instant twice.
const ColumnSQL = `CASE WHEN fulfilled_at IS NOT NULL THEN CASE WHEN lateness IN ('arrived_late', 'backfilled') THEN lateness ` +
	`WHEN outcome = 'hazards' THEN 'hazards' ELSE 'zero_risk' END WHEN excused_at IS NOT NULL THEN 'excused' ` +
	`WHEN opens_at > ? THEN 'coming' WHEN due_until >= ? THEN 'open' ELSE 'missed' END`
