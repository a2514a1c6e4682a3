package area

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/clock"
	"zhize/internal/reference"
)

var noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

func TestNeedsSayTheirReason(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name  string
		need  need
		words string
		grave bool
	}{
		{"a gap of three days", gap{days: 3, since: "2026-11-21"}.need(), "连续 3 个营业日未检查（自 11月21日）", false},
		{"a gap of a week is grave", gap{days: 7, since: "2026-11-17"}.need(), "连续 7 个营业日未检查（自 11月17日）", true},
		{"no officer", vacancy{officer: true, since: "2026-11-18"}.need(), "质量安全员空缺（自 11月18日）", false},
		{"nobody ever", vacancy{officer: true, principal: true}.need(), "质量安全员、主要负责人空缺", false},
		{
			"a major hazard in time is not grave",
			hazardNeed([]finding{{severity: "major", description: "电池充电区无隔断", found: "2026-11-23", due: noon.Add(48 * time.Hour)}}, noon),
			"重大隐患未销号：电池充电区无隔断（11月23日发现，已 1 天；期限 11月26日，未到期）", false,
		},
		{
			"an overdue one is, and it comes before a graver one in time",
			hazardNeed([]finding{
				{severity: "major", description: "甲", found: "2026-11-23", due: noon.Add(time.Hour)},
				{severity: "larger", description: "乙", found: "2026-11-10", due: noon.Add(-72 * time.Hour)},
			}, noon),
			"较大隐患未销号：乙（11月10日发现，已 14 天；期限 11月21日，已超期 3 天），另有 1 项", true,
		},
		{
			"overdue since this morning",
			hazardNeed([]finding{{severity: "larger", description: "丙", found: "2026-11-24", due: noon.Add(-time.Hour)}}, noon),
			"较大隐患未销号：丙（11月24日发现，已 0 天；期限 11月24日，已超期）", true,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.need.said.Text != c.words || c.need.grave != c.grave {
				t.Errorf("got %q, grave %t, want %q, %t", c.need.said.Text, c.need.grave, c.words, c.grave)
			}
		})
	}
}

func TestNamedOfficerIsDueInFiveWorkdays(t *testing.T) {
	t.Parallel()
	c := reference.Calendar()
	cases := []struct {
		name  string
		from  clock.Day
		today clock.Day
		words string
	}{
		{"on the fifth workday it is not late", "2026-11-17", "2026-11-24", ""},
		{"after it, it is", "2026-11-17", "2026-11-25", "自 11月17日 起未明确具体监管人员，已超过 5 个工作日（应于 11月24日 前更新）"},
		{"an unknown year is no guess", "2099-01-05", "2099-03-01", "自 1月5日 起未明确具体监管人员（当年节假日安排未载入，无法计算 5 个工作日）"},
		{"five days are never more than five workdays", "2099-01-05", "2099-01-10", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			n, late := unnamed{from: tc.from}.need(tc.today, c)
			if late != (tc.words != "") || n.said.Text != tc.words {
				t.Errorf("got %q, %t, want %q", n.said.Text, late, tc.words)
			}
		})
	}
}

func TestGraveNeedsComeFirst(t *testing.T) {
	t.Parallel()
	all := []need{
		{kind: needDeadline, weight: 4},
		{kind: needVacant, weight: 3},
		{kind: needGap, weight: 1, since: "2026-11-20"},
		{kind: needGap, weight: 1, since: "2026-11-10"},
		{kind: needHazard, weight: 2, grave: true},
		{kind: needHazard, weight: 0},
	}
	sortNeeds(all)
	var got []string
	for _, n := range all {
		got = append(got, n.kind+string(n.since))
	}
	want := []string{"hazard", "hazard", "gap2026-11-10", "gap2026-11-20", "vacant_post", "agency_deadline"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGravestStateStandsForTheDay(t *testing.T) {
	t.Parallel()
	days := strip([]mark{
		{Day: "2026-11-24", Counted: "open"},
		{Day: "2026-11-24", Counted: "coming"},
		{Day: "2026-11-23", Counted: "zero_risk"},
		{Day: "2026-11-23", Counted: "missed"},
		{Day: "2026-11-22", Counted: "excused"},
		{Day: "2026-11-22", Counted: "arrived_late"},
		{Day: "2026-10-26", Counted: "hazards"},
	}, "2026-11-24")
	got := []string{days[0].State, days[1].State, days[27].State, days[28].State, days[29].State}
	want := []string{"hazards", "none", "arrived_late", "missed", "open"}
	if diff := cmp.Diff(want, got); diff != "" || len(days) != stripDays || days[29].Day != "2026-11-24" {
		t.Errorf("%d days: %s", len(days), diff)
	}
}
