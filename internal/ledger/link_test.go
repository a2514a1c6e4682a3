package ledger

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/id"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden holds vectors for whoever writes a verifier of his own. Once a
// version has sealed anything, its vectors do not change.
type golden struct {
	Contents []goldenContent `json:"contents"`
	Links    []goldenLink    `json:"links"`
	Heads    []goldenHead    `json:"heads"`
	Root     Hash            `json:"root"` // over heads
	Key      string          `json:"key"`
	Receipt  string          `json:"receipt"`
}

type goldenContent struct {
	Tag     string `json:"tag"`
	Salt    Salt   `json:"salt"`
	Content string `json:"content,omitempty"`
	Photos  []Hash `json:"photos,omitempty"`
	Hash    Hash   `json:"hash"`
}

type goldenLink struct {
	Link     linkLine `json:"link"`
	Encoding string   `json:"encoding"`
}

type goldenHead struct {
	Chain    id.ID  `json:"chain"`
	Epoch    uint32 `json:"epoch"`
	Seq      uint64 `json:"seq"`
	Hash     Hash   `json:"hash"`
	Encoding string `json:"encoding"`
}

// matches compares a value with a golden file.
func matches(t *testing.T, file string, got any) {
	t.Helper()
	text, err := json.MarshalIndent(got, "", "  ")
	must(t, err)
	text = append(text, '\n')
	if *update {
		must(t, os.WriteFile(file, text, 0o600))
	}
	want, err := os.ReadFile(file)
	must(t, err)
	if diff := cmp.Diff(string(want), string(text)); diff != "" {
		t.Errorf("%s differs:\n%s", file, diff)
	}
}

func TestEncodingIsThatOfTheGoldenVectors(t *testing.T) {
	t.Parallel()
	w := lived(t)
	w.seal(Fact{Kind: KindEpoch, Payload: Payload{Body: []byte("{}")}}, noon.AddDate(0, 0, 7))
	var g golden
	for i, l := range w.links {
		p := w.payloads[i]
		g.Links = append(g.Links, goldenLink{l.line(), hex.EncodeToString(l.Encoding())})
		g.Contents = append(g.Contents, goldenContent{Tag: tagBody, Salt: *p.BodySalt, Content: string(p.Body), Hash: l.BodyHash})
		if p.PersonalSalt != nil {
			g.Contents = append(g.Contents, goldenContent{
				Tag: tagPersonal, Salt: *p.PersonalSalt, Content: string(p.Personal), Hash: l.PersonalHash,
			})
		}
		c := goldenContent{Tag: tagPhotos, Salt: *p.PhotosSalt, Hash: l.PhotosHash}
		for _, photo := range p.Photos {
			c.Photos = append(c.Photos, photo.Hash)
		}
		g.Contents = append(g.Contents, c)
	}
	heads := []Head{{Chain: third, Epoch: 1, Seq: 9}, w.links[6].Head(), {Chain: other, Epoch: 2, Seq: 7}}
	tree, err := plant(heads)
	must(t, err)
	for _, h := range tree.heads {
		g.Heads = append(g.Heads, goldenHead{h.Chain, h.Epoch, h.Seq, h.Hash, hex.EncodeToString(h.leaf())})
	}
	g.Root, g.Key, g.Receipt = tree.root, w.key.Public(), string(w.receipts[2].Text())
	matches(t, "testdata/golden.json", g)
}

// An export that was once written verifies for ever.
func TestVerifyReadsTheExportsOfEarlierVersions(t *testing.T) {
	t.Parallel()
	const file = "testdata/export-1.zip"
	w := lived(t)
	if *update {
		must(t, os.WriteFile(file, w.export("2026-11-01", "2026-11-30", 0), 0o600))
	}
	b, err := os.ReadFile(file)
	must(t, err)
	f := unzip(t, b)
	if r := f.verify(Options{Key: w.key.Public(), Since: w.receipts[1].Text()}); r.ExitCode() != 0 || r.Last != 7 {
		t.Errorf("got %v", r)
	}
}

