package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
)

// visit is one check as it will be made.
type visit struct {
	check api.TodayCheck
	fate  fate
	dice  *rand.Rand
	// made is when the device made it, received when the server got it.
	made, received time.Time
	reason         string
}

// plan asks what is due today and decides what becomes of it.
func (b *builder) plan(ctx context.Context, s *shop) error {
	keepers := s.keepers()
	if len(keepers) == 0 {
		return nil
	}
	in := s.in()
	today, err := as(ctx, b, keepers[0], api.ReadToday.Meta, b.Obligations.ReadToday, &in)
	if err != nil {
		return err
	}
	day := clock.DayOf(b.clk.Now())
	if s.letOpen && day == b.today {
		return nil
	}
	n := 0
	for _, c := range today.Body.Checks {
		if c.Day != string(day) || !slices.Contains([]string{"open", "coming"}, c.State) || len(c.Items) == 0 {
			continue
		}
		v := &visit{check: c, dice: b.dice(s, day, n)}
		switch f, told := s.told(b.ago(), n); {
		case told:
			v.fate = f
		case b.ago() == s.begins:
			v.fate.kind = clean
		default:
			v.fate.kind = s.habit.throw(v.dice)
		}
		b.schedule(s, v)
		n++
	}
	return nil
}

// told returns what becomes of the day's nth check, if that is told. What was
// told for a day of rest comes on the next day of work. Whether a day is missed
// concerns all its checks, everything else the first.
func (s *shop) told(ago, nth int) (fate, bool) {
	if nth > 0 {
		return s.latest, s.latest.kind == missed
	}
	s.latest = fate{}
	for day := s.begins; day >= ago; day-- {
		if f, ok := s.fates[day]; ok {
			delete(s.fates, day)
			s.latest = f
			return f, true
		}
	}
	return fate{}, false
}

// throw decides by habit.
func (h habit) throw(dice *rand.Rand) kind {
	n := dice.IntN(100)
	for _, p := range []struct {
		percent int
		kind    kind
	}{{h.fails, failing}, {h.misses, missed}, {h.late, late}, {h.backfills, backfilled}} {
		if n < p.percent {
			return p.kind
		}
		n -= p.percent
	}
	return clean
}

// schedule finds the hour: most people check when they open, some before they
// close.
func (b *builder) schedule(s *shop, v *visit) {
	d := v.dice
	from, due := v.check.Opens.Add(time.Hour), v.check.Due
	if now := b.clk.Now(); from.Before(now) {
		from = now.Add(30 * time.Minute)
	}
	v.made = from.Add(time.Duration(d.IntN(110*60)) * time.Second)
	if d.IntN(5) == 0 {
		v.made = due.Add(-time.Duration(150*60-d.IntN(100*60)) * time.Second)
	}
	v.received = v.made.Add(time.Duration(900+d.IntN(9000)) * time.Millisecond)
	switch v.fate.kind {
	case missed:
		return
	case excused:
		b.at(clock.Day(v.check.Day).Add(1).At(10*60+25), func(ctx context.Context) error { return b.excuse(ctx, s, v) })
		return
	case late:
		v.made = due.Add(-time.Duration(60+d.IntN(90)) * time.Minute)
		v.received = due.Add(time.Duration(15+d.IntN(600)) * time.Minute)
	case backfilled:
		v.made = due.Add(time.Duration(14+d.IntN(30)) * time.Hour)
		v.received = v.made.Add(4 * time.Second)
		v.reason = []string{"当天外出送货，忘记提交", "手机损坏，次日补录纸质记录", "当班人员临时请假，次日补录"}[d.IntN(3)]
	default:
	}
	b.at(v.received, func(ctx context.Context) error { return b.check(ctx, s, v) })
}

// excuse is the supervising officer's decision about a missed day.
func (b *builder) excuse(ctx context.Context, s *shop, v *visit) error {
	office := b.offices[s.office]
	in := &api.ExcuseDayInput{InArea: s.inArea(office)}
	in.Body.Day, in.Body.Shift, in.Body.Reason = v.check.Day, v.check.Shift, "当日道路施工停电，全路段商户停业，现场核实属实。"
	if _, err := as(ctx, b, office.supervisor, api.ExcuseDay.Meta, b.Obligations.ExcuseDay, in); err != nil {
		return fmt.Errorf("excuse %s: %w", v.check.Day, err)
	}
	return nil
}
