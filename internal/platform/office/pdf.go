package office

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Sizes of the opening lines, in points: the title is 小二.
const (
	titleSize = 18.0
	titleLead = 27.0
	footSize  = 9.0
)

// PDF prints a form on A4.
func PDF(f Form) (Paper, error) {
	fc, err := faces.take(idleFace)
	if err != nil {
		return Paper{}, fmt.Errorf("take font: %w", err)
	}
	s := newSetter(fc)
	code := s.code(f.QR)
	foot := s.wrap(s.clean(f.Footer), 7.5, innerWidth, 0)
	foot = foot[:min(2, len(foot))]
	pages := paginate(s.blocks(f, code != nil))

	p := newPen(s)
	for i, page := range pages {
		p.page()
		if i == 0 && code != nil {
			code(p)
		}
		for _, b := range page {
			b.block.draw(p, marginY+b.y)
		}
		number := fmt.Sprintf("第 %d 页 / 共 %d 页", i+1, len(pages))
		y := sheetHeight - marginY + 22
		p.text(number, marginX, y, innerWidth, style{footSize, 12, Center, false, 0})
		for j, l := range foot {
			p.text(l, marginX, y+14+float64(j)*10, innerWidth, style{7.5, 10, Center, false, 90})
		}
	}
	if p.err != nil {
		return Paper{}, p.err
	}
	var raw bytes.Buffer
	if _, err := p.pdf.WriteTo(&raw); err != nil {
		return Paper{}, fmt.Errorf("write pdf: %w", err)
	}
	out, err := mend(raw.Bytes(), s.clean(f.Title), f.At)
	if err != nil {
		return Paper{}, err
	}
	return Paper{PDF: out, Pages: len(pages), Warnings: s.warnings}, nil
}

// blocks sets the whole form, from the title to the signatures.
func (s *setter) blocks(f Form, coded bool) []block {
	blocks := s.opening(f, coded)
	grid := s.grid(f.Head)
	blocks = append(blocks, grid...)
	ruled := len(grid) > 0 // a table right below continues the ruling
	for _, sec := range f.Sections {
		made := s.section(sec)
		if len(made) == 0 {
			continue
		}
		_, table := sec.(Table)
		if len(blocks) > 0 && !(table && ruled) {
			blocks = append(blocks, gap(8))
		}
		ruled = table
		blocks = append(blocks, made...)
	}
	if len(f.Signatures) > 0 {
		// Signatures never stand alone on a page: the last strip goes with them.
		if n := len(blocks); n > 0 {
			blocks[n-1].keep = true
		}
		blocks = append(blocks, gap(10))
		blocks = append(blocks, s.signatures(f.Signatures)...)
	}
	return blocks
}

// opening makes title, subtitle and number. A QR code narrows the title.
func (s *setter) opening(f Form, coded bool) []block {
	side := 0.0
	if coded {
		side = qrSize + 12
	}
	var blocks []block
	add := func(text string, size, lead, side float64, a Align, bold bool) {
		if text == "" {
			return
		}
		for _, l := range s.wrap(s.clean(text), size, innerWidth-2*side, 0) {
			blocks = append(blocks, block{height: lead, keep: true, draw: func(p *pen, y float64) {
				p.text(l, marginX+side, y, innerWidth-2*side, style{size, lead, a, bold, 0})
			}})
		}
	}
	add(f.Title, titleSize, titleLead, side, Center, true)
	add(f.Subtitle, 11, 18, side, Center, false)
	if coded {
		h := 0.0
		for _, b := range blocks {
			h += b.height
		}
		// The number and the grid begin below the code and its caption.
		if low := qrTop + qrSize + 14 - marginY; h < low {
			blocks = append(blocks, gap(low-h))
		}
	} else if len(blocks) > 0 {
		blocks = append(blocks, gap(8))
	}
	add(f.Number, bodySize, 18, 0, Right, false)
	for i := range blocks {
		blocks[i].keep = i < 12 // a title of pages must still be able to break
	}
	return blocks
}

func (s *setter) section(sec Section) []block {
	switch v := sec.(type) {
	case Heading:
		return s.prose(v.Text, 0, Left, true)
	case Paragraph:
		indent := 0.0
		if v.Indent {
			indent = 2 * bodySize
		}
		return s.prose(v.Text, indent, v.Align, false)
	case Table:
		return s.table(v)
	case Images:
		return s.images(v.Pictures)
	default:
		return nil
	}
}

// prose makes one block per line; the first two lines and the last two stay
// together, a heading with what follows it.
func (s *setter) prose(text string, indent float64, a Align, heading bool) []block {
	var blocks []block
	for _, par := range strings.Split(s.clean(text), "\n") {
		lines := s.wrap(par, bodySize, innerWidth, indent)
		for i, l := range lines {
			shift := 0.0
			if i == 0 {
				shift = indent
			}
			blocks = append(blocks, block{
				height: bodyLead,
				keep:   (heading && len(blocks) < 12) || (len(lines) > 1 && (i == 0 || i == len(lines)-2)),
				draw: func(p *pen, y float64) {
					p.text(l, marginX+shift, y, innerWidth-shift, style{bodySize, bodyLead, a, heading, 0})
				},
			})
		}
	}
	return blocks
}

var pageCount = regexp.MustCompile(`/Type /Pages\b[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type /Pages\b`)

// Pages counts the pages of a file that [PDF] made; 0 if it is none.
func Pages(pdf []byte) int {
	m := pageCount.FindSubmatch(pdf)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(string(m[1]) + string(m[2]))
	if err != nil {
		return 0
	}
	return n
}
