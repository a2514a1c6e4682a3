package office

import "strings"

// look is how a paragraph of the document is set.
type look struct {
	style  string
	align  Align
	bold   bool
	indent bool
	keep   bool // stay with the next paragraph
	gray   bool
	size   int // half points; 0 for the style's
	exact  int // line height in twips; 0 for the style's
}

// paragraph writes one paragraph; line breaks inside it stay.
func (d *docx) paragraph(text string, l look) {
	d.openParagraph(l)
	d.run(text, l)
	d.body.WriteString(`</w:p>`)
}

func (d *docx) openParagraph(l look) {
	b := &d.body
	b.WriteString(`<w:p><w:pPr>`)
	if l.style != "" {
		b.WriteString(`<w:pStyle w:val="` + l.style + `"/>`)
	}
	if l.keep {
		b.WriteString(`<w:keepNext/>`)
	}
	if l.exact > 0 {
		b.WriteString(`<w:spacing w:line="` + itoa(l.exact) + `" w:lineRule="exact"/>`)
	}
	if l.indent {
		b.WriteString(`<w:ind w:firstLineChars="200" w:firstLine="420"/>`)
	}
	switch l.align {
	case Center:
		b.WriteString(`<w:jc w:val="center"/>`)
	case Right:
		b.WriteString(`<w:jc w:val="right"/>`)
	default: // from the left edge
	}
	b.WriteString(`</w:pPr>`)
}

func (d *docx) run(text string, l look) {
	if text == "" {
		return
	}
	b := &d.body
	b.WriteString(`<w:r><w:rPr>`)
	if l.bold {
		b.WriteString(`<w:b/>`)
	}
	if l.gray {
		b.WriteString(`<w:color w:val="3C3C3C"/>`)
	}
	if l.size > 0 {
		b.WriteString(`<w:sz w:val="` + itoa(l.size) + `"/><w:szCs w:val="` + itoa(l.size) + `"/>`)
	}
	b.WriteString(`</w:rPr>`)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		b.WriteString(`<w:t xml:space="preserve">` + escape(line) + `</w:t>`)
	}
	b.WriteString(`</w:r>`)
}

// hair is a strip of a point between tables, which a word processor would join
// otherwise and then not repeat the second one's header.
func (d *docx) hair() { d.paragraph("", look{exact: twip, size: 2, keep: true}) }

func (d *docx) space() { d.paragraph("", look{exact: 8 * twip, size: 2, keep: true}) }

// form writes the whole form, from the title to the signatures.
func (d *docx) form(f Form) {
	d.opening(f)
	d.grid(f.Head)
	ruled := len(f.Head) > 0
	for _, sec := range f.Sections {
		switch v := sec.(type) {
		case Heading:
			d.paragraph(legible(v.Text), look{style: "Heading1"})
			ruled = false
		case Paragraph:
			if ruled {
				d.space()
			}
			for _, line := range strings.Split(legible(v.Text), "\n") {
				d.paragraph(line, look{style: "Prose", indent: v.Indent, align: v.Align})
			}
			ruled = false
		case Table:
			if len(v.Columns) == 0 {
				continue
			}
			if ruled {
				d.hair()
			} else {
				d.space()
			}
			d.table(v)
			ruled = true
		case Images:
			if len(v.Pictures) == 0 {
				continue
			}
			d.space()
			d.images(v.Pictures)
			ruled = true
		}
	}
	if len(f.Signatures) > 0 {
		d.space()
		d.signatures(f.Signatures)
	}
	// A document ends with a paragraph, and a table may not end it.
	d.paragraph("", look{exact: twip, size: 2})
}

// opening writes title, subtitle and number; a code stands right of them, and
// as much is left free on the other side.
func (d *docx) opening(f Form) {
	titles := func() {
		if t := legible(f.Title); t != "" {
			d.paragraph(t, look{style: "Title"})
		}
		if t := legible(f.Subtitle); t != "" {
			d.paragraph(t, look{align: Center, size: 22, keep: true})
		}
	}
	code := d.code(f.QR)
	if code == nil {
		titles()
	} else {
		side := int(qrSize+24) * twip
		d.openTable([]int{side, innerTwip - 2*side, side}, false)
		d.openRow(false)
		d.cell(side, 1, "", func() { d.paragraph("", look{}) })
		d.cell(innerTwip-2*side, 1, "", func() {
			if legible(f.Title)+legible(f.Subtitle) == "" {
				d.paragraph("", look{})
			}
			titles()
		})
		d.cell(side, 1, "", func() {
			d.openParagraph(look{align: Right, keep: true})
			d.picture(code, "png", qrSize, qrSize)
			d.body.WriteString(`</w:p>`)
			d.paragraph(legible(f.QR.Caption), look{align: Right, size: 14, gray: true, exact: 9 * twip, keep: true})
		})
		d.body.WriteString(`</w:tr></w:tbl>`)
	}
	if n := legible(f.Number); n != "" {
		d.paragraph(n, look{align: Right, keep: true})
	} else {
		d.space()
	}
}

