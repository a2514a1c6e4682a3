// Package errand does what a person asked for and would not wait for: a pack, a
// large export, an import. He asks, leaves, and finds it done.
//
// An errand is a row of the enterprise. Workers in every replica look for rows
// that nobody holds; one wins the lease, renews it while it works, and writes
// under the number of its attempt, so that one who lost the lease can write
// nothing more. After a crash another takes over, begins the result anew and
// goes on from the last checkpoint.
//
// It is done as the person who asked, with what he may do at the moment it
// runs: who has lost his post meanwhile gets nothing. What an agency asked for
// is a row of the enterprise too, and only that agency sees it.
//
// Results are forgotten after a week; nothing in them is kept nowhere else.
package errand
