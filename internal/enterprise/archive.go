package enterprise

import (
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Archive reads the archive of the transaction's enterprise.
func (s *Service) Archive(tx *db.Tx) (api.Enterprise, error) {
	r, err := readEnterprise(tx, false)
	if err != nil {
		return api.Enterprise{}, err
	}
	e := api.Enterprise{
		ID: string(r.EnterpriseID),
		EnterpriseHead: api.EnterpriseHead{
			Name: r.Name,
			Identifier: api.Identifier{
				Kind: r.IdentifierKind, Value: r.Identifier, Confirmed: r.IdentifierConfirmed,
				Reason: r.NoIdentifierReason, Market: r.Market, Stall: r.Stall,
			},
			Address: r.Address, LegalRepresentative: r.LegalRepresentative, Contact: r.Contact,
		},
		InScope: r.InScope, ScopeNote: r.ScopeNote, EntryReason: r.EntryReason,
		SurveyedOn: string(r.SurveyedOn), SurveyOutcome: r.SurveyOutcome,
		OperatingState: r.OperatingState, Origin: r.Origin, BegunOn: string(r.BegunOn),
		SizeGrade: r.SizeGrade, SizeGradeWords: r.SizeGradeWords.Text, SizeGradeSaid: api.Sentence(r.SizeGradeWords), Revision: r.Revision,
		Businesses: []api.BusinessFigures{}, Products: []api.Product{},
	}
	if len(r.PhoneCipher) > 0 {
		if e.Phone, err = s.ports.Cipher.Open(r.PhoneCipher, phonePlace(tx)); err != nil {
			return api.Enterprise{}, fmt.Errorf("decrypt phone of enterprise %s: %w", e.ID, err)
		}
	}
	reports, err := readReports(tx)
	if err != nil {
		return api.Enterprise{}, err
	}
	for _, f := range reports {
		e.Businesses = append(e.Businesses, f.wire())
	}
	if e.Sites, err = s.Sites(tx); err != nil {
		return api.Enterprise{}, err
	}
	products, err := readProducts(tx)
	if err != nil {
		return api.Enterprise{}, err
	}
	for _, p := range products {
		e.Products = append(e.Products, p.wire())
	}
	if e.Office, e.OfficerName, err = readOffice(tx); err != nil {
		return api.Enterprise{}, err
	}
	return e, nil
}

// Sites lists the sites, closed ones included, the oldest first.
func (s *Service) Sites(tx *db.Tx) ([]api.Site, error) {
	sites, err := readSites(tx)
	if err != nil {
		return nil, err
	}
	all := make([]api.Site, len(sites))
	for n, site := range sites {
		all[n] = site.wire()
	}
	return all, nil
}

// SiteNames returns the name of every site, closed ones included.
func (s *Service) SiteNames(tx *db.Tx) (map[id.ID]string, error) {
	sites, err := readSites(tx)
	if err != nil {
		return nil, err
	}
	names := make(map[id.ID]string, len(sites))
	for _, site := range sites {
		names[site.ID] = site.Name
	}
	return names, nil
}

// SizeGrade returns the size grade by 附件1; it is empty while ungraded.
func (s *Service) SizeGrade(tx *db.Tx) (string, error) {
	r, err := readEnterprise(tx, false)
	return r.SizeGrade, err
}

// Sides returns the sides on which the enterprise stands and the categories of
// its present products: what its starting list of risk items is made from.
func (s *Service) Sides(tx *db.Tx) (sides, categories []string, err error) {
	reports, err := readReports(tx)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range reports {
		if side := string(r.Business.Side()); !slices.Contains(sides, side) {
			sides = append(sides, side)
		}
	}
	products, err := readProducts(tx)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range products {
		if p.DroppedOn == "" && !slices.Contains(categories, p.Category) {
			categories = append(categories, p.Category)
		}
	}
	return sides, categories, nil
}

func (f Figures) wire() api.BusinessFigures {
	w := api.BusinessFigures{Kind: string(f.Business), Headcount: f.Headcount, Year: f.Year, Basis: f.Basis}
	if f.Revenue != nil {
		wan := float64(*f.Revenue) / float64(Wan)
		w.Revenue = &wan
	}
	return w
}

func (s Site) wire() api.Site {
	return api.Site{
		ID: string(s.ID), SiteFields: api.SiteFields{Kind: s.Kind, Name: s.Name, Address: s.Address},
		OpenedOn: string(s.OpenedOn), ClosedOn: string(s.ClosedOn),
	}
}

func (p Product) wire() api.Product {
	return api.Product{ID: string(p.ID), ProductFields: api.ProductFields{
		Name: p.Name, Category: p.Category, Regime: p.Regime, Certificate: p.Certificate, Standard: p.Standard,
	}, DroppedOn: string(p.DroppedOn)}
}
