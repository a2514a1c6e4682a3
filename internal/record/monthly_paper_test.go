package record

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/office"
)

var update = flag.Bool("update", false, "write the golden files anew; with -keep=DIR the PDFs too")

var keep = flag.String("keep", "", "where to leave the PDFs")

// sample is a month with something of everything.
func sample() (api.Enterprise, api.Monthly) {
	var e api.Enterprise
	e.Name, e.SizeGrade, e.Identifier = "示例五金店（虚构）", "C", api.Identifier{Kind: "uscc", Value: "91310000MA1K00000X"}
	at := time.Date(2026, 11, 30, 4, 0, 0, 0, time.UTC)
	w := api.Monthly{
		Number: "YDD-202611-ABCDEF", SignedName: "示例甲", SignedPosts: []string{"principal"},
		Names: map[string]string{"a": "示例甲", "b": "示例乙", "c": "示例丙"},
		Invited: []api.MonthlyPerson{
			{Account: "a", Name: "示例甲", Posts: []string{"principal"}},
			{Account: "b", Name: "示例乙", Posts: []string{"director"}, Attended: &at},
			{Account: "c", Name: "示例丙", Posts: []string{"officer"}},
			{Account: "d", Name: "示例丁", Posts: []string{"officer"}},
		},
		Attendance: []api.Attendee{{Account: "b", Way: "own"}, {Account: "c", Way: "hand"}, {Account: "d", Way: "absent", Why: "外出送货"}},
		Versions: []api.MonthlyVersion{
			{Version: 1, SignedName: "示例甲", SignedAt: at},
			{Version: 2, SignedName: "示例甲", SignedAt: at.Add(time.Hour), Why: "地点写错", Words: api.MonthlyWords{
				HeldAt: at.Add(-2 * time.Hour), Place: "二楼会议室", Mode: "site", Recorder: "c", Heard: "b",
				Reported: "本月检查按时完成，重点整治插座标签问题；一批插座建议停售，等待答复。", Changes: "11月21日区局抽检插座1批次，结果未出",
				Focus: "清查插座库存，逐个核对CCC证书状态。", Resources: "增购一台扫码枪，500元以内。",
			}},
		},
		Resolutions: []api.Resolution{{ResolutionFields: api.ResolutionFields{What: "核对全部插座的CCC证书状态", Due: "2026-12-10"}, OwnerName: "示例丙"}},
		Figures: api.MonthlyFigures{
			From: "2026-11-01", To: "2026-11-29",
			Checks: api.Counts{Due: 28, ZeroRisk: 21, Hazards: 3, ArrivedLate: 1, Backfilled: 1, Excused: 2, Missed: 1, Open: 1},
			Weeks:  []api.MonthlyWeek{{Week: "2026-W45", State: "done"}, {Week: "2026-W46", State: "late"}, {Week: "2026-W47", State: "missed"}},
			Hazards: api.MonthlyHazards{
				Found: 3, Closed: 2, Open: 2, Overdue: 1, Major: 1, Repeats: []api.Tally{{Code: "S013", N: 2}},
				Causes: []api.Tally{{Code: "method", N: 2}}, Sources: []api.Tally{{Code: "check", N: 2}, {Code: "complaint", N: 1}},
			},
			Resolutions: []api.MonthlyOutcome{{What: "更换过期灭火器", Due: "2026-11-15", State: "done", Note: "已更换两具"}, {What: "补办台账", Due: "2026-11-20", State: "overdue"}},
			Advices: []api.MonthlyAdvice{
				{Number: "FJ-20261118-ABCDEF", Kind: "stop", Text: "五孔插座（虚构）：接地极接触不良", RaisedBy: "c", State: "waiting", Overdue: true},
				{Number: "YJ-20261103-FEDCBA", Kind: "opinion", Text: "每周抽查一次进货台账", RaisedBy: "b", State: "answered", Outcome: "partly", Reason: "人手不足，改为每两周一次", Measures: "自12月起执行"},
			},
			AdviceCount: 2, Answered: 1,
			Events: []api.MonthlyHappening{{Kind: "list", Day: "2026-11-09", Text: "批准风险管控清单第 2 版，共 8 项"}, {Kind: "appointed", Day: "2026-11-10", Text: "质量安全员", Account: "c"}},
		},
	}
	w.Month = "2026-11"
	return e, w
}

// written is a form as text.
func written(f office.Form) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", f.Title, f.Number)
	for _, p := range f.Head {
		fmt.Fprintf(&b, "%s：%s\n", p.Label, p.Value)
	}
	for _, s := range f.Sections {
		switch s := s.(type) {
		case office.Heading:
			fmt.Fprintf(&b, "\n%s\n", s.Text)
		case office.Paragraph:
			fmt.Fprintf(&b, "%s\n", s.Text)
		case office.Table:
			for _, c := range s.Columns {
				fmt.Fprintf(&b, "| %s ", c.Title)
			}
			b.WriteString("|\n")
			for _, r := range s.Rows {
				for _, c := range r {
					fmt.Fprintf(&b, "| %s ", strings.ReplaceAll(c.Text, "\n", "↵"))
				}
				b.WriteString("|\n")
			}
		}
	}
	for _, s := range f.Signatures {
		fmt.Fprintf(&b, "%s：%s %s\n", s.Label, s.Name, s.At)
	}
	return b.String()
}

func TestMinutesAsPrinted(t *testing.T) {
	t.Parallel()
	for name, authority := range map[string]bool{"minutes": false, "minutes_for_authority": true} {
		e, w := sample()
		if authority {
			w = ForAuthority(w)
		}
		form := layMonth(e, w, "a", map[string][]api.Stroke{"a": {{100, 100, 400, 300}}, "c": {{200, 100, 500, 300}}}, authority)
		got := written(form)
		golden := "testdata/" + name + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if *keep != "" {
			made, err := office.PDF(form)
			if err == nil {
				err = os.WriteFile(*keep+"/"+name+".pdf", made.PDF, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, secret := range []string{"接触不良", "人手不足", "原因分析"} {
			if authority && strings.Contains(got, secret) {
				t.Errorf("the authority's paper says %s", secret)
			}
		}
	}
}
