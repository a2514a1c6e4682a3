package errand

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

const (
	// look lies between two looks for work that others left.
	look = 5 * time.Second
	// beat renews the lease.
	beat = lease / 4
	// hands is how many errands one replica works on at once.
	hands = 2
	// pause lies between attempts at an errand that broke, times their number.
	pause = 20 * time.Second
)

// JobExpire is the bell that forgets what has expired.
const JobExpire = "errand.expire"

func sweep() access.Grant { return access.System("errand.work") }

// Work works on errands until the context ends, and returns when its hands are
// empty. An errand that it lays down another takes up at once.
func (s *Service) Work(ctx context.Context) {
	var all sync.WaitGroup
	for range hands {
		all.Go(func() {
			tick := time.NewTicker(look)
			defer tick.Stop()
			for ctx.Err() == nil {
				for s.one(ctx) {
					s.ring() // there may be more: wake the other hand
				}
				select {
				case <-ctx.Done():
				case <-tick.C:
				case <-s.wake:
				}
			}
		})
	}
	all.Wait()
}

// WorkOnce works on what waits now, one after another.
func (s *Service) WorkOnce(ctx context.Context) {
	for s.one(ctx) {
	}
}

// one takes and does one errand; false if there was none.
func (s *Service) one(ctx context.Context) bool {
	r, ok, err := s.claim(ctx)
	if err != nil && ctx.Err() == nil {
		s.log.ErrorContext(ctx, "look for errands", slog.Any("error", err))
	}
	if !ok {
		return false
	}
	s.do(ctx, r)
	return ctx.Err() == nil
}

// claim wins one errand that nobody holds.
func (s *Service) claim(ctx context.Context) (r errandRow, won bool, err error) {
	var waiting []errandRow
	err = s.db.Read(ctx, sweep(), func(tx *db.Tx) (err error) {
		waiting, err = free(tx, slices.Collect(maps.Keys(s.kinds)), 4*hands)
		return err
	})
	for _, r = range waiting {
		if err != nil || won {
			break
		}
		err = s.db.Write(ctx, sweep(), func(tx *db.Tx) (err error) {
			won, err = take(tx, r)
			return err
		})
		if won {
			r.Attempt++
			return r, err == nil, err
		}
	}
	return r, false, err
}

// do makes one attempt and writes down how it ended.
func (s *Service) do(outer context.Context, row errandRow) {
	ctx, stop := context.WithCancelCause(outer)
	defer stop(nil)
	run := &Run{
		ID: row.ID, Enterprise: id.ID(row.EnterpriseID), Asked: row.AskedAt.UTC(), Attempt: row.Attempt,
		service: s, row: row, cursor: row.CursorJSON, ctx: ctx, stop: stop, stage: row.Stage, n: row.Progress, of: row.Total,
	}
	key := liveKey{row.EnterpriseID, row.ID}
	s.live.Store(key, run)
	defer s.live.CompareAndDelete(key, run)
	beating := make(chan struct{})
	var heart sync.WaitGroup
	heart.Go(func() { s.beat(ctx, run, beating) })
	err := s.attempt(ctx, run)
	close(beating)
	heart.Wait()
	if run.ended {
		return
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause // by whatever name the work called it
	}
	s.end(context.WithoutCancel(outer), run, err, outer.Err() != nil)
}

// beat keeps the lease while the kind is silent.
func (s *Service) beat(ctx context.Context, run *Run, over <-chan struct{}) {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-over:
			return
		case <-ctx.Done():
			return
		case <-tick.C:
			if err := run.write(nil); err != nil && !errors.Is(err, errHeldNoMore) {
				s.log.WarnContext(ctx, "errand's lease", slog.String("errand", string(run.ID)), slog.Any("error", err))
			}
		}
	}
}

