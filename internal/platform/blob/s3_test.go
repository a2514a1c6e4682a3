package blob_test

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"zhize/internal/platform/blob"
)

var noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

// bucket is as much of S3 as one needs to put and get objects, whole or in
// parts.
type bucket struct {
	mu      sync.Mutex
	objects map[string][]byte
	parts   [][]byte
}

func (b *bucket) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !strings.Contains(r.Header.Get("Authorization"), "Credential=key/") {
		http.Error(w, "", http.StatusForbidden)
		return
	}
	switch {
	case r.URL.Query().Has("location"):
		_, _ = io.WriteString(w, `<?xml version="1.0"?><LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></LocationConstraint>`)
	case r.Method == http.MethodPost && r.URL.Query().Has("uploads"):
		_, _ = io.WriteString(w, `<?xml version="1.0"?><InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>`)
	case r.Method == http.MethodPut && r.URL.Query().Has("partNumber"):
		body, err := unchunk(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		b.parts = append(b.parts, body)
		w.Header().Set("ETag", `"1"`)
	case r.Method == http.MethodPost && r.URL.Query().Has("uploadId"):
		b.objects[r.URL.Path], b.parts = bytes.Join(b.parts, nil), nil
		_, _ = io.WriteString(w, `<?xml version="1.0"?><CompleteMultipartUploadResult><Bucket>photos</Bucket><Key>k</Key><ETag>"1"</ETag></CompleteMultipartUploadResult>`)
	case r.Method == http.MethodDelete:
		if b.parts = nil; !r.URL.Query().Has("uploadId") {
			delete(b.objects, r.URL.Path)
		}
		w.WriteHeader(http.StatusNoContent)
	case r.Method == http.MethodPut:
		body, err := unchunk(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		b.objects[r.URL.Path] = body
		w.Header().Set("ETag", `"1"`)
	case r.Method == http.MethodHead && b.objects[r.URL.Path] == nil:
		w.WriteHeader(http.StatusNotFound)
	default:
		body, ok := b.objects[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			_, _ = io.WriteString(w, `<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>`)
			return
		}
		w.Header().Set("ETag", `"1"`)
		http.ServeContent(w, r, "", noon, bytes.NewReader(body))
	}
}

// unchunk reads a body that the client signed chunk by chunk: "size;…\r\n" and
// so many bytes and "\r\n", until a chunk of size zero.
func unchunk(r *http.Request) ([]byte, error) {
	if r.Header.Get("X-Amz-Decoded-Content-Length") == "" {
		return io.ReadAll(r.Body)
	}
	in := bufio.NewReader(r.Body)
	var body bytes.Buffer
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		size, _, _ := strings.Cut(strings.TrimSpace(line), ";")
		n, err := strconv.ParseInt(size, 16, 64)
		if err != nil || n == 0 {
			return body.Bytes(), err
		}
		if _, err := io.CopyN(&body, in, n); err != nil {
			return nil, err
		}
		if _, err := in.Discard(len("\r\n")); err != nil {
			return nil, err
		}
	}
}

func TestS3KeepsWhatWasPut(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(&bucket{objects: map[string][]byte{}})
	t.Cleanup(server.Close)
	s, err := blob.NewS3(server.URL, "photos", "key", "secret")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(t.Context(), "a/b"); !errors.Is(err, blob.ErrNotFound) {
		t.Errorf("a missing blob: %v, want ErrNotFound", err)
	}
	body := bytes.Repeat([]byte("photo"), 100_000)
	for range 2 {
		if err := s.Put(t.Context(), "a/b", body); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Get(t.Context(), "a/b")
	if err != nil || !bytes.Equal(got, body) {
		t.Errorf("Get returned %d bytes, %v, want %d", len(got), err, len(body))
	}
	if err := s.Put(t.Context(), "../b", body); err == nil {
		t.Error("a key that leaves the bucket was taken")
	}
}

func TestS3EndpointIsAURL(t *testing.T) {
	t.Parallel()
	for _, endpoint := range []string{"", "s3.example.cn", "ftp://s3.example.cn", "https://", "https://s3.example.cn:x"} {
		if _, err := blob.NewS3(endpoint, "photos", "key", "secret"); err == nil {
			t.Errorf("NewS3(%q) went through", endpoint)
		}
	}
}
