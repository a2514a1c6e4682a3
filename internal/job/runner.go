package job

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"zhize/internal/platform/db"
)

// CatchUp says which of the bells that were missed ring late.
type CatchUp int

// The policies.
const (
	// Last rings once for all missed bells, for work that makes up by itself.
	Last CatchUp = iota
	// All rings every missed bell, the oldest first.
	All
)

const (
	// pause lies between two looks at the clock.
	pause = 20 * time.Second
	// lease is how long the winner of a bell has; then it is taken for dead and
	// another may answer the same bell.
	lease = 30 * time.Minute
	// reach is how far back missed bells are rung.
	reach = 31 * 24 * time.Hour
)

// Job is work that a bell calls.
type Job struct {
	Name string
	// Spec is a schedule for [ParseSchedule].
	Spec    string
	CatchUp CatchUp
	// AtStart rings it also when the program starts and no bell was missed.
	AtStart bool
	// Run does the work. It may be called twice for one due instant, after a
	// crash, and must do no harm then.
	Run func(ctx context.Context, due time.Time) error
}

// Runner rings the bells of its jobs. Any number of replicas may run one each.
type Runner struct {
	db   *db.DB
	jobs []scheduled
	log  *slog.Logger
}

type scheduled struct {
	Job
	schedule Schedule
}

// NewRunner checks the schedules.
func NewRunner(d *db.DB, log *slog.Logger, jobs ...Job) (*Runner, error) {
	r := &Runner{db: d, log: log}
	for _, j := range jobs {
		s, err := ParseSchedule(j.Spec)
		if err != nil {
			return nil, fmt.Errorf("job %s: %w", j.Name, err)
		}
		r.jobs = append(r.jobs, scheduled{j, s})
	}
	return r, nil
}

// Run rings until the context ends. Each job has a goroutine of its own, so
// that a long sweep does not hold up the others. It returns when all have
// finished what they were doing.
func (r *Runner) Run(ctx context.Context) {
	var all sync.WaitGroup
	for _, j := range r.jobs {
		all.Go(func() {
			tick := time.NewTicker(pause)
			defer tick.Stop()
			for start := true; ctx.Err() == nil; start = false {
				r.ring(ctx, j, start)
				select {
				case <-ctx.Done():
				case <-tick.C:
				}
			}
		})
	}
	all.Wait()
}

// Ring looks at the clock once and rings what is due, job by job; start says
// that the program has just started.
func (r *Runner) Ring(ctx context.Context, start bool) {
	for _, j := range r.jobs {
		r.ring(ctx, j, start)
	}
}

func (r *Runner) ring(ctx context.Context, j scheduled, start bool) {
	due, err := r.due(ctx, j, start)
	if err != nil {
		r.log.ErrorContext(ctx, "bell", slog.String("job", j.Name), slog.Any("error", err))
		return
	}
	for _, at := range due {
		if ctx.Err() != nil {
			return
		}
		if err := r.fire(ctx, j, at); err != nil {
			r.log.ErrorContext(ctx, "job failed", slog.String("job", j.Name), slog.Time("due", at), slog.Any("error", err))
		}
	}
}

// due lists the bells that nobody has answered yet.
func (r *Runner) due(ctx context.Context, j scheduled, start bool) ([]time.Time, error) {
	now := r.db.Clock().Now()
	last, abandoned, err := r.read(ctx, j.Name, now)
	if err != nil {
		return nil, err
	}
	if last.IsZero() {
		if err := r.begin(ctx, j.Name, now); err != nil {
			return nil, err
		}
		last = now
	}
	if far := now.Add(-reach); last.Before(far) {
		last = far
	}
	due := j.schedule.Between(last, now)
	if j.CatchUp == Last && len(due) > 1 {
		due = due[len(due)-1:]
	}
	if start && j.AtStart && len(due) == 0 {
		due = append(due, now.Truncate(time.Minute)) // replicas that start together share it
	}
	if len(due) > 0 && j.CatchUp == Last {
		return due, nil // it makes up for the abandoned ones
	}
	return append(abandoned, due...), nil
}

// fire answers one bell if no other replica does.
func (r *Runner) fire(ctx context.Context, j scheduled, due time.Time) (err error) {
	won, err := r.claim(ctx, j.Name, due)
	if err != nil || !won {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	began := r.db.Clock().Now()
	if err := j.Run(ctx, due); err != nil {
		return err
	}
	r.log.DebugContext(ctx, "job done", slog.String("job", j.Name), slog.Time("due", due), slog.Duration("took", r.db.Clock().Now().Sub(began)))
	return r.done(ctx, j.Name, due)
}
