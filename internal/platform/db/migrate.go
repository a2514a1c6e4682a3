package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"zhize/migrations"
)

// ErrSchema says that program and database do not fit each other.
var ErrSchema = errors.New("database schema does not fit this program")

// MigratePostgres brings the database up to this program's version, as its
// owner and under a lock, so that several replicas may ask at once.
func MigratePostgres(ctx context.Context, ownerURL string) error {
	s, err := sql.Open("pgx", ownerURL)
	if err != nil {
		return fmt.Errorf("open postgres as owner: %w", err)
	}
	defer s.Close() //nolint:errcheck // nothing is left to write
	// A replica that waits for another's migration looks again every second.
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
	if err != nil {
		return fmt.Errorf("make migration lock: %w", err)
	}
	p, err := provider(goose.DialectPostgres, s, "postgres", goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate postgres: %w", err)
	}
	return checkVersion(ctx, s)
}

// migrateSQLite brings the file up to date; a file that already holds data is
// copied first.
func migrateSQLite(ctx context.Context, s *sql.DB, file string) error {
	p, err := provider(goose.DialectSQLite3, s, "sqlite")
	if err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	switch {
	case have > want:
		return fmt.Errorf("%w: the file is of version %d, the program knows %d; use the newer program", ErrSchema, have, want)
	case have == want:
		return nil
	case have > 0:
		copyTo := fmt.Sprintf("%s.before-%d", file, want)
		_ = os.Remove(copyTo)
		if _, err := s.ExecContext(ctx, "VACUUM INTO ?", copyTo); err != nil {
			return fmt.Errorf("copy the database before migrating: %w", err)
		}
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate sqlite: %w", err)
	}
	return nil
}

func provider(dialect goose.Dialect, s *sql.DB, folder string, options ...goose.ProviderOption) (*goose.Provider, error) {
	files, err := fs.Sub(migrations.Files, folder)
	if err != nil {
		return nil, fmt.Errorf("open migrations: %w", err)
	}
	p, err := goose.NewProvider(dialect, s, files, append(options, goose.WithVerbose(false), goose.WithDisableGlobalRegistry(true))...)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return p, nil
}

// checkVersion refuses a database that is older or newer than the program.
func checkVersion(ctx context.Context, s *sql.DB) error {
	var have int64
	if err := s.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version").Scan(&have); err != nil {
		return fmt.Errorf("%w: run zhize migrate first: %w", ErrSchema, err)
	}
	entries, err := fs.ReadDir(migrations.Files, "postgres")
	if err != nil {
		return fmt.Errorf("open migrations: %w", err)
	}
	if want := int64(len(entries)); have != want {
		return fmt.Errorf("%w: it is of version %d, the program knows %d", ErrSchema, have, want)
	}
	return nil
}
