package advice

import (
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var traceWords = map[string]string{Adopted: "采纳", Partly: "部分采纳", Refused: "不采纳"}

// Traces lists what a person raised and withdrew, what was answered to him, and
// what he answered in the days from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	all, err := advicesBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	add := func(at time.Time, deed, what string, of Advice, title, note string) {
		if day := clock.DayOf(at); !day.Before(from) && !day.After(to) {
			traces = append(traces, api.Trace{
				At: at, Day: string(day), Deed: deed, Kind: "advice." + what, Subject: string(of.ID), Title: title + kindWords[of.Kind] + " " + number(of), Note: note,
			})
		}
	}
	for _, c := range all {
		if c.RaisedBy == account {
			note := map[string]string{"waiting": "待答复", Withdrawn: "已撤回"}[c.State()] + traceWords[c.Outcome()]
			add(c.RaisedAt, "raised", "raised", c.Advice, "提出", note)
		}
		for _, step := range c.Steps {
			switch note := traceWords[step.Kind]; {
			case step.Kind == Withdrawn && step.By == account:
				add(step.At, "raised", "withdrawn", c.Advice, "撤回", step.Reason)
			case step.Kind == Withdrawn:
			case step.By == account:
				add(step.At, "handled", "answered", c.Advice, "答复", note)
			case c.RaisedBy == account:
				add(step.At, "told", "told", c.Advice, "收到主要负责人的答复：", note)
			}
		}
	}
	return traces, nil
}
