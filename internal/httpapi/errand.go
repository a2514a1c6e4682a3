package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
)

// Errand binds the operations on errands.
func Errand(r *Router, s *errand.Service) {
	handle(r, api.ListErrands, func(ctx context.Context, g access.Grant, in *api.ListErrandsInput) (*api.ErrandsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadErrand, func(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.ErrandOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.CancelErrand, func(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.ErrandOutput, error) {
		return s.Cancel(ctx, g, in)
	})
	stream(r, api.DownloadErrand, func(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.Download, error) {
		return s.Download(ctx, g, in)
	})
	handle(r, api.ListAreaErrands, func(ctx context.Context, g access.Grant, in *api.ListAreaErrandsInput) (*api.ErrandsOutput, error) {
		return s.ListArea(ctx, g, in)
	})
	handle(r, api.ReadAreaErrand, func(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.ErrandOutput, error) {
		return s.ReadArea(ctx, g, in)
	})
	handle(r, api.CancelAreaErrand, func(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.ErrandOutput, error) {
		return s.CancelArea(ctx, g, in)
	})
	stream(r, api.DownloadAreaErrand, func(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.Download, error) {
		return s.DownloadArea(ctx, g, in)
	})
}
