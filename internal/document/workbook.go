package document

import (
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
)

// column is a column of a sheet.
type column struct {
	title string
	width float64
}

// sheet is a sheet that is written row by row and spilled to disk when it grows.
// Texts are written as texts, whatever they begin with.
type sheet struct {
	stream *excelize.StreamWriter
	row    int
}

func newSheet(f *excelize.File, name string, columns []column) (*sheet, error) {
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
		head[i] = excelize.Cell{StyleID: bold, Value: c.title}
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, fmt.Errorf("size sheet %s: %w", name, err)
		}
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, fmt.Errorf("freeze sheet %s: %w", name, err)
	}
	s := &sheet{stream: w}
	return s, s.add(head...)
}

func (s *sheet) add(values ...any) error {
	s.row++
	at, err := excelize.CoordinatesToCellName(1, s.row)
	if err != nil {
		return err
	}
	return s.stream.SetRow(at, values)
}

var (
	dailyColumns = []column{
		{"日期", 12},
		{"场所", 16},
		{"班次", 10},
		{"版本", 6},
		{"环节", 14},
		{"风险点", 22},
		{"检查内容", 40},
		{"结果", 8},
		{"测得值", 10},
		{"单位", 8},
		{"情况", 30},
		{"已采取措施", 30},
		{"等级", 8},
		{"批量作答", 10},
		{"照片数", 8},
		{"检查人", 10},
		{"设备提交时间", 18},
		{"服务器收到", 18},
		{"送达", 10},
		{"补录原因", 20},
	}
	hazardColumns = []column{{"发现日期", 12}, {"场所", 16}, {"等级", 8}, {"隐患", 40}, {"状态", 10}, {"登记人", 10}, {"登记时间", 18}, {"整改期限", 18}, {"销号时间", 18}, {"编号", 38}}
	dutyColumns   = []column{{"应履行日", 12}, {"事项", 40}, {"岗位", 14}, {"开始", 18}, {"截止", 18}, {"状态", 12}, {"完成时间", 18}, {"送达", 10}, {"免除原因", 14}}

	verdictWords = map[string]string{"pass": "符合", "fail": "不符合", "na": "不适用"}
	bulkWords    = map[string]string{"rest_pass": "其余均符合", "no_batch": "今日未进货/未生产"} //nolint:gosec // G101: "pass" is a verdict
	lateWords    = map[string]string{"on_time": "按时", "arrived_late": "迟到送达", "backfilled": "补录"}
	hazardWords  = map[string]string{"found": "已发现", "measured": "已管控", "planned": "已制定方案", "rectified": "已整改", "verified": "已复核", "closed": "已销号"}
	dutyWords    = map[obligation.State]string{obligation.Coming: "未开始", obligation.Open: "待办", obligation.Done: "已完成", obligation.Excused: "不需履行", obligation.Missed: "逾期未完成"}
	kindWords    = map[string]string{obligation.KindDaily: "日管控检查", obligation.KindWeekly: "周排查治理报告", obligation.KindMonthly: "月调度会议", obligation.KindHazard: "隐患整改"}
	excuseWords  = map[string]string{"production_stop": "停产", "business_stop": "停业", "holiday": "放假", "authority": "监管人员免除", "outage": "系统故障"}
)

// workbook writes the rows of the days: every answer of every check as it stands
// now, the hazards, and what was to be done with its state.
func (m *maker) workbook(ctx context.Context, out io.Writer) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	total := m.span.To.Sub(m.span.From) + 1
	checks, err := newSheet(f, "每日检查", dailyColumns)
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
	hazards, err := newSheet(f, "隐患", hazardColumns)
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
	duties, err := newSheet(f, "应履行事项", dutyColumns)
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
	if err := errors.Join(duties.stream.Flush(), f.DeleteSheet("Sheet1")); err != nil {
		return err
	}
	if err := f.Write(out); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// answers writes a record's latest version, a row an answer.
func answers(s *sheet, d api.Daily) error {
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
