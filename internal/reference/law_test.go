package reference

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/clock"
)

func TestOnlyWhatWasReadIsVerified(t *testing.T) {
	t.Parallel()
	seen := make(map[string]bool)
	for _, p := range Provisions() {
		if seen[p.ID] {
			t.Errorf("%s twice", p.ID)
		}
		seen[p.ID] = true
		if p.Source == "" || p.Article == "" || p.Text == "" || len(p.Sides) == 0 {
			t.Errorf("%s lacks a field", p.ID)
		}
		if _, err := clock.ParseDay(string(p.ValidFrom)); err != nil {
			t.Errorf("%s: %v", p.ID, err)
		}
		if digest := strings.HasPrefix(p.ID, "orders."); digest && p.Verified {
			t.Errorf("%s is a reconstruction and must not be verified", p.ID)
		}
	}
	for id, want := range map[string]bool{
		"order75.4": true, "order75.4.veto": false, "order76.4.veto": true, "orders.17": false, "plan.annex3": true,
	} {
		p, ok := Law(id)
		if !ok || p.Verified != want {
			t.Errorf("Law(%s) = verified %t, found %t; want verified %t", id, p.Verified, ok, want)
		}
	}
}

func TestAnnex3(t *testing.T) {
	t.Parallel()
	for side, want := range map[Side][]string{
		Production: {
			"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5",
			"3.1", "3.2", "3.3", "3.4", "3.5", "4.1", "4.2", "4.3", "5.1", "5.2", "6",
		},
		Sales: {
			"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5",
			"3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "5",
		},
	} {
		var got []string
		for _, g := range Annex3(side) {
			for _, i := range g.Items {
				if i.Text == "" || !strings.HasPrefix(i.Code, g.No) {
					t.Errorf("%s item %s in group %s", side, i.Code, g.No)
				}
				got = append(got, i.Code)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", side, diff)
		}
	}
}

func TestEntryReasonsFollowThePlan(t *testing.T) {
	t.Parallel()
	var got []string
	for _, r := range EntryReasons() {
		got = append(got, r.Text)
		if !IsEntryReason(r.Code) {
			t.Errorf("%s is not known", r.Code)
		}
	}
	want := []string{
		"生产许可证管理", "电动自行车", "燃气用品", "强制性产品认证",
		"2021年以来监督抽查或风险监测不合格", "缺陷产品召回", "因产品质量问题被立案", "投诉举报并核实",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(AbnormalStates()) == 0 || !IsAbnormalState("cancelled") || IsAbnormalState("") || IsEntryReason("") {
		t.Error("the states or reasons do not know themselves")
	}
}
