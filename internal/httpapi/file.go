package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/file"
)

// File binds the operations on an enterprise's own files.
func File(r *Router, s *file.Service) {
	handle(r, api.PutFile, func(ctx context.Context, g access.Grant, in *api.PutFileInput) (*api.FileOutput, error) {
		return s.Put(ctx, g, in)
	})
	handle(r, api.ReadFile, func(ctx context.Context, g access.Grant, in *api.ReadFileInput) (*api.Blob, error) {
		return s.Read(ctx, g, in)
	})
}
