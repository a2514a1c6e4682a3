package api

import (
	"net/http"
	"time"
)

// The risk-control list (风险管控清单).
var (
	ReadRiskList = declare[InEnterprise, RiskListsOutput](Meta{
		ID: "readRiskList", Method: http.MethodGet, Path: "/enterprises/{enterprise}/risk-list", Permission: "risklist.read",
		Summary: "The list in force, the draft if there is one, and the versions",
	})
	ReadRiskListVersion = declare[ReadRiskListVersionInput, RiskListOutput](Meta{
		ID: "readRiskListVersion", Method: http.MethodGet, Path: "/enterprises/{enterprise}/risk-list/versions/{version}", Permission: "risklist.read",
		Summary: "One approved version",
	})
	ReadRiskListPaper = declare[RiskListPaperInput, Blob](Meta{
		ID: "readRiskListPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/risk-list/versions/{version}/paper", Permission: "risklist.read", Media: "application/pdf",
		Summary: "《工业产品质量安全风险管控清单》 of an approved version as PDF or Word",
	})
	CompareRiskLists = declare[CompareRiskListsInput, RiskListDiffOutput](Meta{
		ID: "compareRiskLists", Method: http.MethodGet, Path: "/enterprises/{enterprise}/risk-list/diff", Permission: "risklist.read",
		Summary: "What changed from one version to another; version 0 is the draft",
	})
	ProposeRiskList = declare[InEnterprise, RiskListOutput](Meta{
		ID: "proposeRiskList", Method: http.MethodPost, Path: "/enterprises/{enterprise}/risk-list/proposal", Permission: "risklist.draft", Status: http.StatusCreated,
		Summary: "Make a draft from the templates for the enterprise's businesses, product categories and size grade; a D-grade shop's daily list has at most 8 items",
	})
	EditRiskList = declare[EditRiskListInput, RiskListOutput](Meta{
		ID: "editRiskList", Method: http.MethodPut, Path: "/enterprises/{enterprise}/risk-list/draft", Permission: "risklist.draft",
		Summary: "Replace the draft's items",
	})
	ApproveRiskList = declare[ApproveRiskListInput, RiskListOutput](Meta{
		ID: "approveRiskList", Method: http.MethodPost, Path: "/enterprises/{enterprise}/risk-list/approval", Permission: "risklist.approve", Status: http.StatusCreated,
		Summary: "The principal approves the draft; it is sealed as the next version and in force from now on",
	})
)

// RiskItem is one item of a list.
type RiskItem struct {
	ID        string    `json:"id" format:"uuid" doc:"The same through all versions"`
	Code      string    `json:"code,omitempty" maxLength:"20" doc:"Of the template it came from"`
	Category  string    `json:"category" maxLength:"50"`
	Step      string    `json:"step" minLength:"1" maxLength:"50" doc:"环节"`
	Risk      string    `json:"risk" minLength:"1" maxLength:"200" doc:"风险点"`
	Measure   string    `json:"measure" minLength:"1" maxLength:"500" doc:"管控措施/检查内容"`
	Frequency string    `json:"frequency" minLength:"1" maxLength:"30"`
	Rhythm    string    `json:"rhythm" enum:"daily,weekly,monthly" doc:"In which of the three it is asked"`
	Batch     bool      `json:"batch" doc:"Asked for batches: 今日未进货/未生产 answers it as not applicable"`
	Post      string    `json:"post" enum:"officer,director,principal"`
	Basis     string    `json:"basis,omitempty" maxLength:"200"`
	Verified  bool      `json:"verified"`
	Source    string    `json:"source" enum:"template,own,authority"`
	Site      string    `json:"site,omitempty" doc:"Absent means all sites"`
	Measured  *Measured `json:"measured,omitempty" doc:"The item asks for a measured value"`
}

// Measured says which value an item asks for; a value outside the limits is a
// failing answer.
type Measured struct {
	Unit string   `json:"unit" minLength:"1" maxLength:"20"`
	Min  *float64 `json:"min,omitempty"`
	Max  *float64 `json:"max,omitempty"`
}

// RiskList is a version of the list.
type RiskList struct {
	ID           string     `json:"id" format:"uuid"`
	Version      int        `json:"version" doc:"0 is the draft"`
	State        string     `json:"state" enum:"draft,approved"`
	Items        []RiskItem `json:"items"`
	DailyItems   int        `json:"dailyItems"`
	Note         string     `json:"note,omitempty"`
	DraftedName  string     `json:"draftedName,omitempty"`
	DraftedAt    time.Time  `json:"draftedAt"`
	ApprovedName string     `json:"approvedName,omitempty"`
	ApprovedAt   *time.Time `json:"approvedAt,omitempty"`
	EffectiveDay string     `json:"effectiveDay,omitempty"`
	Revision     int        `json:"revision"`
}

// RiskListOutput is one list.
type RiskListOutput struct{ Body RiskList }

// RiskListsOutput is what there is.
type RiskListsOutput struct {
	Body struct {
		Current  *RiskList         `json:"current,omitempty"`
		Draft    *RiskList         `json:"draft,omitempty"`
		Versions []RiskListVersion `json:"versions"`
	}
}

// RiskListVersion is a version without its items.
type RiskListVersion struct {
	Version      int       `json:"version"`
	Items        int       `json:"items"`
	ApprovedName string    `json:"approvedName"`
	ApprovedAt   time.Time `json:"approvedAt"`
	Note         string    `json:"note,omitempty"`
}

// ReadRiskListVersionInput names a version.
type ReadRiskListVersionInput struct {
	InEnterprise
	Version int `path:"version" minimum:"1"`
}

// RiskListPaperInput names a version and the format of its paper.
type RiskListPaperInput struct {
	ReadRiskListVersionInput
	PaperFormat
}

// CompareRiskListsInput names two versions.
type CompareRiskListsInput struct {
	InEnterprise
	From int `query:"from" minimum:"0" required:"true"`
	To   int `query:"to" minimum:"0" required:"true"`
}

// RiskListDiffOutput is the difference.
type RiskListDiffOutput struct {
	Body struct {
		Added   []RiskItem       `json:"added"`
		Removed []RiskItem       `json:"removed"`
		Changed []RiskItemChange `json:"changed"`
	}
}

// RiskItemChange is an item before and after.
type RiskItemChange struct {
	Before RiskItem `json:"before"`
	After  RiskItem `json:"after"`
	Fields []string `json:"fields"`
}

// EditRiskListInput replaces the draft.
type EditRiskListInput struct {
	InEnterprise
	Body struct {
		Items    []RiskItem `json:"items" minItems:"1" maxItems:"300"`
		Note     string     `json:"note,omitempty" maxLength:"500"`
		Revision int        `json:"revision" doc:"The revision that was read; 0 if there was no draft"`
	}
}

// ApproveRiskListInput approves the draft.
type ApproveRiskListInput struct {
	InEnterprise
	Body struct {
		Revision    int         `json:"revision"`
		Declaration Declaration `json:"declaration"`
	}
}

// Declaration is a signature with the words it was put under.
type Declaration struct {
	Text      string   `json:"text" minLength:"1" maxLength:"300"`
	Signature []Stroke `json:"signature" maxItems:"200" doc:"Strokes in a box of 1000 × 400; empty where the person confirmed by a tap"`
}

// Stroke is a line of points, x then y.
type Stroke []int
