package demo_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/demo"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// The demo of one day, in the evening and half an hour after midnight.
var (
	evening  = clock.Day("2026-11-24").At(21*60 + 40)
	midnight = clock.Day("2026-11-24").At(30)
)

// build builds the demo up to the instant.
func build(t *testing.T, w testkit.World, now time.Time) *app.App {
	t.Helper()
	a := program.Assemble(t, w)
	w.Clock.Move(demo.Start(now))
	began := time.Now()
	s := demo.Services{
		DB: a.DB, Identity: a.Identity, Regulator: a.Regulator, Enterprises: a.Enterprises, Appointments: a.Appointments,
		RiskLists: a.RiskLists, Obligations: a.Obligations, Records: a.Records, Hazards: a.Hazards, Advices: a.Advices, Months: a.Months, Photos: a.Photos, Ledger: a.Ledger,
		Notices: a.Notices, Reminders: a.Reminders,
		Files: a.Files, Trainings: a.Trainings, Bylaws: a.Bylaws, Licences: a.Licences, Goods: a.Goods,
	}
	if err := demo.Build(context.Background(), s, w.Clock, now, demo.Random(clock.DayOf(now))); err != nil {
		t.Fatal(err)
	}
	t.Logf("built in %.1f s", time.Since(began).Seconds())
	return a
}

// chains lists the hashes of every chain's links, the oldest first.
func chains(t *testing.T, d *db.DB) map[string][]string {
	t.Helper()
	var rows []struct {
		EnterpriseID id.ID
		Hash         []byte
	}
	err := d.Read(context.Background(), access.System("ledger.checkpoint"), func(tx *db.Tx) error {
		return tx.Query(&rows, "SELECT l.enterprise_id, l.hash FROM links l WHERE {scope:l} ORDER BY l.enterprise_id, l.seq")
	})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, r := range rows {
		all[string(r.EnterpriseID)] = append(all[string(r.EnterpriseID)], fmt.Sprintf("%x", r.Hash))
	}
	return all
}

func count(t *testing.T, d *db.DB, query string, args ...any) map[string]int {
	t.Helper()
	var rows []struct {
		Word string
		N    int
	}
	err := d.Read(context.Background(), access.System("obligation.sweep"), func(tx *db.Tx) error { return tx.Query(&rows, query, args...) })
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]int{}
	for _, r := range rows {
		all[r.Word] = r.N
	}
	return all
}

func TestTheDemoIsTheSameOnBothEnginesAndContinuesDuringTheDay(t *testing.T) {
	t.Parallel()
	late := build(t, testkit.SQLite(t), evening)
	want := chains(t, late.DB)
	if len(want) != 20 {
		t.Errorf("got %d chains, want one for each of 20 enterprises", len(want))
	}
	t.Run("half an hour after midnight it has what the evening's began with", func(t *testing.T) {
		t.Parallel()
		early := chains(t, build(t, testkit.SQLite(t), midnight).DB)
		for enterprise, links := range want {
			have := early[enterprise]
			if len(have) == 0 || len(have) > len(links) || !slices.Equal(have, links[:len(have)]) {
				t.Errorf("%s has %d links that do not begin the evening's %d", enterprise, len(have), len(links))
			}
		}
	})
	t.Run("postgres has the same chains", func(t *testing.T) {
		t.Parallel()
		got := chains(t, build(t, testkit.Postgres(t), evening).DB)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error("chains differ between the engines")
		}
	})
	t.Run("every kind of day is in it", func(t *testing.T) {
		t.Parallel()
		days := count(t, late.DB, "SELECT x.word, count(*) AS n FROM (SELECT "+obligation.ColumnSQL+" AS word FROM obligations o WHERE {scope:o} AND o.kind = 'daily_check') x GROUP BY x.word", evening, evening)
		for _, state := range []string{"zero_risk", "hazards", "arrived_late", "backfilled", "excused", "missed", "open", "coming"} {
			if days[state] == 0 {
				t.Errorf("no day is %s: %v", state, days)
			}
		}
		if days["zero_risk"] < 20*days["missed"] {
			t.Errorf("got %v, want a believable district", days)
		}
	})
	t.Run("every enterprise's evidence verifies with the pinned key", func(t *testing.T) {
		t.Parallel()
		for enterprise := range want {
			var out bytes.Buffer
			g := access.Anyone(access.Call{Operation: "test"}).Bearer(id.ID(enterprise))
			err := late.DB.Read(context.Background(), g, func(tx *db.Tx) error {
				return late.Ledger.WriteExport(tx, "2026-10-01", "2026-11-24", &out)
			})
			if err != nil {
				t.Fatal(err)
			}
			r := ledger.Verify(bytes.NewReader(out.Bytes()), int64(out.Len()), ledger.Options{Key: late.PublicKey()})
			if r.ExitCode() != 0 {
				t.Errorf("%s: exit %d\n%s", enterprise, r.ExitCode(), r)
			}
		}
	})
}

// Whatever the hour, the weekday or the holiday, a demo must come about.
func TestTheDemoBuildsOnAnyDay(t *testing.T) {
	t.Parallel()
	for _, now := range []time.Time{
		clock.Day("2026-10-04").At(11 * 60), // a holiday
		clock.Day("2027-01-03").At(3),       // before the bells; the year's holidays are not loaded
	} {
		t.Run(now.In(clock.Shanghai).Format("Monday 2006-01-02 15:04"), func(t *testing.T) {
			t.Parallel()
			a := build(t, testkit.SQLite(t), now)
			severities := count(t, a.DB, "SELECT h.severity AS word, count(*) AS n FROM hazards h WHERE {scope:h} AND h.closed_at IS NULL GROUP BY h.severity")
			reviews := count(t, a.DB, "SELECT r.opinion AS word, count(*) AS n FROM daily_reviews r WHERE {scope:r} GROUP BY r.opinion")
			corrected := count(t, a.DB, "SELECT 'corrected' AS word, count(*) AS n FROM daily_records d WHERE {scope:d} AND d.version > 1")
			for word, n := range map[string]int{
				"open general": severities["general"], "open larger": severities["larger"], "open major": severities["major"],
				"accepted": reviews["accepted"], "correction requested": reviews["correction_requested"], "corrected": corrected["corrected"],
			} {
				if n == 0 {
					t.Errorf("there is none that is %s", word)
				}
			}
		})
	}
}
