package demo

import (
	"context"
	"math/rand/v2"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

// What directors write in the reports of invented weeks.
var (
	analyses = []string{
		"本周主要问题仍出在进货查验：供应商临时换批，随货合格证没有跟上。已与供应商约定无证不收，收货时由当班人员当面核对。",
		"本周未发现新的隐患。重点复看了贮存和标签两个环节，标识清楚，分区存放，维持现有措施。",
		"发现的问题集中在标签脱落和样品摆放，原因是补货时没有逐件核对。已在交接班时增加一次抽看。",
		"漏检出在人员请假没有交接，不是现场管理问题。已排好代班表，并在店内公示。",
	}
	focuses = []string{"抽查插座、电线类产品的认证标志。", "盘点临近换证的产品，核对执行标准编号。", "复看上周整改的货架，防止反复。"}
	causes  = []string{"当班人员请假，未交接", "盘点到很晚，忘记提交"}
)

// weeks lets every enterprise report on Monday on the week that has ended. A
// few are late or silent, and the last week is left to whoever tries the demo.
func (b *builder) weeks() {
	monday := clock.DayOf(b.clk.Now())
	if monday.Weekday() != time.Monday {
		return
	}
	week := clock.WeekOf(monday.Add(-1))
	for _, s := range b.shops {
		if s.number%6 == 5 && b.ago()%28 < 7 || (s.letOpen || s.number%4 == 2) && b.today.Sub(monday) < 7 {
			continue
		}
		at := monday.At(9*60 + 20 + 3*s.number)
		if s.number%7 == 3 {
			at = monday.Add(3).At(10 * 60)
		}
		b.at(at, func(ctx context.Context) error { return b.report(ctx, s, week) })
	}
}

// report signs the week, if there is something to sign, and lets the principal
// read it on the next day.
func (b *builder) report(ctx context.Context, s *shop, week clock.Week) error {
	signers := append(s.holders(access.Director), s.keepers()...)
	if len(signers) == 0 {
		return nil
	}
	by, own := signers[0], s.in()
	list, err := as(ctx, b, by, api.ListWeeklies.Meta, b.Records.ListWeeklies, &api.ListWeekliesInput{InEnterprise: own, Year: week.Year()})
	if err != nil {
		return err
	}
	for _, w := range list.Body.Items {
		if w.Week == string(week) && (w.State == "open" || w.State == "missed") {
			return b.sign(ctx, s, by, week)
		}
	}
	return nil
}

func (b *builder) sign(ctx context.Context, s *shop, by *person, week clock.Week) error {
	own := s.in()
	draft, err := as(ctx, b, by, api.ReadWeeklyDraft.Meta, b.Records.WeeklyDraft, &api.ReadWeeklyInput{InEnterprise: own, Week: string(week)})
	if err != nil || draft.Body.Nothing || draft.Body.Figures == nil {
		return err
	}
	d := b.dice(s, week.Last(), 102)
	in := &api.SignWeeklyInput{InEnterprise: own, Week: string(week)}
	in.Body.ID, in.Body.Hash, in.Body.Content = b.newID(), draft.Body.Hash, words(draft.Body.Figures, d)
	if draft.Body.State == "missed" {
		in.Body.Reason = "总监外出，回来后补签"
	}
	in.Body.Declaration = declare("我已核对数字，本报告内容属实。", d)
	out, err := as(ctx, b, by, api.SignWeekly.Meta, b.Records.SignWeekly, in)
	if err != nil {
		return err
	}
	if principals := s.holders(access.Principal); out.Body.Sign.Unread && len(principals) > 0 && d.IntN(5) > 0 {
		b.at(b.clk.Now().Add(time.Duration(60+d.IntN(1200))*time.Minute), func(ctx context.Context) error {
			read := &api.AcknowledgeWeeklyInput{InEnterprise: own, Week: string(week)}
			read.Body.Version = 1
			_, err := as(ctx, b, principals[0], api.AcknowledgeWeekly.Meta, b.Records.AcknowledgeWeekly, read)
			return err
		})
	}
	return nil
}

func words(f *api.WeeklyFigures, d *rand.Rand) api.WeeklyContent {
	c := api.WeeklyContent{Analysis: analyses[1], Focus: focuses[d.IntN(len(focuses))]}
	for _, one := range f.Checks {
		if one.Column == "missed" {
			c.Analysis = analyses[3]
			c.Missed = append(c.Missed, api.MissedCause{Day: one.Day, Shift: one.Shift, Cause: causes[d.IntN(len(causes))]})
		}
	}
	for _, h := range f.Hazards {
		if h.Found {
			c.Analysis = analyses[2*d.IntN(2)]
		}
		if h.Open {
			c.Follow = append(c.Follow, api.Follow{Hazard: h.ID, Class: "occasional"})
			c.Unsettled = "未闭环的隐患已隔离存放，按期限整改，整改前不上架。"
		}
	}
	return c
}
