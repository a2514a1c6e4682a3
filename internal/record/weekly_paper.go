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
	"zhize/internal/platform/office"
)

// WeeklyTitle is the paper's name in Orders 75 and 76.
const WeeklyTitle = "每周工业产品质量安全排查治理报告"

// blankText is printed where nothing was written: an empty field is no answer.
const blankText = "（未填写）"

// WeeklyPaper returns the latest version of a week's report as PDF.
func (s *Service) WeeklyPaper(ctx context.Context, g access.Grant, in *api.ReadWeeklyPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.printWeekly(tx, in.Week, in.Format, true)
		return err
	})
	return out, err
}

// WeeklyPaperOf returns it to an authority, without root causes.
func (s *Service) WeeklyPaperOf(tx *db.Tx, week, format string) (*api.Blob, error) {
	return s.printWeekly(tx, week, format, false)
}

func (s *Service) printWeekly(tx *db.Tx, week, format string, whole bool) (*api.Blob, error) {
	w, err := parseWeek(week)
	if err != nil {
		return nil, err
	}
	versions, err := weeklyVersions(tx, w)
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, ErrWeekNotFound
	}
	latest := versions[len(versions)-1]
	reads, err := weeklyReads(tx, latest.ID)
	if err != nil {
		return nil, err
	}
	key := weeklyKey(latest, reads)
	if key.Format = format; !whole {
		key.Edition += "-area"
	}
	return s.papers.Print(tx, key, weeklyFile(w), func() (office.Form, error) { return s.weeklyForm(tx, w, whole) })
}

// weeklyKey changes with every version and every reading of it.
func weeklyKey(r weeklyRow, reads []weeklyReadRow) paper.Key {
	return paper.Key{Noun: "weekly", Subject: r.ID, Edition: fmt.Sprintf("v%d-%d", r.Version, len(reads))}
}

func weeklyFile(w clock.Week) string { return "周排查治理报告 " + w.Name() }

// weeklyForm lays the report out.
func (s *Service) weeklyForm(tx *db.Tx, w clock.Week, whole bool) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	out, err := s.weekly(tx, w)
	if err != nil {
		return office.Form{}, err
	}
	versions, err := weeklyVersions(tx, w)
	if err != nil {
		return office.Form{}, err
	}
	latest := versions[len(versions)-1]
	var d api.Declaration
	if err := json.Unmarshal([]byte(latest.Declaration), &d); err != nil {
		return office.Form{}, fmt.Errorf("read declaration of %s: %w", w, err)
	}
	f := layWeekly(e, out.Body, d, whole)
	return f, s.papers.Stamp(tx, &f, uint64(latest.FactSeq))
}

