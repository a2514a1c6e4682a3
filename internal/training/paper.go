package training

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// The names of the papers.
const (
	Title      = "培训记录"
	TitleHours = "个人培训学时表"
)

// Titles name what a paper's code stands for, by the facts' kinds.
func Titles() map[string]string {
	return map[string]string{"training." + held: Title, "training." + studied: "自学确认", "training." + tested: "考核成绩"}
}

var (
	modeWords = map[string]string{"place": "现场", "online": "线上"}
	howWords  = map[string]string{BySelf: "本人登录签到", ByDevice: "在组织人设备上手写签到", ByNote: "组织人登记", ByPaper: "由纸质记录转录"}
)

// Span writes minutes as 2小时30分.
func Span(minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return fmt.Sprintf("%d分钟", m)
	case m == 0:
		return fmt.Sprintf("%d小时", h)
	default:
		return fmt.Sprintf("%d小时%d分", h, m)
	}
}

// SessionPaper returns 《培训记录》.
func (s *Service) SessionPaper(ctx context.Context, g access.Grant, in *api.SessionPaperInput) (*api.Blob, error) {
	session, err := id.Parse(in.Session)
	if err != nil {
		return nil, ErrSession
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.PaperOf(tx, session, in.Format)
		return err
	})
	return out, err
}

// PaperOf prints it inside a transaction.
func (s *Service) PaperOf(tx *db.Tx, session id.ID, format string) (*api.Blob, error) {
	w, err := s.SessionFor(tx, session)
	if err != nil {
		return nil, err
	}
	if w.Body.State != held {
		return nil, ErrNoPaper
	}
	key := sheet(w.Body)
	key.Format = format
	return s.papers.Print(tx, key, name(w.Body), func() (office.Form, error) { return s.form(tx, w.Body) })
}

// sheet is what a session's paper is kept under: it changes with every
// correction, of the session or of anybody's attendance.
func sheet(w api.TrainingSession) paper.Key {
	answers := 0
	for _, a := range w.People {
		answers += a.Version
	}
	return paper.Key{Noun: "training", Subject: id.ID(w.ID), Edition: fmt.Sprintf("v%d-%d", w.Version, answers)}
}

func name(w api.TrainingSession) string { return Title + " " + w.Day + " " + w.Title }

func (s *Service) form(tx *db.Tx, w api.TrainingSession) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := office.Form{
		Title: Title, At: *w.HeldAt,
		Head: append(paper.Head(e),
			office.Pair{Label: "培训名称", Value: w.Title, Wide: true},
			office.Pair{Label: "培训日期", Value: paper.Weekday(clock.Day(w.Day))},
			office.Pair{Label: "时长", Value: Span(w.Minutes)},
			office.Pair{Label: "方式及地点", Value: modeWords[w.Mode] + "　" + w.Place},
			office.Pair{Label: "授课人", Value: w.Teacher},
			office.Pair{Label: "组织人", Value: w.OrganisedBy},
			office.Pair{Label: "涉及产品", Value: cmp.Or(w.Product, "全部产品")},
		),
	}
	topics := office.Table{Columns: []office.Column{{Title: "序号", Weight: 1, Align: office.Center}, {Title: "培训内容", Weight: 9}}}
	for n, t := range w.Topics {
		topics.Rows = append(topics.Rows, cells(fmt.Sprint(n+1), t))
	}
	f.Sections = append(f.Sections, topics)
	people := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 1, Align: office.Center}, {Title: "姓名", Weight: 2}, {Title: "出席", Weight: 1.2, Align: office.Center}, {Title: "方式 / 原因", Weight: 3.8}, {Title: "时间", Weight: 2},
	}}
	for n, a := range w.People {
		came, how, at := "未登记", "", ""
		if a.At != nil {
			came, how, at = map[string]string{present: "出席", absent: "缺席"}[a.Outcome], howWords[a.How], paper.Minute(*a.At)
		}
		if a.Note != "" {
			how += "：" + a.Note
		}
		if a.Version > 1 {
			how += fmt.Sprintf("（更正：%s）", a.Reason)
		}
		people.Rows = append(people.Rows, cells(fmt.Sprint(n+1), a.Name, came, how, at))
		if a.Outcome == present && a.How != ByPaper {
			f.Signatures = append(f.Signatures, paper.Signed("签到", a.Name, *a.At, api.Declaration{Signature: a.Signed}))
		}
	}
	f.Sections = append(f.Sections, office.Heading{Text: "参加人员"}, people)
	if len(w.Materials) > 0 {
		files := office.Table{Columns: []office.Column{{Title: "培训材料", Weight: 4}, {Title: "SHA-256", Weight: 6}}}
		for _, m := range w.Materials {
			files.Rows = append(files.Rows, cells(m.Name, m.SHA256))
		}
		f.Sections = append(f.Sections, office.Heading{Text: "材料"}, files)
	}
	if w.Transcribed {
		f.Sections = append(f.Sections, office.Paragraph{Text: "本次培训由 " + w.OrganisedBy + " 从纸质记录转录，转录时间见上表；转录不是签到，不计入任何统计。"})
	}
	if w.Version > 1 {
		f.Sections = append(f.Sections, office.Paragraph{Text: fmt.Sprintf("更正（第 %d 版）：%s。更正前的版本同时保存。", w.Version, w.Reason)})
	}
	rows, err := factsAbout(tx, held, id.ID(w.ID))
	if err != nil {
		return office.Form{}, err
	}
	return f, s.papers.Stamp(tx, &f, uint64(rows[len(rows)-1].FactSeq))
}

