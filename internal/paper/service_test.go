package paper_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
	"zhize/internal/testkit"
)

const titled, untitled = "weekly.submitted", "photo.kept"

// dailies answer the codes of daily records.
type dailies struct{ asked []string }

func (d *dailies) Verify(_ context.Context, _ access.Grant, in *api.VerifyPaperInput) (*api.VerifyPaperOutput, error) {
	d.asked = append(d.asked, in.Code)
	return nil, paper.ErrCode
}

type world struct {
	testkit.World
	testkit.Fixture
	*paper.Service
	ledger  *ledger.Service
	dailies dailies
}

func engines(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, on testkit.World) {
		files, err := blob.OpenFiles(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = files.Close() })
		w := &world{World: on, Fixture: on.Found(t), ledger: ledger.New(on.DB, testkit.Key(t), "test", nil)}
		e := enterprise.New(on.DB, w.ledger, enterprise.Ports{})
		w.Service = paper.New(on.DB, w.ledger, e, files, "http://zhize.test", map[string]string{titled: "每周质量安全排查治理报告"})
		w.Connect(&w.dailies)
		fn(t, w)
	})
}

func (w *world) seal(t *testing.T, kind string, subject id.ID) ledger.Link {
	t.Helper()
	var l ledger.Link
	err := w.DB.Write(t.Context(), w.As(t, access.Director, "record.daily.review"), func(tx *db.Tx) (err error) {
		l, err = w.ledger.Append(tx, ledger.Fact{Kind: kind, Subject: subject, Day: tx.Today(), Payload: ledger.Payload{Body: []byte(`{"n":1}`)}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (w *world) verify(code string) (*api.VerifyPaperOutput, error) {
	return w.Verify(context.Background(), access.Anyone(access.Call{Operation: "verifyPaper"}), &api.VerifyPaperInput{Code: code})
}

func TestPaperIsGenuineThenSuperseded(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		subject := w.NewID()
		w.seal(t, titled, w.NewID()) // another report
		first := w.seal(t, titled, subject)
		out, err := w.verify(paper.Code(w.Enterprise, first))
		if err != nil {
			t.Fatal(err)
		}
		hash := first.Hash()
		b := out.Body
		if b.Verdict != "genuine" || b.Paper != "每周质量安全排查治理报告" || b.EnterpriseName != "测试五金店（虚构）" || b.Day != "2026-11-24" ||
			b.Version != 1 || b.LatestVersion != 1 || b.LinkHash != hash.String() || b.Seq != int64(first.Seq) {
			t.Errorf("%+v", b)
		}
		second := w.seal(t, titled, subject)
		if out, err = w.verify(paper.Code(w.Enterprise, first)); err != nil || out.Body.Verdict != "superseded" || out.Body.LatestVersion != 2 {
			t.Errorf("after a correction: %+v, %v", out, err)
		}
		if out, err = w.verify(paper.Code(w.Enterprise, second)); err != nil || out.Body.Verdict != "genuine" || out.Body.Version != 2 {
			t.Errorf("the correction: %+v, %v", out, err)
		}
	})
}

func TestOtherCodesAreUnknownAlike(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		l := w.seal(t, titled, w.NewID())
		good, err := base64.RawURLEncoding.DecodeString(paper.Code(w.Enterprise, l))
		if err != nil {
			t.Fatal(err)
		}
		change := func(at int) string {
			b := bytes.Clone(good)
			b[at] ^= 1
			return base64.RawURLEncoding.EncodeToString(b)
		}
		for name, code := range map[string]string{
			"tampered hash":             change(31),
			"another place":             change(23),
			"another enterprise":        change(15),
			"a neighbour's enterprise":  paper.Code(w.Found(t).Enterprise, l),
			"a fact without a paper":    paper.Code(w.Enterprise, w.seal(t, untitled, w.NewID())),
			"a place that does not fit": base64.RawURLEncoding.EncodeToString(append(bytes.Clone(good[:16]), bytes.Repeat([]byte{0xff}, 16)...)),
			"no code":                   "!",
			"short":                     base64.RawURLEncoding.EncodeToString(good[:20]),
		} {
			if out, err := w.verify(code); !errors.Is(err, paper.ErrCode) {
				t.Errorf("%s: %+v, %v", name, out, err)
			}
		}
		// Codes of another length are daily records'.
		if len(w.dailies.asked) != 1 {
			t.Errorf("daily records were asked about %q", w.dailies.asked)
		}
	})
}

func TestPaperIsMadeOnceInEitherFormat(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		l := w.seal(t, titled, w.NewID())
		laid := 0
		print := func(edition, format string) *api.Blob {
			t.Helper()
			var out *api.Blob
			err := w.DB.Read(t.Context(), w.As(t, access.Director, "record.daily.read"), func(tx *db.Tx) (err error) {
				out, err = w.Print(tx, paper.Key{Noun: "weekly", Subject: l.Subject, Edition: edition, Format: format}, "周报告 W48", func() (office.Form, error) {
					laid++
					f := office.Form{Title: "每周质量安全排查治理报告", Number: edition}
					return f, w.Stamp(tx, &f, l.Seq)
				})
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		pdf, word := print("1", ""), print("1", "docx")
		if !bytes.HasPrefix(pdf.Body, []byte("%PDF")) || !bytes.HasPrefix(word.Body, []byte("PK")) || laid != 2 {
			t.Errorf("%.4q, %.4q after %d layouts", pdf.Body, word.Body, laid)
		}
		if want := `attachment; filename="weekly.docx"; filename*=UTF-8''%E5%91%A8%E6%8A%A5%E5%91%8A%20W48.docx`; word.ContentDisposition != want || pdf.ContentType != "application/pdf" {
			t.Errorf("%s, %s", word.ContentDisposition, pdf.ContentType)
		}
		if again := print("1", "pdf"); !bytes.Equal(again.Body, pdf.Body) || laid != 2 {
			t.Error("it was made again")
		}
		if later := print("2", "pdf"); bytes.Equal(later.Body, pdf.Body) || laid != 3 {
			t.Error("a later edition is the former one")
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Director, "record.daily.read"), func(tx *db.Tx) error {
			_, err := w.Make(tx, paper.Key{Noun: "weekly", Subject: l.Subject, Edition: "1", Format: "exe"}, nil)
			return err
		})
		if !errors.Is(err, paper.ErrFormat) {
			t.Errorf("another format: %v", err)
		}
	})
}
