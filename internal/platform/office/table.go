package office

// Type sizes and paddings, in points: 10.5 is 五号, the size of forms.
const (
	bodySize  = 10.5
	bodyLead  = 17.0
	cellLead  = 15.0
	cellPadX  = 5.0
	cellPadY  = 4.5
	ruleWidth = 0.5
)

// field is one ruled box of a row.
type field struct {
	x, w  float64
	lines []string
	align Align
	bold  bool
}

// row makes a block of ruled fields, each centred in its height.
func row(fields []field) block {
	most := 1
	for _, f := range fields {
		most = max(most, len(f.lines))
	}
	b := block{height: float64(most)*cellLead + 2*cellPadY}
	b.draw = func(p *pen, y float64) {
		p.rule(y)
		p.rule(y + b.height)
		for _, f := range fields {
			p.line(f.x, y, f.x, y+b.height)
			top := y + (b.height-float64(len(f.lines))*cellLead)/2
			for i, l := range f.lines {
				p.text(l, f.x+cellPadX, top+float64(i)*cellLead, f.w-2*cellPadX, style{bodySize, cellLead, f.align, f.bold, 0})
			}
		}
		p.line(marginX+innerWidth, y, marginX+innerWidth, y+b.height)
	}
	b.cut = func(room float64) (block, block) {
		n := max(1, int((room-2*cellPadY)/cellLead))
		upper, lower := make([]field, len(fields)), make([]field, len(fields))
		for i, f := range fields {
			k := min(n, len(f.lines))
			upper[i], lower[i] = f, f
			upper[i].lines, lower[i].lines = f.lines[:k], f.lines[k:]
		}
		up, low := row(upper), row(lower)
		low.head, low.keep = b.head, b.keep
		return up, low
	}
	return b
}

// grid makes the rows of label and value below the title.
func (s *setter) grid(pairs []Pair) []block {
	const label = 78.0
	half := innerWidth / 2
	var blocks []block
	box := func(text string, x, w float64, a Align) field {
		return field{x: marginX + x, w: w, align: a, lines: s.wrap(s.clean(text), bodySize, w-2*cellPadX, 0)}
	}
	for i := 0; i < len(pairs); i++ {
		p := pairs[i]
		if p.Wide || i+1 == len(pairs) || pairs[i+1].Wide {
			blocks = append(blocks, row([]field{box(p.Label, 0, label, Center), box(p.Value, label, innerWidth-label, Left)}))
			continue
		}
		q := pairs[i+1]
		i++
		blocks = append(blocks, row([]field{
			box(p.Label, 0, label, Center), box(p.Value, label, half-label, Left),
			box(q.Label, half, label, Center), box(q.Value, half+label, half-label, Left),
		}))
	}
	return blocks
}

// table makes the header and the rows of a table.
func (s *setter) table(t Table) []block {
	cols := t.Columns
	if len(cols) == 0 {
		return nil
	}
	total := 0.0
	for _, c := range cols {
		total += weight(c)
	}
	edges := make([]float64, len(cols)+1)
	edges[0] = marginX
	for i, c := range cols {
		edges[i+1] = edges[i] + innerWidth*weight(c)/total
	}

	var blocks []block
	var head *block
	titles := make([]Cell, len(cols))
	titled := false
	for i, c := range cols {
		titles[i] = Cell{Text: c.Title, Bold: true}
		titled = titled || c.Title != ""
	}
	if titled {
		h := s.tableRow(cols, edges, titles, true)
		h.keep = true
		blocks = append(blocks, h)
		// A header that would leave no room for rows is not repeated.
		if h.height < innerHeight/3 {
			repeated := h
			head = &repeated
		}
	}
	for _, cells := range t.Rows {
		b := s.tableRow(cols, edges, cells, false)
		b.head = head
		// A row that spans the table opens a group and stays with its first row.
		b.keep = len(cells) == 1 && len(cols) > 1
		blocks = append(blocks, b)
	}
	return blocks
}

func (s *setter) tableRow(cols []Column, edges []float64, cells []Cell, header bool) block {
	if len(cells) == 0 {
		cells = make([]Cell, len(cols))
	}
	cells = cells[:min(len(cells), len(cols))]
	fields := make([]field, len(cells))
	for i, c := range cells {
		right := edges[i+1]
		if i == len(cells)-1 {
			right = edges[len(cols)]
		}
		f := field{x: edges[i], w: right - edges[i], align: cols[i].Align, bold: c.Bold || c.Mark == Cross || (c.Mark != NoMark && c.Text == "")}
		if header {
			f.align = Center
		} else if i == len(cells)-1 && i < len(cols)-1 {
			f.align = Left // a spanning cell reads as a line of text
		}
		f.lines = s.wrap(c.Mark.sign()+s.clean(c.Text), bodySize, f.w-2*cellPadX, 0)
		fields[i] = f
	}
	return row(fields)
}

func weight(c Column) float64 {
	if c.Weight > 0 {
		return c.Weight
	}
	return 1
}

func (m Mark) sign() string {
	switch m {
	case Tick:
		return "✓" // the font draws √ as the sign of a root
	case Cross:
		return "×"
	case Circle:
		return "○"
	case Slash:
		return "／"
	default:
		return ""
	}
}