func cells(all ...string) []office.Cell {
	row := make([]office.Cell, len(all))
	for n, text := range all {
		row[n].Text = text
	}
	return row
}

// PersonPaper returns 《个人培训学时表》 as things stand now.
func (s *Service) PersonPaper(ctx context.Context, g access.Grant, in *api.TrainingPersonPaperInput) (*api.Blob, error) {
	account, err := id.Parse(in.Account)
	if err != nil {
		return nil, ErrPerson
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		p, err := s.Person(tx, account, in.Year)
		if err != nil {
			return err
		}
		l, err := s.hoursLeaf(tx, p)
		if err != nil {
			return err
		}
		l.Key.Format = in.Format
		out, err = s.papers.Print(tx, l.Key, l.Name, l.Lay)
		return err
	})
	return out, err
}

// hoursLeaf is a person's table as things stand today. It tells of posts and plans
// too, so that it is kept under all that it says.
func (s *Service) hoursLeaf(tx *db.Tx, p *api.TrainingPersonOutput) (paper.Leaf, error) {
	edition, err := paper.Edition(p.Body)
	if err != nil {
		return paper.Leaf{}, err
	}
	return paper.Leaf{
		Item: "2.5", Name: fmt.Sprintf("%s %d %s", TitleHours, p.Body.Year, p.Body.Person.Name),
		Key: paper.Key{Noun: "training-hours", Subject: id.ID(p.Body.Person.Account), Edition: fmt.Sprintf("%d-%s-%s", p.Body.Year, tx.Today(), edition)},
		Lay: func() (office.Form, error) { return s.hours(tx, p) },
	}, nil
}

