package document

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/sheet"
)

// tab is a sheet of the workbook that is written row by row and spilled to disk when it grows.
// Texts are written as texts, whatever they begin with.
type tab struct {
	stream *excelize.StreamWriter
	row    int
}

func newTab(f *excelize.File, name string, columns []sheet.Column) (*tab, error) {
	if _, err := f.NewSheet(name); err != nil {
		return nil, fmt.Errorf("make sheet %s: %w", name, err)
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, fmt.Errorf("open sheet %s: %w", name, err)
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("style sheet %s: %w", name, err)
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c.Title}
		if err := w.SetColWidth(i+1, i+1, cmp.Or(c.Width, usualWidth)); err != nil {
			return nil, fmt.Errorf("size sheet %s: %w", name, err)
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, fmt.Errorf("freeze sheet %s: %w", name, err)
	}
	s := &tab{stream: w}
	return s, s.add(head...)
}

func (s *tab) add(values ...any) error {
	s.row++
	at, err := excelize.CoordinatesToCellName(1, s.row)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, values)
}

// The pack's own sheets; behind them stand the tables of the nouns.
const (
	tabChecks  = "每日检查"
	tabHazards = "隐患"
	tabDuties  = "应履行事项"
)

// tabs are the names of all sheets in their order.
func (s *Service) tabs() []string {
	all := []string{tabChecks, tabHazards, tabDuties}
	for _, t := range s.on.Tables {
		all = append(all, t.Title)
	}
	return all
}

// usualWidth is that of a column that names none, in characters.
const usualWidth = 14

var (
	dailyColumns = []sheet.Column{
		{Title: "日期", Width: 12},
		{Title: "场所", Width: 16},
		{Title: "班次", Width: 10},
		{Title: "版本", Width: 6},
		{Title: "环节", Width: 14},
		{Title: "风险点", Width: 22},
		{Title: "检查内容", Width: 40},
		{Title: "结果", Width: 8},
		{Title: "测得值", Width: 10},
		{Title: "单位", Width: 8},
		{Title: "情况", Width: 30},
		{Title: "已采取措施", Width: 30},
		{Title: "等级", Width: 8},
		{Title: "批量作答", Width: 10},
		{Title: "照片数", Width: 8},
		{Title: "检查人", Width: 10},
		{Title: "设备提交时间", Width: 18},
		{Title: "服务器收到", Width: 18},
		{Title: "送达", Width: 10},
		{Title: "补录原因", Width: 20},
	}
	hazardColumns = []sheet.Column{{Title: "发现日期", Width: 12}, {Title: "场所", Width: 16}, {Title: "等级", Width: 8}, {Title: "隐患", Width: 40}, {Title: "状态", Width: 10}, {Title: "登记人", Width: 10}, {Title: "登记时间", Width: 18}, {Title: "整改期限", Width: 18}, {Title: "销号时间", Width: 18}, {Title: "编号", Width: 38}}
	dutyColumns   = []sheet.Column{{Title: "应履行日", Width: 12}, {Title: "事项", Width: 40}, {Title: "岗位", Width: 14}, {Title: "开始", Width: 18}, {Title: "截止", Width: 18}, {Title: "状态", Width: 12}, {Title: "完成时间", Width: 18}, {Title: "送达", Width: 10}, {Title: "免除原因", Width: 14}}

	verdictWords = map[string]string{"pass": "符合", "fail": "不符合", "na": "不适用"}
	bulkWords    = map[string]string{"rest_pass": "其余均符合", "no_batch": "今日未进货/未生产"} //nolint:gosec // G101: "pass" is a verdict
	lateWords    = map[string]string{"on_time": "按时", "arrived_late": "迟到送达", "backfilled": "补录"}
	hazardWords  = map[string]string{"found": "已发现", "measured": "已管控", "planned": "已制定方案", "rectified": "已整改", "verified": "已复核", "closed": "已销号"}
	dutyWords    = map[obligation.State]string{obligation.Coming: "未开始", obligation.Open: "待办", obligation.Done: "已完成", obligation.Excused: "不需履行", obligation.Missed: "逾期未完成"}
	kindWords    = map[string]string{obligation.KindDaily: "日管控检查", obligation.KindWeekly: "周排查治理报告", obligation.KindMonthly: "月调度会议", obligation.KindHazard: "隐患整改"}
	excuseWords  = map[string]string{"production_stop": "停产", "business_stop": "停业", "holiday": "放假", "authority": "监管人员免除", "outage": "系统故障"}
)

