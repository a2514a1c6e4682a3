package api

import (
	"net/http"
	"time"
)

// Whom an enterprise should have in office, and what is lacking.
var (
	ReadStaffing = declare[InEnterprise, StaffingOutput](Meta{
		ID: "readStaffing", Method: http.MethodGet, Path: "/enterprises/{enterprise}/staffing", Permission: "appointment.read",
		Summary: "The staffing rules with how the enterprise stands to each, derived at this instant from its businesses, products, size grade and appointments",
	})
	ListStaffingSwitches = declare[InAgency, StaffingSwitchesOutput](Meta{
		ID: "listStaffingSwitches", Method: http.MethodGet, Path: "/agencies/{agency}/staffing", Permission: "staffing.read",
		Summary: "The rules that an agency may decide for its area, with what this agency and its superiors decided",
	})
	DecideStaffing = declare[DecideStaffingInput, StaffingSwitchesOutput](Meta{
		ID: "decideStaffing", Method: http.MethodPut, Path: "/agencies/{agency}/staffing/{rule}", Permission: "staffing.decide",
		Summary: "Decide a rule for the agency's area; undecided takes the decision back. Gaps are derived anew within the hour",
	})
)

// StaffingRule is a rule and how an enterprise stands to it.
type StaffingRule struct {
	Rule     string   `json:"rule"`
	Post     string   `json:"post,omitempty" enum:"principal,director,officer"`
	Text     string   `json:"text"`
	Source   []string `json:"source" doc:"Where it stands, as law and article; empty where it is no law"`
	Verified bool     `json:"verified" doc:"False: the text of the law was not read; at most a remark rests on it"`
	// State is gap only by a verified rule or a named agency's decision.
	State     string       `json:"state" enum:"met,gap,remark,not_applicable"`
	Why       string       `json:"why,omitempty" doc:"Why it is asked, in the enterprise's own facts"`
	Settle    string       `json:"settle,omitempty" doc:"What would settle it"`
	Said      StaffingSaid `json:"said" doc:"Text, why and settle, for other languages"`
	Since     *time.Time   `json:"since,omitempty" doc:"From when the gap is open"`
	Decision  string       `json:"decision,omitempty" enum:"required,not_required,undecided" doc:"Of a rule that agencies may decide"`
	DecidedBy string       `json:"decidedBy,omitempty" doc:"The agency"`
}

// StaffingSaid is what a rule says, for other languages.
type StaffingSaid struct {
	Text   Sentence   `json:"text"`
	Why    []Sentence `json:"why,omitempty"`
	Settle *Sentence  `json:"settle,omitempty"`
}

// StaffingGap is a time during which a rule was not met.
type StaffingGap struct {
	Rule     string     `json:"rule"`
	Text     string     `json:"text"`
	OpenedAt time.Time  `json:"openedAt"`
	ClosedAt *time.Time `json:"closedAt,omitempty"`
	How      string     `json:"how,omitempty" enum:"filled,not_required"`
}

// StaffingOutput is how an enterprise is staffed.
type StaffingOutput struct {
	Body struct {
		Items   []StaffingRule `json:"items"`
		History []StaffingGap  `json:"history" doc:"Newest first"`
	}
}

// StaffingSwitch is a rule that an agency may decide for its area.
type StaffingSwitch struct {
	Rule      string     `json:"rule"`
	Text      string     `json:"text"`
	Own       string     `json:"own" enum:"required,not_required,undecided" doc:"What this agency decided"`
	OwnReason string     `json:"ownReason,omitempty"`
	OwnName   string     `json:"ownName,omitempty"`
	OwnAt     *time.Time `json:"ownAt,omitempty"`
	Effective string     `json:"effective" enum:"required,not_required,undecided"`
	By        string     `json:"by,omitempty" doc:"The agency whose decision counts here"`
}

// StaffingSwitchesOutput lists the switches.
type StaffingSwitchesOutput struct {
	Body struct {
		Items []StaffingSwitch `json:"items"`
	}
}

// DecideStaffingInput decides a rule.
type DecideStaffingInput struct {
	InAgency
	Rule string `path:"rule" maxLength:"40"`
	Body struct {
		Decision string `json:"decision" enum:"required,not_required,undecided"`
		Reason   string `json:"reason" minLength:"1" maxLength:"200" doc:"The document or reason on which it rests"`
	}
}
