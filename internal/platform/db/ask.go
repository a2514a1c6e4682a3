package db

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"zhize/internal/access"
)

// ErrAsk is a question that needs a transaction: one that writes, or one whose
// grant opens a tenant's rows.
var ErrAsk = errors.New("this needs a transaction")

// Ask scans the answer to one SELECT into dest, without a transaction around
// it: one round trip instead of three, for the question that comes before every
// request. Nothing binds a scope, so that the grant must open no tenant's rows;
// on PostgreSQL the second wall then shows none. It belongs in store files.
func (d *DB) Ask(ctx context.Context, g access.Grant, dest any, sql string, args ...any) error {
	if !g.Valid() {
		return ErrNoGrant
	}
	if g.Scope() != (access.Scope{}) || !strings.HasPrefix(sql, "SELECT ") {
		return ErrAsk
	}
	conn, err := d.read.sql.Conn(ctx)
	if err != nil {
		return fmt.Errorf("take a connection: %w", err)
	}
	defer conn.Close() //nolint:errcheck // returns the connection to its pool
	tx := &Tx{db: d, conn: conn, pool: d.read, grant: g, ctx: ctx}
	return tx.Query(dest, sql, args...)
}
