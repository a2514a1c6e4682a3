package obligation

import (
	"context"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// longest is the longest notice in days; it can be renewed.
const longest = 30

// Refusals of notices.
var (
	ErrSuspensionNotFound = fault.New(fault.NotFound, "obligation.suspension.not_found",
		"没有找到这份停产停业申报，请刷新后重试。")
	ErrSuspensionKind = fault.New(fault.Invalid, "obligation.suspension.kind",
		"请选择停产、停业或放假。")
	ErrSuspensionRange = fault.New(fault.Invalid, "obligation.suspension.range",
		"申报日期不正确：应从今天或以后开始，一次最长30天，到期可以再次申报。")
	ErrSuspensionReason = fault.New(fault.Invalid, "obligation.suspension.reason",
		"请填写停产、停业或放假的原因。")
	ErrSuspensionOverlaps = fault.New(fault.Conflict, "obligation.suspension.overlaps",
		"该场所在这段时间内已有一份申报，请先结束原申报，或从其到期次日起申报。")
	ErrSuspensionOther = fault.New(fault.Conflict, "obligation.suspension.other",
		"该编号已用于另一份申报，请重新填写后提交。")
	ErrSuspensionOver = fault.New(fault.Conflict, "obligation.suspension.over",
		"这份申报已经结束或到期，不能再办理。如仍需停业，请重新申报。")
)

var suspensionKinds = map[string]string{ExcuseProductionStop: "停产", ExcuseBusinessStop: "停业", ExcuseHoliday: "放假"}

// ListSuspensions lists the notices, newest first.
func (s *Service) ListSuspensions(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.SuspensionsOutput, error) {
	out := &api.SuspensionsOutput{}
	out.Body.Items = []api.Suspension{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		all, err := s.Suspensions(tx)
		out.Body.Items = append(out.Body.Items, all...)
		return err
	})
	return out, err
}

// Suspensions returns all notices inside a transaction.
func (s *Service) Suspensions(tx *db.Tx) ([]api.Suspension, error) {
	names, err := siteNames(tx)
	if err != nil {
		return nil, err
	}
	rows, err := allSuspensions(tx)
	all := make([]api.Suspension, len(rows))
	for n, r := range rows {
		all[n] = r.contract(names[r.Site])
	}
	return all, err
}

func (s Suspension) contract(site string) api.Suspension {
	return api.Suspension{
		ID: string(s.ID), Site: string(s.Site), SiteName: site, Kind: s.Kind, Reason: s.Reason, From: string(s.From), Until: string(s.Until),
		FiledName: s.FiledName, FiledAt: s.FiledAt, SignedName: s.SignedName, SignedAt: optional(s.SignedAt), EndedAt: optional(s.EndedAt),
	}
}

// FileSuspension files a notice. Filed by the principal it is signed at once.
// Repeating it gives the first answer.
func (s *Service) FileSuspension(ctx context.Context, g access.Grant, in *api.FileSuspensionInput) (*api.SuspensionOutput, error) {
	n, err := readNotice(in)
	if err != nil {
		return nil, err
	}
	var out *api.SuspensionOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		site, err := lockSite(tx, n.Site)
		if err != nil {
			return err
		}
		first, ok, err := findSuspension(tx, n.ID)
		if err != nil {
			return err
		}
		if ok {
			if first.Site != n.Site || first.Kind != n.Kind || first.From != n.From || first.Until != n.Until || first.Reason != n.Reason {
				return ErrSuspensionOther
			}
			out = &api.SuspensionOutput{Body: first.contract(site.Name)}
			return nil
		}
		if n.From.Before(tx.Today()) {
			return ErrSuspensionRange.For("body.from", words.Say("obligation.suspension.from", "开始日期不能早于今天；过去的日期请联系市场监管所处理。"))
		}
		if taken, err := overlapping(tx, n); err != nil || taken {
			if taken {
				err = ErrSuspensionOverlaps
			}
			return err
		}
		actor := tx.Actor()
		n.FiledBy, n.FiledName, n.FiledAt = actor.Account, actor.Name, tx.Now()
		if actor.Is(access.Principal) {
			n.SignedBy, n.SignedName, n.SignedAt = actor.Account, actor.Name, tx.Now()
		}
		if err := createSuspension(tx, n); err != nil {
			return err
		}
		if !n.SignedAt.IsZero() {
			if err := s.excuse(tx, n); err != nil {
				return err
			}
		}
		out = &api.SuspensionOutput{Body: n.contract(site.Name)}
		return s.sealNotice(tx, "suspension.filed", n, nil)
	})
	return out, err
}

