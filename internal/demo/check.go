package demo

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

// check makes the record and lets follow what follows from it.
func (b *builder) check(ctx context.Context, s *shop, v *visit) error {
	keepers := s.keepers()
	by := keepers[int(v.made.Unix()/86400)%len(keepers)]
	body, err := b.body(ctx, s, v, by)
	if err != nil {
		return err
	}
	in := &api.SubmitDailyInput{InEnterprise: s.in(), Record: b.newID(), Body: body}
	if in.RawBody, err = json.Marshal(body); err != nil {
		return fmt.Errorf("encode check: %w", err)
	}
	out, err := as(ctx, b, by, api.SubmitDaily.Meta, b.Records.Submit, in)
	if err != nil {
		return fmt.Errorf("%s of %s: %w", s.name, v.check.Day, err)
	}
	for _, h := range out.Body.Hazards {
		b.follow(s, v, h)
	}
	b.after(s, v, in, by)
	return nil
}

// after schedules what people do with the record afterwards.
func (b *builder) after(s *shop, v *visit, in *api.SubmitDailyInput, by *person) {
	next := clock.DayOf(b.clk.Now()).Add(1)
	reader := s.other(by, access.Director, access.Principal)
	mend := func(ctx context.Context) error { return b.correct(ctx, s, v, in, by) }
	switch v.fate.kind {
	case mended:
		b.at(b.clk.Now().Add(80*time.Minute), mend)
	case corrected:
		b.at(next.At(9*60+20), func(ctx context.Context) error {
			return b.review(ctx, s, in, reader, "correction_requested", "进货台账当日有到货，请核对进货类项目的结论。")
		})
		b.at(next.At(13*60+40), mend)
	case awaiting:
		b.at(next.At(9*60+20), func(ctx context.Context) error {
			return b.review(ctx, s, in, reader, "correction_requested", "与当日台账不一致，请核对进货类项目后更正。")
		})
	default:
		if s.habit.accepts && v.dice.IntN(2) == 0 {
			b.at(next.At(16*60+30), func(ctx context.Context) error { return b.review(ctx, s, in, reader, "accepted", "") })
		}
	}
}

func (b *builder) body(ctx context.Context, s *shop, v *visit, by *person) (api.DailyBody, error) {
	d := v.dice
	skew := int64(d.IntN(8000) - 4000)
	device := func(t time.Time) time.Time {
		return t.Add(-time.Duration(skew) * time.Millisecond).Truncate(time.Millisecond)
	}
	body := api.DailyBody{
		PayloadVersion: 1, Obligation: api.CheckOf{Site: v.check.Site, Shift: v.check.Shift, Day: v.check.Day},
		ListID: v.check.ListID, ListVersion: v.check.ListVersion,
		StartedAt: device(v.made.Add(-time.Duration(25+d.IntN(160)) * time.Second)), SubmittedAt: device(v.made),
		DeviceSkewMS: skew, Device: "演示手机", Reason: v.reason,
		Declaration: declare("以上检查由本人完成，内容真实。", d),
	}
	goods := d.IntN(100) < s.habit.goods
	fails := -1
	if v.fate.kind == failing {
		if fails = choose(v.check.Items, v.fate.code, d); fails < 0 {
			return body, fmt.Errorf("no item can fail, code %q", v.fate.code)
		}
	}
	for n, item := range v.check.Items {
		a := api.Answer{Item: item.ID, Verdict: "pass"}
		switch {
		case n == fails:
			if err := b.fail(ctx, s, v, item, &a, by); err != nil {
				return body, err
			}
		case item.Batch && !goods:
			a.Verdict, a.Bulk = "na", "no_batch"
		case item.Measured == nil && s.habit.bulk && n > 0:
			a.Bulk = "rest_pass"
		}
		if item.Measured != nil {
			value := *item.Measured.Min + d.Float64()*(*item.Measured.Max-*item.Measured.Min)
			value = math.Round(value*100) / 100
			a.Value = &value
		}
		body.Answers = append(body.Answers, a)
	}
	return body, nil
}

