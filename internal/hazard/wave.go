package hazard

import (
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

const (
	// waveOf is how many hazards are closed within waveSpan before it is said. It
	// judges nobody, is told to nobody but those who decide in the enterprise, and
	// is counted nowhere: who closes many at once may have a good reason, and looks
	// once more at what he closed.
	waveOf   = 5
	waveSpan = time.Minute
	// waveDays is how many days back the board tells of it.
	waveDays = 14
)

// Waves tells when many hazards were closed at once on the days, the oldest first.
func (s *Service) Waves(tx *db.Tx, from, to clock.Day) ([]api.ClosingWave, error) {
	closed, err := closings(tx, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	return waves(closed), nil
}

// waves finds where closings, in the order of time, crowd.
func waves(closed []time.Time) []api.ClosingWave {
	found := []api.ClosingWave{}
	for first := 0; first < len(closed); {
		next := first + 1
		for next < len(closed) && closed[next].Sub(closed[first]) < waveSpan {
			next++
		}
		if next-first < waveOf {
			first++
			continue
		}
		found = append(found, api.ClosingWave{From: closed[first].UTC(), Until: closed[next-1].UTC(), Count: next - first})
		first = next
	}
	return found
}
