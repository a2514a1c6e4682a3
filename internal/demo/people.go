package demo

import (
	"context"
	"slices"

	"zhize/api"
	"zhize/internal/access"
)

// letters of the factory: one officer works part time until the end of a term
// that is near, a letter awaits its answer, and the duties are distributed.
func (b *builder) letters(s *shop) {
	b.at(b.day(40).At(16*60+30), func(ctx context.Context) error {
		i := slices.IndexFunc(s.staff, func(p *person) bool { return p.name == "演示丁" })
		next := &api.AppointInput{InEnterprise: s.in()}
		next.Body.ID, next.Body.Account, next.Body.Post = b.newID(), string(s.staff[i].account), string(access.Officer)
		next.Body.Employment, next.Body.Until, next.Body.Replaces = "part_time", string(b.day(-18)), s.staff[i].appointment[access.Officer]
		out, err := b.letter(ctx, s, next)
		if err != nil {
			return err
		}
		return b.accept(ctx, s, s.staff[i], out.Body.Appointment)
	})
	b.at(b.day(30).At(16*60), func(ctx context.Context) error {
		in := s.in()
		by := s.holders(access.Director)[0]
		m, err := as(ctx, b, by, api.ReadDutyMatrix.Meta, b.Appointments.Matrix, &in)
		if err != nil {
			return err
		}
		set := &api.SetDutyMatrixInput{InEnterprise: s.in(), Matrix: b.newID()}
		set.Body.Cells = m.Body.Proposed
		_, err = as(ctx, b, by, api.SetDutyMatrix.Meta, b.Appointments.SetMatrix, set)
		return err
	})
	b.at(b.day(1).At(16*60+40), func(ctx context.Context) error {
		p, err := b.account(ctx, "daijieshou", "演示戊")
		if err != nil {
			return err
		}
		in := &api.AppointInput{InEnterprise: s.in()}
		in.Body.ID, in.Body.Name, in.Body.Login, in.Body.Post = b.newID(), p.name, p.login, string(access.Officer)
		in.Body.Until = string(b.day(-365))
		_, err = b.letter(ctx, s, in)
		return err
	})
}
