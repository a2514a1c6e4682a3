package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/risklist"
)

// RiskList binds the operations on the risk-control list.
func RiskList(r *Router, s *risklist.Service) {
	handle(r, api.ReadRiskList, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.RiskListsOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReadRiskListVersion, func(ctx context.Context, g access.Grant, in *api.ReadRiskListVersionInput) (*api.RiskListOutput, error) {
		return s.ReadVersion(ctx, g, in)
	})
	handle(r, api.ReadRiskListPaper, func(ctx context.Context, g access.Grant, in *api.RiskListPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.CompareRiskLists, func(ctx context.Context, g access.Grant, in *api.CompareRiskListsInput) (*api.RiskListDiffOutput, error) {
		return s.Compare(ctx, g, in)
	})
	handle(r, api.ProposeRiskList, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.RiskListOutput, error) {
		return s.Propose(ctx, g, in)
	})
	handle(r, api.EditRiskList, func(ctx context.Context, g access.Grant, in *api.EditRiskListInput) (*api.RiskListOutput, error) {
		return s.Edit(ctx, g, in)
	})
	handle(r, api.ApproveRiskList, func(ctx context.Context, g access.Grant, in *api.ApproveRiskListInput) (*api.RiskListOutput, error) {
		return s.Approve(ctx, g, in)
	})
}
