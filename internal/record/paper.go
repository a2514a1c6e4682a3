package record

import (
	"context"
	"encoding/base64"
	"fmt"
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

// Title is the paper's name in Orders 75 and 76.
const Title = "每日工业产品质量安全检查记录"

// Paper returns the paper of the record's latest version.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.ReadDailyPaperInput) (*api.Blob, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.Blob
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.PaperOf(tx, record, in.Format)
		return err
	})
	return out, err
}

// PaperOf makes the paper once and keeps it; what was printed yesterday is
// printed again tomorrow, byte for byte.
func (s *Service) PaperOf(tx *db.Tx, record id.ID, format string) (*api.Blob, error) {
	d, err := s.Whole(tx, record)
	if err != nil {
		return nil, err
	}
	key := key(d)
	key.Format = format
	return s.papers.Print(tx, key, fileName(d), func() (office.Form, error) { return s.lay(tx, d) })
}

// Leaves gives the papers of the days in their order, for a pack: they answer
// item 2.1.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	return s.Each(tx, from, to, func(d api.Daily) error {
		return each(paper.Leaf{Item: "2.1", Name: fileName(d), Key: key(d), Lay: func() (office.Form, error) { return s.lay(tx, d) }})
	})
}

// Each hands over the records of the days, one whole record at a time, the
// oldest first.
func (s *Service) Each(tx *db.Tx, from, to clock.Day, each func(api.Daily) error) error {
	for ; from <= to; from = from.Add(1) {
		records, err := s.Between(tx, from, from)
		if err != nil {
			return err
		}
		for _, r := range slices.Backward(records) {
			d, err := s.Whole(tx, id.ID(r.ID))
			if err != nil {
				return err
			}
			if err := each(d); err != nil {
				return err
			}
		}
	}
	return nil
}

// key changes with every version and review.
func key(d api.Daily) paper.Key {
	return paper.Key{Noun: "daily", Subject: id.ID(d.ID), Edition: fmt.Sprintf("v%d-%d", d.Version, len(d.Reviews))}
}

func fileName(d api.Daily) string {
	return strings.TrimSpace(fmt.Sprintf("日管控记录 %s %s %s", d.Day, d.SiteName, d.ShiftName))
}

func (s *Service) lay(tx *db.Tx, d api.Daily) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	return s.form(tx.Enterprise(), e, d), nil
}

// form lays the record out.
func (s *Service) form(owner id.ID, e api.Enterprise, d api.Daily) office.Form {
	latest := d.Versions[len(d.Versions)-1]
	b := latest.Body
	f := office.Form{
		Title: Title, Number: "编号：" + number(d), At: d.ReceivedAt,
		Head: append(paper.Head(e),
			office.Pair{Label: "检查日期", Value: paper.Weekday(clock.Day(d.Day))},
			office.Pair{Label: "场所 / 班次", Value: d.SiteName + " / " + d.ShiftName},
			office.Pair{Label: "清单版本", Value: fmt.Sprintf("第 %d 版", b.ListVersion)},
			office.Pair{Label: "质量安全员", Value: d.OfficerName},
			office.Pair{Label: "设备时间", Value: span(b.StartedAt, b.SubmittedAt)},
			office.Pair{Label: "服务器收到", Value: paper.Minute(d.ReceivedAt) + lateWords[d.Lateness]},
		),
		Signatures: []office.Signature{
			paper.Signed("质量安全员", d.OfficerName, b.SubmittedAt, b.Declaration),
			{Label: "质量安全总监复核"},
		},
	}
	answers := answersTable(d.Items, b.Answers)
	answers.Rows = append(answers.Rows, []office.Cell{{Text: "结论"}, {Text: conclusion(d), Bold: true}})
	f.Sections = append(f.Sections, answers)
	if b.Declaration.Text != "" {
		f.Sections = append(f.Sections, office.Paragraph{Text: "声明：" + b.Declaration.Text})
	}
	if b.Reason != "" {
		f.Sections = append(f.Sections, office.Paragraph{Text: "补录原因：" + b.Reason})
	}
	for _, v := range d.Versions[1:] {
		f.Sections = append(f.Sections, office.Paragraph{Text: fmt.Sprintf("更正（第 %d 版，%s，%s）：%s。更正前的版本同时保存。", v.Version, paper.Minute(v.ReceivedAt), v.OfficerName, v.Why)})
	}
	if n := len(d.Reviews); n > 0 {
		r := d.Reviews[n-1]
		f.Signatures[1] = office.Signature{Label: "复核", Name: r.Name, At: paper.Minute(r.At)}
		f.Sections = append(f.Sections, office.Paragraph{Text: "复核意见：" + opinions[r.Opinion] + strings.TrimSuffix("。"+r.Note, "。")})
	}
	code := Code(owner, id.ID(d.ID), d.Version, d.BodyHash)
	f.QR = &office.QR{URL: s.papers.Address(code), Caption: "扫码核验"}
	f.Footer = fmt.Sprintf("证据链第 %d 条 · 正文摘要 SHA-256 %s", d.Link.Seq, d.BodyHash)
	return f
}

var (
	lateWords = map[string]string{OnTime: "", ArrivedLate: "（迟到送达）", Backfilled: "（补录）"}
	opinions  = map[string]string{"accepted": "同意", "correction_requested": "要求更正"}
)

