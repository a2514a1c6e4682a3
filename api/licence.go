package api

import (
	"net/http"
	"time"
)

// Certificates (证照) and when they end.
var (
	ListLicences = declare[ListLicencesInput, LicencesOutput](Meta{
		ID: "listLicences", Method: http.MethodGet, Path: "/enterprises/{enterprise}/licences", Permission: "licence.read",
		Summary: "Certificates by what ends first, products without a valid one as a remark, and the yearly self-check reports",
	})
	ReadLicence = declare[LicenceInput, LicenceOutput](Meta{
		ID: "readLicence", Method: http.MethodGet, Path: "/enterprises/{enterprise}/licences/{licence}", Permission: "licence.read",
		Summary: "A certificate with its history",
	})
	PutLicence = declare[PutLicenceInput, LicenceOutput](Meta{
		ID: "putLicence", Method: http.MethodPut, Path: "/enterprises/{enterprise}/licences/{licence}/versions/{version}", Permission: "licence.keep",
		Summary: "Enter a certificate; one that replaces another is its renewal. A later version corrects and needs a reason",
	})
	WithdrawLicence = declare[WithdrawLicenceInput, LicenceOutput](Meta{
		ID: "withdrawLicence", Method: http.MethodPut, Path: "/enterprises/{enterprise}/licences/{licence}/withdrawals/{withdrawal}", Permission: "licence.keep",
		Summary: "Record that a certificate was given up (注销), revoked (撤销, 吊销) or is no longer used, with the reason",
	})
	PublishSelfCheck = declare[PublishSelfCheckInput, SelfCheckOutput](Meta{
		ID: "publishSelfCheck", Method: http.MethodPut, Path: "/enterprises/{enterprise}/self-checks/{year}/versions/{version}", Permission: "licence.keep",
		Summary: "Record the yearly self-check report (年度自查报告) and where it was published. A later version corrects and needs a reason",
	})
	ReadLicencePaper = declare[LicencePaperInput, Blob](Meta{
		ID: "readLicencePaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/licence-register", Permission: "licence.read", Media: "application/pdf",
		Summary: "《证照台账》",
	})

	InspectLicences = declare[InArea, LicencesOutput](Meta{
		ID: "inspectLicences", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/licences", Permission: "inspection.read", Look: "licence",
		Summary: "The certificates of an enterprise, replaced and withdrawn ones among them, and its yearly self-check reports. A look",
	})
	InspectLicencePaper = declare[InspectLicencePaperInput, Blob](Meta{
		ID: "inspectLicencePaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/licence-register", Permission: "inspection.read", Look: "paper", Media: "application/pdf",
		Summary: "《证照台账》 as the authority reads it. A look",
	})
)

// LicenceFields is a certificate as entered.
type LicenceFields struct {
	Kind     string    `json:"kind" maxLength:"20" doc:"A kind of listLicences"`
	Number   string    `json:"number" minLength:"1" maxLength:"60"`
	Name     string    `json:"name,omitempty" maxLength:"100" doc:"As printed; absent where the kind says it"`
	Products []string  `json:"products,omitempty" maxItems:"50" format:"uuid" doc:"Of the archive; for kinds given for products"`
	Holder   string    `json:"holder,omitempty" maxLength:"100" doc:"The person, device or supplier; required for kinds given for one"`
	Issuer   string    `json:"issuer,omitempty" maxLength:"100"`
	From     string    `json:"from" format:"date"`
	Until    string    `json:"until,omitempty" format:"date" doc:"The last day; absent where it has none (长期)"`
	Scans    []FileRef `json:"scans,omitempty" maxItems:"9"`
	Replaces string    `json:"replaces,omitempty" format:"uuid" doc:"The certificate that it renews"`
	Note     string    `json:"note,omitempty" maxLength:"300"`
}

// Licence is a certificate.
type Licence struct {
	ID string `json:"id" format:"uuid"`
	LicenceFields
	KindName    string    `json:"kindName"`
	State       string    `json:"state" enum:"coming,valid,near,lapsed,undated,replaced,withdrawn" doc:"near: within the first reminder of its kind; undated: valid without a last day"`
	DaysLeft    *int      `json:"daysLeft,omitempty" doc:"To its last day; 0 on that day, negative after it"`
	ReplacedBy  string    `json:"replacedBy,omitempty" format:"uuid"`
	Withdrawal  string    `json:"withdrawal,omitempty" enum:"given_up,revoked,unused"`
	Reason      string    `json:"reason,omitempty" doc:"Of the withdrawal or the last correction"`
	Version     int       `json:"version"`
	EnteredBy   string    `json:"enteredBy"`
	EnteredAt   time.Time `json:"enteredAt"`
	WithdrawnOn string    `json:"withdrawnOn,omitempty"`
}