// layWeekly lays a report out in the order of the form: ① what the daily checks
// say, ② what was found, ③ the analysis, ④ what was left open, ⑤ how it is
// followed, ⑥ the list, ⑦ the next week.
func layWeekly(e api.Enterprise, r api.Weekly, d api.Declaration, whole bool) office.Form {
	w, sign := clock.Week(r.Week), r.Sign
	posts := make([]string, len(sign.Posts))
	for n, p := range sign.Posts {
		posts[n] = paper.Post(p)
	}
	label := strings.Join(posts, "、")
	if len(posts) > 1 {
		label += "（一人兼任）"
	}
	late := ""
	if sign.Lateness == Backfilled {
		late = "（补录）"
	}
	attended := r.Content.Attended
	if blank(attended) {
		attended = blankText
	}
	f := office.Form{
		Title: WeeklyTitle, Number: "编号：ZPC-" + strings.ReplaceAll(r.Week, "-", "") + "-" + strings.ToUpper(sign.ID[len(sign.ID)-6:]) + "-" + strconv.Itoa(sign.Version),
		At: sign.At,
		Head: append(paper.Head(e),
			office.Pair{Label: "周次", Value: w.Words(), Wide: true},
			office.Pair{Label: "本报告统计", Value: sign.From + " 至 " + sign.To},
			office.Pair{Label: "数据截止", Value: paper.Minute(sign.Cutoff)},
			office.Pair{Label: "组织人", Value: sign.Name + "（" + strings.Join(posts, "、") + "）"},
			office.Pair{Label: "参加人员", Value: attended},
		),
	}
	add := func(sections ...office.Section) { f.Sections = append(f.Sections, sections...) }
	add(office.Heading{Text: "一、日管控汇总（系统取数）"}, tallied(r.Figures, []string{"due", ZeroRisk, Hazards, ArrivedLate, Backfilled, "missed", "excused"}))
	add(absences(r)...)
	add(tallied(r.Figures, []string{"found", "rectified", "closed", "open", "overdue", "unreviewed"}))
	add(office.Heading{Text: "二、本周排查发现的问题"})
	add(found(r))
	add(office.Heading{Text: "三、分析研判"}, prose(r.Content.Analysis))
	if whole && len(r.Figures.Causes) > 0 {
		var parts []string
		for _, c := range r.Figures.Causes {
			parts = append(parts, fmt.Sprintf("%s %d", causeWords[c.Cause], c.Count))
		}
		add(prose("原因类别（人机料法环管）：" + strings.Join(parts, "，") + "。"))
	}
	if len(r.Figures.Repeats) > 0 {
		var parts []string
		for _, p := range r.Figures.Repeats {
			parts = append(parts, fmt.Sprintf("%s（12周内 %d 次）", cut(p.Description), p.Times))
		}
		add(prose("重复问题：" + strings.Join(parts, "；") + "。"))
	}
	add(office.Heading{Text: "四、对日管控未解决问题的处理"}, prose(r.Content.Unsettled))
	add(openTable(r.Figures.Hazards)...)
	add(office.Heading{Text: "五、跟踪分类"})
	add(followed(r)...)
	add(office.Heading{Text: "六、风险管控清单是否需要调整"}, prose(r.Content.ListChanges))
	add(office.Heading{Text: "七、下周工作重点"}, prose(r.Content.Focus))
	if sign.Reason != "" {
		add(office.Paragraph{Text: "补录原因：" + sign.Reason})
	}
	for _, v := range r.Versions[1:] {
		add(office.Paragraph{Text: fmt.Sprintf("更正（第 %d 版，%s，%s）：%s。更正前的版本同时保存，数字未改变。", v.Version, paper.Minute(v.At), v.Name, v.Why)})
	}
	add(office.Paragraph{Text: "声明：" + d.Text})
	signed := paper.Signed(label, sign.Name, sign.At, d)
	signed.At += late
	f.Signatures = append(f.Signatures, signed)
	if !slices.Contains(sign.Posts, string(access.Principal)) {
		read := office.Signature{Label: "报主要负责人（阅知）"}
		if sign.Read != nil {
			read.Name, read.At = sign.Read.Name, paper.Minute(sign.Read.At)
		}
		f.Signatures = append(f.Signatures, read)
	}
	return f
}

var figureWords = map[string]string{
	"due": "应查班次", ZeroRisk: "零风险", Hazards: "有隐患", ArrivedLate: "迟到送达", Backfilled: "补录", "missed": "漏检", "excused": "停产/未营业",
	"found": "发现隐患", "rectified": "完成整改", "closed": "销号", "open": "未闭环", "overdue": "其中逾期", "unreviewed": "未复核记录",
}

var causeWords = map[string]string{
	"man": "人", "machine": "机", "material": "料", "method": "法", "environment": "环", "management": "管", "unnamed": "未判定",
}

var followWords = map[string]string{"occasional": "偶发", "long_term": "长期跟踪", "breakthrough": "攻关"}

var excuseWords = map[string]string{
	"production_stop": "停产", "business_stop": "停业", "holiday": "放假", "authority": "监管部门同意免除", "outage": "系统故障",
}

var stateWords = map[string]string{
	"found": "已发现", "measured": "已管控", "planned": "已定方案", "rectified": "已整改", "verified": "已复核", "closed": "已销号",
}

// tallied is a table of one line of figures.
func tallied(f api.WeeklyFigures, keys []string) office.Table {
	t := office.Table{Rows: [][]office.Cell{{}}}
	for _, key := range keys {
		if !slices.ContainsFunc(f.Counts, func(c api.Figure) bool { return c.Key == key }) {
			continue
		}
		t.Columns = append(t.Columns, office.Column{Title: figureWords[key], Weight: 1, Align: office.Center})
		t.Rows[0] = append(t.Rows[0], office.Cell{Text: strconv.Itoa(counted(f, key)), Bold: true})
	}
	return t
}

