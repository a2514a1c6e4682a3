package obligation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

const (
	everyDay = 0b1111111
	monToFri = 0b0011111
	siteA    = id.ID("019ac000-0000-7000-8000-00000000000a")
	siteB    = id.ID("019ac000-0000-7000-8000-00000000000b")
	shiftA   = id.ID("019ac000-0000-7000-8000-0000000000a1")
	noticeA  = id.ID("019ac000-0000-7000-8000-0000000000e1")
)

func pattern(shifts ...obligation.Shift) *obligation.Pattern {
	return &obligation.Pattern{
		Since:      clock.Day("2020-01-01").Start(),
		Places:     map[id.ID]obligation.Place{siteA: {Opened: "2020-01-01"}, siteB: {Opened: "2020-01-01"}},
		Shifts:     shifts,
		Exceptions: map[obligation.SiteDay]bool{},
	}
}

func shift(weekdays int, rests bool) obligation.Shift {
	return obligation.Shift{ID: shiftA, Site: siteA, Starts: 480, Ends: 1080, Grace: 120, Weekdays: weekdays, RestOnHolidays: rests, From: "2020-01-01"}
}

func days(rows []obligation.Obligation) []clock.Day {
	var all []clock.Day
	for _, o := range rows {
		all = append(all, o.Day)
	}
	return all
}

func TestWindowMayPassMidnightAndTheYear(t *testing.T) {
	t.Parallel()
	night := obligation.Shift{Starts: 22 * 60, Ends: 30 * 60, Grace: 60}
	opens, due := night.Window("2026-12-31")
	if want := time.Date(2026, 12, 31, 21, 0, 0, 0, clock.Shanghai); !opens.Equal(want) {
		t.Errorf("opens %s, want %s", opens, want)
	}
	if want := time.Date(2027, 1, 1, 7, 0, 0, 0, clock.Shanghai); !due.Equal(want) {
		t.Errorf("due %s, want %s", due, want)
	}
}

func TestPatternDecidesTheDays(t *testing.T) {
	t.Parallel()
	c := reference.Calendar()
	for _, x := range []struct {
		name     string
		shift    obligation.Shift
		from, to clock.Day
		want     []clock.Day
	}{
		{"a shop works through National Day", shift(everyDay, false), "2026-09-30", "2026-10-02", []clock.Day{"2026-09-30", "2026-10-01", "2026-10-02"}},
		{"a factory rests on National Day and works on the make-up Saturday", shift(monToFri, true), "2026-09-30", "2026-10-11", []clock.Day{"2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"}},
		{"a factory works on the make-up Sunday", shift(monToFri, true), "2026-09-19", "2026-09-21", []clock.Day{"2026-09-20", "2026-09-21"}},
		{"without the holidays the weekday alone decides", shift(monToFri, false), "2026-10-01", "2026-10-10", []clock.Day{"2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09"}},
		{"a shift of some weekdays does not make up", shift(0b0010101, true), "2026-09-19", "2026-09-21", []clock.Day{"2026-09-21"}},
		{"a weekend shift rests on a holiday", shift(0b1100000, true), "2026-10-03", "2026-10-11", []clock.Day{"2026-10-10", "2026-10-11"}},
		{"a year without its notice goes by the weekday", shift(monToFri, true), "2026-12-31", "2027-01-04", []clock.Day{"2026-12-31", "2027-01-01", "2027-01-04"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			got := days(pattern(x.shift).Due(x.from, x.to, x.from.Start(), c))
			if diff := cmp.Diff(x.want, got); diff != "" {
				t.Errorf("days (-want +got):\n%s", diff)
			}
		})
	}
	if diff := cmp.Diff([]int{2027}, obligation.CalendarMissing("2026-12-31", "2027-01-01", c)); diff != "" {
		t.Errorf("missing years (-want +got):\n%s", diff)
	}
}

