package errand_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestErrandIsAskedDoneAndFetched(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		kind := w.kind("pack", func(ctx context.Context, r *errand.Run) error {
			var p struct{ N int }
			if err := errors.Join(r.Params(&p), r.Progress("papers", 2, p.N)); err != nil {
				return err
			}
			return r.Read(ctx, func(tx *db.Tx) error {
				return write(r, fmt.Sprintf("%s %s %d", tx.Actor().Account, tx.Enterprise(), p.N))
			})
		})
		e := w.mustAsk(t, kind)
		if got := w.get(t, e); got.State != "queued" || got.Result != nil {
			t.Errorf("asked: %+v", got)
		}
		if _, err := w.Download(t.Context(), w.As(t, access.Director, "errand.read"), w.in(e)); !errors.Is(err, errand.ErrNoResult) {
			t.Errorf("download before it is done: %v", err)
		}
		again, err := w.ask(t, access.Director, "ledger.export", errand.Asked{ID: e, Kind: kind, Title: "测试", Params: map[string]int{"n": 3}})
		if err != nil || again.ID != string(e) {
			t.Errorf("asked again: %+v, %v", again, err)
		}
		if _, err := w.ask(t, access.Director, "ledger.export", errand.Asked{ID: e, Kind: kind, Params: map[string]int{"n": 4}}); !errors.Is(err, errand.ErrIDTaken) {
			t.Errorf("another errand under the same id: %v", err)
		}
		w.WorkOnce(t.Context())
		want := fmt.Sprintf("%s %s 3", w.Director, w.Enterprise)
		got := w.get(t, e)
		if got.State != "done" || got.Stage != "papers" || got.Progress != 2 || got.Total != 3 || got.Result == nil || got.Result.Size != int64(len(want)) || len(got.Result.SHA256) != 64 {
			t.Errorf("done: %+v %+v", got, got.Result)
		}
		if text := w.content(t, e); text != want {
			t.Errorf("result %q, want %q", text, want)
		}
		if _, err := w.Cancel(t.Context(), w.As(t, access.Director, "errand.cancel"), w.in(e)); !errors.Is(err, errand.ErrOver) {
			t.Errorf("cancel what is over: %v", err)
		}
		list, err := w.List(t.Context(), w.As(t, access.Principal, "errand.read"), &api.ListErrandsInput{Page: api.Page{Limit: 20}})
		if err != nil || len(list.Body.Items) != 1 {
			t.Errorf("the principal lists %+v, %v", list, err)
		}
	})
}

func TestErrandsAreDoneOnceByManyWorkers(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		var runs atomic.Int64
		count := func(_ context.Context, r *errand.Run) error {
			runs.Add(1)
			return write(r, "x")
		}
		other := replica(w.World, w.files, w.around)
		kind := w.kind("once", count)
		other.Register(errand.Kind{Name: kind, Permission: "ledger.export", Run: count})
		var asked []id.ID
		for range errand.Waiting {
			asked = append(asked, w.mustAsk(t, kind))
		}
		if _, err := w.ask(t, access.Director, "ledger.export", errand.Asked{ID: w.NewID(), Kind: kind}); !errors.Is(err, errand.ErrTooMany) {
			t.Errorf("one too many: %v", err)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { w.WorkOnce(t.Context()) })
			all.Go(func() { other.WorkOnce(t.Context()) })
		}
		all.Wait()
		if runs.Load() != errand.Waiting {
			t.Errorf("%d runs, want %d", runs.Load(), errand.Waiting)
		}
		for _, e := range asked {
			if got := w.get(t, e); got.State != "done" {
				t.Errorf("%s is %s", e, got.State)
			}
		}
	})
}

