package reminder

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Job names the bell, and the slots that were planned, among the fires.
const Job = "reminder.plan"

const (
	// batch is the number of people planned in one transaction.
	batch = 1000
	// late is how long after its slot a digest is still made up for.
	late = 3 * time.Hour
	// grid is the grid of slots, in minutes.
	grid = 30
)

// Service plans digests and keeps the ladders.
type Service struct {
	db      *db.DB
	notices *notice.Service
}

// New makes the service.
func New(d *db.DB, notices *notice.Service) *Service { return &Service{db: d, notices: notices} }

// Remind plans the digests of all slots of the last three hours that were not
// planned. Rung twice, by whomever, it tells nobody twice.
func (s *Service) Remind(ctx context.Context) error {
	g := access.System(Job)
	var slots []time.Time
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		slots, err = slotsDue(tx)
		return err
	})
	if err != nil {
		return err
	}
	for _, at := range slots {
		if err := s.plan(ctx, g, at); err != nil {
			return fmt.Errorf("plan the slot of %s: %w", at, err)
		}
		if err := s.db.Write(ctx, g, func(tx *db.Tx) error { return markSlot(tx, at) }); err != nil {
			return err
		}
	}
	return nil
}

// plan makes the digests of one slot: people in batches, then the enterprises'
// own channels.
func (s *Service) plan(ctx context.Context, g access.Grant, at time.Time) error {
	for after := lowest; after != id.Nil; {
		err := s.db.Write(ctx, g, func(tx *db.Tx) error {
			people, last, err := peopleAfter(tx, after, batch)
			if err != nil {
				return err
			}
			after = last
			return s.tell(tx, at, people)
		})
		if err != nil {
			return fmt.Errorf("people after %s: %w", after, err)
		}
	}
	minute := int(at.Sub(clock.DayOf(at).Start()) / time.Minute)
	if !slices.Contains(notice.Standard.Slots, minute) {
		return nil
	}
	for after := lowest; after != id.Nil; {
		err := s.db.Write(ctx, g, func(tx *db.Tx) (err error) {
			after, err = s.tellGroups(tx, at, after)
			return err
		})
		if err != nil {
			return fmt.Errorf("enterprises after %s: %w", after, err)
		}
	}
	return nil
}

// tell posts the digests of a batch of people.
func (s *Service) tell(tx *db.Tx, at time.Time, people []*person) error {
	minute := int(at.Sub(clock.DayOf(at).Start()) / time.Minute)
	people = slices.DeleteFunc(people, func(p *person) bool { return !slices.Contains(p.slots, minute) })
	enterprises := map[id.ID]bool{}
	for _, p := range people {
		for e := range p.posts {
			enterprises[e] = true
		}
	}
	houses, err := housesOf(tx, slices.Sorted(maps.Keys(enterprises)), at)
	if err != nil {
		return err
	}
	var messages []notice.Message
	for _, p := range people {
		if m, some := p.message(at, houses); some {
			messages = append(messages, m)
		}
	}
	return s.notices.PostAll(tx, messages)
}

// tellGroups posts to the channels of enterprises after one, and returns the last.
func (s *Service) tellGroups(tx *db.Tx, at time.Time, after id.ID) (id.ID, error) {
	enterprises, err := withChannels(tx, after, batch)
	if err != nil || len(enterprises) == 0 {
		return id.Nil, err
	}
	last := enterprises[len(enterprises)-1]
	ways, err := notice.WaysOf(tx, after, last)
	if err != nil {
		return id.Nil, err
	}
	houses, err := housesOf(tx, enterprises, at)
	if err != nil {
		return id.Nil, err
	}
	sl := slotOf(at, notice.Standard.Slots)
	var groups []notice.Group
	for _, e := range enterprises {
		h := houses[e]
		if h == nil {
			continue
		}
		p, overdue := h.whole(sl)
		if len(p.Lines) == 0 {
			continue
		}
		g := notice.Group{Dedupe: sl.dedupe(), Subject: subject(sl, len(p.Lines)+p.More, overdue), Expires: sl.next, Paragraph: p}
		for _, w := range ways {
			if w.Enterprise == e {
				g.Channels = append(g.Channels, w)
			}
		}
		groups = append(groups, g)
	}
	if err := s.notices.PostGroups(tx, groups); err != nil {
		return id.Nil, err
	}
	if len(enterprises) < batch {
		return id.Nil, nil
	}
	return last, nil
}

// Still is the stop condition of notices: which of the duties wait to be done, by
// somebody who still serves the enterprise.
func (s *Service) Still(tx *db.Tx, account id.ID, refs []notice.Ref) (map[notice.Ref]bool, error) {
	return stillOpen(tx, account, refs)
}

// ReadLadder shows how the enterprise's people are reminded.
func (s *Service) ReadLadder(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.LadderOutput, error) {
	var out *api.LadderOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = ladderOutput(tx)
		return err
	})
	return out, err
}

// EditLadder changes one kind's rungs, or drops the enterprise's own.
func (s *Service) EditLadder(ctx context.Context, g access.Grant, in *api.EditLadderInput) (*api.LadderOutput, error) {
	if !slices.Contains(Kinds, in.Kind) {
		return nil, ErrKind
	}
	r := Rung{Soon: in.Body.Soon, Director: in.Body.Director, Principal: in.Body.Principal, Until: in.Body.Until}
	if err := r.check(); err != nil && !in.Body.Standard {
		return nil, err
	}
	var out *api.LadderOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		err := dropRung(tx, in.Kind)
		if err == nil && !in.Body.Standard {
			err = insertRung(tx, in.Kind, r)
		}
		if err != nil {
			return err
		}
		out, err = ladderOutput(tx)
		return err
	})
	return out, err
}

func ladderOutput(tx *db.Tx) (*api.LadderOutput, error) {
	own, err := ladders(tx, []id.ID{tx.Enterprise()})
	if err != nil {
		return nil, err
	}
	l := own[tx.Enterprise()]
	out := &api.LadderOutput{}
	for _, kind := range Kinds {
		_, departs := l[kind]
		r := l.rung(kind)
		out.Body.Items = append(out.Body.Items, api.Rung{Kind: kind, Soon: r.Soon, Director: r.Director, Principal: r.Principal, Until: r.Until, Standard: !departs})
	}
	return out, nil
}

func mapKeys(m map[id.ID][]access.Role) iter.Seq[id.ID] { return maps.Keys(m) }
