package clock

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDayOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		at   time.Time
		want Day
	}{
		{"the last moment before midnight in Shanghai", time.Date(2026, 11, 23, 15, 59, 59, 999999999, time.UTC), "2026-11-23"},
		{"midnight in Shanghai", time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC), "2026-11-24"},
		{"another zone's afternoon", time.Date(2026, 12, 31, 20, 0, 0, 0, time.FixedZone("", -8*3600)), "2027-01-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := DayOf(tt.at); got != tt.want {
				t.Errorf("DayOf(%s) = %s, want %s", tt.at, got, tt.want)
			}
		})
	}
}

func TestParseDay(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2026-11-24", "2024-02-29", "1990-06-01"} {
		if got, err := ParseDay(s); err != nil || string(got) != s {
			t.Errorf("ParseDay(%q) = %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "2026-2-3", "2026-02-30", "2025-02-29", "20260203", "2026-02-03T00:00:00Z", " 2026-02-03", "2026/02/03"} {
		if got, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %q, want an error", s, got)
		}
	}
}

func TestDayArithmetic(t *testing.T) {
	t.Parallel()
	d := Day("2026-12-31")
	if got, want := d.Add(1), Day("2027-01-01"); got != want {
		t.Errorf("Add(1) = %s, want %s", got, want)
	}
	if got, want := Day("2024-03-01").Add(-1), Day("2024-02-29"); got != want {
		t.Errorf("Add(-1) = %s, want %s", got, want)
	}
	if got, want := Day("2027-01-01").Sub("2026-01-01"), 365; got != want {
		t.Errorf("Sub = %d, want %d", got, want)
	}
	if got, want := d.Weekday(), time.Thursday; got != want {
		t.Errorf("Weekday = %s, want %s", got, want)
	}
	if got, want := d.Year(), 2026; got != want {
		t.Errorf("Year = %d, want %d", got, want)
	}
	if got, want := d.Month(), Month("2026-12"); got != want {
		t.Errorf("Month = %s, want %s", got, want)
	}
	if !d.After("2026-12-30") || d.After(d) || !d.Before("2027-01-01") || d.Before(d) {
		t.Error("After and Before do not follow the order of the days")
	}
}

func TestDayAcrossSummerTime(t *testing.T) {
	t.Parallel()
	// Shanghai had summer time until 1991: a day of 23 hours must still count.
	first := Day("1991-01-01")
	for n, d := 0, first; d < "1992-01-01"; n, d = n+1, d.Add(1) {
		if got := first.Add(n); got != d {
			t.Fatalf("Add(%d) = %s, want %s", n, got, d)
		}
	}
}

func TestDayAt(t *testing.T) {
	t.Parallel()
	d := Day("2026-11-24")
	if got, want := d.Start(), time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC); !got.Equal(want) || got.Location() != time.UTC {
		t.Errorf("Start = %s, want %s", got, want)
	}
	if got, want := DayOf(d.At(26*60)), Day("2026-11-25"); got != want {
		t.Errorf("a shift that ends at 26:00 ends on %s, want %s", got, want)
	}
}

func TestDayScan(t *testing.T) {
	t.Parallel()
	for _, src := range []any{
		"2026-11-24", "2026-11-24T00:00:00Z", []byte("2026-11-24"),
		time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
	} {
		var d Day
		if err := d.Scan(src); err != nil || d != "2026-11-24" {
			t.Errorf("Scan(%v) = %q, %v", src, d, err)
		}
	}
	d := Day("2026-11-24")
	if err := d.Scan(nil); err != nil || d != "" {
		t.Errorf("Scan(nil) = %q, %v", d, err)
	}
	if err := d.Scan(7); err == nil {
		t.Error("Scan(7) must fail")
	}
	if v, err := Day("").Value(); v != nil || err != nil {
		t.Errorf("the empty day writes %v, %v, want NULL", v, err)
	}
	if v, err := Day("2026-11-24").Value(); v != "2026-11-24" || err != nil {
		t.Errorf("Value = %v, %v", v, err)
	}
}

func TestMonth(t *testing.T) {
	t.Parallel()
	if got, want := Month("2024-02").Last(), Day("2024-02-29"); got != want {
		t.Errorf("Last = %s, want %s", got, want)
	}
	if got, want := Month("2026-12").Add(1), Month("2027-01"); got != want {
		t.Errorf("Add(1) = %s, want %s", got, want)
	}
	if got, want := Month("2026-01").Add(-13), Month("2024-12"); got != want {
		t.Errorf("Add(-13) = %s, want %s", got, want)
	}
	days := Month("2026-11").Days()
	if diff := cmp.Diff([]any{30, Day("2026-11-01"), Day("2026-11-30")}, []any{len(days), days[0], days[len(days)-1]}); diff != "" {
		t.Errorf("Days (-want +got):\n%s", diff)
	}
	for _, s := range []string{"", "2026", "2026-13", "2026-1", "2026-11-01"} {
		if got, err := ParseMonth(s); err == nil {
			t.Errorf("ParseMonth(%q) = %q, want an error", s, got)
		}
	}
	if got, err := ParseMonth("2026-11"); err != nil || got != "2026-11" {
		t.Errorf("ParseMonth = %q, %v", got, err)
	}
}

func TestSet(t *testing.T) {
	t.Parallel()
	c := At(time.Date(2026, 11, 24, 8, 0, 0, 1999, Shanghai))
	if got, want := c.Now(), time.Date(2026, 11, 24, 0, 0, 0, 1000, time.UTC); !got.Equal(want) || got.Location() != time.UTC {
		t.Errorf("Now = %s, want %s in UTC and whole microseconds", got, want)
	}
	before := c.Now()
	c.Advance(90 * time.Minute)
	if got := c.Now().Sub(before); got != 90*time.Minute {
		t.Errorf("Advance moved %s", got)
	}
	c.Move(before)
	if got := c.Now(); !got.Equal(before) {
		t.Errorf("Move put the clock at %s, want %s", got, before)
	}
	if got := (Real{}).Now(); got.Location() != time.UTC || got.Nanosecond()%1000 != 0 {
		t.Errorf("the real clock says %s", got)
	}
}
