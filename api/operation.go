package api

import "net/http"

// Base is the path under which all operations live.
const Base = "/api/v1"

// Meta describes an operation.
type Meta struct {
	// ID names the operation in code, log, audit and matrix.
	ID     string
	Method string
	// Path is relative to [Base].
	Path string
	// Permission is what the caller must hold; "public" needs no account,
	// "self" only an account.
	Permission string
	Summary    string
	// Status is the answer's status when all goes well.
	Status int
	// Media is the answer's media type if it is not JSON.
	Media string
	// Upload is the largest request body in bytes; 0 means 1 MiB of JSON.
	Upload int64
	// Look is what an authority's use of the operation is logged as, if it is a
	// look: the noun that is looked at, or paper, photo or export.
	Look string
}

// Operation is an operation with the types of its input and output, so that
// only a handler of those types implements it.
type Operation[In, Out any] struct{ Meta }

// Operations lists every operation in the order of declaration.
func Operations() []Meta { return operations }

var operations []Meta

func declare[In, Out any](m Meta) Operation[In, Out] {
	if m.Permission == "" {
		panic("operation " + m.ID + " has no permission")
	}
	if m.Status == 0 {
		m.Status = http.StatusOK
	}
	operations = append(operations, m)
	return Operation[In, Out]{m}
}

// InEnterprise names the enterprise in whose name the caller acts.
type InEnterprise struct {
	Enterprise string `path:"enterprise" format:"uuid" doc:"The enterprise."`
}

// InAgency names the agency in whose name the caller acts.
type InAgency struct {
	Agency string `path:"agency" format:"uuid" doc:"The agency."`
}

// InArea names an enterprise in an agency's area.
type InArea struct {
	InAgency
	Enterprise string `path:"enterprise" format:"uuid" doc:"An enterprise of the agency's area."`
}

// Nothing is an empty input.
type Nothing struct{}

// Done is an answer without content.
type Done struct{}

// Blob is an answer that is a file.
type Blob struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	CacheControl       string `header:"Cache-Control"`
	Body               []byte
}

// PaperFormat chooses the file that a paper is: what was sealed is proven by the
// PDF, the Word file is for handing on.
type PaperFormat struct {
	Format string `query:"format" enum:"pdf,docx" default:"pdf" doc:"pdf, or docx for a word processor"`
}

// Problem is a refusal, after RFC 9457.
type Problem struct {
	Type      string         `json:"type" doc:"/problems/ and the code"`
	Title     string         `json:"title"`
	Status    int            `json:"status"`
	Code      string         `json:"code" doc:"Stable, dotted, domain first; the key of its translation"`
	Detail    string         `json:"detail" doc:"In Chinese: what is wrong and what to do next"`
	Fields    []ProblemField `json:"fields,omitempty"`
	Params    map[string]any `json:"params,omitempty"`
	RequestID string         `json:"requestId"`
}

// Error makes a problem an error: its code.
func (p *Problem) Error() string { return p.Code }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of RFC 9457.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// ProblemField is one input at fault.
type ProblemField struct {
	Pointer string `json:"pointer" example:"body.answers[3].note"`
	Sentence
}

// Sentence is something the server says: in Chinese, and by code for every
// other language.
type Sentence struct {
	Code   string         `json:"code,omitempty" doc:"Stable and dotted; the key of the translation. Absent where the text is the person's own data"`
	Text   string         `json:"text" doc:"In Chinese"`
	Params map[string]any `json:"params,omitempty" doc:"Values a translation may quote"`
}
