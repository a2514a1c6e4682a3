package ledger

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

// originPrefix begins the name of every key and the first line of every
// checkpoint; the name of the instance follows.
const originPrefix = "zhize/"

// Origin returns the name of an instance in keys and checkpoints.
func Origin(instance string) string { return originPrefix + instance }

// Key signs checkpoints. Its secret text is one line,
// "PRIVATE+KEY+zhize/<instance>+…", as a secret file holds it.
type Key struct {
	signer note.Signer
	public string
}

// GenerateKey makes the secret text of a new Ed25519 key.
func GenerateKey(instance string, random io.Reader) (private string, err error) {
	private, _, err = note.GenerateKey(random, Origin(instance))
	if err != nil {
		return "", fmt.Errorf("generate key: %w", err)
	}
	return private, nil
}

// LoadKey reads a secret text. Errors do not repeat the secret.
func LoadKey(private string) (*Key, error) {
	private = strings.TrimSpace(private)
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, fmt.Errorf("load signing key: %w", err)
	}
	// "PRIVATE+KEY+name+hash+" and then base64, which may contain plus signs,
	// of one byte of algorithm and the seed.
	parts := strings.SplitN(private, "+", 5)
	seed, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(seed) != 1+ed25519.SeedSize {
		return nil, errors.New("load signing key: not an Ed25519 seed")
	}
	public, ok := ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey)
	if !ok {
		return nil, errors.New("load signing key: no public half")
	}
	verifier, err := note.NewEd25519VerifierKey(signer.Name(), public)
	if err != nil {
		return nil, fmt.Errorf("derive verifier key: %w", err)
	}
	return &Key{signer, verifier}, nil
}

// Public returns the verifier key, which is printed, mailed and pinned.
func (k *Key) Public() string { return k.public }

// ID returns the key's id: eight hex digits.
func (k *Key) ID() string { return keyID(k.signer.KeyHash()) }

// Origin returns the instance's name as checkpoints carry it.
func (k *Key) Origin() string { return k.signer.Name() }

// Instance returns the instance's name without the prefix.
func (k *Key) Instance() string { return strings.TrimPrefix(k.Origin(), originPrefix) }

func keyID(hash uint32) string { return fmt.Sprintf("%08x", hash) }

// KeyID returns the id of a verifier key.
func KeyID(public string) (string, error) {
	v, err := note.NewVerifier(public)
	if err != nil {
		return "", fmt.Errorf("read verifier key: %w", err)
	}
	return keyID(v.KeyHash()), nil
}

const endorsementMark = "/endorsement"

// Endorse hands over from one key to the next. Both sign, so that trust in
// either one reaches the other: the old vouches for the new, and the new
// acknowledges what the old has signed.
func Endorse(old, successor *Key, at time.Time) ([]byte, error) {
	if old.Origin() != successor.Origin() {
		return nil, fmt.Errorf("key of %s cannot endorse a key of %s", old.Origin(), successor.Origin())
	}
	text := fmt.Sprintf("%s%s\nold %s\nnew %s\nat %s\n",
		old.Origin(), endorsementMark, old.public, successor.public, instant(at))
	signed, err := note.Sign(&note.Note{Text: text}, old.signer, successor.signer)
	if err != nil {
		return nil, fmt.Errorf("sign endorsement: %w", err)
	}
	return signed, nil
}

// Keyring is the set of keys that a verifier trusts.
type Keyring map[string]note.Verifier

// NewKeyring trusts one key and those reached from it by endorsements, in
// whatever order they come. Endorsements that reach nothing are left aside.
func NewKeyring(public string, endorsements ...[]byte) (Keyring, error) {
	public = strings.TrimSpace(public)
	v, err := note.NewVerifier(public)
	if err != nil {
		return nil, fmt.Errorf("read verifier key: %w", err)
	}
	k := Keyring{public: v}
	for range endorsements {
		for _, e := range endorsements {
			k.accept(e)
		}
	}
	return k, nil
}

// accept trusts both keys of an endorsement if it trusts one of them.
func (k Keyring) accept(endorsement []byte) {
	text, _, _ := bytes.Cut(endorsement, []byte("\n\n"))
	lines := strings.Split(string(text), "\n")
	if len(lines) != 4 {
		return
	}
	oldKey, okOld := strings.CutPrefix(lines[1], "old ")
	newKey, okNew := strings.CutPrefix(lines[2], "new ")
	if !okOld || !okNew || k[oldKey] == nil && k[newKey] == nil {
		return
	}
	pair := Keyring{}
	for _, public := range []string{oldKey, newKey} {
		v, err := note.NewVerifier(public)
		if err != nil || lines[0] != v.Name()+endorsementMark {
			return
		}
		if _, err := note.Open(endorsement, note.VerifierList(v)); err != nil {
			return
		}
		pair[public] = v
	}
	maps.Copy(k, pair)
}

// open returns the text of a note that a trusted key has signed.
func (k Keyring) open(signed []byte) (string, error) {
	n, err := note.Open(signed, note.VerifierList(slices.Collect(maps.Values(k))...))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrSignature, err)
	}
	for _, s := range n.Sigs {
		// One signature has one spelling, for the note's hash names it.
		if _, err := base64.StdEncoding.Strict().DecodeString(s.Base64); err != nil {
			return "", fmt.Errorf("%w: %w", ErrSignature, err)
		}
	}
	return n.Text, nil
}
