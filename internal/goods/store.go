package goods

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var (
	entryKey   = db.Unique{Name: "goods_entries_id", Columns: "goods_entries.enterprise_id, goods_entries.id"}
	versionKey = db.Unique{Name: "goods_entries_pkey", Columns: "goods_entries.enterprise_id, goods_entries.entry_id, goods_entries.version"}
	stepKey    = db.Unique{Name: "suspicion_steps_pkey", Columns: "suspicion_steps.enterprise_id, suspicion_steps.suspicion_id, suspicion_steps.kind"}
)

type entryRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	EntryID      id.ID     `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Kind         string
	Day          clock.Day
	SiteID       id.ID
	Product      string
	Model        string
	Batch        string
	Quantity     int64
	Unit         string
	Partner      string
	Certificate  string
	Verdict      string
	Note         string
	Photos       string // SHA-256 of each, joined by commas
	Why          string
	ByID         id.ID
	ByName       string
	At           time.Time
	FactSeq      uint64
}

func (entryRow) TableName() string { return "goods_entries" }

func (r entryRow) entry() Entry {
	return Entry{
		ID: r.ID, Entry: r.EntryID, Version: r.Version, Kind: r.Kind, Day: r.Day, Site: r.SiteID, Product: r.Product, Model: r.Model, Batch: r.Batch,
		Quantity: r.Quantity, Unit: r.Unit, Partner: r.Partner, Certificate: r.Certificate, Verdict: r.Verdict, Note: r.Note, Photos: split(r.Photos),
		Why: r.Why, By: r.ByID, Name: r.ByName, At: r.At.UTC(), Seq: r.FactSeq,
	}
}

func entries(rows []entryRow) []Entry {
	all := make([]Entry, len(rows))
	for n, r := range rows {
		all[n] = r.entry()
	}
	return all
}

func split(photos string) []string {
	if photos == "" {
		return []string{}
	}
	return strings.Split(photos, ",")
}

func insertEntry(tx *db.Tx, e Entry) error {
	r := entryRow{
		EntryID: e.Entry, Version: e.Version, ID: e.ID, Kind: e.Kind, Day: e.Day, SiteID: e.Site, Product: e.Product, Model: e.Model, Batch: e.Batch,
		Quantity: e.Quantity, Unit: e.Unit, Partner: e.Partner, Certificate: e.Certificate, Verdict: e.Verdict, Note: e.Note,
		Photos: strings.Join(e.Photos, ","), Why: e.Why, ByID: e.By, ByName: e.Name, At: e.At, FactSeq: e.Seq,
	}
	err := tx.SQL().Create(&r).Error
	switch {
	case db.Violates(err, entryKey):
		return ErrIDTaken.Because(err)
	case db.Violates(err, versionKey):
		return ErrChanged.Because(err)
	case err != nil:
		return fmt.Errorf("insert goods %s: %w", e.ID, err)
	}
	return nil
}

// versionsOf returns the versions of an entry, oldest first.
func versionsOf(tx *db.Tx, entry id.ID) ([]Entry, error) {
	var rows []entryRow
	if err := tx.SQL().Where("entry_id = ?", entry).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read goods %s: %w", entry, err)
	}
	return entries(rows), nil
}

// latest keeps the last version of each entry.
const latest = "NOT EXISTS (SELECT 1 FROM goods_entries n WHERE n.enterprise_id = g.enterprise_id AND n.entry_id = g.entry_id AND n.version > g.version)"

// question is what is asked of the log.
type question struct {
	kind     string
	from, to clock.Day
	words    string
	day      clock.Day // after this place
	entry    id.ID
	limit    int
}

func (q question) rows(tx *db.Tx) ([]Entry, error) {
	sql := "SELECT g.* FROM goods_entries g WHERE {scope:g} AND g.kind = ? AND g.day BETWEEN ? AND ? AND " + latest
	args := []any{q.kind, q.from, q.to}
	if q.words != "" {
		like := "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(strings.ToLower(q.words)) + "%"
		sql += ` AND (lower(g.product) LIKE ? ESCAPE '\' OR lower(g.batch) LIKE ? ESCAPE '\' OR lower(g.partner) LIKE ? ESCAPE '\' OR lower(g.certificate) LIKE ? ESCAPE '\')`
		args = append(args, like, like, like, like)
	}
	if q.entry != id.Nil {
		sql += " AND (g.day, g.entry_id) < (?, ?)"
		args = append(args, q.day, q.entry)
	}
	var rows []entryRow
	if err := tx.Query(&rows, sql+" ORDER BY g.day DESC, g.entry_id DESC LIMIT ?", append(args, q.limit)...); err != nil {
		return nil, fmt.Errorf("read goods: %w", err)
	}
	return entries(rows), nil
}

