package identity

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals about accounts.
var (
	errLoginTaken   = fault.New(fault.Conflict, "identity.login.taken", "该登录名已被使用，请换一个。")
	errLoginUnknown = fault.New(fault.NotFound, "identity.login.unknown", "没有这个登录名，请核对后重试。")
	errNameMissing  = fault.New(fault.Invalid, "identity.name.missing", "请填写姓名，最多 50 个字。")
	errLoginWrong   = fault.New(fault.Unauthenticated, "identity.login.wrong", "登录名或密码不正确，请重新输入。连续输错 5 次将锁定 15 分钟。")
	errLocked       = fault.New(fault.Limited, "identity.login.locked", "密码连续输错 {times} 次，账号已锁定，请 {minutes} 分钟后再试，或请管理员重置密码。")
)

// After so many wrong passwords in a row an account is closed for so long.
const (
	maxFailures = 5
	lockFor     = 15 * time.Minute
)

// errNoPhoneKey is an operator's mistake.
var errNoPhoneKey = errors.New("no key to keep phone numbers with")

// CreateAccount opens an account with an initial password, which is shown once
// and must be changed at the first login.
func (s *Service) CreateAccount(tx *db.Tx, login, name, phone string) (account id.ID, initialPassword string, err error) {
	initial, err := newInitial(tx, cleanLogin(login))
	if err != nil {
		return id.Nil, "", err
	}
	account, err = s.create(tx, login, name, phone, func() (string, error) { return s.newHash(tx, initial) }, true)
	if err != nil {
		return id.Nil, "", err
	}
	return account, initial, nil
}

// CreateAccountWithPassword opens an account with a password that its person
// has chosen.
func (s *Service) CreateAccountWithPassword(tx *db.Tx, login, name, phone, password string) (id.ID, error) {
	if err := checkPassword(cleanLogin(login), password); err != nil {
		return id.Nil, err
	}
	return s.create(tx, login, name, phone, func() (string, error) { return s.newHash(tx, password) }, false)
}

// create asks for the hash last: it takes its time.
func (s *Service) create(tx *db.Tx, login, name, phone string, hash func() (string, error), mustChange bool) (id.ID, error) {
	login, name, phone = cleanLogin(login), strings.TrimSpace(name), strings.TrimSpace(phone)
	if err := checkLogin(login); err != nil {
		return id.Nil, err
	}
	if name == "" || len([]rune(name)) > 50 {
		return id.Nil, errNameMissing
	}
	if _, taken, err := accountByLogin(tx, login); err != nil || taken {
		if err == nil {
			err = errLoginTaken
		}
		return id.Nil, err
	}
	a := accountRow{ID: tx.NewID(), Login: login, Name: name, MustChange: mustChange, CreatedAt: tx.Now()}
	var err error
	if a.PasswordHash, err = hash(); err != nil {
		return id.Nil, err
	}
	if a.PhoneCipher, a.PhoneIndex, err = s.sealPhone(a.ID, phone); err != nil {
		return id.Nil, err
	}
	return a.ID, insertAccount(tx, a)
}

// FindAccount finds an account by its login.
func (s *Service) FindAccount(tx *db.Tx, login string) (id.ID, bool, error) {
	a, found, err := accountByLogin(tx, cleanLogin(login))
	return a.ID, found, err
}

// sealPhone is what is kept of a number: itself, sealed, and its blind index.
func (s *Service) sealPhone(account id.ID, phone string) (sealed, index []byte, err error) {
	if phone == "" {
		return nil, nil, nil
	}
	if s.phones == nil || s.index == nil {
		return nil, nil, errNoPhoneKey
	}
	if sealed, err = s.phones.Seal(phone, "accounts.phone/"+string(account)); err != nil {
		return nil, nil, fmt.Errorf("seal phone of account %s: %w", account, err)
	}
	return sealed, s.index.Of("accounts.phone", phone), nil
}

// KeepPhone notes the number by which a person wants to be reminded; empty is none.
func (s *Service) KeepPhone(tx *db.Tx, account id.ID, phone string) error {
	sealed, index, err := s.sealPhone(account, phone)
	if err != nil {
		return err
	}
	return updateAccount(tx, account, map[string]any{"phone_cipher": sealed, "phone_index": index})
}

