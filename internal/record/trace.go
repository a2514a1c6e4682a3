package record

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var outcomeWords = map[string]string{"zero_risk": "零风险", "hazards": "发现隐患"}

// Traces lists what a person wrote, signed, reviewed and read in the days
// from–to, and what of his own was sent back to him.
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
			Title: fmt.Sprintf("复核 %s 的每日检查记录", r.Day), Note: strings.Trim(opinions[r.Opinion]+"："+r.Note, "："),
		})
	}
	returned, err := returnedTo(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	for _, r := range returned {
		traces = append(traces, api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "told", Kind: "record.returned", Subject: string(r.RecordID),
			Title: fmt.Sprintf("%s 的每日检查记录被要求更正", r.Day), Note: r.Note,
		})
	}
	weeks, err := weekTraces(tx, account, from, to)
	return append(traces, weeks...), err
}

// weekTraces lists the reports that a person signed or corrected and those that
// he read.
func weekTraces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	signed, err := weekliesBy(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range signed {
		title, note := "周排查治理报告："+r.Week.Words(), lateWords[r.Lateness]+r.Reason
		if r.Version > 1 {
			title, note = fmt.Sprintf("周排查治理报告更正（第 %d 版）：%s", r.Version, r.Week.Words()), r.Why
		}
		traces = append(traces, api.Trace{
			At: r.SignedAt.UTC(), Day: string(clock.DayOf(r.SignedAt)), Deed: "recorded", Kind: "record.weekly", Subject: string(r.ID), Title: title, Note: note,
		})
	}
	read, err := weekliesReadBy(tx, account, from, to)
	for _, r := range read {
		traces = append(traces, api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "reviewed", Kind: "record.weekly.read", Subject: string(r.ReportID),
			Title: "阅知周排查治理报告：" + r.Week.Words(),
		})
	}
	return traces, err
}

// Traces lists the minutes that a person signed, the meetings at which he was,
// and the resolutions that were his to carry out.
func (s *Months) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	rows, err := minutesBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range rows {
		at := api.Trace{At: r.SignedAt.UTC(), Day: string(clock.DayOf(r.SignedAt)), Deed: "recorded", Kind: "record.monthly", Subject: string(r.ID)}
		month := string(r.MonthStart.Month())
		if r.SignedBy == account {
			at.Title = "月调度会议纪要：" + month
			if r.Version > 1 {
				at.Title = fmt.Sprintf("月调度会议纪要更正（第 %d 版）：%s", r.Version, month)
			}
			traces = append(traces, at)
			continue
		}
		body, err := bodyOf(r)
		if err != nil {
			return nil, err
		}
		for _, a := range body.Attendance {
			if r.Version > 1 || a.Account != string(account) || a.Way == attendAbsent {
				continue
			}
			at.Title = "参加月调度会议：" + month
			if body.Words.Heard == a.Account {
				at.Note = "汇报工作"
			}
			traces = append(traces, at)
		}
	}
	decided, err := resolutionTraces(tx, account, from, to)
	return append(traces, decided...), err
}

func resolutionTraces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	given, err := resolutionsFor(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range given {
		traces = append(traces, api.Trace{
			At: r.SignedAt.UTC(), Day: string(r.DecidedDay), Deed: "assigned", Kind: "record.resolution", Subject: string(r.ID),
			Title: "月调度决议：" + r.What, Note: "期限 " + string(r.DueDay),
		})
	}
	steps, err := resolutionStepsBy(tx, account, from, to)
	for _, r := range steps {
		title := "报告决议已落实：" + r.What
		if r.Kind != "done" {
			title = "退回决议：" + r.What
		}
		traces = append(traces, api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "handled", Kind: "record.resolution." + r.Kind, Subject: string(r.ResolutionID), Title: title, Note: r.Note,
		})
	}
	return traces, err
}
