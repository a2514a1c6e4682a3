package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/image/webp"

	"zhize/internal/platform/fault"
)

// The limits of a photo. MaxBytes is that of the contract; a photo of MaxPixels
// takes 200 MB when it is drawn.
const (
	MaxBytes  = 8 << 20
	MaxPixels = 50_000_000
)

// Refusals.
var (
	ErrHash     = fault.New(fault.Invalid, "photo.hash_mismatch", "照片在传输中发生了变化，没有保存。请重新上传。")
	ErrSize     = fault.New(fault.Invalid, "photo.too_large", "照片超过 8 MB，请压缩后重新上传。")
	ErrType     = fault.New(fault.Invalid, "photo.type", "这个文件不是照片。请用手机直接拍照，或上传 JPEG、PNG、WebP 格式的照片。")
	ErrBroken   = fault.New(fault.Invalid, "photo.broken", "照片不完整或夹带了其他内容，没有保存。请重新拍照后上传。")
	ErrPixels   = fault.New(fault.Invalid, "photo.pixels", "照片超过 5000 万像素，请降低分辨率后重新上传。")
	ErrNotFound = fault.New(fault.NotFound, "photo.not_found", "没有找到这张照片。")
)

// format is one of the three kinds of photo.
type format struct {
	mime, ext string
	config    func(io.Reader) (image.Config, error)
	// whole reports whether the file goes to its end and no further.
	whole func([]byte) bool
}

var formats = []format{
	{"image/jpeg", "jpg", jpeg.DecodeConfig, wholeJPEG},
	{"image/png", "png", png.DecodeConfig, wholePNG},
	{"image/webp", "webp", webp.DecodeConfig, wholeWebP},
}

// picture is what the bytes of a photo say about it.
type picture struct {
	mime          string
	width, height int
}

// inspect decides whether the bytes are a photo. What the client calls them
// counts for nothing.
func inspect(body []byte) (picture, error) {
	if len(body) > MaxBytes {
		return picture{}, ErrSize
	}
	return look(body)
}

// Look decides whether the bytes are a whole picture of whatever size, and
// returns its media type. A picture that is a file's only page, as a scanned
// certificate, is looked at by the same rules as a photo.
func Look(body []byte) (mime string, err error) {
	p, err := look(body)
	return p.mime, err
}

func look(body []byte) (picture, error) {
	sniffed := mimetype.Detect(body)
	for _, f := range formats {
		if !sniffed.Is(f.mime) {
			continue
		}
		c, err := f.config(bytes.NewReader(body))
		switch {
		case err != nil:
			return picture{}, ErrBroken.Because(err)
		case c.Width < 1 || c.Height < 1 || !f.whole(body):
			return picture{}, ErrBroken
		case c.Width > MaxPixels/c.Height:
			return picture{}, ErrPixels
		}
		return picture{f.mime, c.Width, c.Height}, nil
	}
	return picture{}, ErrType
}

// extension returns the ending of a kept photo's file name.
func extension(mime string) string {
	for _, f := range formats {
		if f.mime == mime {
			return f.ext
		}
	}
	return "bin"
}

// wholeJPEG walks the segments to the end of the image. Some encoders fill up
// with zeros behind it.
func wholeJPEG(b []byte) bool {
	const (
		scan    = 0xda
		end     = 0xd9
		restart = 0xd0 // to 0xd7
	)
	for i := 2; i+1 < len(b) && b[i] == 0xff; {
		switch m := b[i+1]; {
		case m == 0xff:
			i++
		case m == end:
			return len(bytes.Trim(b[i+2:], "\x00")) == 0
		case m == 0x01 || m >= restart && m < restart+8:
			i += 2
		case i+4 > len(b):
			return false
		default:
			i += 2 + int(binary.BigEndian.Uint16(b[i+2:]))
			if m != scan {
				continue
			}
			for i+1 < len(b) && (b[i] != 0xff || b[i+1] == 0 || b[i+1] >= restart && b[i+1] < restart+8) {
				i++
			}
		}
	}
	return false
}

// wholePNG walks the chunks to IEND.
func wholePNG(b []byte) bool {
	const signature, frame = 8, 12 // a chunk's length, type and sum
	for i := signature; i+frame <= len(b); {
		size := int(binary.BigEndian.Uint32(b[i:]))
		if string(b[i+4:i+8]) == "IEND" {
			return i+frame+size == len(b)
		}
		i += frame + size
	}
	return false
}

// wholeWebP compares the size that the container states, which is padded to
// an even number.
func wholeWebP(b []byte) bool {
	if len(b) < 12 {
		return false
	}
	size := int(binary.LittleEndian.Uint32(b[4:]))
	return 8+size+size%2 == len(b) || 8+size == len(b)
}
