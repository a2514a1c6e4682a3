package obligation

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type siteRow struct {
	EnterpriseID db.Tenant
	ID           id.ID
	Name         string
	ClosedOn     clock.Day
}

func (siteRow) TableName() string { return "sites" }

type shiftRow struct {
	EnterpriseID        db.Tenant
	ID, SiteID          id.ID
	Name                string
	Starts, Ends, Grace int
	Weekdays            int
	RestOnHolidays      bool
	FromDay, UntilDay   clock.Day
}

func (shiftRow) TableName() string { return "shifts" }

type exceptionRow struct {
	EnterpriseID db.Tenant
	SiteID       id.ID
	Day          clock.Day
	Open         bool
	Reason       string
	MadeBy       id.ID
	MadeAt       time.Time
}

func (exceptionRow) TableName() string { return "day_exceptions" }

type suspensionRow struct {
	EnterpriseID      db.Tenant
	ID, SiteID        id.ID
	Kind, Reason      string
	FromDay, UntilDay clock.Day
	FiledBy           id.ID
	FiledName         string
	FiledAt           time.Time
	SignedBy          id.ID
	SignedName        string
	SignedAt, EndedAt *time.Time
}

func (suspensionRow) TableName() string { return "suspensions" }

func (r suspensionRow) domain() Suspension {
	return Suspension{
		ID: r.ID, Site: r.SiteID, Kind: r.Kind, Reason: r.Reason, From: r.FromDay, Until: r.UntilDay,
		FiledBy: r.FiledBy, FiledName: r.FiledName, FiledAt: r.FiledAt.UTC(),
		SignedBy: r.SignedBy, SignedName: r.SignedName, SignedAt: instant(r.SignedAt), EndedAt: instant(r.EndedAt),
	}
}

// lockSite finds a site of the enterprise and, on PostgreSQL, lets one person
// at a time change its pattern and notices.
func lockSite(tx *db.Tx, site id.ID) (siteRow, error) {
	var row siteRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", site).Take(&row).Error
	if db.NotFound(err) {
		return siteRow{}, ErrSiteNotFound
	}
	if err != nil {
		return siteRow{}, fmt.Errorf("read site %s: %w", site, err)
	}
	return row, nil
}

func siteNames(tx *db.Tx) (map[id.ID]string, error) {
	var rows []siteRow
	if err := tx.SQL().Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	names := make(map[id.ID]string, len(rows))
	for _, r := range rows {
		names[r.ID] = r.Name
	}
	return names, nil
}

// shiftsFrom reads the shifts that are in force on the day or later, of one
// site or of all.
func shiftsFrom(tx *db.Tx, site id.ID, day clock.Day) ([]shiftRow, error) {
	q := tx.SQL().Where("(until_day IS NULL OR until_day >= ?)", day)
	if site != id.Nil {
		q = q.Where("site_id = ?", site)
	}
	var rows []shiftRow
	if err := q.Order("site_id, from_day, starts, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read shifts: %w", err)
	}
	return rows, nil
}

func createShifts(tx *db.Tx, rows []shiftRow) error {
	if err := tx.SQL().Create(&rows).Error; err != nil {
		return fmt.Errorf("insert shifts: %w", err)
	}
	return nil
}

// endShifts lets the site's shifts end before the day; those that would have
// begun on it or later go.
func endShifts(tx *db.Tx, site id.ID, day clock.Day) error {
	if err := tx.SQL().Where("site_id = ? AND from_day >= ?", site, day).Delete(&shiftRow{}).Error; err != nil {
		return fmt.Errorf("drop coming shifts of %s: %w", site, err)
	}
	err := tx.SQL().Model(&shiftRow{}).Where("site_id = ? AND from_day < ? AND (until_day IS NULL OR until_day >= ?)", site, day, day).
		Updates(map[string]any{"until_day": day.Add(-1)}).Error
	if err != nil {
		return fmt.Errorf("end shifts of %s: %w", site, err)
	}
	return nil
}

func exceptionsFrom(tx *db.Tx, day clock.Day) ([]exceptionRow, error) {
	var rows []exceptionRow
	if err := tx.SQL().Where("day >= ?", day).Order("day, site_id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read exceptions: %w", err)
	}
	return rows, nil
}

// putException writes an exception or replaces that of the same day. The
// caller has locked the site.
func putException(tx *db.Tx, row exceptionRow) error {
	r := tx.SQL().Model(&exceptionRow{}).Where("site_id = ? AND day = ?", row.SiteID, row.Day).
		Updates(map[string]any{"open": row.Open, "reason": row.Reason, "made_by": row.MadeBy, "made_at": row.MadeAt})
	if r.Error == nil && r.RowsAffected == 0 {
		r = tx.SQL().Create(&row)
	}
	if r.Error != nil {
		return fmt.Errorf("write exception of %s on %s: %w", row.SiteID, row.Day, r.Error)
	}
	return nil
}

// anyOpened reports whether a check of the site on the day has opened.
func anyOpened(tx *db.Tx, site id.ID, day clock.Day) (bool, error) {
	var n int64
	err := tx.SQL().Model(&obligationRow{}).Where("kind = ? AND period_start = ? AND site_id = ? AND opens_at <= ?", KindDaily, day, site, tx.Now()).Count(&n).Error
	if err != nil {
		return false, fmt.Errorf("ask whether %s has opened: %w", day, err)
	}
	return n > 0, nil
}

func findSuspension(tx *db.Tx, notice id.ID) (Suspension, bool, error) {
	var row suspensionRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", notice).Take(&row).Error
	if db.NotFound(err) {
		return Suspension{}, false, nil
	}
	if err != nil {
		return Suspension{}, false, fmt.Errorf("read suspension %s: %w", notice, err)
	}
	return row.domain(), true, nil
}

// overlapping reports whether another notice that has not ended lies in the
// range.
func overlapping(tx *db.Tx, n Suspension) (bool, error) {
	var count int64
	err := tx.SQL().Model(&suspensionRow{}).Where("site_id = ? AND ended_at IS NULL AND from_day <= ? AND until_day >= ?", n.Site, n.Until, n.From).Count(&count).Error
	if err != nil {
		return false, fmt.Errorf("look for other suspensions: %w", err)
	}
	return count > 0, nil
}

func createSuspension(tx *db.Tx, n Suspension) error {
	row := suspensionRow{
		ID: n.ID, SiteID: n.Site, Kind: n.Kind, Reason: n.Reason, FromDay: n.From, UntilDay: n.Until,
		FiledBy: n.FiledBy, FiledName: n.FiledName, FiledAt: n.FiledAt,
		SignedBy: n.SignedBy, SignedName: n.SignedName, SignedAt: optional(n.SignedAt),
	}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert suspension %s: %w", n.ID, err)
	}
	return nil
}

func changeSuspension(tx *db.Tx, notice id.ID, columns map[string]any) error {
	if err := tx.SQL().Model(&suspensionRow{}).Where("id = ?", notice).Updates(columns).Error; err != nil {
		return fmt.Errorf("update suspension %s: %w", notice, err)
	}
	return nil
}

// noticesAtOnce bounds the list of notices that is shown.
const noticesAtOnce = 200

func allSuspensions(tx *db.Tx) ([]Suspension, error) {
	var rows []suspensionRow
	if err := tx.SQL().Order("filed_at DESC, id DESC").Limit(noticesAtOnce).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read suspensions: %w", err)
	}
	all := make([]Suspension, len(rows))
	for i, r := range rows {
		all[i] = r.domain()
	}
	return all, nil
}
