package hazard

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// look opens one enterprise of the officer's area, does what is done there, and
// writes down the look, all in one transaction. What it appends to the chain
// comes last.
func (s *Service) look(ctx context.Context, g access.Grant, in api.InArea, subject string, do func(*db.Tx) error) error {
	owner, err := id.Parse(in.Enterprise)
	if err != nil {
		return db.ErrEnterpriseNotFound
	}
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		tx, err := tx.For(owner)
		if err != nil {
			return err
		}
		if err := s.agencies.RecordLook(tx, "hazard", subject); err != nil {
			return fmt.Errorf("record look at hazard %s: %w", subject, err)
		}
		return do(tx)
	})
}

// InspectAll lists an enterprise's hazards to the authority.
func (s *Service) InspectAll(ctx context.Context, g access.Grant, in *api.InspectHazardsInput) (*api.HazardsOutput, error) {
	var out *api.HazardsOutput
	err := s.look(ctx, g, in.InArea, "", func(tx *db.Tx) (err error) {
		out, err = s.list(tx, in.Page, in.Open)
		return err
	})
	return out, err
}

// Inspect returns one hazard to the authority.
func (s *Service) Inspect(ctx context.Context, g access.Grant, in *api.InspectHazardInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.HazardOutput
	err = s.look(ctx, g, in.InArea, in.Hazard, func(tx *db.Tx) (err error) {
		out, err = s.ReadFor(tx, hazard)
		return err
	})
	return out, err
}

