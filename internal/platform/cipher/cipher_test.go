package cipher_test

import (
	"bytes"
	"errors"
	"testing"

	"zhize/internal/platform/cipher"
)

func key(b byte) []byte { return bytes.Repeat([]byte{b}, cipher.KeySize) }

func sealer(t *testing.T, current []byte, former ...[]byte) *cipher.Sealer {
	t.Helper()
	s, err := cipher.NewSealer(current, former...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSealedValueOpensOnlyWhereItBelongs(t *testing.T) {
	t.Parallel()
	s := sealer(t, key(1))
	sealed, err := s.Seal("13800000000", "accounts.phone/a")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(sealed, []byte("138")) {
		t.Error("the value shows in the sealed bytes")
	}
	if got, err := s.Open(sealed, "accounts.phone/a"); err != nil || got != "13800000000" {
		t.Errorf("open = %q, %v", got, err)
	}
	if _, err := s.Open(sealed, "accounts.phone/b"); !errors.Is(err, cipher.ErrBroken) {
		t.Errorf("opened in another place: %v", err)
	}
	again, err := s.Seal("13800000000", "accounts.phone/a")
	if err != nil || bytes.Equal(sealed, again) {
		t.Errorf("sealed twice alike, %v", err)
	}
	for i := range sealed {
		bent := bytes.Clone(sealed)
		bent[i] ^= 1
		if _, err := s.Open(bent, "accounts.phone/a"); err == nil {
			t.Errorf("opened with byte %d bent", i)
		}
	}
	if _, err := s.Open(sealed[:10], "accounts.phone/a"); !errors.Is(err, cipher.ErrBroken) {
		t.Errorf("opened when cut short: %v", err)
	}
}

func TestFormerKeyStillOpens(t *testing.T) {
	t.Parallel()
	sealed, err := sealer(t, key(1)).Seal("x", "p")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := sealer(t, key(2), key(1)).Open(sealed, "p"); err != nil || got != "x" {
		t.Errorf("open with the former key = %q, %v", got, err)
	}
	if _, err := sealer(t, key(2)).Open(sealed, "p"); !errors.Is(err, cipher.ErrUnknownKey) {
		t.Errorf("open without its key: %v, want ErrUnknownKey", err)
	}
	if _, err := cipher.NewSealer([]byte("short")); err == nil {
		t.Error("accepted a short key")
	}
}

func TestIndexTellsFieldsAndKeysApart(t *testing.T) {
	t.Parallel()
	index := func(b byte) *cipher.Index {
		x, err := cipher.NewIndex(key(b))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	a := index(1).Of("phone", "13800000000")
	if !bytes.Equal(a, index(1).Of("phone", "13800000000")) {
		t.Error("equal values hash differently")
	}
	for name, other := range map[string][]byte{
		"another value": index(1).Of("phone", "13800000001"),
		"another field": index(1).Of("phone1", "3800000000"),
		"another key":   index(2).Of("phone", "13800000000"),
	} {
		if bytes.Equal(a, other) {
			t.Errorf("%s hashes alike", name)
		}
	}
}
