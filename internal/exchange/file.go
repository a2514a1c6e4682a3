package exchange

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/sheet"
	"zhize/internal/platform/words"
)

// line is a row of the file that was read.
type line struct {
	number int
	row    Row
	cells  []string
	faults []problem
}

// problem is what is wrong with a row: in one field, or in the whole of it.
type problem struct {
	field string
	said  words.Sentence
}

// refuse notes what is wrong with a field, once: what is said first of a cell is
// what is to be mended first.
func (l *line) refuse(field string, what words.Sentence) {
	if !l.isFaulty(field) {
		l.faults = append(l.faults, problem{field, what})
	}
}

func (l *line) isFaulty(fields ...string) bool {
	return slices.ContainsFunc(l.faults, func(p problem) bool { return slices.Contains(fields, p.field) })
}

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
	whole   []words.Sentence // what is wrong with all rows together
}

// lay reads the rows below the heading, which is the first row that looks like
// one among the first ten.
func (i *Import) lay(b *sheet.Book) (layout, error) {
	var l layout
	seen, keys := 0, map[string]int{}
	err := b.Rows(func(number int, cells []string) error {
		if l.heading == 0 {
			at, missing, ok := i.place(cells)
			switch {
			case ok && len(missing) > 0:
				return ErrHeading.For("body", words.Say("exchange.file.columns_missing", "缺少这些列：{columns}。请下载模板对照。", "columns", words.Joined("、", words.Owns(missing...)...)))
			case ok:
				l.heading, l.at, l.width = number, at, len(cells)
			default:
				if seen++; seen >= 10 {
					return ErrHeading
				}
			}
			return nil
		}
		one := i.read(b, number, l.at, cells)
		if key := i.key(one.row); key != "" && !one.isFaulty(i.Key...) {
			if first, twice := keys[key]; twice {
				one.refuse(i.Key[0], words.Say("exchange.row.twice", "与第 {row} 行重复，请删去其中一行。", "row", first))
			} else {
				keys[key] = number
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
