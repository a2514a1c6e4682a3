package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/reminder"
)

// Notice binds the operations on the inbox, on channels, on the log of deliveries
// and on the ladder of reminders.
func Notice(r *Router, s *notice.Service, reminders *reminder.Service) {
	handle(r, api.ListNotices, func(ctx context.Context, g access.Grant, in *api.ListNoticesInput) (*api.NoticesOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.CountNotices, func(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.UnreadOutput, error) {
		return s.Count(ctx, g)
	})
	handle(r, api.MarkNotices, func(ctx context.Context, g access.Grant, in *api.MarkNoticesInput) (*api.UnreadOutput, error) {
		return s.Mark(ctx, g, in)
	})
	handle(r, api.ReadPreference, func(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.PreferenceOutput, error) {
		return s.ReadPreference(ctx, g)
	})
	handle(r, api.SetPreference, func(ctx context.Context, g access.Grant, in *api.SetPreferenceInput) (*api.PreferenceOutput, error) {
		return s.SetPreference(ctx, g, in)
	})
	handle(r, api.ListChannels, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.ChannelsOutput, error) {
		return s.ListChannels(ctx, g, in)
	})
	handle(r, api.PutChannel, func(ctx context.Context, g access.Grant, in *api.PutChannelInput) (*api.ChannelsOutput, error) {
		return s.PutChannel(ctx, g, in)
	})
	handle(r, api.RemoveChannel, func(ctx context.Context, g access.Grant, in *api.InChannel) (*api.Done, error) {
		return s.RemoveChannel(ctx, g, in)
	})
	handle(r, api.TestChannel, func(ctx context.Context, g access.Grant, in *api.InChannel) (*api.TestOutput, error) {
		return s.TestChannel(ctx, g, in)
	})
	handle(r, api.ListDeliveries, func(ctx context.Context, g access.Grant, in *api.ListDeliveriesInput) (*api.DeliveriesOutput, error) {
		return s.ListDeliveries(ctx, g, in)
	})
	handle(r, api.RetryDelivery, func(ctx context.Context, g access.Grant, in *api.RetryDeliveryInput) (*api.Done, error) {
		return s.RetryDelivery(ctx, g, in)
	})
	handle(r, api.ReadLadder, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.LadderOutput, error) {
		return reminders.ReadLadder(ctx, g, in)
	})
	handle(r, api.EditLadder, func(ctx context.Context, g access.Grant, in *api.EditLadderInput) (*api.LadderOutput, error) {
		return reminders.EditLadder(ctx, g, in)
	})
}
