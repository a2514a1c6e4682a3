package office

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
)

// trimFont copies the embedded font with the metrics of absent glyphs zeroed.
// head is the match of fontHead, packed what follows it.
func trimFont(out *bytes.Buffer, number int, packed []byte, head [][]byte) error {
	length, err := strconv.Atoi(string(head[1]))
	if err != nil || length > len(packed) {
		return fmt.Errorf("trim font: length %q", head[1])
	}
	zr, err := zlib.NewReader(bytes.NewReader(packed[:length]))
	if err != nil {
		return fmt.Errorf("trim font: %w", err)
	}
	ttf, err := io.ReadAll(zr)
	if err != nil {
		return fmt.Errorf("trim font: %w", err)
	}
	if err := zeroMetrics(ttf); err != nil {
		return err
	}
	return writeStream(out, number, fmt.Sprintf("/Length1 %d\n", len(ttf)), ttf)
}

// zeroMetrics clears, in place, the hmtx entries of glyphs without outline. A
// space loses its entry too: the widths that count stand in the PDF itself.
func zeroMetrics(ttf []byte) error {
	tables := map[string][]byte{}
	entries := map[string][]byte{}
	if len(ttf) < 12 {
		return fmt.Errorf("trim font: no tables")
	}
	count := int(binary.BigEndian.Uint16(ttf[4:]))
	if len(ttf) < 12+16*count {
		return fmt.Errorf("trim font: %d tables", count)
	}
	for i := range count {
		e := ttf[12+16*i : 28+16*i]
		from, size := int(binary.BigEndian.Uint32(e[8:])), int(binary.BigEndian.Uint32(e[12:]))
		if from+size > len(ttf) {
			return fmt.Errorf("trim font: table %q ends beyond the file", e[:4])
		}
		tables[string(e[:4])], entries[string(e[:4])] = ttf[from:from+size], e
	}
	hhea, loca, hmtx := tables["hhea"], tables["loca"], tables["hmtx"]
	if len(hhea) < 36 || len(tables["head"]) < 54 || hmtx == nil {
		return fmt.Errorf("trim font: metrics are missing")
	}
	if tables["head"][51] == 0 { // the short form of loca: the font is small
		return nil
	}
	full := int(binary.BigEndian.Uint16(hhea[34:])) // entries with a width
	for g := 0; 4*g+8 <= len(loca); g++ {
		if !bytes.Equal(loca[4*g:4*g+4], loca[4*g+4:4*g+8]) {
			continue
		}
		from, to := 4*g, 4*g+4
		if g >= full {
			from, to = 4*full+2*(g-full), 4*full+2*(g-full)+2
		}
		if to > len(hmtx) {
			break
		}
		if g == full-1 {
			from += 2 // its width is that of all that follow
		}
		clear(hmtx[from:to])
	}
	sum := uint32(0)
	for i := 0; i < len(hmtx); i += 4 {
		var word [4]byte
		copy(word[:], hmtx[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	binary.BigEndian.PutUint32(entries["hmtx"][4:], sum)
	return nil
}