// absences names the checks that were missed, with the cause given, and those
// that were not due.
func absences(r api.Weekly) []office.Section {
	given := map[[2]string]string{}
	for _, m := range r.Content.Missed {
		given[[2]string{m.Day, m.Shift}] = m.Cause
	}
	var all []office.Section
	for _, c := range r.Figures.Checks {
		place := paper.Weekday(clock.Day(c.Day)) + " " + c.SiteName + " " + c.ShiftName
		switch c.Column {
		case "missed":
			cause := given[[2]string{c.Day, c.Shift}]
			if blank(cause) {
				cause = "未说明"
			}
			all = append(all, office.Paragraph{Text: "漏检：" + place + "。原因：" + cause})
		case "excused":
			all = append(all, office.Paragraph{Text: "未营业：" + place + "（" + excuseWords[c.Excuse] + "）"})
		}
	}
	return all
}

// found lists what the daily checks found and what the week's own
// investigation found.
func found(r api.Weekly) office.Section {
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.7, Align: office.Center},
		{Title: "来源", Weight: 1.1, Align: office.Center},
		{Title: "问题", Weight: 3.8},
		{Title: "等级", Weight: 0.8, Align: office.Center},
		{Title: "措施 / 进展", Weight: 2.2},
		{Title: "期限", Weight: 1.7, Align: office.Center},
	}}
	row := func(source, text, severity, progress, due string) {
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(len(t.Rows) + 1)}, {Text: source}, {Text: text}, {Text: paper.Severity(severity)}, {Text: progress}, {Text: due}})
	}
	for _, h := range r.Figures.Hazards {
		if h.Found {
			row("日管控", strings.TrimSpace(h.SiteName+" "+h.Description), h.Severity, stateWords[h.State], string(clock.DayOf(h.Due)))
		}
	}
	for _, c := range r.Content.Findings {
		progress := "已转入隐患整改"
		if !blank(c.Measure) {
			progress = c.Measure
		}
		row("周排查", c.Description, c.Severity, progress, "见隐患台账")
	}
	if len(t.Rows) == 0 {
		return prose("本周日管控和周排查均未发现质量安全风险隐患。")
	}
	return t
}

func openTable(hazards []api.WeekHazard) []office.Section {
	t := office.Table{Columns: []office.Column{
		{Title: "未闭环隐患", Weight: 5}, {Title: "等级", Weight: 0.8, Align: office.Center}, {Title: "进展", Weight: 1.2, Align: office.Center}, {Title: "期限", Weight: 1.6, Align: office.Center},
	}}
	for _, h := range hazards {
		if !h.Open {
			continue
		}
		due := string(clock.DayOf(h.Due))
		if h.Overdue {
			due += "（逾期）"
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: h.Description}, {Text: paper.Severity(h.Severity)}, {Text: stateWords[h.State]}, {Text: due}})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []office.Section{t}
}

// followed lists hazards and findings by how they are followed.
func followed(r api.Weekly) []office.Section {
	texts := map[string]string{}
	for _, h := range r.Figures.Hazards {
		texts[h.ID] = h.Description
	}
	by := map[string][]string{}
	for _, f := range r.Content.Follow {
		if text := texts[f.Hazard]; text != "" {
			by[f.Class] = append(by[f.Class], cut(text))
		}
	}
	for _, f := range r.Content.Findings {
		if f.Follow != "" {
			by[f.Follow] = append(by[f.Follow], cut(f.Description))
		}
	}
	var all []office.Section
	for _, class := range []string{"occasional", "long_term", "breakthrough"} {
		if len(by[class]) > 0 {
			all = append(all, prose(followWords[class]+"："+strings.Join(by[class], "；")+"。"))
		}
	}
	if len(all) == 0 {
		return []office.Section{prose("")}
	}
	return all
}

func prose(text string) office.Section {
	if blank(text) {
		text = blankText
	}
	return office.Paragraph{Text: text, Indent: true}
}

// cut shortens a description that stands among others.
func cut(text string) string {
	const most = 60
	r := []rune(strings.TrimSuffix(strings.TrimSpace(text), "。"))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}
