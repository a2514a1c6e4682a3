package api

import "net/http"

// Files (附件): what a bylaw, a certificate or a training's material is on.
var (
	PutFile = declare[PutFileInput, FileOutput](Meta{
		ID: "putFile", Method: http.MethodPut, Path: "/enterprises/{enterprise}/files/{sha256}", Permission: "file.upload", Upload: 10 << 20,
		Summary: "Keep a file under its SHA-256: PDF, Word (.docx), JPEG, PNG or WebP, at most 10 MiB; its type is told by its bytes, not by its name. Idempotent",
	})
	ReadFile = declare[ReadFileInput, Blob](Meta{
		ID: "readFile", Method: http.MethodGet, Path: "/enterprises/{enterprise}/files/{sha256}", Permission: "file.read", Media: "application/octet-stream",
		Summary: "A file",
	})
)

// File is a kept file. Its name belongs to whoever refers to it: the same bytes
// may be one thing's certificate and another's annex.
type File struct {
	SHA256 string `json:"sha256" pattern:"^[0-9a-f]{64}$"`
	Type   string `json:"type" enum:"pdf,docx,jpeg,png,webp"`
	Size   int    `json:"size" doc:"In bytes"`
}

// FileRef refers to a kept file under a name.
type FileRef struct {
	SHA256 string `json:"sha256" pattern:"^[0-9a-f]{64}$" doc:"Of a file already kept"`
	Name   string `json:"name" minLength:"1" maxLength:"120" doc:"As the person called it, with its ending"`
}

// PutFileInput sends a file.
type PutFileInput struct {
	InEnterprise
	SHA256      string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
	ContentType string `header:"Content-Type"`
	RawBody     []byte
}

// ReadFileInput names a file.
type ReadFileInput struct {
	InEnterprise
	SHA256 string `path:"sha256" pattern:"^[0-9a-f]{64}$"`
}

// FileOutput is what a file was found to be.
type FileOutput struct{ Body File }
