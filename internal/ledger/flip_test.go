package ledger

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// Every byte of every file of an export, flipped in one bit, is noticed; and,
// but for the files that no record vouches for, even if the sums are redone.
func TestVerifyNoticesEveryByte(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.check(1, "门口")
	w.checkpoint(noon.AddDate(0, 0, 1))
	w.check(2)
	w.erase(2, noon.AddDate(0, 0, 1))
	w.key = testKey(t, 2)
	w.checkpoint(noon.AddDate(0, 0, 3))
	e, err := Endorse(testKey(t, 1), w.key, noon)
	must(t, err)
	pack := w.export("2026-11-01", "2026-11-30", 0, e)
	o := Options{Key: w.key.Public()}
	if r := unzip(t, pack).verify(o); r.ExitCode() != 0 {
		t.Fatalf("untouched: %v", r)
	}
	for _, name := range unzip(t, pack).names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := unzip(t, pack)
			sums := f.content[fileSums]
			vouched := !slices.Contains([]string{fileManifest, fileGuide, fileSums}, name) && !strings.HasPrefix(name, "keys/")
			step := 1
			if testing.Short() || name == fileGuide {
				step = 7
			}
			for i := 0; i < len(f.content[name]); i += step {
				f.content[name][i] ^= 1 << (i % 8)
				f.content[fileSums] = sums
				if r := f.verify(o); r.OK() {
					t.Errorf("byte %d flipped: not noticed", i)
				}
				if vouched {
					f.sum()
					if r := f.verify(o); r.OK() {
						t.Errorf("byte %d flipped and sums redone: not noticed", i)
					}
				}
				f.content[name][i] ^= 1 << (i % 8)
			}
		})
	}
}

// A damaged zip is refused, or else reads the same as before; it never panics.
func TestVerifySurvivesDamagedZips(t *testing.T) {
	t.Parallel()
	w := lived(t)
	pack := w.export("2026-11-01", "2026-11-30", 0)
	o := Options{Key: w.key.Public()}
	want := Verify(bytes.NewReader(pack), int64(len(pack)), o).String()

	t.Run("cut short anywhere", func(t *testing.T) {
		t.Parallel()
		for n := 0; n < len(pack); n += 97 {
			r := Verify(bytes.NewReader(pack[:n]), int64(n), o)
			if r.OK() || r.Problem.Code != ZipMalformed {
				t.Fatalf("%d bytes: got %v", n, r)
			}
		}
	})
	t.Run("a byte flipped anywhere", func(t *testing.T) {
		t.Parallel()
		for i := 0; i < len(pack); i += 11 {
			b := bytes.Clone(pack)
			b[i] ^= 1 << (i % 8)
			if r := Verify(bytes.NewReader(b), int64(len(b)), o); r.OK() && r.String() != want {
				t.Fatalf("byte %d: got %v", i, r)
			}
		}
	})
	t.Run("a bomb", func(t *testing.T) {
		t.Parallel()
		f := unzip(t, pack)
		f.put("facts/1.json", make([]byte, maxText+1))
		r := f.verify(o)
		if r.OK() || r.Problem.Code != ZipMalformed || r.Problem.Seq != 1 {
			t.Errorf("got %v", r)
		}
	})
}
