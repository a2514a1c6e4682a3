package bylaw

import (
	"context"
	"errors"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// List returns all kinds of documents.
func (s *Service) List(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.BylawsOutput, error) {
	out := &api.BylawsOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error { return s.list(tx, false, out) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Approved returns the documents without their drafts, as an agency reads them.
func (s *Service) Approved(tx *db.Tx) (*api.BylawsOutput, error) {
	out := &api.BylawsOutput{}
	err := s.list(tx, true, out)
	return out, err
}

func (s *Service) list(tx *db.Tx, approved bool, out *api.BylawsOutput) error {
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return err
	}
	out.Body.Items, out.Body.Note = []api.Bylaw{}, reference.BylawNote()
	sides, categories, err := s.sides(tx)
	if err != nil && !errors.Is(err, ErrNoSide) {
		return err
	}
	for _, k := range reference.Bylaws() {
		b := s.wire(tx, k, have, sides, categories)
		if approved {
			b.Draft = nil
		}
		out.Body.Items = append(out.Body.Items, b)
	}
	return nil
}

// Read returns one document.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.BylawInput) (*api.BylawOutput, error) {
	k, known := reference.BylawOf(in.Bylaw)
	if !known {
		return nil, ErrNotFound
	}
	out := &api.BylawOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error { return s.one(tx, k, &out.Body) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) one(tx *db.Tx, k reference.Bylaw, out *api.Bylaw) error {
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return err
	}
	sides, categories, err := s.sides(tx)
	if err != nil && !errors.Is(err, ErrNoSide) {
		return err
	}
	*out = s.wire(tx, k, have, sides, categories)
	return nil
}

// ReadVersion returns the text of a version.
func (s *Service) ReadVersion(ctx context.Context, g access.Grant, in *api.BylawVersionInput) (*api.BylawTextOutput, error) {
	out := &api.BylawTextOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Version(tx, in.Bylaw, in.Version)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Version returns the text of a version inside a transaction.
func (s *Service) Version(tx *db.Tx, kind string, version int) (api.BylawText, error) {
	k, known := reference.BylawOf(kind)
	if !known {
		return api.BylawText{}, ErrNotFound
	}
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return api.BylawText{}, err
	}
	var out api.BylawText
	err = s.text(tx, k, have, version, &out)
	return out, err
}

func (s *Service) text(tx *db.Tx, k reference.Bylaw, have shelf, version int, out *api.BylawText) error {
	head := have.heads[k.Kind]
	versions := have.versions[head.ID]
	n := slices.IndexFunc(versions, func(v versionRow) bool { return v.Version == version })
	if n < 0 {
		return ErrNoVersion
	}
	*out = api.BylawText{
		BylawVersion: wireVersion(tx, have, head.ID, n), Kind: k.Kind, Title: k.Title, Wall: k.Wall,
		Parts: Parts(versions[n].Text), Confirmations: []api.BylawConfirmation{},
	}
	for _, r := range have.requests[head.ID] {
		if r.Version != version {
			continue
		}
		c := api.BylawConfirmation{Request: string(r.ID), Name: r.PersonName, AskedAt: r.AskedAt.UTC(), Left: r.LeftAt != nil}
		if done, ok := have.confirmations[r.ID]; ok {
			at := done.At.UTC()
			c.ConfirmedAt, c.ByApproval, c.Left = &at, done.ByApproval, false
		}
		out.Confirmations = append(out.Confirmations, c)
	}
	return nil
}

// Compare tells what changed between two versions; version 0 is the draft.
func (s *Service) Compare(ctx context.Context, g access.Grant, in *api.CompareBylawsInput) (*api.BylawDiffOutput, error) {
	k, known := reference.BylawOf(in.Bylaw)
	if !known {
		return nil, ErrNotFound
	}
	out := &api.BylawDiffOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		have, err := readShelf(tx, id.Nil)
		if err != nil {
			return err
		}
		head := have.heads[k.Kind]
		var texts [2]string
		for n, version := range []int{in.From, in.To} {
			form := head.Form
			texts[n] = head.Text
			if version > 0 {
				i := slices.IndexFunc(have.versions[head.ID], func(v versionRow) bool { return v.Version == version })
				if i < 0 {
					return ErrNoVersion
				}
				form, texts[n] = have.versions[head.ID][i].Form, have.versions[head.ID][i].Text
			} else if head.DraftState == "" {
				return ErrNoDraft
			}
			out.Body.Files = out.Body.Files || form == formFile
		}
		out.Body.Lines = Diff(Parts(texts[0]), Parts(texts[1]))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) wire(tx *db.Tx, k reference.Bylaw, have shelf, sides []reference.Side, categories []string) api.Bylaw {
	b := api.Bylaw{
		Kind: k.Kind, Item: k.Item, Title: k.Title, Applies: k.Applies(sides, categories), Wall: k.Wall, Posts: []string{},
		Basis: basis(k), Verified: k.Verified(), Versions: []api.BylawVersion{},
	}
	for _, p := range k.Confirm {
		b.Posts = append(b.Posts, string(p))
	}
	if !b.Applies {
		said := api.Sentence(why(k, sides))
		b.Why, b.WhySaid = said.Text, &said
	}
	head := have.heads[k.Kind]
	if head.DraftState != "" {
		b.Draft = &api.BylawDraft{
			State: head.DraftState, Form: head.Form, Text: head.Text, Parts: Parts(head.Text), File: ref(head.FileSHA256, head.FileName), Posts: split(head.Posts),
			Note: head.Note, DraftedName: head.DraftedName, DraftedAt: head.DraftedAt.UTC(), Revision: head.Revision, MayApprove: mayApprove(tx.Actor(), head),
		}
	}
	for n := range have.versions[head.ID] {
		v := wireVersion(tx, have, head.ID, n)
		b.Versions = append(b.Versions, v)
		switch {
		case v.State == inForce && b.Current == nil:
			b.Current = &v
		case v.State == coming && b.Coming == nil:
			b.Coming = &v
		}
	}
	return b
}

func wireVersion(tx *db.Tx, have shelf, bylaw id.ID, n int) api.BylawVersion {
	v, repeals := have.versions[bylaw][n], have.repeals(bylaw)
	w := api.BylawVersion{
		Version: v.Version, State: standing(have.versions[bylaw], repeals, n, tx.Today()), Form: v.Form, File: ref(v.FileSHA256, v.FileName), Posts: split(v.Posts), Note: v.Note,
		ApprovedName: v.ApprovedName, ApprovedAt: v.ApprovedAt.UTC(), EffectiveDay: string(v.EffectiveDay), ReviewDay: string(reviewDay(v, have.acts[bylaw])),
		RepealedWhy: repeals[v.Version].Note, Hash: v.Hash,
	}
	for _, r := range have.requests[bylaw] {
		if r.Version != v.Version {
			continue
		}
		_, done := have.confirmations[r.ID]
		if done || r.LeftAt == nil {
			w.Asked++
		}
		if done {
			w.Confirmed++
		}
		open := !done && r.LeftAt == nil && (w.State == inForce || w.State == coming)
		if open && r.AccountID == tx.Actor().Account {
			w.Request = string(r.ID)
		}
	}
	return w
}

func ref(sha, name string) *api.FileRef {
	if sha == "" {
		return nil
	}
	return &api.FileRef{SHA256: sha, Name: name}
}

// basis names the provisions on which a template rests, and says which of them
// were not read.
func basis(k reference.Bylaw) []string {
	all := []string{}
	for _, provision := range k.Basis {
		p, ok := reference.Law(provision)
		if ok && p.Verified {
			all = append(all, p.Source+p.Article)
		} else if ok {
			all = append(all, p.Source+"（条文未核对）")
		}
	}
	return slices.Compact(all)
}

// why says why a document does not apply.
func why(k reference.Bylaw, sides []reference.Side) words.Sentence {
	switch {
	case len(sides) == 0:
		return words.Say("bylaw.why.no_side", "单位档案中还没有经营类型。")
	case !slices.ContainsFunc(k.Sides, func(s reference.Side) bool { return slices.Contains(sides, s) }):
		if k.Sides[0] == reference.Production {
			return words.Say("bylaw.why.producers", "只适用于生产单位。")
		}
		return words.Say("bylaw.why.sellers", "只适用于销售单位。")
	default:
		return words.Say("bylaw.why.category", "只适用于生产{category}的单位。", "category", k.Category)
	}
}

// mayApprove reports whether the caller may approve the draft as it stands.
func mayApprove(a access.Actor, head headRow) bool {
	return a.Is(access.Principal) && !head.empty() && (head.DraftState == stateSubmitted || head.DraftedBy == a.Account)
}
