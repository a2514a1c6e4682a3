package area

import (
	"cmp"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

const (
	// gapDays is from how many days without a check an enterprise needs the agency.
	gapDays = 3
	// gapReach is how many days back a gap is looked for; how long it lasts is
	// then counted from its beginning.
	gapReach = 45
	// graveGap is from how many days a gap is grave.
	graveGap = 7
	// namingDays are the 工作日 within which a change of the named supervising
	// officer is to be entered (plan, 三(五)).
	namingDays = 5
	// mostNeeds are shown; all are counted.
	mostNeeds = 50
)

// The kinds of needs.
const (
	needGap      = "gap"
	needVacant   = "vacant_post"
	needHazard   = "hazard"
	needReport   = "report"
	needDeadline = "agency_deadline"
)

// gap is a run of business days without any check at a site, up to now.
type gap struct {
	enterprise, site id.ID
	days             int
	since            clock.Day
}

func (g gap) need() need {
	said := words.Say("area.need.gap", "连续 {n} 个营业日未检查（自 {since}）", "n", g.days, "since", day(g.since))
	return need{kind: needGap, enterprise: g.enterprise, site: g.site, said: said, grave: g.days >= graveGap, weight: 1, since: g.since}
}

// longest keeps the longest gap of every enterprise.
func longest(gaps []gap) []gap {
	slices.SortFunc(gaps, func(a, b gap) int {
		return cmp.Or(cmp.Compare(a.enterprise, b.enterprise), cmp.Compare(b.days, a.days), cmp.Compare(a.since, b.since))
	})
	return slices.CompactFunc(gaps, func(a, b gap) bool { return a.enterprise == b.enterprise })
}

// vacancy is an enterprise in scope whose people do not fill every post that
// the Orders require of everybody. Who needs a 质量安全总监 is undecided where
// the law was not read, so that his post is not asked for here.
type vacancy struct {
	enterprise         id.ID
	officer, principal bool // vacant
	since              clock.Day
}

func (v vacancy) need() need {
	var posts []words.Sentence
	if v.officer {
		posts = append(posts, words.Say("area.post.officer", "质量安全员"))
	}
	if v.principal {
		posts = append(posts, words.Say("area.post.principal", "主要负责人"))
	}
	said := words.Say("area.need.vacant", "{posts}空缺", "posts", words.Joined("、", posts...))
	if v.since != "" {
		said = words.Say("area.need.vacant_since", "{posts}空缺（自 {since}）", "posts", words.Joined("、", posts...), "since", day(v.since))
	}
	return need{kind: needVacant, enterprise: v.enterprise, said: said, weight: 3, since: v.since}
}

// vacantSince is the day from which the first of the vacant posts was no longer
// held; absent for a post that nobody ever held.
func (v vacancy) vacantSince(ended map[string]time.Time) clock.Day {
	var since clock.Day
	for post, vacant := range map[string]bool{"officer": v.officer, "principal": v.principal} {
		end, held := ended[post]
		if day := clock.DayOf(end); vacant && held && (since == "" || day.Before(since)) {
			since = day
		}
	}
	return since
}

// finding is an open hazard that is larger or major.
type finding struct {
	enterprise  id.ID
	severity    string
	description string
	found       clock.Day
	due         time.Time
}

var severities = map[string]words.Sentence{"larger": words.Say("area.severity.larger", "较大"), "major": words.Say("area.severity.major", "重大")}

// overdue reports whether the hazard's deadline has passed: only then is it
// grave. A hazard that was found and is being dealt with in time is not held
// against the one who reported it.
func (f finding) overdue(now time.Time) bool { return f.due.Before(now) }

func (f finding) weight() int {
	if f.severity == "major" {
		return 0
	}
	return 2
}

// hazardNeed says the gravest of an enterprise's hazards and how many more
// there are.
func hazardNeed(all []finding, now time.Time) need {
	slices.SortFunc(all, func(a, b finding) int {
		return cmp.Or(trueFirst(a.overdue(now), b.overdue(now)), cmp.Compare(a.weight(), b.weight()), a.due.Compare(b.due), cmp.Compare(a.description, b.description))
	})
	f := all[0]
	today := clock.DayOf(now)
	due := clock.DayOf(f.due)
	state := words.Say("area.need.in_time", "期限 {due}，未到期", "due", day(due))
	switch late := today.Sub(due); {
	case f.overdue(now) && late > 0:
		state = words.Say("area.need.overdue_days", "期限 {due}，已超期 {n} 天", "due", day(due), "n", late)
	case f.overdue(now):
		state = words.Say("area.need.overdue", "期限 {due}，已超期", "due", day(due))
	}
	said := words.Say("area.need.hazard", "{severity}隐患未销号：{what}（{found}发现，已 {n} 天；{state}）",
		"severity", severities[f.severity], "what", brief(f.description), "found", day(f.found), "n", max(0, today.Sub(f.found)), "state", state)
	if more := len(all) - 1; more > 0 {
		said = words.Say("area.need.more", "{hazard}，另有 {n} 项", "hazard", said, "n", more)
	}
	return need{kind: needHazard, enterprise: f.enterprise, said: said, grave: f.overdue(now), weight: f.weight(), since: f.found}
}

// report is of goods that an enterprise has stopped because they look wrong, and
// that nobody of the agency has receipted.
type report struct {
	enterprise    id.ID
	kind, product string
	day           clock.Day
}

var suspected = map[string]words.Sentence{
	"price": words.Say("area.suspected.price", "价格异常"), "source": words.Say("area.suspected.source", "来源不清"), "counterfeit": words.Say("area.suspected.counterfeit", "疑似假冒"),
}

// reportNeed says the oldest of an enterprise's reports and how many more wait.
// Who stopped and told is not held to blame: it is never grave.
func reportNeed(all []report) need {
	r := slices.MinFunc(all, func(a, b report) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.product, b.product))
	})
	said := words.Say("area.need.report", "停售并报告{product}（{why}，{since}报告），待回执", "product", brief(r.product), "why", suspected[r.kind], "since", day(r.day))
	if more := len(all) - 1; more > 0 {
		said = words.Say("area.need.more_reports", "{report}，另有 {n} 项", "report", said, "n", more)
	}
	return need{kind: needReport, enterprise: r.enterprise, said: said, weight: 0, since: r.day}
}

