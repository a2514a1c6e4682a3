package api

import (
	"net/http"
	"time"
)

// Goods that come in and go out (进货查验、出厂检验), commissioned production
// (委托加工), and goods that look wrong (附件3, sales 3.1 3.3 5, production 3.3
// 3.4 4.1).
var (
	ListGoods = declare[ListGoodsInput, GoodsOutput](Meta{
		ID: "listGoods", Method: http.MethodGet, Path: "/enterprises/{enterprise}/goods", Permission: "goods.read",
		Summary: "The log of purchases or deliveries, newest day first, the latest version of each entry",
	})
	RecentGoods = declare[RecentGoodsInput, RecentGoodsOutput](Meta{
		ID: "recentGoods", Method: http.MethodGet, Path: "/enterprises/{enterprise}/goods/recent", Permission: "goods.read",
		Summary: "What was logged last, once for each product and partner, to be logged again with a new batch",
	})
	ReadGoodsPaper = declare[GoodsPaperInput, Blob](Meta{
		ID: "readGoodsPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/goods/paper", Permission: "goods.read", Media: "application/pdf",
		Summary: "《进货查验记录》 or 《出厂检验记录》 of a range of days, at most 92",
	})
	ReadGoods = declare[ReadGoodsInput, GoodsEntryOutput](Meta{
		ID: "readGoods", Method: http.MethodGet, Path: "/enterprises/{enterprise}/goods/{entry}", Permission: "goods.read",
		Summary: "One entry with all its versions",
	})
	LogGoods = declare[LogGoodsInput, GoodsEntryOutput](Meta{
		ID: "logGoods", Method: http.MethodPut, Path: "/enterprises/{enterprise}/goods/{entry}/versions/{version}", Permission: "goods.log",
		Summary: "Log a batch, sealed at once; a later version of the same entry is a 更正 and needs its reason. Repeating a version repeats the answer",
	})

	ListCommissions = declare[InEnterprise, CommissionsOutput](Meta{
		ID: "listCommissions", Method: http.MethodGet, Path: "/enterprises/{enterprise}/commissions", Permission: "goods.read",
		Summary: "Commissioning contracts, running ones by their end first",
	})
	PutCommission = declare[PutCommissionInput, CommissionOutput](Meta{
		ID: "putCommission", Method: http.MethodPut, Path: "/enterprises/{enterprise}/commissions/{commission}", Permission: "goods.commission",
		Summary: "Enter a commissioning contract (委托加工), sealed; its end is an obligation. Repeating it repeats the answer",
	})
	EndCommission = declare[EndCommissionInput, CommissionOutput](Meta{
		ID: "endCommission", Method: http.MethodPost, Path: "/enterprises/{enterprise}/commissions/{commission}/end", Permission: "goods.commission",
		Summary: "End a contract now, with the reason",
	})

	ReadCommissionPaper = declare[CommissionPaperInput, Blob](Meta{
		ID: "readCommissionPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/commissions/paper", Permission: "goods.read", Media: "application/pdf",
		Summary: "《委托加工合同台账》",
	})

	ListSuspicions = declare[InEnterprise, SuspicionsOutput](Meta{
		ID: "listSuspicions", Method: http.MethodGet, Path: "/enterprises/{enterprise}/suspicions", Permission: "goods.read",
		Summary: "Reports of suspicious goods, open ones first",
	})
	ReadSuspicion = declare[ReadSuspicionInput, SuspicionOutput](Meta{
		ID: "readSuspicion", Method: http.MethodGet, Path: "/enterprises/{enterprise}/suspicions/{suspicion}", Permission: "goods.read",
		Summary: "One report with what followed",
	})
	ReportSuspicion = declare[ReportSuspicionInput, SuspicionOutput](Meta{
		ID: "reportSuspicion", Method: http.MethodPut, Path: "/enterprises/{enterprise}/suspicions/{suspicion}", Permission: "goods.log",
		Summary: "Stop goods whose price, source or genuineness is doubtful and report them to the supervising office (附件3, sales 3.3 and 5), sealed. Repeating it repeats the answer",
	})
	HandleSuspicion = declare[HandleSuspicionInput, SuspicionOutput](Meta{
		ID: "handleSuspicion", Method: http.MethodPut, Path: "/enterprises/{enterprise}/suspicions/{suspicion}/outcome", Permission: "goods.handle",
		Summary: "Say what became of the goods; ends the duty to deal with them",
	})
	ReadSuspicionPaper = declare[SuspicionPaperInput, Blob](Meta{
		ID: "readSuspicionPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/suspicions/{suspicion}/paper", Permission: "goods.read", Media: "application/pdf",
		Summary: "《可疑产品报告单》 with the office's receipt",
	})

	ListReported = declare[InAgency, ReportedOutput](Meta{
		ID: "listReported", Method: http.MethodGet, Path: "/agencies/{agency}/suspicions", Permission: "goods.receipt",
		Summary: "Reports of suspicious goods of the area, those without a receipt first; at most 200. No look: it names no evidence",
	})
	InspectSuspicion = declare[InspectSuspicionInput, SuspicionOutput](Meta{
		ID: "inspectSuspicion", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/suspicions/{suspicion}", Permission: "goods.receipt", Look: "report",
		Summary: "One report of an enterprise of the area. A look",
	})
	ReceiptSuspicion = declare[ReceiptSuspicionInput, SuspicionOutput](Meta{
		ID: "receiptSuspicion", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/suspicions/{suspicion}/receipt", Permission: "goods.receipt", Look: "report",
		Summary: "The office receipts a report in the officer's own name; sealed into the enterprise's chain. A look",
	})
	InspectGoods = declare[InspectGoodsInput, GoodsOutput](Meta{
		ID: "inspectGoods", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/goods", Permission: "inspection.read", Look: "goods",
		Summary: "The log of an enterprise of the area. A look",
	})
	InspectCommissions = declare[InArea, CommissionsOutput](Meta{
		ID: "inspectCommissions", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/commissions", Permission: "inspection.read", Look: "commission",
		Summary: "The commissioning contracts of an enterprise of the area. A look, and so is each photo of one",
	})
)

