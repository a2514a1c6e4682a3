package bylaw

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// sealedConfirmation is the body of a confirmation's fact: which bytes were
// read.
type sealedConfirmation struct {
	Bylaw      id.ID  `json:"bylaw"`
	Kind       string `json:"kind"`
	Version    int    `json:"version"`
	Hash       string `json:"hash"`
	ByApproval bool   `json:"byApproval,omitempty"`
}

// concerned are the holders of the posts, each person once. Who only acts for
// another is not asked: the holder is.
func concerned(holders []api.Appointment, posts []string) []person {
	var all []person
	for _, h := range holders {
		p := person{id.ID(h.Account), h.PersonName}
		if h.DeputyOf == "" && slices.Contains(posts, h.Post) && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// ask asks a person to confirm a version; where nothing is due any more, only
// that he was concerned is written down.
func (s *Service) ask(tx *db.Tx, v versionRow, p person, due bool) (requestRow, error) {
	r := requestRow{ID: tx.NewID(), BylawID: v.BylawID, Version: v.Version, AccountID: p.account, PersonName: p.name, AskedAt: tx.Now()}
	if err := insertRequest(tx, r); err != nil || !due {
		return r, err
	}
	return r, s.dueConfirmation(tx, r)
}

func (s *Service) dueConfirmation(tx *db.Tx, r requestRow) error {
	kind, err := kindOf(tx, r.BylawID)
	if err != nil {
		return err
	}
	err = s.Duties.Open(tx, obligation.Obligation{
		Kind: DutyConfirm, Subject: r.ID, Day: clock.DayOf(r.AskedAt), Account: r.AccountID, Title: "阅读并签收：" + title(kind),
		Opens: tx.Now(), Due: until(tx.Today(), confirmWithin),
	})
	if err != nil {
		return fmt.Errorf("ask for confirmation %s: %w", r.ID, err)
	}
	return nil
}

// Confirm is one person's 签收. Sent twice, it is given once.
func (s *Service) Confirm(ctx context.Context, g access.Grant, in *api.ConfirmBylawInput) (*api.BylawTextOutput, error) {
	if err := checkSignature(in.Body.Declaration); err != nil {
		return nil, err
	}
	k, known := reference.BylawOf(in.Bylaw)
	if !known {
		return nil, ErrNotFound
	}
	asked, err := id.Parse(in.Request)
	if err != nil {
		return nil, ErrNotAsked
	}
	out := &api.BylawTextOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		head, there, err := lockHead(tx, k.Kind)
		if err != nil {
			return err
		}
		request, err := lockRequest(tx, asked)
		switch {
		case err != nil:
			return err
		case !there || request.BylawID != head.ID || request.Version != in.Version:
			return ErrNotAsked
		case request.AccountID != tx.Actor().Account:
			return ErrNotYours
		}
		have, err := readShelf(tx, head.ID)
		if err != nil {
			return err
		}
		if _, done := have.confirmations[request.ID]; done {
			return s.text(tx, k, have, in.Version, &out.Body)
		}
		n := slices.IndexFunc(have.versions[head.ID], func(v versionRow) bool { return v.Version == in.Version })
		switch standing(have.versions[head.ID], have.repeals(head.ID), n, tx.Today()) {
		case superseded:
			return ErrSuperseded
		case repealed:
			return ErrRepealed
		}
		if err := s.Duties.Settle(tx, DutyConfirm, request.ID, clock.DayOf(request.AskedAt), request.ID); err != nil {
			return fmt.Errorf("settle confirmation %s: %w", request.ID, err)
		}
		if err := s.confirm(tx, have.versions[head.ID][n], request, false, in.Body.Declaration); err != nil {
			return err
		}
		if have, err = readShelf(tx, head.ID); err != nil {
			return err
		}
		return s.text(tx, k, have, in.Version, &out.Body)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) confirm(tx *db.Tx, v versionRow, r requestRow, byApproval bool, d api.Declaration) error {
	kind, err := kindOf(tx, v.BylawID)
	if err != nil {
		return err
	}
	body, err := json.Marshal(sealedConfirmation{v.BylawID, kind, v.Version, v.Hash, byApproval})
	if err != nil {
		return fmt.Errorf("encode confirmation: %w", err)
	}
	declaration, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("encode declaration: %w", err)
	}
	seq, err := s.seal(tx, KindConfirmed, r.ID, body, nil, d)
	if err != nil {
		return err
	}
	return insertConfirmation(tx, confirmationRow{
		RequestID: r.ID, AccountID: r.AccountID, PersonName: r.PersonName, ByApproval: byApproval, Declaration: string(declaration), Hash: v.Hash, At: tx.Now(), FactSeq: seq,
	})
}

// Staffed asks whom the newest versions concern now and have not asked before,
// and takes back what those who have left need not confirm any more. It runs in
// the transaction of an appointment and before its facts are sealed.
func (s *Service) Staffed(tx *db.Tx) error {
	holders, err := s.Posts.Holders(tx)
	if err != nil {
		return fmt.Errorf("read posts: %w", err)
	}
	return s.each(tx, func(v versionRow, requests []requestRow, confirmed map[id.ID]confirmationRow) error {
		here := concerned(holders, split(v.Posts))
		for _, p := range here {
			if err := s.askAgain(tx, v, p, requests, confirmed); err != nil {
				return err
			}
		}
		for _, r := range requests {
			_, done := confirmed[r.ID]
			still := slices.ContainsFunc(here, func(p person) bool { return p.account == r.AccountID })
			if r.Version != v.Version || done || still || r.LeftAt != nil {
				continue
			}
			now := tx.Now()
			if err := updateRequest(tx, r.ID, &now); err != nil {
				return err
			}
			if err := s.Duties.Withdraw(tx, DutyConfirm, r.ID); err != nil {
				return fmt.Errorf("withdraw confirmation %s: %w", r.ID, err)
			}
		}
		return nil
	})
}

// askAgain asks a person who was not asked for the version, or who had left
// before he confirmed it and is back.
func (s *Service) askAgain(tx *db.Tx, v versionRow, p person, requests []requestRow, confirmed map[id.ID]confirmationRow) error {
	n := slices.IndexFunc(requests, func(r requestRow) bool { return r.Version == v.Version && r.AccountID == p.account })
	if n < 0 {
		_, err := s.ask(tx, v, p, true)
		return err
	}
	r := requests[n]
	if _, done := confirmed[r.ID]; done || r.LeftAt == nil {
		return nil
	}
	if err := updateRequest(tx, r.ID, nil); err != nil {
		return err
	}
	return s.dueConfirmation(tx, r)
}

// each visits the newest version of every bylaw that was not repealed.
func (s *Service) each(tx *db.Tx, visit func(versionRow, []requestRow, map[id.ID]confirmationRow) error) error {
	if err := lockHeads(tx); err != nil {
		return err
	}
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return err
	}
	for _, k := range reference.Bylaws() {
		head := have.heads[k.Kind]
		versions := have.versions[head.ID]
		if head.ID == id.Nil || len(versions) == 0 {
			continue
		}
		if _, gone := have.repeals(head.ID)[versions[0].Version]; gone {
			continue
		}
		if err := visit(versions[0], have.requests[head.ID], have.confirmations); err != nil {
			return err
		}
	}
	return nil
}
