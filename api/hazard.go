package api

import (
	"net/http"
	"time"
)

// Hazards (风险隐患): how an enterprise keeps them.
var (
	ListHazards = declare[ListHazardsInput, HazardsOutput](Meta{
		ID: "listHazards", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazards", Permission: "hazard.read",
		Summary: "Hazards, open ones by deadline, then closed ones newest first",
	})
	ReadHazard = declare[ReadHazardInput, HazardOutput](Meta{
		ID: "readHazard", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazards/{hazard}", Permission: "hazard.read",
		Summary: "A hazard with all its steps",
	})
	ReportHazard = declare[ReportHazardInput, HazardOutput](Meta{
		ID: "reportHazard", Method: http.MethodPut, Path: "/enterprises/{enterprise}/hazards/{hazard}", Permission: "hazard.report",
		Summary: "Report a hazard at any time: what was seen, with photos. The same item of the same site that is open already is attached to, not doubled. Repeating it gives the first answer",
	})
	AdvanceHazard = declare[AdvanceHazardInput, HazardOutput](Meta{
		ID: "advanceHazard", Method: http.MethodPut, Path: "/enterprises/{enterprise}/hazards/{hazard}/steps/{step}", Permission: "hazard.advance",
		Summary: "Take a step: measure → planned (cause, plan, owner; larger and major ones only after the report upwards) → rectified (with evidence and cause) → verified by another person (one person in all posts: with a new photo, and it is shown) → closed. No step can be skipped; what the authority ordered is closed by its named officer",
	})
	ReadHazardPaper = declare[ReadHazardPaperInput, Blob](Meta{
		ID: "readHazardPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazards/{hazard}/paper", Permission: "hazard.read", Media: "application/pdf",
		Summary: "《风险隐患整改单》, or with a containment 《停产停售封存召回处置单》, as PDF",
	})
	ReadHazardRegister = declare[ReadHazardRegisterInput, Blob](Meta{
		ID: "readHazardRegister", Method: http.MethodGet, Path: "/enterprises/{enterprise}/hazard-register", Permission: "hazard.read", Media: "application/pdf",
		Summary: "《风险隐患台账》 of the hazards found in a range of days, as PDF",
	})
)

// Hazards as the authority reads, orders and closes them.
var (
	InspectHazards = declare[InspectHazardsInput, HazardsOutput](Meta{
		ID: "inspectHazards", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards", Permission: "inspection.read", Look: "hazard",
		Summary: "附件3 item 2.4: the hazards of an enterprise, orders among them. Causes and plans of self-found ones stay with the enterprise. A look",
	})
	InspectHazard = declare[InspectHazardInput, HazardOutput](Meta{
		ID: "inspectHazard", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}", Permission: "inspection.read", Look: "hazard",
		Summary: "One hazard with its dates and photos; of a self-found one neither cause nor plan. A look",
	})
	ListOrders = declare[InAgency, OrdersOutput](Meta{
		ID: "listOrders", Method: http.MethodGet, Path: "/agencies/{agency}/orders", Permission: "hazard.order.close",
		Summary: "What the agency ordered in its area and has not closed (责令改正 and the like): what the enterprise has verified and awaits its closing first, then by deadline; at most 200. No look: it names no evidence",
	})
	OrderRectification = declare[OrderRectificationInput, HazardOutput](Meta{
		ID: "orderRectification", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}", Permission: "hazard.order", Look: "hazard",
		Summary: "责令改正, or a verified complaint, or a failed 监督抽查: in the officer's name, with legal basis and deadline. Only he or a named successor closes it. A look; repeating it gives the first answer",
	})
	DecideOrder = declare[DecideOrderInput, HazardOutput](Meta{
		ID: "decideOrder", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/decisions/{step}", Permission: "hazard.order.close", Look: "hazard",
		Summary: "The named officer closes what he ordered, sends it back, or moves its deadline; nobody else can",
	})
	ReceiptReport = declare[ReceiptReportInput, HazardOutput](Meta{
		ID: "receiptReport", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/receipts/{step}", Permission: "hazard.receipt", Look: "hazard",
		Summary: "Confirm, in the officer's name, that the report of a 停产/停售/封存/召回 has been received",
	})
	AssignOrder = declare[AssignOrderInput, HazardOutput](Meta{
		ID: "assignOrder", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/hazards/{hazard}/officers/{step}", Permission: "hazard.order.assign", Look: "hazard",
		Summary: "Name the officer who succeeds the one that ordered it",
	})
)

