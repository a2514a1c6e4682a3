package appointment

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

type appointmentRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	AccountID    id.ID
	PersonName   string
	Post         string
	SiteID       id.ID
	DeputyOf     id.ID
	FromAt       time.Time
	UntilAt      *time.Time
	EndedAt      *time.Time
	EndedWhy     string
	MadeBy       id.ID
	MadeAt       time.Time
}

func (appointmentRow) TableName() string { return "appointments" }

// headRow is the enterprise as far as appointments need it.
type headRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Name         string
}

func (headRow) TableName() string { return "enterprises" }

// lockEnterprise makes all changes of one enterprise's appointments queue, so
// that two principals cannot end one another at once. It returns the name.
func lockEnterprise(tx *db.Tx) (string, error) {
	var r headRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("enterprise_id", "name").Take(&r).Error
	if db.NotFound(err) {
		return "", db.ErrEnterpriseNotFound
	}
	if err != nil {
		return "", fmt.Errorf("lock enterprise %s: %w", tx.Enterprise(), err)
	}
	return r.Name, nil
}

func readRoster(tx *db.Tx) (Roster, error) {
	var rows []appointmentRow
	if err := tx.SQL().Order("from_at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read appointments: %w", err)
	}
	roster := make(Roster, len(rows))
	for n, r := range rows {
		roster[n] = Appointment{
			ID: r.ID, Account: r.AccountID, PersonName: r.PersonName, Post: reference.Post(r.Post), Site: r.SiteID, DeputyOf: r.DeputyOf,
			From: r.FromAt.UTC(), Until: utc(r.UntilAt), EndedAt: utc(r.EndedAt), EndedWhy: r.EndedWhy,
		}
	}
	return roster, nil
}

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

func insertAppointment(tx *db.Tx, a Appointment) error {
	r := appointmentRow{
		ID: a.ID, AccountID: a.Account, PersonName: a.PersonName, Post: string(a.Post), SiteID: a.Site, DeputyOf: a.DeputyOf,
		FromAt: a.From, UntilAt: a.Until, MadeBy: tx.Actor().Account, MadeAt: tx.Now(),
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert appointment %s: %w", a.ID, err)
	}
	return nil
}

func endAppointment(tx *db.Tx, a Appointment) error {
	err := tx.SQL().Model(&appointmentRow{}).Where("id = ?", a.ID).
		Updates(map[string]any{"ended_at": a.EndedAt, "ended_why": a.EndedWhy}).Error
	if err != nil {
		return fmt.Errorf("end appointment %s: %w", a.ID, err)
	}
	return nil
}

type siteRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	ClosedOn     clock.Day
}

func (siteRow) TableName() string { return "sites" }

// siteOpen reports whether the enterprise has the site and works there.
func siteOpen(tx *db.Tx, site id.ID) (found, open bool, err error) {
	var rows []siteRow
	if err := tx.SQL().Where("id = ?", site).Find(&rows).Error; err != nil {
		return false, false, fmt.Errorf("read site %s: %w", site, err)
	}
	if len(rows) == 0 {
		return false, false, nil
	}
	return true, rows[0].ClosedOn == "", nil
}

// loginOf returns the login of an account of this enterprise's people.
func loginOf(tx *db.Tx, account id.ID) (string, error) {
	var logins []string
	err := tx.Query(&logins, `SELECT a.login FROM accounts a WHERE a.id = ? AND EXISTS
		(SELECT 1 FROM appointments p WHERE {scope:p} AND p.account_id = a.id)`, account)
	if err != nil {
		return "", fmt.Errorf("read login of %s: %w", account, err)
	}
	if len(logins) != 1 {
		return "", fmt.Errorf("%d logins of account %s", len(logins), account)
	}
	return logins[0], nil
}
