package area

import (
	"fmt"
	"slices"

	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type entryRow struct {
	ID         id.ID
	Name       string
	Identifier string
	SizeGrade  string
	InScope    *bool
	Path       string
}

// page reads one row more than a page has, to know whether there is another.
func page(tx *db.Tx, f filter) ([]entryRow, error) {
	sql := `SELECT e.enterprise_id AS id, e.name, e.identifier, e.size_grade, e.in_scope, s.path
		FROM enterprises e JOIN enterprise_scope s ON s.enterprise_id = e.enterprise_id WHERE {area:s}`
	var args []any
	and := func(condition string, values ...any) {
		sql += " AND " + condition
		args = append(args, values...)
	}
	if f.from != "" {
		and("s.path >= ? AND s.path < ?", f.from, f.to)
	}
	if f.name != "" {
		and("(lower(e.name) LIKE lower(?) ESCAPE '!' OR e.identifier = ?)", f.name, f.identifier)
	}
	if f.sizeGrade != nil {
		and("e.size_grade = ?", *f.sizeGrade)
	}
	if f.business != "" {
		and("EXISTS (SELECT 1 FROM businesses b WHERE b.enterprise_id = e.enterprise_id AND b.kind = ? AND b.ended_on IS NULL)", f.business)
	}
	switch f.inScope {
	case "yes":
		and("e.in_scope")
	case "no":
		and("NOT e.in_scope")
	case "undecided":
		and("e.in_scope IS NULL")
	}
	switch f.need {
	case needGap:
		and("e.enterprise_id IN (WITH "+standing+" SELECT g.enterprise_id FROM standing g)", standingArgs(tx)...)
	case needVacant:
		and("e.enterprise_id IN (SELECT w.enterprise_id FROM ("+vacant+") w)", tx.Now(), tx.Now())
	case needHazard:
		and("e.enterprise_id IN (SELECT h.enterprise_id FROM hazards h WHERE {scope:h} AND h.severity IN ('larger', 'major') AND h.closed_at IS NULL)")
	}
	if f.after != nil {
		and("(e.name, e.enterprise_id) > (?, ?)", f.after.Name, f.after.ID)
	}
	var rows []entryRow
	if err := tx.Query(&rows, sql+" ORDER BY e.name, e.enterprise_id LIMIT ?", append(args, f.limit)...); err != nil {
		return nil, fmt.Errorf("list area: %w", err)
	}
	return rows, nil
}

// details belong to the enterprises of a page.
type details struct {
	businesses map[id.ID][]string
	hazards    map[id.ID]int
	people     map[id.ID]bool
	officer    map[id.ID]string
}

func detailsOf(tx *db.Tx, ids []id.ID) (details, error) {
	d := details{businesses: map[id.ID][]string{}, hazards: map[id.ID]int{}, people: map[id.ID]bool{}, officer: map[id.ID]string{}}
	var rows []struct {
		ID   id.ID
		Kind string
		N    int
	}
	// One statement: what an area's transaction pays for is the wall, once for each.
	err := tx.Query(&rows, `SELECT b.enterprise_id AS id, b.kind, 0 AS n FROM businesses b WHERE {scope:b} AND b.enterprise_id IN ? AND b.ended_on IS NULL
		UNION ALL SELECT h.enterprise_id, 'hazard', count(*) FROM hazards h WHERE {scope:h} AND h.enterprise_id IN ? AND h.closed_at IS NULL GROUP BY h.enterprise_id
		UNION ALL SELECT a.enterprise_id, 'people', count(*) FROM appointments a WHERE {scope:a} AND a.enterprise_id IN ? GROUP BY a.enterprise_id`, ids, ids, ids)
	if err != nil {
		return d, fmt.Errorf("read details of a page: %w", err)
	}
	for _, r := range rows {
		switch r.Kind {
		case "hazard":
			d.hazards[r.ID] = r.N
		case "people":
			d.people[r.ID] = r.N > 0
		default:
			d.businesses[r.ID] = append(d.businesses[r.ID], r.Kind)
		}
	}
	order := []string{"production", "wholesale", "retail"}
	for _, kinds := range d.businesses {
		slices.SortFunc(kinds, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	}
	var officers []struct {
		ID   id.ID
		Name string
	}
	err = tx.Query(&officers, `SELECT s.enterprise_id AS id, s.officer_name AS name FROM assignments s
		WHERE {scope:s} AND s.enterprise_id IN ? AND s.from_day <= ? AND (s.until_day IS NULL OR s.until_day >= ?)
		ORDER BY s.from_day, s.made_at, s.id`, ids, tx.Today(), tx.Today())
	if err != nil {
		return d, fmt.Errorf("read named officers: %w", err)
	}
	for _, o := range officers {
		d.officer[o.ID] = o.Name
	}
	return d, nil
}

// mark is the state of a check on a day.
type mark struct {
	ID      id.ID
	Day     clock.Day
	Counted string
}

// marksOf reads how the checks of the days from–to stand.
func marksOf(tx *db.Tx, ids []id.ID, from, to clock.Day) (map[id.ID][]mark, error) {
	var rows []mark
	err := tx.Query(&rows, `SELECT o.enterprise_id AS id, o.period_start AS day, `+obligation.ColumnSQL+` AS counted FROM obligations o
		WHERE {scope:o} AND o.enterprise_id IN ? AND o.kind = ? AND o.period_start BETWEEN ? AND ?`,
		tx.Now(), tx.Now(), ids, obligation.KindDaily, from, to)
	if err != nil {
		return nil, fmt.Errorf("read checks of a page: %w", err)
	}
	marks := make(map[id.ID][]mark, len(ids))
	for _, m := range rows {
		marks[m.ID] = append(marks[m.ID], m)
	}
	return marks, nil
}
