package obligation_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/testkit"
)

func planShifts(t *testing.T, s *obligation.Service, f testkit.Fixture, shifts ...api.ShiftFields) error {
	t.Helper()
	req := &api.PlanShiftsInput{InEnterprise: in(f), Site: string(f.Site)}
	req.Body.Shifts = shifts
	_, err := s.PlanShifts(context.Background(), f.As(t, access.Director, "obligation.pattern.edit"), req)
	return err
}

func except(t *testing.T, s *obligation.Service, f testkit.Fixture, site string, day clock.Day, open bool) error {
	t.Helper()
	req := &api.ExceptDayInput{InEnterprise: in(f), Site: site, Day: string(day)}
	req.Body.Open, req.Body.Reason = open, "店庆"
	_, err := s.ExceptDay(context.Background(), f.As(t, access.Director, "obligation.pattern.edit"), req)
	return err
}

var week = []int{1, 2, 3, 4, 5, 6, 7}

func TestANewPatternBeginsTomorrow(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		for range 2 { // the second replaces what has not begun
			if err := planShifts(t, s, f,
				api.ShiftFields{Name: "早班", Starts: 420, Ends: 900, Grace: 30, Weekdays: week},
				api.ShiftFields{Name: "夜班", Starts: 1320, Ends: 1800, Grace: 60, Weekdays: week}); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, r := range rows(t, w, s, f, "2026-11-01", "2026-12-31") {
			got = append(got, string(r.Day[8:])+" "+r.State+" "+r.Opens+" "+r.Until)
		}
		want := []string{"24 open 11-24 07:00 11-24 20:00", "25 coming 11-25 06:00 11-25 15:30", "25 coming 11-25 21:00 11-26 07:00"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
		out, err := s.ListShifts(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		got = nil
		for _, h := range out.Body.Items {
			got = append(got, h.Name+" "+h.From+" "+h.Until)
		}
		if diff := cmp.Diff([]string{"白班 2026-09-25 2026-11-24", "早班 2026-11-25 ", "夜班 2026-11-25 "}, got); diff != "" {
			t.Errorf("shifts (-want +got):\n%s", diff)
		}

		// In the night shift of the 25th, on the 26th, the check is still open.
		w.Clock.Move(clock.Day("2026-11-26").At(3 * 60))
		plan(t, w, s, f)
		today, err := s.ReadToday(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		if c := today.Body.Checks[0]; c.Day != "2026-11-25" || c.State != "open" || c.ShiftName != "夜班" || c.OnlyShift {
			t.Errorf("first check %+v, want the open night shift of the 25th", c.DayState)
		}
	})
}

func TestANewPatternBeginsTodayWhereNothingHasOpened(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-11-25").At(5 * 60))
		plan(t, w, s, f) // 08:00–18:00 opens at seven
		for _, c := range []struct {
			shift api.ShiftFields
			want  []string
		}{
			{
				api.ShiftFields{Name: "早班", Starts: 5 * 60, Ends: 13 * 60, Weekdays: week},
				[]string{"25 open 11-25 04:00", "26 coming 11-26 04:00"},
			},
			{
				api.ShiftFields{Name: "晚班", Starts: 13 * 60, Ends: 21 * 60, Weekdays: week},
				[]string{"25 open 11-25 04:00", "26 coming 11-26 12:00"},
			},
		} {
			if err := planShifts(t, s, f, c.shift); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range rows(t, w, s, f, "2026-11-25", "2026-12-31") {
				got = append(got, string(r.Day[8:])+" "+r.State+" "+r.Opens)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.shift.Name, diff)
			}
		}
	})
}

func TestANewPatternMakesNobodyLateForToday(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		day := api.ShiftFields{Name: "白班", Starts: 480, Ends: 1080, Weekdays: []int{1, 2, 4, 5, 6, 7}}
		if err := planShifts(t, s, f, day); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(21 * 60)) // a Wednesday, on which it rested
		day.Weekdays = week
		if err := planShifts(t, s, f, day); err != nil {
			t.Fatal(err)
		}
		if got := stateOf(t, w, s, f, "2026-11-25"); got != "none" {
			t.Errorf("the day that was over is %s, want none", got)
		}
	})
}

