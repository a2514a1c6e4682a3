package inspection

import (
	"context"
	"strconv"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
)

// Weeklies returns item 2.2 for a year.
func (s *Service) Weeklies(ctx context.Context, g access.Grant, in *api.InspectWeekliesInput) (*api.WeekliesOutput, error) {
	var out *api.WeekliesOutput
	subject := ""
	if in.Year != 0 {
		subject = strconv.Itoa(in.Year)
	}
	err := s.look(ctx, g, in.InArea, "weekly", subject, func(tx *db.Tx) (err error) {
		out, err = s.on.Records.WeekliesOf(tx, in.Year)
		return err
	})
	return out, err
}

// Weekly returns one report.
func (s *Service) Weekly(ctx context.Context, g access.Grant, in *api.InspectWeeklyInput) (*api.WeeklyOutput, error) {
	var out *api.WeeklyOutput
	err := s.look(ctx, g, in.InArea, "weekly", in.Week, func(tx *db.Tx) (err error) {
		out, err = s.on.Records.WeeklyOf(tx, in.Week)
		return err
	})
	return out, err
}

// WeeklyPaper returns the paper of one.
func (s *Service) WeeklyPaper(ctx context.Context, g access.Grant, in *api.InspectWeeklyPaperInput) (*api.Blob, error) {
	return s.file(ctx, g, in.InArea, "paper", in.Week, func(tx *db.Tx) (*api.Blob, error) { return s.on.Records.WeeklyPaperOf(tx, in.Week, in.Format) })
}
