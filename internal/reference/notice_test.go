package reference

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
)

func TestEmbeddedYearsAreComplete(t *testing.T) {
	t.Parallel()
	want := map[int][2]int{2024: {28, 8}, 2025: {28, 5}, 2026: {33, 6}} // off, work
	for _, n := range Notices() {
		var got [2]int
		for _, d := range n.Days {
			if d.Kind == clock.Off {
				got[0]++
			} else {
				got[1]++
			}
			if d.Source == "" || d.Name == "" {
				t.Errorf("%s lacks its name or source", d.Date)
			}
		}
		if got != want[n.Year] {
			t.Errorf("%d has %d days off and %d of work, want %v", n.Year, got[0], got[1], want[n.Year])
		}
		b, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseNotice(strings.NewReader(string(b)))
		if err != nil {
			t.Errorf("the embedded notice of %d does not pass the import: %v", n.Year, err)
		}
		if diff := cmp.Diff(n, again); diff != "" {
			t.Errorf("%d (-want +got):\n%s", n.Year, diff)
		}
	}
	if diff := cmp.Diff([]int{2024, 2025, 2026}, Calendar().Years()); diff != "" {
		t.Errorf("Years (-want +got):\n%s", diff)
	}
}

func TestWorkdaysOfTheEmbeddedYears(t *testing.T) {
	t.Parallel()
	c := Calendar()
	for _, tt := range []struct {
		name string
		day  clock.Day
		n    int
		want clock.Day
	}{
		{"five workdays over the spring festival of 2026", "2026-02-13", 5, "2026-02-27"},
		{"the make-up Saturday before it counts", "2026-02-13", 1, "2026-02-14"},
		{"five workdays over the national days of 2025", "2025-09-27", 5, "2025-10-10"},
		{"five ordinary workdays", "2026-11-23", 5, "2026-11-30"},
		{"over New Year", "2024-12-31", 1, "2025-01-02"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.AddWorkdays(tt.day, tt.n)
			if err != nil || got != tt.want {
				t.Errorf("AddWorkdays(%s, %d) = %s, %v, want %s", tt.day, tt.n, got, err, tt.want)
			}
		})
	}
	if _, err := c.AddWorkdays("2026-12-28", 5); !errors.Is(err, clock.ErrYearUnknown) {
		t.Errorf("into 2027: %v, want ErrYearUnknown", err)
	}
}

// csvOf2027 is an invented notice, long enough to be complete.
func csvOf2027() string {
	var b strings.Builder
	b.WriteString("date,kind,name\n2026-12-31,off,元旦\n2027-01-01,off,元旦\n2027-01-09,work,元旦\n")
	for i := range 12 {
		fmt.Fprintf(&b, "2027-02-%02d,放假,春节\n", i+5)
	}
	return b.String()
}

func TestParseNoticeAsCSV(t *testing.T) {
	t.Parallel()
	n, err := ParseNotice(strings.NewReader("\ufeff" + csvOf2027()))
	if err != nil {
		t.Fatal(err)
	}
	if n.Year != 2027 || len(n.Days) != 15 {
		t.Fatalf("got %d days of %d, want 15 of 2027", len(n.Days), n.Year)
	}
	want := clock.CalendarDay{Date: "2027-01-09", Kind: clock.Work, Name: "元旦", Source: "国务院办公厅关于2027年部分节假日安排的通知"}
	if diff := cmp.Diff(want, n.Days[2]); diff != "" {
		t.Errorf("third day (-want +got):\n%s", diff)
	}
	c := Calendar(n)
	if got, err := c.AddWorkdays("2026-12-30", 1); err != nil || got != "2027-01-04" {
		t.Errorf("with the notice of 2027: %s, %v, want 2027-01-04", got, err)
	}
	if got, err := Calendar().AddWorkdays("2026-12-30", 1); err != nil || got != "2026-12-31" {
		t.Errorf("without it: %s, %v, want 2026-12-31", got, err)
	}
}

