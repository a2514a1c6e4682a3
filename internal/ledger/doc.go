// Package ledger is the evidence ledger (证据台账): what was sealed can be shown
// to a stranger, years later and without our help, to be unchanged.
//
// Every owner has a chain. Sealing a fact appends a link, which holds the hash
// of its predecessor and three salted hashes: of the fact's stored bytes, of
// its personal fields and of its photos. Bytes are hashed as they are stored
// and never written anew. Because the hashes are salted, a part can be erased
// lawfully together with its salt: a tombstone, itself a link, names what was
// removed and on which legal ground.
//
// Every day a checkpoint signs the heads of all chains under one Merkle root
// and holds the hash of its predecessor. The owner is sent a receipt: the
// checkpoint, his chain's head and the proof that the one is under the other.
// From then on nobody, we included, can change, drop, insert, reorder or
// back-date what the receipt covers without contradicting a paper in the
// owner's hands.
//
// An export carries every link between two receipts, so that omission shows,
// and Verify names the first record that is wrong. A database restored from a
// backup begins a new epoch, so that the loss is declared and not discovered.
//
// What verifies needs no database: the service and its store are left out when
// the package is compiled for a browser, as verifier does.
//
// Canonical encoding, version 1: every field is four bytes of length, big
// endian, and then its bytes. Texts are UTF-8, ids their 36 characters, days
// "2026-11-24", instants "2026-11-24T01:02:03.000004Z", numbers eight bytes big
// endian, hashes 32 bytes. The first two fields are always a tag, which tells
// what is hashed, and the version as one byte. testdata holds golden vectors.
package ledger