func TestAnotherWorkerGoesOnAfterACrash(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		stop := errors.New("the disk is full")
		var seen []int
		kind := w.kind("resume", func(_ context.Context, r *errand.Run) error {
			at := 0
			if _, err := r.Cursor(&at); err != nil {
				return err
			}
			seen = append(seen, at)
			if err := write(r, fmt.Sprintf("from %d", at)); err != nil {
				return err
			}
			if at < 20 {
				return errors.Join(r.Checkpoint(at+10), stop)
			}
			return nil
		})
		e := w.mustAsk(t, kind)
		if won, err := w.Crash(t.Context()); !won || err != nil {
			t.Fatalf("nobody took it: %v", err)
		}
		w.WorkOnce(t.Context())
		if len(seen) != 0 {
			t.Error("a held errand was taken")
		}
		w.Clock.Advance(errand.Lease)
		for attempt := 2; attempt <= 4; attempt++ {
			w.WorkOnce(t.Context())
			w.WorkOnce(t.Context()) // too early for the next attempt
			w.Clock.Advance(errand.Pause(attempt))
		}
		if got := w.get(t, e); got.State != "done" || fmt.Sprint(seen) != "[0 10 20]" {
			t.Errorf("%+v after runs from %v", got, seen)
		}
		if text := w.content(t, e); text != "from 20" {
			t.Errorf("result %q holds more than the last attempt's", text)
		}
		if left, _ := filepath.Glob(filepath.Join(w.files.Folder(), string(w.Enterprise), "errands", "*")); len(left) != 1 {
			t.Errorf("earlier attempts left %v", left)
		}
	})
}

func TestErrandThatBreaksIsGivenUp(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		runs := 0
		broken := w.kind("broken", func(context.Context, *errand.Run) error {
			runs++
			panic("no such row")
		})
		wrong := w.kind("wrong", func(context.Context, *errand.Run) error {
			return fault.New(fault.Invalid, "pack.empty", "所选日期内没有记录。")
		})
		a, b := w.mustAsk(t, broken), w.mustAsk(t, wrong)
		for n := range errand.Attempts + 1 {
			w.WorkOnce(t.Context())
			w.Clock.Advance(errand.Pause(n + 1))
		}
		if got := w.get(t, a); got.State != "failed" || got.ErrorCode != errand.ErrBadEnding.Code || runs != errand.Attempts {
			t.Errorf("broken: %+v after %d runs", got, runs)
		}
		if got := w.get(t, b); got.State != "failed" || got.ErrorCode != "pack.empty" || got.ErrorText != "所选日期内没有记录。" {
			t.Errorf("refused: %+v", got)
		}
	})
}

func TestCancelledErrandStopsAndLeavesNothing(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		var e id.ID
		kind := w.kind("cancel", func(ctx context.Context, r *errand.Run) error {
			if err := write(r, "half"); err != nil {
				return err
			}
			if _, err := w.Cancel(context.WithoutCancel(ctx), w.As(t, access.Director, "errand.cancel"), w.in(e)); err != nil {
				t.Error(err)
			}
			w.Clock.Advance(time.Second)
			err := r.Progress("papers", 1, 2)
			if err == nil {
				t.Error("a cancelled errand goes on")
			}
			return err
		})
		e = w.mustAsk(t, kind)
		w.WorkOnce(t.Context())
		if got := w.get(t, e); got.State != "cancelled" || got.Result != nil {
			t.Errorf("%+v", got)
		}
		if left, _ := filepath.Glob(filepath.Join(w.files.Folder(), string(w.Enterprise), "errands", "*")); len(left) != 0 {
			t.Errorf("it left %v", left)
		}
		if out, err := w.Cancel(t.Context(), w.As(t, access.Director, "errand.cancel"), w.in(e)); err != nil || out.Body.State != "cancelled" {
			t.Errorf("cancelled again: %+v, %v", out, err)
		}
	})
}

