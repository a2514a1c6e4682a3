package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/area"
)

// Area binds an agency's overview and list of its area.
func Area(r *Router, s *area.Service) {
	handle(r, api.ReadOverview, func(ctx context.Context, g access.Grant, in *api.ReadOverviewInput) (*api.OverviewOutput, error) {
		return s.Overview(ctx, g, in)
	})
	handle(r, api.ListArea, func(ctx context.Context, g access.Grant, in *api.ListAreaInput) (*api.AreaListOutput, error) {
		return s.List(ctx, g, in)
	})
}
