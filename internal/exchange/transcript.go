package exchange

import (
	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
)

var transcriptKinds = []Choice{{"每日检查", "daily"}, {"每周排查", "weekly"}, {"每月调度", "monthly"}, {"培训", "training"}}

func (n Nouns) transcripts() Table {
	return Table{
		Name: "transcripts", Title: "以往纸质记录（转录）",
		Import: &Import{
			Permission: "transcript.enter",
			Columns: []Column{
				{Field: "kind", Title: "记录种类", Choices: transcriptKinds, Required: true},
				{Field: "day", Title: "日期", Kind: Day, Required: true, Note: "纸质记录上的日期，早于今天"},
				{Field: "who", Title: "签字人", Required: true},
				{Field: "summary", Title: "内容", Required: true, Width: 48},
				{Field: "outcome", Title: "发现或决定", Width: 36},
				{Field: "paper", Title: "纸质件存放处", Width: 24},
			},
			Open: each(func(tx *db.Tx, r Row) error {
				return n.Transcripts.Put(tx, tx.NewID(), api.TranscriptFields{Kind: r["kind"], Day: r["day"], Who: r["who"], Summary: r["summary"], Outcome: r["outcome"], Paper: r["paper"]})
			}),
		},
		Export: &Export{
			Permission: "transcript.read", Ranged: true,
			Columns: columns("日期", "记录种类", "签字人", "内容:48", "发现或决定:36", "纸质件存放处:24", "转录人", "转录时间:18"),
			Rows: monthly("transcripts", n.Transcripts.Between, func(t api.Transcript) []any {
				return []any{t.Day, chosen(transcriptKinds, t.Kind), t.Who, t.Summary, t.Outcome, t.Paper, t.Name, paper.Minute(t.At)}
			}),
		},
	}
}
