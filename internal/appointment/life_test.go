package appointment_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestAPostBeginsWithTheAnswer(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		out, err := w.appoint(t, w.newcomer("officer", ""))
		if err != nil {
			t.Fatal(err)
		}
		a := out.Body.Appointment
		keeps := func() bool {
			return inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, id.ID(a.Account), w.Site) })
		}
		if keeps() {
			t.Error("he keeps records before he accepted")
		}
		if got := w.pending(t, appointment.KindAccept); len(got) != 1 || !strings.HasSuffix(got[0], "接受任命：质量安全员") {
			t.Errorf("his duty to answer: %v", got)
		}
		// A letter is the person's own: nobody answers or reads it for him.
		stranger := api.Appointment{Account: string(w.NewID()), ID: a.ID}
		_, err = w.answer(t, stranger, "accepted", "")
		wantFault(t, err, appointment.ErrNotFound)
		in := w.one(a.ID)
		_, err = w.s.Read(t.Context(), w.appointee(t, stranger), &in)
		wantFault(t, err, appointment.ErrNotFound)
		again := api.AnswerAppointmentInput{OneAppointmentInput: in}
		again.Body.Answer, again.Body.Declaration = "accepted", &api.Declaration{Text: "我替他接受"}
		_, err = w.s.Answer(t.Context(), w.As(t, access.Principal, "appointment.answer"), &again)
		wantFault(t, err, appointment.ErrNotYours)
		again.Body.Declaration = &api.Declaration{Text: "x", Signature: []api.Stroke{{1, 2, 3}}}
		_, err = w.s.Answer(t.Context(), w.appointee(t, a), &again)
		wantFault(t, err, appointment.ErrDeclaration)

		w.accept(t, a)
		w.accept(t, a) // an answer that was lost is given again
		if !keeps() || len(w.pending(t, appointment.KindAccept)) != 0 {
			t.Error("he accepted and is not in office")
		}
		_, err = w.answer(t, a, "refused", "改主意")
		wantFault(t, err, appointment.ErrAnswered)
		if facts := w.facts(t); len(facts) != 2 || facts[1][0] != appointment.KindAccepted || !strings.Contains(facts[1][2], appointment.Commitment) {
			t.Errorf("facts %v", facts)
		}
	})
}

func TestRefusedAndWithdrawn(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		out, err := w.appoint(t, w.newcomer("officer", ""))
		if err != nil {
			t.Fatal(err)
		}
		a := out.Body.Appointment
		_, err = w.answer(t, a, "refused", "  ")
		wantFault(t, err, appointment.ErrRefusal)
		refused, err := w.answer(t, a, "refused", "不懂电线")
		if err != nil || refused.Body.State != "refused" || refused.Body.AnswerWhy != "不懂电线" {
			t.Fatalf("refused: %+v, %v", refused, err)
		}
		if len(w.roles(t, a.ID)) != 0 || len(w.pending(t, appointment.KindAccept)) != 0 {
			t.Error("a refused letter still asks")
		}
		// Another letter for the same person may follow.
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), a.Account, "officer"
		second, err := w.appoint(t, &in)
		if err != nil {
			t.Fatal(err)
		}
		in.Body.ID = string(w.NewID())
		_, err = w.appoint(t, &in)
		wantFault(t, err, appointment.ErrWaiting)
		back := api.EndingInput{OneAppointmentInput: w.one(second.Body.Appointment.ID)}
		back.Body.Reason = "另行安排"
		if _, err := w.s.Withdraw(t.Context(), w.As(t, access.Principal, "appointment.make"), &back); err != nil {
			t.Fatal(err)
		}
		_, err = w.answer(t, second.Body.Appointment, "accepted", "")
		wantFault(t, err, appointment.ErrAnswered)
		kinds := []string{}
		for _, f := range w.facts(t) {
			kinds = append(kinds, f[0])
		}
		if diff := cmp.Diff([]string{appointment.KindMade, appointment.KindRefused, appointment.KindMade, appointment.KindWithdrawn}, kinds); diff != "" {
			t.Error(diff)
		}
	})
}

