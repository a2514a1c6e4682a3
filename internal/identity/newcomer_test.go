package identity_test

import (
	"context"
	"testing"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// An account for somebody named in a table opens to nobody until a first password
// is issued, and to him alone from then on.
func TestNewcomer(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		login := "new" + string(w.NewID())
		named := func(login, name string) (account id.ID, opened bool, err error) {
			err = w.DB.Write(context.Background(), anyone(), func(tx *db.Tx) (err error) {
				account, opened, err = w.s.Named(tx, login, name, "")
				return err
			})
			return account, opened, err
		}
		account, opened, err := named(login, "新来甲")
		if err != nil || !opened {
			t.Fatalf("opened %t, %v", opened, err)
		}
		again, opened, err := named(" "+login, "新来甲")
		if err != nil || opened || again != account {
			t.Errorf("found %s, opened %t, %v, want %s", again, opened, err, account)
		}
		_, _, err = named(login, "冒名者")
		wantCode(t, "the login of another", err, "identity.login.taken")
		_, _, err = named("ab", "新来乙")
		wantCode(t, "a short login", err, "identity.login.malformed")
		for _, guess := range []string{"", "-", password} {
			if _, err := w.login(login, guess); err == nil {
				t.Errorf("%q opens it", guess)
			}
		}
		issue := func(account id.ID) (initial string, err error) {
			err = w.DB.Write(context.Background(), anyone(), func(tx *db.Tx) (err error) {
				initial, err = w.s.IssueInitial(tx, account)
				return err
			})
			return initial, err
		}
		initial, err := issue(account)
		if err != nil {
			t.Fatal(err)
		}
		if o := w.mustLogin(t, login, initial); !o.Session.MustChange {
			t.Error("the initial password need not be changed")
		}
		_, err = issue(account)
		wantCode(t, "after he entered", err, "identity.initial.entered")
		known, _ := w.person(t, "测试戊")
		_, err = issue(known)
		wantCode(t, "of somebody with a password", err, "identity.initial.entered")
	})
}
