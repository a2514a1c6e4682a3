package risklist

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"zhize/api"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// Refusals of a list's items.
var (
	ErrCount        = fault.New(fault.Invalid, "risklist.items.count", "清单应有 1 至 300 项。")
	ErrItemID       = fault.New(fault.Invalid, "risklist.item.id", "有项目的编号不正确或重复，请刷新后重试。")
	ErrBlank        = fault.New(fault.Invalid, "risklist.item.blank", "环节、风险点、管控措施和检查频次都不能为空。")
	ErrControl      = fault.New(fault.Invalid, "risklist.item.control", "文字中含有不可见的控制字符，请删除后重试。")
	ErrLimits       = fault.New(fault.Invalid, "risklist.item.limits", "测量值的下限不能大于上限，且应至少填写一个限值和单位。")
	ErrSite         = fault.New(fault.Invalid, "risklist.item.site", "该场所不属于本单位，请重新选择场所。")
	ErrTemplate     = fault.New(fault.Invalid, "risklist.item.template", "模板中没有这一项。如果是本单位自己增加的项目，请按自定义项目填写。")
	ErrAuthority    = fault.New(fault.Invalid, "risklist.item.authority", "监管部门增加的项目不能删除、修改或自行添加。如有疑问，请联系您的监管人员。")
	ErrNoDaily      = fault.New(fault.Invalid, "risklist.daily.none", "清单中至少要有一项每日检查的项目。")
	ErrTooManyDaily = fault.New(fault.Invalid, "risklist.daily.too_many", "主体分级为 D 级的单位，每日检查的项目最多 {most} 项，现有 {count} 项。请保留最要紧的项目，其余改为每周或每月。")
)

// The sources of an item and the rhythm that the daily check asks for.
const (
	sourceTemplate  = "template"
	sourceOwn       = "own"
	sourceAuthority = "authority"

	daily = string(reference.RhythmDaily)
)

// mostItems is the contract's limit of a list.
const mostItems = 300

// propose makes a draft's items from the library. Items of the library keep the
// ids that they had in the list before, and what the authority added stays.
func propose(sides, categories []string, grade string, before []api.RiskItem, mint func() id.ID) []api.RiskItem {
	known := map[string]string{}
	for _, i := range before {
		if i.Source == sourceTemplate {
			known[i.Code] = i.ID
		}
	}
	var of []reference.Side
	for _, s := range sides {
		of = append(of, reference.Side(s))
	}
	items := []api.RiskItem{}
	for _, t := range reference.Template(of, categories, grade) {
		i := api.RiskItem{
			ID: known[t.Code], Code: t.Code, Category: t.Category, Step: t.Step, Risk: t.Risk, Measure: t.Measure,
			Frequency: t.Frequency, Rhythm: string(t.Rhythm), Batch: t.Batch, Post: string(t.Owner), Source: sourceTemplate,
		}
		if i.ID == "" {
			i.ID = string(mint())
		}
		i.Basis, i.Verified = cite(t)
		items = append(items, i)
	}
	return append(items, authorityItems(before)...)
}

// cite names an item's sources in one line; they are verified if all are.
func cite(t reference.RiskItem) (basis string, verified bool) {
	var all []string
	verified = len(t.Basis) > 0
	for _, b := range t.Basis {
		all = append(all, b.Citation())
		verified = verified && b.Verified
	}
	return strings.Join(all, "；"), verified
}

func authorityItems(items []api.RiskItem) []api.RiskItem {
	var all []api.RiskItem
	for _, i := range items {
		if i.Source == sourceAuthority {
			all = append(all, i)
		}
	}
	return all
}

// tidy trims what people typed and settles what is not theirs to say: the
// sources of an item come from the library, and an own item's are unverified.
func tidy(items []api.RiskItem) []api.RiskItem {
	items = slices.Clone(items)
	for n := range items {
		i := &items[n]
		for _, s := range []*string{&i.Category, &i.Step, &i.Risk, &i.Measure, &i.Frequency, &i.Basis} {
			*s = strings.TrimSpace(*s)
		}
		if parsed, err := id.Parse(i.ID); err == nil {
			i.ID = string(parsed)
		}
		if parsed, err := id.Parse(i.Site); err == nil {
			i.Site = string(parsed)
		}
		switch i.Source {
		case sourceTemplate:
			if t, ok := reference.Item(i.Code); ok {
				i.Basis, i.Verified = cite(t)
			}
		case sourceOwn:
			i.Code, i.Verified = "", false
		}
	}
	return items
}

