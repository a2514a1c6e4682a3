package appointment_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/enterprise"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/clock"
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

func (p *people) Named(tx *db.Tx, login, name, phone string) (id.ID, bool, error) {
	account, there, err := p.FindAccount(tx, login)
	if err != nil || there {
		return account, false, err
	}
	account, _, err = p.CreateAccount(tx, login, name, phone)
	return account, true, err
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

func (p *people) Served(tx *db.Tx, account id.ID) (map[id.ID]string, error) {
	var found []id.ID
	err := tx.Query(&found, "SELECT m.enterprise_id FROM memberships m WHERE m.account_id = ? AND m.enterprise_id IS NOT NULL {none}", account)
	served := map[id.ID]string{}
	for _, e := range found {
		served[e] = "测试五金店（虚构）"
	}
	return served, err
}

func (p *people) EndRoles(tx *db.Tx, source id.ID, at time.Time) error {
	if p.fails {
		return errRole
	}
	_, err := tx.Exec("UPDATE memberships SET until_at = ? WHERE source_id = ? {none}", at, source)
	return err
}

func (p *people) LimitRoles(tx *db.Tx, source id.ID, until *time.Time) error {
	_, err := tx.Exec("UPDATE memberships SET until_at = ? WHERE source_id = ? {none}", until, source)
	return err
}

// world is one enterprise with its service.
type world struct {
	testkit.World
	testkit.Fixture
	s       *appointment.Service
	people  *people
	duties  *obligation.Service
	archive *enterprise.Service
	near    *near
}

// near stands in for the equals, and keeps papers nowhere.
type near struct {
	list   api.RiskList
	traces []api.Trace
	told   []string
}

// Post keeps who was told what.
func (n *near) Post(_ *db.Tx, m notice.Message, lines ...notice.Line) error {
	for _, l := range lines {
		n.told = append(n.told, string(m.Account)+" "+l.Title.Text+" "+l.Note.Text)
	}
	return nil
}

func (*near) Put(context.Context, string, []byte) error   { return nil }
func (*near) Get(context.Context, string) ([]byte, error) { return nil, blob.ErrNotFound }
func (*near) OpenOf(*db.Tx) ([]api.HazardEntry, error)    { return []api.HazardEntry{}, nil }

func (n *near) InForce(*db.Tx) (api.RiskList, bool, error) { return n.list, n.list.Version > 0, nil }

func (n *near) Traces(_ *db.Tx, _ id.ID, from, to clock.Day) (all []api.Trace, err error) {
	for _, t := range n.traces {
		if !clock.Day(t.Day).Before(from) && !clock.Day(t.Day).After(to) {
			all = append(all, t)
		}
	}
	return all, nil
}

func items(f testkit.Fixture) []api.RiskItem {
	return []api.RiskItem{
		{ID: "0192f000-0000-7000-8000-0000000000a1", Step: "进货", Risk: "无合格证", Post: "officer"},
		{ID: "0192f000-0000-7000-8000-0000000000a2", Step: "陈列", Risk: "混放", Post: "officer", Site: string(f.Site)},
		{ID: "0192f000-0000-7000-8000-0000000000a3", Step: "追溯", Risk: "召回不及时", Post: "director"},
	}
}

func found(t *testing.T, w testkit.World) world {
	t.Helper()
	sealer, err := cipher.NewSealer(make([]byte, cipher.KeySize))
	if err != nil {
		t.Fatal(err)
	}
	f := w.Found(t)
	p, l := &people{}, ledger.New(w.DB, testkit.Key(t), "test", nil)
	o := obligation.New(w.DB, nil, nil)
	s := appointment.New(w.DB, l, o, p, p)
	archive := enterprise.New(w.DB, l, enterprise.Ports{Posts: s, Cipher: sealer})
	near := &near{list: api.RiskList{ID: string(w.NewID()), Version: 3, Items: items(f)}}
	s.Connect(appointment.Neighbours{
		Archive: archive, Papers: paper.New(w.DB, l, archive, near, "http://zhize.test", nil), Hazards: near, Lists: near, Traces: []appointment.Tracer{near}, Notices: near,
	})
	return world{w, f, s, p, o, archive, near}
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
	in.Body.Post = post
	if site != "" {
		in.Body.Sites = []string{site}
	}
	return &in
}

func (w world) appoint(t *testing.T, in *api.AppointInput) (*api.AppointOutput, error) {
	t.Helper()
	return w.s.Appoint(t.Context(), w.As(t, access.Principal, "appointment.make"), in)
}

// accept lets the person accept his letter.
func (w world) accept(t *testing.T, a api.Appointment) api.Appointment {
	t.Helper()
	out, err := w.answer(t, a, "accepted", "")
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) answer(t *testing.T, a api.Appointment, answer, why string) (*api.AppointmentOutput, error) {
	t.Helper()
	in := api.AnswerAppointmentInput{OneAppointmentInput: w.one(a.ID)}
	in.Body.Answer, in.Body.Reason = answer, why
	if answer == "accepted" {
		in.Body.Declaration = &api.Declaration{Text: appointment.Commitment}
	}
	return w.s.Answer(t.Context(), w.appointee(t, a), &in)
}

// appointee acts as the person of the letter, who holds no post yet.
func (w world) appointee(t *testing.T, a api.Appointment) access.Grant {
	t.Helper()
	return testkit.Grant(t, access.Actor{Account: id.ID(a.Account), Name: a.PersonName, Roles: []access.Role{access.Appointee}, Enterprise: w.Enterprise}, "appointment.answer")
}

func (w world) one(a string) api.OneAppointmentInput {
	return api.OneAppointmentInput{InEnterprise: w.inEnterprise(), Appointment: a}
}

// hire appoints somebody new, who accepts.
func (w world) hire(t *testing.T, in *api.AppointInput) api.Appointment {
	t.Helper()
	out, err := w.appoint(t, in)
	if err != nil {
		t.Fatal(err)
	}
	return w.accept(t, out.Body.Appointment)
}

func (w world) end(t *testing.T, appointment, reason string) error {
	t.Helper()
	in := api.EndAppointmentInput{OneAppointmentInput: w.one(appointment)}
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

// asked returns the letter by which the person is to act for the holder of the
// appointment.
func (w world) asked(t *testing.T, of string, account id.ID) api.Appointment {
	t.Helper()
	for _, a := range w.list(t) {
		if a.DeputyOf == of && a.Account == string(account) && a.State == "pending" {
			return a
		}
	}
	t.Fatalf("%s was not asked to act", account)
	return api.Appointment{}
}

// acts names a deputy, who accepts.
func (w world) acts(t *testing.T, g access.Grant, of string, account id.ID, until string) api.Appointment {
	t.Helper()
	if err := w.deputise(t, g, of, account, until); err != nil {
		t.Fatal(err)
	}
	return w.accept(t, w.asked(t, of, account))
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

func write(t *testing.T, w world, fn func(tx *db.Tx) error) {
	t.Helper()
	if err := w.DB.Write(t.Context(), w.As(t, access.Principal, "appointment.make"), fn); err != nil {
		t.Fatal(err)
	}
}

// pending lists the open obligations of a kind as day and title.
func (w world) pending(t *testing.T, kind string) (all []string) {
	t.Helper()
	return inside(t, w, func(tx *db.Tx) ([]string, error) {
		rows, err := w.duties.Pending(tx)
		for _, o := range rows {
			if o.Kind == kind {
				all = append(all, string(o.Day)+" "+o.Title)
			}
		}
		return all, err
	})
}
