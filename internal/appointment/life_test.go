package appointment_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/obligation"
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
		// The paper is signed by who wrote the letter; the hand-over stands in the successor's file.
		by := inside(t, w, func(tx *db.Tx) (names []string, err error) {
			err = tx.Query(&names, "SELECT e.by_name || ' ' || e.by_id FROM appointment_endings e WHERE {scope:e}")
			return names, err
		})
		if len(by) != 1 || by[0] != "测试甲 "+string(w.Principal) {
			t.Errorf("the former appointment was ended by %v", by)
		}
		file, err := w.s.File(t.Context(), w.As(t, access.Principal, "appointment.read"), &api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: next.Account})
		if err != nil || len(file.Body.Traces) != 2 || file.Body.Traces[1].Title != "接手测试丙的未办事项：学习：新标准" {
			t.Errorf("the successor's file: %+v, %v", file, err)
		}
	})
}

func TestResignAndHandOver(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer, director := w.of(t, w.Officer), w.of(t, w.Director)
		resign := func(a, successor string) error {
			in := api.ResignInput{OneAppointmentInput: w.one(a)}
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
