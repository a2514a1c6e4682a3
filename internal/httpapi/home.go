package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/home"
)

// Home binds the enterprise's first page and a person's day.
func Home(r *Router, s *home.Service) {
	handle(r, api.ReadHome, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.HomeOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReadMyToday, func(ctx context.Context, g access.Grant, in *api.Nothing) (*api.MyTodayOutput, error) {
		return s.MyToday(ctx, g, in)
	})
}
