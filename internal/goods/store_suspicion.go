package goods

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type suspicionRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Product      string
	Batch        string
	Partner      string
	Quantity     int64
	Unit         string
	Facts        string
	Measure      string
	Photos       string
	ByID         id.ID
	ByName       string
	At           time.Time
	DueAt        time.Time
	FactSeq      uint64
}

func (suspicionRow) TableName() string { return "suspicions" }

func (r suspicionRow) suspicion() Suspicion {
	return Suspicion{
		ID: r.ID, Quantity: r.Quantity, By: r.ByID, Name: r.ByName, At: r.At.UTC(), Due: r.DueAt.UTC(), Seq: r.FactSeq,
		Fields: api.SuspicionFields{
			Kind: r.Kind, Product: r.Product, Batch: r.Batch, Partner: r.Partner, Quantity: float64(r.Quantity) / 1000, Unit: r.Unit,
			Facts: r.Facts, Measure: r.Measure, Photos: split(r.Photos),
		},
	}
}

type stepRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	SuspicionID  id.ID     `gorm:"primaryKey"`
	Kind         string    `gorm:"primaryKey"`
	Outcome      string
	Note         string
	Photos       string
	AgencyID     id.ID
	AgencyName   string
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (stepRow) TableName() string { return "suspicion_steps" }

func insertSuspicion(tx *db.Tx, s Suspicion) error {
	r := suspicionRow{
		ID: s.ID, Kind: s.Fields.Kind, Product: s.Fields.Product, Batch: s.Fields.Batch, Partner: s.Fields.Partner, Quantity: s.Quantity, Unit: s.Fields.Unit,
		Facts: s.Fields.Facts, Measure: s.Fields.Measure, Photos: strings.Join(s.Fields.Photos, ","),
		ByID: s.By, ByName: s.Name, At: s.At, DueAt: s.Due, FactSeq: s.Seq,
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert suspicion %s: %w", s.ID, err)
	}
	return nil
}

// insertStep adds what followed a report; taken answers a second one of its kind.
func insertStep(tx *db.Tx, suspicion id.ID, kind string, s Step, taken error) error {
	r := stepRow{
		SuspicionID: suspicion, Kind: kind, Outcome: s.Outcome, Note: s.Note, Photos: strings.Join(s.Photos, ","),
		AgencyID: s.Agency, AgencyName: s.AgencyName, ByID: s.By, ByName: s.Name, At: s.At,
	}
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, stepKey) {
		return taken
	}
	if err != nil {
		return fmt.Errorf("insert %s of suspicion %s: %w", kind, suspicion, err)
	}
	return nil
}

// suspicions reads reports with what followed, newest first; one of them if
// asked.
func suspicions(tx *db.Tx, only id.ID) ([]Suspicion, error) {
	q, of := tx.SQL(), tx.SQL()
	if only != id.Nil {
		q, of = q.Where("id = ?", only), of.Where("suspicion_id = ?", only)
	}
	var rows []suspicionRow
	if err := q.Order("at DESC, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read suspicions: %w", err)
	}
	var steps []stepRow
	if err := of.Find(&steps).Error; err != nil {
		return nil, fmt.Errorf("read what followed suspicions: %w", err)
	}
	all := make([]Suspicion, len(rows))
	at := map[id.ID]int{}
	for n, r := range rows {
		all[n], at[r.ID] = r.suspicion(), n
	}
	for _, r := range steps {
		n, ok := at[r.SuspicionID]
		if !ok {
			continue
		}
		step := &Step{Outcome: r.Outcome, Note: r.Note, Photos: split(r.Photos), Agency: r.AgencyID, AgencyName: r.AgencyName, By: r.ByID, Name: r.ByName, At: r.At.UTC()}
		if r.Kind == "receipt" {
			all[n].Receipt = step
		} else {
			all[n].Outcome = step
		}
	}
	return all, nil
}

// mostReported bounds an area's list.
const mostReported = 200

// reported reads the reports of an area, those without a receipt first.
func reported(tx *db.Tx) ([]api.Reported, error) {
	var rows []struct {
		ID, EnterpriseID    id.ID
		Name, Kind, Product string
		At                  time.Time
		Receipted, Handled  bool
	}
	err := tx.Query(&rows, `SELECT q.* FROM (SELECT s.id, s.enterprise_id, e.name, s.kind, s.product, s.at,
		EXISTS (SELECT 1 FROM suspicion_steps r WHERE r.enterprise_id = s.enterprise_id AND r.suspicion_id = s.id AND r.kind = 'receipt') AS receipted,
		EXISTS (SELECT 1 FROM suspicion_steps r WHERE r.enterprise_id = s.enterprise_id AND r.suspicion_id = s.id AND r.kind = 'outcome') AS handled
		FROM suspicions s JOIN enterprises e ON e.enterprise_id = s.enterprise_id WHERE {scope:s}) q ORDER BY q.receipted, q.at DESC, q.id LIMIT ?`, mostReported)
	if err != nil {
		return nil, fmt.Errorf("read reports of the area: %w", err)
	}
	all := make([]api.Reported, len(rows))
	for n, r := range rows {
		state := "reported"
		switch {
		case r.Handled:
			state = "handled"
		case r.Receipted:
			state = "receipted"
		}
		all[n] = api.Reported{ID: string(r.ID), Enterprise: string(r.EnterpriseID), EnterpriseName: r.Name, Kind: r.Kind, Product: r.Product, State: state, At: r.At.UTC()}
	}
	return all, nil
}

// suspicionsBy returns what a person reported from one instant until another.
func suspicionsBy(tx *db.Tx, account id.ID, from, until time.Time) ([]suspicionRow, error) {
	var rows []suspicionRow
	if err := tx.SQL().Where("by_id = ? AND at >= ? AND at < ?", account, from, until).Order("at DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read suspicions of %s: %w", account, err)
	}
	return rows, nil
}