// HazardEntry is a hazard in a list.
type HazardEntry struct {
	ID           string     `json:"id" format:"uuid"`
	Day          string     `json:"day" format:"date"`
	Site         string     `json:"site,omitempty"`
	SiteName     string     `json:"siteName,omitempty"`
	Item         string     `json:"item,omitempty"`
	ItemCode     string     `json:"itemCode,omitempty"`
	Record       string     `json:"record,omitempty" doc:"The daily record or weekly report that found it first"`
	Severity     string     `json:"severity" enum:"general,larger,major"`
	Description  string     `json:"description"`
	State        string     `json:"state" enum:"found,measured,planned,rectified,verified,closed"`
	OpenedAt     time.Time  `json:"openedAt"`
	OpenedName   string     `json:"openedName"`
	Due          time.Time  `json:"due"`
	RectifiedAt  *time.Time `json:"rectifiedAt,omitempty"`
	ClosedAt     *time.Time `json:"closedAt,omitempty"`
	Source       string     `json:"source" enum:"check,weekly,spot,order,complaint,spot_check_failed" doc:"日检查, 周排查, 随手报, 责令改正, 投诉举报, 监督抽查不合格"`
	SourceNumber string     `json:"sourceNumber,omitempty" doc:"Number of the order, complaint or inspection report"`
	Batch        string     `json:"batch,omitempty" doc:"Product and batch in words"`
	Owner        string     `json:"owner,omitempty" format:"uuid"`
	OwnerName    string     `json:"ownerName,omitempty"`
	Cause        string     `json:"cause,omitempty" enum:"man,machine,material,method,environment,management," doc:"人机料法环管; never told to the authority for a self-found hazard"`
	FoundAgain   int        `json:"foundAgain" doc:"How often it was found again while open"`
	Recurrences  int        `json:"recurrences" doc:"How often the same item of the same site came back within 90 days after closing"`
	RecurrenceOf string     `json:"recurrenceOf,omitempty" format:"uuid" doc:"The former hazard"`
	Contained    int        `json:"contained" doc:"停产/停售/封存/召回 in force"`
	ToReport     bool       `json:"toReport" doc:"Larger or major, and not yet reported to who decides"`
	Before       string     `json:"before,omitempty" doc:"SHA-256 of the first photo of the finding"`
	After        string     `json:"after,omitempty" doc:"SHA-256 of the first photo of the rectification"`
	AgencyName   string     `json:"agencyName,omitempty" doc:"The agency that ordered it"`
	OfficerName  string     `json:"officerName,omitempty" doc:"Its officer who alone closes it"`
	Mine         bool       `json:"mine" doc:"The next step waits for the caller"`
}

// Hazard is a hazard with its steps.
type Hazard struct {
	HazardEntry
	Basis string       `json:"basis,omitempty" doc:"Legal basis of an order, as the officer entered it"`
	Steps []HazardStep `json:"steps"`
	Next  []string     `json:"next" doc:"The steps the caller may take now, the way forward first"`
	// SelfVerify says that the caller rectified it himself and nobody else can verify.
	SelfVerify   bool          `json:"selfVerify" doc:"One person in all posts: verification needs a new photo"`
	Containments []Containment `json:"containments"`
	// Former names the hazard that this one repeats.
	Former *HazardEntry `json:"former,omitempty"`
}

// HazardStep is a sealed step.
type HazardStep struct {
	ID           string         `json:"id" format:"uuid"`
	Number       int            `json:"number"`
	Kind         string         `json:"kind" enum:"found,found_again,measure,reported,planned,extended,rectified,sent_back,verified,closed,reopened,contained,notified,receipted,recall_progress,lifted,assigned"`
	Note         string         `json:"note"`
	Photos       []string       `json:"photos"`
	SelfVerified bool           `json:"selfVerified"`
	Name         string         `json:"name"`
	At           time.Time      `json:"at"`
	Record       string         `json:"record,omitempty" doc:"With found_again: the record"`
	AboutName    string         `json:"aboutName,omitempty" doc:"Whom the step names: owner, who was reported to, successor"`
	Cause        string         `json:"cause,omitempty"`
	CauseNote    string         `json:"causeNote,omitempty"`
	Due          string         `json:"due,omitempty" format:"date"`
	Act          *ContainmentOf `json:"act,omitempty"`
	Of           string         `json:"of,omitempty" doc:"The step of the containment that it concerns"`
	Recalled     *float64       `json:"recalled,omitempty"`
	HiddenNote   bool           `json:"hiddenNote" doc:"The note stays with the enterprise"`
}

