package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Word is a form as a file of WordprocessingML (ECMA-376), to be filled in or
// handed on; what was sealed is proven by the PDF.
type Word struct {
	DOCX []byte
	// Warnings say in Chinese what could not be printed as given.
	Warnings []string
}

// DOCX writes a form for a word processor. It says what the PDF says in the
// same order, and leaves the breaking of lines and pages to the program that
// opens it. A character that our font lacks is written as it is: that program
// has other fonts.
func DOCX(f Form) (Word, error) {
	fc, err := faces.take(idleFace)
	if err != nil {
		return Word{}, fmt.Errorf("take font: %w", err)
	}
	d := &docx{setter: newSetter(fc)}
	d.form(f)
	b, err := d.zip(f)
	if err != nil {
		return Word{}, fmt.Errorf("write docx: %w", err)
	}
	return Word{DOCX: b, Warnings: d.setter.warnings}, nil
}

// docx is a document being written.
type docx struct {
	body   strings.Builder
	setter *setter // measures, and remembers warnings
	media  []media
	drawn  int
}

// media is a picture of the document.
type media struct {
	name string
	data []byte
}

// Lengths in twentieths of a point, as WordprocessingML counts.
const (
	twip      = 20
	sheetW    = 11906
	sheetH    = 16838
	sideTwips = 1247
	edgeTwips = 1134
	innerTwip = sheetW - 2*sideTwips
	footTwips = 340
)

const (
	namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	ofRels     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	ofPackage  = `http://schemas.openxmlformats.org/package/2006`
	ofWord     = `application/vnd.openxmlformats-officedocument.wordprocessingml`
)

// zip packs the parts of the document. The same form gives the same bytes.
func (d *docx) zip(f Form) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name string, content []byte) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(content)
		}
		return err
	}
	rels := `<Relationship Id="styles" Type="` + ofRels + `/styles" Target="styles.xml"/><Relationship Id="foot" Type="` + ofRels + `/footer" Target="footer1.xml"/>`
	for i, m := range d.media {
		rels += fmt.Sprintf(`<Relationship Id="pic%d" Type="%s/image" Target="media/%s"/>`, i+1, ofRels, m.name)
	}
	section := fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/></w:sectPr>`,
		sheetW, sheetH, edgeTwips, sideTwips, edgeTwips, sideTwips, footTwips, footTwips)
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", `<Types xmlns="` + ofPackage + `/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + ofWord + `.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + ofWord + `.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="` + ofWord + `.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + ofPackage + `/relationships"><Relationship Id="doc" Type="` + ofRels + `/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="` + ofPackage + `/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", properties(f)},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="` + ofPackage + `/relationships">` + rels + `</Relationships>`},
		{"word/styles.xml", styles},
		{"word/footer1.xml", footer(f.Footer)},
		{"word/document.xml", `<w:document ` + namespaces + `><w:body>` + d.body.String() + section + `</w:body></w:document>`},
	}
	for _, p := range parts {
		if err := add(p.name, []byte(xmlHead+p.content)); err != nil {
			return nil, err
		}
	}
	for _, m := range d.media {
		if err := add("word/media/"+m.name, m.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// styles give the fonts of official papers by the names that every Chinese word
// processor knows: 宋体 for forms, 仿宋 for prose, 黑体 for headings.
const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:line="540" w:lineRule="atLeast"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:line="340" w:lineRule="atLeast"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Prose"><w:name w:val="Prose"/><w:basedOn w:val="Normal"/><w:pPr><w:widowControl/><w:spacing w:line="340" w:lineRule="atLeast"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style></w:styles>`

func properties(f Form) string {
	at := ""
	if !f.At.IsZero() {
		at = `<dcterms:created xsi:type="dcterms:W3CDTF">` + f.At.UTC().Format(time.RFC3339) + `</dcterms:created>`
	}
	return `<cp:coreProperties xmlns:cp="` + ofPackage + `/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(strings.ReplaceAll(legible(f.Title), "\n", " ")) + `</dc:title>` + at + `</cp:coreProperties>`
}

// footer numbers the pages, and tells the digest of the sealed body in small
// type below.
func footer(text string) string {
	const small = `<w:rPr><w:sz w:val="18"/></w:rPr>`
	field := func(name string) string {
		return `<w:fldSimple w:instr=" ` + name + ` "><w:r>` + small + `<w:t>1</w:t></w:r></w:fldSimple>`
	}
	word := func(t string) string { return `<w:r>` + small + `<w:t xml:space="preserve">` + t + `</w:t></w:r>` }
	out := `<w:ftr ` + namespaces + `><w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>` + word("第 ") + field("PAGE") + word(" 页 / 共 ") + field("NUMPAGES") + word(" 页") + `</w:p>`
	for _, line := range strings.Split(legible(text), "\n")[:1] {
		if line != "" {
			out += `<w:p><w:pPr><w:spacing w:line="200" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:color w:val="5A5A5A"/><w:sz w:val="15"/></w:rPr><w:t xml:space="preserve">` + escape(line) + `</w:t></w:r></w:p>`
		}
	}
	return out + `</w:ftr>`
}

// escape writes legible text into XML.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace

// legible returns what of a text XML can hold and a reader sees: line breaks of
// all kinds become \n, and marks without ink are dropped, as on the PDF.
func legible(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for i, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString("  ")
		case unicode.IsControl(r) || inkless(r) || r == 0xFFFE || r == 0xFFFF:
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				b.WriteRune(missing)
				continue
			}
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func itoa(n int) string { return strconv.Itoa(n) }
