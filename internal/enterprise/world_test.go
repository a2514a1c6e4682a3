package enterprise_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// equals stands in for identity, regulator and obligation.
type equals struct {
	shifts, plans int
	renamed       string
	fails         error
}

func (e *equals) CreateAccount(tx *db.Tx, login, name, _ string) (id.ID, string, error) {
	account := tx.NewID()
	_, err := tx.Exec("INSERT INTO accounts (id, login, name, password_hash, created_at) VALUES (?, ?, ?, '-', ?) {none}", account, login, name, tx.Now())
	return account, "initial", err
}

func (e *equals) CreateAccountWithPassword(tx *db.Tx, login, name, phone, _ string) (id.ID, error) {
	if e.fails != nil {
		return id.Nil, e.fails
	}
	account, _, err := e.CreateAccount(tx, login, name, phone)
	return account, err
}

func (e *equals) FindAccount(tx *db.Tx, login string) (id.ID, bool, error) {
	var found []id.ID
	err := tx.Query(&found, "SELECT id FROM accounts WHERE login = ? {none}", login)
	if err != nil || len(found) == 0 {
		return id.Nil, false, err
	}
	return found[0], true, nil
}

func (e *equals) RenameEnterprise(_ *db.Tx, name string) error {
	e.renamed = name
	return nil
}

func (e *equals) Named(tx *db.Tx, login, name, phone string) (account id.ID, opened bool, err error) {
	account, _, err = e.CreateAccount(tx, login, name, phone)
	return account, true, err
}

func (e *equals) GrantRole(tx *db.Tx, r identity.Role) error {
	_, err := tx.Exec("INSERT INTO memberships (id, account_id, enterprise_id, role, source_id, from_at) VALUES (?, ?, ?, ?, ?, ?) {none}",
		tx.NewID(), r.Account, r.Enterprise, string(r.Role), r.Source, r.From)
	return err
}

func (e *equals) Served(*db.Tx, id.ID) (map[id.ID]string, error) { return nil, nil }

func (e *equals) EndRoles(*db.Tx, id.ID, time.Time) error { return nil }

func (e *equals) LimitRoles(*db.Tx, id.ID, *time.Time) error { return nil }

var errOutside = fault.New(fault.NotFound, "test.office.outside", "不在辖区内")

func (e *equals) Place(tx *db.Tx, office id.ID) (string, error) {
	var paths []string
	if err := tx.Query(&paths, "SELECT path FROM agencies WHERE id = ? AND level = 'office' {none}", office); err != nil {
		return "", err
	}
	scope := tx.Grant().Scope()
	if len(paths) != 1 || scope.From != "" && (paths[0] < scope.From || paths[0] >= scope.To) {
		return "", errOutside
	}
	if _, err := tx.Exec("INSERT INTO enterprise_scope (enterprise_id, path) VALUES ({tenant}, ?)", paths[0]); err != nil {
		return "", err
	}
	_, err := tx.Exec("INSERT INTO assignments (enterprise_id, id, agency_id, from_day, made_at) VALUES ({tenant}, ?, ?, ?, ?)", tx.NewID(), office, tx.Today(), tx.Now())
	return paths[0], err
}

func (e *equals) DefaultShift(*db.Tx, id.ID, string) error {
	e.shifts++
	return nil
}

func (e *equals) Plan(*db.Tx) error {
	e.plans++
	return nil
}

// world is one enterprise of the fixture with its service.
type world struct {
	testkit.World
	testkit.Fixture
	s      *enterprise.Service
	equals *equals
}

func found(t *testing.T, w testkit.World) world {
	t.Helper()
	sealer, err := cipher.NewSealer(make([]byte, cipher.KeySize))
	if err != nil {
		t.Fatal(err)
	}
	e, l := &equals{}, ledger.New(w.DB, testkit.Key(t), "test", nil)
	posts := appointment.New(w.DB, l, obligation.New(w.DB, nil, nil), e, e)
	s := enterprise.New(w.DB, l, enterprise.Ports{Accounts: e, Offices: e, Patterns: e, Cipher: sealer, Posts: posts})
	posts.Connect(appointment.Neighbours{Archive: s})
	return world{w, w.Found(t), s, e}
}

