package appointment

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
)

// usualPage is how many traces a page has unless said otherwise.
const usualPage = 50

// spot is the place of a trace in a file: how many of the same day and instant
// stand up to it.
type spot struct {
	day clock.Day
	at  time.Time
	n   int
}

func (p spot) String() string { return fmt.Sprintf("%s_%d_%d", p.day, p.at.UnixMicro(), p.n) }

func parseSpot(s string) (p spot, err error) {
	parts := strings.Split(s, "_")
	if len(parts) != 3 {
		return p, ErrFilePage
	}
	if p.day, err = clock.ParseDay(parts[0]); err != nil {
		return p, ErrFilePage.Because(err)
	}
	micro, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return p, ErrFilePage.Because(err)
	}
	p.at = time.UnixMicro(micro)
	if p.n, err = strconv.Atoi(parts[2]); err != nil {
		return p, ErrFilePage.Because(err)
	}
	return p, nil
}

// turn leaves of the traces those of the page that is asked for. What is written
// meanwhile is newer and shifts nothing.
func turn(f *api.PersonFile, p api.FilePage) error {
	if p.Deed != "" {
		f.Traces = slices.DeleteFunc(f.Traces, func(t api.Trace) bool { return t.Deed != p.Deed })
	}
	first, limit := 0, p.Limit
	if limit < 1 {
		limit = usualPage
	}
	if p.After != "" {
		after, err := parseSpot(p.After)
		if err != nil {
			return err
		}
		for same := 0; first < len(f.Traces); first++ {
			day, at := clock.Day(f.Traces[first].Day), f.Traces[first].At
			if day == after.day && at.UnixMicro() == after.at.UnixMicro() {
				same++
			}
			if day.Before(after.day) || day == after.day && at.UnixMicro() < after.at.UnixMicro() || same > after.n {
				break
			}
		}
	}
	last := min(first+limit, len(f.Traces))
	if last < len(f.Traces) {
		f.Next = spotOf(f.Traces, last-1).String()
	}
	f.Traces = f.Traces[first:last]
	return nil
}

func spotOf(traces []api.Trace, i int) spot {
	p := spot{day: clock.Day(traces[i].Day), at: traces[i].At}
	for ; i >= 0 && traces[i].Day == string(p.day) && traces[i].At.UnixMicro() == p.at.UnixMicro(); i-- {
		p.n++
	}
	return p
}
