package clock

import (
	"sync"
	"time"
	_ "time/tzdata" // the container has no zoneinfo
)

// Shanghai is the zone of every business day.
var Shanghai = mustLoad("Asia/Shanghai")

func mustLoad(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return l
}

// Clock tells the instant: UTC, in whole microseconds.
type Clock interface {
	Now() time.Time
}

// Real is the clock of the machine.
type Real struct{}

// Now returns the machine's instant.
func (Real) Now() time.Time { return Cut(time.Now()) }

// Cut brings an instant into the form in which it is stored.
func Cut(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// Set is a clock that stands where it was put, for tests and for building the
// demo.
type Set struct {
	mu sync.Mutex
	at time.Time
}

// At makes a clock that stands at the instant.
func At(t time.Time) *Set { return &Set{at: Cut(t)} }

// Now returns the instant at which the clock stands.
func (s *Set) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.at
}

// Move puts the clock at another instant.
func (s *Set) Move(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at = Cut(t)
}

// Advance moves the clock on.
func (s *Set) Advance(d time.Duration) { s.Move(s.Now().Add(d)) }
