// Package hazard follows a hazard (风险隐患) from its finding to its closing:
// found, measured, rectified, verified, closed. No step can be skipped, each is
// sealed, and the row of the hazard is only an index over its steps.
//
// What was rectified is proven by a photo and verified by another person. Where
// one person holds all posts nobody else is there: he verifies with a photo
// that no earlier step shows, and it is said that he verified himself.
//
// The days to a deadline are the product's own, not the law's.
package hazard
