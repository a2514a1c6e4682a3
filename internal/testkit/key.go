package testkit

import (
	"crypto/rand"
	"sync"
	"testing"

	"zhize/internal/ledger"
)

// signing is made once for all tests of a package: checkpoints reach over the
// enterprises of a database, which its tests share.
var signing = sync.OnceValues(func() (string, error) { return ledger.GenerateKey("test", rand.Reader) })

// SigningKey is the secret text of the key that seals, as settings hold it.
func SigningKey(t testing.TB) string {
	t.Helper()
	private, err := signing()
	if err != nil {
		t.Fatal(err)
	}
	return private
}

// Key is the same, loaded.
func Key(t testing.TB) *ledger.Key {
	t.Helper()
	key, err := ledger.LoadKey(SigningKey(t))
	if err != nil {
		t.Fatal(err)
	}
	return key
}
