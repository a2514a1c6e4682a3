package record

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// MonthTitle is the paper's name in Orders 75 and 76.
const MonthTitle = "每月工业产品质量安全调度会议纪要"

// Paper returns the paper of minutes.
func (s *Months) Paper(ctx context.Context, g access.Grant, in *api.ReadMonthlyPaperInput) (*api.Blob, error) {
	key, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrMonthNotFound
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.PaperOf(tx, key, false, in.Format)
		return err
	})
	return out, err
}

// PaperOf makes the paper once and keeps it, as the enterprise or as the
// authority reads it.
func (s *Months) PaperOf(tx *db.Tx, record id.ID, authority bool, format string) (*api.Blob, error) {
	w, err := s.Whole(tx, record)
	if err != nil {
		return nil, err
	}
	key := monthKey(record, len(w.Versions), authority)
	key.Format = format
	return s.papers.Print(tx, key, monthFile(clock.Month(w.Month)), func() (office.Form, error) {
		return s.form(tx, record, w, authority)
	})
}

// Leaves gives the minutes of the months that begin in the days: they answer
// item 2.3. An agency is given them as the authority reads them.
func (s *Months) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	heads, err := monthlyHeads(tx, from.Month().First(), to)
	if err != nil {
		return err
	}
	authority := tx.Actor().Agency != id.Nil
	for n, r := range heads {
		if n+1 < len(heads) && heads[n+1].ID == r.ID {
			continue
		}
		leaf := paper.Leaf{Item: "2.3", Name: monthFile(r.MonthStart.Month()), Key: monthKey(r.ID, r.Version, authority), Lay: func() (office.Form, error) {
			w, err := s.Whole(tx, r.ID)
			if err != nil {
				return office.Form{}, err
			}
			return s.form(tx, r.ID, w, authority)
		}}
		if err := each(leaf); err != nil {
			return err
		}
	}
	return nil
}

// monthKey changes with every version, and with who reads it.
func monthKey(record id.ID, version int, authority bool) paper.Key {
	k := paper.Key{Noun: "monthly", Subject: record, Edition: "v" + strconv.Itoa(version)}
	if authority {
		k.Edition += "-authority"
	}
	return k
}

func monthFile(m clock.Month) string { return "月调度会议纪要 " + string(m) }

// form lays the minutes out with the signatures, and stamps them.
func (s *Months) form(tx *db.Tx, record id.ID, w api.Monthly, authority bool) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	rows, err := monthlyVersions(tx, record)
	if err != nil {
		return office.Form{}, err
	}
	last := rows[len(rows)-1]
	strokes, err := strokesOf(last)
	if err != nil {
		return office.Form{}, err
	}
	attended, err := attendancesOf(tx, last.MonthStart.Month())
	if err != nil {
		return office.Form{}, err
	}
	for _, a := range attended {
		var drawn []api.Stroke
		if err := json.Unmarshal([]byte(a.Signature), &drawn); err != nil {
			return office.Form{}, fmt.Errorf("read attendance of %s: %w", a.AccountID, err)
		}
		strokes[string(a.AccountID)] = drawn
	}
	if authority {
		w = ForAuthority(w)
	}
	f := layMonth(e, w, string(last.SignedBy), strokes, authority)
	l, sealed, err := s.ledger.LatestOf(tx, record, KindMonthSigned, KindMonthCorrected)
	if err != nil || !sealed {
		return f, err
	}
	return f, s.papers.Stamp(tx, &f, l.Seq)
}

var modeWords = map[string]string{"site": "现场", "video": "视频", "telephone": "电话"}

