package db_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// planted is the leak of both walls' tests: a question without any condition.
const planted = "SELECT enterprise_id FROM sites"

// The first wall alone: SQLite has no other.
func TestFirstWallAloneStopsThePlantedLeak(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.SQLite(t))
	n.read(t, n.of(n.a), func(tx *db.Tx) error {
		var all, own []siteRow
		if err := tx.Query(&all, planted+" {none}"); err != nil || len(all) < 3 {
			t.Errorf("without any wall: got %d rows, %v: the leak is none", len(all), err)
		}
		if err := tx.SQL().Find(&own).Error; err != nil || len(own) != 1 {
			t.Errorf("got %v, %v, want its own row alone", owners(own), err)
		}
		if err := tx.Query(&own, planted); !errors.Is(err, db.ErrUnscopedSQL) {
			t.Errorf("by hand: got %v, want %v", err, db.ErrUnscopedSQL)
		}
		return nil
	})
}

// The second wall alone: {none} takes the first one away.
func TestSecondWallAloneStopsThePlantedLeak(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.Postgres(t))
	for who, c := range map[string]struct {
		grant access.Grant
		want  []id.ID
	}{
		"an enterprise":                {n.of(n.a), []id.ID{n.a.Enterprise}},
		"its office":                   {n.area(t, n.a.Office, n.a.OfficePath), []id.ID{n.a.Enterprise}},
		"its city":                     {n.area(t, n.a.City, n.a.CityPath), []id.ID{n.a.Enterprise}},
		"an office without any":        {n.area(t, n.NewID(), n.a.OfficePath+"x/"), nil},
		"an enterprise without a site": {access.Anyone(access.Call{}).Founding(n.NewID()), nil},
		"nobody":                       {nobody, nil},
	} {
		n.read(t, c.grant, func(tx *db.Tx) error {
			var got []id.ID
			err := tx.Query(&got, planted+" {none}")
			if !slices.Equal(got, c.want) {
				t.Errorf("%s sees %v, want %v", who, got, c.want)
			}
			return err
		})
	}
}

// denied are the errors by which PostgreSQL's second wall refuses.
func denied(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == "42501"
}

func TestSecondWallAloneStopsWrites(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.Postgres(t))
	foreign := n.b.Enterprise
	insert := "INSERT INTO sites (enterprise_id, id, kind, name, opened_on) VALUES (?, ?, 'store', 'x', '2026-11-24') {none}"
	for name, c := range map[string]struct {
		grant access.Grant
		sql   string
		args  []any
		fails bool
	}{
		"an insert for another":          {n.of(n.a), insert, []any{foreign, n.NewID()}, true},
		"an update of another's":         {n.of(n.a), "UPDATE sites SET name = 'x' WHERE enterprise_id = ? {none}", []any{foreign}, false},
		"a delete of another's":          {n.of(n.a), "DELETE FROM shifts WHERE enterprise_id = ? {none}", []any{foreign}, false},
		"a move to another":              {n.of(n.a), "UPDATE shifts SET enterprise_id = ? WHERE id = ? {none}", []any{foreign, n.a.Shift}, true},
		"an upsert over another's":       {n.of(n.a), strings.Replace(insert, "{none}", "ON CONFLICT (enterprise_id, id) DO UPDATE SET name = 'x' {none}", 1), []any{foreign, n.b.Site}, true},
		"an insert by an area":           {n.area(t, n.a.Office, n.a.OfficePath), insert, []any{n.a.Enterprise, n.NewID()}, true},
		"an update by an area":           {n.area(t, n.a.Office, n.a.OfficePath), "UPDATE sites SET name = 'x' {none}", nil, false},
		"an insert by nobody":            {nobody, insert, []any{foreign, n.NewID()}, true},
		"an update by nobody":            {nobody, "UPDATE sites SET name = 'x' {none}", nil, false},
		"a grab of another's place":      {n.of(n.a), "UPDATE enterprise_scope SET path = ? WHERE enterprise_id = ? {none}", []any{n.a.OfficePath, foreign}, false},
		"a change of a sealed record":    {n.of(n.a), "UPDATE facts SET body = '' {none}", nil, true},
		"a deletion of a sealed record":  {n.of(n.a), "DELETE FROM links {none}", nil, true},
		"an emptying of sealed records":  {n.of(n.a), "TRUNCATE facts {none}", nil, true},
		"a deletion by the sweep":        {access.System("test"), "DELETE FROM checkpoints {none}", nil, true},
		"an unsealing by disabled rules": {n.of(n.a), "ALTER TABLE facts DISABLE TRIGGER ALL {none}", nil, true},
		"a lifted wall":                  {n.of(n.a), "ALTER TABLE sites DISABLE ROW LEVEL SECURITY {none}", nil, true},
		"another's role":                 {n.of(n.a), "SET ROLE zhize_owner {none}", nil, true},
	} {
		err := n.DB.Write(context.Background(), c.grant, func(tx *db.Tx) error {
			changed, err := tx.Exec(c.sql, c.args...)
			if err == nil && changed > 0 {
				t.Errorf("%s: changed %d rows", name, changed)
			}
			return errors.Join(err, errUndo)
		})
		if c.fails != denied(err) {
			t.Errorf("%s: got %v, want it denied: %v", name, err, c.fails)
		}
	}
}

