package obligation_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestPlanMakesTodayAndTomorrowAndRepeatsNothing(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		for range 3 {
			plan(t, w, s, f)
		}
		want := []row{
			{Day: "2026-11-24", Shift: f.Shift, State: "open", Opens: "11-24 07:00", Until: "11-24 20:00"},
			{Day: "2026-11-25", Shift: f.Shift, State: "coming", Opens: "11-25 07:00", Until: "11-25 20:00"},
		}
		if diff := cmp.Diff(want, rows(t, w, s, f, "2026-11-01", "2026-12-31")); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
		w.Clock.Move(clock.Day("2026-11-24").At(1200))
		if got := stateOf(t, w, s, f, "2026-11-24"); got != "open" {
			t.Errorf("at the last instant of the grace it is %s, want open", got)
		}
		w.Clock.Advance(time.Microsecond)
		if got := stateOf(t, w, s, f, "2026-11-24"); got != "missed" {
			t.Errorf("after the grace it is %s, want missed", got)
		}
		w.Clock.Move(clock.Day("2026-11-25").At(419))
		if got := stateOf(t, w, s, f, "2026-11-25"); got != "coming" {
			t.Errorf("before tomorrow's check opens it is %s, want coming", got)
		}
	})
}

func TestPlanPassesTheYear(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		w.Clock.Move(clock.Day("2026-12-31").At(23*60 + 59))
		plan(t, w, s, f)
		w.Clock.Advance(2 * time.Minute)
		plan(t, w, s, f)
		var got []clock.Day
		for _, r := range rows(t, w, s, f, "2026-12-01", "2027-01-31") {
			got = append(got, r.Day)
		}
		if diff := cmp.Diff([]clock.Day{"2026-12-31", "2027-01-01", "2027-01-02"}, got); diff != "" {
			t.Errorf("days (-want +got):\n%s", diff)
		}
	})
}

func TestANewSiteHasItsPatternAtOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		add := func(f testkit.Fixture, kind string) (site id.ID) {
			write(t, w, f, func(tx *db.Tx) error {
				site = tx.NewID()
				if _, err := tx.Exec("INSERT INTO sites (enterprise_id, id, kind, name, opened_on) VALUES ({tenant}, ?, ?, '新场所', ?)", site, kind, tx.Today()); err != nil {
					return err
				}
				for range 2 {
					if err := s.DefaultShift(tx, site, kind); err != nil {
						return err
					}
				}
				return s.Plan(tx)
			})
			return site
		}
		of := func(f testkit.Fixture, site id.ID) (got []string) {
			write(t, w, f, func(tx *db.Tx) error {
				_, states, err := s.Counts(tx, tx.Today(), tx.Today().Add(1), site)
				for _, d := range states {
					got = append(got, d.Day+" "+d.State+" "+d.Due.In(clock.Shanghai).Format("15:04"))
				}
				return err
			})
			return got
		}
		f := w.Found(t)
		if diff := cmp.Diff([]string{"2026-11-24 open 19:00", "2026-11-25 coming 19:00"}, of(f, add(f, "workshop"))); diff != "" {
			t.Errorf("workshop (-want +got):\n%s", diff)
		}
		w.Clock.Move(clock.Day("2026-11-24").At(1230))
		if diff := cmp.Diff([]string{"2026-11-25 coming 20:00"}, of(f, add(f, "stall"))); diff != "" {
			t.Errorf("stall that opened after hours (-want +got):\n%s", diff)
		}
	})
}

func TestSweepMakesWhatPlanMakes(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		swept, planned, archived, foreign := w.Found(t), w.Found(t), w.Found(t), w.Found(t)
		write(t, w, archived, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET ended_at = ? WHERE enterprise_id = {tenant}", tx.Now())
			return err
		})
		write(t, w, foreign, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE enterprises SET in_scope = false WHERE enterprise_id = {tenant}")
			return err
		})
		plan(t, w, s, planned)
		before := rows(t, w, s, planned, "2026-11-01", "2026-12-31")
		for range 2 {
			if err := s.Sweep(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		forget := func(all []row) []row {
			for i := range all {
				all[i].Shift = ""
			}
			return all
		}
		if diff := cmp.Diff(before, rows(t, w, s, planned, "2026-11-01", "2026-12-31")); diff != "" {
			t.Errorf("the sweep changed what was planned (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(forget(before), forget(rows(t, w, s, swept, "2026-11-01", "2026-12-31"))); diff != "" {
			t.Errorf("swept rows (-want +got):\n%s", diff)
		}
		for name, f := range map[string]testkit.Fixture{"an archive that nobody keeps": archived, "an enterprise out of scope": foreign} {
			if got := rows(t, w, s, f, "2026-11-01", "2026-12-31"); len(got) != 0 {
				t.Errorf("%s owes %d checks", name, len(got))
			}
		}
		if path := pathsOf(t, w, swept); !slices.Equal(path, []string{swept.OfficePath}) {
			t.Errorf("path %v, want %s", path, swept.OfficePath)
		}
	})
}

func pathsOf(t *testing.T, w testkit.World, f testkit.Fixture) (paths []string) {
	t.Helper()
	write(t, w, f, func(tx *db.Tx) error {
		return tx.Query(&paths, "SELECT DISTINCT o.path FROM obligations o WHERE {scope:o}")
	})
	return paths
}

