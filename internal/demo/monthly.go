package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/record"
)

// meets is how many shops hold their months' meetings.
const meets = 2

// meet lets the principal hold the meetings of the months that have ended, and
// where he has people who advise him, lets them.
func (b *builder) meet(s *shop) {
	for m := clock.DayOf(b.clk.Now()).Month(); m.Last().Before(b.today); m = m.Add(1) {
		b.at(m.Last().At(15*60), func(ctx context.Context) error { return b.hold(ctx, s, m) })
	}
	if len(s.holders(access.Director)) > 0 && !s.sole() {
		b.advise(s)
	}
}

// hold prepares and signs the minutes of a month. A month that asks for none
// has none.
func (b *builder) hold(ctx context.Context, s *shop, m clock.Month) error {
	d := b.dice(s, m.First(), 104)
	month := api.MonthInput{InEnterprise: s.in(), Month: string(m)}
	host := s.holders(access.Principal)[0]
	if directors := s.holders(access.Director); len(directors) > 0 && directors[0] != host {
		in := &api.AttendMonthlyInput{MonthInput: month}
		in.Body.Declaration = declare("本人参加了本月调度会议。", d)
		if _, err := as(ctx, b, directors[0], api.AttendMonthly.Meta, b.Months.Attend, in); err != nil {
			return unlessNotDue(err)
		}
	}
	out, err := as(ctx, b, host, api.DraftMonthly.Meta, b.Months.Draft, &month)
	if err != nil {
		return unlessNotDue(err)
	}
	draft := out.Body
	in := &api.SignMonthlyInput{InEnterprise: s.in(), Record: b.newID()}
	w := &in.Body
	w.Month, w.Basis = string(m), draft.Basis
	w.HeldAt, w.Place, w.Mode, w.Focus = b.clk.Now().Add(-40*time.Minute), "办公室", "site", "继续清查标签标识，逐批索取合格证明。"
	w.Recorder, w.Resolutions = draft.Invited[len(draft.Invited)-1].Account, []api.ResolutionFields{}
	w.Declaration = declare("本次会议由本人主持，纪要属实。", d)
	for _, p := range draft.Invited {
		if p.Account == string(host.account) {
			continue
		}
		a := api.Attendee{Account: p.Account, Way: "own"}
		if p.Attended == nil {
			a.Way, a.Signature = "hand", []api.Stroke{{120, 180, 320, 120, 420, 260, 640, 150}}
		}
		w.Attendance = append(w.Attendance, a)
		for _, post := range p.Posts {
			if post == draft.Hears && w.Heard == "" {
				w.Heard, w.Reported = p.Account, "本月检查按计划完成，发现的问题已整改或在整改，原料防潮需要添置设备。"
			}
		}
	}
	due := clock.DayOf(b.clk.Now()).Add(12)
	w.Resources = "购置除湿机一台。"
	w.Resolutions = append(w.Resolutions, api.ResolutionFields{ID: b.newID(), What: "核对在用证书的有效状态并登记", Owner: w.Recorder, Due: string(due)})
	if _, err := as(ctx, b, host, api.SignMonthly.Meta, b.Months.Sign, in); err != nil {
		return unlessNotDue(err)
	}
	b.at(due.Add(-3).At(16*60), func(ctx context.Context) error {
		for _, p := range s.staff {
			if string(p.account) != w.Recorder {
				continue
			}
			step := &api.AdvanceResolutionInput{InEnterprise: s.in(), Resolution: w.Resolutions[0].ID, Step: b.newID()}
			step.Body.Kind, step.Body.Note = "done", "全部证书状态有效，已登记在册。"
			_, err := as(ctx, b, p, api.AdvanceResolution.Meta, b.Months.AdvanceResolution, step)
			return err
		}
		return nil
	})
	return nil
}

func unlessNotDue(err error) error {
	if errors.Is(err, record.ErrMonthNotDue) {
		return nil
	}
	return fmt.Errorf("hold the month's meeting: %w", err)
}

// advise lets the officer propose to stop a batch, which is refused and then
// adopted, and leaves one proposal and one opinion to be answered.
func (b *builder) advise(s *shop) {
	officer, director, principal := s.holders(access.Officer)[0], s.holders(access.Director)[0], s.holders(access.Principal)[0]
	goods := s.products[0].Name
	raise := func(by *person, ago, minute int, f api.AdviceFields) string {
		key := b.newID()
		b.at(b.day(ago).At(minute), func(ctx context.Context) error {
			in := &api.RaiseAdviceInput{InEnterprise: s.in(), Advice: key}
			in.Body.AdviceFields = f
			in.Body.Declaration = declare("以上事实由本人发现，内容真实。", b.dice(s, b.day(ago), 105))
			_, err := as(ctx, b, by, api.RaiseAdvice.Meta, b.Advices.Raise, in)
			return err
		})
		return key
	}
	stop := func(facts, batch string) api.AdviceFields {
		return api.AdviceFields{Kind: "stop", Facts: facts, Goods: []api.AdviceGoods{{Name: goods, Batch: batch}}, Actions: []string{"stop_sale"}, Photos: []string{}}
	}
	answer := func(key string, ago int, outcome, reason, measures string) {
		b.at(b.day(ago).At(10*60), func(ctx context.Context) error {
			in := &api.AnswerAdviceInput{InEnterprise: s.in(), Advice: key, Answer: b.newID()}
			in.Body.Outcome, in.Body.Reason, in.Body.Measures, in.Body.MetOn = outcome, reason, measures, string(b.day(ago))
			in.Body.Declaration = declare("我已研究该建议，以上答复由本人作出。", b.dice(s, b.day(ago), 106))
			_, err := as(ctx, b, principal, api.AnswerAdvice.Meta, b.Advices.Answer, in)
			return err
		})
	}
	key := raise(officer, 18, 15*60, stop("成品抽检3盘，绝缘厚度均接近下限，其中1盘局部低于标准", "20261103批（虚构）"))
	answer(key, 17, "refused", "复测设备当日故障，数据不能确认，待送外检后再定", "")
	answer(key, 12, "adopted", "外检报告证实该批绝缘厚度不合格，改为采纳", "该批全部封存，已发出的两盘召回换货")
	raise(officer, 2, 16*60+20, stop("库内一批电缆护套有裂纹，弯折即开裂", "20261019批（虚构）"))
	raise(director, 1, 9*60+40, api.AdviceFields{
		Kind: "opinion", Facts: "来料检验只有一人会用测厚仪，请假时无人复核", Wish: "再培训一名检验员，12月底前上岗", Goods: []api.AdviceGoods{}, Actions: []string{}, Photos: []string{},
	})
}
