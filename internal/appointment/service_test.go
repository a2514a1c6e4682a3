package appointment_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/testkit"
)

func TestAppoint(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.newcomer("officer", string(w.Site))
		out, err := w.appoint(t, in)
		if err != nil {
			t.Fatal(err)
		}
		a := out.Body.Appointment
		if a.PersonName != "𠮷田😀" || a.Post != "officer" || a.State != "pending" || a.InOffice || a.Number != "任〔2026〕1号" || !a.Veto || len(a.Sites) != 1 {
			t.Errorf("got %+v", a)
		}
		if out.Body.InitialPassword == "" || out.Body.Login != in.Body.Login {
			t.Errorf("login %q, password %q: want those of a new account", out.Body.Login, out.Body.InitialPassword)
		}
		if diff := cmp.Diff([]string{"appointee"}, w.roles(t, a.ID)); diff != "" {
			t.Errorf("roles before the answer (-want +got):\n%s", diff)
		}
		again, err := w.appoint(t, in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, again.Body.Appointment); diff != "" || again.Body.InitialPassword != "" || again.Body.Login != in.Body.Login {
			t.Errorf("the repeated id answers differently: %+v\n%s", again.Body, diff)
		}
		if got := w.accept(t, a); !got.InOffice || got.State != "in_office" || got.AnsweredAt == nil {
			t.Errorf("accepted: %+v", got)
		}
		if diff := cmp.Diff([]string{"officer"}, w.roles(t, a.ID)); diff != "" {
			t.Errorf("roles (-want +got):\n%s", diff)
		}
		if n := len(w.list(t)); n != 4 {
			t.Errorf("%d appointments, want the fixture's three and one", n)
		}

		second := api.AppointInput{InEnterprise: w.inEnterprise()}
		second.Body.ID, second.Body.Account, second.Body.Post = string(w.NewID()), a.Account, "director"
		more, err := w.appoint(t, &second)
		if err != nil {
			t.Fatal(err)
		}
		if got := more.Body; got.Appointment.State != "pending" || got.Appointment.PersonName != a.PersonName || got.InitialPassword != "" || got.Login != in.Body.Login {
			t.Errorf("second post of one person: %+v", got)
		}

		if got := w.accept(t, more.Body.Appointment); !got.Concurrent {
			t.Errorf("two posts, yet not 一人兼任: %+v", got)
		}
		facts := w.facts(t)
		if len(facts) != 4 || facts[0][0] != appointment.KindMade || facts[1][0] != appointment.KindAccepted {
			t.Fatalf("facts %v", facts)
		}
		if strings.Contains(facts[0][1], a.PersonName) || !strings.Contains(facts[0][2], a.PersonName) {
			t.Errorf("the name belongs into the personal part alone: %v", facts[0])
		}
	})
}

func TestAppointTakesAPersonWhoAlreadyHasAnAccount(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		first, err := other.appoint(t, other.newcomer("officer", ""))
		if err != nil {
			t.Fatal(err)
		}
		in := w.newcomer("officer", "")
		in.Body.Login = first.Body.Login
		out, err := w.appoint(t, in)
		if err != nil {
			t.Fatal(err)
		}
		if out.Body.Appointment.Account != first.Body.Appointment.Account || out.Body.InitialPassword != "" {
			t.Errorf("got %+v, want the account that was there, and no password", out.Body)
		}
	})
}