// A bell that was late for days shows nobody a wrong state: what was due then
// is missed, what was suspended then is excused, and no day is invented.
func TestSweepMakesUpForADowntime(t *testing.T) {
	t.Parallel()
	alone(t, func(t *testing.T, w testkit.World) {
		s, _ := service(w)
		f, factory := w.Found(t), w.Found(t)
		rang(t, w, w.Clock.Now())
		if err := s.Sweep(context.Background()); err != nil {
			t.Fatal(err)
		}
		write(t, w, factory, func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE shifts SET weekdays = 31, rest_on_holidays = true WHERE enterprise_id = {tenant}")
			return err
		})
		write(t, w, f, func(tx *db.Tx) error {
			_, err := tx.Exec("INSERT INTO suspensions (enterprise_id, id, site_id, kind, reason, from_day, until_day, filed_by, filed_name, filed_at, signed_at) VALUES ({tenant}, ?, ?, 'holiday', '盘点', '2026-11-28', '2026-11-28', ?, '测试甲', ?, ?)",
				tx.NewID(), f.Site, f.Principal, tx.Now(), tx.Now())
			return err
		})
		w.Clock.Move(clock.Day("2026-11-30").At(600))
		if err := s.Sweep(context.Background()); err != nil {
			t.Fatal(err)
		}
		states := func(f testkit.Fixture) (got []string) {
			for _, r := range rows(t, w, s, f, "2026-11-20", "2026-12-31") {
				got = append(got, string(r.Day[8:])+" "+r.State)
			}
			return got
		}
		want := []string{"24 missed", "25 missed", "26 missed", "27 missed", "28 excused", "29 missed", "30 open", "01 coming"}
		if diff := cmp.Diff(want, states(f)); diff != "" {
			t.Errorf("shop (-want +got):\n%s", diff)
		}
		want = []string{"24 missed", "25 missed", "26 missed", "27 missed", "30 open", "01 coming"}
		if diff := cmp.Diff(want, states(factory)); diff != "" {
			t.Errorf("factory (-want +got):\n%s", diff)
		}
	})
}

// rang writes that a sweep was completed.
func rang(t *testing.T, w testkit.World, at time.Time) {
	t.Helper()
	err := w.DB.Write(context.Background(), access.System("test"), func(tx *db.Tx) error {
		_, err := tx.Exec("INSERT INTO fires (job, due, rang_at, done_at) VALUES (?, ?, ?, ?)", obligation.JobSweep, at, at, at)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFindMakesARowWhoseBellWasLate(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		fulfil(t, w, s, f, "2026-11-24", obligation.OutcomeZeroRisk, obligation.OnTime)
		if got := stateOf(t, w, s, f, "2026-11-24"); got != "done" {
			t.Errorf("state %s, want done", got)
		}
		find := func(shift id.ID, day clock.Day) error {
			return as(w, f, func(tx *db.Tx) error {
				_, err := s.Find(tx, obligation.KindDaily, shift, day)
				return err
			})
		}
		wants(t, find(f.Shift, "2026-11-26"), obligation.ErrNotDue)
		wants(t, find(f.Shift, "2026-11-23"), obligation.ErrNotDue)
		plan(t, w, s, neighbour)
		wants(t, find(neighbour.Shift, "2026-11-24"), obligation.ErrNotDue)
		wants(t, as(w, f, func(tx *db.Tx) error {
			o, err := s.Find(tx, obligation.KindDaily, f.Shift, "2026-11-24")
			if err != nil {
				return err
			}
			return s.Fulfil(tx, o, tx.NewID(), obligation.OutcomeZeroRisk, obligation.OnTime)
		}), obligation.ErrAlreadyDone)
	})
}

func TestOpenMakesAndReopensOtherObligations(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		o := obligation.Obligation{Kind: obligation.KindHazard, Subject: w.NewID(), Day: "2026-11-24", Site: f.Site, Opens: w.Clock.Now(), Due: w.Clock.Now().Add(time.Hour)}
		find := func() (found obligation.Obligation) {
			write(t, w, f, func(tx *db.Tx) (err error) {
				found, err = s.Find(tx, o.Kind, o.Subject, o.Day)
				return err
			})
			return found
		}
		write(t, w, f, func(tx *db.Tx) error { return s.Open(tx, o) })
		got := find()
		if got.Path != f.OfficePath || !got.Due.Equal(o.Due) || got.State(w.Clock.Now()) != obligation.Open {
			t.Errorf("opened %+v", got)
		}
		write(t, w, f, func(tx *db.Tx) error { return s.Fulfil(tx, got, tx.NewID(), "", "") })
		if got = find(); got.State(w.Clock.Now()) != obligation.Done {
			t.Errorf("state %s, want done", got.State(w.Clock.Now()))
		}
		o.Due = o.Due.Add(time.Hour)
		write(t, w, f, func(tx *db.Tx) error { return s.Open(tx, o) })
		if got = find(); got.State(w.Clock.Now()) != obligation.Open || !got.Due.Equal(o.Due) {
			t.Errorf("reopened %+v", got)
		}
	})
}
