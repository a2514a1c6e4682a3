package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/dossier"
)

// Dossier binds the enterprise's completeness page.
func Dossier(r *Router, s *dossier.Service) {
	handle(r, api.ReadDossier, func(ctx context.Context, g access.Grant, in *api.ReadDossierInput) (*api.DossierOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReadDossierPaper, func(ctx context.Context, g access.Grant, in *api.ReadDossierPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
}
