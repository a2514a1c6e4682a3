package identity_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// world is a database with identity and its hook.
type world struct {
	testkit.World
	testkit.Fixture
	s *identity.Service
}

const password = "Zhize-2026"

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		sealer, err := cipher.NewSealer(bytes.Repeat([]byte{2}, 32))
		if err != nil {
			t.Fatal(err)
		}
		index, err := cipher.NewIndex(bytes.Repeat([]byte{3}, 32))
		if err != nil {
			t.Fatal(err)
		}
		w := world{World: tw, Fixture: tw.Found(t), s: identity.New(tw.DB, identity.Keys{Token: bytes.Repeat([]byte{1}, 32), Phones: sealer, PhoneIndex: index})}
		tw.DB.BeforeCommit(w.s.Audit)
		fn(t, w)
	})
}

func anyone() access.Grant { return access.Anyone(access.Call{Operation: "login"}) }

// write runs fn in a transaction without a tenant.
func (w world) write(t *testing.T, fn func(tx *db.Tx) error) {
	t.Helper()
	if err := w.DB.Write(context.Background(), anyone(), fn); err != nil {
		t.Fatal(err)
	}
}

// person opens an account of a login of its own, with the password.
func (w world) person(t *testing.T, name string) (account id.ID, login string) {
	t.Helper()
	login = "p" + string(w.NewID())
	w.write(t, func(tx *db.Tx) (err error) {
		account, err = w.s.CreateAccountWithPassword(tx, login, name, "13800000000", password)
		return err
	})
	return account, login
}

// employ gives the account a role for the fixture's enterprise.
func (w world) employ(t *testing.T, account id.ID, role access.Role, source id.ID) {
	t.Helper()
	err := w.DB.Write(context.Background(), w.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
		return w.s.GrantRole(tx, identity.Role{Account: account, Enterprise: w.Enterprise, OwnerName: "测试五金店", Role: role, Source: source})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (w world) login(login, password string) (*identity.Opened, error) {
	in := &api.LoginInput{UserAgent: "test"}
	in.Body.Login, in.Body.Password = login, password
	ctx := identity.WithAddress(context.Background(), "192.0.2.7")
	return w.s.Login(ctx, anyone(), in)
}

func (w world) mustLogin(t *testing.T, login, password string) *identity.Opened {
	t.Helper()
	o, err := w.login(login, password)
	if err != nil {
		t.Fatalf("login: %v", err)
	}
	return o
}

func (w world) refresh(token string) (*identity.Opened, error) {
	return w.s.Refresh(context.Background(), access.Anyone(access.Call{Operation: "refreshSession"}), token)
}

func (w world) enter(o *identity.Opened, enterprise, agency id.ID) (access.Actor, error) {
	return w.s.Enter(context.Background(), o.Session.AccessToken, enterprise, agency)
}

// self is the grant of the session's person for what concerns only himself.
func (w world) self(t *testing.T, o *identity.Opened, operation string) access.Grant {
	t.Helper()
	a, err := w.enter(o, id.Nil, id.Nil)
	if err != nil {
		t.Fatalf("enter as oneself: %v", err)
	}
	g, err := access.Self(a, access.Call{Operation: operation, Request: "r"})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// code returns the code of a refusal.
func code(err error) string {
	if f, ok := fault.Of(err); ok {
		return f.Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func wantCode(t *testing.T, what string, err error, want string) {
	t.Helper()
	if got := code(err); got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

var errPlanned = errors.New("planned")
