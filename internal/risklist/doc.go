// Package risklist keeps the enterprise's risk-control list (风险管控清单,
// 附件3 item 1.4): what is looked at every day, every week and every month.
//
// There is at most one draft, which may change, and any number of approved
// versions, which never do. The principal's approval makes the draft the next
// version, in force from that moment; the bytes of its items are sealed as they
// were stored. An item keeps its id through all versions, so that what changed
// can be said. A check keeps the version from which it was made.
//
// A unit of size grade D has at most eight daily items of its own making, so
// that the daily check stays possible for one person in a shop.
package risklist
