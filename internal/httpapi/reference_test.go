package httpapi

import (
	"slices"
	"testing"

	"zhize/api"
)

func TestCheckIdentifier(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		in             api.Identifier
		value, verdict string
	}{
		"a right code":              {api.Identifier{Kind: "uscc", Value: " 92310115000000001q"}, "92310115000000001Q", "fine"},
		"a wrong check digit":       {api.Identifier{Kind: "uscc", Value: "92310115000000001A"}, "92310115000000001A", "check_digit"},
		"a confirmed check digit":   {api.Identifier{Kind: "uscc", Value: "92310115000000001A", Confirmed: true}, "92310115000000001A", "fine"},
		"a code too short":          {api.Identifier{Kind: "uscc", Value: "９２"}, "92", "malformed"},
		"a registration number":     {api.Identifier{Kind: "regno15", Value: "310115600000001"}, "310115600000001", "fine"},
		"no code and no stall":      {api.Identifier{Kind: "none", Reason: "未办照"}, "", "malformed"},
		"no code but a known stall": {api.Identifier{Kind: "none", Reason: "未办照", Market: "虚构市场", Stall: "A1"}, "", "fine"},
	} {
		got := checkIdentifier(&api.CheckIdentifierInput{Body: tt.in}).Body
		if got.Value != tt.value || got.Verdict != tt.verdict || (got.Text == "") != (tt.verdict == "fine") {
			t.Errorf("%s: got %+v, want %s, %s", name, got, tt.value, tt.verdict)
		}
	}
}

func TestReferenceLists(t *testing.T) {
	t.Parallel()
	c := categories().Body
	for _, side := range [][]string{c.Production, c.Sales} {
		if len(side) < 2 || side[len(side)-1] != "其他" || slices.Contains(side, "通用") {
			t.Errorf("categories %v", side)
		}
	}
	if got := entryReasons().Body.Items; len(got) != 8 || got[0].Code != "licence" || got[0].Text == "" {
		t.Errorf("entry reasons %v", got)
	}
	all := templateItems(&api.ListTemplateItemsInput{Side: "sales"}).Body.Items
	some := templateItems(&api.ListTemplateItemsInput{Side: "sales", Category: c.Sales[0]}).Body.Items
	if len(some) == 0 || len(some) >= len(all) || some[0].Category != c.Sales[0] || some[0].Basis == "" {
		t.Errorf("%d items of %s among %d", len(some), c.Sales[0], len(all))
	}
	if got := templateItems(&api.ListTemplateItemsInput{Side: "sales", Category: "飞碟"}).Body.Items; got == nil || len(got) != 0 {
		t.Errorf("an unknown category lists %v, want an empty list", got)
	}
}
