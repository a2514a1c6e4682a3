// Package sheet reads and writes tables of .xlsx and .csv, on top of excelize.
//
// It reads what people's programs make of a form: dates as serial numbers of
// either epoch or as text, numbers with blanks around them, headings moved about.
// It refuses what would hurt: files that unpack to more than they should, and too
// many rows. What it writes can be opened by a spreadsheet without running
// anything: a text that begins like a formula stays a text.
package sheet
