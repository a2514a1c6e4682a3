package record

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type weeklyRow struct {
	EnterpriseID db.Tenant  `gorm:"primaryKey"`
	Week         clock.Week `gorm:"primaryKey"`
	Version      int        `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	VersionID    id.ID
	FromDay      clock.Day
	ToDay        clock.Day
	CutoffAt     time.Time
	Missed       int
	Found        int
	OpenHazards  int
	Lateness     string
	Reason       string
	Why          string
	Posts        string // joined by commas
	SignerID     id.ID
	SignerName   string
	SignedAt     time.Time
	Declaration  string // as JSON
	BodyHash     []byte
	FactSeq      int64
}

func (weeklyRow) TableName() string { return "weekly_reports" }

type weeklyReadRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ReportID     id.ID     `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (weeklyReadRow) TableName() string { return "weekly_reads" }

type weeklyDraftRow struct {
	EnterpriseID db.Tenant  `gorm:"primaryKey"`
	Week         clock.Week `gorm:"primaryKey"`
	AccountID    id.ID      `gorm:"primaryKey"`
	Body         []byte
	UpdatedAt    time.Time `gorm:"autoUpdateTime:false"`
}

func (weeklyDraftRow) TableName() string { return "weekly_drafts" }

// weeklyVersions reads the versions of a week's report, oldest first.
func weeklyVersions(tx *db.Tx, w clock.Week) ([]weeklyRow, error) {
	var rows []weeklyRow
	if err := tx.SQL().Where("week = ?", w).Order("version").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read report of %s: %w", w, err)
	}
	return rows, nil
}

// weekliesBetween reads the latest versions of the reports of a range of weeks.
func weekliesBetween(tx *db.Tx, from, to clock.Week) ([]weeklyRow, error) {
	var rows []weeklyRow
	err := tx.Query(&rows, `SELECT w.* FROM weekly_reports w WHERE {scope:w} AND w.week BETWEEN ? AND ?
		AND NOT EXISTS (SELECT 1 FROM weekly_reports n WHERE n.enterprise_id = w.enterprise_id AND n.week = w.week AND n.version > w.version)
		ORDER BY w.week`, from, to)
	if err != nil {
		return nil, fmt.Errorf("read reports of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

// earlierWeekly reads the last signed report before the week.
func earlierWeekly(tx *db.Tx, w clock.Week) (weeklyRow, bool, error) {
	var rows []weeklyRow
	if err := tx.SQL().Where("week < ? AND version = 1", w).Order("week DESC").Limit(1).Find(&rows).Error; err != nil {
		return weeklyRow{}, false, fmt.Errorf("read report before %s: %w", w, err)
	}
	if len(rows) == 0 {
		return weeklyRow{}, false, nil
	}
	return rows[0], true, nil
}

// weekOfReport is the week for which a report's id was used.
func weekOfReport(tx *db.Tx, report id.ID) (clock.Week, error) {
	var rows []weeklyRow
	if err := tx.SQL().Where("id = ? AND version = 1", report).Limit(1).Find(&rows).Error; err != nil {
		return "", fmt.Errorf("find report %s: %w", report, err)
	}
	if len(rows) == 0 {
		return "", nil
	}
	return rows[0].Week, nil
}

func insertWeekly(tx *db.Tx, r weeklyRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert report of %s: %w", r.Week, err)
	}
	return nil
}

func insertWeeklyRead(tx *db.Tx, r weeklyReadRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert reading of report %s: %w", r.ReportID, err)
	}
	return nil
}

func weeklyReads(tx *db.Tx, reports ...id.ID) ([]weeklyReadRow, error) {
	var rows []weeklyReadRow
	if err := tx.SQL().Where("report_id IN ?", reports).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read who read reports: %w", err)
	}
	return rows, nil
}

// saveWeeklyDraft writes the caller's words, or writes them anew.
func saveWeeklyDraft(tx *db.Tx, r weeklyDraftRow) error {
	changed := tx.SQL().Model(&weeklyDraftRow{}).Where("week = ? AND account_id = ?", r.Week, r.AccountID).
		Updates(map[string]any{"body": r.Body, "updated_at": r.UpdatedAt})
	if changed.Error == nil && changed.RowsAffected == 0 {
		changed = tx.SQL().Create(&r)
	}
	if changed.Error != nil {
		return fmt.Errorf("save draft of %s: %w", r.Week, changed.Error)
	}
	return nil
}

func weeklyDraft(tx *db.Tx, w clock.Week, account id.ID) (weeklyDraftRow, bool, error) {
	var rows []weeklyDraftRow
	if err := tx.SQL().Where("week = ? AND account_id = ?", w, account).Find(&rows).Error; err != nil {
		return weeklyDraftRow{}, false, fmt.Errorf("read draft of %s: %w", w, err)
	}
	if len(rows) == 0 {
		return weeklyDraftRow{}, false, nil
	}
	return rows[0], true, nil
}

// placesOf names sites and shifts.
func placesOf(tx *db.Tx) (map[id.ID]string, error) {
	var rows []struct {
		ID   id.ID
		Name string
	}
	err := tx.Query(&rows, "SELECT s.id, s.name FROM sites s WHERE {scope:s} UNION ALL SELECT h.id, h.name FROM shifts h WHERE {scope:h}")
	if err != nil {
		return nil, fmt.Errorf("read names of places: %w", err)
	}
	names := make(map[id.ID]string, len(rows))
	for _, r := range rows {
		names[r.ID] = r.Name
	}
	return names, nil
}

// weekHazard is a hazard of the week with the cause that was found.
type weekHazard struct {
	api.WeekHazard
	cause string
}