func TestParseNoticeAcceptsChineseHeadsAndBareLists(t *testing.T) {
	t.Parallel()
	chinese := strings.Replace(csvOf2027(), "date,kind,name", "日期,类型,名称", 1)
	fromCSV, err := ParseNotice(strings.NewReader(chinese))
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(fromCSV.Days)
	if err != nil {
		t.Fatal(err)
	}
	fromJSON, err := ParseNotice(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fromCSV, fromJSON); diff != "" {
		t.Errorf("(-csv +json):\n%s", diff)
	}
}

func TestParseNoticeRefuses(t *testing.T) {
	t.Parallel()
	good := csvOf2027()
	for _, tt := range []struct {
		name, in string
		want     *fault.Error
		pointer  string
		words    string
	}{
		{"an empty file", " \n", ErrNoticeForm, "file", "空"},
		{"broken JSON", `[{"date":`, ErrNoticeForm, "", ""},
		{"JSON of another form", `[1,2]`, ErrNoticeForm, "", ""},
		{"a file that is too large", strings.Repeat("x", noticeBytes+1), ErrNoticeForm, "file", "1MB"},
		{"a missing column", "date,name\n2027-01-01,元旦\n", ErrNoticeForm, "row[1]", "kind"},
		{"a day that does not exist", good + "2027-02-30,off,春节\n", ErrNoticeRows, "row[17]", "2027-01-01的形式"},
		{"a day of another year", good + "2026-10-01,off,国庆节\n", ErrNoticeRows, "row[17]", "分开导入"},
		{"an unknown kind", good + "2027-05-01,rest,劳动节\n", ErrNoticeRows, "row[17]", "off（放假）或work（上班）"},
		{"the same day twice", good + "2027-02-05,off,春节\n", ErrNoticeRows, "row[17]", "第5行重复"},
		{"a make-up workday on a Monday", good + "2027-01-11,work,元旦\n", ErrNoticeRows, "row[17]", "周六或周日"},
		{"a day without a name", good + "2027-05-01,off,\n", ErrNoticeRows, "row[17]", "名称"},
		{"a year that the head denies", `{"year":2028,"days":[{"date":"2027-05-01","kind":"off","name":"劳动节"}]}`, ErrNoticeRows, "row[1]", "2028"},
		{"too few days off", "date,kind,name\n2027-01-01,off,元旦\n", ErrNoticeIncomplete, "", ""},
		{"no 1 January", strings.Replace(good, "2027-01-01,off", "2027-01-02,off", 1), ErrNoticeIncomplete, "", ""},
		{"no rows", "date,kind,name\n", ErrNoticeIncomplete, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := ParseNotice(strings.NewReader(tt.in))
			f, ok := fault.Of(err)
			if !ok || !errors.Is(f, tt.want) {
				t.Fatalf("got %v, want %s", err, tt.want.Code)
			}
			if tt.pointer == "" {
				return
			}
			if len(f.Fields) != 1 || f.Fields[0].Pointer != tt.pointer || !strings.Contains(f.Fields[0].Text, tt.words) {
				t.Errorf("fields %v, want one at %s with %q", f.Fields, tt.pointer, tt.words)
			}
		})
	}
}

func TestParseNoticeNamesEveryRowAtOnce(t *testing.T) {
	t.Parallel()
	_, err := ParseNotice(strings.NewReader(csvOf2027() + "x,off,春节\n2027-05-01,x,劳动节\n"))
	f, ok := fault.Of(err)
	if !ok || len(f.Fields) != 2 {
		t.Fatalf("got %v, want two rows at fault", err)
	}
}

func FuzzParseNotice(f *testing.F) {
	f.Add(csvOf2027())
	f.Add(`{"year":2027,"days":[]}`)
	f.Fuzz(func(t *testing.T, in string) {
		n, err := ParseNotice(strings.NewReader(in))
		if err == nil && !Calendar(n).Knows(n.Year) {
			t.Errorf("an accepted notice of %d is not known", n.Year)
		}
	})
}
