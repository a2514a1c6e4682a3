package record_test

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/reference"
	"zhize/internal/testkit"
)

// bench is a record service with spies for its neighbours.
type bench struct {
	testkit.World
	testkit.Fixture
	records     *record.Service
	obligations *obligation.Service
	ledger      *ledger.Service
	papers      *paper.Service
	neighbours  *neighbours
}

type neighbours struct {
	mu       sync.Mutex
	items    []api.RiskItem
	version  int
	away     bool
	alone    bool
	findings []record.Finding
	missing  []string
	posts    []string
}

func (n *neighbours) Holders(*db.Tx) ([]api.Appointment, error) {
	var all []api.Appointment
	for _, post := range n.posts {
		who := post
		if n.alone {
			who = "one"
		}
		all = append(all, api.Appointment{Account: who, Post: post, InOffice: true})
	}
	return all, nil
}

func (n *neighbours) Waves(*db.Tx, clock.Day, clock.Day) ([]api.ClosingWave, error) {
	return []api.ClosingWave{{Count: 5}}, nil
}

func (n *neighbours) DailyItems(*db.Tx, id.ID) ([]api.RiskItem, int, error) {
	return n.items, n.version, nil
}

func (n *neighbours) InOffice(*db.Tx, id.ID, id.ID) (bool, error) { return !n.away, nil }

func (n *neighbours) OpenFromCheck(tx *db.Tx, f record.Finding) (id.ID, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.findings = append(n.findings, f)
	return tx.NewID(), nil
}

func (n *neighbours) OfRecord(*db.Tx, id.ID) ([]api.HazardEntry, error) {
	return []api.HazardEntry{}, nil
}

func (n *neighbours) Evidence(*db.Tx, []string) ([]ledger.Photo, []string, error) {
	return nil, n.missing, nil
}

func (n *neighbours) Open(*db.Tx, string) ([]byte, bool, error) { return nil, false, nil }

type sealer struct{ *ledger.Service }

func (s sealer) Seal(tx *db.Tx, f obligation.Fact) error {
	_, err := s.Append(tx, ledger.Fact{Kind: f.Kind, Subject: f.Subject, Day: f.Day, Payload: ledger.Payload{Body: f.Body, Personal: f.Personal}})
	return err
}

func newBench(t *testing.T, w testkit.World) *bench {
	t.Helper()
	n := &neighbours{version: 3, items: []api.RiskItem{
		{ID: string(w.NewID()), Code: "S013", Risk: "三无产品上架"}, {ID: string(w.NewID()), Code: "S006", Risk: "未索取合格证明", Batch: true},
	}}
	b := &bench{World: w, Fixture: w.Found(t), neighbours: n}
	b.ledger = ledger.New(w.DB, testkit.Key(t), "test", n)
	b.obligations = obligation.New(w.DB, reference.LoadCalendar, sealer{b.ledger})
	files, err := blob.OpenFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	archive := enterprise.New(w.DB, b.ledger, enterprise.Ports{})
	b.papers = paper.New(w.DB, b.ledger, archive, files, "http://zhize.test", nil)
	n.posts = []string{"principal", "director", "officer"}
	b.records = record.New(w.DB, b.ledger, b.obligations, archive, record.Ports{Lists: n, Posts: n, Hazards: n, Photos: n, Roster: n, Closings: n}, b.papers)
	err = w.DB.Write(context.Background(), b.As(t, access.Principal, "obligation.read"), b.obligations.Plan)
	if err != nil {
		t.Fatalf("plan: %v", err)
	}
	return b
}

// input is a record of today in which everything passes.
func (b *bench) input(change ...func(*api.SubmitDailyInput)) *api.SubmitDailyInput {
	in := &api.SubmitDailyInput{InEnterprise: api.InEnterprise{Enterprise: string(b.Enterprise)}, Record: string(b.NewID())}
	in.Body = api.DailyBody{
		PayloadVersion: 1, Obligation: api.CheckOf{Site: string(b.Site), Shift: string(b.Shift), Day: string(clock.DayOf(b.Clock.Now()))},
		ListID: string(b.NewID()), ListVersion: 3, StartedAt: b.Clock.Now().Add(-time.Minute), SubmittedAt: b.Clock.Now(),
		Answers:     []api.Answer{{Item: b.neighbours.items[0].ID, Verdict: "pass"}, {Item: b.neighbours.items[1].ID, Verdict: "pass"}},
		Declaration: api.Declaration{Text: "我已按清单逐项检查，记录属实。"},
	}
	for _, c := range change {
		c(in)
	}
	in.RawBody, _ = json.Marshal(in.Body) // our own struct
	return in
}

func (b *bench) submit(t *testing.T, in *api.SubmitDailyInput) (*api.DailyOutput, error) {
	t.Helper()
	return b.records.Submit(context.Background(), b.As(t, access.Officer, "record.daily.submit"), in)
}

