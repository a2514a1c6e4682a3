package bylaw

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// sealedVersion is the body of an approval's fact.
type sealedVersion struct {
	Kind         string     `json:"kind"`
	Item         string     `json:"item"`
	Title        string     `json:"title"`
	Version      int        `json:"version"`
	Form         string     `json:"form"`
	Text         string     `json:"text,omitempty"`
	File         *sealedRef `json:"file,omitempty"`
	Posts        []string   `json:"posts"`
	Note         string     `json:"note,omitempty"`
	EffectiveDay clock.Day  `json:"effectiveDay"`
	ReviewDay    clock.Day  `json:"reviewDay"`
}

type sealedRef struct {
	SHA256 string `json:"sha256"`
	Name   string `json:"name"`
}

// signed are the personal fields of every fact of a bylaw.
type signed struct {
	Account     id.ID           `json:"account"`
	Name        string          `json:"name"`
	Declaration api.Declaration `json:"declaration"`
}

// made is a version on its way into the chain.
type made struct {
	row      versionRow
	body     []byte
	evidence []ledger.Photo
}

// Approve makes drafts the next versions with one signature. An answer that was
// lost on the way is given again.
func (s *Service) Approve(ctx context.Context, g access.Grant, in *api.ApproveBylawsInput) (*api.BylawsOutput, error) {
	if err := checkSignature(in.Body.Declaration); err != nil {
		return nil, err
	}
	effective, err := clock.ParseDay(in.Body.EffectiveDay)
	if err != nil {
		return nil, ErrDays.At("body.effectiveDay", "")
	}
	review, err := clock.ParseDay(in.Body.ReviewDay)
	if err != nil {
		return nil, ErrDays.At("body.reviewDay", "")
	}
	// One order of locks for all.
	items := slices.SortedFunc(slices.Values(in.Body.Items), func(a, b api.BylawApproval) int { return cmp.Compare(a.Kind, b.Kind) })
	out := &api.BylawsOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if !checkDays(effective, review, tx.Today()) {
			return ErrDays.At("body.effectiveDay", "").At("body.reviewDay", "")
		}
		declaration, err := json.Marshal(in.Body.Declaration)
		if err != nil {
			return fmt.Errorf("encode declaration: %w", err)
		}
		// Who is appointed meanwhile waits for the heads and is asked there.
		for _, item := range items {
			if _, _, err := lockHead(tx, item.Kind); err != nil {
				return err
			}
		}
		holders, err := s.Posts.Holders(tx)
		if err != nil {
			return fmt.Errorf("read posts: %w", err)
		}
		var all []made
		for n, item := range items {
			if n > 0 && items[n-1].Kind == item.Kind {
				return ErrTwice
			}
			m, again, err := s.prepare(tx, item, holders, versionRow{
				EffectiveDay: effective, ReviewDay: review, Declaration: string(declaration),
				ApprovedBy: tx.Actor().Account, ApprovedName: tx.Actor().Name, ApprovedAt: tx.Now(),
			})
			if err != nil {
				return err
			}
			if !again {
				all = append(all, m)
			}
		}
		// The chain is locked last: from here on rows are only inserted.
		for _, m := range all {
			if err := s.sealVersion(tx, m, holders, in.Body.Declaration); err != nil {
				return err
			}
		}
		return s.list(tx, false, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// prepare checks one draft and does all that changes rows of others: the draft
// goes, what was due for the version before ends, and the next review is due.
func (s *Service) prepare(tx *db.Tx, item api.BylawApproval, holders []api.Appointment, v versionRow) (m made, again bool, err error) {
	k, known := reference.BylawOf(item.Kind)
	if !known {
		return m, false, ErrNotFound
	}
	head, there, err := lockHead(tx, k.Kind)
	if err != nil {
		return m, false, err
	}
	if !there {
		return m, false, ErrNoDraft
	}
	have, err := readShelf(tx, head.ID)
	if err != nil {
		return m, false, err
	}
	versions := have.versions[head.ID]
	if head.DraftState == "" && len(versions) > 0 && versions[0].Revision == item.Revision && versions[0].ApprovedBy == v.ApprovedBy {
		return m, true, nil
	}
	switch {
	case head.DraftState == "":
		return m, false, ErrNoDraft
	case head.Revision != item.Revision:
		return m, false, ErrChanged
	case head.empty():
		return m, false, ErrEmpty.With("bylaw", k.Title)
	case head.DraftState != stateSubmitted && head.DraftedBy != v.ApprovedBy:
		return m, false, ErrNotSubmitted
	}
	v.ID, v.BylawID, v.Version, v.Revision = tx.NewID(), head.ID, 1, head.Revision
	v.Form, v.Text, v.FileSHA256, v.FileName, v.Posts, v.Note = head.Form, head.Text, head.FileSHA256, head.FileName, head.Posts, head.Note
	if len(versions) > 0 {
		v.Version = versions[0].Version + 1
	}
	if v.FileSHA256 != "" {
		if m.evidence, err = s.Files.Evidence(tx, v.FileSHA256); err != nil {
			return m, false, err
		}
	}
	if m.body, err = bodyOf(k, v); err != nil {
		return m, false, err
	}
	sum := sha256.Sum256(m.body)
	v.Hash = hex.EncodeToString(sum[:])
	m.row = v
	submitted := clock.DayOf(*head.DraftedAt)
	head.clear()
	if err := updateDraft(tx, head); err != nil {
		return m, false, err
	}
	if err := s.Duties.Settle(tx, DutyApprove, head.ID, submitted, v.ID); err != nil {
		return m, false, fmt.Errorf("settle approval of %s: %w", k.Kind, err)
	}
	if len(versions) > 0 {
		if err := s.Duties.Settle(tx, DutyReview, head.ID, reviewDay(versions[0], have.acts[head.ID]), v.ID); err != nil {
			return m, false, fmt.Errorf("settle review of %s: %w", k.Kind, err)
		}
		if err := s.Duties.Withdraw(tx, DutyReview, head.ID); err != nil {
			return m, false, fmt.Errorf("withdraw review of %s: %w", k.Kind, err)
		}
	}
	for _, r := range have.requests[head.ID] {
		if err := s.Duties.Withdraw(tx, DutyConfirm, r.ID); err != nil {
			return m, false, fmt.Errorf("withdraw confirmation %s: %w", r.ID, err)
		}
	}
	return m, false, s.dueReview(tx, k.Title, head.ID, v.ReviewDay, holders)
}

func bodyOf(k reference.Bylaw, v versionRow) ([]byte, error) {
	content := sealedVersion{
		Kind: k.Kind, Item: k.Item, Title: k.Title, Version: v.Version, Form: v.Form, Text: v.Text, Posts: split(v.Posts), Note: v.Note,
		EffectiveDay: v.EffectiveDay, ReviewDay: v.ReviewDay,
	}
	if v.FileSHA256 != "" {
		content.File = &sealedRef{v.FileSHA256, v.FileName}
	}
	body, err := json.Marshal(content)
	if err != nil {
		return nil, fmt.Errorf("encode version %d of %s: %w", v.Version, k.Kind, err)
	}
	return body, nil
}

// dueReview asks for the next review: of the director, or of the principal
// where there is none.
func (s *Service) dueReview(tx *db.Tx, title string, bylaw id.ID, day clock.Day, holders []api.Appointment) error {
	post := access.Principal
	if slices.ContainsFunc(holders, func(h api.Appointment) bool { return h.Post == string(access.Director) }) {
		post = access.Director
	}
	err := s.Duties.Open(tx, obligation.Obligation{
		Kind: DutyReview, Subject: bylaw, Day: day, Post: post, Title: "复审制度：" + title,
		Opens: day.Add(-reviewBefore).Start(), Due: until(day, 0),
	})
	if err != nil {
		return fmt.Errorf("ask for review of %s: %w", bylaw, err)
	}
	return nil
}

// sealVersion appends the version to the chain, writes it, and asks those whom
// it concerns. The approver is not asked: he has read it.
func (s *Service) sealVersion(tx *db.Tx, m made, holders []api.Appointment, d api.Declaration) error {
	seq, err := s.seal(tx, KindApproved, m.row.BylawID, m.body, m.evidence, d)
	if err != nil {
		return err
	}
	m.row.FactSeq = seq
	if err := insertVersion(tx, m.row); err != nil {
		return err
	}
	for _, p := range concerned(holders, split(m.row.Posts)) {
		request, err := s.ask(tx, m.row, p, p.account != m.row.ApprovedBy)
		if err != nil {
			return err
		}
		if p.account == m.row.ApprovedBy {
			if err := s.confirm(tx, m.row, request, true, d); err != nil {
				return err
			}
		}
	}
	return nil
}

// seal appends a fact of the bylaw, signed by the caller.
func (s *Service) seal(tx *db.Tx, kind string, subject id.ID, body []byte, evidence []ledger.Photo, d api.Declaration) (int64, error) {
	personal, err := json.Marshal(signed{tx.Actor().Account, tx.Actor().Name, d})
	if err != nil {
		return 0, fmt.Errorf("encode declaration: %w", err)
	}
	link, err := s.ledger.Append(tx, ledger.Fact{Kind: kind, Subject: subject, Day: tx.Today(), Payload: ledger.Payload{Body: body, Personal: personal, Photos: evidence}})
	if err != nil {
		return 0, fmt.Errorf("seal %s of %s: %w", kind, subject, err)
	}
	return int64(link.Seq), nil
}

// The box in which a signature is drawn.
const signatureWidth, signatureHeight = 1000, 400

// checkSignature wants whole points inside the box.
func checkSignature(d api.Declaration) error {
	for n, stroke := range d.Signature {
		at := fmt.Sprintf("body.declaration.signature[%d]", n)
		if len(stroke)%2 != 0 {
			return ErrSignature.At(at, "")
		}
		for i, v := range stroke {
			if v < 0 || i%2 == 0 && v > signatureWidth || i%2 == 1 && v > signatureHeight {
				return ErrSignature.At(at, "")
			}
		}
	}
	return nil
}
