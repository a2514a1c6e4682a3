package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/sheet"
)

// Table is a table that comes in, goes out, or both.
type Table struct {
	Name, Title string
	// Import is nil for tables that only go out.
	Import *Import
	// Export is nil for tables that only come in.
	Export *Export
}

// Import says how a table comes in.
type Import struct {
	// Permission is what the same act needs on its own page.
	Permission access.Permission
	Columns    []Column
	// Key are the fields that no two rows of a file have alike; none if rows may
	// be the same.
	Key []string
	// Open begins to store rows in a transaction: what all of them need is read once.
	Open func(tx *db.Tx) (Batch, error)
}

// Batch stores rows of one transaction.
type Batch struct {
	// Put stores one row by the rules of its noun. A fault names the field.
	Put func(r Row) error
	// End derives what follows from all rows; nil if nothing does.
	End func() error
	// Newcomers are the people for whom accounts were opened; nil if none are.
	Newcomers func() []newcomer
}

// each makes a batch of rows that need nothing of one another.
func each(put func(tx *db.Tx, r Row) error) func(*db.Tx) (Batch, error) {
	return func(tx *db.Tx) (Batch, error) {
		return Batch{Put: func(r Row) error { return put(tx, r) }}, nil
	}
}

// Kind is what a column holds.
type Kind int

// The kinds of columns.
const (
	Text Kind = iota
	Day
	Number
	Whole
)

// Column is a column that comes in.
type Column struct {
	// Field is its name in the noun's input, as faults name it.
	Field string
	Title string
	Kind  Kind
	// Choices are values by the words that stand in the table.
	Choices  []Choice
	Required bool
	// Most is how many characters a text has at most, where its noun leaves that
	// to the interface; 0 if the noun says it.
	Most  int
	Note  string
	Width float64
}

// Choice is one of a few values.
type Choice struct{ Words, Value string }

// Export says how a table goes out.
type Export struct {
	Permission access.Permission
	Columns    []sheet.Column
	// Ranged tables are of a range of days.
	Ranged bool
	// Rows tells every row in order.
	Rows func(tx *db.Tx, from, to clock.Day, each func(cells ...any) error) error
}

// Row is a row that comes in: its values by field, already read.
type Row map[string]string

// Number returns a number that the column's reading has checked.
func (r Row) Number(field string) float64 {
	n, _ := strconv.ParseFloat(r[field], 64)
	return n
}

// key tells rows apart; a row without any of the key's fields has none.
func (i *Import) key(r Row) string {
	parts, some := make([]string, len(i.Key)), false
	for n, field := range i.Key {
		parts[n] = strings.ToLower(r[field])
		some = some || parts[n] != ""
	}
	if !some {
		return ""
	}
	return strings.Join(parts, "\x00")
}

// list reads several values that stand in one cell, as people part them.
func list(cell string) []string {
	var all []string
	for part := range strings.FieldsFuncSeq(cell, func(c rune) bool { return strings.ContainsRune("、,，;；\n", c) }) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// heading compares titles as people write them.
func heading(s string) string {
	return strings.NewReplacer("*", "", "＊", "", " ", "", "　", "", "\n", "").Replace(strings.TrimSpace(s))
}

// place finds the columns in a heading row; ok is false if it is none.
func (i *Import) place(cells []string) (at map[string]int, missing []string, ok bool) {
	at = map[string]int{}
	for n, c := range cells {
		for _, col := range i.Columns {
			if _, twice := at[col.Field]; !twice && heading(c) == heading(col.Title) {
				at[col.Field] = n
			}
		}
	}
	for _, col := range i.Columns {
		if _, there := at[col.Field]; !there && col.Required {
			missing = append(missing, col.Title)
		}
	}
	return at, missing, len(at) > 0 && len(at)*2 >= len(i.Columns)-len(missing)
}

// read reads the cells of a row; faults are by field.
func (i *Import) read(b *sheet.Book, at map[string]int, cells []string) (Row, map[string]string) {
	r, faults := Row{}, map[string]string{}
	for _, c := range i.Columns {
		n, there := at[c.Field]
		if !there || n >= len(cells) || cells[n] == "" {
			if c.Required {
				faults[c.Field] = "请填写" + c.Title + "。"
			}
			continue
		}
		value, fault := c.read(b, cells[n])
		r[c.Field] = value
		if fault != "" {
			faults[c.Field] = fault
		}
	}
	return r, faults
}

func (c Column) read(b *sheet.Book, cell string) (value, fault string) {
	if len(c.Choices) > 0 {
		for _, one := range c.Choices {
			if heading(cell) == heading(one.Words) {
				return one.Value, ""
			}
		}
		return "", "只能填：" + strings.Join(c.words(), "、") + "。"
	}
	switch c.Kind {
	case Day:
		if d, ok := b.Day(cell); ok {
			return string(d), ""
		}
		return "", "日期请写成 2026-11-24 的样子。"
	case Number, Whole:
		n, ok := sheet.Number(cell)
		if !ok || c.Kind == Whole && n != float64(int64(n)) {
			return "", "请填数字，不要带单位或文字。"
		}
		return strconv.FormatFloat(n, 'f', -1, 64), ""
	default:
		text := plain(cell)
		if n := utf8.RuneCountInString(text); c.Most > 0 && n > c.Most {
			return "", fmt.Sprintf("最多 %d 个字，现有 %d 个，请缩短。", c.Most, n)
		}
		return text, ""
	}
}

// plain turns a number that a spreadsheet wrote in its own way back into the
// digits that a person typed, as 9.13101E+17.
func plain(cell string) string {
	if !strings.ContainsAny(cell, "eE") || strings.ContainsFunc(cell, func(r rune) bool { return !strings.ContainsRune("0123456789.+eE", r) }) {
		return cell
	}
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil || n != float64(int64(n)) {
		return cell
	}
	return strconv.FormatInt(int64(n), 10)
}

func (c Column) words() []string {
	words := make([]string, len(c.Choices))
	for n, one := range c.Choices {
		words[n] = one.Words
	}
	return words
}

// columns are the import's columns as a template shows them.
func (i *Import) columns() []sheet.Column {
	all := make([]sheet.Column, len(i.Columns))
	for n, c := range i.Columns {
		all[n] = sheet.Column{Title: c.Title, Width: c.Width, Note: c.note(), Choices: c.words(), Required: c.Required}
	}
	return all
}

func (c Column) note() string {
	switch {
	case c.Note != "":
		return c.Note
	case c.Kind == Day:
		return "日期，如 2026-11-24"
	case c.Kind == Number, c.Kind == Whole:
		return "只填数字"
	}
	return ""
}

// by finds a column by the place that a fault names, as body.product.
func (i *Import) by(pointer string) (Column, bool) {
	field := strings.TrimPrefix(pointer, "body.")
	field, _, _ = strings.Cut(field, "[")
	for _, c := range i.Columns {
		if c.Field == field {
			return c, true
		}
	}
	return Column{}, false
}
