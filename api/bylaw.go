package api

import (
	"net/http"
	"time"
)

// The documents that an enterprise must have (制度文件): 附件3 items 1.1, 1.3, 1.5
// and 1.6. {bylaw} is the kind of document, as in "management".
var (
	ListBylaws = declare[InEnterprise, BylawsOutput](Meta{
		ID: "listBylaws", Method: http.MethodGet, Path: "/enterprises/{enterprise}/bylaws", Permission: "bylaw.read",
		Summary: "All kinds of documents in the order of 附件3: which apply, what is in force, what is drafted, who has still to confirm",
	})
	DraftBylaws = declare[DraftBylawsInput, BylawsOutput](Meta{
		ID: "draftBylaws", Method: http.MethodPost, Path: "/enterprises/{enterprise}/bylaws/drafts", Permission: "bylaw.draft",
		Summary: "Begin drafts from the templates, filled from the archive: those named, or all that apply and have neither version nor draft",
	})
	ReadBylaw = declare[BylawInput, BylawOutput](Meta{
		ID: "readBylaw", Method: http.MethodGet, Path: "/enterprises/{enterprise}/bylaws/{bylaw}", Permission: "bylaw.read",
		Summary: "One document with its draft and its versions",
	})
	EditBylaw = declare[EditBylawInput, BylawOutput](Meta{
		ID: "editBylaw", Method: http.MethodPut, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/draft", Permission: "bylaw.draft",
		Summary: "Write the draft, as text or as an uploaded file, and submit it for approval if wished. The first save begins it",
	})
	DropBylawDraft = declare[BylawInput, BylawOutput](Meta{
		ID: "dropBylawDraft", Method: http.MethodDelete, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/draft", Permission: "bylaw.draft",
		Summary: "Drop the draft; versions stay",
	})
	ApproveBylaws = declare[ApproveBylawsInput, BylawsOutput](Meta{
		ID: "approveBylaws", Method: http.MethodPost, Path: "/enterprises/{enterprise}/bylaws/approvals", Permission: "bylaw.approve",
		Summary: "The principal approves one or several drafts with one signature; each becomes the next version and is sealed. Where he is concerned himself, his approval is his confirmation. Repeating it repeats the answer",
	})
	ReviewBylaw = declare[ReviewBylawInput, BylawOutput](Meta{
		ID: "reviewBylaw", Method: http.MethodPost, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/review", Permission: "bylaw.approve",
		Summary: "复审: the version goes on unchanged until the next day of review; sealed",
	})
	RepealBylaw = declare[RepealBylawInput, BylawOutput](Meta{
		ID: "repealBylaw", Method: http.MethodPost, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/repeal", Permission: "bylaw.approve",
		Summary: "废止 with its reason; sealed",
	})
	ReadBylawVersion = declare[BylawVersionInput, BylawTextOutput](Meta{
		ID: "readBylawVersion", Method: http.MethodGet, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}", Permission: "bylaw.read",
		Summary: "The text of a version with its confirmations",
	})
	ConfirmBylaw = declare[ConfirmBylawInput, BylawTextOutput](Meta{
		ID: "confirmBylaw", Method: http.MethodPut, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/confirmations/{request}", Permission: "bylaw.confirm",
		Summary: "签收: the person asked says that he has read this version; sealed with its hash. Repeating it repeats the answer",
	})
	CompareBylaws = declare[CompareBylawsInput, BylawDiffOutput](Meta{
		ID: "compareBylaws", Method: http.MethodGet, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/diff", Permission: "bylaw.read",
		Summary: "What changed between two versions; 0 is the draft",
	})
	ReadBylawPaper = declare[BylawPaperInput, Blob](Meta{
		ID: "readBylawPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/paper", Permission: "bylaw.read", Media: "application/pdf",
		Summary: "A version as paper, its 签收表, or the uploaded file itself",
	})
	InspectBylaws = declare[InArea, BylawsOutput](Meta{
		ID: "inspectBylaws", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/bylaws", Permission: "inspection.read", Look: "bylaw",
		Summary: "附件3 items 1.1, 1.3, 1.5 and 1.6: approved documents only, without drafts. A look",
	})
	InspectBylawPaper = declare[InspectBylawPaperInput, Blob](Meta{
		ID: "inspectBylawPaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/bylaws/{bylaw}/versions/{version}/paper", Permission: "inspection.read", Look: "paper", Media: "application/pdf",
		Summary: "A version as paper, its 签收表, or the uploaded file itself. A look",
	})
)

