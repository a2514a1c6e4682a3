package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/rig"
)

// clients is the number of connections of every load.
const clients = 8

// result is what a run of load gave.
type result struct {
	perSecond float64
	done      int
	took      []time.Duration
}

// closed asks on so many connections without pause for the time, numbering the
// requests, and fails at the first answer that is none.
func closed(ctx context.Context, length time.Duration, ask func(ctx context.Context, n int) error) (result, error) {
	c := clock.Real{}
	began := c.Now()
	var next atomic.Int64
	var all sync.WaitGroup
	took := make([][]time.Duration, clients)
	errs := make([]error, clients)
	for i := range clients {
		all.Go(func() {
			for c.Now().Sub(began) < length && ctx.Err() == nil {
				start := c.Now()
				if errs[i] = ask(ctx, int(next.Add(1)-1)); errs[i] != nil {
					return
				}
				took[i] = append(took[i], c.Now().Sub(start))
			}
		})
	}
	all.Wait()
	lasted := c.Now().Sub(began)
	var r result
	for i := range clients {
		if errs[i] != nil {
			return result{}, errs[i]
		}
		r.took = append(r.took, took[i]...)
	}
	r.done = len(r.took)
	r.perSecond = float64(r.done) / lasted.Seconds()
	return r, nil
}

// refused reports an answer that is no success.
func refused(a rig.Answer, err error) error {
	if err != nil {
		return err
	}
	if a.Status != 200 {
		return fmt.Errorf("answer %d: %s", a.Status, a.Body)
	}
	return nil
}
