package db_test

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// name reads and rename writes the site's name, in the fixture's transaction.
func name(tx *db.Tx, site id.ID) (string, error) {
	var r siteRow
	err := tx.SQL().Where("id = ?", site).Take(&r).Error
	return r.Name, err
}

func rename(tx *db.Tx, site id.ID, to string) error {
	return tx.SQL().Model(&siteRow{}).Where("id = ?", site).Update("name", to).Error
}

// stands asserts the site's name, through a new writing transaction, which
// would wait for one that was left open.
func (n neighbours) stands(t *testing.T, want string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := n.DB.Write(ctx, n.of(n.a), func(tx *db.Tx) error {
		if err := tx.SQL().Model(&siteRow{}).Where("id = ?", n.a.Site).Update("kind", "store").Error; err != nil {
			return err
		}
		got, err := name(tx, n.a.Site)
		if got != want {
			t.Errorf("the site is called %q, want %q", got, want)
		}
		return err
	})
	if err != nil {
		t.Errorf("after it: %v", err)
	}
}

func TestNothingHappensWithoutCommit(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		ctx, g := context.Background(), n.of(n.a)
		hook := func(tx *db.Tx) { tx.AfterCommit(func() { t.Error("the hook ran without a commit") }) }

		err := n.DB.Write(ctx, g, func(tx *db.Tx) error {
			hook(tx)
			return errors.Join(rename(tx, n.a.Site, "x"), errUndo)
		})
		if !errors.Is(err, errUndo) {
			t.Errorf("an error: got %v", err)
		}
		n.stands(t, "门店")

		func() {
			defer func() {
				if p := recover(); p != "lost" {
					t.Errorf("a panic: got %v", p)
				}
			}()
			_ = n.DB.Write(ctx, g, func(tx *db.Tx) error {
				hook(tx)
				if err := rename(tx, n.a.Site, "x"); err != nil {
					t.Error(err)
				}
				panic("lost")
			})
		}()
		n.stands(t, "门店")

		var wg sync.WaitGroup
		wg.Go(func() {
			// As t.FailNow does in a test's transaction.
			_ = n.DB.Write(ctx, g, func(tx *db.Tx) error {
				hook(tx)
				if err := rename(tx, n.a.Site, "x"); err != nil {
					t.Error(err)
				}
				runtime.Goexit()
				return nil
			})
		})
		wg.Wait()
		n.stands(t, "门店")

		cancelled, cancel := context.WithCancel(ctx)
		err = n.DB.Write(cancelled, g, func(tx *db.Tx) error {
			hook(tx)
			err := rename(tx, n.a.Site, "x")
			cancel()
			return err
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a caller who left before the commit: got %v", err)
		}
		n.stands(t, "门店")

		if err := n.DB.Write(cancelled, g, func(*db.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("a caller who left before it began: got %v", err)
		}
		n.stands(t, "门店")
	})
}

func TestCallerLeavesInTheMiddleOfAStatement(t *testing.T) {
	t.Parallel()
	slow := map[db.Engine]string{
		db.SQLite:   "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000) SELECT count(*) FROM c {none}",
		db.Postgres: "SELECT count(*) FROM pg_sleep(60) {none}",
	}
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		defer cancel()
		err := n.DB.Write(ctx, n.of(n.a), func(tx *db.Tx) error {
			if err := rename(tx, n.a.Site, "x"); err != nil {
				return err
			}
			var count int
			return tx.Query(&count, slow[tx.Engine()])
		})
		if err == nil {
			t.Error("got no error")
		}
		n.stands(t, "门店")
	})
}

func TestCommitRunsItsHooksOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		var order []string
		err := n.DB.Write(context.Background(), n.of(n.a), func(tx *db.Tx) error {
			tx.AfterCommit(func() {
				order = append(order, "first")
				// What was written is there, and a connection too: on SQLite the only one.
				n.stands(t, "x")
			})
			tx.AfterCommit(func() { order = append(order, "second") })
			order = append(order, "work")
			return rename(tx, n.a.Site, "x")
		})
		if err != nil || len(order) != 3 || order[0] != "work" || order[1] != "first" || order[2] != "second" {
			t.Errorf("got %v, %v", order, err)
		}
	})
}

