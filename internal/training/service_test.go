package training_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/file"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

func TestASessionFromPlanToPaper(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.NewID()
		material := w.file(t, "讲义")
		got, err := w.plan(t, session, func(in *api.PlanSessionInput) { in.Body.Materials = []api.FileRef{material} })
		if err != nil || got.State != "planned" || len(got.People) != 2 || got.People[0].Outcome != "" {
			t.Fatalf("planned: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"training_session director 组织并登记培训：进货查验与标识"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		if _, err := w.hold(t, access.Director, session, nil); !errors.Is(err, training.ErrUnanswered) {
			t.Errorf("held while nobody answered: %v", err)
		}
		own := answer(session, w.NewID(), w.Officer)
		for range 2 { // repeated, it is one answer
			if _, err := w.sign(t, access.Officer, own); err != nil {
				t.Fatal(err)
			}
		}
		away := answer(session, w.NewID(), w.Director)
		away.Body.Present, away.Body.Note = false, "出差"
		if _, err := w.sign(t, access.Director, away); err != nil {
			t.Fatal(err)
		}
		guest := answer(session, w.NewID(), w.Principal)
		guest.Body.Declaration = api.Declaration{Text: "本人参加了培训", Signature: ink}
		if got, err = w.sign(t, access.Director, guest); err != nil {
			t.Fatal(err)
		}
		var answers []string
		for _, a := range got.People {
			answers = append(answers, a.Name+" "+a.Outcome+" "+a.How)
		}
		if diff := cmp.Diff([]string{"测试乙 absent noted", "测试丙 present self", "测试甲 present device"}, answers); diff != "" {
			t.Errorf("answers (-want +got):\n%s", diff)
		}
		got, err = w.hold(t, access.Director, session, func(in *api.HoldSessionInput) { in.Body.Materials = []api.FileRef{material} })
		if err != nil || got.State != "held" || got.Version != 1 {
			t.Fatalf("held: %+v, %v", got, err)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 90 || p.StudyMinutes != 0 {
			t.Errorf("the officer's year: %+v", p)
		}
		if p := w.person(t, w.Director); p.SessionMinutes != 0 {
			t.Errorf("the absent director's year: %+v", p)
		}
		if diff := cmp.Diff([]string{"training.attended", "training.attended", "training.attended", "training.held"}, w.chain(t)); diff != "" {
			t.Errorf("chain (-want +got):\n%s", diff)
		}
		first := w.paper(t, session)
		if again := w.paper(t, session); !bytes.Equal(first, again) || !bytes.HasPrefix(first, []byte("%PDF")) {
			t.Error("the paper is not the same twice")
		}
	})
}

