package risklist

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

func mint() id.ID { return id.New(time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC), rand.Reader) }

// own is a daily item of the enterprise's own.
func own() api.RiskItem {
	return api.RiskItem{
		ID: string(mint()), Category: "通用", Step: "陈列", Risk: "混放", Measure: "分区陈列",
		Frequency: "每日", Rhythm: daily, Post: "officer", Source: sourceOwn,
	}
}

func with(change func(*api.RiskItem)) api.RiskItem {
	i := own()
	change(&i)
	return i
}

func TestProposalIsTheTemplate(t *testing.T) {
	t.Parallel()
	for _, grade := range []string{"A", "B", "C", "D", ""} {
		sides := []reference.Side{reference.Production, reference.Sales}
		want := reference.Template(sides, []string{"电线电缆"}, grade)
		got := propose([]string{"production", "sales"}, []string{"电线电缆"}, grade, nil, mint)
		if len(got) != len(want) {
			t.Fatalf("grade %q: %d items, want %d", grade, len(got), len(want))
		}
		for n := range got {
			if got[n].Code != want[n].Code || got[n].Source != sourceTemplate || got[n].Rhythm != string(want[n].Rhythm) {
				t.Errorf("grade %q, item %d: %+v, want %s", grade, n, got[n], want[n].Code)
			}
		}
		if grade == "D" && countDaily(got) > 8 {
			t.Errorf("grade D has %d daily items", countDaily(got))
		}
		if err := check(got, nil, nil, grade); err != nil {
			t.Errorf("grade %q: the proposal is refused: %v", grade, err)
		}
	}
}

func TestEveryItemOfTheLibraryFitsTheContract(t *testing.T) {
	t.Parallel()
	for _, i := range append(reference.Items(reference.Production), reference.Items(reference.Sales)...) {
		basis, _ := cite(i)
		if n := len([]rune(basis)); n > 200 {
			t.Errorf("%s: the basis has %d characters", i.Code, n)
		}
	}
}

func TestProposalKeepsIdsAndTheAuthoritysItems(t *testing.T) {
	t.Parallel()
	first := propose([]string{"sales"}, nil, "D", nil, mint)
	added := with(func(i *api.RiskItem) { i.Source = sourceAuthority })
	second := propose([]string{"sales"}, nil, "C", append(first, added, own()), mint)
	byCode := map[string]string{}
	for _, i := range second {
		byCode[i.Code] = i.ID
	}
	for _, i := range first {
		if byCode[i.Code] != i.ID {
			t.Errorf("item %s has a new id", i.Code)
		}
	}
	if diff := cmp.Diff(added, second[len(second)-1]); diff != "" {
		t.Errorf("the authority's item (-want +got):\n%s", diff)
	}
}

func TestCheckRefuses(t *testing.T) {
	t.Parallel()
	number := func(v float64) *float64 { return &v }
	site, twice := mint(), own()
	sites := map[id.ID]string{site: "门店"}
	authority := with(func(i *api.RiskItem) { i.Source, i.Risk = sourceAuthority, "监管要求" })
	var nine []api.RiskItem
	for range 9 {
		nine = append(nine, own())
	}
	many := make([]api.RiskItem, 301)
	for n := range many {
		many[n] = own()
	}
	for _, tt := range []struct {
		name   string
		items  []api.RiskItem
		before []api.RiskItem
		grade  string
		want   *fault.Error
		at     string
	}{
		{"no item at all", nil, nil, "D", ErrCount, "body.items"},
		{"more than 300 items", many, nil, "A", ErrCount, "body.items"},
		{"no daily item", []api.RiskItem{with(func(i *api.RiskItem) { i.Rhythm = "weekly" })}, nil, "C", ErrNoDaily, "body.items"},
		{"nine daily items of grade D", nine, nil, "D", ErrTooManyDaily, "body.items"},
		{"an id that is none", []api.RiskItem{with(func(i *api.RiskItem) { i.ID = "1" })}, nil, "D", ErrItemID, "body.items[0].id"},
		{"an id twice", []api.RiskItem{twice, twice}, nil, "D", ErrItemID, "body.items[1].id"},
		{"an id twice in another case", []api.RiskItem{twice, with(func(i *api.RiskItem) { i.ID = strings.ToUpper(twice.ID) })}, nil, "D", ErrItemID, "body.items[1].id"},
		{"a step of spaces", []api.RiskItem{with(func(i *api.RiskItem) { i.Step = "  " })}, nil, "D", ErrBlank, "body.items[0].step"},
		{"an empty measure", []api.RiskItem{with(func(i *api.RiskItem) { i.Measure = "\n" })}, nil, "D", ErrBlank, "body.items[0].measure"},
		{"a control character", []api.RiskItem{with(func(i *api.RiskItem) { i.Risk = "a\x07b" })}, nil, "D", ErrControl, "body.items[0].risk"},
		{"a line break in the risk", []api.RiskItem{with(func(i *api.RiskItem) { i.Risk = "a\nb" })}, nil, "D", ErrControl, "body.items[0].risk"},
		{"writing turned round", []api.RiskItem{own(), with(func(i *api.RiskItem) { i.Basis = "a\u202eb" })}, nil, "D", ErrControl, "body.items[1].basis"},
		{"a minimum above the maximum", []api.RiskItem{with(func(i *api.RiskItem) { i.Measured = &api.Measured{Unit: "℃", Min: number(2), Max: number(1)} })}, nil, "D", ErrLimits, "body.items[0].measured"},
		{"no limit", []api.RiskItem{with(func(i *api.RiskItem) { i.Measured = &api.Measured{Unit: "℃"} })}, nil, "D", ErrLimits, "body.items[0].measured"},
		{"no unit", []api.RiskItem{with(func(i *api.RiskItem) { i.Measured = &api.Measured{Unit: " ", Max: number(1)} })}, nil, "D", ErrLimits, "body.items[0].measured"},
		{"another's site", []api.RiskItem{with(func(i *api.RiskItem) { i.Site = string(mint()) })}, nil, "D", ErrSite, "body.items[0].site"},
		{"a template that is none", []api.RiskItem{with(func(i *api.RiskItem) { i.Source, i.Code = sourceTemplate, "S999" })}, nil, "D", ErrTemplate, "body.items[0].code"},
		{"an authority's item of one's own making", []api.RiskItem{own(), authority}, nil, "D", ErrAuthority, "body.items[1]"},
		{"an authority's item left out", []api.RiskItem{own()}, []api.RiskItem{authority}, "D", ErrAuthority, "body.items"},
		{"an authority's item changed", []api.RiskItem{with(func(i *api.RiskItem) { *i = authority; i.Rhythm = "monthly" })}, []api.RiskItem{authority}, "D", ErrAuthority, "body.items[0]"},
		{"an authority's item made one's own", []api.RiskItem{with(func(i *api.RiskItem) { *i = authority; i.Source = sourceOwn })}, []api.RiskItem{authority}, "D", ErrAuthority, "body.items[0]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := check(tidy(tt.items), tt.before, sites, tt.grade)
			f, _ := fault.Of(err)
			if !errors.Is(err, tt.want) || len(f.Fields) != 1 || f.Fields[0].Pointer != tt.at {
				t.Errorf("check = %v %+v, want %v at %s", err, f, tt.want, tt.at)
			}
		})
	}

	for _, tt := range []struct {
		name   string
		items  []api.RiskItem
		before []api.RiskItem
		grade  string
	}{
		{"nine daily items of grade C", nine, nil, "C"},
		{"nine daily items, ungraded", nine, nil, ""},
		{"eight daily items of grade D", nine[:8], nil, "D"},
		{"eight and the authority's of grade D", append(nine[:8:8], authority), []api.RiskItem{authority}, "D"},
		{"the own site and equal limits", []api.RiskItem{with(func(i *api.RiskItem) {
			i.Site, i.Measured = string(site), &api.Measured{Unit: "℃", Min: number(1), Max: number(1)}
		})}, nil, "D"},
		{"a measure in two lines", []api.RiskItem{with(func(i *api.RiskItem) { i.Measure = "一\n二" })}, nil, "D"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if err := check(tidy(tt.items), tt.before, sites, tt.grade); err != nil {
				t.Errorf("check = %v", err)
			}
		})
	}
}

