package goods

import (
	"context"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// ListCommissions returns the contracts, running ones by their end first.
func (s *Service) ListCommissions(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.CommissionsOutput, error) {
	out := &api.CommissionsOutput{}
	out.Body.Items = []api.Commission{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		all, err := s.Commissions(tx)
		out.Body.Items = append(out.Body.Items, all...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// InspectCommissions is ListCommissions for a supervising officer. A look.
func (s *Service) InspectCommissions(ctx context.Context, g access.Grant, in *api.InArea) (*api.CommissionsOutput, error) {
	out := &api.CommissionsOutput{}
	out.Body.Items = []api.Commission{}
	err := s.look(ctx, g, in.Enterprise, "commission", "", func(tx *db.Tx) error {
		all, err := s.Commissions(tx)
		out.Body.Items = append(out.Body.Items, all...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Commissions returns all contracts inside a transaction, those that run first.
func (s *Service) Commissions(tx *db.Tx) ([]api.Commission, error) {
	found, err := commissions(tx, id.Nil)
	slices.SortStableFunc(found, func(a, b Commission) int { return turn(a.State(tx.Today())) - turn(b.State(tx.Today())) })
	all := make([]api.Commission, len(found))
	for n, c := range found {
		all[n] = c.wire(tx.Today())
	}
	return all, err
}

// CommissionsOn returns the contracts that ran on one of the days from–to.
func (s *Service) CommissionsOn(tx *db.Tx, from, to clock.Day) ([]api.Commission, error) {
	all, err := s.Commissions(tx)
	return slices.DeleteFunc(all, func(c api.Commission) bool {
		last := clock.Day(c.Until)
		if c.EndedAt != nil {
			last = min(last, clock.DayOf(*c.EndedAt))
		}
		return clock.Day(c.From).After(to) || last.Before(from)
	}), err
}

func turn(state string) int {
	return slices.Index([]string{"running", "coming", "over", "ended"}, state)
}

func (c Commission) wire(today clock.Day) api.Commission {
	return api.Commission{
		ID: string(c.ID), CommissionFields: c.Fields, State: c.State(today), Name: c.Name, At: c.At, EndedAt: c.EndedAt, EndedWhy: c.EndedWhy,
	}
}

// PutCommission enters a contract. The id is the client's: entered twice, it is
// there once.
func (s *Service) PutCommission(ctx context.Context, g access.Grant, in *api.PutCommissionInput) (*api.CommissionOutput, error) {
	contract, err := id.Parse(in.Commission)
	if err != nil {
		return nil, ErrCommissionNotFound
	}
	c, err := readCommission(in.Body)
	if err != nil {
		return nil, err
	}
	out := &api.CommissionOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		there, err := commissions(tx, contract)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			out.Body = there[0].wire(tx.Today())
			return nil
		}
		photos, err := s.evidence(tx, c.Fields.Photos)
		if err != nil {
			return err
		}
		c.ID, c.By, c.Name, c.At = contract, tx.Actor().Account, tx.Actor().Name, tx.Now()
		if err := insertCommission(tx, c); err != nil {
			return err
		}
		err = s.obligations.Open(tx, obligation.Obligation{
			Kind: KindCommission, Subject: c.ID, Day: c.From, Post: access.Director, Title: "委托合同到期：" + c.Fields.Product + "（" + c.Fields.Partner + "）",
			Opens: c.Until.Add(-commissionLead).Start(), Due: c.Until.At(24*60 - 1),
		})
		if err != nil {
			return err
		}
		out.Body = c.wire(tx.Today())
		_, err = s.seal(tx, FactCommissioned, c.ID, tx.Today(), c.Fields, photos)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func readCommission(in api.CommissionFields) (Commission, error) {
	var f enterprise.Form
	c := Commission{From: f.Day("body.from", in.From), Until: f.Day("body.until", in.Until)}
	c.Fields = api.CommissionFields{
		Role: in.Role, Partner: f.Name("body.partner", in.Partner, 100), Product: f.Name("body.product", in.Product, 100),
		License: f.Line("body.license", in.License, 60), From: in.From, Until: in.Until, Contract: f.Line("body.contract", in.Contract, 60),
		Announced: in.Announced, Note: f.Text("body.note", in.Note, 300), Photos: unique(in.Photos),
	}
	if CommissionRoles[in.Role] == "" {
		f.Refuse("body.role", words.Say("goods.input.role", "请选择委托方或受托方。"))
	}
	switch {
	case c.From == "":
		f.Refuse("body.from", words.Say("goods.input.from", "请填写开始日期。"))
	case c.Until == "":
		f.Refuse("body.until", words.Say("goods.input.until", "请填写结束日期。"))
	case c.Until.Before(c.From):
		f.Refuse("body.until", words.Say("goods.input.until_before", "结束日期不能早于开始日期。"))
	}
	return c, f.Err(ErrInput)
}

// EndCommission ends a contract now.
func (s *Service) EndCommission(ctx context.Context, g access.Grant, in *api.EndCommissionInput) (*api.CommissionOutput, error) {
	contract, err := id.Parse(in.Commission)
	if err != nil {
		return nil, ErrCommissionNotFound
	}
	var f enterprise.Form
	why := f.Name("body.reason", in.Body.Reason, 200)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	out := &api.CommissionOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		there, err := commissions(tx, contract)
		if err != nil {
			return err
		}
		if len(there) == 0 {
			return ErrCommissionNotFound
		}
		c, now := there[0], tx.Now()
		c.EndedAt, c.EndedWhy = &now, why
		done, err := endCommission(tx, c)
		if err != nil {
			return err
		}
		if !done {
			return ErrCommissionEnded
		}
		if err := s.obligations.Settle(tx, KindCommission, c.ID, c.From, c.ID); err != nil {
			return err
		}
		out.Body = c.wire(tx.Today())
		_, err = s.seal(tx, FactEnded, c.ID, tx.Today(), map[string]any{"commission": c.ID, "reason": why}, nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
