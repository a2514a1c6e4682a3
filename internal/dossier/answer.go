package dossier

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/hazard"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
)

// The states of an item.
const (
	Complete      = "complete"       // 齐全
	Partial       = "partial"        // 部分
	Missing       = "missing"        // 缺少
	NotApplicable = "not_applicable" // 不适用
	Unknown       = "unknown"        // 系统暂无此类记录
)

// noRows is said where the system keeps no rows that could answer.
const noRows = "系统暂无此类记录。"

// mostEvidence bounds the rows beside an item.
const mostEvidence = 40

// answer is what the rows say to one item.
type answer struct {
	state, reason, remark string
	settle                *api.DossierStep
	evidence              []api.DossierEvidence
}

var posts = []struct{ code, name string }{{"principal", "主要负责人"}, {"director", "质量安全总监"}, {"officer", "质量安全员"}}

// people answers 1.2: who is in office and on what terms. What is lacking is the
// staffing rules' word: a rule whose law was not read yields a remark at most.
func people(appointments []api.Appointment, staffing []api.StaffingRule) answer {
	a := answer{state: Complete}
	var parts []string
	filled := 0
	for _, p := range posts {
		var names []string
		for _, one := range appointments {
			if one.Post == p.code && one.InOffice && one.DeputyOf == "" {
				names = append(names, one.PersonName+terms(one))
				a.evidence = append(a.evidence, api.DossierEvidence{Kind: "appointment", ID: one.ID, Title: strings.TrimSpace(p.name + " " + one.PersonName + " " + one.Number), Day: string(clock.DayOf(one.From))})
			}
		}
		if len(names) == 0 {
			names = []string{"无在任人员"}
		} else if p.code != "principal" {
			filled++
		}
		parts = append(parts, p.name+"："+strings.Join(names, "、"))
	}
	a.reason = strings.Join(parts, "；") + "。"
	var steps, remarks []string
	for _, r := range staffing {
		switch r.State {
		case "gap":
			if r.Since != nil {
				a.reason += fmt.Sprintf("%s：自 %s 起未满足。", r.Text, clock.DayOf(*r.Since))
			}
			if !slices.Contains(steps, r.Settle) {
				steps = append(steps, r.Settle)
			}
		case "remark":
			remarks = append(remarks, r.Text)
		}
	}
	if len(remarks) > 0 {
		a.remark = strings.Join(remarks, "；") + "。依据的条文尚未核对，仅作提醒。"
	}
	if len(appointments) == 0 {
		steps = []string{"开通账号，任命质量安全员"}
	}
	if len(steps) > 0 {
		a.state, a.settle = Partial, &api.DossierStep{Words: strings.Join(steps, "；"), Kind: "appointment"}
		if filled == 0 {
			a.state = Missing
		}
	}
	return a
}

// terms says on what terms a person holds his post, as far as a letter tells.
func terms(a api.Appointment) string {
	var words []string
	if a.Employment == "part_time" {
		words = append(words, "兼职")
	}
	if a.Concurrent {
		words = append(words, "一人兼任")
	}
	if a.AnsweredAt != nil {
		words = append(words, fmt.Sprintf("%s 接受任命", clock.DayOf(*a.AnsweredAt)))
	}
	if a.Until != nil {
		words = append(words, fmt.Sprintf("任期至 %s", clock.DayOf(a.Until.Add(-1))))
	}
	if len(words) == 0 {
		return ""
	}
	return "（" + strings.Join(words, "，") + "）"
}

// lists answers 1.4.
func lists(versions []api.RiskListVersion) answer {
	if len(versions) == 0 {
		return answer{state: Missing, reason: "尚无经批准的清单。", settle: &api.DossierStep{Words: "编制并批准风险管控清单", Kind: "risklist"}}
	}
	l := versions[0]
	a := answer{state: Complete, reason: fmt.Sprintf("现行第 %d 版，共 %d 项，由 %s 于 %s 批准。", l.Version, l.Items, l.ApprovedName, clock.DayOf(l.ApprovedAt))}
	for _, v := range versions {
		a.evidence = append(a.evidence, api.DossierEvidence{Kind: "risklist", ID: fmt.Sprint(v.Version), Title: fmt.Sprintf("第 %d 版，%d 项", v.Version, v.Items), Day: string(clock.DayOf(v.ApprovedAt))})
	}
	return a
}

// dailies answers 2.1.
func dailies(when string, c api.Counts, days []api.DayState, today clock.Day) answer {
	a := answer{reason: Sentence(when, c)}
	var missed []string
	last := clock.Day("")
	for _, d := range slices.Backward(days) {
		switch {
		case d.Record != "":
			a.evidence = append(a.evidence, api.DossierEvidence{Kind: "daily", ID: d.Record, Title: outcomes[d.Outcome] + latenesses[d.Lateness], Day: d.Day})
		case d.State == string(obligation.Missed) && !slices.Contains(missed, d.Day):
			missed = append(missed, d.Day)
			last = max(last, clock.Day(d.Day))
		}
	}
	done := c.ZeroRisk + c.Hazards + c.ArrivedLate + c.Backfilled
	switch {
	case c.Due == 0 && c.Excused > 0:
		a.state = NotApplicable
	case c.Due == 0:
		a.state, a.reason = Missing, when+"没有应查的班次。"
		a.settle = &api.DossierStep{Words: "核对场所的营业、生产时间", Kind: "archive"}
	case c.Missed == 0:
		a.state = Complete
	default:
		a.state = Partial
		if done == 0 {
			a.state = Missing
		}
		a.settle = &api.DossierStep{Words: "查看漏检的日子", Kind: "daily", Day: string(last)}
		if today.Sub(last) <= backfill {
			a.settle = &api.DossierStep{Words: "补录最近漏检的检查，写明原因", Kind: "today"}
		}
		slices.Sort(missed)
		a.reason += "漏检的日子：" + shorten(missed) + "。"
	}
	return a
}

