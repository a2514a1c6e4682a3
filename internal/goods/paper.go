package goods

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// The papers' names.
const (
	TitlePurchase    = "进货查验记录"
	TitleDelivery    = "出厂检验记录"
	TitleSuspicion   = "可疑产品报告单"
	TitleCommissions = "委托加工合同台账"
)

func title(kind string) string {
	if kind == Delivery {
		return TitleDelivery
	}
	return TitlePurchase
}

// mostPrinted bounds the rows of one printed log.
const mostPrinted = 5000

// Paper prints the log of a range.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.GoodsPaperInput) (*api.Blob, error) {
	from, err := clock.ParseDay(in.From)
	if err != nil {
		return nil, ErrRange.At("query.from", "")
	}
	to, err := clock.ParseDay(in.To)
	if err != nil || to.Before(from) || to.Sub(from) >= longestPaper {
		return nil, ErrRange.At("query.to", "")
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := question{kind: in.Kind, from: from, to: to, limit: mostPrinted}.rows(tx)
		if err != nil {
			return err
		}
		k := logKey(tx, in.Kind, from, to, rows)
		k.Format = in.Format
		out, err = s.papers.Print(tx, k, fmt.Sprintf("%s %s—%s", title(in.Kind), from, to), func() (office.Form, error) {
			return s.form(tx, in.Kind, from, to, rows)
		})
		return err
	})
	return out, err
}

// logKey changes with every entry and every correction in the days.
func logKey(tx *db.Tx, kind string, from, to clock.Day, rows []Entry) paper.Key {
	return paper.Key{Noun: kind, Subject: tx.Enterprise(), Edition: fmt.Sprintf("%s-%s-%s", from, to, edition(rows))}
}

// edition tells two states of a log apart.
func edition(rows []Entry) string {
	h := sha256.New()
	for _, e := range rows {
		fmt.Fprintf(h, "%s %d\n", e.Entry, e.Version)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

func (s *Service) form(tx *db.Tx, kind string, from, to clock.Day, rows []Entry) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	partner, number := "供货单位", "证书/检验报告"
	if kind == Delivery {
		partner, number = "购货单位", "检验报告"
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "日期", Weight: 1.2, Align: office.Center},
		{Title: "产品及规格", Weight: 2},
		{Title: "批号", Weight: 2},
		{Title: "数量", Weight: 1.3, Align: office.Right},
		{Title: partner, Weight: 1.9},
		{Title: number, Weight: 1.8},
		{Title: "结果", Weight: 1.3, Align: office.Center},
		{Title: "记录人及备注", Weight: 1.9},
	}}
	for n := range rows {
		r := rows[len(rows)-1-n] // the oldest first, as a book is kept
		remark := r.Name
		if r.Late() {
			remark += "（补录）"
		}
		if r.Version > 1 {
			remark += fmt.Sprintf("（更正至第%d版）", r.Version)
		}
		if r.Note != "" {
			remark += "；" + r.Note
		}
		t.Rows = append(t.Rows, []office.Cell{
			{Text: strconv.Itoa(n + 1)},
			{Text: short(r.Day, from, to)},
			{Text: join(r.Product, r.Model)},
			{Text: r.Batch},
			{Text: quantity(r.Quantity) + r.Unit},
			{Text: r.Partner},
			{Text: r.Certificate},
			{Text: verdictWords[r.Verdict], Bold: r.Verdict == "rejected"},
			{Text: remark},
		})
	}
	f := office.Form{
		Title: title(kind), At: tx.Now(),
		Head:     append(paper.Head(e), office.Pair{Label: "起止日期", Value: paper.Day(from) + "至" + paper.Day(to), Wide: true}, office.Pair{Label: "记录条数", Value: strconv.Itoa(len(rows))}),
		Sections: []office.Section{t},
	}
	if len(rows) == 0 {
		f.Sections = []office.Section{office.Paragraph{Text: "本期没有登记。"}}
	}
	return f, nil
}

// short leaves the year out where the head of the book says it.
func short(day, from, to clock.Day) string {
	if from.Year() == to.Year() {
		return string(day)[len("2026-"):]
	}
	return string(day)
}

