package regulator_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/regulator"
	"zhize/internal/testkit"
)

type world struct {
	testkit.World
	testkit.Fixture
	s *regulator.Service
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		accounts := identity.New(tw.DB, identity.Keys{Token: bytes.Repeat([]byte{1}, 32)})
		w := world{World: tw, Fixture: tw.Found(t), s: regulator.New(tw.DB, accounts)}
		fn(t, w)
	})
}

// as grants what a chief of the agency may do. The account is the fixture's
// supervisor, for rows name their maker.
func (w world) as(t *testing.T, agency id.ID, path string, permission access.Permission) access.Grant {
	t.Helper()
	return testkit.Grant(t, access.Actor{
		Account: w.Supervisor, Name: "监管丁", Roles: []access.Role{access.Chief}, Agency: agency, Path: path,
	}, permission)
}

func (w world) ofOffice(t *testing.T, permission access.Permission) access.Grant {
	t.Helper()
	return w.as(t, w.Office, w.OfficePath, permission)
}

func (w world) ofDistrict(t *testing.T, permission access.Permission) access.Grant {
	t.Helper()
	return w.as(t, w.District, w.DistrictPath, permission)
}

// office founds another office in the fixture's district.
func (w world) office(t *testing.T) (office id.ID, path string) {
	t.Helper()
	err := w.DB.Write(context.Background(), access.Anyone(access.Call{}), func(tx *db.Tx) (err error) {
		office, err = w.s.Found(tx, w.District, regulator.Office, "测试二所")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return office, w.DistrictPath + string(office) + "/"
}

func (w world) add(g access.Grant, agency id.ID, login, name, role string) (*api.NewAccountOutput, error) {
	in := &api.AddMemberInput{}
	in.Body.Agency, in.Body.Login, in.Body.Name, in.Body.Role = string(agency), login, name, role
	return w.s.AddMember(context.Background(), g, in)
}

func (w world) assign(g access.Grant, enterprise, office, officer id.ID, from string) (*api.AssignmentsOutput, error) {
	in := &api.AssignEnterpriseInput{}
	in.Enterprise = string(enterprise)
	in.Body.Office, in.Body.Officer, in.Body.From = string(office), string(officer), from
	return w.s.Assign(context.Background(), g, in)
}

func wantCode(t *testing.T, what string, err error, want string) {
	t.Helper()
	got := ""
	if f, ok := fault.Of(err); ok {
		got = f.Code
	} else if err != nil {
		got = err.Error()
	}
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestTreeHasThreeLevels(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var office id.ID
		name := "虚构市局" + string(w.NewID())
		err := w.DB.Write(context.Background(), access.Anyone(access.Call{}), func(tx *db.Tx) error {
			city, err := w.s.Found(tx, id.Nil, regulator.City, name)
			if err != nil {
				return err
			}
			district, err := w.s.Found(tx, city, regulator.District, "虚构区局")
			if err != nil {
				return err
			}
			if office, err = w.s.Found(tx, district, regulator.Office, "虚构所"); err != nil {
				return err
			}
			for _, bad := range []struct {
				parent id.ID
				level  regulator.Level
			}{{city, regulator.Office}, {id.Nil, regulator.District}, {office, regulator.Office}, {district, regulator.City}, {district, "village"}} {
				if _, err := w.s.Found(tx, bad.parent, bad.level, "x"); err == nil {
					t.Errorf("founded a %s under %s", bad.level, bad.parent)
				}
			}
			a, found, err := w.s.FindAgency(tx, name, "虚构区局", "虚构所")
			want := string(city) + "/" + string(district) + "/" + string(office) + "/"
			if err != nil || !found || a.ID != office || a.Path != want {
				t.Errorf("found %+v, %t, %v, want path %s", a, found, err, want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		out, err := w.s.ListOffices(context.Background(), access.Anyone(access.Call{}), &api.Nothing{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range out.Body.Items {
			if o.ID == string(office) && o.Name == "虚构所" && o.District == "虚构区局" {
				return
			}
		}
		t.Errorf("the office is not in the public list %v", out.Body.Items)
	})
}

func TestChiefKeepsThePeopleOfHisArea(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		neighbour := w.Found(t)
		second, _ := w.office(t)
		login := "m" + string(w.NewID())
		new1, err := w.add(w.ofOffice(t, "regulator.member.edit"), w.Office, login, "监管戊", "supervisor")
		if err != nil || new1.Body.InitialPassword == "" {
			t.Fatalf("add a member: %+v, %v", new1, err)
		}
		_, err = w.add(w.ofOffice(t, "regulator.member.edit"), w.Office, login, "监管戊", "supervisor")
		wantCode(t, "the same again", err, "regulator.member.exists")
		_, err = w.add(w.ofOffice(t, "regulator.member.edit"), w.Office, login, "监管己", "chief")
		wantCode(t, "the login of another person", err, "identity.login.taken")
		_, err = w.add(w.ofOffice(t, "regulator.member.edit"), second, login, "监管戊", "supervisor")
		wantCode(t, "chief of an office adds to the office beside", err, "regulator.agency.outside")
		_, err = w.add(w.ofOffice(t, "regulator.member.edit"), w.District, login, "监管戊", "chief")
		wantCode(t, "chief of an office adds to the district", err, "regulator.agency.outside")
		_, err = w.add(w.ofDistrict(t, "regulator.member.edit"), neighbour.Office, login, "监管戊", "chief")
		wantCode(t, "chief of a district adds to another district", err, "regulator.agency.outside")
		_, err = w.add(w.ofDistrict(t, "regulator.member.edit"), w.NewID(), login, "监管戊", "chief")
		wantCode(t, "a missing agency", err, "regulator.agency.outside")
		again, err := w.add(w.ofDistrict(t, "regulator.member.edit"), second, login, "监管戊", "chief")
		if err != nil || again.Body.InitialPassword != "" || again.Body.Account != new1.Body.Account {
			t.Errorf("chief of the district adds a known person: %+v, %v", again, err)
		}

		list := func(g access.Grant) map[string]string {
			t.Helper()
			out, err := w.s.ListMembers(context.Background(), g, &api.InAgency{})
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, m := range out.Body.Items {
				got[m.Name+" "+m.AgencyName+" "+m.Role] = m.ID
			}
			return got
		}
		keys := func(m map[string]string) map[string]bool {
			all := map[string]bool{}
			for k := range m {
				all[k] = true
			}
			return all
		}
		ofOffice, ofDistrict := list(w.ofOffice(t, "regulator.member.read")), list(w.ofDistrict(t, "regulator.member.read"))
		if diff := cmp.Diff(map[string]bool{"监管丁 测试市场监管所 supervisor": true, "监管戊 测试市场监管所 supervisor": true}, keys(ofOffice)); diff != "" {
			t.Errorf("people of the office (-want +got):\n%s", diff)
		}
		if len(ofDistrict) != 3 {
			t.Errorf("people of the district are %v, want 3", ofDistrict)
		}

		end := func(g access.Grant, membership string) error {
			in := &api.EndMemberInput{}
			in.Member = membership
			return w.s.EndMember(context.Background(), g, in)
		}
		wantCode(t, "chief of an office ends a member beside", end(w.ofOffice(t, "regulator.member.edit"), ofDistrict["监管戊 测试二所 chief"]), "regulator.member.not_found")
		wantCode(t, "a missing member", end(w.ofOffice(t, "regulator.member.edit"), string(w.NewID())), "regulator.member.not_found")
		wantCode(t, "himself", end(w.ofOffice(t, "regulator.member.edit"), ofOffice["监管丁 测试市场监管所 supervisor"]), "regulator.member.self")
		w.Clock.Advance(1)
		if err := end(w.ofOffice(t, "regulator.member.edit"), ofOffice["监管戊 测试市场监管所 supervisor"]); err != nil {
			t.Fatal(err)
		}
		if got := list(w.ofOffice(t, "regulator.member.read")); len(got) != 1 {
			t.Errorf("after the end the people are %v", got)
		}
	})
}

func TestAssignmentsFollowEachOther(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		neighbour := w.Found(t)
		second, _ := w.office(t)
		chief := w.ofDistrict(t, "enterprise.assign")
		_, err := w.assign(chief, neighbour.Enterprise, second, id.Nil, "2026-11-24")
		_, missing := w.assign(chief, w.NewID(), second, id.Nil, "2026-11-24")
		wantCode(t, "an enterprise of another district", err, "enterprise.not_found")
		wantCode(t, "a missing enterprise", missing, "enterprise.not_found")
		_, err = w.assign(w.ofOffice(t, "enterprise.assign"), w.Enterprise, second, id.Nil, "2026-11-24")
		wantCode(t, "chief of an office gives to the office beside", err, "regulator.office.outside")
		_, err = w.assign(chief, w.Enterprise, neighbour.Office, id.Nil, "2026-11-24")
		wantCode(t, "an office of another district", err, "regulator.office.outside")
		_, err = w.assign(chief, w.Enterprise, w.District, id.Nil, "2026-11-24")
		wantCode(t, "a district instead of an office", err, "regulator.office.unknown")
		_, err = w.assign(chief, w.Enterprise, w.Office, w.Officer, "2026-11-24")
		wantCode(t, "an officer who is none of the office", err, "regulator.assignment.officer")
		_, err = w.assign(chief, w.Enterprise, second, id.Nil, "2026-11-25")
		wantCode(t, "tomorrow", err, "regulator.assignment.future")
		_, err = w.assign(chief, w.Enterprise, second, id.Nil, "2026-01-01")
		wantCode(t, "before the present one", err, "regulator.assignment.earlier")
		_, err = w.assign(chief, w.Enterprise, second, id.Nil, "2026-02-30")
		wantCode(t, "no day", err, "regulator.assignment.day")

		if _, err := w.assign(chief, w.Enterprise, second, id.Nil, "2026-11-24"); err != nil {
			t.Fatal(err)
		}
		_, err = w.assign(w.ofOffice(t, "enterprise.assign"), w.Enterprise, w.Office, id.Nil, "2026-11-24")
		wantCode(t, "the former office, from whose area it went", err, "enterprise.not_found")
		out, err := w.assign(chief, w.Enterprise, w.Office, w.Supervisor, "2026-11-24")
		if err != nil {
			t.Fatal(err)
		}
		want := []api.Assignment{
			{Office: string(w.Office), OfficeName: "测试市场监管所", OfficerName: "监管丁", From: "2026-11-24"},
			{Office: string(w.Office), OfficeName: "测试市场监管所", OfficerName: "监管丁", From: "2026-09-25", Until: "2026-11-23"},
		}
		if diff := cmp.Diff(want, out.Body.Items); diff != "" {
			t.Errorf("assignments (-want +got):\n%s", diff)
		}
	})
}

func TestPlacePutsANewEnterpriseIntoAnArea(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		neighbour := w.Found(t)
		place := func(g access.Grant, office id.ID) (path string, assignments []api.Assignment, err error) {
			err = w.DB.Write(context.Background(), g.Founding(w.NewID()), func(tx *db.Tx) (err error) {
				if path, err = w.s.Place(tx, office); err != nil {
					return err
				}
				assignments, err = w.s.Assignments(tx)
				return err
			})
			return path, assignments, err
		}
		path, assignments, err := place(access.Anyone(access.Call{}), w.Office)
		want := []api.Assignment{{Office: string(w.Office), OfficeName: "测试市场监管所", From: "2026-11-24"}}
		if err != nil || path != w.OfficePath || !cmp.Equal(want, assignments) {
			t.Errorf("placed at %s with %v, %v", path, assignments, err)
		}
		if _, _, err := place(w.ofDistrict(t, "enterprise.found"), w.Office); err != nil {
			t.Errorf("a district places into its office: %v", err)
		}
		_, _, err = place(w.ofDistrict(t, "enterprise.found"), neighbour.Office)
		wantCode(t, "a district places into another's office", err, "regulator.office.outside")
		_, _, err = place(access.Anyone(access.Call{}), w.District)
		wantCode(t, "a district is no office", err, "regulator.office.unknown")
		_, _, err = place(access.Anyone(access.Call{}), w.NewID())
		wantCode(t, "a missing office", err, "regulator.office.unknown")
	})
}

func TestLooksAreShownToTheEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		neighbour := w.Found(t)
		look := func(what, subject string) {
			t.Helper()
			w.Clock.Advance(1_000_000_000)
			err := w.DB.Write(context.Background(), w.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				etx, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				return w.s.RecordLook(etx, what, subject)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		look("enterprise", "")
		look("daily", "2026-11")
		look("photo", "abc")
		list := func(f testkit.Fixture, page api.Page) api.LooksOutput {
			t.Helper()
			out, err := w.s.ListLooks(context.Background(), f.As(t, access.Officer, "regulator.look.read"), &api.ListLooksInput{Page: page})
			if err != nil {
				t.Fatal(err)
			}
			return *out
		}
		first := list(w.Fixture, api.Page{Limit: 2})
		rest := list(w.Fixture, api.Page{Limit: 2, After: first.Body.Next})
		var got []string
		for _, l := range append(first.Body.Items, rest.Body.Items...) {
			got = append(got, l.AgencyName+" "+l.Name+" "+l.What+" "+l.Subject)
		}
		want := []string{"测试市场监管所 监管丁 photo abc", "测试市场监管所 监管丁 daily 2026-11", "测试市场监管所 监管丁 enterprise "}
		if diff := cmp.Diff(want, got); diff != "" || rest.Body.Next != "" {
			t.Errorf("looks (-want +got), then %q:\n%s", rest.Body.Next, diff)
		}
		if out := list(neighbour, api.Page{Limit: 50}); len(out.Body.Items) != 0 {
			t.Errorf("another enterprise sees %v", out.Body.Items)
		}
		err := w.DB.Write(context.Background(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) error {
			return w.s.RecordLook(tx, "enterprise", "")
		})
		if err == nil {
			t.Error("an enterprise looked at itself")
		}
	})
}
