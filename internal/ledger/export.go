package ledger

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// The files of an export.
const (
	fileManifest = "manifest.json"
	fileGuide    = "verify.txt"
	fileLinks    = "links.jsonl"
	fileIndex    = "facts/index.jsonl"
	fileSums     = "SHA256SUMS"
)

func fileBody(seq uint64) string        { return fmt.Sprintf("facts/%d.json", seq) }
func filePersonal(seq uint64) string    { return fmt.Sprintf("personal/%d.json", seq) }
func filePhoto(p Photo) string          { return fmt.Sprintf("photos/%s.%s", p.Hash, p.Ext) }
func fileReceipt(number uint64) string  { return fmt.Sprintf("receipts/%d.receipt", number) }
func fileEndorsement(number int) string { return fmt.Sprintf("keys/%d.endorsement", number) }

// guide tells a stranger, in Chinese and English, how to verify an export.
//
//go:embed verify.txt
var guide string

const exportFormat = "zhize-export"

// Export says what an export is of. It is the export's manifest.
type Export struct {
	Instance string
	Chain    id.ID
	From, To clock.Day // both included
	At       time.Time
	Key      string   // the verifier key in force
	Withheld []string // kinds of facts of which only the link is carried
	Shown    []id.ID  // subjects of which nothing is withheld, whatever the kind
}

type manifest struct {
	Format   string    `json:"format"`
	Version  int       `json:"version"`
	Instance string    `json:"instance"`
	Chain    id.ID     `json:"chain"`
	From     clock.Day `json:"from"`
	To       clock.Day `json:"to"`
	At       string    `json:"at"`
	Key      string    `json:"key"`
	Withheld []string  `json:"withheld,omitempty"`
	Shown    []id.ID   `json:"shown,omitempty"`
}

func (e Export) manifest() manifest {
	return manifest{exportFormat, Version, e.Instance, e.Chain, e.From, e.To, instant(e.At), e.Key, e.Withheld, e.Shown}
}

// Covers reports whether the export carries the link's payload: that of the
// days asked for, unless it is withheld, and of the ledger's own facts always.
func (e Export) Covers(l Link) bool {
	day := l.dated()
	return l.own() || !day.Before(e.From) && !day.After(e.To) && !e.withholds(l)
}

// withholds reports whether the fact's kind is one that stays with the
// enterprise, and its subject none that is shown all the same.
func (e Export) withholds(l Link) bool {
	return slices.Contains(e.Withheld, l.Kind) && !slices.Contains(e.Shown, l.Subject)
}

// entry is a link's line in the index of facts: the salts of its payload and
// its photos. A salt that is absent was erased.
type entry struct {
	Seq      uint64  `json:"seq"`
	Outside  bool    `json:"outside,omitempty"` // of the days asked for, or withheld
	Body     *Salt   `json:"body,omitempty"`
	Personal *Salt   `json:"personal,omitempty"`
	Photos   *Salt   `json:"photos,omitempty"`
	Files    []Photo `json:"files,omitempty"`
}

// ExportWriter writes an export as a zip, as a stream. The same calls write
// the same bytes.
//
// Receipts are given in the order of their numbers, the first being the last
// one before the export's first day; links are all those after that receipt's
// head, or all of the chain, to the present head.
type ExportWriter struct {
	export  Export
	zip     *zip.Writer
	photos  map[string]bool
	keys    int
	links   *spool
	index   *spool
	sums    *spool
	written error // the first error; it stays
}

// NewExportWriter begins an export.
func NewExportWriter(out io.Writer, e Export) (*ExportWriter, error) {
	w := &ExportWriter{
		export: e, zip: zip.NewWriter(out), photos: map[string]bool{},
		links: newSpool(), index: newSpool(), sums: newSpool(),
	}
	text, err := json.MarshalIndent(e.manifest(), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write manifest: %w", err)
	}
	w.write(fileManifest, zip.Deflate, bytes.NewReader(append(text, '\n')))
	w.write(fileGuide, zip.Deflate, strings.NewReader(guide))
	return w, w.written
}

