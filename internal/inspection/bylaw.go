package inspection

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/reference"
)

// Bylaws returns the approved documents of items 1.1, 1.3, 1.5 and 1.6.
func (s *Service) Bylaws(ctx context.Context, g access.Grant, in *api.InArea) (*api.BylawsOutput, error) {
	var out *api.BylawsOutput
	err := s.look(ctx, g, *in, "bylaw", "", func(tx *db.Tx) (err error) {
		out, err = s.on.Bylaws.Approved(tx)
		return err
	})
	return out, err
}

// BylawPaper returns a sheet of a version. The look names it by its title, as
// the enterprise knows it.
func (s *Service) BylawPaper(ctx context.Context, g access.Grant, in *api.InspectBylawPaperInput) (*api.Blob, error) {
	title := in.Bylaw
	if kind, known := reference.BylawOf(in.Bylaw); known {
		title = kind.Title
	}
	return s.file(ctx, g, in.InArea, "paper", fmt.Sprintf("%s 第%d版", title, in.Version), func(tx *db.Tx) (*api.Blob, error) {
		return s.on.Bylaws.PaperOf(tx, in.Bylaw, in.Version, in.Sheet, in.Format)
	})
}
