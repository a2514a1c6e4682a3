package enterprise

import (
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// Business is what a unit does with industrial products.
type Business string

// The businesses that 附件1 grades.
const (
	Production Business = "production" // 生产
	Wholesale  Business = "wholesale"  // 批发
	Retail     Business = "retail"     // 零售
)

// Businesses lists the businesses in the order of 附件1.
func Businesses() []Business { return []Business{Production, Wholesale, Retail} }

// Side says which Order and which variant of 附件3 the business falls under.
func (b Business) Side() reference.Side {
	if b == Production {
		return reference.Production
	}
	return reference.Sales
}

// SizeGrade is the 主体分级 of 附件1: A 大型, B 中型, C 小型, D 微型.
type SizeGrade string

// The size grades. A unit of which neither headcount nor revenue is known is
// Ungraded: no guess is made.
const (
	GradeA   SizeGrade = "A"
	GradeB   SizeGrade = "B"
	GradeC   SizeGrade = "C"
	GradeD   SizeGrade = "D"
	Ungraded SizeGrade = ""
)

// above reports whether g is a higher grade than h.
func (g SizeGrade) above(h SizeGrade) bool {
	if g == Ungraded || h == Ungraded {
		return g != Ungraded && h == Ungraded
	}
	return g < h
}

// ErrHeadcountNegative refuses a headcount below nought.
var ErrHeadcountNegative = fault.New(fault.Invalid, "enterprise.headcount.negative",
	"从业人员数应为不小于0的整数，请填写期末从业人员数。")

// Measure is the size of one business of a unit. Nil means that it is not
// known.
type Measure struct {
	Business Business
	// Headcount is the number of people at the end of the period (期末从业人员), or
	// the year's average where that does not exist.
	Headcount *int
	// Revenue is that of the industrial products concerned, not of the whole
	// unit (附件1 说明2).
	Revenue *Yuan
}

// Check refuses sizes that cannot be.
func (m Measure) Check() error {
	if m.Headcount != nil && *m.Headcount < 0 {
		return ErrHeadcountNegative
	}
	if m.Revenue != nil && *m.Revenue < 0 {
		return ErrRevenueMalformed
	}
	return nil
}

// threshold is the size from which a grade begins, inclusive.
type threshold struct {
	grade     SizeGrade
	headcount int
	revenue   Yuan
}

// thresholds are those of 附件1, the highest grade first. Below the last a unit
// is D.
var thresholds = map[Business][]threshold{
	Production: {
		{GradeA, 1000, 40000 * Wan},
		{GradeB, 300, 2000 * Wan},
		{GradeC, 20, 300 * Wan},
	},
	Wholesale: {
		{GradeA, 200, 40000 * Wan},
		{GradeB, 20, 5000 * Wan},
		{GradeC, 5, 1000 * Wan},
	},
	Retail: {
		{GradeA, 300, 20000 * Wan},
		{GradeB, 50, 500 * Wan},
		{GradeC, 10, 100 * Wan},
	},
}

// Grading is a size grade with the business that decided it and the reason in
// words.
type Grading struct {
	Grade    SizeGrade
	Business Business
	Why      words.Sentence
}

// Grade grades a unit by 附件1. Headcount and revenue are alternatives, and a
// unit that meets several standards takes the highest (说明3): so it does among
// its businesses. If only one of the two is known, that one grades and the reason
// says so; if neither is known for any business, the unit is ungraded.
func Grade(measures []Measure) Grading {
	var top Grading
	var whys []words.Sentence
	for _, m := range measures {
		g := gradeOne(m)
		whys = append(whys, g.Why)
		if g.Grade.above(top.Grade) {
			top = g
		}
	}
	if len(whys) > 1 && top.Grade != Ungraded {
		whys = append(whys, words.Say("enterprise.grade.highest", "多种业务按较高者，以{business}定为{grade}", "business", top.Business.said(), "grade", top.Grade.said()))
	}
	switch len(whys) {
	case 0:
		top.Why = words.Say("enterprise.grade.no_business", "未填生产、批发或零售，暂不分级")
	case 1:
		top.Why = whys[0]
	default:
		top.Why = words.Say("enterprise.grade.several", "{all}", "all", words.Joined("。", whys...))
	}
	return top
}

// gradeOne grades one business.
func gradeOne(m Measure) Grading {
	rows, ok := thresholds[m.Business]
	if !ok {
		return Grading{Why: words.Say("enterprise.grade.other_business", "业务“{business}”不在划分标准内，暂不分级", "business", string(m.Business))}
	}
	x, y := words.Say("enterprise.grade.people_unknown", "从业人员数未知"), words.Say("enterprise.grade.revenue_unknown", "营业收入未知")
	byX, byY := Ungraded, Ungraded
	if m.Headcount != nil {
		x = words.Say("enterprise.grade.people", "从业人员{n}人", "n", *m.Headcount)
		byX = gradeBy(rows, func(t threshold) bool { return *m.Headcount >= t.headcount })
	}
	if m.Revenue != nil {
		y = words.Say("enterprise.grade.revenue", "营业收入{n}万元", "n", m.Revenue.Wan())
		byY = gradeBy(rows, func(t threshold) bool { return *m.Revenue >= t.revenue })
	}
	whyX := func() words.Sentence {
		return m.standard(byX, headcount(*m.Headcount), limits(rows, byX, "X", func(t threshold) words.Sentence { return headcount(t.headcount) }))
	}
	whyY := func() words.Sentence {
		return m.standard(byY, revenue(*m.Revenue), limits(rows, byY, "Y", func(t threshold) words.Sentence { return revenue(t.revenue) }))
	}
	as := func(g SizeGrade, why words.Sentence) Grading {
		return Grading{g, m.Business, words.Say("enterprise.grade.one", "{business}：{people}、{revenue}；{why}", "business", m.Business.said(), "people", x, "revenue", y, "why", why)}
	}
	switch {
	case byX == Ungraded && byY == Ungraded:
		none := as(Ungraded, words.Say("enterprise.grade.none", "暂不分级"))
		none.Business = ""
		return none
	case byY == Ungraded:
		return as(byX, words.Say("enterprise.grade.by_people", "{why}，仅按从业人员定为{grade}，补填营业收入后可能升高", "why", whyX(), "grade", byX.said()))
	case byX == Ungraded:
		return as(byY, words.Say("enterprise.grade.by_revenue", "{why}，仅按营业收入定为{grade}，补填从业人员数后可能升高", "why", whyY(), "grade", byY.said()))
	case byX == byY:
		return as(byX, words.Say("enterprise.grade.by_both", "{people}，{revenue}，定为{grade}", "people", whyX(), "revenue", whyY(), "grade", byX.said()))
	case byX.above(byY):
		return as(byX, words.Say("enterprise.grade.by_higher", "{why}，按较高者定为{grade}", "why", whyX(), "grade", byX.said()))
	default:
		return as(byY, words.Say("enterprise.grade.by_higher", "{why}，按较高者定为{grade}", "why", whyY(), "grade", byY.said()))
	}
}

func gradeBy(rows []threshold, reaches func(threshold) bool) SizeGrade {
	for _, t := range rows {
		if reaches(t) {
			return t.grade
		}
	}
	return GradeD
}

// said are the names of businesses, grades and their sizes.
func (b Business) said() words.Sentence {
	switch b {
	case Production:
		return words.Say("enterprise.grade.production", "生产")
	case Wholesale:
		return words.Say("enterprise.grade.wholesale", "批发")
	default:
		return words.Say("enterprise.grade.retail", "零售")
	}
}

func (g SizeGrade) said() words.Sentence {
	return words.Say("enterprise.grade.letter", "{grade}级", "grade", string(g))
}

var sizes = map[SizeGrade]words.Sentence{
	GradeA: words.Say("enterprise.grade.large", "大型"),
	GradeB: words.Say("enterprise.grade.medium", "中型"),
	GradeC: words.Say("enterprise.grade.small", "小型"),
	GradeD: words.Say("enterprise.grade.micro", "微型"),
}

// standard says which standard a size reaches, as "12人达到小型零售单位标准（…）".
func (m Measure) standard(g SizeGrade, size, limits words.Sentence) words.Sentence {
	if g == GradeD {
		return words.Say("enterprise.grade.is", "{n}属于{size}{business}单位标准（{limits}）", "n", size, "size", sizes[g], "business", m.Business.said(), "limits", limits)
	}
	return words.Say("enterprise.grade.reaches", "{n}达到{size}{business}单位标准（{limits}）", "n", size, "size", sizes[g], "business", m.Business.said(), "limits", limits)
}

func headcount(n int) words.Sentence {
	return words.Say("enterprise.grade.heads", "{n}人", "n", n)
}

func revenue(y Yuan) words.Sentence {
	return words.Say("enterprise.grade.wan", "{n}万元", "n", y.Wan())
}

// limits writes the limits of a grade as 附件1 prints them.
func limits(rows []threshold, g SizeGrade, letter string, write func(threshold) words.Sentence) words.Sentence {
	for n, t := range rows {
		switch {
		case t.grade != g:
		case n == 0:
			return words.Say("enterprise.grade.from", "{letter}≥{low}", "letter", letter, "low", write(t))
		default:
			return words.Say("enterprise.grade.between", "{low}≤{letter}＜{high}", "low", write(t), "letter", letter, "high", write(rows[n-1]))
		}
	}
	return words.Say("enterprise.grade.below", "{letter}＜{high}", "letter", letter, "high", write(rows[len(rows)-1]))
}
