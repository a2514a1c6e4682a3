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
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Service follows hazards.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	photos      *photo.Service
	enterprises *enterprise.Service
	papers      *paper.Service
	posts       Posts
	sites       Sites
	duties      Duties
	agencies    Agencies
}

// Neighbours are those whom hazards need.
type Neighbours struct {
	Ledger      *ledger.Service
	Photos      *photo.Service
	Enterprises *enterprise.Service
	Papers      *paper.Service
	Posts       Posts
	Sites       Sites
	Duties      Duties
	Agencies    Agencies
}

// New makes the service.
func New(d *db.DB, n Neighbours) *Service {
	return &Service{
		db: d, ledger: n.Ledger, photos: n.Photos, enterprises: n.Enterprises, papers: n.Papers,
		posts: n.Posts, sites: n.Sites, duties: n.Duties, agencies: n.Agencies,
	}
}

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
	to, self, err := h.course(steps[h.ID]).Take(step, person, tx.Today())
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
	step.Number, step.By, step.Name, step.At = h.Steps, tx.Actor().Account, tx.Actor().Name, tx.Now()
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

// evidence returns the photos as they are sealed; all must be kept.
func (s *Service) evidence(tx *db.Tx, sha []string) ([]ledger.Photo, error) {
	if len(sha) == 0 {
		return nil, nil
	}
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
	// Due is written where a deadline begins or moves.
	Due    *time.Time `json:"due,omitempty"`
	Record id.ID      `json:"record,omitempty"`
	Detail *Detail    `json:"detail,omitempty"`
}

type opened struct {
	Record       id.ID  `json:"record,omitempty"`
	Site         id.ID  `json:"site,omitempty"`
	Item         id.ID  `json:"item,omitempty"`
	ItemCode     string `json:"itemCode,omitempty"`
	Severity     string `json:"severity"`
	Source       string `json:"source,omitempty"`
	SourceNumber string `json:"sourceNumber,omitempty"`
	Batch        string `json:"batch,omitempty"`
	Basis        string `json:"basis,omitempty"`
	Agency       id.ID  `json:"agency,omitempty"`
	RecurrenceOf id.ID  `json:"recurrenceOf,omitempty"`
}

// seal appends the step to the chain as "hazard." and its kind.
func (s *Service) seal(tx *db.Tx, h hazardRow, step Step, photos []ledger.Photo, day clock.Day) error {
	content := sealed{Hazard: h.ID, Step: step.ID, Number: step.Number, Kind: step.Kind, Note: step.Note, SelfVerified: step.SelfVerified, Record: step.Record}
	if step.Detail != (Detail{}) {
		content.Detail = &step.Detail
	}
	at := h.DueAt.UTC()
	switch step.Kind {
	case StepFound:
		content.Due = &at
		content.Opened = &opened{h.RecordID, h.SiteID, h.ItemID, h.ItemCode, h.Severity, h.Source, h.SourceNumber, h.Batch, h.Basis, h.AgencyID, h.RecurrenceOf}
	case StepReopened, StepPlanned, StepExtended, StepFoundAgain:
		content.Due = &at
	default: // the deadline stands
	}
	body, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("encode step %s: %w", step.ID, err)
	}
	people := map[string]string{"account": string(step.By), "name": step.Name}
	if step.About != id.Nil {
		people["about"], people["aboutName"] = string(step.About), step.AboutName
	}
	personal, err := json.Marshal(people)
	if err != nil {
		return fmt.Errorf("encode person of step %s: %w", step.ID, err)
	}
	fact := ledger.Fact{Kind: step.Kind.fact(), Subject: h.ID, Day: day, Payload: ledger.Payload{Body: body, Personal: personal, Photos: photos}}
	if _, err := s.ledger.Append(tx, fact); err != nil {
		return fmt.Errorf("seal step %d of hazard %s: %w", step.Number, h.ID, err)
	}
	return nil
}
