package hazard

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
		open, err := lockSite(tx, h.SiteID)
		if err != nil {
			return id.Nil, err
		}
		if n := slices.IndexFunc(open, func(o hazardRow) bool { return o.ItemID == h.ItemID }); n >= 0 {
			return open[n].ID, s.foundAgain(tx, open[n], h, measure, photos)
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
	f, err := s.witness(tx, photos)
	if err != nil {
		return err
	}
	h.State, h.Steps, h.OpenedAt, h.OpenedBy, h.OpenedName = Found, 1, tx.Now(), tx.Actor().Account, tx.Actor().Name
	h.ToReport = grave(h.Severity) && h.AgencyID == id.Nil && !f.person.decides()
	if h.DueAt.IsZero() {
		h.DueAt = due(h.Severity, tx.Today())
	}
	if len(f.photos) > 0 {
		h.PhotoBefore = f.photos[0]
	}
	steps := []Step{took(tx, Step{ID: tx.NewID(), Number: 1, Kind: StepFound, Note: h.Description, Photos: f.photos})}
	if step, ok := atOnce(tx, &h, measure); ok {
		steps = append(steps, step)
	}
	if err := insertHazard(tx, h); err != nil {
		return err
	}
	if h.ToReport {
		if err := s.askReport(tx, h, tx.Actor().Account); err != nil {
			return err
		}
	}
	return s.begin(tx, h, steps, f.kept, h.Day)
}

// foundAgain attaches a finding to the hazard that is open. A graver one makes
// it graver and its deadline earlier; one that was thought to be rectified is
// not.
func (s *Service) foundAgain(tx *db.Tx, h, again hazardRow, measure string, photos []string) error {
	f, err := s.witness(tx, photos)
	if err != nil {
		return err
	}
	h.Steps, h.FoundAgain = h.Steps+1, h.FoundAgain+1
	steps := []Step{took(tx, Step{
		ID: cmp.Or(idOfReport(again), tx.NewID()), Number: h.Steps, Kind: StepFoundAgain, Note: again.Description, Photos: f.photos,
		Record: again.RecordID, Detail: Detail{Severity: again.Severity},
	})}
	if days[again.Severity] < days[h.Severity] {
		h.Severity = again.Severity
		if sooner := due(again.Severity, tx.Today()); sooner.Before(h.DueAt) {
			h.DueAt = sooner
		}
		if !f.person.decides() && h.AgencyID == id.Nil {
			h.ToReport = true
			if err := s.askReport(tx, h, tx.Actor().Account); err != nil {
				return err
			}
		}
	}
	if h.State == Rectified || h.State == Verified {
		h.RectifiedAt, h.RectifiedBy, h.PhotoAfter = nil, id.Nil, ""
		h.State = back(h.Planned)
		if err := s.duties.Met(tx, KindVerify, h.ID, h.Day); err != nil {
			return fmt.Errorf("end verification of hazard %s: %w", h.ID, err)
		}
	}
	if step, ok := atOnce(tx, &h, measure); ok {
		steps = append(steps, step)
	}
	if err := moveHazard(tx, h); err != nil {
		return err
	}
	return s.begin(tx, h, steps, f.kept, cmp.Or(again.Day, tx.Today()))
}

// witnessed is what somebody shows who finds a hazard, and who he is.
type witnessed struct {
	person Person
	photos []string
	kept   []ledger.Photo
}

func (s *Service) witness(tx *db.Tx, photos []string) (f witnessed, err error) {
	f.photos = unique(photos)
	if f.kept, err = s.evidence(tx, f.photos); err != nil {
		return f, err
	}
	f.person, err = s.person(tx)
	return f, err
}

// took is a step that the caller takes now.
func took(tx *db.Tx, step Step) Step {
	step.By, step.Name, step.At = tx.Actor().Account, tx.Actor().Name, tx.Now()
	return step
}

// atOnce is the measure that was taken with the finding, if the hazard still
// waits for one.
func atOnce(tx *db.Tx, h *hazardRow, measure string) (Step, bool) {
	measure = strings.TrimSpace(measure)
	if h.State != Found || measure == "" {
		return Step{}, false
	}
	h.Steps, h.State = h.Steps+1, Measured
	return took(tx, Step{ID: tx.NewID(), Number: h.Steps, Kind: StepMeasure, Note: measure}), true
}

// begin writes the steps of a finding, whose duty it is now, and seals them. The
// photos are the first step's.
func (s *Service) begin(tx *db.Tx, h hazardRow, steps []Step, photos []ledger.Photo, day clock.Day) error {
	for _, step := range steps {
		if err := insertStep(tx, h.ID, step); err != nil {
			return err
		}
	}
	if err := s.keep(tx, h); err != nil {
		return err
	}
	for _, step := range steps {
		if err := s.seal(tx, h, step, photos, day); err != nil {
			return err
		}
		photos = nil
	}
	return nil
}
