package notice

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// rowsAtOnce keeps a statement below the number of values that SQLite binds.
const rowsAtOnce = 500

type noticeRow struct {
	ID        id.ID
	AccountID id.ID
	Dedupe    string
	Subject   words.Sentence
	Body      string
	Urgency   string
	CreatedAt time.Time
	ExpiresAt time.Time
	ReadAt    *time.Time
	RoutedAt  *time.Time
}

func (noticeRow) TableName() string { return "notices" }

type tellingRow struct {
	EnterpriseID db.Tenant
	ID           id.ID
	NoticeID     id.ID
	RecipientID  id.ID
	Dedupe       string
	Subject      words.Sentence
	Body         string
	At           time.Time
	ExpiresAt    time.Time
}

func (tellingRow) TableName() string { return "notice_tellings" }

// values writes so many rows of so many question marks.
func values(rows, columns int) string {
	one := "(" + strings.TrimSuffix(strings.Repeat("?, ", columns), ", ") + ")"
	return strings.TrimSuffix(strings.Repeat(one+", ", rows), ", ")
}

// insertNotices inserts what was not said yet and tells which it was. An account's
// rows are written without asking for them back: an enterprise may write to its
// people and read nothing, so that it alone knows by the count.
func insertNotices(tx *db.Tx, rows []noticeRow) (map[id.ID]bool, error) {
	fresh := make(map[id.ID]bool, len(rows))
	insert := func(some []noticeRow) (int64, error) {
		args := make([]any, 0, 9*len(some))
		for _, r := range some {
			args = append(args, r.ID, r.AccountID, r.Dedupe, r.Subject, r.Body, r.Urgency, r.CreatedAt, r.ExpiresAt, r.RoutedAt)
		}
		n, err := tx.Exec("INSERT INTO notices (id, account_id, dedupe, subject, body, urgency, created_at, expires_at, routed_at) VALUES "+
			values(len(some), 9)+" ON CONFLICT DO NOTHING {none}", args...)
		if err != nil {
			return 0, fmt.Errorf("insert %d notices: %w", len(some), err)
		}
		return n, nil
	}
	for some := range slices.Chunk(rows, rowsAtOnce) {
		n, err := insert(some)
		if err != nil {
			return nil, err
		}
		if int(n) == len(some) {
			for _, r := range some {
				fresh[r.ID] = true
			}
			continue
		}
		if n == 0 {
			continue
		}
		// Some were there: only a sweep writes many at once, and it may read.
		ids := make([]string, len(some))
		for i, r := range some {
			ids[i] = string(r.ID)
		}
		var got []id.ID
		if err := tx.Query(&got, "SELECT n.id FROM notices n WHERE n.id IN ? {none}", ids); err != nil {
			return nil, fmt.Errorf("read which notices are new: %w", err)
		}
		for _, one := range got {
			fresh[one] = true
		}
	}
	return fresh, nil
}

// insertTellings keeps the enterprises' parts.
func insertTellings(tx *db.Tx, rows []tellingRow) error {
	for some := range slices.Chunk(rows, rowsAtOnce) {
		sql, args := tellings(tx, some)
		if _, err := tx.Exec(sql, args...); err != nil {
			return fmt.Errorf("insert %d tellings: %w", len(some), err)
		}
	}
	return nil
}

// tellings writes the statement; under one enterprise every row is its own.
func tellings(tx *db.Tx, some []tellingRow) (string, []any) {
	var b strings.Builder
	b.WriteString("INSERT INTO notice_tellings (enterprise_id, id, notice_id, recipient_id, dedupe, subject, body, at, expires_at) VALUES ")
	args := make([]any, 0, 9*len(some))
	for i, r := range some {
		if i > 0 {
			b.WriteString(", ")
		}
		first := "{tenant}"
		if tx.Enterprise() == id.Nil {
			first = "?"
			args = append(args, id.ID(r.EnterpriseID))
		}
		b.WriteString("(" + first + ", ?, ?, ?, ?, ?, ?, ?, ?)")
		args = append(args, r.ID, r.NoticeID, r.RecipientID, r.Dedupe, r.Subject, r.Body, r.At, r.ExpiresAt)
	}
	b.WriteString(" ON CONFLICT DO NOTHING")
	return b.String(), args
}

// insertGroups inserts, one by one, what enterprises' channels were not told yet.
func insertGroups(tx *db.Tx, rows []tellingRow) (map[id.ID]bool, error) {
	fresh := map[id.ID]bool{}
	for _, r := range rows {
		sql, args := tellings(tx, []tellingRow{r})
		n, err := tx.Exec(sql, args...)
		if err != nil {
			return nil, fmt.Errorf("insert telling of enterprise: %w", err)
		}
		fresh[r.ID] = n == 1
	}
	return fresh, nil
}

