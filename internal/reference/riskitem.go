package reference

import (
	"regexp"
	"slices"
	"strings"
)

// General is the product category of the items that concern every product.
const General = "通用"

// Frequency says how often an item is looked at.
type Frequency string

// The frequencies of the library.
const (
	Daily      Frequency = "daily"       // 每日
	Shift      Frequency = "shift"       // 每班
	Batch      Frequency = "batch"       // 每批
	Campaign   Frequency = "campaign"    // 每次活动
	Weekly     Frequency = "weekly"      // 每周
	Monthly    Frequency = "monthly"     // 每月
	Quarterly  Frequency = "quarterly"   // 每季
	HalfYearly Frequency = "half_yearly" // 每半年
	Yearly     Frequency = "yearly"      // 每年
	First      Frequency = "first"       // 首次，每型号
	Change     Frequency = "change"      // 变更时
	Event      Frequency = "event"       // 事件触发
)

// Rhythm says in which paper an item is answered: the daily record, the weekly
// report, or the month's reminders.
type Rhythm string

// The rhythms: 日管控, 周排查, 月调度.
const (
	RhythmDaily   Rhythm = "daily"
	RhythmWeekly  Rhythm = "weekly"
	RhythmMonthly Rhythm = "monthly"
)

// Post is the post that answers for an item.
type Post string

// The posts. Where a unit has no director, his items pass to the officer and
// the principal reviews them.
const (
	Officer   Post = "officer"   // 质量安全员
	Director  Post = "director"  // 质量安全总监
	Principal Post = "principal" // 主要负责人
)

// Basis is one source of an item. Verified is false where the text or the
// number of the standard was not read in its valid edition.
type Basis struct {
	Text     string `json:"text"`
	Verified bool   `json:"verified"`
}

// RiskItem is one line of the library from which a 风险管控清单 is made.
type RiskItem struct {
	// Code is stable: P for production, S for sales.
	Code     string `json:"code"`
	Side     Side   `json:"side"`
	Category string `json:"category"` // 产品类别, or General
	Step     string `json:"step"`     // 环节
	Risk     string `json:"risk"`     // 风险点
	Measure  string `json:"measure"`  // 管控措施/检查内容
	// Frequency is the text as printed; the first of Frequencies is Primary.
	Frequency   string      `json:"frequency"`
	Primary     Frequency   `json:"primary"`
	Frequencies []Frequency `json:"frequencies"`
	// Rhythm follows from Primary: every day, shift or batch is daily, every
	// week weekly, all else monthly.
	Rhythm Rhythm `json:"rhythm"`
	// Batch items fall due with goods: 今日未进货 or 今日未生产 answers them.
	Batch bool    `json:"batch"`
	Owner Post    `json:"owner"`
	Basis []Basis `json:"basis"`
}

// GradeAdvice is what the library advises for a size grade: how many items a
// list should have at most, so that small units are not overburdened. Zero
// means no limit.
type GradeAdvice struct {
	Grade      string `json:"grade"`
	DailyMax   int    `json:"daily_max"`
	WeeklyMax  int    `json:"weekly_max"`
	MonthlyMax int    `json:"monthly_max"`
	Text       string `json:"text"`
}

type library struct {
	Note   string            `json:"note"`
	Steps  map[Side][]string `json:"steps"`
	Grades []GradeAdvice     `json:"grades"`
	Items  []RiskItem        `json:"items"`
}

var risks = decode[library]("riskitems.json")

// RiskNote is the sentence that goes with every list made from the library.
func RiskNote() string { return risks.Note }

// Items returns the items of a side in the order of their codes.
func Items(side Side) []RiskItem {
	var items []RiskItem
	for _, i := range risks.Items {
		if i.Side == side {
			items = append(items, i)
		}
	}
	return items
}

// Item returns the item with the code.
func Item(code string) (RiskItem, bool) {
	n := slices.IndexFunc(risks.Items, func(i RiskItem) bool { return i.Code == code })
	if n < 0 {
		return RiskItem{}, false
	}
	return risks.Items[n], true
}

// Categories returns the product categories of a side, without General, in
// the order of the library.
func Categories(side Side) []string {
	var categories []string
	for _, i := range risks.Items {
		if i.Side == side && i.Category != General && !slices.Contains(categories, i.Category) {
			categories = append(categories, i.Category)
		}
	}
	return categories
}

// Steps returns the dictionary of steps (环节) of a side.
func Steps(side Side) []string { return slices.Clone(risks.Steps[side]) }

// Advice returns the advice for a size grade. A unit that is not graded, or
// graded with something unknown, is advised like grade C.
func Advice(sizeGrade string) GradeAdvice {
	byGrade := func(grade string) int {
		return slices.IndexFunc(risks.Grades, func(a GradeAdvice) bool { return a.Grade == grade })
	}
	if n := byGrade(sizeGrade); n >= 0 {
		return risks.Grades[n]
	}
	return risks.Grades[byGrade("C")]
}

var (
	articles = regexp.MustCompile(`^[0-9]+(、[0-9]+)*$`)
	annex3   = regexp.MustCompile(`^附件3-([0-9.]+(、[0-9.]+)*)$`)
)

// Citation returns the source in words, as papers print it: "《产》12、26" is
// "《产品质量法》第12、26条". What has no short form stays as it is.
func (b Basis) Citation() string {
	if m := annex3.FindStringSubmatch(b.Text); m != nil {
		return "监管任务清单（附件3）第" + m[1] + "项"
	}
	for _, s := range laws.Sources {
		rest, ok := strings.CutPrefix(b.Text, s.Short)
		switch {
		case !ok:
		case articles.MatchString(rest):
			return s.Title + "第" + rest + "条"
		default:
			return s.Title + rest
		}
	}
	if rest, ok := strings.CutPrefix(b.Text, "令7"); ok {
		return "市场监管总局令第7" + rest[:1] + "号" + rest[1:]
	}
	return b.Text
}
