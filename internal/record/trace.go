package record

import (
	"fmt"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var outcomeWords = map[string]string{"zero_risk": "零风险", "hazards": "发现隐患"}

// Traces lists the records that a person submitted or corrected, and the
// reviews that he gave, in the days from–to.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	records, err := recordsBy(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range records {
		title, note := "每日检查记录", outcomeWords[r.Outcome]+lateWords[r.Lateness]
		if r.Version > 1 {
			title = fmt.Sprintf("每日检查记录更正（第 %d 版）", r.Version)
		}
		traces = append(traces, api.Trace{
			At: r.ReceivedAt.UTC(), Day: string(r.Day), Deed: "recorded", Kind: "record.daily", Subject: string(r.ID), Title: title, Note: note,
		})
	}
	reviews, err := reviewsBy(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	for _, r := range reviews {
		traces = append(traces, api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "reviewed", Kind: "record.review", Subject: string(r.RecordID),
			Title: fmt.Sprintf("复核 %s 的每日检查记录", r.Day), Note: opinions[r.Opinion] + r.Note,
		})
	}
	return traces, nil
}
