package api

import "net/http"

// Evidence.
var (
	ExportEvidence = declare[ExportEvidenceInput, Blob](Meta{
		ID: "exportEvidence", Method: http.MethodGet, Path: "/enterprises/{enterprise}/evidence", Permission: "ledger.export", Media: "application/zip",
		Summary: "All sealed facts of a date range with every link between the bounding checkpoints, as a zip that the verifier (`zhize verify`, or its page) checks without network",
	})
	ReadReceipt = declare[InEnterprise, Blob](Meta{
		ID: "readReceipt", Method: http.MethodGet, Path: "/enterprises/{enterprise}/receipt", Permission: "ledger.receipt", Media: "text/plain",
		Summary: "The newest signed checkpoint with the proof that the enterprise's chain is in it; keep it outside this service",
	})
	ReadVerifier = declare[Nothing, Blob](Meta{
		ID: "readVerifier", Method: http.MethodGet, Path: "/verifier", Permission: "public", Media: "text/html",
		Summary: "The offline verifier of evidence: one page that a browser opens from a folder and that asks nothing of the network",
	})
	VerifyPaper = declare[VerifyPaperInput, VerifyPaperOutput](Meta{
		ID: "verifyPaper", Method: http.MethodGet, Path: "/verifications/{code}", Permission: "public",
		Summary: "What the QR code on a paper stands for: whether the record exists as printed. No personal data",
	})
)

// ExportEvidenceInput names a range.
type ExportEvidenceInput struct {
	InEnterprise
	From string `query:"from" format:"date" required:"true"`
	To   string `query:"to" format:"date" required:"true" doc:"At most 400 days after from"`
}

// VerifyPaperInput names a paper.
type VerifyPaperInput struct {
	Code string `path:"code" maxLength:"120" pattern:"^[A-Za-z0-9_-]+$"`
}

// VerifyPaperOutput says what a paper is.
type VerifyPaperOutput struct {
	Body struct {
		Verdict        string `json:"verdict" enum:"genuine,superseded" doc:"superseded: a 更正 came later"`
		Paper          string `json:"paper"`
		EnterpriseName string `json:"enterpriseName"`
		Day            string `json:"day" format:"date"`
		Version        int    `json:"version"`
		LatestVersion  int    `json:"latestVersion"`
		ReceivedAt     string `json:"receivedAt" format:"date-time"`
		Lateness       string `json:"lateness" enum:"on_time,arrived_late,backfilled"`
		BodyHash       string `json:"bodyHash"`
		LinkHash       string `json:"linkHash"`
		Seq            int64  `json:"seq"`
	}
}
