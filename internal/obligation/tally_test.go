package obligation_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
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

type tally struct {
	Path                                                             string
	Day                                                              clock.Day
	Due, ZeroRisk, Hazards, ArrivedLate, Backfilled, Excused, Missed int
}

func tallies(t testing.TB, w testkit.World) map[string]tally {
	t.Helper()
	var all []tally
	err := w.DB.Read(context.Background(), access.System("test"), func(tx *db.Tx) error {
		return tx.Query(&all, "SELECT t.path, t.day, t.due, t.zero_risk, t.hazards, t.arrived_late, t.backfilled, t.excused, t.missed FROM day_tallies t")
	})
	if err != nil {
		t.Fatal(err)
	}
	byKey := map[string]tally{}
	for _, x := range all {
		byKey[x.Path+" "+string(x.Day)] = x
	}
	return byKey
}

// counted counts the rows of one enterprise as a tally of its office.
func counted(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, day clock.Day) tally {
	t.Helper()
	var c api.Counts
	write(t, w, f, func(tx *db.Tx) (err error) {
		c, _, err = s.Counts(tx, day, day, id.Nil)
		return err
	})
	return tally{
		Path: f.OfficePath, Day: day, Due: c.Due, ZeroRisk: c.ZeroRisk, Hazards: c.Hazards,
		ArrivedLate: c.ArrivedLate, Backfilled: c.Backfilled, Excused: c.Excused, Missed: c.Missed,
	}
}

func TestADayIsCountedWhenItIsOverAndCorrectedAfterwards(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		f, night := w.Found(t), w.Found(t)
		s, _ := service(w)
		write(t, w, night, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE shifts SET starts = 1320, ends = 1800 WHERE enterprise_id = {tenant}")
			return err
		})
		plan(t, w, s, f)
		plan(t, w, s, night)
		closeAt := func(at time.Time) map[string]tally {
			w.Clock.Move(at)
			if err := s.CloseDays(context.Background()); err != nil {
				t.Fatal(err)
			}
			return tallies(t, w)
		}
		if got := closeAt(clock.Day("2026-11-24").At(1300)); len(got) != 0 {
			t.Errorf("counted on the same day: %v", got)
		}
		if got := closeAt(clock.Day("2026-11-25").At(7 * 60)); len(got) != 0 {
			t.Errorf("counted while a night shift is open: %v", got)
		}
		got := closeAt(clock.Day("2026-11-25").At(8*60 + 11))
		want := tally{Path: f.OfficePath, Day: "2026-11-24", Due: 1, Missed: 1}
		if diff := cmp.Diff(want, got[f.OfficePath+" 2026-11-24"]); diff != "" || len(got) != 2 {
			t.Errorf("tally of the closed day, %d in all (-want +got):\n%s", len(got), diff)
		}
		fulfil(t, w, s, f, "2026-11-24", obligation.OutcomeZeroRisk, obligation.Backfilled)
		want.Missed, want.Backfilled = 0, 1
		if diff := cmp.Diff(want, tallies(t, w)[f.OfficePath+" 2026-11-24"]); diff != "" {
			t.Errorf("after 补录 (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(tally{Path: night.OfficePath, Day: "2026-11-24", Due: 1, Missed: 1}, tallies(t, w)[night.OfficePath+" 2026-11-24"]); diff != "" {
			t.Errorf("the neighbour's tally (-want +got):\n%s", diff)
		}
	})
}

