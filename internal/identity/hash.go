package identity

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
)

// argon2id with 19 MiB, two passes and one lane.
const (
	hashMemory  = 19 * 1024 // KiB
	hashTime    = 2
	hashThreads = 1
	hashSize    = 32
	saltSize    = 16
)

// nobodysHash is checked for logins that do not exist, so that they take the
// same time as those that do. No password matches it.
var nobodysHash = encodeHash(make([]byte, saltSize), make([]byte, hashSize))

// hasher computes hashes, at most one per core at a time: each takes 19 MiB.
type hasher struct {
	slots  chan struct{}
	derive func(password, salt []byte, time, memory uint32, threads uint8, size uint32) []byte
}

func newHasher() *hasher {
	return &hasher{slots: make(chan struct{}, runtime.GOMAXPROCS(0)), derive: argon2.IDKey}
}

func (h *hasher) compute(ctx context.Context, password string, salt []byte) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("wait to hash a password: %w", ctx.Err())
	}
	defer func() { <-h.slots }()
	return h.derive([]byte(password), salt, hashTime, hashMemory, hashThreads, hashSize), nil
}

// hash makes the text that is stored.
func (h *hasher) hash(ctx context.Context, password string, salt []byte) (string, error) {
	sum, err := h.compute(ctx, password, salt)
	if err != nil {
		return "", err
	}
	return encodeHash(salt, sum), nil
}

// matches compares a password with a stored text in constant time.
func (h *hasher) matches(ctx context.Context, stored, password string) (bool, error) {
	salt, want, err := decodeHash(stored)
	if err != nil {
		return false, err
	}
	got, err := h.compute(ctx, password, salt)
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

var hashHead = fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$", argon2.Version, hashMemory, hashTime, hashThreads)

func encodeHash(salt, sum []byte) string {
	e := base64.RawStdEncoding
	return hashHead + e.EncodeToString(salt) + "$" + e.EncodeToString(sum)
}

func decodeHash(stored string) (salt, sum []byte, err error) {
	rest, ok := strings.CutPrefix(stored, hashHead)
	left, right, both := strings.Cut(rest, "$")
	if !ok || !both {
		return nil, nil, errors.New("password hash of an unknown form")
	}
	if salt, err = base64.RawStdEncoding.DecodeString(left); err != nil {
		return nil, nil, fmt.Errorf("read salt: %w", err)
	}
	if sum, err = base64.RawStdEncoding.DecodeString(right); err != nil {
		return nil, nil, fmt.Errorf("read hash: %w", err)
	}
	return salt, sum, nil
}
