package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// batch is how many rows go into one transaction: others must get their turn
// between.
const batch = 200

// errUndo ends a transaction in which rows were only tried.
var errUndo = errors.New("only tried")

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
			return s.chain.Together(tx, func() error {
				if err := tryLines(tx, t.Import, some); err != nil {
					return err
				}
				return errUndo
			})
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

// tryLines writes rows one after the other, as they are when they are stored, so
// that a row is told what one before it has taken. A refused row may have written
// a part of itself, or have ended PostgreSQL's transaction: then all is taken back
// and the next row begins anew.
func tryLines(tx *db.Tx, i *Import, some []line) error {
	begin := func(statement string) (Batch, error) {
		if _, err := tx.Exec(statement); err != nil {
			return Batch{}, fmt.Errorf("%s: %w", statement, err)
		}
		return i.Open(tx)
	}
	to, err := begin("SAVEPOINT rows_of_a_table {none}")
	if err != nil {
		return fmt.Errorf("begin to try: %w", err)
	}
	for k := range some {
		if len(some[k].faults) > 0 {
			continue
		}
		put := to.Put(some[k].row)
		if put == nil {
			continue
		}
		f, ok := fault.Of(put)
		if !ok {
			return fmt.Errorf("try row %d: %w", some[k].number, put)
		}
		some[k].faults = i.problems(f)
		if to, err = begin("ROLLBACK TO SAVEPOINT rows_of_a_table {none}"); err != nil {
			return fmt.Errorf("undo row %d: %w", some[k].number, err)
		}
	}
	return nil
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
