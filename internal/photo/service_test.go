package photo_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// world is a service with a folder of its own.
type world struct {
	testkit.World
	*photo.Service
	folder string
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		folder := t.TempDir()
		files, err := blob.OpenFiles(folder)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = files.Close() })
		fn(t, world{w, photo.New(w.DB, files), folder})
	})
}

// picture is a photo that differs by its width.
func picture(t *testing.T, width int) (body []byte, sha string) {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 2)), nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return b.Bytes(), hex.EncodeToString(sum[:])
}

func (w world) put(t *testing.T, g access.Grant, sha string, body []byte) error {
	t.Helper()
	_, err := w.Put(t.Context(), g, &api.PutPhotoInput{SHA256: sha, RawBody: body})
	return err
}

func TestPhotoIsKeptAndRead(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		body, sha := picture(t, 4)
		for range 2 {
			if err := w.put(t, f.As(t, access.Officer, "photo.upload"), sha, body); err != nil {
				t.Fatal(err)
			}
		}
		got, err := w.Read(t.Context(), f.As(t, access.Director, "photo.read"), &api.ReadPhotoInput{SHA256: sha})
		if err != nil {
			t.Fatal(err)
		}
		want := &api.Blob{
			ContentType: "image/jpeg", ContentDisposition: `inline; filename="` + sha[:12] + `.jpg"`,
			CacheControl: "private, max-age=31536000, immutable", Body: body,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Read (-want +got):\n%s", diff)
		}
		if _, err := os.Stat(filepath.Join(w.folder, string(f.Enterprise), sha[:2], sha)); err != nil {
			t.Errorf("the file is not in its place: %v", err)
		}
	})
}

func TestPhotoOfAnotherHashIsRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		g := f.As(t, access.Officer, "photo.upload")
		body, _ := picture(t, 4)
		_, other := picture(t, 5)
		if err := w.put(t, g, other, body); !errors.Is(err, photo.ErrHash) {
			t.Errorf("foreign hash: %v, want %v", err, photo.ErrHash)
		}
		page := []byte("<html><script>alert(1)</script></html>")
		sum := sha256.Sum256(page)
		if err := w.put(t, g, hex.EncodeToString(sum[:]), page); !errors.Is(err, photo.ErrType) {
			t.Errorf("page: %v, want %v", err, photo.ErrType)
		}
		if kept, _ := filepath.Glob(filepath.Join(w.folder, "*")); len(kept) != 0 {
			t.Errorf("what was refused is kept in %v", kept)
		}
	})
}

func TestLostPhotoComesBackWhenItIsSentAgain(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		g, read := f.As(t, access.Officer, "photo.upload"), f.As(t, access.Officer, "photo.read")
		body, sha := picture(t, 4)
		if err := w.put(t, g, sha, body); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(w.folder, string(f.Enterprise), sha[:2], sha)); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Read(t.Context(), read, &api.ReadPhotoInput{SHA256: sha}); !errors.Is(err, blob.ErrNotFound) {
			t.Errorf("lost file: %v, want blob.ErrNotFound", err)
		}
		err := w.DB.Read(t.Context(), read, func(tx *db.Tx) error {
			if _, ok, err := w.Open(tx, sha); ok || err != nil {
				t.Errorf("Open of a lost photo = %v, %v, want false", ok, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.put(t, g, sha, body); err != nil {
			t.Fatal(err)
		}
		if got, err := w.Read(t.Context(), read, &api.ReadPhotoInput{SHA256: sha}); err != nil || !bytes.Equal(got.Body, body) {
			t.Errorf("after sending it again: %v", err)
		}
	})
}

func TestPhotoStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a, b := w.Found(t), w.Found(t)
		body, sha := picture(t, 4)
		_, missing := picture(t, 9)
		if err := w.put(t, a.As(t, access.Officer, "photo.upload"), sha, body); err != nil {
			t.Fatal(err)
		}
		for _, one := range []string{sha, missing} {
			if _, err := w.Read(t.Context(), b.As(t, access.Principal, "photo.read"), &api.ReadPhotoInput{SHA256: one}); !errors.Is(err, photo.ErrNotFound) {
				t.Errorf("neighbour reads %s: %v, want %v", one, err, photo.ErrNotFound)
			}
		}
		err := w.DB.Read(t.Context(), b.As(t, access.Officer, "photo.read"), func(tx *db.Tx) error {
			got, err := w.Kept(tx, []string{sha})
			if diff := cmp.Diff([]string{sha}, got); diff != "" {
				t.Errorf("Kept for a neighbour (-want +got):\n%s", diff)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		// The neighbour's own photo of the same bytes is a photo of its own.
		if err := w.put(t, b.As(t, access.Officer, "photo.upload"), sha, body); err != nil {
			t.Fatal(err)
		}
		office := func(of testkit.Fixture) error {
			return w.DB.Read(t.Context(), of.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(a.Enterprise)
				if err != nil {
					return err
				}
				got, err := w.ReadFor(narrow, sha)
				if err == nil && !bytes.Equal(got.Body, body) {
					t.Error("the office sees other bytes")
				}
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

func TestAnOfficeKeepsNoPhotos(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		body, sha := picture(t, 4)
		if err := w.put(t, f.As(t, access.Supervisor, "inspection.read"), sha, body); !errors.Is(err, access.ErrForbidden) {
			t.Errorf("Put by an office: %v, want %v", err, access.ErrForbidden)
		}
	})
}

func TestEvidenceNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		body, sha := picture(t, 4)
		_, missing := picture(t, 9)
		if err := w.put(t, f.As(t, access.Officer, "photo.upload"), sha, body); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Read(t.Context(), f.As(t, access.Officer, "photo.read"), func(tx *db.Tx) error {
			for _, asked := range [][]string{nil, {}} {
				if got, err := w.Kept(tx, asked); len(got) != 0 || err != nil {
					t.Errorf("Kept(%v) = %v, %v", asked, got, err)
				}
			}
			photos, gone, err := w.Evidence(tx, []string{missing, sha, "nonsense", sha})
			if err != nil {
				return err
			}
			if diff := cmp.Diff([]string{missing, "nonsense"}, gone); diff != "" {
				t.Errorf("missing (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]ledger.Photo{{Hash: sha256.Sum256(body), Ext: "jpg"}}, photos); diff != "" {
				t.Errorf("photos (-want +got):\n%s", diff)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestTwentyUploadsOfOnePhotoAreOnePhoto(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		f := w.Found(t)
		g := f.As(t, access.Officer, "photo.upload")
		body, sha := picture(t, 4)
		var group sync.WaitGroup
		for range 20 {
			group.Go(func() {
				if err := w.put(t, g, sha, body); err != nil {
					t.Errorf("put: %v", err)
				}
			})
		}
		group.Wait()
		names, err := filepath.Glob(filepath.Join(w.folder, string(f.Enterprise), sha[:2], "*"))
		if err != nil || len(names) != 1 || !strings.HasSuffix(names[0], sha) {
			t.Errorf("the folder holds %v", names)
		}
	})
}
