package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/goods"
)

// Goods binds the log of goods, the contracts and the reports.
func Goods(r *Router, s *goods.Service) {
	handle(r, api.ListGoods, func(ctx context.Context, g access.Grant, in *api.ListGoodsInput) (*api.GoodsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.RecentGoods, func(ctx context.Context, g access.Grant, in *api.RecentGoodsInput) (*api.RecentGoodsOutput, error) {
		return s.Recent(ctx, g, in)
	})
	handle(r, api.ReadGoodsPaper, func(ctx context.Context, g access.Grant, in *api.GoodsPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.ReadGoods, func(ctx context.Context, g access.Grant, in *api.ReadGoodsInput) (*api.GoodsEntryOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.LogGoods, func(ctx context.Context, g access.Grant, in *api.LogGoodsInput) (*api.GoodsEntryOutput, error) {
		return s.Log(ctx, g, in)
	})
	handle(r, api.ListCommissions, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.CommissionsOutput, error) {
		return s.ListCommissions(ctx, g, in)
	})
	handle(r, api.PutCommission, func(ctx context.Context, g access.Grant, in *api.PutCommissionInput) (*api.CommissionOutput, error) {
		return s.PutCommission(ctx, g, in)
	})
	handle(r, api.EndCommission, func(ctx context.Context, g access.Grant, in *api.EndCommissionInput) (*api.CommissionOutput, error) {
		return s.EndCommission(ctx, g, in)
	})
	handle(r, api.ReadCommissionPaper, func(ctx context.Context, g access.Grant, in *api.CommissionPaperInput) (*api.Blob, error) {
		return s.CommissionPaper(ctx, g, in)
	})
	handle(r, api.ListSuspicions, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.SuspicionsOutput, error) {
		return s.ListSuspicions(ctx, g, in)
	})
	handle(r, api.ReadSuspicion, func(ctx context.Context, g access.Grant, in *api.ReadSuspicionInput) (*api.SuspicionOutput, error) {
		return s.ReadSuspicion(ctx, g, in)
	})
	handle(r, api.ReportSuspicion, func(ctx context.Context, g access.Grant, in *api.ReportSuspicionInput) (*api.SuspicionOutput, error) {
		return s.Report(ctx, g, in)
	})
	handle(r, api.HandleSuspicion, func(ctx context.Context, g access.Grant, in *api.HandleSuspicionInput) (*api.SuspicionOutput, error) {
		return s.Handle(ctx, g, in)
	})
	handle(r, api.ReadSuspicionPaper, func(ctx context.Context, g access.Grant, in *api.SuspicionPaperInput) (*api.Blob, error) {
		return s.SuspicionPaper(ctx, g, in)
	})
	handle(r, api.ListReported, func(ctx context.Context, g access.Grant, in *api.InAgency) (*api.ReportedOutput, error) {
		return s.ListReported(ctx, g, in)
	})
	handle(r, api.InspectSuspicion, func(ctx context.Context, g access.Grant, in *api.InspectSuspicionInput) (*api.SuspicionOutput, error) {
		return s.InspectSuspicion(ctx, g, in)
	})
	handle(r, api.ReceiptSuspicion, func(ctx context.Context, g access.Grant, in *api.ReceiptSuspicionInput) (*api.SuspicionOutput, error) {
		return s.Receipt(ctx, g, in)
	})
	handle(r, api.InspectGoods, func(ctx context.Context, g access.Grant, in *api.InspectGoodsInput) (*api.GoodsOutput, error) {
		return s.Inspect(ctx, g, in)
	})
	handle(r, api.InspectCommissions, func(ctx context.Context, g access.Grant, in *api.InArea) (*api.CommissionsOutput, error) {
		return s.InspectCommissions(ctx, g, in)
	})
}
