package risklist

import (
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrTwice refuses an item that the list has already.
var ErrTwice = fault.New(fault.Conflict, "risklist.item.twice", "清单里已有相同的一项，不需要再导入。")

// Adding appends items to the draft in the transaction of whoever brings them,
// as a table that is imported. Without a draft the list in force is drafted anew.
// The draft is written once, by [Adding.End].
type Adding struct {
	tx    *db.Tx
	draft listRow
	items []api.RiskItem
	// before are the items that the new draft follows.
	before []api.RiskItem
	sites  map[id.ID]string
	grade  string
}

// Adding begins to append.
func (s *Service) Adding(tx *db.Tx) (*Adding, error) {
	draft, _, err := lockDraft(tx)
	if err != nil {
		return nil, err
	}
	a := &Adding{tx: tx, draft: draft}
	if a.before, err = s.before(tx, draft); err != nil {
		return nil, err
	}
	a.items = slices.Clone(a.before)
	if draft.ID != id.Nil {
		if a.items, err = itemsOf(draft); err != nil {
			return nil, err
		}
	}
	if a.sites, err = s.archive.SiteNames(tx); err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	if a.grade, err = s.archive.SizeGrade(tx); err != nil {
		return nil, fmt.Errorf("read size grade: %w", err)
	}
	return a, nil
}

// Put appends an item. What only the whole list can break is told by End.
func (a *Adding) Put(item api.RiskItem) error {
	item.ID, item.Source = string(a.tx.NewID()), sourceOwn
	item = tidy([]api.RiskItem{item})[0]
	if err := checkItem(item, "body", a.sites); err != nil {
		return err
	}
	same := func(i api.RiskItem) bool {
		return i.Category == item.Category && i.Step == item.Step && i.Risk == item.Risk && i.Measure == item.Measure
	}
	switch {
	case slices.ContainsFunc(a.items, same):
		return ErrTwice.At("body.risk", "")
	case len(a.items) >= mostItems:
		return ErrCount
	}
	a.items = append(a.items, item)
	return nil
}

// End holds the list as a whole against its rules and writes the draft.
func (a *Adding) End() error {
	if err := check(a.items, a.before, a.sites, a.grade); err != nil {
		return err
	}
	b, err := json.Marshal(a.items)
	if err != nil {
		return fmt.Errorf("encode items: %w", err)
	}
	_, err = writeDraft(a.tx, a.draft, b, a.draft.Note)
	return err
}
