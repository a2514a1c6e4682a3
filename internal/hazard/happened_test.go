package hazard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
)

// What the enterprise found by itself stands in the month's hazards; only what
// came from outside, and what was stopped, happened besides.
func TestTheMonthTellsWhatCameFromOutside(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" })
		w.mustAdvance(t, access.Officer, contain(h, w.NewID()))
		if _, err := w.Order(t.Context(), w.As(t, access.Supervisor, "hazard.order"), w.order(t)); err != nil {
			t.Fatal(err)
		}
		neighbour := w.Found(t)
		for name, g := range map[string]access.Grant{"own": w.As(t, access.Officer, "hazard.read"), "neighbour": neighbour.As(t, access.Officer, "hazard.read")} {
			err := w.DB.Read(t.Context(), g, func(tx *db.Tx) error {
				got, err := w.Happened(tx, "2026-11-01", "2026-11-30")
				if err != nil {
					return err
				}
				want := []api.MonthlyHappening{
					{Kind: "outside", Day: "2026-11-24", Text: "责令改正 虚责改〔2026〕7号：未建立进货台账"},
					{Kind: "contained", Day: "2026-11-24", Text: "停售、召回：插座，批次 B20261001"},
				}
				if name == "neighbour" {
					want = nil
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
				before, err := w.Happened(tx, "2026-10-01", "2026-10-31")
				if len(before) != 0 {
					t.Errorf("%s, the month before: %+v", name, before)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}