func TestExceptionsWinAndSuspensionsExcuse(t *testing.T) {
	t.Parallel()
	c := reference.Calendar()
	now := clock.Day("2026-11-20").At(600)

	t.Run("an exception wins over the weekday and the holiday", func(t *testing.T) {
		t.Parallel()
		p := pattern(shift(monToFri, true))
		p.Exceptions[obligation.SiteDay{Site: siteA, Day: "2026-10-01"}] = true
		p.Exceptions[obligation.SiteDay{Site: siteA, Day: "2026-09-30"}] = false
		p.Exceptions[obligation.SiteDay{Site: siteB, Day: "2026-10-02"}] = true
		if diff := cmp.Diff([]clock.Day{"2026-10-01"}, days(p.Due("2026-09-30", "2026-10-03", now, c))); diff != "" {
			t.Errorf("days (-want +got):\n%s", diff)
		}
	})

	t.Run("a suspension excuses its days at its site, an ended one until it ended", func(t *testing.T) {
		t.Parallel()
		p := pattern(shift(everyDay, false))
		p.Suspensions = []obligation.Suspension{{
			ID: noticeA, Site: siteA, Kind: obligation.ExcuseHoliday, From: "2026-11-21", Until: "2026-11-25",
			SignedAt: now, EndedAt: clock.Day("2026-11-23").At(600),
		}}
		var excused []clock.Day
		for _, o := range p.Due("2026-11-20", "2026-11-26", now, c) {
			if !o.Excused.IsZero() && o.ExcuseID == noticeA && o.Excuse == obligation.ExcuseHoliday {
				excused = append(excused, o.Day)
			}
		}
		if diff := cmp.Diff([]clock.Day{"2026-11-21", "2026-11-22"}, excused); diff != "" {
			t.Errorf("excused days (-want +got):\n%s", diff)
		}
	})

	t.Run("one that was signed after the check was over excuses nothing, nor one without a signature", func(t *testing.T) {
		t.Parallel()
		n := obligation.Suspension{From: "2026-11-20", Until: "2026-11-20"}
		due := clock.Day("2026-11-20").At(1200)
		if n.Excuses("2026-11-20", due) {
			t.Error("an unsigned notice excuses")
		}
		if n.SignedAt = due; n.Excuses("2026-11-20", due) {
			t.Error("a late signature excuses")
		}
		if n.SignedAt = due.Add(-1); !n.Excuses("2026-11-20", due) {
			t.Error("a signature in time does not excuse")
		}
	})

	t.Run("nobody in office owes nothing, and nobody owes what was over when he came", func(t *testing.T) {
		t.Parallel()
		p := pattern(shift(everyDay, false))
		p.Since = clock.Day("2026-11-20").At(1230)
		if diff := cmp.Diff([]clock.Day{"2026-11-21"}, days(p.Due("2026-11-20", "2026-11-21", now, c))); diff != "" {
			t.Errorf("days (-want +got):\n%s", diff)
		}
		p.Since = time.Time{}
		if got := p.Due("2026-11-20", "2026-11-21", now, c); len(got) != 0 {
			t.Errorf("%d checks without anybody in office", len(got))
		}
	})

	t.Run("a closed site owes nothing from the day it closed", func(t *testing.T) {
		t.Parallel()
		p := pattern(shift(everyDay, false))
		p.Places[siteA] = obligation.Place{Opened: "2026-11-19", Closed: "2026-11-21"}
		if diff := cmp.Diff([]clock.Day{"2026-11-19", "2026-11-20"}, days(p.Due("2026-11-18", "2026-11-23", now, c))); diff != "" {
			t.Errorf("days (-want +got):\n%s", diff)
		}
	})
}

func TestChangeTouchesOnlyWhatHasNotOpened(t *testing.T) {
	t.Parallel()
	c := reference.Calendar()
	now := clock.Day("2026-11-24").At(12 * 60)
	before := pattern(shift(everyDay, false))
	have := before.Due("2026-11-24", "2026-11-25", now, c)

	if add, drop := before.Change(have, "2026-11-24", "2026-11-25", now, c); len(add)+len(drop) != 0 {
		t.Errorf("repeated plan adds %v and drops %v", days(add), days(drop))
	}
	longer := shift(everyDay, false)
	longer.Ends = 1140
	add, drop := pattern(longer).Change(have, "2026-11-24", "2026-11-25", now, c)
	if diff := cmp.Diff([][]clock.Day{{"2026-11-25"}, {"2026-11-25"}}, [][]clock.Day{days(add), days(drop)}); diff != "" {
		t.Errorf("added and dropped (-want +got):\n%s", diff)
	}
	add, drop = pattern().Change(have, "2026-11-24", "2026-11-25", now, c)
	if diff := cmp.Diff([][]clock.Day{nil, {"2026-11-25"}}, [][]clock.Day{days(add), days(drop)}); diff != "" {
		t.Errorf("added and dropped without a pattern (-want +got):\n%s", diff)
	}
}