func TestHookBeforeTheCommitMayRefuse(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		refuse := true
		n.DB.BeforeCommit(func(*db.Tx) error {
			if refuse {
				return errUndo
			}
			return nil
		})
		if err := n.DB.Write(context.Background(), n.of(n.a), func(tx *db.Tx) error { return rename(tx, n.a.Site, "x") }); !errors.Is(err, errUndo) {
			t.Errorf("got %v, want %v", err, errUndo)
		}
		n.read(t, n.of(n.a), func(*db.Tx) error { return nil }) // no hook runs in a reading one
		refuse = false
		n.stands(t, "门店")
	})
}

func TestZeroGrantOpensNothing(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		for _, g := range []access.Grant{{}, access.Grant{}.Founding(w.NewID()), access.Grant{}.Bearer(w.NewID())} {
			for _, open := range []func(context.Context, access.Grant, func(*db.Tx) error) error{w.DB.Write, w.DB.Read, w.DB.Report} {
				err := open(context.Background(), g, func(*db.Tx) error {
					t.Error("a transaction opened")
					return nil
				})
				if !errors.Is(err, db.ErrNoGrant) {
					t.Errorf("got %v, want %v", err, db.ErrNoGrant)
				}
			}
		}
	})
}

func TestReadingTransactionCannotWrite(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		reads := map[string]func(context.Context, access.Grant, func(*db.Tx) error) error{"read": n.DB.Read, "report": n.DB.Report}
		for name, open := range reads {
			for who, g := range map[string]access.Grant{"enterprise": n.of(n.a), "sweep": access.System("test")} {
				err := open(context.Background(), g, func(tx *db.Tx) error {
					_, err := tx.Exec("INSERT INTO fires (job, due, rang_at) VALUES ('x', ?, ?) {none}", tx.Now(), tx.Now())
					return err
				})
				if err == nil {
					t.Errorf("%s of the %s: wrote", name, who)
				}
			}
		}
		n.stands(t, "门店")
	})
}

func TestTransactionHasOneInstant(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		n.read(t, n.of(n.a), func(tx *db.Tx) error {
			before := tx.Now()
			w.Clock.Advance(time.Hour)
			if tx.Now() != before || tx.Today() != clock.DayOf(before) {
				t.Errorf("got %v, want still %v", tx.Now(), before)
			}
			return nil
		})
	})
}

// Nobody's change is lost when many read, think and write.
func TestWritersDoNotOverwriteOneAnother(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		const writers, times = 16, 50
		lock := ""
		if n.DB.Engine() == db.Postgres {
			lock = " FOR UPDATE"
		}
		var wg sync.WaitGroup
		for range writers {
			wg.Go(func() {
				for range times {
					err := n.DB.Write(context.Background(), n.of(n.a), func(tx *db.Tx) error {
						var ends int
						if err := tx.Query(&ends, "SELECT s.ends FROM shifts s WHERE {scope:s}"+lock); err != nil {
							return err
						}
						_, err := tx.Exec("UPDATE shifts SET starts = 720, ends = ? WHERE enterprise_id = {tenant}", ends+1)
						return err
					})
					if err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		wg.Wait()
		n.read(t, n.of(n.a), func(tx *db.Tx) error {
			var ends int
			err := tx.Query(&ends, "SELECT s.ends FROM shifts s WHERE {scope:s}")
			if want := 1080 + writers*times; ends != want {
				t.Errorf("got %d, want %d", ends, want)
			}
			return err
		})
	})
}

func TestCopyOfTheEmbeddedDatabaseIsWhole(t *testing.T) {
	t.Parallel()
	n := settle(t, testkit.SQLite(t))
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "copy.db")
	// While somebody writes, the copy holds what was committed.
	err := n.DB.Write(ctx, n.of(n.a), func(tx *db.Tx) error {
		if err := rename(tx, n.a.Site, "x"); err != nil {
			return err
		}
		return n.DB.CopySQLite(ctx, file)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.DB.CopySQLite(ctx, file); err == nil {
		t.Error("a copy was written over another")
	}
	copied, err := db.OpenSQLite(ctx, file, n.Clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = copied.Close() })
	of := n
	of.DB = copied
	of.stands(t, "门店")
	n.stands(t, "x")
}
