package api

import (
	"net/http"
	"time"
)

// The daily record (每日工业产品质量安全检查记录).
var (
	SubmitDaily = declare[SubmitDailyInput, DailyOutput](Meta{
		ID: "submitDaily", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/daily/{record}", Permission: "record.daily.submit",
		Summary: "Submit a day's check: all or nothing, sealed, once. Repeating it gives the first answer; a second officer's record of the same site, day and shift is a conflict that names the first",
	})
	CorrectDaily = declare[CorrectDailyInput, DailyOutput](Meta{
		ID: "correctDaily", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/daily/{record}/versions/{version}", Permission: "record.daily.correct",
		Summary: "更正: a new version with its reason; both stay visible and the day never moves",
	})
	ReviewDaily = declare[ReviewDailyInput, DailyOutput](Meta{
		ID: "reviewDaily", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/daily/{record}/reviews/{review}", Permission: "record.daily.review",
		Summary: "The director accepts the record or asks for a 更正; the record stays submitted",
	})
	ListDailies = declare[ListDailiesInput, DailiesOutput](Meta{
		ID: "listDailies", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/daily", Permission: "record.daily.read",
		Summary: "Daily records, newest day first, latest version of each",
	})
	ReadDaily = declare[ReadDailyInput, DailyOutput](Meta{
		ID: "readDaily", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/daily/{record}", Permission: "record.daily.read",
		Summary: "One record with all its versions, reviews and hazards",
	})
	ReadDailyPaper = declare[ReadDailyPaperInput, Blob](Meta{
		ID: "readDailyPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/daily/{record}/paper", Permission: "record.daily.read", Media: "application/pdf",
		Summary: "《每日工业产品质量安全检查记录》 as PDF or Word",
	})
	SaveDraft = declare[SaveDraftInput, Done](Meta{
		ID: "saveDraft", Method: http.MethodPut, Path: "/enterprises/{enterprise}/drafts/daily/{record}", Permission: "record.daily.submit", Status: http.StatusNoContent,
		Summary: "Keep a copy of the officer's draft",
	})
	ListDrafts = declare[InEnterprise, DraftsOutput](Meta{
		ID: "listDrafts", Method: http.MethodGet, Path: "/enterprises/{enterprise}/drafts/daily", Permission: "record.daily.submit",
		Summary: "The caller's own drafts",
	})

	PutPhoto = declare[PutPhotoInput, Done](Meta{
		ID: "putPhoto", Method: http.MethodPut, Path: "/enterprises/{enterprise}/photos/{sha256}", Permission: "photo.upload", Status: http.StatusNoContent, Upload: 8 << 20,
		Summary: "Keep a photo under its SHA-256; JPEG, PNG or WebP, at most 8 MiB and 50 megapixels. Idempotent",
	})
	ReadPhoto = declare[ReadPhotoInput, Blob](Meta{
		ID: "readPhoto", Method: http.MethodGet, Path: "/enterprises/{enterprise}/photos/{sha256}", Permission: "photo.read", Media: "image/*",
		Summary: "A photo",
	})
)

// DailyBody is what an officer signs. The stored bytes of it are the record.
type DailyBody struct {
	PayloadVersion int         `json:"payloadVersion" enum:"1"`
	Obligation     CheckOf     `json:"obligation" doc:"As served; the day is never the device's"`
	ListID         string      `json:"listId" format:"uuid"`
	ListVersion    int         `json:"listVersion" minimum:"1"`
	StartedAt      time.Time   `json:"startedAt" doc:"By the device"`
	SubmittedAt    time.Time   `json:"submittedAt" doc:"By the device"`
	DeviceSkewMS   int64       `json:"deviceSkewMs" doc:"Server minus device at the last contact"`
	Device         string      `json:"device,omitempty" maxLength:"120"`
	Answers        []Answer    `json:"answers" minItems:"1" maxItems:"300" doc:"One for every daily item of the list; nothing is answered by default"`
	Reason         string      `json:"reason,omitempty" maxLength:"300" doc:"With 补录: why late"`
	Declaration    Declaration `json:"declaration"`
}

// CheckOf names the check.
type CheckOf struct {
	Site  string `json:"site" format:"uuid"`
	Shift string `json:"shift" format:"uuid"`
	Day   string `json:"day" format:"date" doc:"The day on which the shift starts"`
}

// Answer is the answer to one item.
type Answer struct {
	Item     string   `json:"item" format:"uuid"`
	Verdict  string   `json:"verdict" enum:"pass,fail,na"`
	Bulk     string   `json:"bulk,omitempty" enum:"rest_pass,no_batch" doc:"Answered with others by one tap: 其余均符合, or 今日未进货/未生产"`
	Value    *float64 `json:"value,omitempty" doc:"Measured, in the item's unit"`
	Note     string   `json:"note,omitempty" maxLength:"1000" doc:"With fail: what was found; required"`
	Measure  string   `json:"measure,omitempty" maxLength:"1000" doc:"With fail: what was done at once"`
	Severity string   `json:"severity,omitempty" enum:"general,larger,major" doc:"With fail: 一般/较大/重大; general if absent"`
	Photos   []string `json:"photos,omitempty" maxItems:"9" doc:"SHA-256 of photos already kept"`
}

// SubmitDailyInput submits a check.
type SubmitDailyInput struct {
	InEnterprise
	Record  string `path:"record" format:"uuid" doc:"Minted on the phone when the draft begins"`
	RawBody []byte
	Body    DailyBody
}

