package risklist

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrNoSide    = fault.New(fault.Conflict, "risklist.proposal.no_side", "还不知道本单位是生产还是销售。请先在企业档案中填写经营类型，再生成清单。")
	ErrChanged   = fault.New(fault.Conflict, "risklist.draft.changed", "清单草稿在您编辑期间已被他人修改或批准。请刷新查看最新内容，再重新修改。")
	ErrNoDraft   = fault.New(fault.Conflict, "risklist.draft.none", "没有待批准的清单草稿。请先编制清单。")
	ErrNoVersion = fault.New(fault.NotFound, "risklist.version.not_found", "没有找到这一版清单。")
	ErrSignature = fault.New(fault.Invalid, "risklist.declaration.signature", "签名的笔迹不完整，请清除后重新签名。")
)

// KindApproved is the sealed fact of an approval.
const KindApproved = "risklist.approved"

// The box in which a signature is drawn.
const signatureWidth, signatureHeight = 1000, 400

// Service keeps the lists.
type Service struct {
	db      *db.DB
	ledger  *ledger.Service
	archive Archive
	papers  *paper.Service
	cache   *cache
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, archive Archive, papers *paper.Service) *Service {
	return &Service{db: d, ledger: l, archive: archive, papers: papers, cache: newCache(cacheSize)}
}

// Propose makes a draft from the library. A draft that is there is replaced.
func (s *Service) Propose(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.RiskListOutput, error) {
	var out *api.RiskListOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		sides, categories, err := s.archive.Sides(tx)
		if err != nil {
			return fmt.Errorf("read sides: %w", err)
		}
		if len(sides) == 0 {
			return ErrNoSide
		}
		grade, err := s.archive.SizeGrade(tx)
		if err != nil {
			return fmt.Errorf("read size grade: %w", err)
		}
		draft, _, err := lockDraft(tx)
		if err != nil {
			return err
		}
		before, err := s.before(tx, draft)
		if err != nil {
			return err
		}
		items, err := json.Marshal(propose(sides, categories, grade, before, tx.NewID))
		if err != nil {
			return fmt.Errorf("encode items: %w", err)
		}
		out, err = writeDraft(tx, draft, items, "")
		return err
	})
	return out, err
}

// Edit replaces the draft's items. An answer that was lost on the way is given
// again.
func (s *Service) Edit(ctx context.Context, g access.Grant, in *api.EditRiskListInput) (*api.RiskListOutput, error) {
	var out *api.RiskListOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		draft, _, err := lockDraft(tx)
		if err != nil {
			return err
		}
		tidied := tidy(in.Body.Items)
		items, err := json.Marshal(tidied)
		if err != nil {
			return fmt.Errorf("encode items: %w", err)
		}
		if draft.Revision == in.Body.Revision+1 && bytes.Equal(draft.Items, items) && draft.Note == in.Body.Note {
			out, err = output(draft)
			return err
		}
		if draft.Revision != in.Body.Revision {
			return ErrChanged
		}
		if err := s.check(tx, draft, tidied); err != nil {
			return err
		}
		out, err = writeDraft(tx, draft, items, in.Body.Note)
		return err
	})
	return out, err
}

// Approve makes the draft the next version. It is the principal's act, sealed
// with his declaration; an answer that was lost on the way is given again.
func (s *Service) Approve(ctx context.Context, g access.Grant, in *api.ApproveRiskListInput) (*api.RiskListOutput, error) {
	if err := checkSignature(in.Body.Declaration); err != nil {
		return nil, err
	}
	var out *api.RiskListOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		draft, exists, err := lockDraft(tx)
		if err != nil {
			return err
		}
		current, _, err := inForce(tx)
		if err != nil {
			return err
		}
		switch {
		case !exists && current.Revision == in.Body.Revision && current.ApprovedBy == tx.Actor().Account && in.Body.Revision > 0:
			out, err = output(current)
			return err
		case !exists:
			return ErrNoDraft
		case draft.Revision != in.Body.Revision:
			return ErrChanged
		}
		items, err := itemsOf(draft)
		if err != nil {
			return err
		}
		if err := s.check(tx, draft, items); err != nil {
			return err
		}
		now, by := tx.Now(), tx.Actor()
		draft.State, draft.Version = stateApproved, current.Version+1
		draft.ApprovedBy, draft.ApprovedName, draft.ApprovedAt, draft.EffectiveDay = by.Account, by.Name, &now, tx.Today()
		err = updateDraft(tx, draft, map[string]any{
			"state": draft.State, "version": draft.Version, "approved_by": draft.ApprovedBy, "approved_name": draft.ApprovedName,
			"approved_at": now, "effective_day": draft.EffectiveDay,
		})
		if err != nil {
			return err
		}
		if out, err = output(draft); err != nil {
			return err
		}
		return s.seal(tx, draft, in.Body.Declaration)
	})
	return out, err
}

