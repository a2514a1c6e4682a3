package home_test

import (
	"slices"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// selfOf is a grant that concerns only the person's own account.
func selfOf(t *testing.T, f testkit.Fixture, role access.Role) access.Grant {
	t.Helper()
	g, err := access.Self(f.As(t, role, "reference.read").Actor(), access.Call{Operation: "readMyToday"})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestHomeTellsWhatIsOpen(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f, neighbour := w.Found(t), w.Found(t)
		hazard := &api.ReportHazardInput{Hazard: string(w.NewID())}
		hazard.Body.Description, hazard.Body.Severity, hazard.Body.Site = "电线无标识", "larger", string(f.Site)
		if _, err := a.Hazards.Report(t.Context(), f.As(t, access.Officer, "hazard.report"), hazard); err != nil {
			t.Fatal(err)
		}
		out, err := a.Home.Read(t.Context(), f.As(t, access.Director, "home.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		b := out.Body
		if b.Month != "2026-11" || len(b.People) != 3 || b.Hazards.Larger != 1 || b.Hazards.Overdue != 0 || len(b.Trend) != 12 || b.Trend[11].Found != 1 || b.Trend[11].Month != "2026-11" {
			t.Errorf("home: %+v", b)
		}
		if len(b.Items) == 0 || slices.ContainsFunc(b.Items, func(i api.DossierItem) bool { return i.Settle == nil }) {
			t.Errorf("open items: %+v", b.Items)
		}
		if want := (api.FirstSteps{People: true}); b.Steps != want {
			t.Errorf("first steps %+v, want %+v", b.Steps, want)
		}
		out, err = a.Home.Read(t.Context(), neighbour.As(t, access.Director, "home.read"), &api.InEnterprise{})
		if err != nil || out.Body.Hazards.Larger != 0 || out.Body.Trend[11].Found != 0 {
			t.Errorf("a neighbour's home: %+v, %v", out, err)
		}
	})
}

func TestMyTodayNamesEveryEnterpriseThatIServe(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f, second, third := w.Found(t), w.Found(t), w.Found(t)
		// The officer of the first shop keeps the second one's records too.
		founding := access.Anyone(access.Call{Operation: "test"}).Founding(second.Enterprise)
		err := w.DB.Write(t.Context(), founding, func(tx *db.Tx) error {
			if err := a.Identity.GrantRole(tx, identity.Role{Account: f.Officer, Enterprise: second.Enterprise, OwnerName: "第二家（虚构）", Role: access.Officer, Source: tx.NewID(), From: tx.Now()}); err != nil {
				return err
			}
			return a.Obligations.Open(tx, obligation.Obligation{Kind: "resolution", Subject: tx.NewID(), Day: tx.Today(), Account: f.Officer, Title: "落实决议：更换标签", Opens: tx.Now(), Due: tx.Now()})
		})
		if err != nil {
			t.Fatal(err)
		}
		mine := func(g access.Grant) map[string]api.MyEnterprise {
			t.Helper()
			out, err := a.Home.MyToday(t.Context(), g, &api.Nothing{})
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]api.MyEnterprise{}
			for _, e := range out.Body.Enterprises {
				got[e.Enterprise] = e
			}
			return got
		}
		got := mine(selfOf(t, f, access.Officer))
		first, other := got[string(f.Enterprise)], got[string(second.Enterprise)]
		if len(got) != 2 || first.Open != 1 || other.Name != "第二家（虚构）" || len(other.Tasks) != 1 || other.Tasks[0].Note != "更换标签" || len(first.Tasks) != 0 {
			t.Errorf("my day: %+v", got)
		}
		// He is asked to act for the director.
		in := f.As(t, access.Principal, "appointment.read")
		people, err := a.Appointments.List(t.Context(), in, &api.InEnterprise{Enterprise: string(f.Enterprise)})
		if err != nil {
			t.Fatal(err)
		}
		director := slices.IndexFunc(people.Body.Items, func(a api.Appointment) bool { return a.Post == "director" })
		ask := &api.DeputiseInput{InEnterprise: api.InEnterprise{Enterprise: string(f.Enterprise)}, Appointment: people.Body.Items[director].ID}
		ask.Body.ID, ask.Body.Account, ask.Body.Until = string(w.NewID()), string(f.Officer), "2026-11-24"
		if _, err := a.Appointments.Deputise(t.Context(), f.As(t, access.Principal, "appointment.deputise"), ask); err != nil {
			t.Fatal(err)
		}
		if asked := mine(selfOf(t, f, access.Officer)); len(asked) != 2 || len(asked[string(f.Enterprise)].Tasks) != 1 || asked[string(f.Enterprise)].Tasks[0].Note != "代理测试乙的质量安全总监" {
			t.Errorf("asked to act: %+v", asked)
		}
		// A letter of a further enterprise awaits his answer.
		appoint := &api.AppointInput{InEnterprise: api.InEnterprise{Enterprise: string(third.Enterprise)}}
		appoint.Body.ID, appoint.Body.Name, appoint.Body.Login, appoint.Body.Post = string(w.NewID()), "测试丙", "u"+string(f.Officer), "director"
		if _, err := a.Appointments.Appoint(t.Context(), third.As(t, access.Principal, "appointment.make"), appoint); err != nil {
			t.Fatal(err)
		}
		if letter := mine(selfOf(t, f, access.Officer))[string(third.Enterprise)]; len(letter.Tasks) != 1 || letter.Tasks[0].Kind != "appointment_accept" || letter.Tasks[0].Due == nil {
			t.Errorf("the letter that awaits him: %+v", letter)
		}
		if got := mine(selfOf(t, third, access.Officer)); len(got) != 1 || got[string(third.Enterprise)].Day != "2026-11-24" {
			t.Errorf("another's day: %+v", got)
		}
		if got := mine(selfOf(t, f, access.Supervisor)); len(got) != 0 {
			t.Errorf("a supervising officer's day: %+v", got)
		}
	})
}
