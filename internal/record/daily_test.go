package record_test

import (
	"errors"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/platform/fault"
	"zhize/internal/record"
)

func TestLatenessFollowsTheServer(t *testing.T) {
	t.Parallel()
	opens := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	due := opens.Add(12 * time.Hour)
	for name, c := range map[string]struct {
		device, received time.Time
		want             string
	}{
		"received in its window is on time":                   {opens.Add(time.Hour), opens.Add(time.Hour), record.OnTime},
		"received at the last instant is on time":             {due, due, record.OnTime},
		"on time even if the device is a year wrong":          {opens.AddDate(-1, 0, 0), opens.Add(time.Hour), record.OnTime},
		"made in time and under way for an hour arrived late": {due.Add(-time.Minute), due.Add(time.Hour), record.ArrivedLate},
		"under way for 24 hours arrived late":                 {due, due.Add(24 * time.Hour), record.ArrivedLate},
		"under way for longer is back-filled":                 {due, due.Add(24*time.Hour + time.Microsecond), record.Backfilled},
		"made after its time is back-filled":                  {due.Add(time.Microsecond), due.Add(time.Minute), record.Backfilled},
		"a device that is a year behind proves nothing":       {opens.AddDate(-1, 0, 0), due.Add(time.Minute), record.Backfilled},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, _ := record.Arrival{Opens: opens, Due: due, Device: c.device, Received: c.received}.Lateness()
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func number(f float64) *float64 { return &f }

func TestAnswersAreJudged(t *testing.T) {
	t.Parallel()
	items := []api.RiskItem{
		{ID: "a", Risk: "标签"},
		{ID: "b", Risk: "进货", Batch: true},
		{ID: "c", Risk: "温度", Measured: &api.Measured{Unit: "℃", Min: number(0), Max: number(30)}},
	}
	pass := func(change func([]api.Answer) []api.Answer) []api.Answer {
		return change([]api.Answer{{Item: "a", Verdict: "pass"}, {Item: "b", Verdict: "pass"}, {Item: "c", Verdict: "pass", Value: number(20)}})
	}
	set := func(n int, a api.Answer) func([]api.Answer) []api.Answer {
		return func(all []api.Answer) []api.Answer { all[n] = a; return all }
	}
	for name, c := range map[string]struct {
		answers []api.Answer
		want    *fault.Error
		outcome string
	}{
		"all passed is zero risk":                   {pass(set(0, api.Answer{Item: "a", Verdict: "pass"})), nil, record.ZeroRisk},
		"a described failure is a hazard":           {pass(set(0, api.Answer{Item: "a", Verdict: "fail", Note: "无中文标签"})), nil, record.Hazards},
		"no batch answers a batch item":             {pass(set(1, api.Answer{Item: "b", Verdict: "na", Bulk: "no_batch"})), nil, record.ZeroRisk},
		"a value outside its limits is a failure":   {pass(set(2, api.Answer{Item: "c", Verdict: "fail", Value: number(41), Note: "库房超温"})), nil, record.Hazards},
		"an unanswered item is refused":             {pass(func(a []api.Answer) []api.Answer { return a[:2] }), record.ErrUnanswered, ""},
		"an item of another version is refused":     {pass(set(0, api.Answer{Item: "z", Verdict: "pass"})), record.ErrUnknownItem, ""},
		"an item answered twice is refused":         {pass(set(1, api.Answer{Item: "a", Verdict: "pass"})), record.ErrTwice, ""},
		"a failure without words is refused":        {pass(set(0, api.Answer{Item: "a", Verdict: "fail", Note: " 　"})), record.ErrNoteRequired, ""},
		"bulk pass cannot mark a failure":           {pass(set(0, api.Answer{Item: "a", Verdict: "fail", Note: "x", Bulk: "rest_pass"})), record.ErrBulk, ""},
		"no batch cannot answer what is no batch":   {pass(set(0, api.Answer{Item: "a", Verdict: "na", Bulk: "no_batch"})), record.ErrBulk, ""},
		"a measured item wants its value":           {pass(set(2, api.Answer{Item: "c", Verdict: "pass"})), record.ErrValueRequired, ""},
		"a value outside its limits cannot pass":    {pass(set(2, api.Answer{Item: "c", Verdict: "pass", Value: number(30.1)})), record.ErrOutsideLimits, ""},
		"control characters in a note are refused":  {pass(set(0, api.Answer{Item: "a", Verdict: "fail", Note: "x\x00"})), record.ErrControl, ""},
		"emoji and rare characters are plain words": {pass(set(0, api.Answer{Item: "a", Verdict: "fail", Note: "𠮷 😀 第一行\n第二行"})), nil, record.Hazards},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tally, err := record.Judge(items, c.answers)
			switch {
			case c.want == nil && err != nil:
				t.Fatalf("refused: %v", err)
			case c.want != nil && !errors.Is(err, c.want):
				t.Fatalf("got %v, want %v", err, c.want)
			case c.want == nil && tally.Outcome() != c.outcome:
				t.Errorf("got %s, want %s", tally.Outcome(), c.outcome)
			}
		})
	}
}

func TestUnansweredNamesEveryItem(t *testing.T) {
	t.Parallel()
	_, err := record.Judge([]api.RiskItem{{ID: "a", Risk: "标签"}, {ID: "b", Risk: "进货"}}, []api.Answer{{Item: "b", Verdict: "pass"}})
	f, ok := fault.Of(err)
	if !ok || len(f.Fields) != 1 || f.Fields[0].Text != "标签" {
		t.Errorf("got %+v, want the one unanswered item by name", f)
	}
}