// AddEndorsement adds the endorsement of a key.
func (w *ExportWriter) AddEndorsement(signed []byte) error {
	w.keys++
	w.write(fileEndorsement(w.keys), zip.Deflate, bytes.NewReader(signed))
	return w.written
}

// AddReceipt adds the receipt of the checkpoint with the number.
func (w *ExportWriter) AddReceipt(number uint64, r Receipt) error {
	w.write(fileReceipt(number), zip.Deflate, bytes.NewReader(r.Text()))
	return w.written
}

// AddLink adds the next link and, if the export covers it, its payload. A nil
// payload of a covered link means that everything was erased.
func (w *ExportWriter) AddLink(l Link, p *Payload) error {
	n := entry{Seq: l.Seq, Outside: !w.export.Covers(l)}
	if p != nil && !n.Outside {
		n.Body, n.Personal, n.Photos = p.BodySalt, p.PersonalSalt, p.PhotosSalt
		if n.Body != nil {
			w.write(fileBody(l.Seq), zip.Deflate, bytes.NewReader(p.Body))
		}
		if n.Personal != nil && len(p.Personal) > 0 {
			w.write(filePersonal(l.Seq), zip.Deflate, bytes.NewReader(p.Personal))
		}
		if n.Photos != nil {
			n.Files = p.Photos
		}
	}
	w.line(w.links, l.line())
	w.line(w.index, n)
	return w.written
}

// HasPhoto reports whether the photo was added: facts may share one.
func (w *ExportWriter) HasPhoto(p Photo) bool { return w.photos[filePhoto(p)] }

// AddPhoto adds the bytes of a photo, once. A photo that is gone from the
// store is simply not added; the verifier will miss it.
func (w *ExportWriter) AddPhoto(p Photo, r io.Reader) error {
	if w.HasPhoto(p) {
		return w.written
	}
	w.photos[filePhoto(p)] = true
	w.write(filePhoto(p), zip.Store, r)
	return w.written
}

// Close completes the export; it does not close the output.
func (w *ExportWriter) Close() error {
	w.spooled(fileLinks, w.links)
	w.spooled(fileIndex, w.index)
	w.spooled(fileSums, w.sums)
	return errors.Join(w.written, w.zip.Close())
}

func (w *ExportWriter) line(to io.Writer, v any) {
	text, err := json.Marshal(v)
	if err == nil {
		_, err = to.Write(append(text, '\n'))
	}
	if w.written == nil {
		w.written = err
	}
}

func (w *ExportWriter) spooled(name string, s *spool) {
	r, err := s.reader()
	if err != nil && w.written == nil {
		w.written = err
		return
	}
	w.write(name, zip.Deflate, r)
}

// write puts one file into the zip and its hash into the sums.
func (w *ExportWriter) write(name string, method uint16, r io.Reader) {
	if w.written != nil {
		return
	}
	sum := sha256.New()
	to, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: w.export.At.UTC()})
	if err == nil {
		_, err = io.Copy(io.MultiWriter(to, sum), r)
	}
	if err == nil && name != fileSums {
		_, err = fmt.Fprintf(w.sums, "%x  %s\n", sum.Sum(nil), name)
	}
	if err != nil {
		w.written = fmt.Errorf("write %s: %w", name, err)
	}
}

// spool holds, compressed, a file that grows while others are written.
type spool struct {
	buffer bytes.Buffer
	*flate.Writer
}

func newSpool() *spool {
	s := &spool{}
	s.Writer, _ = flate.NewWriter(&s.buffer, flate.BestSpeed) // the level is a valid one
	return s
}

func (s *spool) reader() (io.Reader, error) {
	if err := s.Writer.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return flate.NewReader(&s.buffer), nil
}
