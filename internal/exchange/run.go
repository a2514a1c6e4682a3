package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
)

const (
	// batch is how many rows go into one transaction: others must get their
	// turn between.
	batch = 200
	// mostFaults are kept to be shown; all stand in the annotated file.
	mostFaults = 500
)

// errUndo ends a transaction in which rows were only tried.
var errUndo = errors.New("only tried")

// line is a row of the file that was read.
type line struct {
	number int
	row    Row
	cells  []string
	faults []problem
}

// problem is what is wrong with a row: in one field, or in the whole of it.
type problem struct{ field, text string }

// load reads the whole file of an import.
func (s *Service) load(ctx context.Context, r *errand.Run) (importRow, Table, *sheet.Book, layout, error) {
	var p asked
	var row importRow
	var l layout
	if err := r.Params(&p); err != nil {
		return row, Table{}, nil, l, err
	}
	err := r.Read(ctx, func(tx *db.Tx) error {
		found, there, err := findImport(tx, p.Import)
		if err == nil && !there {
			err = ErrNotFound
		}
		row = found
		return err
	})
	if err != nil {
		return row, Table{}, nil, l, err
	}
	t, err := s.importing(r.Grant.Actor(), row.Sheet)
	if err != nil {
		return row, t, nil, l, errand.ErrLostPost
	}
	body, err := s.files.Get(ctx, row.BlobKey)
	if err != nil {
		return row, t, nil, l, fmt.Errorf("fetch import %s: %w", row.ID, err)
	}
	b, err := open(body)
	if err != nil {
		return row, t, nil, l, err
	}
	l, err = t.Import.lay(b)
	if err != nil {
		return row, t, nil, l, errors.Join(err, b.Close())
	}
	return row, t, b, l, nil
}

// layout is a file read by its heading.
type layout struct {
	heading int // the number of the heading's row
	width   int
	at      map[string]int
	lines   []line
}

// lay reads the rows below the heading, which is the first row that looks like
// one among the first ten.
func (i *Import) lay(b *sheet.Book) (layout, error) {
	var l layout
	seen := 0
	err := b.Rows(func(number int, cells []string) error {
		if l.heading == 0 {
			at, missing, ok := i.place(cells)
			switch {
			case ok && len(missing) > 0:
				return ErrHeading.At("body", "缺少这些列："+strings.Join(missing, "、")+"。请下载模板对照。")
			case ok:
				l.heading, l.at, l.width = number, at, len(cells)
			default:
				if seen++; seen >= 10 {
					return ErrHeading
				}
			}
			return nil
		}
		one := line{number: number, cells: cells}
		var faults map[string]string
		one.row, faults = i.read(b, l.at, cells)
		for _, c := range i.Columns {
			if text := faults[c.Field]; text != "" {
				one.faults = append(one.faults, problem{c.Field, text})
			}
		}
		l.lines, l.width = append(l.lines, one), max(l.width, len(cells))
		return nil
	})
	switch {
	case errors.Is(err, sheet.ErrTooLong):
		return l, ErrTooLong.Because(err)
	case errors.Is(err, sheet.ErrEmpty), err == nil && (l.heading == 0 || len(l.lines) == 0):
		return l, ErrHeading
	case errors.Is(err, sheet.ErrFormat):
		return l, ErrFormat.Because(err)
	}
	return l, err
}

// try puts every row to the rules of its noun and undoes it.
func (s *Service) try(ctx context.Context, r *errand.Run) error {
	row, t, b, l, err := s.load(ctx, r)
	if f, ok := fault.Of(err); ok && row.ID != id.Nil && !errors.Is(err, errand.ErrLostPost) {
		return s.refuse(ctx, r, row, f)
	}
	if err != nil {
		return err
	}
	defer b.Close() //nolint:errcheck // only read
	for n := 0; n < len(l.lines); n += batch {
		if err := r.Progress("trying", n, len(l.lines)); err != nil {
			return err
		}
		some := l.lines[n:min(n+batch, len(l.lines))]
		err := r.Write(ctx, func(tx *db.Tx) error {
			for k := range some {
				if len(some[k].faults) > 0 {
					continue
				}
				if err := tryRow(tx, t.Import, &some[k]); err != nil {
					return err
				}
			}
			return errUndo
		})
		if !errors.Is(err, errUndo) {
			return err
		}
	}
	bad := slices.DeleteFunc(slices.Clone(l.lines), func(one line) bool { return len(one.faults) == 0 })
	if len(bad) > 0 {
		if err := annotate(r, row, t.Import, b, l, bad); err != nil {
			return err
		}
	}
	return s.found(ctx, r, row, len(l.lines), len(bad), told(t.Import, l, bad))
}

