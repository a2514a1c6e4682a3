package record_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/testkit"
)

func TestMinutesAndTheirResolution(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		draft := m.draft(t, "2026-11")
		h := draft.Figures.Hazards
		if draft.State != "open" || draft.Hears != "director" || len(draft.Invited) != 3 || draft.Invited[1].Attended == nil {
			t.Errorf("the draft: %+v", draft)
		}
		if h.Found != 2 || h.Closed != 1 || h.Open != 2 || h.Overdue != 1 || h.Major != 1 || len(h.Repeats) != 1 || h.Repeats[0] != (api.Tally{Code: "S013", N: 2}) {
			t.Errorf("hazards: %+v", h)
		}
		if f := draft.Figures; f.AdviceCount != 1 || f.Answered != 0 || !f.Advices[0].Overdue || f.Advices[0].Text != "五孔插座（虚构）：接地极接触不良" || len(f.Events) != 2 || f.Events[0].Kind != "list" {
			t.Errorf("advice and events: %+v, %+v", f.Advices, f.Events)
		}
		in := m.input(t, "2026-11")
		got := m.mustSign(t, in)
		if got.State != "done" || got.Late || got.Version != 1 || got.Sole || got.SignedName != "测试甲" || got.Names[string(m.Officer)] != "测试丙" || !strings.HasPrefix(got.Number, "YDD-202611-") {
			t.Errorf("signed: %+v", got)
		}
		if diff := cmp.Diff(draft.Figures, got.Figures); diff != "" {
			t.Errorf("the figures moved with the signature (-draft +signed):\n%s", diff)
		}
		if again := m.mustSign(t, in); again.Version != 1 || len(again.Resolutions) != 1 {
			t.Errorf("signed twice: %+v", again)
		}
		if _, waits := m.pending(t, obligation.KindMonthly, m.Enterprise); waits {
			t.Error("the month's duty is still open")
		}
		task := got.Resolutions[0]
		duty, waits := m.pending(t, record.KindResolution, id.ID(task.ID))
		if !waits || duty.Account != m.Officer || duty.Title != "落实月调度决议：核对全部插座的CCC证书状态" || duty.Due != clock.Day("2026-12-10").At(1439).UTC() {
			t.Errorf("the resolution's duty: %+v, %v", duty, waits)
		}

		m.to(t, "2026-12-05")
		for _, tt := range []struct {
			role       access.Role
			kind, note string
			want       error
		}{
			{access.Director, "done", "已核对", record.ErrNotOwner},
			{access.Principal, "sent_back", "不行", record.ErrResolutionOpen},
			{access.Officer, "done", " ", record.ErrMonthInput},
			{access.Officer, "done", "已核对三个型号", nil},
			{access.Officer, "done", "已核对三个型号", record.ErrResolutionDone},
			{access.Officer, "sent_back", "不行", record.ErrReturnForbid},
			{access.Principal, "sent_back", "还有两个型号没有核对", nil},
			{access.Officer, "done", "五个型号全部核对", nil},
		} {
			if _, err := m.advance(t, tt.role, task.ID, tt.kind, tt.note); !errors.Is(err, tt.want) {
				t.Errorf("%s by the %s: %v, want %v", tt.kind, tt.role, err, tt.want)
			}
			if _, waits := m.pending(t, record.KindResolution, id.ID(task.ID)); tt.want == nil && waits != (tt.kind == "sent_back") {
				t.Errorf("after %s the duty waits: %v", tt.kind, waits)
			}
		}
		december := m.draft(t, "2026-12").Figures.Resolutions
		if len(december) != 1 || december[0].State != "done" || december[0].Month != "2026-11" || december[0].Note != "五个型号全部核对" {
			t.Errorf("what became of it: %+v", december)
		}
		minutesInTheChain(t, m, id.ID(got.Record))
		m.printed(t, id.ID(got.Record))
	})
}