// Whatever happens, and in whatever order, the tallies equal the rows.
func TestTalliesEqualTheRows(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		shops := []testkit.Fixture{w.Found(t), w.Found(t), w.Found(t)}
		r := rand.New(rand.NewPCG(7, 11))
		ctx := context.Background()
		start := clock.DayOf(w.Clock.Now())
		outcomes := []string{obligation.OutcomeZeroRisk, obligation.OutcomeHazards}
		step := func(f testkit.Fixture) error {
			day := clock.DayOf(w.Clock.Now()).Add(-r.IntN(5))
			outcome := outcomes[r.IntN(2)]
			switch r.IntN(4) {
			case 0:
				req := &api.ExcuseDayInput{InArea: api.InArea{Enterprise: string(f.Enterprise)}}
				req.Body.Day, req.Body.Shift, req.Body.Reason = string(day), string(f.Shift), "当日停电"
				_, err := s.ExcuseDay(ctx, f.As(t, access.Supervisor, "obligation.excuse"), req)
				return err
			case 1:
				return as(w, f, func(tx *db.Tx) error {
					o, err := s.Find(tx, obligation.KindDaily, f.Shift, day)
					if err != nil {
						return err
					}
					return s.Amend(tx, o, outcome)
				})
			}
			return as(w, f, func(tx *db.Tx) error {
				o, err := s.Find(tx, obligation.KindDaily, f.Shift, day)
				if err != nil {
					return err
				}
				lateness := obligation.OnTime
				if o.State(tx.Now()) != obligation.Open {
					lateness = []string{obligation.ArrivedLate, obligation.Backfilled}[r.IntN(2)]
				}
				return s.Fulfil(tx, o, tx.NewID(), outcome, lateness)
			})
		}
		refused := 0
		for i := range 160 {
			if i%7 == 0 {
				w.Clock.Advance(time.Duration(3+r.IntN(9)) * time.Hour)
				if r.IntN(3) > 0 {
					if err := s.Sweep(ctx); err != nil {
						t.Fatal(err)
					}
					rang(t, w, w.Clock.Now())
				}
				if r.IntN(2) == 0 {
					if err := s.CloseDays(ctx); err != nil {
						t.Fatal(err)
					}
				}
			}
			if i%40 == 39 {
				now := w.Clock.Now()
				if _, err := s.ExcuseOutage(ctx, now.Add(-40*time.Hour), now.Add(-30*time.Hour)); err != nil {
					t.Fatal(err)
				}
			}
			if err := step(shops[r.IntN(len(shops))]); err != nil {
				refused++
			}
		}
		if refused > 120 {
			t.Fatalf("%d of 160 steps were refused: the test tests nothing", refused)
		}
		end := clock.DayOf(w.Clock.Now())
		equal := func(when string) {
			t.Helper()
			got := tallies(t, w)
			if len(got) < 9 {
				t.Fatalf("%s only %d tallies", when, len(got))
			}
			for key, have := range got {
				for _, f := range shops {
					if have.Path == f.OfficePath {
						if diff := cmp.Diff(counted(t, w, s, f, have.Day), have); diff != "" {
							t.Errorf("%s the tally %s is not the rows (-rows +tally):\n%s", when, key, diff)
						}
					}
				}
			}
		}
		equal("after the steps")
		if err := s.CloseDays(ctx); err != nil {
			t.Fatal(err)
		}
		before := tallies(t, w)
		if err := s.Rebuild(ctx, start, end); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(before, tallies(t, w)); diff != "" {
			t.Errorf("a rebuild changed the tallies (-before +after):\n%s", diff)
		}
		equal("after the rebuild")
	})
}

// Late checks and the counting of their day run against each other.
func TestCountingRacesWithLateChecks(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		var shops []testkit.Fixture
		for range 8 {
			shops = append(shops, w.Found(t))
		}
		if err := s.Sweep(context.Background()); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(600))
		var all sync.WaitGroup
		errs := make(chan error, 64)
		for i, f := range shops {
			all.Go(func() {
				errs <- as(w, f, func(tx *db.Tx) error {
					o, err := s.Find(tx, obligation.KindDaily, f.Shift, "2026-11-24")
					if err != nil {
						return err
					}
					return s.Fulfil(tx, o, tx.NewID(), obligation.OutcomeHazards, obligation.Backfilled)
				})
			})
			if i%3 == 0 {
				all.Go(func() { errs <- s.CloseDays(context.Background()) })
				all.Go(func() { errs <- s.Rebuild(context.Background(), "2026-11-24", "2026-11-24") })
			}
		}
		all.Wait()
		close(errs)
		for err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
		got := tallies(t, w)
		for _, f := range shops {
			if diff := cmp.Diff(counted(t, w, s, f, "2026-11-24"), got[f.OfficePath+" 2026-11-24"]); diff != "" {
				t.Errorf("tally (-rows +tally):\n%s", diff)
			}
		}
	})
}