func TestSeal(t *testing.T) {
	t.Parallel()
	fact := func(kind string) Fact {
		f := Fact{Kind: kind, Day: "2026-11-01"}
		must(t, f.Draw(new(counter)))
		return f
	}
	seal := func(h Head, f Fact, at time.Time) Link {
		l, err := h.Seal(f, at, "00000000")
		must(t, err)
		return l
	}
	first := seal(Genesis(mine), fact("x"), noon)

	t.Run("counts from one and chains", func(t *testing.T) {
		t.Parallel()
		l := seal(first.Head(), fact("x"), noon.Add(time.Second))
		if first.Seq != 1 || !first.Prev.IsZero() || first.Epoch != 1 || l.Seq != 2 || l.Prev != first.Hash() {
			t.Errorf("got %+v, then %+v", first, l)
		}
	})
	t.Run("never runs back in time", func(t *testing.T) {
		t.Parallel()
		if l := seal(first.Head(), fact("x"), noon.Add(-time.Second)); !l.At.Equal(noon) {
			t.Errorf("got %v, want the predecessor's %v", l.At, noon)
		}
	})
	t.Run("hashes no finer than the databases store", func(t *testing.T) {
		t.Parallel()
		l := seal(first.Head(), fact("x"), noon.Add(time.Second+999*time.Nanosecond))
		stored := l
		stored.At = l.At.In(time.FixedZone("", 8*3600)).Truncate(time.Microsecond)
		if stored.Hash() != l.Hash() {
			t.Error("hash changed on the way through the database")
		}
	})
	t.Run("opens an epoch", func(t *testing.T) {
		t.Parallel()
		if l := seal(first.Head(), fact(KindEpoch), noon); l.Epoch != 2 || l.Seq != 2 {
			t.Errorf("got %+v", l)
		}
	})
	t.Run("refuses a fact without salts or kind", func(t *testing.T) {
		t.Parallel()
		if _, err := Genesis(mine).Seal(Fact{Kind: "x"}, noon, ""); err == nil {
			t.Error("sealed without salts")
		}
		if _, err := Genesis(mine).Seal(fact(""), noon, ""); err == nil {
			t.Error("sealed without kind")
		}
	})
	t.Run("every field changes the hash", func(t *testing.T) {
		t.Parallel()
		seen := map[Hash]bool{first.Hash(): true}
		for i, change := range []func(*Link){
			func(l *Link) { l.Version++ }, func(l *Link) { l.Algorithm = "sm3" }, func(l *Link) { l.Chain = other },
			func(l *Link) { l.Epoch++ }, func(l *Link) { l.Seq++ }, func(l *Link) { l.Prev[0]++ },
			func(l *Link) { l.Kind = "y" }, func(l *Link) { l.Subject = other }, func(l *Link) { l.Day = "" },
			func(l *Link) { l.At = l.At.Add(time.Microsecond) }, func(l *Link) { l.KeyID = "1" },
			func(l *Link) { l.BodyHash[0]++ }, func(l *Link) { l.PersonalHash[0]++ }, func(l *Link) { l.PhotosHash[0]++ },
		} {
			l := first
			if change(&l); seen[l.Hash()] {
				t.Errorf("change %d leaves the hash", i)
			}
			seen[l.Hash()] = true
		}
	})
}

func TestTombstone(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{
		``, `{}`, `{"seq":1,"parts":[],"basis":"x"}`, `{"seq":1,"parts":["soul"],"basis":"x"}`, `{"seq":1,"parts":["body"]}`,
	} {
		if _, err := ParseTombstone([]byte(bad)); err == nil {
			t.Errorf("%s is taken for a tombstone", bad)
		}
	}
	if _, err := (Tombstone{}).Body(); err == nil {
		t.Error("an empty tombstone has a body")
	}
}
