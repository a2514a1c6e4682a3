package hazard_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

func TestPlansNamePeopleAndDeadlinesMoveByThePrincipal(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Severity, f.Measure = "major", "停售" })
		up := func(to id.ID) *api.AdvanceHazardInput {
			in := step(h, w.NewID(), "reported")
			in.Body.To = string(to)
			return in
		}
		for name, to := range map[string]id.ID{"nobody": "", "himself": w.Officer, "a stranger": w.NewID()} {
			_, err := w.advance(t, access.Officer, up(to))
			refused(t, "reported to "+name, err, hazard.ErrReportTo)
		}
		_, err := w.take(t, access.Officer, h, "rectified", w.photo(t, 3))
		refused(t, "rectified without a plan", err, hazard.ErrNotNext)
		if f, _ := fault.Of(err); !strings.Contains(f.Text, "制定整改方案（质量安全总监或责任人）") {
			t.Errorf("the refusal does not say what comes next: %s", f.Text)
		}
		got := w.mustAdvance(t, access.Officer, up(w.Principal))
		if s := got.Steps[len(got.Steps)-1]; s.AboutName != "测试甲" || got.ToReport {
			t.Errorf("reported: %+v", s)
		}
		in := w.plan(h, "")
		in.Body.Owner = string(w.NewID())
		_, err = w.advance(t, access.Officer, in)
		refused(t, "a stranger as owner", err, hazard.ErrOwner)
		_, err = w.advance(t, access.Officer, w.plan(h, "2026-12-01"))
		refused(t, "planned later than the deadline", err, hazard.ErrDueLater)

		extend := func(until string) *api.AdvanceHazardInput {
			in := step(h, w.NewID(), "extended")
			in.Body.Due = until
			return in
		}
		_, err = w.advance(t, access.Director, extend("2026-12-01"))
		refused(t, "extended by the director", err, hazard.ErrExtendPost)
		_, err = w.advance(t, access.Principal, extend("2026-11-25"))
		refused(t, "extended to the same day", err, hazard.ErrExtendDay)
		if got = w.mustAdvance(t, access.Principal, extend("2026-12-01")); got.Due.Format("0102") != "1201" || got.State != "measured" {
			t.Errorf("extended: %+v", got.HazardEntry)
		}
		if got = w.mustAdvance(t, access.Director, w.plan(h, "2026-12-01")); got.Owner != string(w.Officer) {
			t.Errorf("planned: %+v", got.HazardEntry)
		}
		if calls := w.around.calls; calls[len(calls)-1] != "set hazard 2026-11-24 12-01 23:59 officer! 整改（重大）：电线无标识" {
			t.Errorf("the last duty is %q", calls[len(calls)-1])
		}
	})
}

func TestSoleKeeperVerifiesWithANewPhoto(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		first, second, third := w.photo(t, 3), w.photo(t, 4), w.photo(t, 5)
		w.around.sole = w.Officer
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Measure, f.Photos = "下架", []string{first} })
		got := w.mustTake(t, access.Officer, h, "rectified", second)
		if !got.SelfVerify || !slices.Contains(got.Next, "verified") {
			t.Errorf("rectified: self %v, next %v", got.SelfVerify, got.Next)
		}
		if _, err := w.take(t, access.Officer, h, "verified", first, second); !errors.Is(err, hazard.ErrNewPhoto) {
			t.Errorf("verified with old photos: %v, want %v", err, hazard.ErrNewPhoto)
		}
		got = w.mustTake(t, access.Officer, h, "verified", third)
		if s := got.Steps[len(got.Steps)-1]; !s.SelfVerified {
			t.Errorf("the step does not say that he verified himself: %+v", s)
		}
		if got = w.mustTake(t, access.Officer, h, "closed"); got.State != "closed" {
			t.Errorf("closed: %s", got.State)
		}
	})
}

func TestStepsAreRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		kept := w.photo(t, 3)
		_, lost := picture(t, 9)
		h := w.mustOpen(t, nil)
		other := w.mustOpen(t, nil)
		refused := func(name string, err, want error) {
			t.Helper()
			if !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", name, err, want)
			}
		}
		_, err := w.take(t, access.Officer, h, "closed")
		refused("closed at once", err, hazard.ErrNotNext)
		w.mustTake(t, access.Officer, h, "measure")
		_, err = w.take(t, access.Officer, h, "rectified")
		refused("rectified without a photo", err, hazard.ErrEvidence)
		_, err = w.take(t, access.Officer, h, "rectified", kept, lost)
		refused("rectified with a photo that is not kept", err, hazard.ErrPhotoMissing)
		f, _ := fault.Of(err)
		if diff := cmp.Diff([]string{lost}, f.Params["missing"]); diff != "" || f.Fields[0].Pointer != "body.photos[1]" {
			t.Errorf("missing %+v (-want +got):\n%s", f.Fields, diff)
		}
		w.mustTake(t, access.Officer, h, "rectified", kept)
		_, err = w.take(t, access.Officer, h, "verified", kept)
		refused("verified by the rectifier", err, hazard.ErrSamePerson)
		w.mustTake(t, access.Director, h, "verified")
		_, err = w.take(t, access.Officer, h, "closed")
		refused("closed by the officer", err, hazard.ErrClosePost)

		for _, note := range []string{"", "  \n", "a\x00b"} {
			in := step(h, w.NewID(), "closed")
			in.Body.Note = note
			if _, err := w.Advance(t.Context(), w.As(t, access.Director, "hazard.advance"), in); !errors.Is(err, hazard.ErrNote) && !errors.Is(err, hazard.ErrControl) {
				t.Errorf("note %q: %v", note, err)
			}
		}
		s := w.NewID()
		if _, err := w.Advance(t.Context(), w.As(t, access.Director, "hazard.advance"), step(h, s, "closed")); err != nil {
			t.Fatal(err)
		}
		_, err = w.Advance(t.Context(), w.As(t, access.Director, "hazard.advance"), step(other, s, "measure"))
		refused("a step's id of another hazard", err, hazard.ErrStepTaken)
		again, err := w.Advance(t.Context(), w.As(t, access.Director, "hazard.advance"), step(h, s, "closed"))
		if err != nil || again.Body.State != "closed" || len(again.Body.Steps) != 5 {
			t.Errorf("a repeated step: %+v, %v", again, err)
		}
		_, err = w.open(t, func(f *hazard.Finding) { f.Severity = "grave" })
		refused("an unknown severity", err, hazard.ErrSeverity)
		_, err = w.open(t, func(f *hazard.Finding) { f.Photos = []string{lost} })
		refused("a finding with a photo that is not kept", err, hazard.ErrPhotoMissing)
	})
}
