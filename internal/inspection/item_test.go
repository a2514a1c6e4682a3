package inspection

import (
	"testing"

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

func TestItemsStandInTheFormOfTheSide(t *testing.T) {
	t.Parallel()
	answers := []api.DossierItem{
		{Code: "1.2", Sides: []string{"production", "sales"}, State: "complete", Reason: "人员齐全。"},
		{Code: "1.6", Sides: []string{"sales"}, State: "missing", Reason: "没有进货制度。"},
		{Code: "2.5", Sides: []string{"production", "sales"}, State: "unknown", Reason: "系统暂无此类记录。"},
	}
	for side, e := range map[string]api.Enterprise{
		"sales":      {Businesses: []api.BusinessFigures{{Kind: "retail"}}},
		"production": {Businesses: []api.BusinessFigures{{Kind: "retail"}, {Kind: "production"}}},
	} {
		all := items(e, answers)
		if last := all[len(all)-1].Code; last != map[string]string{"sales": "5", "production": "6"}[side] {
			t.Errorf("%s ends with item %s", side, last)
		}
		for _, i := range all {
			ready := i.Code == "1.2" || i.Code == "1.6" && side == "sales"
			if i.Ready != ready || ready && i.Facts == "" || i.Code == "2.5" && i.Facts == "" {
				t.Errorf("%s %s: %q, ready %t", side, i.Code, i.Facts, i.Ready)
			}
		}
	}
}
