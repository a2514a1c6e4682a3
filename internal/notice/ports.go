package notice

import (
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Standing tells which of the lines still wait to be done; reminder answers. A line
// whose person has left the enterprise waits no more.
type Standing interface {
	Still(tx *db.Tx, account id.ID, refs []Ref) (map[Ref]bool, error)
}

// Phones keeps and gives the number of an account, sealed elsewhere; identity answers.
type Phones interface {
	KeepPhone(tx *db.Tx, account id.ID, phone string) error
	Phone(tx *db.Tx, account id.ID) (string, error)
}