// What is done in one transaction is told as it goes and done with it: who cancels
// it afterwards comes too late.
func TestErrandOfOneTransaction(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		var e id.ID
		kind := w.kind("whole", func(ctx context.Context, r *errand.Run) error {
			err := r.Write(ctx, func(tx *db.Tx) error {
				if err := r.Tell("storing", 7, 9); err != nil {
					return err
				}
				if got := w.get(t, e); got.State != "running" || got.Stage != "storing" || got.Progress != 7 || got.Total != 9 {
					t.Errorf("in the midst: %+v", got)
				}
				return r.DoneIn(tx)
			})
			if err != nil {
				return err
			}
			if _, err := w.Cancel(t.Context(), w.As(t, access.Director, "errand.cancel"), w.in(e)); !errors.Is(err, errand.ErrOver) {
				t.Errorf("cancelled when it was done: %v", err)
			}
			return errors.New("broken when it was done")
		})
		e = w.mustAsk(t, kind)
		w.WorkOnce(t.Context())
		if got := w.get(t, e); got.State != "done" || got.Progress != 9 || got.EndedAt == nil || got.Result != nil {
			t.Errorf("done: %+v", got)
		}
		gone, missing := w.NewID(), w.mustAsk(t, w.kind("wrong", func(context.Context, *errand.Run) error { return errand.ErrGone }))
		w.WorkOnce(t.Context())
		var stopped map[id.ID]bool
		err := w.DB.Read(t.Context(), w.As(t, access.Director, "errand.read"), func(tx *db.Tx) (err error) {
			stopped, err = w.Stopped(tx, e, gone, missing)
			return err
		})
		if err != nil || stopped[e] || !stopped[gone] || !stopped[missing] {
			t.Errorf("stopped: %v, %v", stopped, err)
		}
	})
}

func TestWorkerToldToStopLaysItsErrandDown(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		ctx, stop := context.WithCancel(t.Context())
		kind := w.kind("stop", func(ctx context.Context, r *errand.Run) error {
			if r.Attempt == 1 {
				stop()
				<-ctx.Done()
				return ctx.Err()
			}
			return write(r, "whole")
		})
		e := w.mustAsk(t, kind)
		w.Work(ctx)
		if got := w.get(t, e); got.State != "running" {
			t.Errorf("laid down: %+v", got)
		}
		w.WorkOnce(t.Context())
		if got := w.get(t, e); got.State != "done" {
			t.Errorf("taken up at once: %+v", got)
		}
	})
}

func TestWhoLostHisPostGetsNothing(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		runs := 0
		kind := w.kind("post", func(context.Context, *errand.Run) error { runs++; return nil })
		e := w.mustAsk(t, kind)
		w.around.lost[w.Director] = true
		w.WorkOnce(t.Context())
		if got := w.get(t, e); got.State != "failed" || got.ErrorCode != errand.ErrLostPost.Code || runs != 0 {
			t.Errorf("%+v after %d runs", got, runs)
		}
		if _, err := w.ask(t, access.Officer, "photo.upload", errand.Asked{ID: w.NewID(), Kind: kind}); !errors.Is(err, access.ErrForbidden) {
			t.Errorf("an officer asks: %v", err)
		}
		if _, err := w.Read(t.Context(), w.As(t, access.Officer, "errand.read"), w.in(e)); !errors.Is(err, errand.ErrNotFound) {
			t.Errorf("an officer reads: %v", err)
		}
	})
}