// GoodsFields is what is logged of a batch. Nothing is answered by default.
type GoodsFields struct {
	Kind        string   `json:"kind" enum:"purchase,delivery" doc:"purchase: came in and was checked; delivery: was inspected and went out"`
	Day         string   `json:"day" format:"date" doc:"The day on which it came in or went out, not in the future"`
	Site        string   `json:"site" format:"uuid"`
	Product     string   `json:"product" minLength:"1" maxLength:"100"`
	Model       string   `json:"model,omitempty" maxLength:"100" doc:"规格型号"`
	Batch       string   `json:"batch,omitempty" maxLength:"60" doc:"Batch or serial number, as printed"`
	Quantity    float64  `json:"quantity" exclusiveMinimum:"0" maximum:"1000000000" doc:"At most three decimals"`
	Unit        string   `json:"unit" minLength:"1" maxLength:"10"`
	Partner     string   `json:"partner,omitempty" maxLength:"100" doc:"Supplier of a purchase (required), customer of a delivery"`
	Certificate string   `json:"certificate,omitempty" maxLength:"100" doc:"Number of the certificate or inspection report that was seen"`
	Verdict     string   `json:"verdict" enum:"accepted,rejected"`
	Note        string   `json:"note,omitempty" maxLength:"500" doc:"With rejected: what was wrong and where the goods went; required"`
	Photos      []string `json:"photos,omitempty" maxItems:"9"`
}

// GoodsEntry is a logged batch.
type GoodsEntry struct {
	ID      string `json:"id" format:"uuid"`
	Version int    `json:"version" doc:"More than 1 has been corrected"`
	GoodsFields
	SiteName string    `json:"siteName"`
	Why      string    `json:"why,omitempty"`
	Name     string    `json:"name"`
	At       time.Time `json:"at"`
	Late     bool      `json:"late" doc:"补录: logged on a later day than its own"`
	Seq      int64     `json:"seq"`
}

// ListGoodsInput asks for the log.
type ListGoodsInput struct {
	InEnterprise
	Page
	Kind  string `query:"kind" enum:"purchase,delivery" required:"true"`
	From  string `query:"from" format:"date"`
	To    string `query:"to" format:"date"`
	Query string `query:"q" maxLength:"100" doc:"Part of product, batch, partner or certificate"`
}

// GoodsOutput is part of the log.
type GoodsOutput struct {
	Body struct {
		Items []GoodsEntry `json:"items"`
		Next  string       `json:"next,omitempty"`
	}
}

