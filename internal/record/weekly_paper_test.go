package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/office"
)

// The paper says what was sealed, in the order of the form; testdata/weekly.txt
// is its text.
func TestWeeklyPaperSaysWhatWasSealed(t *testing.T) {
	t.Parallel()
	at := clock.Day("2026-11-30").At(570)
	due := clock.Day("2026-12-02").At(24*60 - 1)
	f := api.WeeklyFigures{
		From: "2026-11-23", To: "2026-11-29",
		Checks: []api.WeekDay{
			{Day: "2026-11-23", SiteName: "门店", Shift: "s", ShiftName: "白班", Column: ZeroRisk},
			{Day: "2026-11-24", SiteName: "门店", Shift: "s", ShiftName: "白班", Column: Hazards},
			{Day: "2026-11-25", SiteName: "门店", Shift: "s", ShiftName: "白班", Column: "missed"},
			{Day: "2026-11-26", SiteName: "门店", Shift: "s", ShiftName: "白班", Column: "missed"},
			{Day: "2026-11-27", SiteName: "门店", Shift: "s", ShiftName: "白班", Column: "excused", Excuse: "holiday"},
		},
		Hazards: []api.WeekHazard{
			{ID: "h1", Day: "2026-11-24", SiteName: "门店", Severity: "larger", Description: "三无插座上架", State: "measured", Due: due, Found: true, Open: true},
			{ID: "h2", Day: "2026-11-10", Severity: "general", Description: "标签脱落", State: "rectified", Due: clock.Day("2026-11-20").At(1439), Open: true, Overdue: true, Rectified: true},
		},
		Repeats: []api.WeekRepeat{{Description: "三无插座上架", Times: 3}}, Causes: []api.WeekCause{{Cause: "material", Count: 1}}, Unreviewed: []string{"r"},
	}
	f.Counts = count(f)
	sign := &api.WeeklySigned{
		ID: "01a20bb5-e600-7000-8000-0000000abcde", Version: 2, From: f.From, To: f.To, Cutoff: clock.Day("2026-11-30").Start(), Lateness: Backfilled, Reason: "总监出差",
		Name: "测试甲", Posts: []string{"principal", "director"}, At: at,
	}
	r := api.Weekly{
		WeeklyEntry: api.WeeklyEntry{Week: "2026-W48", First: "2026-11-23", Last: "2026-11-29", Sign: sign}, Figures: f,
		Content: api.WeeklyContent{
			Analysis: "进货查验不严。", Unsettled: "插座下架封存，联系供应商退货。", Focus: "抽查全部插座。",
			Missed:   []api.MissedCause{{Day: "2026-11-25", Shift: "s", Cause: "人员请假未交接"}},
			Findings: []api.WeeklyFinding{{ID: "f1", Description: "仓库通道堆放退货", Measure: "当场清理", Severity: "general", Follow: "occasional"}},
			Follow:   []api.Follow{{Hazard: "h1", Class: "breakthrough"}, {Hazard: "gone", Class: "long_term"}},
		},
		Versions: []api.WeeklyVersion{{Version: 1}, {Version: 2, At: at, Name: "测试甲", Why: "漏写处理情况"}},
	}
	e := api.Enterprise{EnterpriseHead: api.EnterpriseHead{Name: "测试五金店（虚构）", Identifier: api.Identifier{Kind: "uscc", Value: "91310000MA1FL00000"}}}
	got := text(layWeekly(e, r, api.Declaration{Text: "数字与记录一致。"}, true))
	golden := filepath.Join("testdata", "weekly.txt")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the paper (-want +got):\n%s", diff)
	}
	if area := text(layWeekly(e, r, api.Declaration{Text: "x"}, false)); strings.Contains(area, "人机料法环管") {
		t.Error("the authority's copy shows root causes")
	}
	if _, err := office.PDF(layWeekly(e, r, api.Declaration{Text: "x"}, true)); err != nil {
		t.Error(err)
	}
	if file := os.Getenv("ZHIZE_LOOK"); file != "" {
		p, _ := office.PDF(layWeekly(e, r, api.Declaration{Text: "数字与记录一致。"}, true))
		_ = os.WriteFile(file, p.PDF, 0o600)
	}
}

// text is what a form says, a line a cell's row.
func text(f office.Form) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.TrimSpace(strings.Join(parts, " | ")) + "\n") }
	line(f.Title)
	line(f.Number)
	for _, p := range f.Head {
		line(p.Label, p.Value)
	}
	for _, s := range f.Sections {
		switch s := s.(type) {
		case office.Heading:
			line("# " + s.Text)
		case office.Paragraph:
			line(s.Text)
		case office.Table:
			var head []string
			for _, c := range s.Columns {
				head = append(head, c.Title)
			}
			line(head...)
			for _, r := range s.Rows {
				var cells []string
				for _, c := range r {
					cells = append(cells, c.Text)
				}
				line(cells...)
			}
		}
	}
	for _, s := range f.Signatures {
		line(s.Label, s.Name, s.At)
	}
	return b.String()
}

func TestCoversEndsBeforeAnOpenDay(t *testing.T) {
	t.Parallel()
	day := func(day, state string) api.DayState { return api.DayState{Day: day, State: state} }
	checks := []api.DayState{day("2026-11-26", "done"), day("2026-11-27", "open"), day("2026-11-28", "coming")}
	friday, nextWeek := clock.Day("2026-11-27").At(600), clock.Day("2026-12-01").At(600)
	chained := &reach{to: "2026-11-20", cutoff: clock.Day("2026-11-20").At(900)}
	for name, c := range map[string]struct {
		earlier  *reach
		checks   []api.DayState
		at       time.Time
		from, to clock.Day
		since    time.Time
		cutoff   time.Time
		empty    bool
	}{
		"on Friday before the check": {nil, checks, friday, "2026-11-23", "2026-11-26", clock.Day("2026-11-23").Start(), friday, false},
		"on Friday after the check":  {nil, []api.DayState{day("2026-11-27", "done")}, friday, "2026-11-23", "2026-11-27", clock.Day("2026-11-23").Start(), friday, false},
		"after an earlier report":    {chained, checks, friday, "2026-11-21", "2026-11-26", chained.cutoff, friday, false},
		"after the week's end":       {nil, checks[:1], nextWeek, "2026-11-23", "2026-11-29", clock.Day("2026-11-23").Start(), clock.Day("2026-11-30").Start(), false},
		"with nothing but open ones": {nil, checks[1:], friday, "2026-11-23", "2026-11-26", clock.Day("2026-11-23").Start(), friday, true},
		"with nothing but excuses":   {nil, []api.DayState{day("2026-11-26", "excused")}, nextWeek, "2026-11-23", "2026-11-29", clock.Day("2026-11-23").Start(), clock.Day("2026-11-30").Start(), true},
	} {
		got := covers("2026-W48", c.earlier, c.checks, c.at)
		if got.from != c.from || got.to != c.to || !got.since.Equal(c.since) || !got.cutoff.Equal(c.cutoff) || got.empty != c.empty {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
