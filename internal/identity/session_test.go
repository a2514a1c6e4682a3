package identity_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

const (
	expired  = "identity.session.expired"
	wrong    = "identity.login.wrong"
	lockedUp = "identity.login.locked"
)

func TestLoginOpensASession(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		account, login := w.person(t, "测试戊")
		w.employ(t, account, access.Officer, w.NewID())
		w.employ(t, account, access.Director, w.NewID())
		o := w.mustLogin(t, " "+strings.ToUpper(login)+" ", password)
		if o.Session.MustChange || !o.Session.ExpiresAt.After(w.Clock.Now()) {
			t.Errorf("session is %+v", o.Session)
		}
		me := o.Session.Me
		if me.Name != "测试戊" || len(me.Memberships) != 1 || me.Memberships[0].Name != "测试五金店" || strings.Join(me.Memberships[0].Roles, " ") != "director officer" {
			t.Fatalf("me is %+v", me)
		}
		if p := strings.Join(me.Memberships[0].Permissions, " "); !strings.Contains(p, "record.daily.submit") || strings.Contains(p, "risklist.approve") {
			t.Errorf("permissions are %s", p)
		}
		a, err := w.enter(o, w.Enterprise, id.Nil)
		if err != nil || a.Account != account || a.Enterprise != w.Enterprise || !a.Is(access.Officer) || !a.Is(access.Director) {
			t.Errorf("entered as %+v, %v", a, err)
		}
		sessions, err := w.s.ListSessions(context.Background(), w.self(t, o, "listSessions"))
		if err != nil || len(sessions.Body.Items) != 1 || !sessions.Body.Items[0].Current || sessions.Body.Items[0].Address != "192.0.2.7" {
			t.Errorf("sessions are %+v, %v", sessions, err)
		}
	})
}

func TestUnknownLoginTakesTheSameSteps(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		hashes := w.s.CountHashes()
		_, err := w.login(login, "Wrong-0000")
		known := hashes.Swap(0)
		wantCode(t, "wrong password", err, wrong)
		_, err = w.login("nobody-"+login, "Wrong-0000")
		wantCode(t, "unknown login", err, wrong)
		if got := hashes.Load(); got != known || got != 1 {
			t.Errorf("unknown login hashed %d times, wrong password %d, want 1 each", got, known)
		}
	})
}

func TestFiveWrongPasswordsLock(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		for range 4 {
			_, err := w.login(login, "Wrong-0000")
			wantCode(t, "wrong password", err, wrong)
		}
		_, err := w.login(login, "Wrong-0000")
		wantCode(t, "fifth wrong password", err, lockedUp)
		w.Clock.Advance(14 * time.Minute)
		_, err = w.login(login, password)
		wantCode(t, "right password while locked", err, lockedUp)
		if f, ok := fault.Of(err); !ok || !strings.Contains(f.Text, "请 1 分钟后再试") || f.Params["minutes"] != 1 {
			t.Errorf("the refusal does not say how long: %v", err)
		}
		w.Clock.Advance(time.Minute)
		w.mustLogin(t, login, password)
		_, err = w.login(login, "Wrong-0000")
		wantCode(t, "wrong password after the lock", err, wrong)
	})
}

func TestGuessesAtOnceAreCountedOneByOne(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		var wg sync.WaitGroup
		codes := make([]string, 8)
		for i := range codes {
			wg.Go(func() {
				_, err := w.login(login, "Wrong-0000")
				codes[i] = code(err)
			})
		}
		wg.Wait()
		count := map[string]int{}
		for _, c := range codes {
			count[c]++
		}
		if count[wrong] != 4 || count[lockedUp] != 4 {
			t.Errorf("answers are %v, want 4 wrong and 4 locked", count)
		}
	})
}

func TestForgedAccessTokensAreRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		account, login := w.person(t, "测试戊")
		w.employ(t, account, access.Officer, w.NewID())
		o := w.mustLogin(t, login, password)
		key, keyID := w.s.TokenKey()
		var good jwt.MapClaims
		if _, _, err := jwt.NewParser().ParseUnverified(o.Session.AccessToken, &good); err != nil {
			t.Fatal(err)
		}
		forge := func(method jwt.SigningMethod, key any, kid string, change func(jwt.MapClaims)) string {
			c := jwt.MapClaims{}
			for k, v := range good {
				c[k] = v
			}
			if change != nil {
				change(c)
			}
			j := jwt.NewWithClaims(method, c)
			j.Header["kid"] = kid
			text, err := j.SignedString(key)
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		enter := func(token string) error {
			_, err := w.s.Enter(context.Background(), token, w.Enterprise, id.Nil)
			return err
		}
		if err := enter(forge(jwt.SigningMethodHS256, key, keyID, nil)); err != nil {
			t.Fatalf("our own token is refused: %v", err)
		}
		for name, token := range map[string]string{
			"no signature":       forge(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, keyID, nil),
			"another key":        forge(jwt.SigningMethodHS256, []byte("another key of thirty-two bytes!"), keyID, nil),
			"another algorithm":  forge(jwt.SigningMethodHS512, key, keyID, nil),
			"another key id":     forge(jwt.SigningMethodHS256, key, "00000000", nil),
			"no end":             forge(jwt.SigningMethodHS256, key, keyID, func(c jwt.MapClaims) { delete(c, "exp") }),
			"another issuer":     forge(jwt.SigningMethodHS256, key, keyID, func(c jwt.MapClaims) { c["iss"] = "other" }),
			"another account":    forge(jwt.SigningMethodHS256, key, keyID, func(c jwt.MapClaims) { c["sub"] = string(w.Principal) }),
			"no account":         forge(jwt.SigningMethodHS256, key, keyID, func(c jwt.MapClaims) { c["sub"] = "" }),
			"an unknown session": forge(jwt.SigningMethodHS256, key, keyID, func(c jwt.MapClaims) { c["sid"] = string(w.NewID()) }),
			"a bent signature":   o.Session.AccessToken[:len(o.Session.AccessToken)-4] + "AAAA",
			"nonsense":           "x.y.z",
			"the refresh token":  o.Refresh,
		} {
			wantCode(t, name, enter(token), expired)
		}
		w.Clock.Advance(10*time.Minute + time.Second)
		wantCode(t, "after ten minutes", enter(o.Session.AccessToken), expired)
	})
}

func TestRevokedSessionIsRefusedAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		account, login := w.person(t, "测试戊")
		w.employ(t, account, access.Officer, w.NewID())
		_, stranger := w.person(t, "测试己")
		a, b, c := w.mustLogin(t, login, password), w.mustLogin(t, login, password), w.mustLogin(t, stranger, password)
		session := w.self(t, b, "x").Actor().Session
		err := w.s.RevokeSession(context.Background(), w.self(t, c, "revokeSession"), &api.RevokeSessionInput{Session: string(session)})
		wantCode(t, "a stranger revokes", err, "identity.session.not_found")
		err = w.s.RevokeSession(context.Background(), w.self(t, c, "revokeSession"), &api.RevokeSessionInput{Session: string(w.NewID())})
		wantCode(t, "a missing session", err, "identity.session.not_found")
		if err := w.s.RevokeSession(context.Background(), w.self(t, a, "revokeSession"), &api.RevokeSessionInput{Session: string(session)}); err != nil {
			t.Fatal(err)
		}
		_, err = w.enter(b, w.Enterprise, id.Nil)
		wantCode(t, "enter with a revoked session", err, expired)
		_, err = w.refresh(b.Refresh)
		wantCode(t, "refresh a revoked session", err, expired)
		if err := w.s.Logout(context.Background(), w.self(t, a, "logout")); err != nil {
			t.Fatal(err)
		}
		_, err = w.enter(a, id.Nil, id.Nil)
		wantCode(t, "enter after logout", err, expired)
	})
}

func TestRefreshRotates(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		o := w.mustLogin(t, login, password)
		rotate := func(token string) *identity.Opened {
			t.Helper()
			next, err := w.refresh(token)
			if err != nil {
				t.Fatalf("refresh: %v", err)
			}
			return next
		}
		w.Clock.Advance(time.Hour)
		first := rotate(o.Refresh)
		if first.Refresh == o.Refresh {
			t.Fatal("the token did not change")
		}
		w.Clock.Advance(60 * time.Second)
		if again := rotate(o.Refresh); again.Refresh != first.Refresh {
			t.Error("repeated within 60 seconds, the token has another successor")
		}
		second := rotate(first.Refresh)
		if _, err := w.enter(second, id.Nil, id.Nil); err != nil {
			t.Errorf("enter after refreshing: %v", err)
		}
		w.Clock.Advance(29 * 24 * time.Hour)
		third := rotate(second.Refresh)
		w.Clock.Advance(30 * 24 * time.Hour)
		_, err := w.refresh(third.Refresh)
		wantCode(t, "after 30 days unused", err, expired)
		_, err = w.refresh("nonsense")
		wantCode(t, "nonsense", err, expired)
	})
}

func TestReuseOfARefreshTokenRevokesTheSession(t *testing.T) {
	t.Parallel()
	for name, reuse := range map[string]func(w world, first, second string) string{
		"the last token after 60 seconds": func(w world, first, _ string) string {
			w.Clock.Advance(61 * time.Second)
			return first
		},
		"an earlier token at once": func(w world, first, second string) string {
			if _, err := w.refresh(second); err != nil {
				return err.Error()
			}
			return first
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			engines(t, func(t *testing.T, w world) {
				_, login := w.person(t, "测试戊")
				other := w.mustLogin(t, login, password)
				o := w.mustLogin(t, login, password)
				next, err := w.refresh(o.Refresh)
				if err != nil {
					t.Fatal(err)
				}
				_, err = w.refresh(reuse(w, o.Refresh, next.Refresh))
				wantCode(t, "reuse", err, expired)
				_, err = w.refresh(next.Refresh)
				wantCode(t, "the successor after the reuse", err, expired)
				_, err = w.enter(next, id.Nil, id.Nil)
				wantCode(t, "the access token after the reuse", err, expired)
				if _, err := w.refresh(other.Refresh); err != nil {
					t.Errorf("the person's other session ended too: %v", err)
				}
			})
		})
	}
}

func TestRacingRefreshesGetOneSuccessor(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		_, login := w.person(t, "测试戊")
		o := w.mustLogin(t, login, password)
		var wg sync.WaitGroup
		successors, errs := make([]string, 8), make([]error, 8)
		for i := range successors {
			wg.Go(func() {
				next, err := w.refresh(o.Refresh)
				if errs[i] = err; err == nil {
					successors[i] = next.Refresh
				}
			})
		}
		wg.Wait()
		for i := range successors {
			if errs[i] != nil || successors[i] != successors[0] {
				t.Errorf("racer %d got %q, %v, want %q", i, successors[i], errs[i], successors[0])
			}
		}
		if _, err := w.refresh(successors[0]); err != nil {
			t.Errorf("the successor is refused: %v", err)
		}
	})
}
