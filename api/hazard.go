package api

import (
	"net/http"
	"time"
)

// Hazards (风险隐患).
var (
	ListHazards = declare[ListHazardsInput, HazardsOutput](Meta{
		ID: "listHazards", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazards", Permission: "hazard.read",
		Summary: "Hazards, open ones by deadline, then closed ones newest first",
	})
	ReadHazard = declare[ReadHazardInput, HazardOutput](Meta{
		ID: "readHazard", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazards/{hazard}", Permission: "hazard.read",
		Summary: "A hazard with all its steps",
	})
	AdvanceHazard = declare[AdvanceHazardInput, HazardOutput](Meta{
		ID: "advanceHazard", Method: http.MethodPut, Path: "/enterprises/{enterprise}/hazards/{hazard}/steps/{step}", Permission: "hazard.advance",
		Summary: "Take the next step: measure → rectified (with evidence) → verified by another person (one person in all posts: with a new photo, and it is shown) → closed. No step can be skipped",
	})
)

// HazardEntry is a hazard in a list.
type HazardEntry struct {
	ID          string     `json:"id" format:"uuid"`
	Day         string     `json:"day" format:"date"`
	Site        string     `json:"site,omitempty"`
	SiteName    string     `json:"siteName,omitempty"`
	ItemCode    string     `json:"itemCode,omitempty"`
	Record      string     `json:"record,omitempty"`
	Severity    string     `json:"severity" enum:"general,larger,major"`
	Description string     `json:"description"`
	State       string     `json:"state" enum:"found,measured,rectified,verified,closed"`
	OpenedAt    time.Time  `json:"openedAt"`
	OpenedName  string     `json:"openedName"`
	Due         time.Time  `json:"due"`
	ClosedAt    *time.Time `json:"closedAt,omitempty"`
}

// Hazard is a hazard with its steps.
type Hazard struct {
	HazardEntry
	Steps []HazardStep `json:"steps"`
	Next  []string     `json:"next" doc:"The steps the caller may take now"`
	// SelfVerify says that the caller rectified it himself and nobody else can verify.
	SelfVerify bool `json:"selfVerify" doc:"One person in all posts: verification needs a new photo"`
}

// HazardStep is a sealed step.
type HazardStep struct {
	ID           string    `json:"id" format:"uuid"`
	Number       int       `json:"number"`
	Kind         string    `json:"kind" enum:"found,measure,rectified,sent_back,verified,closed,reopened"`
	Note         string    `json:"note"`
	Photos       []string  `json:"photos"`
	SelfVerified bool      `json:"selfVerified"`
	Name         string    `json:"name"`
	At           time.Time `json:"at"`
}

// ListHazardsInput asks for hazards.
type ListHazardsInput struct {
	InEnterprise
	Page
	Open bool `query:"open"`
}

// HazardsOutput lists hazards.
type HazardsOutput struct {
	Body struct {
		Items []HazardEntry `json:"items"`
		Next  string        `json:"next,omitempty"`
	}
}

// ReadHazardInput names a hazard.
type ReadHazardInput struct {
	InEnterprise
	Hazard string `path:"hazard" format:"uuid"`
}

// HazardOutput is a hazard.
type HazardOutput struct{ Body Hazard }

// AdvanceHazardInput takes a step.
type AdvanceHazardInput struct {
	InEnterprise
	Hazard string `path:"hazard" format:"uuid"`
	Step   string `path:"step" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body   struct {
		Kind   string   `json:"kind" enum:"measure,rectified,sent_back,verified,closed,reopened"`
		Note   string   `json:"note" minLength:"1" maxLength:"1000"`
		Photos []string `json:"photos,omitempty" maxItems:"9"`
	}
}
