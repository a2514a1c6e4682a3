package file

import (
	"archive/zip"
	"bytes"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"zhize/internal/photo"
	"zhize/internal/platform/fault"
)

// MaxBytes is the limit of the contract.
const MaxBytes = 10 << 20

// What a Word file may unpack to: a document of ten megabytes with pictures
// does not grow a hundredfold.
const (
	maxUnpacked = 200 << 20
	maxParts    = 5000
)

// Refusals.
var (
	ErrHash     = fault.New(fault.Invalid, "file.hash_mismatch", "文件在传输中发生了变化，没有保存。请重新上传。")
	ErrSize     = fault.New(fault.Invalid, "file.too_large", "文件超过 10 MB，请压缩或分成几份后重新上传。")
	ErrType     = fault.New(fault.Invalid, "file.type", "只能上传 PDF、Word（.docx）或 JPEG、PNG、WebP 图片。请另存为其中一种格式后重新上传。")
	ErrBroken   = fault.New(fault.Invalid, "file.broken", "文件不完整或已损坏，没有保存。请重新导出后上传。")
	ErrMacro    = fault.New(fault.Invalid, "file.macro", "Word 文件中含有宏，没有保存。请另存为不含宏的 .docx 或 PDF 后重新上传。")
	ErrMissing  = fault.New(fault.Invalid, "file.missing", "有附件还没有传到服务器，请在网络正常时重新选择并上传。")
	ErrNotFound = fault.New(fault.NotFound, "file.not_found", "没有找到这个文件。")
)

// mediaTypes are those of the kinds, which are also the endings of their names.
var mediaTypes = map[string]string{
	"pdf":  "application/pdf",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp",
}

// inspect tells what kind of file the bytes are. What the client calls them
// counts for nothing.
func inspect(body []byte) (kind string, err error) {
	if len(body) > MaxBytes {
		return "", ErrSize
	}
	sniffed := mimetype.Detect(body)
	switch {
	case sniffed.Is("application/pdf"):
		return "pdf", wholePDF(body)
	case sniffed.Is(mediaTypes["docx"]):
		return "docx", plainWord(body)
	case strings.HasPrefix(sniffed.String(), "image/"):
		mime, err := photo.Look(body)
		if err != nil {
			return "", err
		}
		return strings.TrimPrefix(mime, "image/"), nil
	default:
		return "", ErrType
	}
}

// wholePDF looks for the mark with which a PDF ends. Some programs write a few
// bytes behind it.
func wholePDF(body []byte) error {
	const tail = 1024
	if !bytes.HasPrefix(body, []byte("%PDF-")) || !bytes.Contains(body[max(0, len(body)-tail):], []byte("%%EOF")) {
		return ErrBroken
	}
	return nil
}

// plainWord opens the archive that a Word file is, and reads no more of it than
// its table of contents.
func plainWord(body []byte) error {
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return ErrBroken.Because(err)
	}
	var unpacked uint64
	whole := false
	for _, part := range z.File {
		unpacked += part.UncompressedSize64
		name := strings.ToLower(part.Name)
		whole = whole || name == "word/document.xml"
		if strings.HasSuffix(name, "vbaproject.bin") {
			return ErrMacro
		}
	}
	if !whole || unpacked > maxUnpacked || len(z.File) > maxParts {
		return ErrBroken
	}
	return nil
}