func TestAppointRefusals(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		existing := func(account, post, site string) *api.AppointInput {
			in := api.AppointInput{InEnterprise: w.inEnterprise()}
			in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), account, post
			if site != "" {
				in.Body.Sites = []string{site}
			}
			return &in
		}
		named := func(name string) *api.AppointInput {
			in := w.newcomer("officer", "")
			in.Body.Name = name
			return in
		}
		for name, tt := range map[string]struct {
			in   *api.AppointInput
			want *fault.Error
		}{
			"a post that is held":                       {existing(string(w.Officer), "officer", ""), appointment.ErrHeld},
			"a site of a post that is held for all":     {existing(string(w.Officer), "officer", string(w.Site)), appointment.ErrHeld},
			"a missing site":                            {w.newcomer("officer", string(w.NewID())), appointment.ErrSiteNotFound},
			"another enterprise's site":                 {w.newcomer("officer", string(other.Site)), appointment.ErrSiteNotFound},
			"a missing person":                          {existing(string(w.NewID()), "officer", ""), appointment.ErrPersonNotFound},
			"another enterprise's person":               {existing(string(other.Officer), "officer", ""), appointment.ErrPersonNotFound},
			"a principal for one site":                  {w.newcomer("principal", string(w.Site)), appointment.ErrInput},
			"an unknown post":                           {w.newcomer("king", ""), appointment.ErrInput},
			"no name":                                   {named(" 　 "), appointment.ErrInput},
			"a name of 10,000 characters":               {named(strings.Repeat("长", 10000)), appointment.ErrInput},
			"a name with a control character":           {named("张\x00三"), appointment.ErrInput},
			"a name that turns the direction of script": {named("张\u202e三"), appointment.ErrInput},
		} {
			_, err := w.appoint(t, tt.in)
			if !errors.Is(err, tt.want) {
				t.Errorf("%s: got %v, want %s", name, err, tt.want.Code)
			}
		}
		if n := len(w.list(t)); n != 3 {
			t.Errorf("%d appointments after refusals, want the fixture's three", n)
		}
	})
}

func TestAppointToOneSiteAndThenToAnother(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		first := w.hire(t, w.newcomer("officer", string(w.Site)))
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post, in.Body.Sites = string(w.NewID()), first.Account, "officer", []string{string(w.Site)}
		_, err := w.appoint(t, &in)
		wantFault(t, err, appointment.ErrHeld)
		in.Body.Sites = nil
		if _, err := w.appoint(t, &in); err != nil {
			t.Errorf("one site is no hindrance to all: %v", err)
		}
	})
}

func TestNothingIsAppointedWithoutItsRole(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		w.people.fails = true
		if _, err := w.appoint(t, w.newcomer("officer", "")); !errors.Is(err, errRole) {
			t.Errorf("appoint: %v", err)
		}
		if err := w.end(t, officer, "离职"); !errors.Is(err, errRole) {
			t.Errorf("end: %v", err)
		}
		if got := w.list(t); len(got) != 3 || !got[2].InOffice || len(w.facts(t)) != 0 {
			t.Errorf("half of it happened: %+v", got)
		}
	})
}

func TestEnd(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		a := w.hire(t, w.newcomer("officer", ""))
		if err := w.deputise(t, w.As(t, access.Principal, "appointment.deputise"), a.ID, w.Principal, "2026-11-30"); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(time.Minute)
		if err := w.end(t, a.ID, "调岗"); err != nil {
			t.Fatal(err)
		}
		ended := 0
		for _, b := range w.list(t) {
			if b.ID != a.ID && b.DeputyOf != a.ID {
				continue
			}
			ended++
			if b.InOffice || b.EndedAt == nil || !b.EndedAt.Equal(w.Clock.Now()) || b.EndedWhy != "调岗" {
				t.Errorf("not ended at the instant: %+v", b)
			}
			if got := w.roles(t, b.ID); len(got) != 0 {
				t.Errorf("roles %v outlive the appointment", got)
			}
		}
		if ended != 2 {
			t.Errorf("%d ended, want the appointment and its deputy's", ended)
		}
		facts := w.facts(t)
		if last := facts[len(facts)-1]; len(facts) != 5 || last[0] != appointment.KindEnded || strings.Contains(last[1], a.PersonName) {
			t.Errorf("facts %v", facts)
		}
		w.Clock.Advance(time.Minute)
		if err := w.end(t, a.ID, "又一次"); err != nil {
			t.Errorf("ending twice: %v", err)
		}
		if n := len(w.facts(t)); n != 5 {
			t.Errorf("ending twice leaves %d facts, want 5", n)
		}
	})
}

