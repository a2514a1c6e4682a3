package obligation_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func notice(f testkit.Fixture, key id.ID, from, until clock.Day) *api.FileSuspensionInput {
	req := &api.FileSuspensionInput{InEnterprise: in(f), Suspension: string(key)}
	req.Body.Site, req.Body.Kind, req.Body.Reason = string(f.Site), obligation.ExcuseBusinessStop, "店面装修"
	req.Body.From, req.Body.Until = string(from), string(until)
	return req
}

func file(t *testing.T, s *obligation.Service, f testkit.Fixture, role access.Role, req *api.FileSuspensionInput) (api.Suspension, error) {
	t.Helper()
	out, err := s.FileSuspension(context.Background(), f.As(t, role, "obligation.suspension.file"), req)
	if err != nil {
		return api.Suspension{}, err
	}
	return out.Body, nil
}

func sign(t *testing.T, s *obligation.Service, f testkit.Fixture, key id.ID) error {
	t.Helper()
	req := &api.SignSuspensionInput{InEnterprise: in(f), Suspension: string(key)}
	req.Body.Declaration.Text = "情况属实。"
	_, err := s.SignSuspension(context.Background(), f.As(t, access.Principal, "obligation.suspension.sign"), req)
	return err
}

func end(t *testing.T, s *obligation.Service, f testkit.Fixture, key id.ID) error {
	t.Helper()
	_, err := s.EndSuspension(context.Background(), f.As(t, access.Officer, "obligation.suspension.file"), &api.EndSuspensionInput{InEnterprise: in(f), Suspension: string(key)})
	return err
}

func TestASuspensionWaitsForThePrincipal(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, chain := service(w)
		plan(t, w, s, f)
		key := w.NewID()
		first, err := file(t, s, f, access.Officer, notice(f, key, "2026-11-24", "2026-12-23"))
		if err != nil {
			t.Fatal(err)
		}
		if first.SignedAt != nil || stateOf(t, w, s, f, "2026-11-24") != "open" {
			t.Error("it excuses before it is signed")
		}
		tasks := func(role access.Role) []api.Task {
			out, err := s.ReadToday(context.Background(), f.As(t, role, "obligation.read"), &api.InEnterprise{})
			if err != nil {
				t.Fatal(err)
			}
			if got := out.Body.Checks[0].Suspension; got != string(key) {
				t.Errorf("today's check names notice %q, want %s", got, key)
			}
			return out.Body.Tasks
		}
		if got := tasks(access.Principal); len(got) != 1 || got[0].Subject != string(key) || got[0].Title != "门店停业申报待签字" {
			t.Errorf("the principal's tasks are %+v", got)
		}
		if got := tasks(access.Officer); len(got) != 0 {
			t.Errorf("the officer's tasks are %+v", got)
		}
		again, err := file(t, s, f, access.Officer, notice(f, key, "2026-11-24", "2026-12-23"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Errorf("repeating it answers differently (-first +again):\n%s", diff)
		}
		for range 2 {
			if err := sign(t, s, f, key); err != nil {
				t.Fatal(err)
			}
		}
		for _, day := range []clock.Day{"2026-11-24", "2026-11-25"} {
			if got := stateOf(t, w, s, f, day); got != "excused" {
				t.Errorf("%s is %s, want excused", day, got)
			}
		}
		w.Clock.Move(clock.Day("2026-11-26").At(500))
		plan(t, w, s, f)
		if got := stateOf(t, w, s, f, "2026-11-27"); got != "excused" {
			t.Errorf("a day that was planned later is %s, want excused", got)
		}
		// Work is resumed early: what is not over is due again.
		for range 2 {
			if err := end(t, s, f, key); err != nil {
				t.Fatal(err)
			}
		}
		for day, want := range map[clock.Day]string{"2026-11-25": "excused", "2026-11-26": "open", "2026-11-27": "coming"} {
			if got := stateOf(t, w, s, f, day); got != want {
				t.Errorf("after the end %s is %s, want %s", day, got, want)
			}
		}
		wants(t, sign(t, s, f, key), nil)
		if diff := cmp.Diff([]string{"suspension.filed", "suspension.signed", "suspension.ended"}, chain.kinds()); diff != "" {
			t.Errorf("sealed (-want +got):\n%s", diff)
		}
	})
}

