// Package inspection is the supervising officer's enterprise page: the items of
// 附件3 with the rows that answer them.
//
// It shows submitted facts only, of enterprises in the officer's area, and says
// what the rows say: no verdict, no score, no opinion. Opening an enterprise, a
// month, a record, a paper, a photo or an export is a look (查阅): it is written
// before the answer leaves, and the enterprise reads who looked at what.
package inspection
