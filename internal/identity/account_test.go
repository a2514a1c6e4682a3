package identity_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestPasswordRule(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, password, want string
	}{
		{"eight characters of three classes are enough", "Abcdef12", ""},
		{"a symbol is a class", "abcdef1!", ""},
		{"a character without case is a class", "质量安全ab12", ""},
		{"seven characters are too few", "Abcde12", "identity.password.weak"},
		{"two classes are too few", "abcdefgh12", "identity.password.weak"},
		{"the login may not be in it", "Xx-WANGER-1", "identity.password.weak"},
		{"129 characters are too many", "Aa1" + string(bytes.Repeat([]byte("x"), 126)), "identity.password.long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			wantCode(t, tt.password, identity.CheckPassword("wanger", tt.password), tt.want)
		})
	}
}

func TestInitialPasswordMustBeChangedFirst(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var account id.ID
		var initial string
		login := "n" + string(w.NewID())
		w.write(t, func(tx *db.Tx) (err error) {
			account, initial, err = w.s.CreateAccount(tx, login, "测试庚", "")
			return err
		})
		wantCode(t, "the initial password "+initial, identity.CheckPassword(login, initial), "")
		w.employ(t, account, access.Officer, w.NewID())
		o := w.mustLogin(t, login, initial)
		if !o.Session.MustChange {
			t.Error("the session does not say that the password must be changed")
		}
		_, err := w.enter(o, w.Enterprise, id.Nil)
		wantCode(t, "enter for the enterprise", err, "identity.password.must_change")
		_, err = w.enter(o, w.NewID(), id.Nil)
		wantCode(t, "enter for another", err, "identity.password.must_change")
		_, err = w.s.ListSessions(context.Background(), w.self(t, o, "listSessions"))
		wantCode(t, "list sessions", err, "identity.password.must_change")
		if _, err := w.s.ReadMe(context.Background(), w.self(t, o, "readMe")); err != nil {
			t.Errorf("read me: %v", err)
		}
		o, err = w.refresh(o.Refresh)
		if err != nil || !o.Session.MustChange {
			t.Errorf("refresh: %v", err)
		}
		other := w.mustLogin(t, login, initial)

		change := func(current, next string) error {
			in := &api.ChangePasswordInput{}
			in.Body.Current, in.Body.New = current, next
			return w.s.ChangePassword(context.Background(), w.self(t, o, "changePassword"), in)
		}
		wantCode(t, "change to a weak one", change(initial, "abcdefgh"), "identity.password.weak")
		wantCode(t, "change to the same", change(initial, initial), "identity.password.same")
		wantCode(t, "change with a wrong one", change("Wrong-0000", password), "identity.password.wrong")
		if err := change(initial, password); err != nil {
			t.Fatal(err)
		}
		if _, err = w.enter(o, w.Enterprise, id.Nil); err != nil {
			t.Errorf("enter after the change: %v", err)
		}
		_, err = w.enter(other, id.Nil, id.Nil)
		wantCode(t, "the other session", err, "identity.session.expired")
		_, err = w.login(login, initial)
		wantCode(t, "login with the initial password", err, "identity.login.wrong")
		w.mustLogin(t, login, password)
	})
}

func TestWrongCurrentPasswordCountsTowardsTheLock(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		o := w.mustLogin(t, login, password)
		in := &api.ChangePasswordInput{}
		in.Body.Current, in.Body.New = "Wrong-0000", "Zhize-2027"
		var err error
		for range 5 {
			err = w.s.ChangePassword(context.Background(), w.self(t, o, "changePassword"), in)
		}
		wantCode(t, "fifth wrong password", err, "identity.login.locked")
		_, err = w.login(login, password)
		wantCode(t, "login", err, "identity.login.locked")
	})
}

func TestAccountsAreRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		create := func(login, name, password string) error {
			return w.DB.Write(context.Background(), anyone(), func(tx *db.Tx) error {
				_, err := w.s.CreateAccountWithPassword(tx, login, name, "", password)
				return err
			})
		}
		wantCode(t, "a login that is taken", create(login, "测试己", password), "identity.login.taken")
		wantCode(t, "a login with a space", create("a b c", "测试己", password), "identity.login.malformed")
		wantCode(t, "a short login", create("ab", "测试己", password), "identity.login.malformed")
		wantCode(t, "no name", create("x"+login, " ", password), "identity.name.missing")
		wantCode(t, "a weak password", create("x"+login, "测试己", "password"), "identity.password.weak")
		w.write(t, func(tx *db.Tx) error {
			var rows []struct{ PhoneCipher, PhoneIndex []byte }
			err := tx.Query(&rows, "SELECT phone_cipher, phone_index FROM accounts WHERE login = ? {none}", login)
			if len(rows) != 1 || len(rows[0].PhoneIndex) != 32 || len(rows[0].PhoneCipher) < 40 || bytes.Contains(rows[0].PhoneCipher, []byte("138")) {
				t.Errorf("the phone is kept as %v", rows)
			}
			return err
		})
		w.write(t, func(tx *db.Tx) error {
			account, _, err := w.s.FindAccount(tx, login)
			if err != nil {
				return err
			}
			for _, number := range []string{"13911112222", ""} {
				if err := w.s.KeepPhone(tx, account, number); err != nil {
					return err
				}
				if got, err := w.s.Phone(tx, account); err != nil || got != number {
					t.Errorf("the number is %q, %v, want %q", got, err, number)
				}
			}
			return nil
		})
	})
}

func TestResetPassword(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		o := w.mustLogin(t, login, password)
		for range 5 {
			_, _ = w.login(login, "Wrong-0000")
		}
		var initial string
		w.write(t, func(tx *db.Tx) (err error) {
			initial, err = w.s.ResetPassword(tx, login)
			return err
		})
		_, err := w.enter(o, id.Nil, id.Nil)
		wantCode(t, "the session before", err, "identity.session.expired")
		if o := w.mustLogin(t, login, initial); !o.Session.MustChange {
			t.Error("the new initial password need not be changed")
		}
		err = w.DB.Write(context.Background(), anyone(), func(tx *db.Tx) error {
			_, err := w.s.ResetPassword(tx, "nobody-"+login)
			return err
		})
		wantCode(t, "an unknown login", err, "identity.login.unknown")
	})
}

func TestForeignEnterpriseIsNotFound(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		other := w.Found(t)
		account, login := w.person(t, "测试戊")
		source := w.NewID()
		w.employ(t, account, access.Officer, source)
		o := w.mustLogin(t, login, password)
		_, err := w.enter(o, other.Enterprise, id.Nil)
		_, missing := w.enter(o, w.NewID(), id.Nil)
		if !errors.Is(err, db.ErrEnterpriseNotFound) || code(err) != code(missing) {
			t.Errorf("a foreign enterprise: %v, a missing one: %v, want ErrEnterpriseNotFound", err, missing)
		}
		_, err = w.enter(o, id.Nil, w.Office)
		_, missing = w.enter(o, id.Nil, w.NewID())
		if !errors.Is(err, identity.ErrAgencyNotFound) || code(err) != code(missing) {
			t.Errorf("a foreign agency: %v, a missing one: %v, want ErrAgencyNotFound", err, missing)
		}
		w.Clock.Advance(time.Minute)
		err = w.DB.Write(context.Background(), other.As(t, access.Principal, "appointment.end"), func(tx *db.Tx) error {
			return w.s.EndRoles(tx, source, tx.Now())
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.enter(o, w.Enterprise, id.Nil); err != nil {
			t.Errorf("another enterprise ended the role: %v", err)
		}
		err = w.DB.Write(context.Background(), w.As(t, access.Principal, "appointment.end"), func(tx *db.Tx) error {
			return w.s.EndRoles(tx, source, tx.Now())
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.enter(o, w.Enterprise, id.Nil)
		wantCode(t, "after the role has ended", err, "enterprise.not_found")
		err = w.DB.Write(context.Background(), w.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
			return w.s.GrantRole(tx, identity.Role{Account: account, Enterprise: other.Enterprise, Role: access.Officer})
		})
		if !errors.Is(err, db.ErrForeignRow) {
			t.Errorf("granting a role for another enterprise: %v, want ErrForeignRow", err)
		}
	})
}

func TestAgencyActorHasItsPath(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		account, login := w.person(t, "测试辛")
		w.write(t, func(tx *db.Tx) error {
			return w.s.GrantRole(tx, identity.Role{Account: account, Agency: w.District, OwnerName: "测试区局", Role: access.Chief})
		})
		o := w.mustLogin(t, login, password)
		a, err := w.enter(o, id.Nil, w.District)
		if err != nil || a.Path != w.DistrictPath || a.Agency != w.District || !a.Is(access.Chief) {
			t.Errorf("entered as %+v, %v", a, err)
		}
		if m := o.Session.Me.Memberships; len(m) != 1 || m[0].Side != "agency" || m[0].Level != "district" || m[0].Name != "测试区局" {
			t.Errorf("memberships are %+v", m)
		}
	})
}

