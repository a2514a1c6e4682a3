package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

// Version is the format of everything that is hashed here; it is itself hashed.
const Version = 1

// SHA256 is the algorithm of version 1. The field leaves room for SM3.
const SHA256 = "sha256"

// Hash is a digest, written as 64 lower-case hex digits.
type Hash [sha256.Size]byte

// IsZero reports whether there is no hash, as before the first link.
func (h Hash) IsZero() bool { return h == Hash{} }

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes hex digits.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads 64 hex digits.
func (h *Hash) UnmarshalText(text []byte) error { return unhex(h[:], text) }

// Salt is 16 random bytes. Who has neither salt nor content cannot tell from a
// hash what was hashed, not even by trying every name or phone number.
type Salt [16]byte

// NewSalt draws a salt.
func NewSalt(random io.Reader) (Salt, error) {
	var s Salt
	if _, err := io.ReadFull(random, s[:]); err != nil {
		return Salt{}, fmt.Errorf("draw salt: %w", err)
	}
	return s, nil
}

// MarshalText writes hex digits.
func (s Salt) MarshalText() ([]byte, error) { return []byte(hex.EncodeToString(s[:])), nil }

// UnmarshalText reads 32 hex digits.
func (s *Salt) UnmarshalText(text []byte) error { return unhex(s[:], text) }

func unhex(to, text []byte) error {
	if len(text) != hex.EncodedLen(len(to)) {
		return fmt.Errorf("%d hex digits, want %d", len(text), hex.EncodedLen(len(to)))
	}
	_, err := hex.Decode(to, text)
	return err
}

// The tags keep apart what is hashed: no body can pass for a link.
const (
	tagLink     = "zhize/ledger/link"
	tagBody     = "zhize/ledger/body"
	tagPersonal = "zhize/ledger/personal"
	tagPhotos   = "zhize/ledger/photos"
	tagHead     = "zhize/ledger/head"
)

// encoding is a canonical encoding under way; see the package comment.
type encoding []byte

func encode(tag string) encoding {
	return encoding(nil).text(tag).bytes([]byte{Version})
}

func (e encoding) bytes(b []byte) encoding {
	e = binary.BigEndian.AppendUint32(e, uint32(len(b)))
	return append(e, b...)
}

func (e encoding) text(s string) encoding { return e.bytes([]byte(s)) }

func (e encoding) number(n uint64) encoding {
	return e.bytes(binary.BigEndian.AppendUint64(nil, n))
}

func (e encoding) hash(h Hash) encoding { return e.bytes(h[:]) }

func (e encoding) sum() Hash { return sha256.Sum256(e) }

// instantForm has always six decimals: the stored precision is the hashed and
// the printed one.
const instantForm = "2006-01-02T15:04:05.000000Z"

func instant(t time.Time) string { return t.UTC().Format(instantForm) }

func parseInstant(s string) (time.Time, error) { return time.Parse(instantForm, s) }

func commitBytes(tag string, salt Salt, content []byte) Hash {
	return encode(tag).bytes(salt[:]).bytes(content).sum()
}

func commitPhotos(salt Salt, photos []Photo) Hash {
	e := encode(tagPhotos).bytes(salt[:])
	for _, p := range photos {
		e = e.hash(p.Hash)
	}
	return e.sum()
}
