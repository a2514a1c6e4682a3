package area

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// agency is an agency of the area.
type agency struct {
	ID    id.ID
	Level string
	Name  string
	Path  string
}

// agenciesOf reads the agency and all below it; it comes first itself.
func agenciesOf(tx *db.Tx) ([]agency, error) {
	var all []agency
	if err := tx.Query(&all, "SELECT a.id, a.level, a.name, a.path FROM agencies a WHERE {area:a} ORDER BY a.path"); err != nil {
		return nil, fmt.Errorf("read agencies: %w", err)
	}
	return all, nil
}

func countEnterprises(tx *db.Tx) (int, error) {
	var n int
	if err := tx.Query(&n, "SELECT count(*) FROM enterprise_scope s WHERE {area:s}"); err != nil {
		return 0, fmt.Errorf("count enterprises: %w", err)
	}
	return n, nil
}

// cell is a day of an office, counted.
type cell struct {
	Path                                                                   string
	Day                                                                    clock.Day
	Due, ZeroRisk, Hazards, ArrivedLate, Backfilled, Excused, Missed, Open int
}

func (c cell) counts() api.Counts {
	return api.Counts{
		Due: c.Due, ZeroRisk: c.ZeroRisk, Hazards: c.Hazards, ArrivedLate: c.ArrivedLate,
		Backfilled: c.Backfilled, Excused: c.Excused, Missed: c.Missed, Open: c.Open,
	}
}

// tallies reads the days that are counted.
func tallies(tx *db.Tx, from, to clock.Day) ([]cell, error) {
	var cells []cell
	err := tx.Query(&cells, `SELECT t.path, t.day, t.due, t.zero_risk, t.hazards, t.arrived_late, t.backfilled, t.excused, t.missed
		FROM day_tallies t WHERE {area:t} AND t.kind = ? AND t.day BETWEEN ? AND ?`, obligation.KindDaily, from, to)
	if err != nil {
		return nil, fmt.Errorf("read tallies %s–%s: %w", from, to, err)
	}
	return cells, nil
}

// liveCells counts days from the rows, by the office in charge when they were
// made, as the tallies do. What has not opened is not over.
func liveCells(tx *db.Tx, days []clock.Day) ([]cell, error) {
	var cells []cell
	err := tx.Query(&cells, `SELECT c.path, c.day, `+counting+`
		FROM (SELECT o.path, o.period_start AS day, `+obligation.ColumnSQL+` AS counted FROM obligations o
			WHERE {area:o} AND o.kind = ? AND o.period_start IN ?) c
		GROUP BY c.path, c.day`, tx.Now(), tx.Now(), obligation.KindDaily, days)
	if err != nil {
		return nil, fmt.Errorf("count days: %w", err)
	}
	return cells, nil
}

// counting sums the columns of c.counted.
var counting = func() string {
	is := func(columns string) string {
		return "sum(CASE WHEN c.counted IN (" + columns + ") THEN 1 ELSE 0 END) AS "
	}
	return strings.Join([]string{
		"sum(CASE WHEN c.counted = 'excused' THEN 0 ELSE 1 END) AS due", is("'zero_risk'") + "zero_risk", is("'hazards'") + "hazards",
		is("'arrived_late'") + "arrived_late", is("'backfilled'") + "backfilled", is("'excused'") + "excused", is("'missed'") + "missed",
		is("'open', 'coming'") + "open",
	}, ", ")
}()

// countHazards counts the open hazards.
func countHazards(tx *db.Tx) (api.HazardCounts, error) {
	var rows []struct {
		Severity string
		N        int
		Overdue  int
	}
	err := tx.Query(&rows, `SELECT h.severity, count(*) AS n, sum(CASE WHEN h.due_at < ? THEN 1 ELSE 0 END) AS overdue
		FROM hazards h WHERE {scope:h} AND h.closed_at IS NULL GROUP BY h.severity`, tx.Now())
	if err != nil {
		return api.HazardCounts{}, fmt.Errorf("count open hazards: %w", err)
	}
	var c api.HazardCounts
	for _, r := range rows {
		switch r.Severity {
		case "major":
			c.Major = r.N
		case "larger":
			c.Larger = r.N
		default:
			c.General = r.N
		}
		c.Overdue += r.Overdue
	}
	return c, nil
}

// named is an enterprise's name and the path of its office.
type named struct {
	ID   id.ID
	Name string
	Path string
}

func namesOf(tx *db.Tx, enterprises []id.ID) (map[id.ID]named, error) {
	names := map[id.ID]named{}
	if len(enterprises) == 0 {
		return names, nil
	}
	var rows []named
	err := tx.Query(&rows, `SELECT e.enterprise_id AS id, e.name, s.path FROM enterprises e JOIN enterprise_scope s ON s.enterprise_id = e.enterprise_id
		WHERE {area:s} AND e.enterprise_id IN ?`, enterprises)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	for _, r := range rows {
		names[r.ID] = r
	}
	return names, nil
}

