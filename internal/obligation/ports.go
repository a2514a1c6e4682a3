package obligation

import (
	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Calendar loads the statutory calendar; reference answers.
type Calendar func(tx *db.Tx) (*clock.Calendar, error)

// Fact is what is sealed into the enterprise's chain.
type Fact struct {
	Kind    string
	Subject id.ID
	Day     clock.Day
	// Body and Personal are JSON; names of people stand in Personal only.
	Body, Personal []byte
}

// Sealer seals a fact; ledger answers. It is the transaction's last statement.
type Sealer interface {
	Seal(tx *db.Tx, f Fact) error
}

// Lists gives the risk-control list in force; risklist answers.
type Lists interface {
	InForce(tx *db.Tx) (api.RiskList, bool, error)
}

// WarningSource gives what is wrong whoever looks, and hinders nobody.
type WarningSource interface {
	Warnings(tx *db.Tx) ([]api.Warning, error)
}

// TaskSource gives what the caller of the transaction has to do.
type TaskSource interface {
	Tasks(tx *db.Tx) ([]api.Task, error)
}
