package job

import (
	"context"
	"fmt"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/db"
)

// since marks the row that says from when on a job's bells count. Without it a
// program that always stops before the first bell would never ring it.
const since = ":since"

func grant() access.Grant { return access.System("job.fires") }

// read returns the last bell, and those that were claimed and not finished
// within the lease.
func (r *Runner) read(ctx context.Context, job string, now time.Time) (last time.Time, abandoned []time.Time, err error) {
	type row struct{ Due time.Time }
	var lasts, left []row
	err = r.db.Read(ctx, grant(), func(tx *db.Tx) error {
		for _, name := range []string{job + since, job} {
			var one []row
			if err := tx.Query(&one, "SELECT f.due FROM fires f WHERE f.job = ? ORDER BY f.due DESC LIMIT 1", name); err != nil {
				return err
			}
			lasts = append(lasts, one...)
		}
		return tx.Query(&left, "SELECT f.due FROM fires f WHERE f.job = ? AND f.done_at IS NULL AND f.rang_at < ? AND f.due > ? ORDER BY f.due", job, now.Add(-lease), now.Add(-reach))
	})
	if err != nil {
		return time.Time{}, nil, fmt.Errorf("read bells of %s: %w", job, err)
	}
	for _, l := range lasts {
		if l.Due.After(last) {
			last = l.Due.UTC()
		}
	}
	for _, l := range left {
		abandoned = append(abandoned, l.Due.UTC())
	}
	return last, abandoned, nil
}

// begin marks from when on the job's bells count.
func (r *Runner) begin(ctx context.Context, job string, now time.Time) error {
	err := r.db.Write(ctx, grant(), func(tx *db.Tx) error {
		_, err := tx.Exec("INSERT INTO fires (job, due, rang_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", job+since, now, now)
		return err
	})
	if err != nil {
		return fmt.Errorf("begin %s: %w", job, err)
	}
	return nil
}

// claim makes this replica the one that answers, if it is the first to ask or
// the one before it left the bell unfinished.
func (r *Runner) claim(ctx context.Context, job string, due time.Time) (won bool, err error) {
	err = r.db.Write(ctx, grant(), func(tx *db.Tx) error {
		n, err := tx.Exec("INSERT INTO fires (job, due, rang_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", job, due, tx.Now())
		if err == nil && n == 0 {
			n, err = tx.Exec("UPDATE fires SET rang_at = ? WHERE job = ? AND due = ? AND done_at IS NULL AND rang_at < ?", tx.Now(), job, due, tx.Now().Add(-lease))
		}
		won = n == 1
		return err
	})
	if err != nil {
		return false, fmt.Errorf("claim bell of %s: %w", job, err)
	}
	return won, nil
}

func (r *Runner) done(ctx context.Context, job string, due time.Time) error {
	err := r.db.Write(ctx, grant(), func(tx *db.Tx) error {
		_, err := tx.Exec("UPDATE fires SET done_at = ? WHERE job = ? AND due = ?", tx.Now(), job, due)
		return err
	})
	if err != nil {
		return fmt.Errorf("finish bell of %s: %w", job, err)
	}
	return nil
}
