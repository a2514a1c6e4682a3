package enterprise

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/reference"
)

// size makes a measure; a negative number is not known. The revenue is in 万元.
func size(b Business, headcount, wan int) Measure {
	m := Measure{Business: b}
	if headcount >= 0 {
		m.Headcount = &headcount
	}
	if wan >= 0 {
		y := Yuan(wan) * Wan
		m.Revenue = &y
	}
	return m
}

func TestGradeAtEveryBoundary(t *testing.T) {
	t.Parallel()
	// The numbers are those printed in 附件1: a grade begins at its number.
	for _, tt := range []struct {
		business Business
		people   [3]int // from which A, B, C begin
		wan      [3]int
	}{
		{Production, [3]int{1000, 300, 20}, [3]int{40000, 2000, 300}},
		{Wholesale, [3]int{200, 20, 5}, [3]int{40000, 5000, 1000}},
		{Retail, [3]int{300, 50, 10}, [3]int{20000, 500, 100}},
	} {
		grades := []SizeGrade{GradeA, GradeB, GradeC, GradeD}
		for n := range 3 {
			t.Run(fmt.Sprintf("%s begins %s at %d people or %d 万元", tt.business, grades[n], tt.people[n], tt.wan[n]), func(t *testing.T) {
				t.Parallel()
				at, below := Yuan(tt.wan[n])*Wan, Yuan(tt.wan[n])*Wan-1
				lowX, lowY := 0, Yuan(0)
				under := tt.people[n] - 1
				for _, c := range []struct {
					name string
					m    Measure
					want SizeGrade
				}{
					{"people at the limit", Measure{tt.business, &tt.people[n], &lowY}, grades[n]},
					{"people at the limit, revenue unknown", Measure{tt.business, &tt.people[n], nil}, grades[n]},
					{"people one below", Measure{tt.business, &under, &lowY}, grades[n+1]},
					{"people one below, revenue unknown", Measure{tt.business, &under, nil}, grades[n+1]},
					{"revenue at the limit", Measure{tt.business, &lowX, &at}, grades[n]},
					{"revenue at the limit, people unknown", Measure{tt.business, nil, &at}, grades[n]},
					{"revenue one yuan below", Measure{tt.business, &lowX, &below}, grades[n+1]},
					{"revenue one yuan below, people unknown", Measure{tt.business, nil, &below}, grades[n+1]},
					{"both one below", Measure{tt.business, &under, &below}, grades[n+1]},
				} {
					if got := Grade([]Measure{c.m}); got.Grade != c.want {
						t.Errorf("%s: %s, want %s (%s)", c.name, got.Grade, c.want, got.Why.Text)
					}
				}
			})
		}
	}
}

type explained struct {
	Grade    SizeGrade
	Business Business
	Why      string
}

