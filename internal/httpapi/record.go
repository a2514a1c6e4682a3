package httpapi

import (
	"context"
	"net/url"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/record"
	"zhize/internal/verifier"
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

// Weekly serves the weekly reports.
func Weekly(r *Router, s *record.Service) {
	handle(r, api.ListWeeklies, func(ctx context.Context, g access.Grant, in *api.ListWeekliesInput) (*api.WeekliesOutput, error) {
		return s.ListWeeklies(ctx, g, in)
	})
	handle(r, api.ReadWeeklyDraft, func(ctx context.Context, g access.Grant, in *api.ReadWeeklyInput) (*api.WeeklyDraftOutput, error) {
		return s.WeeklyDraft(ctx, g, in)
	})
	handle(r, api.SaveWeeklyDraft, func(ctx context.Context, g access.Grant, in *api.SaveWeeklyDraftInput) (*api.Done, error) {
		return s.SaveWeeklyDraft(ctx, g, in)
	})
	handle(r, api.SignWeekly, func(ctx context.Context, g access.Grant, in *api.SignWeeklyInput) (*api.WeeklyOutput, error) {
		return s.SignWeekly(ctx, g, in)
	})
	handle(r, api.CorrectWeekly, func(ctx context.Context, g access.Grant, in *api.CorrectWeeklyInput) (*api.WeeklyOutput, error) {
		return s.CorrectWeekly(ctx, g, in)
	})
	handle(r, api.ReadWeekly, func(ctx context.Context, g access.Grant, in *api.ReadWeeklyInput) (*api.WeeklyOutput, error) {
		return s.ReadWeekly(ctx, g, in)
	})
	handle(r, api.AcknowledgeWeekly, func(ctx context.Context, g access.Grant, in *api.AcknowledgeWeeklyInput) (*api.WeeklyOutput, error) {
		return s.AcknowledgeWeekly(ctx, g, in)
	})
	handle(r, api.ReadWeeklyPaper, func(ctx context.Context, g access.Grant, in *api.ReadWeeklyPaperInput) (*api.Blob, error) {
		return s.WeeklyPaper(ctx, g, in)
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
	handle(r, api.ReadVerifier, func(context.Context, access.Grant, *api.Nothing) (*api.Blob, error) {
		page, err := verifier.Page()
		if err != nil {
			return nil, err
		}
		return &api.Blob{
			ContentType: "text/html; charset=utf-8", CacheControl: "no-cache", Body: page,
			ContentDisposition: "attachment; filename=\"verifier.html\"; filename*=UTF-8''" + url.PathEscape(verifier.FileName),
		}, nil
	})
}
