package demo

import (
	"context"
	"slices"

	"zhize/api"
	"zhize/internal/access"
)

// factory gets a measured item in the second version of its list.
func factory(b *builder, s *shop) {
	recalled(b, s)
	b.letters(s)
	wares(b, s)
	b.at(b.day(55).At(16*60), func(ctx context.Context) error {
		least, most := 0.70, 0.95
		s.own = &api.RiskItem{
			ID: b.newID(), Category: cable, Step: "检验", Risk: "BVR 2.5mm² 绝缘厚度偏薄", Measure: "首件用测厚仪测量绝缘厚度，低于0.70mm停机",
			Frequency: "每日", Rhythm: "daily", Post: "officer", Source: "own", Measured: &api.Measured{Unit: "mm", Min: &least, Max: &most},
		}
		return b.list(ctx, s)
	})
	b.at(b.day(20).At(10*60), func(ctx context.Context) error { return b.group(ctx, s) })
}

// stopped has filed a stop of production which the principal signed; it lasts.
func stopped(b *builder, s *shop) {
	b.at(b.day(9).At(16*60), func(ctx context.Context) error {
		notice, err := b.file(ctx, s, s.holders(access.Director)[0], "production_stop", "模具检修，无订单", 8, -12)
		if err != nil {
			return err
		}
		b.at(b.day(9).At(17*60+10), func(ctx context.Context) error {
			in := &api.SignSuspensionInput{InEnterprise: s.in(), Suspension: notice}
			in.Body.Declaration = declare("停产情况属实。", b.dice(s, b.day(9), 101))
			_, err := as(ctx, b, s.staff[0], api.SignSuspension.Meta, b.Obligations.SignSuspension, in)
			return err
		})
		return nil
	})
}

// holiday closed for three days.
func holiday(b *builder, s *shop) {
	b.at(b.day(33).At(15*60), func(ctx context.Context) error {
		_, err := b.file(ctx, s, s.staff[0], "holiday", "店主返乡，放假三天", 31, 29)
		return err
	})
}

// waiting has filed a stop that its principal has not signed yet.
func waiting(b *builder, s *shop) {
	b.at(b.day(1).At(15*60+20), func(ctx context.Context) error {
		_, err := b.file(ctx, s, s.holders(access.Officer)[0], "production_stop", "盘点、设备年检", -1, -5)
		return err
	})
}

// file files a notice for the first site, from so many days ago to so many;
// days to come are less than nought.
func (b *builder) file(ctx context.Context, s *shop, by *person, kind, reason string, from, until int) (notice string, err error) {
	in := &api.FileSuspensionInput{InEnterprise: s.in(), Suspension: b.newID()}
	in.Body.Site, in.Body.Kind, in.Body.Reason = string(s.places[0]), kind, reason
	in.Body.From, in.Body.Until = string(b.day(from)), string(b.day(until))
	_, err = as(ctx, b, by, api.FileSuspension.Meta, b.Obligations.FileSuspension, in)
	return in.Suspension, err
}

// vacant lost its officer.
func vacant(b *builder, s *shop) {
	b.at(b.day(9).At(20*60+30), func(ctx context.Context) error {
		gone := s.holders(access.Officer)[0]
		in := &api.EndAppointmentInput{OneAppointmentInput: api.OneAppointmentInput{InEnterprise: s.in(), Appointment: gone.appointment[access.Officer]}}
		d := declare("我免去这一任命，未办事项按上述安排交接。", b.dice(s, b.day(9), 104))
		in.Body.Reason, in.Body.Declaration = "本人离职", &d
		_, err := as(ctx, b, s.staff[0], api.EndAppointment.Meta, b.Appointments.End, in)
		s.staff = slices.DeleteFunc(s.staff, func(p *person) bool { return p == gone })
		return err
	})
}

// leave lets the director act for the officer, who is on leave: he was asked and
// accepted.
func leave(b *builder, s *shop) {
	b.at(b.day(3).At(17*60), func(ctx context.Context) error {
		away, acting := s.holders(access.Officer)[0], s.holders(access.Director)[0]
		in := &api.DeputiseInput{InEnterprise: s.in(), Appointment: away.appointment[access.Officer]}
		in.Body.ID, in.Body.Account, in.Body.Until = b.newID(), string(acting.account), string(b.day(-6))
		asked, err := as(ctx, b, away, api.Deputise.Meta, b.Appointments.Deputise, in)
		if err != nil {
			return err
		}
		letter := slices.IndexFunc(asked.Body.Items, func(a api.Appointment) bool { return a.ID == in.Body.ID })
		if err := b.accept(ctx, s, acting, asked.Body.Items[letter]); err != nil {
			return err
		}
		acting.roles = append(acting.roles, access.Officer)
		s.staff = slices.DeleteFunc(s.staff, func(p *person) bool { return p == away })
		return nil
	})
}
