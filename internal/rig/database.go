package rig

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"

	_ "github.com/jackc/pgx/v5/stdlib" // registers "pgx"

	"zhize/internal/platform/db"
)

// Database is a PostgreSQL database of one's own, on a cluster that
// scripts/postgres.sh has made.
type Database struct {
	name  string
	owner url.URL
}

// NewDatabase makes an empty database with the program's tables. admin is the
// owner's URL, as the script prints it.
func NewDatabase(ctx context.Context, admin string) (*Database, error) {
	u, err := url.Parse(admin)
	if err != nil {
		return nil, fmt.Errorf("read the cluster's URL: %w", err)
	}
	var random [6]byte
	if _, err := rand.Read(random[:]); err != nil {
		return nil, fmt.Errorf("no randomness: %w", err)
	}
	d := &Database{name: "zhize_rig_" + hex.EncodeToString(random[:]), owner: *u}
	if err := d.manage(ctx, u.User.Username(), "CREATE DATABASE "+d.name); err != nil {
		return nil, err
	}
	d.owner.Path = "/" + d.name
	if err := db.MigratePostgres(ctx, d.owner.String()); err != nil {
		return nil, errors.Join(err, d.Drop(ctx))
	}
	return d, nil
}

// manage runs a statement on the cluster.
func (d *Database) manage(ctx context.Context, role, statement string) error {
	u := d.owner
	u.Path, u.User = "/postgres", url.User(role)
	s, err := sql.Open("pgx", u.String())
	if err != nil {
		return fmt.Errorf("reach the cluster: %w", err)
	}
	defer s.Close() //nolint:errcheck // nothing is left to write
	if _, err := s.ExecContext(ctx, statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}

// URL is the database's address for a role of the cluster.
func (d *Database) URL(role string) string {
	u := d.owner
	u.User = url.User(role)
	return u.String()
}

// Env are the variables that the program wants.
func (d *Database) Env() []string {
	return []string{"ZHIZE_DATABASE_URL=" + d.URL("zhize_app"), "ZHIZE_SWEEP_DATABASE_URL=" + d.URL("zhize_sweep")}
}

// Super opens the database as its superuser, whom no wall stops.
func (d *Database) Super() (*sql.DB, error) {
	s, err := sql.Open("pgx", d.URL("postgres"))
	if err != nil {
		return nil, fmt.Errorf("reach the database: %w", err)
	}
	return s, nil
}

// Drop removes the database. Only a superuser may cut off the connections that
// are still there.
func (d *Database) Drop(ctx context.Context) error {
	return d.manage(ctx, "postgres", "DROP DATABASE IF EXISTS "+d.name+" WITH (FORCE)")
}

// Name is the database's name.
func (d *Database) Name() string { return d.name }
