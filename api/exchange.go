package api

import (
	"net/http"
	"time"
)

// Tables in and out (Excel 导入导出).
var (
	ListTables = declare[InEnterprise, TablesOutput](Meta{
		ID: "listTables", Method: http.MethodGet, Path: "/enterprises/{enterprise}/tables", Permission: "exchange.read",
		Summary: "The tables that the caller may bring in or take out",
	})
	ReadTableTemplate = declare[TableInput, Blob](Meta{
		ID: "readTableTemplate", Method: http.MethodGet, Path: "/enterprises/{enterprise}/tables/{table}/template", Permission: "exchange.import", Media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Summary: "An empty .xlsx to be filled in: Chinese headings, fixed choices as lists",
	})
	UploadTable = declare[UploadTableInput, ImportOutput](Meta{
		ID: "uploadTable", Method: http.MethodPut, Path: "/enterprises/{enterprise}/imports/{import}", Permission: "exchange.import", Upload: 20 << 20,
		Summary: "Bring an .xlsx of at most 20 MiB and 20,000 rows. Every row is tried as if it were stored and nothing is stored; the errand of the same id makes the file with its faults. Repeating it repeats the answer",
	})
	ListImports = declare[InEnterprise, ImportsOutput](Meta{
		ID: "listImports", Method: http.MethodGet, Path: "/enterprises/{enterprise}/imports", Permission: "exchange.import",
		Summary: "The last 50 files, newest first",
	})
	ReadImport = declare[ImportInput, ImportOutput](Meta{
		ID: "readImport", Method: http.MethodGet, Path: "/enterprises/{enterprise}/imports/{import}", Permission: "exchange.import",
		Summary: "A file with what was found in it: every bad cell by row and column, and what to do (the first 500)",
	})
	AcceptImport = declare[AcceptImportInput, ImportOutput](Meta{
		ID: "acceptImport", Method: http.MethodPost, Path: "/enterprises/{enterprise}/imports/{import}/acceptance", Permission: "exchange.import",
		Summary: "Store all rows of a file that was tried without a fault, or none, once; an errand does it. Where a row is refused that was good when it was tried, the file is faulty. Where storing was cancelled or failed, the file is ready again",
	})
	IssuePassword = declare[IssuePasswordInput, IssuedPasswordOutput](Meta{
		ID: "issuePassword", Method: http.MethodPost, Path: "/enterprises/{enterprise}/imports/{import}/people/{account}/password", Permission: "appointment.make",
		Summary: "Issue the first password of a person for whom the import opened an account, until he has entered. It is kept nowhere: asking again issues another in its place",
	})
	ExportTable = declare[ExportTableInput, ErrandOutput](Meta{
		ID: "exportTable", Method: http.MethodPut, Path: "/enterprises/{enterprise}/exports/{errand}", Permission: "exchange.export",
		Summary: "Ask for a table as .xlsx or .csv; an errand makes it",
	})
)

// Table is a table that comes in or goes out.
type Table struct {
	Name    string        `json:"name"`
	Title   string        `json:"title"`
	Import  bool          `json:"import"`
	Export  bool          `json:"export"`
	Ranged  bool          `json:"ranged" doc:"An export is of a range of days"`
	Columns []TableColumn `json:"columns" doc:"Of the import"`
}

// TableColumn is a column of a table that comes in.
type TableColumn struct {
	Title    string   `json:"title"`
	Required bool     `json:"required"`
	Note     string   `json:"note,omitempty"`
	Choices  []string `json:"choices,omitempty"`
}

// TablesOutput lists tables.
type TablesOutput struct {
	Body struct {
		Items []Table `json:"items"`
	}
}

// TableInput names a table.
type TableInput struct {
	InEnterprise
	Table string `path:"table" maxLength:"30"`
}

// UploadTableInput brings a file.
type UploadTableInput struct {
	InEnterprise
	Import  string `path:"import" format:"uuid" doc:"Minted by the client"`
	Table   string `query:"table" maxLength:"30" required:"true"`
	Name    string `query:"name" maxLength:"100" doc:"The file's name"`
	RawBody []byte
}

// ImportInput names a file.
type ImportInput struct {
	InEnterprise
	Import string `path:"import" format:"uuid"`
}

// AcceptImportInput accepts a file.
type AcceptImportInput struct {
	InEnterprise
	Import string `path:"import" format:"uuid"`
	Body   struct {
		Errand string `json:"errand" format:"uuid" doc:"Minted by the client: the id of the errand that stores"`
	}
}

// Import is a file that was brought.
type Import struct {
	ID         string        `json:"id" format:"uuid"`
	Table      string        `json:"table"`
	TableTitle string        `json:"tableTitle"`
	Name       string        `json:"name"`
	At         time.Time     `json:"at"`
	ByName     string        `json:"byName"`
	State      string        `json:"state" enum:"trying,stopped,faulty,ready,storing,stored" doc:"faulty: mend the file and bring it again; stopped: it was not tried to the end, bring it again. Only of a stored file is anything stored, and then all of it"`
	Rows       int           `json:"rows"`
	Stored     int           `json:"stored"`
	FaultRows  int           `json:"faultRows" doc:"Rows with at least one fault"`
	Faults     []ImportFault `json:"faults" doc:"The first 500"`
	Storing    string        `json:"storing,omitempty" format:"uuid" doc:"The errand that stores; of a faulty file the one that gives it back, as the errand of its own id does without"`
	Newcomers  []Newcomer    `json:"newcomers" doc:"People for whom it opened accounts. They have no password before one is issued"`
}

// Newcomer is a person for whom an import opened an account.
type Newcomer struct {
	Account string `json:"account" format:"uuid"`
	Name    string `json:"name"`
	Login   string `json:"login"`
}

// IssuePasswordInput names a newcomer.
type IssuePasswordInput struct {
	InEnterprise
	Import  string `path:"import" format:"uuid"`
	Account string `path:"account" format:"uuid"`
}

// IssuedPasswordOutput is what a newcomer enters with for the first time.
type IssuedPasswordOutput struct {
	Body struct {
		Name            string `json:"name"`
		Login           string `json:"login"`
		InitialPassword string `json:"initialPassword" doc:"Shown once; he chooses his own when he enters"`
	}
}

// ImportFault is what is wrong with a cell.
type ImportFault struct {
	Row    int      `json:"row" doc:"As numbered in the file"`
	Column string   `json:"column,omitempty" doc:"The heading; absent if the whole row is meant"`
	Cell   string   `json:"cell,omitempty" doc:"As D12"`
	Value  string   `json:"value,omitempty"`
	Text   string   `json:"text" doc:"What is wrong and what to do, as it stands in the file that is given back"`
	Said   Sentence `json:"said" doc:"The text, for other languages"`
}

// ImportOutput is a file.
type ImportOutput struct{ Body Import }

// ImportsOutput lists files.
type ImportsOutput struct {
	Body struct {
		Items []Import `json:"items"`
	}
}

// ExportTableInput asks for a table.
type ExportTableInput struct {
	InEnterprise
	Errand string `path:"errand" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		Table  string `json:"table" maxLength:"30"`
		Format string `json:"format" enum:"xlsx,csv"`
		From   string `json:"from,omitempty" format:"date" doc:"For ranged tables; the last 365 days if absent"`
		To     string `json:"to,omitempty" format:"date"`
	}
}
