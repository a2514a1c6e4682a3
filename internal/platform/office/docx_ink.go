package office

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/vector"
	"rsc.io/qr"
)

// emu are the units of DrawingML, per point.
const emu = 12700

// picture writes a drawing of so many points inside a paragraph.
func (d *docx) picture(data []byte, ext string, w, h float64) {
	d.drawn++
	name := fmt.Sprintf("image%d.%s", d.drawn, ext)
	d.media = append(d.media, media{name, data})
	cx, cy := itoa(int(w*emu)), itoa(int(h*emu))
	n := itoa(d.drawn)
	d.body.WriteString(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="` + cx + `" cy="` + cy + `"/><wp:docPr id="` + n + `" name="` + name + `"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="` + n + `" name="` + name + `"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="pic` + n + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + cx + `" cy="` + cy + `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}

// images writes rows of pictures with their captions.
func (d *docx) images(list []Picture) {
	width := innerTwip / perRow
	d.openTable([]int{width, width, innerTwip - 2*width}, false)
	for i := 0; i < len(list); i += perRow {
		group := list[i:min(i+perRow, len(list))]
		d.openRow(false)
		for j := range perRow {
			d.cell(width, 1, "", func() {
				if j >= len(group) {
					d.paragraph("", look{})
					return
				}
				ph := d.setter.photo(group[j].Data)
				if ph.data == nil {
					d.paragraph("图片无法显示", look{align: Center, gray: true})
				} else {
					scale := min((photoW-photoGap)/ph.w, photoH/ph.h)
					d.openParagraph(look{align: Center, keep: true})
					d.picture(ph.data, "jpeg", ph.w*scale, ph.h*scale)
					d.body.WriteString(`</w:p>`)
				}
				if c := legible(group[j].Caption); c != "" {
					d.paragraph(c, look{align: Center, size: 16})
				}
			})
		}
		d.body.WriteString(`</w:tr>`)
	}
	d.body.WriteString(`</w:tbl>`)
}

// signatures writes the closing block, two places to sign a row: the label, the
// line with ink or name on it, and below what was signed when.
func (d *docx) signatures(list []Signature) {
	const between = 16 * twip
	half := (innerTwip - between) / 2
	for i := 0; i < len(list); i += 2 {
		pair := list[i:min(i+2, len(list))]
		labels := make([]int, len(pair))
		widths := []int{}
		for j, g := range pair {
			w := d.setter.width(d.setter.clean(legible(g.Label)), bodySize) + 2*bodySize
			labels[j] = min(int(w)*twip, half*62/100)
			widths = append(widths, labels[j], half-labels[j], between)
		}
		if len(pair) == 1 {
			widths = append(widths, half)
		} else {
			widths = widths[:5]
		}
		last := i+2 >= len(list)
		d.openTable(widths, false)
		d.openRow(false)
		d.signed(pair, half, between, func(j int) {
			d.cell(labels[j], 1, "bottom", func() {
				label := legible(pair[j].Label)
				if label != "" {
					label += "："
				}
				d.paragraph(label, look{keep: true})
			})
			d.cell(half-labels[j], 1, "line", func() { d.onLine(pair[j], float64(half-labels[j])/twip) })
		})
		d.body.WriteString(`</w:tr>`)
		d.openRow(false)
		d.signed(pair, half, between, func(j int) {
			d.cell(half, 2, "", func() {
				d.paragraph(belowLine(pair[j]), look{align: Right, size: 16, gray: true, keep: !last})
			})
		})
		d.body.WriteString(`</w:tr></w:tbl>`)
		if !last {
			d.hair()
		}
	}
}

// signed writes the cells of both places and what lies between them.
func (d *docx) signed(pair []Signature, half, between int, place func(int)) {
	empty := func(w int) { d.cell(w, 1, "", func() { d.paragraph("", look{keep: true}) }) }
	place(0)
	empty(between)
	if len(pair) == 2 {
		place(1)
	} else {
		empty(half)
	}
}

// onLine writes what stands on the line: the ink, or the name, or room for a pen.
func (d *docx) onLine(g Signature, room float64) {
	strokes := d.setter.bounded(g.Strokes, g.Name)
	if len(strokes) > 0 {
		h := min(signLine, room*strokeBoxH/strokeBoxW)
		d.openParagraph(look{align: Center, keep: true})
		d.picture(ink(strokes), "png", h*strokeBoxW/strokeBoxH, h)
		d.body.WriteString(`</w:p>`)
		return
	}
	d.paragraph("", look{exact: 20 * twip, keep: true})
	d.paragraph(legible(g.Name), look{align: Center, keep: true})
}

// belowLine is what stands below the line: a name that is signed in ink above,
// and the time; where nobody has signed, the blanks of a date.
func belowLine(g Signature) string {
	inked := false
	for _, s := range g.Strokes {
		inked = inked || len(s) > 0
	}
	name, at := legible(g.Name), legible(g.At)
	switch {
	case inked && name != "" && at != "":
		return name + "  " + at
	case inked:
		return name + at
	case name == "" && at == "":
		return "        年    月    日"
	default:
		return at
	}
}

// inkScale is the pixels per unit of a signature's box.
const inkScale = 0.6

// ink draws a signature as a PNG on a transparent ground.
func ink(strokes []Stroke) []byte {
	const pen = 4.6 // pixels, about a point on paper
	w, h := int(strokeBoxW*inkScale), int(strokeBoxH*inkScale)
	r := vector.NewRasterizer(w, h)
	dot := func(x, y float32) {
		const corners = 12
		for i := range corners + 1 {
			a := 2 * math.Pi * float64(i) / corners
			px, py := x+float32(pen/2*math.Cos(a)), y+float32(pen/2*math.Sin(a))
			if i == 0 {
				r.MoveTo(px, py)
			} else {
				r.LineTo(px, py)
			}
		}
		r.ClosePath()
	}
	for _, s := range strokes {
		for i, at := range s {
			x, y := inkAt(at)
			dot(x, y)
			if i == 0 {
				continue
			}
			fx, fy := inkAt(s[i-1])
			length := float32(math.Hypot(float64(x-fx), float64(y-fy)))
			if length == 0 {
				continue
			}
			// The quad turns as the dots do, or they would cancel one another out.
			nx, ny := (y-fy)/length*pen/2, (fx-x)/length*pen/2
			r.MoveTo(fx+nx, fy+ny)
			r.LineTo(x+nx, y+ny)
			r.LineTo(x-nx, y-ny)
			r.LineTo(fx-nx, fy-ny)
			r.ClosePath()
		}
	}
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	r.Draw(m, m.Bounds(), image.Opaque, image.Point{})
	out := image.NewNRGBA(m.Bounds())
	for y := range h {
		for x := range w {
			out.SetNRGBA(x, y, color.NRGBA{A: m.AlphaAt(x, y).A})
		}
	}
	var b bytes.Buffer
	_ = png.Encode(&b, out) // a buffer takes everything
	return b.Bytes()
}

func inkAt(p Point) (x, y float32) {
	return float32(clamp(p.X, strokeBoxW) * inkScale), float32(clamp(p.Y, strokeBoxH) * inkScale)
}

// code makes the picture of a QR code, nil if there is none.
func (d *docx) code(c *QR) []byte {
	if c == nil {
		return nil
	}
	code, err := qr.Encode(c.URL, qr.M)
	if err != nil {
		d.setter.warn("核验网址过长，未打印二维码")
		return nil
	}
	return code.PNG()
}
