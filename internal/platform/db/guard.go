package db

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/schema"

	"zhize/internal/platform/id"
)

// guard closes the ways around the column type: statements without a schema,
// which no column can scope, and SQL that did not pass [Tx.Query] or [Tx.Exec];
// changes of a row's tenant, and upserts, whose second half nothing scopes.
func guard(g *gorm.DB) error {
	c := g.Callback()
	errs := []error{
		c.Create().Before("*").Register("zhize:scope", refuseUnscoped),
		c.Query().Before("*").Register("zhize:scope", refuseUnscoped),
		c.Update().Before("*").Register("zhize:scope", refuseUnscoped),
		c.Delete().Before("*").Register("zhize:scope", refuseUnscoped),
		c.Row().Before("*").Register("zhize:scope", refuseUnscoped),
		c.Raw().Before("*").Register("zhize:scope", refuseUnscoped),
	}
	g.ClauseBuilders["SET"] = refuseMove
	g.ClauseBuilders["ON CONFLICT"] = refuseUpsert
	return errors.Join(errs...)
}

type boundKey struct{}

// bound returns gorm for a statement written by hand whose markers are bound.
func (tx *Tx) bound() *gorm.DB {
	h := tx.SQL()
	h.Statement.Context = context.WithValue(h.Statement.Context, boundKey{}, true)
	return h
}

func refuseUnscoped(g *gorm.DB) {
	s := g.Statement
	if s.Context.Value(boundKey{}) != nil {
		return
	}
	if s.SQL.Len() > 0 || s.Schema == nil || s.TableExpr != nil || s.Unscoped {
		_ = g.AddError(ErrUnscopedSQL)
	}
}

// refuseMove writes SET, unless it carries a row over to another tenant.
func refuseMove(c clause.Clause, b clause.Builder) {
	stmt, ok := b.(*gorm.Statement)
	if set, is := c.Expression.(clause.Set); ok && is {
		if column := tenantColumn(stmt.Schema); column != "" {
			own := scopeOf(stmt).Enterprise
			for _, a := range set {
				if a.Column.Name == column && (own == id.Nil || fmt.Sprint(a.Value) != string(own)) {
					_ = stmt.AddError(ErrForeignRow)
				}
			}
		}
	}
	c.Build(b)
}

// refuseUpsert writes ON CONFLICT, unless it changes the row it met, which may
// be another tenant's.
func refuseUpsert(c clause.Clause, b clause.Builder) {
	stmt, ok := b.(*gorm.Statement)
	if conflict, is := c.Expression.(clause.OnConflict); ok && is && !conflict.DoNothing && tenantColumn(stmt.Schema) != "" {
		_ = stmt.AddError(ErrUpsert)
	}
	c.Build(b)
}

// tenantColumn returns the column that scopes itself, or none.
func tenantColumn(s *schema.Schema) string {
	if s != nil {
		for _, f := range s.Fields {
			if f.FieldType == reflect.TypeFor[Tenant]() {
				return f.DBName
			}
		}
	}
	return ""
}
