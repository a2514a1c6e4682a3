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
// of a month. Its questions are independent of one another and are asked at
// the same time.
func (s *Service) Overview(ctx context.Context, g access.Grant, in *api.ReadOverviewInput) (*api.OverviewOutput, error) {
	month := clock.DayOf(s.db.Clock().Now()).Month()
	if in.Month != "" {
		var err error
		if month, err = clock.ParseMonth(in.Month); err != nil {
			return nil, ErrMonth.At("query.month", "")
		}
	}
	out := &api.OverviewOutput{}
	o := &out.Body
	var agencies []agency
	var gaps, rest []need
	err := s.ask(ctx, g,
		func(tx *db.Tx) (err error) {
			o.ServerTime, o.Today, o.Month = tx.Now(), string(tx.Today()), string(month)
			if agencies, err = agenciesOf(tx); err != nil {
				return err
			}
			if o.Enterprises, err = countEnterprises(tx); err != nil {
				return err
			}
			if o.OpenHazards, err = countHazards(tx); err != nil {
				return err
			}
			o.TodayCounts, o.Offices, err = calendar(tx, agencies, month)
			return err
		},
		func(tx *db.Tx) (err error) {
			gaps, err = gapNeeds(tx)
			return err
		},
		func(tx *db.Tx) (err error) {
			rest, err = s.otherNeeds(tx)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	needs := slices.Concat(gaps, rest)
	sortNeeds(needs)
	o.NeedsTotal = len(needs)
	err = s.db.Report(ctx, g, func(tx *db.Tx) (err error) {
		o.Needs, err = wires(tx, needs[:min(len(needs), mostNeeds)], agencies)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ask runs questions side by side, each in a transaction of its own.
func (s *Service) ask(ctx context.Context, g access.Grant, questions ...func(*db.Tx) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	errs := make(chan error, len(questions))
	for _, q := range questions {
		go func() {
			defer func() {
				if p := recover(); p != nil { // nobody above a goroutine does
					errs <- fmt.Errorf("panic in a question: %v", p)
				}
			}()
			errs <- s.db.Report(ctx, g, q)
		}()
	}
	var first error
	for range questions {
		if err := <-errs; err != nil && first == nil {
			first = err
			cancel()
		}
	}
	return first
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

// gapNeeds are the enterprises that have stopped checking.
func gapNeeds(tx *db.Tx) ([]need, error) {
	gaps, err := findGaps(tx)
	if err != nil {
		return nil, err
	}
	var all []need
	for _, g := range longest(gaps) {
		all = append(all, g.need())
	}
	return all, nil
}

// otherNeeds are vacant posts, grave hazards, reports that wait for a receipt and
// the agency's own deadlines.
func (s *Service) otherNeeds(tx *db.Tx) ([]need, error) {
	vacancies, err := findVacancies(tx)
	if err != nil {
		return nil, err
	}
	var all []need
	for _, v := range vacancies {
		all = append(all, v.need())
	}
	findings, err := findHazards(tx)
	if err != nil {
		return nil, err
	}
	for _, of := range byEnterprise(findings, func(f finding) id.ID { return f.enterprise }) {
		all = append(all, hazardNeed(of, tx.Now()))
	}
	reports, err := findReports(tx)
	if err != nil {
		return nil, err
	}
	for _, of := range byEnterprise(reports, func(r report) id.ID { return r.enterprise }) {
		all = append(all, reportNeed(of))
	}
	deadlines, err := s.deadlines(tx)
	return append(all, deadlines...), err
}

// wires completes the needs that are shown with names.
func wires(tx *db.Tx, shown []need, agencies []agency) ([]api.Need, error) {
	ids := make([]id.ID, len(shown))
	var gapped []id.ID
	for i, n := range shown {
		ids[i] = n.enterprise
		if n.kind == needGap {
			gapped = append(gapped, n.enterprise)
		}
	}
	names, err := namesOf(tx, ids)
	if err != nil {
		return nil, err
	}
	sites, err := siteNames(tx, gapped)
	if err != nil {
		return nil, err
	}
	all := make([]api.Need, len(shown))
	for i, n := range shown {
		at := names[n.enterprise]
		all[i] = n.wire(at.Name, officeName(agencies, at.Path), sites[n.site])
	}
	return all, nil
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

func byEnterprise[T any](all []T, owner func(T) id.ID) map[id.ID][]T {
	of := map[id.ID][]T{}
	for _, one := range all {
		of[owner(one)] = append(of[owner(one)], one)
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
