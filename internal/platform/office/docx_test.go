package office_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/office"
)

func mustWrite(t *testing.T, f office.Form) office.Word {
	t.Helper()
	w, err := office.DOCX(f)
	if err != nil {
		t.Fatalf("DOCX: %v", err)
	}
	if *keep != "" {
		name := strings.NewReplacer("/", "_", " ", "_").Replace(t.Name()) + ".docx"
		if err := os.WriteFile(filepath.Join(*keep, name), w.DOCX, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// parts unpacks a document and holds every part to be well-formed.
func parts(t *testing.T, docx []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(all[f.Name])); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	return all
}

// paragraphs reads the text of a part, paragraph by paragraph.
func paragraphs(t *testing.T, part []byte) []string {
	t.Helper()
	var all []string
	text, inside := "", false
	for d := xml.NewDecoder(bytes.NewReader(part)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inside = e.Name.Local == "t"
			if e.Name.Local == "br" {
				text += "\n"
			}
		case xml.EndElement:
			inside = false
			if e.Name.Local == "p" {
				if strings.TrimSpace(text) != "" {
					all = append(all, text)
				}
				text = ""
			}
		case xml.CharData:
			if inside {
				text += string(e)
			}
		}
	}
}

var blank = regexp.MustCompile(`\s+`)

// letters are the characters of a text in order of code, however it is laid out.
func letters(text string) string {
	r := []rune(blank.ReplaceAllString(text, ""))
	slices.Sort(r)
	return string(r)
}

// The Word file says what the PDF says: not a character more or less, and every
// paragraph in one piece.
func TestWordSaysWhatThePaperSays(t *testing.T) {
	t.Parallel()
	short := daily(3)
	short.Footer = "摘要 SHA-256 9f2c61aa"
	for name, form := range map[string]office.Form{"daily": short, "prose": prose(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			paper, word := mustPrint(t, form), mustWrite(t, form)
			if paper.Pages != 1 {
				t.Fatalf("%d pages: furniture of later pages would be compared", paper.Pages)
			}
			all := parts(t, word.DOCX)
			printed := strings.ReplaceAll(read(t, paper.PDF), "--- page ---", "")
			body := paragraphs(t, all["word/document.xml"])
			written := strings.Join(append(body, paragraphs(t, all["word/footer1.xml"])...), "\n")
			written = strings.ReplaceAll(written, "𠮷", "〓(U+20BB7)") // our font lacks it
			if diff := cmp.Diff(letters(printed), letters(written)); diff != "" {
				t.Errorf("characters (-PDF +Word):\n%s", diff)
			}
			if diff := cmp.Diff(letters(printed), letters(written)); diff == "" && letters(written) == "" {
				t.Error("nothing was compared")
			}
			flat := blank.ReplaceAllString(printed, "")
			for _, p := range body {
				p = blank.ReplaceAllString(strings.ReplaceAll(p, "𠮷", "〓(U+20BB7)"), "")
				if !strings.Contains(flat, p) {
					t.Errorf("the paper does not say %q in one piece", p)
				}
			}
		})
	}
}

func TestWordsTablesRepeatTheirHeader(t *testing.T) {
	t.Parallel()
	all := parts(t, mustWrite(t, daily(40)).DOCX)
	doc := string(all["word/document.xml"])
	for want, n := range map[string]int{"<w:tblHeader/>": 1, "<w:tbl>": 5, `<w:gridSpan w:val="4"/>`: 8, "<w:drawing>": 2} {
		if got := strings.Count(doc, want); got != n {
			t.Errorf("%d of %s, want %d", got, want, n)
		}
	}
	for name, part := range all {
		if strings.HasSuffix(name, ".png") {
			if _, err := png.Decode(bytes.NewReader(part)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if core := string(all["docProps/core.xml"]); !strings.Contains(core, "每日工业产品质量安全检查记录") || !strings.Contains(core, "2026-11-05T09:12:00Z") {
		t.Errorf("properties: %s", core)
	}
}

func TestSameFormSameWord(t *testing.T) {
	t.Parallel()
	if a, b := mustWrite(t, prose(t)), mustWrite(t, prose(t)); !bytes.Equal(a.DOCX, b.DOCX) || !slices.Equal(a.Warnings, b.Warnings) || len(a.Warnings) != 1 {
		t.Errorf("the same form gave other bytes, or warnings %q", a.Warnings)
	}
}

func TestWordTakesAnything(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", " ", "\n\r\n\n", "𠮷𬭬👨‍👩‍👧‍👦", "\x00\x01\x1b[31m\x7f\u0085", "\u202eשלום", `</w:t></w:p>&amp;"'<!--`, "]]>", "\xff\xfe\xed\xa0\x80检查",
		"\uffff\ufffe\U0010ffff\ufffd", strings.Repeat("。", 3000), strings.Repeat("行\n", 300),
	} {
		cell := office.Cell{Text: text, Mark: office.Cross}
		all := parts(t, mustWrite(t, office.Form{
			Title: text, Subtitle: text, Number: text, Footer: text,
			Head: []office.Pair{{Label: text, Value: text}, {Label: text, Value: text, Wide: true}},
			Sections: []office.Section{
				office.Heading{Text: text},
				office.Paragraph{Text: text, Indent: true},
				office.Table{Columns: []office.Column{{Title: text}, {Title: "结果", Weight: 0.001}, {Weight: -3}}, Rows: [][]office.Cell{{cell, cell, cell}, {cell}, {}, nil, {cell, cell, cell, cell, cell}}},
				office.Table{},
				office.Table{Columns: []office.Column{{}}},
				office.Images{Pictures: []office.Picture{{Data: []byte(text), Caption: text}}},
				office.Images{},
				nil,
			},
			Signatures: []office.Signature{{Label: text, Name: text, At: text}, {Label: text, Strokes: []office.Stroke{nil, {}, {{X: -5, Y: 1 << 40}}, make(office.Stroke, 9000)}}, {}},
			QR:         &office.QR{URL: text, Caption: text},
		}).DOCX)
		// A cell without a paragraph, or a table without a row, is a broken file.
		doc := string(all["word/document.xml"])
		for _, broken := range []string{"</w:tcPr></w:tc>", "</w:tblGrid></w:tbl>", "</w:trPr></w:tr>", "</w:tbl><w:tbl>", "</w:tbl></w:tc>"} {
			if strings.Contains(doc, broken) {
				t.Errorf("%.20q: %s", text, broken)
			}
		}
	}
}
