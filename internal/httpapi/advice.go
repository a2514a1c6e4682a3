package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
)

// Advice binds the operations on advice.
func Advice(r *Router, s *advice.Service) {
	handle(r, api.ListAdvices, func(ctx context.Context, g access.Grant, in *api.ListAdvicesInput) (*api.AdvicesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.RaiseAdvice, func(ctx context.Context, g access.Grant, in *api.RaiseAdviceInput) (*api.AdviceOutput, error) {
		return s.Raise(ctx, g, in)
	})
	handle(r, api.ReadAdvice, func(ctx context.Context, g access.Grant, in *api.ReadAdviceInput) (*api.AdviceOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.AnswerAdvice, func(ctx context.Context, g access.Grant, in *api.AnswerAdviceInput) (*api.AdviceOutput, error) {
		return s.Answer(ctx, g, in)
	})
	handle(r, api.WithdrawAdvice, func(ctx context.Context, g access.Grant, in *api.WithdrawAdviceInput) (*api.AdviceOutput, error) {
		return s.Withdraw(ctx, g, in)
	})
	handle(r, api.ReadAdvicePaper, func(ctx context.Context, g access.Grant, in *api.ReadAdvicePaperInput) (*api.Blob, error) {
		return s.Paper(ctx, g, in)
	})
}
