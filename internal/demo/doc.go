// Package demo builds a made-up district: its offices, twenty enterprises and
// two months of their records, up to this very minute. It lets invented people
// use the real services under a clock that it moves, so that every fact is
// sealed, counted and checked like a true one, and the same day and seed give
// the same chains.
//
// All enterprises and people are invented and say so in their names.
package demo
