package db

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"gorm.io/gorm"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrEnterpriseNotFound answers an enterprise that is not there and one that
// lies outside the agency's area alike.
var ErrEnterpriseNotFound = fault.New(fault.NotFound, "enterprise.not_found", "没有找到该单位，或者该单位不在您的辖区内。")

// Tx is a transaction: who acts, whose rows it sees, and when.
type Tx struct {
	db    *DB
	conn  *sql.Conn
	pool  pool
	grant access.Grant
	scope access.Scope
	now   time.Time
	ctx   context.Context //nolint:containedctx // a transaction lives as long as its request
	after *[]func()
	kept  map[any]any
}

// Now returns the one instant of the transaction.
func (tx *Tx) Now() time.Time { return tx.now }

// Today returns the Shanghai day of the transaction.
func (tx *Tx) Today() clock.Day { return clock.DayOf(tx.now) }

// Actor returns the person who acts.
func (tx *Tx) Actor() access.Actor { return tx.grant.Actor() }

// Grant returns the grant that opened the transaction.
func (tx *Tx) Grant() access.Grant { return tx.grant }

// Enterprise returns the one enterprise whose rows the transaction sees, or
// the absent id when it sees an area.
func (tx *Tx) Enterprise() id.ID { return tx.scope.Enterprise }

// Context returns the context of the request.
func (tx *Tx) Context() context.Context { return tx.ctx }

// Engine says which database the transaction runs on, for the few statements
// that differ.
func (tx *Tx) Engine() Engine { return tx.db.engine }

// NewID mints an id at the instant of the transaction.
func (tx *Tx) NewID() id.ID { return id.New(tx.now, tx.db.random) }

// Random fills b with randomness, for salts and tokens.
func (tx *Tx) Random(b []byte) error {
	if _, err := tx.db.random.Read(b); err != nil {
		return fmt.Errorf("no randomness: %w", err)
	}
	return nil
}

// AfterCommit runs f once the transaction is durable, and never otherwise.
func (tx *Tx) AfterCommit(f func()) { *tx.after = append(*tx.after, f) }

// Keep keeps a value with the transaction, under a key of the keeper's own type;
// nil forgets it. It is for what a package gathers until the transaction's end.
func (tx *Tx) Keep(key, value any) {
	if value == nil {
		delete(tx.kept, key)
		return
	}
	tx.kept[key] = value
}

// Kept returns what was kept under the key, or nil.
func (tx *Tx) Kept(key any) any { return tx.kept[key] }

// SQL returns gorm bound to this transaction. Every struct it handles that has
// a [Tenant] column is scoped; Raw, Exec, Table, Unscoped and Save are
// forbidden by lint.
func (tx *Tx) SQL() *gorm.DB {
	h := tx.pool.gorm.Session(&gorm.Session{NewDB: true, Context: withScope(tx.ctx, tx.scope)})
	h.Statement.ConnPool = tx.conn
	return h
}

// For narrows an agency's transaction to one enterprise of its area. From then
// on it reads and writes as that enterprise does, with the actor unchanged.
// An enterprise outside the area is not found.
func (tx *Tx) For(enterprise id.ID) (*Tx, error) {
	if tx.scope.Enterprise == enterprise && enterprise != id.Nil {
		return tx, nil
	}
	if tx.scope.From == "" || enterprise == id.Nil {
		return nil, ErrEnterpriseNotFound
	}
	found, err := tx.db.narrow(tx, enterprise)
	if err != nil {
		return nil, fmt.Errorf("narrow to enterprise %s: %w", enterprise, err)
	}
	if !found {
		return nil, ErrEnterpriseNotFound
	}
	narrow := *tx
	narrow.scope.Enterprise = enterprise
	return &narrow, nil
}
