package file_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/file"
	"zhize/internal/ledger"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

type world struct {
	testkit.World
	*file.Service
	folder string
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		folder := t.TempDir()
		blobs, err := blob.OpenFiles(folder)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = blobs.Close() })
		fn(t, world{w, file.New(w.DB, blobs), folder})
	})
}

func hash(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

func pdf(text string) []byte { return []byte("%PDF-1.4\n% " + text + "\n%%EOF\n") }

// word is an archive with the parts given, in the order in which Word writes.
func word(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range append([]string{"[Content_Types].xml", "_rels/.rels"}, parts...) {
		p, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte("<x/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (w world) put(t *testing.T, g access.Grant, body []byte) (string, error) {
	t.Helper()
	out, err := w.Put(t.Context(), g, &api.PutFileInput{SHA256: hash(body), RawBody: body})
	if err != nil {
		return "", err
	}
	return out.Body.Type, nil
}

func TestWhatAFileIsItsBytesSay(t *testing.T) {
	t.Parallel()
	on := testkit.SQLite(t)
	blobs, err := blob.OpenFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = blobs.Close() })
	w := world{on, file.New(on.DB, blobs), ""}
	g := on.Found(t).As(t, access.Officer, "file.upload")
	for _, tt := range []struct {
		name string
		body []byte
		kind string
		want error
	}{
		{"a paper", pdf("1"), "pdf", nil},
		{"a Word file", word(t, "word/document.xml", "word/styles.xml"), "docx", nil},
		{"a scan", picture(t), "png", nil},
		{"a paper that was cut off", []byte("%PDF-1.4\nhalf"), "", file.ErrBroken},
		{"a Word file with macros", word(t, "word/document.xml", "word/vbaProject.bin"), "", file.ErrMacro},
		{"a Word file without a document", word(t, "word/styles.xml"), "", file.ErrBroken},
		{"a picture with something behind it", append(picture(t), "MZ"...), "", photo.ErrBroken},
		{"a drawing with a script", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "", photo.ErrType},
		{"a page", []byte("<html><script>alert(1)</script></html>"), "", file.ErrType},
		{"a table", word(t, "xl/workbook.xml"), "", file.ErrType},
		{"nothing", nil, "", file.ErrType},
		{"too much", append(pdf("x"), make([]byte, file.MaxBytes)...), "", file.ErrSize},
	} {
		kind, err := w.put(t, g, tt.body)
		if kind != tt.kind || !errors.Is(err, tt.want) {
			t.Errorf("%s: %q, %v, want %q, %v", tt.name, kind, err, tt.kind, tt.want)
		}
	}
}

func TestFileIsKeptAndRead(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		body, letter := pdf("certificate"), word(t, "word/document.xml")
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				if _, err := w.put(t, f.As(t, access.Officer, "file.upload"), body); err != nil {
					t.Errorf("put: %v", err)
				}
			})
		}
		group.Wait()
		if _, err := w.put(t, f.As(t, access.Officer, "file.upload"), letter); err != nil {
			t.Fatal(err)
		}
		for _, tt := range []struct {
			body      []byte
			how, mime string
		}{{body, "inline", "application/pdf"}, {letter, "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}} {
			got, err := w.Read(t.Context(), f.As(t, access.Director, "file.read"), &api.ReadFileInput{SHA256: hash(tt.body)})
			if err != nil || !bytes.Equal(got.Body, tt.body) || got.ContentType != tt.mime || got.ContentDisposition[:len(tt.how)] != tt.how {
				t.Errorf("Read = %+v, %v", got, err)
			}
		}
		if _, err := w.Put(t.Context(), f.As(t, access.Officer, "file.upload"), &api.PutFileInput{SHA256: hash(letter), RawBody: body}); !errors.Is(err, file.ErrHash) {
			t.Errorf("under a foreign hash: %v, want %v", err, file.ErrHash)
		}
		if _, err := w.put(t, f.As(t, access.Supervisor, "inspection.read"), body); !errors.Is(err, access.ErrForbidden) {
			t.Errorf("Put by an office: %v, want %v", err, access.ErrForbidden)
		}
	})
}

func TestEvidenceRefusesWhatIsNotKept(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		body := pdf("kept")
		if _, err := w.put(t, f.As(t, access.Officer, "file.upload"), body); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Read(t.Context(), f.As(t, access.Officer, "file.read"), func(tx *db.Tx) error {
			got, err := w.Evidence(tx, hash(body), hash(body))
			if diff := cmp.Diff([]ledger.Photo{{Hash: sha256.Sum256(body), Ext: "pdf"}}, got); diff != "" || err != nil {
				t.Errorf("Evidence: %v\n%s", err, diff)
			}
			if got, err := w.Evidence(tx); got != nil || err != nil {
				t.Errorf("Evidence of nothing = %v, %v", got, err)
			}
			if _, err := w.Evidence(tx, hash(body), hash(pdf("lost"))); !errors.Is(err, file.ErrMissing) {
				t.Errorf("Evidence: %v, want %v", err, file.ErrMissing)
			}
			opened, ok, err := w.Open(tx, hash(body))
			if !ok || err != nil || !bytes.Equal(opened, body) {
				t.Errorf("Open = %v, %v", ok, err)
			}
			if err := os.Remove(filepath.Join(w.folder, string(f.Enterprise), "files", hash(body)[:2], hash(body))); err != nil {
				t.Fatal(err)
			}
			if _, ok, err := w.Open(tx, hash(body)); ok || err != nil {
				t.Errorf("Open of a lost file = %v, %v", ok, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestFileStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a, b := w.Found(t), w.Found(t)
		body := pdf("a's")
		if _, err := w.put(t, a.As(t, access.Officer, "file.upload"), body); err != nil {
			t.Fatal(err)
		}
		for _, sha := range []string{hash(body), hash(pdf("missing"))} {
			if _, err := w.Read(t.Context(), b.As(t, access.Principal, "file.read"), &api.ReadFileInput{SHA256: sha}); !errors.Is(err, file.ErrNotFound) {
				t.Errorf("neighbour: %v, want %v", err, file.ErrNotFound)
			}
		}
		office := func(of testkit.Fixture) error {
			return w.DB.Read(t.Context(), of.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(a.Enterprise)
				if err != nil {
					return err
				}
				_, err = w.ReadFor(narrow, hash(body))
				return err
			})
		}
		if err := office(a); err != nil {
			t.Errorf("own office: %v", err)
		}
		if err := office(b); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
	})
}
