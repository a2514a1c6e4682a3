package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/inspection"
	"zhize/internal/record"
)

// Monthly binds the operations on the month's minutes, and those by which the
// authority reads them.
func Monthly(r *Router, s *record.Months, i *inspection.Service) {
	handle(r, api.InspectMonthlies, func(ctx context.Context, g access.Grant, in *api.InArea) (*api.InspectedMonthliesOutput, error) {
		return i.Monthlies(ctx, g, in)
	})
	handle(r, api.InspectMonthly, func(ctx context.Context, g access.Grant, in *api.InspectMonthlyInput) (*api.MonthlyOutput, error) {
		return i.Monthly(ctx, g, in)
	})
	handle(r, api.InspectMonthlyPaper, func(ctx context.Context, g access.Grant, in *api.InspectMonthlyPaperInput) (*api.Blob, error) {
		return i.MonthlyPaper(ctx, g, in)
	})
	handle(r, api.ListMonthlies, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.MonthliesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.DraftMonthly, func(ctx context.Context, g access.Grant, in *api.MonthInput) (*api.MonthlyDraftOutput, error) {
		return s.Draft(ctx, g, in)
	})
	handle(r, api.SaveMonthlyDraft, func(ctx context.Context, g access.Grant, in *api.SaveMonthlyDraftInput) (*api.MonthlyDraftOutput, error) {
		return s.Save(ctx, g, in)
	})
	handle(r, api.AttendMonthly, func(ctx context.Context, g access.Grant, in *api.AttendMonthlyInput) (*api.MonthlyDraftOutput, error) {
		return s.Attend(ctx, g, in)
	})
	handle(r, api.SignMonthly, func(ctx context.Context, g access.Grant, in *api.SignMonthlyInput) (*api.MonthlyOutput, error) {
		return s.Sign(ctx, g, in)
	})
	handle(r, api.CorrectMonthly, func(ctx context.Context, g access.Grant, in *api.CorrectMonthlyInput) (*api.MonthlyOutput, error) {
		return s.Correct(ctx, g, in)
	})
	handle(r, api.ReadMonthly, func(ctx context.Context, g access.Grant, in *api.ReadMonthlyInput) (*api.MonthlyOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReadMonthlyPaper, func(ctx context.Context, g access.Grant, in *api.ReadMonthlyPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.ReadResolution, func(ctx context.Context, g access.Grant, in *api.ReadResolutionInput) (*api.ResolutionOutput, error) {
		return s.ReadResolution(ctx, g, in)
	})
	handle(r, api.AdvanceResolution, func(ctx context.Context, g access.Grant, in *api.AdvanceResolutionInput) (*api.ResolutionOutput, error) {
		return s.AdvanceResolution(ctx, g, in)
	})
}
