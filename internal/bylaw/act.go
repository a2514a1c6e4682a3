package bylaw

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/reference"
)

// sealedAct is the body of a review's or a repeal's fact.
type sealedAct struct {
	Kind      string    `json:"kind"`
	Version   int       `json:"version"`
	Hash      string    `json:"hash"`
	Note      string    `json:"note"`
	ReviewDay clock.Day `json:"reviewDay,omitempty"`
}

// Review lets the version go on unchanged until the next day of review.
func (s *Service) Review(ctx context.Context, g access.Grant, in *api.ReviewBylawInput) (*api.BylawOutput, error) {
	day, err := clock.ParseDay(in.Body.ReviewDay)
	if err != nil {
		return nil, ErrDays.At("body.reviewDay", "")
	}
	wanted := actRow{Kind: actReviewed, Note: in.Body.Note, ReviewDay: day}
	return s.act(ctx, g, in.BylawVersionInput, wanted, in.Body.Declaration, func(tx *db.Tx, v versionRow, a actRow, have shelf) error {
		if !checkDays(tx.Today(), day, tx.Today()) {
			return ErrDays.At("body.reviewDay", "")
		}
		holders, err := s.Posts.Holders(tx)
		if err != nil {
			return fmt.Errorf("read posts: %w", err)
		}
		if err := s.Duties.Settle(tx, DutyReview, v.BylawID, reviewDay(v, have.acts[v.BylawID]), a.ID); err != nil {
			return fmt.Errorf("settle review of %s: %w", in.Bylaw, err)
		}
		return s.dueReview(tx, title(in.Bylaw), v.BylawID, day, holders)
	})
}

// Repeal ends a version; nothing more is due for it.
func (s *Service) Repeal(ctx context.Context, g access.Grant, in *api.RepealBylawInput) (*api.BylawOutput, error) {
	wanted := actRow{Kind: actRepealed, Note: in.Body.Reason}
	return s.act(ctx, g, in.BylawVersionInput, wanted, in.Body.Declaration, func(tx *db.Tx, v versionRow, _ actRow, have shelf) error {
		if err := s.Duties.Withdraw(tx, DutyReview, v.BylawID); err != nil {
			return fmt.Errorf("withdraw review of %s: %w", in.Bylaw, err)
		}
		for _, r := range have.requests[v.BylawID] {
			if err := s.Duties.Withdraw(tx, DutyConfirm, r.ID); err != nil {
				return fmt.Errorf("withdraw confirmation %s: %w", r.ID, err)
			}
		}
		return nil
	})
}

// act does what the principal does to a version in force or to come. What he
// has done already is answered again.
func (s *Service) act(ctx context.Context, g access.Grant, in api.BylawVersionInput, a actRow, d api.Declaration, duties func(*db.Tx, versionRow, actRow, shelf) error) (*api.BylawOutput, error) {
	if err := checkSignature(d); err != nil {
		return nil, err
	}
	if a.Note = strings.TrimSpace(a.Note); hasControl(a.Note) {
		return nil, ErrControl
	}
	k, known := reference.BylawOf(in.Bylaw)
	if !known {
		return nil, ErrNotFound
	}
	out := &api.BylawOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		head, there, err := lockHead(tx, k.Kind)
		if err != nil {
			return err
		}
		have, err := readShelf(tx, head.ID)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(have.versions[head.ID], func(v versionRow) bool { return v.Version == in.Version })
		if !there || n < 0 {
			return ErrNoVersion
		}
		if slices.ContainsFunc(have.acts[head.ID], func(b actRow) bool {
			return b.Version == in.Version && b.Kind == a.Kind && b.Note == a.Note && b.ReviewDay == a.ReviewDay && b.ByID == tx.Actor().Account
		}) {
			return s.one(tx, k, &out.Body)
		}
		switch standing(have.versions[head.ID], have.repeals(head.ID), n, tx.Today()) {
		case superseded:
			return ErrSuperseded
		case repealed:
			return ErrRepealed
		}
		v := have.versions[head.ID][n]
		a.ID, a.BylawID, a.Version, a.ByID, a.ByName, a.At = tx.NewID(), v.BylawID, v.Version, tx.Actor().Account, tx.Actor().Name, tx.Now()
		if err := duties(tx, v, a, have); err != nil {
			return err
		}
		body, err := json.Marshal(sealedAct{k.Kind, v.Version, v.Hash, a.Note, a.ReviewDay})
		if err != nil {
			return fmt.Errorf("encode %s: %w", a.Kind, err)
		}
		if a.FactSeq, err = s.seal(tx, "bylaw."+a.Kind, v.BylawID, body, nil, d); err != nil {
			return err
		}
		if err := insertAct(tx, a); err != nil {
			return err
		}
		return s.one(tx, k, &out.Body)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
