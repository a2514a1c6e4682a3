package db_test

import (
	"context"
	"errors"
	"testing"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

func TestAsk(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		ctx, anyone := context.Background(), access.Anyone(access.Call{Operation: "test"})
		var names []string
		if err := w.DB.Ask(ctx, anyone, &names, "SELECT name FROM accounts WHERE id = ? {none}", f.Officer); err != nil || len(names) != 1 {
			t.Errorf("an account: %v, %v", names, err)
		}
		for _, c := range []struct {
			name, sql string
			g         access.Grant
			want      error
		}{
			{"no grant", "SELECT name FROM accounts {none}", access.Grant{}, db.ErrNoGrant},
			{"a grant of one enterprise", "SELECT name FROM accounts {none}", f.As(t, access.Officer, "record.daily.read"), db.ErrAsk},
			{"a sweep", "SELECT name FROM accounts {none}", access.System("test"), db.ErrAsk},
			{"a write", "UPDATE accounts SET name = 'x' {none}", anyone, db.ErrAsk},
			{"a table of tenants", "SELECT s.name FROM sites s WHERE {scope:s}", anyone, db.ErrNoScope},
		} {
			if err := w.DB.Ask(ctx, c.g, &names, c.sql); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", c.name, err, c.want)
			}
		}
		// What a transaction bound on the connection before must be gone.
		if w.DB.Engine() == db.Postgres {
			read := func(*db.Tx) error { return nil }
			for range 20 {
				if err := w.DB.Read(ctx, f.As(t, access.Officer, "record.daily.read"), read); err != nil {
					t.Fatal(err)
				}
				var sites []string
				if err := w.DB.Ask(ctx, anyone, &sites, "SELECT name FROM sites {none}"); err != nil || len(sites) != 0 {
					t.Fatalf("without a scope: %v, %v, want nothing", sites, err)
				}
			}
		}
	})
}
