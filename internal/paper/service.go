package paper

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// Refusals.
var (
	// ErrCode answers a code that is on none of our papers.
	ErrCode   = fault.New(fault.NotFound, "record.paper.unknown", "没有找到这份文书。请核对二维码是否完整；若仍找不到，该文书可能不是由本系统出具。")
	ErrFormat = fault.New(fault.Invalid, "paper.format", "文书只有 PDF 和 Word（docx）两种格式，请重新选择。")
)

// Service makes and keeps papers.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	enterprises *enterprise.Service
	files       blob.Store
	publicURL   string
	titles      map[string]string
	dailies     Verifier
}

// Verifier answers the codes of daily records, which name a record's version
// and not a place in the chain; record answers.
type Verifier interface {
	Verify(ctx context.Context, g access.Grant, in *api.VerifyPaperInput) (*api.VerifyPaperOutput, error)
}

// Connect joins who answers for daily records, made later than this service.
func (s *Service) Connect(dailies Verifier) { s.dailies = dailies }

// New makes the service. Codes lead to publicURL; titles name the paper of a
// sealed fact by the fact's kind, and only those kinds can be verified.
func New(d *db.DB, l *ledger.Service, e *enterprise.Service, files blob.Store, publicURL string, titles map[string]string) *Service {
	return &Service{db: d, ledger: l, enterprises: e, files: files, publicURL: publicURL, titles: titles}
}

// Key is what a paper is kept under. The edition changes whenever what is
// printed does, as with a later version or review.
type Key struct {
	Noun    string
	Subject id.ID
	Edition string
	// Format is "pdf" or "docx" as [api.PaperFormat] says; empty is PDF.
	Format string
}

// Edition is short for all that a paper says: it tells two states of it apart.
func Edition(says ...any) (string, error) {
	b, err := json.Marshal(says)
	if err != nil {
		return "", fmt.Errorf("tell an edition: %w", err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8]), nil
}

