package hazard_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func TestFiguresAreToldApart(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		item := w.NewID()
		same := func(f *hazard.Finding) { f.Item, f.Measure = item, "下架" }
		w.mustClose(t, w.mustOpen(t, same), 3)
		w.mustOpen(t, same)
		w.mustOpen(t, same)
		w.mustOpen(t, func(f *hazard.Finding) { f.Severity = "major" })
		w.mustOpen(t, func(f *hazard.Finding) { f.Day = "2026-10-01" })
		late := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "停" })
		w.Clock.Advance(20 * 24 * time.Hour)
		w.mustClose(t, late, 4)
		if _, err := w.Report(t.Context(), w.As(t, access.Officer, "hazard.report"), report(w.NewID(), nil)); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			got, err := w.Figures(tx, "2026-11-01", "2026-12-31")
			want := hazard.Figures{
				Found: 5, ClosedInTime: 1, ClosedLate: 1, Open: 1, Overdue: 2, Again: 1, Recurred: 1,
				BySeverity: map[string]int{"general": 4, "major": 1}, BySource: map[string]int{"check": 4, "spot": 1}, ByCause: map[string]int{"": 3, "management": 2},
			}
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("figures: %v (-want +got):\n%s", err, diff)
			}
			repeats, err := w.Repeats(tx, "2026-11-01", "2026-12-31", 5)
			if err != nil || len(repeats) != 1 || repeats[0].Item != item || repeats[0].Times != 3 || repeats[0].ItemCode != "S001" {
				t.Errorf("repeats: %+v, %v", repeats, err)
			}
			trend, err := w.Trend(tx, "2026-12")
			if err != nil || len(trend) != 12 || trend[0].Month != "2026-01" || trend[9].Found != 1 || trend[10] != (hazard.MonthFigures{Month: "2026-11", Found: 4, Closed: 1}) || trend[11].Closed != 1 {
				t.Errorf("trend: %+v, %v", trend, err)
			}
			list, err := w.Between(tx, "2026-12-01", "2026-12-31")
			if err != nil || len(list) != 1 || list[0].Source != "spot" {
				t.Errorf("found: %+v, %v", list, err)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestWhoDecidesIsToldOfAClosingWave(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var closing []id.ID
		for range 6 {
			closing = append(closing, w.verified(t))
		}
		told := func(role access.Role, in *api.ListHazardsInput) []api.ClosingWave {
			t.Helper()
			out, err := w.List(t.Context(), w.As(t, role, "hazard.read"), in)
			if err != nil {
				t.Fatal(err)
			}
			return out.Body.Waves
		}
		for _, h := range closing[:4] {
			w.mustTake(t, access.Director, h, "closed")
		}
		if got := told(access.Director, &api.ListHazardsInput{}); len(got) != 0 {
			t.Errorf("four are a wave: %+v", got)
		}
		first := w.Clock.Now()
		w.Clock.Advance(59 * time.Second)
		w.mustTake(t, access.Director, closing[4], "closed")
		want := []api.ClosingWave{{From: first.UTC(), Until: w.Clock.Now().UTC(), Count: 5}}
		for _, role := range []access.Role{access.Director, access.Principal} {
			if diff := cmp.Diff(want, told(role, &api.ListHazardsInput{})); diff != "" {
				t.Errorf("the %s is told (-want +got):\n%s", role, diff)
			}
		}
		if got := told(access.Officer, &api.ListHazardsInput{}); got != nil {
			t.Errorf("the officer is told %+v", got)
		}
		all, err := w.InspectAll(t.Context(), w.As(t, access.Supervisor, "inspection.read"), &api.InspectHazardsInput{InArea: w.area()})
		if err != nil || all.Body.Waves != nil {
			t.Errorf("the authority is told %+v, %v", all, err)
		}
		w.Clock.Advance(15 * 24 * time.Hour)
		if got := told(access.Director, &api.ListHazardsInput{}); len(got) != 0 {
			t.Errorf("after two weeks it is still said: %+v", got)
		}
	})
}
