// Package db opens transactions, and only for the holder of a grant.
//
// A transaction carries who acts, whose rows it sees and when it happens: all
// that one request writes has one instant. Two walls keep tenants apart.
//
// The first stands on both engines: a column of type [Tenant] adds its own
// condition to every statement, brackets first, and stamps itself on every
// insert; SQL written by hand must carry the marker {scope:alias}, or it is
// refused, and so are the ways around both: a table without its struct, a row
// that changes its tenant, an upsert. The second stands on PostgreSQL: row-level
// security, bound to the transaction in the same round trip as BEGIN, under a
// role that owns nothing.
package db
