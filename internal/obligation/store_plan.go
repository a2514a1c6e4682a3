package obligation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Every statement here serves one enterprise and, in the sweep, a range of
// them: the range follows the primary key of each table, so that a batch costs
// the same wherever it lies.

// inOffice is the first appointment of those who hold a post at an instant,
// which it takes twice.
const inOffice = "(SELECT a.from_at FROM appointments a WHERE a.enterprise_id = e.enterprise_id AND a.from_at <= ? AND a.ended_at IS NULL " +
	"AND (a.until_at IS NULL OR a.until_at > ?) ORDER BY a.from_at LIMIT 1)"

// loadPatterns reads what decides on the days from–to. The second value is the
// last enterprise of a full batch.
func loadPatterns(tx *db.Tx, r keyRange, from, to clock.Day) ([]*Pattern, id.ID, error) {
	var heads []struct {
		EnterpriseID id.ID
		Path         *string
		InScope      *bool
		Since        *time.Time
		Directed     bool
		WeekGrace    *int
		MonthGrace   *int
	}
	err := tx.Query(&heads, "SELECT e.enterprise_id, s.path, e.in_scope, "+inOffice+" AS since, "+isDirected+" AS directed, t.week_grace, t.month_grace"+
		" FROM enterprises e LEFT JOIN enterprise_scope s ON s.enterprise_id = e.enterprise_id LEFT JOIN obligation_terms t ON t.enterprise_id = e.enterprise_id"+
		" WHERE {scope:e} AND e.enterprise_id > ? AND e.enterprise_id <= ? ORDER BY e.enterprise_id LIMIT ?", tx.Now(), tx.Now(), tx.Now(), tx.Now(), r.after, r.upTo, r.limit)
	if err != nil {
		return nil, id.Nil, fmt.Errorf("read enterprises after %s: %w", r.after, err)
	}
	if len(heads) == 0 {
		return nil, id.Nil, nil
	}
	all := make([]*Pattern, 0, len(heads))
	byID := make(map[id.ID]*Pattern, len(heads))
	for _, h := range heads {
		p := &Pattern{Enterprise: h.EnterpriseID, Directed: h.Directed, Terms: standardTerms, Places: map[id.ID]Place{}, Exceptions: map[SiteDay]bool{}}
		if h.Path != nil {
			p.Path = *h.Path
		}
		if h.WeekGrace != nil && h.MonthGrace != nil {
			p.Terms = Terms{Week: *h.WeekGrace, Month: *h.MonthGrace}
		}
		if h.Since != nil && (h.InScope == nil || *h.InScope) {
			p.Since = h.Since.UTC()
		}
		all = append(all, p)
		byID[p.Enterprise] = p
	}
	last := id.Nil
	if len(heads) == r.limit && tx.Enterprise() == id.Nil {
		last = heads[len(heads)-1].EnterpriseID
	}
	r.upTo = heads[len(heads)-1].EnterpriseID
	for _, load := range []func(*db.Tx, keyRange, clock.Day, clock.Day, map[id.ID]*Pattern) error{loadShifts, loadExceptions, loadSuspensions} {
		if err := load(tx, r, from, to, byID); err != nil {
			return nil, id.Nil, err
		}
	}
	return all, last, nil
}

func loadShifts(tx *db.Tx, r keyRange, from, to clock.Day, byID map[id.ID]*Pattern) error {
	var rows []struct {
		EnterpriseID, ID, SiteID id.ID
		Name, SiteName           string
		Starts, Ends, Grace      int
		Weekdays                 int
		RestOnHolidays           bool
		FromDay, UntilDay        clock.Day
		OpenedOn, ClosedOn       clock.Day
	}
	err := tx.Query(&rows, "SELECT h.enterprise_id, h.id, h.site_id, h.name, h.starts, h.ends, h.grace, h.weekdays, h.rest_on_holidays, h.from_day, h.until_day,"+
		" s.name AS site_name, s.opened_on, s.closed_on FROM shifts h JOIN sites s ON s.enterprise_id = h.enterprise_id AND s.id = h.site_id"+
		" WHERE {scope:h} AND h.enterprise_id > ? AND h.enterprise_id <= ? AND h.from_day <= ? AND (h.until_day IS NULL OR h.until_day >= ?)"+
		" ORDER BY h.enterprise_id, h.site_id, h.starts, h.id", r.after, r.upTo, to, from)
	if err != nil {
		return fmt.Errorf("read shifts after %s: %w", r.after, err)
	}
	for _, h := range rows {
		p := byID[h.EnterpriseID]
		if p == nil {
			continue
		}
		p.Places[h.SiteID] = Place{Name: h.SiteName, Opened: h.OpenedOn, Closed: h.ClosedOn}
		p.Shifts = append(p.Shifts, Shift{
			ID: h.ID, Site: h.SiteID, Name: h.Name, Starts: h.Starts, Ends: h.Ends, Grace: h.Grace,
			Weekdays: h.Weekdays, RestOnHolidays: h.RestOnHolidays, From: h.FromDay, Until: h.UntilDay,
		})
	}
	return nil
}

