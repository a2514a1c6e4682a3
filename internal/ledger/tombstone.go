package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// KindErased is the kind of a tombstone.
const KindErased = kindOwn + "erased"

// Part is what can be erased from a fact on its own.
type Part string

// The parts, each with its salt.
const (
	PartBody     Part = "body"
	PartPersonal Part = "personal"
	PartPhotos   Part = "photos"
)

// Chinese returns the part's name for people.
func (p Part) Chinese() string {
	switch p {
	case PartBody:
		return "正文"
	case PartPersonal:
		return "个人信息"
	default:
		return "照片"
	}
}

// Tombstone tells that parts of an earlier fact were lawfully removed
// (依法清除). It is the body of a fact of KindErased.
type Tombstone struct {
	Seq   uint64 `json:"seq"`
	Parts []Part `json:"parts"`
	Basis string `json:"basis"` // the legal ground, for people
}

// Body returns the bytes to be sealed.
func (t Tombstone) Body() ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return json.Marshal(t)
}

// ParseTombstone reads the body of a tombstone.
func ParseTombstone(body []byte) (Tombstone, error) {
	var t Tombstone
	if err := json.Unmarshal(body, &t); err != nil {
		return Tombstone{}, fmt.Errorf("read tombstone: %w", err)
	}
	return t, t.check()
}

func (t Tombstone) check() error {
	all := []Part{PartBody, PartPersonal, PartPhotos}
	if t.Seq == 0 || len(t.Parts) == 0 || t.Basis == "" {
		return errors.New("a tombstone names a link, its parts and the legal basis")
	}
	for _, p := range t.Parts {
		if !slices.Contains(all, p) {
			return fmt.Errorf("tombstone for unknown part %q", p)
		}
	}
	return nil
}
