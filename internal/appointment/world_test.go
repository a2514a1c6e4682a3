package appointment_test

import (
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// people stands in for identity: it writes the rows and nothing else.
type people struct{ fails bool }

func (p *people) CreateAccount(tx *db.Tx, login, name, _ string) (id.ID, string, error) {
	account := tx.NewID()
	_, err := tx.Exec("INSERT INTO accounts (id, login, name, password_hash, created_at) VALUES (?, ?, ?, '-', ?) {none}", account, login, name, tx.Now())
	return account, "initial", err
}

func (p *people) FindAccount(tx *db.Tx, login string) (id.ID, bool, error) {
	var found []id.ID
	err := tx.Query(&found, "SELECT id FROM accounts WHERE login = ? {none}", login)
	if err != nil || len(found) == 0 {
		return id.Nil, false, err
	}
	return found[0], true, nil
}

var errRole = errors.New("roles are down")

func (p *people) GrantRole(tx *db.Tx, r identity.Role) error {
	if p.fails {
		return errRole
	}
	_, err := tx.Exec("INSERT INTO memberships (id, account_id, enterprise_id, role, source_id, from_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?) {none}",
		tx.NewID(), r.Account, r.Enterprise, string(r.Role), r.Source, r.From, r.Until)
	return err
}

func (p *people) EndRoles(tx *db.Tx, source id.ID, at time.Time) error {
	if p.fails {
		return errRole
	}
	_, err := tx.Exec("UPDATE memberships SET until_at = ? WHERE source_id = ? {none}", at, source)
	return err
}

// world is one enterprise with its service.
type world struct {
	testkit.World
	testkit.Fixture
	s      *appointment.Service
	people *people
}

func found(t *testing.T, w testkit.World) world {
	t.Helper()
	secret, err := ledger.GenerateKey("test", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ledger.LoadKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	p := &people{}
	return world{w, w.Found(t), appointment.New(w.DB, ledger.New(w.DB, key, "test", nil), p, p), p}
}

func (w world) inEnterprise() api.InEnterprise {
	return api.InEnterprise{Enterprise: string(w.Enterprise)}
}

func (w world) list(t *testing.T) []api.Appointment {
	t.Helper()
	in := w.inEnterprise()
	out, err := w.s.List(t.Context(), w.As(t, access.Officer, "appointment.read"), &in)
	if err != nil {
		t.Fatal(err)
	}
	return out.Body.Items
}

// of returns the appointment of the fixture's person.
func (w world) of(t *testing.T, account id.ID) string {
	t.Helper()
	for _, a := range w.list(t) {
		if a.Account == string(account) && a.InOffice && a.DeputyOf == "" {
			return a.ID
		}
	}
	t.Fatalf("no appointment of %s", account)
	return ""
}

// newcomer is an input that appoints a person who is new.
func (w world) newcomer(post, site string) *api.AppointInput {
	in := api.AppointInput{InEnterprise: w.inEnterprise()}
	in.Body.ID, in.Body.Name, in.Body.Login = string(w.NewID()), "𠮷田😀", "n"+string(w.NewID())
	in.Body.Post, in.Body.Site = post, site
	return &in
}

func (w world) appoint(t *testing.T, in *api.AppointInput) (*api.AppointOutput, error) {
	t.Helper()
	return w.s.Appoint(t.Context(), w.As(t, access.Principal, "appointment.make"), in)
}

func (w world) end(t *testing.T, appointment, reason string) error {
	t.Helper()
	in := api.EndAppointmentInput{InEnterprise: w.inEnterprise(), Appointment: appointment}
	in.Body.Reason = reason
	_, err := w.s.End(t.Context(), w.As(t, access.Principal, "appointment.end"), &in)
	return err
}

func (w world) deputise(t *testing.T, g access.Grant, of string, account id.ID, until string) error {
	t.Helper()
	in := api.DeputiseInput{InEnterprise: w.inEnterprise(), Appointment: of}
	in.Body.ID, in.Body.Account, in.Body.Until = string(w.NewID()), string(account), until
	_, err := w.s.Deputise(t.Context(), g, &in)
	return err
}

// inside runs fn in a transaction of the enterprise.
func inside[T any](t *testing.T, w world, fn func(tx *db.Tx) (T, error)) (got T) {
	t.Helper()
	err := w.DB.Read(context.Background(), w.As(t, access.Officer, "appointment.read"), func(tx *db.Tx) (err error) {
		got, err = fn(tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// roles lists the roles that the appointment gives now.
func (w world) roles(t *testing.T, appointment string) []string {
	t.Helper()
	return inside(t, w, func(tx *db.Tx) (roles []string, err error) {
		return roles, tx.Query(&roles, "SELECT m.role FROM memberships m WHERE {scope:m} AND m.source_id = ? AND (m.until_at IS NULL OR m.until_at > ?) ORDER BY m.role", appointment, tx.Now())
	})
}

// facts lists the sealed facts as kind, body and personal part.
func (w world) facts(t *testing.T) [][3]string {
	t.Helper()
	return inside(t, w, func(tx *db.Tx) ([][3]string, error) {
		var rows []struct {
			Kind           string
			Body, Personal []byte
		}
		err := tx.Query(&rows, "SELECT l.kind, f.body, f.personal FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} ORDER BY l.seq")
		all := make([][3]string, len(rows))
		for n, r := range rows {
			all[n] = [3]string{r.Kind, string(r.Body), string(r.Personal)}
		}
		return all, err
	})
}

func wantFault(t *testing.T, err error, want *fault.Error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got %v, want %s", err, want.Code)
	}
}
