//go:build !js

package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type chainRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Epoch        uint32
	Seq          uint64
	Hash         []byte
	At           time.Time
}

func (chainRow) TableName() string { return "chains" }

type linkRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Seq          uint64    `gorm:"primaryKey;autoIncrement:false"`
	Epoch        uint32
	Version      uint8
	Prev         []byte
	Kind         string
	SubjectID    id.ID
	Day          clock.Day
	At           time.Time
	Algorithm    string
	KeyID        string
	BodyHash     []byte
	PersonalHash []byte
	PhotosHash   []byte
	Hash         []byte
}

func (linkRow) TableName() string { return "links" }

type factRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Seq          uint64    `gorm:"primaryKey;autoIncrement:false"`
	Body         []byte
	Personal     []byte
	Photos       []byte
	BodySalt     []byte
	PersonalSalt []byte
	PhotosSalt   []byte
}

func (factRow) TableName() string { return "facts" }

type checkpointRow struct {
	Number uint64 `gorm:"primaryKey;autoIncrement:false"`
	Note   []byte
	At     time.Time
}

func (checkpointRow) TableName() string { return "checkpoints" }

type receiptRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Number       uint64    `gorm:"primaryKey;autoIncrement:false"`
	Epoch        uint32
	Seq          uint64
	Hash         []byte
	Receipt      []byte
}

func (receiptRow) TableName() string { return "checkpoint_heads" }

// errNoChain is a programmer's mistake: what is sealed belongs to one enterprise.
var errNoChain = errors.New("seal a fact outside any enterprise")

// lockHead locks the chain's head until the transaction ends; a chain begins
// with the first fact.
func lockHead(tx *db.Tx) (Head, error) {
	if tx.Enterprise() == id.Nil {
		return Head{}, errNoChain
	}
	for {
		var r chainRow
		err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Take(&r).Error
		if err == nil {
			return Head{Chain: id.ID(r.EnterpriseID), Epoch: r.Epoch, Seq: r.Seq, Hash: digest(r.Hash), At: r.At}, nil
		}
		if !db.NotFound(err) {
			return Head{}, err
		}
		g := Genesis(tx.Enterprise())
		first := chainRow{Epoch: g.Epoch, Seq: g.Seq, Hash: g.Hash[:], At: tx.Now()}
		if err := tx.SQL().Clauses(clause.OnConflict{DoNothing: true}).Create(&first).Error; err != nil {
			return Head{}, err
		}
	}
}

// linked is a link with what it commits to.
type linked struct {
	link    Link
	payload Payload
}

// insertLinks writes links in their order, and what they commit to.
func insertLinks(tx *db.Tx, all ...linked) error {
	links, facts := make([]linkRow, len(all)), make([]factRow, len(all))
	for n, one := range all {
		l, p, hash := one.link, one.payload, one.link.Hash()
		links[n] = linkRow{
			Seq: l.Seq, Epoch: l.Epoch, Version: l.Version, Prev: l.Prev[:], Kind: l.Kind, SubjectID: l.Subject, Day: l.Day, At: l.At,
			Algorithm: l.Algorithm, KeyID: l.KeyID, BodyHash: l.BodyHash[:], PersonalHash: l.PersonalHash[:], PhotosHash: l.PhotosHash[:], Hash: hash[:],
		}
		photos, err := json.Marshal(p.Photos)
		if err != nil {
			return fmt.Errorf("encode photos of link %d: %w", l.Seq, err)
		}
		facts[n] = factRow{
			Seq: l.Seq, Body: orEmpty(p.Body), Personal: orEmpty(p.Personal), Photos: photos,
			BodySalt: p.BodySalt[:], PersonalSalt: p.PersonalSalt[:], PhotosSalt: p.PhotosSalt[:],
		}
	}
	if err := tx.SQL().Create(&links).Error; err != nil {
		return fmt.Errorf("insert links from %d: %w", links[0].Seq, err)
	}
	if err := tx.SQL().Create(&facts).Error; err != nil {
		return fmt.Errorf("insert facts from %d: %w", links[0].Seq, err)
	}
	return nil
}

