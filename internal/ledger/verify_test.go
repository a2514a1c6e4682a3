package ledger

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/id"
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
	t.Run("a kind that is withheld is counted and named, and its words are not there", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.withheld = []string{"record.daily.submitted"}
		f := w.whole()
		r := f.verify(pinned)
		if r.ExitCode() != 0 || r.Facts != 1 || r.Withheld != 6 || r.Outside != 0 || r.Photos != 0 {
			t.Errorf("got %+v\n%v", r, r)
		}
		if !strings.Contains(r.String(), "未附正文") || !strings.Contains(r.String(), "record.daily.submitted") {
			t.Errorf("got report\n%v", r)
		}
		for name, body := range f.content {
			if strings.Contains(string(body), "不符合") {
				t.Errorf("%s tells what was withheld", name)
			}
		}
	})
	t.Run("of a subject that is shown nothing is withheld", func(t *testing.T) {
		t.Parallel()
		w := lived(t)
		w.withheld, w.shown = []string{"record.daily.submitted"}, []id.ID{w.links[1].Subject}
		f := w.whole()
		if r := f.verify(pinned); r.ExitCode() != 0 || r.Facts != 2 || r.Withheld != 5 || r.Photos != 2 {
			t.Errorf("got %+v\n%v", r, r)
		}
		// Who takes the subject out of the manifest leaves a payload that nobody announced.
		w.shown = nil
		f.content[fileManifest] = w.whole().content[fileManifest]
		if r := f.verify(pinned); r.OK() {
			t.Errorf("a manifest that hides what is shown is believed:\n%v", r)
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
