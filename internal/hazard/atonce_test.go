package hazard_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func TestFindingsOfOneInstantAreOneHazard(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		items := []id.ID{w.NewID(), w.NewID(), w.NewID()}
		stands := w.mustOpen(t, func(f *hazard.Finding) { f.Item = items[2] })
		finder, keeper := w.As(t, access.Officer, "record.daily.submit"), w.As(t, access.Officer, "hazard.advance")
		const writers = 8
		var group sync.WaitGroup
		for n := range writers {
			// Two checks name their findings in different orders, while somebody is at
			// work on one of the hazards: nobody waits for the other for ever.
			order := slices.Clone(items)
			if n%2 == 1 {
				slices.Reverse(order)
			}
			record, act := w.NewID(), contain(stands, w.NewID())
			group.Go(func() {
				err := w.DB.Write(context.Background(), finder, func(tx *db.Tx) error {
					for _, item := range order {
						if _, err := w.OpenFromCheck(tx, hazard.Finding{Record: record, Site: w.Site, Item: item, Description: "电线无标识", Day: "2026-11-24"}); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Errorf("a finding: %v", err)
				}
			})
			group.Go(func() {
				if _, err := w.Advance(context.Background(), keeper, act); err != nil {
					t.Errorf("a step meanwhile: %v", err)
				}
			})
		}
		group.Wait()
		list, err := w.List(t.Context(), w.As(t, access.Officer, "hazard.read"), &api.ListHazardsInput{})
		if err != nil || len(list.Body.Items) != len(items) {
			t.Fatalf("%d hazards of %d items, %v", len(list.Body.Items), len(items), err)
		}
		for _, h := range list.Body.Items {
			again, steps := writers-1, writers
			if h.ID == string(stands) {
				again, steps = writers, 1+2*writers
			}
			if got := w.read(t, id.ID(h.ID)); got.FoundAgain != again || len(got.Steps) != steps {
				t.Errorf("found again %d times in %d steps, want %d in %d", got.FoundAgain, len(got.Steps), again, steps)
			}
		}
	})
}

func TestTwentyCloseOneHazard(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h := w.verified(t)
		grants := []access.Grant{w.As(t, access.Director, "hazard.advance"), w.As(t, access.Principal, "hazard.advance")}
		var mu sync.Mutex
		won := 0
		var group sync.WaitGroup
		for n := range 20 {
			in := step(h, w.NewID(), "closed")
			group.Go(func() {
				_, err := w.Advance(context.Background(), grants[n%2], in)
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					won++
				case !errors.Is(err, hazard.ErrNotNext):
					t.Errorf("a loser is told %v, want %v", err, hazard.ErrNotNext)
				}
			})
		}
		group.Wait()
		if won != 1 {
			t.Errorf("%d closed the hazard, want 1", won)
		}
		out, err := w.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), &api.ReadHazardInput{Hazard: string(h)})
		if err != nil || len(out.Body.Steps) != 5 {
			t.Errorf("after it: %+v, %v", out, err)
		}
		if got := slices.DeleteFunc(w.around.calls, func(c string) bool { return c != "met hazard 2026-11-24" }); len(got) != 1 {
			t.Errorf("the deadline was met %d times", len(got))
		}
	})
}

func TestTwoLiftAndTwoOrderAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h, act := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" }), w.NewID()
		w.mustAdvance(t, access.Officer, contain(h, act))
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		w.mustTake(t, access.Director, h, "verified")
		photo := w.photo(t, 4)
		grant, orders := w.As(t, access.Principal, "hazard.advance"), w.As(t, access.Supervisor, "hazard.order")
		in := w.order(t)
		var group sync.WaitGroup
		var mu sync.Mutex
		lifted, ordered := 0, 0
		for range 6 {
			one := of(h, w.NewID(), act, "lifted", photo)
			group.Go(func() {
				_, err := w.Advance(context.Background(), grant, one)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					lifted++
				} else if !errors.Is(err, hazard.ErrActOf) {
					t.Errorf("lifted: %v", err)
				}
			})
			group.Go(func() {
				out, err := w.Order(context.Background(), orders, in)
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil && len(out.Body.Steps) == 1:
					ordered++
				case !errors.Is(err, hazard.ErrTaken):
					t.Errorf("ordered: %+v, %v", out, err)
				}
			})
		}
		group.Wait()
		if lifted != 1 || ordered < 1 || w.read(t, h).Contained != 0 || len(w.read(t, id.ID(in.Hazard)).Steps) != 1 {
			t.Errorf("lifted %d times, ordered %d times", lifted, ordered)
		}
	})
}
