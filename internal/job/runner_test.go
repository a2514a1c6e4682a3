package job_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
	"zhize/internal/job"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

var quiet = slog.New(slog.DiscardHandler)

// counter counts the effects of a job by the instant at which each was due.
type counter struct {
	mu  sync.Mutex
	due map[string]int
}

func (c *counter) run(_ context.Context, due time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.due == nil {
		c.due = map[string]int{}
	}
	c.due[due.In(clock.Shanghai).Format("01-02 15:04")]++
	return nil
}

func runner(t *testing.T, w testkit.World, jobs ...job.Job) *job.Runner {
	t.Helper()
	r, err := job.NewRunner(w.DB, quiet, jobs...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// name keeps the tests' bells apart on the database that they share.
func name(w testkit.World, job string) string { return string(w.NewID()) + job }

func TestSixReplicasAfterThreeDaysRingEachBellOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		var daily, often, last counter
		jobs := []job.Job{
			{Name: name(w, "daily"), Spec: "30 0 * * *", CatchUp: job.All, Run: daily.run},
			{Name: name(w, "often"), Spec: "*/5 * * * *", CatchUp: job.All, Run: often.run},
			{Name: name(w, "last"), Spec: "*/10 * * * *", CatchUp: job.Last, Run: last.run},
		}
		runner(t, w, jobs...).Ring(context.Background(), true)
		w.Clock.Advance(72 * time.Hour)
		var all sync.WaitGroup
		for range 6 {
			r := runner(t, w, jobs...)
			all.Go(func() { r.Ring(context.Background(), true) })
		}
		all.Wait()
		if diff := cmp.Diff(map[string]int{"11-25 00:30": 1, "11-26 00:30": 1, "11-27 00:30": 1}, daily.due); diff != "" {
			t.Errorf("daily (-want +got):\n%s", diff)
		}
		if len(often.due) != 864 {
			t.Errorf("%d five-minute bells, want 864", len(often.due))
		}
		for due, n := range often.due {
			if n != 1 {
				t.Errorf("%s rang %d times", due, n)
			}
		}
		if diff := cmp.Diff(map[string]int{"11-27 12:00": 1}, last.due); diff != "" {
			t.Errorf("the last of many (-want +got):\n%s", diff)
		}
	})
}

func TestABellRingsAtStartOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		var c counter
		j := job.Job{Name: name(w, "sweep"), Spec: "5 * * * *", AtStart: true, Run: c.run}
		for range 3 { // replicas that start together share the bell
			runner(t, w, j).Ring(context.Background(), true)
		}
		w.Clock.Advance(10 * time.Minute)
		runner(t, w, j).Ring(context.Background(), true)
		w.Clock.Advance(10 * time.Minute)
		runner(t, w, j).Ring(context.Background(), false)
		if diff := cmp.Diff(map[string]int{"11-24 12:00": 1, "11-24 12:05": 1}, c.due); diff != "" {
			t.Errorf("bells (-want +got):\n%s", diff)
		}
	})
}

func TestABellWhoseAnswerFailedRingsAgain(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		var tries []string
		j := job.Job{Name: name(w, "daily"), Spec: "0 13 * * *", CatchUp: job.All, Run: func(_ context.Context, due time.Time) error {
			tries = append(tries, due.In(clock.Shanghai).Format("01-02 15:04"))
			switch len(tries) {
			case 1:
				panic("lost")
			case 2:
				return errors.New("no disk")
			}
			return nil
		}}
		r := runner(t, w, j)
		r.Ring(context.Background(), true)
		w.Clock.Advance(time.Hour)
		for range 8 {
			r.Ring(context.Background(), false)
			w.Clock.Advance(20 * time.Minute)
		}
		if diff := cmp.Diff([]string{"11-24 13:00", "11-24 13:00", "11-24 13:00"}, tries); diff != "" {
			t.Errorf("tries (-want +got):\n%s", diff)
		}
		var open []string
		err := w.DB.Read(context.Background(), access.System("test"), func(tx *db.Tx) error {
			return tx.Query(&open, "SELECT f.job FROM fires f WHERE f.job = ? AND f.done_at IS NULL", j.Name)
		})
		if err != nil || len(open) != 0 {
			t.Errorf("%d bells not done, %v", len(open), err)
		}
	})
}

func TestRunStopsWithItsContext(t *testing.T) {
	t.Parallel()
	w := testkit.SQLite(t)
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan struct{}, 1)
	r := runner(t, w, job.Job{Name: "sweep", Spec: "5 * * * *", AtStart: true, Run: func(context.Context, time.Time) error {
		ran <- struct{}{}
		return nil
	}})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.Run(ctx)
	}()
	<-ran
	stop()
	<-ended
}

func TestSchedules(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{
		"", "TZ=UTC", "TZ=UTC 0 0 * * *", "CRON_TZ=UTC 0 0 * * *", "@every 1s", "@daily", "0 0 30 2 *", "0 0 31 4,6,9,11 *",
		"60 0 * * *", "* * * *", "* * * * * *", "0 0 L * *", "a b c d e", "*/0 * * * *", "\x00", "1-99999999999999999999 * * * *",
	} {
		if s, err := job.ParseSchedule(bad); !errors.Is(err, job.ErrSpec) {
			t.Errorf("%q: parsed to %v, error %v", bad, s, err)
		}
	}
	s, err := job.ParseSchedule("30 0 29 2 *")
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Next(testkit.Noon); !got.Equal(clock.Day("2028-02-29").At(30)) {
		t.Errorf("the next 29 February is %s", got)
	}
	if _, err := job.NewRunner(nil, quiet, job.Job{Name: "x", Spec: "0 0 30 2 *"}); !errors.Is(err, job.ErrSpec) {
		t.Errorf("a job that is never due: %v", err)
	}
	if s, err = job.ParseSchedule("5 * * * *"); err != nil {
		t.Fatal(err)
	}
	year := clock.Day("2026-12-31").At(23 * 60)
	want := []time.Time{clock.Day("2026-12-31").At(23*60 + 5), clock.Day("2027-01-01").At(5)}
	if diff := cmp.Diff(want, s.Between(year, year.Add(2*time.Hour))); diff != "" {
		t.Errorf("over the year (-want +got):\n%s", diff)
	}
}

func FuzzParseSchedule(f *testing.F) {
	for _, spec := range []string{"5 * * * *", "TZ=UTC", "0 0 30 2 *", "1-5/2 * ? jan mon"} {
		f.Add(spec)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		if s, err := job.ParseSchedule(spec); err == nil {
			next := s.Next(testkit.Noon)
			if !next.IsZero() && !next.After(testkit.Noon) {
				t.Errorf("%q is due at %s, not after %s", spec, next, testkit.Noon)
			}
		}
	})
}

// The tests hold wherever the machine stands.
func TestMain(m *testing.M) {
	time.Local = time.FixedZone("elsewhere", -9*3600)
	os.Exit(m.Run())
}
