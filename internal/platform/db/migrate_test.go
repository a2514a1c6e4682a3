package db_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/migrations"
)

// newest is the version that this program knows.
const newest = "(SELECT max(version_id) FROM goose_db_version)"

func TestOlderProgramRefusesANewerFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "zhize.db")
	makeFile(t, file, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	if _, err := db.OpenSQLite(context.Background(), file, clock.At(testkit.Noon)); !errors.Is(err, db.ErrSchema) {
		t.Errorf("got %v, want %v", err, db.ErrSchema)
	}
}

// undoNewest undoes the newest migration that makes tables, and those after it, by
// what their files say.
func undoNewest(t *testing.T) (statements, tables []string) {
	t.Helper()
	names, err := fs.Glob(migrations.Files, "sqlite/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	change := regexp.MustCompile(`(?m)^(?:CREATE TABLE (\w+)|ALTER TABLE (\w+) ADD COLUMN (\w+)|CREATE(?: UNIQUE)? INDEX (\w+)|CREATE TRIGGER (\w+)|DROP INDEX (\w+))`)
	indexes := indexesOf(t, names)
	for _, name := range slices.Backward(names) {
		content, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		all := change.FindAllStringSubmatch(string(content), -1)
		for _, m := range slices.Backward(all) {
			switch {
			case m[1] != "":
				statements, tables = append(statements, "DROP TABLE "+m[1]), append(tables, m[1])
			case m[2] != "":
				statements = append(statements, "ALTER TABLE "+m[2]+" DROP COLUMN "+m[3])
			case m[4] != "":
				statements = append(statements, "DROP INDEX "+m[4])
			case m[5] != "":
				statements = append(statements, "DROP TRIGGER "+m[5])
			default:
				statements = append(statements, indexes[m[6]])
			}
		}
		statements = append(statements, "DELETE FROM goose_db_version WHERE version_id = "+newest)
		if len(tables) > 0 {
			return statements, tables
		}
	}
	t.Fatal("no migration makes a table")
	return nil, nil
}

// indexesOf returns how the migrations make their indexes.
func indexesOf(t *testing.T, names []string) map[string]string {
	t.Helper()
	all := map[string]string{}
	index := regexp.MustCompile(`(?m)^CREATE(?: UNIQUE)? INDEX (\w+)[^;]*`)
	for _, name := range names {
		content, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range index.FindAllStringSubmatch(string(content), -1) {
			all[m[1]] = m[0]
		}
	}
	return all
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
	// The last migration is undone, and somebody's row is there.
	undone, tables := undoNewest(t)
	makeFile(t, file, append(undone,
		"INSERT INTO accounts (id, login, name, password_hash, created_at) VALUES ('x', 'kept', 'x', '-', '2026-11-24 00:00:00+00:00')")...)
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
	for name, want := range map[string]int{file: len(tables), copies[0]: 0} {
		s := openFile(t, name)
		var people, got int
		if err := s.QueryRow("SELECT count(*) FROM accounts WHERE login = 'kept'").Scan(&people); err != nil || people != 1 {
			t.Errorf("%s: the row is lost: %v", filepath.Base(name), err)
		}
		if err := s.QueryRow("SELECT count(*) FROM sqlite_schema WHERE name IN ('" + strings.Join(tables, "', '") + "') AND type = 'table'").Scan(&got); err != nil || got != want {
			t.Errorf("%s: got %d of %v, %v, want %d", filepath.Base(name), got, tables, err, want)
		}
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
