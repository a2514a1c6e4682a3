package hazard

import (
	"context"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Advance takes a step. The step's id is the client's: sent twice, the step is
// taken once.
func (s *Service) Advance(ctx context.Context, g access.Grant, in *api.AdvanceHazardInput) (*api.HazardOutput, error) {
	b := in.Body
	if err := checkNote(b.Note, "body.note"); err != nil {
		return nil, err
	}
	if err := checkWords(b.CauseNote, "body.causeNote"); err != nil {
		return nil, err
	}
	step := Step{Kind: Kind(b.Kind), Note: strings.TrimSpace(b.Note), Photos: unique(b.Photos), Detail: Detail{
		Cause: b.Cause, CauseNote: strings.TrimSpace(b.CauseNote), Of: id.ID(b.Of), Recalled: b.Recalled,
	}}
	if b.Due != "" {
		day, err := clock.ParseDay(b.Due)
		if err != nil {
			return nil, ErrDueDay.At("body.due", "")
		}
		step.Detail.Due = day
	}
	if a := b.Act; a != nil {
		step.Detail.Act = &Act{
			Kinds: a.Kinds, Product: strings.TrimSpace(a.Product), Batch: strings.TrimSpace(a.Batch), Unit: strings.TrimSpace(a.Unit),
			Made: a.Made, Stocked: a.Stocked, Sold: a.Sold, Notices: strings.TrimSpace(a.Notices),
		}
	}
	var out *api.HazardOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		return s.once(tx, in.Hazard, in.Step, &out, func(h hazardRow, of id.ID) error {
			step.ID = of
			if err := s.names(tx, &step, id.ID(b.Owner), id.ID(b.To)); err != nil {
				return err
			}
			return s.advance(tx, &h, step.trimmed(), &out)
		})
	})
	return out, err
}

// trimmed keeps of the detail what the kind says: nothing unasked is sealed.
func (st Step) trimmed() Step {
	d := st.Detail
	st.Detail = Detail{}
	switch st.Kind {
	case StepPlanned:
		st.Detail = Detail{Cause: d.Cause, CauseNote: d.CauseNote, Due: d.Due}
	case StepRectified:
		st.Detail = Detail{Cause: d.Cause, CauseNote: d.CauseNote}
	case StepExtended:
		st.Detail = Detail{Due: d.Due}
	case StepContained:
		st.Detail = Detail{Act: d.Act}
	case StepNotified, StepLifted, StepReceipted:
		st.Detail = Detail{Of: d.Of}
	case StepProgress:
		st.Detail = Detail{Of: d.Of, Recalled: d.Recalled}
	default: // words are enough
	}
	return st
}

// once runs a step under the lock of its hazard, unless the id was used: a
// repeat repeats the answer.
func (s *Service) once(tx *db.Tx, hazard, step string, out **api.HazardOutput, take func(h hazardRow, step id.ID) error) error {
	of, err := id.Parse(hazard)
	if err != nil {
		return ErrNotFound
	}
	taken, err := id.Parse(step)
	if err != nil {
		return ErrNotFound
	}
	h, err := lockHazard(tx, of)
	if err != nil {
		return err
	}
	switch used, err := hazardOfStep(tx, taken); {
	case err != nil:
		return err
	case used == of:
		*out, err = s.output(tx, h)
		return err
	case used != id.Nil:
		return ErrStepTaken
	}
	return take(h, taken)
}

// names finds the person whom the step names among those in office.
func (s *Service) names(tx *db.Tx, step *Step, owner, superior id.ID) error {
	if step.Kind != StepPlanned && step.Kind != StepReported {
		return nil
	}
	keepers, err := s.posts.Keepers(tx)
	if err != nil {
		return fmt.Errorf("read posts: %w", err)
	}
	wanted, refusal := owner, ErrOwner.At("body.owner", "")
	if step.Kind == StepReported {
		wanted, refusal = superior, ErrReportTo.At("body.to", "")
	}
	for _, k := range keepers {
		if k.Account != wanted || step.Kind == StepReported && (k.Post == access.Officer || k.Account == tx.Actor().Account) {
			continue
		}
		step.About, step.AboutName = k.Account, k.Name
		return nil
	}
	return refusal
}

// advance takes a step of the enterprise.
func (s *Service) advance(tx *db.Tx, h *hazardRow, step Step, out **api.HazardOutput) error {
	steps, err := stepsOf(tx, h.ID)
	if err != nil {
		return err
	}
	person, err := s.person(tx)
	if err != nil {
		return err
	}
	to, self, err := h.course(steps).Take(step, person, tx.Today())
	if err != nil {
		return err
	}
	step.SelfVerified, h.State = self, to
	if step.Kind == StepRectified && h.Planned {
		step.Detail = Detail{} // the plan has said the cause
	}
	if h.ToReport && (step.Kind == StepReported || person.decides()) {
		h.ToReport = false
		if err := s.duties.Met(tx, KindReport, h.ID, h.Day); err != nil {
			return fmt.Errorf("end report of hazard %s: %w", h.ID, err)
		}
	}
	return s.take(tx, h, step, out)
}

// take writes a step that was allowed.
func (s *Service) take(tx *db.Tx, h *hazardRow, step Step, out **api.HazardOutput) error {
	photos, err := s.evidence(tx, step.Photos)
	if err != nil {
		return err
	}
	h.Steps++
	step.Number = h.Steps
	step = took(tx, step)
	h.follow(step, tx.Today())
	if step.Kind == StepSentBack {
		if err := s.duties.Met(tx, KindVerify, h.ID, h.Day); err != nil {
			return fmt.Errorf("end verification of hazard %s: %w", h.ID, err)
		}
	}
	if err := insertStep(tx, h.ID, step); err != nil {
		return err
	}
	if err := moveHazard(tx, *h); err != nil {
		return err
	}
	if err := s.keep(tx, *h); err != nil {
		return err
	}
	if *out, err = s.output(tx, *h); err != nil {
		return err
	}
	return s.seal(tx, *h, step, photos, tx.Today())
}

// follow brings the index after the step.
func (r *hazardRow) follow(step Step, today clock.Day) {
	d := step.Detail
	switch step.Kind {
	case StepPlanned:
		r.Planned, r.Cause, r.OwnerID, r.OwnerName = true, d.Cause, step.About, step.AboutName
		if d.Due != "" {
			r.DueAt = endOf(d.Due)
		}
	case StepExtended:
		r.DueAt = endOf(d.Due)
	case StepRectified:
		at := step.At
		r.RectifiedAt, r.RectifiedBy = &at, step.By
		r.PhotoAfter = step.Photos[0]
		if d.Cause != "" {
			r.Cause = d.Cause
		}
	case StepSentBack:
		r.RectifiedAt, r.RectifiedBy, r.PhotoAfter = nil, id.Nil, ""
	case StepContained:
		r.Contained++
	case StepLifted:
		r.Contained--
	case StepClosed:
		at := step.At
		r.ClosedAt = &at
	case StepReopened:
		r.ClosedAt, r.RectifiedAt, r.RectifiedBy, r.PhotoAfter = nil, nil, id.Nil, ""
		r.Planned, r.Cause, r.OwnerID, r.OwnerName = false, "", id.Nil, ""
		r.DueAt = due(r.Severity, today)
	case StepAssigned:
		r.OfficerID, r.OfficerName = step.About, step.AboutName
	default: // the index stands
	}
}