// CorrectDailyInput corrects a record.
type CorrectDailyInput struct {
	InEnterprise
	Record  string `path:"record" format:"uuid"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client"`
	RawBody []byte
	Body    struct {
		DailyBody
		Corrects int    `json:"corrects" minimum:"1" doc:"The version that was read; another in between is a conflict"`
		Why      string `json:"why" minLength:"2" maxLength:"300"`
	}
}

// ReviewDailyInput reviews a record.
type ReviewDailyInput struct {
	InEnterprise
	Record string `path:"record" format:"uuid"`
	Review string `path:"review" format:"uuid"`
	Body   struct {
		Version int    `json:"version" minimum:"1"`
		Opinion string `json:"opinion" enum:"accepted,correction_requested"`
		Note    string `json:"note,omitempty" maxLength:"500" doc:"Required when a correction is asked for"`
	}
}

// ListDailiesInput asks for records.
type ListDailiesInput struct {
	InEnterprise
	Page
	From string `query:"from" format:"date"`
	To   string `query:"to" format:"date"`
	Site string `query:"site" format:"uuid"`
}

// ReadDailyInput names a record.
type ReadDailyInput struct {
	InEnterprise
	Record string `path:"record" format:"uuid"`
}

// ReadDailyPaperInput names a record and the format of its paper.
type ReadDailyPaperInput struct {
	ReadDailyInput
	PaperFormat
}

// DailyEntry is a record in a list.
type DailyEntry struct {
	ID            string    `json:"id" format:"uuid"`
	Day           string    `json:"day" format:"date"`
	Site          string    `json:"site" format:"uuid"`
	SiteName      string    `json:"siteName"`
	Shift         string    `json:"shift" format:"uuid"`
	ShiftName     string    `json:"shiftName"`
	Version       int       `json:"version" doc:"More than 1 has been corrected"`
	Outcome       string    `json:"outcome" enum:"zero_risk,hazards"`
	Bulk          bool      `json:"bulk"`
	Passed        int       `json:"passed"`
	Failed        int       `json:"failed"`
	NotApplicable int       `json:"notApplicable"`
	Lateness      string    `json:"lateness" enum:"on_time,arrived_late,backfilled"`
	OfficerName   string    `json:"officerName"`
	StartedAt     time.Time `json:"startedAt"`
	SubmittedAt   time.Time `json:"submittedAt"`
	ReceivedAt    time.Time `json:"receivedAt"`
}

// DailiesOutput lists records.
type DailiesOutput struct {
	Body struct {
		Items []DailyEntry `json:"items"`
		Next  string       `json:"next,omitempty"`
	}
}

// Daily is a record with its history.
type Daily struct {
	DailyEntry
	BodyHash string         `json:"bodyHash" doc:"SHA-256 of the stored bytes, hex: in the answer to a submission or correction of the version that it made, otherwise of the latest"`
	Versions []DailyVersion `json:"versions" doc:"Oldest first"`
	Items    []RiskItem     `json:"items" doc:"The daily items of the version of the list that the record was made from"`
	Reviews  []Review       `json:"reviews"`
	Hazards  []HazardEntry  `json:"hazards"`
	Link     LinkEntry      `json:"link" doc:"Its place in the chain"`
}

// DailyVersion is one version of a record.
type DailyVersion struct {
	Version     int       `json:"version"`
	BodyHash    string    `json:"bodyHash" doc:"SHA-256 of the stored bytes, hex"`
	ReceivedAt  time.Time `json:"receivedAt"`
	OfficerName string    `json:"officerName"`
	Why         string    `json:"why,omitempty"`
	Body        DailyBody `json:"body"`
	Changed     []string  `json:"changed" doc:"Items whose answer differs from the version before"`
}

// Review is a director's review.
type Review struct {
	ID      string    `json:"id" format:"uuid"`
	Version int       `json:"version"`
	Opinion string    `json:"opinion" enum:"accepted,correction_requested"`
	Note    string    `json:"note,omitempty"`
	Name    string    `json:"name"`
	At      time.Time `json:"at"`
}

// LinkEntry is a place in the chain.
type LinkEntry struct {
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
}

// DailyOutput is a record.
type DailyOutput struct{ Body Daily }

// SaveDraftInput keeps a draft.
type SaveDraftInput struct {
	InEnterprise
	Record string `path:"record" format:"uuid"`
	Body   struct {
		Obligation CheckOf `json:"obligation"`
		Draft      string  `json:"draft" maxLength:"200000" doc:"As the client wrote it; not read by the server"`
	}
}

// DraftsOutput lists drafts.
type DraftsOutput struct {
	Body struct {
		Items []Draft `json:"items"`
	}
}

// Draft is a kept draft.
type Draft struct {
	Record     string    `json:"record" format:"uuid"`
	Obligation CheckOf   `json:"obligation"`
	Draft      string    `json:"draft"`
	UpdatedAt  time.Time `json:"updatedAt"`
}

// PutPhotoInput sends a photo.
type PutPhotoInput struct {
	InEnterprise
	SHA256      string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
	ContentType string `header:"Content-Type"`
	RawBody     []byte
}

// ReadPhotoInput names a photo.
type ReadPhotoInput struct {
	InEnterprise
	SHA256 string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
}
