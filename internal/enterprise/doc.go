// Package enterprise is the archive of the units that make or sell industrial
// products (生产/销售单位): who they are, what they do, where, and how large they
// are.
//
// An enterprise is known by its 统一社会信用代码, by the 15 digits of an older
// registration, or, where it has neither, by the market and stall at which it
// is found. Its size grade (主体分级 A–D, 附件1) follows from headcount and
// revenue of each of its businesses. It is one of three gradings with the same
// letters: credit risk and the level of supervision are others, and nowhere
// is a grade called by its letter alone.
package enterprise
