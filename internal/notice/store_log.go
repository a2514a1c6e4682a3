package notice

import (
	"fmt"
	"slices"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// ofEnterprise are the deliveries that concern the transaction's enterprise: those
// of its channels, and those by which its people were told something of it.
const ofEnterprise = "(d.owner_id = {tenant} OR EXISTS (SELECT 1 FROM notice_tellings t WHERE {scope:t} AND t.notice_id = d.message_id))"

// enterpriseLog reads the enterprise's log, newest first. Its deliveries are found
// by its channels and by its tellings, never by walking through everybody's.
func enterpriseLog(tx *db.Tx, state string, after place, limit int) ([]logged, error) {
	where, args := "", []any{}
	if state != "" {
		where += " AND d.state = ?"
		args = append(args, state)
	}
	if after.id != id.Nil {
		where += " AND (d.created_at, d.id) < (?, ?)"
		args = append(args, after.at, after.id)
	}
	var all []logged
	err := tx.Query(&all, "SELECT d.*, coalesce(a.name, '') AS account_name, coalesce(c.name, '') AS channel_name, coalesce(x.subject, y.subject, '') AS subject FROM notice_deliveries d"+
		" LEFT JOIN accounts a ON a.id = d.owner_id LEFT JOIN notice_channels c ON c.enterprise_id = d.owner_id AND c.id = d.target_id"+
		" LEFT JOIN notice_tellings x ON {scope:x} AND x.notice_id = d.message_id LEFT JOIN notice_tellings y ON {scope:y} AND y.id = d.message_id"+
		" WHERE d.id IN (SELECT o.id FROM notice_deliveries o WHERE o.owner_id = {tenant} UNION ALL"+
		" SELECT p.id FROM notice_tellings t JOIN notice_deliveries p ON p.message_id = t.notice_id WHERE {scope:t})"+where+
		" ORDER BY d.created_at DESC, d.id DESC LIMIT ?", append(args, limit)...)
	if err != nil {
		return nil, fmt.Errorf("read log of deliveries: %w", err)
	}
	return all, withAttempts(tx, all)
}

// withAttempts adds what the gateways said.
func withAttempts(tx *db.Tx, all []logged) error {
	if len(all) == 0 {
		return nil
	}
	ids := make([]string, len(all))
	at := make(map[id.ID]int, len(all))
	for i, l := range all {
		ids[i] = string(l.Delivery.ID)
		at[l.Delivery.ID] = i
	}
	var rows []attemptRow
	if err := tx.SQL().Where("delivery_id IN ?", ids).Order("at, id").Find(&rows).Error; err != nil {
		return fmt.Errorf("read attempts: %w", err)
	}
	for _, r := range rows {
		l := &all[at[r.DeliveryID]]
		l.attempts = append(l.attempts, r)
	}
	return nil
}

// deliveriesOf reads by which ways an account's notices went out.
func deliveriesOf(tx *db.Tx, account id.ID, notices []string) (map[id.ID][]logged, error) {
	var all []logged
	if len(notices) > 0 {
		err := tx.Query(&all, "SELECT d.* FROM notice_deliveries d WHERE d.owner_id = ? AND d.message_id IN ? ORDER BY d.channel {none}", account, notices)
		if err != nil {
			return nil, fmt.Errorf("read deliveries: %w", err)
		}
	}
	if err := withAttempts(tx, all); err != nil {
		return nil, err
	}
	of := map[id.ID][]logged{}
	for _, l := range all {
		of[l.Delivery.MessageID] = append(of[l.Delivery.MessageID], l)
	}
	return of, nil
}

// enterpriseDelivery reads one delivery that concerns the enterprise.
func enterpriseDelivery(tx *db.Tx, delivery id.ID) (deliveryRow, bool, error) {
	var rows []deliveryRow
	err := tx.Query(&rows, "SELECT d.* FROM notice_deliveries d WHERE d.id = ? AND "+ofEnterprise, delivery)
	if err != nil || len(rows) == 0 {
		return deliveryRow{}, false, err
	}
	return rows[0], true, nil
}

// revive queues one that was given up. What is out of date meanwhile gets a day.
func revive(tx *db.Tx, delivery id.ID) error {
	_, err := tx.Exec("UPDATE notice_deliveries AS d SET state = 'queued', tries = 0, run_at = ?, settled_at = NULL, expires_at = ? WHERE d.id = ? AND d.state = 'dead' AND "+ofEnterprise,
		tx.Now(), tx.Now().Add(24*time.Hour), delivery)
	if err != nil {
		return fmt.Errorf("revive delivery %s: %w", delivery, err)
	}
	return nil
}

func countDead(tx *db.Tx, since time.Time) (int, error) {
	var n []int
	if err := tx.Query(&n, "SELECT count(*) FROM notice_deliveries d WHERE d.state = 'dead' AND d.settled_at >= ?", since); err != nil {
		return 0, fmt.Errorf("count dead letters: %w", err)
	}
	return n[0], nil
}

func reviveAll(tx *db.Tx, since time.Time) (int64, error) {
	n, err := tx.Exec("UPDATE notice_deliveries SET state = 'queued', tries = 0, run_at = ?, settled_at = NULL WHERE state = 'dead' AND settled_at >= ? AND expires_at > ?", tx.Now(), since, tx.Now())
	if err != nil {
		return 0, fmt.Errorf("revive dead letters: %w", err)
	}
	return n, nil
}

// settleOwn ends the trial of one's own channel.
func settleOwn(tx *db.Tx, r deliveryRow) error {
	_, err := tx.Exec("UPDATE notice_deliveries SET state = ?, tries = ?, note = ?, settled_at = ? WHERE id = ? AND owner_id = {tenant}", r.State, r.Tries, r.Note, r.SettledAt, r.ID)
	if err != nil {
		return fmt.Errorf("settle trial %s: %w", r.ID, err)
	}
	return nil
}

// tellingsOf reads what a person was told by the enterprise in a span of time.
func tellingsOf(tx *db.Tx, account id.ID, from, to time.Time) ([]tellingRow, error) {
	var rows []tellingRow
	if err := tx.SQL().Where("recipient_id = ? AND at >= ? AND at < ?", account, from, to).Order("at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read what was told: %w", err)
	}
	return rows, nil
}

// acceptance is when a gateway accepted a notice.
type acceptance struct {
	MessageID id.ID
	Channel   string
	At        time.Time
}

// acceptedOf reads when gateways accepted what was told, by notice.
func acceptedOf(tx *db.Tx, told []tellingRow) (map[id.ID][]acceptance, error) {
	of := map[id.ID][]acceptance{}
	for some := range slices.Chunk(told, rowsAtOnce) {
		notices := make([]string, len(some))
		for n, r := range some {
			notices[n] = string(r.NoticeID)
		}
		var rows []acceptance
		err := tx.Query(&rows, "SELECT d.message_id, d.channel, a.at FROM notice_deliveries d JOIN notice_attempts a ON a.delivery_id = d.id AND a.outcome = 'accepted' WHERE d.message_id IN ? AND "+ofEnterprise, notices)
		if err != nil {
			return nil, fmt.Errorf("read who accepted notices: %w", err)
		}
		for _, r := range rows {
			of[r.MessageID] = append(of[r.MessageID], r)
		}
	}
	return of, nil
}
