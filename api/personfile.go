package api

import (
	"net/http"
	"time"
)

// A person's own 尽职 file: what he did in his posts, told apart by day.
var (
	ReadPersonFile = declare[PersonFileInput, PersonFileOutput](Meta{
		ID: "readPersonFile", Method: http.MethodGet, Path: "/enterprises/{enterprise}/people/{account}/file", Permission: "appointment.read",
		Summary: "What a person recorded, reviewed, raised, whom he appointed and dismissed, what he was assigned and was told; he himself and the principal may read it",
	})
	ReadPersonFilePaper = declare[PersonFilePaperInput, Blob](Meta{
		ID: "readPersonFilePaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/people/{account}/file/paper", Permission: "appointment.read", Media: "application/pdf",
		Summary: "《履职档案》, as PDF or Word",
	})
	ListMyFiles = declare[Nothing, MyFilesOutput](Meta{
		ID: "listMyFiles", Method: http.MethodGet, Path: "/me/files", Permission: "self",
		Summary: "The enterprises in which the caller holds or held a post: his file stays his after he left",
	})
	ReadMyFile = declare[MyFileInput, PersonFileOutput](Meta{
		ID: "readMyFile", Method: http.MethodGet, Path: "/me/files/{enterprise}", Permission: "self",
		Summary: "The caller's own file in an enterprise, also after he left",
	})
	ReadMyFilePaper = declare[MyFilePaperInput, Blob](Meta{
		ID: "readMyFilePaper", Method: http.MethodGet, Path: "/me/files/{enterprise}/paper", Permission: "self", Media: "application/pdf",
		Summary: "The caller's own file, as PDF or Word",
	})
	ExportMyFile = declare[ExportMyFileInput, Blob](Meta{
		ID: "exportMyFile", Method: http.MethodGet, Path: "/me/files/{enterprise}/facts", Permission: "self", Media: "application/zip",
		Summary: "The caller's own file as ZIP: the page as PDF and the facts as JSON",
	})
)

// FileRange is a range of days; the last 365 days if absent, at most three years.
type FileRange struct {
	From string `query:"from" format:"date"`
	To   string `query:"to" format:"date"`
}

// FilePage asks for part of the traces of a file.
type FilePage struct {
	Page
	Deed string `query:"deed" enum:"recorded,reviewed,handled,raised,appointed,assigned,trained,told" doc:"Of this deed alone; the totals stay those of all"`
}

// PersonFileInput names a person of the enterprise.
type PersonFileInput struct {
	InEnterprise
	Account string `path:"account" format:"uuid"`
	FileRange
	FilePage
}

// MyFileInput names an enterprise of the caller's.
type MyFileInput struct {
	InEnterprise
	FileRange
	FilePage
}

// PersonFilePaperInput names the paper of a person's file.
type PersonFilePaperInput struct {
	InEnterprise
	Account string `path:"account" format:"uuid"`
	FileRange
	PaperFormat
}

// MyFilePaperInput names the paper of the caller's own file.
type MyFilePaperInput struct {
	InEnterprise
	FileRange
	PaperFormat
}

// ExportMyFileInput names the range of the caller's own file.
type ExportMyFileInput struct {
	InEnterprise
	FileRange
}

// Trace is something a person did, or that was done towards him.
type Trace struct {
	At   time.Time `json:"at"`
	Day  string    `json:"day" format:"date" doc:"The business day, or that of At"`
	Deed string    `json:"deed" enum:"recorded,reviewed,handled,raised,appointed,assigned,trained,told"`
	// Kind names the noun and what happened, as "record.daily" or "hazard.rectified".
	Kind    string `json:"kind"`
	Subject string `json:"subject" format:"uuid"`
	Title   string `json:"title"`
	Note    string `json:"note,omitempty"`
}

// PersonFile is what a person did in an enterprise.
type PersonFile struct {
	Enterprise     string        `json:"enterprise" format:"uuid"`
	EnterpriseName string        `json:"enterpriseName"`
	Account        string        `json:"account" format:"uuid"`
	Name           string        `json:"name"`
	Posts          string        `json:"posts,omitempty" doc:"Held now, in words"`
	From           string        `json:"from" format:"date"`
	To             string        `json:"to" format:"date"`
	Appointments   []Appointment `json:"appointments"`
	Traces         []Trace       `json:"traces" doc:"Newest first"`
	Next           string        `json:"next,omitempty" doc:"There are further traces"`
	Totals         []DeedTotal   `json:"totals" doc:"How many of each deed in the whole range; never added up"`
}

// DeedTotal counts the traces of one deed.
type DeedTotal struct {
	Deed  string `json:"deed" enum:"recorded,reviewed,handled,raised,appointed,assigned,trained,told"`
	Count int    `json:"count"`
}

// PersonFileOutput is a person's file.
type PersonFileOutput struct{ Body PersonFile }

// MyFilesOutput lists where the caller has a file.
type MyFilesOutput struct {
	Body struct {
		Items []MyFile `json:"items"`
	}
}

// MyFile is an enterprise in which the caller has a file.
type MyFile struct {
	Enterprise string     `json:"enterprise" format:"uuid"`
	Name       string     `json:"name"`
	From       time.Time  `json:"from"`
	Until      *time.Time `json:"until,omitempty" doc:"When his last post there ended; absent while he is in office"`
}
