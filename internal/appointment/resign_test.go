package appointment_test

import (
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

var byHand = &api.Declaration{Text: "我确认。", Signature: []api.Stroke{{10, 10, 200, 300}}}

func (w world) resign(t *testing.T, role access.Role, a, lastDay, successor string) error {
	t.Helper()
	in := api.ResignInput{OneAppointmentInput: w.one(a)}
	in.Body.Reason, in.Body.LastDay, in.Body.Successor, in.Body.Declaration = "另谋高就", lastDay, successor, byHand
	_, err := w.s.Resign(t.Context(), w.As(t, role, "appointment.resign"), &in)
	return err
}

func (w world) find(t *testing.T, a string) api.Appointment {
	t.Helper()
	for _, b := range w.list(t) {
		if b.ID == a {
			return b
		}
	}
	t.Fatalf("no appointment %s", a)
	return api.Appointment{}
}

// Who resigns with notice works on until his last day is over, whether or not
// any bell rings; then his duties go to whom he named.
func TestResignWithNotice(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		own := w.NewID()
		write(t, w, func(tx *db.Tx) error {
			return w.duties.Open(tx, obligation.Obligation{Kind: "study", Subject: own, Day: tx.Today(), Account: w.Officer, Title: "学习：新标准", Opens: tx.Now(), Due: tx.Now().AddDate(0, 1, 0)})
		})
		for _, day := range []string{"2026-11-24", "2027-02-23"} { // today, and the ninety-first day
			wantFault(t, w.resign(t, access.Officer, officer, day, ""), appointment.ErrLastDay)
		}
		for range 2 { // an answer that was lost is given again
			if err := w.resign(t, access.Officer, officer, "2026-11-30", string(w.Director)); err != nil {
				t.Fatal(err)
			}
		}
		wantFault(t, w.resign(t, access.Officer, officer, "2026-12-01", ""), appointment.ErrResigned)
		if a := w.find(t, officer); !a.InOffice || a.LastDay != "2026-11-30" || a.EndedWhy != "另谋高就" {
			t.Errorf("%+v", a)
		}
		if got := w.pending(t, appointment.KindTerm); len(got) != 1 || got[0] != "2026-11-30 离任前任命接任人员：测试丙（质量安全员）2026年11月30日离任" {
			t.Errorf("the principal is asked %q", got)
		}
		facts := w.facts(t)
		if f := facts[len(facts)-1]; len(facts) != 1 || f[0] != appointment.KindResigned || strings.Contains(f[1], "测试丙") || !strings.Contains(f[2], "signature") {
			t.Errorf("sealed %v", facts)
		}
		keeps := func() bool {
			return inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, w.Officer, w.Site) })
		}
		w.Clock.Move(clock.Day("2026-12-01").Start().Add(-time.Microsecond))
		if !keeps() {
			t.Error("the last instant of the last day is within it")
		}
		w.Clock.Advance(8 * time.Hour)
		if a := w.find(t, officer); keeps() || a.InOffice || a.EndedKind != appointment.Resigned {
			t.Errorf("he writes on: %+v", a)
		}
		for range 2 { // the bell rings again and finds nothing
			if err := w.s.SweepStaffing(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		a := w.find(t, officer)
		if a.EndedKind != appointment.Resigned || a.Successor != "测试乙" || a.EndedAt == nil || !a.EndedAt.Equal(clock.Day("2026-12-01").Start()) {
			t.Errorf("after the bell %+v", a)
		}
		moved := inside(t, w, w.duties.Pending)
		for _, o := range moved {
			if o.Subject == own && o.Account != w.Director {
				t.Errorf("what he had to do went to %s", o.Account)
			}
		}
		paperOf(t, w, officer)
	})
}

// Who follows is in office at once, and the principal is asked no more.
func TestReplacedBeforeTheLastDay(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		if err := w.resign(t, access.Officer, officer, "2026-11-30", ""); err != nil {
			t.Fatal(err)
		}
		in := w.newcomer("officer", "")
		in.Body.Declaration = byHand
		w.hire(t, in)
		if got := w.pending(t, appointment.KindTerm); len(got) != 0 {
			t.Errorf("still asked: %v", got)
		}
		if !w.find(t, officer).InOffice {
			t.Error("he has left before his last day")
		}
		if err := w.resign(t, access.Officer, officer, "", ""); err != nil { // at once after all
			t.Fatal(err)
		}
		if got := w.find(t, officer); got.InOffice || got.EndedKind != appointment.Resigned {
			t.Errorf("%+v", got)
		}
		made := w.facts(t)[1]
		if made[0] != appointment.KindMade || !strings.Contains(made[2], "我确认。") || strings.Contains(made[1], "我确认。") {
			t.Errorf("the letter is sealed as %v", made)
		}
		in = w.newcomer("officer", "")
		in.Body.Declaration = &api.Declaration{Text: "x", Signature: []api.Stroke{{1, 2, 3}}}
		_, err := w.appoint(t, in)
		wantFault(t, err, appointment.ErrDeclaration)
	})
}

// No notice leaves the enterprise without a principal later on.
func TestTheLastPrincipalGivesNoNotice(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		first := w.of(t, w.Principal)
		wantFault(t, w.resign(t, access.Principal, first, "2026-12-01", ""), appointment.ErrLastPrincipal)
		second := w.hire(t, w.newcomer("principal", ""))
		if err := w.resign(t, access.Principal, first, "2026-12-01", ""); err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.end(t, second.ID, "调岗"), appointment.ErrLastPrincipal)
		if err := w.end(t, first, "提前交接"); err != nil || w.of(t, id.ID(second.Account)) != second.ID {
			t.Errorf("%v", err)
		}
	})
}
