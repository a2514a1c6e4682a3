package reference

import (
	"cmp"
	"slices"
)

// Template returns the items with which a unit starts its list: the general
// ones of its sides and those of its product categories, in the order of their
// codes. A category that a side does not know adds nothing there.
//
// A unit of grade D gets at most eight daily items (RhythmDaily); its weekly
// and monthly items are not cut. The eight are chosen so:
//
//  1. From each product category of each side one item, production before
//     sales, categories in the order of the library.
//  2. Then the rest, from general items and categories alike: first 每日, then
//     每班, then 每批; within a frequency the sides take turns, each in the order
//     of its codes.
//
// Within a category, too, 每日 comes before 每班 before 每批, then the code. Every
// other grade, and a unit that is not graded, gets the whole daily set.
func Template(sides []Side, categories []string, sizeGrade string) []RiskItem {
	var items []RiskItem
	for _, i := range risks.Items {
		if slices.Contains(sides, i.Side) && (i.Category == General || slices.Contains(categories, i.Category)) {
			items = append(items, i)
		}
	}
	if sizeGrade != "D" {
		return items
	}
	keep := chooseDaily(items, Advice(sizeGrade).DailyMax)
	return slices.DeleteFunc(items, func(i RiskItem) bool {
		return i.Rhythm == RhythmDaily && !keep[i.Code]
	})
}

var urgency = map[Frequency]int{Daily: 0, Shift: 1, Batch: 2}

// chooseDaily returns the codes of at most so many daily items, by the rule
// that Template states.
func chooseDaily(items []RiskItem, most int) map[string]bool {
	type turn struct {
		side    Side
		urgency int
	}
	type candidate struct {
		RiskItem
		turn int // its place among the items of its side and frequency
	}
	turns := make(map[turn]int)
	var daily []candidate
	for _, i := range items {
		if i.Rhythm != RhythmDaily {
			continue
		}
		t := turn{i.Side, urgency[i.Primary]}
		daily = append(daily, candidate{i, turns[t]})
		turns[t]++
	}
	slices.SortStableFunc(daily, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(urgency[a.Primary], urgency[b.Primary]),
			cmp.Compare(a.turn, b.turn),
			cmp.Compare(a.Code, b.Code),
		)
	})

	keep := make(map[string]bool, most)
	for _, side := range []Side{Production, Sales} {
		for _, category := range Categories(side) {
			n := slices.IndexFunc(daily, func(c candidate) bool { return c.Side == side && c.Category == category })
			if n >= 0 && len(keep) < most {
				keep[daily[n].Code] = true
			}
		}
	}
	for _, c := range daily {
		if len(keep) == most {
			break
		}
		keep[c.Code] = true
	}
	return keep
}
