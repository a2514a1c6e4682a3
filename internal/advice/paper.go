package advice

import (
	"context"
	"fmt"
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

// Title is what the code on its paper says of either kind.
const Title = "意见建议单（否决建议单）"

// Paper returns the paper of an advice with all answers up to now.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.ReadAdvicePaperInput) (*api.Blob, error) {
	key, err := id.Parse(in.Advice)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		c, err := find(tx, key)
		if err != nil {
			return err
		}
		key := leafKey(c)
		key.Format = in.Format
		out, err = s.papers.Print(tx, key, fileName(c), func() (office.Form, error) {
			return s.form(tx, c)
		})
		return err
	})
	return out, err
}

// leafKey changes with every step.
func leafKey(c Course) paper.Key {
	return paper.Key{Noun: "advice", Subject: c.ID, Edition: strconv.Itoa(len(c.Steps))}
}

// Leaves gives the papers of what was raised in the days, for the enterprise's
// own pack: they belong to its 履职记录 and answer item 1.2.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	all, err := advicesBetween(tx, from, to)
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.Day.Before(from) {
			continue
		}
		leaf := paper.Leaf{Item: "1.2", Name: "履职记录 " + fileName(c), Key: leafKey(c), Lay: func() (office.Form, error) { return s.form(tx, c) }}
		if err := each(leaf); err != nil {
			return err
		}
	}
	return nil
}

func fileName(c Course) string { return kindWords[c.Kind] + "单 " + number(c.Advice) }

// form lays the advice out, with what came of it and both signatures.
func (s *Service) form(tx *db.Tx, c Course) (office.Form, error) {
	e, err := s.archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := lay(e, c)
	if c.Former != "" {
		former, err := find(tx, id.ID(c.Former))
		if err != nil {
			return office.Form{}, err
		}
		f.Head = append(f.Head, office.Pair{Label: "再次提出", Value: "原建议 " + number(former.Advice), Wide: true})
	}
	var pictures []office.Picture
	for n, sha := range c.Photos {
		data, kept, err := s.photos.Open(tx, sha)
		if err != nil {
			return office.Form{}, fmt.Errorf("open photo %s: %w", sha, err)
		}
		if kept {
			pictures = append(pictures, office.Picture{Data: data, Caption: fmt.Sprintf("证据照片 %d", n+1)})
		}
	}
	if len(pictures) > 0 {
		f.Sections = append(f.Sections, office.Images{Pictures: pictures})
	}
	l, sealed, err := s.ledger.LatestOf(tx, c.ID, KindRaised, KindAnswered, KindWithdrawn)
	if err != nil || !sealed {
		return f, err
	}
	return f, s.papers.Stamp(tx, &f, l.Seq)
}

var (
	actionWords  = map[string]string{"stop_production": "停止生产", "stop_sale": "停止销售", "recall": "召回", "other": "其他"}
	outcomeWords = map[string]string{Adopted: "采纳", Partly: "部分采纳", Refused: "不采纳"}
)

func lay(e api.Enterprise, c Course) office.Form {
	f := office.Form{
		Title: kindWords[c.Kind] + "单", Number: "编号：" + number(c.Advice), At: c.RaisedAt,
		Head: append(paper.Head(e),
			office.Pair{Label: "提出人", Value: c.RaisedName + "（" + paper.Post(string(c.RaisedPost)) + "）"},
			office.Pair{Label: "提出时间", Value: paper.Minute(c.RaisedAt)},
			office.Pair{Label: "答复期限", Value: paper.Minute(c.Due) + "（本系统约定）"},
			office.Pair{Label: "答复情况", Value: standing(c)},
		),
		Signatures: []office.Signature{
			paper.Signed("提出人", c.RaisedName, c.RaisedAt, api.Declaration{Text: c.Text, Signature: c.Signature}),
			{Label: "主要负责人"},
		},
	}
	f.Sections = append(f.Sections, office.Heading{Text: "一、发现的事实"}, office.Paragraph{Text: c.Facts, Indent: true})
	if len(c.Goods) > 0 {
		goods := office.Table{Columns: []office.Column{{Title: "序号", Weight: 0.6, Align: office.Center}, {Title: "涉及产品", Weight: 3}, {Title: "批次", Weight: 3}}}
		for n, g := range c.Goods {
			batch := g.Batch
			if batch == "" {
				batch = "全部批次"
			}
			goods.Rows = append(goods.Rows, []office.Cell{{Text: strconv.Itoa(n + 1)}, {Text: g.Name}, {Text: batch}})
		}
		f.Sections = append(f.Sections, goods)
	}
	f.Sections = append(f.Sections, office.Heading{Text: "二、建议采取的措施"}, office.Paragraph{Text: wished(c), Indent: true},
		office.Heading{Text: "三、主要负责人答复"})
	if len(c.Steps) == 0 {
		f.Sections = append(f.Sections, office.Paragraph{Text: "尚未答复。", Indent: true})
	}
	for _, step := range c.Steps {
		f.Sections = append(f.Sections, office.Paragraph{Text: said(step), Indent: true})
		if step.Kind != Withdrawn {
			f.Signatures[1] = paper.Signed("主要负责人", step.Name, step.At, api.Declaration{Text: step.Text, Signature: step.Signature})
		}
	}
	return f
}

// standing says in a few words how the advice stands.
func standing(c Course) string {
	switch {
	case c.State() == "waiting":
		return "待答复"
	case c.State() == Withdrawn:
		return "提出人已撤回"
	case c.Late():
		return outcomeWords[c.Outcome()] + "（逾期答复）"
	default:
		return outcomeWords[c.Outcome()]
	}
}

func wished(c Course) string {
	var parts []string
	for _, a := range c.Actions {
		parts = append(parts, actionWords[a])
	}
	text := strings.Join(parts, "、")
	if text != "" && c.Wish != "" {
		text += "。"
	}
	return text + c.Wish
}

// said is one answer in a paragraph.
func said(s Step) string {
	if s.Kind == Withdrawn {
		return paper.Minute(s.At) + "，提出人撤回。原因：" + s.Reason
	}
	text := paper.Minute(s.At) + "，" + s.Name + "答复：" + outcomeWords[s.Kind] + "。"
	if s.MetOn != "" {
		text += "研判会日期：" + paper.Day(s.MetOn) + "。"
	}
	if s.Reason != "" {
		text += "\n理由：" + s.Reason
	}
	if s.Measures != "" {
		text += "\n处置措施：" + s.Measures
	}
	return text
}
