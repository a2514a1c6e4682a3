package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
)

// Appointment serves posts and who holds them.
func Appointment(r *Router, s *appointment.Service) {
	handle(r, api.ListAppointments, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.AppointmentsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.Appoint, func(ctx context.Context, g access.Grant, in *api.AppointInput) (*api.AppointOutput, error) {
		return s.Appoint(ctx, g, in)
	})
	handle(r, api.EndAppointment, func(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
		return s.End(ctx, g, in)
	})
	handle(r, api.Deputise, func(ctx context.Context, g access.Grant, in *api.DeputiseInput) (*api.AppointmentsOutput, error) {
		return s.Deputise(ctx, g, in)
	})
}
