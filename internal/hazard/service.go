package hazard

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Service follows hazards.
type Service struct {
	db        *db.DB
	ledger    *ledger.Service
	photos    *photo.Service
	posts     Posts
	sites     Sites
	deadlines Deadlines
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, photos *photo.Service, posts Posts, sites Sites, deadlines Deadlines) *Service {
	return &Service{db: d, ledger: l, photos: photos, posts: posts, sites: sites, deadlines: deadlines}
}

// Finding is a failing answer of a check.
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
}

// OpenFromCheck opens a hazard in the transaction of the check that found it.
// What was done at once is its first step. Its deadline counts from today and
// not from the day of the check, which may have come late.
func (s *Service) OpenFromCheck(tx *db.Tx, f Finding) (id.ID, error) {
	if f.Severity == "" {
		f.Severity = "general"
	}
	if _, ok := days[f.Severity]; !ok {
		return id.Nil, ErrSeverity
	}
	by := tx.Actor()
	h := hazardRow{
		ID: tx.NewID(), SiteID: f.Site, ItemID: f.Item, ItemCode: f.ItemCode, RecordID: f.Record, Day: f.Day, Severity: f.Severity,
		Description: f.Description, State: Found, OpenedAt: tx.Now(), OpenedBy: by.Account, OpenedName: by.Name,
		DueAt: due(f.Severity, tx.Today()), Steps: 1,
	}
	steps := []Step{{ID: tx.NewID(), Number: 1, Kind: StepFound, Note: f.Description, Photos: unique(f.Photos), By: by.Account, Name: by.Name, At: tx.Now()}}
	if strings.TrimSpace(f.Measure) != "" {
		h.State, h.Steps = Measured, 2
		steps = append(steps, Step{ID: tx.NewID(), Number: 2, Kind: StepMeasure, Note: f.Measure, By: by.Account, Name: by.Name, At: tx.Now()})
	}
	photos, err := s.evidence(tx, f.Photos)
	if err != nil {
		return id.Nil, err
	}
	if err := insertHazard(tx, h); err != nil {
		return id.Nil, err
	}
	for _, step := range steps {
		if err := insertStep(tx, h.ID, step); err != nil {
			return id.Nil, err
		}
	}
	if err := s.deadlines.Set(tx, h.ID, h.SiteID, h.Day, h.DueAt); err != nil {
		return id.Nil, fmt.Errorf("set deadline of hazard %s: %w", h.ID, err)
	}
	if err := s.seal(tx, h, steps[0], photos, f.Day); err != nil {
		return id.Nil, err
	}
	if len(steps) > 1 {
		if err := s.seal(tx, h, steps[1], nil, f.Day); err != nil {
			return id.Nil, err
		}
	}
	return h.ID, nil
}

// Advance takes the next step. The step's id is the client's: sent twice, the
// step is taken once.
func (s *Service) Advance(ctx context.Context, g access.Grant, in *api.AdvanceHazardInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	step, err := id.Parse(in.Step)
	if err != nil {
		return nil, ErrNotFound
	}
	if err := checkNote(in.Body.Note); err != nil {
		return nil, err
	}
	var out *api.HazardOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		h, err := lockHazard(tx, hazard)
		if err != nil {
			return err
		}
		switch used, err := hazardOfStep(tx, step); {
		case err != nil:
			return err
		case used == hazard:
			out, err = s.output(tx, h)
			return err
		case used != id.Nil:
			return ErrStepTaken
		}
		return s.advance(tx, &h, Step{
			ID: step, Kind: Kind(in.Body.Kind), Note: strings.TrimSpace(in.Body.Note), Photos: unique(in.Body.Photos),
			By: tx.Actor().Account, Name: tx.Actor().Name, At: tx.Now(),
		}, &out)
	})
	return out, err
}

