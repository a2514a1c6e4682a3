package exchange

import (
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// ErrRow refuses a row that names what is not there, or is there already.
var ErrRow = fault.New(fault.Invalid, "exchange.row.invalid", "这一行有问题，请按提示修改。")

// mark notes what a look-up found wrong with a cell.
func mark(f *enterprise.Form, field string, what words.Sentence) {
	_ = f.Take(ErrRow.For("body."+field, what))
}

// quoted lists what somebody wrote, each in the quotation marks around the value.
func quoted(all []string) words.List { return words.Joined("”“", words.Owns(all...)...) }

// refused joins what a look-up found wrong in a row and what its noun refuses. A
// row that is refused may have been written all the same: it is taken back.
func refused(f *enterprise.Form, put error) error {
	if err := f.Take(put); err != nil {
		return err
	}
	return f.Err(ErrRow)
}

var siteKinds = []Choice{{"门店", "store"}, {"车间", "workshop"}, {"仓库", "warehouse"}, {"摊位", "stall"}}

func (n Nouns) sites() Table {
	return Table{
		Name: "sites", Title: "场所",
		Import: &Import{
			Permission: "enterprise.site.edit",
			Columns: []Column{
				{Field: "name", Title: "场所名称", Required: true, Width: 24},
				{Field: "kind", Title: "种类", Choices: siteKinds, Required: true},
				{Field: "address", Title: "地址", Width: 40},
			},
			Key: []string{"name"},
			Open: func(tx *db.Tx) (Batch, error) {
				open, err := n.openSites(tx)
				if err != nil {
					return Batch{}, err
				}
				to, err := n.Enterprises.Adding(tx)
				if err != nil {
					return Batch{}, fmt.Errorf("open sites: %w", err)
				}
				put := func(r Row) error {
					var f enterprise.Form
					// Other tables name a site by its name.
					if open.named(r["name"]) != "" {
						mark(&f, "name", words.Say("exchange.row.site_known", "已有同名的在营场所，不需要再导入；确是另一处的，请用不同的名称。"))
					}
					return refused(&f, to.Put(api.SiteFields{Kind: r["kind"], Name: r["name"], Address: r["address"]}))
				}
				return Batch{Put: put, End: to.End}, nil
			},
		},
		Export: &Export{
			Permission: "enterprise.read",
			Columns:    columns("场所名称:24", "种类", "地址:40", "启用日期", "关闭日期"),
			Rows: standing("sites", n.Enterprises.Sites, func(s api.Site) []any {
				return []any{s.Name, chosen(siteKinds, s.Kind), s.Address, s.OpenedOn, s.ClosedOn}
			}),
		},
	}
}

// openSites are the sites where work is done, as a table names them.
type openSites []api.Site

func (n Nouns) openSites(tx *db.Tx) (openSites, error) {
	all, err := n.Enterprises.Sites(tx)
	if err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	return slices.DeleteFunc(all, func(s api.Site) bool { return s.ClosedOn != "" }), nil
}

// named returns the site of the name, or nothing.
func (o openSites) named(name string) string {
	for _, s := range o {
		if s.Name == name {
			return s.ID
		}
	}
	return ""
}

// find finds sites by their names; the only one needs no name. What is not found
// is an id that nobody has, so that the noun judges nothing by it.
func (o openSites) find(f *enterprise.Form, field string, names ...string) []string {
	var found, unknown []string
	for _, name := range names {
		site := o.named(name)
		if name == "" && len(o) == 1 {
			site = o[0].ID
		}
		if site == "" && name != "" && !slices.Contains(unknown, name) {
			unknown = append(unknown, name)
		}
		found = append(found, site)
	}
	switch {
	case len(unknown) > 0:
		mark(f, field, words.Say("exchange.row.site_unknown", "没有在营的场所“{unknown}”，请填写现有的：“{sites}”。", "unknown", quoted(unknown), "sites", quoted(o.names())))
	case slices.Contains(found, ""):
		mark(f, field, words.Say("exchange.row.site_open", "请填写是哪一个场所：“{sites}”。", "sites", quoted(o.names())))
	}
	return found
}

func (o openSites) names() []string {
	names := make([]string, len(o))
	for n, s := range o {
		names[n] = s.Name
	}
	return names
}

// byID is what goods are logged for.
func (o openSites) byID() map[id.ID]string {
	all := make(map[id.ID]string, len(o))
	for _, s := range o {
		all[id.ID(s.ID)] = s.Name
	}
	return all
}

var regimes = []Choice{{"生产许可", "license"}, {"CCC认证", "ccc"}, {"强制性标准", "mandatory"}, {"无", "none"}}

func (n Nouns) products() Table {
	return Table{
		Name: "products", Title: "产品",
		Import: &Import{
			Permission: "enterprise.product.edit",
			Columns: []Column{
				{Field: "name", Title: "产品名称", Required: true, Width: 28},
				{Field: "category", Title: "产品类别", Required: true, Width: 24, Note: "按清单模板的类别填写，没有的填“其他”"},
				{Field: "regime", Title: "适用制度", Choices: regimes, Required: true},
				{Field: "certificate", Title: "证书编号", Width: 24},
				{Field: "standard", Title: "执行标准", Width: 24},
			},
			Key: []string{"name", "category", "regime", "certificate", "standard"},
			Open: func(tx *db.Tx) (Batch, error) {
				there, err := n.everyProduct(tx)
				if err != nil {
					return Batch{}, fmt.Errorf("read products: %w", err)
				}
				to, err := n.Enterprises.Products(tx)
				if err != nil {
					return Batch{}, fmt.Errorf("open products: %w", err)
				}
				put := func(r Row) error {
					one := api.ProductFields{Name: r["name"], Category: r["category"], Regime: r["regime"], Certificate: r["certificate"], Standard: r["standard"]}
					var f enterprise.Form
					if slices.ContainsFunc(there, func(p api.Product) bool { return p.DroppedOn == "" && p.ProductFields == one }) {
						mark(&f, "name", words.Say("exchange.row.product_known", "档案里已有相同的产品，不需要再导入。"))
					}
					return refused(&f, to.Put(one))
				}
				return Batch{Put: put, End: to.End}, nil
			},
		},
		Export: &Export{
			Permission: "enterprise.read",
			Columns:    columns("产品名称:28", "产品类别:24", "适用制度", "证书编号:24", "执行标准:24", "停止经营日期"),
			Rows: standing("products", n.everyProduct, func(p api.Product) []any {
				return []any{p.Name, p.Category, chosen(regimes, p.Regime), p.Certificate, p.Standard, p.DroppedOn}
			}),
		},
	}
}

func (n Nouns) everyProduct(tx *db.Tx) ([]api.Product, error) {
	e, err := n.Enterprises.Archive(tx)
	return e.Products, err
}
