// Package clock knows what time it is, and is the only package that asks.
//
// Instants are UTC, cut to microseconds because PostgreSQL keeps no more.
// Business days, weeks and months are those of Shanghai and carry no hour.
// The calendar of statutory workdays is data: a year whose notice has not been
// loaded is an error, never a guess.
package clock