func fail(note string) func(*api.SubmitDailyInput) {
	return func(in *api.SubmitDailyInput) {
		in.Body.Answers[0].Verdict, in.Body.Answers[0].Note = "fail", note
	}
}

func TestSubmit(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		in := b.input(fail("货架上有无中文标签的插座 𠮷😀"))
		got, err := b.submit(t, in)
		if err != nil {
			t.Fatal(err)
		}
		if got.Body.Outcome != record.Hazards || got.Body.Lateness != record.OnTime || got.Body.Failed != 1 || got.Body.Passed != 1 {
			t.Errorf("got %+v", got.Body.DailyEntry)
		}
		if len(b.neighbours.findings) != 1 || b.neighbours.findings[0].ItemCode != "S013" {
			t.Errorf("findings %+v, want the failing item", b.neighbours.findings)
		}
		if got.Body.Versions[0].Body.Answers[0].Note != in.Body.Answers[0].Note {
			t.Error("rare characters did not survive")
		}
		again, err := b.submit(t, in)
		if err != nil || again.Body.ReceivedAt != got.Body.ReceivedAt || len(again.Body.Versions) != 1 {
			t.Errorf("the same record again: %v, %+v", err, again)
		}
		second := b.input()
		_, err = b.submit(t, second)
		f, ok := fault.Of(err)
		if !ok || !errors.Is(err, record.ErrSubmitted) || f.Params["officerName"] != "测试丙" {
			t.Errorf("a second record of the same check: %v", err)
		}
	})
}

func TestSubmitRefuses(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		foreign := w.Found(t)
		day := func(d clock.Day) func(*api.SubmitDailyInput) {
			return func(in *api.SubmitDailyInput) { in.Body.Obligation.Day = string(d) }
		}
		today := clock.DayOf(w.Clock.Now())
		for name, c := range map[string]struct {
			in   *api.SubmitDailyInput
			want *fault.Error
		}{
			"a future day":                   {b.input(day(today.Add(1))), record.ErrFuture},
			"a day before the archive began": {b.input(day(today.Add(-61))), record.ErrBeforeArchive},
			"another enterprise's shift": {b.input(func(in *api.SubmitDailyInput) {
				in.Body.Obligation.Shift, in.Body.Obligation.Site = string(foreign.Shift), string(foreign.Site)
			}), record.ErrNoObligation},
			"a shift of another site": {b.input(func(in *api.SubmitDailyInput) { in.Body.Obligation.Site = string(foreign.Site) }), record.ErrNoObligation},
			"another version's list":  {b.input(func(in *api.SubmitDailyInput) { in.Body.ListVersion = 2 }), record.ErrListUnknown},
			"an unanswered item":      {b.input(func(in *api.SubmitDailyInput) { in.Body.Answers = in.Body.Answers[:1] }), record.ErrUnanswered},
			"no declaration":          {b.input(func(in *api.SubmitDailyInput) { in.Body.Declaration.Text = " " }), record.ErrDeclaration},
			"a photo that is no hash": {b.input(func(in *api.SubmitDailyInput) { in.Body.Answers[0].Photos = []string{"x"} }), record.ErrPhotoMissing},
			"control characters":      {b.input(func(in *api.SubmitDailyInput) { in.Body.Reason = "\x1b[2J" }), record.ErrControl},
		} {
			if _, err := b.submit(t, c.in); !errors.Is(err, c.want) {
				t.Errorf("%s: got %v, want %v", name, err, c.want)
			}
		}
		b.neighbours.away = true
		if _, err := b.submit(t, b.input()); !errors.Is(err, record.ErrNotInOffice) {
			t.Errorf("not in office: got %v", err)
		}
		b.neighbours.away = false
		if _, err := b.submit(t, b.input()); err != nil {
			t.Errorf("after all refusals the check is still open: %v", err)
		}
	})
}

func TestLateClasses(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		made := w.Clock.Now()
		in := b.input()
		w.Clock.Move(time.Date(2026, 11, 24, 22, 0, 0, 0, clock.Shanghai))
		got, err := b.submit(t, in)
		if err != nil || got.Body.Lateness != record.ArrivedLate || !got.Body.SubmittedAt.Equal(made) {
			t.Errorf("made in time, arrived at night: %v %+v", err, got)
		}
		other := newBench(t, w)
		week := other.input()
		w.Clock.Advance(7 * 24 * time.Hour)
		if got, err := other.submit(t, week); err == nil || !errors.Is(err, record.ErrReasonRequired) {
			t.Errorf("made after its time without a reason: %v %+v", err, got)
		}
		week = other.input(func(in *api.SubmitDailyInput) {
			in.Body.Obligation.Day, in.Body.Reason = "2026-11-24", "手机丢失，补交纸质记录"
		})
		if got, err := other.submit(t, week); err != nil || got.Body.Lateness != record.Backfilled {
			t.Errorf("a week late with a reason: %v %+v", err, got)
		}
	})
}

