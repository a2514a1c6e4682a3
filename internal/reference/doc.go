// Package reference holds what is given from outside and the same for
// everybody: the risk items that templates are made of, the sources of law,
// the statutory days off, the items of 附件3, and the reasons for entering an
// enterprise in the archive. It is data, embedded from data/, with the types
// to read it.
//
// The wording of the risk items is our own. It is a preset to start from: each
// enterprise edits it to fit its products and processes, and its principal
// approves the result.
//
// Every statement of law carries its source and says whether its text was
// read. What was not verified may lead to a remark, never to a × and never to
// a red gap.
package reference