// Bylaw is a document with its versions.
type Bylaw struct {
	Kind     string         `json:"kind" example:"management"`
	Item     string         `json:"item" doc:"The item of 附件3" example:"1.1"`
	Title    string         `json:"title"`
	Applies  bool           `json:"applies" doc:"Derived from businesses and product categories"`
	Why      string         `json:"why,omitempty" doc:"Why it does not apply"`
	WhySaid  *Sentence      `json:"whySaid,omitempty" doc:"The same for other languages"`
	Wall     bool           `json:"wall" doc:"Hung up where people work"`
	Posts    []string       `json:"posts" enum:"principal,director,officer" doc:"Whose holders are asked to confirm, unless the draft says otherwise"`
	Basis    []string       `json:"basis" doc:"On what the template rests, in words"`
	Verified bool           `json:"verified" doc:"Whether all of the basis was read"`
	Draft    *BylawDraft    `json:"draft,omitempty"`
	Current  *BylawVersion  `json:"current,omitempty" doc:"In force today"`
	Coming   *BylawVersion  `json:"coming,omitempty" doc:"Approved, in force from a later day"`
	Versions []BylawVersion `json:"versions" doc:"Newest first"`
}

// BylawDraft is what is not approved yet.
type BylawDraft struct {
	State       string      `json:"state" enum:"draft,submitted"`
	Form        string      `json:"form" enum:"text,file"`
	Text        string      `json:"text" doc:"A line that begins with '# ' is a chapter, one with '- ' an item, every other an article; numbers are set by the server"`
	Parts       []BylawPart `json:"parts"`
	File        *FileRef    `json:"file,omitempty"`
	Posts       []string    `json:"posts" enum:"principal,director,officer"`
	Note        string      `json:"note"`
	DraftedName string      `json:"draftedName"`
	DraftedAt   time.Time   `json:"draftedAt"`
	Revision    int         `json:"revision"`
	MayApprove  bool        `json:"mayApprove" doc:"The caller may approve it as it stands"`
}

// BylawPart is a chapter, an article or an item with its number.
type BylawPart struct {
	Kind   string `json:"kind" enum:"chapter,article,item"`
	Number string `json:"number" example:"第一条"`
	Text   string `json:"text"`
}

// BylawVersion is an approved version.
type BylawVersion struct {
	Version      int       `json:"version"`
	State        string    `json:"state" enum:"in_force,coming,superseded,repealed"`
	Form         string    `json:"form" enum:"text,file"`
	File         *FileRef  `json:"file,omitempty"`
	Posts        []string  `json:"posts" enum:"principal,director,officer"`
	Note         string    `json:"note"`
	ApprovedName string    `json:"approvedName"`
	ApprovedAt   time.Time `json:"approvedAt"`
	EffectiveDay string    `json:"effectiveDay" format:"date"`
	ReviewDay    string    `json:"reviewDay" format:"date" doc:"The next day of review (复审)"`
	RepealedWhy  string    `json:"repealedWhy,omitempty"`
	Hash         string    `json:"hash" doc:"SHA-256 of the sealed bytes, hex"`
	Asked        int       `json:"asked" doc:"People who are to confirm it"`
	Confirmed    int       `json:"confirmed" doc:"Those who have"`
	Request      string    `json:"request,omitempty" format:"uuid" doc:"The caller's own confirmation, if it is still open"`
}

// BylawText is a version with its text.
type BylawText struct {
	BylawVersion
	Kind          string              `json:"kind"`
	Title         string              `json:"title"`
	Wall          bool                `json:"wall"`
	Parts         []BylawPart         `json:"parts"`
	Confirmations []BylawConfirmation `json:"confirmations"`
}

// BylawConfirmation is one person's 签收.
type BylawConfirmation struct {
	Request     string     `json:"request" format:"uuid"`
	Name        string     `json:"name"`
	AskedAt     time.Time  `json:"askedAt"`
	ConfirmedAt *time.Time `json:"confirmedAt,omitempty"`
	ByApproval  bool       `json:"byApproval" doc:"He approved it himself"`
	Left        bool       `json:"left" doc:"No longer in office, and no longer asked"`
}

// BylawsOutput lists documents.
type BylawsOutput struct {
	Body struct {
		Items []Bylaw `json:"items"`
		Note  string  `json:"note" doc:"What the templates are worth"`
	}
}

