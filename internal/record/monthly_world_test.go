package record_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/reference"
	"zhize/internal/testkit"
)

// month is a world in which the month's minutes are kept, with what the
// neighbours would tell.
type month struct {
	testkit.World
	testkit.Fixture
	*record.Months
	obligations *obligation.Service
	people      []api.Appointment
	hazards     []record.MonthHazard
	advices     []api.Advice
	lists       []api.RiskListVersion
	missing     []string
}

func (m *month) History(*db.Tx) ([]api.Appointment, error) { return m.people, nil }
func (m *month) During(_ *db.Tx, from, to clock.Day) ([]record.MonthHazard, error) {
	return slices.DeleteFunc(slices.Clone(m.hazards), func(h record.MonthHazard) bool {
		return h.Day.After(to) || h.Day.Before(from) && h.ClosedAt != nil && clock.DayOf(*h.ClosedAt).Before(from)
	}), nil
}

func (m *month) Between(_ *db.Tx, _, _ clock.Day) ([]api.Advice, error) { return m.advices, nil }
func (m *month) Versions(*db.Tx) ([]api.RiskListVersion, error)         { return m.lists, nil }
func (m *month) Happened(*db.Tx, clock.Day, clock.Day) ([]api.MonthlyHappening, error) {
	return []api.MonthlyHappening{{Kind: "training", Day: "2026-11-12", Text: "标签标识培训"}}, nil
}

func (m *month) Evidence(*db.Tx, []string) ([]ledger.Photo, []string, error) {
	return nil, m.missing, nil
}

func (m *month) Archive(*db.Tx) (api.Enterprise, error) {
	var e api.Enterprise
	e.Name, e.SizeGrade = "测试五金店（虚构）", "D"
	e.Identifier = api.Identifier{Kind: "uscc", Value: "91310000MA1K00000X"}
	return e, nil
}

// papers keeps papers.
type papers struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (p *papers) Put(_ context.Context, key string, b []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.files[key] = b
	return nil
}

func (p *papers) Get(_ context.Context, key string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b, ok := p.files[key]; ok {
		return b, nil
	}
	return nil, blob.ErrNotFound
}

// months runs the test on both engines, at noon of the month's last day.
func months(t *testing.T, fn func(t *testing.T, m *month)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		m := &month{World: w, Fixture: w.Found(t)}
		l := ledger.New(w.DB, testkit.Key(t), "test", &neighbours{})
		m.obligations = obligation.New(w.DB, reference.LoadCalendar, sealer{l})
		made := paper.New(w.DB, l, nil, &papers{files: map[string][]byte{}}, "http://zhize.test", nil)
		m.Months = record.NewMonths(w.DB, l, m.obligations, m, made, record.MonthPorts{
			People: m, Hazards: m, Advices: m, Lists: m, Photos: m, Happenings: []record.Happenings{m},
		})
		from := w.Clock.Now().AddDate(0, 0, -60)
		person := func(account id.ID, post, name string) api.Appointment {
			return api.Appointment{ID: string(w.NewID()), Account: string(account), PersonName: name, Post: post, From: from, InOffice: true}
		}
		m.people = []api.Appointment{person(m.Principal, "principal", "测试甲"), person(m.Director, "director", "测试乙"), person(m.Officer, "officer", "测试丙")}
		closed := clock.Day("2026-11-20").At(600)
		m.hazards = []record.MonthHazard{
			{ID: string(w.NewID()), Day: "2026-10-30", ItemCode: "S006", Severity: "general", Description: "旧隐患", State: "closed", Due: clock.Day("2026-11-10").At(1439), ClosedAt: &closed},
			{ID: string(w.NewID()), Day: "2026-11-03", ItemCode: "S013", Severity: "major", Description: "无中文标签", State: "measured", Source: "check", Cause: "method", Due: clock.Day("2026-11-04").At(1439)},
			{ID: string(w.NewID()), Day: "2026-11-17", ItemCode: "S013", Severity: "general", Description: "无厂名厂址", State: "found", Source: "complaint", Due: clock.Day("2026-12-02").At(1439)},
		}
		advice := api.Advice{}
		advice.ID, advice.Number, advice.Kind, advice.Day, advice.Facts, advice.RaisedBy, advice.RaisedName = string(w.NewID()), "FJ-20261118-ABCDEF", "stop", "2026-11-18", "接地极接触不良", string(m.Officer), "测试丙"
		advice.State, advice.Overdue, advice.Goods = "waiting", true, []api.AdviceGoods{{Name: "五孔插座（虚构）"}}
		m.advices = []api.Advice{advice}
		m.lists = []api.RiskListVersion{{Version: 2, Items: 8, ApprovedName: "测试甲", ApprovedAt: clock.Day("2026-11-09").At(600)}}
		m.to(t, "2026-11-30")
		fn(t, m)
	})
}

