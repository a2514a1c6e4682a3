package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// ReadResolution returns a resolution with its reports.
func (s *Months) ReadResolution(ctx context.Context, g access.Grant, in *api.ReadResolutionInput) (*api.ResolutionOutput, error) {
	key, err := id.Parse(in.Resolution)
	if err != nil {
		return nil, ErrNoResolution
	}
	out := &api.ResolutionOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		r, steps, err := findResolution(tx, key)
		if err != nil {
			return err
		}
		all, err := s.told(tx, []resolutionRow{r}, map[id.ID][]resolutionStepRow{r.ID: steps})
		if err == nil {
			out.Body = all[0]
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// AdvanceResolution reports a resolution done, or sends it back. The step's id
// is the client's: sent twice, it is taken once.
func (s *Months) AdvanceResolution(ctx context.Context, g access.Grant, in *api.AdvanceResolutionInput) (*api.ResolutionOutput, error) {
	key, err := id.Parse(in.Resolution)
	if err != nil {
		return nil, ErrNoResolution
	}
	step, err := id.Parse(in.Step)
	if err != nil {
		return nil, ErrNoResolution
	}
	var f enterprise.Form
	note := f.Text("body.note", in.Body.Note, 1000)
	if tooShort(note, 2) {
		f.Refuse("body.note", words.Say("record.resolution.note", "请写明做了什么，或者哪里还不到位。"))
	}
	if err := f.Err(ErrMonthInput); err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		r, _, err := findResolution(tx, key)
		if err != nil {
			return err
		}
		duty, err := s.obligations.Find(tx, KindResolution, r.ID, r.DecidedDay)
		if err != nil {
			return fmt.Errorf("find duty of resolution %s: %w", r.ID, err)
		}
		_, steps, err := findResolution(tx, key)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(steps, func(s resolutionStepRow) bool { return s.ID == step }) {
			return nil
		}
		if used, err := resolutionStepUsed(tx, step); err != nil || used {
			return errors.Join(err, ErrResolutionStep)
		}
		next := resolutionStepRow{
			ResolutionID: r.ID, Number: len(steps) + 1, ID: step, Kind: in.Body.Kind, Note: note, Photos: strings.Join(distinct(in.Body.Photos), ","),
			ByID: tx.Actor().Account, ByName: tx.Actor().Name, At: tx.Now(),
		}
		return s.advance(tx, r, steps, duty, next)
	})
	if err != nil {
		return nil, err
	}
	return s.ReadResolution(ctx, g, &api.ReadResolutionInput{Resolution: in.Resolution})
}

func (s *Months) advance(tx *db.Tx, r resolutionRow, steps []resolutionStepRow, duty obligation.Obligation, next resolutionStepRow) error {
	done := resolutionState(r.DueDay, steps, tx.Today()) == "done"
	switch {
	case next.Kind == "done" && done:
		return ErrResolutionDone
	case next.Kind == "done" && !duty.Awaits(tx.Actor()) && r.OwnerID != tx.Actor().Account:
		return ErrNotOwner
	case next.Kind == "sent_back" && !tx.Actor().Is(access.Principal):
		return ErrReturnForbid
	case next.Kind == "sent_back" && !done:
		return ErrResolutionOpen
	}
	var photos []ledger.Photo
	if next.Photos != "" {
		kept, missing, err := s.ports.Photos.Evidence(tx, strings.Split(next.Photos, ","))
		if err != nil {
			return fmt.Errorf("look up photos: %w", err)
		}
		if len(missing) > 0 {
			return ErrPhotoMissing.With("photos", missing)
		}
		photos = kept
	}
	if err := insertRow(tx, next, "report of resolution "+string(r.ID)); err != nil {
		return err
	}
	kind, err := KindResolutionDone, error(nil)
	if next.Kind == "done" {
		err = s.obligations.Settle(tx, KindResolution, r.ID, r.DecidedDay, next.ID)
	} else {
		kind = KindResolutionReturn
		again := r
		if duty.Account == id.Nil {
			again.OwnerID = id.Nil
		}
		err = s.owe(tx, again, max(r.DueDay, tx.Today().Add(redo)))
	}
	if err != nil {
		return err
	}
	body := map[string]any{"resolution": r.ID, "minutes": r.MonthlyID, "step": next.ID, "number": next.Number, "note": next.Note}
	return s.seal(tx, kind, r.ID, tx.Today(), body, personal{Account: next.ByID, Name: next.ByName}, photos)
}

// awaited are the resolutions that the caller has to carry out: his own, and
// those handed over to him.
func (s *Months) awaited(tx *db.Tx) (map[id.ID]bool, error) {
	mine := map[id.ID]bool{}
	if by := tx.Actor(); by.Enterprise == id.Nil || by.Enterprise != tx.Enterprise() {
		return mine, nil
	}
	pending, err := s.obligations.Pending(tx)
	if err != nil {
		return nil, fmt.Errorf("read what is pending: %w", err)
	}
	for _, o := range pending {
		if o.Kind == KindResolution && o.Awaits(tx.Actor()) {
			mine[o.Subject] = true
		}
	}
	return mine, nil
}

// told are resolutions as the caller sees them.
func (s *Months) told(tx *db.Tx, rows []resolutionRow, steps map[id.ID][]resolutionStepRow) ([]api.Resolution, error) {
	mine, err := s.awaited(tx)
	if err != nil {
		return nil, err
	}
	all := []api.Resolution{}
	for _, r := range rows {
		all = append(all, resolution(tx, r, steps[r.ID], mine))
	}
	return all, nil
}

func resolution(tx *db.Tx, r resolutionRow, steps []resolutionStepRow, mine map[id.ID]bool) api.Resolution {
	w := api.Resolution{
		ResolutionFields: api.ResolutionFields{ID: string(r.ID), What: r.What, Owner: string(r.OwnerID), Due: string(r.DueDay)},
		Month:            string(r.MonthStart.Month()), Record: string(r.MonthlyID), OwnerName: r.OwnerName,
		State: resolutionState(r.DueDay, steps, tx.Today()), Steps: []api.ResolutionStep{},
	}
	for _, step := range steps {
		w.Steps = append(w.Steps, step.wire())
	}
	by := tx.Actor()
	here := by.Enterprise == tx.Enterprise() && by.Enterprise != id.Nil
	w.MayReport = w.State != "done" && mine[r.ID]
	w.MayReturn = here && w.State == "done" && by.Is(access.Principal)
	return w
}

func distinct(all []string) []string {
	out := []string{}
	for _, one := range all {
		if !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}
