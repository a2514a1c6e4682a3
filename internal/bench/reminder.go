package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zhize/internal/app"
	"zhize/internal/platform/clock"
)

// reminder measures the planning of one slot's digests: a person for each
// enterprise, of whom more than half have something to do.
func (b *bench) reminder(ctx context.Context) error {
	all, err := sizes("ZHIZE_BENCH_PEOPLE", "10000,100000")
	if err != nil {
		return err
	}
	for _, n := range all {
		if err := b.digests(ctx, n); err != nil {
			return fmt.Errorf("%d people: %w", n, err)
		}
	}
	return nil
}

func (b *bench) digests(ctx context.Context, n int) (err error) {
	w, err := b.build(ctx, n, 3)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.remove(ctx)) }()
	_, err = w.super.ExecContext(ctx, `INSERT INTO memberships (id, account_id, enterprise_id, owner_name, role, from_at)
		SELECT gen_random_uuid(), account_id, enterprise_id, '虚构', post, from_at FROM appointments WHERE ended_at IS NULL; ANALYZE memberships`)
	if err != nil {
		return fmt.Errorf("let people serve: %w", err)
	}
	cfg, err := w.site.Config()
	if err != nil {
		return err
	}
	c := clock.Real{}
	a, err := app.Open(ctx, cfg, clock.At(clock.DayOf(c.Now()).At(16*60)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	most, stop := peak(ctx)
	before := resident("self", "VmRSS")
	start := c.Now()
	if err := a.Reminders.Remind(ctx); err != nil {
		stop()
		return err
	}
	took := c.Now().Sub(start)
	stop()
	var told, twice int
	if err := w.super.QueryRowContext(ctx, "SELECT count(*), count(*) - count(DISTINCT account_id) FROM notices").Scan(&told, &twice); err != nil {
		return fmt.Errorf("count digests: %w", err)
	}
	if told < n/3 || twice != 0 {
		return fmt.Errorf("%d digests for %d people, %d twice", told, n, twice)
	}
	b.add(fmt.Sprintf("digests of one slot, %d people", n), fmt.Sprintf("**%.1f s**, %d digests, memory %d → %d MB at most", took.Seconds(), told, before, *most),
		"100,000 < 30 s", "planned from the obligations in batches, as the sweep role; inbox and the enterprises' log written")
	return nil
}

// peak watches the process's memory until it is told to stop.
func peak(ctx context.Context) (most *int, stop func()) {
	most = new(int)
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for {
			*most = max(*most, resident("self", "VmRSS"))
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return most, func() {
		cancel()
		<-ended
	}
}
