package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/bylaw"
	"zhize/internal/inspection"
)

// Bylaw binds the operations on the enterprise's documents.
func Bylaw(r *Router, s *bylaw.Service) {
	handle(r, api.ListBylaws, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.BylawsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.DraftBylaws, func(ctx context.Context, g access.Grant, in *api.DraftBylawsInput) (*api.BylawsOutput, error) {
		return s.Draft(ctx, g, in)
	})
	handle(r, api.ReadBylaw, func(ctx context.Context, g access.Grant, in *api.BylawInput) (*api.BylawOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.EditBylaw, func(ctx context.Context, g access.Grant, in *api.EditBylawInput) (*api.BylawOutput, error) {
		return s.Edit(ctx, g, in)
	})
	handle(r, api.DropBylawDraft, func(ctx context.Context, g access.Grant, in *api.BylawInput) (*api.BylawOutput, error) {
		return s.Drop(ctx, g, in)
	})
	handle(r, api.ApproveBylaws, func(ctx context.Context, g access.Grant, in *api.ApproveBylawsInput) (*api.BylawsOutput, error) {
		return s.Approve(ctx, g, in)
	})
	handle(r, api.ReviewBylaw, func(ctx context.Context, g access.Grant, in *api.ReviewBylawInput) (*api.BylawOutput, error) {
		return s.Review(ctx, g, in)
	})
	handle(r, api.RepealBylaw, func(ctx context.Context, g access.Grant, in *api.RepealBylawInput) (*api.BylawOutput, error) {
		return s.Repeal(ctx, g, in)
	})
	handle(r, api.ReadBylawVersion, func(ctx context.Context, g access.Grant, in *api.BylawVersionInput) (*api.BylawTextOutput, error) {
		return s.ReadVersion(ctx, g, in)
	})
	handle(r, api.ConfirmBylaw, func(ctx context.Context, g access.Grant, in *api.ConfirmBylawInput) (*api.BylawTextOutput, error) {
		return s.Confirm(ctx, g, in)
	})
	handle(r, api.CompareBylaws, func(ctx context.Context, g access.Grant, in *api.CompareBylawsInput) (*api.BylawDiffOutput, error) {
		return s.Compare(ctx, g, in)
	})
	handle(r, api.ReadBylawPaper, func(ctx context.Context, g access.Grant, in *api.BylawPaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
}

// InspectedBylaws binds what a supervising officer reads of them.
func InspectedBylaws(r *Router, s *inspection.Service) {
	handle(r, api.InspectBylaws, func(ctx context.Context, g access.Grant, in *api.InArea) (*api.BylawsOutput, error) {
		return s.Bylaws(ctx, g, in)
	})
	handle(r, api.InspectBylawPaper, func(ctx context.Context, g access.Grant, in *api.InspectBylawPaperInput) (*api.Blob, error) {
		return s.BylawPaper(ctx, g, in)
	})
}
