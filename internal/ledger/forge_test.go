package ledger

import (
	"encoding/json"
	"slices"
	"testing"
)

// forgeries are attacks on a whole export by somebody who covers his tracks as
// far as he can without the key.
var forgeries = []struct {
	name string
	act  func(*files)
	want Code
	seq  uint64
}{
	{"a body is changed", func(f *files) { f.replace("facts/5.json", "不符合", "符合") }, BodyChanged, 5},
	{"a body is taken out", func(f *files) { f.drop("facts/5.json") }, BodyMissing, 5},
	{"a body and its salt are taken out without a tombstone", func(f *files) {
		f.drop("facts/7.json")
		f.entry(6, func(n *entry) { n.Body = nil })
	}, BodyMissing, 7},
	{"a fact is passed off as outside the days", func(f *files) {
		f.drop("facts/4.json")
		f.drop("personal/4.json")
		f.entry(3, func(n *entry) { *n = entry{Seq: 4, Outside: true} })
	}, BodyMissing, 4},
	{"personal fields are changed", func(f *files) { f.replace("personal/2.json", "王五", "赵六") }, PersonalChanged, 2},
	{"personal fields are taken out", func(f *files) { f.drop("personal/2.json") }, PersonalChanged, 2},
	{"personal fields and their salt are taken out", func(f *files) {
		f.drop("personal/2.json")
		f.entry(1, func(n *entry) { n.Personal = nil })
	}, PersonalMissing, 2},
	{"a photo is swapped under its name", func(f *files) { f.put(f.photo(4, 0), []byte("别处")) }, PhotoChanged, 5},
	{"a photo is swapped in the index too", func(f *files) {
		f.entry(4, func(n *entry) { n.Files[0] = Photo{Hash: Hash{1}, Ext: "jpg"} })
	}, PhotoChanged, 5},
	{"two photos change places", func(f *files) {
		f.entry(1, func(n *entry) { slices.Reverse(n.Files) })
	}, PhotoChanged, 2},
	{"a photo is taken out", func(f *files) { f.drop(f.photo(4, 0)) }, PhotoMissing, 5},
	{"a photo is added", func(f *files) { f.put("photos/x.jpg", []byte("x")) }, ZipMalformed, 0},

	{"a link is changed and left so", func(f *files) { f.replace(fileLinks, `"day":"2026-11-04"`, `"day":"2026-11-14"`) }, LinkChanged, 4},
	{"a link is changed and its hash too", func(f *files) {
		f.link(3, func(l *Link) { l.Day = "2026-11-14" })
	}, LinkChanged, 4},
	{"a link is changed and those up to the receipt are chained anew", func(f *files) {
		f.link(3, func(l *Link) { l.Day = "2026-11-14" })
		f.rechain(4)
	}, LinkChanged, 5}, // the receipt shows it here; the text says so
	{"a link is deleted", func(f *files) { f.cut(3) }, LinkMissing, 4},
	{"the first link is deleted", func(f *files) { f.cut(0) }, LinkMissing, 1},
	{"a link is deleted and the rest chained anew", func(f *files) {
		f.cut(3)
		f.rechain(3)
	}, BodyChanged, 4},
	{"a link is inserted", func(f *files) {
		f.setLines(fileLinks, slices.Insert(f.lines(fileLinks), 4, f.lines(fileLinks)[3]))
	}, LinkOrder, 4},
	{"a link is inserted and the rest chained anew", func(f *files) {
		f.setLines(fileLinks, slices.Insert(f.lines(fileLinks), 3, f.lines(fileLinks)[3]))
		f.rechain(3)
	}, LinkChanged, 5},
	{"two links change places", func(f *files) {
		lines := f.lines(fileLinks)
		lines[2], lines[3] = lines[3], lines[2]
		f.setLines(fileLinks, lines)
	}, LinkOrder, 3},
	{"the last links are dropped", func(f *files) {
		f.cut(6)
		f.drop("facts/7.json")
		f.drop("personal/7.json")
		index := f.lines(fileIndex)
		f.setLines(fileIndex, index[:6])
	}, HeadTruncated, 7},
	{"a link of another chain is put in", func(f *files) {
		f.link(6, func(l *Link) { l.Chain = other })
	}, LinkChanged, 7},
	{"a link claims a future format", func(f *files) {
		f.link(6, func(l *Link) { l.Version = 9 })
	}, LinkChanged, 7},
	{"links.jsonl is cut short", func(f *files) {
		b := f.content[fileLinks]
		f.content[fileLinks] = b[:len(b)-10]
	}, LinkChanged, 7},
	{"two records are wrong: the first is named", func(f *files) {
		f.link(5, func(l *Link) { l.Kind = "x" })
		f.replace("facts/2.json", "不符合", "符合")
	}, BodyChanged, 2},

	{"receipts are taken out", func(f *files) {
		for _, n := range []string{"1", "2", "3"} {
			f.drop("receipts/" + n + ".receipt")
		}
	}, CheckpointMissing, 0},
	{"a receipt is given another head", func(f *files) {
		f.replace("receipts/3.receipt", "seq 7", "seq 6")
	}, CheckpointRoot, 0},
	{"a checkpoint is given another number", func(f *files) {
		f.replace("receipts/3.receipt", "number 3", "number 4")
	}, CheckpointSignature, 0},
	{"a tombstone is forged for a missing body", func(f *files) {
		f.replace("facts/6.json", `"personal"`, `"body"`)
		f.drop("facts/5.json")
	}, PersonalMissing, 3}, // which the true tombstone accounted for
	{"a tombstone is taken out", func(f *files) { f.drop("facts/6.json") }, PersonalMissing, 3},
	{"a file is put in", func(f *files) { f.put("说明.txt", []byte("此包可信")) }, ZipMalformed, 0},
}

func TestVerifyFindsForgeries(t *testing.T) {
	t.Parallel()
	w := lived(t)
	for _, c := range forgeries {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			f := w.whole()
			f.t = t
			c.act(f)
			f.sum()
			r := f.verify(Options{Key: w.key.Public()})
			if r.ExitCode() != 1 || r.Problem.Code != c.want || r.Problem.Seq != c.seq {
				t.Errorf("got %+v, want %s at %d\n%v", r.Problem, c.want, c.seq, r)
			}
		})
	}
	t.Run("a manifest that contradicts the sums", func(t *testing.T) {
		t.Parallel()
		f := w.whole()
		f.replace(fileManifest, "2026-11-30", "2026-11-29")
		if r := f.verify(Options{Key: w.key.Public()}); r.OK() || r.Problem.Code != FileChanged {
			t.Errorf("got %v", r)
		}
	})
}

// cut removes a line of links.jsonl.
func (f *files) cut(i int) { f.setLines(fileLinks, slices.Delete(f.lines(fileLinks), i, i+1)) }

func (f *files) entry(i int, change func(*entry)) {
	f.t.Helper()
	lines := f.lines(fileIndex)
	var n entry
	must(f.t, json.Unmarshal([]byte(lines[i]), &n))
	change(&n)
	text, err := json.Marshal(n)
	must(f.t, err)
	lines[i] = string(text)
	f.setLines(fileIndex, lines)
}

func (f *files) photo(i, n int) string {
	f.t.Helper()
	var e entry
	must(f.t, json.Unmarshal([]byte(f.lines(fileIndex)[i]), &e))
	return filePhoto(e.Files[n])
}
