// Package paper makes the papers of sealed facts (文书): each is made once, kept,
// and printed again byte for byte; each carries a code by which anybody can
// check it against the chain.
//
// A noun lays out its own form; this package knows what all forms share: the
// head of an enterprise, how days and instants are written, the foot and the
// code.
package paper
