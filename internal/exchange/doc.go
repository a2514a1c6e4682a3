// Package exchange brings tables in and takes tables out (Excel 导入导出).
//
// A file that is brought is tried row by row with the very rules of the form and
// the interface: each row is written in a transaction that is undone. What is
// wrong is told by row and column with what to do, every cell of a row at once, and
// the person's own file comes back with it. Nothing is stored until a file without
// a fault is accepted; then all of its rows are stored in one transaction, with the
// end of their errand, or none is. A row that is refused only then is named as one
// that was tried.
//
// Both are errands: they are shown as they go and end though the person leaves.
// Whatever becomes of them, the file is stored, can be accepted, or says what to do.
package exchange