func (w world) paper(t *testing.T, session id.ID) []byte {
	t.Helper()
	out, err := w.SessionPaper(t.Context(), w.As(t, access.Officer, "training.read"), &api.SessionPaperInput{SessionInput: api.SessionInput{Session: string(session)}})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func TestCorrectionsAreLaterVersions(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.held(t)
		before := w.paper(t, session)
		if _, err := w.hold(t, access.Director, session, nil); !errors.Is(err, training.ErrReason) {
			t.Errorf("recorded again without a reason: %v", err)
		}
		got, err := w.hold(t, access.Principal, session, func(in *api.HoldSessionInput) { in.Body.Minutes, in.Body.Reason = 60, "时长记错" })
		if err != nil || got.Version != 2 || got.Reason != "时长记错" {
			t.Fatalf("corrected: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 60 {
			t.Errorf("after the correction: %+v", p)
		}
		again := answer(session, w.NewID(), w.Officer)
		again.Body.Present, again.Body.Note = false, "其实没到"
		if _, err := w.sign(t, access.Director, again); !errors.Is(err, training.ErrReason) {
			t.Errorf("answered again without a reason: %v", err)
		}
		again.Body.Reason = "登记错了人"
		if _, err := w.sign(t, access.Director, again); err != nil {
			t.Fatal(err)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 0 {
			t.Errorf("after he turned out absent: %+v", p)
		}
		if bytes.Equal(before, w.paper(t, session)) {
			t.Error("the paper does not show the corrections")
		}
	})
}

func TestASessionRefuses(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for name, tt := range map[string]struct {
			change func(*api.PlanSessionInput)
			want   error
		}{
			"no title":             {func(in *api.PlanSessionInput) { in.Body.Title = " " }, training.ErrInput},
			"no day":               {func(in *api.PlanSessionInput) { in.Body.Day = "2026-13-01" }, training.ErrInput},
			"no time":              {func(in *api.PlanSessionInput) { in.Body.Minutes = 0 }, training.ErrInput},
			"a topic twice":        {func(in *api.PlanSessionInput) { in.Body.Topics = []string{"a", "a"} }, training.ErrInput},
			"a stranger":           {func(in *api.PlanSessionInput) { in.Body.Accounts = []string{string(w.Supervisor)} }, training.ErrNotInOffice},
			"a file that is lost":  {func(in *api.PlanSessionInput) { in.Body.Materials = []api.FileRef{{SHA256: "ab", Name: "x"}} }, file.ErrMissing},
			"an unprintable title": {func(in *api.PlanSessionInput) { in.Body.Title = "a\x00" }, training.ErrInput},
		} {
			if _, err := w.plan(t, w.NewID(), tt.change); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		tomorrow := w.NewID()
		if _, err := w.plan(t, tomorrow, func(in *api.PlanSessionInput) { in.Body.Day = "2026-11-25" }); err != nil {
			t.Fatal(err)
		}
		if _, err := w.sign(t, access.Officer, answer(tomorrow, w.NewID(), w.Officer)); !errors.Is(err, training.ErrFuture) {
			t.Errorf("signed before the day: %v", err)
		}
		if _, err := w.SessionPaper(t.Context(), w.As(t, access.Officer, "training.read"), &api.SessionPaperInput{SessionInput: api.SessionInput{Session: string(tomorrow)}}); !errors.Is(err, training.ErrNoPaper) {
			t.Errorf("a paper of what was not held: %v", err)
		}
		session := w.NewID()
		if _, err := w.plan(t, session, nil); err != nil {
			t.Fatal(err)
		}
		other := answer(session, w.NewID(), w.Director)
		other.Body.Declaration.Signature = ink
		if _, err := w.sign(t, access.Officer, other); !errors.Is(err, training.ErrOther) {
			t.Errorf("signed for another: %v", err)
		}
		if _, err := w.sign(t, access.Director, answer(session, w.NewID(), w.Officer)); !errors.Is(err, training.ErrInk) {
			t.Errorf("on the device without ink: %v", err)
		}
		bad := answer(session, w.NewID(), w.Officer)
		bad.Body.Declaration.Signature = []api.Stroke{{1, 2, 3}}
		if _, err := w.sign(t, access.Officer, bad); !errors.Is(err, training.ErrSignature) {
			t.Errorf("half a point: %v", err)
		}
		away := answer(session, w.NewID(), w.Officer)
		away.Body.Present = false
		if _, err := w.sign(t, access.Director, away); !errors.Is(err, training.ErrWhy) {
			t.Errorf("absent without a word: %v", err)
		}
		if _, err := w.hold(t, access.Officer, session, nil); !errors.Is(err, training.ErrOrganiser) {
			t.Errorf("held by one who does not organise it: %v", err)
		}
		if _, err := w.hold(t, access.Director, session, func(in *api.HoldSessionInput) { in.Body.Day = "2026-11-25" }); !errors.Is(err, training.ErrFuture) {
			t.Errorf("held tomorrow: %v", err)
		}
		cancel := &api.CancelSessionInput{Session: string(session)}
		cancel.Body.Reason = "讲师生病"
		if out, err := w.CancelSession(t.Context(), w.As(t, access.Director, "training.organise"), cancel); err != nil || out.Body.State != "cancelled" {
			t.Errorf("cancelled: %+v, %v", out, err)
		}
		if _, err := w.sign(t, access.Officer, answer(session, w.NewID(), w.Officer)); !errors.Is(err, training.ErrCancelled) {
			t.Errorf("signed though cancelled: %v", err)
		}
		done := w.held(t)
		if _, err := w.plan(t, done, nil); !errors.Is(err, training.ErrHeld) {
			t.Errorf("planned anew though held: %v", err)
		}
		cancel.Session = string(done)
		if _, err := w.CancelSession(t.Context(), w.As(t, access.Director, "training.organise"), cancel); !errors.Is(err, training.ErrHeld) {
			t.Errorf("cancelled though held: %v", err)
		}
	})
}

func TestTrainingFactsAreSealed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.held(t)
		for _, sql := range []string{
			"UPDATE training_facts SET minutes = 1 WHERE enterprise_id = {tenant}",
			"DELETE FROM training_facts WHERE enterprise_id = {tenant}",
		} {
			err := w.DB.Write(t.Context(), w.As(t, access.Principal, "training.plan"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", sql)
			}
		}
	})
}
