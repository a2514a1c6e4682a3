// Package access says who may do what, and hands out the proof.
//
// A check of a permission yields a [Grant]. Without a grant no transaction
// opens, and the grant decides whose rows the transaction sees: those of one
// enterprise, those of an agency's area, or, for the system's own sweeps, the
// rows of the tables named in the database's policies. Nobody outside this
// package can make a grant that opens anything.
package access