// media are the types of the formats.
var media = map[string]string{
	"pdf":  "application/pdf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

// Print returns a paper, made once and kept: what was printed yesterday is
// printed again tomorrow, byte for byte. The name is that of the file, without
// its ending. A PDF is shown, a Word file is saved.
func (s *Service) Print(tx *db.Tx, k Key, name string, lay func() (office.Form, error)) (*api.Blob, error) {
	body, err := s.Make(tx, k, lay)
	if err != nil {
		return nil, err
	}
	return hand(k.Noun, name, cmp.Or(k.Format, "pdf"), body), nil
}

// Fresh returns a paper that is made anew each time and not kept.
func Fresh(noun, name, format string, f office.Form) (*api.Blob, error) {
	format = cmp.Or(format, "pdf")
	if media[format] == "" {
		return nil, ErrFormat.At("query.format", "")
	}
	body, err := Ink(f, format)
	if err != nil {
		return nil, fmt.Errorf("print %s: %w", noun, err)
	}
	return hand(noun, name, format, body), nil
}

func hand(noun, name, format string, body []byte) *api.Blob {
	shown := "inline"
	if format != "pdf" {
		shown = "attachment"
	}
	return &api.Blob{
		ContentType: media[format], CacheControl: "private, no-store", Body: body,
		ContentDisposition: fmt.Sprintf("%s; filename=\"%s.%s\"; filename*=UTF-8''%s", shown, noun, format, url.PathEscape(name+"."+format)),
	}
}

// Make returns the bytes of a paper, made once and kept.
func (s *Service) Make(tx *db.Tx, k Key, lay func() (office.Form, error)) ([]byte, error) {
	format := cmp.Or(k.Format, "pdf")
	if media[format] == "" {
		return nil, ErrFormat.At("query.format", "")
	}
	key := fmt.Sprintf("%s/papers/%s-%s-%s.%s", tx.Enterprise(), k.Noun, k.Subject, k.Edition, format)
	kept, err := s.files.Get(tx.Context(), key)
	if err == nil {
		return kept, nil
	}
	if !errors.Is(err, blob.ErrNotFound) {
		return nil, fmt.Errorf("fetch paper %s: %w", key, err)
	}
	f, err := lay()
	if err != nil {
		return nil, err
	}
	made, err := Ink(f, format)
	if err != nil {
		return nil, fmt.Errorf("print %s %s: %w", k.Noun, k.Subject, err)
	}
	if err := s.files.Put(tx.Context(), key, made); err != nil {
		return nil, fmt.Errorf("keep paper %s: %w", key, err)
	}
	return made, nil
}

// Ink makes the file of a form in the format, without keeping it.
func Ink(f office.Form, format string) ([]byte, error) {
	if format == "docx" {
		w, err := office.DOCX(f)
		return w.DOCX, err
	}
	p, err := office.PDF(f)
	return p.PDF, err
}

// Address is where a code leads.
func (s *Service) Address(code string) string { return s.publicURL + "/v/" + code }

// Stamp puts the foot and the code of the sealed fact on a form.
func (s *Service) Stamp(tx *db.Tx, f *office.Form, seq uint64) error {
	l, err := s.ledger.LinkOf(tx, seq)
	if err != nil {
		return err
	}
	f.QR = &office.QR{URL: s.Address(Code(tx.Enterprise(), l)), Caption: "扫码核验"}
	f.Footer = fmt.Sprintf("证据链第 %d 条 · 摘要 SHA-256 %s", l.Seq, l.Hash())
	return nil
}

// StampGathered puts on a form that gathers many facts the code of the newest of
// them, and says that it is no more than that; 0 is none yet.
func (s *Service) StampGathered(tx *db.Tx, f *office.Form, newest uint64) error {
	if newest == 0 {
		return nil
	}
	if err := s.Stamp(tx, f, newest); err != nil {
		return err
	}
	f.QR.Caption = "扫码核验最近一条"
	f.Footer = "汇集至" + f.Footer
	return nil
}

// codeHash is how many bytes of the link's hash a code carries: who knows the
// code has seen the paper.
const codeHash = 8

const codeSize = 16 + 8 + codeHash

// Code is what a paper's QR code says: the enterprise, the place in its chain
// and the beginning of the link's hash.
func Code(enterprise id.ID, l ledger.Link) string {
	b := binary.BigEndian.AppendUint64(enterprise.Bytes(), l.Seq)
	hash := l.Hash()
	return base64.RawURLEncoding.EncodeToString(append(b, hash[:codeHash]...))
}

// Verify says what a paper's code stands for, to anybody, without personal
// data. A paper is superseded when a later fact of the same kind is about the
// same subject.
func (s *Service) Verify(ctx context.Context, g access.Grant, in *api.VerifyPaperInput) (*api.VerifyPaperOutput, error) {
	b, err := base64.RawURLEncoding.DecodeString(in.Code)
	if err == nil && len(b) != codeSize {
		return s.dailies.Verify(ctx, g, in)
	}
	if err != nil {
		return nil, ErrCode
	}
	owner, seq := id.FromBytes(b[:16]), binary.BigEndian.Uint64(b[16:24])
	out := &api.VerifyPaperOutput{}
	err = s.db.Read(ctx, g.Bearer(owner), func(tx *db.Tx) error {
		l, err := s.ledger.LinkOf(tx, seq)
		if err != nil {
			return ErrCode.Because(err)
		}
		hash, title := l.Hash(), s.titles[l.Kind]
		if title == "" || !bytes.Equal(hash[:codeHash], b[24:]) {
			return ErrCode
		}
		e, err := s.enterprises.Archive(tx)
		if err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		version, latest, err := s.ledger.Editions(tx, l)
		if err != nil {
			return err
		}
		o := &out.Body
		o.Verdict, o.Paper, o.EnterpriseName, o.Day = "genuine", title, e.Name, string(cmp.Or(l.Day, clock.DayOf(l.At)))
		o.Version, o.LatestVersion, o.Lateness = version, latest, "on_time"
		o.ReceivedAt = l.At.UTC().Format(time.RFC3339)
		o.BodyHash, o.LinkHash, o.Seq = l.BodyHash.String(), hash.String(), int64(l.Seq)
		if latest > version {
			o.Verdict = "superseded"
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
