package exchange

import (
	"slices"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var (
	outcomes         = map[string]string{"zero_risk": "零风险", "hazards": "有隐患"}
	lateness         = map[string]string{"on_time": "按时", "arrived_late": "迟到送达", "backfilled": "补录"}
	dayStates        = map[string]string{"open": "未到期", "done": "已检查", "excused": "停产/未营业", "missed": "漏检"}
	periodStates     = map[string]string{"coming": "未开始", "open": "未到期", "done": "已完成", "excused": "免除", "missed": "逾期未办"}
	resolutionStates = map[string]string{"open": "未完成", "done": "已完成", "overdue": "逾期未完成"}
)

func (n Nouns) dailies() Table {
	return Table{
		Name: "dailies", Title: "每日检查记录",
		Export: &Export{
			Permission: "record.daily.read", Ranged: true,
			Columns: columns("日期", "场所:18", "班次", "结论", "符合", "不符合", "不适用", "批量作答", "质量安全员", "提交时间:18", "收到时间:18", "及时性", "版本:8"),
			Rows: monthly("records", n.oldestFirst, func(d api.DailyEntry) []any {
				return []any{
					d.Day, d.SiteName, d.ShiftName, outcomes[d.Outcome], d.Passed, d.Failed, d.NotApplicable, yes(d.Bulk, "是"),
					d.OfficerName, paper.Minute(d.SubmittedAt), paper.Minute(d.ReceivedAt), lateness[d.Lateness], d.Version,
				}
			}),
		},
	}
}

func (n Nouns) oldestFirst(tx *db.Tx, from, to clock.Day) ([]api.DailyEntry, error) {
	all, err := n.Records.Between(tx, from, to)
	slices.Reverse(all)
	return all, err
}

// days tells every check that was due, so that what is missing is seen too.
func (n Nouns) days() Table {
	type day struct {
		api.DayState
		site string
	}
	read := func(tx *db.Tx, from, to clock.Day) ([]day, error) {
		names, err := n.Enterprises.SiteNames(tx)
		if err != nil {
			return nil, err
		}
		_, states, err := n.Obligations.Counts(tx, from, to, id.Nil)
		var all []day
		for _, d := range states {
			if dayStates[d.State] != "" {
				all = append(all, day{d, names[id.ID(d.Site)]})
			}
		}
		return all, err
	}
	return Table{
		Name: "days", Title: "应检日历",
		Export: &Export{
			Permission: "obligation.read", Ranged: true,
			Columns: columns("日期", "场所:18", "状态", "结论", "及时性", "截止:18"),
			Rows: monthly("checks", read, func(d day) []any {
				return []any{d.Day, d.site, dayStates[d.State], outcomes[d.Outcome], lateness[d.Lateness], paper.Minute(d.Due)}
			}),
		},
	}
}

func (n Nouns) weeklies() Table {
	read := func(tx *db.Tx, from, to clock.Day) ([]api.WeeklyEntry, error) {
		var all []api.WeeklyEntry
		for y := clock.WeekOf(from).Year(); y <= clock.WeekOf(to).Year(); y++ {
			year, err := n.Records.WeekliesOf(tx, y)
			if err != nil {
				return nil, err
			}
			for _, w := range slices.Backward(year.Body.Items) {
				if w.Last >= string(from) && w.First <= string(to) {
					all = append(all, w)
				}
			}
		}
		return all, nil
	}
	return Table{
		Name: "weeklies", Title: "每周排查治理报告",
		Export: &Export{
			Permission: "record.weekly.read", Ranged: true,
			Columns: columns("周", "起", "止", "状态", "截止:18", "签字人", "签字岗位:18", "签字时间:18", "及时性", "漏检", "发现隐患", "未闭环隐患", "主要负责人阅知:18", "版本:8"),
			Rows: telling("weekly reports", read, func(w api.WeeklyEntry) []any {
				head := []any{w.Week, w.First, w.Last, periodStates[w.State], paper.Minute(w.Due)}
				s := w.Sign
				if s == nil {
					return append(head, "", "", "", "", "", "", "", "", "")
				}
				seen := ""
				if s.Read != nil {
					seen = paper.Minute(s.Read.At)
				}
				return append(head, s.Name, joinedPosts(s.Posts), paper.Minute(s.At), lateness[s.Lateness], s.Missed, s.Found, s.Open, seen, s.Version)
			}),
		},
	}
}

func (n Nouns) monthlies() Table {
	return Table{
		Name: "monthlies", Title: "每月调度会议纪要",
		Export: &Export{
			Permission: "record.monthly.read",
			Columns:    columns("月份", "状态", "截止:18", "签字时间:18", "逾期签字", "版本:8"),
			Rows: standing("minutes", n.Months.Entries, func(m api.MonthlyEntry) []any {
				return []any{m.Month, periodStates[m.State], paper.Minute(m.Due), minute(m.SignedAt), yes(m.Late, "是"), m.Version}
			}),
		},
	}
}

func (n Nouns) resolutions() Table {
	return Table{
		Name: "resolutions", Title: "月调度决议",
		Export: &Export{
			Permission: "record.monthly.read",
			Columns:    columns("月份", "事项:44", "责任人", "期限", "状态", "最近一次报告:36", "报告时间:18"),
			Rows: standing("resolutions", n.Months.Resolutions, func(r api.Resolution) []any {
				note, at := "", ""
				if len(r.Steps) > 0 {
					last := r.Steps[len(r.Steps)-1]
					note, at = last.Note, paper.Minute(last.At)
				}
				return []any{r.Month, r.What, r.OwnerName, r.Due, resolutionStates[r.State], note, at}
			}),
		},
	}
}