func loadExceptions(tx *db.Tx, r keyRange, from, to clock.Day, byID map[id.ID]*Pattern) error {
	var rows []struct {
		EnterpriseID, SiteID id.ID
		Day                  clock.Day
		Open                 bool
	}
	err := tx.Query(&rows, "SELECT x.enterprise_id, x.site_id, x.day, x.open FROM day_exceptions x"+
		" WHERE {scope:x} AND x.enterprise_id > ? AND x.enterprise_id <= ? AND x.day BETWEEN ? AND ?", r.after, r.upTo, from, to)
	if err != nil {
		return fmt.Errorf("read exceptions after %s: %w", r.after, err)
	}
	for _, x := range rows {
		if p := byID[x.EnterpriseID]; p != nil {
			p.Exceptions[SiteDay{x.SiteID, x.Day}] = x.Open
		}
	}
	return nil
}

func loadSuspensions(tx *db.Tx, r keyRange, from, to clock.Day, byID map[id.ID]*Pattern) error {
	var rows []suspensionRow
	err := tx.Query(&rows, "SELECT n.* FROM suspensions n"+
		" WHERE {scope:n} AND n.enterprise_id > ? AND n.enterprise_id <= ? AND n.from_day <= ? AND n.until_day >= ?"+
		" ORDER BY n.enterprise_id, n.id", r.after, r.upTo, to, from)
	if err != nil {
		return fmt.Errorf("read suspensions after %s: %w", r.after, err)
	}
	for _, n := range rows {
		if p := byID[id.ID(n.EnterpriseID)]; p != nil {
			p.Suspensions = append(p.Suspensions, n.domain())
		}
	}
	return nil
}

const inBatch = "o.enterprise_id = e.enterprise_id AND {scope:o} AND o.kind = ? AND o.period_start >= ? AND o.period_start <= ?"

// rowsOf reads the daily rows of the patterns' enterprises, which lie in a row
// by id.
func rowsOf(tx *db.Tx, patterns []*Pattern, from, to clock.Day) (map[id.ID][]Obligation, error) {
	// The join's order is not left to the planner, who would read the days of
	// everybody for each batch.
	join := "CROSS JOIN obligations o WHERE " + inBatch
	if tx.Engine() == db.Postgres {
		join = "CROSS JOIN LATERAL (SELECT * FROM obligations o WHERE " + inBatch + " OFFSET 0) o WHERE true"
	}
	var rows []obligationRow
	err := tx.Query(&rows, "SELECT o.enterprise_id, o.kind, o.subject_id, o.period_start, o.site_id, o.path, o.opens_at, o.due_until, o.fulfilled_at, o.excuse, o.excuse_id"+
		" FROM enterprises e "+join+" AND {scope:e} AND e.enterprise_id >= ? AND e.enterprise_id <= ?",
		KindDaily, from, to, patterns[0].Enterprise, patterns[len(patterns)-1].Enterprise)
	if err != nil {
		return nil, fmt.Errorf("read planned rows: %w", err)
	}
	have := make(map[id.ID][]Obligation, len(patterns))
	for _, r := range rows {
		o := r.domain()
		have[o.Enterprise] = append(have[o.Enterprise], o)
	}
	return have, nil
}

// rowsAtOnce keeps a statement below the 32,766 values that SQLite binds.
const rowsAtOnce = 500

// insertRows inserts rows that are not there yet.
func insertRows(tx *db.Tx, rows []Obligation) error {
	first := "?"
	if tx.Enterprise() != id.Nil {
		first = "{tenant}"
	}
	for some := range slices.Chunk(rows, rowsAtOnce) {
		var b strings.Builder
		b.WriteString("INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until, excused_at, excuse, excuse_id, post, title) VALUES ")
		args := make([]any, 0, 13*len(some))
		for i, o := range some {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString("(" + first + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			if first == "?" {
				args = append(args, string(o.Enterprise))
			}
			args = append(args, o.Kind, string(o.Subject), string(o.Day), o.Site, o.Path, o.Opens, o.Due, optional(o.Excused), o.Excuse, o.ExcuseID, string(o.Post), o.Title)
		}
		b.WriteString(" ON CONFLICT DO NOTHING")
		if _, err := tx.Exec(b.String(), args...); err != nil {
			return fmt.Errorf("insert %d obligations: %w", len(some), err)
		}
	}
	return nil
}

// deleteRows drops rows that have not opened.
func deleteRows(tx *db.Tx, rows []Obligation) error {
	type group struct {
		kind string
		day  clock.Day
	}
	groups := map[group][]string{}
	for _, o := range rows {
		k := group{o.Kind, o.Day}
		groups[k] = append(groups[k], string(o.Subject))
	}
	for k, subjects := range groups {
		for some := range slices.Chunk(subjects, rowsAtOnce) {
			_, err := tx.Exec("DELETE FROM obligations AS o WHERE {scope:o} AND o.kind = ? AND o.period_start = ? AND o.subject_id IN ? AND o.opens_at > ? AND o.fulfilled_at IS NULL",
				k.kind, k.day, some, tx.Now())
			if err != nil {
				return fmt.Errorf("drop %d obligations %s of %s: %w", len(some), k.kind, k.day, err)
			}
		}
	}
	return nil
}

// lastSweep is when the last completed sweep was due.
func lastSweep(tx *db.Tx) (time.Time, bool, error) {
	var rows []struct{ Due time.Time }
	err := tx.Query(&rows, "SELECT f.due FROM fires f WHERE f.job = ? AND f.done_at IS NOT NULL ORDER BY f.due DESC LIMIT 1", JobSweep)
	if err != nil {
		return time.Time{}, false, fmt.Errorf("read last sweep: %w", err)
	}
	if len(rows) == 0 {
		return time.Time{}, false, nil
	}
	return rows[0].Due.UTC(), true, nil
}
