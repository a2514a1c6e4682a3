package db

import (
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// row is a row of a tenant table whose key within the tenant is the column id.
type row interface{ TableName() string }

// Find returns the row with the id, or absent when the tenant has none: that of
// a neighbour is not there either.
func Find[R row](tx *Tx, id any, absent error) (R, error) { return one[R](tx.SQL(), id, absent) }

// Lock is Find, and keeps others from changing the row until the transaction ends.
func Lock[R row](tx *Tx, id any, absent error) (R, error) {
	return one[R](tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}), id, absent)
}

func one[R row](q *gorm.DB, id any, absent error) (r R, err error) {
	err = q.Where("id = ?", id).Take(&r).Error
	if NotFound(err) {
		return r, absent
	}
	if err != nil {
		return r, fmt.Errorf("find %v in %s: %w", id, r.TableName(), err)
	}
	return r, nil
}
