package notice

import (
	"fmt"
	"slices"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// The states of a delivery.
const (
	Queued     = "queued"     // waits for its time
	Sending    = "sending"    // somebody holds the lease
	Sent       = "sent"       // the gateway accepted it
	Failed     = "failed"     // will be tried again
	Dead       = "dead"       // given up; a person may try again
	Suppressed = "suppressed" // nothing was left to say
)

type deliveryRow struct {
	ID        id.ID
	OwnerID   id.ID
	MessageID id.ID
	Channel   string
	TargetID  id.ID
	State     string
	Urgency   string
	Tries     int
	RunAt     time.Time
	Lease     int64
	Note      words.Sentence
	CreatedAt time.Time
	ExpiresAt time.Time
	SettledAt *time.Time
}

func (deliveryRow) TableName() string { return "notice_deliveries" }

type attemptRow struct {
	DeliveryID id.ID
	ID         id.ID
	At         time.Time
	Outcome    string
	Answer     words.Sentence
	TookMs     int64
}

func (attemptRow) TableName() string { return "notice_attempts" }

// insertDeliveries queues; one that is queued already stays as it is.
func insertDeliveries(tx *db.Tx, rows []deliveryRow) error {
	for some := range slices.Chunk(rows, rowsAtOnce) {
		args := make([]any, 0, 12*len(some))
		for _, r := range some {
			args = append(args, r.ID, r.OwnerID, r.MessageID, r.Channel, r.TargetID, r.State, r.Urgency, r.Tries, r.RunAt, r.Lease, r.CreatedAt, r.ExpiresAt)
		}
		_, err := tx.Exec("INSERT INTO notice_deliveries (id, owner_id, message_id, channel, target_id, state, urgency, tries, run_at, lease, created_at, expires_at) VALUES "+
			values(len(some), 12)+" ON CONFLICT DO NOTHING {none}", args...)
		if err != nil {
			return fmt.Errorf("queue %d deliveries: %w", len(some), err)
		}
	}
	return nil
}

// skipLocked lets replicas pass each other by; SQLite has one writer anyway.
func skipLocked(tx *db.Tx) string {
	if tx.Engine() == db.Postgres {
		return " FOR UPDATE SKIP LOCKED"
	}
	return ""
}

// databaseClock is the instant by the database's own clock, in milliseconds:
// replicas whose clocks differ share it.
func databaseClock(tx *db.Tx) string {
	if tx.Engine() == db.Postgres {
		return "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
	}
	return "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
}

// claimable are deliveries whose time has come and that nobody holds; it takes the
// instant once.
func claimable(tx *db.Tx) string {
	return "d.state IN ('queued', 'sending', 'failed') AND d.run_at <= ? AND (d.state <> 'sending' OR d.lease <= " + databaseClock(tx) + ")"
}

// waiting reports whether there is anything to route or to send, without writing.
func waiting(tx *db.Tx) (bool, error) {
	var n []int
	err := tx.Query(&n, "SELECT 1 WHERE EXISTS (SELECT 1 FROM notices n WHERE n.routed_at IS NULL) OR EXISTS (SELECT 1 FROM notice_deliveries d WHERE "+claimable(tx)+")", tx.Now())
	if err != nil {
		return false, fmt.Errorf("look for deliveries: %w", err)
	}
	return len(n) > 0, nil
}

// claim takes so many deliveries for the length of the lease.
func claim(tx *db.Tx, limit int, lease time.Duration) ([]deliveryRow, error) {
	var rows []deliveryRow
	err := tx.Query(&rows, "UPDATE notice_deliveries SET state = 'sending', lease = "+databaseClock(tx)+" + ? WHERE id IN (SELECT d.id FROM notice_deliveries d WHERE "+
		claimable(tx)+" ORDER BY d.run_at LIMIT ?"+skipLocked(tx)+") RETURNING *", lease.Milliseconds(), tx.Now(), limit)
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return rows, nil
}

// settle writes how a claim ended. What was accepted stays so, whoever comes later:
// a sender that was taken for dead may still bring its answer.
func settle(tx *db.Tx, r deliveryRow) error {
	_, err := tx.Exec("UPDATE notice_deliveries SET state = ?, tries = ?, run_at = ?, lease = 0, note = ?, settled_at = ? WHERE id = ? AND state <> 'sent'",
		r.State, r.Tries, r.RunAt, r.Note, r.SettledAt, r.ID)
	if err != nil {
		return fmt.Errorf("settle delivery %s: %w", r.ID, err)
	}
	return nil
}

func insertAttempt(tx *db.Tx, r attemptRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("log attempt of delivery %s: %w", r.DeliveryID, err)
	}
	return nil
}

// unrouted reads and, on PostgreSQL, locks notices that were not handed on.
func unrouted(tx *db.Tx, limit int) ([]noticeRow, error) {
	var rows []noticeRow
	err := tx.Query(&rows, "SELECT n.* FROM notices n WHERE n.routed_at IS NULL ORDER BY n.created_at LIMIT ?"+skipLocked(tx), limit)
	if err != nil {
		return nil, fmt.Errorf("read what is to be routed: %w", err)
	}
	return rows, nil
}

func markRouted(tx *db.Tx, ids []string) error {
	if _, err := tx.Exec("UPDATE notices SET routed_at = ? WHERE id IN ?", tx.Now(), ids); err != nil {
		return fmt.Errorf("mark routed: %w", err)
	}
	return nil
}

// preferencesOf reads what the accounts chose.
func preferencesOf(tx *db.Tx, accounts []string) (map[id.ID]preferenceRow, error) {
	var rows []preferenceRow
	if err := tx.Query(&rows, "SELECT p.* FROM notice_preferences p WHERE p.account_id IN ?", accounts); err != nil {
		return nil, fmt.Errorf("read preferences: %w", err)
	}
	all := make(map[id.ID]preferenceRow, len(rows))
	for _, r := range rows {
		all[r.AccountID] = r
	}
	return all, nil
}

// messageOf reads what a delivery is about: a person's notice or a telling of an
// enterprise.
func messageOf(tx *db.Tx, message id.ID) (subject words.Sentence, body string, group, found bool, err error) {
	var rows []struct {
		Subject words.Sentence
		Body    string
		Telling bool
	}
	err = tx.Query(&rows, "SELECT n.subject, n.body, false AS telling FROM notices n WHERE n.id = ? UNION ALL SELECT t.subject, t.body, true AS telling FROM notice_tellings t WHERE t.id = ?", message, message)
	if err != nil {
		return words.Sentence{}, "", false, false, fmt.Errorf("read message %s: %w", message, err)
	}
	if len(rows) == 0 {
		return words.Sentence{}, "", false, false, nil
	}
	return rows[0].Subject, rows[0].Body, rows[0].Telling, true, nil
}

// spacing is how far apart two messages of one robot are: at most 20 in any minute,
// the first second of the next one included.
const spacing = 3200 * time.Millisecond

// useChannel takes the channel's next turn, for all replicas together; it reports
// whether that is now.
func useChannel(tx *db.Tx, channel id.ID) (bool, error) {
	now := databaseClock(tx)
	n, err := tx.Exec("UPDATE notice_channels AS c SET next_turn = "+now+" + ? WHERE {scope:c} AND c.id = ? AND c.next_turn <= "+now, spacing.Milliseconds(), channel)
	if err != nil {
		return false, fmt.Errorf("take the turn of channel %s: %w", channel, err)
	}
	return n == 1, nil
}
