// Package goods keeps what comes in and what goes out, batch by batch
// (进货查验、出厂检验), who makes for whom (委托加工), and reports of goods whose
// price, source or genuineness is doubtful (附件3: sales 3.1 3.3 5, production
// 3.3 3.4 4.1).
//
// What was logged is sealed; a mistake is corrected by a later version of the
// entry with its reason. A batch logged on a later day than its own says so for
// ever. Suspicious goods are stopped first and reported in the same act; the
// supervising office receipts the report in an officer's name.
package goods
