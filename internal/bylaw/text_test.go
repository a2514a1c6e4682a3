package bylaw_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"zhize/api"
	"zhize/internal/bylaw"
	"zhize/internal/reference"
)

func TestPartsAreNumbered(t *testing.T) {
	t.Parallel()
	text := "# 总则\n第一句。\n\n第二句：\n- 甲；\n- 乙。\n# 附则\n第三句。"
	var got []string
	for _, p := range bylaw.Parts(text) {
		got = append(got, p.Number+p.Text)
	}
	want := "第一章总则|第一条第一句。|第二条第二句：|（一）甲；|（二）乙。|第二章附则|第三条第三句。"
	if strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
	long := bylaw.Parts(strings.Repeat("条文。\n", 121))
	for n, want := range map[int]string{10: "第十条", 11: "第十一条", 20: "第二十条", 21: "第二十一条", 100: "第一百条", 101: "第一百零一条", 110: "第一百一十条", 121: "第一百二十一条"} {
		if got := long[n-1].Number; got != want {
			t.Errorf("number %d is %s, want %s", n, got, want)
		}
	}
}

func TestTemplatesAreFilledForWhoeverNeedsThem(t *testing.T) {
	t.Parallel()
	for _, k := range reference.Bylaws() {
		for _, side := range k.Sides {
			for _, sole := range []bool{true, false} {
				f := bylaw.Facts{Name: "测试厂（虚构）", Sides: []string{string(side)}, Sites: []string{"东门店", "西门店"}, Grace: 90, Directors: 1, Officers: 12, Sole: sole}
				text := bylaw.Fill(k.Template(), f)
				if n := utf8.RuneCountInString(text); n < 600 || n > 1500 {
					t.Errorf("%s for %s has %d characters", k.Kind, side, n)
				}
				for _, left := range []string{"{", "}", "[", "]", "兼任全部", "TODO"} {
					if strings.Contains(text, left) && !(sole && left == "兼任全部") {
						t.Errorf("%s for %s still says %q", k.Kind, side, left)
					}
				}
				other := map[reference.Side]string{reference.Production: "第76号", reference.Sales: "第75号"}[side]
				if strings.Contains(text, other) || !strings.Contains(text, "测试厂（虚构）") {
					t.Errorf("%s for %s: %s", k.Kind, side, text)
				}
				chapters := 0
				for _, p := range bylaw.Parts(text) {
					if p.Kind == "chapter" {
						chapters++
					}
				}
				if chapters < 4 {
					t.Errorf("%s has %d chapters", k.Kind, chapters)
				}
			}
		}
	}
	text := bylaw.Fill("{岗位}{时限}", bylaw.Facts{Directors: 1, Officers: 12, Grace: 90})
	if want := "本单位设主要负责人、质量安全总监 1 名、质量安全员 12 名，由主要负责人以任命文件明确，人员变动时及时调整。每班结束后 90 分钟内"; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
}

func TestWhatAppliesFollowsFromWhatIsDone(t *testing.T) {
	t.Parallel()
	p, s := reference.Production, reference.Sales
	for _, tt := range []struct {
		sides      []reference.Side
		categories []string
		want       string
	}{
		{nil, nil, "management director_duties officer_rules rhythm"},
		{[]reference.Side{s}, []string{"食品相关产品"}, "management director_duties officer_rules rhythm purchase"},
		{[]reference.Side{p}, []string{"电线电缆"}, "management director_duties officer_rules rhythm material delivery"},
		{[]reference.Side{p}, []string{"食品相关产品"}, "management director_duties officer_rules rhythm material delivery process"},
		{[]reference.Side{p, s}, nil, "management director_duties officer_rules rhythm purchase material delivery"},
	} {
		var got []string
		for _, k := range reference.Bylaws() {
			if k.Applies(tt.sides, tt.categories) {
				got = append(got, k.Kind)
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%v %v: %v, want %s", tt.sides, tt.categories, got, tt.want)
		}
	}
	for kind, verified := range map[string]bool{"management": true, "director_duties": false, "officer_rules": false, "rhythm": false, "purchase": true} {
		if k, _ := reference.BylawOf(kind); k.Verified() != verified {
			t.Errorf("%s: verified %t", kind, k.Verified())
		}
	}
}

func TestDiffComparesWhatIsSaid(t *testing.T) {
	t.Parallel()
	var got []string
	for _, l := range bylaw.Diff(bylaw.Parts("# 总则\n甲。\n乙。\n丙。"), bylaw.Parts("# 总则\n甲。\n新。\n丙改。\n乙。")) {
		got = append(got, fmt.Sprintf("%s%s", map[string]string{"same": " ", "added": "+", "removed": "-"}[l.Change], l.Text))
	}
	if want := " 总则| 甲。|+新。|+丙改。| 乙。|-丙。"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
	if got := bylaw.Diff(nil, []api.BylawPart{}); len(got) != 0 {
		t.Errorf("nothing differs: %v", got)
	}
}
