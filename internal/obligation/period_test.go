package obligation_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// due is what a test looks at in the duty of a week or month.
type due struct{ Day, Title, State, Post, Opens, Until string }

// periods reads the pending duties of weeks and months through the list.
func periods(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, kind string) []due {
	t.Helper()
	var all []due
	write(t, w, f, func(tx *db.Tx) error {
		rows, err := s.Pending(tx)
		for _, o := range rows {
			if o.Kind == kind {
				all = append(all, due{string(o.Day), o.Title, string(o.State(tx.Now())), string(o.Post), o.Opens.In(clock.Shanghai).Format(minute), o.Due.In(clock.Shanghai).Format(minute)})
			}
		}
		return err
	})
	return all
}

func stateOfPeriod(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, kind string, day clock.Day) (state string) {
	t.Helper()
	write(t, w, f, func(tx *db.Tx) error {
		o, err := s.Find(tx, kind, f.Enterprise, day)
		state = string(o.State(tx.Now()))
		return err
	})
	return state
}

// The 53rd week of 2026 ends in 2027 and the month after December is January.
func TestWeeksAndMonthsPassTheYear(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-12-31").At(600))
		for range 2 {
			plan(t, w, s, f)
		}
		want := []due{
			{"2026-12-28", "周排查报告：2026年第53周（12月28日—2027年1月3日）", "open", "director", "12-28 00:00", "01-05 23:59"},
			{"2027-01-04", "周排查报告：2027年第1周（1月4日—1月10日）", "coming", "director", "01-04 00:00", "01-12 23:59"},
		}
		if diff := cmp.Diff(want, periods(t, w, s, f, obligation.KindWeekly)); diff != "" {
			t.Errorf("weeks (-want +got):\n%s", diff)
		}
		want = []due{
			{"2026-12-01", "月调度会议：2026年12月", "open", "principal", "12-01 00:00", "01-05 23:59"},
			{"2027-01-01", "月调度会议：2027年1月", "coming", "principal", "01-01 00:00", "02-05 23:59"},
		}
		if diff := cmp.Diff(want, periods(t, w, s, f, obligation.KindMonthly)); diff != "" {
			t.Errorf("months (-want +got):\n%s", diff)
		}
		w.Clock.Move(clock.Day("2027-01-06").Start())
		if got := stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-12-28"); got != "missed" {
			t.Errorf("after its grace the week is %s", got)
		}
	})
}

// The sweep makes what Plan makes, repeats nothing and leaves out whom nobody
// keeps; a late bell is made up for on demand.
func TestSweepMakesWeeksAndMonths(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		f, archived := w.Found(t), w.Found(t)
		write(t, w, archived, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET ended_at = ? WHERE enterprise_id = {tenant}", tx.Now())
			return err
		})
		for range 2 {
			if err := s.Sweep(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		for _, kind := range []string{obligation.KindWeekly, obligation.KindMonthly} {
			if got := periods(t, w, s, f, kind); len(got) != 2 || got[0].State != "open" || got[1].State != "coming" {
				t.Errorf("%s: %+v", kind, got)
			}
			if got := periods(t, w, s, archived, kind); len(got) != 0 {
				t.Errorf("an archive that nobody keeps owes %+v", got)
			}
		}
		w.Clock.Move(clock.Day("2027-02-03").At(600))
		if got := stateOfPeriod(t, w, s, f, obligation.KindMonthly, "2027-02-01"); got != "open" {
			t.Errorf("the month whose bell was late is %s", got)
		}
		wants(t, as(w, f, func(tx *db.Tx) error {
			_, err := s.Find(tx, obligation.KindWeekly, f.Enterprise, "2027-02-02")
			return err
		}), obligation.ErrNotDue)
	})
}

// Who began on Sunday after hours owes nothing for that week, and all for the
// next.
func TestPeriodsBeginWithTheFirstAppointment(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-11-29").At(1260))
		write(t, w, f, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET from_at = ? WHERE enterprise_id = {tenant}", tx.Now())
			return err
		})
		plan(t, w, s, f)
		if got := periods(t, w, s, f, obligation.KindWeekly); len(got) != 1 || got[0].Day != "2026-11-30" {
			t.Errorf("owes %+v", got)
		}
	})
}

// A week without a check to make asks for no report: it is excused when the
// notice is signed, also in its midst, and due again when work is resumed.
func TestAnIdleWeekIsExcused(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-11-23").At(600))
		plan(t, w, s, f)
		key := w.NewID()
		if _, err := file(t, s, f, access.Principal, notice(f, key, "2026-11-23", "2026-12-06")); err != nil {
			t.Fatal(err)
		}
		states := func() []string {
			return []string{
				stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-11-23"),
				stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-11-30"),
				stateOfPeriod(t, w, s, f, obligation.KindMonthly, "2026-11-01"),
				stateOfPeriod(t, w, s, f, obligation.KindMonthly, "2026-12-01"),
			}
		}
		// November's checks before Tuesday have no rows: nobody asked for them.
		if diff := cmp.Diff([]string{"excused", "excused", "excused", "coming"}, states()); diff != "" {
			t.Errorf("while it rests (-want +got):\n%s", diff)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(600))
		if err := end(t, s, f, key); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"open", "coming", "open", "coming"}, states()); diff != "" {
			t.Errorf("after work is resumed (-want +got):\n%s", diff)
		}
	})
}

