package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/photo"
)

// Photo binds the operations on an enterprise's own photos.
func Photo(r *Router, s *photo.Service) {
	handle(r, api.PutPhoto, func(ctx context.Context, g access.Grant, in *api.PutPhotoInput) (*api.Done, error) {
		return s.Put(ctx, g, in)
	})
	handle(r, api.ReadPhoto, func(ctx context.Context, g access.Grant, in *api.ReadPhotoInput) (*api.Blob, error) {
		return s.Read(ctx, g, in)
	})
}
