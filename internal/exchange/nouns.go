package exchange

import (
	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/enterprise"
	"zhize/internal/goods"
	"zhize/internal/hazard"
	"zhize/internal/licence"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/record"
	"zhize/internal/risklist"
	"zhize/internal/training"
	"zhize/internal/transcript"
)

// Nouns are those whose tables come in and go out.
type Nouns struct {
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Records      *record.Service
	Obligations  *obligation.Service
	Hazards      *hazard.Service
	Advice       *advice.Service
	Training     *training.Service
	Licences     *licence.Service
	Goods        *goods.Service
	Transcripts  *transcript.Service
}

// tables are all there are, in the order in which they are shown.
func (n Nouns) tables() []Table {
	return []Table{
		n.sites(), n.products(), n.people(), n.riskItems(), n.licences(), n.purchases(), n.deliveries(), n.transcripts(),
		n.dailies(), n.days(), n.hazards(), n.advices(), n.sessions(),
	}
}

// byMonth calls fn for each month's part of a range: a table of years is told
// without being held.
func byMonth(from, to clock.Day, fn func(from, to clock.Day) error) error {
	for first := from; !first.After(to); {
		last := min(first.Month().Last(), to)
		if err := fn(first, last); err != nil {
			return err
		}
		first = last.Add(1)
	}
	return nil
}

// yes and the like say a flag in a word.
func yes(b bool, word string) string {
	if b {
		return word
	}
	return ""
}
