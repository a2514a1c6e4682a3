package office

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/signintech/gopdf"
	"golang.org/x/image/font/sfnt"
)

//go:embed font/cjk.ttf.gz
var packedFont []byte

// family names the font inside the PDF: six letters and a plus mark a subset.
const family = "ZHIZEA+NotoSansSC"

// idleFace is how long the unpacked font is kept after the last paper. It
// takes some 11 MB, too much for a process that prints twice a day; unpacking
// takes a tenth of a second, too much for each paper of a yearly export.
const idleFace = 2 * time.Minute

// face is the font, unpacked and read. It is never written to, so papers made
// at the same time share it.
type face struct {
	metrics *sfnt.Font
	shapes  *gopdf.FontContainer
}

// shelf keeps the face between papers.
type shelf struct {
	mu    sync.Mutex
	face  *face
	timer *time.Timer
}

var faces shelf

// take returns the face, unpacking it when the shelf is bare, and begins the
// idle time anew.
func (s *shelf) take(idle time.Duration) (*face, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.face == nil {
		f, err := unpack(packedFont)
		if err != nil {
			return nil, err
		}
		s.face = f
	}
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(idle, s.clear)
	return s.face, nil
}

// clear gives the face back to the collector. Papers in the making keep theirs.
func (s *shelf) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.face = nil
}

func unpack(packed []byte) (*face, error) {
	zr, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("open packed font: %w", err)
	}
	// The last four bytes of gzip are the length of what is inside.
	tail := packed[len(packed)-4:]
	size := int(tail[0]) | int(tail[1])<<8 | int(tail[2])<<16 | int(tail[3])<<24
	ttf := make([]byte, size)
	if _, err := io.ReadFull(zr, ttf); err != nil {
		return nil, fmt.Errorf("unpack font: %w", err)
	}
	metrics, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("read font metrics: %w", err)
	}
	shapes := new(gopdf.FontContainer)
	if err := shapes.AddTTFFontData(family, ttf); err != nil {
		return nil, fmt.Errorf("read font shapes: %w", err)
	}
	return &face{metrics: metrics, shapes: shapes}, nil
}
