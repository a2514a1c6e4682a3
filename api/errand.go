package api

import (
	"io"
	"net/http"
	"time"
)

// Errands (后台任务).
var (
	ListErrands = declare[ListErrandsInput, ErrandsOutput](Meta{
		ID: "listErrands", Method: http.MethodGet, Path: "/enterprises/{enterprise}/errands", Permission: "errand.read",
		Summary: "What was asked for and takes longer than a request, newest first; only kinds that the caller may ask for himself",
	})
	ReadErrand = declare[ErrandInput, ErrandOutput](Meta{
		ID: "readErrand", Method: http.MethodGet, Path: "/enterprises/{enterprise}/errands/{errand}", Permission: "errand.read",
		Summary: "How an errand stands. Ask again after a second, then after longer and longer",
	})
	CancelErrand = declare[ErrandInput, ErrandOutput](Meta{
		ID: "cancelErrand", Method: http.MethodPost, Path: "/enterprises/{enterprise}/errands/{errand}/cancel", Permission: "errand.cancel",
		Summary: "End an errand that is not over yet; cancelling it again repeats the answer",
	})
	DownloadErrand = declare[ErrandInput, Download](Meta{
		ID: "downloadErrand", Method: http.MethodGet, Path: "/enterprises/{enterprise}/errands/{errand}/result", Permission: "errand.read", Media: "application/octet-stream",
		Summary: "The result, within a week; Range is honoured",
	})

	ListAreaErrands = declare[ListAreaErrandsInput, ErrandsOutput](Meta{
		ID: "listAreaErrands", Method: http.MethodGet, Path: "/agencies/{agency}/errands", Permission: "errand.area.read",
		Summary: "What was asked for in the agency's name, newest first",
	})
	ReadAreaErrand = declare[AreaErrandInput, ErrandOutput](Meta{
		ID: "readAreaErrand", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}", Permission: "errand.area.read",
		Summary: "How an errand of the agency stands",
	})
	CancelAreaErrand = declare[AreaErrandInput, ErrandOutput](Meta{
		ID: "cancelAreaErrand", Method: http.MethodPost, Path: "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}/cancel", Permission: "errand.area.cancel",
		Summary: "End an errand of the agency that is not over yet",
	})
	DownloadAreaErrand = declare[AreaErrandInput, Download](Meta{
		ID: "downloadAreaErrand", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/errands/{errand}/result", Permission: "errand.area.read", Media: "application/octet-stream", Look: "export",
		Summary: "The result of an errand of the agency",
	})
)

// Download is an answer that is read as it is sent, and may be asked for in parts.
type Download struct {
	Name    string
	Media   string
	SHA256  string
	At      time.Time
	Content io.ReadSeekCloser
}

// Errand is work that a person asked for and does not wait for.
type Errand struct {
	ID             string        `json:"id" format:"uuid"`
	Kind           string        `json:"kind" doc:"As pack"`
	Title          string        `json:"title" doc:"In Chinese: what was asked for"`
	Enterprise     string        `json:"enterprise" format:"uuid"`
	EnterpriseName string        `json:"enterpriseName,omitempty" doc:"In an agency's list"`
	AskedName      string        `json:"askedName"`
	AskedAt        time.Time     `json:"askedAt"`
	State          string        `json:"state" enum:"queued,running,done,failed,cancelled"`
	Stage          string        `json:"stage" doc:"A word of the kind's vocabulary, as papers; its translation is the client's"`
	Progress       int64         `json:"progress" doc:"Steps of the stage that are done"`
	Total          int64         `json:"total" doc:"Steps of the stage; 0 if not known"`
	EndedAt        *time.Time    `json:"endedAt,omitempty"`
	ExpiresAt      time.Time     `json:"expiresAt" doc:"When row and result are forgotten"`
	ErrorCode      string        `json:"errorCode,omitempty"`
	ErrorText      string        `json:"errorText,omitempty" doc:"In Chinese: why it failed and what to do next"`
	Result         *ErrandResult `json:"result,omitempty"`
}

// ErrandResult is the file that an errand made.
type ErrandResult struct {
	Name   string `json:"name"`
	Media  string `json:"media"`
	Size   int64  `json:"size" doc:"Bytes"`
	SHA256 string `json:"sha256"`
}

// ListErrandsInput asks for errands.
type ListErrandsInput struct {
	InEnterprise
	Page
	Kind string `query:"kind" maxLength:"40" doc:"Only of this kind"`
}

// ListAreaErrandsInput asks for an agency's errands.
type ListAreaErrandsInput struct {
	InAgency
	Page
	Kind       string `query:"kind" maxLength:"40" doc:"Only of this kind"`
	Enterprise string `query:"enterprise" format:"uuid" doc:"Only about this enterprise of the area"`
}

// ErrandsOutput lists errands.
type ErrandsOutput struct {
	Body struct {
		Items []Errand `json:"items"`
		Next  string   `json:"next,omitempty"`
	}
}

// ErrandInput names an errand.
type ErrandInput struct {
	InEnterprise
	Errand string `path:"errand" format:"uuid"`
}

// AreaErrandInput names an errand of an agency.
type AreaErrandInput struct {
	InArea
	Errand string `path:"errand" format:"uuid"`
}

// ErrandOutput is an errand.
type ErrandOutput struct{ Body Errand }
