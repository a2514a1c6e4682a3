package app

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/notice"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

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
		note := outcomes[e.Outcome]
		if e.How == training.ByPaper {
			note += "（纸质记录转录）"
		}
		traces[n] = api.Trace{At: e.At, Day: e.Day, Deed: "trained", Kind: "training." + e.Kind, Subject: e.Subject, Title: e.Title, Note: note}
	}
	return traces, nil
}

// told tells what a person was reminded of, and by which ways it reached him.
type told struct{ *notice.Service }

// mostLines keeps a reminder of many things to a line of the file.
const mostLines = 3

func (r told) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	all, err := r.Told(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := make([]api.Trace, len(all))
	for n, one := range all {
		var lines []string
		for _, l := range one.Paragraph.Lines[:min(mostLines, len(one.Paragraph.Lines))] {
			lines = append(lines, strings.TrimSuffix(l.Title.Text+"："+l.Note.Text, "："))
		}
		if more := len(one.Paragraph.Lines) - len(lines) + one.Paragraph.More; more > 0 {
			lines = append(lines, fmt.Sprintf("另有 %d 项", more))
		}
		ways := []string{"站内"}
		for _, w := range []struct{ channel, word string }{{"email", "邮件"}, {"sms", "短信"}} {
			if _, ok := one.Accepted[w.channel]; ok {
				ways = append(ways, w.word)
			}
		}
		traces[n] = api.Trace{
			At: one.At, Day: string(clock.DayOf(one.At)), Deed: "told", Kind: "notice.told", Subject: string(one.ID),
			Title: one.Subject.Text, Note: strings.Join(lines, "；") + "（" + strings.Join(ways, "、") + "）",
		}
	}
	return traces, nil
}
