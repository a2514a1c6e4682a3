package db_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/pressly/goose/v3"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/migrations"
)

func TestOlderProgramRefusesANewerFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "zhize.db")
	makeFile(t, file, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	if _, err := db.OpenSQLite(context.Background(), file, clock.At(testkit.Noon)); !errors.Is(err, db.ErrSchema) {
		t.Errorf("got %v, want %v", err, db.ErrSchema)
	}
}

// makeOld makes an embedded database as the program before this one left it, which
// did not know the newest migration yet, with somebody's row in it.
func makeOld(t *testing.T, file string) {
	t.Helper()
	files, err := fs.Sub(migrations.Files, "sqlite")
	if err != nil {
		t.Fatal(err)
	}
	s := openFile(t, file)
	p, err := goose.NewProvider(goose.DialectSQLite3, s, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	all := p.ListSources()
	if _, err := p.UpTo(t.Context(), all[len(all)-2].Version); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Exec("INSERT INTO accounts (id, login, name, password_hash, created_at) VALUES ('x', 'kept', 'x', '-', '2026-11-24 00:00:00+00:00')"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// makeFile makes an embedded database and changes it past the program.
func makeFile(t *testing.T, file string, changes ...string) {
	t.Helper()
	d, err := db.OpenSQLite(context.Background(), file, clock.At(testkit.Noon))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if len(changes) == 0 {
		return
	}
	s := openFile(t, file)
	for _, c := range changes {
		if _, err := s.Exec(c); err != nil {
			t.Fatalf("%s: %v", c, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func openFile(t *testing.T, file string) *sql.DB {
	t.Helper()
	s, err := sql.Open("sqlite", "file:"+filepath.ToSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestFileIsCopiedBeforeItIsMigrated(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "zhize.db")
	makeFile(t, file)
	if copies, err := filepath.Glob(file + ".before-*"); err != nil || len(copies) != 0 {
		t.Errorf("a new file: got copies %v, %v", copies, err)
	}
	file = filepath.Join(t.TempDir(), "old.db")
	makeOld(t, file)
	d, err := db.OpenSQLite(context.Background(), file, clock.At(testkit.Noon))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	copies, err := filepath.Glob(file + ".before-*")
	if err != nil || len(copies) != 1 {
		t.Fatalf("got copies %v, %v, want one", copies, err)
	}
	var versions [2]int
	for n, name := range []string{file, copies[0]} {
		s := openFile(t, name)
		var people int
		if err := s.QueryRow("SELECT count(*) FROM accounts WHERE login = 'kept'").Scan(&people); err != nil || people != 1 {
			t.Errorf("%s: the row is lost: %v", filepath.Base(name), err)
		}
		if err := s.QueryRow("SELECT max(version_id) FROM goose_db_version").Scan(&versions[n]); err != nil {
			t.Fatal(err)
		}
	}
	if versions[0] != versions[1]+1 {
		t.Errorf("file is at version %d and its copy at %d, want the newest and the one before", versions[0], versions[1])
	}
}

func TestSeveralReplicasMigrateAtOnce(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	urls, owner := emptyDatabase(t)
	if _, err := db.OpenPostgres(ctx, urls, clock.At(testkit.Noon)); !errors.Is(err, db.ErrSchema) {
		t.Errorf("open an empty database: got %v, want %v", err, db.ErrSchema)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if err := db.MigratePostgres(ctx, owner); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	s, err := sql.Open("pgx", owner)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	var twice int
	if err := s.QueryRow("SELECT count(*) FROM (SELECT version_id FROM goose_db_version GROUP BY version_id HAVING count(*) > 1) v").Scan(&twice); err != nil || twice != 0 {
		t.Errorf("%d migrations ran twice, %v", twice, err)
	}
	d, err := db.OpenPostgres(ctx, urls, clock.At(testkit.Noon))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}

	// A newer program was here.
	if _, err := s.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)"); err != nil {
		t.Fatal(err)
	}
	if _, err := db.OpenPostgres(ctx, urls, clock.At(testkit.Noon)); !errors.Is(err, db.ErrSchema) {
		t.Errorf("open a newer database: got %v, want %v", err, db.ErrSchema)
	}
	if err := db.MigratePostgres(ctx, owner); !errors.Is(err, db.ErrSchema) {
		t.Errorf("migrate a newer database: got %v, want %v", err, db.ErrSchema)
	}
}

// emptyDatabase makes a database without a schema on the throwaway cluster.
func emptyDatabase(t *testing.T) (db.PostgresURLs, string) {
	t.Helper()
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	if admin == "" {
		testkit.Postgres(t) // skips, or fails in CI
	}
	urls, owner, err := testkit.NewPostgres(admin)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sql.Open("pgx", owner)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing is left to write
	if _, err := s.Exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public"); err != nil {
		t.Fatal(err)
	}
	return urls, owner
}