// BylawInput names a document.
type BylawInput struct {
	InEnterprise
	Bylaw string `path:"bylaw" maxLength:"40"`
}

// BylawOutput is a document.
type BylawOutput struct{ Body Bylaw }

// DraftBylawsInput begins drafts.
type DraftBylawsInput struct {
	InEnterprise
	Body struct {
		Kinds []string `json:"kinds,omitempty" maxItems:"20" doc:"Those of which a draft is begun, or begun anew; all that are missing if absent"`
	}
}

// EditBylawInput writes a draft.
type EditBylawInput struct {
	BylawInput
	Body struct {
		Form     string   `json:"form" enum:"text,file"`
		Text     string   `json:"text,omitempty" maxLength:"50000"`
		File     *FileRef `json:"file,omitempty" doc:"With form file: kept already by putFile"`
		Posts    []string `json:"posts" minItems:"1" maxItems:"3" enum:"principal,director,officer" doc:"Whose holders confirm it"`
		Note     string   `json:"note,omitempty" maxLength:"300" doc:"What changed, and why"`
		Revision int      `json:"revision" minimum:"0" doc:"The revision that was read, 0 for none; another in between is a conflict"`
		Submit   bool     `json:"submit,omitempty" doc:"Ask the principal for approval"`
	}
}

// ApproveBylawsInput approves drafts.
type ApproveBylawsInput struct {
	InEnterprise
	Body struct {
		Items        []BylawApproval `json:"items" minItems:"1" maxItems:"20"`
		EffectiveDay string          `json:"effectiveDay" format:"date" doc:"Today to 90 days ahead"`
		ReviewDay    string          `json:"reviewDay" format:"date" doc:"After the effective day, at most three years"`
		Declaration  Declaration     `json:"declaration"`
	}
}

// BylawApproval names a draft as it was read.
type BylawApproval struct {
	Kind     string `json:"kind" maxLength:"40"`
	Revision int    `json:"revision" minimum:"1"`
}

// BylawVersionInput names a version.
type BylawVersionInput struct {
	BylawInput
	Version int `path:"version" minimum:"1" maximum:"100000"`
}

// ReviewBylawInput lets a version go on.
type ReviewBylawInput struct {
	BylawVersionInput
	Body struct {
		ReviewDay   string      `json:"reviewDay" format:"date" doc:"The next one, after today"`
		Note        string      `json:"note" minLength:"2" maxLength:"300" doc:"What was looked at"`
		Declaration Declaration `json:"declaration"`
	}
}

// RepealBylawInput repeals a version.
type RepealBylawInput struct {
	BylawVersionInput
	Body struct {
		Reason      string      `json:"reason" minLength:"2" maxLength:"300"`
		Declaration Declaration `json:"declaration"`
	}
}

// ConfirmBylawInput confirms a version.
type ConfirmBylawInput struct {
	BylawVersionInput
	Request string `path:"request" format:"uuid" doc:"As the version or the task names it"`
	Body    struct {
		Declaration Declaration `json:"declaration"`
	}
}

// BylawTextOutput is a version.
type BylawTextOutput struct{ Body BylawText }

// CompareBylawsInput names two versions.
type CompareBylawsInput struct {
	BylawInput
	From int `query:"from" minimum:"0" required:"true"`
	To   int `query:"to" minimum:"0" required:"true"`
}

// BylawDiffOutput is the text with what changed.
type BylawDiffOutput struct {
	Body struct {
		Lines []BylawLine `json:"lines"`
		Files bool        `json:"files" doc:"One of the two is a file; its text is not compared"`
	}
}

// BylawLine is a part with what happened to it.
type BylawLine struct {
	Change string `json:"change" enum:"same,added,removed"`
	BylawPart
}

// BylawPaperInput names a paper of a version.
type BylawPaperInput struct {
	BylawVersionInput
	PaperFormat
	Sheet string `query:"sheet" enum:"document,confirmations,file" default:"document"`
}

// InspectBylawPaperInput names a paper of a version.
type InspectBylawPaperInput struct {
	InArea
	PaperFormat
	Bylaw   string `path:"bylaw" maxLength:"40"`
	Version int    `path:"version" minimum:"1" maximum:"100000"`
	Sheet   string `query:"sheet" enum:"document,confirmations,file" default:"document"`
}