// attempt runs the kind as the person who asked.
func (s *Service) attempt(ctx context.Context, run *Run) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	if run.Attempt > attempts+crashes {
		return ErrBadEnding
	}
	if run.Attempt > 1 {
		if err := s.files.Remove(ctx, run.row.key(run.Attempt-1)); err != nil {
			return err
		}
	}
	kind := s.kinds[run.row.Kind]
	actor, err := s.stand.Stand(ctx, run.row.AskedBy, run.Enterprise, run.row.AgencyID)
	if err != nil {
		return fmt.Errorf("who asked for errand %s: %w", run.ID, err)
	}
	permission := kind.permission(actor)
	if permission == "" {
		return ErrLostPost
	}
	if run.Grant, err = s.policy.Check(actor, permission, access.Call{Operation: "errand." + kind.Name, Request: string(run.ID)}); err != nil {
		return ErrLostPost.Because(err)
	}
	err = run.Read(ctx, func(tx *db.Tx) error {
		ok, err := s.admitted(tx, kind.Name)
		return errors.Join(err, orNil(!ok && err == nil, ErrLostPost))
	})
	if err != nil {
		return err
	}
	return kind.Run(ctx, run)
}

// end writes down how an attempt ended; told says that we are told to stop.
func (s *Service) end(ctx context.Context, run *Run, err error, told bool) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	changes, broken := map[string]any{}, err
	if err == nil {
		changes, broken = run.keep()
	}
	f, refused := fault.Of(broken)
	over := true
	switch {
	case broken == nil:
		changes["state"], changes["error_code"], changes["error_text"] = Done, "", ""
	case errors.Is(broken, errHeldNoMore):
		s.warn(ctx, run, run.discard())
		return
	case told:
		// Laid down, so that the next worker takes it up at once.
		changes["lease_until"], over = s.db.Clock().Now(), false
	case refused:
		changes["state"], changes["error_code"], changes["error_text"] = Failed, f.Code, f.Text
	case run.Attempt < attempts:
		s.warn(ctx, run, broken)
		changes["state"], over = Queued, false
		changes["lease_until"] = s.db.Clock().Now().Add(pause * time.Duration(run.Attempt))
	default:
		s.warn(ctx, run, broken)
		changes["state"], changes["error_code"], changes["error_text"] = Failed, ErrBadEnding.Code, ErrBadEnding.Text
	}
	if broken != nil {
		s.warn(ctx, run, run.discard())
	}
	run.mu.Lock()
	changes["stage"], changes["progress"], changes["total"] = run.stage, run.n, run.of
	run.mu.Unlock()
	held := false
	err = s.db.Write(ctx, sweep(), func(tx *db.Tx) (err error) {
		if over {
			changes["ended_at"], changes["expires_at"] = tx.Now(), tx.Now().Add(kept)
		}
		held, err = hold(tx, run.row, changes)
		return err
	})
	s.warn(ctx, run, err)
	if broken == nil && !held {
		// It was cancelled, or another took over, while the last byte was written.
		s.warn(ctx, run, s.files.Remove(ctx, run.row.key(run.Attempt)))
	}
}

func (s *Service) warn(ctx context.Context, run *Run, err error) {
	if err != nil {
		s.log.ErrorContext(ctx, "errand", slog.String("kind", run.row.Kind), slog.String("errand", string(run.ID)), slog.Int("attempt", run.Attempt), slog.Any("error", err))
	}
}

// Expire forgets what has expired, files first: a row without its file is told
// as expired, a file without its row would stay for ever.
func (s *Service) Expire(ctx context.Context) error {
	for {
		var rows []errandRow
		err := s.db.Read(ctx, sweep(), func(tx *db.Tx) (err error) {
			rows, err = expired(tx, 100)
			return err
		})
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			for n := max(1, r.Attempt-1); n <= r.Attempt; n++ {
				if err := s.files.Remove(ctx, r.key(n)); err != nil {
					return err
				}
			}
		}
		err = s.db.Write(ctx, sweep(), func(tx *db.Tx) error {
			for _, r := range rows {
				if err := forget(tx, r); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}
