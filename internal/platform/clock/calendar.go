package clock

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// ErrYearUnknown says that the notice of a year's days off has not been
// loaded, so that nobody can say which of its days are workdays.
var ErrYearUnknown = errors.New("the days off of the year are not loaded")

// CalendarKind says what a notice makes of a day.
type CalendarKind string

// The kinds of days that a notice names.
const (
	Off  CalendarKind = "off"  // 放假
	Work CalendarKind = "work" // 调休上班 on a Saturday or Sunday
)

// CalendarDay is one day named by the yearly notice of the State Council on
// days off (部分节假日安排的通知).
type CalendarDay struct {
	Date   Day          `json:"date"`
	Kind   CalendarKind `json:"kind"`
	Name   string       `json:"name"`
	Source string       `json:"source,omitempty"`
}

// Calendar tells statutory workdays (工作日). Only deadlines that are stated in
// workdays use it: the daily duties follow the working pattern of the site.
// It does not change once it is made.
type Calendar struct {
	named map[Day]CalendarDay
	years map[int]bool
}

// NewCalendar makes a calendar of the days that the notices name. A year is
// known once its 1 January is named off, which every notice does; days of a
// December that the next year's notice names do not make their year known. Of
// two entries for one day the later one counts: a notice can be amended.
func NewCalendar(days []CalendarDay) *Calendar {
	c := &Calendar{
		named: make(map[Day]CalendarDay, len(days)),
		years: make(map[int]bool),
	}
	for _, d := range days {
		c.named[d.Date] = d
	}
	for day, d := range c.named {
		if d.Kind == Off && day[len("2006"):] == "-01-01" {
			c.years[day.Year()] = true
		}
	}
	return c
}

// Years returns the known years in order.
func (c *Calendar) Years() []int {
	years := make([]int, 0, len(c.years))
	for y := range c.years {
		years = append(years, y)
	}
	slices.Sort(years)
	return years
}

// Knows reports whether the notice of the year has been loaded.
func (c *Calendar) Knows(year int) bool { return c.years[year] }

// Named returns what a notice says about the day, if it names it.
func (c *Calendar) Named(d Day) (CalendarDay, bool) {
	n, ok := c.named[d]
	return n, ok
}

// IsWorkday reports whether the day is a statutory workday: Monday to Friday
// unless named off, and those days of the weekend that are named work.
func (c *Calendar) IsWorkday(d Day) (bool, error) {
	if !c.years[d.Year()] {
		return false, fmt.Errorf("%d: %w", d.Year(), ErrYearUnknown)
	}
	if n, ok := c.named[d]; ok {
		return n.Kind == Work, nil
	}
	wd := d.Weekday()
	return wd != time.Saturday && wd != time.Sunday, nil
}

// IsHoliday reports whether a notice names the day off. An ordinary weekend is
// not a holiday.
func (c *Calendar) IsHoliday(d Day) (bool, error) {
	if !c.years[d.Year()] {
		return false, fmt.Errorf("%d: %w", d.Year(), ErrYearUnknown)
	}
	return c.named[d].Kind == Off, nil
}

// AddWorkdays returns the n-th workday after the day, or before it for a
// negative n; the day itself does not count, as in 5个工作日内. Zero returns the
// day itself, workday or not. A step into a year that is not known is an
// error that wraps ErrYearUnknown.
func (c *Calendar) AddWorkdays(d Day, n int) (Day, error) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.Add(step)
		work, err := c.IsWorkday(d)
		if err != nil {
			return "", err
		}
		if work {
			n--
		}
	}
	return d, nil
}

// Workdays counts the workdays after from up to and including to; it is
// negative if to comes before from. For a workday to it undoes AddWorkdays.
func (c *Calendar) Workdays(from, to Day) (int, error) {
	if to.Before(from) {
		n, err := c.Workdays(to.Add(-1), from.Add(-1))
		return -n, err
	}
	n := 0
	for d := from.Add(1); !d.After(to); d = d.Add(1) {
		work, err := c.IsWorkday(d)
		if err != nil {
			return 0, err
		}
		if work {
			n++
		}
	}
	return n, nil
}
