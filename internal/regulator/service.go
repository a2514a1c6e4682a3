package regulator

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
)

// Service is regulator.
type Service struct {
	db       *db.DB
	accounts Accounts
}

// New makes the service.
func New(d *db.DB, accounts Accounts) *Service { return &Service{d, accounts} }

// ListOffices lists the offices that an enterprise can register with.
func (s *Service) ListOffices(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.OfficesOutput, error) {
	out := &api.OfficesOutput{}
	out.Body.Items = []api.Office{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := offices(tx)
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, api.Office{ID: string(r.ID), Name: r.Name, District: r.District})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
