// Package id mints and reads the identifiers of things: UUIDs of version 7,
// whose first bits are the instant of minting, so that keys grow in the order
// in which things began.
package id

import (
	"database/sql/driver"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"
)

// ID is a UUID in its canonical text, 36 characters in lower case. Ids are
// minted where the thing begins: a draft's id is minted on the phone.
type ID string

// Nil is the absent id.
const Nil ID = ""

// New mints an id for the instant from the given randomness.
func New(at time.Time, random io.Reader) ID {
	var u uuid.UUID
	if _, err := io.ReadFull(random, u[6:]); err != nil {
		panic(fmt.Errorf("no randomness: %w", err))
	}
	ms := uint64(at.UnixMilli())
	for i := range 6 {
		u[i] = byte(ms >> (8 * (5 - i)))
	}
	u[6] = u[6]&0x0f | 0x70
	u[8] = u[8]&0x3f | 0x80
	return ID(u.String())
}

// Parse reads any UUID and returns it in canonical text.
func Parse(s string) (ID, error) {
	if len(s) != 36 {
		return Nil, fmt.Errorf("id of %d characters", len(s))
	}
	u, err := uuid.Parse(s)
	if err != nil {
		return Nil, fmt.Errorf("parse id: %w", err)
	}
	return ID(u.String()), nil
}

// Bytes returns the sixteen bytes of the id, for hashing. It panics on a
// malformed id, which no boundary lets in.
func (i ID) Bytes() []byte {
	u := uuid.MustParse(string(i))
	return u[:]
}

// Scan reads an id that the database holds; NULL is the absent id.
func (i *ID) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*i = Nil
	case string:
		*i = ID(v)
	case []byte:
		*i = ID(v)
	default:
		return fmt.Errorf("scan id from %T", src)
	}
	return nil
}

// Value writes the id; the absent id is NULL.
func (i ID) Value() (driver.Value, error) {
	if i == Nil {
		return nil, nil
	}
	return string(i), nil
}

// FromBytes reads sixteen bytes as an id; any bytes are one.
func FromBytes(b []byte) ID {
	u, err := uuid.FromBytes(b)
	if err != nil {
		return Nil
	}
	return ID(u.String())
}
