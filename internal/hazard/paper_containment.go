package hazard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// printContainment prints 《停产停售封存召回处置单》.
func (s *Service) printContainment(tx *db.Tx, h hazardRow, act id.ID, format string) (*api.Blob, error) {
	steps, err := stepsOf(tx, h.ID)
	if err != nil {
		return nil, err
	}
	acts := containments(steps)
	n := slices.IndexFunc(acts, func(c Containment) bool { return c.ID == act })
	if n < 0 {
		return nil, ErrActOf
	}
	k := paper.Key{Noun: "containment", Subject: act, Edition: strconv.Itoa(h.Steps), Format: format}
	return s.papers.Print(tx, k, TitleContainment+" "+string(clock.DayOf(acts[n].At)), func() (office.Form, error) {
		owner, err := s.enterprises.Archive(tx)
		if err != nil {
			return office.Form{}, fmt.Errorf("read archive: %w", err)
		}
		f := layContainment(owner, h, acts[n], steps)
		return f, s.stamp(tx, &f, h.ID)
	})
}

func layContainment(owner api.Enterprise, h hazardRow, c Containment, steps []Step) office.Form {
	f := office.Form{Title: TitleContainment, Number: "编号：" + number("CZ", clock.DayOf(c.At), c.ID), At: steps[len(steps)-1].At, Head: paper.Head(owner)}
	made := "未填"
	if c.Made != nil {
		made = amount(*c.Made) + " " + c.Unit
	}
	f.Head = append(f.Head,
		office.Pair{Label: "处置措施", Value: c.words()}, office.Pair{Label: "开始时间", Value: paper.Minute(c.At)},
		office.Pair{Label: "产品", Value: c.Product}, office.Pair{Label: "批次", Value: c.Batch},
		office.Pair{Label: "事由", Value: h.Description, Wide: true},
		office.Pair{Label: "生产/进货数量", Value: made}, office.Pair{Label: "库存数量", Value: amount(c.Stocked) + " " + c.Unit},
		office.Pair{Label: "已售数量", Value: amount(c.Sold) + " " + c.Unit}, office.Pair{Label: "已召回数量", Value: amount(c.Recalled) + " " + c.Unit},
		office.Pair{Label: "告知范围", Value: c.Notices, Wide: true},
		office.Pair{Label: "报告监管部门", Value: when(c.Notified)}, office.Pair{Label: "监管部门回执", Value: strings.TrimSpace(c.ReceiptName + " " + when(c.Receipted))},
		office.Pair{Label: "解除时间", Value: when(c.Lifted), Wide: true},
	)
	t := office.Table{Columns: []office.Column{
		{Title: "步骤", Weight: 1.6, Align: office.Center}, {Title: "内容", Weight: 4.4}, {Title: "办理人", Weight: 1.1, Align: office.Center}, {Title: "时间", Weight: 1.5, Align: office.Center},
	}}
	var own []Step
	for _, s := range steps {
		if s.ID != c.ID && s.Detail.Of != c.ID {
			continue
		}
		own = append(own, s)
		t.Rows = append(t.Rows, []office.Cell{{Text: stepWords[s.Kind]}, {Text: s.words(true)}, {Text: s.Name}, {Text: paper.Minute(s.At)}})
	}
	f.Sections = append(f.Sections, office.Heading{Text: "处置过程"}, t)
	f.Signatures = []office.Signature{signature("经办人", own, StepContained), signature("主要负责人（解除）", own, StepLifted)}
	return f
}

func when(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return paper.Minute(t)
}
