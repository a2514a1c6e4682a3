package db

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// Unique names a unique index by its name and by its columns, because
// PostgreSQL reports the one and SQLite the other.
type Unique struct {
	Name    string
	Columns string // as SQLite says: "table.a, table.b"
}

// Violates reports whether the error is the breaking of that one unique index.
func Violates(err error, u Unique) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "23505" && pg.ConstraintName == u.Name
	}
	var lite *driver.Error
	if errors.As(err, &lite) {
		unique := lite.Code() == codes.SQLITE_CONSTRAINT_UNIQUE || lite.Code() == codes.SQLITE_CONSTRAINT_PRIMARYKEY
		return unique && (strings.Contains(lite.Error(), u.Columns+" (") || strings.Contains(lite.Error(), "'"+u.Name+"'"))
	}
	return false
}

// NotFound reports whether a query for one row found none.
func NotFound(err error) bool { return errors.Is(err, gorm.ErrRecordNotFound) }
