package hazard

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// The names of the papers.
const (
	TitleForm        = "风险隐患整改单"
	TitleContainment = "停产停售封存召回处置单"
	TitleRegister    = "风险隐患台账"
)

// Titles name the papers of the sealed facts of hazards by the facts' kinds.
func Titles() map[string]string {
	all := map[string]string{}
	for k := range stepWords {
		all[k.fact()] = TitleForm
	}
	for _, k := range []Kind{StepContained, StepNotified, StepReceipted, StepProgress, StepLifted} {
		all[k.fact()] = TitleContainment
	}
	return all
}

// Paper prints a hazard with its whole course, or one of its containments.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.ReadHazardPaperInput) (*api.Blob, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		h, err := findHazard(tx, hazard)
		if err != nil {
			return err
		}
		if in.Containment != "" {
			out, err = s.printContainment(tx, h, id.ID(in.Containment), in.Format)
			return err
		}
		k := paper.Key{Noun: "hazard", Subject: h.ID, Edition: strconv.Itoa(h.Steps), Format: in.Format}
		out, err = s.papers.Print(tx, k, TitleForm+" "+string(h.Day), func() (office.Form, error) { return s.form(tx, h) })
		return err
	})
	return out, err
}

// form lays out 《风险隐患整改单》.
func (s *Service) form(tx *db.Tx, h hazardRow) (office.Form, error) {
	owner, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	all, err := stepsOf(tx, h.ID)
	if err != nil {
		return office.Form{}, err
	}
	entries, err := s.entries(tx, []hazardRow{h})
	if err != nil {
		return office.Form{}, err
	}
	steps := all[h.ID]
	f := lay(owner, h, entries[0].SiteName, steps)
	shown := []struct {
		title, sha string
	}{{"整改前", h.PhotoBefore}, {"整改后", h.PhotoAfter}}
	var pictures []office.Picture
	for _, one := range shown {
		if one.sha == "" {
			continue
		}
		data, _, err := s.photos.Open(tx, one.sha)
		if err != nil {
			return office.Form{}, fmt.Errorf("open photo %s: %w", one.sha, err)
		}
		pictures = append(pictures, office.Picture{Data: data, Caption: one.title})
	}
	if len(pictures) > 0 {
		f.Sections = append(f.Sections, office.Heading{Text: "整改前后照片"}, office.Images{Pictures: pictures})
	}
	return f, s.stamp(tx, &f, h.ID)
}

// stamp puts the code of the hazard's latest fact on the form.
func (s *Service) stamp(tx *db.Tx, f *office.Form, hazard id.ID) error {
	l, ok, err := s.ledger.LatestOf(tx, hazard, slices.Collect(maps.Keys(Titles()))...)
	if err != nil || !ok {
		return err
	}
	return s.papers.Stamp(tx, f, l.Seq)
}

func number(prefix string, day clock.Day, of id.ID) string {
	return prefix + "-" + strings.ReplaceAll(string(day), "-", "") + "-" + strings.ToUpper(string(of[len(of)-6:]))
}

