package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/hazard"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/words"
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
var noRows = words.Say("dossier.no_rows", "系统暂无此类记录。")

// mostEvidence bounds the rows beside an item.
const mostEvidence = 40

// answer is what the rows say to one item.
type answer struct {
	state          string
	reason, remark []words.Sentence
	settle         *api.DossierStep
	evidence       []api.DossierEvidence
}

func (a *answer) say(s words.Sentence) { a.reason = append(a.reason, s) }

func (a *answer) item() api.DossierItem {
	return api.DossierItem{
		State: a.state, Reason: words.Joined("", a.reason...).String(), Remark: words.Joined("", a.remark...).String(),
		Said:   api.DossierSaid{Reason: wire(a.reason), Remark: wire(a.remark)},
		Settle: a.settle, Evidence: a.evidence,
	}
}

func wire(all []words.Sentence) []api.Sentence {
	said := make([]api.Sentence, len(all))
	for i, s := range all {
		said[i] = api.Sentence(s)
	}
	return said
}

// step is what settles an item at the noun's page.
func step(kind string, all ...words.Sentence) *api.DossierStep {
	return &api.DossierStep{Words: words.Joined("；", all...).String(), Said: wire(all), Kind: kind}
}

// row is a row whose title is in our words.
func row(e api.DossierEvidence, title words.Sentence) api.DossierEvidence {
	said := api.Sentence(title)
	e.Title, e.Said = title.Text, &said
	return e
}

// post is how a post is told: who holds it, and one holder's row.
type post struct {
	code string
	held func(people words.List) words.Sentence
	row  func(name, number string) words.Sentence
}

var posts = []post{
	{
		"principal",
		func(l words.List) words.Sentence {
			return words.Say("dossier.held.principal", "主要负责人：{people}；", "people", l)
		},
		func(name, number string) words.Sentence {
			return words.Say("dossier.holder.principal", "主要负责人 {name} {number}", "name", name, "number", number)
		},
	},
	{
		"director",
		func(l words.List) words.Sentence {
			return words.Say("dossier.held.director", "质量安全总监：{people}；", "people", l)
		},
		func(name, number string) words.Sentence {
			return words.Say("dossier.holder.director", "质量安全总监 {name} {number}", "name", name, "number", number)
		},
	},
	{
		"officer",
		func(l words.List) words.Sentence {
			return words.Say("dossier.held.officer", "质量安全员：{people}。", "people", l)
		},
		func(name, number string) words.Sentence {
			return words.Say("dossier.holder.officer", "质量安全员 {name} {number}", "name", name, "number", number)
		},
	},
}

// people answers 1.2: who is in office and on what terms. What is lacking is the
// staffing rules' word: a rule whose law was not read yields a remark at most.
func people(appointments []api.Appointment, staffing []api.StaffingRule) answer {
	a := answer{state: Complete}
	filled := 0
	for _, p := range posts {
		var holders []words.Sentence
		for _, one := range appointments {
			if one.Post == p.code && one.InOffice && one.DeputyOf == "" {
				holders = append(holders, holder(one))
				title := p.row(one.PersonName, one.Number)
				title.Text = strings.TrimSpace(title.Text)
				a.evidence = append(a.evidence, row(api.DossierEvidence{Kind: "appointment", ID: one.ID, Day: string(clock.DayOf(one.From))}, title))
			}
		}
		if len(holders) == 0 {
			holders = []words.Sentence{words.Say("dossier.holder.none", "无在任人员")}
		} else if p.code != "principal" {
			filled++
		}
		a.say(p.held(words.Joined("、", holders...)))
	}
	var steps, remarks []words.Sentence
	for _, r := range staffing {
		rule := words.Sentence(r.Said.Text)
		rule.Text = cmp.Or(rule.Text, r.Text)
		switch r.State {
		case "gap":
			if r.Since != nil {
				a.say(words.Say("dossier.staffing.since", "{rule}：自 {day} 起未满足。", "rule", rule, "day", clock.DayOf(*r.Since)))
			}
			settle := words.Own(r.Settle)
			if r.Said.Settle != nil {
				settle = words.Sentence(*r.Said.Settle)
			}
			if !slices.ContainsFunc(steps, func(s words.Sentence) bool { return s.Text == settle.Text }) {
				steps = append(steps, settle)
			}
		case "remark":
			remarks = append(remarks, rule)
		}
	}
	if len(remarks) > 0 {
		a.remark = []words.Sentence{words.Say("dossier.staffing.unread", "{rules}。依据的条文尚未核对，仅作提醒。", "rules", words.Joined("；", remarks...))}
	}
	if len(appointments) == 0 {
		steps = []words.Sentence{words.Say("dossier.settle.officer", "开通账号，任命质量安全员")}
	}
	if len(steps) > 0 {
		a.state, a.settle = Partial, step("appointment", steps...)
		if filled == 0 {
			a.state = Missing
		}
	}
	return a
}

