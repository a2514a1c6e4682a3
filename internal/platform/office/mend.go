package office

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strconv"
	"time"
	"unicode/utf16"
)

// What gopdf writes is nearly right. mend rewrites its plain streams, and the
// cross references with them:
//
//   - bold type: the package carries one weight, so bold text is filled and
//     outlined; the pen marks it by a colour no form uses;
//   - round pen: lines end and meet round, for signatures and table corners;
//   - ToUnicode: gopdf writes code points above U+FFFF as five digits, after
//     which the rest of the line cannot be copied or searched, and all ranges
//     in one block where the format allows 100;
//   - the font keeps the metrics of 30,000 glyphs; those of the glyphs that
//     were left out are zeroed, which halves the file (trim.go);
//   - the properties stand in an object of their own, as the format demands,
//     and the file gets an identifier made of its content.

// boldBlue is the blue of bold black text until mend removes it.
const boldBlue = 1

// boldWeight is the width of the outline of bold text, in em.
const boldWeight = 0.035

var (
	objectRow  = regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`)
	plainHead  = regexp.MustCompile(`^\d+ 0 obj\n<<\n/Length \d+\n>>\nstream\n`)
	fontHead   = regexp.MustCompile(`^\d+ 0 obj\n<</Length (\d+)\n/Filter /FlateDecode\n/Length1 \d+\n>>\nstream\n`)
	boldText   = regexp.MustCompile(`BT\n([^\n]*\n/F\d+ ([0-9.]+) Tf [^\n]*\n)0\.000 0\.000 0\.004 rg\n(\[<[0-9A-F]*>\] TJ)\nET\n`)
	glyphRange = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]{4,6})>`)
)

// mend returns the finished file.
func mend(raw []byte, title string, at time.Time) ([]byte, error) {
	xref := bytes.LastIndex(raw, []byte("\nxref\n"))
	if xref < 0 {
		return nil, fmt.Errorf("mend pdf: no cross references")
	}
	var starts []int
	for _, m := range objectRow.FindAllSubmatch(raw[xref:], -1) {
		n, err := strconv.Atoi(string(m[1]))
		if err != nil || n > xref || (len(starts) > 0 && n <= starts[len(starts)-1]) {
			return nil, fmt.Errorf("mend pdf: cross reference %q", m[1])
		}
		starts = append(starts, n)
	}
	if len(starts) == 0 {
		return nil, fmt.Errorf("mend pdf: no objects")
	}
	var out bytes.Buffer
	out.Write(raw[:starts[0]])
	offsets := make([]int, 0, len(starts)+1)
	for i, start := range starts {
		end := xref + 1
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		offsets = append(offsets, out.Len())
		if err := mendObject(&out, i+1, raw[start:end]); err != nil {
			return nil, err
		}
	}
	offsets = append(offsets, out.Len())
	info := len(offsets)
	fmt.Fprintf(&out, "%d 0 obj\n<<\n/Title %s\n/Producer (zhize)\n", info, hexText(title))
	if !at.IsZero() {
		fmt.Fprintf(&out, "/CreationDate (D:%sZ)\n", at.UTC().Format("20060102150405"))
	}
	out.WriteString(">>\nendobj\n\n")

	sum := sha256.Sum256(out.Bytes())
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root 1 0 R\n/Info %d 0 R\n/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets)+1, info, sum[:16], sum[:16], table)
	return out.Bytes(), nil
}

// mendObject copies an object and rewrites its stream if that is plain.
func mendObject(out *bytes.Buffer, number int, object []byte) error {
	if m := fontHead.FindSubmatch(object); m != nil {
		return trimFont(out, number, object[len(m[0]):], m)
	}
	head := plainHead.Find(object)
	if head == nil {
		out.Write(object)
		return nil
	}
	tail := bytes.LastIndex(object, []byte("endstream"))
	if tail < len(head) {
		return fmt.Errorf("mend pdf: object %d has no end", number)
	}
	stream := object[len(head):tail]
	if bytes.HasPrefix(stream, []byte("/CIDInit")) {
		stream = mapToUnicode(stream)
	} else {
		stream = setBold(stream)
	}
	return writeStream(out, number, "", stream)
}

// writeStream writes a compressed stream object with further entries of its
// dictionary.
func writeStream(out *bytes.Buffer, number int, entries string, stream []byte) error {
	var packed bytes.Buffer
	zw := zlib.NewWriter(&packed)
	if _, err := zw.Write(stream); err != nil {
		return fmt.Errorf("mend pdf: %w", err)
	}
	if err := zw.Close(); err != nil {
		return fmt.Errorf("mend pdf: %w", err)
	}
	fmt.Fprintf(out, "%d 0 obj\n<<\n%s/Filter /FlateDecode\n/Length %d\n>>\nstream\n", number, entries, packed.Len())
	out.Write(packed.Bytes())
	out.WriteString("\nendstream\nendobj\n\n")
	return nil
}

func setBold(content []byte) []byte {
	mended := boldText.ReplaceAllFunc(content, func(m []byte) []byte {
		part := boldText.FindSubmatch(m)
		size, err := strconv.ParseFloat(string(part[2]), 64)
		if err != nil {
			return m
		}
		return fmt.Appendf(nil, "q\nBT\n%s0 g 0 G 2 Tr %.2f w\n%s\nET\nQ\n", part[1], size*boldWeight, part[3])
	})
	return append([]byte("1 J 1 j\n"), mended...)
}

func mapToUnicode(cmap []byte) []byte {
	var entries []string
	seen := map[string]bool{}
	for _, m := range glyphRange.FindAllSubmatch(cmap, -1) {
		glyph := string(m[1])
		code, err := strconv.ParseInt(string(m[2]), 16, 32)
		if err != nil || seen[glyph] {
			continue // characters that share a glyph are read as the first
		}
		seen[glyph] = true
		entries = append(entries, fmt.Sprintf("<%s> <%s>\n", glyph, hex16(string(rune(code)))))
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(entries) > 0 {
		n := min(100, len(entries))
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, e := range entries[:n] {
			b.WriteString(e)
		}
		b.WriteString("endbfchar\n")
		entries = entries[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// hexText writes a text string of the format: UTF-16 with its mark, in hex.
func hexText(s string) string { return "<FEFF" + hex16(s) + ">" }

func hex16(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(b)
}
