package cipher

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
)

// KeySize is the length of a secret in bytes: AES-256.
const KeySize = 32

// A sealed value is: 1 byte of form, 4 bytes of key id, 12 bytes of nonce, the
// ciphertext and 16 bytes of tag.
const (
	form      = 1
	idSize    = 4
	nonceSize = 12
	headSize  = 1 + idSize + nonceSize
)

// Mistakes in a sealed value. They say nothing about its content.
var (
	ErrUnknownKey = errors.New("sealed with a key that is not here")
	ErrBroken     = errors.New("sealed value is broken or belongs elsewhere")
)

// Sealer encrypts fields with AES-256-GCM.
type Sealer struct {
	current [idSize]byte
	keys    map[[idSize]byte]cipher.AEAD
}

// NewSealer seals with the current secret and opens what the current and the
// former ones have sealed.
func NewSealer(current []byte, former ...[]byte) (*Sealer, error) {
	s := &Sealer{current: idOf(current), keys: map[[idSize]byte]cipher.AEAD{}}
	for _, secret := range append([][]byte{current}, former...) {
		if len(secret) != KeySize {
			return nil, fmt.Errorf("field key of %d bytes, want %d", len(secret), KeySize)
		}
		block, err := aes.NewCipher(secret)
		if err != nil {
			return nil, fmt.Errorf("read field key: %w", err)
		}
		aead, err := cipher.NewGCM(block)
		if err != nil {
			return nil, fmt.Errorf("read field key: %w", err)
		}
		s.keys[idOf(secret)] = aead
	}
	return s, nil
}

// idOf names a secret without giving it away.
func idOf(secret []byte) [idSize]byte {
	sum := sha256.Sum256(append([]byte("zhize field key\x00"), secret...))
	return [idSize]byte(sum[:idSize])
}

// Seal encrypts the value for one place, as in "accounts.phone/<id>". Copied to
// another place it does not open.
func (s *Sealer) Seal(value, place string) ([]byte, error) {
	out := make([]byte, headSize, headSize+len(value)+16)
	out[0] = form
	copy(out[1:], s.current[:])
	nonce := out[1+idSize : headSize]
	if _, err := rand.Read(nonce); err != nil {
		return nil, fmt.Errorf("no randomness: %w", err)
	}
	return s.keys[s.current].Seal(out, nonce, []byte(value), bound(out[:1+idSize], place)), nil
}

// Open decrypts what was sealed for the place.
func (s *Sealer) Open(sealed []byte, place string) (string, error) {
	if len(sealed) < headSize || sealed[0] != form {
		return "", ErrBroken
	}
	aead, ok := s.keys[[idSize]byte(sealed[1:1+idSize])]
	if !ok {
		return "", ErrUnknownKey
	}
	value, err := aead.Open(nil, sealed[1+idSize:headSize], sealed[headSize:], bound(sealed[:1+idSize], place))
	if err != nil {
		return "", ErrBroken
	}
	return string(value), nil
}

// bound is what the tag covers besides the value.
func bound(head []byte, place string) []byte {
	return append(bytes.Clone(head), place...)
}
