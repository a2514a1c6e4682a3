package db

import (
	"fmt"

	"zhize/internal/platform/fault"
)

// Clash says with what an insert is refused that runs into a unique key: somebody
// was faster, or the id is another's.
type Clash struct {
	Key     Unique
	Refusal *fault.Error
}

// Insert writes a row. What runs into one of the keys is refused as it says; any
// other error is named after the row.
func Insert(tx *Tx, name string, row any, clashes ...Clash) error {
	err := tx.SQL().Create(row).Error
	if err == nil {
		return nil
	}
	for _, c := range clashes {
		if Violates(err, c.Key) {
			return c.Refusal.Because(err)
		}
	}
	return fmt.Errorf("insert %s: %w", name, err)
}
