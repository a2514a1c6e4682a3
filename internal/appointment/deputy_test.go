package appointment_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// keeps reports whether the person may keep the site's records.
func (w world) keeps(t *testing.T, account id.ID) bool {
	t.Helper()
	return inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, account, w.Site) })
}

// What a holder proposed he takes back himself, and nobody else's letter.
func TestAHolderTakesBackWhomHeAsked(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		holder := w.As(t, access.Officer, "appointment.withdraw")
		if err := w.deputise(t, w.As(t, access.Officer, "appointment.deputise"), officer, w.Principal, "2026-11-30"); err != nil {
			t.Fatal(err)
		}
		letter := w.asked(t, officer, w.Principal)
		wantFault(t, w.withdraw(t, w.As(t, access.Director, "appointment.withdraw"), letter.ID, "不合适"), access.ErrForbidden)
		regular, err := w.appoint(t, w.newcomer("officer", ""))
		if err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.withdraw(t, holder, regular.Body.Appointment.ID, "不合适"), access.ErrForbidden)
		for range 2 { // an answer that was lost is given again
			if err := w.withdraw(t, holder, letter.ID, "假期取消"); err != nil {
				t.Fatal(err)
			}
		}
		_, err = w.answer(t, letter, "accepted", "")
		wantFault(t, err, appointment.ErrAnswered)
		if a := w.find(t, letter.ID); a.State != "withdrawn" || a.AnswerWhy != "假期取消" || w.keeps(t, w.Principal) || len(w.roles(t, letter.ID)) != 0 {
			t.Errorf("taken back: %+v", a)
		}
		if got := w.pending(t, appointment.KindAccept); len(got) != 1 || !strings.HasSuffix(got[0], "接受任命：质量安全员") {
			t.Errorf("what is asked still: %v", got)
		}
		if diff := cmp.Diff([]string{
			appointment.KindMade + " 任命测试甲：代理测试丙的质量安全员（任〔2026〕1号）",
			appointment.KindWithdrawn + " 撤回给测试甲的任命书：代理测试丙的质量安全员（任〔2026〕1号）：假期取消",
		}, w.appointed(t, w.Officer)); diff != "" {
			t.Error(diff)
		}
	})
}

// Who declines says why; the holder may ask another, or the same one anew.
func TestADeputyDeclines(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		holder := w.As(t, access.Officer, "appointment.deputise")
		if err := w.deputise(t, holder, officer, w.Director, "2026-11-30"); err != nil {
			t.Fatal(err)
		}
		letter := w.asked(t, officer, w.Director)
		_, err := w.answer(t, letter, "refused", "")
		wantFault(t, err, appointment.ErrRefusal)
		if out, err := w.answer(t, letter, "refused", "同一周出差"); err != nil || out.Body.State != "refused" {
			t.Fatalf("declined: %+v, %v", out, err)
		}
		if !w.keeps(t, w.Officer) || w.of(t, w.Officer) != officer {
			t.Error("the holder is not in charge")
		}
		a := w.acts(t, holder, officer, w.Director, "2026-11-30")
		if !a.InOffice || a.DeputyOf != officer || a.AnsweredAt == nil {
			t.Errorf("asked anew: %+v", a)
		}
		letterOf := api.AppointmentPaperInput{OneAppointmentInput: w.one(a.ID)}
		printed, err := w.s.Letter(t.Context(), w.As(t, access.Officer, "appointment.letter"), &letterOf)
		if err != nil {
			t.Fatal(err)
		}
		testkit.GoldenPDF(t, "deputy", printed.Body)
	})
}

