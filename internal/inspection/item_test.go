package inspection

import (
	"strings"
	"testing"
	"time"

	"zhize/api"
)

func TestPhonesAreMasked(t *testing.T) {
	t.Parallel()
	for phone, want := range map[string]string{"": "", "12345": "", "13800001234": "138****1234", "021-56781234": "021****1234"} {
		if got := masked(phone); got != want {
			t.Errorf("masked %q is %q, want %q", phone, got, want)
		}
	}
}

func TestItemsSayWhatTheRowsSay(t *testing.T) {
	t.Parallel()
	k := known{
		appointments: []api.Appointment{
			{Post: "principal", PersonName: "甲", InOffice: true},
			{Post: "officer", PersonName: "乙", InOffice: true},
			{Post: "officer", PersonName: "丙", InOffice: false},
			{Post: "director", PersonName: "丁", InOffice: true, DeputyOf: "x"},
		},
		lists:   []api.RiskListVersion{{Version: 2, Items: 8, ApprovedName: "甲", ApprovedAt: time.Date(2026, 11, 1, 20, 0, 0, 0, time.UTC)}},
		checks:  api.Counts{Due: 22, ZeroRisk: 17, Hazards: 2, ArrivedLate: 1, Backfilled: 1, Excused: 3, Missed: 1},
		hazards: hazardCounts{Found: 5, Closed: 3, Open: 2, Overdue: 1},
	}
	want := map[string]string{
		"1.2": "主要负责人：甲；质量安全总监：无在任人员；质量安全员：乙。",
		"1.4": "现行第 2 版，共 8 项，由 甲 于 2026-11-02 批准。",
		"2.1": "近 30 天应查 22 班次：零风险 17，有隐患 2，迟到送达 1，补录 1，漏检 1；另有停产/未营业 3（不计入应查）。",
		"2.4": "累计发现 5 条，已销号 3 条，未闭环 2 条，其中逾期 1 条。",
	}
	for side, e := range map[string]api.Enterprise{
		"sales":      {Businesses: []api.BusinessFigures{{Kind: "retail"}}},
		"production": {Businesses: []api.BusinessFigures{{Kind: "retail"}, {Kind: "production"}}},
	} {
		all := items(e, k)
		if last := all[len(all)-1].Code; last != map[string]string{"sales": "5", "production": "6"}[side] {
			t.Errorf("%s ends with item %s", side, last)
		}
		for _, i := range all {
			if i.Facts != want[i.Code] || i.Ready != (want[i.Code] != "") {
				t.Errorf("%s %s: %q, ready %t, want %q", side, i.Code, i.Facts, i.Ready, want[i.Code])
			}
			for _, opinion := range []string{"√", "×", "%", "合格"} {
				if strings.Contains(i.Facts, opinion) {
					t.Errorf("%s is an opinion: %s", i.Code, i.Facts)
				}
			}
		}
	}
}

func TestNothingIsSaidAsNothing(t *testing.T) {
	t.Parallel()
	if got, ready := (known{}).facts("1.4"); got != "尚无经批准的清单。" || !ready {
		t.Errorf("got %q", got)
	}
	got := sentence("本月", api.Counts{Due: 3, Open: 1, Missed: 2, Excused: 4})
	if want := "本月应查 3 班次：零风险 0，有隐患 0，迟到送达 0，补录 0，漏检 2，未到期 1；另有停产/未营业 4（不计入应查）。"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
