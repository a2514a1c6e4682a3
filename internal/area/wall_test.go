package area_test

import (
	"context"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// The second wall stands alone: statements that forget the first see nothing
// of another area.
func TestDatabaseAloneKeepsAreasApart(t *testing.T) {
	t.Parallel()
	w := testkit.Postgres(t)
	mine, other := w.Found(t), w.Found(t)
	for _, f := range []testkit.Fixture{mine, other} {
		put(t, w, f, missed("2026-11-23"), "INSERT INTO businesses (enterprise_id, id, kind) VALUES ({tenant}, '"+string(w.NewID())+"', 'retail')")
	}
	count := func(f testkit.Fixture, table string, of id.ID) (n int) {
		t.Helper()
		err := w.DB.Report(context.Background(), f.As(t, access.Supervisor, "area.read"), func(tx *db.Tx) error {
			return tx.Query(&n, "SELECT count(*) FROM "+table+" WHERE enterprise_id = ? {none}", of)
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, table := range []string{"enterprises", "enterprise_scope", "sites", "shifts", "businesses", "appointments", "assignments", "obligations"} {
		if own, foreign := count(mine, table, mine.Enterprise), count(mine, table, other.Enterprise); own == 0 || foreign != 0 {
			t.Errorf("%s: %d own rows and %d of another area, want some and none", table, own, foreign)
		}
	}
	// An enterprise that moves takes its archive along. The checks of the time
	// before stay readable for the office whose tallies count them.
	put(t, w, mine, nil, "UPDATE enterprise_scope SET path = '"+other.OfficePath+"' WHERE enterprise_id = {tenant}")
	for table, want := range map[string]int{"enterprises": 0, "appointments": 0, "obligations": 1} {
		if got := count(mine, table, mine.Enterprise); got != want {
			t.Errorf("%s of an enterprise that moved away: %d rows, want %d", table, got, want)
		}
		if count(other, table, mine.Enterprise) == 0 {
			t.Errorf("%s of an enterprise that moved here: none", table)
		}
	}
}

// The figures of past days stay with the office that was in charge; the
// enterprise itself, and what it needs, go with it.
func TestAnEnterpriseThatMoves(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		from, to := w.Found(t), w.Found(t)
		put(t, w, from, missed("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"), "UPDATE enterprise_scope SET path = '"+to.OfficePath+"' WHERE enterprise_id = {tenant}")
		before, after := overview(t, w, from.As(t, access.Supervisor, "area.read"), ""), overview(t, w, to.As(t, access.Supervisor, "area.read"), "")
		if n := before.Offices[0].Days[22].Counts; n != (api.Counts{Due: 1, Missed: 1}) || before.Enterprises != 0 || before.NeedsTotal != 0 {
			t.Errorf("the former office: %+v, %+v", n, before.Needs)
		}
		if n := after.Offices[0].Days[22].Counts; n != (api.Counts{}) || after.Enterprises != 2 {
			t.Errorf("the new office: %+v, %d enterprises", n, after.Enterprises)
		}
		items, _ := list(t, w, to.As(t, access.Supervisor, "area.read"), api.ListAreaInput{})
		for _, e := range items {
			if e.ID == string(from.Enterprise) && e.Strip[28].State != "missed" {
				t.Errorf("its strip goes with it: %+v", e.Strip[26:])
			}
		}
	})
}
