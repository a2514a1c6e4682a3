package migrations_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// table is what both engines must agree on.
type table struct {
	Columns map[string]bool // true where a value is required
	Unique  []string        // the columns of primary keys and unique indexes
}

// ask runs a question about the schema itself.
func ask[T any](t *testing.T, w testkit.World, sql string, args ...any) (rows []T) {
	t.Helper()
	err := w.DB.Read(context.Background(), access.Anyone(access.Call{Operation: "test"}), func(tx *db.Tx) error {
		return tx.Query(&rows, sql+" {none}", args...)
	})
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return rows
}

type column struct {
	Name     string
	Type     string
	Required bool
}

// columns lists the columns of a table in their order.
func columns(t *testing.T, w testkit.World, name string) []column {
	t.Helper()
	if w.DB.Engine() == db.SQLite {
		return ask[column](t, w, `SELECT name, type, "notnull" <> 0 OR (pk > 0 AND type = 'INTEGER') AS required FROM pragma_table_info(?) ORDER BY cid`, name)
	}
	return ask[column](t, w, `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required
		FROM pg_attribute a WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`, name)
}

// tables lists the names of all tables but the migrations' own.
func tables(t *testing.T, w testkit.World) []string {
	t.Helper()
	if w.DB.Engine() == db.SQLite {
		return ask[string](t, w, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'goose_db_version' ORDER BY name`)
	}
	return ask[string](t, w, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'goose_db_version' ORDER BY c.relname COLLATE "C"`)
}

// unique lists the keys of a table; a key that holds for some rows only says so.
func unique(t *testing.T, w testkit.World, name string) []string {
	t.Helper()
	type key struct {
		Columns string
		Partial bool
	}
	sql := `SELECT string_agg(a.attname, ',' ORDER BY k.n) AS columns, i.indpred IS NOT NULL AS partial
		FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (attnum, n) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
		WHERE i.indrelid = CAST(? AS regclass) AND i.indisunique GROUP BY i.indexrelid, i.indpred`
	args := []any{name}
	if w.DB.Engine() == db.SQLite {
		sql = `SELECT group_concat(c.name) AS columns, l.partial <> 0 AS partial FROM pragma_index_list(?) l, pragma_index_info(l.name) c WHERE l."unique" AND l.origin <> 'pk' GROUP BY l.name
			UNION ALL SELECT group_concat(name), false FROM (SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk)`
		args = append(args, name)
	}
	var all []string
	for _, k := range ask[key](t, w, sql, args...) {
		all = append(all, strings.TrimSuffix(fmt.Sprintf("%s where %v", k.Columns, k.Partial), " where false"))
	}
	slices.Sort(all)
	return all
}

func catalog(t *testing.T, w testkit.World) map[string]table {
	t.Helper()
	all := map[string]table{}
	for _, name := range tables(t, w) {
		one := table{Columns: map[string]bool{}, Unique: unique(t, w, name)}
		for _, c := range columns(t, w, name) {
			one.Columns[c.Name] = c.Required
		}
		all[name] = one
	}
	return all
}