func TestGradeExplainsItself(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name     string
		measures []Measure
		want     explained
	}{
		{
			"eight people with six million are a shop of grade B",
			[]Measure{size(Retail, 8, 600)},
			explained{GradeB, Retail, "零售：从业人员8人、营业收入600万元；600万元达到中型零售单位标准（500万元≤Y＜20000万元），按较高者定为B级"},
		},
		{
			"people can decide too",
			[]Measure{size(Production, 1000, 10)},
			explained{GradeA, Production, "生产：从业人员1000人、营业收入10万元；1000人达到大型生产单位标准（X≥1000人），按较高者定为A级"},
		},
		{
			"both may agree",
			[]Measure{size(Wholesale, 3, 20)},
			explained{GradeD, Wholesale, "批发：从业人员3人、营业收入20万元；3人属于微型批发单位标准（X＜5人），20万元属于微型批发单位标准（Y＜1000万元），定为D级"},
		},
		{
			"an unknown revenue is named",
			[]Measure{size(Retail, 12, -1)},
			explained{GradeC, Retail, "零售：从业人员12人、营业收入未知；12人达到小型零售单位标准（10人≤X＜50人），仅按从业人员定为C级，补填营业收入后可能升高"},
		},
		{
			"an unknown headcount is named",
			[]Measure{size(Retail, -1, 20)},
			explained{GradeD, Retail, "零售：从业人员数未知、营业收入20万元；20万元属于微型零售单位标准（Y＜100万元），仅按营业收入定为D级，补填从业人员数后可能升高"},
		},
		{
			"nothing known is no grade",
			[]Measure{size(Retail, -1, -1)},
			explained{Ungraded, "", "零售：从业人员数未知、营业收入未知；暂不分级"},
		},
		{
			"no business is no grade",
			nil,
			explained{Ungraded, "", "未填生产、批发或零售，暂不分级"},
		},
		{
			"the highest business decides",
			[]Measure{size(Production, 10, -1), size(Retail, 60, 1)},
			explained{
				GradeB, Retail,
				"生产：从业人员10人、营业收入未知；10人属于微型生产单位标准（X＜20人），仅按从业人员定为D级，补填营业收入后可能升高。" +
					"零售：从业人员60人、营业收入1万元；60人达到中型零售单位标准（50人≤X＜300人），按较高者定为B级。" +
					"多种业务按较高者，以零售定为B级",
			},
		},
		{
			"a business of unknown size does not hinder",
			[]Measure{size(Wholesale, -1, -1), size(Retail, 1, 1)},
			explained{
				GradeD, Retail,
				"批发：从业人员数未知、营业收入未知；暂不分级。" +
					"零售：从业人员1人、营业收入1万元；1人属于微型零售单位标准（X＜10人），1万元属于微型零售单位标准（Y＜100万元），定为D级。" +
					"多种业务按较高者，以零售定为D级",
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := Grade(tt.measures)
			if diff := cmp.Diff(tt.want, explained{got.Grade, got.Business, got.Why.Text}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// rank orders the grades, a higher one with a higher number.
var rank = map[SizeGrade]int{Ungraded: 0, GradeD: 1, GradeC: 2, GradeB: 3, GradeA: 4}

func TestGrowthNeverLowersTheGrade(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(75, 76))
	number := func(most int) int { return r.IntN(most+2) - 1 }
	for range 20000 {
		b := Businesses()[r.IntN(3)]
		x, y := number(1200), number(45000)
		moreX, moreY := x+r.IntN(400), y+r.IntN(9000)
		before, after := Grade([]Measure{size(b, x, y)}), Grade([]Measure{size(b, moreX, moreY)})
		if rank[after.Grade] < rank[before.Grade] {
			t.Fatalf("%s with %d people and %d 万元 is %s, with %d and %d %s", b, x, y, before.Grade, moreX, moreY, after.Grade)
		}
		other := size(Businesses()[r.IntN(3)], number(1200), number(45000))
		both := Grade([]Measure{size(b, x, y), other})
		want := max(rank[before.Grade], rank[Grade([]Measure{other}).Grade])
		if rank[both.Grade] != want {
			t.Fatalf("two businesses are graded %s, want the higher", both.Grade)
		}
	}
}

func TestMeasureCheck(t *testing.T) {
	t.Parallel()
	people, yuan := -1, Yuan(-1)
	if err := (Measure{Business: Retail, Headcount: &people}).Check(); !errors.Is(err, ErrHeadcountNegative) {
		t.Errorf("a negative headcount: %v", err)
	}
	if err := (Measure{Business: Retail, Revenue: &yuan}).Check(); !errors.Is(err, ErrRevenueMalformed) {
		t.Errorf("a negative revenue: %v", err)
	}
	if err := size(Retail, 0, 0).Check(); err != nil {
		t.Errorf("nobody and nothing: %v", err)
	}
	if err := (Measure{Business: Retail}).Check(); err != nil {
		t.Errorf("unknown: %v", err)
	}
}

func TestBusinessSide(t *testing.T) {
	t.Parallel()
	want := []reference.Side{reference.Production, reference.Sales, reference.Sales}
	for n, b := range Businesses() {
		if got := b.Side(); got != want[n] {
			t.Errorf("%s is on the side of %s, want %s", b, got, want[n])
		}
	}
}

func TestWan(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Yuan{
		"600": 6_000_000, "99.50": 995_000, "0.01": 100, "0": 0, " 1.5 ": 15_000, "0600": 6_000_000,
		"1000000000000": 10_000_000_000_000_000,
	} {
		if got, err := ParseWan(in); err != nil || got != want {
			t.Errorf("ParseWan(%q) = %d, %v, want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-1", "1.", ".5", "1.234", "1e3", "1,000", "六百", "1000000000001", "99999999999999", "1.2.3", "+1", "1.-1"} {
		if got, err := ParseWan(in); !errors.Is(err, ErrRevenueMalformed) {
			t.Errorf("ParseWan(%q) = %d, %v, want a refusal", in, got, err)
		}
	}
	for in, want := range map[Yuan]string{
		6_000_000: "600", 995_000: "99.5", 100: "0.01", 0: "0", 1: "0.0001", 9_999_999: "999.9999", -15_000: "-1.5", 100_000: "10",
	} {
		if got := in.Wan(); got != want {
			t.Errorf("Yuan(%d).Wan() = %s, want %s", in, got, want)
		}
	}
}
