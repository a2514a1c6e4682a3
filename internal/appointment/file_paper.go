package appointment

import (
	"cmp"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/office"
)

func nameFile(f api.PersonFile) string {
	return fmt.Sprintf("%s %s %s至%s", TitleFile, f.Name, f.From, f.To)
}

// printFile makes the paper anew each time: what it gathers goes on growing.
func (s *Service) printFile(tx *db.Tx, f api.PersonFile, format string) (*api.Blob, error) {
	form, err := s.layFile(tx, f)
	if err != nil {
		return nil, err
	}
	return paper.Fresh("file", nameFile(f), format, form)
}

func (s *Service) layFile(tx *db.Tx, f api.PersonFile) (office.Form, error) {
	e, err := s.on.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	posts := f.Posts
	if posts == "" {
		posts = "现无任职"
	}
	var totals []string
	for _, t := range f.Totals {
		totals = append(totals, fmt.Sprintf("%s %d 次", deedWords[t.Deed], t.Count))
	}
	form := office.Form{Title: TitleFile, At: tx.Now(), Head: append(paper.Head(e),
		office.Pair{Label: "姓名", Value: f.Name}, office.Pair{Label: "现任岗位", Value: posts},
		office.Pair{Label: "起止", Value: paper.Day(clock.Day(f.From)) + "至" + paper.Day(clock.Day(f.To)), Wide: true},
		office.Pair{Label: "分类次数", Value: cmp.Or(strings.Join(totals, "，"), "本期没有记录"), Wide: true},
	)}
	held := office.Table{Columns: []office.Column{{Title: "岗位", Weight: 2}, {Title: "任命书", Weight: 2}, {Title: "任职", Weight: 3}, {Title: "终止", Weight: 3}}}
	for _, a := range f.Appointments {
		if a.State != "in_office" && a.State != "ended" {
			continue
		}
		until := "在任"
		if a.EndedAt != nil {
			until = paper.Minute(*a.EndedAt) + "　" + a.EndedWhy
		} else if a.Until != nil {
			until = "任期至" + paper.Day(clock.DayOf(*a.Until).Add(-1))
		}
		held.Rows = append(held.Rows, []office.Cell{{Text: paper.Post(a.Post)}, {Text: cmp.Or(a.Number, "（登记任职）")}, {Text: paper.Minute(a.From)}, {Text: until}})
	}
	form.Sections = append(form.Sections, office.Heading{Text: "任职"}, held)
	for _, a := range f.Appointments {
		for _, r := range a.Resignations {
			form.Sections = append(form.Sections, office.Paragraph{Text: paper.Post(a.Post) + "：" + saidOf(r), Indent: true})
		}
	}
	form.Sections = append(form.Sections, office.Heading{Text: "履职记录"})
	if len(f.Traces) == 0 {
		form.Sections = append(form.Sections, office.Paragraph{Text: "本期没有记录。", Indent: true})
		return form, nil
	}
	done := office.Table{Columns: []office.Column{{Title: "日期", Weight: 2, Align: office.Center}, {Title: "类别", Weight: 2, Align: office.Center}, {Title: "内容", Weight: 7}}}
	for _, t := range f.Traces {
		done.Rows = append(done.Rows, []office.Cell{{Text: t.Day}, {Text: deedWords[t.Deed]}, {Text: strings.TrimSuffix(t.Title+"："+t.Note, "：")}})
	}
	form.Sections = append(form.Sections, done)
	form.Footer = "本人履职档案，按系统内的封存记录汇集，打印于 " + paper.Minute(tx.Now())
	return form, nil
}
