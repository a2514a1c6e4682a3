// Package api is the wire contract: every operation with its permission, and
// the types that go in and come out.
//
// The contract is Go and the only one: openapi.yaml beside this file, the
// TypeScript client, the permission matrix and the contract test are made from
// it. To add an operation, declare it in the file of its noun with a
// permission, run `make gen`, implement it in internal/httpapi, and accept its
// row in the permission matrix.
//
// Bodies refuse unknown fields. Days are Shanghai days ("2026-11-24"),
// instants RFC 3339 in UTC, lengths count characters. A refusal is a [Problem]
// (RFC 9457).
package api