// RecentGoodsInput asks for what was logged last.
type RecentGoodsInput struct {
	InEnterprise
	Kind string `query:"kind" enum:"purchase,delivery" required:"true"`
}

// RecentGoodsOutput is what was logged last.
type RecentGoodsOutput struct {
	Body struct {
		Items []GoodsEntry `json:"items" doc:"At most 12"`
	}
}

// GoodsPaperInput names a range.
type GoodsPaperInput struct {
	InEnterprise
	PaperFormat
	Kind string `query:"kind" enum:"purchase,delivery" required:"true"`
	From string `query:"from" format:"date" required:"true"`
	To   string `query:"to" format:"date" required:"true"`
}

// ReadGoodsInput names an entry.
type ReadGoodsInput struct {
	InEnterprise
	Entry string `path:"entry" format:"uuid"`
}

// GoodsEntryOutput is an entry with its versions.
type GoodsEntryOutput struct {
	Body struct {
		GoodsEntry
		Versions []GoodsEntry `json:"versions" doc:"Oldest first"`
	}
}

// LogGoodsInput logs a batch or corrects an entry.
type LogGoodsInput struct {
	InEnterprise
	Entry   string `path:"entry" format:"uuid" doc:"Minted by the client"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client; that of the first version is the entry's own"`
	Body    GoodsVersion
}

// GoodsVersion is a version of an entry as sent.
type GoodsVersion struct {
	GoodsFields
	Corrects int    `json:"corrects,omitempty" minimum:"0" doc:"With a 更正: the version that was read; another in between is a conflict"`
	Why      string `json:"why,omitempty" maxLength:"300" doc:"With a 更正: required"`
}

// CommissionFields is a contract as entered.
type CommissionFields struct {
	Role      string   `json:"role" enum:"principal,agent" doc:"principal: we have it made (委托方); agent: we make it (受托方)"`
	Partner   string   `json:"partner" minLength:"1" maxLength:"100"`
	Product   string   `json:"product" minLength:"1" maxLength:"100"`
	License   string   `json:"license,omitempty" maxLength:"60" doc:"The maker's licence or certificate number"`
	From      string   `json:"from" format:"date"`
	Until     string   `json:"until" format:"date"`
	Contract  string   `json:"contract,omitempty" maxLength:"60" doc:"Number of the contract"`
	Announced bool     `json:"announced,omitempty" doc:"Filed with the authority where that is asked for"`
	Note      string   `json:"note,omitempty" maxLength:"300"`
	Photos    []string `json:"photos,omitempty" maxItems:"9" doc:"Pages of the contract, each kept before; sealed with it"`
}

// Commission is a contract.
type Commission struct {
	ID string `json:"id" format:"uuid"`
	CommissionFields
	State    string     `json:"state" enum:"coming,running,over,ended"`
	Name     string     `json:"name"`
	At       time.Time  `json:"at"`
	EndedAt  *time.Time `json:"endedAt,omitempty"`
	EndedWhy string     `json:"endedWhy,omitempty"`
}

// CommissionsOutput lists contracts.
type CommissionsOutput struct {
	Body struct {
		Items []Commission `json:"items"`
	}
}

// CommissionOutput is a contract.
type CommissionOutput struct{ Body Commission }

// CommissionPaperInput chooses the format of 《委托加工合同台账》.
type CommissionPaperInput struct {
	InEnterprise
	PaperFormat
}

// PutCommissionInput enters a contract.
type PutCommissionInput struct {
	InEnterprise
	Commission string `path:"commission" format:"uuid" doc:"Minted by the client"`
	Body       CommissionFields
}

// EndCommissionInput ends a contract.
type EndCommissionInput struct {
	InEnterprise
	Commission string `path:"commission" format:"uuid"`
	Body       struct {
		Reason string `json:"reason" minLength:"1" maxLength:"200"`
	}
}

// SuspicionFields is a report as entered.
type SuspicionFields struct {
	Kind     string   `json:"kind" enum:"price,source,counterfeit" doc:"价格明显偏低, 来源难以追溯, 疑似假冒伪劣"`
	Product  string   `json:"product" minLength:"1" maxLength:"100"`
	Batch    string   `json:"batch,omitempty" maxLength:"60"`
	Partner  string   `json:"partner,omitempty" maxLength:"100" doc:"From whom the goods came, if known"`
	Quantity float64  `json:"quantity" minimum:"0" maximum:"1000000000" doc:"How much was stopped; 0 if none is here any more"`
	Unit     string   `json:"unit" minLength:"1" maxLength:"10"`
	Facts    string   `json:"facts" minLength:"1" maxLength:"1000"`
	Measure  string   `json:"measure" minLength:"1" maxLength:"500" doc:"What was done at once: 停止销售, 封存, …"`
	Photos   []string `json:"photos,omitempty" maxItems:"9"`
}

// Suspicion is a report with what followed.
type Suspicion struct {
	ID string `json:"id" format:"uuid"`
	SuspicionFields
	State       string     `json:"state" enum:"reported,receipted,handled"`
	Name        string     `json:"name"`
	At          time.Time  `json:"at"`
	Due         time.Time  `json:"due" doc:"By when the enterprise says what became of the goods; the product's own figure"`
	ReceiptName string     `json:"receiptName,omitempty"`
	AgencyName  string     `json:"agencyName,omitempty"`
	ReceiptNote string     `json:"receiptNote,omitempty"`
	ReceiptAt   *time.Time `json:"receiptAt,omitempty"`
	Outcome     string     `json:"outcome,omitempty" enum:"returned,destroyed,handed_over,cleared,other"`
	OutcomeNote string     `json:"outcomeNote,omitempty"`
	HandledName string     `json:"handledName,omitempty"`
	HandledAt   *time.Time `json:"handledAt,omitempty"`
}

// SuspicionsOutput lists reports.
type SuspicionsOutput struct {
	Body struct {
		Items []Suspicion `json:"items"`
	}
}

// SuspicionOutput is a report.
type SuspicionOutput struct{ Body Suspicion }

// ReadSuspicionInput names a report.
type ReadSuspicionInput struct {
	InEnterprise
	Suspicion string `path:"suspicion" format:"uuid"`
}

// SuspicionPaperInput names a report and the format of its paper.
type SuspicionPaperInput struct {
	ReadSuspicionInput
	PaperFormat
}

// ReportSuspicionInput reports.
type ReportSuspicionInput struct {
	InEnterprise
	Suspicion string `path:"suspicion" format:"uuid" doc:"Minted by the client"`
	Body      SuspicionFields
}

// HandleSuspicionInput says what became of the goods.
type HandleSuspicionInput struct {
	InEnterprise
	Suspicion string `path:"suspicion" format:"uuid"`
	Body      struct {
		Outcome string   `json:"outcome" enum:"returned,destroyed,handed_over,cleared,other" doc:"退回供货方, 销毁, 移交监管部门, 核实无误恢复销售, 其他"`
		Note    string   `json:"note" minLength:"1" maxLength:"500"`
		Photos  []string `json:"photos,omitempty" maxItems:"9"`
	}
}

// InspectSuspicionInput names a report of an enterprise of the area.
type InspectSuspicionInput struct {
	InArea
	Suspicion string `path:"suspicion" format:"uuid"`
}

// ReceiptSuspicionInput receipts a report.
type ReceiptSuspicionInput struct {
	InArea
	Suspicion string `path:"suspicion" format:"uuid"`
	Body      struct {
		Note string `json:"note,omitempty" maxLength:"300"`
	}
}

// ReportedOutput lists reports of an area.
type ReportedOutput struct {
	Body struct {
		Items []Reported `json:"items"`
	}
}

// Reported is a report in an area's list.
type Reported struct {
	ID             string    `json:"id" format:"uuid"`
	Enterprise     string    `json:"enterprise" format:"uuid"`
	EnterpriseName string    `json:"enterpriseName"`
	Kind           string    `json:"kind" enum:"price,source,counterfeit"`
	Product        string    `json:"product"`
	State          string    `json:"state" enum:"reported,receipted,handled"`
	At             time.Time `json:"at"`
}

// InspectGoodsInput asks for the log of an enterprise of the area.
type InspectGoodsInput struct {
	InArea
	Page
	Kind string `query:"kind" enum:"purchase,delivery" required:"true"`
	From string `query:"from" format:"date"`
	To   string `query:"to" format:"date"`
}