func TestErrandsStayWithWhoAsked(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		kind := w.kind("walls", func(ctx context.Context, r *errand.Run) error {
			return r.Read(ctx, func(tx *db.Tx) error { return write(r, string(tx.Enterprise())) })
		})
		own := w.mustAsk(t, kind)
		theirs := w.NewID()
		if _, err := w.ask(t, access.Supervisor, "inspection.export", errand.Asked{ID: theirs, Kind: kind, Title: "迎检自证包"}); err != nil {
			t.Fatal(err)
		}
		w.WorkOnce(t.Context())
		area := func(f testkit.Fixture, enterprise, errand id.ID) *api.AreaErrandInput {
			in := &api.AreaErrandInput{Errand: string(errand)}
			in.Agency, in.Enterprise = string(f.Office), string(enterprise)
			return in
		}
		office := w.As(t, access.Supervisor, "errand.area.read")
		file, err := w.DownloadArea(t.Context(), office, area(w.Fixture, w.Enterprise, theirs))
		if err != nil {
			t.Fatal(err)
		}
		_ = file.Content.Close()
		if got := strings.Join(w.around.looks, ","); got != "export 迎检自证包,export 迎检自证包" {
			t.Errorf("looks %q", got)
		}
		neighbour := w.Found(t)
		foreign := w.in(own)
		foreign.Enterprise = string(neighbour.Enterprise)
		for name, err := range map[string]error{
			"the enterprise reads the office's": second(w.Read(t.Context(), w.As(t, access.Director, "errand.read"), w.in(theirs))),
			"the office reads the enterprise's": second(w.ReadArea(t.Context(), office, area(w.Fixture, w.Enterprise, own))),
			"a neighbour reads":                 second(w.Read(t.Context(), neighbour.As(t, access.Director, "errand.read"), foreign)),
			"a neighbour cancels":               second(w.Cancel(t.Context(), neighbour.As(t, access.Director, "errand.cancel"), foreign)),
			"a neighbour downloads":             second(w.Download(t.Context(), neighbour.As(t, access.Director, "errand.read"), foreign)),
			"nobody's":                          second(w.Read(t.Context(), w.As(t, access.Director, "errand.read"), w.in(w.NewID()))),
			"no id":                             second(w.Read(t.Context(), w.As(t, access.Director, "errand.read"), w.in("x"))),
		} {
			if !errors.Is(err, errand.ErrNotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		other := neighbour.As(t, access.Supervisor, "errand.area.read")
		if _, err := w.ReadArea(t.Context(), other, area(neighbour, w.Enterprise, theirs)); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("another office reads: %v", err)
		}
		for _, at := range []id.ID{id.Nil, w.Enterprise} {
			list, err := w.ListArea(t.Context(), office, &api.ListAreaErrandsInput{Page: api.Page{Limit: 20}, Enterprise: string(at)})
			if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].ID != string(theirs) || list.Body.Items[0].EnterpriseName == "" {
				t.Errorf("the office lists of %q: %+v, %v", at, list, err)
			}
		}
		for _, at := range []id.ID{neighbour.Enterprise, w.NewID()} {
			if _, err := w.ListArea(t.Context(), office, &api.ListAreaErrandsInput{Page: api.Page{Limit: 20}, Enterprise: string(at)}); !errors.Is(err, db.ErrEnterpriseNotFound) {
				t.Errorf("the office lists of an enterprise that is not its own: %v", err)
			}
		}
		for who, g := range map[string]access.Grant{"a neighbour": neighbour.As(t, access.Director, "errand.read"), "another office": other} {
			list, err := w.ListArea(t.Context(), g, &api.ListAreaErrandsInput{Page: api.Page{Limit: 20}})
			if err != nil || len(list.Body.Items) != 0 {
				t.Errorf("%s lists %+v, %v", who, list, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }

func TestExpiredErrandsAreForgotten(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		kind := w.kind("expire", func(_ context.Context, r *errand.Run) error { return write(r, "x") })
		old := w.mustAsk(t, kind)
		w.WorkOnce(t.Context())
		w.Clock.Advance(errand.Kept - time.Hour)
		young := w.mustAsk(t, kind)
		w.WorkOnce(t.Context())
		w.Clock.Advance(time.Hour)
		if err := w.Expire(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Read(t.Context(), w.As(t, access.Director, "errand.read"), w.in(old)); !errors.Is(err, errand.ErrNotFound) {
			t.Errorf("the old one: %v", err)
		}
		if got := w.content(t, young); got != "x" {
			t.Errorf("the young one: %q", got)
		}
		left, _ := filepath.Glob(filepath.Join(w.files.Folder(), string(w.Enterprise), "errands", "*"))
		if len(left) != 1 || !strings.Contains(left[0], string(young)) {
			t.Errorf("left: %v", left)
		}
	})
}
