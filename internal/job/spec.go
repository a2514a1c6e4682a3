package job

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"zhize/internal/platform/clock"
)

// ErrSpec refuses a schedule.
var ErrSpec = errors.New("bad schedule")

// Schedule tells the instants at which a bell is due, in Shanghai's time.
type Schedule struct{ cron cron.Schedule }

// ParseSchedule reads five fields: minute, hour, day, month, weekday. It
// refuses what the parser would take and we could not honour: zones (one of
// which makes the parser panic), intervals that depend on when the program
// started, and days that never come.
func ParseSchedule(spec string) (s Schedule, err error) {
	defer func() {
		if p := recover(); p != nil {
			s, err = Schedule{}, fmt.Errorf("%w %q: %v", ErrSpec, spec, p)
		}
	}()
	if len(spec) > 100 || strings.ContainsAny(spec, "=@\x00") {
		return Schedule{}, fmt.Errorf("%w %q: five fields are wanted", ErrSpec, spec)
	}
	parsed, err := cron.ParseStandard("CRON_TZ=Asia/Shanghai " + spec)
	if err != nil {
		return Schedule{}, fmt.Errorf("%w %q: %w", ErrSpec, spec, err)
	}
	s = Schedule{cron: parsed}
	if s.Next(clock.Day("2026-01-01").Start()).IsZero() {
		return Schedule{}, fmt.Errorf("%w %q: it is never due", ErrSpec, spec)
	}
	return s, nil
}

// Next returns the first due instant after t, or the zero time if there is
// none in the next five years.
func (s Schedule) Next(t time.Time) time.Time {
	next := s.cron.Next(t.In(clock.Shanghai))
	if next.IsZero() {
		return next
	}
	return clock.Cut(next)
}

// Between lists the due instants after the first and up to the second.
func (s Schedule) Between(after, upTo time.Time) []time.Time {
	var due []time.Time
	for next := s.Next(after); !next.IsZero() && !next.After(upTo); next = s.Next(next) {
		due = append(due, next)
	}
	return due
}
