package record

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// returnedTo reads the reviews that asked a person to correct his own record.
func returnedTo(tx *db.Tx, account id.ID, from, to clock.Day) ([]reviewRow, error) {
	var rows []reviewRow
	err := tx.Query(&rows, `SELECT v.* FROM daily_reviews v WHERE {scope:v} AND v.opinion = 'correction_requested' AND v.at >= ? AND v.at < ?
		AND EXISTS (SELECT 1 FROM daily_records r WHERE r.enterprise_id = v.enterprise_id AND r.id = v.record_id AND r.version = v.version AND r.officer_id = ?)
		ORDER BY v.at DESC`, from.Start(), to.Add(1).Start(), account)
	if err != nil {
		return nil, fmt.Errorf("read what was sent back to %s: %w", account, err)
	}
	return rows, nil
}

// weekliesBy reads the versions of weekly reports that a person signed.
func weekliesBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]weeklyRow, error) {
	var rows []weeklyRow
	if err := tx.SQL().Where("signer_id = ? AND signed_at >= ? AND signed_at < ?", account, from.Start(), to.Add(1).Start()).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read weekly reports by %s: %w", account, err)
	}
	return rows, nil
}

type weekRead struct {
	ReportID id.ID
	Week     clock.Week
	At       time.Time
}

// weekliesReadBy reads which reports a person has read.
func weekliesReadBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]weekRead, error) {
	var rows []weekRead
	err := tx.Query(&rows, `SELECT r.report_id, w.week, r.at FROM weekly_reads r
		JOIN weekly_reports w ON w.enterprise_id = r.enterprise_id AND w.id = r.report_id AND w.version = r.version
		WHERE {scope:r} AND r.by_id = ? AND r.at >= ? AND r.at < ?`, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, fmt.Errorf("read weekly reports read by %s: %w", account, err)
	}
	return rows, nil
}

// minutesBetween reads the minutes that were signed or corrected in the days.
func minutesBetween(tx *db.Tx, from, to clock.Day) ([]monthlyRow, error) {
	var rows []monthlyRow
	if err := tx.SQL().Where("signed_at >= ? AND signed_at < ?", from.Start(), to.Add(1).Start()).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read minutes of %s to %s: %w", from, to, err)
	}
	return rows, nil
}

type resolutionGiven struct {
	ID                 id.ID
	What               string
	DecidedDay, DueDay clock.Day
	SignedAt           time.Time
}

// resolutionsFor reads what the minutes of the days charged a person with.
func resolutionsFor(tx *db.Tx, account id.ID, from, to clock.Day) ([]resolutionGiven, error) {
	var rows []resolutionGiven
	err := tx.Query(&rows, `SELECT r.id, r.what, r.decided_day, r.due_day, m.signed_at FROM resolutions r
		JOIN monthlies m ON m.enterprise_id = r.enterprise_id AND m.id = r.monthly_id AND m.version = 1
		WHERE {scope:r} AND r.owner_id = ? AND r.decided_day BETWEEN ? AND ?`, account, from, to)
	if err != nil {
		return nil, fmt.Errorf("read resolutions of %s: %w", account, err)
	}
	return rows, nil
}

type resolutionStep struct {
	ResolutionID     id.ID
	Kind, Note, What string
	At               time.Time
}

// resolutionStepsBy reads what a person reported or sent back.
func resolutionStepsBy(tx *db.Tx, account id.ID, from, to clock.Day) ([]resolutionStep, error) {
	var rows []resolutionStep
	err := tx.Query(&rows, `SELECT s.resolution_id, s.kind, s.note, r.what, s.at FROM resolution_steps s
		JOIN resolutions r ON r.enterprise_id = s.enterprise_id AND r.id = s.resolution_id
		WHERE {scope:s} AND s.by_id = ? AND s.at >= ? AND s.at < ?`, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, fmt.Errorf("read reports of resolutions by %s: %w", account, err)
	}
	return rows, nil
}
