// Package rig runs the real program from outside, for the measurements and for
// the tests of faults: it builds the binary, gives it keys and a database, fills
// the database with made-up shops, and speaks to it over HTTP as clients do.
package rig
