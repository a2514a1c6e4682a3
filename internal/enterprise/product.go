package enterprise

import (
	"context"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// AddProduct adds a product.
func (s *Service) AddProduct(ctx context.Context, g access.Grant, in *api.AddProductInput) (*api.EnterpriseOutput, error) {
	var f Form
	product := f.product("body", in.Body)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	return s.write(ctx, g, func(tx *db.Tx, r enterpriseRow) error { return s.addProduct(tx, r, product) })
}

// Products adds one product after the other in the transaction of whoever brings
// them, as a table that is imported. What follows from all of them is derived
// once, by [Products.End].
type Products struct {
	service *Service
	tx      *db.Tx
	before  enterpriseRow
	all     []Product
	inScope *bool
}

// Products begins to add products.
func (s *Service) Products(tx *db.Tx) (*Products, error) {
	r, err := readEnterprise(tx, true)
	if err != nil {
		return nil, err
	}
	all, err := readProducts(tx)
	return &Products{service: s, tx: tx, before: r, all: all, inScope: r.InScope}, err
}

// Put adds a product. Where the scope is derived, its fact says what it is with it.
func (p *Products) Put(in api.ProductFields) error {
	var f Form
	product := f.product("body", in)
	if err := f.Err(ErrInput); err != nil {
		return err
	}
	product.ID, product.AddedOn = p.tx.NewID(), p.tx.Today()
	if err := insertProduct(p.tx, product); err != nil {
		return err
	}
	p.all = append(p.all, product)
	if p.before.Origin == OriginRegistration {
		p.inScope = inScope(p.all)
	}
	wire := product.wire()
	return p.service.seal(p.tx, KindEdited, product.ID, editedFact{Product: &wire, InScope: p.inScope}, nil)
}

// End derives the scope and what the staffing lacks anew.
func (p *Products) End() error {
	if !equal(p.inScope, p.before.InScope) {
		if err := updateEnterprise(p.tx, map[string]any{"in_scope": p.inScope}); err != nil {
			return err
		}
	}
	return p.service.ports.Posts.Restaff(p.tx)
}

func (s *Service) addProduct(tx *db.Tx, r enterpriseRow, product Product) error {
	product.ID, product.AddedOn = tx.NewID(), tx.Today()
	if err := insertProduct(tx, product); err != nil {
		return err
	}
	return s.productChanged(tx, r, product)
}

// EditProduct changes or drops a product, or takes a dropped one up again.
func (s *Service) EditProduct(ctx context.Context, g access.Grant, in *api.EditProductInput) (*api.EnterpriseOutput, error) {
	var f Form
	changed := f.product("body", in.Body.ProductFields)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	wanted, err := id.Parse(in.Product)
	if err != nil {
		return nil, ErrProductNotFound.Because(err)
	}
	return s.write(ctx, g, func(tx *db.Tx, r enterpriseRow) error {
		products, err := readProducts(tx)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(products, func(p Product) bool { return p.ID == wanted })
		if n < 0 {
			return ErrProductNotFound
		}
		before := products[n]
		changed.ID, changed.AddedOn, changed.DroppedOn = before.ID, before.AddedOn, droppedOn(before, in.Body.Dropped, tx.Today())
		if changed == before {
			return nil
		}
		if err := updateProduct(tx, changed); err != nil {
			return err
		}
		return s.productChanged(tx, r, changed)
	})
}

func droppedOn(p Product, dropped bool, today clock.Day) clock.Day {
	switch {
	case !dropped:
		return ""
	case p.DroppedOn != "":
		return p.DroppedOn
	default:
		return today
	}
}

// productChanged derives the scope anew where it is derived; where an office
// entered the enterprise, its word stands.
func (s *Service) productChanged(tx *db.Tx, r enterpriseRow, p Product) error {
	wire := p.wire()
	fact := editedFact{Product: &wire, InScope: r.InScope}
	if r.Origin == OriginRegistration {
		products, err := readProducts(tx)
		if err != nil {
			return err
		}
		fact.InScope = inScope(products)
		if !equal(fact.InScope, r.InScope) {
			if err := updateEnterprise(tx, map[string]any{"in_scope": fact.InScope}); err != nil {
				return err
			}
		}
	}
	if err := s.ports.Posts.Restaff(tx); err != nil {
		return err
	}
	return s.seal(tx, KindEdited, p.ID, fact, nil)
}
