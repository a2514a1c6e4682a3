package ledger

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestVerifyAcceptsWhatWasSealed(t *testing.T) {
	t.Parallel()
	w := lived(t)
	pinned := Options{Key: w.key.Public()}

	t.Run("a whole chain", func(t *testing.T) {
		t.Parallel()
		r := w.whole().verify(Options{Key: w.key.Public(), Since: w.receipts[1].Text()})
		if !r.OK() || r.ExitCode() != 0 || r.Last != 7 || r.Facts != 7 || r.Photos != 3 || r.Since == nil {
			t.Errorf("got %+v\n%v", r, r)
		}
		want := []Removal{{Tombstone{3, []Part{PartPersonal}, "《个人信息保护法》第四十七条"}, 6, w.links[5].At}}
		if diff := cmp.Diff(want, r.Removed); diff != "" {
			t.Error(diff)
		}
		if !strings.Contains(r.String(), "依法清除　第 3 条的个人信息") {
			t.Errorf("got report\n%v", r)
		}
	})
	t.Run("some days, from the receipt before them to the present head", func(t *testing.T) {
		t.Parallel()
		f := unzip(t, w.export("2026-11-03", "2026-11-04", 1))
		r := f.verify(pinned)
		if r.ExitCode() != 0 || r.First != 3 || r.Last != 7 || r.Facts != 3 || r.Outside != 2 {
			t.Errorf("got %+v\n%v", r, r)
		}
	})
	t.Run("days on which nothing happened", func(t *testing.T) {
		t.Parallel()
		r := unzip(t, w.export("2026-11-07", "2026-11-08", 3)).verify(pinned)
		if r.ExitCode() != 0 || r.Facts != 0 {
			t.Errorf("got %+v\n%v", r, r)
		}
	})
	t.Run("an untrusted key is said so", func(t *testing.T) {
		t.Parallel()
		r := w.whole().verify(Options{})
		if !r.OK() || r.ExitCode() != 2 || !slices.Equal(r.Warnings(), []Code{KeyUntrusted}) {
			t.Errorf("got %+v\n%v", r, r)
		}
		if !strings.Contains(r.String(), "untrusted key") {
			t.Errorf("got report\n%v", r)
		}
	})
	t.Run("links after the last checkpoint are said to be unsigned", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.check(7)
		r := w.whole().verify(pinned)
		if !r.OK() || r.ExitCode() != 2 || r.Unsigned != 1 {
			t.Errorf("got %+v\n%v", r, r)
		}
	})
	t.Run("a new epoch", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.seal(Fact{Kind: KindEpoch, Payload: Payload{Body: []byte(`{"reason":"自备份恢复"}`)}}, noon.AddDate(0, 0, 6))
		w.check(8)
		w.checkpoint(noon.AddDate(0, 0, 8))
		if r := w.whole().verify(pinned); r.ExitCode() != 0 || w.head.Epoch != 2 {
			t.Errorf("got %+v\n%v", r, r)
		}
	})
	t.Run("an endorsed key, whichever of the two is pinned", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		old := w.key
		w.key = testKey(t, 2)
		e, err := Endorse(old, w.key, noon.AddDate(0, 0, 6))
		must(t, err)
		w.check(7)
		w.checkpoint(noon.AddDate(0, 0, 7))
		f := unzip(t, w.export("2026-11-01", "2026-11-30", 0, e))
		for _, k := range []*Key{old, w.key} {
			if r := f.verify(Options{Key: k.Public(), Since: w.receipts[0].Text()}); r.ExitCode() != 0 {
				t.Errorf("pinned %s: got %v", k.ID(), r)
			}
		}
	})
	t.Run("a receipt whose lines were ended by a mail program", func(t *testing.T) {
		t.Parallel()
		since := bytes.ReplaceAll(w.receipts[1].Text(), []byte("\n"), []byte("\r\n"))
		if r := w.whole().verify(Options{Key: w.key.Public(), Since: since}); r.ExitCode() != 0 {
			t.Errorf("got %v", r)
		}
	})
}

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
	}, LinkChanged, 5},
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