// A letter that nobody answered lapses with its term, whether or not any bell
// rings; the bell takes it off the person's list.
func TestADeputysLetterLapses(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		holder := w.As(t, access.Officer, "appointment.deputise")
		if err := w.deputise(t, holder, officer, w.Director, "2026-11-25"); err != nil {
			t.Fatal(err)
		}
		letter := w.asked(t, officer, w.Director)
		w.Clock.Move(clock.Day("2026-11-26").Start().Add(-time.Microsecond))
		if w.find(t, letter.ID).State != "pending" {
			t.Error("the last instant of the term is within it")
		}
		w.Clock.Advance(time.Microsecond)
		if a := w.find(t, letter.ID); a.State != "lapsed" || a.AnswerBy != nil || len(w.roles(t, letter.ID)) != 0 {
			t.Errorf("after the term: %+v", a)
		}
		for _, answer := range []string{"accepted", "refused"} {
			_, err := w.answer(t, letter, answer, "晚了")
			wantFault(t, err, appointment.ErrLapsed)
		}
		wantFault(t, w.withdraw(t, w.As(t, access.Officer, "appointment.withdraw"), letter.ID, "晚了"), appointment.ErrLapsed)
		for range 2 {
			if err := w.s.SweepStaffing(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if got := w.pending(t, appointment.KindAccept); len(got) != 0 {
			t.Errorf("still asked: %v", got)
		}
		if err := w.deputise(t, holder, officer, w.Director, "2026-11-30"); err != nil {
			t.Errorf("asked anew after it lapsed: %v", err)
		}
	})
}

// Nobody acts for one who left, nor acts who left himself.
func TestADeputysLetterFallsWithThePeople(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		principal := w.As(t, access.Principal, "appointment.deputise")
		term := w.newcomer("officer", "")
		term.Body.Until = "2026-11-26"
		short := w.hire(t, term)
		gone := w.hire(t, w.newcomer("officer", ""))
		for _, of := range []string{short.ID, gone.ID} {
			if err := w.deputise(t, principal, of, w.Director, "2026-11-30"); err != nil {
				t.Fatal(err)
			}
		}
		one, other := w.asked(t, short.ID, w.Director), w.asked(t, gone.ID, w.Director)
		if err := w.end(t, gone.ID, "离职"); err != nil {
			t.Fatal(err)
		}
		if a := w.find(t, other.ID); a.State != "withdrawn" || len(w.pending(t, appointment.KindAccept)) != 1 {
			t.Errorf("the holder was dismissed: %+v", a)
		}
		// A term ends in its instant, before any bell.
		w.Clock.Move(clock.Day("2026-11-27").Start())
		_, err := w.answer(t, one, "accepted", "")
		wantFault(t, err, appointment.ErrDeputyOver)
		if err := w.s.SweepStaffing(t.Context()); err != nil {
			t.Fatal(err)
		}
		if a := w.find(t, one.ID); a.State != "withdrawn" || w.keeps(t, w.Officer) != true || len(w.pending(t, appointment.KindAccept)) != 0 {
			t.Errorf("the holder's term ended: %+v", a)
		}
		// Who was asked leaves himself.
		if err := w.deputise(t, principal, w.of(t, w.Officer), w.Director, "2026-11-30"); err != nil {
			t.Fatal(err)
		}
		last := w.asked(t, w.of(t, w.Officer), w.Director)
		if err := w.end(t, w.of(t, w.Director), "离职"); err != nil {
			t.Fatal(err)
		}
		if a := w.find(t, last.ID); a.State != "withdrawn" || len(w.roles(t, last.ID)) != 0 {
			t.Errorf("the deputy was dismissed: %+v", a)
		}
	})
}

// Two holders of one post may ask the same person; he acts for one of them. The
// same post offered to him for himself is another letter.
func TestOnePersonIsAskedTwice(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer, second := w.of(t, w.Officer), w.hire(t, w.newcomer("officer", ""))
		principal := w.As(t, access.Principal, "appointment.deputise")
		for _, of := range []string{officer, second.ID} {
			if err := w.deputise(t, principal, of, w.Director, "2026-11-30"); err != nil {
				t.Fatal(err)
			}
		}
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), string(w.Director), "officer"
		if _, err := w.appoint(t, &in); err != nil {
			t.Errorf("the post itself: %v", err)
		}
		w.accept(t, w.asked(t, officer, w.Director))
		_, err := w.answer(t, w.asked(t, second.ID, w.Director), "accepted", "")
		wantFault(t, err, appointment.ErrHeld)
	})
}
