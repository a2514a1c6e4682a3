// Package exchange brings tables in and takes tables out (Excel 导入导出).
//
// A file that is brought is tried row by row with the very rules of the form and
// the interface: each row is written in a transaction that is undone. What is
// wrong is told by row and column with what to do, and the person's own file
// comes back with it. Nothing is stored until a file without a fault is accepted;
// then rows are stored in order, and how far it went is kept in the same
// transaction as the rows, so that no row comes twice.
//
// Both are errands: they are shown as they go and end though the person leaves.
package exchange
