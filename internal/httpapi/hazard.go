package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
)

// Hazard binds the operations on hazards.
func Hazard(r *Router, s *hazard.Service) {
	handle(r, api.ListHazards, func(ctx context.Context, g access.Grant, in *api.ListHazardsInput) (*api.HazardsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadHazard, func(ctx context.Context, g access.Grant, in *api.ReadHazardInput) (*api.HazardOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReportHazard, func(ctx context.Context, g access.Grant, in *api.ReportHazardInput) (*api.HazardOutput, error) {
		return s.Report(ctx, g, in)
	})
	handle(r, api.AdvanceHazard, func(ctx context.Context, g access.Grant, in *api.AdvanceHazardInput) (*api.HazardOutput, error) {
		return s.Advance(ctx, g, in)
	})
	handle(r, api.ReadHazardPaper, func(ctx context.Context, g access.Grant, in *api.ReadHazardPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.ReadHazardRegister, func(ctx context.Context, g access.Grant, in *api.ReadHazardRegisterInput) (*api.Blob, error) {
		return s.Register(ctx, g, in)
	})
	handle(r, api.InspectHazards, func(ctx context.Context, g access.Grant, in *api.InspectHazardsInput) (*api.HazardsOutput, error) {
		return s.InspectAll(ctx, g, in)
	})
	handle(r, api.InspectHazard, func(ctx context.Context, g access.Grant, in *api.InspectHazardInput) (*api.HazardOutput, error) {
		return s.Inspect(ctx, g, in)
	})
	handle(r, api.ListOrders, func(ctx context.Context, g access.Grant, in *api.InAgency) (*api.OrdersOutput, error) {
		return s.Orders(ctx, g, in)
	})
	handle(r, api.OrderRectification, func(ctx context.Context, g access.Grant, in *api.OrderRectificationInput) (*api.HazardOutput, error) {
		return s.Order(ctx, g, in)
	})
	handle(r, api.DecideOrder, func(ctx context.Context, g access.Grant, in *api.DecideOrderInput) (*api.HazardOutput, error) {
		return s.Decide(ctx, g, in)
	})
	handle(r, api.ReceiptReport, func(ctx context.Context, g access.Grant, in *api.ReceiptReportInput) (*api.HazardOutput, error) {
		return s.Receipt(ctx, g, in)
	})
	handle(r, api.AssignOrder, func(ctx context.Context, g access.Grant, in *api.AssignOrderInput) (*api.HazardOutput, error) {
		return s.Assign(ctx, g, in)
	})
}
