package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
	"zhize/internal/platform/words"
)

// batch is how many rows are tried in one transaction, and how many a bad one
// takes back with it.
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
	size := batch
	if t.Import.Whole {
		size = len(l.lines)
	}
	for n := 0; n < len(l.lines); n += size {
		if err := r.Progress("trying", n, len(l.lines)); err != nil {
			return err
		}
		some := l.lines[n:min(n+size, len(l.lines))]
		err := r.Write(ctx, func(tx *db.Tx) error {
			return s.chain.Together(tx, func() error {
				did, err := t.Import.put(tx, some, func(k int) error { return r.Tell("trying", n+k, len(l.lines)) })
				if err != nil {
					return err
				}
				l.whole = append(l.whole, did.refused...)
				return errUndo
			})
		})
		if !errors.Is(err, errUndo) {
			return err
		}
	}
	return s.report(ctx, r, row, trying, t.Import, b, l, "（已标出问题）")
}

// done is what became of rows that were put.
type done struct {
	newcomers []newcomer
	// refused is what is wrong with all of them together.
	refused []words.Sentence
}

// put writes rows one after the other, so that a row is told what one before it
// has taken, and notes in each what is wrong with it. A refused row may have
// written a part of itself, or have ended PostgreSQL's transaction: then it is
// taken back with those since the last savepoint, and the next one begins anew.
// Rows of which one was refused must not be kept.
func (i *Import) put(tx *db.Tx, some []line, tell func(n int) error) (done, error) {
	begin := func(statements ...string) (Batch, error) {
		if err := run(tx, statements...); err != nil {
			return Batch{}, err
		}
		return i.Open(tx)
	}
	to, err := begin(savepoint)
	if err != nil {
		return done{}, fmt.Errorf("begin to put rows: %w", err)
	}
	isClean := true
	for k := range some {
		l := &some[k]
		if k%batch == batch-1 {
			if err := errors.Join(tell(k), run(tx, release, savepoint), tx.Replan()); err != nil {
				return done{}, err
			}
		}
		err := to.Put(l.row)
		f, ok := fault.Of(err)
		switch {
		case err != nil && !ok:
			return done{}, fmt.Errorf("put row %d: %w", l.number, err)
		case err == nil && len(l.faults) == 0:
			continue
		case ok:
			i.refused(l, f)
		}
		isClean = false
		if to, err = begin(back); err != nil {
			return done{}, fmt.Errorf("take row %d back: %w", l.number, err)
		}
	}
	if !isClean {
		return done{}, nil
	}
	var d done
	if to.Newcomers != nil {
		d.newcomers = to.Newcomers()
	}
	if to.End == nil {
		return d, nil
	}
	err = to.End()
	if f, ok := fault.Of(err); ok {
		d.refused, err = []words.Sentence{said(f)}, nil
	}
	return d, err
}

// The savepoint behind which rows are safe from a bad one.
const (
	savepoint = "SAVEPOINT rows_of_a_table {none}"
	release   = "RELEASE SAVEPOINT rows_of_a_table {none}"
	back      = "ROLLBACK TO SAVEPOINT rows_of_a_table {none}"
)

func run(tx *db.Tx, statements ...string) error {
	for _, s := range statements {
		if _, err := tx.Exec(s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// refuse says why the file as a whole cannot be taken.
func (s *Service) refuse(ctx context.Context, r *errand.Run, row importRow, f *fault.Error) error {
	return s.found(ctx, r, row, trying, 0, 0, []api.ImportFault{faultOf(said(f))})
}

// said is what is wrong, where no cell is meant.
func said(f *fault.Error) words.Sentence {
	if len(f.Fields) > 0 && f.Fields[0].Text != "" {
		return f.Fields[0].Sentence
	}
	return f.Said()
}

// report gives the person's own file back if something is wrong with it, and keeps
// what was found.
func (s *Service) report(ctx context.Context, r *errand.Run, row importRow, from string, i *Import, b *sheet.Book, l layout, mark string) error {
	bad := slices.DeleteFunc(slices.Clone(l.lines), func(one line) bool { return len(one.faults) == 0 })
	if len(bad) > 0 {
		if err := annotate(r, strings.TrimSuffix(row.FileName, ".xlsx")+mark+".xlsx", i, b, l, bad); err != nil {
			return err
		}
	}
	return s.found(ctx, r, row, from, len(l.lines), len(bad), told(i, l, bad))
}

// found keeps what was found: without a fault the file can be accepted.
func (s *Service) found(ctx context.Context, r *errand.Run, row importRow, from string, rows, bad int, faults []api.ImportFault) error {
	b, err := json.Marshal(faults)
	if err != nil {
		return fmt.Errorf("encode faults of import %s: %w", row.ID, err)
	}
	state := ready
	if len(faults) > 0 {
		state = faulty
	}
	return r.Write(ctx, func(tx *db.Tx) error {
		_, err := moveImport(tx, row, from, map[string]any{"state": state, "row_count": rows, "fault_rows": bad, "faults": string(b)})
		return err
	})
}
