package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
)

// ErrNotFound reports that no file is kept under the key.
var ErrNotFound = errors.New("no such blob")

// Store keeps whole files under keys.
type Store interface {
	// Put keeps the body under the key, replacing what was there.
	Put(ctx context.Context, key string, body []byte) error
	// Get returns what is kept under the key, or an error that is ErrNotFound.
	Get(ctx context.Context, key string) ([]byte, error)
}

func checkKey(key string) error {
	if !fs.ValidPath(key) || key == "." {
		return fmt.Errorf("malformed blob key %q", key)
	}
	return nil
}

// Named reports whether the name is that of the bytes: their SHA-256 in hex. What
// was changed on its way is kept under no name.
func Named(body []byte, name string) bool {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:]) == name
}