// direct opens a connection as the role, past all of our code.
func direct(t *testing.T, role string) *sql.DB {
	t.Helper()
	u, err := url.Parse(testkit.OwnerURL())
	if err != nil {
		t.Fatal(err)
	}
	if role != "" {
		u.User = url.User(role)
	}
	s, err := sql.Open("pgx", u.String())
	if err != nil {
		t.Fatal(err)
	}
	s.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestOutsideOfATransactionThereAreNoRows(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.Postgres(t))
	app := direct(t, "zhize_app")
	count := func() (rows int) {
		t.Helper()
		if err := app.QueryRow("SELECT count(*) FROM sites").Scan(&rows); err != nil {
			t.Fatal(err)
		}
		return rows
	}
	if got := count(); got != 0 {
		t.Errorf("a fresh connection sees %d rows", got)
	}
	// The settings end with the transaction that made them, on this connection too.
	for _, end := range []string{"commit", "rollback"} {
		if _, err := app.Exec(fmt.Sprintf("begin; select set_config('app.enterprise', '%s', true), set_config('app.path_from', '%s', true), set_config('app.path_to', 'x', true); %s", n.a.Enterprise, n.a.CityPath, end)); err != nil {
			t.Fatal(err)
		}
		if got := count(); got != 0 {
			t.Errorf("after %s the connection sees %d rows", end, got)
		}
	}
	if _, err := app.Exec("INSERT INTO sites (enterprise_id, id, kind, name, opened_on) VALUES ($1, $1, 'store', 'x', '2026-11-24')", n.a.Enterprise); !denied(err) {
		t.Errorf("insert: got %v, want it denied", err)
	}
}

// Many tenants over few connections: nobody sees with another's settings.
func TestSettingsDoNotCrossThePool(t *testing.T) {
	t.Parallel()
	w := testkit.Postgres(t)
	const tenants, workers = 200, 64
	own := make([]access.Grant, tenants)
	for i := range own {
		own[i] = access.Anyone(access.Call{Operation: "test"}).Founding(w.NewID())
	}
	ctx := context.Background()
	work := make(chan access.Grant)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for g := range work {
				tenant := g.Scope().Enterprise
				if err := w.DB.Write(ctx, g, func(tx *db.Tx) error {
					_, err := tx.Exec("INSERT INTO enterprise_scope (enterprise_id, path) VALUES ({tenant}, 'x/') ON CONFLICT DO NOTHING")
					return err
				}); err != nil {
					t.Error(err)
				}
				for _, c := range []struct {
					grant access.Grant
					want  []id.ID
				}{{g, []id.ID{tenant}}, {nobody, nil}} {
					if err := w.DB.Read(ctx, c.grant, func(tx *db.Tx) error {
						var seen []id.ID
						err := tx.Query(&seen, "SELECT enterprise_id FROM enterprise_scope {none}")
						if !slices.Equal(seen, c.want) {
							t.Errorf("got %d rows, want %v", len(seen), c.want)
						}
						return err
					}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	for range 3 {
		for _, g := range own {
			work <- g
		}
	}
	close(work)
	wg.Wait()
}

func TestSweepSeesOnlyNamedTables(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.Postgres(t))
	count := func(table string) (rows int, err error) {
		err = n.DB.Read(context.Background(), access.System("test"), func(tx *db.Tx) error {
			return tx.Query(&rows, "SELECT count(*) FROM "+table)
		})
		return rows, err
	}
	if rows, err := count("sites"); err != nil || rows < 3 {
		t.Errorf("sites: got %d rows, %v, want those of all", rows, err)
	}
	for _, table := range []string{"facts", "daily_records", "daily_answers", "photos", "looks", "audit_entries", "products", "sessions"} {
		if _, err := count(table); !denied(err) {
			t.Errorf("%s: got %v, want it denied", table, err)
		}
	}
	// Narrowed to one enterprise, the system acts as that enterprise does.
	err := n.DB.Read(context.Background(), access.System("test").Founding(n.a.Enterprise), func(tx *db.Tx) error {
		var seen []id.ID
		err := tx.Query(&seen, planted+" {none}")
		if !slices.Equal(seen, []id.ID{n.a.Enterprise}) {
			t.Errorf("narrowed: got %v", seen)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestRolesOwnNothingAndPassNoWall(t *testing.T) {
	t.Parallel()
	testkit.Postgres(t)
	owner := direct(t, "")
	var free, owned int
	if err := owner.QueryRow(`SELECT count(*) FROM pg_roles WHERE rolname IN ('zhize_app', 'zhize_sweep') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`).Scan(&free); err != nil || free != 0 {
		t.Errorf("%d of the roles may pass the walls, %v", free, err)
	}
	if err := owner.QueryRow(`SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN ('zhize_app', 'zhize_sweep')`).Scan(&owned); err != nil || owned != 0 {
		t.Errorf("the roles own %d tables, %v", owned, err)
	}
	if err := owner.QueryRow(`SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname IN ('zhize_app', 'zhize_sweep')`).Scan(&owned); err != nil || owned != 0 {
		t.Errorf("the roles belong to %d others, %v", owned, err)
	}
}
