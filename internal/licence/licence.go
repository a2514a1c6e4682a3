package licence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// Refusals.
var (
	ErrNotFound  = fault.New(fault.NotFound, "licence.not_found", "没有找到这份证照。")
	ErrInput     = fault.New(fault.Invalid, "licence.input", "有内容没有填写或填写不正确，请按提示修改后重试。")
	ErrKind      = fault.New(fault.Invalid, "licence.kind", "没有这种证照，请从列表中选择种类。")
	ErrDates     = fault.New(fault.Invalid, "licence.dates", "有效期的截止日不能早于起始日，请核对证照上的日期。")
	ErrHolder    = fault.New(fault.Invalid, "licence.holder", "请填写这份证照属于谁：人员姓名、设备名称或供应商名称。")
	ErrProduct   = fault.New(fault.Invalid, "licence.product", "选择的产品已不在产品档案中，请刷新后重新选择。")
	ErrNumber    = fault.New(fault.Conflict, "licence.number_taken", "这种证照里已经有同一个编号。换发请从原证照办理换证；填错请办理更正。")
	ErrReplaces  = fault.New(fault.Invalid, "licence.replaces", "换证要对应同一种类、还没有被换过的原证照，请刷新后从原证照重新办理。")
	ErrReason    = fault.New(fault.Invalid, "licence.reason", "这里已经登记过。更正请写明原因，更正前的内容同时保存。")
	ErrOver      = fault.New(fault.Conflict, "licence.over", "这份证照已经换证或注销，不能再改。")
	ErrFuture    = fault.New(fault.Invalid, "licence.day.future", "日期还没有到，请在当天或之后登记。")
	ErrMeanwhile = fault.New(fault.Conflict, "licence.changed_meanwhile", "刚才有人修改过这份证照，请刷新后重新办理。")
	ErrIDTaken   = fault.New(fault.Conflict, "licence.id_taken", "这个编号已用于另一项登记，请刷新后重新办理。")
)

// The kinds of obligations.
const (
	// KindExpiry is a certificate's last day; its subject is the certificate.
	KindExpiry = "licence_expiry"
	// KindSelfCheck is a year's self-check report; its subject is the enterprise.
	KindSelfCheck = "annual_selfcheck"
)

// The states of a certificate at a day.
const (
	Coming    = "coming"
	Valid     = "valid"
	Near      = "near"
	Lapsed    = "lapsed"
	Undated   = "undated"
	Replaced  = "replaced"
	Withdrawn = "withdrawn"
)

// The kinds of facts.
const (
	entered   = "entered"
	renewed   = "renewed"
	corrected = "corrected"
	withdrawn = "withdrawn"
)

var withdrawalWords = map[string]string{"given_up": "注销", "revoked": "撤销或吊销", "unused": "不再使用"}

// stateOf tells how a certificate stands on a day that was neither replaced nor
// withdrawn. Its last day still counts.
func stateOf(f api.LicenceFields, today clock.Day) (state string, left *int) {
	if f.Until == "" {
		if clock.Day(f.From).After(today) {
			return Coming, nil
		}
		return Undated, nil
	}
	days := clock.Day(f.Until).Sub(today)
	switch kind, _ := reference.LicenceKindOf(f.Kind); {
	case days < 0:
		return Lapsed, &days
	case clock.Day(f.From).After(today):
		return Coming, &days
	case days <= lead(kind):
		return Near, &days
	}
	return Valid, &days
}

// lead is the first of the reminders before the last day.
func lead(k reference.LicenceKind) int {
	if len(k.Leads) == 0 {
		return 30
	}
	return slices.Max(k.Leads)
}

// title is what a certificate is called in one line: its kind, whose it is, and
// its number.
func title(f api.LicenceFields) string {
	kind, _ := reference.LicenceKindOf(f.Kind)
	return strings.Join(slices.DeleteFunc([]string{cmp.Or(f.Name, kind.Name), f.Holder, f.Number}, func(s string) bool { return s == "" }), " ")
}

