package hazard

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Finding is a failing answer of a check, or what a weekly inspection found.
type Finding struct {
	Record, Site, Item id.ID
	ItemCode           string
	Description        string
	// Measure is what was done at once; it may be empty.
	Measure string
	// Severity is general, larger or major; general if empty.
	Severity string
	Photos   []string
	Day      clock.Day
	// Source is where it comes from; a check if empty.
	Source string
	// Batch names product and batch, if one is concerned.
	Batch string
}

// OpenFromCheck opens a hazard in the transaction of the check that found it.
// What was done at once is its first step. Its deadline counts from today and
// not from the day of the check, which may have come late. Where a hazard of
// the same item and site is still open, the finding is attached to it.
func (s *Service) OpenFromCheck(tx *db.Tx, f Finding) (id.ID, error) {
	return s.find(tx, hazardRow{
		ID: tx.NewID(), SiteID: f.Site, ItemID: f.Item, ItemCode: f.ItemCode, RecordID: f.Record, Day: f.Day, Severity: f.Severity,
		Description: f.Description, Source: cmp.Or(f.Source, FromCheck), Batch: f.Batch,
	}, f.Measure, f.Photos)
}

// find opens a hazard or attaches the finding to the open one; it returns the
// hazard that it is.
func (s *Service) find(tx *db.Tx, h hazardRow, measure string, photos []string) (id.ID, error) {
	h.Severity = cmp.Or(h.Severity, "general")
	if _, ok := days[h.Severity]; !ok {
		return id.Nil, ErrSeverity
	}
	if h.ItemID != id.Nil && h.SiteID != id.Nil {
		open, ok, err := openOfItem(tx, h.ItemID, h.SiteID)
		if err != nil {
			return id.Nil, err
		}
		if ok {
			return open.ID, s.foundAgain(tx, open, h, measure, photos)
		}
		former, ok, err := formerOfItem(tx, h.ItemID, h.SiteID, tx.Now().AddDate(0, 0, -recurs))
		if err != nil {
			return id.Nil, err
		}
		if ok {
			h.RecurrenceOf, h.Recurrences = former.ID, former.Recurrences+1
		}
	}
	return h.ID, s.open(tx, h, measure, photos)
}

// open writes a new hazard with its first steps.
func (s *Service) open(tx *db.Tx, h hazardRow, measure string, photos []string) error {
	by, photos := tx.Actor(), unique(photos)
	kept, err := s.evidence(tx, photos)
	if err != nil {
		return err
	}
	person, err := s.person(tx)
	if err != nil {
		return err
	}
	h.State, h.Steps, h.OpenedAt, h.OpenedBy, h.OpenedName = Found, 1, tx.Now(), by.Account, by.Name
	h.ToReport = grave(h.Severity) && h.AgencyID == id.Nil && !person.decides()
	if h.DueAt.IsZero() {
		h.DueAt = due(h.Severity, tx.Today())
	}
	if len(photos) > 0 {
		h.PhotoBefore = photos[0]
	}
	steps := []Step{{ID: tx.NewID(), Number: 1, Kind: StepFound, Note: h.Description, Photos: photos, By: by.Account, Name: by.Name, At: tx.Now()}}
	if strings.TrimSpace(measure) != "" {
		h.State, h.Steps = Measured, 2
		steps = append(steps, Step{ID: tx.NewID(), Number: 2, Kind: StepMeasure, Note: strings.TrimSpace(measure), By: by.Account, Name: by.Name, At: tx.Now()})
	}
	if err := insertHazard(tx, h); err != nil {
		return err
	}
	for _, step := range steps {
		if err := insertStep(tx, h.ID, step); err != nil {
			return err
		}
	}
	if h.ToReport {
		if err := s.askReport(tx, h, by.Account); err != nil {
			return err
		}
	}
	if err := s.keep(tx, h); err != nil {
		return err
	}
	for n, step := range steps {
		var shown []ledger.Photo
		if n == 0 {
			shown = kept
		}
		if err := s.seal(tx, h, step, shown, h.Day); err != nil {
			return err
		}
	}
	return nil
}

