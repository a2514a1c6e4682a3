package api

import (
	"net/http"
	"time"
)

// The authority's rooms.
var (
	ReadOverview = declare[ReadOverviewInput, OverviewOutput](Meta{
		ID: "readOverview", Method: http.MethodGet, Path: "/agencies/{agency}/overview", Permission: "area.read",
		Summary: "Who needs me, quiet counts of today, office × day calendar of a month",
	})
	ListArea = declare[ListAreaInput, AreaListOutput](Meta{
		ID: "listArea", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises", Permission: "area.read",
		Summary: "The enterprises of the area, by name, with search and filters and a strip of 30 days. No ranking by completion",
	})
	InspectEnterprise = declare[InArea, InspectedOutput](Meta{
		ID: "inspectEnterprise", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}", Permission: "inspection.read", Look: "enterprise",
		Summary: "The officer's enterprise page: archive, people, open hazards, assignments. A look, shown to the enterprise",
	})
	InspectDailies = declare[InspectDailiesInput, InspectedDailiesOutput](Meta{
		ID: "inspectDailies", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/daily", Permission: "inspection.read", Look: "daily",
		Summary: "附件3 item 2.1: the month's calendar, the counts told apart, and the records",
	})
	InspectDaily = declare[InspectDailyInput, DailyOutput](Meta{
		ID: "inspectDaily", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/daily/{record}", Permission: "inspection.read", Look: "record",
		Summary: "One daily record. A look",
	})
	InspectDailyPaper = declare[InspectDailyPaperInput, Blob](Meta{
		ID: "inspectDailyPaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/daily/{record}/paper", Permission: "inspection.read", Look: "paper", Media: "application/pdf",
		Summary: "The paper of a daily record. A look",
	})
	InspectPhoto = declare[InspectPhotoInput, Blob](Meta{
		ID: "inspectPhoto", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/photos/{sha256}", Permission: "inspection.read", Look: "photo", Media: "image/*",
		Summary: "A photo. A look",
	})
	InspectFile = declare[InspectFileInput, Blob](Meta{
		ID: "inspectFile", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/files/{sha256}", Permission: "inspection.read", Look: "file", Media: "application/octet-stream",
		Summary: "A file that a certificate, a self-check report or a training is on. A look",
	})
	InspectEvidence = declare[InspectEvidenceInput, Blob](Meta{
		ID: "inspectEvidence", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/evidence", Permission: "inspection.export", Look: "export", Media: "application/zip",
		Summary: "The evidence of a date range as a zip. A look",
	})
	ListLooks = declare[ListLooksInput, LooksOutput](Meta{
		ID: "listLooks", Method: http.MethodGet, Path: "/enterprises/{enterprise}/looks", Permission: "regulator.look.read",
		Summary: "Which agency looked at what, and when; newest first",
	})
	ListMembers = declare[InAgency, MembersOutput](Meta{
		ID: "listMembers", Method: http.MethodGet, Path: "/agencies/{agency}/members", Permission: "regulator.member.read",
		Summary: "The people of the agency and of the offices below",
	})
	AddMember = declare[AddMemberInput, NewAccountOutput](Meta{
		ID: "addMember", Method: http.MethodPost, Path: "/agencies/{agency}/members", Permission: "regulator.member.edit", Status: http.StatusCreated,
		Summary: "Give a person a role in the agency or an office below; a new account's initial password is shown once",
	})
	EndMember = declare[EndMemberInput, Done](Meta{
		ID: "endMember", Method: http.MethodDelete, Path: "/agencies/{agency}/members/{member}", Permission: "regulator.member.edit", Status: http.StatusNoContent,
		Summary: "End a membership now",
	})
)

// ReadOverviewInput names a month.
type ReadOverviewInput struct {
	InAgency
	Month string `query:"month" pattern:"^([0-9]{4}-[0-9]{2})?$" doc:"The present month if absent"`
}

// OverviewOutput is the overview.
type OverviewOutput struct{ Body Overview }

// Overview is an agency's first room.
type Overview struct {
	ServerTime  time.Time     `json:"serverTime"`
	Today       string        `json:"today" format:"date"`
	Month       string        `json:"month"`
	Needs       []Need        `json:"needs" doc:"At most 50, gravest first; needsTotal counts all"`
	NeedsTotal  int           `json:"needsTotal"`
	Enterprises int           `json:"enterprises"`
	TodayCounts Counts        `json:"todayCounts" doc:"Live"`
	OpenHazards HazardCounts  `json:"openHazards"`
	Offices     []OfficeMonth `json:"offices"`
}

// HazardCounts counts open hazards.
type HazardCounts struct {
	General int `json:"general"`
	Larger  int `json:"larger"`
	Major   int `json:"major"`
	Overdue int `json:"overdue"`
}

// Need is an enterprise that needs the agency, with the reason in words.
type Need struct {
	Kind       string   `json:"kind" enum:"gap,vacant_post,hazard,report,agency_deadline" doc:"report: suspicious goods were stopped and reported, and the receipt is awaited"`
	Enterprise string   `json:"enterprise" format:"uuid"`
	Name       string   `json:"name"`
	OfficeName string   `json:"officeName"`
	Words      string   `json:"words"`
	Said       Sentence `json:"said" doc:"The words, for other languages"`
	Grave      bool     `json:"grave"`
	Since      string   `json:"since,omitempty" format:"date"`
}

// OfficeMonth is a row of the calendar.
type OfficeMonth struct {
	Agency string      `json:"agency" format:"uuid"`
	Name   string      `json:"name"`
	Days   []OfficeDay `json:"days"`
}

// OfficeDay is a cell of the calendar. Today is filling and has no colour of
// judgement.
type OfficeDay struct {
	Day    string `json:"day" format:"date"`
	Phase  string `json:"phase" enum:"closed,today,coming,none" doc:"closed: the day is over; none: nothing was due"`
	Counts Counts `json:"counts"`
}

// ListAreaInput asks for enterprises.
type ListAreaInput struct {
	InAgency
	Page
	Query     string `query:"q" maxLength:"100" doc:"Part of the name, or the identifier"`
	Office    string `query:"office" format:"uuid"`
	SizeGrade string `query:"sizeGrade" enum:"A,B,C,D,ungraded"`
	Business  string `query:"business" enum:"production,wholesale,retail"`
	Need      string `query:"need" enum:"gap,vacant_post,hazard"`
	InScope   string `query:"inScope" enum:"yes,no,undecided"`
}

// AreaEntry is an enterprise in the list.
type AreaEntry struct {
	ID          string     `json:"id" format:"uuid"`
	Name        string     `json:"name"`
	Identifier  string     `json:"identifier,omitempty"`
	OfficeName  string     `json:"officeName"`
	OfficerName string     `json:"officerName,omitempty"`
	SizeGrade   string     `json:"sizeGrade" enum:"A,B,C,D,"`
	Businesses  []string   `json:"businesses"`
	InScope     *bool      `json:"inScope,omitempty"`
	HasAccount  bool       `json:"hasAccount"`
	OpenHazards int        `json:"openHazards"`
	Strip       []StripDay `json:"strip" doc:"The last 30 days, oldest first; the gravest state of a day's sites and shifts"`
}

// StripDay is a day in a strip.
type StripDay struct {
	Day   string `json:"day" format:"date"`
	State string `json:"state" enum:"none,coming,open,zero_risk,hazards,arrived_late,backfilled,excused,missed"`
}

// AreaListOutput is part of the list.
type AreaListOutput struct {
	Body struct {
		Items []AreaEntry `json:"items"`
		Next  string      `json:"next,omitempty"`
	}
}

// InspectedOutput is the officer's enterprise page.
type InspectedOutput struct {
	Body struct {
		Enterprise   Enterprise        `json:"enterprise"`
		Appointments []Appointment     `json:"appointments"`
		Hazards      []HazardEntry     `json:"hazards" doc:"Open ones"`
		Assignments  []Assignment      `json:"assignments"`
		SizeGrades   []SizeGradeEntry  `json:"sizeGrades"`
		ListVersions []RiskListVersion `json:"listVersions"`
		Items        []InspectionItem  `json:"items" doc:"The items of 附件3 for its side; those that the system holds evidence for carry facts"`
	}
}

// InspectionItem is an item of 附件3 with what the rows say. It is a statement
// of facts, not an opinion.
type InspectionItem struct {
	Code  string     `json:"code" example:"2.1"`
	Text  string     `json:"text"`
	Facts string     `json:"facts,omitempty"`
	Said  []Sentence `json:"said,omitempty" doc:"The facts, sentence by sentence, for other languages"`
	Ready bool       `json:"ready" doc:"The product holds rows for it"`
}

// InspectDailiesInput names a month.
type InspectDailiesInput struct {
	InArea
	Month string `query:"month" pattern:"^[0-9]{4}-[0-9]{2}$" required:"true"`
}

// InspectedDailiesOutput is 2.1 of a month.
type InspectedDailiesOutput struct {
	Body struct {
		Month   string       `json:"month"`
		Days    []DayState   `json:"days"`
		Counts  Counts       `json:"counts"`
		Records []DailyEntry `json:"records"`
		Facts   string       `json:"facts" doc:"The counts in a sentence"`
		Said    Sentence     `json:"said" doc:"The facts, for other languages"`
	}
}

// InspectDailyInput names a record.
type InspectDailyInput struct {
	InArea
	Record string `path:"record" format:"uuid"`
}

// InspectDailyPaperInput names a record and the format of its paper.
type InspectDailyPaperInput struct {
	InspectDailyInput
	PaperFormat
}

// InspectPhotoInput names a photo.
type InspectPhotoInput struct {
	InArea
	SHA256 string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
}

// InspectFileInput names a file.
type InspectFileInput struct {
	InArea
	SHA256 string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
}

// InspectEvidenceInput names a range.
type InspectEvidenceInput struct {
	InArea
	From string `query:"from" format:"date" required:"true"`
	To   string `query:"to" format:"date" required:"true"`
}

// ListLooksInput asks for looks.
type ListLooksInput struct {
	InEnterprise
	Page
}

// LooksOutput lists looks.
type LooksOutput struct {
	Body struct {
		Items []Look `json:"items"`
		Next  string `json:"next,omitempty"`
	}
}

// Look is one look of an authority.
type Look struct {
	ID         string    `json:"id" format:"uuid"`
	At         time.Time `json:"at"`
	AgencyName string    `json:"agencyName"`
	Name       string    `json:"name"`
	What       string    `json:"what" doc:"The noun that was looked at, or paper, photo or export"`
	Subject    string    `json:"subject,omitempty"`
}

// MembersOutput lists members.
type MembersOutput struct {
	Body struct {
		Items []Member `json:"items"`
	}
}

// Member is a person of an agency.
type Member struct {
	ID         string    `json:"id" format:"uuid" doc:"The membership"`
	Account    string    `json:"account" format:"uuid"`
	Name       string    `json:"name"`
	Login      string    `json:"login"`
	Agency     string    `json:"agency" format:"uuid"`
	AgencyName string    `json:"agencyName"`
	Role       string    `json:"role" enum:"supervisor,chief"`
	From       time.Time `json:"from"`
}

// AddMemberInput adds a member.
type AddMemberInput struct {
	InAgency
	Body struct {
		Agency string `json:"agency" format:"uuid" doc:"The agency itself or one below"`
		Name   string `json:"name" minLength:"1" maxLength:"50"`
		Login  string `json:"login" minLength:"3" maxLength:"64"`
		Role   string `json:"role" enum:"supervisor,chief"`
	}
}

// EndMemberInput names a membership.
type EndMemberInput struct {
	InAgency
	Member string `path:"member" format:"uuid"`
}
