package document

import (
	"context"
	"io"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
)

// Ports are the nouns whose rows go into a pack.
type Ports struct {
	Archive Archive
	States  States
	Posts   Posts
	Shelves []Shelf
	Tables  []Table
	Dailies Dailies
	Hazards Hazards
	Duties  Duties
	Chain   Chain
}

// Shelf is where a noun keeps its papers.
type Shelf struct {
	// Name is what is told while its papers are printed.
	Name string
	// Own papers are in the enterprise's own packs only: an agency reads advice
	// inside a named inspection or case, never in passing.
	Own    bool
	Leaves func(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error
}

// Table is a table of a noun, the same as its export; exchange tells it.
type Table struct {
	Title   string
	Columns []sheet.Column
	// Rows tells the rows of the days one by one; of what stands all the time, as
	// certificates, those that stand now.
	Rows func(tx *db.Tx, from, to clock.Day, each func(cells ...any) error) error
}

// Archive says who the enterprise is; enterprise answers.
type Archive interface {
	Archive(tx *db.Tx) (api.Enterprise, error)
}

// States says what the rows answer to 1.1–2.5; dossier answers.
type States interface {
	Between(tx *db.Tx, from, to clock.Day) ([]api.DossierItem, error)
}

// Posts says who holds the posts; appointment answers.
type Posts interface {
	SoleKeeper(tx *db.Tx, account id.ID) (bool, error)
}

// Dailies hands over the daily records; record answers.
type Dailies interface {
	Each(tx *db.Tx, from, to clock.Day, each func(api.Daily) error) error
}

// Hazards lists the hazards found on the days; hazard answers.
type Hazards interface {
	Between(tx *db.Tx, from, to clock.Day) ([]api.HazardEntry, error)
}

// Duties lists what was to be done on the days; obligation answers.
type Duties interface {
	Between(tx *db.Tx, from, to clock.Day) ([]obligation.Obligation, error)
}

// Chain gives the sealed evidence; ledger answers.
type Chain interface {
	Cover(ctx context.Context, enterprise id.ID) error
	WriteExport(tx *db.Tx, from, to clock.Day, out io.Writer) error
	PublicKey() string
}