// foundAgain attaches a finding to the hazard that is open. A graver one makes
// it graver and its deadline earlier; one that was thought to be rectified is
// not.
func (s *Service) foundAgain(tx *db.Tx, h, f hazardRow, measure string, photos []string) error {
	by, photos := tx.Actor(), unique(photos)
	kept, err := s.evidence(tx, photos)
	if err != nil {
		return err
	}
	person, err := s.person(tx)
	if err != nil {
		return err
	}
	h.Steps, h.FoundAgain = h.Steps+1, h.FoundAgain+1
	steps := []Step{{
		ID: cmp.Or(idOfReport(f), tx.NewID()), Number: h.Steps, Kind: StepFoundAgain, Note: f.Description, Photos: photos, By: by.Account, Name: by.Name, At: tx.Now(),
		Record: f.RecordID, Detail: Detail{Severity: f.Severity},
	}}
	if days[f.Severity] < days[h.Severity] {
		h.Severity = f.Severity
		if sooner := due(f.Severity, tx.Today()); sooner.Before(h.DueAt) {
			h.DueAt = sooner
		}
		if !person.decides() && h.AgencyID == id.Nil {
			h.ToReport = true
			if err := s.askReport(tx, h, by.Account); err != nil {
				return err
			}
		}
	}
	if h.State == Rectified || h.State == Verified {
		h.RectifiedAt, h.RectifiedBy, h.PhotoAfter = nil, id.Nil, ""
		h.State = Measured
		if h.Planned {
			h.State = Planned
		}
		if err := s.duties.Met(tx, KindVerify, h.ID, h.Day); err != nil {
			return fmt.Errorf("end verification of hazard %s: %w", h.ID, err)
		}
	}
	if h.State == Found && strings.TrimSpace(measure) != "" {
		h.Steps, h.State = h.Steps+1, Measured
		steps = append(steps, Step{ID: tx.NewID(), Number: h.Steps, Kind: StepMeasure, Note: strings.TrimSpace(measure), By: by.Account, Name: by.Name, At: tx.Now()})
	}
	for _, step := range steps {
		if err := insertStep(tx, h.ID, step); err != nil {
			return err
		}
	}
	if err := moveHazard(tx, h); err != nil {
		return err
	}
	if err := s.keep(tx, h); err != nil {
		return err
	}
	for n, step := range steps {
		var shown []ledger.Photo
		if n == 0 {
			shown = kept
		}
		if err := s.seal(tx, h, step, shown, cmp.Or(f.Day, tx.Today())); err != nil {
			return err
		}
	}
	return nil
}

// idOfReport is the client's id of a report that is attached: sent again, it is
// found as a step.
func idOfReport(f hazardRow) id.ID {
	if f.Source == FromCheck || f.Source == FromWeekly {
		return id.Nil
	}
	return f.ID
}

// Report opens a hazard that somebody saw at any time.
func (s *Service) Report(ctx context.Context, g access.Grant, in *api.ReportHazardInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	b := in.Body
	h := hazardRow{
		ID: hazard, Severity: b.Severity, Description: strings.TrimSpace(b.Description), Source: cmp.Or(b.Source, FromSpot), SourceNumber: strings.TrimSpace(b.SourceNumber),
		Batch: strings.TrimSpace(b.Batch), SiteID: id.ID(b.Site), ItemID: id.ID(b.Item), ItemCode: b.ItemCode,
	}
	if err := checkNote(b.Description, "body.description"); err != nil {
		return nil, err
	}
	if err := errors.Join(checkWords(b.Measure, "body.measure"), checkWords(b.SourceNumber, "body.sourceNumber"), checkWords(b.Batch, "body.batch")); err != nil {
		return nil, ErrControl
	}
	if h.Source != FromSpot && h.SourceNumber == "" {
		return nil, ErrNumber.At("body.sourceNumber", "")
	}
	var out *api.HazardOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		known, err := s.reported(tx, hazard)
		if err != nil {
			return err
		}
		if known.ID != id.Nil {
			out, err = s.output(tx, known)
			return err
		}
		h.Day = tx.Today()
		if err := s.atSite(tx, h.SiteID); err != nil {
			return err
		}
		if h.Source != FromSpot && b.Due != "" {
			day, err := dueDay(b.Due, tx.Today())
			if err != nil {
				return err
			}
			h.DueAt = endOf(day)
		}
		became, err := s.find(tx, h, b.Measure, b.Photos)
		if err != nil {
			return err
		}
		row, err := findHazard(tx, became)
		if err != nil {
			return err
		}
		out, err = s.output(tx, row)
		return err
	})
	return out, err
}

// reported returns what an id was used for already: a hazard that its caller
// opened, or a finding that was attached to one.
func (s *Service) reported(tx *db.Tx, hazard id.ID) (hazardRow, error) {
	h, err := findHazard(tx, hazard)
	switch {
	case err == nil && (h.OpenedBy != tx.Actor().Account || h.Source == FromCheck || h.Source == FromWeekly):
		return hazardRow{}, ErrTaken
	case err == nil || !errors.Is(err, ErrNotFound):
		return h, err
	}
	attached, err := hazardOfStep(tx, hazard)
	if err != nil || attached == id.Nil {
		return hazardRow{}, err
	}
	return findHazard(tx, attached)
}

func (s *Service) atSite(tx *db.Tx, site id.ID) error {
	if site == id.Nil {
		return nil
	}
	names, err := s.sites.SiteNames(tx)
	if err != nil {
		return fmt.Errorf("read sites: %w", err)
	}
	if _, ok := names[site]; !ok {
		return ErrSite.At("body.site", "")
	}
	return nil
}

func dueDay(day string, today clock.Day) (clock.Day, error) {
	d, err := clock.ParseDay(day)
	if err != nil || d.Before(today) {
		return "", ErrDueDay.At("body.due", "")
	}
	return d, nil
}

// unique leaves out photos that are named twice.
func unique(sha []string) []string {
	all := []string{}
	for _, one := range sha {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}
