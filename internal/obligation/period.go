package obligation

import (
	"fmt"
	"strconv"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Terms are how many days after its end the duty of a period is still in time.
type Terms struct{ Week, Month int }

// standardTerms are the product's own: no order states a number.
var standardTerms = Terms{Week: 2, Month: 5}

// span is a period that asks for a report or a meeting.
type span struct {
	kind        string
	first, last clock.Day
	grace       int
	post        access.Role
	title       string
}

// spans lists the weeks and months from those in which the day lies to those
// after today's.
func (p *Pattern) spans(from, today clock.Day) []span {
	var all []span
	for w := clock.WeekOf(from); w <= clock.WeekOf(today).Add(1); w = w.Add(1) {
		number, _ := strconv.Atoi(string(w[len("2026-W"):])) // a week ends in its number
		all = append(all, span{KindWeekly, w.First(), w.Last(), p.Terms.Week, p.reporter(), fmt.Sprintf("周排查报告：%d年第%d周", w.Year(), number)})
	}
	for m := from.Month(); m <= today.Month().Add(1); m = m.Add(1) {
		title := "月调度会议：" + m.First().Start().In(clock.Shanghai).Format("2006年1月")
		all = append(all, span{KindMonthly, m.First(), m.Last(), p.Terms.Month, access.Principal, title})
	}
	return all
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

// Periods returns the weeks' and months' duties as rows. A period in which no
// check is due, or all are excused, asks for nothing and is excused itself. One
// that began before anybody was in office, and has no check after that, is left
// out.
func (p *Pattern) Periods(from, today clock.Day, now time.Time, c *clock.Calendar) []Obligation {
	if p.Since.IsZero() {
		return nil
	}
	var rows []Obligation
	for _, s := range p.spans(from, today) {
		o := Obligation{
			Enterprise: p.Enterprise, Kind: s.kind, Subject: p.Enterprise, Day: s.first, Path: p.Path, Post: s.post, Title: s.title,
			Opens: s.first.Start(), Due: s.last.Add(s.grace).At(24*60 - 1),
		}
		owed, asked := p.owes(s.first, s.last, now, c)
		if !asked && o.Opens.Before(p.Since) {
			continue
		}
		if !owed {
			o.Excused, o.Excuse = now, ExcuseNoChecks
		}
		rows = append(rows, o)
	}
	return rows
}

// owes reports whether a check of the days is due and not excused, and whether
// there is any at all. It ends at the first that is due, which is nearly always
// that of the first day.
func (p *Pattern) owes(first, last clock.Day, now time.Time, c *clock.Calendar) (owed, asked bool) {
	for day := max(first, clock.DayOf(p.Since).Add(-1)); !day.After(last); day = day.Add(1) {
		for _, o := range p.Due(day, day, now, c) {
			if asked = true; o.Excused.IsZero() {
				return true, true
			}
		}
	}
	return false, asked
}

// ChangePeriods compares the duties of weeks and months with the rows there
// are. Only rows that have not opened are made anew; those that have and are
// not done are handed to the post whose duty they are now.
func (p *Pattern) ChangePeriods(have []Obligation, from, today clock.Day, now time.Time, c *clock.Calendar) (add, drop, hand []Obligation) {
	type key struct {
		kind string
		day  clock.Day
	}
	there := make(map[key]Obligation, len(have))
	for _, o := range have {
		there[key{o.Kind, o.Day}] = o
	}
	for _, want := range p.Periods(from, today, now, c) {
		k := key{want.Kind, want.Day}
		old, ok := there[k]
		delete(there, k)
		switch {
		case !ok:
			add = append(add, want)
		case old.replaceable(now) && (!old.same(want) || old.Post != want.Post):
			drop, add = append(drop, old), append(add, want)
		case old.Fulfilled.IsZero() && old.Post != want.Post:
			hand = append(hand, want)
		}
	}
	for _, o := range have {
		if _, left := there[key{o.Kind, o.Day}]; left && o.replaceable(now) {
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
