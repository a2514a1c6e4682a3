package enterprise

import (
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// The kinds of the archive's sealed facts.
const (
	KindFounded  = "enterprise.founded"
	KindEdited   = "enterprise.edited"
	KindReported = "business.reported"
)

// headFact is the head as it is sealed. The people named in it are sealed
// apart, so that they can be erased lawfully; the telephone number is not
// sealed at all.
type headFact struct {
	Name       string         `json:"name"`
	Identifier api.Identifier `json:"identifier"`
	Address    string         `json:"address"`
}

type peopleFact struct {
	LegalRepresentative string `json:"legalRepresentative"`
	Contact             string `json:"contact"`
}

func (h Head) fact() headFact {
	i := h.Identifier
	return headFact{h.Name, api.Identifier{Kind: string(i.Kind), Value: i.Value, Confirmed: i.Confirmed, Reason: i.Reason, Market: i.Market, Stall: i.Stall}, h.Address}
}

func (h Head) people() peopleFact { return peopleFact{h.LegalRepresentative, h.Contact} }

type gradeFact struct {
	Grade SizeGrade `json:"sizeGrade"`
	Words string    `json:"sizeGradeWords"`
}

type foundedFact struct {
	headFact
	gradeFact
	Origin        string                `json:"origin"`
	BegunOn       string                `json:"begunOn"`
	Office        id.ID                 `json:"office"`
	InScope       *bool                 `json:"inScope,omitempty"`
	ScopeNote     string                `json:"scopeNote,omitempty"`
	EntryReason   string                `json:"entryReason,omitempty"`
	SurveyedOn    string                `json:"surveyedOn,omitempty"`
	SurveyOutcome string                `json:"surveyOutcome,omitempty"`
	Businesses    []api.BusinessFigures `json:"businesses"`
	Site          api.Site              `json:"site"`
	Products      []api.Product         `json:"products"`
}

// editedFact names what was changed, and only that.
type editedFact struct {
	Head     *headFact    `json:"head,omitempty"`
	Revision int          `json:"revision,omitempty"`
	Site     *api.Site    `json:"site,omitempty"`
	Product  *api.Product `json:"product,omitempty"`
	InScope  *bool        `json:"inScope,omitempty"`
}

type reportedFact struct {
	api.BusinessFigures
	gradeFact
}

// seal appends a fact of the transaction's enterprise to its ledger.
func (s *Service) seal(tx *db.Tx, kind string, subject id.ID, body, personal any) error {
	f := ledger.Fact{Kind: kind, Subject: subject, Day: tx.Today()}
	var err error
	if f.Body, err = json.Marshal(body); err != nil {
		return fmt.Errorf("encode %s %s: %w", kind, subject, err)
	}
	if personal != nil {
		if f.Personal, err = json.Marshal(personal); err != nil {
			return fmt.Errorf("encode people of %s %s: %w", kind, subject, err)
		}
	}
	if _, err := s.ledger.Append(tx, f); err != nil {
		return fmt.Errorf("seal %s %s: %w", kind, subject, err)
	}
	return nil
}
