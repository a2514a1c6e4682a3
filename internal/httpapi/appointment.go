package httpapi

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
)

// Appointment serves posts and who holds them, what the staffing lacks, the
// duty matrix and people's own files.
func Appointment(r *Router, s *appointment.Service) {
	handle(r, api.ListAppointments, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.AppointmentsOutput, error) {
		return s.List(ctx, g, in)
	})
	handle(r, api.ListMyLetters, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.AppointmentsOutput, error) {
		return s.Letters(ctx, g, in)
	})
	handle(r, api.ReadAppointment, func(ctx context.Context, g access.Grant, in *api.OneAppointmentInput) (*api.AppointmentOutput, error) {
		return s.Read(ctx, g, in)
	})
	handle(r, api.Appoint, func(ctx context.Context, g access.Grant, in *api.AppointInput) (*api.AppointOutput, error) {
		return s.Appoint(ctx, g, in)
	})
	handle(r, api.AnswerAppointment, func(ctx context.Context, g access.Grant, in *api.AnswerAppointmentInput) (*api.AppointmentOutput, error) {
		return s.Answer(ctx, g, in)
	})
	handle(r, api.WithdrawAppointment, func(ctx context.Context, g access.Grant, in *api.EndingInput) (*api.AppointmentsOutput, error) {
		return s.Withdraw(ctx, g, in)
	})
	handle(r, api.EndAppointment, func(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
		return s.End(ctx, g, in)
	})
	handle(r, api.WithdrawResignation, func(ctx context.Context, g access.Grant, in *api.WithdrawResignationInput) (*api.AppointmentsOutput, error) {
		return s.Stay(ctx, g, in)
	})
	handle(r, api.Resign, func(ctx context.Context, g access.Grant, in *api.ResignInput) (*api.AppointmentsOutput, error) {
		return s.Resign(ctx, g, in)
	})
	handle(r, api.ListOpenDuties, func(ctx context.Context, g access.Grant, in *api.OneAppointmentInput) (*api.OpenDutiesOutput, error) {
		return s.OpenDuties(ctx, g, in)
	})
	handle(r, api.Deputise, func(ctx context.Context, g access.Grant, in *api.DeputiseInput) (*api.AppointmentsOutput, error) {
		return s.Deputise(ctx, g, in)
	})
	handle(r, api.ReadAppointmentLetter, func(ctx context.Context, g access.Grant, in *api.AppointmentPaperInput) (*api.Blob, error) {
		return s.Letter(ctx, g, in)
	})
	handle(r, api.ReadAppointmentEnding, func(ctx context.Context, g access.Grant, in *api.AppointmentPaperInput) (*api.Blob, error) {
		return s.EndingPaper(ctx, g, in)
	})
	staffing(r, s)
	files(r, s)
}

func staffing(r *Router, s *appointment.Service) {
	handle(r, api.ReadStaffing, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.StaffingOutput, error) {
		return s.Staffing(ctx, g, in)
	})
	handle(r, api.ListStaffingSwitches, func(ctx context.Context, g access.Grant, in *api.InAgency) (*api.StaffingSwitchesOutput, error) {
		return s.ListSwitches(ctx, g, in)
	})
	handle(r, api.DecideStaffing, func(ctx context.Context, g access.Grant, in *api.DecideStaffingInput) (*api.StaffingSwitchesOutput, error) {
		return s.Decide(ctx, g, in)
	})
	handle(r, api.ReadDutyMatrix, func(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.DutyMatrixOutput, error) {
		return s.Matrix(ctx, g, in)
	})
	handle(r, api.SetDutyMatrix, func(ctx context.Context, g access.Grant, in *api.SetDutyMatrixInput) (*api.DutyMatrixOutput, error) {
		return s.SetMatrix(ctx, g, in)
	})
	handle(r, api.ReadDutyMatrixPaper, func(ctx context.Context, g access.Grant, in *api.DutyMatrixPaperInput) (*api.Blob, error) {
		return s.MatrixPaper(ctx, g, in)
	})
}

func files(r *Router, s *appointment.Service) {
	handle(r, api.ReadPersonFile, func(ctx context.Context, g access.Grant, in *api.PersonFileInput) (*api.PersonFileOutput, error) {
		return s.File(ctx, g, in)
	})
	handle(r, api.ReadPersonFilePaper, func(ctx context.Context, g access.Grant, in *api.PersonFilePaperInput) (*api.Blob, error) {
		return s.FilePaper(ctx, g, in)
	})
	handle(r, api.ListMyFiles, func(ctx context.Context, g access.Grant, in *api.Nothing) (*api.MyFilesOutput, error) {
		return s.MyFiles(ctx, g, in)
	})
	handle(r, api.ReadMyFile, func(ctx context.Context, g access.Grant, in *api.MyFileInput) (*api.PersonFileOutput, error) {
		return s.MyFile(ctx, g, in)
	})
	handle(r, api.ReadMyFilePaper, func(ctx context.Context, g access.Grant, in *api.MyFilePaperInput) (*api.Blob, error) {
		return s.MyFilePaper(ctx, g, in)
	})
	handle(r, api.ExportMyFile, func(ctx context.Context, g access.Grant, in *api.ExportMyFileInput) (*api.Blob, error) {
		return s.ExportMyFile(ctx, g, in)
	})
}