// grid writes the rows of label and value below the title.
func (d *docx) grid(pairs []Pair) {
	if len(pairs) == 0 {
		return
	}
	const label = 78 * twip
	half := innerTwip / 2
	value := half - label
	d.openTable([]int{label, value, label, innerTwip - half - label}, true)
	box := func(text string, width, span int, a Align) {
		d.cell(width, span, "center", func() { d.paragraph(legible(text), look{align: a}) })
	}
	for i := 0; i < len(pairs); i++ {
		d.openRow(false)
		p := pairs[i]
		box(p.Label, label, 1, Center)
		if p.Wide || i+1 == len(pairs) || pairs[i+1].Wide {
			box(p.Value, innerTwip-label, 3, Left)
		} else {
			i++
			box(p.Value, value, 1, Left)
			box(pairs[i].Label, label, 1, Center)
			box(pairs[i].Value, innerTwip-half-label, 1, Left)
		}
		d.body.WriteString(`</w:tr>`)
	}
	d.body.WriteString(`</w:tbl>`)
}

// table writes the header, which every page repeats, and the rows.
func (d *docx) table(t Table) {
	total, titled := 0.0, false
	for _, c := range t.Columns {
		total += weight(c)
		titled = titled || c.Title != ""
	}
	widths, left := make([]int, len(t.Columns)), innerTwip
	for i, c := range t.Columns {
		widths[i] = max(1, int(float64(innerTwip)*weight(c)/total))
		left -= widths[i]
	}
	widths[len(widths)-1] = max(1, widths[len(widths)-1]+left)
	d.openTable(widths, true)
	if titled {
		d.openRow(true)
		for i, c := range t.Columns {
			d.cell(widths[i], 1, "center", func() {
				d.paragraph(legible(c.Title), look{align: Center, bold: true, keep: true})
			})
		}
		d.body.WriteString(`</w:tr>`)
	}
	for _, cells := range t.Rows {
		d.row(t.Columns, widths, cells)
	}
	if !titled && len(t.Rows) == 0 {
		d.row(t.Columns, widths, nil) // a table without a row is no table
	}
	d.body.WriteString(`</w:tbl>`)
}

func (d *docx) row(cols []Column, widths []int, cells []Cell) {
	if len(cells) == 0 {
		cells = make([]Cell, len(cols))
	}
	cells = cells[:min(len(cells), len(cols))]
	d.openRow(false)
	for i, c := range cells {
		l := look{align: cols[i].Align, bold: c.Bold || c.Mark == Cross || (c.Mark != NoMark && c.Text == ""), keep: len(cells) == 1 && len(cols) > 1}
		width, span := widths[i], 1
		if i == len(cells)-1 && i < len(cols)-1 {
			l.align = Left // a spanning cell reads as a line of text
			for _, w := range widths[i+1:] {
				width += w
				span++
			}
		}
		d.cell(width, span, "center", func() { d.paragraph(c.Mark.sign()+legible(c.Text), l) })
	}
	d.body.WriteString(`</w:tr>`)
}

// openTable begins a table of fixed columns, ruled or not.
func (d *docx) openTable(widths []int, ruled bool) {
	b := &d.body
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + itoa(innerTwip) + `" w:type="dxa"/>`)
	side, edge := "0", "0"
	if ruled {
		side, edge = "100", "60"
		// A table hangs out by the margin of its cells unless it is pushed in.
		b.WriteString(`<w:tblInd w:w="100" w:type="dxa"/><w:tblBorders>`)
		for _, at := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			b.WriteString(`<w:` + at + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
		}
		b.WriteString(`</w:tblBorders>`)
	}
	b.WriteString(`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="` + edge + `" w:type="dxa"/><w:left w:w="` + side + `" w:type="dxa"/><w:bottom w:w="` + edge + `" w:type="dxa"/><w:right w:w="` + side + `" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		b.WriteString(`<w:gridCol w:w="` + itoa(w) + `"/>`)
	}
	b.WriteString(`</w:tblGrid>`)
}

// openRow begins a row that no page break splits.
func (d *docx) openRow(header bool) {
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if header {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
}

// cell writes a cell over so many columns; below is "line" for one to sign on.
func (d *docx) cell(width, span int, vertical string, content func()) {
	b := &d.body
	b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + itoa(width) + `" w:type="dxa"/>`)
	if span > 1 {
		b.WriteString(`<w:gridSpan w:val="` + itoa(span) + `"/>`)
	}
	if vertical == "line" {
		b.WriteString(`<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>`)
		vertical = "bottom"
	}
	if vertical != "" {
		b.WriteString(`<w:vAlign w:val="` + vertical + `"/>`)
	}
	b.WriteString(`</w:tcPr>`)
	content()
	b.WriteString(`</w:tc>`)
}