// findGaps finds the sites whose last checks, three days' or more, were all
// missed. A day on which any shift of the site was checked ends a gap; excused
// days and days of rest neither end nor count.
func findGaps(tx *db.Tx) ([]gap, error) {
	var rows []struct {
		EnterpriseID, SiteID id.ID
		Days                 int
		Since                clock.Day
	}
	err := tx.Query(&rows, "WITH "+standing+`
		SELECT g.enterprise_id, g.site_id, count(DISTINCT o.period_start) AS days, min(o.period_start) AS since
		FROM standing g
		JOIN obligations o ON o.enterprise_id = g.enterprise_id AND o.kind = ? AND o.site_id = g.site_id AND o.period_start > g.checked
			AND o.fulfilled_at IS NULL AND o.excused_at IS NULL AND o.due_until < ?
		GROUP BY g.enterprise_id, g.site_id`, append(standingArgs(tx), obligation.KindDaily, tx.Now())...)
	if err != nil {
		return nil, fmt.Errorf("find gaps: %w", err)
	}
	gaps := make([]gap, len(rows))
	for i, r := range rows {
		gaps[i] = gap{enterprise: r.EnterpriseID, site: r.SiteID, days: r.Days, since: r.Since}
	}
	return gaps, nil
}

// standing are the sites with a gap of an enterprise that is still under the
// area, and the day on which each was last checked: a column without COALESCE,
// which behind row-level security no index could use. Beginning with what was
// missed under the area keeps it small: the index of open obligations has
// nothing else.
const standing = `ranked AS (
		SELECT o.enterprise_id, o.site_id, o.period_start AS day,
			dense_rank() OVER (PARTITION BY o.enterprise_id, o.site_id ORDER BY o.period_start DESC) AS n
		FROM obligations o
		WHERE {area:o} AND o.kind = ? AND o.fulfilled_at IS NULL AND o.excused_at IS NULL AND o.due_until < ? AND o.due_until >= ?
	), standing AS MATERIALIZED (
		SELECT DISTINCT r.enterprise_id, r.site_id, COALESCE((SELECT max(l.period_start) FROM obligations l
			WHERE l.enterprise_id = r.enterprise_id AND l.kind = ? AND l.site_id = r.site_id AND l.fulfilled_at IS NOT NULL), ?) AS checked
		FROM ranked r
		WHERE r.n = ? AND NOT EXISTS (SELECT 1 FROM obligations d
			WHERE d.enterprise_id = r.enterprise_id AND d.kind = ? AND d.site_id = r.site_id AND d.period_start >= r.day AND d.fulfilled_at IS NOT NULL)
		AND EXISTS (SELECT 1 FROM enterprise_scope s WHERE s.enterprise_id = r.enterprise_id AND {area:s})
	)`

func standingArgs(tx *db.Tx) []any {
	return []any{
		obligation.KindDaily, tx.Now(), tx.Now().AddDate(0, 0, -gapReach),
		obligation.KindDaily, clock.Day("2000-01-01"), gapDays, obligation.KindDaily,
	}
}

// siteNames names the sites of those enterprises that have several.
func siteNames(tx *db.Tx, enterprises []id.ID) (map[id.ID]string, error) {
	names := map[id.ID]string{}
	if len(enterprises) == 0 {
		return names, nil
	}
	var rows []struct {
		EnterpriseID, ID id.ID
		Name             string
	}
	err := tx.Query(&rows, "SELECT s.enterprise_id, s.id, s.name FROM sites s WHERE {scope:s} AND s.enterprise_id IN ? AND s.closed_on IS NULL", enterprises)
	if err != nil {
		return nil, fmt.Errorf("read names of sites: %w", err)
	}
	of := map[id.ID]int{}
	for _, r := range rows {
		of[r.EnterpriseID]++
	}
	for _, r := range rows {
		if of[r.EnterpriseID] > 1 {
			names[r.ID] = r.Name
		}
	}
	return names, nil
}

// vacant are the enterprises in scope that have people and lack an officer or
// a principal in office.
const vacant = `SELECT v.enterprise_id, v.officers, v.principals FROM (
		SELECT a.enterprise_id, sum(CASE WHEN a.post = 'officer' AND a.ended_at IS NULL AND (a.until_at IS NULL OR a.until_at > ?) THEN 1 ELSE 0 END) AS officers,
			sum(CASE WHEN a.post = 'principal' AND a.ended_at IS NULL AND (a.until_at IS NULL OR a.until_at > ?) THEN 1 ELSE 0 END) AS principals
		FROM appointments a WHERE {scope:a} AND a.post <> 'director' GROUP BY a.enterprise_id) v
	WHERE (v.officers = 0 OR v.principals = 0) AND (SELECT e.in_scope FROM enterprises e WHERE e.enterprise_id = v.enterprise_id)`

