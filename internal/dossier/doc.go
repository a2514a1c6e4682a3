// Package dossier says what an enterprise's own rows answer to the items 1.1–2.5
// of 附件3 监管任务清单, before anybody comes to ask. The enterprise reads it as
// its completeness page, the supervising officer as the facts beside his form:
// both see the same
// sentences, but for drafts, which nobody sees but the enterprise.
//
// A state is a statement about rows (complete, partial, missing, not
// applicable, unknown), never a verdict: there is no √, no ×, no percentage and
// no score. What is asked only by law that was not verified is at most a
// remark. The three kinds of nothing stay apart in every sentence.
//
// The nouns answer through the ports in ports.go. Where a port is absent the
// item says that the system keeps no such rows, which is not the same as that
// the enterprise has none.
package dossier
