package exchange

import (
	"context"
	"fmt"

	"zhize/internal/errand"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
)

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
		people := row.People
		err := r.Write(ctx, func(tx *db.Tx) error {
			opened, err := s.storeLines(tx, t.Import, some)
			if err != nil {
				return err
			}
			if people, err = joined(row.People, opened); err != nil {
				return err
			}
			if err := setStored(tx, row, next.Lines, people); err != nil {
				return err
			}
			return r.CheckpointIn(tx, next)
		})
		if err != nil {
			return err
		}
		done, row.People = next, people
	}
	return r.Write(ctx, func(tx *db.Tx) error {
		return moveImport(tx, row, storing, map[string]any{"state": finished, "stored": done.Lines})
	})
}

// storeLines stores one batch and returns the people for whom it opened accounts.
func (s *Service) storeLines(tx *db.Tx, i *Import, some []line) (opened []newcomer, err error) {
	err = s.chain.Together(tx, func() error {
		to, err := i.Open(tx)
		if err != nil {
			return err
		}
		for _, one := range some {
			if err := to.Put(one.row); err != nil {
				return turned(one, i, err)
			}
		}
		if to.Newcomers != nil {
			opened = to.Newcomers()
		}
		if to.End == nil {
			return nil
		}
		return to.End()
	})
	return opened, err
}

// turned tells of a row that was good when it was tried and is not any more.
func turned(one line, i *Import, err error) error {
	f, ok := fault.Of(err)
	if !ok {
		return fmt.Errorf("store row %d: %w", one.number, err)
	}
	p := i.problems(f)[0]
	text := fmt.Sprintf("第 %d 行检查时没有问题，导入时不能保存：%s%s 前面的行已经导入，请把这一行起的内容另存为一个文件再导入。", one.number, i.title(p.field), p.text)
	return fault.New(fault.Conflict, "exchange.import.turned", text).With("row", one.number).Because(err)
}
