package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"zhize/internal/app"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/rig"
)

// area measures what an authority sees first, and one enterprise's page.
func (b *bench) area(ctx context.Context) error {
	all, err := sizes("ZHIZE_BENCH_SIZES", "1000,10000")
	if err != nil {
		return err
	}
	for _, n := range all {
		if err := b.district(ctx, n); err != nil {
			return fmt.Errorf("%d enterprises: %w", n, err)
		}
	}
	return nil
}

func (b *bench) district(ctx context.Context, n int) (err error) {
	c := clock.Real{}
	began := c.Now()
	w, err := b.build(ctx, n, 365)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.remove(ctx)) }()
	fmt.Fprintf(os.Stderr, "loaded %d enterprises and a year in %.0f s\n", n, c.Now().Sub(began).Seconds())
	p, err := w.site.Start(ctx, b.binary)
	if err != nil {
		return err
	}
	defer p.Stop()
	client := rig.NewClient(p.URL, 1)
	defer client.Close()
	token, err := client.Login(ctx, areaLogin, 0)
	if err != nil {
		return err
	}
	at := "/agencies/" + string(areaDistrict)
	get := func(path string) error { return refused(client.Get(ctx, at+path, token)) }
	if err := b.repeat(ctx, fmt.Sprintf("authority's overview, %d enterprises × 1 year", n), wanted, 100, func(int) error { return get("/overview") }); err != nil {
		return err
	}
	month := string(clock.DayOf(c.Now()).Add(-20).Month())
	page := func(i int) error {
		enterprise := fmt.Sprintf("01940002-0000-7000-8000-%012x", i*7919%n)
		if err := get("/enterprises/" + enterprise); err != nil {
			return err
		}
		return get("/enterprises/" + enterprise + "/daily?month=" + month)
	}
	return b.repeat(ctx, fmt.Sprintf("one enterprise's page and its month (2.1), %d enterprises × 1 year", n), wanted, 200, page)
}

// wanted is the bar of what an authority asks.
const wanted = "p95 < 100 ms"

// repeat asks one after the other, after a few that warm up.
func (b *bench) repeat(ctx context.Context, work, bar string, times int, ask func(int) error) error {
	const warm = 5
	c := clock.Real{}
	var took []time.Duration
	for i := range warm + times {
		start := c.Now()
		if err := ask(i); err != nil {
			return err
		}
		if i >= warm {
			took = append(took, c.Now().Sub(start))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	b.add(work, fmt.Sprintf("p50 %s, **p95 %s**", ms(at(took, 0.5)), ms(at(took, 0.95))), bar, fmt.Sprintf("%d one after the other, warm", times))
	return nil
}

// sweep measures the bell that makes the next day's obligations.
func (b *bench) sweep(ctx context.Context) error {
	all, err := sizes("ZHIZE_BENCH_SWEEP", "10000,100000")
	if err != nil {
		return err
	}
	for _, n := range all {
		if err := b.tomorrow(ctx, n); err != nil {
			return fmt.Errorf("%d enterprises: %w", n, err)
		}
	}
	return nil
}

func (b *bench) tomorrow(ctx context.Context, n int) (err error) {
	w, err := b.build(ctx, n, 3)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.remove(ctx)) }()
	cfg, err := w.site.Config()
	if err != nil {
		return err
	}
	today := clock.DayOf(clock.Real{}.Now())
	for _, one := range []struct {
		name, how string
		now       clock.Day
	}{
		{"first sweep", "two days, weeks and months of each, as an area that is loaded needs them once", today},
		{"day's sweep", "the day after tomorrow's obligations of all, in batches, as the sweep role", today.Add(1)},
	} {
		took, memory, err := swept(ctx, cfg, one.now)
		if err != nil {
			return err
		}
		var made int
		err = w.super.QueryRowContext(ctx, "SELECT count(*) FROM obligations WHERE kind = 'daily_check' AND period_start = $1", string(one.now.Add(1))).Scan(&made)
		if err != nil {
			return fmt.Errorf("count what the sweep made: %w", err)
		}
		if want := n - (n+49)/50; made != want { // one in fifty is out of scope
			return fmt.Errorf("the %s made %d rows, want %d", one.name, made, want)
		}
		b.add(fmt.Sprintf("%s, %d enterprises", one.name, n), fmt.Sprintf("**%.1f s**, memory %s", took.Seconds(), memory), "day's: 100,000 < 10 s", one.how)
	}
	return nil
}

// swept sweeps as the program does an hour after a day has begun.
func swept(ctx context.Context, cfg config.Config, day clock.Day) (took time.Duration, memory string, err error) {
	a, err := app.Open(ctx, cfg, clock.At(day.At(60)))
	if err != nil {
		return 0, "", err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	before := resident("self", "VmRSS")
	start := clock.Real{}.Now()
	if err := a.Obligations.Sweep(ctx); err != nil {
		return 0, "", err
	}
	return clock.Real{}.Now().Sub(start), fmt.Sprintf("%d → %d MB", before, resident("self", "VmRSS")), nil
}