func TestAPatternThatHasOpenedStays(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		if err := planShifts(t, s, f, api.ShiftFields{Name: "凌晨班", Starts: 30, Ends: 480, Grace: 0, Weekdays: week}); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2026-11-24").At(23*60 + 40)) // tomorrow's check opened at 23:30
		if err := planShifts(t, s, f, api.ShiftFields{Name: "白班", Starts: 480, Ends: 1080, Grace: 0, Weekdays: week}); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(60))
		plan(t, w, s, f)
		var got []string
		for _, r := range rows(t, w, s, f, "2026-11-25", "2026-12-31") {
			got = append(got, string(r.Day[8:])+" "+r.State+" "+r.Until)
		}
		if diff := cmp.Diff([]string{"25 open 11-25 08:00", "26 coming 11-26 18:00"}, got); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
	})
}

func TestShiftsAreRefused(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		good := api.ShiftFields{Name: "白班", Starts: 480, Ends: 1080, Grace: 0, Weekdays: week}
		for name, change := range map[string]func(*api.ShiftFields){
			"body.shifts[0].ends":     func(x *api.ShiftFields) { x.Ends = x.Starts },
			"body.shifts[0].starts":   func(x *api.ShiftFields) { x.Starts = 1440; x.Ends = 1500 },
			"body.shifts[0].grace":    func(x *api.ShiftFields) { x.Grace = 721 },
			"body.shifts[0].weekdays": func(x *api.ShiftFields) { x.Weekdays = []int{8} },
			"body.shifts[0].name":     func(x *api.ShiftFields) { x.Name = " " },
		} {
			bad := good
			change(&bad)
			err := planShifts(t, s, f, bad)
			wants(t, err, obligation.ErrShiftForm)
			if refusal, ok := fault.Of(err); !ok || len(refusal.Fields) != 1 || refusal.Fields[0].Pointer != name {
				t.Errorf("%s: refused with %v", name, err)
			}
		}
		wants(t, planShifts(t, s, f), obligation.ErrShiftForm)
		wants(t, planShifts(t, s, f, good, good), obligation.ErrShiftForm)
		theirs := f
		theirs.Site = neighbour.Site
		wants(t, planShifts(t, s, theirs, good), obligation.ErrSiteNotFound)
		theirs.Site = w.NewID()
		wants(t, planShifts(t, s, theirs, good), obligation.ErrSiteNotFound)
	})
}

func TestAnExceptionChangesComingDaysOnly(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		site := string(f.Site)
		for _, open := range []bool{false, true, false} {
			if err := except(t, s, f, site, "2026-11-25", open); err != nil {
				t.Fatal(err)
			}
			want := map[bool]string{true: "coming", false: "none"}[open]
			if got := stateOf(t, w, s, f, "2026-11-25"); got != want {
				t.Errorf("open %t: tomorrow is %s, want %s", open, got, want)
			}
		}
		wants(t, except(t, s, f, site, "2026-11-24", false), obligation.ErrDayOpened)
		wants(t, except(t, s, f, site, "2026-11-24", true), nil)
		wants(t, except(t, s, f, site, "2026-11-23", false), obligation.ErrDayPast)
		wants(t, except(t, s, f, site, "2029-11-23", false), obligation.ErrDayPast)
		wants(t, except(t, s, f, site, "2026-11-31", false), obligation.ErrBadDay)
		wants(t, except(t, s, f, string(neighbour.Site), "2026-11-25", false), obligation.ErrSiteNotFound)
		out, err := s.ListShifts(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(out.Body.Exceptions); n != 2 {
			t.Errorf("%d exceptions, want 2", n)
		}
	})
}
