package enterprise

import (
	"fmt"
	"strconv"
	"strings"

	"zhize/internal/platform/fault"
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

// Text is the name of the business.
func (b Business) Text() string {
	switch b {
	case Production:
		return "生产"
	case Wholesale:
		return "批发"
	case Retail:
		return "零售"
	}
	return string(b)
}

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

// Text is the name of the grade, as in "B级".
func (g SizeGrade) Text() string {
	if g == Ungraded {
		return "未分级"
	}
	return string(g) + "级"
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
	Text     string
}

// Grade grades a unit by 附件1. Headcount and revenue are alternatives, and a
// unit that meets several standards takes the highest (说明3): so it does among
// its businesses. If only one of the two is known, that one grades and the text
// says so; if neither is known for any business, the unit is ungraded.
func Grade(measures []Measure) Grading {
	var top Grading
	var texts []string
	for _, m := range measures {
		g := gradeOne(m)
		texts = append(texts, g.Text)
		if g.Grade.above(top.Grade) {
			top = g
		}
	}
	if len(texts) == 0 {
		texts = append(texts, "未填生产、批发或零售，暂不分级")
	}
	if len(texts) > 1 && top.Grade != Ungraded {
		texts = append(texts, fmt.Sprintf("多种业务按较高者，以%s定为%s", top.Business.Text(), top.Grade.Text()))
	}
	top.Text = strings.Join(texts, "。")
	return top
}

// gradeOne grades one business.
func gradeOne(m Measure) Grading {
	rows, ok := thresholds[m.Business]
	if !ok {
		return Grading{Text: fmt.Sprintf("业务“%s”不在划分标准内，暂不分级", m.Business)}
	}
	x, y := "从业人员数未知", "营业收入未知"
	byX, byY := Ungraded, Ungraded
	if m.Headcount != nil {
		x = fmt.Sprintf("从业人员%d人", *m.Headcount)
		byX = gradeBy(rows, func(t threshold) bool { return *m.Headcount >= t.headcount })
	}
	if m.Revenue != nil {
		y = fmt.Sprintf("营业收入%s万元", m.Revenue.Wan())
		byY = gradeBy(rows, func(t threshold) bool { return *m.Revenue >= t.revenue })
	}
	head := fmt.Sprintf("%s：%s、%s；", m.Business.Text(), x, y)
	whyX := func() string {
		return fmt.Sprintf("%d人%s", *m.Headcount, standard(m.Business, byX, people(rows, byX)))
	}
	whyY := func() string {
		return fmt.Sprintf("%s万元%s", m.Revenue.Wan(), standard(m.Business, byY, money(rows, byY)))
	}
	switch {
	case byX == Ungraded && byY == Ungraded:
		return Grading{Text: head + "暂不分级"}
	case byY == Ungraded:
		return Grading{byX, m.Business, head + whyX() + "，仅按从业人员定为" + byX.Text() + "，补填营业收入后可能升高"}
	case byX == Ungraded:
		return Grading{byY, m.Business, head + whyY() + "，仅按营业收入定为" + byY.Text() + "，补填从业人员数后可能升高"}
	case byX == byY:
		return Grading{byX, m.Business, head + whyX() + "，" + whyY() + "，定为" + byX.Text()}
	case byX.above(byY):
		return Grading{byX, m.Business, head + whyX() + "，按较高者定为" + byX.Text()}
	default:
		return Grading{byY, m.Business, head + whyY() + "，按较高者定为" + byY.Text()}
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

var sizes = map[SizeGrade]string{GradeA: "大型", GradeB: "中型", GradeC: "小型", GradeD: "微型"}

// standard says which standard a size reaches, as "达到中型零售单位标准（…）".
func standard(b Business, g SizeGrade, limits string) string {
	verb := "达到"
	if g == GradeD {
		verb = "属于"
	}
	return fmt.Sprintf("%s%s%s单位标准（%s）", verb, sizes[g], b.Text(), limits)
}

// people and money write the limits of a grade as 附件1 prints them.
func people(rows []threshold, g SizeGrade) string {
	return limits(rows, g, "X", func(t threshold) string { return strconv.Itoa(t.headcount) + "人" })
}

func money(rows []threshold, g SizeGrade) string {
	return limits(rows, g, "Y", func(t threshold) string { return t.revenue.Wan() + "万元" })
}

func limits(rows []threshold, g SizeGrade, letter string, write func(threshold) string) string {
	for n, t := range rows {
		switch {
		case t.grade != g:
		case n == 0:
			return letter + "≥" + write(t)
		default:
			return write(t) + "≤" + letter + "＜" + write(rows[n-1])
		}
	}
	return letter + "＜" + write(rows[len(rows)-1])
}