func (s *Service) advance(tx *db.Tx, h *hazardRow, step Step, out **api.HazardOutput) error {
	steps, err := stepsOf(tx, h.ID)
	if err != nil {
		return err
	}
	person, err := s.person(tx)
	if err != nil {
		return err
	}
	course := Course{State: h.State, Steps: steps[h.ID]}
	to, self, err := course.Take(step.Kind, person, step.Photos)
	if err != nil {
		return err
	}
	photos, err := s.evidence(tx, step.Photos)
	if err != nil {
		return err
	}
	h.State, h.Steps = to, h.Steps+1
	step.Number, step.SelfVerified = h.Steps, self
	switch step.Kind {
	case StepClosed:
		now := tx.Now()
		h.ClosedAt = &now
		if err := s.deadlines.Met(tx, h.ID, h.Day); err != nil {
			return fmt.Errorf("meet deadline of hazard %s: %w", h.ID, err)
		}
	case StepReopened:
		h.ClosedAt, h.DueAt = nil, due(h.Severity, tx.Today())
		if err := s.deadlines.Set(tx, h.ID, h.SiteID, h.Day, h.DueAt); err != nil {
			return fmt.Errorf("set deadline of hazard %s: %w", h.ID, err)
		}
	default: // the deadline stands
	}
	if err := insertStep(tx, h.ID, step); err != nil {
		return err
	}
	if err := moveHazard(tx, *h); err != nil {
		return err
	}
	if *out, err = s.output(tx, *h); err != nil {
		return err
	}
	return s.seal(tx, *h, step, photos, tx.Today())
}

// evidence returns the photos as they are sealed; all must be kept.
func (s *Service) evidence(tx *db.Tx, sha []string) ([]ledger.Photo, error) {
	photos, missing, err := s.photos.Evidence(tx, sha)
	if err != nil {
		return nil, err
	}
	if len(missing) > 0 {
		refusal := ErrPhotoMissing.With("missing", missing)
		for _, one := range missing {
			refusal = refusal.At(fmt.Sprintf("body.photos[%d]", slices.Index(sha, one)), "")
		}
		return nil, refusal
	}
	return photos, nil
}

// person is who acts, if he acts for the enterprise.
func (s *Service) person(tx *db.Tx) (Person, error) {
	a := tx.Actor()
	if a.Enterprise != tx.Enterprise() || a.Enterprise == id.Nil {
		return Person{}, nil
	}
	sole, err := s.posts.SoleKeeper(tx, a.Account)
	if err != nil {
		return Person{}, fmt.Errorf("read posts of %s: %w", a.Account, err)
	}
	return Person{Account: a.Account, Roles: a.Roles, Sole: sole}, nil
}

// sealed is the body of a step's fact; the first step says what the hazard is.
type sealed struct {
	Hazard       id.ID   `json:"hazard"`
	Step         id.ID   `json:"step"`
	Number       int     `json:"number"`
	Kind         Kind    `json:"kind"`
	Note         string  `json:"note"`
	SelfVerified bool    `json:"selfVerified"`
	Opened       *opened `json:"opened,omitempty"`
	// Due is written where a deadline begins.
	Due *time.Time `json:"due,omitempty"`
}

type opened struct {
	Record   id.ID  `json:"record,omitempty"`
	Site     id.ID  `json:"site,omitempty"`
	Item     id.ID  `json:"item,omitempty"`
	ItemCode string `json:"itemCode,omitempty"`
	Severity string `json:"severity"`
}

// seal appends the step to the chain as "hazard." and its kind.
func (s *Service) seal(tx *db.Tx, h hazardRow, step Step, photos []ledger.Photo, day clock.Day) error {
	content := sealed{Hazard: h.ID, Step: step.ID, Number: step.Number, Kind: step.Kind, Note: step.Note, SelfVerified: step.SelfVerified}
	if step.Kind == StepFound {
		content.Opened = &opened{h.RecordID, h.SiteID, h.ItemID, h.ItemCode, h.Severity}
	}
	if step.Kind == StepFound || step.Kind == StepReopened {
		at := h.DueAt.UTC()
		content.Due = &at
	}
	body, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("encode step %s: %w", step.ID, err)
	}
	personal, err := json.Marshal(map[string]string{"account": string(step.By), "name": step.Name})
	if err != nil {
		return fmt.Errorf("encode person of step %s: %w", step.ID, err)
	}
	fact := ledger.Fact{Kind: "hazard." + string(step.Kind), Subject: h.ID, Day: day, Payload: ledger.Payload{Body: body, Personal: personal, Photos: photos}}
	if _, err := s.ledger.Append(tx, fact); err != nil {
		return fmt.Errorf("seal step %d of hazard %s: %w", step.Number, h.ID, err)
	}
	return nil
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
