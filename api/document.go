package api

import "net/http"

// The inspection pack (迎检自证包).
var (
	AskPack = declare[AskPackInput, ErrandOutput](Meta{
		ID: "askPack", Method: http.MethodPut, Path: "/enterprises/{enterprise}/packs/{pack}", Permission: "document.pack",
		Summary: "Ask for a pack: all papers of a range of days in the order of 附件3, as PDF and Word, with a cover, the rows as a workbook, the sealed evidence and the SHA-256 of every file. For the principal, the director, and who keeps the enterprise alone. It is an errand: read, cancel and download it as one",
	})
	AskAreaPack = declare[AskAreaPackInput, ErrandOutput](Meta{
		ID: "askAreaPack", Method: http.MethodPut, Path: "/agencies/{agency}/enterprises/{enterprise}/packs/{pack}", Permission: "document.area.pack", Look: "export",
		Summary: "Ask for a pack of an enterprise of the area, without advice (Art. 4) and without the evidence file. A look",
	})
)

// PackDays is the range of a pack.
type PackDays struct {
	From string `json:"from" format:"date"`
	To   string `json:"to" format:"date" doc:"Not after today; at most 400 days after from"`
}

// AskPackInput asks for a pack.
type AskPackInput struct {
	InEnterprise
	Pack string `path:"pack" format:"uuid" doc:"The errand's id, minted by the client; repeating it repeats the answer"`
	Body PackDays
}

// AskAreaPackInput asks for a pack in an agency's name.
type AskAreaPackInput struct {
	InArea
	Pack string `path:"pack" format:"uuid" doc:"The errand's id, minted by the client; repeating it repeats the answer"`
	Body PackDays
}