// holder names a person with the terms on which he holds his post, as far as a
// letter tells.
func holder(a api.Appointment) words.Sentence {
	var terms []words.Sentence
	if a.Employment == "part_time" {
		terms = append(terms, words.Say("dossier.term.part_time", "兼职"))
	}
	if a.Concurrent {
		terms = append(terms, words.Say("dossier.term.concurrent", "一人兼任"))
	}
	if a.AnsweredAt != nil {
		terms = append(terms, words.Say("dossier.term.accepted", "{day} 接受任命", "day", clock.DayOf(*a.AnsweredAt)))
	}
	if a.Until != nil {
		terms = append(terms, words.Say("dossier.term.until", "任期至 {day}", "day", clock.DayOf(a.Until.Add(-1))))
	}
	if len(terms) == 0 {
		return words.Own(a.PersonName)
	}
	return words.Say("dossier.holder.terms", "{name}（{terms}）", "name", a.PersonName, "terms", words.Joined("，", terms...))
}

// lists answers 1.4.
func lists(versions []api.RiskListVersion) answer {
	if len(versions) == 0 {
		return answer{
			state: Missing, reason: []words.Sentence{words.Say("dossier.list.none", "尚无经批准的清单。")},
			settle: step("risklist", words.Say("dossier.settle.list", "编制并批准风险管控清单")),
		}
	}
	l := versions[0]
	a := answer{state: Complete}
	a.say(words.Say("dossier.list.in_force", "现行第 {version} 版，共 {n} 项，由 {name} 于 {day} 批准。",
		"version", l.Version, "n", l.Items, "name", l.ApprovedName, "day", clock.DayOf(l.ApprovedAt)))
	for _, v := range versions {
		a.evidence = append(a.evidence, row(api.DossierEvidence{Kind: "risklist", ID: fmt.Sprint(v.Version), Day: string(clock.DayOf(v.ApprovedAt))},
			words.Say("dossier.list.version", "第 {version} 版，{n} 项", "version", v.Version, "n", v.Items)))
	}
	return a
}

// dailies answers 2.1.
func dailies(when words.Sentence, c api.Counts, days []api.DayState, today clock.Day) answer {
	a := answer{}
	var missed []string
	last := clock.Day("")
	for _, d := range slices.Backward(days) {
		switch {
		case d.Record != "":
			a.evidence = append(a.evidence, row(api.DossierEvidence{Kind: "daily", ID: d.Record, Day: d.Day}, daily(d)))
		case d.State == string(obligation.Missed) && !slices.Contains(missed, d.Day):
			missed = append(missed, d.Day)
			last = max(last, clock.Day(d.Day))
		}
	}
	if c.Due == 0 && c.Excused == 0 {
		a.state, a.settle = Missing, step("archive", words.Say("dossier.settle.hours", "核对场所的营业、生产时间"))
		a.say(words.Say("dossier.days.none", "{when}没有应查的班次。", "when", when))
		return a
	}
	a.say(Counted(when, c))
	switch {
	case c.Due == 0:
		a.state = NotApplicable
	case c.Missed == 0:
		a.state = Complete
	default:
		a.state = Partial
		if c.ZeroRisk+c.Hazards+c.ArrivedLate+c.Backfilled == 0 {
			a.state = Missing
		}
		a.settle = step("daily", words.Say("dossier.settle.missed", "查看漏检的日子"))
		a.settle.Day = string(last)
		if today.Sub(last) <= backfill {
			a.settle = step("today", words.Say("dossier.settle.backfill", "补录最近漏检的检查，写明原因"))
		}
		slices.Sort(missed)
		a.say(words.Say("dossier.days.missed", "漏检的日子：{days}。", "days", shorten(words.Owns(missed...))))
	}
	return a
}