func (s *Service) seal(tx *db.Tx, r listRow, d api.Declaration) error {
	personal, err := json.Marshal(struct {
		Account     id.ID           `json:"account"`
		Name        string          `json:"name"`
		Declaration api.Declaration `json:"declaration"`
	}{r.ApprovedBy, r.ApprovedName, d})
	if err != nil {
		return fmt.Errorf("encode declaration: %w", err)
	}
	fact := ledger.Fact{Kind: KindApproved, Subject: r.ID, Day: r.EffectiveDay, Payload: ledger.Payload{Body: r.Items, Personal: personal}}
	if _, err := s.ledger.Append(tx, fact); err != nil {
		return fmt.Errorf("seal approval of %s: %w", r.ID, err)
	}
	return nil
}

// check holds the items against the enterprise as it is now.
func (s *Service) check(tx *db.Tx, draft listRow, items []api.RiskItem) error {
	before, err := s.before(tx, draft)
	if err != nil {
		return err
	}
	sites, err := s.archive.SiteNames(tx)
	if err != nil {
		return fmt.Errorf("read sites: %w", err)
	}
	grade, err := s.archive.SizeGrade(tx)
	if err != nil {
		return fmt.Errorf("read size grade: %w", err)
	}
	return check(items, before, sites, grade)
}

// before returns the items that a new draft follows: those in force, and those
// of the draft that it replaces.
func (s *Service) before(tx *db.Tx, draft listRow) ([]api.RiskItem, error) {
	current, _, err := inForce(tx)
	if err != nil {
		return nil, err
	}
	all, err := itemsOf(current)
	if err != nil {
		return nil, err
	}
	drafted, err := itemsOf(draft)
	if err != nil {
		return nil, err
	}
	for _, i := range drafted {
		same := func(other api.RiskItem) bool { return other.ID == i.ID || i.Code != "" && other.Code == i.Code }
		if !slices.ContainsFunc(all, same) {
			all = append(all, i)
		}
	}
	return all, nil
}

func writeDraft(tx *db.Tx, draft listRow, items []byte, note string) (*api.RiskListOutput, error) {
	isNew := draft.Revision == 0
	if isNew {
		draft.ID, draft.State = tx.NewID(), stateDraft
	}
	draft.Items, draft.Note, draft.DraftedAt = items, note, tx.Now()
	draft.DraftedBy, draft.DraftedName = tx.Actor().Account, tx.Actor().Name
	draft.Revision++
	var err error
	if isNew {
		err = insertDraft(tx, draft)
	} else {
		err = updateDraft(tx, draft, map[string]any{
			"items": draft.Items, "note": draft.Note, "drafted_by": draft.DraftedBy, "drafted_name": draft.DraftedName,
			"drafted_at": draft.DraftedAt, "revision": draft.Revision,
		})
	}
	if err != nil {
		return nil, err
	}
	return output(draft)
}

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

// itemsOf reads the stored items; a row that is not there has none.
func itemsOf(r listRow) ([]api.RiskItem, error) {
	if r.ID == id.Nil {
		return nil, nil
	}
	var items []api.RiskItem
	if err := json.Unmarshal(r.Items, &items); err != nil {
		return nil, fmt.Errorf("read items of list %s: %w", r.ID, err)
	}
	return items, nil
}

func wire(r listRow) (api.RiskList, error) {
	items, err := itemsOf(r)
	if err != nil {
		return api.RiskList{}, err
	}
	l := api.RiskList{
		ID: string(r.ID), Version: r.Version, State: r.State, Items: items, DailyItems: countDaily(items), Note: r.Note,
		DraftedName: r.DraftedName, DraftedAt: r.DraftedAt.UTC(), ApprovedName: r.ApprovedName,
		EffectiveDay: string(r.EffectiveDay), Revision: r.Revision,
	}
	if r.ApprovedAt != nil {
		at := r.ApprovedAt.UTC()
		l.ApprovedAt = &at
	}
	return l, nil
}

func output(r listRow) (*api.RiskListOutput, error) {
	l, err := wire(r)
	if err != nil {
		return nil, err
	}
	return &api.RiskListOutput{Body: l}, nil
}