// unnamed is an enterprise under an office that has named no officer for it.
type unnamed struct {
	enterprise id.ID
	from       clock.Day
}

// need reports whether the office's own deadline has passed. Where the days
// off of the year are not loaded nobody can say, and that is what is said.
func (u unnamed) need(today clock.Day, c *clock.Calendar) (need, bool) {
	n := need{kind: needDeadline, enterprise: u.enterprise, weight: 4, since: u.from}
	due, err := c.AddWorkdays(u.from, namingDays)
	switch {
	case err != nil && today.Sub(u.from) <= namingDays:
		return need{}, false
	case err != nil:
		n.said = words.Say("area.need.unnamed_uncounted", "自 {since} 起未明确具体监管人员（当年节假日安排未载入，无法计算 {n} 个工作日）", "since", day(u.from), "n", namingDays)
	case !today.After(due):
		return need{}, false
	default:
		n.said = words.Say("area.need.unnamed", "自 {since} 起未明确具体监管人员，已超过 {n} 个工作日（应于 {due} 前更新）",
			"since", day(u.from), "n", namingDays, "due", day(due))
	}
	return n, true
}

// need is a reason why an enterprise needs the agency.
type need struct {
	kind       string
	enterprise id.ID
	site       id.ID // of a gap
	said       words.Sentence
	grave      bool
	// weight orders reasons of the same gravity, the smallest first.
	weight int
	since  clock.Day
}

// sortNeeds puts the gravest first and, of equals, the oldest.
func sortNeeds(all []need) {
	slices.SortFunc(all, func(a, b need) int {
		return cmp.Or(trueFirst(a.grave, b.grave), cmp.Compare(a.weight, b.weight), cmp.Compare(a.since, b.since), cmp.Compare(a.enterprise, b.enterprise))
	})
}

// wire names the site where the enterprise has several.
func (n need) wire(name, office, site string) api.Need {
	if site != "" {
		n.said = words.Say("area.need.at_site", "“{site}”{what}", "site", site, "what", n.said)
	}
	return api.Need{Kind: n.kind, Enterprise: string(n.enterprise), Name: name, OfficeName: office, Words: n.said.Text, Said: api.Sentence(n.said), Grave: n.grave, Since: string(n.since)}
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// day writes a day as people say it: 11月18日.
func day(d clock.Day) words.Sentence {
	t := d.Start().In(clock.Shanghai)
	return words.Say("area.need.day", "{month}月{day}日", "month", int(t.Month()), "day", t.Day(), "date", d)
}

// brief cuts a description to what fits a line.
func brief(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