func TestAWeekOldOutboxIsNotRefusedForItsAge(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		in := b.input()
		w.Clock.Advance(7 * 24 * time.Hour)
		got, err := b.submit(t, in)
		if err != nil || got.Body.Lateness != record.Backfilled {
			t.Errorf("made in time, a week under way: %v %+v", err, got)
		}
	})
}

func TestOneOfTwentySubmits(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		var wg sync.WaitGroup
		results := make([]error, 20)
		for i := range results {
			in := b.input()
			g := b.As(t, access.Officer, "record.daily.submit")
			wg.Go(func() { _, results[i] = b.records.Submit(context.Background(), g, in) })
		}
		wg.Wait()
		won := 0
		for _, err := range results {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, record.ErrSubmitted):
				t.Errorf("a loser is told %v", err)
			}
		}
		if won != 1 {
			t.Errorf("%d won, want 1", won)
		}
	})
}

func TestCorrectKeepsBoth(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		first := b.input()
		if _, err := b.submit(t, first); err != nil {
			t.Fatal(err)
		}
		correct := func(version id.ID, corrects int, change ...func(*api.SubmitDailyInput)) (*api.DailyOutput, error) {
			changed := b.input(change...)
			in := &api.CorrectDailyInput{InEnterprise: changed.InEnterprise, Record: first.Record, Version: string(version)}
			in.Body.DailyBody, in.Body.Corrects, in.Body.Why = changed.Body, corrects, "漏看一处"
			in.RawBody, _ = json.Marshal(in.Body) // our own struct
			return b.records.Correct(context.Background(), b.As(t, access.Officer, "record.daily.correct"), in)
		}
		version := w.NewID()
		got, err := correct(version, 1, fail("标签脱落"))
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Body.Versions) != 2 || got.Body.Outcome != record.Hazards || got.Body.Versions[0].Body.Answers[0].Verdict != "pass" {
			t.Errorf("got %+v, want both versions", got.Body)
		}
		if c := got.Body.Versions[1].Changed; len(c) != 1 || c[0] != b.neighbours.items[0].ID {
			t.Errorf("changed %v, want the one item", c)
		}
		if again, err := correct(version, 1, fail("标签脱落")); err != nil || len(again.Body.Versions) != 2 {
			t.Errorf("the same correction again: %v", err)
		}
		if _, err := correct(w.NewID(), 1, fail("别的")); !errors.Is(err, record.ErrStale) {
			t.Errorf("of a version that is no longer the latest: %v", err)
		}
		if _, err := correct(w.NewID(), 2, fail("标签脱落")); !errors.Is(err, record.ErrNothingChanged) {
			t.Errorf("that changes nothing: %v", err)
		}
		if _, err := correct(w.NewID(), 2, func(in *api.SubmitDailyInput) { in.Body.Obligation.Day = "2026-11-23" }); !errors.Is(err, record.ErrMoved) {
			t.Errorf("that moves the day: %v", err)
		}
	})
}

func TestReviewAsksForCorrection(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		first := b.input()
		if _, err := b.submit(t, first); err != nil {
			t.Fatal(err)
		}
		in := &api.ReviewDailyInput{InEnterprise: first.InEnterprise, Record: first.Record, Review: string(w.NewID())}
		in.Body.Version, in.Body.Opinion = 1, "correction_requested"
		g := b.As(t, access.Director, "record.daily.review")
		if _, err := b.records.Review(context.Background(), g, in); !errors.Is(err, record.ErrReviewNote) {
			t.Errorf("without a note: %v", err)
		}
		in.Body.Note = "第1项请核实"
		got, err := b.records.Review(context.Background(), g, in)
		if err != nil || len(got.Body.Reviews) != 1 || got.Body.Reviews[0].Name != "测试乙" {
			t.Errorf("got %v %+v", err, got)
		}
		var tasks []api.Task
		err = w.DB.Read(context.Background(), g, func(tx *db.Tx) (err error) { tasks, err = b.records.Tasks(tx); return err })
		if err != nil || len(tasks) != 1 || tasks[0].Subject != first.Record {
			t.Errorf("tasks %v %v, want the correction", err, tasks)
		}
	})
}

func TestForeignRecordIsMissing(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a, b := newBench(t, w), newBench(t, w)
		in := a.input()
		if _, err := a.submit(t, in); err != nil {
			t.Fatal(err)
		}
		ask := &api.ReadDailyInput{Record: in.Record}
		if _, err := b.records.Read(context.Background(), b.As(t, access.Officer, "record.daily.read"), ask); !errors.Is(err, record.ErrNotFound) {
			t.Errorf("read: got %v, want not found", err)
		}
		list, err := b.records.List(context.Background(), b.As(t, access.Officer, "record.daily.read"), &api.ListDailiesInput{Page: api.Page{Limit: 10}})
		if err != nil || len(list.Body.Items) != 0 {
			t.Errorf("list: %v %+v, want nothing", err, list)
		}
	})
}