func TestATermEndsInItsInstant(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.newcomer("officer", "")
		in.Body.Until = "2026-11-24"
		_, err := w.appoint(t, in)
		wantFault(t, err, appointment.ErrTerm)
		in.Body.Until = "2026-12-05"
		a := w.hire(t, in)
		if got := w.pending(t, appointment.KindTerm); len(got) != 1 || !strings.HasPrefix(got[0], "2026-12-05 任期届满前") {
			t.Errorf("the end is announced as %v", got)
		}
		state := func() (bool, int) {
			keeps := inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, id.ID(a.Account), w.Site) })
			return keeps, len(w.roles(t, a.ID))
		}
		w.Clock.Move(clock.Day("2026-12-06").Start().Add(-time.Microsecond))
		if keeps, roles := state(); !keeps || roles != 1 {
			t.Error("the last instant of the term is within it")
		}
		w.Clock.Advance(time.Microsecond)
		if keeps, roles := state(); keeps || roles != 0 {
			t.Error("the term ended and he writes on, without any bell")
		}
		for _, b := range w.list(t) {
			if b.ID == a.ID && (b.State != "ended" || b.EndedKind != "expired") {
				t.Errorf("%+v", b)
			}
		}
	})
}

// The officer is replaced in mid-month: his successor begins in the instant in
// which he ends, and takes over what he alone had to do.
func TestReplacedInOneAct(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		own := w.NewID()
		write(t, w, func(tx *db.Tx) error {
			return w.duties.Open(tx, obligation.Obligation{Kind: "study", Subject: own, Day: tx.Today(), Account: w.Officer, Title: "学习：新标准", Opens: tx.Now(), Due: tx.Now().AddDate(0, 0, 5)})
		})
		duties := w.one(officer)
		open, err := w.s.OpenDuties(t.Context(), w.As(t, access.Principal, "appointment.read"), &duties)
		if err != nil || len(open.Body.Own) != 1 || !open.Body.Vacant {
			t.Fatalf("shown before he leaves: %+v, %v", open, err)
		}
		in := w.newcomer("officer", "")
		in.Body.Replaces = officer
		out, err := w.appoint(t, in)
		if err != nil {
			t.Fatal(err)
		}
		if w.of(t, w.Officer) != officer {
			t.Error("the predecessor left before his successor accepted")
		}
		w.Clock.Advance(time.Hour)
		next := w.accept(t, out.Body.Appointment)
		for _, b := range w.list(t) {
			if b.ID == officer && (b.InOffice || b.EndedKind != "replaced" || !b.EndedAt.Equal(next.From) || b.Successor != next.PersonName) {
				t.Errorf("predecessor %+v", b)
			}
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 0 {
			t.Errorf("a gap opened between them: %v", got)
		}
		moved := inside(t, w, w.duties.Pending)
		if len(moved) != 1 || string(moved[0].Account) != next.Account {
			t.Errorf("what he had to do: %+v", moved)
		}
		facts := w.facts(t)
		handed := facts[len(facts)-2]
		if handed[0] != appointment.KindHandedOver || !strings.Contains(handed[1], string(own)) || strings.Contains(handed[1], next.PersonName) {
			t.Errorf("the hand-over: %v", handed)
		}
	})
}

func TestResignAndHandOver(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer, director := w.of(t, w.Officer), w.of(t, w.Director)
		resign := func(a, successor string) error {
			in := api.EndAppointmentInput{OneAppointmentInput: w.one(a)}
			in.Body.Reason, in.Body.Successor = "另谋高就", successor
			_, err := w.s.Resign(t.Context(), w.As(t, access.Officer, "appointment.resign"), &in)
			return err
		}
		wantFault(t, resign(director, ""), appointment.ErrNotYours)
		wantFault(t, resign(officer, string(w.Officer)), appointment.ErrSuccessor)
		wantFault(t, resign(officer, string(w.NewID())), appointment.ErrSuccessor)
		if err := resign(officer, string(w.Director)); err != nil {
			t.Fatal(err)
		}
		for _, b := range w.list(t) {
			if b.ID == officer && (b.EndedKind != "resigned" || b.Successor != "测试乙") {
				t.Errorf("%+v", b)
			}
		}
		paperOf(t, w, officer)
	})
}