// What a supervising officer excuses day by day is excused as a week in the end.
func TestAWeekWhoseDaysAreExcusedIsExcused(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-11-28").At(600)) // Saturday; the first rows are of that day
		plan(t, w, s, f)
		w.Clock.Move(clock.Day("2026-12-03").At(600))
		if got := stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-11-23"); got != "missed" {
			t.Fatalf("the week is %s, want missed", got)
		}
		for _, day := range []string{"2026-11-28", "2026-11-29"} {
			req := &api.ExcuseDayInput{InArea: api.InArea{Enterprise: string(f.Enterprise)}}
			req.Body.Day, req.Body.Shift, req.Body.Reason = day, string(f.Shift), "道路封闭"
			if _, err := s.ExcuseDay(context.Background(), f.As(t, access.Supervisor, "obligation.excuse"), req); err != nil {
				t.Fatal(err)
			}
		}
		if got := stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-11-23"); got != "excused" {
			t.Errorf("the week is %s, want excused", got)
		}
	})
}

// The report passes to the officer when no director is in office, at once where
// it is read and with the next planning where it is stored.
func TestTheReportPassesToTheOfficer(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		write(t, w, f, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET ended_at = ? WHERE enterprise_id = {tenant} AND post = 'director'", tx.Now())
			return err
		})
		if got := periods(t, w, s, f, obligation.KindWeekly); got[0].Post != "officer" || got[1].Post != "officer" {
			t.Errorf("read as %+v", got)
		}
		plan(t, w, s, f)
		var posts []string
		write(t, w, f, func(tx *db.Tx) error {
			return tx.Query(&posts, "SELECT o.post FROM obligations o WHERE {scope:o} AND o.kind = 'weekly_report'")
		})
		if diff := cmp.Diff([]string{"officer", "officer"}, posts); diff != "" {
			t.Errorf("stored (-want +got):\n%s", diff)
		}
	})
}

func TestTermsHoldForWhatHasNotBegun(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		edit := func(week, month int) error {
			req := &api.EditTermsInput{InEnterprise: in(f), Body: api.Terms{WeekGrace: week, MonthGrace: month}}
			_, err := s.EditTerms(context.Background(), f.As(t, access.Director, "obligation.pattern.edit"), req)
			return err
		}
		read := func(f testkit.Fixture) api.Terms {
			out, err := s.ReadTerms(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
			if err != nil {
				t.Fatal(err)
			}
			return out.Body
		}
		wants(t, edit(7, 5), obligation.ErrTerms)
		wants(t, edit(2, 16), obligation.ErrTerms)
		wants(t, edit(1, 3), nil)
		wants(t, edit(0, 10), nil)
		if got := read(f); got != (api.Terms{WeekGrace: 0, MonthGrace: 10}) {
			t.Errorf("terms %+v", got)
		}
		if got := read(neighbour); got != (api.Terms{WeekGrace: 2, MonthGrace: 5}) {
			t.Errorf("the neighbour's terms %+v", got)
		}
		weeks, months := periods(t, w, s, f, obligation.KindWeekly), periods(t, w, s, f, obligation.KindMonthly)
		got := []string{weeks[0].Until, weeks[1].Until, months[0].Until, months[1].Until}
		if diff := cmp.Diff([]string{"12-01 23:59", "12-06 23:59", "12-05 23:59", "01-10 23:59"}, got); diff != "" {
			t.Errorf("due (-want +got):\n%s", diff)
		}
	})
}

// An outage in which a week's only check ran out of time excuses the week.
func TestAnOutageExcusesTheWeekItEmptied(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		f, busy := w.Found(t), w.Found(t)
		for _, one := range []testkit.Fixture{f, busy} {
			w.Clock.Move(clock.Day("2026-11-29").At(600))
			plan(t, w, s, one)
		}
		write(t, w, busy, func(tx *db.Tx) error {
			o, err := s.Find(tx, obligation.KindDaily, busy.Shift, "2026-11-29")
			if err != nil {
				return err
			}
			return s.Fulfil(tx, o, tx.NewID(), obligation.OutcomeZeroRisk, obligation.OnTime)
		})
		w.Clock.Move(clock.Day("2026-11-30").At(600))
		n, err := s.ExcuseOutage(context.Background(), clock.Day("2026-11-29").At(1000), clock.Day("2026-11-29").At(1300))
		if err != nil || n != 1 {
			t.Fatalf("%d excused, %v", n, err)
		}
		if got := stateOfPeriod(t, w, s, f, obligation.KindWeekly, "2026-11-23"); got != "excused" {
			t.Errorf("the week is %s, want excused", got)
		}
		if got := stateOfPeriod(t, w, s, busy, obligation.KindWeekly, "2026-11-23"); got != "open" {
			t.Errorf("the week of who checked is %s, want open", got)
		}
	})
}

// On Friday the week becomes a task of the today screen.
func TestAWeekIsATaskFromFriday(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		tasks := func() (kinds []string) {
			out, err := s.ReadToday(context.Background(), f.As(t, access.Director, "obligation.read"), &api.InEnterprise{})
			if err != nil {
				t.Fatal(err)
			}
			for _, task := range out.Body.Tasks {
				kinds = append(kinds, task.Kind+" "+task.Note)
			}
			return kinds
		}
		if got := tasks(); len(got) != 0 {
			t.Errorf("on Tuesday: %v", got)
		}
		w.Clock.Move(clock.Day("2026-11-27").Start())
		if diff := cmp.Diff([]string{"weekly_report 2026年第48周（11月23日—11月29日）"}, tasks()); diff != "" {
			t.Errorf("on Friday (-want +got):\n%s", diff)
		}
	})
}
