package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
)

// Enterprise serves the archive.
func Enterprise(r *Router, s *enterprise.Service) {
	handle(r, api.Register, func(ctx context.Context, g access.Grant, in *api.RegisterInput) (*api.RegisterOutput, error) {
		return s.Register(ctx, g, in)
	})
	handle(r, api.ReadEnterprise, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.EnterpriseOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.EditEnterprise, func(ctx context.Context, g access.Grant, in *api.EditEnterpriseInput) (*api.EnterpriseOutput, error) {
		return s.Edit(ctx, g, in)
	})
	handle(r, api.ReportBusiness, func(ctx context.Context, g access.Grant, in *api.ReportBusinessInput) (*api.EnterpriseOutput, error) {
		return s.ReportBusiness(ctx, g, in)
	})
	handle(r, api.ListSizeGrades, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.SizeGradesOutput, error) {
		return s.ListSizeGrades(ctx, g, in)
	})
	handle(r, api.AddSite, func(ctx context.Context, g access.Grant, in *api.AddSiteInput) (*api.EnterpriseOutput, error) {
		return s.AddSite(ctx, g, in)
	})
	handle(r, api.EditSite, func(ctx context.Context, g access.Grant, in *api.EditSiteInput) (*api.EnterpriseOutput, error) {
		return s.EditSite(ctx, g, in)
	})
	handle(r, api.AddProduct, func(ctx context.Context, g access.Grant, in *api.AddProductInput) (*api.EnterpriseOutput, error) {
		return s.AddProduct(ctx, g, in)
	})
	handle(r, api.EditProduct, func(ctx context.Context, g access.Grant, in *api.EditProductInput) (*api.EnterpriseOutput, error) {
		return s.EditProduct(ctx, g, in)
	})
	handle(r, api.FoundEnterprise, func(ctx context.Context, g access.Grant, in *api.FoundEnterpriseInput) (*api.EnterpriseOutput, error) {
		return s.Found(ctx, g, in)
	})
	handle(r, api.OpenAccount, func(ctx context.Context, g access.Grant, in *api.OpenAccountInput) (*api.NewAccountOutput, error) {
		return s.OpenAccount(ctx, g, in)
	})
}
