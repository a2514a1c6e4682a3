package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"zhize/internal/errand"
	"zhize/internal/platform/db"
)

// store stores all rows in one transaction, or none: who accepts a file finds it
// there whole. Where other things changed since the file was tried, so that a row
// is refused now, nothing is stored, every such row is named, and the file is as
// one that was tried with faults.
//
// The transaction takes a second or two for ten thousand rows. It locks the
// enterprise's own chain; on SQLite, which has one writer, others wait for it.
func (s *Service) store(ctx context.Context, r *errand.Run) error {
	row, t, b, l, err := s.load(ctx, r)
	if err != nil {
		return err
	}
	defer b.Close() //nolint:errcheck // only read
	if err := r.Progress("storing", 0, len(l.lines)); err != nil {
		return err
	}
	err = r.Write(ctx, func(tx *db.Tx) error {
		var did done
		err := s.chain.Together(tx, func() (err error) {
			did, err = t.Import.put(tx, l.lines, func(n int) error { return r.Tell("storing", n, len(l.lines)) })
			l.whole = did.refused
			if err == nil && (l.isFaulty() || row.State == faulty) {
				err = errUndo // as it was found before a crash
			}
			return err
		})
		if err != nil {
			return err
		}
		return s.stored(tx, r, row, len(l.lines), did.newcomers)
	})
	if errors.Is(err, errUndo) {
		return s.report(ctx, r, row, storing, t.Import, b, l, "（没有导入，已标出问题）")
	}
	return err
}

// stored ends the import and its errand with the rows.
func (s *Service) stored(tx *db.Tx, r *errand.Run, row importRow, rows int, opened []newcomer) error {
	people, err := json.Marshal(append([]newcomer{}, opened...))
	if err != nil {
		return fmt.Errorf("encode newcomers: %w", err)
	}
	moved, err := moveImport(tx, row, storing, map[string]any{"state": finished, "stored": rows, "people": string(people)})
	if err == nil && !moved {
		err = ErrNotReady
	}
	if err != nil {
		return err
	}
	return r.DoneIn(tx)
}

// isFaulty reports whether something is wrong with the file.
func (l layout) isFaulty() bool {
	return len(l.whole) > 0 || slices.ContainsFunc(l.lines, func(one line) bool { return len(one.faults) > 0 })
}