// tryRow writes a row and takes it back, so that a refusal of the database does
// not end the transaction.
func tryRow(tx *db.Tx, i *Import, one *line) error {
	if _, err := tx.Exec("SAVEPOINT row_of_a_table {none}"); err != nil {
		return fmt.Errorf("begin row %d: %w", one.number, err)
	}
	put := i.Put(tx, one.row)
	if _, err := tx.Exec("ROLLBACK TO SAVEPOINT row_of_a_table {none}"); err != nil {
		return fmt.Errorf("undo row %d: %w", one.number, err)
	}
	if _, err := tx.Exec("RELEASE SAVEPOINT row_of_a_table {none}"); err != nil {
		return fmt.Errorf("end row %d: %w", one.number, err)
	}
	f, ok := fault.Of(put)
	if put != nil && !ok {
		return fmt.Errorf("try row %d: %w", one.number, put)
	}
	if ok {
		one.faults = i.problems(f)
	}
	return nil
}

// problems tells a refusal by fields.
func (i *Import) problems(f *fault.Error) []problem {
	var all []problem
	for _, at := range f.Fields {
		c, known := i.by(at.Pointer)
		text := at.Text
		if text == "" {
			text = f.Text
		}
		if known {
			all = append(all, problem{c.Field, text})
		} else {
			all = append(all, problem{"", text})
		}
	}
	if len(all) == 0 {
		all = append(all, problem{"", f.Text})
	}
	return all
}

// annotate makes the person's own file with a column of what is wrong.
func annotate(r *errand.Run, row importRow, i *Import, b *sheet.Book, l layout, bad []line) error {
	marks := make([]sheet.Mark, len(bad))
	for n, one := range bad {
		marks[n].Row = one.number
		var words []string
		for _, p := range one.faults {
			words = append(words, i.title(p.field)+p.text)
			if at, there := l.at[p.field]; there {
				marks[n].Columns = append(marks[n].Columns, at)
			}
		}
		marks[n].Text = strings.Join(words, "；")
	}
	body, err := b.Annotate("需要修改的地方", l.heading, l.width, marks)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(row.FileName, ".xlsx")
	out, err := r.Output(name+"（已标出问题）.xlsx", media)
	if err != nil {
		return err
	}
	_, err = out.Write(body)
	return err
}

// title names a field before what is wrong with it.
func (i *Import) title(field string) string {
	for _, c := range i.Columns {
		if c.Field == field && field != "" {
			return "【" + c.Title + "】"
		}
	}
	return ""
}

// told are the faults as they are shown.
func told(i *Import, l layout, bad []line) []api.ImportFault {
	all := []api.ImportFault{}
	for _, one := range bad {
		for _, p := range one.faults {
			if len(all) == mostFaults {
				return all
			}
			f := api.ImportFault{Row: one.number, Text: p.text, Column: strings.Trim(i.title(p.field), "【】")}
			if at, there := l.at[p.field]; there {
				f.Cell, _ = excelize.CoordinatesToCellName(at+1, one.number) // both count from one
				if at < len(one.cells) {
					f.Value = one.cells[at]
				}
			}
			all = append(all, f)
		}
	}
	return all
}

// refuse says why the file as a whole cannot be taken.
func (s *Service) refuse(ctx context.Context, r *errand.Run, row importRow, f *fault.Error) error {
	text := f.Text
	if len(f.Fields) > 0 && f.Fields[0].Text != "" {
		text = f.Fields[0].Text
	}
	return s.found(ctx, r, row, 0, 1, []api.ImportFault{{Text: text}})
}

