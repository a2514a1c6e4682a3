package dossier

import (
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/hazard"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/words"
)

const today = clock.Day("2026-11-24")

func TestAnswersSayWhatTheRowsSay(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 1, 20, 0, 0, 0, time.UTC)
	person := func(post, name, deputyOf string, in bool) api.Appointment {
		return api.Appointment{Post: post, PersonName: name, DeputyOf: deputyOf, InOffice: in, From: at}
	}
	principal, officer := person("principal", "甲", "", true), person("officer", "乙", "", true)
	gone, deputy := person("officer", "丙", "", false), person("director", "丁", "x", true)
	term := clock.Day("2026-12-01").Start()
	part := api.Appointment{Post: "officer", PersonName: "己", InOffice: true, From: at, Employment: "part_time", AnsweredAt: &at, Until: &term}
	decided := []api.StaffingRule{{Post: "director", Text: "配备总监", State: "gap", Settle: "任命质量安全总监", Since: &at}}
	unread := []api.StaffingRule{{Post: "director", Text: "配备总监", State: "remark", Settle: "任命质量安全总监"}}
	missedOn := func(days ...string) (all []api.DayState) {
		for _, d := range days {
			all = append(all, api.DayState{Day: d, State: "missed"})
		}
		return all
	}
	done := obligation.Obligation{Day: "2026-11-09", Fulfilled: at, Opens: at, Due: at.Add(time.Hour)}
	late := obligation.Obligation{Day: "2026-11-16", Opens: at, Due: at.Add(time.Hour)}
	stopped := obligation.Obligation{Day: "2026-11-02", Excused: at, Opens: at, Due: at.Add(time.Hour)}
	for _, tt := range []struct {
		name           string
		got            answer
		state          string
		reason, settle string
	}{
		{
			"all posts filled", people([]api.Appointment{principal, officer, person("director", "戊", "", true)}, nil), Complete,
			"主要负责人：甲；质量安全总监：戊；质量安全员：乙。", "",
		},
		{
			"a deputy fills no post, nor does who left", people([]api.Appointment{principal, officer, gone, deputy}, decided), Partial,
			"主要负责人：甲；质量安全总监：无在任人员；质量安全员：乙。配备总监：自 2026-11-02 起未满足。", "任命质量安全总监",
		},
		{
			"a law that was not read is a remark at most", people([]api.Appointment{principal, part}, unread), Complete,
			"主要负责人：甲；质量安全总监：无在任人员；质量安全员：己（兼职，2026-11-02 接受任命，任期至 2026-11-30）。", "",
		},
		{"nobody", people(nil, nil), Missing, "主要负责人：无在任人员；质量安全总监：无在任人员；质量安全员：无在任人员。", "开通账号，任命质量安全员"},
		{"no list", lists(nil), Missing, "尚无经批准的清单。", "编制并批准风险管控清单"},
		{
			"a list", lists([]api.RiskListVersion{{Version: 2, Items: 8, ApprovedName: "甲", ApprovedAt: at}}), Complete,
			"现行第 2 版，共 8 项，由 甲 于 2026-11-02 批准。", "",
		},
		{
			"checks with gaps that can be filled", dailies(words.Own("近 30 天"), api.Counts{Due: 22, ZeroRisk: 17, Hazards: 2, ArrivedLate: 1, Backfilled: 1, Excused: 3, Missed: 1}, missedOn("2026-11-20"), today), Partial,
			"近 30 天应查 22 班次：零风险 17，有隐患 2，迟到送达 1，补录 1，漏检 1；另有停产/未营业 3（不计入应查）。漏检的日子：2026-11-20。", "补录最近漏检的检查，写明原因",
		},
		{
			"old gaps", dailies(words.Own("本月"), api.Counts{Due: 2, Missed: 2}, missedOn("2026-11-01", "2026-11-02"), today), Missing,
			"本月应查 2 班次：零风险 0，有隐患 0，迟到送达 0，补录 0，漏检 2；另有停产/未营业 0（不计入应查）。漏检的日子：2026-11-01、2026-11-02。", "查看漏检的日子",
		},
		{
			"what is open is not missed", dailies(words.Own("本月"), api.Counts{Due: 1, Open: 1}, nil, today), Complete,
			"本月应查 1 班次：零风险 0，有隐患 0，迟到送达 0，补录 0，漏检 0，未到期 1；另有停产/未营业 0（不计入应查）。", "",
		},
		{
			"closed all the time", dailies(words.Own("本月"), api.Counts{Excused: 9}, nil, today), NotApplicable,
			"本月应查 0 班次：零风险 0，有隐患 0，迟到送达 0，补录 0，漏检 0；另有停产/未营业 9（不计入应查）。", "",
		},
		{"nothing planned", dailies(words.Own("本月"), api.Counts{}, nil, today), Missing, "本月没有应查的班次。", "核对场所的营业、生产时间"},
		{
			"weeks", periods(words.Own("本月"), week, []obligation.Obligation{stopped, done, late}, today.Start()), Partial,
			"本月应有 2 周：已完成 1，未到期 0，逾期未完成 1；另有停产/未营业 1 周（不计入）。逾期的：2026年第47周。", "完成到期的周排查治理报告",
		},
		{
			"months", periods(words.Own("本月"), month, []obligation.Obligation{done}, today.Start()), Complete,
			"本月应有 1 个月：已完成 1，未到期 0，逾期未完成 0。", "",
		},
		{"no period", periods(words.Own("本月"), month, nil, today.Start()), NotApplicable, "本月没有到期的月调度会议纪要。", ""},
		{
			"many found, none overdue", hazards(hazard.Tally{Found: 50, Closed: 40, Open: 10}, nil), Complete,
			"累计发现 50 条，已销号 40 条，未闭环 10 条，其中逾期 0 条。", "",
		},
		{
			"overdue", hazards(hazard.Tally{Found: 5, Closed: 3, Open: 2, Overdue: 1}, []api.HazardEntry{{ID: "h"}}), Partial,
			"累计发现 5 条，已销号 3 条，未闭环 2 条，其中逾期 1 条。", "办理逾期的隐患",
		},
		{"none found", hazards(hazard.Tally{}, nil), NotApplicable, "累计发现 0 条，已销号 0 条，未闭环 0 条，其中逾期 0 条。", ""},
	} {
		settle, got := "", tt.got.item()
		if tt.got.settle != nil {
			settle = tt.got.settle.Words
		}
		if got.State != tt.state || got.Reason != tt.reason || settle != tt.settle {
			t.Errorf("%s: %s %q, settled by %q; want %s %q, %q", tt.name, got.State, got.Reason, settle, tt.state, tt.reason, tt.settle)
		}
		for _, opinion := range []string{"√", "×", "%", "合格", "得分"} {
			if strings.Contains(got.Reason+got.Remark, opinion) {
				t.Errorf("%s is an opinion: %s", tt.name, got.Reason)
			}
		}
	}
}

