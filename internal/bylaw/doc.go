// Package bylaw keeps the documents that an enterprise must have (制度文件): the
// management system (附件3 1.1), 《质量安全总监职责》 and 《质量安全员守则》 (1.3), the
// working system of 日管控 周排查 月调度 (1.5), and the acceptance and inspection
// systems (1.6). Which of them apply follows from what the enterprise does and
// makes; what does not apply says so and is not missing.
//
// Of each kind there is at most one draft, which may change, and any number of
// versions, which never do. The principal's approval makes the draft the next
// version, in force from its day on until the next one is. He may let it go on
// after a review (复审) or repeal it (废止), with his reason.
//
// Those whom a version concerns read it and sign that they have (签收). Each is
// asked once per version, by an obligation of his own; who is appointed later is
// asked when he is, and who leaves is asked no more. Who approves has read what
// he approves: for him the one signature is both.
//
// The texts with which a draft begins are our own wording (reference). They are
// nobody's law, and become a bylaw only by the enterprise's own approval.
package bylaw
