package identity

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type accountRow struct {
	ID           id.ID
	Login        string
	Name         string
	PhoneCipher  []byte
	PhoneIndex   []byte
	PasswordHash string
	MustChange   bool
	Failures     int
	LockedUntil  *time.Time
	CreatedAt    time.Time
	DisabledAt   *time.Time
}

func (accountRow) TableName() string { return "accounts" }

type sessionRow struct {
	ID         id.ID
	AccountID  id.ID
	Device     string
	Address    string
	CreatedAt  time.Time
	LastUsedAt time.Time
	ExpiresAt  time.Time
	RevokedAt  *time.Time
	RevokedWhy string
}

func (sessionRow) TableName() string { return "sessions" }

type refreshRow struct {
	Hash       []byte `gorm:"primaryKey"`
	SessionID  id.ID
	Generation int
	IssuedAt   time.Time
	ExpiresAt  time.Time
	UsedAt     *time.Time
}

func (refreshRow) TableName() string { return "refresh_tokens" }

// accountsLogin keeps logins apart.
var accountsLogin = db.Unique{Name: "accounts_login", Columns: "accounts.login"}

func insertAccount(tx *db.Tx, a accountRow) error {
	err := tx.SQL().Create(&a).Error
	if db.Violates(err, accountsLogin) {
		return errLoginTaken.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert account %s: %w", a.ID, err)
	}
	return nil
}

func accountByLogin(tx *db.Tx, login string) (a accountRow, found bool, err error) {
	err = tx.SQL().Where("login = ?", login).Take(&a).Error
	if db.NotFound(err) {
		return accountRow{}, false, nil
	}
	if err != nil {
		return accountRow{}, false, fmt.Errorf("read account by login: %w", err)
	}
	return a, true, nil
}

func accountOf(tx *db.Tx, account id.ID) (a accountRow, err error) {
	if err := tx.SQL().Where("id = ?", account).Take(&a).Error; err != nil {
		return a, fmt.Errorf("read account %s: %w", account, err)
	}
	return a, nil
}

// lockAccount reads the account and holds it, so that failures are counted
// one after the other.
func lockAccount(tx *db.Tx, account id.ID) (a accountRow, err error) {
	if err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", account).Take(&a).Error; err != nil {
		return a, fmt.Errorf("lock account %s: %w", account, err)
	}
	return a, nil
}

func updateAccount(tx *db.Tx, account id.ID, values map[string]any) error {
	if err := tx.SQL().Model(&accountRow{}).Where("id = ?", account).Updates(values).Error; err != nil {
		return fmt.Errorf("update account %s: %w", account, err)
	}
	return nil
}

// hadSession reports whether anybody ever entered with the account.
func hadSession(tx *db.Tx, account id.ID) (bool, error) {
	var n int64
	if err := tx.SQL().Model(&sessionRow{}).Where("account_id = ?", account).Count(&n).Error; err != nil {
		return false, fmt.Errorf("count sessions of account %s: %w", account, err)
	}
	return n > 0, nil
}

func insertSession(tx *db.Tx, s sessionRow) error {
	if err := tx.SQL().Create(&s).Error; err != nil {
		return fmt.Errorf("insert session %s: %w", s.ID, err)
	}
	return nil
}

func insertRefresh(tx *db.Tx, r refreshRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert refresh token of session %s: %w", r.SessionID, err)
	}
	return nil
}

// lockSessionOf finds the session of a refresh token and holds it, so that of
// several who come at once the first changes the token and the others see it.
func lockSessionOf(tx *db.Tx, hash []byte) (s sessionRow, found bool, err error) {
	err = tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).
		Where("id = (SELECT session_id FROM refresh_tokens WHERE hash = ?)", hash).Take(&s).Error
	if db.NotFound(err) {
		return sessionRow{}, false, nil
	}
	if err != nil {
		return sessionRow{}, false, fmt.Errorf("lock session of a refresh token: %w", err)
	}
	return s, true, nil
}

func refreshByHash(tx *db.Tx, hash []byte) (r refreshRow, found bool, err error) {
	err = tx.SQL().Where("hash = ?", hash).Take(&r).Error
	if db.NotFound(err) {
		return refreshRow{}, false, nil
	}
	if err != nil {
		return refreshRow{}, false, fmt.Errorf("read refresh token: %w", err)
	}
	return r, true, nil
}

func markUsed(tx *db.Tx, hash []byte, at time.Time) error {
	if err := tx.SQL().Model(&refreshRow{}).Where("hash = ?", hash).Update("used_at", at).Error; err != nil {
		return fmt.Errorf("mark refresh token used: %w", err)
	}
	return nil
}

// dropExpired forgets the session's tokens whose time has passed; they open
// nothing any more.
func dropExpired(tx *db.Tx, session id.ID, now time.Time) error {
	if err := tx.SQL().Where("session_id = ? AND expires_at <= ?", session, now).Delete(&refreshRow{}).Error; err != nil {
		return fmt.Errorf("drop expired refresh tokens of session %s: %w", session, err)
	}
	return nil
}

func touchSession(tx *db.Tx, session id.ID, now, until time.Time, address string) error {
	values := map[string]any{"last_used_at": now, "expires_at": until, "address": address}
	if err := tx.SQL().Model(&sessionRow{}).Where("id = ?", session).Updates(values).Error; err != nil {
		return fmt.Errorf("touch session %s: %w", session, err)
	}
	return nil
}

// openSessionsOf lists the account's sessions that stand, last used first.
func openSessionsOf(tx *db.Tx, account id.ID) (rows []sessionRow, err error) {
	err = tx.SQL().Where("account_id = ? AND revoked_at IS NULL AND expires_at > ?", account, tx.Now()).
		Order("last_used_at DESC, id DESC").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("list sessions of account %s: %w", account, err)
	}
	return rows, nil
}

// revokeSession ends one session of the account and reports whether it stood.
func revokeSession(tx *db.Tx, account, session id.ID, why string) (bool, error) {
	r := tx.SQL().Model(&sessionRow{}).Where("id = ? AND account_id = ? AND revoked_at IS NULL", session, account).
		Updates(map[string]any{"revoked_at": tx.Now(), "revoked_why": why})
	if r.Error != nil {
		return false, fmt.Errorf("revoke session %s: %w", session, r.Error)
	}
	return r.RowsAffected == 1, nil
}

// revokeOthers ends all sessions of the account but the one to keep, which may
// be absent.
func revokeOthers(tx *db.Tx, account, keep id.ID, why string) error {
	q := tx.SQL().Model(&sessionRow{}).Where("account_id = ? AND revoked_at IS NULL", account)
	if keep != id.Nil {
		q = q.Where("id <> ?", keep)
	}
	if err := q.Updates(map[string]any{"revoked_at": tx.Now(), "revoked_why": why}).Error; err != nil {
		return fmt.Errorf("revoke sessions of account %s: %w", account, err)
	}
	return nil
}
