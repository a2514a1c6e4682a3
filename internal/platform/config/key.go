package config

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// keySize is the length of a key in bytes.
const keySize = 32

// checkKeys reads the keys. A key is a secret of its own: the same one under
// two names, or one that is plainly not random, is refused.
func (c *Config) checkKeys() []error {
	var problems []error
	switch {
	case c.SigningKey == "":
		problems = append(problems, errors.New("ZHIZE_SIGNING_KEY is missing: it is the one line PRIVATE+KEY+… of a ledger key"))
	case !strings.HasPrefix(c.SigningKey.Reveal(), "PRIVATE+KEY+"):
		problems = append(problems, errors.New("ZHIZE_SIGNING_KEY is not a signing key (PRIVATE+KEY+…)"))
	}
	seen := map[string]string{}
	for _, k := range []struct {
		name string
		text Secret
		key  *[]byte
	}{{"ZHIZE_TOKEN_KEY", c.TokenKey, &c.Token}, {"ZHIZE_FIELD_KEY", c.FieldKey, &c.Field}, {"ZHIZE_INDEX_KEY", c.IndexKey, &c.Index}} {
		if k.text == "" {
			problems = append(problems, fmt.Errorf("%s is missing: it is %d random bytes in base64, as openssl rand -base64 32 makes them", k.name, keySize))
			continue
		}
		key, err := base64.StdEncoding.DecodeString(k.text.Reveal())
		switch {
		case err != nil || len(key) != keySize:
			problems = append(problems, fmt.Errorf("%s is not %d bytes in base64", k.name, keySize))
		case !random(key):
			problems = append(problems, fmt.Errorf("%s is not random: make one with openssl rand -base64 32", k.name))
		case seen[string(key)] != "":
			problems = append(problems, fmt.Errorf("%s is the same as %s", k.name, seen[string(key)]))
		default:
			seen[string(key)] = k.name
			*k.key = key
		}
	}
	return problems
}

// random refuses keys that somebody typed: of 32 random bytes fewer than 16
// different ones do not occur.
func random(key []byte) bool {
	different := map[byte]bool{}
	for _, b := range key {
		different[b] = true
	}
	return len(different) >= keySize/2
}

// keepKeys gives the demo the keys that are missing: those it made before, or
// new ones.
func (c *Config) keepKeys(o Options) error {
	folder := filepath.Join(c.Data, "keys")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make folder for the demo's keys: %w", err)
	}
	var problems []error
	for _, k := range []struct {
		name string
		key  *Secret
		make func() (string, error)
	}{
		{"signing.key", &c.SigningKey, o.NewSigningKey},
		{"token.key", &c.TokenKey, newKey},
		{"field.key", &c.FieldKey, newKey},
		{"index.key", &c.IndexKey, newKey},
	} {
		if *k.key != "" {
			continue
		}
		text, err := kept(filepath.Join(folder, k.name), k.make)
		if err != nil {
			problems = append(problems, fmt.Errorf("keep the demo's %s: %w", k.name, err))
			continue
		}
		*k.key = Secret(text)
	}
	return errors.Join(problems...)
}

func newKey() (string, error) {
	var b [keySize]byte
	if _, err := rand.Read(b[:]); err != nil {
		return "", fmt.Errorf("no randomness: %w", err)
	}
	return base64.StdEncoding.EncodeToString(b[:]), nil
}

// kept reads the file, or makes it with a new text that only its owner reads.
func kept(file string, make func() (string, error)) (string, error) {
	content, err := os.ReadFile(file) //nolint:gosec // G304: a fixed name in the operator's own folder
	if err == nil {
		return string(bytes.TrimSpace(content)), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	text, err := make()
	if err != nil {
		return "", err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // G304: as above
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(file))
	}
	return text, nil
}
