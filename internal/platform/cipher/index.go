package cipher

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Index hashes values under a secret, so that equal ones are found without
// being readable (blind index).
type Index struct{ secret []byte }

// NewIndex makes an index of its own secret, never the sealer's.
func NewIndex(secret []byte) (*Index, error) {
	if len(secret) != KeySize {
		return nil, fmt.Errorf("index key of %d bytes, want %d", len(secret), KeySize)
	}
	return &Index{append([]byte(nil), secret...)}, nil
}

// Of returns the HMAC-SHA256 of a field's value. The same value in another
// field hashes differently.
func (x *Index) Of(field, value string) []byte {
	h := hmac.New(sha256.New, x.secret)
	_ = binary.Write(h, binary.BigEndian, uint32(len(field)))
	h.Write([]byte(field))
	h.Write([]byte(value))
	return h.Sum(nil)
}
