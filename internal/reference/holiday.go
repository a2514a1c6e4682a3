package reference

import (
	"slices"

	"zhize/internal/platform/clock"
)

// Notice is the State Council's yearly notice on days off
// (部分节假日安排的通知). Ordinary weekends that join a holiday are not listed.
type Notice struct {
	Year   int                 `json:"year"`
	Source string              `json:"source"`
	Days   []clock.CalendarDay `json:"days"`
}

var notices = withSource(decode[[]Notice]("holidays.json"))

func withSource(notices []Notice) []Notice {
	for _, n := range notices {
		for i := range n.Days {
			n.Days[i].Source = n.Source
		}
	}
	return notices
}

// Notices returns the notices that come with the program, oldest first.
func Notices() []Notice { return slices.Clone(notices) }

// Calendar returns the calendar of the embedded notices and of those that were
// imported since; an imported day overrides an embedded one.
func Calendar(imported ...Notice) *clock.Calendar {
	var days []clock.CalendarDay
	for _, n := range append(Notices(), imported...) {
		days = append(days, n.Days...)
	}
	return clock.NewCalendar(days)
}
