package hazard

import (
	"context"
	"fmt"
	"maps"
	"slices"
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
		p, err := s.printer(tx)
		if err != nil {
			return err
		}
		k := p.key(h)
		k.Format = in.Format
		out, err = s.papers.Print(tx, k, TitleForm+" "+string(h.Day), func() (office.Form, error) { return s.form(tx, p, h) })
		return err
	})
	return out, err
}

// printer is for whom papers are printed, with what is read once for all of them.
type printer struct {
	reader
	owner api.Enterprise
}

func (s *Service) printer(tx *db.Tx) (p printer, err error) {
	if p.owner, err = s.enterprises.Archive(tx); err != nil {
		return p, fmt.Errorf("read archive: %w", err)
	}
	p.reader, err = s.reader(tx)
	return p, err
}

// key changes with every step, and with who reads the paper.
func (p printer) key(h hazardRow) paper.Key {
	return paper.Key{Noun: "hazard", Subject: h.ID, Edition: strconv.Itoa(h.Steps) + p.edition()}
}

// edition marks what an agency is given: it leaves causes and plans out.
func (p printer) edition() string {
	if p.own() {
		return ""
	}
	return "-authority"
}

// form lays out 《风险隐患整改单》.
func (s *Service) form(tx *db.Tx, p printer, h hazardRow) (office.Form, error) {
	steps, err := stepsOf(tx, h.ID)
	if err != nil {
		return office.Form{}, err
	}
	f := p.lay(h, steps)
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
func (p printer) lay(h hazardRow, steps []Step) office.Form {
	last := steps[len(steps)-1]
	f := office.Form{Title: TitleForm, Number: "编号：" + number("YHZG", h.Day, h.ID), At: last.At, Head: paper.Head(p.owner)}
	f.Head = append(f.Head,
		office.Pair{Label: "发现日期", Value: paper.Day(h.Day)},
		office.Pair{Label: "来源", Value: strings.TrimSpace(sourceWords[h.Source] + " " + h.SourceNumber)},
		office.Pair{Label: "场所", Value: p.sites[h.SiteID]},
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
	due, state := office.Pair{Label: "整改期限", Value: paper.Day(clock.DayOf(h.DueAt))}, office.Pair{Label: "目前状态", Value: stateWords[h.State]}
	if p.whole(h) {
		f.Head = append(f.Head, office.Pair{Label: "整改责任人", Value: h.OwnerName}, due, office.Pair{Label: "原因类别", Value: causeWords[h.Cause]}, state)
	} else {
		f.Head = append(f.Head, due, state)
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.7, Align: office.Center},
		{Title: "步骤", Weight: 1.5, Align: office.Center},
		{Title: "内容", Weight: 4.4},
		{Title: "办理人", Weight: 1.1, Align: office.Center},
		{Title: "时间", Weight: 1.5, Align: office.Center},
	}}
	for _, s := range steps {
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(s.Number)}, {Text: stepWords[s.Kind]}, {Text: s.words(p.whole(h))}, {Text: s.Name}, {Text: paper.Minute(s.At)}})
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

// said are the words of a step that stay with the enterprise where it found the
// hazard by itself: causes, plans, whom they name.
func (st Step) said() []string {
	var parts []string
	if d := st.Detail; d.Cause != "" {
		parts = append(parts, strings.TrimSuffix("原因（"+causeWords[d.Cause]+"）："+d.CauseNote, "："))
	}
	switch st.Kind {
	case StepPlanned:
		return append(parts, "方案："+st.Note, "责任人："+st.AboutName)
	case StepReported:
		return append(parts, st.Note, "上报给："+st.AboutName)
	case StepAssigned:
		return append(parts, st.Note, "接替人员："+st.AboutName)
	default:
		return append(parts, st.Note)
	}
}

// words are the step as the paper says it.
func (st Step) words(whole bool) string {
	parts := []string{"（文字由企业内部保存）"}
	if !st.hidden(whole) {
		parts = st.said()
	}
	d := st.Detail
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

// Leaves are the papers of 附件3 item 2.4 for a range of days: the register,
// then each hazard found in it. An agency is given them without the causes and
// plans of what the enterprise found by itself.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	rows, err := foundBetween(tx, from, to, mostListed)
	if err != nil {
		return err
	}
	p, err := s.printer(tx)
	if err != nil {
		return err
	}
	register := paper.Leaf{Item: "2.4", Name: registerFile(from, to), Key: p.registerKey(tx, rows, from, to), Lay: func() (office.Form, error) {
		return p.layRegister(rows, from, to, tx.Now()), nil
	}}
	if err := each(register); err != nil {
		return err
	}
	for _, h := range rows {
		name := fmt.Sprintf("%s %s %s", TitleForm, h.Day, strings.ToUpper(string(h.ID[len(h.ID)-6:])))
		if err := each(paper.Leaf{Item: "2.4", Name: name, Key: p.key(h), Lay: func() (office.Form, error) { return s.form(tx, p, h) }}); err != nil {
			return err
		}
	}
	return nil
}
