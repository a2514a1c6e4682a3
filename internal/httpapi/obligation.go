package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
)

// Obligation serves what is due, the working patterns and the notices that excuse.
func Obligation(r *Router, s *obligation.Service) {
	handle(r, api.ReadToday, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.TodayOutput, error) {
		return s.ReadToday(ctx, g, in)
	})
	handle(r, api.ListObligations, func(ctx context.Context, g access.Grant, in *api.ListObligationsInput) (*api.ObligationsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadCalendar, func(ctx context.Context, g access.Grant, in *api.ReadCalendarInput) (*api.CalendarOutput, error) {
		return s.ReadCalendar(ctx, g, in)
	})
	handle(r, api.ListShifts, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.ShiftsOutput, error) {
		return s.ListShifts(ctx, g, in)
	})
	handle(r, api.PlanShifts, func(ctx context.Context, g access.Grant, in *api.PlanShiftsInput) (*api.ShiftsOutput, error) {
		return s.PlanShifts(ctx, g, in)
	})
	handle(r, api.ExceptDay, func(ctx context.Context, g access.Grant, in *api.ExceptDayInput) (*api.ShiftsOutput, error) {
		return s.ExceptDay(ctx, g, in)
	})
	handle(r, api.ReadTerms, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.TermsOutput, error) {
		return s.ReadTerms(ctx, g, in)
	})
	handle(r, api.EditTerms, func(ctx context.Context, g access.Grant, in *api.EditTermsInput) (*api.TermsOutput, error) {
		return s.EditTerms(ctx, g, in)
	})
	handle(r, api.ListSuspensions, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.SuspensionsOutput, error) {
		return s.ListSuspensions(ctx, g, in)
	})
	handle(r, api.FileSuspension, func(ctx context.Context, g access.Grant, in *api.FileSuspensionInput) (*api.SuspensionOutput, error) {
		return s.FileSuspension(ctx, g, in)
	})
	handle(r, api.SignSuspension, func(ctx context.Context, g access.Grant, in *api.SignSuspensionInput) (*api.SuspensionOutput, error) {
		return s.SignSuspension(ctx, g, in)
	})
	handle(r, api.EndSuspension, func(ctx context.Context, g access.Grant, in *api.EndSuspensionInput) (*api.SuspensionOutput, error) {
		return s.EndSuspension(ctx, g, in)
	})
	handle(r, api.ExcuseDay, func(ctx context.Context, g access.Grant, in *api.ExcuseDayInput) (*api.Done, error) {
		return s.ExcuseDay(ctx, g, in)
	})
}
