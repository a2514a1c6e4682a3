package training

import (
	"cmp"
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

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
