package hazard_test

import (
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func TestTheSameHazardIsAttachedAndComesBackAsARecurrence(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		item, second := w.NewID(), w.NewID()
		same := func(f *hazard.Finding) { f.Item, f.Measure = item, "下架" }
		h := w.mustOpen(t, same)
		photo := w.photo(t, 3)
		again := w.mustOpen(t, func(f *hazard.Finding) {
			same(f)
			f.Record, f.Photos, f.Description, f.Severity = second, []string{photo}, "仍有两件", "larger"
		})
		got := w.read(t, h)
		if again != h || got.FoundAgain != 1 || got.Severity != "larger" || !got.ToReport || got.Due.Format("0102") != "1201" {
			t.Errorf("found again: %s, %+v", again, got.HazardEntry)
		}
		if s := got.Steps[len(got.Steps)-1]; s.Kind != "found_again" || s.Record != string(second) || s.Note != "仍有两件" || len(s.Photos) != 1 {
			t.Errorf("the step: %+v", s)
		}
		other := w.mustOpen(t, func(f *hazard.Finding) { f.Item, f.Site = item, w.NewID() })
		if other == h {
			t.Error("another site's finding is attached")
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			of, err := w.OfRecord(tx, second)
			if err != nil || len(of) != 1 || of[0].ID != string(h) {
				t.Errorf("OfRecord of what was found again = %+v, %v", of, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}

		// What was thought to be rectified and is found again was not.
		w.mustAdvance(t, access.Director, w.plan(h, ""))
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 4))
		w.mustOpen(t, same)
		if got = w.read(t, h); got.State != "planned" || got.RectifiedAt != nil || got.FoundAgain != 2 {
			t.Errorf("found again after rectification: %+v", got.HazardEntry)
		}
		w.mustClose(t, h, 5)

		w.Clock.Advance(89 * 24 * time.Hour)
		back := w.mustOpen(t, same)
		got = w.read(t, back)
		if back == h || got.Recurrences != 1 || got.RecurrenceOf != string(h) || got.Former == nil || got.Former.ID != string(h) {
			t.Errorf("the recurrence: %+v", got)
		}
		_, err = w.Advance(t.Context(), w.As(t, access.Director, "hazard.advance"), step(h, w.NewID(), "reopened"))
		refused(t, "reopened beside its recurrence", err, hazard.ErrOneOpen)
		w.mustClose(t, back, 6)
		w.Clock.Advance(91 * 24 * time.Hour)
		if got = w.read(t, w.mustOpen(t, same)); got.Recurrences != 0 || got.RecurrenceOf != "" {
			t.Errorf("after 91 days it is still a recurrence: %+v", got.HazardEntry)
		}
	})
}

func report(hazard id.ID, change func(*api.ReportHazardInput)) *api.ReportHazardInput {
	in := &api.ReportHazardInput{Hazard: string(hazard)}
	in.Body.Description = "通道堆放待售灶具"
	if change != nil {
		change(in)
	}
	return in
}

func TestAnybodyReportsAHazardAtAnyTime(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		send := func(role access.Role, in *api.ReportHazardInput) (api.Hazard, error) {
			out, err := w.Report(t.Context(), w.As(t, role, "hazard.report"), in)
			if err != nil {
				return api.Hazard{}, err
			}
			return out.Body, nil
		}
		photo := w.photo(t, 3)
		in := report(w.NewID(), func(in *api.ReportHazardInput) { in.Body.Photos = []string{photo} })
		got, err := send(access.Officer, in)
		if err != nil || got.ID != in.Hazard || got.Source != "spot" || got.Severity != "general" || got.State != "found" || got.Before != photo || !got.Mine {
			t.Fatalf("reported: %+v, %v", got, err)
		}
		again, err := send(access.Officer, in)
		if err != nil || again.ID != got.ID || len(again.Steps) != 1 {
			t.Errorf("sent again: %+v, %v", again, err)
		}
		_, err = send(access.Director, in)
		refused(t, "another's id", err, hazard.ErrTaken)
		checked := w.mustOpen(t, nil)
		_, err = send(access.Officer, report(checked, nil))
		refused(t, "the id of a check's hazard", err, hazard.ErrTaken)

		for _, tt := range []struct {
			name   string
			change func(*api.ReportHazardInput)
			want   error
		}{
			{"without words", func(in *api.ReportHazardInput) { in.Body.Description = " " }, hazard.ErrNote},
			{"with control characters", func(in *api.ReportHazardInput) { in.Body.Measure = "\x00" }, hazard.ErrControl},
			{"a complaint without its number", func(in *api.ReportHazardInput) { in.Body.Source = "complaint" }, hazard.ErrNumber},
			{"of a site of nobody", func(in *api.ReportHazardInput) { in.Body.Site = string(w.NewID()) }, hazard.ErrSite},
			{"of an unknown severity", func(in *api.ReportHazardInput) { in.Body.Severity = "grave" }, hazard.ErrSeverity},
			{"due yesterday", func(in *api.ReportHazardInput) {
				in.Body.Source, in.Body.SourceNumber, in.Body.Due = "spot_check_failed", "SC-1", "2026-11-23"
			}, hazard.ErrDueDay},
		} {
			_, err := send(access.Officer, report(w.NewID(), tt.change))
			refused(t, tt.name, err, tt.want)
		}

		got, err = send(access.Director, report(w.NewID(), func(in *api.ReportHazardInput) {
			in.Body.Source, in.Body.SourceNumber, in.Body.Batch, in.Body.Due, in.Body.Severity = "spot_check_failed", "SC-1", "插座 B1", "2027-01-08", "major"
		}))
		if err != nil || got.Due.Format("0102") != "0108" || got.SourceNumber != "SC-1" || got.ToReport {
			t.Errorf("a failed sampling: %+v, %v", got.HazardEntry, err)
		}

		// One that is open already takes the report in; its id is then a step's.
		item := w.NewID()
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Item = item })
		attach := report(w.NewID(), func(in *api.ReportHazardInput) { in.Body.Item, in.Body.Site = string(item), string(w.Site) })
		for range 2 {
			if got, err = send(access.Officer, attach); err != nil || got.ID != string(h) || got.FoundAgain != 1 {
				t.Errorf("attached: %+v, %v", got.HazardEntry, err)
			}
		}
	})
}