func TestAnOfficerOfTheAreaExcusesAMissedDay(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, chain := service(w)
		plan(t, w, s, f)
		plan(t, w, s, neighbour)
		try := func(enterprise, shift id.ID, day string) error {
			req := &api.ExcuseDayInput{InArea: api.InArea{Enterprise: string(enterprise)}}
			req.Body.Day, req.Body.Shift, req.Body.Reason = day, string(shift), "台风停业通知"
			_, err := s.ExcuseDay(context.Background(), f.As(t, access.Supervisor, "obligation.excuse"), req)
			return err
		}
		wants(t, try(f.Enterprise, f.Shift, "2026-11-24"), obligation.ErrNotMissed)
		w.Clock.Move(clock.Day("2026-11-26").At(600))
		wants(t, try(f.Enterprise, f.Shift, "2026-11-24"), nil)
		wants(t, try(f.Enterprise, f.Shift, "2026-11-24"), obligation.ErrNotMissed)
		wants(t, try(f.Enterprise, f.Shift, "2026-11-01"), obligation.ErrNotDue)
		wants(t, try(f.Enterprise, neighbour.Shift, "2026-11-24"), obligation.ErrNotDue)
		wants(t, try(f.Enterprise, f.Shift, "24.11.2026"), obligation.ErrBadDay)
		wants(t, try(neighbour.Enterprise, neighbour.Shift, "2026-11-24"), db.ErrEnterpriseNotFound)
		wants(t, try(w.NewID(), neighbour.Shift, "2026-11-24"), db.ErrEnterpriseNotFound)
		if got := rows(t, w, s, f, "2026-11-24", "2026-11-24"); got[0].State != "excused" || got[0].Excuse != obligation.ExcuseAuthority {
			t.Errorf("the day is %+v, want excused by the authority", got[0])
		}
		if got := stateOf(t, w, s, neighbour, "2026-11-24"); got != "missed" {
			t.Errorf("the neighbour's day is %s, want missed", got)
		}
		if diff := cmp.Diff([]string{"obligation.excused"}, chain.kinds()); diff != "" {
			t.Errorf("sealed (-want +got):\n%s", diff)
		}
		// 补录 of an excused day counts as done.
		fulfil(t, w, s, f, "2026-11-24", obligation.OutcomeZeroRisk, obligation.Backfilled)
		if got := stateOf(t, w, s, f, "2026-11-24"); got != "done" {
			t.Errorf("after 补录 the day is %s, want done", got)
		}
	})
}

func TestAnOutageExcusesWhatRanOutOfTimeInIt(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		due := clock.Day("2026-11-24").At(1200)
		try := func(from, to time.Time) int64 {
			n, err := s.ExcuseOutage(context.Background(), from, to)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		w.Clock.Move(due.Add(3 * time.Hour))
		_, err := s.ExcuseOutage(context.Background(), due, due.Add(4*time.Hour))
		wants(t, err, obligation.ErrBadRange)
		if n := try(due.Add(-2*time.Hour), due.Add(-time.Second)); n != 0 {
			t.Errorf("%d excused by an outage that ended in time", n)
		}
		if n := try(due.Add(time.Second), due.Add(2*time.Hour)); n != 0 {
			t.Errorf("%d excused by an outage after it was over", n)
		}
		if n := try(due.Add(-time.Hour), due.Add(time.Hour)); n != 1 {
			t.Errorf("%d excused by an outage over its end, want 1", n)
		}
		if got := rows(t, w, s, f, "2026-11-24", "2026-11-24")[0]; got.State != "excused" || got.Excuse != obligation.ExcuseOutage {
			t.Errorf("the day is %s by %s", got.State, got.Excuse)
		}
	})
}

func TestCountsKeepTheThreeKindsOfNothingApart(t *testing.T) {
	t.Parallel()
	day := clock.Day("2026-11-24")
	row := func(change func(*obligation.Obligation)) obligation.Obligation {
		o := obligation.Obligation{Kind: obligation.KindDaily, Day: day, Opens: day.At(0), Due: day.At(60)}
		change(&o)
		return o
	}
	done := func(outcome, lateness string) obligation.Obligation {
		return row(func(o *obligation.Obligation) { o.Fulfilled, o.Outcome, o.Lateness = day.At(30), outcome, lateness })
	}
	all := []obligation.Obligation{
		done(obligation.OutcomeZeroRisk, obligation.OnTime), done(obligation.OutcomeHazards, obligation.OnTime),
		done(obligation.OutcomeHazards, obligation.ArrivedLate), done(obligation.OutcomeZeroRisk, obligation.Backfilled),
		row(func(o *obligation.Obligation) { o.Excused = day.At(0) }),
		row(func(*obligation.Obligation) {}),
		row(func(o *obligation.Obligation) { o.Due = day.At(600) }),
		row(func(o *obligation.Obligation) { o.Opens = day.At(300) }),
	}
	want := api.Counts{Due: 6, ZeroRisk: 1, Hazards: 1, ArrivedLate: 1, Backfilled: 1, Excused: 1, Missed: 1, Open: 1}
	if diff := cmp.Diff(want, obligation.Count(all, day.At(120))); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if got := fmt.Sprint(obligation.Count(nil, day.At(0))); got != fmt.Sprint(api.Counts{}) {
		t.Errorf("counts of nothing: %s", got)
	}
}
