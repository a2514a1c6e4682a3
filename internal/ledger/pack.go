package ledger

import (
	"archive/zip"
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// Bounds of what a verifier reads, so that a small zip cannot fill a disk or a
// memory.
const (
	maxFiles = 1_000_000
	maxTotal = 64 << 30 // bytes unpacked
	maxText  = 16 << 20 // a body, a receipt
	maxLines = 1 << 30  // links, index, sums
	maxLine  = 1 << 20
	maxPhoto = 256 << 20
)

// pack is an export opened for reading. It remembers the hash of every file it
// has read to the end.
type pack struct {
	files map[string]*zip.File
	names []string
	sums  map[string]Hash
}

func openPack(r io.ReaderAt, size int64) (*pack, *Problem) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, ZipMalformed.in("", "压缩包不完整或已损坏，请重新取得（%v）", err)
	}
	if len(z.File) > maxFiles {
		return nil, ZipMalformed.in("", "压缩包内文件过多（%d 个）", len(z.File))
	}
	p := &pack{files: make(map[string]*zip.File, len(z.File)), sums: make(map[string]Hash, len(z.File))}
	var total uint64
	for _, f := range z.File {
		if p.files[f.Name] != nil {
			return nil, ZipMalformed.in(f.Name, "在压缩包中出现两次")
		}
		if total += min(f.UncompressedSize64, maxTotal); total >= maxTotal {
			return nil, ZipMalformed.in(f.Name, "解压后过大")
		}
		p.files[f.Name] = f
		p.names = append(p.names, f.Name)
	}
	return p, nil
}

func (p *pack) has(name string) bool { return p.files[name] != nil }

// named returns the names that begin and end so, in the zip's order.
func (p *pack) named(prefix, suffix string) []string {
	var names []string
	for _, n := range p.names {
		if strings.HasPrefix(n, prefix) && strings.HasSuffix(n, suffix) {
			names = append(names, n)
		}
	}
	return names
}

// each hands the file to read and takes its hash on the way.
func (p *pack) each(name string, limit int64, read func(io.Reader) error) *Problem {
	f := p.files[name]
	if f == nil {
		return ZipMalformed.in(name, "缺失")
	}
	if f.UncompressedSize64 > uint64(limit) {
		return ZipMalformed.in(name, "过大")
	}
	r, err := f.Open()
	if err != nil {
		return ZipMalformed.in(name, "无法读取（%v）", err)
	}
	defer func() { _ = r.Close() }()
	sum := sha256.New()
	// The zip's reader returns no more than the declared size, and checks CRC-32.
	if err := read(io.TeeReader(r, sum)); err != nil {
		return ZipMalformed.in(name, "无法读取（%v）", err)
	}
	p.sums[name] = Hash(sum.Sum(nil))
	return nil
}

func (p *pack) bytes(name string) ([]byte, *Problem) {
	var b []byte
	problem := p.each(name, maxText, func(r io.Reader) (err error) {
		b, err = io.ReadAll(r)
		return err
	})
	return b, problem
}

func (p *pack) digest(name string, limit int64) (Hash, *Problem) {
	if h, known := p.sums[name]; known {
		return h, nil
	}
	problem := p.each(name, limit, func(r io.Reader) error {
		_, err := io.Copy(io.Discard, r)
		return err
	})
	return p.sums[name], problem
}

// lines hands over every line, without its end; the last line has one too.
func (p *pack) lines(name string, line func([]byte)) *Problem {
	return p.each(name, maxLines, func(r io.Reader) error {
		s := bufio.NewScanner(r)
		s.Buffer(nil, maxLine)
		s.Split(terminated)
		for s.Scan() {
			line(s.Bytes())
		}
		return s.Err()
	})
}

// terminated splits at line feeds and keeps an unended last line, which no
// strict reader accepts, apart by a trailing zero byte.
func terminated(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), append(bytes.Clone(data), 0), nil
	}
	return 0, nil, nil
}

// strict reads a line of JSON that must be written exactly as we write it.
func strict[T any](text []byte) (T, error) {
	var v T
	if err := json.Unmarshal(text, &v); err != nil {
		return v, err
	}
	again, err := json.Marshal(v)
	if err != nil {
		return v, err
	}
	if !bytes.Equal(again, text) {
		return v, errors.New("not as written")
	}
	return v, nil
}

// leftovers finds files that belong to nothing, and checks the sums, which are
// the only guard of files that no signature reaches.
func (p *pack) leftovers() *Problem {
	for _, name := range p.names {
		if _, used := p.sums[name]; !used && name != fileGuide && name != fileSums {
			return ZipMalformed.in(name, "不属于任何记录")
		}
	}
	var lines []string
	if problem := p.lines(fileSums, func(line []byte) { lines = append(lines, string(line)) }); problem != nil {
		return problem
	}
	listed := make(map[string]bool, len(lines))
	for _, line := range lines {
		_, name, _ := strings.Cut(line, "  ")
		if name == fileSums || !p.has(name) || listed[name] {
			return ZipMalformed.in(fileSums, "列出的文件 %q 不在包内，或列出两次", name)
		}
		listed[name] = true
		sum, problem := p.digest(name, maxText)
		if problem != nil {
			return problem
		}
		if line != sum.String()+"  "+name {
			return FileChanged.in(name, "内容与校验和不符")
		}
	}
	if len(listed) != len(p.names)-1 {
		return ZipMalformed.in(fileSums, "没有列出包内全部文件")
	}
	return nil
}
