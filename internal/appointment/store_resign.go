package appointment

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type resignationRow struct {
	EnterpriseID  db.Tenant `gorm:"primaryKey"`
	AppointmentID id.ID     `gorm:"primaryKey"`
	Number        int       `gorm:"primaryKey"`
	LastDay       clock.Day
	Reason        string
	SuccessorID   id.ID
	SuccessorName string
	Declaration   string
	ByID          id.ID
	At            time.Time
}

func (resignationRow) TableName() string { return "appointment_resignations" }

type stayRow struct {
	EnterpriseID  db.Tenant `gorm:"primaryKey"`
	AppointmentID id.ID     `gorm:"primaryKey"`
	Number        int       `gorm:"primaryKey"`
	Reason        string
	Declaration   string
	ByID          id.ID
	At            time.Time
}

func (stayRow) TableName() string { return "appointment_stays" }

// readResignations reads what was given with notice and what was taken back.
func (b *book) readResignations(tx *db.Tx) error {
	b.resignations, b.given = map[id.ID]Resignation{}, map[id.ID][]Resignation{}
	var stays []stayRow
	if err := tx.SQL().Find(&stays).Error; err != nil {
		return fmt.Errorf("read withdrawn resignations: %w", err)
	}
	type key struct {
		appointment id.ID
		number      int
	}
	stayed := map[key]*Stay{}
	for _, r := range stays {
		stayed[key{r.AppointmentID, r.Number}] = &Stay{Reason: r.Reason, Signed: r.Declaration, At: r.At.UTC()}
	}
	var rows []resignationRow
	if err := tx.SQL().Order("number").Find(&rows).Error; err != nil {
		return fmt.Errorf("read resignations: %w", err)
	}
	for _, r := range rows {
		b.keep(Resignation{
			Appointment: r.AppointmentID, Number: r.Number, LastDay: r.LastDay, Reason: r.Reason, Successor: r.SuccessorID, SuccessorName: r.SuccessorName,
			Signed: r.Declaration, At: r.At.UTC(), Stay: stayed[key{r.AppointmentID, r.Number}],
		})
	}
	return nil
}

func insertResignation(tx *db.Tx, r Resignation) error {
	row := resignationRow{
		AppointmentID: r.Appointment, Number: r.Number, LastDay: r.LastDay, Reason: r.Reason, SuccessorID: r.Successor, SuccessorName: r.SuccessorName,
		Declaration: r.Signed, ByID: tx.Actor().Account, At: r.At,
	}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert resignation of appointment %s: %w", r.Appointment, err)
	}
	return nil
}

func insertStay(tx *db.Tx, r Resignation) error {
	row := stayRow{AppointmentID: r.Appointment, Number: r.Number, Reason: r.Stay.Reason, Declaration: r.Stay.Signed, ByID: tx.Actor().Account, At: r.Stay.At}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert withdrawal of a resignation from appointment %s: %w", r.Appointment, err)
	}
	return nil
}