func TestTheLastPrincipalStays(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		principal := w.of(t, w.Principal)
		// A deputy is no successor.
		w.acts(t, w.As(t, access.Principal, "appointment.deputise"), principal, w.Officer, "2026-11-30")
		wantFault(t, w.end(t, principal, "离任"), appointment.ErrLastPrincipal)
		next := w.hire(t, w.newcomer("principal", ""))
		// Two who end one another at once leave one.
		errs := make([]error, 2)
		var wg sync.WaitGroup
		for n, a := range []string{principal, next.ID} {
			g := w.As(t, access.Principal, "appointment.end")
			in := api.EndAppointmentInput{OneAppointmentInput: w.one(a)}
			in.Body.Reason = "离任"
			wg.Go(func() { _, errs[n] = w.s.End(t.Context(), g, &in) })
		}
		wg.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("got %v and %v, want one refusal", errs[0], errs[1])
		}
		for _, err := range errs {
			if err != nil {
				wantFault(t, err, appointment.ErrLastPrincipal)
			}
		}
	})
}

func TestAnotherEnterprisesAppointmentIsNotThere(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		foreign := other.of(t, other.Officer)
		for _, a := range []string{foreign, string(w.NewID()), "nonsense"} {
			wantFault(t, w.end(t, a, "误"), appointment.ErrNotFound)
			wantFault(t, w.deputise(t, w.As(t, access.Principal, "appointment.deputise"), a, w.Officer, "2026-11-30"), appointment.ErrNotFound)
		}
		if other.of(t, other.Officer) != foreign {
			t.Error("the other enterprise's appointment was touched")
		}
		in := other.inEnterprise()
		out, err := w.s.List(t.Context(), w.As(t, access.Officer, "appointment.read"), &in)
		if err != nil || len(out.Body.Items) != 3 || out.Body.Items[0].Account != string(w.Principal) {
			t.Errorf("the grant decides, not the input: %v, %v", out, err)
		}
	})
}

func TestEndRefusesBadReasons(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		for _, reason := range []string{"", "  ", strings.Repeat("长", 10000), "离\x07职"} {
			wantFault(t, w.end(t, officer, reason), appointment.ErrInput)
		}
	})
}

func TestDeputise(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		in := api.DeputiseInput{InEnterprise: w.inEnterprise(), Appointment: officer}
		in.Body.ID, in.Body.Account, in.Body.Until = string(w.NewID()), string(w.Principal), "2026-11-25"
		g := w.As(t, access.Officer, "appointment.deputise")
		for range 2 { // a repeated id repeats the answer
			if _, err := w.s.Deputise(t.Context(), g, &in); err != nil {
				t.Fatal(err)
			}
		}
		if n := len(w.list(t)); n != 4 {
			t.Errorf("%d appointments, want 4", n)
		}
		inOffice := func() bool {
			return inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, w.Principal, w.Site) })
		}
		if diff := cmp.Diff([]string{"appointee"}, w.roles(t, in.Body.ID)); diff != "" || inOffice() {
			t.Error("the deputy acts before he accepted", diff)
		}
		if got := w.pending(t, appointment.KindAccept); len(got) != 1 || got[0] != "2026-11-24 接受任命：代理测试丙的质量安全员" {
			t.Errorf("what he is asked: %v", got)
		}
		letter := w.asked(t, officer, w.Principal)
		if letter.DeputyFor != "测试丙" || letter.AnswerBy == nil || !letter.AnswerBy.Equal(time.Date(2026, 11, 25, 15, 59, 0, 0, time.UTC)) {
			t.Errorf("his letter: %+v", letter)
		}
		unsigned := api.AnswerAppointmentInput{OneAppointmentInput: w.one(letter.ID)}
		unsigned.Body.Answer = "accepted"
		_, err := w.s.Answer(t.Context(), w.appointee(t, letter), &unsigned)
		wantFault(t, err, appointment.ErrDeclaration)
		w.accept(t, letter)
		if diff := cmp.Diff([]string{"officer"}, w.roles(t, in.Body.ID)); diff != "" || !inOffice() || len(w.pending(t, appointment.KindAccept)) != 0 {
			t.Error("the deputy cannot act", diff)
		}
		wantFault(t, w.deputise(t, g, in.Body.ID, w.Director, "2026-11-25"), access.ErrForbidden)
		p := w.As(t, access.Principal, "appointment.deputise")
		wantFault(t, w.deputise(t, p, in.Body.ID, w.Director, "2026-11-25"), appointment.ErrDeputyOfDeputy)
		w.Clock.Move(time.Date(2026, 11, 25, 16, 0, 0, 0, time.UTC)) // midnight in Shanghai
		if inOffice() || len(w.roles(t, in.Body.ID)) != 0 {
			t.Error("the deputy acts after his last day")
		}
	})
}

