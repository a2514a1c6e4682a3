package api

import (
	"net/http"
	"time"
)

// Past paper records, copied and marked as copied (转录).
var (
	ListTranscripts = declare[ListTranscriptsInput, TranscriptsOutput](Meta{
		ID: "listTranscripts", Method: http.MethodGet, Path: "/enterprises/{enterprise}/transcripts", Permission: "transcript.read",
		Summary: "Copies of past paper records, newest day first. They fulfil nothing and are counted nowhere",
	})
	EnterTranscript = declare[EnterTranscriptInput, TranscriptOutput](Meta{
		ID: "enterTranscript", Method: http.MethodPut, Path: "/enterprises/{enterprise}/transcripts/{transcript}", Permission: "transcript.enter",
		Summary: "Copy a past paper record; sealed as a copy. Repeating it repeats the answer",
	})
)

// TranscriptFields is a copy as entered.
type TranscriptFields struct {
	Kind    string `json:"kind" enum:"daily,weekly,monthly,training" doc:"每日检查, 每周排查, 每月调度, 培训"`
	Day     string `json:"day" format:"date" doc:"The day on the paper; before today"`
	Who     string `json:"who" minLength:"1" maxLength:"50" doc:"Who signed the paper"`
	Summary string `json:"summary" minLength:"1" maxLength:"1000" doc:"What it says"`
	Outcome string `json:"outcome,omitempty" maxLength:"300" doc:"What was found or decided"`
	Paper   string `json:"paper,omitempty" maxLength:"100" doc:"Where the paper is kept"`
}

// Transcript is a copy.
type Transcript struct {
	ID string `json:"id" format:"uuid"`
	TranscriptFields
	Name string    `json:"name" doc:"Who copied it"`
	At   time.Time `json:"at" doc:"When it was copied"`
}

// ListTranscriptsInput asks for copies.
type ListTranscriptsInput struct {
	InEnterprise
	Page
}

// TranscriptsOutput lists copies.
type TranscriptsOutput struct {
	Body struct {
		Items []Transcript `json:"items"`
		Next  string       `json:"next,omitempty"`
	}
}

// EnterTranscriptInput copies a record.
type EnterTranscriptInput struct {
	InEnterprise
	Transcript string `path:"transcript" format:"uuid" doc:"Minted by the client"`
	Body       TranscriptFields
}

// TranscriptOutput is a copy.
type TranscriptOutput struct{ Body Transcript }
