package clock

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Day is a day in Shanghai, without an hour, as text "2026-11-24". Its order
// as text is its order in time.
type Day string

const dayForm = "2006-01-02"

// DayOf returns the Shanghai day on which the instant lies.
func DayOf(t time.Time) Day { return Day(t.In(Shanghai).Format(dayForm)) }

// ParseDay reads "2026-11-24" and refuses every other form and days that do
// not exist.
func ParseDay(s string) (Day, error) {
	t, err := time.ParseInLocation(dayForm, s, Shanghai)
	if err != nil || t.Format(dayForm) != s {
		return "", fmt.Errorf("%q is not a day", s)
	}
	return Day(s), nil
}

// Start returns the instant at which the day begins in Shanghai.
func (d Day) Start() time.Time {
	t, err := time.ParseInLocation(dayForm, string(d), Shanghai)
	if err != nil {
		panic(fmt.Errorf("malformed day: %w", err))
	}
	return t.UTC()
}

// At returns the instant so many minutes after the day's start; more than
// 1,440 reaches into the next day, as night shifts do.
func (d Day) At(minutes int) time.Time {
	return d.Start().Add(time.Duration(minutes) * time.Minute)
}

// Add returns the day n days later, or earlier for a negative n.
func (d Day) Add(n int) Day {
	return Day(d.Start().In(Shanghai).AddDate(0, 0, n).Format(dayForm))
}

// Sub returns the number of days from e to d.
func (d Day) Sub(e Day) int { return int(d.Start().Sub(e.Start()) / (24 * time.Hour)) }

// After reports whether d comes after e.
func (d Day) After(e Day) bool { return d > e }

// Before reports whether d comes before e.
func (d Day) Before(e Day) bool { return d < e }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Start().In(Shanghai).Weekday() }

// Year returns the calendar year.
func (d Day) Year() int { return d.Start().In(Shanghai).Year() }

// Month returns the month of the day, as "2026-11".
func (d Day) Month() Month { return Month(d[:7]) }

// Scan reads a day that the database holds as text or as a date.
func (d *Day) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = ""
	case string:
		*d = Day(v[:min(len(v), len(dayForm))])
	case []byte:
		*d = Day(v[:min(len(v), len(dayForm))])
	case time.Time:
		*d = Day(v.Format(dayForm))
	default:
		return fmt.Errorf("scan day from %T", src)
	}
	return nil
}

// Value writes the day as text; the empty day is NULL.
func (d Day) Value() (driver.Value, error) {
	if d == "" {
		return nil, nil
	}
	return string(d), nil
}

// Month is a month in Shanghai, as text "2026-11".
type Month string

// ParseMonth reads "2026-11".
func ParseMonth(s string) (Month, error) {
	t, err := time.ParseInLocation("2006-01", s, Shanghai)
	if err != nil || t.Format("2006-01") != s {
		return "", fmt.Errorf("%q is not a month", s)
	}
	return Month(s), nil
}

// First returns the first day of the month.
func (m Month) First() Day { return Day(string(m) + "-01") }

// Last returns the last day of the month.
func (m Month) Last() Day { return m.Add(1).First().Add(-1) }

// Add returns the month n months later.
func (m Month) Add(n int) Month {
	return DayOf(m.First().Start().In(Shanghai).AddDate(0, n, 0)).Month()
}

// Days returns the days of the month in order.
func (m Month) Days() []Day {
	var days []Day
	for d := m.First(); d.Month() == m; d = d.Add(1) {
		days = append(days, d)
	}
	return days
}
