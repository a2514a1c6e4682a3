package blob_test

import (
	"bytes"
	"errors"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"zhize/internal/platform/blob"
)

// streams are both stores; the bucket's parts are larger than a small file's.
func streams(t *testing.T, fn func(t *testing.T, s blob.Streams)) {
	t.Helper()
	t.Run("files", func(t *testing.T) {
		t.Parallel()
		f, err := blob.OpenFiles(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		fn(t, f)
	})
	t.Run("bucket", func(t *testing.T) {
		t.Parallel()
		server := httptest.NewServer(&bucket{objects: map[string][]byte{}})
		t.Cleanup(server.Close)
		s, err := blob.NewS3(server.URL, "photos", "key", "secret")
		if err != nil {
			t.Fatal(err)
		}
		fn(t, s)
	})
}

func TestStreamIsKeptWhenItIsCommitted(t *testing.T) {
	t.Parallel()
	streams(t, func(t *testing.T, s blob.Streams) {
		body := bytes.Repeat([]byte("0123456789"), 2_000_000) // more than one part
		d, err := s.Create(t.Context(), "e/errands/a")
		if err != nil {
			t.Fatal(err)
		}
		for rest := body; len(rest) > 0; {
			n, err := d.Write(rest[:min(1_000_003, len(rest))])
			if err != nil {
				t.Fatal(err)
			}
			rest = rest[n:]
		}
		if _, err := s.Open(t.Context(), "e/errands/a"); !errors.Is(err, blob.ErrNotFound) {
			t.Errorf("seen before it is whole: %v", err)
		}
		if err := errors.Join(d.Commit(), d.Discard()); err != nil {
			t.Fatal(err)
		}
		f, err := s.Open(t.Context(), "e/errands/a")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close() //nolint:errcheck // only read
		if got, err := io.ReadAll(f); err != nil || !bytes.Equal(got, body) {
			t.Errorf("read %d bytes, %v, want %d", len(got), err, len(body))
		}
		if at, err := f.Seek(-4, io.SeekEnd); err != nil || at != int64(len(body))-4 {
			t.Errorf("seek to %d, %v", at, err)
		}
		if got, err := io.ReadAll(f); err != nil || string(got) != "6789" {
			t.Errorf("the end is %q, %v", got, err)
		}
		if err := errors.Join(s.Remove(t.Context(), "e/errands/a"), s.Remove(t.Context(), "e/errands/a")); err != nil {
			t.Error(err)
		}
		if _, err := s.Open(t.Context(), "e/errands/a"); !errors.Is(err, blob.ErrNotFound) {
			t.Errorf("after it was removed: %v", err)
		}
	})
}

func TestDiscardedStreamLeavesNothing(t *testing.T) {
	t.Parallel()
	streams(t, func(t *testing.T, s blob.Streams) {
		d, err := s.Create(t.Context(), "e/errands/b")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Write([]byte("half")); err != nil {
			t.Fatal(err)
		}
		if err := d.Discard(); err != nil {
			t.Errorf("discard: %v", err)
		}
		if _, err := s.Open(t.Context(), "e/errands/b"); !errors.Is(err, blob.ErrNotFound) {
			t.Errorf("after it was discarded: %v", err)
		}
		if f, files := s.(*blob.Files); files {
			if left, _ := filepath.Glob(filepath.Join(f.Folder(), "e/errands/*")); len(left) != 0 {
				t.Errorf("it left %v", left)
			}
		}
	})
}

// A worker that was killed leaves a file that the next one begins anew, and that
// is forgotten with the errand.
func TestStreamBegunByTheDead(t *testing.T) {
	t.Parallel()
	f, err := blob.OpenFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	for range 2 {
		d, err := f.Create(t.Context(), "e/c")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Write([]byte("half")); err != nil {
			t.Fatal(err)
		}
	}
	part := filepath.Join(f.Folder(), "e", "c.part")
	if body, err := os.ReadFile(part); err != nil || string(body) != "half" {
		t.Fatalf("begun anew it holds %q, %v", body, err)
	}
	if err := f.Remove(t.Context(), "e/c"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(part); !os.IsNotExist(err) {
		t.Errorf("the part is still there: %v", err)
	}
}
