package exchange_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
)

func long(n int) string { return strings.Repeat("长", n) }

// importing are the tables that come in, by name.
func (w world) importing(t *testing.T) map[string]api.Table {
	t.Helper()
	out, err := w.List(t.Context(), w.As(t, access.Principal, "exchange.read"), &api.InEnterprise{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]api.Table{}
	for _, one := range out.Body.Items {
		if one.Import {
			all[one.Name] = one
		}
	}
	return all
}

func titles(one api.Table) []any {
	var all []any
	for _, c := range one.Columns {
		all = append(all, c.Title)
	}
	return all
}

// In a row in which every cell is wrong by itself every one is named, once.
func TestRowWhoseEveryCellIsWrong(t *testing.T) {
	t.Parallel()
	goods := []any{"昨天", "北门店", long(101), long(101), long(61), "三箱", long(11), long(101), long(101), "还行", long(501)}
	rows := map[string][]any{
		"sites":       {long(51), "商铺", long(201)},
		"products":    {long(101), "没有的类别", "3C", long(61), long(61)},
		"people":      {long(51), "乙", "138", "店长", "临时", "北门店、东门店", "2020-01-01"},
		"risk-items":  {long(51), long(51), long(201), long(501), long(31), "日检", "店长", "有时", long(201)},
		"licences":    {"驾驶证", long(61), long(101), "没有的产品", long(101), long(101), "去年", "明年", long(301)},
		"purchases":   goods,
		"deliveries":  goods,
		"trainings":   {"上周", long(101), "一小时", "电话", long(101), long(51), "标识、标识", long(51), "外来者、过客", "测试丙合格", "百分", "六十"},
		"transcripts": {"每年检查", "13月1日", long(51), long(1001), long(301), long(101)},
	}
	engines(t, func(t *testing.T, w world) {
		tables := w.importing(t)
		if len(tables) != len(rows) {
			t.Errorf("%d tables come in, %d are tried", len(tables), len(rows))
		}
		for name, row := range rows {
			var want, got []string
			for n, c := range tables[name].Columns {
				at, _ := excelize.CoordinatesToCellName(n+1, 2)
				want = append(want, at+" "+c.Title)
			}
			for _, f := range w.tried(t, name, table(t, titles(tables[name]), row)).Faults {
				got = append(got, f.Cell+" "+f.Column)
				if f.Text == "" {
					t.Errorf("%s: nothing is said of %s", name, f.Cell)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	})
}

// A rule of several cells is told beside what is wrong with others, and is not
// judged by a cell that is wrong itself.
func TestRulesOfSeveralCells(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		officer := "u" + string(w.Officer)
		for _, one := range []struct {
			name string
			row  []any
			want string
		}{
			{"people", []any{"新来甲", "new.one", "138", "主要负责人", "", "门店", "2027-01-01"}, "C2 F2 G2"},
			{"people", []any{"新来甲", "new.one", "138", "店长", "", "门店", "2027-01-01"}, "C2 D2"},
			{"people", []any{"冒名者", officer, "138", "质量安全员", "", "", ""}, "B2 C2"},
			{"people", []any{"", officer, "", "质量安全员", "", "", ""}, "A2"},
			{"people", []any{"测试丙", officer, "138", "质量安全员", "", "", ""}, "C2 "}, // held already, which is told of the row
			{"people", []any{"测试丙", officer, "138", "质量安全员", "", "北门店", ""}, "C2 F2"},
			{"licences", []any{"计量检定（校准）证书", "J-1", long(101), "", "", "", "2026-02-01", "2026-01-01", ""}, "C2 E2 H2"},
			{"licences", []any{"驾驶证", "J-1", "", "", "", "", "去年", "2026-01-01", ""}, "A2 G2"},
			{"licences", []any{"计量检定（校准）证书", "J-1", "", "", "电子秤", "", "去年", "", ""}, "G2"},
			{"purchases", []any{"2026-11-20", "", "插座", "", "", 0, "", "甲", "", "不合格", ""}, "F2 G2 K2"},
			{"purchases", []any{"2026-11-20", "", "插座", "", "", -1, "箱", "甲", "", "还行", ""}, "F2 J2"},
			{"trainings", []any{"2026-05-10", "召回", 60, "现场", "门店", "讲师", "召回", "", "外来者", "测试丙 120、过客 50", 100, 120}, "I2 J2 L2"},
			{"trainings", []any{"2026-05-10", "召回", 60, "现场", "门店", "讲师", "召回", "", "测试丙", "测试丙 120", "百分", 60}, "K2"},
			{"trainings", []any{"2026-05-10", "召回", 1.5, "现场", "门店", "讲师", "召回", "", "测试丙", "很好", "", ""}, "C2 J2"},
		} {
			var got []string
			for _, f := range w.tried(t, one.name, table(t, titles(w.importing(t)[one.name]), one.row)).Faults {
				got = append(got, f.Cell)
			}
			if strings.Join(got, " ") != one.want {
				t.Errorf("%s %v: %q, want %q", one.name, one.row, strings.Join(got, " "), one.want)
			}
		}
	})
}

// A template has the headings of its table, and lists where only some values are
// taken.
func TestTemplatesHaveHeadingsAndChoices(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for name, one := range w.importing(t) {
			out, err := w.Template(t.Context(), w.As(t, access.Principal, "exchange.import"), &api.TableInput{Table: name})
			if err != nil {
				t.Fatal(err)
			}
			f, err := excelize.OpenReader(bytes.NewReader(out.Body))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := f.GetRows(one.Title)
			if err != nil || len(rows) != 1 {
				t.Fatalf("%s: %v, %v", name, rows, err)
			}
			rules, err := f.GetDataValidations(one.Title)
			if err != nil {
				t.Fatal(err)
			}
			lists := map[string]string{}
			for _, r := range rules {
				lists[r.Sqref[:1]] = strings.Trim(r.Formula1, `"`)
			}
			choices := 0
			for n, c := range one.Columns {
				title := c.Title
				if c.Required {
					title += "*"
				}
				letter, _ := excelize.ColumnNumberToName(n + 1)
				if rows[0][n] != title || lists[letter] != strings.Join(c.Choices, ",") {
					t.Errorf("%s: %s is %q with %q, want %q with %q", name, letter, rows[0][n], lists[letter], title, c.Choices)
				}
				choices += len(c.Choices)
			}
			if choices == 0 {
				t.Errorf("%s has no column with choices", name)
			}
			// Nobody but the template's own table takes it.
			if got := w.tried(t, name, out.Body); got.State != "faulty" || fmt.Sprint(got.Faults[0].Row) != "0" {
				t.Errorf("the empty template of %s: %+v", name, got)
			}
		}
	})
}
