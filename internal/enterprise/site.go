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

// Sites adds one site after the other in the transaction of whoever brings them,
// as a table that is imported. Their days are planned once, by [Sites.End].
type Sites struct {
	service *Service
	tx      *db.Tx
}

// Adding begins to add sites.
func (s *Service) Adding(tx *db.Tx) (*Sites, error) {
	_, err := readEnterprise(tx, true)
	return &Sites{s, tx}, err
}

// Put adds a site.
func (a *Sites) Put(in api.SiteFields) error {
	var f Form
	site := f.site("body", in)
	if err := f.Err(ErrInput); err != nil {
		return err
	}
	site, err := a.service.openSite(a.tx, site)
	if err != nil {
		return err
	}
	return a.service.sealSite(a.tx, site)
}

// End plans the days of all.
func (a *Sites) End() error { return a.service.planned(a.tx) }

func (s *Service) addSite(tx *db.Tx, site Site) error {
	site, err := s.openSite(tx, site)
	if err != nil {
		return err
	}
	if err := s.planned(tx); err != nil {
		return err
	}
	return s.sealSite(tx, site)
}

func (s *Service) sealSite(tx *db.Tx, site Site) error {
	wire := site.wire()
	return s.seal(tx, KindEdited, site.ID, editedFact{Site: &wire}, nil)
}

func (s *Service) openSite(tx *db.Tx, site Site) (Site, error) {
	site.ID, site.OpenedOn = tx.NewID(), tx.Today()
	if err := insertSite(tx, site); err != nil {
		return Site{}, err
	}
	return site, s.ports.Patterns.DefaultShift(tx, site.ID, site.Kind)
}

func (s *Service) planned(tx *db.Tx) error {
	if err := s.ports.Patterns.Plan(tx); err != nil {
		return fmt.Errorf("plan the days of new sites: %w", err)
	}
	return nil
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
