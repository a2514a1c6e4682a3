package testkit

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// Noon is where a test's clock stands at first: Tuesday 2026-11-24, 12:00 in
// Shanghai.
var Noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

// World is what a test runs in.
type World struct {
	DB    *db.DB
	Clock *clock.Set
}

// Engines runs the test on SQLite and on PostgreSQL. Without ZHIZE_TEST_POSTGRES
// the second is skipped, but never in CI.
func Engines(t *testing.T, fn func(t *testing.T, w World)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		fn(t, SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		fn(t, Postgres(t))
	})
}

var lite struct {
	once sync.Once
	body []byte
	err  error
}

// template migrates an empty database once and keeps its bytes.
func template() ([]byte, error) {
	dir, err := os.MkdirTemp("", "zhize-template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	file := filepath.Join(dir, "template.db")
	d, err := db.OpenSQLite(context.Background(), file, clock.At(Noon))
	if err != nil {
		return nil, err
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

// SQLite opens a database of its own, copied from a template.
func SQLite(t *testing.T) World {
	t.Helper()
	lite.once.Do(func() { lite.body, lite.err = template() })
	if lite.err != nil {
		t.Fatalf("make sqlite template: %v", lite.err)
	}
	file := filepath.Join(t.TempDir(), "zhize.db")
	if err := os.WriteFile(file, lite.body, 0o600); err != nil {
		t.Fatal(err)
	}
	c := clock.At(Noon)
	d, err := db.OpenSQLite(context.Background(), file, c)
	if err != nil {
		t.Fatalf("open sqlite: %v", err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return World{DB: d, Clock: c}
}

var pg struct {
	once sync.Once
	urls db.PostgresURLs
	// owner is the superuser of the throwaway cluster on this package's database.
	owner string
	err   error
}

// Postgres opens this package's database on the cluster that
// ZHIZE_TEST_POSTGRES names.
func Postgres(t *testing.T) World {
	t.Helper()
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	if admin == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("ZHIZE_TEST_POSTGRES is not set, and CI skips no engine")
		}
		t.Skip("ZHIZE_TEST_POSTGRES is not set: scripts/postgres.sh start prints it")
	}
	pg.once.Do(func() { pg.urls, pg.owner, pg.err = NewPostgres(admin) })
	if pg.err != nil {
		t.Fatalf("make postgres database: %v", pg.err)
	}
	c := clock.At(Noon)
	d, err := db.OpenPostgres(context.Background(), pg.urls, c)
	if err != nil {
		t.Fatalf("open postgres: %v", err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return World{DB: d, Clock: c}
}

// OwnPostgres opens a database of the test's own, for what sweeps all
// enterprises.
func OwnPostgres(t testing.TB) World {
	t.Helper()
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	if admin == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("ZHIZE_TEST_POSTGRES is not set, and CI skips no engine")
		}
		t.Skip("ZHIZE_TEST_POSTGRES is not set: scripts/postgres.sh start prints it")
	}
	urls, _, err := NewPostgres(admin)
	if err != nil {
		t.Fatal(err)
	}
	c := clock.At(Noon)
	d, err := db.OpenPostgres(context.Background(), urls, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return World{DB: d, Clock: c}
}

// OwnerURL is the address of this package's PostgreSQL database as its owner,
// for tests of what even the owner may not do.
func OwnerURL() string { return pg.owner }

// NewPostgres makes an empty, migrated database on the cluster.
func NewPostgres(admin string) (db.PostgresURLs, string, error) {
	var random [6]byte
	if _, err := rand.Read(random[:]); err != nil {
		return db.PostgresURLs{}, "", err
	}
	name := "zhize_test_" + hex.EncodeToString(random[:])
	s, err := sql.Open("pgx", admin)
	if err != nil {
		return db.PostgresURLs{}, "", err
	}
	defer s.Close() //nolint:errcheck // nothing is left to write
	if _, err := s.ExecContext(context.Background(), "CREATE DATABASE "+name); err != nil {
		return db.PostgresURLs{}, "", err
	}
	u, err := url.Parse(admin)
	if err != nil {
		return db.PostgresURLs{}, "", err
	}
	u.Path = "/" + name
	as := func(role string) string {
		v := *u
		v.User = url.User(role)
		return v.String()
	}
	if err := db.MigratePostgres(context.Background(), u.String()); err != nil {
		return db.PostgresURLs{}, "", err
	}
	return db.PostgresURLs{App: as("zhize_app"), Sweep: as("zhize_sweep")}, u.String(), nil
}

var alone struct {
	once     sync.Once
	template string
	err      error
}

// PostgresAlone opens a database that no other test uses, for work that looks
// across all enterprises. It is a copy of one that is migrated once.
func PostgresAlone(t *testing.T) World {
	t.Helper()
	Postgres(t) // skips, or fails in CI, where there is no cluster
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	alone.once.Do(func() { _, alone.template, alone.err = NewPostgres(admin) })
	if alone.err != nil {
		t.Fatalf("make postgres template: %v", alone.err)
	}
	urls, err := copyPostgres(t.Context(), admin, alone.template)
	if err != nil {
		t.Fatalf("copy postgres template: %v", err)
	}
	c := clock.At(Noon)
	d, err := db.OpenPostgres(context.Background(), urls, c)
	if err != nil {
		t.Fatalf("open postgres: %v", err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return World{DB: d, Clock: c}
}

var copying sync.Mutex

// copyPostgres copies a database to which nobody is connected.
func copyPostgres(ctx context.Context, admin, template string) (db.PostgresURLs, error) {
	copying.Lock() // a template is copied by one at a time
	defer copying.Unlock()
	u, err := url.Parse(template)
	if err != nil {
		return db.PostgresURLs{}, err
	}
	var random [6]byte
	if _, err := rand.Read(random[:]); err != nil {
		return db.PostgresURLs{}, err
	}
	name := "zhize_test_" + hex.EncodeToString(random[:])
	s, err := sql.Open("pgx", admin)
	if err != nil {
		return db.PostgresURLs{}, err
	}
	defer s.Close() //nolint:errcheck // nothing is left to write
	if _, err := s.ExecContext(ctx, "CREATE DATABASE "+name+" TEMPLATE "+u.Path[1:]); err != nil {
		return db.PostgresURLs{}, err
	}
	u.Path = "/" + name
	as := func(role string) string {
		v := *u
		v.User = url.User(role)
		return v.String()
	}
	return db.PostgresURLs{App: as("zhize_app"), Sweep: as("zhize_sweep")}, nil
}
