package demo

import (
	"context"

	"zhize/api"
	"zhize/internal/platform/clock"
)

// legislate drafts the enterprise's documents from the templates and lets the
// principal approve them. Every other enterprise leaves one to be approved, and
// whoever is not the principal leaves his last confirmation to whoever tries
// the demo.
func (b *builder) legislate(ctx context.Context, s *shop) error {
	principal := s.staff[0]
	drafts, err := as(ctx, b, principal, api.DraftBylaws.Meta, b.Bylaws.Draft, &api.DraftBylawsInput{InEnterprise: s.in()})
	if err != nil {
		return err
	}
	today := clock.DayOf(b.clk.Now())
	in := &api.ApproveBylawsInput{InEnterprise: s.in()}
	in.Body.EffectiveDay, in.Body.ReviewDay = string(today), string(today.Add(365))
	in.Body.Declaration.Text = "以上制度我已逐份阅读，批准执行。"
	for _, d := range drafts.Body.Items {
		if d.Draft != nil && (s.number%2 == 0 || d.Kind != "rhythm") {
			in.Body.Items = append(in.Body.Items, api.BylawApproval{Kind: d.Kind, Revision: d.Draft.Revision})
		}
	}
	if _, err := as(ctx, b, principal, api.ApproveBylaws.Meta, b.Bylaws.Approve, in); err != nil {
		return err
	}
	for _, p := range s.staff[1:] {
		if err := b.countersign(ctx, s, p); err != nil {
			return err
		}
	}
	return nil
}

// countersign confirms all but one of the documents that wait for the person.
func (b *builder) countersign(ctx context.Context, s *shop, p *person) error {
	all, err := as(ctx, b, p, api.ListBylaws.Meta, b.Bylaws.List, &api.InEnterprise{Enterprise: string(s.id)})
	if err != nil {
		return err
	}
	left := true
	for _, d := range all.Body.Items {
		if d.Current == nil || d.Current.Request == "" {
			continue
		}
		if left {
			left = false
			continue
		}
		in := &api.ConfirmBylawInput{Request: d.Current.Request}
		in.InEnterprise, in.Bylaw, in.Version = s.in(), d.Kind, d.Current.Version
		in.Body.Declaration.Text = "我已完整阅读，理解并遵守。"
		if _, err := as(ctx, b, p, api.ConfirmBylaw.Meta, b.Bylaws.Confirm, in); err != nil {
			return err
		}
	}
	return nil
}
