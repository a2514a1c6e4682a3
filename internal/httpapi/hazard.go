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
	handle(r, api.AdvanceHazard, func(ctx context.Context, g access.Grant, in *api.AdvanceHazardInput) (*api.HazardOutput, error) {
		return s.Advance(ctx, g, in)
	})
}
