package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/training"
)

// Training binds plans, sessions, self-study and tests.
func Training(r *Router, s *training.Service) {
	handle(r, api.ReadTrainingYear, func(ctx context.Context, g access.Grant, in *api.TrainingYearInput) (*api.TrainingYearOutput, error) {
		return s.ReadYear(ctx, g, in)
	})
	handle(r, api.PlanTraining, func(ctx context.Context, g access.Grant, in *api.PlanTrainingInput) (*api.TrainingPlanOutput, error) {
		return s.PlanTraining(ctx, g, in)
	})
	handle(r, api.ReadTrainingPlanPaper, func(ctx context.Context, g access.Grant, in *api.TrainingPlanPaperInput) (*api.Blob, error) {
		return s.PlanPaper(ctx, g, in)
	})
	handle(r, api.ReadTrainingPerson, func(ctx context.Context, g access.Grant, in *api.TrainingPersonInput) (*api.TrainingPersonOutput, error) {
		return s.ReadPerson(ctx, g, in)
	})
	handle(r, api.ReadTrainingPersonPaper, func(ctx context.Context, g access.Grant, in *api.TrainingPersonPaperInput) (*api.Blob, error) {
		return s.PersonPaper(ctx, g, in)
	})
	handle(r, api.PlanSession, func(ctx context.Context, g access.Grant, in *api.PlanSessionInput) (*api.TrainingSessionOutput, error) {
		return s.PlanSession(ctx, g, in)
	})
	handle(r, api.ReadSession, func(ctx context.Context, g access.Grant, in *api.SessionInput) (*api.TrainingSessionOutput, error) {
		return s.ReadSession(ctx, g, in)
	})
	handle(r, api.CancelSession, func(ctx context.Context, g access.Grant, in *api.CancelSessionInput) (*api.TrainingSessionOutput, error) {
		return s.CancelSession(ctx, g, in)
	})
	handle(r, api.SignAttendance, func(ctx context.Context, g access.Grant, in *api.SignAttendanceInput) (*api.TrainingSessionOutput, error) {
		return s.SignAttendance(ctx, g, in)
	})
	handle(r, api.HoldSession, func(ctx context.Context, g access.Grant, in *api.HoldSessionInput) (*api.TrainingSessionOutput, error) {
		return s.HoldSession(ctx, g, in)
	})
	handle(r, api.ReadSessionPaper, func(ctx context.Context, g access.Grant, in *api.SessionPaperInput) (*api.Blob, error) {
		return s.SessionPaper(ctx, g, in)
	})
	handle(r, api.AssignStudy, func(ctx context.Context, g access.Grant, in *api.AssignStudyInput) (*api.TrainingStudyOutput, error) {
		return s.AssignStudy(ctx, g, in)
	})
	handle(r, api.ReadReading, func(ctx context.Context, g access.Grant, in *api.ReadingInput) (*api.TrainingReadingOutput, error) {
		return s.ReadReading(ctx, g, in)
	})
	handle(r, api.OpenReading, func(ctx context.Context, g access.Grant, in *api.ReadingInput) (*api.TrainingReadingOutput, error) {
		return s.OpenReading(ctx, g, in)
	})
	handle(r, api.ConfirmReading, func(ctx context.Context, g access.Grant, in *api.ConfirmReadingInput) (*api.TrainingReadingOutput, error) {
		return s.ConfirmReading(ctx, g, in)
	})
	handle(r, api.WithdrawReading, func(ctx context.Context, g access.Grant, in *api.WithdrawReadingInput) (*api.TrainingReadingOutput, error) {
		return s.WithdrawReading(ctx, g, in)
	})
	handle(r, api.RecordTest, func(ctx context.Context, g access.Grant, in *api.RecordTestInput) (*api.TrainingTestOutput, error) {
		return s.RecordTest(ctx, g, in)
	})
}
