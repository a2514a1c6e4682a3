package hazard_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/id"
)

func contain(h, of id.ID) *api.AdvanceHazardInput {
	in := step(h, of, "contained")
	in.Body.Act = &api.ContainmentOf{Kinds: []string{"recall", "stop_sale"}, Product: "插座", Batch: "B20261001", Unit: "只", Stocked: 20, Sold: 80, Notices: "门店张贴"}
	return in
}

func of(h, s, act id.ID, kind string, photos ...string) *api.AdvanceHazardInput {
	in := step(h, s, kind, photos...)
	in.Body.Of = string(act)
	return in
}

func TestContainmentIsReportedReceiptedAndLiftedByThePrincipal(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h, act := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" }), w.NewID()
		got := w.mustAdvance(t, access.Officer, contain(h, act))
		if got.Contained != 1 || len(got.Containments) != 1 || got.Containments[0].ID != string(act) || got.State != "measured" {
			t.Fatalf("contained: %+v", got)
		}
		receipt := &api.ReceiptReportInput{InArea: w.area(), Hazard: string(h), Step: string(w.NewID())}
		receipt.Body.Of, receipt.Body.Note = string(act), "已收到"
		_, err := w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
		refused(t, "a receipt of no report", err, hazard.ErrNoReport)
		w.mustAdvance(t, access.Director, of(h, w.NewID(), act, "notified"))
		for range 2 {
			out, err := w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
			if err != nil || out.Body.Containments[0].ReceiptName != "监管丁" || out.Body.Containments[0].ReceiptedAt == nil {
				t.Errorf("receipted: %+v, %v", out, err)
			}
		}
		receipt.Step = string(w.NewID())
		_, err = w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
		refused(t, "a second receipt", err, hazard.ErrNoReport)

		for _, n := range []float64{30, 64.5} {
			in := of(h, w.NewID(), act, "recall_progress")
			in.Body.Recalled = &n
			w.Clock.Advance(time.Hour)
			got = w.mustAdvance(t, access.Officer, in)
		}
		if got.Containments[0].Recalled != 64.5 {
			t.Errorf("recalled %v", got.Containments[0].Recalled)
		}
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		_, err = w.advance(t, access.Principal, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		refused(t, "lifted before the verification", err, hazard.ErrLiftEarly)
		w.mustTake(t, access.Director, h, "verified")
		_, err = w.take(t, access.Director, h, "closed")
		refused(t, "closed while it is in force", err, hazard.ErrContained)
		_, err = w.advance(t, access.Director, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		refused(t, "lifted by the director", err, hazard.ErrLiftPost)
		got = w.mustAdvance(t, access.Principal, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		if got.Contained != 0 || got.Containments[0].LiftedAt == nil {
			t.Errorf("lifted: %+v", got)
		}
		if got = w.mustTake(t, access.Director, h, "closed"); got.State != "closed" {
			t.Errorf("closed: %s", got.State)
		}
		paper := func(containment string) (string, error) {
			out, err := w.Paper(t.Context(), w.As(t, access.Officer, "hazard.read"), &api.ReadHazardPaperInput{Hazard: string(h), Containment: containment})
			if err != nil {
				return "", err
			}
			return string(out.Body), nil
		}
		whole, err := paper("")
		one, err2 := paper(string(act))
		if errors.Join(err, err2) != nil || !strings.HasPrefix(whole, "%PDF-") || !strings.HasPrefix(one, "%PDF-") || one == whole {
			t.Errorf("papers: %v, %v", err, err2)
		}
		if same, err := paper(""); err != nil || same != whole {
			t.Errorf("the paper printed again differs, %v", err)
		}
		_, err = paper(string(w.NewID()))
		refused(t, "the paper of no containment", err, hazard.ErrActOf)
	})
}