// lay writes the form without its photos.
func lay(owner api.Enterprise, h hazardRow, site string, steps []Step) office.Form {
	last := steps[len(steps)-1]
	f := office.Form{Title: TitleForm, Number: "编号：" + number("YHZG", h.Day, h.ID), At: last.At, Head: paper.Head(owner)}
	f.Head = append(f.Head,
		office.Pair{Label: "发现日期", Value: paper.Day(h.Day)},
		office.Pair{Label: "来源", Value: strings.TrimSpace(sourceWords[h.Source] + " " + h.SourceNumber)},
		office.Pair{Label: "场所", Value: site},
		office.Pair{Label: "隐患等级", Value: paper.Severity(h.Severity)},
		office.Pair{Label: "风险隐患", Value: h.Description, Wide: true},
	)
	if h.Batch != "" {
		f.Head = append(f.Head, office.Pair{Label: "产品及批次", Value: h.Batch, Wide: true})
	}
	if h.AgencyID != id.Nil {
		f.Head = append(f.Head,
			office.Pair{Label: "责令机关", Value: h.AgencyName}, office.Pair{Label: "监管人员", Value: h.OfficerName},
			office.Pair{Label: "法律依据", Value: h.Basis, Wide: true})
	}
	if h.RecurrenceOf != id.Nil {
		f.Head = append(f.Head, office.Pair{Label: "重复发生", Value: fmt.Sprintf("同一风险点销号后 %d 天内第 %d 次再次发生", recurs, h.Recurrences), Wide: true})
	}
	f.Head = append(f.Head,
		office.Pair{Label: "整改责任人", Value: h.OwnerName},
		office.Pair{Label: "整改期限", Value: paper.Day(clock.DayOf(h.DueAt))},
		office.Pair{Label: "原因类别", Value: causeWords[h.Cause]},
		office.Pair{Label: "目前状态", Value: stateWords[h.State]},
	)
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.7, Align: office.Center},
		{Title: "步骤", Weight: 1.5, Align: office.Center},
		{Title: "内容", Weight: 4.4},
		{Title: "办理人", Weight: 1.1, Align: office.Center},
		{Title: "时间", Weight: 1.5, Align: office.Center},
	}}
	for _, s := range steps {
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(s.Number)}, {Text: stepWords[s.Kind]}, {Text: s.words()}, {Text: s.Name}, {Text: paper.Minute(s.At)}})
	}
	f.Sections = append(f.Sections, office.Heading{Text: "办理过程"}, t)
	f.Signatures = []office.Signature{signature("整改人", steps, StepRectified), signature("复核人", steps, StepVerified), signature("销号人", steps, StepClosed)}
	return f
}

// signature is the place of who took the step last, or a place for a pen.
func signature(label string, steps []Step, kind Kind) office.Signature {
	for _, s := range slices.Backward(steps) {
		if s.Kind == kind {
			return office.Signature{Label: label, Name: s.Name, At: paper.Minute(s.At)}
		}
	}
	return office.Signature{Label: label}
}

// words are the step as the paper says it.
func (st Step) words() string {
	var parts []string
	d := st.Detail
	if d.Cause != "" {
		parts = append(parts, strings.TrimSuffix("原因（"+causeWords[d.Cause]+"）："+d.CauseNote, "："))
	}
	if st.Kind == StepPlanned {
		parts = append(parts, "方案："+st.Note, "责任人："+st.AboutName)
	} else {
		parts = append(parts, st.Note)
	}
	if st.Kind == StepReported {
		parts = append(parts, "上报给："+st.AboutName)
	}
	if st.Kind == StepAssigned {
		parts = append(parts, "接替人员："+st.AboutName)
	}
	if d.Due != "" {
		parts = append(parts, "期限："+paper.Day(d.Due))
	}
	if d.Act != nil {
		parts = append(parts, d.Act.words()+"："+d.Act.Product+"，批次 "+d.Act.Batch)
	}
	if d.Recalled != nil {
		parts = append(parts, "累计召回 "+amount(*d.Recalled))
	}
	if n := len(st.Photos); n > 0 {
		parts = append(parts, fmt.Sprintf("照片 %d 张", n))
	}
	if st.SelfVerified {
		parts = append(parts, "（一人担任全部岗位，本人复核）")
	}
	return strings.Join(parts, "\n")
}

