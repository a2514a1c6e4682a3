package ledger

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// kindOwn begins the kinds of the ledger's own facts.
const kindOwn = "ledger."

// KindEpoch opens a new epoch after a backup was restored.
const KindEpoch = kindOwn + "epoch"

// Link seals one fact into a chain.
type Link struct {
	Version   uint8
	Algorithm string
	Chain     id.ID
	Epoch     uint32 // from 1
	Seq       uint64 // from 1, without gaps
	Prev      Hash   // of the predecessor; zero in the first link
	Kind      string // as "record.daily.submitted"
	Subject   id.ID
	Day       clock.Day // the business day; empty where the fact has none
	At        time.Time // received by the server, in microseconds
	KeyID     string    // of the key that signed checkpoints at that time

	BodyHash     Hash
	PersonalHash Hash
	PhotosHash   Hash
}

// Encoding returns the canonical bytes of the link.
func (l Link) Encoding() []byte {
	return encoding(nil).text(tagLink).bytes([]byte{l.Version}).
		text(l.Algorithm).
		text(string(l.Chain)).
		number(uint64(l.Epoch)).
		number(l.Seq).
		hash(l.Prev).
		text(l.Kind).
		text(string(l.Subject)).
		text(string(l.Day)).
		text(instant(l.At)).
		text(l.KeyID).
		hash(l.BodyHash).
		hash(l.PersonalHash).
		hash(l.PhotosHash)
}

// Hash returns the hash that the successor holds.
func (l Link) Hash() Hash { return encoding(l.Encoding()).sum() }

// Head returns the state of the chain after this link.
func (l Link) Head() Head {
	return Head{Chain: l.Chain, Epoch: l.Epoch, Seq: l.Seq, Hash: l.Hash(), At: l.At}
}

// dated returns the day under which an export files the link: the business day
// or, without one, the day of receipt.
func (l Link) dated() clock.Day {
	if l.Day != "" {
		return l.Day
	}
	return clock.DayOf(l.At)
}

// own reports whether the fact is the ledger's own, as tombstones are.
func (l Link) own() bool { return strings.HasPrefix(l.Kind, kindOwn) }

// Head is the end of a chain.
type Head struct {
	Chain id.ID
	Epoch uint32
	Seq   uint64
	Hash  Hash
	At    time.Time // of the last link; no part of a checkpoint
}

// Genesis returns the head of a chain without links.
func Genesis(chain id.ID) Head { return Head{Chain: chain, Epoch: 1} }

// leaf returns the canonical bytes of the head in a checkpoint's tree.
func (h Head) leaf() []byte {
	return encode(tagHead).text(string(h.Chain)).number(uint64(h.Epoch)).number(h.Seq).hash(h.Hash)
}

// Photo names a photo by the SHA-256 of its bytes. The extension, as "jpg", is
// for the reader's comfort and is not sealed.
type Photo struct {
	Hash Hash   `json:"sha256"`
	Ext  string `json:"ext"`
}

// Attach lists the photos and files that a fact is sealed with, by their names in
// hex: each once, in the order given. Those that are not kept are missing.
func Attach(names []string, kept func(name string) (ext string, ok bool)) (all []Photo, missing []string, err error) {
	for n, name := range names {
		if slices.Contains(names[:n], name) {
			continue
		}
		ext, ok := kept(name)
		if !ok {
			missing = append(missing, name)
			continue
		}
		p := Photo{Ext: ext}
		if _, err := hex.Decode(p.Hash[:], []byte(name)); err != nil {
			return nil, nil, fmt.Errorf("hash of %s: %w", name, err)
		}
		all = append(all, p)
	}
	return all, missing, nil
}

// Payload is what a link commits to. A part whose salt is nil was erased.
type Payload struct {
	Body     []byte // as stored, never written anew
	Personal []byte // personal fields; may be empty
	Photos   []Photo

	BodySalt, PersonalSalt, PhotosSalt *Salt
}

// Draw gives the payload fresh salts.
func (p *Payload) Draw(random io.Reader) error {
	for _, to := range []**Salt{&p.BodySalt, &p.PersonalSalt, &p.PhotosSalt} {
		s, err := NewSalt(random)
		if err != nil {
			return err
		}
		*to = &s
	}
	return nil
}

// Fact is what is sealed.
type Fact struct {
	Kind    string
	Subject id.ID
	Day     clock.Day
	Payload
}

// Seal makes the link that appends the fact to the chain. A fact of KindEpoch
// opens the next epoch.
//
// Transactions that wait for the chain's head may overtake one another; the
// link is then dated like its predecessor, so that the order of a chain is
// also its order in time. The body keeps its own instant of receipt.
func (h Head) Seal(f Fact, at time.Time, keyID string) (Link, error) {
	if f.Kind == "" {
		return Link{}, errors.New("seal a fact without a kind")
	}
	if f.BodySalt == nil || f.PersonalSalt == nil || f.PhotosSalt == nil {
		return Link{}, fmt.Errorf("seal %s %s without salts", f.Kind, f.Subject)
	}
	l := Link{
		Version: Version, Algorithm: SHA256,
		Chain: h.Chain, Epoch: h.Epoch, Seq: h.Seq + 1, Prev: h.Hash,
		Kind: f.Kind, Subject: f.Subject, Day: f.Day, At: clock.Cut(at), KeyID: keyID,
		BodyHash:     commitBytes(tagBody, *f.BodySalt, f.Body),
		PersonalHash: commitBytes(tagPersonal, *f.PersonalSalt, f.Personal),
		PhotosHash:   commitPhotos(*f.PhotosSalt, f.Photos),
	}
	if l.At.Before(h.At) {
		l.At = clock.Cut(h.At)
	}
	if f.Kind == KindEpoch {
		l.Epoch++
	}
	return l, nil
}

// linkLine is a link as a line of an export.
type linkLine struct {
	Version      uint8     `json:"version"`
	Algorithm    string    `json:"algorithm"`
	Chain        id.ID     `json:"chain"`
	Epoch        uint32    `json:"epoch"`
	Seq          uint64    `json:"seq"`
	Prev         Hash      `json:"prev"`
	Kind         string    `json:"kind"`
	Subject      id.ID     `json:"subject"`
	Day          clock.Day `json:"day"`
	At           string    `json:"at"`
	KeyID        string    `json:"key"`
	BodyHash     Hash      `json:"body"`
	PersonalHash Hash      `json:"personal"`
	PhotosHash   Hash      `json:"photos"`
	Hash         Hash      `json:"hash"`
}

func (l Link) line() linkLine {
	return linkLine{
		l.Version, l.Algorithm, l.Chain, l.Epoch, l.Seq, l.Prev, l.Kind, l.Subject, l.Day,
		instant(l.At), l.KeyID, l.BodyHash, l.PersonalHash, l.PhotosHash, l.Hash(),
	}
}

func (n linkLine) link() (Link, error) {
	at, err := parseInstant(n.At)
	if err != nil {
		return Link{}, fmt.Errorf("link %d: %w", n.Seq, err)
	}
	return Link{
		n.Version, n.Algorithm, n.Chain, n.Epoch, n.Seq, n.Prev, n.Kind, n.Subject, n.Day,
		at, n.KeyID, n.BodyHash, n.PersonalHash, n.PhotosHash,
	}, nil
}
