package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhize/internal/platform/clock"
)

// Refusals of a file as a whole.
var (
	ErrFormat  = errors.New("not an .xlsx file that can be read")
	ErrTooBig  = errors.New("the file unpacks to more than is taken")
	ErrTooLong = errors.New("the table has more rows than are taken")
	ErrEmpty   = errors.New("the table has no heading")
)

// What is taken at most: bytes when unpacked, bytes of one part before it is
// put on disk, rows, and columns.
const (
	mostUnpacked = 256 << 20
	mostInMemory = 32 << 20
	MostRows     = 20_000
	mostColumns  = 200
)

// Book is an .xlsx file that was opened.
type Book struct {
	file     *excelize.File
	name     string
	date1904 bool
}

// Open opens a file. The first sheet is the table.
func Open(body []byte) (*Book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(body), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostInMemory,
	})
	switch {
	case err != nil && strings.Contains(err.Error(), "unzip size exceeds"):
		return nil, ErrTooBig
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	b := &Book{file: f, name: f.GetSheetName(0)}
	if b.name == "" {
		return nil, errors.Join(ErrFormat, f.Close())
	}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		b.date1904 = *props.Date1904
	}
	return b, nil
}

// Close frees what the book holds on disk.
func (b *Book) Close() error { return b.file.Close() }

// Rows calls fn for every row that is not empty, with its number in the sheet.
// Cells are as stored: dates are numbers, texts are trimmed.
func (b *Book) Rows(fn func(number int, cells []string) error) error {
	rows, err := b.file.Rows(b.name)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	defer rows.Close() //nolint:errcheck // only read
	taken := 0
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return fmt.Errorf("%w: row %d: %w", ErrFormat, number, err)
		}
		empty := true
		for n := range cells {
			cells[n] = strings.TrimSpace(strings.ReplaceAll(cells[n], "\u00a0", " "))
			empty = empty && cells[n] == ""
		}
		if empty {
			continue
		}
		if taken++; taken > MostRows+1 { // and the heading
			return ErrTooLong
		}
		if err := fn(number, cells[:min(len(cells), mostColumns)]); err != nil {
			return err
		}
	}
	if taken == 0 {
		return ErrEmpty
	}
	return nil
}

// Day reads a day in any form that a spreadsheet makes of one: a serial number
// (counted from 1900, or from 1904), or year, month and day in this order with
// the usual signs between them. Forms whose order is a guess are refused.
func (b *Book) Day(cell string) (clock.Day, bool) {
	if serial, err := strconv.ParseFloat(cell, 64); err == nil && serial >= 20000 && serial < 80000 {
		at, err := excelize.ExcelDateToTime(math.Floor(serial), b.date1904)
		if err != nil {
			return "", false
		}
		d, err := clock.ParseDay(at.Format("2006-01-02"))
		return d, err == nil
	}
	return ParseDay(cell)
}

// ParseDay reads a day that was written as text: 2026-11-24, 2026/11/4,
// 2026.11.24, 2026年11月24日 or 20261124, with or without a time behind it.
func ParseDay(text string) (clock.Day, bool) {
	text = strings.NewReplacer("年", "-", "月", "-", "日", " ", "/", "-", ".", "-", "T", " ", "　", " ").Replace(strings.TrimSpace(text))
	text, _, _ = strings.Cut(strings.TrimSpace(text), " ")
	if len(text) == 8 && !strings.Contains(text, "-") {
		text = text[:4] + "-" + text[4:6] + "-" + text[6:]
	}
	parts := strings.Split(text, "-")
	if len(parts) != 3 || len(parts[0]) != 4 {
		return "", false
	}
	for n, p := range parts[1:] {
		if len(p) == 1 {
			parts[n+1] = "0" + p
		}
	}
	d, err := clock.ParseDay(strings.Join(parts, "-"))
	return d, err == nil
}

// Number reads a number, with or without blanks and signs between thousands.
func Number(text string) (float64, bool) {
	text = strings.NewReplacer(",", "", "，", "", " ", "", "\u3000", "").Replace(text)
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}

// Mark says what is wrong in a row: in a new last column in words, and by the
// colour of the cells at fault.
type Mark struct {
	Row     int
	Columns []int // from 0
	Text    string
}

// Annotate gives the person's own file back with a column of what is wrong.
func (b *Book) Annotate(heading string, headingRow, column int, marks []Mark) ([]byte, error) {
	red, err := b.red()
	if err != nil {
		return nil, err
	}
	put := func(row, col int, text string) error {
		at, err := excelize.CoordinatesToCellName(col+1, row)
		if err != nil {
			return fmt.Errorf("name a cell: %w", err)
		}
		if text != "" {
			if err := b.file.SetCellStr(b.name, at, text); err != nil {
				return fmt.Errorf("write %s: %w", at, err)
			}
		}
		if red == 0 {
			return nil
		}
		return b.file.SetCellStyle(b.name, at, at, red)
	}
	if err := put(headingRow, column, heading); err != nil {
		return nil, err
	}
	for _, m := range marks {
		if err := put(m.Row, column, m.Text); err != nil {
			return nil, err
		}
		for _, c := range m.Columns {
			if err := put(m.Row, c, ""); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, fmt.Errorf("write annotated file: %w", err)
	}
	return out.Bytes(), nil
}

// red is the style of a cell at fault; none where the file has no styles to add
// it to, as those of programs that write nothing but values.
func (b *Book) red() (int, error) {
	if s := b.file.Styles; s == nil || s.CellXfs == nil || s.Fonts == nil || s.Fills == nil || s.Borders == nil {
		return 0, nil
	}
	red, err := b.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FAD4CC"}}})
	if err != nil {
		return 0, fmt.Errorf("style the faults: %w", err)
	}
	return red, nil
}