// ContainmentOf says what is contained.
type ContainmentOf struct {
	Kinds   []string `json:"kinds" minItems:"1" maxItems:"4" enum:"stop_production,stop_sale,seal,recall" doc:"停产, 停售, 封存, 召回"`
	Product string   `json:"product" minLength:"1" maxLength:"200"`
	Batch   string   `json:"batch" minLength:"1" maxLength:"200"`
	Unit    string   `json:"unit" minLength:"1" maxLength:"20"`
	Made    *float64 `json:"made,omitempty" minimum:"0" maximum:"1000000000" doc:"Produced or bought"`
	Stocked float64  `json:"stocked" minimum:"0" maximum:"1000000000"`
	Sold    float64  `json:"sold" minimum:"0" maximum:"1000000000"`
	Notices string   `json:"notices,omitempty" maxLength:"500" doc:"Who was told how: sellers, buyers, the public"`
}

// Containment is a 停产/停售/封存/召回 as it stands.
type Containment struct {
	ID string `json:"id" format:"uuid" doc:"Of the step that began it"`
	ContainmentOf
	At          time.Time  `json:"at"`
	Recalled    float64    `json:"recalled" doc:"In all, by the last report of progress"`
	NotifiedAt  *time.Time `json:"notifiedAt,omitempty" doc:"When it was reported to the authority"`
	ReceiptedAt *time.Time `json:"receiptedAt,omitempty"`
	ReceiptName string     `json:"receiptName,omitempty"`
	LiftedAt    *time.Time `json:"liftedAt,omitempty"`
}

// ListHazardsInput asks for hazards.
type ListHazardsInput struct {
	InEnterprise
	Page
	Open bool `query:"open"`
}

// HazardsOutput lists hazards.
type HazardsOutput struct {
	Body struct {
		Items []HazardEntry `json:"items"`
		Next  string        `json:"next,omitempty"`
		Waves []ClosingWave `json:"waves,omitempty" doc:"With the first page, to the director and the principal: when many hazards were closed at once in the last 14 days"`
	}
}

// ClosingWave tells that many hazards were closed within a minute. It is a remark
// inside the enterprise: no authority is told, and nothing counts it.
type ClosingWave struct {
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
	Count int       `json:"count" doc:"How many were closed; never fewer than 5"`
}

// ReadHazardInput names a hazard.
type ReadHazardInput struct {
	InEnterprise
	Hazard string `path:"hazard" format:"uuid"`
}

// HazardOutput is a hazard.
type HazardOutput struct{ Body Hazard }

// ReportHazardInput reports a hazard.
type ReportHazardInput struct {
	InEnterprise
	Hazard string `path:"hazard" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Description  string   `json:"description" minLength:"1" maxLength:"1000"`
		Photos       []string `json:"photos,omitempty" maxItems:"9"`
		Severity     string   `json:"severity,omitempty" enum:"general,larger,major" doc:"General if absent"`
		Measure      string   `json:"measure,omitempty" maxLength:"1000" doc:"What was done at once"`
		Source       string   `json:"source,omitempty" enum:"spot,complaint,spot_check_failed" doc:"spot if absent"`
		SourceNumber string   `json:"sourceNumber,omitempty" maxLength:"100" doc:"Required with complaint and spot_check_failed"`
		Site         string   `json:"site,omitempty" format:"uuid"`
		Item         string   `json:"item,omitempty" format:"uuid" doc:"The item of the risk list that it concerns, if one does"`
		ItemCode     string   `json:"itemCode,omitempty" maxLength:"20"`
		Batch        string   `json:"batch,omitempty" maxLength:"200"`
		Due          string   `json:"due,omitempty" format:"date" doc:"The deadline of a complaint's or inspection's paper; by severity if absent"`
	}
}

// AdvanceHazardInput takes a step.
type AdvanceHazardInput struct {
	InEnterprise
	Hazard string `path:"hazard" format:"uuid"`
	Step   string `path:"step" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body   struct {
		Kind      string         `json:"kind" enum:"measure,reported,planned,extended,rectified,sent_back,verified,closed,reopened,contained,notified,recall_progress,lifted"`
		Note      string         `json:"note" minLength:"1" maxLength:"1000" doc:"What was done; with planned the plan, with extended the reason"`
		Photos    []string       `json:"photos,omitempty" maxItems:"9"`
		Cause     string         `json:"cause,omitempty" enum:"man,machine,material,method,environment,management" doc:"With planned, and with rectified where no plan said it"`
		CauseNote string         `json:"causeNote,omitempty" maxLength:"1000" doc:"With planned"`
		Owner     string         `json:"owner,omitempty" format:"uuid" doc:"With planned: the account of who rectifies it"`
		To        string         `json:"to,omitempty" format:"uuid" doc:"With reported: the account of the director or principal who was told"`
		Due       string         `json:"due,omitempty" format:"date" doc:"With planned: not later than the deadline; with extended: the new deadline"`
		Act       *ContainmentOf `json:"act,omitempty" doc:"With contained"`
		Of        string         `json:"of,omitempty" format:"uuid" doc:"With notified, recall_progress and lifted: the containment"`
		Recalled  *float64       `json:"recalled,omitempty" minimum:"0" maximum:"1000000000" doc:"With recall_progress: recalled in all so far"`
	}
}

