package ledger

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

const (
	mine  = id.ID("01936b6c-0000-7000-8000-000000000002")
	other = id.ID("01936b6c-0000-7000-8000-000000000001")
	third = id.ID("01936b6c-0000-7000-8000-000000000003")
)

// testKey makes a key of the instance "demo" from a seed of equal bytes.
func testKey(t testing.TB, b byte) *Key {
	t.Helper()
	seed := bytes.Repeat([]byte{b}, ed25519.SeedSize)
	public, err := note.NewEd25519VerifierKey("zhize/demo", ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey))
	must(t, err)
	hash := strings.SplitN(public, "+", 3)[1]
	k, err := LoadKey("PRIVATE+KEY+zhize/demo+" + hash + "+" + base64.StdEncoding.EncodeToString(append([]byte{1}, seed...)))
	must(t, err)
	return k
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// counter is randomness for tests.
type counter byte

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		*c++
		p[i] = byte(*c)
	}
	return len(p), nil
}

// world is a small instance: the chain of one enterprise among three, with
// checkpoints, a photo shared by two facts, and one lawful erasure.
type world struct {
	t        testing.TB
	key      *Key
	random   counter
	links    []Link
	payloads []Payload
	head     Head
	notes    [][]byte
	receipts []Receipt
	photos   map[Hash][]byte
	withheld []string
	shown    []id.ID
}

func newWorld(t testing.TB) *world {
	return &world{t: t, key: testKey(t, 1), head: Genesis(mine), photos: map[Hash][]byte{}}
}

var noon = time.Date(2026, 11, 1, 4, 0, 0, 123456000, time.UTC) // 12:00 in Shanghai

func (w *world) seal(f Fact, at time.Time) {
	w.t.Helper()
	must(w.t, f.Draw(&w.random))
	l, err := w.head.Seal(f, at, w.key.ID())
	must(w.t, err)
	w.links, w.payloads, w.head = append(w.links, l), append(w.payloads, f.Payload), l.Head()
}

// check seals a daily check of the n-th of November.
func (w *world) check(n int, photos ...string) {
	w.t.Helper()
	f := Fact{
		Kind: "record.daily.submitted", Subject: id.ID(fmt.Sprintf("01936b6c-0000-7000-8000-0000000000%02d", 10+n)),
		Day: clock.DayOf(noon).Add(n - 1),
		Payload: Payload{
			Body:     fmt.Appendf(nil, `{"day":%d,"answers":["符合","不符合"]}`, n),
			Personal: fmt.Appendf(nil, `{"officer":"王五%d"}`, n),
		},
	}
	for _, p := range photos {
		h := Hash(sha256.Sum256([]byte(p)))
		w.photos[h] = []byte(p)
		f.Photos = append(f.Photos, Photo{h, "jpg"})
	}
	w.seal(f, noon.AddDate(0, 0, n-1))
}

// erase removes a part of a fact and seals the tombstone.
func (w *world) erase(seq uint64, at time.Time) {
	w.t.Helper()
	body, err := Tombstone{seq, []Part{PartPersonal}, "《个人信息保护法》第四十七条"}.Body()
	must(w.t, err)
	w.seal(Fact{Kind: KindErased, Payload: Payload{Body: body}}, at)
	w.payloads[seq-1].Personal, w.payloads[seq-1].PersonalSalt = nil, nil
}

// checkpoint signs all chains and keeps the receipt of ours.
func (w *world) checkpoint(at time.Time) {
	w.t.Helper()
	var prev []byte
	if len(w.notes) > 0 {
		prev = w.notes[len(w.notes)-1]
	}
	heads := []Head{{Chain: third, Epoch: 1, Seq: 9}, w.head, {Chain: other, Epoch: 2, Seq: 7}}
	signed, tree, err := BuildCheckpoint(heads, prev, uint64(len(w.notes)+1), at, w.key)
	must(w.t, err)
	r, found, err := tree.Receipt(mine)
	must(w.t, err)
	if !found {
		w.t.Fatal("own chain is not in the tree")
	}
	w.notes, w.receipts = append(w.notes, signed), append(w.receipts, r)
}

// lived is the world of most tests: seven links, checkpoints after links 2, 5
// and 7; link 3 has lost its personal fields to the tombstone 6.
func lived(t testing.TB) *world {
	w := newWorld(t)
	w.check(1)
	w.check(2, "门口", "货架")
	w.checkpoint(noon.AddDate(0, 0, 1).Add(time.Hour))
	w.check(3, "货架")
	w.check(4)
	w.check(5, "台账")
	w.checkpoint(noon.AddDate(0, 0, 4).Add(time.Hour))
	w.erase(3, noon.AddDate(0, 0, 4).Add(2*time.Hour))
	w.check(6)
	w.checkpoint(noon.AddDate(0, 0, 5).Add(time.Hour))
	return w
}

