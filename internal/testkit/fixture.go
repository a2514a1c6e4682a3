package testkit

import (
	"context"
	"crypto/rand"
	"testing"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Fixture is an enterprise of a test's own: a retail shop of grade D with one
// site and one shift (every day, 08:00–18:00, two hours' grace), its three
// people, its office in its own district, and an approved list is not yet made.
type Fixture struct {
	Enterprise, Site, Shift            id.ID
	Principal, Director, Officer       id.ID
	Supervisor                         id.ID
	City, District, Office             id.ID
	CityPath, DistrictPath, OfficePath string
	db                                 *db.DB
}

// NewID mints an id at the world's instant.
func (w World) NewID() id.ID { return id.New(w.Clock.Now(), rand.Reader) }

// Found writes a fixture with plain SQL, so that tests of low packages need no
// higher ones.
func (w World) Found(t *testing.T) Fixture {
	t.Helper()
	f := Fixture{db: w.DB}
	for _, p := range []*id.ID{&f.Enterprise, &f.Site, &f.Shift, &f.Principal, &f.Director, &f.Officer, &f.Supervisor, &f.City, &f.District, &f.Office} {
		*p = w.NewID()
	}
	f.CityPath = string(f.City) + "/"
	f.DistrictPath = f.CityPath + string(f.District) + "/"
	f.OfficePath = f.DistrictPath + string(f.Office) + "/"
	now := w.Clock.Now()
	begun := clock.DayOf(now).Add(-60)
	g := access.Anyone(access.Call{Operation: "testkit"}).Founding(f.Enterprise)
	err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
		type statement struct {
			sql  string
			args []any
		}
		all := []statement{
			{"INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES (?, NULL, 'city', '测试市局', ?, ?) {none}", []any{f.City, f.CityPath, now}},
			{"INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES (?, ?, 'district', '测试区局', ?, ?) {none}", []any{f.District, f.City, f.DistrictPath, now}},
			{"INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES (?, ?, 'office', '测试市场监管所', ?, ?) {none}", []any{f.Office, f.District, f.OfficePath, now}},
			{"INSERT INTO enterprises (enterprise_id, name, identifier_kind, identifier, origin, begun_on, created_at, size_grade, in_scope) VALUES ({tenant}, '测试五金店（虚构）', 'uscc', ?, 'office', ?, ?, 'D', true)", []any{string(f.Enterprise), begun, now}},
			{"INSERT INTO enterprise_scope (enterprise_id, path) VALUES ({tenant}, ?)", []any{f.OfficePath}},
			{"INSERT INTO sites (enterprise_id, id, kind, name, opened_on) VALUES ({tenant}, ?, 'store', '门店', ?)", []any{f.Site, begun}},
			{"INSERT INTO shifts (enterprise_id, id, site_id, name, starts, ends, grace, weekdays, rest_on_holidays, from_day) VALUES ({tenant}, ?, ?, '白班', 480, 1080, 120, 127, false, ?)", []any{f.Shift, f.Site, begun}},
		}
		people := []struct {
			account id.ID
			name    string
			role    access.Role
		}{{f.Principal, "测试甲", access.Principal}, {f.Director, "测试乙", access.Director}, {f.Officer, "测试丙", access.Officer}}
		for _, p := range people {
			all = append(all,
				statement{"INSERT INTO accounts (id, login, name, password_hash, must_change, created_at) VALUES (?, ?, ?, '-', false, ?) {none}", []any{p.account, "u" + string(p.account), p.name, now}},
				statement{"INSERT INTO memberships (id, account_id, enterprise_id, role, from_at) VALUES (?, ?, {tenant}, ?, ?)", []any{w.NewID(), p.account, string(p.role), now.AddDate(0, 0, -60)}},
				statement{"INSERT INTO appointments (enterprise_id, id, account_id, person_name, post, from_at, made_at) VALUES ({tenant}, ?, ?, ?, ?, ?, ?)", []any{w.NewID(), p.account, p.name, string(p.role), now.AddDate(0, 0, -60), now}},
			)
		}
		all = append(all,
			statement{"INSERT INTO accounts (id, login, name, password_hash, must_change, created_at) VALUES (?, ?, '监管丁', '-', false, ?) {none}", []any{f.Supervisor, "u" + string(f.Supervisor), now}},
			statement{"INSERT INTO memberships (id, account_id, agency_id, role, from_at) VALUES (?, ?, ?, 'supervisor', ?) {none}", []any{w.NewID(), f.Supervisor, f.Office, now.AddDate(0, 0, -60)}},
			statement{"INSERT INTO assignments (enterprise_id, id, agency_id, officer_id, officer_name, from_day, made_at) VALUES ({tenant}, ?, ?, ?, '监管丁', ?, ?)", []any{w.NewID(), f.Office, f.Supervisor, begun, now}},
		)
		for _, s := range all {
			if _, err := tx.Exec(s.sql, s.args...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("found fixture: %v", err)
	}
	return f
}

// As grants what the standard policy grants to the role; the account is the
// fixture's person of that role.
func (f Fixture) As(t *testing.T, role access.Role, permission access.Permission) access.Grant {
	t.Helper()
	a := access.Actor{Roles: []access.Role{role}}
	switch role {
	case access.Principal:
		a.Account, a.Name, a.Enterprise = f.Principal, "测试甲", f.Enterprise
	case access.Director:
		a.Account, a.Name, a.Enterprise = f.Director, "测试乙", f.Enterprise
	case access.Officer:
		a.Account, a.Name, a.Enterprise = f.Officer, "测试丙", f.Enterprise
	default:
		a.Account, a.Name, a.Agency, a.Path = f.Supervisor, "监管丁", f.Office, f.OfficePath
	}
	return Grant(t, a, permission)
}

// Grant grants the permission to the actor by the standard policy.
func Grant(t *testing.T, a access.Actor, permission access.Permission) access.Grant {
	t.Helper()
	g, err := access.Standard.Check(a, permission, access.Call{Operation: "test"})
	if err != nil {
		t.Fatalf("grant %s: %v", permission, err)
	}
	return g
}
