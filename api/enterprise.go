package api

import (
	"net/http"
	"time"
)

// The archive of an enterprise.
var (
	Register = declare[RegisterInput, RegisterOutput](Meta{
		ID: "register", Method: http.MethodPost, Path: "/registrations", Permission: "public", Status: http.StatusCreated,
		Summary: "Register an enterprise with its principal's account",
	})
	ReadEnterprise = declare[InEnterprise, EnterpriseOutput](Meta{
		ID: "readEnterprise", Method: http.MethodGet, Path: "/enterprises/{enterprise}", Permission: "enterprise.read",
		Summary: "The enterprise's archive",
	})
	EditEnterprise = declare[EditEnterpriseInput, EnterpriseOutput](Meta{
		ID: "editEnterprise", Method: http.MethodPut, Path: "/enterprises/{enterprise}", Permission: "enterprise.edit",
		Summary: "Change the archive's head",
	})
	ReportBusiness = declare[ReportBusinessInput, EnterpriseOutput](Meta{
		ID: "reportBusiness", Method: http.MethodPut, Path: "/enterprises/{enterprise}/businesses/{kind}", Permission: "enterprise.business.report",
		Summary: "Report headcount and revenue of a business; the size grade (附件1) follows at once. Unknown stays unknown",
	})
	ListSizeGrades = declare[InEnterprise, SizeGradesOutput](Meta{
		ID: "listSizeGrades", Method: http.MethodGet, Path: "/enterprises/{enterprise}/size-grades", Permission: "enterprise.read",
		Summary: "The history of the size grade, newest first, each with its reason in words",
	})
	AddSite = declare[AddSiteInput, EnterpriseOutput](Meta{
		ID: "addSite", Method: http.MethodPost, Path: "/enterprises/{enterprise}/sites", Permission: "enterprise.site.edit", Status: http.StatusCreated,
		Summary: "Add a site; it starts with one shift, Monday to Sunday 08:00–18:00",
	})
	EditSite = declare[EditSiteInput, EnterpriseOutput](Meta{
		ID: "editSite", Method: http.MethodPut, Path: "/enterprises/{enterprise}/sites/{site}", Permission: "enterprise.site.edit",
		Summary: "Change or close a site",
	})
	AddProduct = declare[AddProductInput, EnterpriseOutput](Meta{
		ID: "addProduct", Method: http.MethodPost, Path: "/enterprises/{enterprise}/products", Permission: "enterprise.product.edit", Status: http.StatusCreated,
		Summary: "Add a product with its regime (生产许可 / CCC / 强制性标准 / none)",
	})
	EditProduct = declare[EditProductInput, EnterpriseOutput](Meta{
		ID: "editProduct", Method: http.MethodPut, Path: "/enterprises/{enterprise}/products/{product}", Permission: "enterprise.product.edit",
		Summary: "Change or drop a product",
	})

	FoundEnterprise = declare[FoundEnterpriseInput, EnterpriseOutput](Meta{
		ID: "foundEnterprise", Method: http.MethodPost, Path: "/agencies/{agency}/enterprises", Permission: "enterprise.found", Status: http.StatusCreated,
		Summary: "An office enters an enterprise after its survey (排摸建档); no account is needed",
	})
	OpenAccount = declare[OpenAccountInput, NewAccountOutput](Meta{
		ID: "openAccount", Method: http.MethodPost, Path: "/agencies/{agency}/enterprises/{enterprise}/accounts", Permission: "enterprise.open_account", Status: http.StatusCreated,
		Summary: "Open the principal's account of an enterprise that has none; the initial password is shown once",
	})
	AssignEnterprise = declare[AssignEnterpriseInput, AssignmentsOutput](Meta{
		ID: "assignEnterprise", Method: http.MethodPost, Path: "/agencies/{agency}/enterprises/{enterprise}/assignments", Permission: "enterprise.assign", Status: http.StatusCreated,
		Summary: "Assign the supervising office and its named officer from a day on",
	})
)

// Identifier says by what an enterprise is known.
type Identifier struct {
	Kind      string `json:"kind" enum:"uscc,regno15,none" doc:"统一社会信用代码 (GB 32100), 15-digit registration number, or none"`
	Value     string `json:"value,omitempty" maxLength:"18"`
	Confirmed bool   `json:"confirmed,omitempty" doc:"The check digit fails and the number was compared with the licence"`
	Reason    string `json:"reason,omitempty" maxLength:"200" doc:"Why there is none"`
	Market    string `json:"market,omitempty" maxLength:"100" doc:"With none: the market"`
	Stall     string `json:"stall,omitempty" maxLength:"50" doc:"With none: the stall"`
}

