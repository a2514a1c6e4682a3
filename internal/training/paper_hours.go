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
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

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
	wanted := "未设定"
	if b.Person.Wanted != nil {
		wanted = Span(*b.Person.Wanted) + "（本单位计划）"
	}
	f := office.Form{
		Title: TitleHours, Subtitle: fmt.Sprintf("%d 年", b.Year), At: tx.Now(),
		Head: append(paper.Head(e),
			office.Pair{Label: "姓名", Value: b.Person.Name},
			office.Pair{Label: "岗位", Value: cmp.Or(strings.Join(postNames(b.Person.Posts), "、"), "已离任")},
			office.Pair{Label: "集中培训", Value: Span(b.Person.SessionMinutes)},
			office.Pair{Label: "自学（本人填报）", Value: Span(b.Person.StudyMinutes)},
			office.Pair{Label: "转录的以往培训", Value: Span(b.Person.PaperMinutes)},
			office.Pair{Label: "计划学时", Value: wanted},
			office.Pair{Label: "待补学内容", Value: cmp.Or(strings.Join(b.Person.Needs, "、"), "无")},
		),
		Signatures: []office.Signature{{Label: "本人"}, {Label: "质量安全总监"}},
	}
	table := office.Table{Columns: []office.Column{
		{Title: "日期", Weight: 1.8, Align: office.Center}, {Title: "类别", Weight: 1.3, Align: office.Center}, {Title: "内容", Weight: 4}, {Title: "时长", Weight: 1.5, Align: office.Center}, {Title: "结果", Weight: 2.2, Align: office.Center},
	}}
	kinds := map[string]string{attended: "培训", studied: "自学", tested: "考核"}
	outcomes := map[string]string{present: "出席", absent: "缺席", studied: "已学", passed: "合格", failed: "不合格"}
	for _, entry := range slices.Backward(b.Entries) {
		span := "—"
		if entry.Minutes > 0 {
			span = Span(entry.Minutes)
		}
		result := outcomes[entry.Outcome]
		if entry.Kind == tested {
			result += mark(b.Tests, entry.Subject)
		}
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

// mark is a test's score out of how much, as it stands now.
func mark(tests []api.TrainingTest, test string) string {
	for _, t := range tests {
		if t.ID == test {
			return fmt.Sprintf(" %g/%g", t.Score, t.Full)
		}
	}
	return ""
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
