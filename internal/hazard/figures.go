package hazard

import (
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Figures count the hazards found in a range of business days, as they stand
// now. Every hazard is in exactly one of ClosedInTime, ClosedLate, Open and
// Overdue.
type Figures struct {
	Found        int
	ClosedInTime int
	ClosedLate   int
	// Open are not closed, and their deadline has not passed.
	Open    int
	Overdue int
	// Again is how often one was found again while open; Recurred are those that
	// came back after closing.
	Again    int
	Recurred int
	// By severity, source and cause; a cause that was not named yet is "".
	BySeverity, BySource, ByCause map[string]int
}

// Figures counts the hazards that were found from one day to another.
func (s *Service) Figures(tx *db.Tx, from, to clock.Day) (Figures, error) {
	rows, err := tallies(tx, from, to)
	if err != nil {
		return Figures{}, err
	}
	f := Figures{BySeverity: map[string]int{}, BySource: map[string]int{}, ByCause: map[string]int{}}
	for _, r := range rows {
		f.Found += r.N
		f.ClosedInTime += r.InTime
		f.ClosedLate += r.Late
		f.Open += r.Open
		f.Overdue += r.Overdue
		f.Again += r.Again
		f.Recurred += r.Recurred
		f.BySeverity[r.Severity] += r.N
		f.BySource[r.Source] += r.N
		f.ByCause[r.Cause] += r.N
	}
	return f, nil
}

// Repeat is an item that was found wrong more than once.
type Repeat struct {
	Item     id.ID
	ItemCode string
	// Description is the latest finding's.
	Description string
	// Times counts findings, those attached to an open hazard among them.
	Times int
}

// Repeats lists items found wrong more than once in the range, the most
// frequent first.
func (s *Service) Repeats(tx *db.Tx, from, to clock.Day, limit int) ([]Repeat, error) {
	return repeats(tx, from, to, limit)
}

// MonthFigures are a month of the trend.
type MonthFigures struct {
	Month         clock.Month
	Found, Closed int
}

// Trend counts what was found and closed in each of the twelve months up to the
// one given.
func (s *Service) Trend(tx *db.Tx, last clock.Month) ([]MonthFigures, error) {
	first := last.Add(-11)
	found, err := foundByDay(tx, first.First(), last.Last())
	if err != nil {
		return nil, err
	}
	closed, err := closings(tx, first.First().Start(), last.Add(1).First().Start())
	if err != nil {
		return nil, err
	}
	all := make([]MonthFigures, 12)
	at := map[clock.Month]*MonthFigures{}
	for n := range all {
		all[n].Month = first.Add(n)
		at[all[n].Month] = &all[n]
	}
	for _, d := range found {
		at[d.Day.Month()].Found += d.N
	}
	for _, t := range closed {
		at[clock.DayOf(t).Month()].Closed++
	}
	return all, nil
}

// Tally counts an enterprise's hazards.
type Tally struct {
	Found, Closed, Open, Overdue int
}

// Tally counts the hazards of the transaction's enterprise. Overdue ones are
// among the open.
func (s *Service) Tally(tx *db.Tx) (Tally, error) { return countHazards(tx) }
