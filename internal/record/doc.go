// Package record keeps the daily record (《每日工业产品质量安全检查记录》, 附件3
// item 2.1): what the officer answered to every daily item of the risk-control
// list, sealed as he signed it.
//
// Nothing is answered by default: a record with an unanswered item is refused.
// Exactly one record exists for a site, day and shift; a second officer is
// shown the first's. A mistake is corrected by 更正, a new version with its
// reason, and both stay. The business day is the day on which the shift starts
// and comes from the obligation, never from a device. Three times are kept
// apart: that day, what the device says, and when the server received.
package record