func (s *Service) hours(tx *db.Tx, p *api.TrainingPersonOutput) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	b := p.Body
	var posts []string
	for _, post := range b.Person.Posts {
		posts = append(posts, paper.Post(post))
	}
	wanted := "未设定"
	if b.Person.Wanted != nil {
		wanted = Span(*b.Person.Wanted) + "（本单位计划）"
	}
	f := office.Form{
		Title: TitleHours, Subtitle: fmt.Sprintf("%d 年", b.Year), At: tx.Now(),
		Head: append(paper.Head(e),
			office.Pair{Label: "姓名", Value: b.Person.Name},
			office.Pair{Label: "岗位", Value: cmp.Or(strings.Join(posts, "、"), "已离任")},
			office.Pair{Label: "集中培训", Value: Span(b.Person.SessionMinutes)},
			office.Pair{Label: "自学（本人填报）", Value: Span(b.Person.StudyMinutes)},
			office.Pair{Label: "转录的以往培训", Value: Span(b.Person.PaperMinutes)},
			office.Pair{Label: "计划学时", Value: wanted},
			office.Pair{Label: "待补学内容", Value: cmp.Or(strings.Join(b.Person.Needs, "、"), "无")},
		),
		Signatures: []office.Signature{{Label: "本人"}, {Label: "质量安全总监"}},
	}
	table := office.Table{Columns: []office.Column{
		{Title: "日期", Weight: 1.8, Align: office.Center}, {Title: "类别", Weight: 1.3, Align: office.Center}, {Title: "内容", Weight: 4}, {Title: "时长", Weight: 1.5, Align: office.Center}, {Title: "结果", Weight: 1.6, Align: office.Center},
	}}
	kinds := map[string]string{attended: "培训", studied: "自学", tested: "考核"}
	outcomes := map[string]string{present: "出席", absent: "缺席", studied: "已学", passed: "合格", failed: "不合格"}
	for _, entry := range slices.Backward(b.Entries) {
		span := "—"
		if entry.Minutes > 0 {
			span = Span(entry.Minutes)
		}
		result := outcomes[entry.Outcome]
		if entry.How == ByPaper {
			result += "（转录）"
		}
		if entry.Version > 1 {
			result += "（更正）"
		}
		table.Rows = append(table.Rows, cells(entry.Day, kinds[entry.Kind], entry.Title, span, result))
	}
	if len(table.Rows) == 0 {
		table.Rows = append(table.Rows, cells("本年度暂无培训、自学和考核记录"))
	}
	f.Sections = append(f.Sections, table)
	examined := "监管部门抽查考核：暂无记录"
	for n, x := range b.Examinations {
		line := fmt.Sprintf("%s %s：%s", x.Day, x.Agency, map[bool]string{true: "合格", false: "不合格"}[x.Passed])
		examined = map[bool]string{true: "监管部门抽查考核：" + line, false: examined + "；" + line}[n == 0]
	}
	f.Sections = append(f.Sections, office.Paragraph{Text: examined}, office.Paragraph{Text: "截至 " + paper.Minute(tx.Now()) + "。集中培训按培训记录计时，自学时间由本人填报，由纸质记录转录的不计入。"})
	newest, err := newestOf(tx, id.ID(b.Person.Account), b.Year)
	if err != nil {
		return f, err
	}
	return f, s.papers.StampGathered(tx, &f, newest)
}

// newestOf is the place in the chain of the newest fact that a person's table
// rests on: his own, or the record of a session that he was at. His signature
// there is one of many about the session, so that the record stands for it.
func newestOf(tx *db.Tx, account id.ID, year int) (newest uint64, err error) {
	from, to := bounds(year)
	rows, err := factsOfPerson(tx, account, from, to)
	if err != nil {
		return 0, err
	}
	var sessions []id.ID
	for _, r := range rows {
		if r.Kind == attended {
			sessions = append(sessions, r.SubjectID)
			continue
		}
		newest = max(newest, uint64(r.FactSeq))
	}
	records, err := factsAbout(tx, held, sessions...)
	for _, r := range records {
		newest = max(newest, uint64(r.FactSeq))
	}
	return newest, err
}

// Leaves are the papers of the range for a pack: every session that was held,
// and everybody's table of the years it touches.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	sessions, err := s.Between(tx, from, to)
	if err != nil {
		return err
	}
	for _, w := range sessions {
		leaf := paper.Leaf{Item: "2.5", Name: name(w), Key: sheet(w), Lay: func() (office.Form, error) { return s.form(tx, w) }}
		if err := each(leaf); err != nil {
			return err
		}
	}
	for year := from.Year(); year <= to.Year(); year++ {
		y, err := s.Year(tx, year)
		if err != nil {
			return err
		}
		for _, p := range y.People {
			whole, err := s.Person(tx, id.ID(p.Account), year)
			if err != nil {
				return err
			}
			leaf, err := s.hoursLeaf(tx, whole)
			if err != nil {
				return err
			}
			if err := each(leaf); err != nil {
				return err
			}
		}
	}
	return nil
}