// serves reports whether the person holds, or held, a post in the transaction's
// enterprise: who has just left is still told of it.
func serves(tx *db.Tx, account id.ID) (bool, error) {
	var n []int
	err := tx.Query(&n, "SELECT 1 FROM memberships m WHERE {scope:m} AND m.account_id = ? LIMIT 1", account)
	if err != nil {
		return false, fmt.Errorf("read whether %s serves: %w", account, err)
	}
	return len(n) > 0, nil
}

// enterpriseName is the name of the transaction's enterprise.
func enterpriseName(tx *db.Tx) (string, error) {
	var names []string
	if err := tx.Query(&names, "SELECT e.name FROM enterprises e WHERE {scope:e}"); err != nil {
		return "", fmt.Errorf("read name of enterprise: %w", err)
	}
	if len(names) == 0 {
		return "", db.ErrEnterpriseNotFound
	}
	return names[0], nil
}

// place is where a list goes on: newest first, by instant and id.
type place struct {
	at time.Time
	id id.ID
}

func (p place) String() string { return p.at.UTC().Format(time.RFC3339Nano) + "," + string(p.id) }

func parsePlace(text string) (place, error) {
	if text == "" {
		return place{}, nil
	}
	when, last, _ := strings.Cut(text, ",")
	at, err := time.Parse(time.RFC3339Nano, when)
	if err != nil {
		return place{}, ErrPage
	}
	one, err := id.Parse(last)
	if err != nil {
		return place{}, ErrPage
	}
	return place{clock.Cut(at), one}, nil
}

// inbox reads an account's notices, newest first.
func inbox(tx *db.Tx, account id.ID, unread bool, after place, limit int) ([]noticeRow, error) {
	q := tx.SQL().Where("account_id = ?", account)
	if unread {
		q = q.Where("read_at IS NULL")
	}
	if after.id != id.Nil {
		q = q.Where("(created_at, id) < (?, ?)", after.at, after.id)
	}
	var rows []noticeRow
	if err := q.Order("created_at DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read inbox: %w", err)
	}
	return rows, nil
}

// mostUnread bounds the count beside the bell.
const mostUnread = 100

func countUnread(tx *db.Tx, account id.ID) (int, error) {
	var n []int
	err := tx.Query(&n, "SELECT count(*) FROM (SELECT 1 FROM notices n WHERE n.account_id = ? AND n.read_at IS NULL LIMIT ?) q {none}", account, mostUnread)
	if err != nil || len(n) == 0 {
		return 0, err
	}
	return n[0], nil
}

// markRead marks the account's notices as read; all of them if none is named.
func markRead(tx *db.Tx, account id.ID, ids []string) error {
	q := tx.SQL().Model(&noticeRow{}).Where("account_id = ? AND read_at IS NULL", account)
	if len(ids) > 0 {
		q = q.Where("id IN ?", ids)
	}
	if err := q.Update("read_at", tx.Now()).Error; err != nil {
		return fmt.Errorf("mark notices read: %w", err)
	}
	return nil
}

type preferenceRow struct {
	AccountID   id.ID `gorm:"primaryKey"`
	EmailCipher []byte
	Email       bool
	SMS         bool `gorm:"column:sms"`
	QuietFrom   int
	QuietUntil  int
	Slots       string
	ChangedAt   time.Time
}

func (preferenceRow) TableName() string { return "notice_preferences" }

// preferenceOf reads what an account chose.
func preferenceOf(tx *db.Tx, account id.ID) (preferenceRow, bool, error) {
	var row preferenceRow
	err := tx.SQL().Where("account_id = ?", account).Take(&row).Error
	if db.NotFound(err) {
		return row, false, nil
	}
	if err != nil {
		return row, false, fmt.Errorf("read preferences: %w", err)
	}
	return row, true, nil
}

func putPreference(tx *db.Tx, row preferenceRow) error {
	_, found, err := preferenceOf(tx, row.AccountID)
	if err != nil {
		return err
	}
	if !found {
		err = tx.SQL().Create(&row).Error
	} else {
		err = tx.SQL().Model(&preferenceRow{}).Where("account_id = ?", row.AccountID).Updates(map[string]any{
			"email_cipher": row.EmailCipher, "email": row.Email, "sms": row.SMS, "quiet_from": row.QuietFrom, "quiet_until": row.QuietUntil,
			"slots": row.Slots, "changed_at": row.ChangedAt,
		}).Error
	}
	if err != nil {
		return fmt.Errorf("write preferences: %w", err)
	}
	return nil
}
