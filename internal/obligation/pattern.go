package obligation

import (
	"slices"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// earlier is how long before its shift starts a check may be made.
const earlier = time.Hour

// workweek are the bits of Monday to Friday.
const workweek = 0b0011111

// everyDay are the bits of all days.
const everyDay = 0b1111111

// Shift is a shift of a site: the days on which it works and its hours.
type Shift struct {
	ID, Site id.ID
	Name     string
	// Starts and Ends are minutes after midnight of the business day; Ends may
	// lie past midnight. Grace is added to the end.
	Starts, Ends, Grace int
	// Weekdays has a bit for each day; Monday is 1.
	Weekdays       int
	RestOnHolidays bool
	// From and Until bound the days in force; Until may be absent.
	From, Until clock.Day
}

// Window returns when the check of the day may be made and until when it is on
// time.
func (s Shift) Window(day clock.Day) (opens, due time.Time) {
	return day.At(s.Starts).Add(-earlier), day.At(s.Ends + s.Grace)
}

// InForce reports whether the shift belongs to the pattern of the day.
func (s Shift) InForce(day clock.Day) bool {
	return !day.Before(s.From) && (s.Until == "" || !day.After(s.Until))
}

// Works reports whether the shift works on the day by the pattern alone. One
// that rests on holidays works on a make-up workday (调休上班) if it works from
// Monday to Friday: what the make-up day replaces is one of these.
func (s Shift) Works(day clock.Day, c *clock.Calendar) bool {
	if s.RestOnHolidays {
		if named, ok := c.Named(day); ok {
			return named.Kind == clock.Work && (s.Weekdays&workweek == workweek || s.on(day))
		}
	}
	return s.on(day)
}

func (s Shift) on(day clock.Day) bool {
	sinceMonday := (int(day.Weekday()) + 6) % 7
	return s.Weekdays&(1<<sinceMonday) != 0
}

// Suspension is a notice that a site does not work (停产/停业/放假).
type Suspension struct {
	ID, Site          id.ID
	Kind, Reason      string
	From, Until       clock.Day
	FiledBy           id.ID
	FiledName         string
	FiledAt           time.Time
	SignedBy          id.ID
	SignedName        string
	SignedAt, EndedAt time.Time
}

// Covers reports whether the day lies in the notice.
func (s Suspension) Covers(day clock.Day) bool {
	return !day.Before(s.From) && !day.After(s.Until)
}

// Excuses reports whether the notice excuses a check: it was signed before the
// check's time was over, and work was not resumed before then.
func (s Suspension) Excuses(day clock.Day, due time.Time) bool {
	return s.Covers(day) && !s.SignedAt.IsZero() && s.SignedAt.Before(due) &&
		(s.EndedAt.IsZero() || !due.After(s.EndedAt))
}

// Place is a site while it is open.
type Place struct {
	Name           string
	Opened, Closed clock.Day
}

func (p Place) open(day clock.Day) bool {
	return !day.Before(p.Opened) && (p.Closed == "" || day.Before(p.Closed))
}

// SiteDay is a day of a site.
type SiteDay struct {
	Site id.ID
	Day  clock.Day
}

// Pattern is all that decides on which days an enterprise owes checks.
type Pattern struct {
	Enterprise id.ID
	Path       string
	// Since is when the first of those now in office was appointed; zero while
	// nobody is, or the enterprise is out of scope.
	Since time.Time
	// Directed says that a director is in office now.
	Directed bool
	Terms    Terms
	Places   map[id.ID]Place
	Shifts   []Shift
	// Exceptions says whether a day is open; it wins over the weekday.
	Exceptions  map[SiteDay]bool
	Suspensions []Suspension
}

// Works reports whether a check of the shift is due on the day, excused or not.
func (p *Pattern) Works(s Shift, day clock.Day, c *clock.Calendar) bool {
	if p.Since.IsZero() || !s.InForce(day) || !p.Places[s.Site].open(day) {
		return false
	}
	if open, ok := p.Exceptions[SiteDay{s.Site, day}]; ok {
		return open
	}
	return s.Works(day, c)
}

// Due returns the checks of the days from–to as rows, in the order of their
// days. Those whose time was over before anybody was in office are left out.
func (p *Pattern) Due(from, to clock.Day, now time.Time, c *clock.Calendar) []Obligation {
	var rows []Obligation
	for day := from; !day.After(to); day = day.Add(1) {
		for _, s := range p.Shifts {
			if !p.Works(s, day, c) {
				continue
			}
			o := Obligation{Enterprise: p.Enterprise, Kind: KindDaily, Subject: s.ID, Day: day, Site: s.Site, Path: p.Path}
			o.Opens, o.Due = s.Window(day)
			if !o.Due.After(p.Since) {
				continue
			}
			if n, ok := p.excuse(o); ok {
				o.Excused, o.Excuse, o.ExcuseID = now, n.Kind, n.ID
			}
			rows = append(rows, o)
		}
	}
	return rows
}

func (p *Pattern) excuse(o Obligation) (Suspension, bool) {
	i := slices.IndexFunc(p.Suspensions, func(s Suspension) bool { return s.Site == o.Site && s.Excuses(o.Day, o.Due) })
	if i < 0 {
		return Suspension{}, false
	}
	return p.Suspensions[i], true
}

// Change compares what is due with the rows there are. Rows that have not
// opened and are no longer right are dropped; a row that was dropped and is
// still due is among those to add.
func (p *Pattern) Change(have []Obligation, from, to clock.Day, now time.Time, c *clock.Calendar) (add, drop []Obligation) {
	there := make(map[rowKey]Obligation, len(have))
	for _, o := range have {
		there[o.key()] = o
	}
	for _, want := range p.Due(from, to, now, c) {
		old, ok := there[want.key()]
		delete(there, want.key())
		if ok && (!old.replaceable(now) || old.same(want)) {
			continue
		}
		if ok {
			drop = append(drop, old)
		}
		add = append(add, want)
	}
	for _, o := range have {
		if _, left := there[o.key()]; left && o.replaceable(now) {
			drop = append(drop, o)
		}
	}
	return add, drop
}

type rowKey struct {
	subject id.ID
	day     clock.Day
}

func (o Obligation) key() rowKey { return rowKey{o.Subject, o.Day} }

// replaceable reports whether the row may be planned anew.
func (o Obligation) replaceable(now time.Time) bool {
	return o.Opens.After(now) && o.Fulfilled.IsZero()
}

func (o Obligation) same(p Obligation) bool {
	return o.Opens.Equal(p.Opens) && o.Due.Equal(p.Due) && o.Path == p.Path && o.Site == p.Site &&
		o.Excuse == p.Excuse && o.ExcuseID == p.ExcuseID
}

// CalendarMissing lists the years of from–to whose notice is not loaded.
func CalendarMissing(from, to clock.Day, c *clock.Calendar) []int {
	var years []int
	for y := from.Year(); y <= to.Year(); y++ {
		if !c.Knows(y) {
			years = append(years, y)
		}
	}
	return years
}
