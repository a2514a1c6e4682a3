package api

import "net/http"

// Reference data.
var (
	ListCategories = declare[Nothing, CategoriesOutput](Meta{
		ID: "listCategories", Method: http.MethodGet, Path: "/reference/categories", Permission: "public",
		Summary: "Product categories of the risk-item templates, by side",
	})
	ListEntryReasons = declare[Nothing, EntryReasonsOutput](Meta{
		ID: "listEntryReasons", Method: http.MethodGet, Path: "/reference/entry-reasons", Permission: "public",
		Summary: "Reasons for entering an enterprise into the archive (录入原因)",
	})
	ListOffices = declare[Nothing, OfficesOutput](Meta{
		ID: "listOffices", Method: http.MethodGet, Path: "/reference/offices", Permission: "public",
		Summary: "The offices an enterprise can register with",
	})
	CheckIdentifier = declare[CheckIdentifierInput, CheckIdentifierOutput](Meta{
		ID: "checkIdentifier", Method: http.MethodPost, Path: "/reference/identifier-checks", Permission: "public",
		Summary: "Check an identifier while it is typed: malformed, check digit, or fine",
	})
	ListTemplateItems = declare[ListTemplateItemsInput, TemplateItemsOutput](Meta{
		ID: "listTemplateItems", Method: http.MethodGet, Path: "/reference/risk-items", Permission: "public",
		Summary: "The starting risk-control items, by side and category. Our own wording, to be adapted by each enterprise",
	})
)

// CategoriesOutput lists categories.
type CategoriesOutput struct {
	Body struct {
		Production []string `json:"production"`
		Sales      []string `json:"sales"`
	}
}

// EntryReasonsOutput lists reasons.
type EntryReasonsOutput struct {
	Body struct {
		Items []CodeText `json:"items"`
	}
}

// CodeText is a code with its text.
type CodeText struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// OfficesOutput lists offices.
type OfficesOutput struct {
	Body struct {
		Items []Office `json:"items"`
	}
}

// Office is an office as a choice.
type Office struct {
	ID       string `json:"id" format:"uuid"`
	Name     string `json:"name"`
	District string `json:"district"`
}

// CheckIdentifierInput checks an identifier.
type CheckIdentifierInput struct{ Body Identifier }

// CheckIdentifierOutput says what is wrong with an identifier.
type CheckIdentifierOutput struct {
	Body struct {
		Value   string    `json:"value" doc:"Normalised"`
		Verdict string    `json:"verdict" enum:"fine,malformed,check_digit"`
		Text    string    `json:"text,omitempty"`
		Said    *Sentence `json:"said,omitempty" doc:"The text with its code"`
	}
}

// ListTemplateItemsInput asks for template items.
type ListTemplateItemsInput struct {
	Side     string `query:"side" enum:"production,sales" required:"true"`
	Category string `query:"category" maxLength:"50"`
}

// TemplateItemsOutput lists template items.
type TemplateItemsOutput struct {
	Body struct {
		Items []TemplateItem `json:"items"`
	}
}

// TemplateItem is a starting item.
type TemplateItem struct {
	Code      string `json:"code"`
	Category  string `json:"category"`
	Step      string `json:"step"`
	Risk      string `json:"risk"`
	Measure   string `json:"measure"`
	Frequency string `json:"frequency"`
	Rhythm    string `json:"rhythm" enum:"daily,weekly,monthly"`
	Batch     bool   `json:"batch"`
	Post      string `json:"post" enum:"officer,director,principal"`
	Basis     string `json:"basis"`
	Verified  bool   `json:"verified" doc:"Whether the text of the basis was read"`
}
