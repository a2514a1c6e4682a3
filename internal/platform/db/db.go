package db

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"gorm.io/gorm"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

// ErrNoGrant is a programmer's mistake: a transaction was asked for without
// the proof that a check passed.
var ErrNoGrant = errors.New("no transaction without a grant")

// Engine names the database behind.
type Engine string

// The two engines.
const (
	SQLite   Engine = "sqlite"
	Postgres Engine = "postgres"
)

// DB is one database with its pools.
type DB struct {
	engine Engine
	clock  clock.Clock
	random io.Reader

	write  pool
	read   pool
	sweep  pool
	report pool

	hooks []Hook
	// file is where the embedded database lies.
	file string
}

// Hook runs inside every writing transaction after the work and before the
// commit; the audit log is one.
type Hook func(*Tx) error

// pool is a set of connections with gorm's dialect over it.
type pool struct {
	sql  *sql.DB
	gorm *gorm.DB
}

// Engine says which database this is.
func (d *DB) Engine() Engine { return d.engine }

// Clock returns the clock that every transaction asks once.
func (d *DB) Clock() clock.Clock { return d.clock }

// SetRandom replaces the source of ids, so that the demo is the same each time.
func (d *DB) SetRandom(r io.Reader) { d.random = r }

// BeforeCommit adds a hook. It is called while the program is assembled.
func (d *DB) BeforeCommit(h Hook) { d.hooks = append(d.hooks, h) }

// Write runs fn in a transaction on behalf of the holder of g. When fn
// returns an error nothing has happened.
func (d *DB) Write(ctx context.Context, g access.Grant, fn func(*Tx) error) error {
	p := d.write
	if g.Scope().Sweeps() {
		p = d.sweep
	}
	return d.run(ctx, p, g, true, fn)
}

// Read runs fn in a transaction that only reads, on the primary: it sees what
// the person has just written.
func (d *DB) Read(ctx context.Context, g access.Grant, fn func(*Tx) error) error {
	p := d.read
	if g.Scope().Sweeps() && d.engine == Postgres {
		p = d.sweep
	}
	return d.run(ctx, p, g, false, fn)
}

// Report is Read for an authority's heavy questions; it may run on a replica
// that is a moment behind.
func (d *DB) Report(ctx context.Context, g access.Grant, fn func(*Tx) error) error {
	return d.run(ctx, d.report, g, false, fn)
}

func (d *DB) run(ctx context.Context, p pool, g access.Grant, writes bool, fn func(*Tx) error) error {
	if !g.Valid() {
		return ErrNoGrant
	}
	tx := &Tx{db: d, pool: p, grant: g, scope: g.Scope(), ctx: ctx, after: new([]func()), kept: map[any]any{}}
	if err := d.transact(tx, writes, fn); err != nil {
		return err
	}
	// The connection is back in its pool: what comes after may want one.
	for _, f := range *tx.after {
		f()
	}
	return nil
}

func (d *DB) transact(tx *Tx, writes bool, fn func(*Tx) error) error {
	conn, err := tx.pool.sql.Conn(tx.ctx)
	if err != nil {
		return fmt.Errorf("take a connection: %w", err)
	}
	defer conn.Close() //nolint:errcheck // returns the connection to its pool
	committed := false
	defer func() {
		// By an error, a panic or the end of the goroutine.
		if !committed {
			d.rollback(tx.ctx, conn)
		}
	}()
	if err := d.begin(tx.ctx, conn, tx.scope, writes); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	tx.conn, tx.now = conn, d.clock.Now()
	if err := fn(tx); err != nil {
		return err
	}
	if writes {
		for _, h := range d.hooks {
			if err := h(tx); err != nil {
				return err
			}
		}
	}
	if err := tx.ctx.Err(); err != nil {
		return fmt.Errorf("commit: %w", err) // in these words, not in the driver's
	}
	if _, err := conn.ExecContext(tx.ctx, "commit"); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	committed = true
	return nil
}

// rollback ends the transaction even when the caller has gone away; a
// connection on which that fails is thrown away.
func (d *DB) rollback(ctx context.Context, conn *sql.Conn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if _, err := conn.ExecContext(ctx, "rollback"); err != nil {
		discard(conn)
	}
}

// Ping reports whether the database answers.
func (d *DB) Ping(ctx context.Context) error {
	if err := d.write.sql.PingContext(ctx); err != nil {
		return fmt.Errorf("ping database: %w", err)
	}
	return nil
}

// Close closes all pools.
func (d *DB) Close() error {
	var errs []error
	seen := map[*sql.DB]bool{}
	for _, p := range []pool{d.write, d.read, d.sweep, d.report} {
		if p.sql != nil && !seen[p.sql] {
			seen[p.sql] = true
			errs = append(errs, p.sql.Close())
		}
	}
	return errors.Join(errs...)
}

func config(c clock.Clock) *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction: true,
		Logger:                 silent{},
		NowFunc:                c.Now,
	}
}

// newPool puts gorm over the connections, behind the first wall.
func newPool(s *sql.DB, dialect gorm.Dialector, c clock.Clock) (pool, error) {
	g, err := gorm.Open(dialect, config(c))
	if err == nil {
		err = guard(g)
	}
	if err != nil {
		return pool{}, fmt.Errorf("open gorm over %s: %w", dialect.Name(), err)
	}
	return pool{sql: s, gorm: g}, nil
}

func newDB(e Engine, c clock.Clock) *DB { return &DB{engine: e, clock: c, random: rand.Reader} }