// check holds a certificate as entered against its kind and the archive. All that
// is wrong is told at once; what needs a field that is wrong is not judged.
func check(f *api.LicenceFields, products []api.Product) error {
	var refusal *fault.Error
	refuse := func(by *fault.Error, pointer string, what words.Sentence) {
		refusal = cmp.Or(refusal, by).For(pointer, what)
	}
	line := func(pointer string, text *string, asked bool) {
		*text = strings.TrimSpace(*text)
		switch bad := strings.ContainsFunc(*text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); {
		case bad:
			refuse(ErrInput, pointer, words.Say("licence.field.control", "文字中含有不可见的控制字符，请删除后重试。"))
		case asked && *text == "":
			refuse(ErrInput, pointer, words.Say("licence.field.required", "请填写这一项。"))
		}
	}
	kind, known := reference.LicenceKindOf(f.Kind)
	if !known {
		refuse(ErrKind, "body.kind", ErrKind.Said())
	}
	line("body.number", &f.Number, true)
	line("body.name", &f.Name, false)
	line("body.holder", &f.Holder, false)
	line("body.issuer", &f.Issuer, false)
	line("body.note", &f.Note, false)
	from, badFrom := clock.ParseDay(f.From)
	if badFrom != nil {
		refuse(ErrInput, "body.from", words.Say("licence.field.from", "请选择证照的起始日。"))
	}
	until, badUntil := clock.ParseDay(f.Until)
	switch {
	case f.Until == "":
	case badUntil != nil:
		refuse(ErrInput, "body.until", words.Say("licence.field.until", "请选择证照的截止日。"))
	case badFrom == nil && until.Before(from):
		refuse(ErrDates, "body.until", ErrDates.Said())
	}
	switch {
	case !known:
	case kind.Holder == "product" || kind.Holder == "none":
		f.Holder = ""
	case f.Holder == "":
		refuse(ErrHolder, "body.holder", ErrHolder.Said())
	}
	if known && kind.Holder != "product" && kind.Holder != "supplier" {
		f.Products = nil
	}
	for n, p := range f.Products {
		if !slices.ContainsFunc(products, func(q api.Product) bool { return q.ID == p }) {
			refuse(ErrProduct, fmt.Sprintf("body.products[%d]", n), ErrProduct.Said())
		}
	}
	if refusal == nil {
		return nil
	}
	return refusal
}

// wants is the kind of certificate that a product's regime asks for.
func wants(p api.Product) string {
	switch {
	case p.DroppedOn != "":
		return ""
	case p.Regime == enterprise.RegimeLicense:
		return "production"
	case p.Regime == enterprise.RegimeCCC:
		return "ccc"
	}
	return ""
}

// covered tells of every product that wants a certificate which it has. The
// best of them says how it stands.
func covered(products []api.Product, items []api.Licence) []api.LicensedProduct {
	all := []api.LicensedProduct{}
	rank := []string{"none", Lapsed, Near, Valid}
	for _, p := range products {
		kind := wants(p)
		if kind == "" {
			continue
		}
		w := api.LicensedProduct{Product: p.ID, Name: p.Name, Regime: p.Regime, State: "none", Licences: []string{}}
		for _, l := range items {
			if l.Kind != kind || !slices.Contains(l.Products, p.ID) || l.State == Coming || l.State == Replaced || l.State == Withdrawn {
				continue
			}
			state := l.State
			if state == Undated {
				state = Valid
			}
			w.Licences = append(w.Licences, l.ID)
			if slices.Index(rank, state) > slices.Index(rank, w.State) {
				w.State = state
			}
		}
		all = append(all, w)
	}
	return all
}

// sortItems puts what ends first first, then what has no last day, then what is
// over.
func sortItems(items []api.Licence) {
	over := func(l api.Licence) int {
		switch {
		case l.State == Replaced || l.State == Withdrawn:
			return 2
		case l.Until == "":
			return 1
		}
		return 0
	}
	slices.SortStableFunc(items, func(a, b api.Licence) int {
		c := cmp.Or(cmp.Compare(over(a), over(b)), cmp.Compare(a.Until, b.Until))
		if over(a) == 2 && over(b) == 2 {
			c = cmp.Compare(b.Until, a.Until)
		}
		return cmp.Or(c, cmp.Compare(a.ID, b.ID))
	})
}
