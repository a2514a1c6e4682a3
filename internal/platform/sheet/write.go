package sheet

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Column is a column of a table that is written.
type Column struct {
	Title string
	// Width in characters; 0 is 14.
	Width float64
	// Note is shown when the heading is touched.
	Note string
	// Choices are the only values a cell of the column takes.
	Choices []string
	// Required columns are marked in their heading.
	Required bool
}

// Writer writes a table row by row; memory does not grow with it. A cell is a
// string, a number or a bool; everything else is written as text.
type Writer interface {
	Row(cells ...any) error
	Close() error
}

// NewXLSX begins an .xlsx table with a heading that stays in sight.
func NewXLSX(out io.Writer, name string, columns []Column) (Writer, error) {
	f := excelize.NewFile()
	w := &xlsx{file: f, out: out, columns: len(columns)}
	if err := w.begin(name, columns); err != nil {
		return nil, err
	}
	return w, nil
}

type xlsx struct {
	file    *excelize.File
	stream  *excelize.StreamWriter
	out     io.Writer
	columns int
	row     int
}

func (w *xlsx) begin(name string, columns []Column) error {
	if err := w.file.SetSheetName("Sheet1", name); err != nil {
		return fmt.Errorf("name the sheet: %w", err)
	}
	var err error
	if w.stream, err = w.file.NewStreamWriter(name); err != nil {
		return fmt.Errorf("begin sheet %s: %w", name, err)
	}
	head, err := w.file.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EEF4"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	if err != nil {
		return fmt.Errorf("style the heading: %w", err)
	}
	titles := make([]any, len(columns))
	for n, c := range columns {
		width := c.Width
		if width == 0 {
			width = 14
		}
		if err := w.stream.SetColWidth(n+1, n+1, width); err != nil {
			return fmt.Errorf("set width: %w", err)
		}
		title := c.Title
		if c.Required {
			title += "*"
		}
		titles[n] = excelize.Cell{StyleID: head, Value: title}
	}
	if err := w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("freeze the heading: %w", err)
	}
	w.row = 1
	if err := w.stream.SetRow("A1", titles); err != nil {
		return fmt.Errorf("write the heading: %w", err)
	}
	return nil
}

// Row adds a row.
func (w *xlsx) Row(cells ...any) error {
	w.row++
	at, err := excelize.CoordinatesToCellName(1, w.row)
	if err != nil {
		return fmt.Errorf("name row %d: %w", w.row, err)
	}
	if err := w.stream.SetRow(at, cells); err != nil {
		return fmt.Errorf("write row %d: %w", w.row, err)
	}
	return nil
}

// Close writes the file.
func (w *xlsx) Close() error {
	if err := w.stream.Flush(); err != nil {
		return fmt.Errorf("end the sheet: %w", err)
	}
	if _, err := w.file.WriteTo(w.out); err != nil {
		return fmt.Errorf("write the file: %w", err)
	}
	return w.file.Close()
}

// NewCSV begins a .csv table in UTF-8 with a mark that spreadsheets read.
func NewCSV(out io.Writer, columns []Column) (Writer, error) {
	b := bufio.NewWriter(out)
	if _, err := b.WriteString("\ufeff"); err != nil {
		return nil, fmt.Errorf("begin csv: %w", err)
	}
	w := &csvWriter{buffer: b, csv: csv.NewWriter(b)}
	w.csv.UseCRLF = true
	titles := make([]any, len(columns))
	for n, c := range columns {
		titles[n] = c.Title
	}
	return w, w.Row(titles...)
}

type csvWriter struct {
	buffer *bufio.Writer
	csv    *csv.Writer
}

// Row adds a row. A text that a spreadsheet would run is kept from it.
func (w *csvWriter) Row(cells ...any) error {
	line := make([]string, len(cells))
	for n, c := range cells {
		switch v := c.(type) {
		case string:
			line[n] = Harmless(v)
		case float64:
			line[n] = strconv.FormatFloat(v, 'f', -1, 64)
		default:
			line[n] = fmt.Sprint(v)
		}
	}
	return w.csv.Write(line)
}

// Close writes what is left.
func (w *csvWriter) Close() error {
	w.csv.Flush()
	if err := w.csv.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return w.buffer.Flush()
}

// Harmless keeps a text from being taken for a formula.
func Harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// Template is an empty table to be filled in: headings with their notes, and
// lists where only some values are taken.
func Template(name string, columns []Column) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // in memory
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return nil, fmt.Errorf("name the sheet: %w", err)
	}
	head, err := f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EEF4"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	if err != nil {
		return nil, fmt.Errorf("style the heading: %w", err)
	}
	for n, c := range columns {
		if err := templateColumn(f, name, n, c, head); err != nil {
			return nil, fmt.Errorf("write column %s: %w", c.Title, err)
		}
	}
	if err := f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, fmt.Errorf("freeze the heading: %w", err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("write the template: %w", err)
	}
	return out.Bytes(), nil
}

func templateColumn(f *excelize.File, name string, n int, c Column, head int) error {
	letter, err := excelize.ColumnNumberToName(n + 1)
	if err != nil {
		return err
	}
	title, width := c.Title, c.Width
	if c.Required {
		title += "*"
	}
	if width == 0 {
		width = 14
	}
	if err := f.SetCellStr(name, letter+"1", title); err != nil {
		return err
	}
	if err := f.SetCellStyle(name, letter+"1", letter+"1", head); err != nil {
		return err
	}
	if err := f.SetColWidth(name, letter, letter, width); err != nil {
		return err
	}
	if c.Note == "" && len(c.Choices) == 0 {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(letter + "2:" + letter + strconv.Itoa(MostRows+1))
	v.SetInput(c.Title, c.Note)
	if len(c.Choices) > 0 {
		if err := v.SetDropList(c.Choices); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleStop, c.Title, "请从下拉列表中选择。")
	}
	return f.AddDataValidation(name, v)
}
