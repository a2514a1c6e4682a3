package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
)

// Refusals of logins and passwords.
var (
	errPasswordWeak  = fault.New(fault.Invalid, "identity.password.weak", "密码太简单：至少 8 个字符，须含大写字母、小写字母、数字、符号中的三类，且不能包含登录名。")
	errPasswordLong  = fault.New(fault.Invalid, "identity.password.long", "密码最长 128 个字符，请缩短。")
	errPasswordSame  = fault.New(fault.Invalid, "identity.password.same", "新密码不能与原密码相同，请换一个。")
	errPasswordWrong = fault.New(fault.Invalid, "identity.password.wrong", "原密码不正确，请重新输入。连续输错 5 次将锁定 15 分钟。")
	errLoginForm     = fault.New(fault.Invalid, "identity.login.malformed", "登录名为 3 至 64 个字符，可用字母、数字和 . _ - @，不能有空格。")
)

// The longest and shortest passwords, in characters.
const (
	passwordMin = 8
	passwordMax = 128
)

// checkPassword applies the rule: at least 8 characters of at least three of
// the classes upper case, lower case, digit and other, without the login.
func checkPassword(login, password string) error {
	n := utf8.RuneCountInString(password)
	if n > passwordMax {
		return errPasswordLong
	}
	if n < passwordMin || classes(password) < 3 || strings.Contains(strings.ToLower(password), login) {
		return errPasswordWeak
	}
	return nil
}

// classes counts the classes of characters in a password.
func classes(password string) int {
	var upper, lower, digit, other int
	for _, r := range password {
		switch {
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return upper + lower + digit + other
}

// cleanLogin brings a login into the form in which it is stored and compared.
func cleanLogin(login string) string { return strings.ToLower(strings.TrimSpace(login)) }

// CheckLogin holds the form of a login against the rule by which accounts are
// opened; whether it is taken is another question.
func CheckLogin(login string) error { return at(checkLogin(cleanLogin(login)), "body.login") }

func checkLogin(login string) error {
	n := utf8.RuneCountInString(login)
	if n < 3 || n > 64 {
		return errLoginForm
	}
	for _, r := range login {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-@", r) {
			return errLoginForm
		}
	}
	return nil
}

// legible are the characters of initial passwords: those that nobody confuses
// when he copies them from paper.
const legible = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"

// newInitial makes a password of twelve legible characters that keeps the rule.
func newInitial(tx *db.Tx, login string) (string, error) {
	for {
		var out strings.Builder
		for out.Len() < 12 {
			var b [1]byte
			if err := tx.Random(b[:]); err != nil {
				return "", err
			}
			// Four whole alphabets fit into a byte; the rest is drawn again.
			if int(b[0]) < 4*len(legible) {
				out.WriteByte(legible[int(b[0])%len(legible)])
			}
		}
		if p := out.String(); checkPassword(login, p) == nil {
			return p, nil
		}
	}
}