func TestWhoMakesAndSellsIsAskedByBothForms(t *testing.T) {
	t.Parallel()
	kinds := func(kinds ...string) api.Enterprise {
		var e api.Enterprise
		for _, k := range kinds {
			e.Businesses = append(e.Businesses, api.BusinessFigures{Kind: k})
		}
		return e
	}
	for _, tt := range []struct {
		e    api.Enterprise
		want int
	}{{kinds(), 1}, {kinds("retail", "wholesale"), 1}, {kinds("production"), 1}, {kinds("retail", "production"), 2}} {
		if got := sides(tt.e); len(got) != tt.want {
			t.Errorf("%+v: %v", tt.e.Businesses, got)
		}
	}
}

func TestTrainingIsToldByPerson(t *testing.T) {
	t.Parallel()
	director := api.TrainingPerson{Name: "乙", Posts: []string{"director"}, SessionMinutes: 60, TestsPassed: 1}
	officer := api.TrainingPerson{Name: "丙", Posts: []string{"officer"}, StudyMinutes: 30, TestsFailed: 1, Needs: []string{"标识"}}
	nobody := api.TrainingPerson{Name: "戊", Posts: []string{"officer"}}
	left, principal := api.TrainingPerson{Name: "己"}, api.TrainingPerson{Name: "甲", Posts: []string{"principal"}}
	for _, tt := range []struct {
		people        []api.TrainingPerson
		state, remark string
	}{
		{[]api.TrainingPerson{director, left, principal}, Complete, ""},
		{[]api.TrainingPerson{director, officer}, Partial, "考核不合格、尚待补学的内容——丙：标识。"},
		{[]api.TrainingPerson{nobody}, Missing, ""},
		{[]api.TrainingPerson{left, principal}, Missing, ""},
	} {
		got := training(api.TrainingYear{Year: 2026, People: tt.people})
		if got.state != tt.state || got.item().Remark != tt.remark || (got.settle == nil) != (tt.state == Complete) {
			t.Errorf("%+v: %+v", tt.people, got)
		}
	}
}
