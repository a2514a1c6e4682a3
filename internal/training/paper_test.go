package training_test

import (
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// Plan, record and table as they are read on paper, with a test that was failed
// and one that was corrected into a pass.
func TestPapersOfTraining(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		plan := &api.PlanTrainingInput{Year: 2026}
		plan.Body.Wanted = []api.TrainingWanted{{Post: "director", Minutes: 1200}, {Post: "officer", Minutes: 690}}
		plan.Body.Items = []api.TrainingPlanItem{
			{Topic: "每日检查怎么做", Posts: []string{"officer"}, Month: 3}, {Topic: "插座标识", Product: "插座", Posts: []string{"principal", "director", "officer"}},
		}
		if _, err := w.PlanTraining(t.Context(), w.As(t, access.Director, "training.plan"), plan); err != nil {
			t.Fatal(err)
		}
		w.held(t)
		corrected := w.NewID()
		for _, change := range []func(*api.RecordTestInput){fail, func(in *api.RecordTestInput) { in.Body.Reason = "第三题判错" }} {
			if _, err := w.test(t, access.Director, corrected, change); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.test(t, access.Director, w.NewID(), func(in *api.RecordTestInput) { fail(in); in.Body.Title = "月末考核" }); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "training.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
				f, err := l.Lay()
				switch {
				case err != nil:
					return err
				case l.Key.Noun == "training-hours" && l.Key.Subject != w.Officer:
					return nil
				}
				testkit.GoldenForm(t, l.Key.Noun, f)
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
