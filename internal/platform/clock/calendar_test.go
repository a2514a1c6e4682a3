package clock

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is a calendar of two years with a few of their named days.
func sample() *Calendar {
	return NewCalendar([]CalendarDay{
		{Date: "2025-01-01", Kind: Off, Name: "元旦"},
		{Date: "2025-09-28", Kind: Work, Name: "国庆节、中秋节"},
		{Date: "2025-10-01", Kind: Off, Name: "国庆节、中秋节"},
		{Date: "2025-10-02", Kind: Off, Name: "国庆节、中秋节"},
		{Date: "2025-10-03", Kind: Off, Name: "国庆节、中秋节"},
		{Date: "2026-01-01", Kind: Off, Name: "元旦"},
		{Date: "2026-01-02", Kind: Off, Name: "元旦"},
		{Date: "2026-01-03", Kind: Off, Name: "元旦"},
		{Date: "2026-01-04", Kind: Work, Name: "元旦"},
		{Date: "2024-12-31", Kind: Off, Name: "元旦"},
	})
}

func TestIsWorkday(t *testing.T) {
	t.Parallel()
	c := sample()
	for _, tt := range []struct {
		name          string
		day           Day
		work, holiday bool
	}{
		{"an ordinary Wednesday works", "2025-03-05", true, false},
		{"an ordinary Saturday rests and is no holiday", "2025-03-08", false, false},
		{"a Sunday named work works", "2025-09-28", true, false},
		{"a weekday named off rests", "2025-10-02", false, true},
		{"a Saturday named off is a holiday", "2026-01-03", false, true},
		{"the make-up Sunday after New Year works", "2026-01-04", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			work, err := c.IsWorkday(tt.day)
			if err != nil || work != tt.work {
				t.Errorf("IsWorkday(%s) = %t, %v, want %t", tt.day, work, err, tt.work)
			}
			holiday, err := c.IsHoliday(tt.day)
			if err != nil || holiday != tt.holiday {
				t.Errorf("IsHoliday(%s) = %t, %v, want %t", tt.day, holiday, err, tt.holiday)
			}
		})
	}
}

func TestUnknownYearIsAnError(t *testing.T) {
	t.Parallel()
	c := sample()
	if diff := cmp.Diff([]int{2025, 2026}, c.Years()); diff != "" {
		t.Errorf("Years (-want +got):\n%s", diff)
	}
	if c.Knows(2024) {
		t.Error("a December day in the next year's notice made its year known")
	}
	for _, d := range []Day{"2024-12-31", "2027-01-04"} {
		if _, err := c.IsWorkday(d); !errors.Is(err, ErrYearUnknown) {
			t.Errorf("IsWorkday(%s): %v, want ErrYearUnknown", d, err)
		}
		if _, err := c.IsHoliday(d); !errors.Is(err, ErrYearUnknown) {
			t.Errorf("IsHoliday(%s): %v, want ErrYearUnknown", d, err)
		}
	}
	if got, err := c.AddWorkdays("2026-12-30", 1); err != nil || got != "2026-12-31" {
		t.Errorf("the last workday of the last year: %s, %v", got, err)
	}
	for _, n := range []int{2, 5} {
		if _, err := c.AddWorkdays("2026-12-30", n); !errors.Is(err, ErrYearUnknown) {
			t.Errorf("AddWorkdays(%d) over the end: %v, want ErrYearUnknown", n, err)
		}
	}
	if _, err := c.AddWorkdays("2025-01-02", -1); !errors.Is(err, ErrYearUnknown) {
		t.Errorf("AddWorkdays(-1) over the beginning: %v, want ErrYearUnknown", err)
	}
}

func TestAddWorkdays(t *testing.T) {
	t.Parallel()
	c := sample()
	for _, tt := range []struct {
		name string
		day  Day
		n    int
		want Day
	}{
		{"the day itself does not count", "2025-03-03", 5, "2025-03-10"},
		{"from a Saturday the Monday is the first", "2025-03-08", 1, "2025-03-10"},
		{"zero stays, even on a Saturday", "2025-03-08", 0, "2025-03-08"},
		{"over the year's end with days off and a make-up Sunday", "2025-12-31", 1, "2026-01-04"},
		{"backwards over the same", "2026-01-05", -2, "2025-12-31"},
		{"over a holiday", "2025-09-30", 1, "2025-10-06"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.AddWorkdays(tt.day, tt.n)
			if err != nil || got != tt.want {
				t.Errorf("AddWorkdays(%s, %d) = %s, %v, want %s", tt.day, tt.n, got, err, tt.want)
			}
		})
	}
}

func TestAddWorkdaysProperties(t *testing.T) {
	t.Parallel()
	c := sample()
	r := rand.New(rand.NewPCG(75, 76))
	add := func(d Day, n int) Day {
		t.Helper()
		got, err := c.AddWorkdays(d, n)
		if err != nil {
			t.Fatalf("AddWorkdays(%s, %d): %v", d, n, err)
		}
		return got
	}
	for range 2000 {
		d := Day("2025-06-01").Add(r.IntN(300))
		a, b := r.IntN(40), r.IntN(40)
		if r.IntN(2) == 0 {
			a, b = -a, -b
		}
		got, want := add(add(d, a), b), add(d, a+b)
		if got != want {
			t.Fatalf("%s plus %d plus %d workdays = %s, plus %d = %s", d, a, b, got, a+b, want)
		}
		if a+b == 0 {
			continue
		}
		if work, err := c.IsWorkday(want); err != nil || !work {
			t.Fatalf("AddWorkdays(%s, %d) = %s, which is no workday (%v)", d, a+b, want, err)
		}
		if n, err := c.Workdays(d, want); a+b > 0 && (err != nil || n != a+b) {
			t.Fatalf("Workdays(%s, %s) = %d, %v, want %d", d, want, n, err, a+b)
		}
	}
}

func TestWorkdays(t *testing.T) {
	t.Parallel()
	c := sample()
	for _, tt := range []struct {
		from, to Day
		want     int
	}{
		{"2025-03-03", "2025-03-03", 0},
		{"2025-03-03", "2025-03-04", 1},
		{"2025-03-04", "2025-03-03", -1},
		{"2025-03-07", "2025-03-09", 0},
		{"2025-03-10", "2025-03-07", -1},
	} {
		got, err := c.Workdays(tt.from, tt.to)
		if err != nil || got != tt.want {
			t.Errorf("Workdays(%s, %s) = %d, %v, want %d", tt.from, tt.to, got, err, tt.want)
		}
	}
}

func TestLaterEntryAmendsEarlier(t *testing.T) {
	t.Parallel()
	c := NewCalendar([]CalendarDay{
		{Date: "2026-01-01", Kind: Off, Name: "元旦"},
		{Date: "2026-01-04", Kind: Work, Name: "元旦"},
		{Date: "2026-01-04", Kind: Off, Name: "延长"},
	})
	if work, err := c.IsWorkday("2026-01-04"); err != nil || work {
		t.Errorf("IsWorkday = %t, %v, want the amended day off", work, err)
	}
	if n, ok := c.Named("2026-01-04"); !ok || n.Name != "延长" {
		t.Errorf("Named = %v, %t", n, ok)
	}
}
