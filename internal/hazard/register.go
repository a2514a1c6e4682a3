package hazard

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/office"
)

// mostListed bounds what a register lists.
const mostListed = 2000

// Register prints 《风险隐患台账》 of what was found in a range of days.
func (s *Service) Register(ctx context.Context, g access.Grant, in *api.ReadHazardRegisterInput) (*api.Blob, error) {
	from, to := clock.Day(in.From), clock.Day(in.To)
	if to.Before(from) || to.Sub(from) > 400 {
		return nil, ErrRange.At("query.to", "")
	}
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := foundBetween(tx, from, to, mostListed)
		if err != nil {
			return err
		}
		p, err := s.printer(tx)
		if err != nil {
			return err
		}
		k := p.registerKey(tx, rows, from, to)
		k.Format = in.Format
		out, err = s.papers.Print(tx, k, registerFile(from, to), func() (office.Form, error) { return p.layRegister(rows, from, to, tx.Now()), nil })
		return err
	})
	return out, err
}

func registerFile(from, to clock.Day) string {
	return TitleRegister + " " + string(from) + "至" + string(to)
}

// registerKey changes with every step of what is listed and with every deadline
// that passes; the instant itself is part of what the register says.
func (p printer) registerKey(tx *db.Tx, rows []hazardRow, from, to clock.Day) paper.Key {
	steps, late := 0, 0
	for _, r := range rows {
		steps += r.Steps
		if r.overdue(tx.Now()) {
			late++
		}
	}
	state := fmt.Sprintf("%s-%s-%s-%d-%d-%d", from, to, tx.Today(), len(rows), steps, late)
	return paper.Key{Noun: "hazard-register", Subject: tx.Enterprise(), Edition: state + p.edition()}
}

func (r hazardRow) overdue(now time.Time) bool { return r.ClosedAt == nil && r.DueAt.Before(now) }

func (p printer) layRegister(rows []hazardRow, from, to clock.Day, now time.Time) office.Form {
	f := office.Form{Title: TitleRegister, Subtitle: paper.Day(from) + " 至 " + paper.Day(to), At: now, Head: paper.Head(p.owner)}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "发现日期", Weight: 2.1, Align: office.Center},
		{Title: "风险隐患", Weight: 3},
		{Title: "来源", Weight: 1.3, Align: office.Center},
		{Title: "等级", Weight: 0.9, Align: office.Center},
		{Title: "原因", Weight: 0.9, Align: office.Center},
		{Title: "责任人", Weight: 1.3, Align: office.Center},
		{Title: "期限", Weight: 2.1, Align: office.Center},
		{Title: "状态", Weight: 2, Align: office.Center},
	}}
	open, overdue, self := 0, 0, false
	for n, r := range rows {
		state := stateWords[r.State]
		switch {
		case r.ClosedAt != nil:
			state = "已销号 " + string(clock.DayOf(*r.ClosedAt))
		case r.overdue(now):
			open, overdue = open+1, overdue+1
			state += "（逾期）"
		default:
			open++
		}
		if !p.whole(r) {
			self, r.Cause, r.OwnerName = true, "", ""
		}
		t.Rows = append(t.Rows, []office.Cell{
			{Text: strconv.Itoa(n + 1)},
			{Text: string(r.Day)},
			{Text: r.Description},
			{Text: sourceWords[r.Source]},
			{Text: paper.Severity(r.Severity)},
			{Text: causeWords[r.Cause]},
			{Text: r.OwnerName},
			{Text: string(clock.DayOf(r.DueAt))},
			{Text: state},
		})
	}
	if len(rows) == 0 {
		t.Rows = append(t.Rows, []office.Cell{{Text: "本期没有发现风险隐患。"}})
	}
	f.Sections = []office.Section{t, office.Paragraph{Text: fmt.Sprintf("共 %d 条，未销号 %d 条，其中逾期 %d 条（截至 %s）。", len(rows), open, overdue, paper.Minute(now))}}
	if self {
		f.Sections = append(f.Sections, office.Paragraph{Text: "企业自查发现的隐患，原因和责任人由企业内部保存。"})
	}
	return f
}
