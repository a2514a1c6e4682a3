package obligation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// backfill is how many days back a missed check is offered for 补录.
const backfill = 7

// ReadToday is the today screen. It is a read; only where the bell was late,
// or the enterprise is new, does it first make the rows that are missing.
func (s *Service) ReadToday(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.TodayOutput, error) {
	out := &api.TodayOutput{}
	stale := false
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		stale, err = s.today(tx, &out.Body)
		return err
	})
	if err != nil || !stale {
		return out, err
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if err := s.Plan(tx); err != nil {
			return err
		}
		_, err := s.today(tx, &out.Body)
		return err
	})
	return out, err
}

// today fills the screen and reports whether rows are missing.
func (s *Service) today(tx *db.Tx, t *api.Today) (stale bool, err error) {
	today, now := tx.Today(), tx.Now()
	*t = api.Today{Day: string(today), ServerTime: now, Checks: []api.TodayCheck{}, Missed: []api.TodayCheck{}, Week: []api.DayState{}, Tasks: []api.Task{}, Warnings: []api.Warning{}}
	p, c, err := s.pattern(tx, today.Add(-backfill), today.Add(1))
	if err != nil {
		return false, err
	}
	rows, err := dailyRows(tx, today.Add(-backfill), today.Add(1), id.Nil)
	if err != nil {
		return false, err
	}
	add, drop := p.Change(since(rows, today), today, today.Add(1), now, c)
	stale = len(add)+len(drop) > 0
	rows = merge(rows, add, drop, id.Nil)

	m := &maker{pattern: p, now: now}
	if m.names, err = submitters(tx, today.Add(-1), today); err != nil {
		return false, err
	}
	if m.sites, err = siteNames(tx); err != nil {
		return false, err
	}
	if s.lists != nil {
		if m.list, m.approved, err = s.lists.InForce(tx); err != nil {
			return false, fmt.Errorf("read list in force: %w", err)
		}
	}
	t.RestsToday = true
	for _, o := range rows {
		if o.Day == today {
			t.RestsToday = false
		}
		if !o.Day.After(today) {
			t.Week = append(t.Week, o.DayState(now))
		}
		switch o.State(now) {
		case Open:
			t.Checks = append(t.Checks, m.check(o))
		case Missed:
			t.Missed = append(t.Missed, m.check(o))
		case Done, Excused:
			if o.Day == today || !o.Due.Before(now) && !o.Opens.After(now) {
				t.Checks = append(t.Checks, m.check(o))
			}
		case Coming:
			if clock.DayOf(o.Opens) == today || o.Day == today {
				t.Checks = append(t.Checks, m.check(o))
			}
			if t.NextOpens == nil || o.Opens.Before(*t.NextOpens) {
				t.NextOpens = &o.Opens
			}
		}
	}
	slices.SortStableFunc(t.Checks, func(a, b api.TodayCheck) int { return cmp.Compare(turn(a.State), turn(b.State)) })
	slices.Reverse(t.Missed)
	if t.NextOpens == nil {
		if t.NextOpens, err = s.nextOpens(tx, today.Add(2)); err != nil {
			return false, err
		}
	}
	for _, source := range s.warnings {
		more, err := source.Warnings(tx)
		if err != nil {
			return false, fmt.Errorf("gather warnings: %w", err)
		}
		t.Warnings = append(t.Warnings, more...)
	}
	t.Tasks, err = s.tasksOf(tx, m)
	return stale, err
}

// turn is the order on the screen: what can be done now, what was done, what
// is not due, what comes later.
func turn(state string) int {
	return slices.Index([]string{string(Open), string(Done), string(Excused), string(Coming)}, state)
}

func since(rows []Obligation, day clock.Day) []Obligation {
	return slices.DeleteFunc(slices.Clone(rows), func(o Obligation) bool { return o.Day.Before(day) })
}

// nextOpens looks for the first check beyond the planned days.
func (s *Service) nextOpens(tx *db.Tx, from clock.Day) (*time.Time, error) {
	p, c, err := s.pattern(tx, from, from.Add(reach))
	if err != nil {
		return nil, err
	}
	for _, o := range p.Due(from, from.Add(reach), tx.Now(), c) {
		if o.Excused.IsZero() {
			return &o.Opens, nil
		}
	}
	return nil, nil //nolint:nilnil // nothing opens soon
}

// tasksOf gathers the caller's tasks, the most urgent first.
func (s *Service) tasksOf(tx *db.Tx, m *maker) ([]api.Task, error) {
	all, err := allSuspensions(tx)
	if err != nil {
		return nil, err
	}
	mine, err := own(tx)
	if err != nil {
		return nil, err
	}
	tasks := append(append([]api.Task{}, waiting(tx, all, m.sites)...), mine...)
	for _, source := range s.tasks {
		more, err := source.Tasks(tx)
		if err != nil {
			return nil, fmt.Errorf("gather tasks: %w", err)
		}
		tasks = append(tasks, more...)
	}
	slices.SortStableFunc(tasks, func(a, b api.Task) int {
		switch {
		case a.Due == nil && b.Due == nil:
			return 0
		case a.Due == nil:
			return 1
		case b.Due == nil:
			return -1
		}
		return a.Due.Compare(*b.Due)
	})
	return tasks, nil
}

// maker turns rows into checks for the screen.
type maker struct {
	pattern  *Pattern
	now      time.Time
	sites    map[id.ID]string
	names    map[id.ID]string
	list     api.RiskList
	approved bool
}

func (m *maker) check(o Obligation) api.TodayCheck {
	t := api.TodayCheck{DayState: o.DayState(m.now), SiteName: m.sites[o.Site], OnlyShift: true, Items: []api.RiskItem{}, SubmittedBy: m.names[o.Record]}
	if !o.Fulfilled.IsZero() {
		t.SubmittedAt = &o.Fulfilled
	}
	for _, s := range m.pattern.Shifts {
		switch {
		case s.ID == o.Subject:
			t.ShiftName = s.Name
		case s.Site == o.Site && s.InForce(o.Day):
			t.OnlyShift = false
		}
	}
	for _, n := range m.pattern.Suspensions {
		if n.Site == o.Site && n.Covers(o.Day) && n.SignedAt.IsZero() && n.EndedAt.IsZero() {
			t.Suspension = string(n.ID)
		}
	}
	if m.approved {
		t.ListID, t.ListVersion = m.list.ID, m.list.Version
		for _, item := range m.list.Items {
			if item.Rhythm == "daily" && (item.Site == "" || item.Site == string(o.Site)) {
				t.Items = append(t.Items, item)
			}
		}
	}
	return t
}