// paperOf prints how an appointment ended.
func paperOf(t *testing.T, w world, a string) {
	t.Helper()
	in := api.AppointmentPaperInput{OneAppointmentInput: w.one(a)}
	out, err := w.s.EndingPaper(t.Context(), w.As(t, access.Principal, "appointment.read"), &in)
	if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
		t.Errorf("ending: %v", err)
	}
}

func TestAGapOpensAndClosesByItself(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		states := func() map[string]string {
			in := w.inEnterprise()
			out, err := w.s.Staffing(t.Context(), w.As(t, access.Principal, "appointment.read"), &in)
			if err != nil {
				t.Fatal(err)
			}
			all := map[string]string{}
			for _, r := range out.Body.Items {
				all[r.Rule] = r.State
			}
			return all
		}
		for _, a := range []string{w.of(t, w.Director), w.of(t, w.Officer)} {
			if err := w.end(t, a, "离职"); err != nil {
				t.Fatal(err)
			}
		}
		// Nobody decided who needs a director: nothing is said until a product asks.
		if diff := cmp.Diff(map[string]string{"officer": "gap", "director_certified": "not_applicable", "director_size": "not_applicable", "apart": "not_applicable", "site": "met"}, states()); diff != "" {
			t.Error(diff)
		}
		add := api.AddProductInput{InEnterprise: w.inEnterprise()}
		add.Body = api.ProductFields{Name: "插线板", Category: "其他", Regime: "ccc"}
		e, err := w.archive.AddProduct(t.Context(), w.As(t, access.Principal, "enterprise.product.edit"), &add)
		if err != nil {
			t.Fatal(err)
		}
		if got := states()["director_certified"]; got != "remark" {
			t.Errorf("an unread law yields %s", got)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "补齐岗位人员：缺质量安全员") {
			t.Errorf("obliged to %v", got)
		}
		// The district decides; the bell follows.
		w.decide(t, "director_certified", "required")
		if err := w.s.SweepStaffing(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "缺质量安全员、质量安全总监") {
			t.Errorf("after the decision: %v", got)
		}
		w.hire(t, w.newcomer("officer", ""))
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "缺质量安全总监") {
			t.Errorf("the officer came: %v", got)
		}
		drop := api.EditProductInput{InEnterprise: w.inEnterprise(), Product: e.Body.Products[0].ID}
		drop.Body.ProductFields, drop.Body.Dropped = add.Body, true
		if _, err := w.archive.EditProduct(t.Context(), w.As(t, access.Principal, "enterprise.product.edit"), &drop); err != nil {
			t.Fatal(err)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 0 || states()["director_certified"] != "not_applicable" {
			t.Errorf("without the product: %v, %v", got, states())
		}
	})
}

func (w world) decide(t *testing.T, rule, decision string) {
	t.Helper()
	in := api.DecideStaffingInput{Rule: rule}
	in.Body.Decision, in.Body.Reason = decision, "区局通知（虚构）"
	g := testkit.Grant(t, access.Actor{Account: w.Supervisor, Name: "虚构处长", Roles: []access.Role{access.Chief}, Agency: w.District, Path: w.DistrictPath}, "staffing.decide")
	out, err := w.s.Decide(t.Context(), g, &in)
	if err != nil || out.Body.Items[0].Own != decision {
		t.Fatalf("decide: %+v, %v", out, err)
	}
}

