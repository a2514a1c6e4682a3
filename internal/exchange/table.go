package exchange

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/sheet"
	"zhize/internal/platform/words"
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
	// Whole says that a row may hold against any row before it, so that all are
	// tried in one transaction. Such tables are short.
	Whole bool
	// Open begins to store rows in a transaction: what all of them need is read once.
	Open func(tx *db.Tx) (Batch, error)
}

// Batch stores rows of one transaction.
type Batch struct {
	// Put stores one row by the rules of its noun. A fault names every field that
	// is wrong; the row may have been written in part then, and is taken back.
	Put func(r Row) error
	// End derives what follows from all rows; nil if nothing does. A fault is of
	// the file as a whole.
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

// Row is a row that comes in: its values by field, already read. A cell that could
// not be read stands as it was written, so that its noun refuses it as well and
// judges nothing by it.
type Row map[string]string

// Number returns a number: none is 0, and one that could not be read is no number.
func (r Row) Number(field string) float64 {
	if r[field] == "" {
		return 0
	}
	n, err := strconv.ParseFloat(r[field], 64)
	if err != nil {
		return math.NaN()
	}
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

// read reads the cells of a row.
func (i *Import) read(b *sheet.Book, number int, at map[string]int, cells []string) line {
	l := line{number: number, row: Row{}, cells: cells}
	for _, c := range i.Columns {
		n, there := at[c.Field]
		if !there || n >= len(cells) || cells[n] == "" {
			if c.Required {
				l.refuse(c.Field, words.Say("exchange.cell.empty", "请填写{column}。", "column", c.Title))
			}
			continue
		}
		value, wrong := c.read(b, cells[n])
		l.row[c.Field] = value
		if wrong.Text != "" {
			l.refuse(c.Field, wrong)
		}
	}
	return l
}

// read reads a cell. What cannot be read is returned as it stands.
func (c Column) read(b *sheet.Book, cell string) (value string, wrong words.Sentence) {
	if len(c.Choices) > 0 {
		for _, one := range c.Choices {
			if heading(cell) == heading(one.Words) {
				return one.Value, wrong
			}
		}
		return cell, words.Say("exchange.cell.choice", "只能填：{choices}。", "choices", words.Joined("、", words.Owns(c.words()...)...))
	}
	switch c.Kind {
	case Day:
		if d, ok := b.Day(cell); ok {
			return string(d), wrong
		}
		return cell, words.Say("exchange.cell.day", "日期请写成 2026-11-24 的样子。")
	case Number, Whole:
		n, ok := sheet.Number(cell)
		switch {
		case !ok:
			return cell, words.Say("exchange.cell.number", "请填数字，不要带单位或文字。")
		case c.Kind == Whole && n != float64(int64(n)):
			return strconv.FormatFloat(n, 'f', -1, 64), words.Say("exchange.cell.whole", "请填整数，不带小数。")
		}
		return strconv.FormatFloat(n, 'f', -1, 64), wrong
	default:
		text := plain(cell)
		if n := utf8.RuneCountInString(text); c.Most > 0 && n > c.Most {
			return text, words.Say("exchange.cell.long", "最多 {most} 个字，现有 {n} 个，请缩短。", "most", c.Most, "n", n)
		}
		return text, wrong
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
	all := make([]string, len(c.Choices))
	for n, one := range c.Choices {
		all[n] = one.Words
	}
	return all
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

// by finds a column by the place that a fault names, as body.product or
// body.sites[2].
func (i *Import) by(pointer string) (Column, bool) {
	field, _, _ := strings.Cut(strings.TrimPrefix(pointer, "body."), "[")
	n := slices.IndexFunc(i.Columns, func(c Column) bool { return c.Field == field })
	if n < 0 {
		return Column{}, false
	}
	return i.Columns[n], true
}