// Phone is the account's number, empty if none is noted: for reminding its person.
func (s *Service) Phone(tx *db.Tx, account id.ID) (string, error) {
	a, err := accountOf(tx, account)
	if err != nil || len(a.PhoneCipher) == 0 {
		return "", err
	}
	if s.phones == nil {
		return "", errNoPhoneKey
	}
	number, err := s.phones.Open(a.PhoneCipher, "accounts.phone/"+string(account))
	if err != nil {
		return "", fmt.Errorf("open phone of account %s: %w", account, err)
	}
	return number, nil
}

// ResetPassword gives an account a new initial password, opens its lock and
// ends its sessions. It is the administrator's.
func (s *Service) ResetPassword(tx *db.Tx, login string) (initial string, err error) {
	a, found, err := accountByLogin(tx, cleanLogin(login))
	if err != nil {
		return "", err
	}
	if !found {
		return "", errLoginUnknown
	}
	if initial, err = newInitial(tx, a.Login); err != nil {
		return "", err
	}
	hash, err := s.newHash(tx, initial)
	if err != nil {
		return "", err
	}
	err = updateAccount(tx, a.ID, map[string]any{"password_hash": hash, "must_change": true, "failures": 0, "locked_until": nil})
	if err != nil {
		return "", err
	}
	return initial, revokeOthers(tx, a.ID, id.Nil, "reset")
}

// ChangePassword changes the caller's password and ends his other sessions.
func (s *Service) ChangePassword(ctx context.Context, g access.Grant, in *api.ChangePasswordInput) error {
	var known accountRow
	salt := make([]byte, saltSize)
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		if known, err = accountOf(tx, g.Actor().Account); err != nil {
			return err
		}
		return tx.Random(salt)
	})
	if err != nil {
		return err
	}
	if err := checkPassword(known.Login, in.Body.New); err != nil {
		return at(err, "body.new")
	}
	if in.Body.New == in.Body.Current {
		return errPasswordSame.At("body.new", "")
	}
	// Hashing takes its time; no transaction waits for it.
	right, err := s.hasher.matches(ctx, known.PasswordHash, in.Body.Current)
	if err != nil {
		return err
	}
	hash, err := s.hasher.hash(ctx, in.Body.New, salt)
	if err != nil {
		return err
	}
	var refusal error
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		a, err := lockAccount(tx, known.ID)
		if err != nil {
			return err
		}
		refusal, err = admit(tx, a, right && a.PasswordHash == known.PasswordHash, errPasswordWrong.At("body.current", ""))
		if err != nil || refusal != nil {
			return err
		}
		if err := updateAccount(tx, a.ID, map[string]any{"password_hash": hash, "must_change": false}); err != nil {
			return err
		}
		return revokeOthers(tx, a.ID, g.Actor().Session, "password")
	})
	if err != nil {
		return err
	}
	return refusal
}

// admit decides whether a password opens an account that is held, and counts.
// A refusal is no error of the transaction: the count must be kept.
func admit(tx *db.Tx, a accountRow, right bool, wrong error) (refusal, err error) {
	now := tx.Now()
	if a.LockedUntil != nil && a.LockedUntil.After(now) {
		return locked(a.LockedUntil.Sub(now)), nil
	}
	if right && a.DisabledAt == nil {
		if a.Failures == 0 && a.LockedUntil == nil {
			return nil, nil
		}
		return nil, updateAccount(tx, a.ID, map[string]any{"failures": 0, "locked_until": nil})
	}
	if a.Failures+1 < maxFailures {
		return wrong, updateAccount(tx, a.ID, map[string]any{"failures": a.Failures + 1})
	}
	return locked(lockFor), updateAccount(tx, a.ID, map[string]any{"failures": 0, "locked_until": now.Add(lockFor)})
}

// locked says how long it takes, in whole minutes begun.
func locked(left time.Duration) error {
	minutes := int((left + time.Minute - 1) / time.Minute)
	return errLocked.With("times", maxFailures).With("minutes", minutes)
}

func (s *Service) newHash(tx *db.Tx, password string) (string, error) {
	salt := make([]byte, saltSize)
	if err := tx.Random(salt); err != nil {
		return "", err
	}
	return s.hasher.hash(tx.Context(), password, salt)
}

// at names the input at fault.
func at(err error, pointer string) error {
	if f, ok := fault.Of(err); ok {
		return f.At(pointer, "")
	}
	return err
}
