// Package obligation is the obligation ledger (应履行事项): everything somebody
// must do by some time is a row made in advance. Home pages, the authority's
// item 2.1 and the denominator of every figure read these rows; bells only
// make sure that they are there.
//
// A row holds instants, never a state. The state is one expression, written
// once for Go and once for SQL ([State], [StateSQL]), at the instant of the
// transaction, so that a late bell shows nobody a wrong state. Three kinds of
// nothing are kept apart: 零风险 (checked, nothing found), 停产/未营业 (declared,
// not due) and 漏检 (due, not done); a day is never 漏检 before its shift and
// grace are over.
//
// Daily rows exist to the end of tomorrow; later days are computed. A row that
// has opened stays as it is; one that has not is made anew when the pattern
// changes. An enterprise has rows while it is in scope and somebody holds a
// post in it: an archive that nobody keeps misses nothing.
//
// The working pattern belongs to the site. Where a shift rests on holidays it
// follows the State Council's notice. While the notice of a year is not loaded
// its days are planned by their weekday and the operator is warned: a check
// planned too many can be excused, a shop that cannot work cannot be repaired.
// Deadlines in 工作日 know no such guess.
package obligation