// layMonth lays the minutes out in the order of the form: hearing, summary,
// advice, changes, next month's work, resources.
func layMonth(e api.Enterprise, w api.Monthly, signer string, strokes map[string][]api.Stroke, authority bool) office.Form {
	last := w.Versions[len(w.Versions)-1]
	words := last.Words
	f := office.Form{
		Title: MonthTitle, Number: "编号：" + w.Number, At: last.SignedAt,
		Head: append(paper.Head(e),
			office.Pair{Label: "会议月份", Value: strings.Replace(w.Month, "-", "年", 1) + "月"},
			office.Pair{Label: "会议时间", Value: paper.Minute(words.HeldAt)},
			office.Pair{Label: "地点", Value: words.Place},
			office.Pair{Label: "方式", Value: modeWords[words.Mode]},
			office.Pair{Label: "主持人", Value: w.SignedName + "（" + postWords(w.SignedPosts) + "）"},
			office.Pair{Label: "记录人", Value: w.Names[words.Recorder]},
		),
	}
	if !w.Sole {
		f.Head = append(f.Head, office.Pair{Label: "参会人", Value: present(w), Wide: true})
	}
	add := func(parts ...office.Section) { f.Sections = append(f.Sections, parts...) }
	if w.Sole {
		add(office.Heading{Text: "一、听取工作汇报"}, office.Paragraph{Text: "一人兼任：" + postWords(w.SignedPosts) + "由" + w.SignedName + "一人担任，无其他人员汇报。", Indent: true})
	} else {
		post := "质量安全总监"
		if one, ok := People(w.Invited).find(words.Heard); ok && !slices.Contains(one.Posts, "director") {
			post = "质量安全员"
		}
		add(office.Heading{Text: "一、听取" + post + "工作汇报"}, office.Paragraph{Text: "汇报人：" + w.Names[words.Heard], Indent: true}, office.Paragraph{Text: words.Reported, Indent: true})
	}
	add(office.Heading{Text: "二、当月日常管理与隐患排查治理总结"},
		office.Paragraph{Text: "（以下数字由系统于 " + paper.Minute(w.Versions[0].SignedAt) + " 从履责记录中提取" + daysTold(w.Figures) + "，签署后不再变动）"})
	add(monthSummary(w.Figures)...)
	add(office.Heading{Text: "三、质量安全总监、质量安全员意见建议及采纳情况"})
	add(advised(w, authority)...)
	add(office.Heading{Text: "四、抽检、投诉、召回、许可等变化"}, office.Paragraph{Text: changesOf(w), Indent: true})
	add(office.Heading{Text: "五、下月重点工作"}, office.Paragraph{Text: words.Focus, Indent: true})
	if len(w.Resolutions) > 0 {
		add(decided(w.Resolutions))
	}
	resources := words.Resources
	if resources == "" {
		resources = "无。"
	}
	add(office.Heading{Text: "六、资源保障决定"}, office.Paragraph{Text: resources, Indent: true})
	for _, v := range w.Versions[1:] {
		add(office.Paragraph{Text: fmt.Sprintf("更正（第 %d 版，%s，%s）：%s。更正前的版本同时保存。", v.Version, paper.Minute(v.SignedAt), v.SignedName, v.Why)})
	}
	f.Signatures = append(f.Signatures, paper.Signed(postWords(w.SignedPosts), last.SignedName, last.SignedAt, api.Declaration{Signature: strokes[signer]}))
	for _, a := range w.Attendance {
		if one, ok := People(w.Invited).find(a.Account); ok && a.Way != attendAbsent {
			at := w.Versions[0].SignedAt
			if one.Attended != nil {
				at = *one.Attended
			}
			place := paper.Signed(postWords(one.Posts)+"签到", one.Name, at, api.Declaration{Signature: strokes[a.Account]})
			place.At += " " + wayWords[a.Way]
			f.Signatures = append(f.Signatures, place)
		}
	}
	return f
}

var wayWords = map[string]string{attendOwn: "本人账号", attendHand: "当场手写"}

func postWords(all []string) string {
	names := make([]string, len(all))
	for n, p := range all {
		names[n] = postNames[p]
	}
	return strings.Join(names, "兼")
}

// present lists who was there and, with the reason, who was not.
func present(w api.Monthly) string {
	var there, absent []string
	for _, a := range w.Attendance {
		one, _ := People(w.Invited).find(a.Account)
		name := one.Name + "（" + postWords(one.Posts) + "）"
		switch {
		case a.Way != attendAbsent:
			there = append(there, name)
		case a.Why != "":
			absent = append(absent, one.Name+"（"+a.Why+"）")
		default:
			absent = append(absent, one.Name)
		}
	}
	text := strings.Join(there, "、")
	if text == "" {
		text = "无"
	}
	if len(absent) > 0 {
		text += "；未到会：" + strings.Join(absent, "、")
	}
	return text
}

var weekWords = map[string]string{"done": "已签署", "late": "逾期签署", "open": "未到期", "missed": "未签署", "excused": "停产/未营业"}

var monthSources = map[string]string{
	"check": "日检查", "weekly": "周排查", "spot": "随手报", "order": "责令改正", "complaint": "投诉举报", "spot_check_failed": "监督抽查不合格", "record": "日检查",
}

// daysTold names the days of which the figures tell. Minutes sealed before these
// were kept, and those of a month's first day, name none.
func daysTold(f api.MonthlyFigures) string {
	if f.From == "" || f.To < f.From {
		return ""
	}
	return "，统计 " + f.From + " 至 " + f.To
}

