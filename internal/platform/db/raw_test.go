package db

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
)

func TestMarkersAreBoundInTheirPlaces(t *testing.T) {
	t.Parallel()
	one := access.Scope{Enterprise: "e"}
	area := access.Scope{From: "c/", To: "c0"}
	job := access.Scope{Job: "j"}
	const inArea = "(s.enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= ? AND path < ?))"
	cases := map[string]struct {
		scope access.Scope
		sql   string
		args  []any
		want  string
		bound []any
	}{
		"between arguments": {
			one, "SELECT ? FROM sites s WHERE s.a = ? AND {scope:s} AND s.b = ?",
			[]any{1, 2, 3},
			"SELECT ? FROM sites s WHERE s.a = ? AND (s.enterprise_id = ?) AND s.b = ?",
			[]any{1, 2, "e", 3},
		},
		"several": {
			one, "INSERT INTO t SELECT {tenant}, ? FROM a JOIN b WHERE {scope:a} AND a.x = ? AND {scope:b}",
			[]any{1, 2},
			"INSERT INTO t SELECT ?, ? FROM a JOIN b WHERE (a.enterprise_id = ?) AND a.x = ? AND (b.enterprise_id = ?)",
			[]any{"e", 1, "e", 2, "e"},
		},
		"an area": {area, "SELECT 1 FROM sites s WHERE s.a = ? AND {scope:s} AND s.b = ?", []any{1, 2}, "SELECT 1 FROM sites s WHERE s.a = ? AND " + inArea + " AND s.b = ?", []any{1, "c/", "c0", 2}},
		"a path":  {area, "SELECT 1 FROM tallies t WHERE {area:t}", nil, "SELECT 1 FROM tallies t WHERE (t.path >= ? AND t.path < ?)", []any{"c/", "c0"}},
		"a sweep": {job, "SELECT 1 FROM a, t WHERE {scope:a} AND {area:t} AND a.x = ?", []any{1}, "SELECT 1 FROM a, t WHERE (1 = 1) AND (1 = 1) AND a.x = ?", []any{1}},
		"a sweep narrowed to one": {
			access.Scope{Job: "j", Enterprise: "e"}, "SELECT 1 FROM a WHERE {scope:a}", nil, "SELECT 1 FROM a WHERE (a.enterprise_id = ?)", []any{"e"},
		},
		"a sweep without any": {job, "SELECT 1", nil, "SELECT 1", nil},
		"no tenant's table":   {one, "SELECT ? {none}", []any{1}, "SELECT ? ", []any{1}},
		"a question mark in a text takes no argument": {
			one, "SELECT ? FROM s WHERE s.note = 'it''s why?' AND {scope:s} AND s.id = ?",
			[]any{1, "e2"},
			"SELECT ? FROM s WHERE s.note = ? AND (s.enterprise_id = ?) AND s.id = ?",
			[]any{1, "it's why?", "e", "e2"},
		},
		"a marker in a text marks nothing": {
			one, "SELECT '{none}', '{scope:x}' FROM s WHERE {scope:s}", nil,
			"SELECT ?, ? FROM s WHERE (s.enterprise_id = ?)",
			[]any{"{none}", "{scope:x}", "e"},
		},
		"a quoted text": {one, "SELECT 'it''s', ? FROM s WHERE {scope:s}", []any{1}, "SELECT 'it''s', ? FROM s WHERE (s.enterprise_id = ?)", []any{1, "e"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, bound, err := (&Tx{scope: c.scope}).bind(c.sql, c.args)
			if err != nil || got != c.want {
				t.Errorf("got %q, %v\nwant %q", got, err, c.want)
			}
			if diff := cmp.Diff(c.bound, bound); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestStatementsThatCannotBeBoundAreRefused(t *testing.T) {
	t.Parallel()
	one := access.Scope{Enterprise: "e"}
	for _, c := range []struct {
		scope access.Scope
		sql   string
		want  error
	}{
		{one, "SELECT * FROM sites", ErrUnscopedSQL},
		{access.Scope{From: "c/", To: "c0"}, "SELECT * FROM sites", ErrUnscopedSQL},
		{access.Scope{}, "SELECT * FROM sites", ErrUnscopedSQL},
		{access.Scope{From: "c/", To: "c0"}, "INSERT INTO sites VALUES ({tenant})", ErrNoScope},
		{one, "SELECT 1 FROM t WHERE {area:t}", ErrNoScope},
	} {
		if _, _, err := (&Tx{scope: c.scope}).bind(c.sql, []any{"x"}); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.sql, err, c.want)
		}
	}
	for _, sql := range []string{"SELECT ?, ? FROM s WHERE {scope:s}", "SELECT ?, ?, 'why?' FROM s WHERE {scope:s}"} {
		if _, _, err := (&Tx{scope: one}).bind(sql, []any{1}); !errors.Is(err, errTooFew) {
			t.Errorf("%s: got %v, want %v", sql, err, errTooFew)
		}
	}
}