// LicenceEvent is what happened to a certificate, as sealed.
type LicenceEvent struct {
	Kind   string    `json:"kind" enum:"entered,renewed,corrected,withdrawn"`
	Text   string    `json:"text"`
	Reason string    `json:"reason,omitempty"`
	ByName string    `json:"byName"`
	At     time.Time `json:"at"`
}

// LicenceKind is a kind of certificate.
type LicenceKind struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Holder string `json:"holder" enum:"product,person,device,supplier,none"`
	Leads  []int  `json:"leads" doc:"Days before the last day on which one is reminded; the product's own"`
}

// LicensedProduct says whether a product that wants a certificate has one. That
// it has none here is a remark: it may not have been entered.
type LicensedProduct struct {
	Product  string   `json:"product" format:"uuid"`
	Name     string   `json:"name"`
	Regime   string   `json:"regime" enum:"license,ccc"`
	State    string   `json:"state" enum:"valid,near,lapsed,none"`
	Licences []string `json:"licences" format:"uuid"`
}

// SelfCheckVersion is a year's self-check report as it was recorded once.
type SelfCheckVersion struct {
	Version   int       `json:"version" doc:"More than 1 has been corrected"`
	Published string    `json:"published" format:"date"`
	Where     string    `json:"where" doc:"Where and how it was published"`
	Report    FileRef   `json:"report"`
	Reason    string    `json:"reason,omitempty" doc:"Why it was corrected"`
	ByName    string    `json:"byName"`
	At        time.Time `json:"at"`
}

// SelfCheck is a year's self-check report as it stands, with all its versions.
type SelfCheck struct {
	Year int `json:"year"`
	SelfCheckVersion
	Versions []SelfCheckVersion `json:"versions" doc:"Oldest first"`
}

// Licences are the certificates of an enterprise.
type Licences struct {
	Items          []Licence         `json:"items" doc:"In force by what ends first, then without a last day; with all, then replaced and withdrawn ones"`
	Kinds          []LicenceKind     `json:"kinds"`
	Products       []LicensedProduct `json:"products" doc:"Of the archive, which want a production licence or CCC certificate"`
	SelfChecks     []SelfCheck       `json:"selfChecks" doc:"Newest first"`
	SelfCheckNote  string            `json:"selfCheckNote" doc:"What is known of the yearly report, and whether it was verified"`
	SelfCheckYears []int             `json:"selfCheckYears" doc:"Years whose report may be recorded and is not: this one while a certificate asks for it, and earlier ones that were a duty"`
}

// LicencesOutput lists certificates.
type LicencesOutput struct{ Body Licences }

// ListLicencesInput asks for certificates.
type ListLicencesInput struct {
	InEnterprise
	All bool `query:"all" doc:"With replaced and withdrawn ones"`
}

// LicencePaperInput chooses the format of 《证照台账》.
type LicencePaperInput struct {
	InEnterprise
	PaperFormat
}

// InspectLicencePaperInput chooses an enterprise of the area and the format of
// its 《证照台账》.
type InspectLicencePaperInput struct {
	InArea
	PaperFormat
}

// LicenceInput names a certificate.
type LicenceInput struct {
	InEnterprise
	Licence string `path:"licence" format:"uuid"`
}

// LicenceOutput is a certificate.
type LicenceOutput struct {
	Body struct {
		Licence
		Events []LicenceEvent `json:"events" doc:"Newest first"`
	}
}

// PutLicenceInput enters or corrects a certificate.
type PutLicenceInput struct {
	InEnterprise
	Licence string `path:"licence" format:"uuid" doc:"Minted by the client"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body    struct {
		LicenceFields
		Reason string `json:"reason,omitempty" maxLength:"300" doc:"Of a correction"`
	}
}

// WithdrawLicenceInput ends a certificate.
type WithdrawLicenceInput struct {
	InEnterprise
	Licence    string `path:"licence" format:"uuid"`
	Withdrawal string `path:"withdrawal" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body       struct {
		Kind   string `json:"kind" enum:"given_up,revoked,unused"`
		Day    string `json:"day" format:"date" doc:"Since when; not in the future"`
		Reason string `json:"reason" minLength:"1" maxLength:"300"`
	}
}

// PublishSelfCheckInput records a report.
type PublishSelfCheckInput struct {
	InEnterprise
	Year    int    `path:"year" minimum:"2000" maximum:"2100"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body    struct {
		Published string  `json:"published" format:"date"`
		Where     string  `json:"where" minLength:"1" maxLength:"200"`
		Report    FileRef `json:"report"`
		Corrects  int     `json:"corrects,omitempty" minimum:"0" doc:"Of a correction: the version that was read; another in between is a conflict"`
		Reason    string  `json:"reason,omitempty" maxLength:"300" doc:"Of a correction: required"`
	}
}

// SelfCheckOutput is a report.
type SelfCheckOutput struct{ Body SelfCheck }
