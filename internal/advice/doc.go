// Package advice keeps what the quality director and the officers tell the
// principal under Article 4: opinions (意见建议) and stop proposals (否决建议:
// stop making or selling named products, recall them), and how he answers.
//
// The principal answers in writing, with reasons where he does not follow, and
// nobody answers himself. An answer never replaces an earlier one: who adopts
// later what he refused says so anew, and both can be read. The raiser may
// withdraw before the first answer; a refused proposal may be raised again with
// new facts.
//
// All of it is sealed and none of it is changed: an advice is a row, every
// answer and the withdrawal another, and the state is read from them. Until the
// first answer the principal has an obligation; one that is past its deadline
// shows as 逾期未答复 to both.
//
// The days to answer are the product's own, not the law's. No authority reads
// here: who punishes honesty gets fiction.
package advice
