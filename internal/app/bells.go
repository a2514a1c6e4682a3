package app

import (
	"context"
	"time"

	"zhize/internal/appointment"
	"zhize/internal/job"
)

// bells are those that ring in a serving program.
func (a *App) bells() []job.Job {
	return append(job.Standard(a.Obligations, a.Errands, a.Ledger.Checkpoint, a.Reminders.Remind), job.Job{
		Name: appointment.JobRestaff, Spec: "1 * * * *", CatchUp: job.Last, AtStart: true,
		Run: func(ctx context.Context, _ time.Time) error { return a.Appointments.SweepStaffing(ctx) },
	})
}
