package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/regulator"
)

// Regulator binds the people of agencies, the assignments of enterprises, and
// the looks that an enterprise may see.
func Regulator(r *Router, s *regulator.Service) {
	handle(r, api.ListOffices, func(ctx context.Context, g access.Grant, in *api.Nothing) (*api.OfficesOutput, error) {
		return s.ListOffices(ctx, g, in)
	})
	handle(r, api.ListMembers, func(ctx context.Context, g access.Grant, in *api.InAgency) (*api.MembersOutput, error) {
		return s.ListMembers(ctx, g, in)
	})
	handle(r, api.AddMember, func(ctx context.Context, g access.Grant, in *api.AddMemberInput) (*api.NewAccountOutput, error) {
		return s.AddMember(ctx, g, in)
	})
	handle(r, api.EndMember, func(ctx context.Context, g access.Grant, in *api.EndMemberInput) (*api.Done, error) {
		return &api.Done{}, s.EndMember(ctx, g, in)
	})
	handle(r, api.AssignEnterprise, func(ctx context.Context, g access.Grant, in *api.AssignEnterpriseInput) (*api.AssignmentsOutput, error) {
		return s.Assign(ctx, g, in)
	})
	handle(r, api.ListLooks, func(ctx context.Context, g access.Grant, in *api.ListLooksInput) (*api.LooksOutput, error) {
		return s.ListLooks(ctx, g, in)
	})
}