func orEmpty(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

func moveHead(tx *db.Tx, from, to Head) error {
	changes := map[string]any{"epoch": to.Epoch, "seq": to.Seq, "hash": to.Hash[:], "at": to.At}
	r := tx.SQL().Model(&chainRow{}).Where("seq = ?", from.Seq).Updates(changes)
	if r.Error == nil && r.RowsAffected != 1 {
		return fmt.Errorf("chain head moved under link %d", to.Seq)
	}
	return r.Error
}

// digest reads a stored hash. One of another length was tampered with: it is
// shown as it is, and the verifier names its record.
func digest(b []byte) (h Hash) {
	copy(h[:], b)
	return h
}

func (r linkRow) link() Link {
	return Link{
		Version: r.Version, Algorithm: r.Algorithm, Chain: id.ID(r.EnterpriseID), Epoch: r.Epoch, Seq: r.Seq, Prev: digest(r.Prev),
		Kind: r.Kind, Subject: r.SubjectID, Day: r.Day, At: r.At.UTC(), KeyID: r.KeyID,
		BodyHash: digest(r.BodyHash), PersonalHash: digest(r.PersonalHash), PhotosHash: digest(r.PhotosHash),
	}
}

func (r factRow) payload() *Payload {
	p := &Payload{Body: r.Body, Personal: r.Personal, BodySalt: salt(r.BodySalt), PersonalSalt: salt(r.PersonalSalt), PhotosSalt: salt(r.PhotosSalt)}
	if err := json.Unmarshal(r.Photos, &p.Photos); err != nil {
		p.Photos = nil // tampered with: the verifier names the record
	}
	return p
}

func salt(b []byte) *Salt {
	if len(b) != len(Salt{}) {
		return nil
	}
	s := Salt(b)
	return &s
}

// linksAfter reads a stretch of a chain with its payloads.
func linksAfter(tx *db.Tx, seq uint64, limit int) ([]linkRow, map[uint64]factRow, error) {
	var links []linkRow
	if err := tx.SQL().Where("seq > ?", seq).Order("seq").Limit(limit).Find(&links).Error; err != nil {
		return nil, nil, fmt.Errorf("read links after %d: %w", seq, err)
	}
	if len(links) == 0 {
		return nil, nil, nil
	}
	var facts []factRow
	if err := tx.SQL().Where("seq > ? AND seq <= ?", seq, links[len(links)-1].Seq).Find(&facts).Error; err != nil {
		return nil, nil, fmt.Errorf("read facts after %d: %w", seq, err)
	}
	bySeq := make(map[uint64]factRow, len(facts))
	for _, f := range facts {
		bySeq[f.Seq] = f
	}
	return links, bySeq, nil
}

func receipts(tx *db.Tx) ([]receiptRow, error) {
	var rows []receiptRow
	err := tx.SQL().Order("number").Find(&rows).Error
	return rows, err
}

// lockCheckpoints makes replicas that sign at once queue, before either has read
// anything. SQLite's writers queue anyway.
func lockCheckpoints(tx *db.Tx) error {
	if tx.Engine() != db.Postgres {
		return nil
	}
	const key = 0x7a68697a65 // "zhize"
	if _, err := tx.Exec("SELECT pg_advisory_xact_lock(?) {none}", key); err != nil {
		return fmt.Errorf("lock checkpoints: %w", err)
	}
	return nil
}

// firstOf returns the number of the first link that an export of the days has
// to carry, 0 if there is none. A fact may be dated ahead of its sealing, as a
// list is that takes effect next week.
func firstOf(tx *db.Tx, from, to clock.Day) (uint64, error) {
	var seqs []uint64
	err := tx.Query(&seqs, "SELECT coalesce(min(l.seq), 0) FROM links l WHERE {scope:l} AND l.day BETWEEN ? AND ?", from, to)
	if err != nil || len(seqs) == 0 {
		return 0, err
	}
	return seqs[0], nil
}

func lastCheckpoint(tx *db.Tx) (checkpointRow, error) {
	var rows []checkpointRow
	err := tx.SQL().Order("number DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return checkpointRow{}, err
	}
	return rows[0], nil
}

// headsOfAll reads the heads of all chains, for a checkpoint.
func headsOfAll(tx *db.Tx) ([]Head, error) {
	var rows []chainRow
	if err := tx.SQL().Where("seq > 0").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read chain heads: %w", err)
	}
	heads := make([]Head, len(rows))
	for i, r := range rows {
		heads[i] = Head{Chain: id.ID(r.EnterpriseID), Epoch: r.Epoch, Seq: r.Seq, Hash: digest(r.Hash), At: r.At}
	}
	return heads, nil
}

