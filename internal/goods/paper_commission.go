package goods

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
	"zhize/internal/platform/office"
)

// CommissionPaper prints the contracts as they stand today.
func (s *Service) CommissionPaper(ctx context.Context, g access.Grant, in *api.CommissionPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		all, err := s.Commissions(tx)
		if err != nil {
			return err
		}
		l, err := s.commissionsOn(tx, all)
		if err != nil {
			return err
		}
		l.Key.Format = in.Format
		out, err = s.papers.Print(tx, l.Key, l.Name, l.Lay)
		return err
	})
	return out, err
}

// commissionLeaf hands over the paper of the contracts that ran on some day of a
// range; none if none did.
func (s *Service) commissionLeaf(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	some, err := s.CommissionsOn(tx, from, to)
	if err != nil {
		return err
	}
	if len(some) == 0 {
		return nil
	}
	l, err := s.commissionsOn(tx, some)
	if err != nil {
		return err
	}
	return each(l)
}

// commissionsOn is the paper of today: what is over changes with the day. Contracts
// stand in no item of 附件3.
func (s *Service) commissionsOn(tx *db.Tx, all []api.Commission) (paper.Leaf, error) {
	edition, err := paper.Edition(all)
	if err != nil {
		return paper.Leaf{}, err
	}
	return paper.Leaf{
		Item: "book", Name: TitleCommissions + " " + string(tx.Today()),
		Key: paper.Key{Noun: "commissions", Subject: tx.Enterprise(), Edition: string(tx.Today()) + "-" + edition},
		Lay: func() (office.Form, error) { return s.commissionForm(tx, all) },
	}, nil
}

func (s *Service) commissionForm(tx *db.Tx, all []api.Commission) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := office.Form{
		Title: TitleCommissions, Subtitle: "截至 " + paper.Day(tx.Today()), At: tx.Now(),
		Head: append(paper.Head(e), office.Pair{Label: "合同份数", Value: strconv.Itoa(len(all))}),
	}
	if len(all) == 0 {
		f.Sections = []office.Section{office.Paragraph{Text: "尚未登记委托加工合同。"}}
		return f, nil
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "本单位为", Weight: 1.5, Align: office.Center},
		{Title: "对方单位", Weight: 2.1},
		{Title: "产品及证书编号", Weight: 2.6},
		{Title: "合同编号及期限", Weight: 2.6},
		{Title: "合同照片", Weight: 1.1, Align: office.Center},
		{Title: "状态", Weight: 1.5, Align: office.Center},
		{Title: "登记人及备注", Weight: 1.8},
	}}
	for n, c := range all {
		t.Rows = append(t.Rows, []office.Cell{
			{Text: strconv.Itoa(n + 1)},
			{Text: CommissionRoles[c.Role]},
			{Text: c.Partner},
			{Text: lines(c.Product, c.License)},
			{Text: lines(c.Contract, c.From+" 至 "+c.Until)},
			{Text: pages(c.Photos)},
			{Text: CommissionStates[c.State]},
			{Text: strings.Join(said(c.Name, announced(c), c.Note, c.EndedWhy), "；")},
		})
	}
	f.Sections = []office.Section{t}
	return f, nil
}

// announced says that the authority was told of a contract.
func announced(c api.Commission) string {
	if c.Announced {
		return "已报告监管部门"
	}
	return ""
}

// pages says how many photos of a contract are kept.
func pages(photos []string) string {
	if len(photos) == 0 {
		return "无"
	}
	return fmt.Sprintf("%d 张", len(photos))
}

// said are those of the words that say something.
func said(all ...string) []string {
	var some []string
	for _, one := range all {
		if one != "" {
			some = append(some, one)
		}
	}
	return some
}

func lines(all ...string) string { return strings.Join(said(all...), "\n") }
