package job

import (
	"context"
	"time"

	"zhize/internal/errand"
	"zhize/internal/obligation"
	"zhize/internal/reminder"
)

// Standard are the bells of the product. Sealing a checkpoint twice makes no
// second one, because nothing has grown; missed days share one.
func Standard(o *obligation.Service, e *errand.Service, checkpoint, remind func(context.Context) error) []Job {
	ring := func(f func(context.Context) error) func(context.Context, time.Time) error {
		return func(ctx context.Context, _ time.Time) error { return f(ctx) }
	}
	return []Job{
		{Name: obligation.JobSweep, Spec: "5 * * * *", CatchUp: Last, AtStart: true, Run: ring(o.Sweep)},
		{Name: "obligation.close_days", Spec: "*/10 * * * *", CatchUp: Last, Run: ring(o.CloseDays)},
		{Name: errand.JobExpire, Spec: "25 * * * *", CatchUp: Last, Run: ring(e.Expire)},
		{Name: reminder.Job, Spec: "*/5 * * * *", CatchUp: Last, AtStart: true, Run: ring(remind)},
		{Name: "ledger.checkpoint", Spec: "30 0 * * *", CatchUp: Last, Run: ring(checkpoint)},
	}
}
