package training_test

import (
	"context"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
	"zhize/internal/training"
)

type world struct {
	testkit.World
	testkit.Fixture
	*training.Service
	app *app.App
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		fn(t, world{w, w.Found(t), a.Trainings, a})
	})
}

// area is the enterprise as an office names it.
func (w world) area(of world) api.InArea {
	return api.InArea{InAgency: api.InAgency{Agency: string(of.Office)}, Enterprise: string(w.Enterprise)}
}

// file keeps a paper that differs by its text.
func (w world) file(t *testing.T, text string) api.FileRef {
	t.Helper()
	return program.File(t, w.app, w.As(t, access.Officer, "file.upload"), text)
}

func fields() api.TrainingSessionFields {
	return api.TrainingSessionFields{
		Title: "进货查验与标识", Day: "2026-11-24", Mode: "place", Place: "门店二楼", Minutes: 90, Teacher: "测试讲师", Topics: []string{"标识", "台账"},
	}
}

func (w world) plan(t *testing.T, session id.ID, change func(*api.PlanSessionInput)) (api.TrainingSession, error) {
	t.Helper()
	in := &api.PlanSessionInput{Session: string(session)}
	in.Body.TrainingSessionFields, in.Body.Accounts = fields(), []string{string(w.Director), string(w.Officer)}
	if change != nil {
		change(in)
	}
	out, err := w.PlanSession(t.Context(), w.As(t, access.Director, "training.organise"), in)
	if err != nil {
		return api.TrainingSession{}, err
	}
	return out.Body, nil
}

var ink = []api.Stroke{{10, 10, 200, 200}}

func answer(session, fact, account id.ID) *api.SignAttendanceInput {
	in := &api.SignAttendanceInput{Session: string(session), Attendance: string(fact)}
	in.Body.Account, in.Body.Present = string(account), true
	return in
}

func (w world) sign(t *testing.T, role access.Role, in *api.SignAttendanceInput) (api.TrainingSession, error) {
	t.Helper()
	out, err := w.SignAttendance(t.Context(), w.As(t, role, "training.attend"), in)
	if err != nil {
		return api.TrainingSession{}, err
	}
	return out.Body, nil
}

func (w world) hold(t *testing.T, role access.Role, session id.ID, change func(*api.HoldSessionInput)) (api.TrainingSession, error) {
	t.Helper()
	in := &api.HoldSessionInput{Session: string(session), Holding: string(w.NewID())}
	in.Body.TrainingSessionFields = fields()
	if change != nil {
		change(in)
	}
	out, err := w.HoldSession(t.Context(), w.As(t, role, "training.organise"), in)
	if err != nil {
		return api.TrainingSession{}, err
	}
	return out.Body, nil
}

// held is a session that was held, with the director and the officer.
func (w world) held(t *testing.T) id.ID {
	t.Helper()
	session := w.NewID()
	if _, err := w.plan(t, session, nil); err != nil {
		t.Fatal(err)
	}
	for account, role := range map[id.ID]access.Role{w.Director: access.Director, w.Officer: access.Officer} {
		if _, err := w.sign(t, role, answer(session, w.NewID(), account)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.hold(t, access.Director, session, nil); err != nil {
		t.Fatal(err)
	}
	return session
}

func (w world) year(t *testing.T, year int) api.TrainingYear {
	t.Helper()
	out, err := w.ReadYear(t.Context(), w.As(t, access.Officer, "training.read"), &api.TrainingYearInput{Year: year})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) person(t *testing.T, account id.ID) api.TrainingPerson {
	t.Helper()
	for _, p := range w.year(t, 2026).People {
		if p.Account == string(account) {
			return p
		}
	}
	t.Fatalf("nobody is %s", account)
	return api.TrainingPerson{}
}

// pending lists the kinds of what is not done, with whose it is.
func (w world) pending(t *testing.T) []string {
	t.Helper()
	all := []string{}
	err := w.DB.Read(t.Context(), w.As(t, access.Officer, "obligation.read"), func(tx *db.Tx) error {
		rows, err := w.app.Obligations.Pending(tx)
		who := map[id.ID]string{w.Principal: "principal", w.Director: "director", w.Officer: "officer"}
		for _, o := range rows {
			all = append(all, o.Kind+" "+who[o.Account]+" "+o.Title)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// chain lists the kinds of the sealed facts in order.
func (w world) chain(t *testing.T) []string {
	t.Helper()
	var kinds []string
	err := w.DB.Read(context.Background(), w.As(t, access.Officer, "training.read"), func(tx *db.Tx) error {
		return tx.Query(&kinds, "SELECT l.kind FROM links l WHERE {scope:l} ORDER BY l.seq")
	})
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

// verify says what a paper's code stands for.
func (w world) verify(t *testing.T, url string) string {
	t.Helper()
	_, code, _ := strings.Cut(url, "/v/")
	out, err := w.app.Papers.Verify(t.Context(), access.Anyone(access.Call{Operation: "verifyPaper"}), &api.VerifyPaperInput{Code: code})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body.Paper + " " + out.Body.Verdict
}