// BusinessFigures are what a size grade is computed from.
type BusinessFigures struct {
	Kind      string   `json:"kind" enum:"production,wholesale,retail"`
	Headcount *int     `json:"headcount,omitempty" minimum:"0" maximum:"10000000" doc:"People at the period's end (从业人员); absent if unknown"`
	Revenue   *float64 `json:"revenue,omitempty" minimum:"0" maximum:"1000000000" doc:"Revenue of the industrial products in 万元, two decimals; absent if unknown"`
	Year      int      `json:"year" minimum:"2000" maximum:"2100"`
	Basis     string   `json:"basis" enum:"annual_report,tax,self_declared,survey,other" doc:"Whence the figures"`
}

// EnterpriseHead is the head of an archive.
type EnterpriseHead struct {
	Name                string     `json:"name" minLength:"2" maxLength:"100"`
	Identifier          Identifier `json:"identifier"`
	Address             string     `json:"address" maxLength:"200"`
	LegalRepresentative string     `json:"legalRepresentative" maxLength:"50"`
	Contact             string     `json:"contact" maxLength:"50"`
	Phone               string     `json:"phone,omitempty" maxLength:"30"`
}

// SiteFields is a site as entered.
type SiteFields struct {
	Kind    string `json:"kind" enum:"store,workshop,warehouse,stall"`
	Name    string `json:"name" minLength:"1" maxLength:"50"`
	Address string `json:"address,omitempty" maxLength:"200"`
}

// ProductFields is a product as entered.
type ProductFields struct {
	Name        string `json:"name" minLength:"1" maxLength:"100"`
	Category    string `json:"category" minLength:"1" maxLength:"50" doc:"A product category of the risk-item templates, or 其他"`
	Regime      string `json:"regime" enum:"license,ccc,mandatory,none"`
	Certificate string `json:"certificate,omitempty" maxLength:"60"`
	Standard    string `json:"standard,omitempty" maxLength:"60"`
}

// Enterprise is the archive.
type Enterprise struct {
	ID string `json:"id" format:"uuid"`
	EnterpriseHead
	InScope        *bool             `json:"inScope,omitempty" doc:"Absent while undecided"`
	ScopeNote      string            `json:"scopeNote,omitempty"`
	EntryReason    string            `json:"entryReason,omitempty"`
	SurveyedOn     string            `json:"surveyedOn,omitempty"`
	SurveyOutcome  string            `json:"surveyOutcome,omitempty"`
	OperatingState string            `json:"operatingState"`
	Origin         string            `json:"origin" enum:"office,registration"`
	BegunOn        string            `json:"begunOn" format:"date" doc:"The archive's first day; no record lies before it"`
	SizeGrade      string            `json:"sizeGrade" enum:"A,B,C,D," doc:"主体分级 by 附件1; empty while ungraded"`
	SizeGradeWords string            `json:"sizeGradeWords"`
	SizeGradeSaid  Sentence          `json:"sizeGradeSaid" doc:"The words, for other languages"`
	Businesses     []BusinessFigures `json:"businesses"`
	Sites          []Site            `json:"sites"`
	Products       []Product         `json:"products"`
	Office         string            `json:"office,omitempty" doc:"The supervising office's name"`
	OfficerName    string            `json:"officerName,omitempty" doc:"The named supervising officer"`
	Revision       int               `json:"revision"`
}

// Site is a site.
type Site struct {
	ID string `json:"id" format:"uuid"`
	SiteFields
	OpenedOn string `json:"openedOn" format:"date"`
	ClosedOn string `json:"closedOn,omitempty"`
}

// Product is a product.
type Product struct {
	ID string `json:"id" format:"uuid"`
	ProductFields
	DroppedOn string `json:"droppedOn,omitempty"`
}

// EnterpriseOutput is an archive.
type EnterpriseOutput struct{ Body Enterprise }

// RegisterInput registers an enterprise.
type RegisterInput struct {
	Body struct {
		EnterpriseHead
		Businesses []BusinessFigures `json:"businesses" minItems:"1" maxItems:"3"`
		Site       SiteFields        `json:"site"`
		Products   []ProductFields   `json:"products" maxItems:"50"`
		Office     string            `json:"office" format:"uuid" doc:"The supervising office of the place"`
		Principal  struct {
			Name     string   `json:"name" minLength:"1" maxLength:"50"`
			Login    string   `json:"login" minLength:"3" maxLength:"64"`
			Password string   `json:"password" minLength:"8" maxLength:"128"`
			Posts    []string `json:"posts" minItems:"1" maxItems:"3" enum:"principal,director,officer" doc:"The posts the principal holds himself (一人兼任); must contain principal"`
		} `json:"principal"`
	}
}