// receiptedSeqs tells how far each chain was covered by its newest receipt.
func receiptedSeqs(tx *db.Tx) (map[id.ID]uint64, error) {
	var rows []struct {
		EnterpriseID id.ID
		Seq          uint64
	}
	err := tx.Query(&rows, "SELECT h.enterprise_id, max(h.seq) AS seq FROM checkpoint_heads h WHERE {scope:h} GROUP BY h.enterprise_id")
	if err != nil {
		return nil, fmt.Errorf("read receipts: %w", err)
	}
	seqs := make(map[id.ID]uint64, len(rows))
	for _, r := range rows {
		seqs[r.EnterpriseID] = r.Seq
	}
	return seqs, nil
}

// BodyOf returns the stored bytes of a fact of the transaction's enterprise.
func (s *Service) BodyOf(tx *db.Tx, seq int64) ([]byte, error) {
	var f factRow
	if err := tx.SQL().Where("seq = ?", seq).Take(&f).Error; err != nil {
		return nil, fmt.Errorf("read fact %d: %w", seq, err)
	}
	return f.Body, nil
}

// BodiesOf returns the stored bytes of several facts.
func (s *Service) BodiesOf(tx *db.Tx, seqs []int64) (map[int64][]byte, error) {
	var rows []factRow
	if err := tx.SQL().Where("seq IN ?", seqs).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	bodies := make(map[int64][]byte, len(rows))
	for _, r := range rows {
		bodies[int64(r.Seq)] = r.Body
	}
	return bodies, nil
}

// HashOf returns the hash of a link of the transaction's enterprise.
func (s *Service) HashOf(tx *db.Tx, seq int64) (Hash, error) {
	var l linkRow
	if err := tx.SQL().Select("hash").Where("seq = ?", seq).Take(&l).Error; err != nil {
		return Hash{}, fmt.Errorf("read link %d: %w", seq, err)
	}
	return digest(l.Hash), nil
}

// LinkOf returns a link of the transaction's enterprise.
func (s *Service) LinkOf(tx *db.Tx, seq uint64) (Link, error) {
	var l linkRow
	if err := tx.SQL().Where("seq = ?", seq).Take(&l).Error; err != nil {
		return Link{}, fmt.Errorf("read link %d: %w", seq, err)
	}
	return l.link(), nil
}

// LatestOf returns the latest link of one of the kinds about a subject of the
// transaction's enterprise; false if there is none.
func (s *Service) LatestOf(tx *db.Tx, subject id.ID, kinds ...string) (Link, bool, error) {
	var rows []linkRow
	err := tx.SQL().Where("subject_id = ? AND kind IN ?", subject, kinds).Order("seq DESC").Limit(1).Find(&rows).Error
	if err != nil {
		return Link{}, false, fmt.Errorf("read latest link about %s: %w", subject, err)
	}
	if len(rows) == 0 {
		return Link{}, false, nil
	}
	return rows[0].link(), true, nil
}

// Editions counts the links of the same kind about the same subject: up to and
// with this one, and all of them.
func (s *Service) Editions(tx *db.Tx, l Link) (upTo, all int, err error) {
	var seqs []uint64
	err = tx.SQL().Model(&linkRow{}).Where("subject_id = ? AND kind = ?", l.Subject, l.Kind).Order("seq").Pluck("seq", &seqs).Error
	if err != nil {
		return 0, 0, fmt.Errorf("read links about %s: %w", l.Subject, err)
	}
	for _, seq := range seqs {
		if seq <= l.Seq {
			upTo++
		}
	}
	return upTo, len(seqs), nil
}