// backfill is for how many days a missed check is offered for 补录.
const backfill = 7

// daily says what a check found and whether it came in time.
func daily(d api.DayState) words.Sentence {
	outcome := words.Say("dossier.daily.zero_risk", "零风险")
	if d.Outcome == obligation.OutcomeHazards {
		outcome = words.Say("dossier.daily.hazards", "有隐患")
	}
	switch d.Lateness {
	case obligation.ArrivedLate:
		return words.Say("dossier.daily.arrived_late", "{outcome}（迟到送达）", "outcome", outcome)
	case obligation.Backfilled:
		return words.Say("dossier.daily.backfilled", "{outcome}（补录）", "outcome", outcome)
	}
	return outcome
}

// shorten names the last days and counts the rest.
func shorten(days []words.Sentence) words.Sentence {
	const most = 6
	if len(days) <= most {
		return words.Say("dossier.some.all", "{days}", "days", words.Joined("、", days...))
	}
	return words.Say("dossier.some.last", "{days} 等 {n} 天", "days", words.Joined("、", days[len(days)-most:]...), "n", len(days))
}

// Counted tells the counts apart; no number mixes two kinds of nothing.
func Counted(when words.Sentence, c api.Counts) words.Sentence {
	if c.Open == 0 {
		return words.Say("dossier.days.counts",
			"{when}应查 {due} 班次：零风险 {zeroRisk}，有隐患 {hazards}，迟到送达 {arrivedLate}，补录 {backfilled}，漏检 {missed}；另有停产/未营业 {excused}（不计入应查）。",
			"when", when, "due", c.Due, "zeroRisk", c.ZeroRisk, "hazards", c.Hazards, "arrivedLate", c.ArrivedLate, "backfilled", c.Backfilled, "missed", c.Missed,
			"excused", c.Excused)
	}
	return words.Say("dossier.days.counts_open",
		"{when}应查 {due} 班次：零风险 {zeroRisk}，有隐患 {hazards}，迟到送达 {arrivedLate}，补录 {backfilled}，漏检 {missed}，未到期 {open}；另有停产/未营业 {excused}（不计入应查）。",
		"when", when, "due", c.Due, "zeroRisk", c.ZeroRisk, "hazards", c.Hazards, "arrivedLate", c.ArrivedLate, "backfilled", c.Backfilled, "missed", c.Missed,
		"open", c.Open, "excused", c.Excused)
}

// period says how a periodic duty is called.
type period struct {
	kind                string
	paper, unit, settle words.Sentence
	name                func(clock.Day) string
	said                func(clock.Day) words.Sentence
}

