package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/schema"

	"zhize/internal/access"
	"zhize/internal/platform/id"
)

// Mistakes of a programmer that the first wall stops.
var (
	ErrNoScope      = errors.New("statement on a tenant's table without a scope")
	ErrForeignRow   = errors.New("row of another enterprise")
	ErrNoCondition  = errors.New("update or delete without a condition")
	ErrAreaReadOnly = errors.New("an area is read, not written: narrow to one enterprise")
	ErrUnscopedSQL  = errors.New("SQL by hand without {scope:alias}")
	ErrUpsert       = errors.New("a tenant's row is inserted or updated, never the one or the other")
)

// Tenant is the column enterprise_id. It scopes itself: it adds its condition
// to every query, update and delete, and stamps itself on every insert.
type Tenant id.ID

// Scan reads the column.
func (t *Tenant) Scan(src any) error { return (*id.ID)(t).Scan(src) }

// Value writes the column.
func (t Tenant) Value() (driver.Value, error) { return id.ID(t).Value() }

// QueryClauses implements gorm's hook.
func (Tenant) QueryClauses(f *schema.Field) []clause.Interface {
	return []clause.Interface{tenantClause{field: f}}
}

// UpdateClauses implements gorm's hook.
func (Tenant) UpdateClauses(f *schema.Field) []clause.Interface {
	return []clause.Interface{tenantClause{field: f, writes: true}}
}

// DeleteClauses implements gorm's hook.
func (Tenant) DeleteClauses(f *schema.Field) []clause.Interface {
	return []clause.Interface{tenantClause{field: f, writes: true}}
}

// CreateClauses implements gorm's hook.
func (Tenant) CreateClauses(f *schema.Field) []clause.Interface {
	return []clause.Interface{stampClause{field: f}}
}

type scopeKey struct{}

func withScope(ctx context.Context, s access.Scope) context.Context {
	return context.WithValue(ctx, scopeKey{}, s)
}

func scopeOf(stmt *gorm.Statement) access.Scope {
	ctx := stmt.Context
	if ctx == nil {
		// The inner statement of an inline join brings none of its own.
		ctx = stmt.DB.Statement.Context
	}
	s, _ := ctx.Value(scopeKey{}).(access.Scope)
	return s
}

// tenantClause adds the scope's condition to a statement.
type tenantClause struct {
	field  *schema.Field
	writes bool
}

func (tenantClause) Name() string               { return "" }
func (tenantClause) Build(clause.Builder)       {}
func (tenantClause) MergeClause(*clause.Clause) {}

// bracket keeps together what was asked, whatever it holds: "a OR b AND tenant"
// would let a out of every tenant.
type bracket struct{ clause.Where }

// Build writes the brackets.
func (b bracket) Build(to clause.Builder) {
	_ = to.WriteByte('(')
	b.Where.Build(to)
	_ = to.WriteByte(')')
}

// ModifyStatement brackets what was asked before it adds the condition. It does
// so each time, for a statement may be asked again with more conditions.
func (c tenantClause) ModifyStatement(stmt *gorm.Statement) {
	if stmt.SQL.Len() > 0 {
		return
	}
	asked := stmt.Clauses["WHERE"]
	where, conditional := asked.Expression.(clause.Where)
	if c.writes && !conditional {
		_ = stmt.AddError(ErrNoCondition)
		return
	}
	if conditional {
		asked.Expression = clause.Where{Exprs: []clause.Expression{bracket{where}}}
		stmt.Clauses["WHERE"] = asked
	}
	column := clause.Column{Table: clause.CurrentTable, Name: c.field.DBName}
	switch s := scopeOf(stmt); {
	case s.Enterprise != id.Nil:
		stmt.AddClause(clause.Where{Exprs: []clause.Expression{clause.Eq{Column: column, Value: string(s.Enterprise)}}})
	case s.From != "" && c.writes:
		_ = stmt.AddError(ErrAreaReadOnly)
	case s.From != "":
		stmt.AddClause(clause.Where{Exprs: []clause.Expression{clause.Expr{
			SQL:  "? IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= ? AND path < ?)",
			Vars: []any{column, s.From, s.To},
		}}})
	case s.Job != "":
	default:
		_ = stmt.AddError(ErrNoScope)
	}
}

// stampClause writes the scope's enterprise into every row that is inserted,
// and refuses a row that names another.
type stampClause struct{ field *schema.Field }

func (stampClause) Name() string               { return "" }
func (stampClause) Build(clause.Builder)       {}
func (stampClause) MergeClause(*clause.Clause) {}

// ModifyStatement stamps the rows of the statement.
func (c stampClause) ModifyStatement(stmt *gorm.Statement) {
	s := scopeOf(stmt)
	switch {
	case s.Enterprise != id.Nil || s.Job != "":
	case s.From != "":
		_ = stmt.AddError(ErrAreaReadOnly)
		return
	default:
		_ = stmt.AddError(ErrNoScope)
		return
	}
	if insert, ok := stmt.Clauses["INSERT"].Expression.(clause.Insert); ok && insert.Modifier != "" {
		_ = stmt.AddError(ErrUpsert) // as OR REPLACE
		return
	}
	v := stmt.ReflectValue
	if kind := v.Kind(); kind != reflect.Slice && kind != reflect.Array {
		c.stamp(stmt, s, v)
		return
	}
	for i := range v.Len() {
		c.stamp(stmt, s, reflect.Indirect(v.Index(i)))
	}
}

func (c stampClause) stamp(stmt *gorm.Statement, s access.Scope, row reflect.Value) {
	if row.Kind() != reflect.Struct {
		_ = stmt.AddError(fmt.Errorf("%w: create from %s", ErrNoScope, row.Kind()))
		return
	}
	value, zero := c.field.ValueOf(stmt.Context, row)
	switch {
	case s.Enterprise == id.Nil && zero:
		_ = stmt.AddError(ErrNoScope)
	case s.Enterprise == id.Nil:
	case zero:
		_ = stmt.AddError(c.field.Set(stmt.Context, row, Tenant(s.Enterprise)))
	case value != Tenant(s.Enterprise):
		_ = stmt.AddError(ErrForeignRow)
	}
}
