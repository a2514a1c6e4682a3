package inspection

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
)

// Monthlies answers item 2.3: the months that have begun, with their minutes.
func (s *Service) Monthlies(ctx context.Context, g access.Grant, in *api.InArea) (*api.InspectedMonthliesOutput, error) {
	out := &api.InspectedMonthliesOutput{}
	err := s.look(ctx, g, *in, "monthly", "", func(tx *db.Tx) (err error) {
		if out.Body.Items, err = s.on.Months.Entries(tx); err != nil {
			return fmt.Errorf("read months: %w", err)
		}
		said := api.Sentence(record.MonthsSentence(out.Body.Items))
		out.Body.Facts, out.Body.Said = said.Text, said
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Monthly returns minutes as the authority reads them: neither the words of
// advice nor causes.
func (s *Service) Monthly(ctx context.Context, g access.Grant, in *api.InspectMonthlyInput) (*api.MonthlyOutput, error) {
	subject, err := id.Parse(in.Record)
	if err != nil {
		return nil, record.ErrMonthNotFound
	}
	out := &api.MonthlyOutput{}
	err = s.look(ctx, g, in.InArea, "monthly", in.Record, func(tx *db.Tx) error {
		w, err := s.on.Months.Whole(tx, subject)
		out.Body = record.ForAuthority(w)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// MonthlyPaper returns the paper of minutes as the authority reads them.
func (s *Service) MonthlyPaper(ctx context.Context, g access.Grant, in *api.InspectMonthlyPaperInput) (*api.Blob, error) {
	subject, err := id.Parse(in.Record)
	if err != nil {
		return nil, record.ErrMonthNotFound
	}
	return s.file(ctx, g, in.InArea, "paper", in.Record, func(tx *db.Tx) (*api.Blob, error) { return s.on.Months.PaperOf(tx, subject, true, in.Format) })
}
