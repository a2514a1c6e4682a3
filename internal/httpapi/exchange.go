package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/exchange"
	"zhize/internal/transcript"
)

// Exchange binds the tables that come in and go out.
func Exchange(r *Router, s *exchange.Service) {
	handle(r, api.ListTables, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.TablesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ReadTableTemplate, func(ctx context.Context, g access.Grant, in *api.TableInput) (*api.Blob, error) {
		return s.Template(ctx, g, in)
	})
	handle(r, api.UploadTable, func(ctx context.Context, g access.Grant, in *api.UploadTableInput) (*api.ImportOutput, error) {
		return s.Upload(ctx, g, in)
	})
	handle(r, api.ListImports, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.ImportsOutput, error) {
		return s.ListImports(ctx, g, in)
	})
	handle(r, api.ReadImport, func(ctx context.Context, g access.Grant, in *api.ImportInput) (*api.ImportOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.AcceptImport, func(ctx context.Context, g access.Grant, in *api.AcceptImportInput) (*api.ImportOutput, error) {
		return s.Accept(ctx, g, in)
	})
	handle(r, api.IssuePassword, func(ctx context.Context, g access.Grant, in *api.IssuePasswordInput) (*api.IssuedPasswordOutput, error) {
		return s.IssuePassword(ctx, g, in)
	})
	handle(r, api.ExportTable, func(ctx context.Context, g access.Grant, in *api.ExportTableInput) (*api.ErrandOutput, error) {
		return s.Export(ctx, g, in)
	})
}

// Transcript binds the copies of past paper records.
func Transcript(r *Router, s *transcript.Service) {
	handle(r, api.ListTranscripts, func(ctx context.Context, g access.Grant, in *api.ListTranscriptsInput) (*api.TranscriptsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.EnterTranscript, func(ctx context.Context, g access.Grant, in *api.EnterTranscriptInput) (*api.TranscriptOutput, error) {
		return s.Enter(ctx, g, in)
	})
}
