package appointment

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// ListSwitches shows what an agency may decide, and what was decided.
func (s *Service) ListSwitches(ctx context.Context, g access.Grant, _ *api.InAgency) (*api.StaffingSwitchesOutput, error) {
	out := &api.StaffingSwitchesOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Items, err = switches(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Decide writes an agency's decision about a rule.
func (s *Service) Decide(ctx context.Context, g access.Grant, in *api.DecideStaffingInput) (*api.StaffingSwitchesOutput, error) {
	rule, ok := reference.Staffing(in.Rule)
	if !ok || !rule.Switch {
		return nil, ErrRule
	}
	var f enterprise.Form
	reason := f.Name("body.reason", in.Body.Reason, 200)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	out := &api.StaffingSwitchesOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) (err error) {
		if err := insertSwitch(tx, rule.ID, in.Body.Decision, reason); err != nil {
			return err
		}
		out.Body.Items, err = switches(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func switches(tx *db.Tx) ([]api.StaffingSwitch, error) {
	rows, err := switchesAbove(tx, tx.Actor().Path)
	if err != nil {
		return nil, err
	}
	effective := decide(rows)
	all := []api.StaffingSwitch{}
	for _, rule := range reference.StaffingRules() {
		if !rule.Switch {
			continue
		}
		w := api.StaffingSwitch{Rule: rule.ID, Text: rule.Text, Own: Undecided, Effective: Undecided}
		for _, r := range rows {
			if r.Rule == rule.ID && r.AgencyID == tx.Actor().Agency {
				at := r.At.UTC()
				w.Own, w.OwnReason, w.OwnName, w.OwnAt = r.Decision, r.Reason, r.ByName, &at
				break
			}
		}
		if d, ok := effective[rule.ID]; ok {
			w.Effective, w.By = d.Decision, d.Agency
		}
		all = append(all, w)
	}
	return all, nil
}

// decide takes of every rule the nearest agency's newest decision; one that was
// taken back leaves it to the superior. The rows are ordered so.
func decide(rows []switchRow) map[string]Decision {
	decided := map[string]Decision{}
	type seen struct {
		rule   string
		agency id.ID
	}
	known := map[seen]bool{}
	for _, r := range rows {
		key := seen{r.Rule, r.AgencyID}
		if known[key] {
			continue
		}
		known[key] = true
		if _, ok := decided[r.Rule]; !ok && r.Decision != Undecided {
			decided[r.Rule] = Decision{r.Decision, r.AgencyName}
		}
	}
	return decided
}