// What the operator himself, who has the key, cannot do unseen.
func TestVerifyFindsWhatTheOperatorDoes(t *testing.T) {
	t.Parallel()
	honest := lived(t)
	key := honest.key.Public()
	check := func(t *testing.T, b []byte, o Options, want Code) {
		t.Helper()
		r := Verify(bytes.NewReader(b), int64(len(b)), o)
		if r.OK() || r.Problem.Code != want {
			t.Errorf("got %+v, want %s\n%v", r.Problem, want, r)
		}
	}
	all := func(w *world) []byte { return w.export("2026-11-01", "2026-11-30", 0) }

	t.Run("a link dated before its predecessor", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.head.At = time.Time{} // sealed by other means than Seal
		w.check(1)
		w.checkpoint(noon.AddDate(0, 0, 7))
		check(t, all(w), Options{Key: key}, LinkBackdated)
	})
	t.Run("a link dated before a checkpoint that does not have it", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		w.check(1)
		w.checkpoint(noon.AddDate(0, 0, 5))
		w.check(2)
		w.checkpoint(noon.AddDate(0, 0, 6))
		check(t, all(w), Options{Key: key}, LinkBackdated)
	})
	t.Run("a chain that is shorter than in a receipt", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		w.check(1)
		w.checkpoint(noon.AddDate(0, 0, 6))
		check(t, all(w), Options{Key: key, Since: honest.receipts[1].Text()}, CheckpointRollback)
	})
	t.Run("a history written anew and signed", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		for n := range 7 {
			w.check(n+1, "另一张")
		}
		w.checkpoint(noon.AddDate(0, 0, 8))
		check(t, all(w), Options{Key: key, Since: honest.receipts[1].Text()}, CheckpointRollback)
	})
	t.Run("two checkpoints of one number", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.receipts, w.notes = w.receipts[:2], w.notes[:2]
		w.checkpoint(noon.AddDate(0, 0, 9))
		check(t, all(w), Options{Key: key, Since: honest.receipts[2].Text()}, CheckpointRollback)
	})
	t.Run("a checkpoint that leaves its predecessor out", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.notes[2] = w.notes[1]
		w.check(7)
		w.checkpoint(noon.AddDate(0, 0, 9))
		check(t, all(w), Options{Key: key}, CheckpointRollback)
	})
	t.Run("a restored backup is told from a secret rollback", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		w.check(1)
		w.seal(Fact{Kind: KindEpoch}, noon.AddDate(0, 0, 6))
		w.checkpoint(noon.AddDate(0, 0, 7))
		check(t, all(w), Options{Key: key, Since: honest.receipts[2].Text()}, CheckpointRestored)
	})
	t.Run("an epoch without its link", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.head.Epoch = 2
		w.check(7)
		w.checkpoint(noon.AddDate(0, 0, 9))
		check(t, all(w), Options{Key: key}, LinkEpoch)
	})
	t.Run("a forged key", func(t *testing.T) {
		t.Parallel()
		w := newWorld(t)
		w.key = testKey(t, 9)
		w.check(1)
		w.checkpoint(noon.AddDate(0, 0, 1))
		check(t, all(w), Options{Key: key}, CheckpointSignature)
		e, err := Endorse(testKey(t, 8), w.key, noon)
		must(t, err)
		check(t, w.export("2026-11-01", "2026-11-30", 0, e), Options{Key: key}, CheckpointSignature)
	})
	t.Run("a receipt that is older than the export's first link", func(t *testing.T) {
		t.Parallel()
		b := honest.export("2026-11-06", "2026-11-30", 2)
		check(t, b, Options{Key: key, Since: honest.receipts[0].Text()}, SinceUncovered)
	})
	t.Run("an export that begins after its first day", func(t *testing.T) {
		t.Parallel()
		check(t, honest.export("2026-11-02", "2026-11-30", 2), Options{Key: key}, LinkMissing)
	})
	t.Run("a mistyped key", func(t *testing.T) {
		t.Parallel()
		check(t, all(honest), Options{Key: key[:len(key)-3]}, KeyMalformed)
	})
}

func TestReportKeepsForgedTextInItsPlace(t *testing.T) {
	t.Parallel()
	f := lived(t).whole()
	f.link(3, func(l *Link) { l.Kind = "x\n✓ 完好\x1b[2J" })
	got := f.verify(Options{}).String()
	if strings.Contains(got, "\n✓") || strings.Contains(got, "\x1b") {
		t.Errorf("got %q", got)
	}
}
