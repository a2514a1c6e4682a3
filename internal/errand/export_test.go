package errand

import (
	"context"
	"time"
)

// For tests outside the package.
const (
	Lease    = lease
	Kept     = kept
	Attempts = attempts
	Waiting  = waiting
)

// Pause is how long to wait for the next attempt.
func Pause(attempt int) time.Duration { return pause * time.Duration(attempt) }

// Crash takes an errand as a worker does that dies at once.
func (s *Service) Crash(ctx context.Context) (bool, error) {
	_, won, err := s.claim(ctx)
	return won, err
}
