package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	_ "github.com/jackc/pgx/v5/stdlib" // registers "pgx"
	"gorm.io/driver/postgres"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

// PostgresURLs are the connections of a service on PostgreSQL. App and Sweep
// are roles that own nothing and are bound by row-level security.
type PostgresURLs struct {
	App   string
	Sweep string
	// Report may point at a replica; empty means the primary.
	Report string
}

// PoolSize is the number of connections that one replica of the service keeps
// to PostgreSQL for its ordinary work.
const PoolSize = 16

// OpenPostgres opens the pools. It does not migrate: that is the owner's work
// (zhize migrate). It refuses a database of another version.
func OpenPostgres(ctx context.Context, urls PostgresURLs, c clock.Clock) (*DB, error) {
	d := newDB(Postgres, c)
	var err error
	if d.write, err = postgresPool(ctx, urls.App, PoolSize, c); err != nil {
		return nil, fmt.Errorf("application role: %w", err)
	}
	d.read, d.report = d.write, d.write
	if d.sweep, err = postgresPool(ctx, urls.Sweep, 4, c); err != nil {
		return nil, errors.Join(fmt.Errorf("sweep role: %w", err), d.Close())
	}
	if urls.Report != "" {
		if d.report, err = postgresPool(ctx, urls.Report, PoolSize, c); err != nil {
			return nil, errors.Join(fmt.Errorf("report pool: %w", err), d.Close())
		}
	}
	if err := checkVersion(ctx, d.write.sql); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func postgresPool(ctx context.Context, url string, size int, c clock.Clock) (pool, error) {
	s, err := sql.Open("pgx", url)
	if err != nil {
		return pool{}, fmt.Errorf("open postgres: %w", err)
	}
	s.SetMaxOpenConns(size)
	s.SetMaxIdleConns(size)
	s.SetConnMaxIdleTime(10 * time.Minute)
	if err := s.PingContext(ctx); err != nil {
		return pool{}, errors.Join(fmt.Errorf("reach postgres: %w", err), s.Close())
	}
	p, err := newPool(s, postgres.New(postgres.Config{Conn: s}), c)
	if err != nil {
		return pool{}, errors.Join(err, s.Close())
	}
	return p, nil
}

// beginPostgres opens the transaction and binds the tenant in one round trip.
// The values come from typed ids and paths, and are quoted all the same.
func beginPostgres(ctx context.Context, conn *sql.Conn, s access.Scope, writes bool) error {
	var b strings.Builder
	b.WriteString("begin")
	if !writes {
		b.WriteString(" read only")
	}
	if !s.Sweeps() {
		b.WriteString("; select set_config('app.enterprise',")
		b.WriteString(quote(string(s.Enterprise)))
		b.WriteString(",true), set_config('app.agency',")
		b.WriteString(quote(string(s.Agency)))
		b.WriteString(",true), set_config('app.path_from',")
		b.WriteString(quote(s.From))
		b.WriteString(",true), set_config('app.path_to',")
		b.WriteString(quote(s.To))
		b.WriteString(",true)")
		if s.Account != "" {
			b.WriteString(", set_config('app.account',")
			b.WriteString(quote(string(s.Account)))
			b.WriteString(",true)")
		}
		if s.From != "" {
			// How much of a table lies in the area is known only with its path,
			// so that a plan made for all areas is a bad one; and no question of
			// an area runs long enough for compiling it to pay.
			b.WriteString(", set_config('plan_cache_mode','force_custom_plan',true), set_config('jit','off',true)")
		}
	}
	_, err := conn.ExecContext(ctx, b.String(), pgx.QueryExecModeSimpleProtocol)
	return err
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// discard throws the connection away instead of returning it to its pool.
func discard(conn *sql.Conn) {
	_ = conn.Raw(func(any) error { return driver.ErrBadConn })
}