func TestStandIsWhatHeMayDoNow(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		stand := func(account, enterprise, agency id.ID) access.Actor {
			t.Helper()
			a, err := w.s.Stand(t.Context(), account, enterprise, agency)
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		if a := stand(w.Director, w.Enterprise, id.Nil); !a.Is(access.Director) || a.Enterprise != w.Enterprise || a.Name != "测试乙" || a.Account != w.Director {
			t.Errorf("the director stands as %+v", a)
		}
		if a := stand(w.Supervisor, w.Enterprise, w.Office); !a.Is(access.Supervisor) || a.Enterprise != id.Nil || a.Agency != w.Office || a.Path != w.OfficePath {
			t.Errorf("the supervisor stands as %+v", a)
		}
		for name, a := range map[string]access.Actor{
			"elsewhere": stand(w.Director, w.NewID(), id.Nil),
			"nobody":    stand(w.NewID(), w.Enterprise, id.Nil),
		} {
			if len(a.Roles) != 0 || a.Enterprise != id.Nil {
				t.Errorf("%s stands as %+v", name, a)
			}
		}
		account, _ := w.person(t, "测试壬")
		source := w.NewID()
		w.employ(t, account, access.Officer, source)
		if a := stand(account, w.Enterprise, id.Nil); !a.Is(access.Officer) {
			t.Errorf("in office he stands as %+v", a)
		}
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "appointment.end"), func(tx *db.Tx) error { return w.s.EndRoles(tx, source, tx.Now()) })
		if err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(1)
		if a := stand(account, w.Enterprise, id.Nil); len(a.Roles) != 0 {
			t.Errorf("dismissed he stands as %+v", a)
		}
	})
}

func TestAuditNotesWritesAndLogins(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		other := w.Found(t)
		account, login := w.person(t, "测试戊")
		w.employ(t, account, access.Officer, w.NewID())
		w.Clock.Advance(time.Second)
		_, err := w.login(login, "Wrong-0000")
		wantCode(t, "login", err, "identity.login.wrong")
		w.Clock.Advance(time.Second)
		w.mustLogin(t, login, password)
		_, strangers := w.person(t, "测试己")
		w.mustLogin(t, strangers, password)
		w.Clock.Advance(time.Second)
		g := w.As(t, access.Director, "record.daily.submit")
		nothing := func(*db.Tx) error { return nil }
		if err := w.DB.Write(context.Background(), g, nothing); err != nil {
			t.Fatal(err)
		}
		if err := w.DB.Write(context.Background(), g, func(*db.Tx) error { return errPlanned }); !errors.Is(err, errPlanned) {
			t.Fatal(err)
		}
		if err := w.DB.Write(context.Background(), other.As(t, access.Director, "record.daily.submit"), nothing); err != nil {
			t.Fatal(err)
		}
		if err := w.DB.Write(context.Background(), access.System("sweep"), nothing); err != nil {
			t.Fatal(err)
		}
		list := func(f testkit.Fixture, page api.Page) api.AuditOutput {
			t.Helper()
			out, err := w.s.ListAudit(context.Background(), f.As(t, access.Director, "audit.read"), &api.ListAuditInput{Page: page})
			if err != nil {
				t.Fatal(err)
			}
			return *out
		}
		type line struct{ name, operation, outcome string }
		var got []line
		page := api.Page{Limit: 2}
		for {
			out := list(w.Fixture, page)
			for _, e := range out.Body.Items {
				got = append(got, line{e.Name, e.Operation, e.Outcome})
			}
			if page.After = out.Body.Next; page.After == "" {
				break
			}
		}
		want := []line{{"测试乙", "test", "done"}, {"测试戊", "login", "done"}, {"测试戊", "login", "refused"}, {"测试甲", "test", "done"}}
		if len(got) != len(want) {
			t.Fatalf("the log is %v, want %v", got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("line %d is %v, want %v", i, got[i], want[i])
			}
		}
		// Its founding is in the log too: the hook was there before it.
		if items := list(other, api.Page{Limit: 50}).Body.Items; len(items) != 2 || items[0].Name != "测试乙" || items[1].Operation != "testkit" {
			t.Errorf("the other enterprise sees %v, want its two lines", items)
		}
		_, err = w.s.ListAudit(context.Background(), w.As(t, access.Director, "audit.read"), &api.ListAuditInput{Page: api.Page{After: "x", Limit: 1}})
		wantCode(t, "a bent key", err, "identity.audit.after")
	})
}