// siteKnown reports whether the enterprise has the site.
func siteKnown(tx *db.Tx, site id.ID) (bool, error) {
	var n int64
	if err := tx.Query(&n, "SELECT count(*) FROM sites s WHERE {scope:s} AND s.id = ?", site); err != nil {
		return false, fmt.Errorf("look for site %s: %w", site, err)
	}
	return n == 1, nil
}

type commissionRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Role         string
	Partner      string
	Product      string
	License      string
	FromDay      clock.Day
	UntilDay     clock.Day
	Contract     string
	Announced    bool
	Note         string
	Photos       string
	ByID         id.ID
	ByName       string
	At           time.Time
	EndedAt      *time.Time
	EndedWhy     string
}

func (commissionRow) TableName() string { return "commissions" }

func (r commissionRow) commission() Commission {
	c := Commission{
		ID: r.ID, From: r.FromDay, Until: r.UntilDay, By: r.ByID, Name: r.ByName, At: r.At.UTC(), EndedWhy: r.EndedWhy,
		Fields: api.CommissionFields{
			Role: r.Role, Partner: r.Partner, Product: r.Product, License: r.License, From: string(r.FromDay), Until: string(r.UntilDay),
			Contract: r.Contract, Announced: r.Announced, Note: r.Note, Photos: split(r.Photos),
		},
	}
	if r.EndedAt != nil {
		at := r.EndedAt.UTC()
		c.EndedAt = &at
	}
	return c
}

func commissions(tx *db.Tx, only id.ID) ([]Commission, error) {
	q := tx.SQL()
	if only != id.Nil {
		q = q.Where("id = ?", only)
	}
	var rows []commissionRow
	if err := q.Order("until_day, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read commissions: %w", err)
	}
	all := make([]Commission, len(rows))
	for n, r := range rows {
		all[n] = r.commission()
	}
	return all, nil
}

func insertCommission(tx *db.Tx, c Commission) error {
	r := commissionRow{
		ID: c.ID, Role: c.Fields.Role, Partner: c.Fields.Partner, Product: c.Fields.Product, License: c.Fields.License, FromDay: c.From, UntilDay: c.Until,
		Contract: c.Fields.Contract, Announced: c.Fields.Announced, Note: c.Fields.Note, Photos: strings.Join(c.Fields.Photos, ","),
		ByID: c.By, ByName: c.Name, At: c.At,
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert commission %s: %w", c.ID, err)
	}
	return nil
}

// endCommission ends a contract that has not ended, and reports whether it did.
func endCommission(tx *db.Tx, c Commission) (bool, error) {
	r := tx.SQL().Model(&commissionRow{}).Where("id = ? AND ended_at IS NULL", c.ID).Updates(map[string]any{"ended_at": c.EndedAt, "ended_why": c.EndedWhy})
	if r.Error != nil {
		return false, fmt.Errorf("end commission %s: %w", c.ID, r.Error)
	}
	return r.RowsAffected == 1, nil
}

// entriesBy returns the versions that a person wrote for the days from–to.
func entriesBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]entryRow, error) {
	var rows []entryRow
	if err := tx.SQL().Where("by_id = ? AND day BETWEEN ? AND ?", account, from, to).Order("day DESC, entry_id, version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read goods entered by %s: %w", account, err)
	}
	return rows, nil
}