// minutesInTheChain wants every fact sealed, names only among what is personal.
func minutesInTheChain(t *testing.T, m *month, minutes id.ID) {
	t.Helper()
	err := m.DB.Read(t.Context(), m.As(t, access.Officer, "record.monthly.read"), func(tx *db.Tx) error {
		var facts []struct {
			Kind           string
			SubjectID      id.ID
			Body, Personal []byte
		}
		err := tx.Query(&facts, "SELECT l.kind, l.subject_id, f.body, f.personal FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} ORDER BY l.seq")
		var kinds []string
		for _, f := range facts {
			kinds = append(kinds, f.Kind)
			if strings.Contains(string(f.Body), "测试甲") || strings.Contains(string(f.Body), "测试丙") || strings.Contains(string(f.Body), "[100,100") {
				t.Errorf("%s names a person or shows his hand: %s", f.Kind, f.Body)
			}
			if f.Kind == record.KindMonthSigned && (f.SubjectID != minutes || !strings.Contains(string(f.Personal), "测试丙") || !json.Valid(f.Body)) {
				t.Errorf("the minutes are sealed as %s: %s", f.SubjectID, f.Personal)
			}
		}
		want := []string{record.KindMonthAttended, record.KindMonthSigned, record.KindResolutionDone, record.KindResolutionReturn, record.KindResolutionDone}
		if diff := cmp.Diff(want, kinds); diff != "" {
			t.Errorf("facts (-want +got):\n%s", diff)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// printed wants the paper for both readers, and the leaf.
func (m *month) printed(t *testing.T, minutes id.ID) {
	t.Helper()
	err := m.DB.Read(t.Context(), m.As(t, access.Officer, "record.monthly.read"), func(tx *db.Tx) error {
		own, err := m.PaperOf(tx, minutes, false, "pdf")
		if err != nil {
			return err
		}
		theirs, err := m.PaperOf(tx, minutes, true, "docx")
		if err != nil {
			return err
		}
		if slices.Equal(own.Body, theirs.Body) || !strings.HasPrefix(string(theirs.Body), "PK") {
			t.Error("the authority prints the enterprise's own paper")
		}
		n := 0
		err = m.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
			n++
			form, err := l.Lay()
			if l.Item != "2.3" || form.Title != record.MonthTitle || len(form.Signatures) != 3 {
				t.Errorf("leaf %s %s with %d signatures", l.Item, form.Title, len(form.Signatures))
			}
			return err
		})
		if n != 1 {
			t.Errorf("%d leaves, want 1", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestMovedFiguresAreReadAgain(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		in := m.input(t, "2026-11")
		m.hazards[2].Severity = "major"
		if _, err := m.sign(t, in); !errors.Is(err, record.ErrMonthMoved) {
			t.Errorf("signed over moved figures: %v, want %v", err, record.ErrMonthMoved)
		}
		in.Body.Basis = m.draft(t, "2026-11").Basis
		got := m.mustSign(t, in)
		m.hazards = nil
		after, err := m.Read(t.Context(), m.As(t, access.Officer, "record.monthly.read"), &api.ReadMonthlyInput{Record: got.Record})
		if err != nil || after.Body.Figures.Hazards.Major != 2 {
			t.Errorf("afterwards the figures are %+v, %v", after.Body.Figures.Hazards, err)
		}
	})
}

func TestSigningIsRefused(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		for name, tt := range map[string]struct {
			change func(*api.SignMonthlyInput)
			at     string
			want   error
		}{
			"a month to come":            {func(in *api.SignMonthlyInput) { in.Body.Month = "2026-12" }, "", record.ErrMonthNotOpen},
			"a month without duty":       {func(in *api.SignMonthlyInput) { in.Body.Month = "2024-01" }, "", record.ErrMonthNotDue},
			"held before the month":      {func(in *api.SignMonthlyInput) { in.Body.HeldAt = clock.Day("2026-10-31").At(600) }, "body.heldAt", record.ErrMonthInput},
			"held later":                 {func(in *api.SignMonthlyInput) { in.Body.HeldAt = m.Clock.Now().Add(1e9) }, "body.heldAt", record.ErrMonthInput},
			"no place":                   {func(in *api.SignMonthlyInput) { in.Body.Place = "" }, "body.place", record.ErrMonthInput},
			"no mode":                    {func(in *api.SignMonthlyInput) { in.Body.Mode = "" }, "body.mode", record.ErrMonthInput},
			"a stranger writes":          {func(in *api.SignMonthlyInput) { in.Body.Recorder = string(m.Supervisor) }, "body.recorder", record.ErrMonthInput},
			"nobody is heard":            {func(in *api.SignMonthlyInput) { in.Body.Heard = "" }, "body.heard", record.ErrMonthInput},
			"he hears himself":           {func(in *api.SignMonthlyInput) { in.Body.Heard = string(m.Principal) }, "body.heard", record.ErrMonthInput},
			"the officer is heard":       {func(in *api.SignMonthlyInput) { in.Body.Heard = string(m.Officer) }, "body.heard", record.ErrMonthInput},
			"nothing was reported":       {func(in *api.SignMonthlyInput) { in.Body.Reported = " " }, "body.reported", record.ErrMonthInput},
			"no focus":                   {func(in *api.SignMonthlyInput) { in.Body.Focus = "" }, "body.focus", record.ErrMonthInput},
			"one is not answered":        {func(in *api.SignMonthlyInput) { in.Body.Attendance = in.Body.Attendance[:1] }, "body.attendance", record.ErrMonthInput},
			"the reporter is absent":     {func(in *api.SignMonthlyInput) { in.Body.Attendance[0].Way = "absent" }, "body.attendance[0].way", record.ErrMonthInput},
			"no signature by hand":       {func(in *api.SignMonthlyInput) { in.Body.Attendance[1].Signature = nil }, "body.attendance[1].signature", record.ErrMonthInput},
			"own, but he did not":        {func(in *api.SignMonthlyInput) { in.Body.Attendance[1].Way = "own" }, "body.attendance[1].way", record.ErrMonthInput},
			"a resolution for nobody":    {func(in *api.SignMonthlyInput) { in.Body.Resolutions[0].Owner = string(m.Supervisor) }, "body.resolutions[0].owner", record.ErrMonthInput},
			"a resolution for yesterday": {func(in *api.SignMonthlyInput) { in.Body.Resolutions[0].Due = "2026-11-29" }, "body.resolutions[0].due", record.ErrMonthInput},
			"no declaration":             {func(in *api.SignMonthlyInput) { in.Body.Declaration.Text = "" }, "body.declaration.text", record.ErrMonthInput},
		} {
			in := m.input(t, "2026-11")
			tt.change(in)
			_, err := m.sign(t, in)
			f, _ := fault.Of(err)
			if !errors.Is(err, tt.want) || tt.at != "" && !slices.ContainsFunc(f.Fields, func(one fault.Field) bool { return one.Pointer == tt.at }) {
				t.Errorf("%s: %v %+v, want %v at %s", name, err, f, tt.want, tt.at)
			}
		}
		m.mustSign(t, m.input(t, "2026-11"))
		if _, err := m.sign(t, m.input(t, "2026-11")); !errors.Is(err, record.ErrMonthSigned) {
			t.Errorf("minutes of the same month anew: %v, want %v", err, record.ErrMonthSigned)
		}
		attend := &api.AttendMonthlyInput{MonthInput: api.MonthInput{Month: "2026-11"}}
		attend.Body.Declaration.Text = "本人到会。"
		if _, err := m.Attend(t.Context(), m.As(t, access.Officer, "record.monthly.attend"), attend); !errors.Is(err, record.ErrMonthSigned) {
			t.Errorf("attendance after the signature: %v, want %v", err, record.ErrMonthSigned)
		}
		if _, err := m.Attend(t.Context(), m.As(t, access.Principal, "record.monthly.attend"), &api.AttendMonthlyInput{MonthInput: attend.MonthInput, Body: attend.Body}); !errors.Is(err, record.ErrMonthSigned) {
			t.Errorf("the host after the signature: %v, want %v", err, record.ErrMonthSigned)
		}
	})
}

func TestSoleKeeperSignsOnce(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		for n := range m.people {
			m.people[n].Account, m.people[n].PersonName = string(m.Principal), "测试甲"
		}
		in := m.input(t, "2026-11")
		in.Body.Attendance, in.Body.Recorder = nil, string(m.Principal)
		in.Body.Resolutions[0].Owner = string(m.Principal)
		all := access.Actor{Account: m.Principal, Name: "测试甲", Enterprise: m.Enterprise, Roles: []access.Role{access.Principal, access.Director, access.Officer}}
		g := testkit.Grant(t, all, "record.monthly.sign")
		if _, err := m.Sign(t.Context(), g, in); !errors.Is(err, record.ErrMonthInput) {
			t.Errorf("he hears himself: %v, want %v", err, record.ErrMonthInput)
		}
		in.Body.Heard, in.Body.Reported = "", ""
		if draft := m.draft(t, "2026-11"); draft.Hears != "" || len(draft.Invited) != 1 {
			t.Errorf("the draft lets him hear %q of %+v", draft.Hears, draft.Invited)
		}
		out, err := m.Sign(t.Context(), g, in)
		if err != nil || !out.Body.Sole || !slices.Equal(out.Body.SignedPosts, []string{"principal", "director", "officer"}) {
			t.Fatalf("signed alone: %+v, %v", out, err)
		}
		err = m.DB.Read(t.Context(), m.As(t, access.Principal, "record.monthly.read"), func(tx *db.Tx) error {
			return m.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
				form, err := l.Lay()
				if len(form.Signatures) != 1 || form.Signatures[0].Label != "主要负责人兼质量安全总监兼质量安全员" {
					t.Errorf("signatures: %+v", form.Signatures)
				}
				return err
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestCorrectionKeepsTheFigures(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		signed := m.input(t, "2026-11")
		got := m.mustSign(t, signed)
		m.hazards = nil
		correct := func(change func(*api.CorrectMonthlyInput)) (*api.MonthlyOutput, error) {
			in := &api.CorrectMonthlyInput{Record: got.Record, Version: string(m.NewID())}
			in.Body.MonthlyWords, in.Body.Corrects, in.Body.Why, in.Body.Declaration = signed.Body.MonthlyWords, 1, "地点写错", signed.Body.Declaration
			in.Body.Place = "二楼会议室"
			change(in)
			return m.Correct(t.Context(), m.As(t, access.Principal, "record.monthly.sign"), in)
		}
		for name, tt := range map[string]struct {
			change func(*api.CorrectMonthlyInput)
			want   error
		}{
			"no reason":      {func(in *api.CorrectMonthlyInput) { in.Body.Why = "" }, record.ErrMonthInput},
			"nothing new":    {func(in *api.CorrectMonthlyInput) { in.Body.Place = signed.Body.Place }, record.ErrMonthInput},
			"another's book": {func(in *api.CorrectMonthlyInput) { in.Body.Corrects = 2 }, record.ErrMonthStale},
			"missing":        {func(in *api.CorrectMonthlyInput) { in.Record = string(m.NewID()) }, record.ErrMonthNotFound},
		} {
			if _, err := correct(tt.change); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		version := string(m.NewID())
		for range 2 {
			out, err := correct(func(in *api.CorrectMonthlyInput) { in.Version = version })
			if err != nil {
				t.Fatal(err)
			}
			w := out.Body
			if w.Version != 2 || len(w.Versions) != 2 || w.Versions[0].Words.Place != "店内办公室" || w.Versions[1].Words.Place != "二楼会议室" || w.Versions[1].Why != "地点写错" {
				t.Errorf("corrected: %+v", w.Versions)
			}
			if diff := cmp.Diff(got.Figures, w.Figures); diff != "" {
				t.Errorf("the figures changed:\n%s", diff)
			}
		}
	})
}

func TestDraftOfTwo(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		save := func(role access.Role, draft string, revision int) (*api.MonthlyDraftOutput, error) {
			in := &api.SaveMonthlyDraftInput{MonthInput: api.MonthInput{Month: "2026-11"}}
			in.Body.Draft, in.Body.Revision = draft, revision
			return m.Save(t.Context(), m.As(t, role, "record.monthly.prepare"), in)
		}
		for _, tt := range []struct {
			role     access.Role
			draft    string
			revision int
			want     error
		}{
			{access.Director, "a", 0, nil},
			{access.Director, "a", 0, nil},
			{access.Principal, "b", 0, record.ErrMonthDraft},
			{access.Principal, "b", 1, nil},
		} {
			if _, err := save(tt.role, tt.draft, tt.revision); !errors.Is(err, tt.want) {
				t.Errorf("%s saves %q on %d: %v, want %v", tt.role, tt.draft, tt.revision, err, tt.want)
			}
		}
		if d := m.draft(t, "2026-11"); d.Draft != "b" || d.Revision != 2 || d.SavedName != "测试甲" {
			t.Errorf("kept: %+v", d)
		}
	})
}

func TestMinutesAtTheYearsEnd(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		m.mustSign(t, m.input(t, "2026-11"))
		for day := clock.Day("2026-12-07"); day.Before("2027-01-04"); day = day.Add(7) {
			m.to(t, day)
		}
		m.to(t, "2027-01-04")
		m.attend(t, "2026-12")
		in := m.input(t, "2026-12")
		got := m.mustSign(t, in)
		var weeks []string
		for _, w := range got.Figures.Weeks {
			weeks = append(weeks, w.Week)
		}
		if diff := cmp.Diff([]string{"2026-W49", "2026-W50", "2026-W51", "2026-W52"}, weeks); diff != "" {
			t.Errorf("weeks of December (-want +got):\n%s", diff)
		}
		if got.Late || got.Figures.Resolutions[0].State != "overdue" || got.Figures.Resolutions[0].Month != "2026-11" {
			t.Errorf("December: late %v, %+v", got.Late, got.Figures.Resolutions)
		}
		m.to(t, "2027-02-08")
		m.attend(t, "2027-01")
		january := m.mustSign(t, m.input(t, "2027-01"))
		var of []string
		for _, r := range january.Figures.Resolutions {
			of = append(of, r.Month+" "+r.State)
		}
		if diff := cmp.Diff([]string{"2026-11 overdue", "2026-12 overdue"}, of); diff != "" || !january.Late {
			t.Errorf("January is late %v and tells (-want +got):\n%s", january.Late, diff)
		}
		list, err := m.List(t.Context(), m.As(t, access.Officer, "record.monthly.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		var states []string
		for _, e := range list.Body.Items {
			states = append(states, e.Month+" "+e.State)
		}
		if diff := cmp.Diff([]string{"2027-02 open", "2027-01 done", "2026-12 done", "2026-11 done"}, states); diff != "" {
			t.Errorf("months (-want +got):\n%s", diff)
		}
		if len(list.Body.Resolutions) != 3 || !list.Body.Resolutions[0].MayReport {
			t.Errorf("open resolutions: %+v", list.Body.Resolutions)
		}
	})
}

// Nothing is told twice or never when minutes are signed before the month ends.
func TestEarlyMinutesLeaveTheRestToTheNext(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		closed := clock.Day("2026-11-30").At(800)
		m.hazards = append(m.hazards, record.MonthHazard{
			ID: string(m.NewID()), Day: "2026-11-30", ItemCode: "S001", Severity: "major", Description: "下午发现", State: "closed", Due: closed, ClosedAt: &closed,
		})
		m.attend(t, "2026-11")
		november := m.mustSign(t, m.input(t, "2026-11")).Figures
		m.to(t, "2027-01-04")
		m.attend(t, "2026-12")
		december := m.mustSign(t, m.input(t, "2026-12")).Figures
		m.to(t, "2027-02-08")
		january := m.draft(t, "2027-01").Figures
		for _, one := range []struct {
			figures                    api.MonthlyFigures
			from, to                   string
			found, major, closed, open int
		}{
			{november, "2026-11-01", "2026-11-29", 2, 1, 1, 2},
			{december, "2026-11-30", "2026-12-31", 1, 1, 1, 2},
			{january, "2027-01-01", "2027-01-31", 0, 0, 0, 2},
		} {
			f, h := one.figures, one.figures.Hazards
			if f.From != one.from || f.To != one.to || h.Found != one.found || h.Major != one.major || h.Closed != one.closed || h.Open != one.open {
				t.Errorf("told %s–%s: %d found (%d major), %d closed, %d open; want %+v", f.From, f.To, h.Found, h.Major, h.Closed, h.Open, one)
			}
		}
	})
}

func TestMinutesStayInTheirEnterprise(t *testing.T) {
	t.Parallel()
	months(t, func(t *testing.T, m *month) {
		m.attend(t, "2026-11")
		got, b := m.mustSign(t, m.input(t, "2026-11")), m.Found(t)
		for _, one := range []string{got.Record, string(m.NewID()), "x"} {
			_, read := m.Read(t.Context(), b.As(t, access.Principal, "record.monthly.read"), &api.ReadMonthlyInput{Record: one})
			_, print := m.Paper(t.Context(), b.As(t, access.Principal, "record.monthly.read"), &api.ReadMonthlyPaperInput{ReadMonthlyInput: api.ReadMonthlyInput{Record: one}})
			correct := &api.CorrectMonthlyInput{Record: one, Version: string(m.NewID())}
			_, change := m.Correct(t.Context(), b.As(t, access.Principal, "record.monthly.sign"), correct)
			for name, err := range map[string]error{"reads": read, "prints": print, "corrects": change} {
				if !errors.Is(err, record.ErrMonthNotFound) {
					t.Errorf("a neighbour %s %s: %v, want %v", name, one, err, record.ErrMonthNotFound)
				}
			}
		}
		for _, one := range []string{got.Resolutions[0].ID, string(m.NewID()), "x"} {
			_, read := m.ReadResolution(t.Context(), b.As(t, access.Principal, "record.monthly.read"), &api.ReadResolutionInput{Resolution: one})
			in := &api.AdvanceResolutionInput{Resolution: one, Step: string(m.NewID())}
			in.Body.Kind, in.Body.Note = "done", "已处理"
			_, advance := m.AdvanceResolution(t.Context(), b.As(t, access.Officer, "record.monthly.attend"), in)
			if !errors.Is(read, record.ErrNoResolution) || !errors.Is(advance, record.ErrNoResolution) {
				t.Errorf("a neighbour reads %s: %v, reports it: %v; want %v", one, read, advance, record.ErrNoResolution)
			}
		}
		list, err := m.List(t.Context(), b.As(t, access.Officer, "record.monthly.read"), &api.InEnterprise{})
		if err != nil || len(list.Body.Items) != 0 || len(list.Body.Resolutions) != 0 {
			t.Errorf("a neighbour lists %+v, %v", list, err)
		}
		err = m.DB.Read(t.Context(), m.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
			narrow, err := tx.For(m.Enterprise)
			if err != nil {
				return err
			}
			w, err := m.Whole(narrow, id.ID(got.Record))
			if err != nil {
				return err
			}
			w = record.ForAuthority(w)
			if len(w.Figures.Advices) != 0 || len(w.Figures.Hazards.Causes) != 0 || w.Figures.AdviceCount != 1 || w.MayCorrect || w.Resolutions[0].MayReport {
				t.Errorf("the office reads %+v", w)
			}
			if own, _ := m.Whole(narrow, id.ID(got.Record)); len(own.Figures.Advices) != 1 {
				t.Error("what the office may not read is gone from the minutes")
			}
			if _, err := m.PaperOf(narrow, id.ID(got.Record), true, "pdf"); err != nil {
				return err
			}
			entries, err := m.Entries(narrow)
			if said := record.MonthsSentence(entries).Text; said != "应有月调度会议纪要 1 份：已签署 1 份，未到期 0 份，逾期未签署 0 份。" {
				t.Errorf("2.3 says %s", said)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