// export writes the links after the head of receipt number first, or all for 0.
func (w *world) export(from, to clock.Day, first int, endorsements ...[]byte) []byte {
	w.t.Helper()
	var out bytes.Buffer
	e, err := NewExportWriter(&out, Export{"demo", mine, from, to, noon.AddDate(0, 0, 9), w.key.Public(), w.withheld, w.shown})
	must(w.t, err)
	for _, n := range endorsements {
		must(w.t, e.AddEndorsement(n))
	}
	start := uint64(0)
	for i, r := range w.receipts {
		if first > 0 && i+1 == first {
			start = r.Head.Seq
		}
		if i+1 >= first {
			must(w.t, e.AddReceipt(uint64(i+1), r))
		}
	}
	for i, l := range w.links[start:] {
		p := w.payloads[int(start)+i]
		must(w.t, e.AddLink(l, &p))
		for _, photo := range p.Photos {
			if e.export.Covers(l) {
				must(w.t, e.AddPhoto(photo, bytes.NewReader(w.photos[photo.Hash])))
			}
		}
	}
	must(w.t, e.Close())
	return out.Bytes()
}

// whole exports everything.
func (w *world) whole() *files {
	w.t.Helper()
	return unzip(w.t, w.export("2026-11-01", "2026-11-30", 0))
}

// files are the contents of an export under the forger's hands.
type files struct {
	t       testing.TB
	names   []string
	content map[string][]byte
}

func unzip(t testing.TB, b []byte) *files {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	must(t, err)
	f := &files{t, nil, map[string][]byte{}}
	for _, file := range z.File {
		r, err := file.Open()
		must(t, err)
		content, err := io.ReadAll(r)
		must(t, err)
		f.names, f.content[file.Name] = append(f.names, file.Name), content
	}
	return f
}

func (f *files) zip() []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range f.names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		must(f.t, err)
		_, err = w.Write(f.content[name])
		must(f.t, err)
	}
	must(f.t, z.Close())
	return out.Bytes()
}

func (f *files) put(name string, content []byte) {
	if f.content[name] == nil {
		f.names = append(f.names, name)
	}
	f.content[name] = content
}

func (f *files) drop(name string) {
	f.names = slices.DeleteFunc(f.names, func(n string) bool { return n == name })
	delete(f.content, name)
}

func (f *files) replace(name, from, to string) {
	f.t.Helper()
	if !bytes.Contains(f.content[name], []byte(from)) {
		f.t.Fatalf("%s does not contain %q", name, from)
	}
	f.content[name] = bytes.Replace(f.content[name], []byte(from), []byte(to), 1)
}

// sum covers the forger's tracks in SHA256SUMS.
func (f *files) sum() {
	var b []byte
	for _, name := range f.names {
		if name != fileSums {
			b = fmt.Appendf(b, "%x  %s\n", sha256.Sum256(f.content[name]), name)
		}
	}
	f.put(fileSums, b)
}

func (f *files) lines(name string) []string {
	return strings.SplitAfter(strings.TrimSuffix(string(f.content[name]), "\n"), "\n")
}

func (f *files) setLines(name string, lines []string) {
	for i, l := range lines {
		lines[i] = strings.TrimSuffix(l, "\n") + "\n"
	}
	f.content[name] = []byte(strings.Join(lines, ""))
}

// link changes the i-th link, and writes its hash to suit.
func (f *files) link(i int, change func(*Link)) {
	f.t.Helper()
	lines := f.lines(fileLinks)
	var n linkLine
	must(f.t, json.Unmarshal([]byte(lines[i]), &n))
	l, err := n.link()
	must(f.t, err)
	change(&l)
	text, err := json.Marshal(l.line())
	must(f.t, err)
	lines[i] = string(text)
	f.setLines(fileLinks, lines)
}

// rechain makes all links from the i-th on follow one another again.
func (f *files) rechain(i int) {
	f.t.Helper()
	for n := i; n < len(f.lines(fileLinks)); n++ {
		var before linkLine
		if n > 0 {
			must(f.t, json.Unmarshal([]byte(f.lines(fileLinks)[n-1]), &before))
		}
		f.link(n, func(l *Link) { l.Seq, l.Prev = before.Seq+1, before.Hash })
	}
}

func (f *files) verify(o Options) Report {
	b := f.zip()
	return Verify(bytes.NewReader(b), int64(len(b)), o)
}
