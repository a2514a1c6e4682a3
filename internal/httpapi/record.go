package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/record"
)

// Record serves the daily records.
func Record(r *Router, s *record.Service) {
	handle(r, api.SubmitDaily, func(ctx context.Context, g access.Grant, in *api.SubmitDailyInput) (*api.DailyOutput, error) {
		return s.Submit(ctx, g, in)
	})
	handle(r, api.CorrectDaily, func(ctx context.Context, g access.Grant, in *api.CorrectDailyInput) (*api.DailyOutput, error) {
		return s.Correct(ctx, g, in)
	})
	handle(r, api.ReviewDaily, func(ctx context.Context, g access.Grant, in *api.ReviewDailyInput) (*api.DailyOutput, error) {
		return s.Review(ctx, g, in)
	})
	handle(r, api.ListDailies, func(ctx context.Context, g access.Grant, in *api.ListDailiesInput) (*api.DailiesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadDaily, func(ctx context.Context, g access.Grant, in *api.ReadDailyInput) (*api.DailyOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.ReadDailyPaper, func(ctx context.Context, g access.Grant, in *api.ReadDailyPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
	handle(r, api.SaveDraft, func(ctx context.Context, g access.Grant, in *api.SaveDraftInput) (*api.Done, error) {
		return s.SaveDraft(ctx, g, in)
	})
	handle(r, api.ListDrafts, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.DraftsOutput, error) {
		return s.ListDrafts(ctx, g, in)
	})
}

// Paper serves the check of papers.
func Paper(r *Router, s *paper.Service) {
	handle(r, api.VerifyPaper, func(ctx context.Context, g access.Grant, in *api.VerifyPaperInput) (*api.VerifyPaperOutput, error) {
		return s.Verify(ctx, g, in)
	})
}

// Ledger serves the evidence.
func Ledger(r *Router, s *ledger.Service) {
	handle(r, api.ExportEvidence, func(ctx context.Context, g access.Grant, in *api.ExportEvidenceInput) (*api.Blob, error) {
		return s.Export(ctx, g, in)
	})
	handle(r, api.ReadReceipt, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.Blob, error) {
		return s.Receipt(ctx, g, in)
	})
}
