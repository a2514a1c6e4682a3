package obligation_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

type list struct{ api.RiskList }

func (l list) InForce(*db.Tx) (api.RiskList, bool, error) { return l.RiskList, l.Version > 0, nil }

type tasks []api.Task

func (t tasks) Tasks(*db.Tx) ([]api.Task, error) { return t, nil }

func today(t *testing.T, s *obligation.Service, f testkit.Fixture) api.Today {
	t.Helper()
	out, err := s.ReadToday(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func labels(checks []api.TodayCheck) (all []string) {
	for _, c := range checks {
		all = append(all, c.Day+" "+c.State)
	}
	return all
}

func TestTodayShowsWhatIsDueAtOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		soon, later := w.Clock.Now().Add(time.Hour), w.Clock.Now().Add(2*time.Hour)
		s.Connect(list{api.RiskList{ID: string(w.NewID()), Version: 3, Items: []api.RiskItem{
			{Code: "a", Rhythm: "daily"}, {Code: "b", Rhythm: "weekly"}, {Code: "c", Rhythm: "daily", Site: string(f.Site)}, {Code: "d", Rhythm: "daily", Site: string(w.NewID())},
		}}}, tasks{{Title: "无期限"}, {Title: "后", Due: &later}}, tasks{{Title: "先", Due: &soon}})
		plan(t, w, s, neighbour)
		for range 2 { // no bell has rung for this enterprise
			got := today(t, s, f)
			if diff := cmp.Diff([]string{"2026-11-24 open"}, labels(got.Checks)); diff != "" {
				t.Fatalf("checks (-want +got):\n%s", diff)
			}
			c := got.Checks[0]
			var items, titles []string
			for _, i := range c.Items {
				items = append(items, i.Code)
			}
			for _, k := range got.Tasks {
				titles = append(titles, k.Title)
			}
			if diff := cmp.Diff([]string{"a", "c"}, items); diff != "" {
				t.Errorf("items (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]string{"先", "后", "无期限"}, titles); diff != "" {
				t.Errorf("tasks (-want +got):\n%s", diff)
			}
			if c.SiteName != "门店" || c.ShiftName != "白班" || !c.OnlyShift || c.ListVersion != 3 {
				t.Errorf("check %+v", c)
			}
			if want := clock.Day("2026-11-25").At(420); got.NextOpens == nil || !got.NextOpens.Equal(want) || got.RestsToday || got.Day != "2026-11-24" {
				t.Errorf("day %s rests %t, next %v", got.Day, got.RestsToday, got.NextOpens)
			}
		}
		fulfil(t, w, s, f, "2026-11-24", obligation.OutcomeHazards, obligation.OnTime)
		if got := today(t, s, f).Checks[0]; got.State != "done" || got.Outcome != "hazards" || got.SubmittedAt == nil {
			t.Errorf("after the check: %+v", got.DayState)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(1230))
		plan(t, w, s, f)
		w.Clock.Move(clock.Day("2026-11-26").At(300))
		got := today(t, s, f)
		if diff := cmp.Diff([]string{"2026-11-25 missed"}, labels(got.Missed)); diff != "" {
			t.Errorf("missed (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"2026-11-26 coming"}, labels(got.Checks)); diff != "" {
			t.Errorf("checks in the morning (-want +got):\n%s", diff)
		}
		var week []string
		for _, d := range got.Week {
			week = append(week, d.Day+" "+d.State)
		}
		if diff := cmp.Diff([]string{"2026-11-24 done", "2026-11-25 missed", "2026-11-26 coming"}, week); diff != "" {
			t.Errorf("week (-want +got):\n%s", diff)
		}
	})
}

func TestTodayOfADayOfRest(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		write(t, w, f, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE shifts SET weekdays = 31, rest_on_holidays = true WHERE enterprise_id = {tenant}")
			return err
		})
		w.Clock.Move(clock.Day("2026-10-01").At(600))
		got := today(t, s, f)
		want := clock.Day("2026-10-08").At(420)
		if !got.RestsToday || len(got.Checks) != 0 || got.NextOpens == nil || !got.NextOpens.Equal(want) {
			t.Errorf("National Day: rests %t, %d checks, next %v; want %s", got.RestsToday, len(got.Checks), got.NextOpens, want)
		}
	})
}

