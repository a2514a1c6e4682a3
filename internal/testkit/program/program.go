// Package program assembles the whole program over a test's world, for tests of
// nouns that lean on many others.
package program

import (
	"crypto/rand"
	"testing"

	"zhize/internal/app"
	"zhize/internal/ledger"
	"zhize/internal/platform/config"
	"zhize/internal/testkit"
)

// Assemble makes the program with keys and a folder of its own.
func Assemble(t testing.TB, w testkit.World) *app.App {
	t.Helper()
	a, err := app.Assemble(Settings(t), w.DB)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Settings are a program's, with keys and a folder of its own.
func Settings(t testing.TB) config.Config {
	t.Helper()
	signing, err := ledger.GenerateKey("test", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key := func() []byte {
		b := make([]byte, 32)
		if _, err := rand.Read(b); err != nil {
			t.Fatal(err)
		}
		return b
	}
	return config.Config{Data: t.TempDir(), SigningKey: config.Secret(signing), Token: key(), Field: key(), Index: key(), PublicURL: "http://zhize.test"}
}
