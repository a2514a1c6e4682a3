package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/bylaw"
	"zhize/internal/enterprise"
	"zhize/internal/errand"
	"zhize/internal/goods"
	"zhize/internal/hazard"
	"zhize/internal/licence"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
	"zhize/internal/record"
	"zhize/internal/regulator"
	"zhize/internal/risklist"
	"zhize/internal/training"
	"zhize/internal/transcript"
)

// Nouns are those whose tables come in and go out.
type Nouns struct {
	Chain        Chain
	People       Passwords
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Records      *record.Service
	Months       *record.Months
	Obligations  *obligation.Service
	Hazards      *hazard.Service
	Advice       *advice.Service
	Bylaws       *bylaw.Service
	Training     *training.Service
	Licences     *licence.Service
	Goods        *goods.Service
	Transcripts  *transcript.Service
	Regulator    *regulator.Service
	Errands      *errand.Service
	// Notices is asked late: notices are made after this service.
	Notices func() *notice.Service
}

// Chain seals many facts together; ledger answers.
type Chain interface {
	Together(tx *db.Tx, fn func() error) error
}

// Passwords issues first passwords; identity answers.
type Passwords interface {
	IssueInitial(tx *db.Tx, account id.ID) (initial string, err error)
}

// tables are all there are, in the order in which they are shown: those that
// come in first, then the duties, then what is kept about them.
func (n Nouns) tables() []Table {
	return []Table{
		n.sites(), n.products(), n.people(), n.riskItems(), n.licences(), n.purchases(), n.deliveries(), n.trainings(), n.transcripts(),
		n.dailies(), n.days(), n.weeklies(), n.monthlies(), n.resolutions(), n.hazards(), n.containments(), n.advices(), n.suspicions(), n.commissions(),
		n.appointments(), n.bylaws(), n.confirmations(), n.hours(), n.openTasks(), n.doneTasks(), n.suspensions(), n.sent(), n.looks(), n.errands(),
	}
}

// columns are an export's, each with its width after a colon where it is not the
// usual one.
func columns(titles ...string) []sheet.Column {
	all := make([]sheet.Column, len(titles))
	for n, t := range titles {
		title, width, _ := strings.Cut(t, ":")
		all[n].Title = title
		all[n].Width, _ = strconv.ParseFloat(width, 64)
	}
	return all
}

type (
	read[T any] func(tx *db.Tx, from, to clock.Day) ([]T, error)
	rows        func(tx *db.Tx, from, to clock.Day, each func(cells ...any) error) error
)

// telling reads everything at once and tells it row by row.
func telling[T any](what string, all read[T], cells func(T) []any) rows {
	return func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
		some, err := all(tx, from, to)
		if err != nil {
			return fmt.Errorf("read %s: %w", what, err)
		}
		for _, one := range some {
			if err := each(cells(one)...); err != nil {
				return err
			}
		}
		return nil
	}
}

// monthly reads a range month by month: a table of years is told without being held.
func monthly[T any](what string, all read[T], cells func(T) []any) rows {
	one := telling(what, all, cells)
	return func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
		for first := from; !first.After(to); {
			last := min(first.Month().Last(), to)
			if err := one(tx, first, last, each); err != nil {
				return err
			}
			first = last.Add(1)
		}
		return nil
	}
}

// standing reads what has no range.
func standing[T any](what string, all func(*db.Tx) ([]T, error), cells func(T) []any) rows {
	return telling(what, func(tx *db.Tx, _, _ clock.Day) ([]T, error) { return all(tx) }, cells)
}

// yes and the like say a flag in a word.
func yes(b bool, word string) string {
	if b {
		return word
	}
	return ""
}

// minute says an instant, if there is one.
func minute(t *time.Time) string {
	if t == nil {
		return ""
	}
	return paper.Minute(*t)
}

// chosen is how a choice is called in the file.
func chosen(choices []Choice, value string) string {
	for _, c := range choices {
		if c.Value == value {
			return c.Words
		}
	}
	return value
}

func joinedPosts(all []string) string {
	named := make([]string, len(all))
	for n, p := range all {
		named[n] = paper.Post(p)
	}
	return strings.Join(named, "、")
}