// monthSummary tells the figures apart, and what became of the last resolutions.
func monthSummary(f api.MonthlyFigures) []office.Section {
	c, h := f.Checks, f.Hazards
	t := office.Table{Columns: []office.Column{{Title: "项目", Weight: 1.2}, {Title: "情况", Weight: 5}}}
	row := func(name, text string) {
		t.Rows = append(t.Rows, []office.Cell{{Text: name, Bold: true}, {Text: text}})
	}
	checks := fmt.Sprintf("应查 %d 班次：零风险 %d，有隐患 %d，迟到送达 %d，补录 %d，漏检 %d", c.Due, c.ZeroRisk, c.Hazards, c.ArrivedLate, c.Backfilled, c.Missed)
	if c.Open > 0 {
		checks += fmt.Sprintf("，未到期 %d", c.Open)
	}
	row("日管控", checks+fmt.Sprintf("；另有停产/未营业 %d（不计入应查）。", c.Excused))
	var weeks []string
	for _, w := range f.Weeks {
		weeks = append(weeks, clock.Week(w.Week).Words()+weekWords[w.State])
	}
	row("周排查", listed(weeks, "本月没有到期的周排查治理报告。"))
	row("隐患", fmt.Sprintf("本月发现 %d 条（重大 %d 条），本月销号 %d 条；未闭环 %d 条，其中逾期 %d 条。", h.Found, h.Major, h.Closed, h.Open, h.Overdue))
	row("重复发现", listed(countedWords(h.Repeats, nil), "无。"))
	if len(h.Causes) > 0 {
		row("原因分析", listed(countedWords(h.Causes, causeWords), ""))
	}
	sections := []office.Section{t, office.Paragraph{Text: "上月决议落实情况："}}
	if len(f.Resolutions) == 0 {
		return append(sections, office.Paragraph{Text: "没有需要跟踪的决议。", Indent: true})
	}
	o := office.Table{Columns: []office.Column{{Title: "决议", Weight: 4}, {Title: "期限", Weight: 1.5, Align: office.Center}, {Title: "落实情况", Weight: 3}}}
	for _, r := range f.Resolutions {
		text := map[string]string{"done": "已完成", "open": "进行中", "overdue": "逾期未完成"}[r.State]
		if r.Note != "" {
			text += "：" + r.Note
		}
		o.Rows = append(o.Rows, []office.Cell{{Text: r.What}, {Text: r.Due}, {Text: text}})
	}
	return append(sections, o)
}

func countedWords(all []api.Tally, words map[string]string) []string {
	var parts []string
	for _, t := range all {
		name := t.Code
		if words[name] != "" {
			name = words[name]
		}
		parts = append(parts, fmt.Sprintf("%s %d 次", name, t.N))
	}
	return parts
}

func listed(parts []string, none string) string {
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, "，") + "。"
}

var adviceWords = map[string]string{"opinion": "意见建议", "stop": "否决建议", "adopted": "采纳", "partly": "部分采纳", "refused": "不采纳", "withdrawn": "提出人已撤回"}

// advised tells every advice with its answer; the authority is told how many.
func advised(w api.Monthly, authority bool) []office.Section {
	f := w.Figures
	if authority {
		return []office.Section{office.Paragraph{Text: fmt.Sprintf("意见建议 %d 条，已答复 %d 条。", f.AdviceCount, f.Answered), Indent: true}}
	}
	if len(f.Advices) == 0 {
		return []office.Section{office.Paragraph{Text: "本月没有提出意见建议或否决建议。", Indent: true}}
	}
	t := office.Table{Columns: []office.Column{{Title: "类别、编号", Weight: 2}, {Title: "内容", Weight: 3}, {Title: "提出人", Weight: 1.2, Align: office.Center}, {Title: "采纳情况及理由", Weight: 3.2}}}
	for _, a := range f.Advices {
		text := adviceWords[a.Outcome]
		switch {
		case a.State == "withdrawn":
			text = adviceWords["withdrawn"]
		case a.Overdue:
			text = "逾期未答复"
		case a.State == "waiting":
			text = "待答复"
		}
		if a.Reason != "" {
			text += "\n理由：" + a.Reason
		}
		if a.Measures != "" {
			text += "\n措施：" + a.Measures
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: adviceWords[a.Kind] + "\n" + a.Number}, {Text: a.Text}, {Text: w.Names[a.RaisedBy]}, {Text: text}})
	}
	return []office.Section{t}
}

var eventWords = map[string]string{"list": "", "appointed": "任命", "ended": "免去", "training": "培训：", "licence": "证照：", "outside": "", "contained": ""}

// changesOf tells what the rows say of the month beside checks and hazards, and
// what was added in words.
func changesOf(w api.Monthly) string {
	var parts []string
	if text := countedWords(w.Figures.Hazards.Sources, monthSources); len(text) > 0 {
		parts = append(parts, "隐患来源："+strings.Join(text, "，"))
	}
	for _, e := range w.Figures.Events {
		text := e.Day + " " + eventWords[e.Kind]
		if e.Account != "" {
			text += w.Names[e.Account] + " "
		}
		parts = append(parts, text+e.Text)
	}
	if added := w.Versions[len(w.Versions)-1].Words.Changes; added != "" {
		parts = append(parts, added)
	}
	if len(parts) == 0 {
		return "无。"
	}
	return strings.Join(parts, "；\n")
}

func decided(all []api.Resolution) office.Section {
	t := office.Table{Columns: []office.Column{{Title: "序号", Weight: 0.7, Align: office.Center}, {Title: "任务", Weight: 5}, {Title: "责任人", Weight: 1.4, Align: office.Center}, {Title: "期限", Weight: 1.6, Align: office.Center}}}
	for n, r := range all {
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(n + 1)}, {Text: r.What}, {Text: r.OwnerName}, {Text: r.Due}})
	}
	return t
}
