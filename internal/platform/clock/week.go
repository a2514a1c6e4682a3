package clock

import (
	"fmt"
	"strconv"
	"time"
)

// Week is an ISO 8601 week in Shanghai, Monday to Sunday, as text "2026-W53".
// It belongs to the year in which its Thursday lies, so that 2027-01-01 is in
// "2026-W53". Its order as text is its order in time.
type Week string

// WeekOf returns the week in which the day lies.
func WeekOf(d Day) Week {
	year, week := d.Start().In(Shanghai).ISOWeek()
	return Week(fmt.Sprintf("%04d-W%02d", year, week))
}

// ParseWeek reads "2026-W53" and refuses every other form and weeks that do
// not exist, such as the 53rd of a year with 52.
func ParseWeek(s string) (Week, error) {
	var year, week int
	if len(s) != len("2026-W53") {
		return "", fmt.Errorf("%q is not a week", s)
	}
	if _, err := fmt.Sscanf(s, "%4d-W%2d", &year, &week); err != nil {
		return "", fmt.Errorf("%q is not a week", s)
	}
	if year < 1 || week < 1 || week > 53 {
		return "", fmt.Errorf("%q is not a week", s)
	}
	if w := WeekOf(monday(year, week)); string(w) != s {
		return "", fmt.Errorf("%q is not a week", s)
	}
	return Week(s), nil
}

// monday returns the first day of the week. 4 January lies in the first week
// of every year.
func monday(year, week int) Day {
	d := Day(fmt.Sprintf("%04d-01-04", year))
	sinceMonday := (int(d.Weekday()) + 6) % 7
	return d.Add(7*(week-1) - sinceMonday)
}

// First returns the Monday of the week.
func (w Week) First() Day {
	var year, week int
	if _, err := fmt.Sscanf(string(w), "%4d-W%2d", &year, &week); err != nil {
		panic(fmt.Errorf("malformed week %q: %w", string(w), err))
	}
	return monday(year, week)
}

// Last returns the Sunday of the week.
func (w Week) Last() Day { return w.First().Add(6) }

// Add returns the week n weeks later, or earlier for a negative n.
func (w Week) Add(n int) Week { return WeekOf(w.First().Add(7 * n)) }

// Days returns the seven days of the week in order.
func (w Week) Days() []Day {
	days := make([]Day, 0, 7)
	first := w.First()
	for i := range 7 {
		days = append(days, first.Add(i))
	}
	return days
}

// Name is how people call the week: 2026年第40周.
func (w Week) Name() string {
	return fmt.Sprintf("%d年第%d周", w.Year(), w.Number())
}

// Number is its place in its year, from 1 to 53.
func (w Week) Number() int {
	n, _ := strconv.Atoi(string(w[len("2026-W"):])) // a week ends in its number
	return n
}

// Words is its name with its days: 2026年第40周（9月28日—10月4日）. At the year's
// edge the day of the other year says so: 2026年第53周（12月28日—2027年1月3日）.
func (w Week) Words() string {
	day := func(d Day) string {
		at := d.Start().In(Shanghai)
		if at.Year() != w.Year() {
			return at.Format("2006年1月2日")
		}
		return at.Format("1月2日")
	}
	return fmt.Sprintf("%s（%s—%s）", w.Name(), day(w.First()), day(w.Last()))
}

// Year returns the year to which the week belongs, which is that of its
// Thursday.
func (w Week) Year() int { return w.First().Add(int(time.Thursday - time.Monday)).Year() }