// Whoever keeps a shop alone is not nagged about it.
func TestTheSoleKeeperIsLeftInPeace(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), string(w.Principal), "officer"
		out, err := w.appoint(t, &in)
		if err != nil || !out.Body.Appointment.InOffice {
			t.Fatalf("who appoints himself is not asked: %+v, %v", out, err)
		}
		for _, a := range []string{w.of(t, w.Director), w.of(t, w.Officer)} {
			if err := w.end(t, a, "离职"); err != nil {
				t.Fatal(err)
			}
		}
		words := inside(t, w, func(tx *db.Tx) ([]string, error) { return w.s.Capacities(tx, w.Principal) })
		if got := appointment.Words(words); got != "主要负责人、质量安全员（一人兼任）" {
			t.Errorf("capacities %q", got)
		}
		enterprise := w.inEnterprise()
		staffing, err := w.s.Staffing(t.Context(), w.As(t, access.Principal, "appointment.read"), &enterprise)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range staffing.Body.Items {
			if r.State == "gap" || r.State == "remark" {
				t.Errorf("nagged: %+v", r)
			}
		}
		m := w.setMatrix(t, 0, nil)
		if len(m.Hints) != 0 {
			t.Errorf("hints %+v", m.Hints)
		}
	})
}

func (w world) matrix(t *testing.T) api.DutyMatrix {
	t.Helper()
	in := w.inEnterprise()
	out, err := w.s.Matrix(t.Context(), w.As(t, access.Director, "appointment.read"), &in)
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) setMatrix(t *testing.T, revision int, cells []api.DutyCell) api.DutyMatrix {
	t.Helper()
	in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
	in.Body.Revision, in.Body.Cells = revision, cells
	out, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
	if err != nil || cmp.Diff(out, again) != "" {
		t.Errorf("the repeated id answers differently: %v", err)
	}
	return out.Body
}

func TestDutyMatrix(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		m := w.matrix(t)
		if m.Version != 0 || len(m.Cells) != 0 || len(m.Proposed) == 0 {
			t.Fatalf("before anything was set: %+v", m)
		}
		lead := map[string]string{}
		for _, c := range m.Proposed {
			if c.Mark == "lead" {
				lead[c.Item] = c.Account
			}
		}
		if diff := cmp.Diff(map[string]string{m.Items[0].ID: string(w.Officer), m.Items[1].ID: string(w.Officer), m.Items[2].ID: string(w.Director)}, lead); diff != "" {
			t.Error(diff)
		}
		m = w.setMatrix(t, 0, m.Proposed)
		if m.Version != 1 || len(m.Proposed) != 0 || len(m.Hints) != 0 {
			t.Errorf("set as proposed: %+v", m.Hints)
		}
		for name, c := range map[string]api.DutyCell{
			"a stranger": {Item: m.Items[0].ID, Account: string(other.Officer), Mark: "lead"},
			"no item":    {Item: string(w.NewID()), Account: string(w.Officer), Mark: "lead"},
			"no mark":    {Item: m.Items[0].ID, Account: string(w.Officer), Mark: "x"},
		} {
			in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
			in.Body.Revision, in.Body.Cells = 1, []api.DutyCell{c}
			if _, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in); err == nil {
				t.Errorf("%s is taken", name)
			}
		}
		in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
		_, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
		wantFault(t, err, appointment.ErrMatrixChanged)
		if err := w.end(t, w.of(t, w.Officer), "离职"); err != nil {
			t.Fatal(err)
		}
		kinds := map[string]int{}
		for _, h := range w.matrix(t).Hints {
			kinds[h.Kind]++
		}
		if kinds["left"] != 1 || kinds["no_lead"] != 2 {
			t.Errorf("who left is still named: %v", kinds)
		}
		enterprise := api.DutyMatrixPaperInput{InEnterprise: w.inEnterprise()}
		if out, err := w.s.MatrixPaper(t.Context(), w.As(t, access.Principal, "appointment.read"), &enterprise); err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Errorf("paper: %v", err)
		}
		if other.matrix(t).Version != 0 {
			t.Error("the neighbour's matrix was set")
		}
	})
}

