package obligation

import (
	"slices"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Terms are how many days after its end the duty of a period is still in time.
type Terms struct{ Week, Month int }

// standardTerms are the product's own: no order states a number.
var standardTerms = Terms{Week: 2, Month: 5}

// span is a period that asks for a report or a meeting; it is the same for
// everybody but for who does it and until when.
type span struct {
	kind        string
	first, last clock.Day
	title       string
	opens       time.Time
	// dues are the ends of the period's time by the days of grace.
	dues []time.Time
}

// longestGrace bounds the days of grace.
const longestGrace = 15

// spansOf lists the weeks and months from those in which the day lies to those
// after today's.
func spansOf(from, today clock.Day) []span {
	var all []span
	add := func(kind string, first, last clock.Day, title string) {
		s := span{kind: kind, first: first, last: last, title: title, opens: first.Start()}
		for grace := range longestGrace + 1 {
			s.dues = append(s.dues, last.Add(grace).At(24*60-1))
		}
		all = append(all, s)
	}
	for w := clock.WeekOf(from); w <= clock.WeekOf(today).Add(1); w = w.Add(1) {
		add(KindWeekly, w.First(), w.Last(), "周排查报告："+w.Words())
	}
	for m := from.Month(); m <= today.Month().Add(1); m = m.Add(1) {
		add(KindMonthly, m.First(), m.Last(), "月调度会议："+m.First().Start().In(clock.Shanghai).Format("2006年1月"))
	}
	return all
}

// of is the span's duty of an enterprise.
func (s span) of(p *Pattern) Obligation {
	grace, post := p.Terms.Week, p.reporter()
	if s.kind == KindMonthly {
		grace, post = p.Terms.Month, access.Principal
	}
	return Obligation{
		Enterprise: p.Enterprise, Kind: s.kind, Subject: p.Enterprise, Day: s.first, Path: p.Path, Post: post, Title: s.title,
		Opens: s.opens, Due: s.dues[min(grace, longestGrace)],
	}
}

// reporter is who owes the week's report: the director, or the officer where
// no director is in office.
func (p *Pattern) reporter() access.Role {
	if p.Directed {
		return access.Director
	}
	return access.Officer
}

// last is the last day of the period of an obligation.
func (o Obligation) last() clock.Day {
	if o.Kind == KindMonthly {
		return o.Day.Month().Last()
	}
	return clock.WeekOf(o.Day).Last()
}

// asks is when an obligation becomes a task of the today screen: when it opens;
// a week's on Friday and a month's in its last five days, so that nobody looks
// at it all the time.
func (o Obligation) asks() time.Time {
	switch o.Kind {
	case KindWeekly:
		return o.last().Add(-2).Start()
	case KindMonthly:
		return o.last().Add(-4).Start()
	}
	return o.Opens
}

// owes reports whether a check of the days is due and not excused, and whether
// there is any at all. It ends at the first that is due, which is nearly always
// that of the first day.
func (p *Pattern) owes(first, last clock.Day, now time.Time, c *clock.Calendar) (owed, asked bool) {
	if p.restless(first) {
		return true, true
	}
	for day := max(first, clock.DayOf(p.Since).Add(-1)); !day.After(last); day = day.Add(1) {
		for _, o := range p.Due(day, day, now, c) {
			if asked = true; o.Excused.IsZero() {
				return true, true
			}
		}
	}
	return false, asked
}

// restless reports whether the day plainly has a check: a shift works on all
// days, and nothing else was ever said. Most shops are like that, and a sweep
// asks for each of them.
func (p *Pattern) restless(day clock.Day) bool {
	if len(p.Exceptions) > 0 || len(p.Suspensions) > 0 || !p.Since.Before(day.Start()) {
		return false
	}
	return slices.ContainsFunc(p.Shifts, func(s Shift) bool {
		return s.Weekdays == everyDay && !s.RestOnHolidays && s.InForce(day) && p.Places[s.Site].open(day)
	})
}

// ChangePeriods compares the duties of weeks and months with the rows there
// are. A period in which no check is due, or all are excused, asks for nothing
// and is excused itself; one that began before anybody was in office, and has
// no check after that, is left out. Only rows that have not opened are made
// anew; those that have and are not done are handed to the post whose duty they
// are now.
func (p *Pattern) ChangePeriods(have []Obligation, spans []span, now time.Time, c *clock.Calendar) (add, drop, hand []Obligation) {
	left := slices.Clone(have)
	for _, s := range spans {
		if p.Since.IsZero() {
			break
		}
		want := s.of(p)
		n := slices.IndexFunc(left, func(o Obligation) bool { return o.Kind == want.Kind && o.Day == want.Day })
		var old Obligation
		if n >= 0 {
			old = left[n]
			left = slices.Delete(left, n, n+1)
			if !old.replaceable(now) {
				if old.Fulfilled.IsZero() && old.Post != want.Post {
					hand = append(hand, want)
				}
				continue
			}
		}
		owed, asked := p.owes(s.first, s.last, now, c)
		unknown := !asked && want.Opens.Before(p.Since)
		if !owed {
			want.Excused, want.Excuse = now, ExcuseNoChecks
		}
		if n >= 0 {
			if !unknown && old.same(want) && old.Post == want.Post {
				continue
			}
			drop = append(drop, old)
		}
		if !unknown {
			add = append(add, want)
		}
	}
	for _, o := range left {
		if o.replaceable(now) {
			drop = append(drop, o)
		}
	}
	return add, drop, hand
}

// Periods lists the obligations of a kind whose period begins on the days
// from–to, in that order, whatever their state.
func (s *Service) Periods(tx *db.Tx, kind string, from, to clock.Day) ([]Obligation, error) {
	return periodRows(tx, kind, from, to)
}