func TestASuspensionExcusesOnlyWhatIsNotOver(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		plan(t, w, s, f)
		key := w.NewID()
		if _, err := file(t, s, f, access.Officer, notice(f, key, "2026-11-24", "2026-11-26")); err != nil {
			t.Fatal(err)
		}
		fulfil(t, w, s, f, "2026-11-25", obligation.OutcomeZeroRisk, obligation.OnTime)
		w.Clock.Move(clock.Day("2026-11-24").At(1201))
		if err := sign(t, s, f, key); err != nil {
			t.Fatal(err)
		}
		for day, want := range map[clock.Day]string{"2026-11-24": "missed", "2026-11-25": "done"} {
			if got := stateOf(t, w, s, f, day); got != want {
				t.Errorf("%s is %s, want %s", day, got, want)
			}
		}
		// Filed by the principal, it is signed at once.
		n, err := file(t, s, f, access.Principal, notice(f, w.NewID(), "2026-11-27", "2026-11-28"))
		if err != nil || n.SignedName != "测试甲" || n.SignedAt == nil {
			t.Errorf("filed by the principal: %+v, %v", n, err)
		}
	})
}

func TestSuspensionsAreRefused(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f, neighbour := w.Found(t), w.Found(t)
		s, _ := service(w)
		try := func(from, until clock.Day, change func(*api.FileSuspensionInput)) error {
			req := notice(f, w.NewID(), from, until)
			if change != nil {
				change(req)
			}
			_, err := file(t, s, f, access.Officer, req)
			return err
		}
		key := w.NewID()
		if _, err := file(t, s, f, access.Officer, notice(f, key, "2026-12-01", "2026-12-30")); err != nil {
			t.Fatal(err)
		}
		wants(t, try("2026-11-23", "2026-11-24", nil), obligation.ErrSuspensionRange)
		wants(t, try("2026-11-24", "2026-11-23", nil), obligation.ErrSuspensionRange)
		wants(t, try("2026-11-24", "2026-12-24", nil), obligation.ErrSuspensionRange)
		wants(t, try("2026-12-30", "2026-12-31", nil), obligation.ErrSuspensionOverlaps)
		wants(t, try("2026-11-24", "2026-11-24", func(r *api.FileSuspensionInput) { r.Body.Kind = "authority" }), obligation.ErrSuspensionKind)
		wants(t, try("2026-11-24", "2026-11-24", func(r *api.FileSuspensionInput) { r.Body.Reason = " " }), obligation.ErrSuspensionReason)
		wants(t, try("2026-11-24", "2026-11-24", func(r *api.FileSuspensionInput) { r.Body.Site = string(neighbour.Site) }), obligation.ErrSiteNotFound)
		wants(t, try("2026-12-01", "2026-12-29", func(r *api.FileSuspensionInput) { r.Suspension = string(key) }), obligation.ErrSuspensionOther)
		wants(t, try("2026-12-31", "2027-01-29", nil), nil)

		theirs := w.NewID()
		if _, err := file(t, s, neighbour, access.Officer, notice(neighbour, theirs, "2026-12-01", "2026-12-02")); err != nil {
			t.Fatal(err)
		}
		for _, foreign := range []id.ID{theirs, w.NewID()} {
			wants(t, sign(t, s, f, foreign), obligation.ErrSuspensionNotFound)
			wants(t, end(t, s, f, foreign), obligation.ErrSuspensionNotFound)
		}
		out, err := s.ListSuspensions(context.Background(), f.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
		if err != nil || len(out.Body.Items) != 2 {
			t.Errorf("%d notices, %v; want its own 2", len(out.Body.Items), err)
		}
		// One that was withdrawn can no longer be signed, and its days are free.
		wants(t, end(t, s, f, key), nil)
		wants(t, sign(t, s, f, key), obligation.ErrSuspensionOver)
		wants(t, try("2026-12-01", "2026-12-30", nil), nil)
		w.Clock.Move(clock.Day("2027-03-01").At(600))
		wants(t, sign(t, s, neighbour, theirs), obligation.ErrSuspensionOver)
	})
}
