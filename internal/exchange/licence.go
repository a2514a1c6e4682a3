package exchange

import (
	"fmt"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

func licenceKinds() []Choice {
	var all []Choice
	for _, k := range reference.LicenceKinds() {
		all = append(all, Choice{k.Name, k.Code})
	}
	return all
}

var licenceStates = map[string]string{"coming": "未生效", "valid": "有效", "near": "临近到期", "lapsed": "已过期", "undated": "长期有效", "replaced": "已换证", "withdrawn": "已注销"}

func (n Nouns) licences() Table {
	return Table{
		Name: "licences", Title: "证照",
		Import: &Import{
			Permission: "licence.keep",
			Columns: []Column{
				{Field: "kind", Title: "证照种类", Choices: licenceKinds(), Required: true, Width: 24},
				{Field: "number", Title: "证书编号", Most: 60, Required: true, Width: 24},
				{Field: "name", Title: "证书名称", Most: 100, Width: 24},
				{Field: "products", Title: "产品", Width: 24, Note: "档案中的产品名称，多个用顿号隔开"},
				{Field: "holder", Title: "持证人或设备", Most: 100, Width: 20, Note: "人员、设备、供应商证照必填"},
				{Field: "issuer", Title: "发证机关", Most: 100, Width: 24},
				{Field: "from", Title: "生效日期", Kind: Day, Required: true},
				{Field: "until", Title: "有效期至", Kind: Day, Note: "长期有效的留空"},
				{Field: "note", Title: "备注", Most: 300, Width: 24},
			},
			Key:  []string{"kind", "number"},
			Open: n.openLicences,
		},
		Export: &Export{
			Permission: "licence.read",
			Columns:    columns("证照种类:24", "证书编号:24", "证书名称:24", "持证人或设备:20", "发证机关:24", "生效日期", "有效期至", "状态", "备注:24"),
			Rows: standing("certificates", n.everyLicence, func(l api.Licence) []any {
				return []any{l.KindName, l.Number, l.Name, l.Holder, l.Issuer, l.From, l.Until, licenceStates[l.State], l.Note}
			}),
		},
	}
}

func (n Nouns) everyLicence(tx *db.Tx) ([]api.Licence, error) {
	all, err := n.Licences.Register(tx, true)
	return all.Items, err
}

func (n Nouns) openLicences(tx *db.Tx) (Batch, error) {
	to, err := n.Licences.Entering(tx)
	if err != nil {
		return Batch{}, fmt.Errorf("open certificates: %w", err)
	}
	return Batch{Put: func(r Row) error {
		f := api.LicenceFields{
			Kind: r["kind"], Number: r["number"], Name: r["name"], Holder: r["holder"], Issuer: r["issuer"], From: r["from"], Until: r["until"], Note: r["note"],
		}
		var unknown []string
		for _, name := range list(r["products"]) {
			found := to.Product(name)
			if found == "" {
				unknown = append(unknown, name)
			}
			f.Products = append(f.Products, found)
		}
		var wrong enterprise.Form
		if len(unknown) > 0 {
			mark(&wrong, "products", words.Say("exchange.row.product_unknown", "档案里没有产品“{unknown}”，请先在单位档案中添加，或改成档案中的名称。", "unknown", quoted(unknown)))
		}
		return refused(&wrong, to.Put(f))
	}}, nil
}
