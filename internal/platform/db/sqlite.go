package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/libtnb/sqlite"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// readers is the number of connections that read beside the one that writes.
const readers = 4

// OpenSQLite opens the embedded database in the file and migrates it. One
// connection writes; a copy is made before an existing file is migrated.
func OpenSQLite(ctx context.Context, file string, c clock.Clock) (*DB, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		return nil, fmt.Errorf("make data folder: %w", err)
	}
	write, err := sql.Open("sqlite", dsn(file, "immediate"))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	write.SetMaxOpenConns(1)
	if err := migrateSQLite(ctx, write, file); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := sql.Open("sqlite", dsn(file, "deferred")+"&_pragma=query_only(1)")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s for reading: %w", file, err), write.Close())
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	d := newDB(SQLite, c)
	d.file = file
	var errWrite, errRead error
	d.write, errWrite = newPool(write, sqlite.Dialector{Conn: write}, c)
	d.read, errRead = newPool(read, sqlite.Dialector{Conn: read}, c)
	if err := errors.Join(errWrite, errRead); err != nil {
		return nil, errors.Join(err, write.Close(), read.Close())
	}
	d.sweep, d.report = d.write, d.read
	return d, nil
}

// dsn binds the pragmas to every connection of the pool. FULL, because a phone
// deletes its copy after our answer; recursive triggers, because without them
// INSERT OR REPLACE overwrites past the triggers that seal the facts.
func dsn(file, lock string) string {
	v := url.Values{"_txlock": {lock}, "_timezone": {"UTC"}, "_pragma": {
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "recursive_triggers(1)",
	}}
	return "file:" + filepath.ToSlash(file) + "?" + v.Encode()
}

func (d *DB) begin(ctx context.Context, conn *sql.Conn, s access.Scope, writes bool) error {
	if d.engine == Postgres {
		return beginPostgres(ctx, conn, s, writes)
	}
	statement := "begin"
	if writes {
		statement = "begin immediate"
	}
	_, err := conn.ExecContext(ctx, statement)
	return err
}

// narrow finds the enterprise in the agency's area and, on PostgreSQL, opens
// its rows to the transaction in the same statement.
func (d *DB) narrow(tx *Tx, enterprise id.ID) (bool, error) {
	query := "SELECT enterprise_id FROM enterprise_scope WHERE enterprise_id = ? AND path >= ? AND path < ?"
	if d.engine == Postgres {
		query = strings.Replace(query, "SELECT enterprise_id", "SELECT set_config('app.enterprise', enterprise_id::text, true)", 1)
	}
	var found []string
	err := tx.bound().Raw(query, string(enterprise), tx.scope.From, tx.scope.To).Scan(&found).Error
	return len(found) == 1, err
}

// CopySQLite writes a consistent copy of the embedded database while it is in
// use. It brings its own connection: those that read may write nowhere, not
// even into a copy, and the one that writes has other work.
func (d *DB) CopySQLite(ctx context.Context, file string) error {
	s, err := sql.Open("sqlite", dsn(d.file, "deferred"))
	if err != nil {
		return fmt.Errorf("open %s to copy it: %w", d.file, err)
	}
	defer s.Close() //nolint:errcheck // it has only read
	if _, err := s.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		return fmt.Errorf("copy the database to %s: %w", file, err)
	}
	return nil
}