func TestAPersonsFileStaysHis(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		w.near.traces = []api.Trace{
			{At: w.Clock.Now(), Day: "2026-11-24", Deed: "recorded", Kind: "record.daily", Subject: string(w.NewID()), Title: "每日检查记录"},
			{At: w.Clock.Now(), Day: "2026-11-23", Deed: "handled", Kind: "hazard.rectified", Subject: string(w.NewID()), Title: "完成整改"},
			{At: w.Clock.Now(), Day: "2020-01-01", Deed: "handled", Kind: "hazard.rectified", Subject: string(w.NewID()), Title: "从前"},
		}
		theirs := api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(w.Officer)}
		for role, want := range map[access.Role]bool{access.Officer: true, access.Principal: true, access.Director: false} {
			_, err := w.s.File(t.Context(), w.As(t, role, "appointment.read"), &theirs)
			if (err == nil) != want {
				t.Errorf("%s reads the officer's file: %v", role, err)
			}
		}
		if err := w.end(t, w.of(t, w.Officer), "离职"); err != nil {
			t.Fatal(err)
		}
		self, err := access.Self(access.Actor{Account: w.Officer, Name: "测试丙"}, access.Call{Operation: "test"})
		if err != nil {
			t.Fatal(err)
		}
		files, err := w.s.MyFiles(t.Context(), self, &api.Nothing{})
		if err != nil || len(files.Body.Items) != 1 || files.Body.Items[0].Until == nil || files.Body.Items[0].Enterprise != string(w.Enterprise) {
			t.Fatalf("own files after leaving: %+v, %v", files, err)
		}
		mine := api.MyFileInput{InEnterprise: w.inEnterprise()}
		got, err := w.s.MyFile(t.Context(), self, &mine)
		if err != nil {
			t.Fatal(err)
		}
		want := []api.DeedTotal{{Deed: "recorded", Count: 1}, {Deed: "handled", Count: 1}}
		if diff := cmp.Diff(want, got.Body.Totals); diff != "" || got.Body.Traces[0].Day != "2026-11-24" || len(got.Body.Appointments) != 1 {
			t.Errorf("%s\n%+v", diff, got.Body)
		}
		foreign := api.MyFileInput{InEnterprise: other.inEnterprise()}
		_, err = w.s.MyFile(t.Context(), self, &foreign)
		wantFault(t, err, db.ErrEnterpriseNotFound)
		missing := api.MyFileInput{InEnterprise: api.InEnterprise{Enterprise: string(w.NewID())}}
		_, err = w.s.MyFile(t.Context(), self, &missing)
		wantFault(t, err, db.ErrEnterpriseNotFound)
		pack, err := w.s.ExportMyFile(t.Context(), self, &mine)
		if err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(pack.Body), int64(len(pack.Body)))
		if err != nil || len(z.File) != 2 {
			t.Errorf("pack: %v", err)
		}
	})
}

func TestPapersOfItem12(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.newcomer("officer", string(w.Site))
		in.Body.Until = "2026-12-31"
		a := w.hire(t, in)
		w.Clock.Advance(48 * time.Hour)
		if err := w.end(t, a.ID, "调岗"); err != nil {
			t.Fatal(err)
		}
		leaves := func(from, to clock.Day) (names []string) {
			return inside(t, w, func(tx *db.Tx) ([]string, error) {
				err := w.s.Leaves(tx, from, to, func(l paper.Leaf) error {
					names = append(names, l.Item+" "+l.Name)
					_, err := l.Lay()
					return err
				})
				return names, err
			})
		}
		if diff := cmp.Diff([]string{"1.2 任命书 任〔2026〕1号 " + a.PersonName, "1.2 任免调整文件 免〔2026〕1号 " + a.PersonName}, leaves("2026-11-01", "2026-11-30")); diff != "" {
			t.Error(diff)
		}
		if got := leaves("2026-10-01", "2026-10-31"); len(got) != 0 {
			t.Errorf("before it began: %v", got)
		}
		letter := api.AppointmentPaperInput{OneAppointmentInput: w.one(a.ID)}
		out, err := w.s.Letter(t.Context(), w.As(t, access.Principal, "appointment.letter"), &letter)
		if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Errorf("letter: %v", err)
		}
		none := api.AppointmentPaperInput{OneAppointmentInput: w.one(w.of(t, w.Principal))}
		_, err = w.s.Letter(t.Context(), w.As(t, access.Principal, "appointment.letter"), &none)
		wantFault(t, err, appointment.ErrNoPaper)
	})
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
