package api

import (
	"net/http"
	"time"
)

// The duty matrix (岗位质量安全责任矩阵): who answers for which risk item.
var (
	ReadDutyMatrix = declare[InEnterprise, DutyMatrixOutput](Meta{
		ID: "readDutyMatrix", Method: http.MethodGet, Path: "/enterprises/{enterprise}/duty-matrix", Permission: "appointment.read",
		Summary: "The matrix over the risk list in force and the people in office; what was never set is proposed from the items' posts and sites",
	})
	SetDutyMatrix = declare[SetDutyMatrixInput, DutyMatrixOutput](Meta{
		ID: "setDutyMatrix", Method: http.MethodPut, Path: "/enterprises/{enterprise}/duty-matrix/{matrix}", Permission: "appointment.matrix.edit",
		Summary: "Set the matrix: a new sealed version. Repeating the id repeats the answer",
	})
	ReadDutyMatrixPaper = declare[DutyMatrixPaperInput, Blob](Meta{
		ID: "readDutyMatrixPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/duty-matrix/paper", Permission: "appointment.read", Media: "application/pdf",
		Summary: "《岗位质量安全责任矩阵》, of the version that was set last",
	})
)

// DutyCell says how a person answers for an item.
type DutyCell struct {
	Item    string `json:"item" format:"uuid"`
	Account string `json:"account" format:"uuid"`
	Mark    string `json:"mark" enum:"lead,main,related" doc:"★主管, ●主相关, ○相关"`
}

// DutyPerson is a column.
type DutyPerson struct {
	Account  string `json:"account" format:"uuid"`
	Name     string `json:"name"`
	Posts    string `json:"posts" doc:"In words"`
	InOffice bool   `json:"inOffice"`
}

// DutyHint warns; it forbids nothing.
type DutyHint struct {
	Kind    string   `json:"kind" enum:"no_lead,left,alone,all_posts"`
	Item    string   `json:"item,omitempty"`
	Account string   `json:"account,omitempty"`
	Text    string   `json:"text"`
	Said    Sentence `json:"said" doc:"The text, for other languages"`
}

// DutyMatrix is a version of the matrix.
type DutyMatrix struct {
	Version     int          `json:"version" doc:"0: nothing was set yet, all cells are proposed"`
	ListVersion int          `json:"listVersion" doc:"0 while no list is approved"`
	Items       []RiskItem   `json:"items"`
	People      []DutyPerson `json:"people"`
	Cells       []DutyCell   `json:"cells"`
	Proposed    []DutyCell   `json:"proposed" doc:"For the items on which nothing was set"`
	Hints       []DutyHint   `json:"hints"`
	MadeName    string       `json:"madeName,omitempty"`
	MadeAt      *time.Time   `json:"madeAt,omitempty"`
}

// DutyMatrixOutput is the matrix.
type DutyMatrixOutput struct{ Body DutyMatrix }

// DutyMatrixPaperInput names the format of the paper.
type DutyMatrixPaperInput struct {
	InEnterprise
	PaperFormat
}

// SetDutyMatrixInput sets the matrix.
type SetDutyMatrixInput struct {
	InEnterprise
	Matrix string `path:"matrix" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Revision int        `json:"revision" doc:"The version that was read"`
		Cells    []DutyCell `json:"cells" maxItems:"3000"`
	}
}