// found keeps what was found.
func (s *Service) found(ctx context.Context, r *errand.Run, row importRow, rows, bad int, faults []api.ImportFault) error {
	b, err := json.Marshal(faults)
	if err != nil {
		return fmt.Errorf("encode faults of import %s: %w", row.ID, err)
	}
	state := ready
	if bad > 0 {
		state = faulty
	}
	return r.Write(ctx, func(tx *db.Tx) error {
		return moveImport(tx, row, trying, map[string]any{"state": state, "row_count": rows, "fault_rows": bad, "faults": string(b)})
	})
}

// stored is how far the storing went.
type stored struct {
	Lines int `json:"lines"`
}

// store stores the rows, batch by batch, each once.
func (s *Service) store(ctx context.Context, r *errand.Run) error {
	row, t, b, l, err := s.load(ctx, r)
	if err != nil {
		return err
	}
	defer b.Close() //nolint:errcheck // only read
	var done stored
	if _, err := r.Cursor(&done); err != nil {
		return err
	}
	for done.Lines < len(l.lines) {
		if err := r.Progress("storing", done.Lines, len(l.lines)); err != nil {
			return err
		}
		some := l.lines[done.Lines:min(done.Lines+batch, len(l.lines))]
		next := stored{Lines: done.Lines + len(some)}
		err := r.Write(ctx, func(tx *db.Tx) error {
			for _, one := range some {
				if err := t.Import.Put(tx, one.row); err != nil {
					return s.turned(one, t.Import, err)
				}
			}
			if err := setStored(tx, row, next.Lines); err != nil {
				return err
			}
			return r.CheckpointIn(tx, next)
		})
		if err != nil {
			return err
		}
		done = next
	}
	return r.Write(ctx, func(tx *db.Tx) error {
		return moveImport(tx, row, storing, map[string]any{"state": finished, "stored": done.Lines})
	})
}

// turned tells of a row that was good when it was tried and is not any more.
func (s *Service) turned(one line, i *Import, err error) error {
	f, ok := fault.Of(err)
	if !ok {
		return fmt.Errorf("store row %d: %w", one.number, err)
	}
	p := i.problems(f)[0]
	text := fmt.Sprintf("第 %d 行检查时没有问题，导入时不能保存：%s%s 前面的行已经导入，请把这一行起的内容另存为一个文件再导入。", one.number, i.title(p.field), p.text)
	return fault.New(fault.Conflict, "exchange.import.turned", text).Because(err)
}

// export makes a table.
func (s *Service) export(ctx context.Context, r *errand.Run) error {
	var p ranged
	if err := r.Params(&p); err != nil {
		return err
	}
	t, err := s.exporting(r.Grant.Actor(), p.Table)
	if err != nil {
		return errand.ErrLostPost
	}
	name := t.Title
	if t.Export.Ranged {
		name += " " + string(p.From) + "—" + string(p.To)
	}
	kind := media
	if p.Format == "csv" {
		kind = "text/csv; charset=utf-8"
	}
	out, err := r.Output(name+"."+p.Format, kind)
	if err != nil {
		return err
	}
	var w sheet.Writer
	if p.Format == "csv" {
		w, err = sheet.NewCSV(out, t.Export.Columns)
	} else {
		w, err = sheet.NewXLSX(out, t.Title, t.Export.Columns)
	}
	if err != nil {
		return err
	}
	rows := 0
	err = r.Read(ctx, func(tx *db.Tx) error {
		return t.Export.Rows(tx, p.From, p.To, func(cells ...any) error {
			rows++
			if rows%500 == 0 {
				if err := r.Progress("writing", rows, 0); err != nil {
					return err
				}
			}
			return w.Row(cells...)
		})
	})
	if err != nil {
		return fmt.Errorf("export %s: %w", t.Name, err)
	}
	return w.Close()
}

// attachment names a file for old and new clients (RFC 6266).
func attachment(plain, name string) string {
	return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + url.PathEscape(name)
}