func answersTable(items []api.RiskItem, answers []api.Answer) office.Table {
	given := make(map[string]api.Answer, len(answers))
	for _, a := range answers {
		given[a.Item] = a
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.85, Align: office.Center},
		{Title: "风险点及检查内容", Weight: 5},
		{Title: "结果", Weight: 0.8, Align: office.Center},
		{Title: "情况及处置", Weight: 3},
	}}
	step, n := "", 0
	for _, i := range bySteps(items) {
		if i.Step != step {
			step = i.Step
			t.Rows = append(t.Rows, []office.Cell{{Text: step, Bold: true}})
		}
		n++
		a := given[i.ID]
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(n)}, {Text: i.Risk + "：" + i.Measure}, {Mark: marks[a.Verdict]}, {Text: remark(i, a)}})
	}
	return t
}

var marks = map[string]office.Mark{"pass": office.Tick, "fail": office.Cross, "na": office.Slash}

// bySteps keeps the list's order and brings items of one step together.
func bySteps(items []api.RiskItem) []api.RiskItem {
	order := map[string]int{}
	for _, i := range items {
		if _, ok := order[i.Step]; !ok {
			order[i.Step] = len(order)
		}
	}
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b api.RiskItem) int { return order[a.Step] - order[b.Step] })
	return sorted
}

func remark(i api.RiskItem, a api.Answer) string {
	var parts []string
	if a.Value != nil && i.Measured != nil {
		parts = append(parts, "测得 "+strconv.FormatFloat(*a.Value, 'f', -1, 64)+" "+i.Measured.Unit)
	}
	if a.Verdict == "fail" {
		parts = append(parts, "【"+paper.Severity(a.Severity)+"】"+a.Note)
		if a.Measure != "" {
			parts = append(parts, "已采取措施："+a.Measure)
		}
		if n := len(a.Photos); n > 0 {
			parts = append(parts, fmt.Sprintf("照片 %d 张", n))
		}
	}
	switch a.Bulk {
	case "no_batch":
		parts = append(parts, "今日未进货/未生产（批量作答）")
	case "rest_pass":
		parts = append(parts, "批量作答")
	}
	return strings.Join(parts, "；")
}

func conclusion(d api.Daily) string {
	counts := fmt.Sprintf("（符合 %d 项，不符合 %d 项，不适用 %d 项）", d.Passed, d.Failed, d.NotApplicable)
	if d.Outcome == ZeroRisk {
		return "零风险报告：经检查，未发现质量安全风险隐患" + counts
	}
	return fmt.Sprintf("发现质量安全风险隐患 %d 条，已转入隐患整改", d.Failed) + counts
}

func number(d api.Daily) string {
	return "RGK-" + strings.ReplaceAll(d.Day, "-", "") + "-" + strings.ToUpper(d.ID[len(d.ID)-6:]) + "-" + strconv.Itoa(d.Version)
}

// span is from one minute to another, the day said once if it is one.
func span(from, to time.Time) string {
	if clock.DayOf(from) == clock.DayOf(to) {
		return paper.Minute(from) + "–" + to.In(clock.Shanghai).Format("15:04")
	}
	return paper.Minute(from) + " 至 " + paper.Minute(to)
}

// codeHash is how many bytes of the body's digest a code carries: who knows the
// code has seen the paper.
const codeHash = 8

// Code is what the paper's QR code says: enterprise, record, version and the
// beginning of the body's digest (hex).
func Code(enterprise, record id.ID, version int, bodyHash string) string {
	b := append(enterprise.Bytes(), record.Bytes()...)
	b = append(b, byte(version))
	for i := range codeHash {
		n, _ := strconv.ParseUint(bodyHash[2*i:2*i+2], 16, 8) // our own hex
		b = append(b, byte(n))
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// Verify says what a paper's code stands for, to anybody, without personal data.
func (s *Service) Verify(ctx context.Context, g access.Grant, in *api.VerifyPaperInput) (*api.VerifyPaperOutput, error) {
	b, err := base64.RawURLEncoding.DecodeString(in.Code)
	if err != nil || len(b) != 16+16+1+codeHash {
		return nil, paper.ErrCode
	}
	enterprise, record, version := id.FromBytes(b[:16]), id.FromBytes(b[16:32]), int(b[32])
	out := &api.VerifyPaperOutput{}
	err = s.db.Read(ctx, g.Bearer(enterprise), func(tx *db.Tx) error {
		versions, err := versionsOf(tx, record)
		if err != nil {
			return paper.ErrCode
		}
		if version < 1 || version > len(versions) {
			return paper.ErrCode
		}
		v, last := versions[version-1], versions[len(versions)-1]
		if string(v.BodyHash[:codeHash]) != string(b[33:]) {
			return paper.ErrCode
		}
		e, err := s.enterprises.Archive(tx)
		if err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		hash, err := s.ledger.HashOf(tx, v.FactSeq)
		if err != nil {
			return err
		}
		o := &out.Body
		o.Verdict, o.Paper, o.EnterpriseName, o.Day = "genuine", Title, e.Name, string(v.Day)
		o.Version, o.LatestVersion, o.Lateness = v.Version, last.Version, v.Lateness
		o.ReceivedAt = v.ReceivedAt.UTC().Format(time.RFC3339)
		o.BodyHash, o.LinkHash, o.Seq = hexOf(v.BodyHash), hash.String(), v.FactSeq
		if last.Version > v.Version {
			o.Verdict = "superseded"
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