// code makes a correct 统一社会信用代码 that nobody else has.
func (w world) code() string {
	first := fmt.Sprintf("92310115%09d", nextCode())
	return first + string(enterprise.CheckDigit(first))
}

var codes = make(chan int, 1)

func init() { codes <- 0 } //nolint:gochecknoinits // one counter for parallel tests

func nextCode() int {
	n := <-codes + 1
	codes <- n
	return n
}

func number[T any](n T) *T { return &n }

// registration is a correct registration of a shop of grade C.
func (w world) registration() *api.RegisterInput {
	var in api.RegisterInput
	b := &in.Body
	b.Name = "虚构日用五金店"
	b.Identifier = api.Identifier{Kind: "uscc", Value: w.code()}
	b.Address, b.LegalRepresentative, b.Contact, b.Phone = "虚构路1号", "甲某", "乙某", "13000000000"
	b.Businesses = []api.BusinessFigures{{Kind: "retail", Headcount: number(12), Revenue: number(99.5), Year: 2025, Basis: "self_declared"}}
	b.Site = api.SiteFields{Kind: "store", Name: "门店"}
	b.Products = []api.ProductFields{{Name: "插线板", Category: "其他", Regime: "ccc", Certificate: "2020010101000001"}}
	b.Office = string(w.Office)
	b.Principal.Name, b.Principal.Login, b.Principal.Password = "甲某", "p"+string(w.NewID()), "Correct-horse-1"
	b.Principal.Posts = []string{"principal", "officer"}
	return &in
}

func (w world) register(in *api.RegisterInput) (*api.RegisterOutput, error) {
	return w.s.Register(context.Background(), access.Anyone(access.Call{Operation: "register"}), in)
}

// as acts for the enterprise as its principal.
func as(t *testing.T, enterprise string, permission access.Permission) access.Grant {
	t.Helper()
	return testkit.Grant(t, access.Actor{
		Account: id.ID("0192f000-0000-7000-8000-000000000001"), Name: "甲某", Roles: []access.Role{access.Principal}, Enterprise: id.ID(enterprise),
	}, permission)
}

func (w world) read(t *testing.T, enterprise string) api.Enterprise {
	t.Helper()
	out, err := w.s.Read(t.Context(), as(t, enterprise, "enterprise.read"), &api.InEnterprise{Enterprise: enterprise})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

// founded registers an enterprise and reads it.
func (w world) founded(t *testing.T) api.Enterprise {
	t.Helper()
	out, err := w.register(w.registration())
	if err != nil {
		t.Fatal(err)
	}
	return w.read(t, out.Body.Enterprise)
}

// facts lists the sealed facts as kind, body and personal part.
func (w world) facts(t *testing.T, enterprise string) [][3]string {
	t.Helper()
	var all [][3]string
	err := w.DB.Read(t.Context(), as(t, enterprise, "enterprise.read"), func(tx *db.Tx) error {
		var rows []struct {
			Kind           string
			Body, Personal []byte
		}
		err := tx.Query(&rows, "SELECT l.kind, f.body, f.personal FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} ORDER BY l.seq")
		for _, r := range rows {
			all = append(all, [3]string{r.Kind, string(r.Body), string(r.Personal)})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func wantFault(t *testing.T, err error, want *fault.Error, pointers ...string) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got %v, want %s", err, want.Code)
		return
	}
	f, _ := fault.Of(err)
	for _, p := range pointers {
		named := false
		for _, field := range f.Fields {
			named = named || field.Pointer == p
		}
		if !named {
			t.Errorf("%s names %v, want %s", want.Code, f.Fields, p)
		}
	}
}
