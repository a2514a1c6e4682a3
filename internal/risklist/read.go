package risklist

import (
	"context"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Read returns the list in force, the draft, and the versions, newest first.
func (s *Service) Read(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.RiskListsOutput, error) {
	out := &api.RiskListsOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error { return s.read(tx, out) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) read(tx *db.Tx, out *api.RiskListsOutput) error {
	out.Body.Versions = []api.RiskListVersion{}
	rows, err := allVersions(tx)
	if err != nil {
		return err
	}
	for n, r := range rows {
		l, err := wire(r)
		if err != nil {
			return err
		}
		if r.State == stateDraft {
			out.Body.Draft = &l
			continue
		}
		if n == 0 {
			out.Body.Current = &l
		}
		v := api.RiskListVersion{Version: r.Version, Items: len(l.Items), ApprovedName: r.ApprovedName, Note: r.Note}
		if l.ApprovedAt != nil {
			v.ApprovedAt = *l.ApprovedAt
		}
		out.Body.Versions = append(out.Body.Versions, v)
	}
	return nil
}

// Versions returns the approved versions, newest first; a draft is nobody's
// but the enterprise's.
func (s *Service) Versions(tx *db.Tx) ([]api.RiskListVersion, error) {
	out := &api.RiskListsOutput{}
	err := s.read(tx, out)
	return out.Body.Versions, err
}

// ReadVersion returns one approved version.
func (s *Service) ReadVersion(ctx context.Context, g access.Grant, in *api.ReadRiskListVersionInput) (*api.RiskListOutput, error) {
	var out *api.RiskListOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		r, ok, err := byVersion(tx, in.Version)
		if err != nil {
			return err
		}
		if !ok || r.State != stateApproved {
			return ErrNoVersion
		}
		out, err = output(r)
		return err
	})
	return out, err
}

// Compare tells what changed between two versions; version 0 is the draft.
func (s *Service) Compare(ctx context.Context, g access.Grant, in *api.CompareRiskListsInput) (*api.RiskListDiffOutput, error) {
	out := &api.RiskListDiffOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		var sides [2][]api.RiskItem
		for n, version := range []int{in.From, in.To} {
			r, ok, err := byVersion(tx, version)
			if err != nil {
				return err
			}
			if !ok {
				return ErrNoVersion
			}
			if sides[n], err = itemsOf(r); err != nil {
				return err
			}
		}
		out.Body.Added, out.Body.Removed, out.Body.Changed = difference(sides[0], sides[1])
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// DailyItems returns the daily items of an approved list of the transaction's
// enterprise, and its version. Every submitted check asks; approved lists never
// change and stay in memory once a row of the enterprise's own has been read.
func (s *Service) DailyItems(tx *db.Tx, list id.ID) (items []api.RiskItem, version int, err error) {
	key := cacheKey{tx.Enterprise(), list}
	if c, ok := s.cache.get(key); ok && key.enterprise != id.Nil {
		return slices.Clone(c.items), c.version, nil
	}
	r, ok, err := approvedByID(tx, list)
	if err != nil {
		return nil, 0, err
	}
	if !ok {
		return nil, 0, ErrNoVersion
	}
	all, err := itemsOf(r)
	if err != nil {
		return nil, 0, err
	}
	for _, i := range all {
		if i.Rhythm == daily {
			items = append(items, i)
		}
	}
	if key.enterprise != id.Nil {
		keep := cached{key: key, items: slices.Clone(items), version: r.Version}
		tx.AfterCommit(func() { s.cache.put(keep) })
	}
	return items, r.Version, nil
}

// InForce returns the newest approved version; false while there is none.
func (s *Service) InForce(tx *db.Tx) (api.RiskList, bool, error) {
	r, ok, err := inForce(tx)
	if err != nil || !ok {
		return api.RiskList{}, false, err
	}
	l, err := wire(r)
	return l, err == nil, err
}

// Tasks tells the caller that a draft waits for his approval, or that there is
// no list yet.
func (s *Service) Tasks(tx *db.Tx) ([]api.Task, error) {
	a := tx.Actor()
	if !a.Is(access.Principal) && !a.Is(access.Director) {
		return nil, nil
	}
	draft, drafted, err := byVersion(tx, 0)
	if err != nil {
		return nil, err
	}
	if drafted {
		if !a.Is(access.Principal) {
			return nil, nil
		}
		return []api.Task{{Kind: "list", Subject: string(draft.ID), Title: "风险管控清单待批准", Note: draft.DraftedName}}, nil
	}
	if _, approved, err := inForce(tx); err != nil || approved {
		return nil, err
	}
	return []api.Task{{Kind: "list", Subject: string(tx.Enterprise()), Title: "尚未编制风险管控清单"}}, nil
}
