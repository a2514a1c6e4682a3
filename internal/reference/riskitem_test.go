package reference

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func allItems() []RiskItem { return slices.Concat(Items(Production), Items(Sales)) }

func TestLibraryIsWhole(t *testing.T) {
	t.Parallel()
	count := func(items []RiskItem) (n [2]int) {
		for _, i := range items {
			if i.Category == General {
				n[0]++
			} else {
				n[1]++
			}
		}
		return n
	}
	if got, want := count(Items(Production)), [2]int{41, 58}; got != want {
		t.Errorf("production has %v items (general, by category), want %v", got, want)
	}
	if got, want := count(Items(Sales)), [2]int{29, 35}; got != want {
		t.Errorf("sales has %v items (general, by category), want %v", got, want)
	}
}

func TestEveryItemIsWellFormed(t *testing.T) {
	t.Parallel()
	posts := []Post{Officer, Director, Principal}
	rhythm := map[Frequency]Rhythm{Daily: RhythmDaily, Shift: RhythmDaily, Batch: RhythmDaily, Weekly: RhythmWeekly}
	for n, i := range allItems() {
		prefix, place := "P", n+1
		if i.Side == Sales {
			prefix, place = "S", n+1-len(Items(Production))
		}
		if want := fmt.Sprintf("%s%03d", prefix, place); i.Code != want {
			t.Errorf("item %d has the code %s, want %s", n, i.Code, want)
		}
		if i.Category == "" || i.Risk == "" || i.Measure == "" || i.Frequency == "" || len(i.Basis) == 0 {
			t.Errorf("%s lacks a field", i.Code)
		}
		if !slices.Contains(Steps(i.Side), i.Step) {
			t.Errorf("%s: step %s is not in the dictionary", i.Code, i.Step)
		}
		if !slices.Contains(posts, i.Owner) {
			t.Errorf("%s: owner %q", i.Code, i.Owner)
		}
		if len(i.Frequencies) == 0 || i.Frequencies[0] != i.Primary {
			t.Errorf("%s: primary %s of %v", i.Code, i.Primary, i.Frequencies)
		}
		want, ok := rhythm[i.Primary]
		if !ok {
			want = RhythmMonthly
		}
		if i.Rhythm != want {
			t.Errorf("%s: rhythm %s, want %s", i.Code, i.Rhythm, want)
		}
		if i.Batch != (i.Primary == Batch) {
			t.Errorf("%s: batch %t with primary %s", i.Code, i.Batch, i.Primary)
		}
		for _, b := range i.Basis {
			if b.Text == "" || strings.ContainsAny(b.Text, "○△") {
				t.Errorf("%s: basis %q", i.Code, b.Text)
			}
		}
	}
}

func TestItemReadsCompoundCells(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		code string
		want []Frequency
	}{
		{"P006", []Frequency{Batch, Quarterly}},
		{"P008", []Frequency{Batch}},
		{"P015", []Frequency{Daily, Shift}},
		{"P036", []Frequency{Quarterly, Batch}},
		{"S005", []Frequency{First, Yearly}},
		{"S040", []Frequency{First}},
	} {
		i, ok := Item(tt.code)
		if diff := cmp.Diff(tt.want, i.Frequencies); !ok || diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.code, diff)
		}
	}
	i, _ := Item("P003")
	want := []Basis{{"令75（培训考核条款）", false}, {"附件3-2.5", true}}
	if diff := cmp.Diff(want, i.Basis); diff != "" {
		t.Errorf("P003 (-want +got):\n%s", diff)
	}
	if _, ok := Item("P100"); ok {
		t.Error("P100 exists")
	}
}

func TestItemsNameExistingAnnexItems(t *testing.T) {
	t.Parallel()
	ref := regexp.MustCompile(`^附件3-(.+)$`)
	for _, i := range allItems() {
		for _, b := range i.Basis {
			m := ref.FindStringSubmatch(b.Text)
			if m == nil {
				continue
			}
			for code := range strings.SplitSeq(m[1], "、") {
				if _, ok := Annex3Task(i.Side, code); !ok {
					t.Errorf("%s names item %s of 附件3, which does not exist", i.Code, code)
				}
			}
		}
	}
}

func TestCitation(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, want string }{
		{"《产》12、26", "《产品质量法》第12、26条"},
		{"《消防》24", "《消防法》第24条"},
		{"《消》19", "《消费者权益保护法》第19条"},
		{"附件3-1.6、4.1", "监管任务清单（附件3）第1.6、4.1项"},
		{"令76第四条", "市场监管总局令第76号第四条"},
		{"《危》有关储存规定", "《危险化学品安全管理条例》有关储存规定"},
		{"GB 17761—2024", "GB 17761—2024"},
	} {
		if got := (Basis{Text: tt.text}).Citation(); got != tt.want {
			t.Errorf("Citation(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
	short := regexp.MustCompile(`^《(..?)》`)
	for _, i := range allItems() {
		for _, b := range i.Basis {
			if c := b.Citation(); short.MatchString(b.Text) && c == b.Text {
				t.Errorf("%s: nothing known by the short form in %q", i.Code, b.Text)
			}
		}
	}
}

func TestAdvice(t *testing.T) {
	t.Parallel()
	for grade, want := range map[string]int{"A": 30, "B": 20, "C": 12, "D": 8, "": 12, "?": 12} {
		if got := Advice(grade).DailyMax; got != want {
			t.Errorf("Advice(%q).DailyMax = %d, want %d", grade, got, want)
		}
	}
}

func TestReturnedSlicesAreCopies(t *testing.T) {
	t.Parallel()
	for range 2 {
		items := Items(Sales)
		if items[0].Code != "S001" {
			t.Fatal("a caller's change reached the library")
		}
		items[0].Code = "changed"
		template := Template([]Side{Sales}, nil, "D")
		template[0].Code = "changed"
	}
}
