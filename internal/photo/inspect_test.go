package photo

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"slices"
	"testing"
)

// noise is a picture that compresses badly.
func noise(w, h int) image.Image {
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = byte(r.Uint32())
	}
	return m
}

func jpegOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func webpOf(t *testing.T) []byte {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func zipOf(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("photo.jpg")
	if err == nil {
		_, err = w.Write([]byte("hidden"))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// claim rewrites the header of a PNG so that it claims another size.
func claim(b []byte, w, h uint32) []byte {
	b = slices.Clone(b)
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

// withSegment puts a segment behind the start of a JPEG.
func withSegment(b []byte, marker byte, content []byte) []byte {
	s := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(content)+2))
	return slices.Concat(b[:2], s, content, b[2:])
}

func TestPhotosAreTaken(t *testing.T) {
	t.Parallel()
	plain := jpegOf(t, noise(40, 30))
	for _, tt := range []struct {
		name string
		body []byte
		want picture
	}{
		{"a JPEG", plain, picture{"image/jpeg", 40, 30}},
		{"a grey JPEG", jpegOf(t, image.NewGray(image.Rect(0, 0, 3, 2))), picture{"image/jpeg", 3, 2}},
		{"a JPEG with EXIF", withSegment(plain, 0xe1, append([]byte("Exif\x00\x00"), bytes.Repeat([]byte{0xff, 0xd9}, 50)...)), picture{"image/jpeg", 40, 30}},
		{"a JPEG filled up with zeros", append(slices.Clone(plain), make([]byte, 100)...), picture{"image/jpeg", 40, 30}},
		{"a PNG", pngOf(t, noise(40, 30)), picture{"image/png", 40, 30}},
		{"a WebP", webpOf(t), picture{"image/webp", 1, 1}},
		{"a PNG of exactly the most pixels", claim(pngOf(t, noise(1, 1)), 10_000, 5_000), picture{"image/png", 10_000, 5_000}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := inspect(tt.body)
			if err != nil || got != tt.want {
				t.Errorf("inspect = %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func TestWhatIsNoPhotoIsRefused(t *testing.T) {
	t.Parallel()
	goodJPEG, goodPNG, goodWebP := jpegOf(t, noise(40, 30)), pngOf(t, noise(40, 30)), webpOf(t)
	var animation bytes.Buffer
	if err := gif.Encode(&animation, image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.Black}), nil); err != nil {
		t.Fatal(err)
	}
	html := []byte("<!DOCTYPE html><html><script>alert(1)</script></html>")
	for _, tt := range []struct {
		name string
		body []byte
		want error
	}{
		{"nothing", nil, ErrType},
		{"a text", []byte("photo"), ErrType},
		{"an SVG", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`), ErrType},
		{"a page", html, ErrType},
		{"an archive", zipOf(t), ErrType},
		{"a PDF", []byte("%PDF-1.7\n"), ErrType},
		{"an animation", animation.Bytes(), ErrType},
		{"only the first bytes of a JPEG", goodJPEG[:3], ErrBroken},
		{"a page behind the first bytes of a JPEG", append([]byte{0xff, 0xd8, 0xff}, html...), ErrBroken},
		{"a cut JPEG", goodJPEG[:len(goodJPEG)/2], ErrBroken},
		{"a JPEG without its last byte", goodJPEG[:len(goodJPEG)-1], ErrBroken},
		{"a JPEG with an archive behind", append(slices.Clone(goodJPEG), zipOf(t)...), ErrBroken},
		{"a JPEG with a page behind", append(slices.Clone(goodJPEG), html...), ErrBroken},
		{"a cut PNG", goodPNG[:len(goodPNG)-4], ErrBroken},
		{"a PNG with an archive behind", append(slices.Clone(goodPNG), zipOf(t)...), ErrBroken},
		{"a cut WebP", goodWebP[:len(goodWebP)-2], ErrBroken},
		{"a WebP with an archive behind", append(slices.Clone(goodWebP), zipOf(t)...), ErrBroken},
		{"a photo of one row too many", claim(goodPNG, 10_000, 5_001), ErrPixels},
		{"a bomb of ten thousand million pixels", claim(goodPNG, 100_000, 100_000), ErrPixels},
		{"a file above the limit", append(slices.Clone(goodJPEG), make([]byte, MaxBytes)...), ErrSize},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got, err := inspect(tt.body); !errors.Is(err, tt.want) {
				t.Errorf("inspect = %v, %v, want %v", got, err, tt.want)
			}
		})
	}
}

func FuzzInspect(f *testing.F) {
	f.Add([]byte{0xff, 0xd8, 0xff, 0xda, 0xff, 0xff})
	f.Add([]byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT"))
	f.Add([]byte("RIFF\xff\xff\xff\xffWEBPVP8 "))
	f.Fuzz(func(_ *testing.T, body []byte) {
		_, _ = inspect(body)
		for _, whole := range []func([]byte) bool{wholeJPEG, wholePNG, wholeWebP} {
			whole(body)
		}
	})
}
