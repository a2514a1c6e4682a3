package training

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/office"
)

// TitlePlan is the name of the year's plan on paper.
const TitlePlan = "年度培训计划"

// PlanPaper returns 《年度培训计划》 in its latest version.
func (s *Service) PlanPaper(ctx context.Context, g access.Grant, in *api.TrainingPlanPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		plan, err := latestPlan(tx, in.Year)
		if err != nil {
			return err
		}
		if plan.Version == 0 {
			return ErrNoPlan
		}
		l := s.planLeaf(tx, plan)
		l.Key.Format = in.Format
		out, err = s.papers.Print(tx, l.Key, l.Name, l.Lay)
		return err
	})
	return out, err
}

func (s *Service) planLeaf(tx *db.Tx, r planRow) paper.Leaf {
	return paper.Leaf{
		Item: "2.5", Name: fmt.Sprintf("%s %d", TitlePlan, r.Year),
		Key: paper.Key{Noun: "training-plan", Subject: tx.Enterprise(), Edition: fmt.Sprintf("%d-v%d", r.Year, r.Version)},
		Lay: func() (office.Form, error) { return s.planForm(tx, r) },
	}
}

func (s *Service) planForm(tx *db.Tx, r planRow) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	plan, err := parse[api.TrainingPlan](r.Content)
	if err != nil {
		return office.Form{}, err
	}
	f := office.Form{
		Title: TitlePlan, Subtitle: fmt.Sprintf("%d 年", r.Year), At: r.At,
		Head: append(paper.Head(e),
			office.Pair{Label: "版本", Value: fmt.Sprintf("第 %d 版", r.Version)},
			office.Pair{Label: "制定", Value: paper.Minute(r.At) + " " + r.ByName},
		),
		Signatures: []office.Signature{{Label: "制定人"}, {Label: "主要负责人"}},
	}
	items := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "学习内容", Weight: 4},
		{Title: "涉及产品", Weight: 2},
		{Title: "适用岗位", Weight: 2.6},
		{Title: "计划月份", Weight: 1.2, Align: office.Center},
	}}
	for n, i := range plan.Items {
		month := "全年"
		if i.Month > 0 {
			month = fmt.Sprintf("%d 月", i.Month)
		}
		items.Rows = append(items.Rows, cells(fmt.Sprint(n+1), i.Topic, cmp.Or(i.Product, "全部产品"), strings.Join(postNames(i.Posts), "、"), month))
	}
	f.Sections = append(f.Sections, items)
	if len(plan.Wanted) > 0 {
		wanted := office.Table{Columns: []office.Column{{Title: "岗位", Weight: 5}, {Title: "计划学时", Weight: 5}}}
		for _, w := range plan.Wanted {
			wanted.Rows = append(wanted.Rows, cells(paper.Post(w.Post), Span(w.Minutes)))
		}
		f.Sections = append(f.Sections, office.Heading{Text: "各岗位计划学时"}, wanted)
	}
	f.Sections = append(f.Sections, office.Paragraph{Text: "学习内容和学时由本单位自行确定。"})
	l, found, err := s.ledger.LatestOf(tx, tx.Enterprise(), "training.planned")
	if err != nil || !found {
		return f, err
	}
	return f, s.papers.StampGathered(tx, &f, l.Seq)
}

func postNames(posts []string) []string {
	names := make([]string, len(posts))
	for n, p := range posts {
		names[n] = paper.Post(p)
	}
	return names
}
