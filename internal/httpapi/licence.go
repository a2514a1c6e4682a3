package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/licence"
)

// Licence binds certificates and yearly self-check reports.
func Licence(r *Router, s *licence.Service) {
	handle(r, api.ListLicences, func(ctx context.Context, g access.Grant, in *api.ListLicencesInput) (*api.LicencesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadLicence, func(ctx context.Context, g access.Grant, in *api.LicenceInput) (*api.LicenceOutput, error) {
		return s.ReadLicence(ctx, g, in)
	})
	handle(r, api.PutLicence, func(ctx context.Context, g access.Grant, in *api.PutLicenceInput) (*api.LicenceOutput, error) {
		return s.PutLicence(ctx, g, in)
	})
	handle(r, api.WithdrawLicence, func(ctx context.Context, g access.Grant, in *api.WithdrawLicenceInput) (*api.LicenceOutput, error) {
		return s.WithdrawLicence(ctx, g, in)
	})
	handle(r, api.PublishSelfCheck, func(ctx context.Context, g access.Grant, in *api.PublishSelfCheckInput) (*api.SelfCheckOutput, error) {
		return s.PublishSelfCheck(ctx, g, in)
	})
	handle(r, api.ReadLicencePaper, func(ctx context.Context, g access.Grant, in *api.LicencePaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
}
