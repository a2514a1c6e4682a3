package office

import (
	"fmt"

	"rsc.io/qr"
)

const (
	strokeBoxW = 1000
	strokeBoxH = 400
	// maxPoints bounds the ink of one signature; a long one has some 600.
	maxPoints = 5000

	signHeight = 58.0
	signLine   = 40.0 // the line to sign on, below the top of the block
	smallSize  = 8.0
	smallLead  = 12.0

	qrSize   = 58.0
	qrTop    = 40.0
	qrBorder = 4 // modules, the quiet zone of the standard
)

// signatures makes the closing block, two places to sign a row, all on one page.
func (s *setter) signatures(list []Signature) []block {
	var blocks []block
	for i := 0; i < len(list); i += 2 {
		pair := list[i:min(i+2, len(list))]
		tall := signHeight
		var draws []func(p *pen, y float64)
		for j, g := range pair {
			h, draw := s.signature(g, marginX+float64(j)*(innerWidth/2+8), innerWidth/2-8)
			tall = max(tall, h)
			draws = append(draws, draw)
		}
		blocks = append(blocks, block{height: tall, keep: i+2 < len(list), draw: func(p *pen, y float64) {
			for _, draw := range draws {
				draw(p, y)
			}
		}})
	}
	return blocks
}

func (s *setter) signature(g Signature, x, w float64) (float64, func(p *pen, y float64)) {
	label := s.clean(g.Label)
	if label != "" {
		label += "："
	}
	labels := s.wrap(label, bodySize, w*0.62, 0)
	labelWidth := 0.0
	for _, l := range labels {
		labelWidth = max(labelWidth, s.width(l, bodySize))
	}
	lineX, lineW := x+labelWidth, w-labelWidth
	name, at := s.clean(g.Name), s.clean(g.At)
	strokes := s.bounded(g.Strokes, name)

	below := name
	if name != "" && at != "" {
		below += "  "
	}
	below += at
	var names []string
	switch {
	case len(strokes) > 0:
	case name != "":
		names, below = s.wrap(name, bodySize, lineW-4, 0), at
	case at == "":
		below = "        年    月    日"
	}
	// What is too long for the room below the line takes that below the label too.
	belowX, belowW, belowAlign := lineX, lineW, Center
	if s.width(below, smallSize) > lineW {
		belowX, belowW, belowAlign = x, w, Right
	}
	belows := s.wrap(below, smallSize, belowW, 0)

	// Long labels and names push the line down.
	drop := max(0, float64(max(len(labels), len(names)))*cellLead+4-signLine)
	height := drop + max(signHeight, signLine+3+float64(len(belows))*smallLead+4)
	return height, func(p *pen, y float64) {
		base := y + drop + signLine
		for i, l := range labels {
			p.text(l, x, base+2-float64(len(labels)-i)*cellLead, w, style{bodySize, cellLead, Left, false, 0})
		}
		p.line(lineX, base, lineX+lineW, base)
		for i, l := range names {
			p.text(l, lineX+2, base-1-float64(len(names)-i)*cellLead, lineW-4, style{bodySize, cellLead, Center, false, 0})
		}
		scale := min(lineW/strokeBoxW, (signLine-2)/strokeBoxH)
		p.stroke(strokes, lineX+(lineW-strokeBoxW*scale)/2, base-1-strokeBoxH*scale, scale)
		for i, l := range belows {
			p.text(l, belowX, base+3+float64(i)*smallLead, belowW, style{smallSize, smallLead, belowAlign, false, 60})
		}
	}
}

// bounded cuts the strokes off at maxPoints and drops empty ones.
func (s *setter) bounded(strokes []Stroke, name string) []Stroke {
	var kept []Stroke
	left := maxPoints
	for _, st := range strokes {
		if len(st) == 0 {
			continue
		}
		if len(st) > left {
			s.warn(fmt.Sprintf("%s的签名笔迹过长，只打印了前%d点", name, maxPoints))
			break
		}
		left -= len(st)
		kept = append(kept, st)
	}
	return kept
}

// code makes the QR code of the first page's corner, nil if there is none.
func (s *setter) code(c *QR) func(p *pen) {
	if c == nil {
		return nil
	}
	code, err := qr.Encode(c.URL, qr.M)
	if err != nil {
		s.warn("核验网址过长，未打印二维码")
		return nil
	}
	captions := s.wrap(s.clean(c.Caption), 7, qrSize+20, 0)
	captions = captions[:min(2, len(captions))]
	return func(p *pen) {
		x, module := marginX+innerWidth-qrSize, qrSize/float64(code.Size+2*qrBorder)
		at := func(i int) float64 { return float64(i+qrBorder) * module }
		for row := range code.Size {
			for col := 0; col < code.Size; col++ {
				from := col
				for col < code.Size && code.Black(col, row) {
					col++
				}
				if col > from {
					// A hair taller than a module, so that rows leave no seam.
					p.fill(x+at(from), qrTop+at(row), float64(col-from)*module, module+0.03)
				}
			}
		}
		for i, l := range captions {
			p.text(l, x-10, qrTop+qrSize-2+float64(i)*9, qrSize+20, style{7, 9, Center, false, 60})
		}
	}
}
