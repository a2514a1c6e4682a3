package training_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

func (w world) test(t *testing.T, role access.Role, test id.ID, change func(*api.RecordTestInput)) (api.TrainingTest, error) {
	t.Helper()
	in := &api.RecordTestInput{Test: string(test), Version: string(w.NewID())}
	in.Body.TrainingTestFields = api.TrainingTestFields{
		Account: string(w.Officer), Title: "季度考核", Day: "2026-11-24", Topics: []string{"标识", "台账"}, Score: 80, Full: 100, Pass: 60, Papers: []api.FileRef{w.file(t, "试卷")},
	}
	if change != nil {
		change(in)
	}
	out, err := w.RecordTest(t.Context(), w.As(t, role, "training.organise"), in)
	if err != nil {
		return api.TrainingTest{}, err
	}
	return out.Body, nil
}

func fail(in *api.RecordTestInput) {
	in.Body.Score, in.Body.Failed, in.Body.RetakeBy = 40, []string{"台账"}, "2026-12-05"
}

func TestAFailedTestIsRepeated(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		first, second := w.NewID(), w.NewID()
		if _, err := w.test(t, access.Officer, first, nil); !errors.Is(err, training.ErrOwnTest) {
			t.Errorf("his own: %v", err)
		}
		got, err := w.test(t, access.Director, first, fail)
		if err != nil || got.Passed {
			t.Fatalf("failed: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"台账"}, w.person(t, w.Officer).Needs); diff != "" {
			t.Errorf("needs (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"training_retake officer 参加补考：季度考核"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		retake := func(in *api.RecordTestInput) { in.Body.RetakeOf = string(first) }
		if _, err := w.test(t, access.Officer, w.NewID(), func(in *api.RecordTestInput) { retake(in); in.Body.Account = string(w.Director) }); !errors.Is(err, training.ErrRetakeOf) {
			t.Errorf("another's retake: %v", err)
		}
		if got, err = w.test(t, access.Director, second, retake); err != nil || !got.Passed {
			t.Fatalf("passed: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); len(p.Needs) != 0 || p.TestsFailed != 1 || p.TestsPassed != 1 {
			t.Errorf("the officer's year: %+v", p)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
		if _, err := w.test(t, access.Director, second, fail); !errors.Is(err, training.ErrReason) {
			t.Errorf("corrected without a reason: %v", err)
		}
		if _, err := w.test(t, access.Director, second, func(in *api.RecordTestInput) { in.Body.Account, in.Body.Reason = string(w.Principal), "记错人" }); !errors.Is(err, training.ErrTestPerson) {
			t.Errorf("corrected into another's: %v", err)
		}
		got, err = w.test(t, access.Director, second, func(in *api.RecordTestInput) { fail(in); in.Body.Reason = "分数算错" })
		if err != nil || got.Version != 2 || got.Passed {
			t.Fatalf("corrected: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"training_retake officer 参加补考：季度考核"}, w.pending(t)); diff != "" {
			t.Errorf("pending after the correction (-want +got):\n%s", diff)
		}
		out, err := w.ReadPerson(t.Context(), w.As(t, access.Officer, "training.read"), &api.TrainingPersonInput{Year: 2026, Account: string(w.Officer)})
		if err != nil || len(out.Body.Tests) != 2 || len(out.Body.Entries) != 2 || len(out.Body.Examinations) != 0 {
			t.Errorf("the person: %+v, %v", out, err)
		}
	})
}