func findVacancies(tx *db.Tx) ([]vacancy, error) {
	var rows []struct {
		EnterpriseID         id.ID
		Officers, Principals int
	}
	if err := tx.Query(&rows, vacant, tx.Now(), tx.Now()); err != nil {
		return nil, fmt.Errorf("find vacancies: %w", err)
	}
	all := make([]vacancy, len(rows))
	ids := make([]id.ID, len(rows))
	for i, r := range rows {
		all[i] = vacancy{enterprise: r.EnterpriseID, officer: r.Officers == 0, principal: r.Principals == 0}
		ids[i] = r.EnterpriseID
	}
	last, err := endings(tx, ids[:min(len(ids), mostEndings)])
	if err != nil {
		return nil, err
	}
	for i, v := range all {
		all[i].since = v.vacantSince(last[v.enterprise])
	}
	return all, nil
}

// mostEndings bounds the list of a statement; beyond it a vacancy is shown
// without its day.
const mostEndings = 1000

// endings says when the posts were last held.
func endings(tx *db.Tx, enterprises []id.ID) (map[id.ID]map[string]time.Time, error) {
	if len(enterprises) == 0 {
		return nil, nil
	}
	var rows []struct {
		EnterpriseID     id.ID
		Post             string
		EndedAt, UntilAt *time.Time
	}
	err := tx.Query(&rows, "SELECT a.enterprise_id, a.post, a.ended_at, a.until_at FROM appointments a WHERE {scope:a} AND a.enterprise_id IN ?", enterprises)
	if err != nil {
		return nil, fmt.Errorf("read ended appointments: %w", err)
	}
	last := map[id.ID]map[string]time.Time{}
	for _, r := range rows {
		end := r.EndedAt
		if end == nil || r.UntilAt != nil && r.UntilAt.Before(*end) {
			end = r.UntilAt
		}
		if last[r.EnterpriseID] == nil {
			last[r.EnterpriseID] = map[string]time.Time{}
		}
		if end != nil && end.After(last[r.EnterpriseID][r.Post]) {
			last[r.EnterpriseID][r.Post] = *end
		}
	}
	return last, nil
}

// findHazards reads the open hazards that are larger or major.
func findHazards(tx *db.Tx) ([]finding, error) {
	var rows []struct {
		EnterpriseID          id.ID
		Severity, Description string
		Day                   clock.Day
		DueAt                 time.Time
	}
	err := tx.Query(&rows, `SELECT h.enterprise_id, h.severity, h.description, h.day, h.due_at FROM hazards h
		WHERE {scope:h} AND h.severity IN ('larger', 'major') AND h.closed_at IS NULL`)
	if err != nil {
		return nil, fmt.Errorf("find hazards: %w", err)
	}
	all := make([]finding, len(rows))
	for i, r := range rows {
		all[i] = finding{enterprise: r.EnterpriseID, severity: r.Severity, description: r.Description, found: r.Day, due: r.DueAt.UTC()}
	}
	return all, nil
}

// findReports reads the reports of suspicious goods without a receipt.
func findReports(tx *db.Tx) ([]report, error) {
	var rows []struct {
		EnterpriseID  id.ID
		Kind, Product string
		At            time.Time
	}
	err := tx.Query(&rows, `SELECT s.enterprise_id, s.kind, s.product, s.at FROM suspicions s WHERE {scope:s} AND NOT EXISTS
		(SELECT 1 FROM suspicion_steps r WHERE r.enterprise_id = s.enterprise_id AND r.suspicion_id = s.id AND r.kind = 'receipt')`)
	if err != nil {
		return nil, fmt.Errorf("find reports of suspicious goods: %w", err)
	}
	all := make([]report, len(rows))
	for i, r := range rows {
		all[i] = report{enterprise: r.EnterpriseID, kind: r.Kind, product: r.Product, day: clock.DayOf(r.At)}
	}
	return all, nil
}

// findUnnamed reads the present assignments that name no officer.
func findUnnamed(tx *db.Tx) ([]unnamed, error) {
	var rows []struct {
		EnterpriseID id.ID
		FromDay      clock.Day
	}
	err := tx.Query(&rows, `SELECT s.enterprise_id, s.from_day FROM assignments s JOIN enterprises e ON e.enterprise_id = s.enterprise_id
		WHERE {scope:s} AND s.officer_id IS NULL AND s.officer_name = '' AND s.from_day <= ? AND (s.until_day IS NULL OR s.until_day >= ?) AND e.in_scope`,
		tx.Today(), tx.Today())
	if err != nil {
		return nil, fmt.Errorf("find enterprises without named officer: %w", err)
	}
	all := make([]unnamed, len(rows))
	for i, r := range rows {
		all[i] = unnamed{enterprise: r.EnterpriseID, from: r.FromDay}
	}
	return all, nil
}
