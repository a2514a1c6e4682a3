package goods

import (
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
)

// Photos turns kept photos into evidence; photo answers.
type Photos interface {
	Evidence(tx *db.Tx, sha256 []string) (photos []ledger.Photo, missing []string, err error)
}