var (
	week = period{
		"weekly", words.Say("dossier.paper.weekly", "周排查治理报告"), words.Say("dossier.unit.week", "周"),
		words.Say("dossier.settle.weekly", "完成到期的周排查治理报告"), func(d clock.Day) string { return string(clock.WeekOf(d)) },
		func(d clock.Day) words.Sentence {
			w := clock.WeekOf(d)
			return words.Say("dossier.period.week", "{year}年第{n}周", "year", w.Year(), "n", w.Number())
		},
	}
	month = period{
		"monthly", words.Say("dossier.paper.monthly", "月调度会议纪要"), words.Say("dossier.unit.month", "个月"),
		words.Say("dossier.settle.monthly", "完成到期的月调度会议纪要"), func(d clock.Day) string { return string(d.Month()) },
		func(d clock.Day) words.Sentence {
			at := d.Start().In(clock.Shanghai)
			return words.Say("dossier.period.month", "{year}年{n}月", "year", at.Year(), "n", int(at.Month()), "month", d.Month())
		},
	}
)

// periods answers 2.2 and 2.3 from the obligation ledger.
func periods(when words.Sentence, p period, all []obligation.Obligation, at time.Time) answer {
	var done, open, missed, excused int
	var gaps []words.Sentence
	first := step(p.kind, p.settle)
	a := answer{}
	for _, o := range slices.Backward(all) {
		switch o.State(at) {
		case obligation.Done:
			done++
			one := api.DossierEvidence{Kind: p.kind, ID: string(o.Record), Day: string(o.Day)}
			if p.kind == week.kind {
				one.ID = p.name(o.Day) // a week's page goes by the week
			}
			a.evidence = append(a.evidence, row(one, words.Say("dossier.period.row", "{paper} {period}", "paper", p.paper, "period", p.said(o.Day))))
		case obligation.Open:
			open++
		case obligation.Missed:
			missed++
			gaps = append(gaps, p.said(o.Day))
			first.Subject, first.Day = p.name(o.Day), string(o.Day)
		case obligation.Excused:
			excused++
		case obligation.Coming:
		}
	}
	slices.Reverse(gaps)
	due := done + open + missed
	switch {
	case due == 0 && excused == 0:
		a.state = NotApplicable
		a.say(words.Say("dossier.period.none", "{when}没有到期的{paper}。", "when", when, "paper", p.paper))
		return a
	case excused > 0:
		a.say(words.Say("dossier.period.counts_stopped", "{when}应有 {due} {unit}：已完成 {done}，未到期 {open}，逾期未完成 {missed}；另有停产/未营业 {excused} {unit}（不计入）。",
			"when", when, "due", due, "unit", p.unit, "done", done, "open", open, "missed", missed, "excused", excused))
	default:
		a.say(words.Say("dossier.period.counts", "{when}应有 {due} {unit}：已完成 {done}，未到期 {open}，逾期未完成 {missed}。",
			"when", when, "due", due, "unit", p.unit, "done", done, "open", open, "missed", missed))
	}
	switch {
	case due == 0:
		a.state = NotApplicable
	case missed == 0: // what is not due yet is not missing
		a.state = Complete
	default:
		a.state, a.settle = Partial, first
		if done == 0 {
			a.state = Missing
		}
		a.say(words.Say("dossier.period.late", "逾期的：{which}。", "which", shorten(gaps)))
	}
	return a
}

// hazards answers 2.4. What is rectified in time is in order however many were
// found: who reports must not look worse than who hides.
func hazards(t hazard.Tally, open []api.HazardEntry) answer {
	a := answer{state: Complete}
	a.say(words.Say("dossier.hazards.counts", "累计发现 {found} 条，已销号 {closed} 条，未闭环 {open} 条，其中逾期 {overdue} 条。",
		"found", t.Found, "closed", t.Closed, "open", t.Open, "overdue", t.Overdue))
	for _, h := range open {
		a.evidence = append(a.evidence, api.DossierEvidence{Kind: "hazard", ID: h.ID, Title: h.Description, Day: h.Day})
	}
	switch {
	case t.Found == 0:
		a.state = NotApplicable
	case t.Overdue > 0:
		a.state, a.settle = Partial, step("hazard", words.Say("dossier.settle.hazards", "办理逾期的隐患"))
		if t.Overdue == 1 && len(open) > 0 {
			a.settle.Subject = open[0].ID
		}
	}
	return a
}