// ReadHazardPaperInput names a paper of a hazard.
type ReadHazardPaperInput struct {
	InEnterprise
	PaperFormat
	Hazard      string `path:"hazard" format:"uuid"`
	Containment string `query:"containment" format:"uuid" doc:"The containment whose paper is asked for"`
}

// ReadHazardRegisterInput names a range of days.
type ReadHazardRegisterInput struct {
	InEnterprise
	PaperFormat
	From string `query:"from" format:"date" required:"true"`
	To   string `query:"to" format:"date" required:"true"`
}

// Order is an order of an agency that is not closed.
type Order struct {
	ID             string    `json:"id" format:"uuid" doc:"The hazard"`
	Enterprise     string    `json:"enterprise" format:"uuid"`
	EnterpriseName string    `json:"enterpriseName"`
	Source         string    `json:"source" enum:"order,complaint,spot_check_failed"`
	Number         string    `json:"number" doc:"Of the order, complaint or inspection report"`
	Description    string    `json:"description"`
	Severity       string    `json:"severity" enum:"general,larger,major"`
	State          string    `json:"state" enum:"found,measured,planned,rectified,verified"`
	Day            string    `json:"day" format:"date" doc:"When it was ordered"`
	Due            time.Time `json:"due"`
	OfficerName    string    `json:"officerName" doc:"Who alone closes it"`
	Mine           bool      `json:"mine" doc:"The caller is that officer, and the enterprise has verified it"`
}

// OrdersOutput lists an agency's orders.
type OrdersOutput struct {
	Body struct {
		Items []Order `json:"items"`
	}
}

// InspectHazardsInput asks for an enterprise's hazards.
type InspectHazardsInput struct {
	InArea
	Page
	Open bool `query:"open"`
}

// InspectHazardInput names a hazard of the area.
type InspectHazardInput struct {
	InArea
	Hazard string `path:"hazard" format:"uuid"`
}

// OrderRectificationInput orders a rectification.
type OrderRectificationInput struct {
	InArea
	Hazard string `path:"hazard" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Source      string `json:"source" enum:"order,complaint,spot_check_failed"`
		Number      string `json:"number" minLength:"1" maxLength:"100" doc:"Of the order, complaint or inspection report"`
		Description string `json:"description" minLength:"1" maxLength:"1000"`
		Severity    string `json:"severity" enum:"general,larger,major"`
		Basis       string `json:"basis" minLength:"1" maxLength:"1000" doc:"Legal basis, as the officer states it"`
		Batch       string `json:"batch,omitempty" maxLength:"200"`
		Site        string `json:"site,omitempty" format:"uuid"`
		Due         string `json:"due" format:"date" doc:"The last day, in Shanghai"`
	}
}

// DecideOrderInput decides about what was ordered.
type DecideOrderInput struct {
	InArea
	Hazard string `path:"hazard" format:"uuid"`
	Step   string `path:"step" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Kind string `json:"kind" enum:"closed,sent_back,extended"`
		Note string `json:"note" minLength:"1" maxLength:"1000"`
		Due  string `json:"due,omitempty" format:"date" doc:"With extended: the new deadline"`
	}
}

// ReceiptReportInput confirms a report.
type ReceiptReportInput struct {
	InArea
	Hazard string `path:"hazard" format:"uuid"`
	Step   string `path:"step" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Of   string `json:"of" format:"uuid" doc:"The containment that was reported"`
		Note string `json:"note" minLength:"1" maxLength:"1000"`
	}
}

// AssignOrderInput names a successor.
type AssignOrderInput struct {
	InArea
	Hazard string `path:"hazard" format:"uuid"`
	Step   string `path:"step" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Officer string `json:"officer" format:"uuid" doc:"The account of a member of the agency"`
		Note    string `json:"note" minLength:"1" maxLength:"1000" doc:"Why"`
	}
}
