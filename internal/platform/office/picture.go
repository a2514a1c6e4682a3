package office

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // pictures may be PNG

	"golang.org/x/image/draw"
)

const (
	perRow    = 3
	photoGap  = 8.0
	photoW    = (innerWidth - (perRow-1)*photoGap) / perRow
	photoH    = photoW * 3 / 4
	maxPixels = 40_000_000 // a larger picture is not decoded
	printed   = 900        // pixels of the longer side on paper, some 400 dpi
)

// images makes rows of pictures with their captions.
func (s *setter) images(list []Picture) []block {
	var blocks []block
	for i := 0; i < len(list); i += perRow {
		group := list[i:min(i+perRow, len(list))]
		captions := make([][]string, len(group))
		photos := make([]photo, len(group))
		most := 0
		for j, pic := range group {
			photos[j] = s.photo(pic.Data)
			if pic.Caption == "" {
				continue
			}
			lines := s.wrap(s.clean(pic.Caption), smallSize, photoW, 0)
			captions[j] = lines[:min(4, len(lines))]
			most = max(most, len(captions[j]))
		}
		blocks = append(blocks, block{height: photoH + float64(most)*smallLead + photoGap, draw: func(p *pen, y float64) {
			for j, ph := range photos {
				x := marginX + float64(j)*(photoW+photoGap)
				ph.draw(p, x, y)
				for k, l := range captions[j] {
					p.text(l, x, y+photoH+float64(k)*smallLead, photoW, style{smallSize, smallLead, Center, false, 0})
				}
			}
		}})
	}
	return blocks
}

// photo is a picture made ready for paper; without data it prints as an empty frame.
type photo struct {
	data []byte
	w, h float64
}

func (ph photo) draw(p *pen, x, y float64) {
	if ph.data == nil {
		p.frame(x, y, photoW, photoH)
		p.text("图片无法显示", x, y+photoH/2-cellLead/2, photoW, style{bodySize, cellLead, Center, false, 110})
		return
	}
	scale := min(photoW/ph.w, photoH/ph.h)
	w, h := ph.w*scale, ph.h*scale
	p.image(ph.data, x+(photoW-w)/2, y+(photoH-h)/2, w, h)
}

// photo decodes a picture, shrinks it to what paper shows and encodes it as
// JPEG on white, so that what reaches the PDF is always well formed.
func (s *setter) photo(data []byte) photo {
	const unreadable = "有图片无法读取，打印为空框"
	conf, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || conf.Width <= 0 || conf.Height <= 0 {
		s.warn(unreadable)
		return photo{}
	}
	if conf.Width > maxPixels/conf.Height {
		s.warn(fmt.Sprintf("有图片过大（%d×%d），打印为空框", conf.Width, conf.Height))
		return photo{}
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		s.warn(unreadable)
		return photo{}
	}
	scale := min(1, printed/float64(max(conf.Width, conf.Height)))
	w, h := max(1, int(float64(conf.Width)*scale)), max(1, int(float64(conf.Height)*scale))
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(dst, dst.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(dst, dst.Bounds(), src, src.Bounds(), draw.Over, nil)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, dst, &jpeg.Options{Quality: 82}); err != nil {
		s.warn(unreadable)
		return photo{}
	}
	return photo{data: out.Bytes(), w: float64(w), h: float64(h)}
}
