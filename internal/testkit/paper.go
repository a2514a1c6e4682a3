package testkit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/office"
)

// rewrite writes the golden papers anew: ZHIZE_GOLDEN=new go test ./internal/…
var rewrite = os.Getenv("ZHIZE_GOLDEN") == "new"

// GoldenForm prints a form and holds the text that a reader takes out of the PDF
// against testdata/NAME.golden. The Word file has to say the same words.
func GoldenForm(t *testing.T, name string, f office.Form) {
	t.Helper()
	printed, err := office.PDF(f)
	if err != nil {
		t.Fatalf("print %s: %v", name, err)
	}
	GoldenPDF(t, name, printed.PDF)
	written, err := office.DOCX(f)
	if err != nil {
		t.Fatalf("write %s: %v", name, err)
	}
	said := squeeze(WordsOf(t, written.DOCX))
	for _, want := range saidBy(f) {
		if !strings.Contains(said, squeeze(want)) {
			t.Errorf("%s as Word does not say %q", name, want)
		}
	}
}

// minted is what differs from run to run: hashes, ids (a test's enterprise has its
// id for a number, which wraps) and the beginning of an id in upper case.
var minted = regexp.MustCompile(`[0-9a-f]{16,}|\b01[0-9a-f]{6}-[0-9a-f]{4}-[0-9a-f-]*|(?m:^代码 [0-9a-f]{8,}$)|\b[0-9A-F]{6}\b`)

// GoldenPDF holds the text of a PDF against testdata/NAME.golden, without hashes.
func GoldenPDF(t *testing.T, name string, pdf []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (of poppler-utils, needed by this test): %v", err)
	}
	var lines []string
	for line := range strings.SplitSeq(string(out), "\n") {
		if line = minted.ReplaceAllString(strings.Join(strings.Fields(line), " "), "…"); line != "" {
			lines = append(lines, line)
		}
	}
	got := strings.Join(lines, "\n") + "\n"
	golden := filepath.Join("testdata", name+".golden")
	if rewrite {
		if err := errors.Join(os.MkdirAll("testdata", 0o750), os.WriteFile(golden, []byte(got), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// saidBy lists the words of a form that every format has to show.
func saidBy(f office.Form) []string {
	all := []string{f.Title, f.Subtitle}
	for _, p := range f.Head {
		all = append(all, p.Label, p.Value)
	}
	for _, s := range f.Sections {
		switch s := s.(type) {
		case office.Heading:
			all = append(all, s.Text)
		case office.Paragraph:
			all = append(all, strings.Split(s.Text, "\n")...)
		case office.Table:
			for _, c := range s.Columns {
				all = append(all, c.Title)
			}
			for _, row := range s.Rows {
				for _, c := range row {
					all = append(all, strings.Split(c.Text, "\n")...)
				}
			}
		}
	}
	for _, s := range f.Signatures {
		all = append(all, s.Label, s.Name)
	}
	return all
}

// WordsOf is the text of a Word file's body.
func WordsOf(t *testing.T, docx []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	body, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close() //nolint:errcheck // only read
	var b strings.Builder
	for d := xml.NewDecoder(body); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("the Word file is not well formed: %v", err)
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }
