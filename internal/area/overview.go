package area

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// mostOffices is how many rows the calendar of a city has before it shows its
// districts instead of their offices.
const mostOffices = 60

// Overview answers who needs the agency, how today stands, and the calendar
// of a month.
func (s *Service) Overview(ctx context.Context, g access.Grant, in *api.ReadOverviewInput) (*api.OverviewOutput, error) {
	out := &api.OverviewOutput{}
	err := s.db.Report(ctx, g, func(tx *db.Tx) error {
		month := tx.Today().Month()
		if in.Month != "" {
			var err error
			if month, err = clock.ParseMonth(in.Month); err != nil {
				return ErrMonth.At("query.month", "")
			}
		}
		o := &out.Body
		o.ServerTime, o.Today, o.Month = tx.Now(), string(tx.Today()), string(month)
		agencies, err := agenciesOf(tx)
		if err != nil {
			return err
		}
		if o.Enterprises, err = countEnterprises(tx); err != nil {
			return err
		}
		if o.OpenHazards, err = countHazards(tx); err != nil {
			return err
		}
		if o.TodayCounts, o.Offices, err = calendar(tx, agencies, month); err != nil {
			return err
		}
		o.Needs, o.NeedsTotal, err = s.needs(tx, agencies)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// calendar counts every day of the month per office, and today. Days that are
// counted come from their tallies, all others from the rows.
func calendar(tx *db.Tx, agencies []agency, month clock.Month) (api.Counts, []api.OfficeMonth, error) {
	cells, err := tallies(tx, month.First(), month.Last())
	if err != nil {
		return api.Counts{}, nil, err
	}
	counted := map[clock.Day]bool{}
	for _, c := range cells {
		counted[c.Day] = true
	}
	today := tx.Today()
	live := []clock.Day{today}
	for _, d := range month.Days() {
		if d.Before(today) && !counted[d] {
			live = append(live, d)
		}
	}
	fresh, err := liveCells(tx, live)
	if err != nil {
		return api.Counts{}, nil, err
	}
	var now api.Counts
	for _, c := range fresh {
		if c.Day == today {
			now = plus(now, c.counts())
		}
		if c.Day.Month() == month {
			cells = append(cells, c)
		}
	}
	return now, months(agencies, cells, month, today), nil
}

// months lays cells out as rows of offices.
func months(agencies []agency, cells []cell, month clock.Month, today clock.Day) []api.OfficeMonth {
	rows := rowsOf(agencies)
	days := month.Days()
	table := make([][]api.Counts, len(rows))
	for i := range table {
		table[i] = make([]api.Counts, len(days))
	}
	rest := make([]api.Counts, len(days))
	used := false
	for _, c := range cells {
		day := c.Day.Sub(month.First())
		if i := slices.IndexFunc(rows, func(a agency) bool { return strings.HasPrefix(c.Path, a.Path) }); i >= 0 {
			table[i][day] = plus(table[i][day], c.counts())
			continue
		}
		rest[day], used = plus(rest[day], c.counts()), true
	}
	if used && len(agencies) > 0 {
		own := agencies[0]
		own.Name += "（直接监管）"
		rows, table = append(rows, own), append(table, rest)
	}
	all := make([]api.OfficeMonth, len(rows))
	for i, a := range rows {
		all[i] = api.OfficeMonth{Agency: string(a.ID), Name: a.Name, Days: make([]api.OfficeDay, len(days))}
		for n, d := range days {
			all[i].Days[n] = api.OfficeDay{Day: string(d), Phase: phase(d, today, table[i][n]), Counts: table[i][n]}
		}
	}
	return all
}

// phase says how a cell is drawn. A past day on which a night shift is still
// open fills like today.
func phase(day, today clock.Day, c api.Counts) string {
	switch {
	case day.After(today):
		return "coming"
	case day == today, c.Open > 0:
		return "today"
	case c.Due == 0 && c.Excused == 0:
		return "none"
	}
	return "closed"
}

// rowsOf picks the agencies that are rows of the calendar: the offices, or the
// districts of a city that has too many offices.
func rowsOf(agencies []agency) []agency {
	level := func(l string) []agency {
		return slices.DeleteFunc(slices.Clone(agencies), func(a agency) bool { return a.Level != l })
	}
	if rows := level("office"); len(rows) <= mostOffices {
		return rows
	}
	return level("district")
}

func plus(a, b api.Counts) api.Counts {
	return api.Counts{
		Due: a.Due + b.Due, ZeroRisk: a.ZeroRisk + b.ZeroRisk, Hazards: a.Hazards + b.Hazards, ArrivedLate: a.ArrivedLate + b.ArrivedLate,
		Backfilled: a.Backfilled + b.Backfilled, Excused: a.Excused + b.Excused, Missed: a.Missed + b.Missed, Open: a.Open + b.Open,
	}
}

// needs lists who needs the agency, the gravest first, and counts them all.
func (s *Service) needs(tx *db.Tx, agencies []agency) ([]api.Need, int, error) {
	var all []need
	gaps, err := findGaps(tx)
	if err != nil {
		return nil, 0, err
	}
	for _, g := range longest(gaps) {
		all = append(all, g.need())
	}
	vacancies, err := findVacancies(tx)
	if err != nil {
		return nil, 0, err
	}
	for _, v := range vacancies {
		all = append(all, v.need())
	}
	findings, err := findHazards(tx)
	if err != nil {
		return nil, 0, err
	}
	for _, of := range byEnterprise(findings) {
		all = append(all, hazardNeed(of, tx.Now()))
	}
	deadlines, err := s.deadlines(tx)
	if err != nil {
		return nil, 0, err
	}
	all = append(all, deadlines...)

	sortNeeds(all)
	shown := all[:min(len(all), mostNeeds)]
	ids := make([]id.ID, len(shown))
	for i, n := range shown {
		ids[i] = n.enterprise
	}
	names, err := namesOf(tx, ids)
	if err != nil {
		return nil, 0, err
	}
	wire := make([]api.Need, len(shown))
	for i, n := range shown {
		at := names[n.enterprise]
		wire[i] = n.wire(at.Name, officeName(agencies, at.Path))
	}
	return wire, len(all), nil
}

// deadlines are the agency's own: a named officer for every enterprise.
func (s *Service) deadlines(tx *db.Tx) ([]need, error) {
	open, err := findUnnamed(tx)
	if err != nil || len(open) == 0 {
		return nil, err
	}
	c, err := s.calendar(tx)
	if err != nil {
		return nil, fmt.Errorf("load calendar: %w", err)
	}
	var all []need
	for _, u := range open {
		if n, late := u.need(tx.Today(), c); late {
			all = append(all, n)
		}
	}
	return all, nil
}

func byEnterprise(all []finding) map[id.ID][]finding {
	of := map[id.ID][]finding{}
	for _, f := range all {
		of[f.enterprise] = append(of[f.enterprise], f)
	}
	return of
}

// officeName is the name of the agency that supervises at the path.
func officeName(agencies []agency, path string) string {
	for _, a := range agencies {
		if a.Path == path {
			return a.Name
		}
	}
	return ""
}
