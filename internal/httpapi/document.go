package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/document"
)

// Document binds the inspection packs.
func Document(r *Router, s *document.Service) {
	handle(r, api.AskPack, func(ctx context.Context, g access.Grant, in *api.AskPackInput) (*api.ErrandOutput, error) {
		return s.AskPack(ctx, g, in)
	})
	handle(r, api.AskAreaPack, func(ctx context.Context, g access.Grant, in *api.AskAreaPackInput) (*api.ErrandOutput, error) {
		return s.AskAreaPack(ctx, g, in)
	})
}