func readNotice(in *api.FileSuspensionInput) (Suspension, error) {
	b := in.Body
	n := Suspension{Kind: b.Kind, Reason: strings.TrimSpace(b.Reason)}
	var err error
	if n.ID, err = id.Parse(in.Suspension); err != nil {
		return n, ErrSuspensionNotFound
	}
	if n.Site, err = id.Parse(b.Site); err != nil {
		return n, ErrSiteNotFound
	}
	if n.From, err = clock.ParseDay(b.From); err != nil {
		return n, ErrBadDay.At("body.from", "")
	}
	if n.Until, err = clock.ParseDay(b.Until); err != nil {
		return n, ErrBadDay.At("body.until", "")
	}
	switch {
	case suspensionKinds[n.Kind] == "":
		return n, ErrSuspensionKind.At("body.kind", "")
	case n.Reason == "":
		return n, ErrSuspensionReason.At("body.reason", "")
	case n.Until.Before(n.From):
		return n, ErrSuspensionRange.For("body.until", words.Say("obligation.suspension.until", "结束日期不能早于开始日期。"))
	case n.Until.Sub(n.From) >= longest:
		return n, ErrSuspensionRange.For("body.until", words.Say("obligation.suspension.long", "一次申报最长30天，到期可以再次申报。"))
	}
	return n, nil
}

// SignSuspension is the principal's signature under a notice that waits for
// it. Checks whose time is over are not excused by it.
func (s *Service) SignSuspension(ctx context.Context, g access.Grant, in *api.SignSuspensionInput) (*api.SuspensionOutput, error) {
	return s.decide(ctx, g, in.Suspension, func(tx *db.Tx, n *Suspension) (sealed string, personal any, err error) {
		if !n.SignedAt.IsZero() {
			return "", nil, nil
		}
		if !n.EndedAt.IsZero() || n.Until.Before(tx.Today()) {
			return "", nil, ErrSuspensionOver
		}
		actor := tx.Actor()
		n.SignedBy, n.SignedName, n.SignedAt = actor.Account, actor.Name, tx.Now()
		err = changeSuspension(tx, n.ID, map[string]any{"signed_by": n.SignedBy, "signed_name": n.SignedName, "signed_at": n.SignedAt})
		if err == nil {
			err = s.excuse(tx, *n)
		}
		return "suspension.signed", in.Body.Declaration, err
	})
}

// EndSuspension resumes work early, from today, or withdraws a notice that
// was not signed. Checks that are not over are due again.
func (s *Service) EndSuspension(ctx context.Context, g access.Grant, in *api.EndSuspensionInput) (*api.SuspensionOutput, error) {
	return s.decide(ctx, g, in.Suspension, func(tx *db.Tx, n *Suspension) (sealed string, personal any, err error) {
		if !n.EndedAt.IsZero() {
			return "", nil, nil
		}
		if n.Until.Before(tx.Today()) {
			return "", nil, ErrSuspensionOver
		}
		n.EndedAt = tx.Now()
		err = changeSuspension(tx, n.ID, map[string]any{"ended_at": n.EndedAt})
		if err == nil {
			err = unexcuseRows(tx, *n)
		}
		if err == nil {
			err = s.Plan(tx)
		}
		return "suspension.ended", nil, err
	})
}

// decide applies a step to a notice and seals it; a step that names no fact
// has been taken before.
func (s *Service) decide(ctx context.Context, g access.Grant, notice string, step func(*db.Tx, *Suspension) (sealed string, personal any, err error)) (*api.SuspensionOutput, error) {
	key, err := id.Parse(notice)
	if err != nil {
		return nil, ErrSuspensionNotFound
	}
	var out *api.SuspensionOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		n, ok, err := findSuspension(tx, key)
		if err != nil {
			return err
		}
		if !ok {
			return ErrSuspensionNotFound
		}
		names, err := siteNames(tx)
		if err != nil {
			return err
		}
		fact, personal, err := step(tx, &n)
		if err != nil {
			return err
		}
		out = &api.SuspensionOutput{Body: n.contract(names[n.Site])}
		if fact == "" {
			return nil
		}
		return s.sealNotice(tx, fact, n, personal)
	})
	return out, err
}

// excuse applies a signed notice to the rows there are; later ones are excused
// as they are planned.
func (s *Service) excuse(tx *db.Tx, n Suspension) error {
	if err := excuseRows(tx, n); err != nil {
		return err
	}
	return s.Plan(tx)
}

func (s *Service) sealNotice(tx *db.Tx, kind string, n Suspension, declaration any) error {
	return s.seal(tx, kind, n.ID, n.From,
		map[string]any{"site": n.Site, "kind": n.Kind, "reason": n.Reason, "from": n.From, "until": n.Until, "signed": !n.SignedAt.IsZero(), "at": tx.Now()},
		map[string]any{"name": tx.Actor().Name, "account": tx.Actor().Account, "declaration": declaration})
}

// waiting turns the notices that wait for the principal into his tasks.
func waiting(tx *db.Tx, all []Suspension, names map[id.ID]string) []api.Task {
	var tasks []api.Task
	if !tx.Actor().Is(access.Principal) {
		return nil
	}
	for _, n := range all {
		if n.SignedAt.IsZero() && n.EndedAt.IsZero() && !n.Until.Before(tx.Today()) {
			due := n.From.Add(1).Start()
			tasks = append(tasks, api.Task{
				Kind: "suspension", Subject: string(n.ID), Due: &due,
				Title: fmt.Sprintf("%s%s申报待签字", names[n.Site], suspensionKinds[n.Kind]),
				Note:  fmt.Sprintf("%s至%s，%s", n.From, n.Until, n.Reason),
			})
		}
	}
	return tasks
}
