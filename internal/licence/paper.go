package licence

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
	"zhize/internal/platform/office"
)

// Title is the paper's name.
const Title = "证照台账"

// Titles name what the register's code stands for, by the facts' kinds.
func Titles() map[string]string {
	all := map[string]string{"licence.selfcheck": "年度自查报告"}
	for _, kind := range []string{entered, renewed, corrected, withdrawn} {
		all["licence."+kind] = "证照登记"
	}
	return all
}

var stateWords = map[string]string{
	Coming: "未生效", Valid: "有效", Near: "即将到期", Lapsed: "已到期", Undated: "长期有效", Replaced: "已换证", Withdrawn: "已注销或停用",
}

// Paper returns 《证照台账》 as things stand now.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.LicencePaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.PaperOf(tx, in.Format)
		return err
	})
	return out, err
}

// PaperOf prints it inside a transaction.
func (s *Service) PaperOf(tx *db.Tx, format string) (*api.Blob, error) {
	l, err := s.leaf(tx)
	if err != nil {
		return nil, err
	}
	l.Key.Format = format
	return s.papers.Print(tx, l.Key, l.Name, l.Lay)
}

// leaf is the paper of today. Certificates, the products that want them and their
// names are of other nouns too, so that it is kept under all that it says.
func (s *Service) leaf(tx *db.Tx) (paper.Leaf, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return paper.Leaf{}, fmt.Errorf("read archive: %w", err)
	}
	reg, err := s.Register(tx, true)
	if err != nil {
		return paper.Leaf{}, err
	}
	newest, err := lastSeq(tx)
	if err != nil {
		return paper.Leaf{}, err
	}
	edition, err := paper.Edition(e, reg, newest)
	if err != nil {
		return paper.Leaf{}, err
	}
	return paper.Leaf{
		Item: "licence", Name: Title + " " + string(tx.Today()),
		Key: paper.Key{Noun: "licence-register", Subject: tx.Enterprise(), Edition: string(tx.Today()) + "-" + edition},
		Lay: func() (office.Form, error) { return s.lay(tx, e, reg, newest) },
	}, nil
}

func (s *Service) lay(tx *db.Tx, e api.Enterprise, reg api.Licences, newest int64) (office.Form, error) {
	f := office.Form{Title: Title, Subtitle: "截至 " + paper.Day(tx.Today()), At: tx.Now(), Head: paper.Head(e), Signatures: []office.Signature{{Label: "质量安全总监"}}}
	table := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "证照名称及编号", Weight: 3.6},
		{Title: "产品、人员、设备或供应商", Weight: 2.8},
		{Title: "有效期", Weight: 2.2, Align: office.Center},
		{Title: "状态", Weight: 1.5, Align: office.Center},
	}}
	for n, l := range reg.Items {
		span := l.From + " 至 " + cmp.Or(l.Until, "长期")
		name := cmp.Or(l.Name, l.KindName) + "\n" + l.Number
		if l.Issuer != "" {
			name += "\n" + l.Issuer
		}
		row := []office.Cell{{Text: fmt.Sprint(n + 1)}, {Text: name}, {Text: holders(l, e.Products)}, {Text: span}, {Text: stateWords[l.State]}}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) == 0 {
		table.Rows = [][]office.Cell{{{Text: "尚未登记证照"}}}
	}
	f.Sections = append(f.Sections, table)
	var without []string
	for _, p := range reg.Products {
		if p.State == "none" {
			without = append(without, p.Name)
		}
	}
	if len(without) > 0 {
		f.Sections = append(f.Sections, office.Paragraph{Text: "以下产品尚未登记对应证书：" + strings.Join(without, "、") + "。"})
	}
	for _, c := range reg.SelfChecks {
		said := fmt.Sprintf("%d 年度自查报告：%s 公布，%s。", c.Year, paper.Day(clock.Day(c.Published)), c.Where)
		if c.Version > 1 {
			said += fmt.Sprintf("已更正至第 %d 版：%s。", c.Version, strings.TrimRight(c.Reason, "。"))
		}
		f.Sections = append(f.Sections, office.Paragraph{Text: said})
	}
	return f, s.papers.StampGathered(tx, &f, uint64(newest))
}

func holders(l api.Licence, products []api.Product) string {
	var all []string
	if l.Holder != "" {
		all = append(all, l.Holder)
	}
	for _, p := range l.Products {
		if n := slices.IndexFunc(products, func(q api.Product) bool { return q.ID == p }); n >= 0 {
			all = append(all, products[n].Name)
		}
	}
	return strings.Join(all, "、")
}

// Leaves are the papers for a pack; certificates stand in no item of 附件3.
func (s *Service) Leaves(tx *db.Tx, _, _ clock.Day, each func(paper.Leaf) error) error {
	l, err := s.leaf(tx)
	if err != nil {
		return err
	}
	return each(l)
}