// check decides whether the items make a list. The items that the authority
// added to the list before must all be there, unchanged.
func check(items, before []api.RiskItem, sites map[id.ID]string, grade string) error {
	if len(items) == 0 || len(items) > mostItems {
		return ErrCount.At("body.items", "")
	}
	added := map[string]api.RiskItem{}
	for _, i := range authorityItems(before) {
		added[i.ID] = i
	}
	seen := map[string]bool{}
	for n, i := range items {
		if err := checkItem(i, fmt.Sprintf("body.items[%d]", n), sites); err != nil {
			return err
		}
		if seen[i.ID] {
			return ErrItemID.At(fmt.Sprintf("body.items[%d].id", n), "")
		}
		seen[i.ID] = true
		if a, ok := added[i.ID]; (ok || i.Source == sourceAuthority) && !reflect.DeepEqual(a, i) {
			return ErrAuthority.At(fmt.Sprintf("body.items[%d]", n), i.Risk)
		}
		delete(added, i.ID)
	}
	for _, i := range added {
		return ErrAuthority.At("body.items", i.Risk)
	}
	return checkDaily(items, grade)
}

// checkItem holds an item against what holds of it alone; all that is wrong is
// told at once.
func checkItem(i api.RiskItem, at string, sites map[id.ID]string) error {
	var refusal *fault.Error
	refuse := func(by *fault.Error, field string) { refusal = cmp.Or(refusal, by).For(at+"."+field, by.Said()) }
	if _, err := id.Parse(i.ID); err != nil {
		refuse(ErrItemID, "id")
	}
	for _, f := range []struct {
		name, text string
		required   bool
	}{
		{"step", i.Step, true},
		{"risk", i.Risk, true},
		{"measure", strings.ReplaceAll(i.Measure, "\n", ""), true},
		{"frequency", i.Frequency, true},
		{"category", i.Category, false},
		{"basis", i.Basis, false},
		{"code", i.Code, false},
	} {
		switch {
		case f.required && f.text == "":
			refuse(ErrBlank, f.name)
		case strings.ContainsFunc(f.text, unprintable):
			refuse(ErrControl, f.name)
		}
	}
	if _, ok := reference.Item(i.Code); i.Source == sourceTemplate && !ok {
		refuse(ErrTemplate, "code")
	}
	if _, ok := sites[id.ID(i.Site)]; i.Site != "" && !ok {
		refuse(ErrSite, "site")
	}
	m := i.Measured
	switch {
	case m == nil:
	case strings.TrimSpace(m.Unit) == "" || m.Min == nil && m.Max == nil, m.Min != nil && m.Max != nil && *m.Min > *m.Max:
		refuse(ErrLimits, "measured")
	case strings.ContainsFunc(m.Unit, unprintable):
		refuse(ErrControl, "measured.unit")
	}
	if refusal == nil {
		return nil
	}
	return refusal
}

// unprintable finds control characters, and those that turn the direction of
// writing and so let a text read as another.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// checkDaily wants at least one daily item and, for grade D, no more than the
// library advises. What the authority added does not count against the unit.
func checkDaily(items []api.RiskItem, grade string) error {
	if countDaily(items) == 0 {
		return ErrNoDaily.At("body.items", "")
	}
	most := reference.Advice("D").DailyMax
	own := countDaily(items) - countDaily(authorityItems(items))
	if grade != "D" || own <= most {
		return nil
	}
	return ErrTooManyDaily.With("most", most).With("count", own).At("body.items", "")
}

func countDaily(items []api.RiskItem) int {
	n := 0
	for _, i := range items {
		if i.Rhythm == daily {
			n++
		}
	}
	return n
}

// difference tells what changed from one list to another, item by item. Fields
// are named as the contract names them.
func difference(from, to []api.RiskItem) (added, removed []api.RiskItem, changed []api.RiskItemChange) {
	before := make(map[string]api.RiskItem, len(from))
	for _, i := range from {
		before[i.ID] = i
	}
	added, removed, changed = []api.RiskItem{}, []api.RiskItem{}, []api.RiskItemChange{}
	for _, i := range to {
		was, ok := before[i.ID]
		delete(before, i.ID)
		if !ok {
			added = append(added, i)
			continue
		}
		if fields := changedFields(was, i); len(fields) > 0 {
			changed = append(changed, api.RiskItemChange{Before: was, After: i, Fields: fields})
		}
	}
	for _, i := range from {
		if _, gone := before[i.ID]; gone {
			removed = append(removed, i)
		}
	}
	return added, removed, changed
}

func changedFields(a, b api.RiskItem) []string {
	var names []string
	av, bv := reflect.ValueOf(a), reflect.ValueOf(b)
	for n := range av.NumField() {
		if !reflect.DeepEqual(av.Field(n).Interface(), bv.Field(n).Interface()) {
			name, _, _ := strings.Cut(av.Type().Field(n).Tag.Get("json"), ",")
			names = append(names, name)
		}
	}
	return names
}
