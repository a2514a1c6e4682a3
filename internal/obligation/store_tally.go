package obligation

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// tallyColumns are the columns of day_tallies that count.
var tallyColumns = []string{"due", OutcomeZeroRisk, OutcomeHazards, ArrivedLate, Backfilled, string(Excused), string(Missed)}

// tallyLock is the class of the advisory locks on counted days; the second key
// is the day's number.
const tallyLock = 7301

func dayNumber(day clock.Day) int { return day.Sub("2000-01-01") }

// lockDay keeps everybody else from counting or correcting the day. SQLite has
// one writer anyway. The lock ends with the transaction and so passes through
// a transaction pooler.
func lockDay(tx *db.Tx, day clock.Day) error { return advise(tx, "pg_advisory_xact_lock", day) }

// shareDay keeps everybody from counting the day, not from correcting it.
func shareDay(tx *db.Tx, day clock.Day) error {
	return advise(tx, "pg_advisory_xact_lock_shared", day)
}

func advise(tx *db.Tx, lock string, day clock.Day) error {
	if tx.Engine() != db.Postgres {
		return nil
	}
	if _, err := tx.Exec("SELECT "+lock+"(?, ?) {none}", tallyLock, dayNumber(day)); err != nil {
		return fmt.Errorf("lock tally of %s: %w", day, err)
	}
	return nil
}

func countedDays(tx *db.Tx, from clock.Day) ([]clock.Day, error) {
	var days []clock.Day
	if err := tx.Query(&days, "SELECT DISTINCT t.day FROM day_tallies t WHERE t.kind = ? AND t.day >= ? ORDER BY t.day", KindDaily, from); err != nil {
		return nil, fmt.Errorf("read counted days: %w", err)
	}
	return days, nil
}

func anyDueAfter(tx *db.Tx, day clock.Day, at time.Time) (bool, error) {
	var found []id.ID
	err := tx.Query(&found, "SELECT o.subject_id FROM obligations o WHERE o.kind = ? AND o.period_start = ? AND o.due_until >= ? LIMIT 1", KindDaily, day, at)
	if err != nil {
		return false, fmt.Errorf("ask whether %s is over: %w", day, err)
	}
	return len(found) > 0, nil
}

// insertTally counts the day; whatever is not done is over.
func insertTally(tx *db.Tx, day clock.Day) error {
	columns, sums := "", ""
	for _, c := range tallyColumns {
		columns += ", " + c
		if c == "due" {
			sums += ", sum(CASE WHEN c.counted = 'excused' THEN 0 ELSE 1 END)"
			continue
		}
		sums += ", sum(CASE WHEN c.counted = '" + c + "' THEN 1 ELSE 0 END)"
	}
	_, err := tx.Exec("INSERT INTO day_tallies (path, kind, day"+columns+") SELECT c.path, c.kind, c.period_start"+sums+
		" FROM (SELECT path, kind, period_start, "+ColumnSQL+" AS counted FROM obligations WHERE kind = ? AND period_start = ?) c"+
		" GROUP BY c.path, c.kind, c.period_start ON CONFLICT DO NOTHING", tx.Now(), tx.Now(), KindDaily, day)
	if err != nil {
		return fmt.Errorf("count %s: %w", day, err)
	}
	return nil
}

func deleteTally(tx *db.Tx, day clock.Day) error {
	if _, err := tx.Exec("DELETE FROM day_tallies WHERE kind = ? AND day = ?", KindDaily, day); err != nil {
		return fmt.Errorf("discard tally of %s: %w", day, err)
	}
	return nil
}

func moveTally(tx *db.Tx, o Obligation, delta map[string]int) error {
	set, args := "", []any{}
	for _, c := range tallyColumns {
		if delta[c] != 0 {
			set += ", " + c + " = " + c + " + ?"
			args = append(args, delta[c])
		}
	}
	if set == "" {
		return nil
	}
	_, err := tx.Exec("UPDATE day_tallies SET "+set[2:]+" WHERE path = ? AND kind = ? AND day = ? {none}", append(args, o.Path, o.Kind, o.Day)...)
	if err != nil {
		return fmt.Errorf("correct tally of %s: %w", o.Day, err)
	}
	return nil
}

// inOutage picks the checks that ran out of time between two instants.
const inOutage = "kind = ? AND due_until >= ? AND due_until <= ? AND fulfilled_at IS NULL AND excused_at IS NULL"

func daysMissedIn(tx *db.Tx, from, to time.Time) ([]clock.Day, error) {
	var days []clock.Day
	err := tx.Query(&days, "SELECT DISTINCT period_start FROM obligations WHERE "+inOutage+" ORDER BY period_start", KindDaily, from, to)
	if err != nil {
		return nil, fmt.Errorf("read days of outage: %w", err)
	}
	return days, nil
}

func excuseMissedIn(tx *db.Tx, from, to time.Time, why id.ID) (int64, error) {
	n, err := tx.Exec("UPDATE obligations SET excused_at = ?, excuse = ?, excuse_id = ? WHERE "+inOutage,
		tx.Now(), ExcuseOutage, why, KindDaily, from, to)
	if err != nil {
		return 0, fmt.Errorf("excuse outage: %w", err)
	}
	return n, nil
}
