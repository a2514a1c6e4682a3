package record

import (
	"fmt"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// sheetTitle is the paper on which a month's daily records stand, a line each.
const sheetTitle = "每日检查记录汇总"

// Sheets gives a sheet a month on which the daily records of the days stand
// (附件3 item 2.1), for a pack that does not carry each record's own paper.
func (s *Service) Sheets(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	for m := from.Month(); m <= to.Month(); m = m.Add(1) {
		first, last := max(from, m.First()), min(to, m.Last())
		key := paper.Key{Noun: "sheet", Subject: tx.Enterprise(), Edition: string(first) + "-" + string(last) + "-" + tx.Now().Format("20060102150405")}
		leaf := paper.Leaf{Item: "2.1", Name: sheetTitle + " " + string(m), Key: key, Lay: func() (office.Form, error) { return s.sheet(tx, first, last) }}
		if err := each(leaf); err != nil {
			return err
		}
	}
	return nil
}

// WeeklyLeaves gives the reports of the weeks that the days touch (item 2.2).
func (s *Service) WeeklyLeaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	reports, err := weekliesBetween(tx, clock.WeekOf(from), clock.WeekOf(to))
	if err != nil {
		return err
	}
	for _, r := range reports {
		reads, err := weeklyReads(tx, r.ID)
		if err != nil {
			return err
		}
		// Root causes are not an agency's to read in passing.
		key, whole := weeklyKey(r, reads), tx.Actor().Agency == id.Nil
		if !whole {
			key.Edition += "-area"
		}
		leaf := paper.Leaf{Item: "2.2", Name: weeklyFile(r.Week), Key: key, Lay: func() (office.Form, error) { return s.weeklyForm(tx, r.Week, whole) }}
		if err := each(leaf); err != nil {
			return err
		}
	}
	return nil
}

// sheet lists the checks of the days with their records.
func (s *Service) sheet(tx *db.Tx, from, to clock.Day) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	_, checks, err := s.obligations.Counts(tx, from, to, id.Nil)
	if err != nil {
		return office.Form{}, err
	}
	records, err := s.Between(tx, from, to)
	if err != nil {
		return office.Form{}, err
	}
	names, err := placesOf(tx)
	if err != nil {
		return office.Form{}, err
	}
	return laySheet(e, from, to, checks, records, names, tx), nil
}

func laySheet(e api.Enterprise, from, to clock.Day, checks []api.DayState, records []api.DailyEntry, names map[id.ID]string, tx *db.Tx) office.Form {
	f := office.Form{
		Title: sheetTitle, Number: "附件3 第 2.1 项", At: tx.Now(),
		Head: append(paper.Head(e),
			office.Pair{Label: "期间", Value: string(from) + " 至 " + string(to)},
			office.Pair{Label: "制表时间", Value: paper.Minute(tx.Now())},
		),
		Footer: "本表逐班次列出；每份检查记录另有文书，可按日期在系统中查阅。",
	}
	byID := make(map[string]api.DailyEntry, len(records))
	for _, r := range records {
		byID[r.ID] = r
	}
	t := office.Table{Columns: []office.Column{
		{Title: "日期", Weight: 1.5},
		{Title: "场所 / 班次", Weight: 1.7},
		{Title: "结果", Weight: 1.3, Align: office.Center},
		{Title: "质量安全员", Weight: 1.1, Align: office.Center},
		{Title: "服务器收到", Weight: 1.6, Align: office.Center},
		{Title: "备注", Weight: 1.6},
	}}
	for _, c := range checks {
		if c.State == string(obligation.Coming) {
			continue
		}
		r, done := byID[c.Record]
		result, note, at := checkWords[c.State], excuseWords[c.Excuse], ""
		if done {
			result, at, note = checkWords[r.Outcome], paper.Minute(r.ReceivedAt), checkWords[r.Lateness]
			if r.Failed > 0 {
				result = fmt.Sprintf("有隐患 %d 条", r.Failed)
			}
			if r.Version > 1 {
				note = join(note, fmt.Sprintf("更正至第 %d 版", r.Version))
			}
			if r.Bulk {
				note = join(note, "含批量作答")
			}
		}
		t.Rows = append(t.Rows, []office.Cell{
			{Text: paper.Weekday(clock.Day(c.Day))}, {Text: names[id.ID(c.Site)] + " / " + names[id.ID(c.Shift)]}, {Text: result}, {Text: r.OfficerName}, {Text: at}, {Text: note},
		})
	}
	if len(t.Rows) == 0 {
		f.Sections = []office.Section{office.Paragraph{Text: "这些天没有应做的检查。"}}
		return f
	}
	f.Sections = []office.Section{t}
	return f
}

var checkWords = map[string]string{
	ZeroRisk: "零风险", Hazards: "有隐患", ArrivedLate: "迟到送达", Backfilled: "补录", OnTime: "",
	"missed": "漏检", "excused": "停产/未营业", "open": "未到期",
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "；" + b
}
