package verifier

import (
	"embed"
	"fmt"
)

// FileName is what the page is called where it is handed out.
const FileName = "核验器.html"

// made holds what scripts/verifier.sh built. A fresh clone has only
// made/.gitkeep in it, so that the Go side builds by itself.
//
//go:embed all:made
var made embed.FS

// Page returns the verifier. It fails in a program that was built without it.
func Page() ([]byte, error) {
	page, err := made.ReadFile("made/verifier.html")
	if err != nil {
		return nil, fmt.Errorf("this program was built without the offline verifier (make verifier): %w", err)
	}
	return page, nil
}
