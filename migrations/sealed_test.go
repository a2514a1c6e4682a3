package migrations_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// sealed lists the tables that the application may fill and never change, as
// the schema itself says by its grants.
func sealed(t *testing.T) []string {
	t.Helper()
	names := ask[string](t, testkit.Postgres(t), `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
		AND has_table_privilege('zhize_app', c.oid, 'INSERT') AND NOT has_table_privilege('zhize_app', c.oid, 'UPDATE, DELETE') ORDER BY c.relname`)
	if len(names) < 10 {
		t.Fatalf("got only %v", names)
	}
	return names
}

// What is sealed is sealed by grants and by triggers, on both engines, and
// neither list knows a table that the other does not.
func TestEverySealedTableHasItsTriggers(t *testing.T) {
	t.Parallel()
	want := sealed(t)
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		var got []string
		if w.DB.Engine() == db.SQLite {
			got = ask[string](t, w, `SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT, ''sealed:%' AND sql NOT LIKE '% WHEN %'
				GROUP BY tbl_name HAVING sum(sql LIKE '% BEFORE UPDATE ON %') = 1 AND sum(sql LIKE '% BEFORE DELETE ON %') = 1 ORDER BY tbl_name`)
		} else {
			// Of a trigger's type, 3 is before each row, 24 update and delete, 34 before a truncation.
			got = ask[string](t, w, `SELECT c.relname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_proc p ON p.oid = g.tgfoid
				WHERE p.proname = 'refuse_change' AND g.tgenabled <> 'D' AND g.tgqual IS NULL
				GROUP BY c.relname HAVING bool_or(g.tgtype = 27) AND bool_or(g.tgtype = 34) ORDER BY c.relname`)
		}
		if !slices.Equal(got, want) {
			t.Errorf("got  %v\nwant %v", got, want)
		}
	})
}

// values makes a value for each column, of its type.
func values(all []column, engine db.Engine, checks map[string]string) string {
	var b []string
	for _, c := range all {
		switch kind, _, _ := strings.Cut(strings.ToLower(c.Type), "("); kind {
		case "integer", "bigint":
			b = append(b, "1")
		case "boolean":
			b = append(b, "false")
		case "uuid":
			b = append(b, "gen_random_uuid()")
		case "date":
			b = append(b, "'2026-11-24'")
		case "datetime", "timestamp with time zone":
			b = append(b, "'2026-11-24 04:00:00+00:00'")
		case "blob":
			b = append(b, "x'00'")
		case "bytea":
			b = append(b, `'\x00'`)
		default:
			text := "x"
			if engine == db.Postgres && checks[c.Name] != "" {
				text = checks[c.Name]
			}
			b = append(b, "'"+text+"'")
		}
	}
	return strings.Join(b, ", ")
}

var errUndo = errors.New("undo")

// On SQLite there are no roles: the triggers stand alone, before everybody.
func TestSealedTablesRefuseEveryChangeOfTheEmbeddedDatabase(t *testing.T) {
	t.Parallel()
	names := sealed(t)
	w := testkit.SQLite(t)
	g := access.Anyone(access.Call{Operation: "test"})
	for _, name := range names {
		all := columns(t, w, name)
		first := all[0].Name
		err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
			exec := func(sql string) error {
				_, err := tx.Exec(sql + " {none}")
				return err
			}
			row := "VALUES (" + values(all, db.SQLite, nil) + ")"
			if err := errors.Join(exec("PRAGMA defer_foreign_keys = 1"), exec("PRAGMA ignore_check_constraints = 1"), exec("INSERT INTO "+name+" "+row)); err != nil {
				return err
			}
			for _, s := range []string{
				"UPDATE %s SET " + first + " = " + first,
				"UPDATE OR REPLACE %s SET " + first + " = " + first,
				"UPDATE OR IGNORE %s SET " + first + " = " + first,
				"DELETE FROM %s",
				"DELETE FROM %s WHERE rowid IN (SELECT rowid FROM " + name + ")",
				"INSERT OR REPLACE INTO %s " + row,
				"REPLACE INTO %s " + row,
				"INSERT INTO %s " + row + " ON CONFLICT DO UPDATE SET " + first + " = excluded." + first,
			} {
				err := exec(fmt.Sprintf(s, name))
				if err == nil || !strings.Contains(err.Error(), "sealed: "+name+" is insert-only") {
					t.Errorf("%s: got %v, want it refused", fmt.Sprintf(s, name), err)
				}
			}
			var rows int
			if err := tx.Query(&rows, "SELECT count(*) FROM "+name+" {none}"); err != nil || rows != 1 {
				t.Errorf("%s: %d rows are left, %v", name, rows, err)
			}
			return errUndo
		})
		if !errors.Is(err, errUndo) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func code(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return fmt.Sprint(err)
}

const (
	forbidden = "42501" // by rights
	restrict  = "23001" // by the triggers
)

