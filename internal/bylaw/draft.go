package bylaw

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// Draft begins drafts from the templates: those named, even where a draft is
// there, or all that apply and have neither a draft nor a version.
func (s *Service) Draft(ctx context.Context, g access.Grant, in *api.DraftBylawsInput) (*api.BylawsOutput, error) {
	out := &api.BylawsOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		sides, categories, err := s.sides(tx)
		if err != nil {
			return err
		}
		facts, err := s.facts(tx, sides)
		if err != nil {
			return err
		}
		have, err := readShelf(tx, id.Nil)
		if err != nil {
			return err
		}
		for _, kind := range in.Body.Kinds {
			switch k, known := reference.BylawOf(kind); {
			case !known:
				return ErrNotFound
			case !k.Applies(sides, categories):
				return ErrNotNeeded
			}
		}
		for _, k := range reference.Bylaws() {
			head := have.heads[k.Kind]
			missing := len(in.Body.Kinds) == 0 && k.Applies(sides, categories) && head.DraftState == "" && len(have.versions[head.ID]) == 0
			if !missing && !slices.Contains(in.Body.Kinds, k.Kind) {
				continue
			}
			head, _, err := lockHead(tx, k.Kind)
			if err != nil {
				return err
			}
			head.Kind, head.Form, head.Text, head.FileSHA256, head.FileName = k.Kind, formText, Fill(k.Template(), facts), "", ""
			head.Posts, head.Note, head.DraftState = posts(k), "", stateDraft
			if err := s.write(tx, head); err != nil {
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

func posts(k reference.Bylaw) string {
	all := make([]string, len(k.Confirm))
	for n, p := range k.Confirm {
		all[n] = string(p)
	}
	return strings.Join(all, ",")
}

// Edit writes the draft. An answer that was lost on the way is given again.
func (s *Service) Edit(ctx context.Context, g access.Grant, in *api.EditBylawInput) (*api.BylawOutput, error) {
	k, known := reference.BylawOf(in.Bylaw)
	if !known {
		return nil, ErrNotFound
	}
	b := in.Body
	wanted := headRow{Kind: k.Kind, Form: b.Form, Note: strings.TrimSpace(b.Note), Posts: strings.Join(ordered(b.Posts), ","), DraftState: stateDraft}
	if b.Submit {
		wanted.DraftState = stateSubmitted
	}
	switch {
	case b.Form == formText:
		wanted.Text = strings.TrimSpace(strings.ReplaceAll(b.Text, "\r\n", "\n"))
	case b.File == nil:
		return nil, ErrFile.At("body.file", "")
	default:
		wanted.FileSHA256, wanted.FileName = b.File.SHA256, strings.TrimSpace(b.File.Name)
	}
	if hasControl(wanted.Text + wanted.Note + wanted.FileName) {
		return nil, ErrControl
	}
	if b.Submit && wanted.empty() {
		return nil, ErrEmpty.At("body.text", "")
	}
	out := &api.BylawOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		if wanted.FileSHA256 != "" {
			if _, err := s.Files.Evidence(tx, wanted.FileSHA256); err != nil {
				return err
			}
		}
		head, _, err := lockHead(tx, k.Kind)
		if err != nil {
			return err
		}
		repeated := head.Revision == b.Revision+1 && head.same(wanted)
		if !repeated {
			// Where there is no draft, revision 0 begins one.
			if read := head.Revision; head.DraftState == "" && b.Revision != 0 && read != b.Revision || head.DraftState != "" && read != b.Revision {
				return ErrChanged
			}
			wanted.ID, wanted.Revision, wanted.DraftedAt = head.ID, head.Revision, head.DraftedAt
			if err := s.write(tx, wanted); err != nil {
				return err
			}
		}
		return s.one(tx, k, &out.Body)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// write stores the draft as the caller's and asks for approval if it is
// submitted.
func (s *Service) write(tx *db.Tx, head headRow) error {
	isNew := head.ID == id.Nil
	if isNew {
		head.ID = tx.NewID()
	}
	now := tx.Now()
	head.DraftedBy, head.DraftedName, head.DraftedAt = tx.Actor().Account, tx.Actor().Name, &now
	head.Revision++
	var err error
	if isNew {
		err = insertHead(tx, head)
	} else {
		err = updateDraft(tx, head)
	}
	if err != nil {
		return err
	}
	if !isNew {
		if err := s.Duties.Withdraw(tx, DutyApprove, head.ID); err != nil {
			return fmt.Errorf("withdraw approval of %s: %w", head.Kind, err)
		}
	}
	if head.DraftState == stateSubmitted {
		err = s.Duties.Open(tx, obligation.Obligation{
			Kind: DutyApprove, Subject: head.ID, Day: tx.Today(), Post: access.Principal, Title: "批准制度：" + title(head.Kind),
			Opens: now, Due: until(tx.Today(), approveWithin),
		})
		if err != nil {
			return fmt.Errorf("ask for approval of %s: %w", head.Kind, err)
		}
	}
	return nil
}

// Drop drops the draft; dropping what is not there does nothing.
func (s *Service) Drop(ctx context.Context, g access.Grant, in *api.BylawInput) (*api.BylawOutput, error) {
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
		if there && head.DraftState != "" {
			head.clear()
			if err := updateDraft(tx, head); err != nil {
				return err
			}
			if err := s.Duties.Withdraw(tx, DutyApprove, head.ID); err != nil {
				return fmt.Errorf("withdraw approval of %s: %w", head.Kind, err)
			}
		}
		return s.one(tx, k, &out.Body)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (r headRow) empty() bool { return len(Parts(r.Text)) == 0 && r.FileSHA256 == "" }

// same reports whether two drafts say the same.
func (r headRow) same(o headRow) bool {
	return r.DraftState == o.DraftState && r.Form == o.Form && r.Text == o.Text && r.FileSHA256 == o.FileSHA256 && r.FileName == o.FileName && r.Posts == o.Posts && r.Note == o.Note
}

// clear takes the draft off; its revision goes on being counted.
func (r *headRow) clear() {
	r.DraftState, r.Form, r.Text, r.FileSHA256, r.FileName, r.Posts, r.Note = "", "", "", "", "", "", ""
	r.DraftedBy, r.DraftedName, r.DraftedAt = id.Nil, "", nil
}

var postOrder = []string{string(access.Principal), string(access.Director), string(access.Officer)}

// ordered are the posts in their order, each once.
func ordered(posts []string) []string {
	all := []string{}
	for _, p := range postOrder {
		if slices.Contains(posts, p) {
			all = append(all, p)
		}
	}
	return all
}

func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
}