// backfill is for how many days a missed check is offered for 补录.
const backfill = 7

var (
	outcomes   = map[string]string{obligation.OutcomeZeroRisk: "零风险", obligation.OutcomeHazards: "有隐患"}
	latenesses = map[string]string{obligation.ArrivedLate: "（迟到送达）", obligation.Backfilled: "（补录）"}
)

// shorten names the last days and counts the rest.
func shorten(days []string) string {
	const most = 6
	if len(days) <= most {
		return strings.Join(days, "、")
	}
	return strings.Join(days[len(days)-most:], "、") + fmt.Sprintf(" 等 %d 天", len(days))
}

// Sentence tells the counts apart; no number mixes two kinds of nothing.
func Sentence(when string, c api.Counts) string {
	s := fmt.Sprintf("%s应查 %d 班次：零风险 %d，有隐患 %d，迟到送达 %d，补录 %d，漏检 %d", when, c.Due, c.ZeroRisk, c.Hazards, c.ArrivedLate, c.Backfilled, c.Missed)
	if c.Open > 0 {
		s += fmt.Sprintf("，未到期 %d", c.Open)
	}
	return s + fmt.Sprintf("；另有停产/未营业 %d（不计入应查）。", c.Excused)
}

// period says how a periodic duty is called.
type period struct {
	kind, paper, unit, settle string
	name                      func(clock.Day) string
}

var (
	week  = period{"weekly", "周排查治理报告", "周", "完成到期的周排查治理报告", func(d clock.Day) string { return string(clock.WeekOf(d)) }}
	month = period{"monthly", "月调度会议纪要", "个月", "完成到期的月调度会议纪要", func(d clock.Day) string { return string(d)[:len("2026-11")] }}
)

// periods answers 2.2 and 2.3 from the obligation ledger.
func periods(when string, p period, all []obligation.Obligation, at time.Time) answer {
	var done, open, missed, excused int
	var gaps []string
	first := api.DossierStep{Words: p.settle, Kind: p.kind}
	a := answer{}
	for _, o := range slices.Backward(all) {
		switch o.State(at) {
		case obligation.Done:
			done++
			row := api.DossierEvidence{Kind: p.kind, ID: string(o.Record), Title: p.paper + " " + p.name(o.Day), Day: string(o.Day)}
			if p.kind == week.kind {
				row.ID = p.name(o.Day) // a week's page goes by the week
			}
			a.evidence = append(a.evidence, row)
		case obligation.Open:
			open++
		case obligation.Missed:
			missed++
			gaps = append(gaps, p.name(o.Day))
			first.Subject, first.Day = p.name(o.Day), string(o.Day)
		case obligation.Excused:
			excused++
		case obligation.Coming:
		}
	}
	slices.Reverse(gaps)
	a.reason = fmt.Sprintf("%s应有 %d %s：已完成 %d，未到期 %d，逾期未完成 %d", when, done+open+missed, p.unit, done, open, missed)
	if excused > 0 {
		a.reason += fmt.Sprintf("；另有停产/未营业 %d %s（不计入）", excused, p.unit)
	}
	a.reason += "。"
	switch {
	case done+open+missed == 0 && excused > 0:
		a.state = NotApplicable
	case done+open+missed == 0:
		a.state, a.reason = NotApplicable, when+"没有到期的"+p.paper+"。"
	case missed == 0: // what is not due yet is not missing
		a.state = Complete
	default:
		a.state, a.settle = Partial, &first
		if done == 0 {
			a.state = Missing
		}
		a.reason += "逾期的：" + shorten(gaps) + "。"
	}
	return a
}

// hazards answers 2.4. What is rectified in time is in order however many were
// found: who reports must not look worse than who hides.
func hazards(t hazard.Tally, open []api.HazardEntry) answer {
	a := answer{state: Complete, reason: fmt.Sprintf("累计发现 %d 条，已销号 %d 条，未闭环 %d 条，其中逾期 %d 条。", t.Found, t.Closed, t.Open, t.Overdue)}
	for _, h := range open {
		a.evidence = append(a.evidence, api.DossierEvidence{Kind: "hazard", ID: h.ID, Title: h.Description, Day: h.Day})
	}
	switch {
	case t.Found == 0:
		a.state = NotApplicable
	case t.Overdue > 0:
		a.state, a.settle = Partial, &api.DossierStep{Words: "办理逾期的隐患", Kind: "hazard"}
		if t.Overdue == 1 && len(open) > 0 {
			a.settle.Subject = open[0].ID
		}
	}
	return a
}