// workbook writes the rows of the days: every answer of every check as it stands
// now, the hazards, what was to be done with its state, and the tables of goods,
// certificates and training.
func (m *maker) workbook(ctx context.Context, out io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	total := m.span.To.Sub(m.span.From) + 1
	checks, err := newTab(f, tabChecks, dailyColumns)
	if err != nil {
		return err
	}
	// A month at a time, so that no transaction lasts.
	for from := m.span.From; from <= m.span.To; from = from.Add(31) {
		if err := m.run.Progress(stageData, from.Sub(m.span.From), total); err != nil {
			return err
		}
		to := min(from.Add(30), m.span.To)
		err := m.run.Read(ctx, func(tx *db.Tx) error {
			return m.on.Dailies.Each(tx, from, to, func(d api.Daily) error { return answers(checks, d) })
		})
		if err != nil {
			return err
		}
	}
	if err := checks.stream.Flush(); err != nil {
		return err
	}
	hazards, err := newTab(f, tabHazards, hazardColumns)
	if err != nil {
		return err
	}
	err = m.run.Read(ctx, func(tx *db.Tx) error {
		all, err := m.on.Hazards.Between(tx, m.span.From, m.span.To)
		for _, h := range all {
			row := []any{
				h.Day, h.SiteName, paper.Severity(h.Severity), h.Description, hazardWords[h.State], h.OpenedName,
				paper.Minute(h.OpenedAt), paper.Minute(h.Due), optional(h.ClosedAt), h.ID,
			}
			err = errors.Join(err, hazards.add(row...))
		}
		return err
	})
	if err := errors.Join(err, hazards.stream.Flush()); err != nil {
		return err
	}
	duties, err := newTab(f, tabDuties, dutyColumns)
	if err != nil {
		return err
	}
	for from := m.span.From; from <= m.span.To; from = from.Add(31) {
		err := m.run.Read(ctx, func(tx *db.Tx) error {
			all, err := m.on.Duties.Between(tx, from, min(from.Add(30), m.span.To))
			for _, o := range all {
				err = errors.Join(err, duties.add(m.duty(o, tx.Now())...))
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	if err := duties.stream.Flush(); err != nil {
		return err
	}
	for _, t := range m.on.Tables {
		if err := m.table(ctx, f, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Title, err)
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	if err := f.Write(out); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// table writes a table of a noun as it is exported; without rows it stands with
// its heading.
func (m *maker) table(ctx context.Context, f *excelize.File, t Table) error {
	to, err := newTab(f, t.Title, t.Columns)
	if err != nil {
		return err
	}
	days := m.span.To.Sub(m.span.From) + 1
	err = m.run.Read(ctx, func(tx *db.Tx) error {
		return t.Rows(tx, m.span.From, m.span.To, func(cells ...any) error {
			if to.row%500 == 0 {
				if err := m.run.Progress(stageData, days, days); err != nil {
					return err
				}
			}
			return to.add(cells...)
		})
	})
	return errors.Join(err, to.stream.Flush())
}

// answers writes a record's latest version, a row an answer.
func answers(s *tab, d api.Daily) error {
	items := make(map[string]api.RiskItem, len(d.Items))
	for _, i := range d.Items {
		items[i.ID] = i
	}
	body := d.Versions[len(d.Versions)-1].Body
	for _, a := range body.Answers {
		i := items[a.Item]
		var value, unit any
		if a.Value != nil {
			value = *a.Value
		}
		if i.Measured != nil {
			unit = i.Measured.Unit
		}
		severity := ""
		if a.Verdict == "fail" {
			severity = paper.Severity(a.Severity)
		}
		err := s.add(d.Day, d.SiteName, d.ShiftName, d.Version, i.Step, i.Risk, i.Measure, verdictWords[a.Verdict], value, unit,
			a.Note, a.Measure, severity, bulkWords[a.Bulk], len(a.Photos), d.OfficerName, paper.Minute(d.SubmittedAt), paper.Minute(d.ReceivedAt), lateWords[d.Lateness], body.Reason)
		if err != nil {
			return err
		}
	}
	return nil
}

func (m *maker) duty(o obligation.Obligation, now time.Time) []any {
	what := kindWords[o.Kind]
	if what == "" {
		what = o.Title
	}
	if !m.own {
		// What it is about may be advice, which an agency does not read in passing.
		what, _, _ = strings.Cut(what, "：")
	}
	done := ""
	if !o.Fulfilled.IsZero() {
		done = paper.Minute(o.Fulfilled)
	}
	return []any{
		string(o.Day), what, paper.Post(string(o.Post)), paper.Minute(o.Opens), paper.Minute(o.Due),
		dutyWords[o.State(now)], done, lateWords[o.Lateness], excuseWords[o.Excuse],
	}
}

func optional(t *time.Time) string {
	if t == nil {
		return ""
	}
	return paper.Minute(*t)
}
