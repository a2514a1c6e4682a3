package app

import (
	"zhize/api"
	"zhize/internal/advice"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

// raised tells what a person advised, for the file of his duties.
type raised struct{ *advice.Service }

func (r raised) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	all, err := r.OfPerson(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := make([]api.Trace, len(all))
	for n, a := range all {
		note := map[string]string{"waiting": "待答复", "withdrawn": "已撤回", "answered": "已答复"}[a.State]
		if word := map[string]string{"adopted": "采纳", "partly": "部分采纳", "refused": "未采纳"}[a.Outcome]; word != "" {
			note = word
		}
		traces[n] = api.Trace{At: a.RaisedAt, Day: a.Day, Deed: "raised", Kind: "advice", Subject: a.ID, Title: "提出意见建议 " + a.Number, Note: note}
	}
	return traces, nil
}

// trained tells what a person attended, studied and was tested on.
type trained struct{ *training.Service }

func (r trained) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	all, err := r.Service.Traces(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	outcomes := map[string]string{"present": "参加", "absent": "缺席", "studied": "已学", "passed": "合格", "failed": "不合格"}
	traces := make([]api.Trace, len(all))
	for n, e := range all {
		traces[n] = api.Trace{At: e.At, Day: e.Day, Deed: "trained", Kind: "training." + e.Kind, Subject: e.Subject, Title: e.Title, Note: outcomes[e.Outcome]}
	}
	return traces, nil
}
