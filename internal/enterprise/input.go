package enterprise

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// CategoryOther is the category of a product that the risk-item templates do
// not know.
const CategoryOther = "其他"

// ErrInput refuses an input; its fields say what is wrong.
var ErrInput = fault.New(fault.Invalid, "enterprise.input.invalid", "填写的内容有误，请按提示修改后重新提交，其余内容没有丢失。")

// Head is the head of the archive, checked.
type Head struct {
	Name                string
	Identifier          Identifier
	Address             string
	LegalRepresentative string
	Contact             string
	Phone               string
}

// Figures are the sizes of one business in one year.
type Figures struct {
	Measure
	Year  int
	Basis string
}

// Site is a place of business.
type Site struct {
	ID       id.ID
	Kind     string
	Name     string
	Address  string
	OpenedOn clock.Day
	ClosedOn clock.Day
}

// Product is a product with the regime under which it falls.
type Product struct {
	ID          id.ID
	Name        string
	Category    string
	Regime      string
	Certificate string
	Standard    string
	AddedOn     clock.Day
	DroppedOn   clock.Day
}

// The regimes under which a product may fall; one without is outside the plan.
const (
	RegimeLicense   = "license"   // 工业产品生产许可
	RegimeCCC       = "ccc"       // 强制性产品认证
	RegimeMandatory = "mandatory" // 强制性标准
	RegimeNone      = "none"
)

// head reads the head. A malformed identifier is told together with all else
// that is wrong; a wrong check digit only when everything else is right,
// because a person answers it and does not mend it.
func (f *Form) head(in api.EnterpriseHead) (Head, error) {
	before := len(f.fields)
	h := Head{
		Name:                f.Name("body.name", in.Name, 100),
		Address:             f.Line("body.address", in.Address, 200),
		LegalRepresentative: f.Line("body.legalRepresentative", in.LegalRepresentative, 50),
		Contact:             f.Line("body.contact", in.Contact, 50),
		Phone:               f.Line("body.phone", in.Phone, 30),
	}
	if len(f.fields) == before && len([]rune(h.Name)) < 2 {
		f.Refuse("body.name", words.Say("enterprise.input.name", "名称至少2个字，请按营业执照填写。"))
	}
	reason := f.Line("body.identifier.reason", in.Identifier.Reason, 200)
	market := f.Line("body.identifier.market", in.Identifier.Market, 100)
	stall := f.Line("body.identifier.stall", in.Identifier.Stall, 50)
	i, err := NewIdentifier(Identifier{
		Kind: IdentifierKind(in.Identifier.Kind), Value: in.Identifier.Value, Confirmed: in.Identifier.Confirmed,
		Reason: reason, Market: market, Stall: stall,
	})
	h.Identifier = i
	wrong, ok := fault.Of(err)
	switch {
	case err == nil:
		return h, nil
	case !ok:
		return Head{}, err
	}
	at := *wrong
	at.Fields = nil
	for _, field := range wrong.Fields {
		at.Fields = append(at.Fields, fault.Field{Pointer: "body.identifier." + field.Pointer, Sentence: field.Sentence})
	}
	return Head{}, &at
}

// settle joins what is wrong with the identifier and with the rest.
func (f *Form) settle(identifier error) error {
	wrong, ok := fault.Of(identifier)
	switch {
	case !ok && identifier != nil:
		return identifier
	case ok && wrong.Kind == fault.Invalid:
		for _, field := range f.fields {
			wrong = wrong.For(field.Pointer, field.Sentence)
		}
		return wrong
	}
	if err := f.Err(ErrInput); err != nil {
		return err
	}
	return identifier
}

// bases lists whence figures come.
var bases = []string{"annual_report", "tax", "self_declared", "survey", "other"}

