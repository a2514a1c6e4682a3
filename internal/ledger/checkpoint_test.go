package ledger

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"zhize/internal/platform/id"
)

func chains(n int) []Head {
	heads := make([]Head, n)
	for i := range heads {
		heads[i] = Head{Chain: id.ID(fmt.Sprintf("01936b6c-0000-7000-8000-%012d", n-i)), Epoch: 1, Seq: uint64(i + 1), Hash: Hash{byte(i)}, At: noon}
	}
	return heads
}

func TestReceiptProvesEveryChain(t *testing.T) {
	t.Parallel()
	key := testKey(t, 1)
	ring, err := NewKeyring(key.Public())
	must(t, err)
	for n := range 40 {
		heads := chains(n)
		signed, tree, err := BuildCheckpoint(heads, nil, 1, noon, key)
		must(t, err)
		c, err := OpenCheckpoint(signed, ring)
		must(t, err)
		want := Checkpoint{Origin: "zhize/demo", Number: 1, Size: uint64(n), Root: tree.root, At: noon}
		if diff := cmp.Diff(want, c); diff != "" {
			t.Fatalf("%d chains: %s", n, diff)
		}
		for _, h := range heads {
			r, found, err := tree.Receipt(h.Chain)
			must(t, err)
			again, errParse := ParseReceipt(r.Text())
			must(t, errParse)
			if diff := cmp.Diff(r, again, cmpopts.EquateEmpty()); diff != "" || !found {
				t.Fatalf("%d chains: %s", n, diff)
			}
			if _, err := again.Open(ring); err != nil {
				t.Fatalf("%d chains: %v", n, err)
			}
			again.Head.Seq++
			if _, err := again.Open(ring); !errors.Is(err, ErrRoot) {
				t.Fatalf("%d chains: another head: got %v", n, err)
			}
		}
		if _, found, err := tree.Receipt(mine + "x"); found || err != nil {
			t.Fatalf("a strange chain: %t, %v", found, err)
		}
	}
}

func TestCheckpoint(t *testing.T) {
	t.Parallel()
	key := testKey(t, 1)
	first, tree, err := BuildCheckpoint(chains(3), nil, 1, noon, key)
	must(t, err)

	t.Run("reads as text", func(t *testing.T) {
		t.Parallel()
		text, _, _ := strings.Cut(string(first), "\n\n")
		lines := strings.Split(text, "\n")
		want := []string{"zhize/demo", "3", lines[2], "number 1", "prev " + strings.Repeat("0", 64), "at 2026-11-01T04:00:00.123456Z"}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("does not depend on the order of heads", func(t *testing.T) {
		t.Parallel()
		heads := chains(3)
		heads[0], heads[2] = heads[2], heads[0]
		again, _, err := BuildCheckpoint(heads, nil, 1, noon, key)
		must(t, err)
		if !bytes.Equal(first, again) {
			t.Error("another checkpoint")
		}
	})
	t.Run("names its predecessor", func(t *testing.T) {
		t.Parallel()
		second, _, err := BuildCheckpoint(chains(4), first, 2, noon.Add(time.Hour), key)
		must(t, err)
		if !strings.Contains(string(second), "\nprev "+NoteHash(first).String()+"\n") {
			t.Errorf("got\n%s", second)
		}
	})
	t.Run("refuses a missing predecessor and a chain with two heads", func(t *testing.T) {
		t.Parallel()
		if _, _, err := BuildCheckpoint(chains(3), nil, 2, noon, key); err == nil {
			t.Error("number 2 without predecessor")
		}
		if _, _, err := BuildCheckpoint(append(chains(1), chains(1)...), nil, 1, noon, key); err == nil {
			t.Error("two heads")
		}
	})
	t.Run("a receipt with anything more or less is malformed", func(t *testing.T) {
		t.Parallel()
		r, _, err := tree.Receipt(chains(3)[0].Chain)
		must(t, err)
		text := string(r.Text())
		for _, bad := range []string{
			"", "zhize-receipt 1\n", text[1:], strings.Replace(text, "seq 1", "seq 01", 1), strings.Replace(text, "\n\n", "\nxx\n\n", 1),
		} {
			if _, err := ParseReceipt([]byte(bad)); !errors.Is(err, ErrMalformed) {
				t.Errorf("%.30q: got %v", bad, err)
			}
		}
	})
}

func TestKey(t *testing.T) {
	t.Parallel()
	t.Run("is generated, loaded and named", func(t *testing.T) {
		t.Parallel()
		private, err := GenerateKey("demo", rand.Reader)
		must(t, err)
		k, err := LoadKey(private + "\n")
		must(t, err)
		kid, err := KeyID(k.Public())
		must(t, err)
		if k.Origin() != "zhize/demo" || k.ID() != kid || len(kid) != 8 {
			t.Errorf("got %s %s %s", k.Origin(), k.ID(), kid)
		}
		signed, _, err := BuildCheckpoint(nil, nil, 1, noon, k)
		must(t, err)
		ring, err := NewKeyring(k.Public())
		must(t, err)
		if _, err := OpenCheckpoint(signed, ring); err != nil {
			t.Error(err)
		}
	})
	t.Run("is trusted through any number of endorsements, in any order", func(t *testing.T) {
		t.Parallel()
		var list [][]byte
		for b := byte(4); b > 1; b-- {
			e, err := Endorse(testKey(t, b-1), testKey(t, b), noon)
			must(t, err)
			list = append(list, e)
		}
		ring, err := NewKeyring(testKey(t, 1).Public(), list...)
		must(t, err)
		if len(ring) != 4 {
			t.Errorf("got %d trusted keys, want 4", len(ring))
		}
	})
	t.Run("is not trusted on the word of one side", func(t *testing.T) {
		t.Parallel()
		signed, err := Endorse(testKey(t, 1), testKey(t, 2), noon)
		must(t, err)
		lines := strings.SplitAfter(string(signed), "\n")
		for _, drop := range []int{5, 6} { // the two signatures
			half := strings.Join(append(append([]string{}, lines[:drop]...), lines[drop+1:]...), "")
			ring, err := NewKeyring(testKey(t, 1).Public(), []byte(half))
			must(t, err)
			if len(ring) != 1 {
				t.Errorf("trusted although %q was missing", lines[drop])
			}
		}
	})
	t.Run("is not endorsed across instances", func(t *testing.T) {
		t.Parallel()
		private, err := GenerateKey("elsewhere", rand.Reader)
		must(t, err)
		k, err := LoadKey(private)
		must(t, err)
		if _, err := Endorse(testKey(t, 1), k, noon); err == nil {
			t.Error("endorsed")
		}
	})
	t.Run("does not leak when malformed", func(t *testing.T) {
		t.Parallel()
		_, err := LoadKey("PRIVATE+KEY+zhize/demo+00000000+c2VjcmV0")
		if err == nil || strings.Contains(err.Error(), "c2VjcmV0") {
			t.Errorf("got %v", err)
		}
	})
}

func TestExportIsTheSameBytesTwice(t *testing.T) {
	t.Parallel()
	w := lived(t)
	if !bytes.Equal(w.export("2026-11-01", "2026-11-30", 0), lived(t).export("2026-11-01", "2026-11-30", 0)) {
		t.Error("two exports of one chain differ")
	}
}
