package inspection

import (
	"context"
	"strconv"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

// Trainings answers item 2.5 for a year: what was held, studied and tested.
func (s *Service) Trainings(ctx context.Context, g access.Grant, in *api.InspectTrainingsInput) (*api.InspectedTrainingOutput, error) {
	out := &api.InspectedTrainingOutput{}
	err := s.look(ctx, g, in.InArea, "training", strconv.Itoa(in.Year), func(tx *db.Tx) error {
		y, err := s.on.Trainings.Year(tx, in.Year)
		if err != nil {
			return err
		}
		out.Body.TrainingYear = training.ForAuthority(y)
		out.Body.Tests, err = s.on.Trainings.Tests(tx, in.Year)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// TrainingPaper returns the paper of a session that was held.
func (s *Service) TrainingPaper(ctx context.Context, g access.Grant, in *api.InspectTrainingPaperInput) (*api.Blob, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, training.ErrSession
	}
	return s.file(ctx, g, in.InArea, "paper", in.Session, func(tx *db.Tx) (*api.Blob, error) { return s.on.Trainings.PaperOf(tx, session, in.Format) })
}
