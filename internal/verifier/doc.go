// Package verifier is 核验器, the offline verifier of evidence: one page that any
// browser opens from a folder, without network, server or installation. It is
// [zhize/internal/ledger.Verify] itself, compiled for the browser by
// scripts/verifier.sh, so that page and command line cannot disagree.
//
// A page that came with the evidence proves no more than who handed over both:
// the service offers it by itself too, for whoever trusts the service and not
// the enterprise.
package verifier
