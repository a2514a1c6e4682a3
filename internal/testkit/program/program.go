// Package program assembles the whole program over a test's world, for tests of
// nouns that lean on many others.
package program

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/platform/config"
	"zhize/internal/testkit"
)

// Assemble makes the program with a folder of its own.
func Assemble(t testing.TB, w testkit.World) *app.App {
	t.Helper()
	a, err := app.Assemble(Settings(t), w.DB)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Settings are a program's, with a folder of its own.
func Settings(t testing.TB) config.Config {
	t.Helper()
	key := func(b byte) []byte { return bytes.Repeat([]byte{b}, 32) }
	return config.Config{
		Data: t.TempDir(), SigningKey: config.Secret(testkit.SigningKey(t)), Token: key(1), Field: key(2), Index: key(3), PublicURL: "http://zhize.test",
	}
}

// File keeps a scanned paper that differs by its text.
func File(t testing.TB, a *app.App, g access.Grant, text string) api.FileRef {
	t.Helper()
	body := Scan(text)
	sum := sha256.Sum256(body)
	sha := hex.EncodeToString(sum[:])
	if _, err := a.Files.Put(t.Context(), g, &api.PutFileInput{SHA256: sha, RawBody: body}); err != nil {
		t.Fatal(err)
	}
	return api.FileRef{SHA256: sha, Name: text + ".pdf"}
}

// Scan is what [File] keeps.
func Scan(text string) []byte { return []byte("%PDF-1.4\n% " + text + "\n%%EOF\n") }
