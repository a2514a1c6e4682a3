package ledger

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// What can be wrong with a signed paper.
var (
	ErrMalformed = errors.New("malformed checkpoint or receipt")
	ErrSignature = errors.New("not signed by a trusted key")
	ErrRoot      = errors.New("chain head is not under the checkpoint's root")
)

// Checkpoint is the signed state of all chains at one time, in the form of a
// C2SP note: origin, number of chains, Merkle root, and three extension lines.
type Checkpoint struct {
	Origin string
	Number uint64 // from 1
	Size   uint64 // number of chains
	Root   Hash   // RFC 6962 over the heads, sorted by chain id
	Prev   Hash   // SHA-256 of the predecessor's note; zero in the first
	At     time.Time
}

// checkpointForm needs the root apart, which is base64 as C2SP has it.
const checkpointForm = "%s\n%d\n%s\nnumber %d\nprev %s\nat %s\n"

func (c Checkpoint) text() string {
	return fmt.Sprintf(checkpointForm, c.Origin, c.Size,
		base64.StdEncoding.EncodeToString(c.Root[:]), c.Number, c.Prev, instant(c.At))
}

func parseCheckpoint(text string) (Checkpoint, error) {
	var c Checkpoint
	var root, prev, at string
	if _, err := fmt.Sscanf(text, checkpointForm, &c.Origin, &c.Size, &root, &c.Number, &prev, &at); err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	digest, errRoot := base64.StdEncoding.DecodeString(root)
	copy(c.Root[:], digest)
	errPrev := c.Prev.UnmarshalText([]byte(prev))
	t, errAt := parseInstant(at)
	c.At = t
	if err := errors.Join(errRoot, errPrev, errAt); err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if c.text() != text {
		return Checkpoint{}, ErrMalformed
	}
	return c, nil
}

// NoteHash returns the hash by which the successor names a checkpoint.
func NoteHash(signed []byte) Hash { return sha256.Sum256(signed) }

// OpenCheckpoint reads a note signed by a trusted key.
func OpenCheckpoint(signed []byte, keys Keyring) (Checkpoint, error) {
	text, err := keys.open(signed)
	if err != nil {
		return Checkpoint{}, err
	}
	return parseCheckpoint(text)
}

// BuildCheckpoint signs the heads of all chains. prev is the predecessor's
// note, nil for checkpoint number 1.
func BuildCheckpoint(heads []Head, prev []byte, number uint64, at time.Time, key *Key) ([]byte, *Tree, error) {
	if (prev == nil) != (number == 1) {
		return nil, nil, fmt.Errorf("checkpoint %d: only the first has no predecessor", number)
	}
	tree, err := plant(heads)
	if err != nil {
		return nil, nil, fmt.Errorf("checkpoint %d: %w", number, err)
	}
	c := Checkpoint{
		Origin: key.Origin(), Number: number, Size: uint64(len(heads)),
		Root: tree.root, At: clock.Cut(at),
	}
	if prev != nil {
		c.Prev = NoteHash(prev)
	}
	tree.note, err = note.Sign(&note.Note{Text: c.text()}, key.signer)
	if err != nil {
		return nil, nil, fmt.Errorf("sign checkpoint %d: %w", number, err)
	}
	return tree.note, tree, nil
}

// Tree is the Merkle tree of a checkpoint, kept to prove heads.
type Tree struct {
	heads  []Head
	levels [][][]byte // complete subtrees: levels[0] are the leaves
	root   Hash
	note   []byte
}

func plant(heads []Head) (*Tree, error) {
	t := &Tree{heads: slices.Clone(heads)}
	slices.SortFunc(t.heads, byChain)
	factory := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	leaves := factory.NewEmptyRange(0)
	visit := func(n compact.NodeID, hash []byte) {
		if int(n.Level) == len(t.levels) {
			t.levels = append(t.levels, nil)
		}
		t.levels[n.Level] = append(t.levels[n.Level], hash)
	}
	for i, h := range t.heads {
		if i > 0 && h.Chain == t.heads[i-1].Chain {
			return nil, fmt.Errorf("chain %s has two heads", h.Chain)
		}
		if err := leaves.Append(rfc6962.DefaultHasher.HashLeaf(h.leaf()), visit); err != nil {
			return nil, err
		}
	}
	root, err := leaves.GetRootHash(nil)
	if err != nil {
		return nil, err
	}
	if len(heads) == 0 {
		root = rfc6962.DefaultHasher.EmptyRoot()
	}
	t.root = Hash(root)
	return t, nil
}

func byChain(a, b Head) int { return strings.Compare(string(a.Chain), string(b.Chain)) }

// Receipt proves a chain's head under the checkpoint; false if the chain was
// not among the heads.
func (t *Tree) Receipt(chain id.ID) (Receipt, bool, error) {
	i, found := slices.BinarySearchFunc(t.heads, Head{Chain: chain}, byChain)
	if !found {
		return Receipt{}, false, nil
	}
	index := uint64(i)
	nodes, err := proof.Inclusion(index, uint64(len(t.heads)))
	if err != nil {
		return Receipt{}, false, fmt.Errorf("prove chain %s: %w", chain, err)
	}
	path := make([][]byte, len(nodes.IDs))
	for i, n := range nodes.IDs {
		path[i] = t.levels[n.Level][n.Index]
	}
	if path, err = nodes.Rehash(path, rfc6962.DefaultHasher.HashChildren); err != nil {
		return Receipt{}, false, fmt.Errorf("prove chain %s: %w", chain, err)
	}
	head := t.heads[i]
	head.At = time.Time{}
	return Receipt{head, index, path, t.note}, true, nil
}