func TestCalendarJoinsRowsAndThePattern(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		plan(t, w, s, neighbour)
		if _, err := file(t, s, f, access.Principal, notice(f, w.NewID(), "2026-11-27", "2026-11-28")); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(600))
		read := func(month, site string) (*api.CalendarOutput, error) {
			return s.ReadCalendar(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.ReadCalendarInput{InEnterprise: in(f), Month: month, Site: site})
		}
		out, err := read("2026-11", string(f.Site))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range out.Body.Days {
			got = append(got, d.Day[8:]+" "+d.State+" "+d.Excuse)
		}
		want := []string{"24 missed ", "25 open ", "26 coming ", "27 excused business_stop", "28 excused business_stop", "29 coming ", "30 coming "}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("days (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(api.Counts{Due: 2, Missed: 1, Open: 1, Excused: 2}, out.Body.Counts); diff != "" {
			t.Errorf("counts (-want +got):\n%s", diff)
		}
		for site, days := range map[string]int{"": 31, string(neighbour.Site): 0, string(w.NewID()): 0} {
			if out, err = read("2026-12", site); err != nil || len(out.Body.Days) != days {
				t.Errorf("site %q: %d days, %v; want %d", site, len(out.Body.Days), err, days)
			}
		}
		if out, err = read("2020-02", ""); err != nil || len(out.Body.Days) != 0 {
			t.Errorf("a month before there was anything: %d days, %v", len(out.Body.Days), err)
		}
		_, err = read("2026-13", "")
		wants(t, err, obligation.ErrBadMonth)
		_, err = read("9999-12", "")
		wants(t, err, obligation.ErrBadMonth)
	})
}

// Every reading is of one's own rows only, also from an agency that narrows.
func TestNobodyReadsANeighboursRows(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		plan(t, w, s, neighbour)
		if _, err := file(t, s, neighbour, access.Principal, notice(neighbour, w.NewID(), "2026-11-24", "2026-11-24")); err != nil {
			t.Fatal(err)
		}
		ask := func(tx *db.Tx) error {
			counts, days, err := s.Counts(tx, "2026-11-01", "2026-12-31", id.Nil)
			if err != nil || len(days) != 0 || counts != (api.Counts{}) {
				t.Errorf("counts %+v of %d days, %v; want none", counts, len(days), err)
			}
			week, err := s.Week(tx)
			if err != nil || len(week) != 0 {
				t.Errorf("week of %d days, %v; want none", len(week), err)
			}
			_, err = s.Find(tx, obligation.KindDaily, neighbour.Shift, "2026-11-24")
			wants(t, err, obligation.ErrNotDue)
			return nil
		}
		if err := w.DB.Read(context.Background(), f.As(t, access.Supervisor, "area.read"), func(tx *db.Tx) error {
			tx, err := tx.For(f.Enterprise)
			if err != nil {
				return err
			}
			counts, _, err := s.Counts(tx, "2026-11-01", "2026-12-31", id.Nil)
			if counts != (api.Counts{}) {
				t.Errorf("counts of a narrowed area %+v, want none", counts)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
		write(t, w, f, func(tx *db.Tx) error {
			if _, err := tx.Exec("UPDATE shifts SET until_day = from_day WHERE enterprise_id = {tenant}"); err != nil {
				return err
			}
			return ask(tx)
		})
		if got := today(t, s, f); len(got.Checks)+len(got.Missed)+len(got.Week)+len(got.Tasks) != 0 {
			t.Errorf("today shows %+v", got)
		}
	})
}
