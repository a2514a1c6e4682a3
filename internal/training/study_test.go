package training_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

func (w world) assign(t *testing.T, study id.ID, due string, people ...id.ID) ([]api.TrainingReading, error) {
	t.Helper()
	in := &api.AssignStudyInput{Study: string(study)}
	in.Body.Title, in.Body.Topics, in.Body.Due = "新国标", []string{"标识"}, due
	in.Body.Materials = []api.FileRef{w.file(t, "新国标")}
	for _, p := range people {
		in.Body.Accounts = append(in.Body.Accounts, string(p))
	}
	out, err := w.AssignStudy(t.Context(), w.As(t, access.Director, "training.organise"), in)
	if err != nil {
		return nil, err
	}
	return out.Body.Items, nil
}

func (w world) confirm(t *testing.T, role access.Role, reading string, change func(*api.ConfirmReadingInput)) (api.TrainingReading, error) {
	t.Helper()
	in := &api.ConfirmReadingInput{Reading: reading, Confirmation: string(w.NewID())}
	in.Body.Day, in.Body.Minutes, in.Body.Declaration = "2026-11-24", 30, api.Declaration{Text: "本人已学完"}
	if change != nil {
		change(in)
	}
	out, err := w.ConfirmReading(t.Context(), w.As(t, role, "training.attend"), in)
	if err != nil {
		return api.TrainingReading{}, err
	}
	return out.Body, nil
}

func TestSelfStudyIsOnesOwnWord(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if _, err := w.assign(t, w.NewID(), "2026-11-23", w.Officer); !errors.Is(err, training.ErrPast) {
			t.Errorf("due yesterday: %v", err)
		}
		study := w.NewID()
		given, err := w.assign(t, study, "2026-11-30", w.Officer, w.Principal)
		if err != nil || len(given) != 2 || given[0].State != "given" || !given[0].MayWithdraw {
			t.Fatalf("given: %+v, %v", given, err)
		}
		if given[0].Account != string(w.Officer) {
			given[0], given[1] = given[1], given[0]
		}
		if again, err := w.assign(t, study, "2026-11-30", w.Officer, w.Principal); err != nil || again[0].Study != given[0].Study || len(again) != 2 || again[0].ID != given[0].ID && again[0].ID != given[1].ID {
			t.Errorf("given again: %+v, %v", again, err)
		}
		reading := &api.ReadingInput{Reading: given[0].ID}
		if _, err := w.confirm(t, access.Officer, given[0].ID, nil); !errors.Is(err, training.ErrUnopened) {
			t.Errorf("confirmed unopened: %v", err)
		}
		if _, err := w.OpenReading(t.Context(), w.As(t, access.Director, "training.attend"), reading); !errors.Is(err, training.ErrOwnReading) {
			t.Errorf("opened by another: %v", err)
		}
		if _, err := w.OpenReading(t.Context(), w.As(t, access.Officer, "training.attend"), reading); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(40 * time.Minute)
		for name, tt := range map[string]struct {
			role   access.Role
			change func(*api.ConfirmReadingInput)
			want   error
		}{
			"longer than it was open": {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Minutes = 60 }, training.ErrTooLong},
			"tomorrow":                {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Day = "2026-11-25" }, training.ErrFuture},
			"before it was opened":    {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Day = "2026-11-23" }, training.ErrBeforeGiven},
			"by another":              {access.Director, nil, training.ErrOwnReading},
		} {
			if _, err := w.confirm(t, tt.role, given[0].ID, tt.change); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		got, err := w.confirm(t, access.Officer, given[0].ID, nil)
		if err != nil || got.State != "studied" || got.Minutes != 30 || got.MayWithdraw {
			t.Fatalf("confirmed: %+v, %v", got, err)
		}
		if _, err := w.confirm(t, access.Officer, given[0].ID, nil); !errors.Is(err, training.ErrReason) {
			t.Errorf("confirmed again without a reason: %v", err)
		}
		if got, err = w.confirm(t, access.Officer, given[0].ID, func(in *api.ConfirmReadingInput) { in.Body.Minutes, in.Body.Reason = 20, "填多了" }); err != nil || got.Version != 2 {
			t.Errorf("corrected: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); p.StudyMinutes != 20 || p.SessionMinutes != 0 || p.OpenReadings != 0 {
			t.Errorf("the officer's year: %+v", p)
		}
		if diff := cmp.Diff([]string{"training_study principal 完成自学：新国标"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		back := &api.WithdrawReadingInput{Reading: given[1].ID}
		back.Body.Reason = "不需要了"
		if _, err := w.WithdrawReading(t.Context(), w.As(t, access.Officer, "training.organise"), back); !errors.Is(err, training.ErrOrganiser) {
			t.Errorf("taken back by one who did not give it: %v", err)
		}
		if out, err := w.WithdrawReading(t.Context(), w.As(t, access.Director, "training.organise"), back); err != nil || out.Body.State != "withdrawn" {
			t.Errorf("taken back: %+v, %v", out, err)
		}
		back.Reading = given[0].ID
		if _, err := w.WithdrawReading(t.Context(), w.As(t, access.Director, "training.organise"), back); !errors.Is(err, training.ErrStudied) {
			t.Errorf("taken back though studied: %v", err)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
	})
}