// On PostgreSQL the application has no right to try.
func TestSealedTablesRefuseTheApplication(t *testing.T) {
	t.Parallel()
	names := sealed(t)
	w := testkit.Postgres(t)
	for _, name := range names {
		all := columns(t, w, name)
		first := all[0].Name
		for _, s := range []string{
			"UPDATE %s SET " + first + " = " + first,
			"DELETE FROM %s",
			"TRUNCATE %s",
			"SELECT * FROM %s FOR UPDATE",
			"INSERT INTO %s SELECT * FROM " + name + " ON CONFLICT (" + unique(t, w, name)[0] + ") DO UPDATE SET " + first + " = excluded." + first,
			"ALTER TABLE %s DISABLE TRIGGER ALL",
			"DROP TRIGGER " + name + "_sealed ON %s",
			"DROP TABLE %s",
		} {
			for _, g := range []access.Grant{access.Anyone(access.Call{Operation: "test"}).Founding(w.NewID()), access.System("test")} {
				err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
					_, err := tx.Exec(fmt.Sprintf(s, name) + " {none}")
					return errors.Join(err, errUndo)
				})
				if code(err) != forbidden {
					t.Errorf("%s: got %v, want it denied", fmt.Sprintf(s, name), err)
				}
			}
		}
	}
}

var oneOf = regexp.MustCompile(`\((\w+) = ANY \(ARRAY\['([^']*)'`)

// Not even the owner changes what is sealed, unless he first takes the seal off,
// and then the ledger shows it.
func TestSealedTablesRefuseTheirOwner(t *testing.T) {
	t.Parallel()
	names := sealed(t)
	w := testkit.Postgres(t)
	owner, err := sql.Open("pgx", testkit.OwnerURL())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = owner.Close() })
	for _, name := range names {
		checks := map[string]string{}
		for _, def := range ask[string](t, w, "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid = CAST(? AS regclass)", name) {
			if m := oneOf.FindStringSubmatch(def); m != nil {
				checks[m[1]] = m[2]
			}
		}
		all := columns(t, w, name)
		first := all[0].Name
		row := "VALUES (" + values(all, db.Postgres, checks) + ")"
		prepare := []string{"ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY"}
		for _, key := range ask[string](t, w, "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = CAST(? AS regclass)", name) {
			prepare = append(prepare, "ALTER TABLE "+name+" DROP CONSTRAINT "+key)
		}
		tx, err := owner.Begin()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(prepare, "INSERT INTO "+name+" "+row) {
			if _, err := tx.Exec(s); err != nil {
				t.Fatalf("%s: %v", s, err)
			}
		}
		for _, s := range []string{
			"UPDATE %s SET " + first + " = " + first,
			"DELETE FROM %s",
			"TRUNCATE %s CASCADE",
			"INSERT INTO %s SELECT * FROM " + name + " ON CONFLICT (" + unique(t, w, name)[0] + ") DO UPDATE SET " + first + " = excluded." + first,
		} {
			if _, err := tx.Exec("SAVEPOINT s"); err != nil {
				t.Fatal(err)
			}
			if _, err := tx.Exec(fmt.Sprintf(s, name)); code(err) != restrict {
				t.Errorf("%s: got %v, want it refused", fmt.Sprintf(s, name), err)
			}
			if _, err := tx.Exec("ROLLBACK TO SAVEPOINT s"); err != nil {
				t.Fatal(err)
			}
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := owner.Exec("TRUNCATE risk_lists CASCADE"); code(err) != restrict {
		t.Errorf("truncate risk_lists: got %v, want it refused", err)
	}
}

// A draft changes; what was approved does not.
func TestApprovedListsAreSealed(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		g := access.Anyone(access.Call{Operation: "test"}).Founding(f.Enterprise)
		try := func(sql string) error {
			t.Helper()
			return w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
		}
		insert := "INTO risk_lists (enterprise_id, id, version, state, items, drafted_at) VALUES ({tenant}, '" + string(f.Site) + "', 1, 'draft', '', '2026-11-24 04:00:00+00:00')"
		for _, s := range []string{"INSERT " + insert, "UPDATE risk_lists SET note = 'x' WHERE enterprise_id = {tenant}", "UPDATE risk_lists SET state = 'approved' WHERE enterprise_id = {tenant}"} {
			if err := try(s); err != nil {
				t.Errorf("a draft, %s: %v", s, err)
			}
		}
		changes := []string{
			"UPDATE risk_lists SET note = 'y' WHERE enterprise_id = {tenant}", "UPDATE risk_lists SET state = 'draft' WHERE enterprise_id = {tenant}",
			"DELETE FROM risk_lists WHERE enterprise_id = {tenant}", "INSERT " + insert + " ON CONFLICT (enterprise_id, id) DO UPDATE SET state = 'draft'",
		}
		if w.DB.Engine() == db.SQLite {
			changes = append(changes, "INSERT OR REPLACE "+insert)
		}
		for _, s := range changes {
			if err := try(s); err == nil || !strings.Contains(err.Error(), "sealed: an approved list does not change") {
				t.Errorf("an approved list, %s: got %v, want it refused", s, err)
			}
		}
	})
}
