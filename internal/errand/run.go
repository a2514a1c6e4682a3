package errand

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// errHeldNoMore ends a run whose errand was cancelled or taken over.
var errHeldNoMore = errors.New("errand is held no more")

// tell is how often progress is written at most.
const tell = 700 * time.Millisecond

// Run is one attempt at an errand, as its kind sees it.
type Run struct {
	// ID is the errand's.
	ID id.ID
	// Enterprise is whose rows it concerns.
	Enterprise id.ID
	// Grant is what the person who asked may do now. An agency's is narrowed by
	// Read and Write.
	Grant access.Grant
	// Asked is when it was asked for, the same in every attempt.
	Asked time.Time
	// Attempt counts from one.
	Attempt int

	service *Service
	row     errandRow       // as it was claimed; the heart reads it beside the work
	cursor  string          // the work's alone
	ctx     context.Context //nolint:containedctx // a run lives as long as its attempt
	stop    context.CancelCauseFunc
	result  *Result
	ended   bool // the work's alone, until it is over

	mu    sync.Mutex
	stage string
	n, of int64
	told  time.Time
}

// Params reads what was asked for.
func (r *Run) Params(into any) error {
	if err := json.Unmarshal([]byte(r.row.Params), into); err != nil {
		return fmt.Errorf("read parameters of errand %s: %w", r.ID, err)
	}
	return nil
}

// Cursor reads the last checkpoint; false if there is none.
func (r *Run) Cursor(into any) (bool, error) {
	if r.cursor == "" {
		return false, nil
	}
	if err := json.Unmarshal([]byte(r.cursor), into); err != nil {
		return false, fmt.Errorf("read checkpoint of errand %s: %w", r.ID, err)
	}
	return true, nil
}

// Checkpoint keeps how far the run has come, for the attempt after a crash.
func (r *Run) Checkpoint(cursor any) error {
	b, err := json.Marshal(cursor)
	if err != nil {
		return fmt.Errorf("encode checkpoint of errand %s: %w", r.ID, err)
	}
	r.cursor = string(b)
	return r.write(map[string]any{"cursor_json": string(b)})
}

// DoneIn ends the errand in the transaction that did it: what is done is done once,
// whatever happens to the worker, and who cancels it comes before or too late. It
// is the transaction's last act. Such an errand has no result.
func (r *Run) DoneIn(tx *db.Tx) error {
	r.mu.Lock()
	changes := map[string]any{
		"state": Done, "error_code": "", "error_text": "", "stage": r.stage, "progress": r.of, "total": r.of,
		"ended_at": tx.Now(), "expires_at": tx.Now().Add(kept),
	}
	r.mu.Unlock()
	held, err := hold(tx, r.row, changes)
	if err == nil && !held {
		err = errHeldNoMore
	}
	if err == nil {
		tx.AfterCommit(func() { r.ended = true })
	}
	return err
}

// Progress says which stage the run is in and how far in it: n of so many, or of
// 0 if nobody knows. It is cheap to call; not every call is written.
func (r *Run) Progress(stage string, n, of int) error {
	r.mu.Lock()
	turned := r.stage != stage
	r.stage, r.n, r.of = stage, int64(n), int64(of)
	now := r.service.db.Clock().Now()
	due := turned || now.Sub(r.told) >= tell
	if due {
		r.told = now
	}
	r.mu.Unlock()
	if err := context.Cause(r.ctx); err != nil {
		return err
	}
	if !due {
		return nil
	}
	return r.write(nil)
}

// Tell says how far the run is as Progress does, from within a transaction: it
// writes nothing. Who asks this replica is told at once, others when the lease is
// renewed.
func (r *Run) Tell(stage string, n, of int) error {
	r.mu.Lock()
	r.stage, r.n, r.of = stage, int64(n), int64(of)
	r.mu.Unlock()
	return context.Cause(r.ctx)
}

// write keeps the lease and says how far the run is, with further changes.
func (r *Run) write(changes map[string]any) error {
	r.mu.Lock()
	all := map[string]any{"stage": r.stage, "progress": r.n, "total": r.of}
	r.mu.Unlock()
	for k, v := range changes {
		all[k] = v
	}
	held := false
	err := r.service.db.Write(r.ctx, sweep(), func(tx *db.Tx) (err error) {
		all["lease_until"] = tx.Now().Add(lease)
		held, err = hold(tx, r.row, all)
		return err
	})
	if err == nil && !held {
		err = errHeldNoMore
		r.stop(err)
	}
	return err
}

// Read runs fn in a reading transaction of the enterprise, as who asked.
func (r *Run) Read(ctx context.Context, fn func(*db.Tx) error) error {
	return r.service.within(ctx, r.Grant, string(r.Enterprise), r.service.db.Read, fn)
}

// Write runs fn in a writing transaction of the enterprise, as who asked.
func (r *Run) Write(ctx context.Context, fn func(*db.Tx) error) error {
	return r.service.within(ctx, r.Grant, string(r.Enterprise), r.service.db.Write, fn)
}

// Result is the file that a run makes.
type Result struct {
	draft blob.Draft
	name  string
	media string
	sum   hash.Hash
	size  int64
}

// Write adds to the file.
func (o *Result) Write(b []byte) (int, error) {
	n, err := o.draft.Write(b)
	o.sum.Write(b[:n])
	o.size += int64(n)
	return n, err
}

// Output begins the file that will be downloaded under the name. It is kept
// when the run ends well.
func (r *Run) Output(name, media string) (io.Writer, error) {
	if r.result != nil {
		return nil, fmt.Errorf("errand %s has its result already", r.ID)
	}
	d, err := r.service.files.Create(r.ctx, r.row.key(r.Attempt))
	if err != nil {
		return nil, fmt.Errorf("begin result of errand %s: %w", r.ID, err)
	}
	r.result = &Result{draft: d, name: name, media: media, sum: sha256.New()}
	return r.result, nil
}

// keep makes the file whole and returns what the row says of it.
func (r *Run) keep() (map[string]any, error) {
	if r.result == nil {
		return map[string]any{}, nil
	}
	if err := r.result.draft.Commit(); err != nil {
		return nil, err
	}
	return map[string]any{
		"blob_key": r.row.key(r.Attempt), "result_name": r.result.name, "result_media": r.result.media,
		"result_size": r.result.size, "result_sha256": hex.EncodeToString(r.result.sum.Sum(nil)),
	}, nil
}

// discard forgets a file that is not wanted any more.
func (r *Run) discard() error {
	if r.result == nil {
		return nil
	}
	return r.result.draft.Discard()
}
