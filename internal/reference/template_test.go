package reference

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func codes(items []RiskItem, rhythm Rhythm) []string {
	var codes []string
	for _, i := range items {
		if i.Rhythm == rhythm {
			codes = append(codes, i.Code)
		}
	}
	return codes
}

func TestDailyListOfGradeD(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name       string
		sides      []Side
		categories []string
		want       []string
	}{
		{
			"a shop without a category of its own has the general items of every day, then of goods",
			[]Side{Sales},
			nil,
			[]string{"S006", "S007", "S013", "S014", "S016", "S018", "S019", "S022"},
		},
		{
			"an e-bike shop has what is looked at every day",
			[]Side{Sales},
			[]string{"电动自行车"},
			[]string{"S013", "S014", "S016", "S018", "S019", "S022", "S031", "S033"},
		},
		{
			"a category without an item of every day sends its first item of goods",
			[]Side{Sales},
			[]string{"小家电与移动电源"},
			[]string{"S006", "S013", "S014", "S016", "S018", "S019", "S022", "S060"},
		},
		{
			"a workshop that sells what it makes has items of both sides in turn",
			[]Side{Production, Sales},
			nil,
			[]string{"P011", "P012", "P014", "P015", "S013", "S014", "S016", "S018"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := codes(Template(tt.sides, tt.categories, "D"), RhythmDaily)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestGradeDIsNeverOverburdened(t *testing.T) {
	t.Parallel()
	all := slices.Concat(Categories(Production), Categories(Sales))
	for _, sides := range [][]Side{{Production}, {Sales}, {Production, Sales}} {
		for _, a := range all {
			for _, b := range all {
				items := Template(sides, []string{a, b}, "D")
				daily := codes(items, RhythmDaily)
				if len(daily) < 4 || len(daily) > 8 {
					t.Errorf("%v with %s and %s: %d daily items, want 4 to 8", sides, a, b, len(daily))
				}
				for _, side := range sides {
					for _, c := range []string{a, b} {
						mine := func(i RiskItem) bool {
							return i.Side == side && i.Category == c && i.Rhythm == RhythmDaily
						}
						if slices.ContainsFunc(Items(side), mine) && !slices.ContainsFunc(items, mine) {
							t.Errorf("%v with %s and %s: nothing of %s on the side of %s", sides, a, b, c, side)
						}
					}
				}
				if diff := cmp.Diff(items, Template(sides, []string{b, a}, "D")); diff != "" {
					t.Errorf("%v: the order of %s and %s matters", sides, a, b)
				}
			}
		}
		if daily := codes(Template(sides, all, "D"), RhythmDaily); len(daily) != 8 {
			t.Errorf("%v with every category: %d daily items, want 8", sides, len(daily))
		}
	}
}

func TestOtherGradesGetEverything(t *testing.T) {
	t.Parallel()
	want := len(Items(Sales)) - 35 + 6 // general items and those of gas
	for _, grade := range []string{"A", "B", "C", "", "unknown"} {
		items := Template([]Side{Sales}, []string{"燃气具及配件"}, grade)
		if got := len(items); got != want {
			t.Errorf("grade %q: %d items, want %d", grade, got, want)
		}
		if !slices.IsSortedFunc(items, func(a, b RiskItem) int {
			if a.Code < b.Code {
				return -1
			}
			return 1
		}) {
			t.Errorf("grade %q: the items are not in the order of their codes", grade)
		}
	}
	d := Template([]Side{Sales}, []string{"燃气具及配件"}, "D")
	full := Template([]Side{Sales}, []string{"燃气具及配件"}, "C")
	for _, r := range []Rhythm{RhythmWeekly, RhythmMonthly} {
		if diff := cmp.Diff(codes(full, r), codes(d, r)); diff != "" {
			t.Errorf("grade D differs beyond its daily items (-full +D):\n%s", diff)
		}
	}
}

func TestUnknownCategoryAddsNothing(t *testing.T) {
	t.Parallel()
	if got := Template([]Side{Sales}, []string{"飞艇"}, "C"); len(got) != 29 {
		t.Errorf("%d items, want the 29 general ones", len(got))
	}
	if got := Template(nil, []string{"电动自行车"}, "D"); len(got) != 0 {
		t.Errorf("%d items for a unit without a side, want none", len(got))
	}
}