func TestDeputiseRefusals(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		officer, director := w.of(t, w.Officer), w.of(t, w.Director)
		holder, principal := w.As(t, access.Officer, "appointment.deputise"), w.As(t, access.Principal, "appointment.deputise")
		wantFault(t, w.deputise(t, holder, director, w.Principal, "2026-11-25"), access.ErrForbidden)
		wantFault(t, w.deputise(t, holder, officer, w.Officer, "2026-11-25"), appointment.ErrDeputySelf)
		wantFault(t, w.deputise(t, holder, officer, other.Officer, "2026-11-25"), appointment.ErrPersonNotFound)
		wantFault(t, w.deputise(t, holder, officer, w.NewID(), "2026-11-25"), appointment.ErrPersonNotFound)
		wantFault(t, w.deputise(t, holder, officer, w.Director, "2026-11-23"), appointment.ErrDeputyUntil)
		wantFault(t, w.deputise(t, holder, officer, w.Director, "2026-12-25"), appointment.ErrDeputyUntil)
		wantFault(t, w.deputise(t, holder, officer, w.Director, "2026-02-30"), appointment.ErrInput)
		wantFault(t, w.deputise(t, holder, officer, w.Director, ""), appointment.ErrInput)
		if err := w.deputise(t, principal, officer, w.Director, "2026-12-24"); err != nil {
			t.Errorf("thirty days ahead: %v", err)
		}
		wantFault(t, w.deputise(t, holder, officer, w.Director, "2026-12-24"), appointment.ErrWaiting)
		w.accept(t, w.asked(t, officer, w.Director))
		wantFault(t, w.deputise(t, principal, officer, w.Director, "2026-12-24"), appointment.ErrHeld)
		if err := w.end(t, officer, "离职"); err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.deputise(t, principal, officer, w.Director, "2026-11-25"), appointment.ErrEnded)
		// Who has left cannot act for others.
		wantFault(t, w.deputise(t, principal, director, w.Officer, "2026-11-25"), appointment.ErrPersonNotFound)
	})
}

func TestHoldersAndSoleKeeper(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		sole := func() bool {
			return inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.SoleKeeper(tx, w.Principal) })
		}
		if sole() {
			t.Error("three people, yet one is said to hold every post")
		}
		for _, a := range []string{w.of(t, w.Officer), w.of(t, w.Director)} {
			if err := w.end(t, a, "离职"); err != nil {
				t.Fatal(err)
			}
		}
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), string(w.Principal), "officer"
		if _, err := w.appoint(t, &in); err != nil {
			t.Fatal(err)
		}
		if !sole() {
			t.Error("one person holds all posts")
		}
		holders := inside(t, w, w.s.Holders)
		if len(holders) != 2 || holders[0].Post != "principal" || !holders[0].Concurrent || holders[1].Post != "officer" {
			t.Errorf("holders %+v", holders)
		}
		if !inside(t, w, w.s.HasPrincipal) {
			t.Error("the principal is in office")
		}
	})
}
