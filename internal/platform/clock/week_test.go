package clock

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWeekOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		day  Day
		want Week
	}{
		{"an ordinary Monday", "2026-11-23", "2026-W48"},
		{"an ordinary Sunday", "2026-11-29", "2026-W48"},
		{"the year's last Thursday makes a 53rd week", "2026-12-31", "2026-W53"},
		{"New Year's Day can lie in the old year's week", "2027-01-01", "2026-W53"},
		{"the Sunday after New Year too", "2027-01-03", "2026-W53"},
		{"the first Monday begins the new year", "2027-01-04", "2027-W01"},
		{"the end of December can lie in the new year's week", "2024-12-30", "2025-W01"},
		{"the Sunday before does not", "2024-12-29", "2024-W52"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := WeekOf(tt.day); got != tt.want {
				t.Errorf("WeekOf(%s) = %s, want %s", tt.day, got, tt.want)
			}
		})
	}
}

func TestParseWeek(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2026-W01", "2026-W53", "2025-W52", "2020-W53"} {
		if got, err := ParseWeek(s); err != nil || string(got) != s {
			t.Errorf("ParseWeek(%q) = %q, %v", s, got, err)
		}
	}
	for _, s := range []string{
		"", "2026", "2026-W", "2026-W1", "2026-W00", "2026-W54", "2025-W53", "2026-w12",
		"2026W12", "2026-W+1", "2026- W1", "26-W012", "2026-W12 ", "-026-W12", "2026-W1x", "0000-W01",
	} {
		if got, err := ParseWeek(s); err == nil {
			t.Errorf("ParseWeek(%q) = %q, want an error", s, got)
		}
	}
}

func TestWeekBounds(t *testing.T) {
	t.Parallel()
	w := Week("2026-W53")
	if got, want := w.First(), Day("2026-12-28"); got != want {
		t.Errorf("First = %s, want %s", got, want)
	}
	if got, want := w.Last(), Day("2027-01-03"); got != want {
		t.Errorf("Last = %s, want %s", got, want)
	}
	if got, want := w.Year(), 2026; got != want {
		t.Errorf("Year = %d, want %d", got, want)
	}
	want := []Day{
		"2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03",
	}
	if diff := cmp.Diff(want, w.Days()); diff != "" {
		t.Errorf("Days (-want +got):\n%s", diff)
	}
	if got, want := w.Add(1), Week("2027-W01"); got != want {
		t.Errorf("Add(1) = %s, want %s", got, want)
	}
	if got, want := Week("2027-W01").Add(-1), w; got != want {
		t.Errorf("Add(-1) = %s, want %s", got, want)
	}
}

func TestEveryDayLiesInItsWeek(t *testing.T) {
	t.Parallel()
	last := Week("")
	for d := Day("2019-12-20"); d < "2033-01-20"; d = d.Add(1) {
		w := WeekOf(d)
		if d < w.First() || d > w.Last() {
			t.Fatalf("%s is outside %s (%s to %s)", d, w, w.First(), w.Last())
		}
		if w.First().Weekday() != time.Monday {
			t.Fatalf("%s begins on a %s", w, w.First().Weekday())
		}
		if parsed, err := ParseWeek(string(w)); err != nil || parsed != w {
			t.Fatalf("ParseWeek(%s) = %s, %v", w, parsed, err)
		}
		if w < last {
			t.Fatalf("%s comes after %s", last, w)
		}
		if last != "" && w != last && last.Add(1) != w {
			t.Fatalf("%s.Add(1) = %s, want %s", last, last.Add(1), w)
		}
		last = w
	}
}

func TestWeekInWords(t *testing.T) {
	t.Parallel()
	for week, want := range map[Week]string{
		"2026-W40": "2026年第40周（9月28日—10月4日）",
		"2026-W01": "2026年第1周（2025年12月29日—1月4日）",
		"2026-W53": "2026年第53周（12月28日—2027年1月3日）",
		"2027-W01": "2027年第1周（1月4日—1月10日）",
	} {
		if got := week.Words(); got != want {
			t.Errorf("%s is %s, want %s", week, got, want)
		}
	}
}
