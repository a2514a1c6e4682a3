package enterprise

import (
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// AddSite opens a site with its default shift.
func (s *Service) AddSite(ctx context.Context, g access.Grant, in *api.AddSiteInput) (*api.EnterpriseOutput, error) {
	var f Form
	site := f.site("body", in.Body)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	return s.write(ctx, g, func(tx *db.Tx, _ enterpriseRow) error { return s.addSite(tx, site) })
}

// PutSite adds a site in the transaction of whoever brings it, as a table that
// is imported.
func (s *Service) PutSite(tx *db.Tx, in api.SiteFields) error {
	var f Form
	site := f.site("body", in)
	if err := f.Err(ErrInput); err != nil {
		return err
	}
	if _, err := readEnterprise(tx, true); err != nil {
		return err
	}
	return s.addSite(tx, site)
}

func (s *Service) addSite(tx *db.Tx, site Site) error {
	opened, err := s.openSite(tx, site)
	if err != nil {
		return err
	}
	wire := opened.wire()
	return s.seal(tx, KindEdited, opened.ID, editedFact{Site: &wire}, nil)
}

func (s *Service) openSite(tx *db.Tx, site Site) (Site, error) {
	site.ID, site.OpenedOn = tx.NewID(), tx.Today()
	if err := insertSite(tx, site); err != nil {
		return Site{}, err
	}
	return site, s.ports.Patterns.DefaultShift(tx, site.ID, site.Kind)
}

// EditSite changes or closes a site. A closed one stays closed, and one must
// stay open.
func (s *Service) EditSite(ctx context.Context, g access.Grant, in *api.EditSiteInput) (*api.EnterpriseOutput, error) {
	var f Form
	changed := f.site("body", in.Body.SiteFields)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	wanted, err := id.Parse(in.Site)
	if err != nil {
		return nil, ErrSiteNotFound.Because(err)
	}
	return s.write(ctx, g, func(tx *db.Tx, _ enterpriseRow) error {
		sites, err := readSites(tx)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(sites, func(s Site) bool { return s.ID == wanted })
		if n < 0 {
			return ErrSiteNotFound
		}
		site := sites[n]
		if site.ClosedOn != "" {
			if in.Body.Closed {
				return nil // said twice
			}
			return ErrSiteClosed
		}
		site.Kind, site.Name, site.Address = changed.Kind, changed.Name, changed.Address
		if in.Body.Closed {
			if !slices.ContainsFunc(sites, func(other Site) bool { return other.ID != site.ID && other.ClosedOn == "" }) {
				return ErrSiteLast
			}
			site.ClosedOn = tx.Today()
		}
		if site == sites[n] {
			return nil
		}
		if err := updateSite(tx, site); err != nil {
			return err
		}
		if site.ClosedOn != "" {
			if err := s.ports.Patterns.Plan(tx); err != nil {
				return fmt.Errorf("plan without site %s: %w", site.ID, err)
			}
		}
		wire := site.wire()
		return s.seal(tx, KindEdited, site.ID, editedFact{Site: &wire}, nil)
	})
}