func TestTooManyDailyNamesTheNumber(t *testing.T) {
	t.Parallel()
	var items []api.RiskItem
	for range 11 {
		items = append(items, own())
	}
	f, ok := fault.Of(check(items, nil, nil, "D"))
	if !ok || f.Params["count"] != 11 || f.Params["most"] != 8 || !strings.Contains(f.Text, "11 项") || !strings.Contains(f.Text, "改为每周") {
		t.Errorf("check = %+v", f)
	}
}

func TestSourcesAreNotForTheEnterpriseToSay(t *testing.T) {
	t.Parallel()
	items := tidy([]api.RiskItem{
		with(func(i *api.RiskItem) { i.Verified, i.Code, i.Basis = true, "S001", " 自定 " }),
		with(func(i *api.RiskItem) { i.Source, i.Code, i.Basis, i.Verified = sourceTemplate, "P001", "随便", false }),
	})
	if got := items[0]; got.Verified || got.Code != "" || got.Basis != "自定" {
		t.Errorf("own item: %+v", got)
	}
	if got := items[1]; !got.Verified || got.Basis != "《产品质量法》第3条；市场监管总局令第75号第三条；监管任务清单（附件3）第1.1项" {
		t.Errorf("item of the library: %+v", got)
	}
}

func TestDifference(t *testing.T) {
	t.Parallel()
	a, b, c, d := own(), own(), own(), own()
	limit := 1.0
	changed := b
	changed.Risk, changed.Measured = "另一风险", &api.Measured{Unit: "℃", Max: &limit}
	added, removed, got := difference([]api.RiskItem{a, b, c}, []api.RiskItem{d, changed, a})
	if diff := cmp.Diff([][]api.RiskItem{{d}, {c}}, [][]api.RiskItem{added, removed}); diff != "" {
		t.Errorf("added and removed (-want +got):\n%s", diff)
	}
	want := []api.RiskItemChange{{Before: b, After: changed, Fields: []string{"risk", "measured"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
}

func TestCacheForgetsTheOldest(t *testing.T) {
	t.Parallel()
	c := newCache(2)
	key := func(n string) cacheKey { return cacheKey{"e", id.ID(n)} }
	c.put(cached{key: key("1"), version: 1})
	c.put(cached{key: key("2"), version: 2})
	c.put(cached{key: key("1"), version: 9})
	if v, ok := c.get(key("1")); !ok || v.version != 1 {
		t.Errorf("get 1 = %v, %v", v, ok)
	}
	c.put(cached{key: key("3"), version: 3})
	if _, ok := c.get(key("2")); ok {
		t.Error("2 was used longest ago and is still there")
	}
	if _, ok := c.get(key("1")); !ok {
		t.Error("1 was used last and is gone")
	}
	if _, ok := c.get(cacheKey{"f", "1"}); ok {
		t.Error("another enterprise finds the list")
	}
	if len(c.at) != 2 || c.order.Len() != 2 {
		t.Errorf("the cache holds %d and %d, want 2", len(c.at), c.order.Len())
	}
}
