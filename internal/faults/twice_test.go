package faults_test

import (
	"context"
	"database/sql"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/rig"
)

// everywhere sends the same request by each client at the same moment.
func everywhere(t *testing.T, token string, s rig.Submission, clients ...*rig.Client) []rig.Answer {
	t.Helper()
	answers := make([]rig.Answer, len(clients))
	gate := make(chan struct{})
	var all sync.WaitGroup
	for i, c := range clients {
		all.Go(func() {
			<-gate
			var err error
			if answers[i], err = c.Submit(t.Context(), token, s); err != nil {
				t.Error(err)
			}
		})
	}
	close(gate)
	all.Wait()
	return answers
}

func TestDoubledRequest(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, p *place) {
		for n := range 10 {
			s := p.submission(t, 0, n)
			var received time.Time
			for _, a := range everywhere(t, p.tokens[0], s, p.client, p.client, p.client, p.client) {
				if a.Status != http.StatusOK {
					t.Fatalf("%d %s, want 200 for all", a.Status, a.Body)
				}
				d := daily(t, a)
				if len(d.Versions) != 1 || !received.IsZero() && !received.Equal(d.ReceivedAt) {
					t.Errorf("%d versions, received at %s and %s, want one record", len(d.Versions), received, d.ReceivedAt)
				}
				received = d.ReceivedAt
			}
		}
		if got := len(p.records(t, 0)); got != 10 {
			t.Errorf("%d records, want 10", got)
		}
		p.verify(t, 0)
	})
}

func TestTwoReplicas(t *testing.T) {
	t.Parallel()
	env := database(t, cluster(t))
	p := open(t, env...)
	second, err := p.Site.Start(t.Context(), binary)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(second.Stop)
	other := rig.NewClient(second.URL, shops)

	t.Run("the same check sent to both is one record", func(t *testing.T) {
		var all []rig.Submission
		for n := range 20 {
			s := p.submission(t, 1, n)
			all = append(all, s)
			for _, a := range everywhere(t, p.tokens[1], s, p.client, other) {
				if a.Status != http.StatusOK {
					t.Fatalf("%d %s, want 200 from both", a.Status, a.Body)
				}
			}
		}
		p.exactly(t, 1, all)
		p.verify(t, 1)
	})
	t.Run("two drafts of one check give one record and one conflict that names it", func(t *testing.T) {
		for n := range 10 {
			a, b := p.submission(t, 2, n), p.submission(t, 2, n)
			var answers [2]rig.Answer
			var both sync.WaitGroup
			both.Go(func() { answers[0], _ = p.client.Submit(t.Context(), p.tokens[2], a) })
			both.Go(func() { answers[1], _ = other.Submit(t.Context(), p.tokens[2], b) })
			both.Wait()
			won, lost := 0, 1
			if answers[0].Status != http.StatusOK {
				won, lost = 1, 0
			}
			if answers[won].Status != http.StatusOK || answers[lost].Status != http.StatusConflict || answers[lost].Problem().Params["record"] == nil {
				t.Errorf("%d %s and %d %s", answers[0].Status, answers[0].Body, answers[1].Status, answers[1].Body)
			}
		}
		if got := len(p.records(t, 2)); got != 10 {
			t.Errorf("%d records, want 10", got)
		}
	})
	t.Run("a bell rings in one of them", func(t *testing.T) {
		sweep, err := sql.Open("pgx", strings.TrimPrefix(env[1], "ZHIZE_SWEEP_DATABASE_URL="))
		if err != nil {
			t.Fatal(err)
		}
		defer sweep.Close() //nolint:errcheck // only read
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		// Both ring at their start; whoever comes second finds the bell answered,
		// unless a minute has passed between the two.
		var rang, rungs int
		for tick := time.NewTicker(50 * time.Millisecond); rang == 0; {
			select {
			case <-ctx.Done():
				t.Fatal("no bell rang")
			case <-tick.C:
			}
			if err := sweep.QueryRowContext(ctx, "SELECT count(*), count(DISTINCT date_trunc('minute', rang_at)) FROM fires WHERE job = $1 AND done_at IS NOT NULL", obligation.JobSweep).Scan(&rang, &rungs); err != nil {
				t.Fatal(err)
			}
		}
		if rang > rungs {
			t.Errorf("the bell rang %d times in %d minutes", rang, rungs)
		}
		var planned, shifts int
		err = sweep.QueryRowContext(ctx, "SELECT count(*), count(DISTINCT subject_id) FROM obligations WHERE kind = $1 AND period_start = $2", obligation.KindDaily, string(clock.DayOf(time.Now()).Add(1))).Scan(&planned, &shifts)
		if err != nil || planned != shops || shifts != shops {
			t.Errorf("planned for tomorrow: %d rows of %d shifts, %v; want %d", planned, shifts, err, shops)
		}
	})
}

func TestDeviceClockAYearWrong(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, p *place) {
		for n, wrong := range []int{-1, 1} {
			before := time.Now()
			s := p.submission(t, 0, n, func(b *api.DailyBody) {
				b.StartedAt, b.SubmittedAt = b.StartedAt.AddDate(wrong, 0, 0), b.SubmittedAt.AddDate(wrong, 0, 0)
			})
			d := p.submit(t, s, http.StatusOK)
			if d.Lateness != "on_time" || d.ReceivedAt.Before(before.Add(-time.Second)) || d.ReceivedAt.After(time.Now().Add(time.Second)) {
				t.Errorf("a device %+d year: %s, received at %s, want on time by the server", wrong, d.Lateness, d.ReceivedAt)
			}
			if d.SubmittedAt.Year() != before.UTC().AddDate(wrong, 0, 0).Year() {
				t.Errorf("the device's own time became %s", d.SubmittedAt)
			}
		}
	})
}
