// Package appointment keeps who holds which post (主要负责人, 质量安全总监,
// 质量安全员), for which site, from when until when, and who acts for whom
// during leave.
//
// An appointment is the only source of a role on the enterprise's side: the
// role begins, and ends, in the transaction and at the instant of the
// appointment. One person may hold several posts (一人兼任). An enterprise
// always has a principal.
package appointment
