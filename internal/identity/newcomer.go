package identity

import (
	"strings"

	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

var errEntered = fault.New(fault.Conflict, "identity.initial.entered", "本人已经登录过或者已经设置自己的密码，不能再发放初始密码。忘记密码的，请联系管理员重置。")

// Named finds the account of a login for a person of this name, or opens one that
// nobody can enter until a first password is issued for it. A login of somebody of
// another name is refused: typed wrong it must not let a stranger in.
func (s *Service) Named(tx *db.Tx, login, name, phone string) (account id.ID, opened bool, err error) {
	a, found, err := accountByLogin(tx, cleanLogin(login))
	switch {
	case err != nil:
		return id.Nil, false, err
	case found && a.Name != strings.TrimSpace(name):
		return id.Nil, false, errLoginTaken.For("body.login", words.Say("identity.login.others", "这个登录名已由别人使用，请换一个，或者核对姓名。"))
	case found:
		return a.ID, false, nil
	}
	account, err = s.create(tx, login, name, phone, func() (string, error) { return nobodysHash, nil }, true)
	return account, err == nil, at(err, "body.login")
}

// IssueInitial gives an account that nobody has entered a first password, in place
// of any before it: who did not get the answer asks again. The password is kept
// nowhere, only its hash.
func (s *Service) IssueInitial(tx *db.Tx, account id.ID) (initial string, err error) {
	a, err := lockAccount(tx, account)
	if err != nil {
		return "", err
	}
	entered, err := hadSession(tx, account)
	if err != nil {
		return "", err
	}
	if entered || !a.MustChange || a.DisabledAt != nil {
		return "", errEntered
	}
	if initial, err = newInitial(tx, a.Login); err != nil {
		return "", err
	}
	hash, err := s.newHash(tx, initial)
	if err != nil {
		return "", err
	}
	return initial, updateAccount(tx, account, map[string]any{"password_hash": hash})
}
