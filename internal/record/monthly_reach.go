package record

import (
	"fmt"

	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// told are the days that minutes tell of, both included. What is counted is
// counted to the day to, none when that lies before from; what is only listed,
// such as advice that the meeting answers, is listed until the meeting.
type told struct{ from, to, until clock.Day }

func (t told) counts(day clock.Day) bool { return !day.Before(t.from) && !day.After(t.to) }
func (t told) lists(day clock.Day) bool  { return !day.Before(t.from) && !day.After(t.until) }

// toldBy is the last day that minutes of the month tell when they are signed on
// the day: only whole days are told, so that the rest of a day is never lost.
func toldBy(m clock.Month, day clock.Day) clock.Day { return min(m.Last(), day.Add(-1)) }

// tells is what minutes of the month would tell now. They begin where the last
// ones ended, unless a month in between still asks for its own: what comes after
// an early signature enters the next minutes, and nothing is told twice or never.
func (s *Months) tells(tx *db.Tx, m clock.Month) (told, error) {
	now := told{from: m.First(), to: toldBy(m, tx.Today()), until: min(m.Last(), tx.Today())}
	last, ok, err := earlierMonthly(tx, m)
	if err != nil || !ok {
		return now, err
	}
	between, err := s.obligations.Periods(tx, obligation.KindMonthly, last.MonthStart.Month().Add(1).First(), m.Add(-1).First())
	if err != nil {
		return now, fmt.Errorf("read months before %s: %w", m, err)
	}
	for _, o := range between {
		if o.Excused.IsZero() {
			return now, nil
		}
	}
	now.from = toldBy(last.MonthStart.Month(), clock.DayOf(last.SignedAt)).Add(1)
	return now, nil
}