// choose finds the item that fails: the one of the code or one that the demo
// has words for; -1 if there is none.
func choose(items []api.RiskItem, code string, d *rand.Rand) int {
	if code != "" {
		return slices.IndexFunc(items, func(i api.RiskItem) bool { return i.Code == code })
	}
	var known []int
	for n, i := range items {
		if _, ok := findings[i.Code]; ok {
			known = append(known, n)
		}
	}
	if len(known) == 0 {
		return -1
	}
	return known[d.IntN(len(known))]
}

// fail answers an item that fails, with a photo of it.
func (b *builder) fail(ctx context.Context, s *shop, v *visit, item api.RiskItem, a *api.Answer, by *person) error {
	words := findings[item.Code]
	a.Verdict, a.Note, a.Measure, a.Severity = "fail", words.note, words.measure, v.fate.severity
	if v.fate.note != "" && item.Code == v.fate.code {
		a.Note, a.Measure = v.fate.note, v.fate.measure
	}
	if a.Note == "" {
		a.Note, a.Measure = "现场检查发现不符合："+item.Risk, "已隔离，待处理"
	}
	if v.fate.code == "" && v.dice.IntN(3) == 0 {
		a.Measure = ""
	}
	sha, err := b.photo(ctx, s, by, v.dice)
	a.Photos = []string{sha}
	return err
}

func (b *builder) review(ctx context.Context, s *shop, of *api.SubmitDailyInput, by *person, opinion, note string) error {
	in := &api.ReviewDailyInput{InEnterprise: s.in(), Record: of.Record, Review: b.newID()}
	in.Body.Version, in.Body.Opinion, in.Body.Note = 1, opinion, note
	_, err := as(ctx, b, by, api.ReviewDaily.Meta, b.Records.Review, in)
	return err
}

// correct changes one answer: goods that had been forgotten, or goods that
// were none.
func (b *builder) correct(ctx context.Context, s *shop, v *visit, of *api.SubmitDailyInput, by *person) error {
	in := &api.CorrectDailyInput{InEnterprise: s.in(), Record: of.Record, Version: b.newID()}
	body := of.Body
	body.Answers = slices.Clone(of.Body.Answers)
	body.StartedAt, body.SubmittedAt, body.DeviceSkewMS = b.clk.Now().Add(-time.Minute), b.clk.Now().Add(-2*time.Second), 0
	body.Declaration = declare("以上更正由本人完成，内容真实。", v.dice)
	why := "核对台账后补充说明"
	n := slices.IndexFunc(v.check.Items, func(i api.RiskItem) bool { return i.Batch })
	switch a := &body.Answers[max(n, 0)]; {
	case n >= 0 && a.Verdict == "na":
		a.Verdict, a.Bulk, a.Note, why = "pass", "", "下午到货一批，合格证明齐全", "当日下午有到货，提交时漏记"
	case n >= 0:
		a.Verdict, a.Bulk, a.Note, why = "na", "", "", "当日实际未到货，误点为符合"
	default:
		a.Bulk, a.Note = "", "已复看现场，符合要求"
	}
	in.Body.DailyBody, in.Body.Corrects, in.Body.Why = body, 1, why
	var err error
	if in.RawBody, err = json.Marshal(in.Body); err != nil {
		return fmt.Errorf("encode correction: %w", err)
	}
	_, err = as(ctx, b, by, api.CorrectDaily.Meta, b.Records.Correct, in)
	return err
}

// declare signs with a few strokes in a box of 1000 × 400.
func declare(text string, d *rand.Rand) api.Declaration {
	out := api.Declaration{Text: text, Signature: []api.Stroke{}}
	x := 150 + d.IntN(60)
	for range 3 + d.IntN(3) {
		y := 120 + d.IntN(60)
		var stroke api.Stroke
		for range 6 {
			stroke = append(stroke, x, y)
			x += 8 + d.IntN(18)
			y += d.IntN(70) - 25
		}
		out.Signature = append(out.Signature, stroke)
		x += 10
	}
	return out
}
