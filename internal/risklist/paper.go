package risklist

import (
	"context"
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

// Title is the paper's name (附件3 item 1.4).
const Title = "工业产品质量安全风险管控清单"

var (
	rhythmWords = map[string]string{"daily": "日管控", "weekly": "周排查", "monthly": "月调度"}
	sourceWords = map[string]string{"template": "模板", "own": "自定", "authority": "监管部门明确"}
)

// Paper prints an approved version.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.RiskListPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		r, found, err := byVersion(tx, in.Version)
		if err != nil {
			return err
		}
		if !found {
			return ErrNoVersion
		}
		list, err := wire(r)
		if err != nil {
			return err
		}
		l := s.leaf(tx, list)
		l.Key.Format = in.Format
		out, err = s.papers.Print(tx, l.Key, l.Name, l.Lay)
		return err
	})
	return out, err
}

// leaf is the paper of an approved version, which never changes.
func (s *Service) leaf(tx *db.Tx, list api.RiskList) paper.Leaf {
	return paper.Leaf{
		Item: "1.4", Name: fmt.Sprintf("%s 第%d版", Title, list.Version), Key: paper.Key{Noun: "risk-list", Subject: id.ID(list.ID), Edition: strconv.Itoa(list.Version)},
		Lay: func() (office.Form, error) { return s.form(tx, list) },
	}
}

func (s *Service) form(tx *db.Tx, list api.RiskList) (office.Form, error) {
	e, err := s.archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	sites, err := s.archive.SiteNames(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read sites: %w", err)
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.6, Align: office.Center},
		{Title: "产品类别", Weight: 1.3},
		{Title: "风险点", Weight: 1.9},
		{Title: "管控措施", Weight: 3.2},
		{Title: "频次及纳入", Weight: 1.2},
		{Title: "责任岗位", Weight: 1.2},
		{Title: "依据及来源", Weight: 1.7},
	}}
	step, n := "", 0
	for _, i := range list.Items {
		if i.Step != step {
			step = i.Step
			t.Rows = append(t.Rows, []office.Cell{{Text: step, Bold: true}})
		}
		n++
		where := sites[id.ID(i.Site)]
		if where != "" {
			where = "（" + where + "）"
		}
		t.Rows = append(t.Rows, []office.Cell{
			{Text: strconv.Itoa(n)},
			{Text: i.Category},
			{Text: i.Risk + where},
			{Text: i.Measure},
			{Text: i.Frequency + "，" + rhythmWords[i.Rhythm]},
			{Text: paper.Post(i.Post)},
			{Text: basis(i)},
		})
	}
	f := office.Form{
		Title: Title, Number: fmt.Sprintf("第 %d 版", list.Version), At: *list.ApprovedAt,
		Head:     append(paper.Head(e), office.Pair{Label: "生效日期", Value: paper.Day(clock.Day(list.EffectiveDay))}, office.Pair{Label: "条目数", Value: strconv.Itoa(n)}),
		Sections: []office.Section{t},
		Signatures: []office.Signature{
			{Label: "编制", Name: list.DraftedName, At: paper.Minute(list.DraftedAt)},
			{Label: "批准（主要负责人）", Name: list.ApprovedName, At: paper.Minute(*list.ApprovedAt)},
		},
	}
	return f, nil
}

// basis says whence an item comes; law that was not verified is marked.
func basis(i api.RiskItem) string {
	words := i.Basis
	if words != "" && !i.Verified {
		words += "（待核实）"
	}
	if words != "" {
		words += "；"
	}
	return words + sourceWords[i.Source]
}

// Leaves are the versions that were in force within a range (附件3 item 1.4).
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	rows, err := allVersions(tx)
	if err != nil {
		return err
	}
	for _, r := range rows { // newest first
		if r.EffectiveDay.After(to) {
			continue
		}
		list, err := wire(r)
		if err != nil {
			return err
		}
		if err := each(s.leaf(tx, list)); err != nil {
			return err
		}
		if !r.EffectiveDay.After(from) {
			return nil // the one before was in force no more
		}
	}
	return nil
}