// Orders lists what the caller's agency ordered in its area and has not closed.
func (s *Service) Orders(ctx context.Context, g access.Grant, _ *api.InAgency) (*api.OrdersOutput, error) {
	out := &api.OrdersOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := ordersOf(tx, tx.Actor().Agency)
		if err != nil {
			return err
		}
		out.Body.Items = make([]api.Order, len(rows))
		for n, r := range rows {
			out.Body.Items[n] = api.Order{
				ID: string(r.ID), Enterprise: string(r.Enterprise), EnterpriseName: r.EnterpriseName, Source: r.Source, Number: r.SourceNumber,
				Description: r.Description, Severity: r.Severity, State: string(r.State), Day: string(r.Day), Due: r.DueAt.UTC(), OfficerName: r.OfficerName,
				Mine: r.State == Verified && r.OfficerID == tx.Actor().Account,
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Order opens a hazard in the name of an officer of the authority: 责令改正, a
// verified complaint, a failed sampling. He alone, or who is named after him,
// closes it.
func (s *Service) Order(ctx context.Context, g access.Grant, in *api.OrderRectificationInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	b := in.Body
	for _, f := range []struct{ at, words string }{{"description", b.Description}, {"number", b.Number}, {"basis", b.Basis}} {
		if err := checkNote(f.words, "body."+f.at); err != nil {
			return nil, err
		}
	}
	if err := checkWords(b.Batch, "body.batch"); err != nil {
		return nil, err
	}
	var out *api.HazardOutput
	err = s.look(ctx, g, in.InArea, in.Hazard, func(tx *db.Tx) error {
		by := tx.Actor()
		known, err := findHazard(tx, hazard)
		if err == nil {
			if known.AgencyID != by.Agency || known.OpenedBy != by.Account {
				return ErrTaken
			}
			out, err = s.output(tx, known)
			return err
		}
		if !errors.Is(err, ErrNotFound) {
			return err
		}
		last, err := dueDay(b.Due, tx.Today())
		if err != nil {
			return err
		}
		if err := s.atSite(tx, id.ID(b.Site)); err != nil {
			return err
		}
		name, err := s.agencies.AgencyName(tx, by.Agency)
		if err != nil {
			return fmt.Errorf("read name of agency %s: %w", by.Agency, err)
		}
		h := hazardRow{
			ID: hazard, SiteID: id.ID(b.Site), Day: tx.Today(), Severity: b.Severity, Description: strings.TrimSpace(b.Description), DueAt: endOf(last),
			Source: b.Source, SourceNumber: strings.TrimSpace(b.Number), Batch: strings.TrimSpace(b.Batch), Basis: strings.TrimSpace(b.Basis),
			AgencyID: by.Agency, AgencyName: name, OfficerID: by.Account, OfficerName: by.Name,
		}
		if err := s.open(tx, h, "", nil); err != nil {
			return err
		}
		out, err = s.ReadFor(tx, hazard)
		return err
	})
	return out, err
}

// byAuthority runs a step of the authority under the lock of its hazard.
func (s *Service) byAuthority(ctx context.Context, g access.Grant, in api.InArea, hazard, step string, take func(tx *db.Tx, h *hazardRow, step id.ID, out **api.HazardOutput) error) (*api.HazardOutput, error) {
	var out *api.HazardOutput
	err := s.look(ctx, g, in, hazard, func(tx *db.Tx) error {
		return s.once(tx, hazard, step, &out, func(h hazardRow, of id.ID) error { return take(tx, &h, of, &out) })
	})
	return out, err
}

// Decide is the named officer's decision about what he ordered.
func (s *Service) Decide(ctx context.Context, g access.Grant, in *api.DecideOrderInput) (*api.HazardOutput, error) {
	if err := checkNote(in.Body.Note, "body.note"); err != nil {
		return nil, err
	}
	return s.byAuthority(ctx, g, in.InArea, in.Hazard, in.Step, func(tx *db.Tx, h *hazardRow, of id.ID, out **api.HazardOutput) error {
		step := Step{ID: of, Kind: Kind(in.Body.Kind), Note: strings.TrimSpace(in.Body.Note)}
		if step.Kind == StepExtended {
			step.Detail.Due = clock.Day(in.Body.Due)
			if _, err := clock.ParseDay(in.Body.Due); err != nil {
				return ErrDueDay.At("body.due", "")
			}
		}
		steps, err := stepsOf(tx, h.ID)
		if err != nil {
			return err
		}
		a := tx.Actor()
		switch {
		case h.AgencyID == id.Nil:
			return ErrNoOrder
		case h.AgencyID != a.Agency || h.OfficerID != a.Account:
			return ErrNotNamed
		}
		if h.State, err = h.course(steps).decide(step, tx.Today()); err != nil {
			return err
		}
		return s.take(tx, h, step, out)
	})
}

// decide says where the officer's decision leads. He closes or sends back what
// the enterprise has verified.
func (c Course) decide(step Step, today clock.Day) (State, error) {
	switch step.Kind {
	case StepClosed, StepSentBack:
		switch {
		case c.State != Verified:
			return "", c.refuse("企业复核通过后才能销案或退回")
		case step.Kind == StepSentBack:
			return back(c.Planned), nil
		case len(c.open()) > 0:
			return "", ErrContained
		}
		return Closed, nil
	case StepExtended:
		if c.State == Closed {
			return "", c.refuse("已销案的责令改正不能延期")
		}
		return c.State, c.complete(step, today)
	default:
		return "", c.refuse("监管人员只能销案、退回或延期")
	}
}

// Receipt confirms in the officer's name that a report has come.
func (s *Service) Receipt(ctx context.Context, g access.Grant, in *api.ReceiptReportInput) (*api.HazardOutput, error) {
	if err := checkNote(in.Body.Note, "body.note"); err != nil {
		return nil, err
	}
	return s.byAuthority(ctx, g, in.InArea, in.Hazard, in.Step, func(tx *db.Tx, h *hazardRow, of id.ID, out **api.HazardOutput) error {
		steps, err := stepsOf(tx, h.ID)
		if err != nil {
			return err
		}
		awaiting := func(c Containment) bool {
			return c.ID == id.ID(in.Body.Of) && !c.Notified.IsZero() && c.Receipted.IsZero()
		}
		if !slices.ContainsFunc(containments(steps), awaiting) {
			return ErrNoReport
		}
		return s.take(tx, h, Step{ID: of, Kind: StepReceipted, Note: strings.TrimSpace(in.Body.Note), Detail: Detail{Of: id.ID(in.Body.Of)}}, out)
	})
}

// Assign names the officer who succeeds the one that ordered it.
func (s *Service) Assign(ctx context.Context, g access.Grant, in *api.AssignOrderInput) (*api.HazardOutput, error) {
	if err := checkNote(in.Body.Note, "body.note"); err != nil {
		return nil, err
	}
	return s.byAuthority(ctx, g, in.InArea, in.Hazard, in.Step, func(tx *db.Tx, h *hazardRow, of id.ID, out **api.HazardOutput) error {
		switch {
		case h.AgencyID == id.Nil:
			return ErrNoOrder
		case h.AgencyID != tx.Actor().Agency:
			return ErrNotNamed
		}
		successor := id.ID(in.Body.Officer)
		name, ok, err := s.agencies.MemberName(tx, successor, h.AgencyID)
		if err != nil {
			return fmt.Errorf("read member %s: %w", successor, err)
		}
		if !ok || successor == h.OfficerID {
			return ErrSuccessor.At("body.officer", "")
		}
		return s.take(tx, h, Step{ID: of, Kind: StepAssigned, Note: strings.TrimSpace(in.Body.Note), About: successor, AboutName: name}, out)
	})
}