func join(product, model string) string {
	if model == "" {
		return product
	}
	return product + " " + model
}

// quantity writes thousandths without idle zeros.
func quantity(q int64) string { return strconv.FormatFloat(float64(q)/1000, 'f', -1, 64) }

// SuspicionPaper prints a report with what followed.
func (s *Service) SuspicionPaper(ctx context.Context, g access.Grant, in *api.SuspicionPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		one, err := find(tx, in.Suspicion)
		if err != nil {
			return err
		}
		k := one.key()
		k.Format = in.Format
		out, err = s.papers.Print(tx, k, TitleSuspicion+" "+one.Fields.Product, func() (office.Form, error) { return s.suspicionForm(tx, one) })
		return err
	})
	return out, err
}

// key changes with the receipt and the outcome.
func (one Suspicion) key() paper.Key {
	return paper.Key{Noun: "suspicion", Subject: one.ID, Edition: one.State()}
}

func (s *Service) suspicionForm(tx *db.Tx, one Suspicion) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	w := one.Fields
	f := office.Form{
		Title: TitleSuspicion, At: one.At,
		Head: append(paper.Head(e),
			office.Pair{Label: "产品", Value: w.Product}, office.Pair{Label: "批号", Value: w.Batch},
			office.Pair{Label: "来源", Value: w.Partner}, office.Pair{Label: "停止数量", Value: quantity(one.Quantity) + w.Unit},
			office.Pair{Label: "可疑原因", Value: kindWords[w.Kind], Wide: true},
		),
		Sections: []office.Section{
			office.Heading{Text: "一、发现的情况"},
			office.Paragraph{Text: w.Facts, Indent: true},
			office.Heading{Text: "二、已采取的措施"},
			office.Paragraph{Text: w.Measure, Indent: true},
			office.Heading{Text: "三、监管所回执"},
			office.Paragraph{Text: receiptWords(one.Receipt), Indent: true},
			office.Heading{Text: "四、处置结果"},
			office.Paragraph{Text: outcomeText(one.Outcome), Indent: true},
		},
		Signatures: []office.Signature{{Label: "报告人", Name: one.Name, At: paper.Minute(one.At)}},
	}
	if one.Receipt != nil {
		f.Signatures = append(f.Signatures, office.Signature{Label: "回执人", Name: one.Receipt.Name, At: paper.Minute(one.Receipt.At)})
	}
	return f, s.papers.Stamp(tx, &f, one.Seq)
}

func receiptWords(r *Step) string {
	if r == nil {
		return "尚未回执。"
	}
	words := fmt.Sprintf("%s %s 于 %s 收到本报告。", r.AgencyName, r.Name, paper.Minute(r.At))
	return words + r.Note
}

func outcomeText(o *Step) string {
	if o == nil {
		return "尚未填写。"
	}
	return fmt.Sprintf("%s。%s（%s，%s）", outcomeWords[o.Outcome], o.Note, o.Name, paper.Minute(o.At))
}

// Leaves are the logs, the contracts and the reports of a range, for a pack.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	for _, kind := range []string{Purchase, Delivery} {
		rows, err := question{kind: kind, from: from, to: to, limit: mostPrinted}.rows(tx)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			continue
		}
		leaf := paper.Leaf{Item: "3.1", Name: fmt.Sprintf("%s %s—%s", title(kind), from, to), Key: logKey(tx, kind, from, to, rows), Lay: func() (office.Form, error) {
			return s.form(tx, kind, from, to, rows)
		}}
		if err := each(leaf); err != nil {
			return err
		}
	}
	if err := s.commissionLeaf(tx, from, to, each); err != nil {
		return err
	}
	all, err := suspicions(tx, id.Nil)
	if err != nil {
		return err
	}
	for _, one := range all {
		if day := clock.DayOf(one.At); day.Before(from) || day.After(to) {
			continue
		}
		leaf := paper.Leaf{Item: "3.3", Name: fmt.Sprintf("%s %s %s", TitleSuspicion, clock.DayOf(one.At), one.Fields.Product), Key: one.key(), Lay: func() (office.Form, error) {
			return s.suspicionForm(tx, one)
		}}
		if err := each(leaf); err != nil {
			return err
		}
	}
	return nil
}
