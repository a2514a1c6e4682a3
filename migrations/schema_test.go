package migrations_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/testkit"
	"zhize/migrations"
)

func TestBothEnginesHaveTheSameMigrations(t *testing.T) {
	t.Parallel()
	var names [2][]string
	for i, folder := range []string{"sqlite", "postgres"} {
		entries, err := fs.ReadDir(migrations.Files, folder)
		if err != nil {
			t.Fatal(err)
		}
		for n, e := range entries {
			names[i] = append(names[i], e.Name())
			// The program takes the number of files for the newest version.
			if want := fmt.Sprintf("%05d_", n+1); !strings.HasPrefix(e.Name(), want) {
				t.Errorf("got %s, want it to begin with %s", e.Name(), want)
			}
		}
	}
	if diff := cmp.Diff(names[0], names[1]); diff != "" {
		t.Errorf("sqlite and postgres differ:\n%s", diff)
	}
}

func TestBothEnginesHaveTheSameSchema(t *testing.T) {
	t.Parallel()
	lite, pg := catalog(t, testkit.SQLite(t)), catalog(t, testkit.Postgres(t))
	if len(lite) < 30 {
		t.Fatalf("got %d tables: the catalogue is not read", len(lite))
	}
	if diff := cmp.Diff(lite, pg); diff != "" {
		t.Errorf("sqlite (-) and postgres (+) differ:\n%s", diff)
	}
}

func TestEveryTenantsTableStandsBehindTheSecondWall(t *testing.T) {
	t.Parallel()
	w := testkit.Postgres(t)
	for name, one := range catalog(t, w) {
		if _, tenants := one.Columns["enterprise_id"]; !tenants || name == "memberships" {
			continue
		}
		if !slices.ContainsFunc(one.Unique, func(k string) bool { return k == "enterprise_id" || strings.HasPrefix(k, "enterprise_id,") }) {
			t.Errorf("%s: no key begins with enterprise_id: %v", name, one.Unique)
		}
		own := ask[string](t, w, `SELECT policyname FROM pg_policies WHERE tablename = ? AND cmd = 'ALL' AND roles = '{zhize_app}'
			AND qual LIKE '%enterprise_id = ( SELECT current_enterprise()%' AND with_check LIKE '%enterprise_id = current_enterprise()%'`, name)
		if len(own) != 1 {
			t.Errorf("%s: got policies %v of the tenant, want one that binds reading and writing", name, own)
		}
		// No other policy lets the application write.
		wide := ask[string](t, w, `SELECT policyname FROM pg_policies WHERE tablename = ? AND cmd <> 'SELECT' AND NOT roles <@ '{zhize_sweep}' AND policyname <> ?`, name, strings.Join(own, ""))
		if len(wide) != 0 {
			t.Errorf("%s: policies %v let the application write past the tenant", name, wide)
		}
	}
}

// Tables of no tenant, each with its reason. Every other one is behind the wall.
var open = []string{
	"accounts",          // a person may work for several; identity asks by account
	"agencies",          // the tree of authorities is public
	"calendar_days",     // the State Council's
	"calendar_years",    // the State Council's
	"checkpoints",       // of all chains together
	"fires",             // the system's bells
	"memberships",       // asked before a tenant is known
	"refresh_tokens",    // asked before a tenant is known
	"sessions",          // asked before a tenant is known
	"staffing_switches", // what an agency decided for its area is public there
}

func TestNoTableIsOpenUnnamed(t *testing.T) {
	t.Parallel()
	w := testkit.Postgres(t)
	got := ask[string](t, w, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
		AND c.relname <> 'goose_db_version' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY c.relname`)
	if diff := cmp.Diff(open, got); diff != "" {
		t.Errorf("tables without forced row-level security (-want +got):\n%s", diff)
	}
	// What the sweep may touch, a policy names; and it reads no more than it is given.
	stray := ask[string](t, w, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
		AND has_table_privilege('zhize_sweep', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
		<> EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = c.relname AND 'zhize_sweep' = ANY (p.roles))`)
	if len(stray) != 0 {
		t.Errorf("the sweep's rights and policies disagree on %v", stray)
	}
	loose := ask[string](t, w, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
		AND (has_table_privilege('zhize_app', c.oid, 'TRUNCATE, TRIGGER, REFERENCES') OR has_table_privilege('zhize_sweep', c.oid, 'TRUNCATE, TRIGGER, REFERENCES'))`)
	if len(loose) != 0 {
		t.Errorf("a role may empty or rig %v", loose)
	}
}

// A row that goes must not take another along.
func TestNothingCascades(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		sql := `SELECT conname FROM pg_constraint WHERE contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')`
		if w.DB.Engine() == "sqlite" {
			sql = `SELECT s.name || '.' || f."from" FROM sqlite_schema s, pragma_foreign_key_list(s.name) f WHERE s.type = 'table' AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')`
		}
		if got := ask[string](t, w, sql); len(got) != 0 {
			t.Errorf("got cascades %v", got)
		}
	})
}
