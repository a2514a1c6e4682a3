package hazard

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
)

func TestWaves(t *testing.T) {
	t.Parallel()
	noon := time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)
	at := func(seconds ...int) (all []time.Time) {
		for _, s := range seconds {
			all = append(all, noon.Add(time.Duration(s)*time.Second))
		}
		return all
	}
	wave := func(from, until, count int) api.ClosingWave {
		return api.ClosingWave{From: at(from)[0], Until: at(until)[0], Count: count}
	}
	for name, tt := range map[string]struct {
		closed []time.Time
		want   []api.ClosingWave
	}{
		"none":                             {nil, []api.ClosingWave{}},
		"four at once":                     {at(0, 0, 0, 0), []api.ClosingWave{}},
		"five at once":                     {at(0, 0, 0, 0, 0), []api.ClosingWave{wave(0, 0, 5)}},
		"five within a minute, after one":  {at(0, 90, 100, 110, 120, 149), []api.ClosingWave{wave(90, 149, 5)}},
		"the fifth a minute later":         {at(0, 1, 2, 3, 60), []api.ClosingWave{}},
		"a steady hand, one in half a min": {at(0, 30, 60, 90, 120, 150, 180), []api.ClosingWave{}},
		"two waves":                        {at(0, 1, 2, 3, 4, 300, 301, 302, 303, 304, 305), []api.ClosingWave{wave(0, 4, 5), wave(300, 305, 6)}},
	} {
		if diff := cmp.Diff(tt.want, waves(tt.closed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
