package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/inspection"
)

// Inspection binds the supervising officer's enterprise page.
func Inspection(r *Router, s *inspection.Service) {
	handle(r, api.InspectEnterprise, func(ctx context.Context, g access.Grant, in *api.InArea) (*api.InspectedOutput, error) {
		return s.Enterprise(ctx, g, in)
	})
	handle(r, api.InspectDailies, func(ctx context.Context, g access.Grant, in *api.InspectDailiesInput) (*api.InspectedDailiesOutput, error) {
		return s.Dailies(ctx, g, in)
	})
	handle(r, api.InspectDaily, func(ctx context.Context, g access.Grant, in *api.InspectDailyInput) (*api.DailyOutput, error) {
		return s.Daily(ctx, g, in)
	})
	handle(r, api.InspectDailyPaper, func(ctx context.Context, g access.Grant, in *api.InspectDailyPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.InspectPhoto, func(ctx context.Context, g access.Grant, in *api.InspectPhotoInput) (*api.Blob, error) {
		return s.Photo(ctx, g, in)
	})
	handle(r, api.InspectFile, func(ctx context.Context, g access.Grant, in *api.InspectFileInput) (*api.Blob, error) {
		return s.File(ctx, g, in)
	})
	handle(r, api.InspectEvidence, func(ctx context.Context, g access.Grant, in *api.InspectEvidenceInput) (*api.Blob, error) {
		return s.Evidence(ctx, g, in)
	})
	handle(r, api.InspectWeeklies, func(ctx context.Context, g access.Grant, in *api.InspectWeekliesInput) (*api.WeekliesOutput, error) {
		return s.Weeklies(ctx, g, in)
	})
	handle(r, api.InspectWeekly, func(ctx context.Context, g access.Grant, in *api.InspectWeeklyInput) (*api.WeeklyOutput, error) {
		return s.Weekly(ctx, g, in)
	})
	handle(r, api.InspectTrainings, func(ctx context.Context, g access.Grant, in *api.InspectTrainingsInput) (*api.InspectedTrainingOutput, error) {
		return s.Trainings(ctx, g, in)
	})
	handle(r, api.InspectTrainingPaper, func(ctx context.Context, g access.Grant, in *api.InspectTrainingPaperInput) (*api.Blob, error) {
		return s.TrainingPaper(ctx, g, in)
	})
	handle(r, api.InspectLicences, func(ctx context.Context, g access.Grant, in *api.InArea) (*api.LicencesOutput, error) {
		return s.Licences(ctx, g, in)
	})
	handle(r, api.InspectLicencePaper, func(ctx context.Context, g access.Grant, in *api.InspectLicencePaperInput) (*api.Blob, error) {
		return s.LicencePaper(ctx, g, in)
	})
	handle(r, api.InspectWeeklyPaper, func(ctx context.Context, g access.Grant, in *api.InspectWeeklyPaperInput) (*api.Blob, error) {
		return s.WeeklyPaper(ctx, g, in)
	})
}
