package ledger

import (
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

// Receipt is what an owner is sent and keeps: a checkpoint, the head of his
// chain, and the proof that the one is under the other.
type Receipt struct {
	Head  Head // without instant
	Index uint64
	Proof [][]byte
	Note  []byte
}

// receiptForm is followed by the proof's hashes, one a line, an empty line and
// the note.
const receiptForm = "zhize-receipt 1\nchain %s\nepoch %d\nseq %d\nhead %s\nindex %d\n"

// Text returns the receipt as a file.
func (r Receipt) Text() []byte {
	b := fmt.Appendf(nil, receiptForm, r.Head.Chain, r.Head.Epoch, r.Head.Seq, r.Head.Hash, r.Index)
	for _, h := range r.Proof {
		b = fmt.Appendf(b, "%x\n", h)
	}
	return append(append(b, '\n'), r.Note...)
}

// ParseReceipt reads a receipt's file; Open checks it.
func ParseReceipt(text []byte) (Receipt, error) {
	head, signed, _ := strings.Cut(string(text), "\n\n")
	lines := strings.SplitAfter(head+"\n", "\n")
	const fixed = 6
	if len(lines) < fixed {
		return Receipt{}, ErrMalformed
	}
	r := Receipt{Note: []byte(signed)}
	var hash string
	if _, err := fmt.Sscanf(strings.Join(lines[:fixed], ""), receiptForm,
		&r.Head.Chain, &r.Head.Epoch, &r.Head.Seq, &hash, &r.Index); err != nil {
		return Receipt{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if err := r.Head.Hash.UnmarshalText([]byte(hash)); err != nil {
		return Receipt{}, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	for _, line := range lines[fixed : len(lines)-1] {
		h, err := hex.DecodeString(strings.TrimSuffix(line, "\n"))
		if err != nil {
			return Receipt{}, fmt.Errorf("%w: %w", ErrMalformed, err)
		}
		r.Proof = append(r.Proof, h)
	}
	if string(r.Text()) != string(text) {
		return Receipt{}, ErrMalformed
	}
	return r, nil
}

// Open checks signature and proof and returns the checkpoint.
func (r Receipt) Open(keys Keyring) (Checkpoint, error) {
	c, err := OpenCheckpoint(r.Note, keys)
	if err != nil {
		return Checkpoint{}, err
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(r.Head.leaf())
	if err := proof.VerifyInclusion(rfc6962.DefaultHasher, r.Index, c.Size, leaf, r.Proof, c.Root[:]); err != nil {
		return Checkpoint{}, fmt.Errorf("%w: %w", ErrRoot, err)
	}
	return c, nil
}
