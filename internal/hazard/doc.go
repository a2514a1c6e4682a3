// Package hazard follows a hazard (风险隐患) from its finding to its closing:
// found, measured, planned, rectified, verified, closed. No step can be skipped,
// each is sealed, and the row of the hazard is only an index over its steps.
//
// A general hazard may be rectified at once, if its cause is said then. A larger
// or major one is reported upwards within the day, and its cause, plan and owner
// are written before it is rectified. What was rectified is proven by a photo
// and verified by another person. Where one person holds all posts nobody else
// is there: he verifies with a photo that no earlier step shows, and it is said
// that he verified himself. Only the principal moves a deadline, with a reason.
//
// What is found again while it is open is attached, not doubled; what comes back
// within ninety days after its closing is a recurrence of the former.
//
// 停产, 停售, 封存 and 召回 are acts of containment on a hazard: begun by whoever
// sees the danger, reported to the authority and receipted in an officer's name,
// lifted only by the principal, with evidence, once the rectification is verified.
//
// What the authority ordered is closed by the named officer alone. Of what an
// enterprise found by itself the authority sees what, when and the photos, but
// neither cause nor plan: who punishes honesty gets fiction.
//
// The days to a deadline are the product's own, not the law's.
package hazard
