package hazard

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

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
