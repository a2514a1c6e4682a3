package obligation_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestStateFollowsFromTheInstants(t *testing.T) {
	t.Parallel()
	day := clock.Day("2026-11-24")
	o := obligation.Obligation{Kind: obligation.KindDaily, Day: day, Opens: day.At(420), Due: day.At(1200)}
	done, excused, both := o, o, o
	done.Fulfilled, done.Outcome, done.Lateness = day.At(600), obligation.OutcomeHazards, obligation.OnTime
	excused.Excused = day.At(0)
	both.Fulfilled, both.Excused, both.Lateness = day.At(1300), day.At(0), obligation.Backfilled
	for _, c := range []struct {
		name   string
		o      obligation.Obligation
		at     time.Time
		want   obligation.State
		column string
	}{
		{"before it opens it is coming", o, day.At(420).Add(-time.Microsecond), obligation.Coming, "coming"},
		{"it opens on the instant", o, day.At(420), obligation.Open, "open"},
		{"after the shift it is in its grace and not missed", o, day.At(1100), obligation.Open, "open"},
		{"the last instant of the grace is in time", o, day.At(1200), obligation.Open, "open"},
		{"after the grace it is missed", o, day.At(1200).Add(time.Microsecond), obligation.Missed, "missed"},
		{"done is done", done, day.At(5000), obligation.Done, "hazards"},
		{"excused is neither due nor missed", excused, day.At(5000), obligation.Excused, "excused"},
		{"what was done counts as done though it was excused", both, day.At(5000), obligation.Done, "backfilled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := c.o.State(c.at); got != c.want {
				t.Errorf("state %s, want %s", got, c.want)
			}
			if got := c.o.Column(c.at); got != c.column {
				t.Errorf("column %s, want %s", got, c.column)
			}
		})
	}
}

// The expression in SQL is the expression in Go, on rows at random and at their
// very edges.
func TestStateInSQLIsTheStateInGo(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		r := rand.New(rand.NewPCG(1, 2))
		base := clock.Day("2026-03-01").Start()
		some := func() time.Time { return base.Add(time.Duration(r.IntN(40)) * 500 * time.Millisecond) }
		rows := map[id.ID]obligation.Obligation{}
		g := f.As(t, access.Officer, "obligation.read")
		var asked []time.Time
		err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
			for range 200 {
				o := obligation.Obligation{Kind: "test", Subject: w.NewID(), Day: "2026-03-01", Opens: some()}
				o.Due = o.Opens.Add(time.Duration(r.IntN(20)) * 500 * time.Millisecond)
				asked = append(asked, o.Opens, o.Due)
				if r.IntN(3) == 0 {
					o.Fulfilled, o.Outcome, o.Lateness = some(), pick(r, "", "zero_risk", "hazards"), pick(r, "on_time", "arrived_late", "backfilled")
				}
				if r.IntN(3) == 0 {
					o.Excused = some()
				}
				nullable := func(t time.Time) any {
					if t.IsZero() {
						return nil
					}
					return t
				}
				if _, err := tx.Exec("INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, opens_at, due_until, fulfilled_at, outcome, lateness, excused_at) VALUES ({tenant}, 'test', ?, ?, ?, ?, ?, ?, ?, ?)",
					o.Subject, o.Day, o.Opens, o.Due, nullable(o.Fulfilled), o.Outcome, o.Lateness, nullable(o.Excused)); err != nil {
					return err
				}
				rows[o.Subject] = o
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		err = w.DB.Read(context.Background(), g, func(tx *db.Tx) error {
			for _, at := range asked[:60] {
				var got []struct {
					SubjectID      id.ID
					State, Counted string
				}
				err := tx.Query(&got, "SELECT o.subject_id, "+obligation.StateSQL+" AS state, "+obligation.ColumnSQL+" AS counted FROM obligations o WHERE o.kind = 'test' AND {scope:o}", at, at, at, at)
				if err != nil {
					return err
				}
				if len(got) != len(rows) {
					t.Fatalf("%d rows, want %d", len(got), len(rows))
				}
				for _, row := range got {
					o := rows[row.SubjectID]
					if row.State != string(o.State(at)) || row.Counted != o.Column(at) {
						t.Fatalf("%+v at %s: SQL says %s/%s, Go says %s/%s", o, at, row.State, row.Counted, o.State(at), o.Column(at))
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }
