package api

import "net/http"

// The completeness of an enterprise's file (自查): what its own rows answer to
// the items 1.1–2.5 of 附件3.
var (
	ReadDossier = declare[ReadDossierInput, DossierOutput](Meta{
		ID: "readDossier", Method: http.MethodGet, Path: "/enterprises/{enterprise}/dossier", Permission: "dossier.read",
		Summary: "What the enterprise's own rows say to the items 1.1–2.5 of 附件3: what is there, what is missing, why, and what settles it. No verdict, no score",
	})
	ReadDossierPaper = declare[ReadDossierPaperInput, Blob](Meta{
		ID: "readDossierPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/dossier/paper", Permission: "dossier.read", Media: "application/pdf",
		Summary: "《监管任务清单》自查页 as PDF or Word: the states in words, without √ or ×",
	})
)

// ReadDossierInput names the days over which items 2.1–2.3 are told.
type ReadDossierInput struct {
	InEnterprise
	From string `query:"from" format:"date" doc:"The last 30 days if absent"`
	To   string `query:"to" format:"date" doc:"Today if absent; at most 366 days after from"`
}

// ReadDossierPaperInput names the days and the format of the paper.
type ReadDossierPaperInput struct {
	ReadDossierInput
	PaperFormat
}

// DossierOutput is the dossier.
type DossierOutput struct {
	Body struct {
		From  string        `json:"from" format:"date"`
		To    string        `json:"to" format:"date"`
		Items []DossierItem `json:"items" doc:"In the order of 附件3. What is asked of both sides alike stands once"`
	}
}

// DossierItem is one item of 附件3 with what the rows say to it.
type DossierItem struct {
	Code  string   `json:"code" example:"2.1"`
	Sides []string `json:"sides" enum:"production,sales" doc:"On whose form it stands: the producer's, the seller's, or both"`
	Group string   `json:"group" doc:"The line of 重点工作"`
	Text  string   `json:"text"`
	// State is a statement about rows. It decides nothing.
	State    string            `json:"state" enum:"complete,partial,missing,not_applicable,unknown" doc:"A statement about rows, never a verdict; unknown: the system keeps no such rows"`
	Reason   string            `json:"reason" doc:"What the rows say, in words"`
	Remark   string            `json:"remark,omitempty" doc:"A hint that rests on law which was not verified; never more than a hint"`
	Said     DossierSaid       `json:"said" doc:"Reason and remark, sentence by sentence"`
	Settle   *DossierStep      `json:"settle,omitempty" doc:"What would settle it; absent if nothing is open"`
	Evidence []DossierEvidence `json:"evidence" doc:"The rows, newest first, at most 40"`
}

// DossierSaid is what an item says, for other languages.
type DossierSaid struct {
	Reason []Sentence `json:"reason,omitempty"`
	Remark []Sentence `json:"remark,omitempty"`
}

// DossierStep is what settles an item, and where it is done.
type DossierStep struct {
	Words   string     `json:"words"`
	Said    []Sentence `json:"said,omitempty" doc:"The words, for other languages"`
	Kind    string     `json:"kind" enum:"appointment,risklist,bylaw,daily,today,weekly,monthly,hazard,training,archive" doc:"The noun whose page it is"`
	Subject string     `json:"subject,omitempty"`
	Day     string     `json:"day,omitempty"`
}

// DossierEvidence is a row that answers an item.
type DossierEvidence struct {
	Kind  string    `json:"kind" enum:"appointment,risklist,bylaw,daily,weekly,monthly,hazard,training"`
	ID    string    `json:"id,omitempty"`
	Title string    `json:"title"`
	Said  *Sentence `json:"said,omitempty" doc:"The title, for other languages; absent where it is the enterprise's own words"`
	Day   string    `json:"day,omitempty" format:"date"`
}
