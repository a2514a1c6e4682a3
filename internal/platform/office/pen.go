package office

import (
	"fmt"

	"github.com/signintech/gopdf"
)

// ascent is where the baseline lies below the top of the em box, in em.
const ascent = 0.88

// style is how a line of text is set; gray runs from 0 black to 255 white.
type style struct {
	size, lead float64
	align      Align
	bold       bool
	gray       uint8
}

// pen draws on the current page, with the origin in the upper left corner. The
// first failure stays and the rest is not drawn.
type pen struct {
	pdf    *gopdf.GoPdf
	setter *setter
	ruled  float64 // where the last rule across the page was drawn
	err    error
}

func newPen(s *setter) *pen {
	p := &pen{pdf: new(gopdf.GoPdf), setter: s}
	p.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: sheetWidth, H: sheetHeight}})
	p.pdf.SetNoCompression() // mend compresses, after it has set the bold type
	p.do(p.pdf.AddTTFFontFromFontContainer(family, s.face.shapes))
	return p
}

func (p *pen) do(err error) {
	if p.err == nil && err != nil {
		p.err = fmt.Errorf("draw: %w", err)
	}
}

func (p *pen) page() {
	p.pdf.AddPage()
	p.pdf.SetLineWidth(ruleWidth)
	p.ruled = -1
}

// text sets one line of clean text within w points from x.
func (p *pen) text(line string, x, y, w float64, st style) {
	if line == "" || p.err != nil {
		return
	}
	switch st.align {
	case Center:
		x += (w - p.setter.width(line, st.size)) / 2
	case Right:
		x += w - p.setter.width(line, st.size)
	default: // from the left edge
	}
	p.do(p.pdf.SetFont(family, "", st.size))
	blue := st.gray
	if st.bold {
		blue = boldBlue
	}
	p.pdf.SetTextColor(st.gray, st.gray, blue)
	p.pdf.SetXY(x, y+(st.lead-st.size)/2+ascent*st.size)
	p.do(p.pdf.Text(line))
}

// rule draws a line as wide as the text; rows that touch share one.
func (p *pen) rule(y float64) {
	if diff := y - p.ruled; diff > -0.01 && diff < 0.01 {
		return
	}
	p.ruled = y
	p.line(marginX, y, marginX+innerWidth, y)
}

func (p *pen) line(x1, y1, x2, y2 float64) { p.pdf.Line(x1, y1, x2, y2) }

func (p *pen) frame(x, y, w, h float64) { p.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "D") }

func (p *pen) fill(x, y, w, h float64) { p.pdf.RectFromUpperLeftWithStyle(x, y, w, h, "F") }

// stroke draws what a hand wrote in the box of a signature; ends and corners
// are round.
func (p *pen) stroke(strokes []Stroke, x, y, scale float64) {
	p.pdf.SetLineWidth(1.1)
	for _, s := range strokes {
		for i, at := range s {
			from := s[max(0, i-1)]
			if i == 0 && len(s) > 1 {
				continue
			}
			p.line(x+clamp(from.X, strokeBoxW)*scale, y+clamp(from.Y, strokeBoxH)*scale,
				x+clamp(at.X, strokeBoxW)*scale, y+clamp(at.Y, strokeBoxH)*scale)
		}
	}
	p.pdf.SetLineWidth(ruleWidth)
}

func clamp(v, limit int) float64 { return float64(min(max(v, 0), limit)) }

// image draws a JPEG.
func (p *pen) image(jpeg []byte, x, y, w, h float64) {
	if p.err != nil {
		return
	}
	holder, err := gopdf.ImageHolderByBytes(jpeg)
	if err != nil {
		p.do(err)
		return
	}
	p.do(p.pdf.ImageByHolder(holder, x, y, &gopdf.Rect{W: w, H: h}))
}
