package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/office"
	"zhize/internal/reference"
)

// StateWords are the states as people read them.
var StateWords = map[string]string{Complete: "齐全", Partial: "部分", Missing: "缺少", NotApplicable: "不适用", Unknown: "系统暂无"}

var sideWords = map[string]string{string(reference.Production): "生产", string(reference.Sales): "销售"}

// Paper prints the page: 《监管任务清单》自查页. It is made of rows that go on
// changing, so that its edition is the hash of what it says.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.ReadDossierPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		from, to, err := span(tx, &in.ReadDossierInput)
		if err != nil {
			return err
		}
		items, err := s.Between(tx, from, to)
		if err != nil {
			return err
		}
		e, err := s.ports.Archive.Archive(tx)
		if err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		said, err := json.Marshal([]any{e, items, from, to, tx.Today()})
		if err != nil {
			return fmt.Errorf("encode dossier: %w", err)
		}
		sum := sha256.Sum256(said)
		key := paper.Key{Noun: "dossier", Subject: tx.Enterprise(), Edition: hex.EncodeToString(sum[:8]), Format: in.Format}
		out, err = s.papers.Print(tx, key, "监管任务清单自查页 "+string(tx.Today()), func() (office.Form, error) {
			return form(e, items, from, to, tx.Now()), nil
		})
		return err
	})
	return out, err
}

func form(e api.Enterprise, items []api.DossierItem, from, to clock.Day, at time.Time) office.Form {
	f := office.Form{
		Title: "监管任务清单自查页", Subtitle: "附件3 第 1.1–2.5 项", At: at,
		Head: append(paper.Head(e),
			office.Pair{Label: "统计期间", Value: string(from) + " 至 " + string(to)},
			office.Pair{Label: "自查时间", Value: paper.Minute(at)},
		),
		Footer: "本页由系统按本单位已有记录列出，只说明记录是否齐全，不是检查结论。",
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "具体任务", Weight: 4},
		{Title: "记录情况", Weight: 1.5, Align: office.Center},
		{Title: "记录说明", Weight: 5},
	}}
	group := ""
	for _, i := range items {
		if i.Group != group {
			group = i.Group
			t.Rows = append(t.Rows, []office.Cell{{Text: group, Bold: true}})
		}
		text := i.Text
		if len(i.Sides) == 1 && len(sides(e)) > 1 {
			text += "（" + sideWords[i.Sides[0]] + "）"
		}
		said := []string{i.Reason}
		if i.Settle != nil {
			said = append(said, "待办："+i.Settle.Words+"。")
		}
		if i.Remark != "" {
			said = append(said, "提示："+i.Remark)
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: i.Code}, {Text: text}, {Text: StateWords[i.State], Bold: true}, {Text: strings.Join(said, "\n")}})
	}
	f.Sections = []office.Section{t}
	f.Signatures = []office.Signature{{Label: "自查人"}, {Label: "主要负责人"}}
	return f
}