// to moves to noon of a day and plans.
func (m *month) to(t *testing.T, day clock.Day) {
	t.Helper()
	m.Clock.Move(day.At(12 * 60))
	if err := m.DB.Write(context.Background(), m.As(t, access.Principal, "obligation.read"), m.obligations.Plan); err != nil {
		t.Fatalf("plan: %v", err)
	}
}

func (m *month) draft(t *testing.T, which string) api.MonthlyDraft {
	t.Helper()
	out, err := m.Draft(t.Context(), m.As(t, access.Principal, "record.monthly.read"), &api.MonthInput{Month: which})
	if err != nil {
		t.Fatalf("draft of %s: %v", which, err)
	}
	return out.Body
}

func byHand() []api.Stroke { return []api.Stroke{{100, 100, 400, 300}} }

// attend signs the director's attendance on his own phone.
func (m *month) attend(t *testing.T, which string) {
	t.Helper()
	in := &api.AttendMonthlyInput{MonthInput: api.MonthInput{Month: which}}
	in.Body.Declaration = api.Declaration{Text: "本人到会。", Signature: byHand()}
	if _, err := m.Attend(t.Context(), m.As(t, access.Director, "record.monthly.attend"), in); err != nil {
		t.Fatalf("attend: %v", err)
	}
}

// input is complete minutes of the month: the director reported and attended on
// his own phone, the officer signed on the principal's.
func (m *month) input(t *testing.T, which string) *api.SignMonthlyInput {
	t.Helper()
	in := &api.SignMonthlyInput{Record: string(m.NewID())}
	b := &in.Body
	b.Month, b.Basis = which, m.draft(t, which).Basis
	b.MonthlyWords = api.MonthlyWords{
		HeldAt: m.Clock.Now().Add(-time.Hour), Place: "店内办公室", Mode: "site", Recorder: string(m.Officer),
		Heard: string(m.Director), Reported: "本月重点整治标签问题。", Focus: "清查插座库存", Resources: "增购一台扫码枪",
	}
	b.Attendance = []api.Attendee{{Account: string(m.Director), Way: "own"}, {Account: string(m.Officer), Way: "hand", Signature: byHand()}}
	b.Resolutions = []api.ResolutionFields{{ID: string(m.NewID()), What: "核对全部插座的CCC证书状态", Owner: string(m.Officer), Due: string(clock.DayOf(m.Clock.Now()).Add(10))}}
	b.Declaration = api.Declaration{Text: "本次会议由本人主持，纪要属实。", Signature: byHand()}
	return in
}

func (m *month) sign(t *testing.T, in *api.SignMonthlyInput) (api.Monthly, error) {
	t.Helper()
	out, err := m.Sign(t.Context(), m.As(t, access.Principal, "record.monthly.sign"), in)
	if err != nil {
		return api.Monthly{}, err
	}
	return out.Body, nil
}

func (m *month) mustSign(t *testing.T, in *api.SignMonthlyInput) api.Monthly {
	t.Helper()
	got, err := m.sign(t, in)
	if err != nil {
		t.Fatalf("sign %s: %v", in.Body.Month, err)
	}
	return got
}

func (m *month) advance(t *testing.T, role access.Role, resolution, kind, note string) (api.Resolution, error) {
	t.Helper()
	in := &api.AdvanceResolutionInput{Resolution: resolution, Step: string(m.NewID())}
	in.Body.Kind, in.Body.Note = kind, note
	out, err := m.AdvanceResolution(t.Context(), m.As(t, role, "record.monthly.attend"), in)
	if err != nil {
		return api.Resolution{}, err
	}
	return out.Body, nil
}

// pending is the state of a duty, or nothing once it is done.
func (m *month) pending(t *testing.T, kind string, subject id.ID) (o obligation.Obligation, found bool) {
	t.Helper()
	err := m.DB.Read(t.Context(), m.As(t, access.Principal, "obligation.read"), func(tx *db.Tx) error {
		all, err := m.obligations.Pending(tx)
		for _, one := range all {
			if one.Kind == kind && one.Subject == subject && !one.Opens.After(tx.Now()) {
				o, found = one, true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return o, found
}
