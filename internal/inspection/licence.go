package inspection

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/licence"
	"zhize/internal/platform/db"
)

// Licences returns the certificates, also those that are history.
func (s *Service) Licences(ctx context.Context, g access.Grant, in *api.InArea) (*api.LicencesOutput, error) {
	out := &api.LicencesOutput{}
	err := s.look(ctx, g, *in, "licence", "", func(tx *db.Tx) (err error) {
		out.Body, err = s.on.Licences.Register(tx, true)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// LicencePaper returns 《证照台账》.
func (s *Service) LicencePaper(ctx context.Context, g access.Grant, in *api.InspectLicencePaperInput) (*api.Blob, error) {
	return s.file(ctx, g, in.InArea, "paper", licence.Title, func(tx *db.Tx) (*api.Blob, error) { return s.on.Licences.PaperOf(tx, in.Format) })
}