func amount(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// printContainment prints 《停产停售封存召回处置单》.
func (s *Service) printContainment(tx *db.Tx, h hazardRow, act id.ID, format string) (*api.Blob, error) {
	all, err := stepsOf(tx, h.ID)
	if err != nil {
		return nil, err
	}
	steps := all[h.ID]
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
		t.Rows = append(t.Rows, []office.Cell{{Text: stepWords[s.Kind]}, {Text: s.words()}, {Text: s.Name}, {Text: paper.Minute(s.At)}})
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

// Register prints 《风险隐患台账》 of what was found in a range of days.
func (s *Service) Register(ctx context.Context, g access.Grant, in *api.ReadHazardRegisterInput) (*api.Blob, error) {
	from, to := clock.Day(in.From), clock.Day(in.To)
	if to.Before(from) || to.Sub(from) > 400 {
		return nil, ErrRange.At("query.to", "")
	}
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := foundBetween(tx, from, to, mostListed)
		if err != nil {
			return err
		}
		// The register changes with every step; the instant is part of what it says.
		steps := 0
		for _, r := range rows {
			steps += r.Steps
		}
		k := paper.Key{Noun: "hazard-register", Subject: tx.Enterprise(), Edition: fmt.Sprintf("%s-%s-%d-%d", from, to, len(rows), steps), Format: in.Format}
		out, err = s.papers.Print(tx, k, TitleRegister+" "+string(from)+"至"+string(to), func() (office.Form, error) { return s.register(tx, rows, from, to) })
		return err
	})
	return out, err
}

func (s *Service) register(tx *db.Tx, rows []hazardRow, from, to clock.Day) (office.Form, error) {
	owner, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	return layRegister(owner, rows, from, to, tx.Now()), nil
}

func layRegister(owner api.Enterprise, rows []hazardRow, from, to clock.Day, now time.Time) office.Form {
	f := office.Form{Title: TitleRegister, Subtitle: paper.Day(from) + " 至 " + paper.Day(to), At: now, Head: paper.Head(owner)}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.75, Align: office.Center},
		{Title: "发现日期", Weight: 1.6, Align: office.Center},
		{Title: "风险隐患", Weight: 3},
		{Title: "来源", Weight: 1.2, Align: office.Center},
		{Title: "等级", Weight: 0.9, Align: office.Center},
		{Title: "原因", Weight: 0.9, Align: office.Center},
		{Title: "责任人", Weight: 1.1, Align: office.Center},
		{Title: "期限", Weight: 1.6, Align: office.Center},
		{Title: "状态", Weight: 1.6, Align: office.Center},
	}}
	open, overdue := 0, 0
	for n, r := range rows {
		state := stateWords[r.State]
		switch {
		case r.ClosedAt != nil:
			state = "已销号 " + string(clock.DayOf(*r.ClosedAt))
		case r.DueAt.Before(now):
			open, overdue = open+1, overdue+1
			state += "（逾期）"
		default:
			open++
		}
		t.Rows = append(t.Rows, []office.Cell{
			{Text: strconv.Itoa(n + 1)},
			{Text: string(r.Day)},
			{Text: r.Description},
			{Text: sourceWords[r.Source]},
			{Text: paper.Severity(r.Severity)},
			{Text: causeWords[r.Cause]},
			{Text: r.OwnerName},
			{Text: string(clock.DayOf(r.DueAt))},
			{Text: state},
		})
	}
	if len(rows) == 0 {
		t.Rows = append(t.Rows, []office.Cell{{Text: "本期没有发现风险隐患。"}})
	}
	f.Sections = []office.Section{t, office.Paragraph{Text: fmt.Sprintf("共 %d 条，未销号 %d 条，其中逾期 %d 条（截至 %s）。", len(rows), open, overdue, paper.Minute(now))}}
	return f
}

// Leaves are the papers of 附件3 item 2.4 for a range of days: the register,
// then each hazard found in it.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	rows, err := foundBetween(tx, from, to, mostListed)
	if err != nil {
		return err
	}
	err = each(paper.Leaf{Item: "2.4", Name: TitleRegister + " " + string(from) + "至" + string(to), Lay: func() (office.Form, error) { return s.register(tx, rows, from, to) }})
	if err != nil {
		return err
	}
	for _, r := range rows {
		name := fmt.Sprintf("%s %s %s", TitleForm, r.Day, strings.ToUpper(string(r.ID[len(r.ID)-6:])))
		if err := each(paper.Leaf{Item: "2.4", Name: name, Lay: func() (office.Form, error) { return s.form(tx, r) }}); err != nil {
			return err
		}
	}
	return nil
}
