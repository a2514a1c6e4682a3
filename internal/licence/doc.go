// Package licence keeps the enterprise's certificates (证照) and their clocks:
// production licences, CCC certificates, papers of people, devices and
// suppliers, and the yearly self-check report. Its last day is an obligation
// that opens before it comes; a renewal is a new certificate that replaces the
// old, which stays.
//
// A certificate that has lapsed warns on the today screen and never blocks a
// record: who must still check his shop must be able to. That a product has no
// certificate here is a remark, because it may only not have been entered.
//
// The days of warning before the last day are the product's own.
package licence