// RegisterOutput names what was founded.
type RegisterOutput struct {
	Body struct {
		Enterprise string `json:"enterprise" format:"uuid"`
	}
}

// EditEnterpriseInput changes the head.
type EditEnterpriseInput struct {
	InEnterprise
	Body struct {
		EnterpriseHead
		Revision int `json:"revision" doc:"The revision that was read; another in between is a conflict"`
	}
}

// ReportBusinessInput reports figures.
type ReportBusinessInput struct {
	InEnterprise
	PathKind string `path:"kind" enum:"production,wholesale,retail"`
	Body     BusinessFigures
}

// SizeGradesOutput is a history.
type SizeGradesOutput struct {
	Body struct {
		Items []SizeGradeEntry `json:"items"`
	}
}

// SizeGradeEntry is one grade of the history.
type SizeGradeEntry struct {
	Grade string    `json:"grade" enum:"A,B,C,D,"`
	Words string    `json:"words"`
	Said  Sentence  `json:"said" doc:"The words, for other languages"`
	From  time.Time `json:"from"`
}

// AddSiteInput adds a site.
type AddSiteInput struct {
	InEnterprise
	Body SiteFields
}

// EditSiteInput changes a site.
type EditSiteInput struct {
	InEnterprise
	Site string `path:"site" format:"uuid"`
	Body struct {
		SiteFields
		Closed bool `json:"closed,omitempty"`
	}
}

// AddProductInput adds a product.
type AddProductInput struct {
	InEnterprise
	Body ProductFields
}

// EditProductInput changes a product.
type EditProductInput struct {
	InEnterprise
	Product string `path:"product" format:"uuid"`
	Body    struct {
		ProductFields
		Dropped bool `json:"dropped,omitempty"`
	}
}

// FoundEnterpriseInput enters an enterprise after a survey.
type FoundEnterpriseInput struct {
	InAgency
	Body struct {
		EnterpriseHead
		SurveyedOn    string            `json:"surveyedOn" format:"date"`
		SurveyOutcome string            `json:"surveyOutcome" maxLength:"500"`
		EntryReason   string            `json:"entryReason" maxLength:"50" doc:"录入原因, a code of /reference/entry-reasons"`
		InScope       bool              `json:"inScope"`
		ScopeNote     string            `json:"scopeNote,omitempty" maxLength:"200"`
		Businesses    []BusinessFigures `json:"businesses" minItems:"1" maxItems:"3"`
		Site          SiteFields        `json:"site"`
		Products      []ProductFields   `json:"products" maxItems:"50"`
		Office        string            `json:"office,omitempty" format:"uuid" doc:"The office, if the agency is above it"`
	}
}

// OpenAccountInput opens the principal's account.
type OpenAccountInput struct {
	InArea
	Body struct {
		Name  string `json:"name" minLength:"1" maxLength:"50"`
		Login string `json:"login" minLength:"3" maxLength:"64"`
		Phone string `json:"phone,omitempty" maxLength:"30"`
	}
}

// NewAccountOutput shows an initial password once.
type NewAccountOutput struct {
	Body struct {
		Account         string `json:"account" format:"uuid"`
		Login           string `json:"login"`
		InitialPassword string `json:"initialPassword,omitempty" doc:"Shown once; to be changed at the first login. Absent if the account was there before"`
	}
}

// AssignEnterpriseInput assigns office and officer.
type AssignEnterpriseInput struct {
	InArea
	Body struct {
		Office  string `json:"office" format:"uuid"`
		Officer string `json:"officer,omitempty" format:"uuid" doc:"The named officer's account"`
		From    string `json:"from" format:"date"`
	}
}

// AssignmentsOutput lists assignments, newest first.
type AssignmentsOutput struct {
	Body struct {
		Items []Assignment `json:"items"`
	}
}

// Assignment is a dated assignment.
type Assignment struct {
	Office      string `json:"office" format:"uuid"`
	OfficeName  string `json:"officeName"`
	OfficerName string `json:"officerName,omitempty"`
	From        string `json:"from" format:"date"`
	Until       string `json:"until,omitempty"`
}