// weekHazards reads the hazards that were found, rectified or closed in the
// reach, and those that were open at its end, by deadline.
func weekHazards(tx *db.Tx, r reach, names map[id.ID]string) ([]weekHazard, error) {
	var rows []struct {
		ID, SiteID                                    id.ID
		Day                                           clock.Day
		ItemCode, Severity, Description, State, Cause string
		DueAt, OpenedAt                               time.Time
		ClosedAt                                      *time.Time
		Rectified                                     int
	}
	err := tx.Query(&rows, `SELECT z.* FROM (SELECT h.id, h.site_id, h.day, h.item_code, h.severity, h.description, h.state, h.cause, h.due_at, h.opened_at, h.closed_at,
		(SELECT count(*) FROM hazard_steps p WHERE p.enterprise_id = h.enterprise_id AND p.hazard_id = h.id AND p.kind = 'rectified' AND p.at > ? AND p.at <= ?) AS rectified
		FROM hazards h WHERE {scope:h} AND h.opened_at <= ?) z
		WHERE z.opened_at > ? OR z.closed_at IS NULL OR z.closed_at > ? OR z.rectified > 0 ORDER BY z.due_at, z.id LIMIT ?`,
		r.since, r.cutoff, r.cutoff, r.since, r.since, mostHazards)
	if err != nil {
		return nil, fmt.Errorf("read hazards up to %s: %w", r.cutoff, err)
	}
	all := make([]weekHazard, len(rows))
	for n, h := range rows {
		open := h.ClosedAt == nil || h.ClosedAt.After(r.cutoff)
		all[n] = weekHazard{cause: h.Cause, WeekHazard: api.WeekHazard{
			ID: string(h.ID), Day: string(h.Day), SiteName: names[h.SiteID], ItemCode: h.ItemCode, Severity: h.Severity, Description: h.Description, State: h.State,
			Due: h.DueAt.UTC(), Found: h.OpenedAt.After(r.since), Rectified: h.Rectified > 0, Closed: !open, Open: open, Overdue: open && h.DueAt.Before(r.cutoff),
		}}
	}
	return all, nil
}

// itemFound is one finding of an item, which opened a hazard or was attached to it.
type itemFound struct {
	HazardID, ItemID      id.ID
	ItemCode, Description string
	At                    time.Time
}

// findingsOf reads what was found of items in the twelve weeks up to the end of
// the reach, the newest first.
func findingsOf(tx *db.Tx, r reach) ([]itemFound, error) {
	var rows []itemFound
	from := r.to.Add(-lookBack + 1).Start()
	err := tx.Query(&rows, `SELECT h.id AS hazard_id, h.item_id, h.item_code, h.description, h.opened_at AS at
		FROM hazards h WHERE {scope:h} AND h.item_id IS NOT NULL AND h.opened_at > ? AND h.opened_at <= ?
		UNION ALL SELECT g.id, g.item_id, g.item_code, p.note, p.at
		FROM hazard_steps p JOIN hazards g ON g.enterprise_id = p.enterprise_id AND g.id = p.hazard_id
		WHERE {scope:p} AND p.kind = 'found_again' AND g.item_id IS NOT NULL AND p.at > ? AND p.at <= ?
		ORDER BY at DESC, hazard_id DESC`, from, r.cutoff, from, r.cutoff)
	if err != nil {
		return nil, fmt.Errorf("find repeats: %w", err)
	}
	return rows, nil
}

// unreviewed reads the records of the days that nobody has reviewed.
func unreviewed(tx *db.Tx, from, to clock.Day) ([]string, error) {
	var rows []id.ID
	err := tx.Query(&rows, `SELECT r.id FROM daily_records r WHERE {scope:r} AND r.version = 1 AND r.day BETWEEN ? AND ?
		AND NOT EXISTS (SELECT 1 FROM daily_reviews v WHERE v.enterprise_id = r.enterprise_id AND v.record_id = r.id) ORDER BY r.day, r.id`, from, to)
	if err != nil {
		return nil, fmt.Errorf("find records without a review: %w", err)
	}
	records := make([]string, len(rows))
	for n, r := range rows {
		records[n] = string(r)
	}
	return records, nil
}

type listUse struct {
	ListID, SiteID id.ID
	Checks         int
}

// listsUsed counts the records of the days by list and site, older lists first.
func listsUsed(tx *db.Tx, from, to clock.Day) ([]listUse, error) {
	var rows []listUse
	err := tx.Query(&rows, `SELECT r.list_id, r.site_id, count(*) AS checks FROM daily_records r WHERE {scope:r} AND r.version = 1 AND r.day BETWEEN ? AND ?
		GROUP BY r.list_id, r.site_id ORDER BY max(r.list_version), r.list_id, r.site_id`, from, to)
	if err != nil {
		return nil, fmt.Errorf("count records by list: %w", err)
	}
	return rows, nil
}

// answeredOtherwise are the items that failed or did not apply in the days.
func answeredOtherwise(tx *db.Tx, from, to clock.Day) (map[id.ID]bool, error) {
	var rows []id.ID
	err := tx.Query(&rows, `SELECT DISTINCT a.item_id FROM daily_answers a WHERE {scope:a} AND a.day BETWEEN ? AND ? AND a.verdict <> 'pass'`, from, to)
	if err != nil {
		return nil, fmt.Errorf("find items answered otherwise: %w", err)
	}
	items := make(map[id.ID]bool, len(rows))
	for _, i := range rows {
		items[i] = true
	}
	return items, nil
}

func (r weeklyRow) posts() []string { return strings.Split(r.Posts, ",") }