// figures reads the sizes of one business at the place.
func (f *Form) figures(at string, in api.BusinessFigures) Figures {
	g := Figures{Measure: Measure{Business: Business(in.Kind), Headcount: in.Headcount}, Year: in.Year, Basis: in.Basis}
	if !slices.Contains(Businesses(), g.Business) {
		f.Refuse(at+".kind", words.Say("enterprise.input.business", "请选择生产、批发或零售。"))
	}
	if in.Revenue != nil {
		yuan, err := ParseWan(strconv.FormatFloat(*in.Revenue, 'f', -1, 64))
		if err != nil {
			f.Refuse(at+".revenue", ErrRevenueMalformed.Said())
		} else {
			g.Revenue = &yuan
		}
	}
	if in.Headcount != nil && (*in.Headcount < 0 || *in.Headcount > math.MaxInt32) {
		f.Refuse(at+".headcount", ErrHeadcountNegative.Said())
	}
	if in.Year < 2000 || in.Year > 2100 {
		f.Refuse(at+".year", words.Say("enterprise.input.year", "请填写数据所属年度，如2025。"))
	}
	if !slices.Contains(bases, in.Basis) {
		f.Refuse(at+".basis", words.Say("enterprise.input.basis", "请选择数据来源。"))
	}
	return g
}

// businesses reads the figures of a new archive, one for each business.
func (f *Form) businesses(in []api.BusinessFigures) []Figures {
	var all []Figures
	if len(in) == 0 {
		f.Refuse("body.businesses", words.Say("enterprise.input.businesses", "请至少选择生产、批发、零售中的一种。"))
	}
	for n, b := range in {
		at := fmt.Sprintf("body.businesses[%d]", n)
		if slices.ContainsFunc(all, func(g Figures) bool { return g.Business == Business(b.Kind) }) {
			f.Refuse(at+".kind", words.Say("enterprise.input.business_once", "同一种业务只填一次。"))
		}
		all = append(all, f.figures(at, b))
	}
	return all
}

var siteKinds = []string{"store", "workshop", "warehouse", "stall"}

// site reads a site at the place.
func (f *Form) site(at string, in api.SiteFields) Site {
	if !slices.Contains(siteKinds, in.Kind) {
		f.Refuse(at+".kind", words.Say("enterprise.input.site_kind", "请选择门店、车间、仓库或摊位。"))
	}
	return Site{Kind: in.Kind, Name: f.Name(at+".name", in.Name, 50), Address: f.Line(at+".address", in.Address, 200)}
}

var regimes = []string{RegimeLicense, RegimeCCC, RegimeMandatory, RegimeNone}

// product reads a product at the place.
func (f *Form) product(at string, in api.ProductFields) Product {
	p := Product{
		Name:        f.Name(at+".name", in.Name, 100),
		Category:    f.Name(at+".category", in.Category, 50),
		Regime:      in.Regime,
		Certificate: f.Line(at+".certificate", in.Certificate, 60),
		Standard:    f.Line(at+".standard", in.Standard, 60),
	}
	if p.Category != "" && !knownCategory(p.Category) {
		f.Refuse(at+".category", words.Say("enterprise.input.category", "没有这个产品类别，请从列表中选择，列表中没有的请选“其他”。"))
	}
	if !slices.Contains(regimes, in.Regime) {
		f.Refuse(at+".regime", words.Say("enterprise.input.regime", "请选择生产许可、强制性认证、强制性标准或无。"))
	}
	return p
}

func (f *Form) products(in []api.ProductFields) []Product {
	all := make([]Product, len(in))
	for n, p := range in {
		all[n] = f.product(fmt.Sprintf("body.products[%d]", n), p)
	}
	return all
}

func knownCategory(s string) bool {
	return s == CategoryOther ||
		slices.Contains(reference.Categories(reference.Production), s) ||
		slices.Contains(reference.Categories(reference.Sales), s)
}

// inScope derives whether the enterprise falls under the plan: it does with
// one product under a regime. Without products nothing is decided.
func inScope(products []Product) *bool {
	var in bool
	current := 0
	for _, p := range products {
		if p.DroppedOn == "" {
			current++
			in = in || p.Regime != RegimeNone
		}
	}
	if current == 0 {
		return nil
	}
	return &in
}
