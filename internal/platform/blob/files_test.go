package blob_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"zhize/internal/platform/blob"
)

func TestFilesKeepWhatWasPut(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	f, err := blob.OpenFiles(filepath.Join(folder, "photos"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	if _, err := f.Get(t.Context(), "a/b/c"); !errors.Is(err, blob.ErrNotFound) {
		t.Errorf("a missing blob: %v, want ErrNotFound", err)
	}
	for _, body := range []string{"first", "second, longer", ""} {
		if err := f.Put(t.Context(), "a/b/c", []byte(body)); err != nil {
			t.Fatal(err)
		}
		got, err := f.Get(t.Context(), "a/b/c")
		if err != nil || string(got) != body {
			t.Errorf("Get = %q, %v, want %q", got, err, body)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "photos/a/b/*")); len(names) != 1 {
		t.Errorf("the folder holds %v, want the one file and no parts", names)
	}
}

func TestFilesStayInTheirFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := blob.OpenFiles(filepath.Join(folder, "photos"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	if err := os.Symlink("..", filepath.Join(folder, "photos", "out")); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"../secret", "/secret", "a/../../secret", "", ".", "a//b", "a/", "out/secret"} {
		if body, err := f.Get(t.Context(), key); err == nil {
			t.Errorf("Get(%q) = %q, want an error", key, body)
		}
		if err := f.Put(t.Context(), key, []byte("y")); err == nil {
			t.Errorf("Put(%q) went through", key)
		}
	}
	if body, _ := os.ReadFile(filepath.Join(folder, "secret")); string(body) != "x" {
		t.Errorf("the file outside holds %q", body)
	}
}

func TestReadersNeverSeeHalfAFile(t *testing.T) {
	t.Parallel()
	f, err := blob.OpenFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	bodies := []string{strings.Repeat("a", 1<<16), strings.Repeat("b", 1<<17)}
	if err := f.Put(t.Context(), "k/x", []byte(bodies[0])); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for n := range 8 {
		group.Go(func() {
			if n%2 == 0 {
				if err := f.Put(t.Context(), "k/x", []byte(bodies[n/2%2])); err != nil {
					t.Errorf("put: %v", err)
				}
				return
			}
			for range 20 {
				got, err := f.Get(t.Context(), "k/x")
				if err != nil || !bytes.Equal(got, []byte(bodies[0])) && !bytes.Equal(got, []byte(bodies[1])) {
					t.Errorf("read %d bytes, %v", len(got), err)
				}
			}
		})
	}
	group.Wait()
}
