package exchange

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
	"zhize/internal/reference"
)

var siteKinds = []Choice{{"门店", "store"}, {"车间", "workshop"}, {"仓库", "warehouse"}, {"摊位", "stall"}}

func words(choices []Choice, value string) string {
	for _, c := range choices {
		if c.Value == value {
			return c.Words
		}
	}
	return value
}

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
			Put: func(tx *db.Tx, r Row) error {
				return n.Enterprises.PutSite(tx, api.SiteFields{Kind: r["kind"], Name: r["name"], Address: r["address"]})
			},
		},
		Export: &Export{
			Permission: "enterprise.read",
			Columns:    []sheet.Column{{Title: "场所名称", Width: 24}, {Title: "种类"}, {Title: "地址", Width: 40}, {Title: "启用日期"}, {Title: "关闭日期"}},
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				all, err := n.Enterprises.Sites(tx)
				if err != nil {
					return fmt.Errorf("read sites: %w", err)
				}
				for _, s := range all {
					if err := each(s.Name, words(siteKinds, s.Kind), s.Address, s.OpenedOn, s.ClosedOn); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
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
			Put: func(tx *db.Tx, r Row) error {
				return n.Enterprises.PutProduct(tx, api.ProductFields{Name: r["name"], Category: r["category"], Regime: r["regime"], Certificate: r["certificate"], Standard: r["standard"]})
			},
		},
		Export: &Export{
			Permission: "enterprise.read",
			Columns:    []sheet.Column{{Title: "产品名称", Width: 28}, {Title: "产品类别", Width: 24}, {Title: "适用制度"}, {Title: "证书编号", Width: 24}, {Title: "执行标准", Width: 24}},
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				e, err := n.Enterprises.Archive(tx)
				if err != nil {
					return fmt.Errorf("read archive: %w", err)
				}
				for _, p := range e.Products {
					if err := each(p.Name, p.Category, words(regimes, p.Regime), p.Certificate, p.Standard); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
}

func (n Nouns) people() Table {
	return Table{
		Name: "people", Title: "在任人员",
		Export: &Export{
			Permission: "appointment.read",
			Columns:    []sheet.Column{{Title: "姓名"}, {Title: "岗位", Width: 16}, {Title: "一人兼任"}, {Title: "代理"}, {Title: "任职时间", Width: 18}},
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				all, err := n.Appointments.Holders(tx)
				if err != nil {
					return fmt.Errorf("read people: %w", err)
				}
				for _, a := range all {
					if err := each(a.PersonName, paper.Post(a.Post), yes(a.Concurrent, "是"), yes(a.DeputyOf != "", "是"), paper.Minute(a.From)); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
}

var (
	rhythms = []Choice{{"日管控", "daily"}, {"周排查", "weekly"}, {"月调度", "monthly"}}
	posts   = []Choice{{"质量安全员", "officer"}, {"质量安全总监", "director"}, {"主要负责人", "principal"}}
	yesNo   = []Choice{{"是", "yes"}, {"否", "no"}}
)

func (n Nouns) riskItems() Table {
	return Table{
		Name: "risk-items", Title: "风险管控清单",
		Import: &Import{
			Permission: "risklist.draft",
			Columns: []Column{
				{Field: "category", Title: "产品类别", Required: true, Width: 18},
				{Field: "step", Title: "环节", Required: true, Width: 16},
				{Field: "risk", Title: "风险点", Required: true, Width: 28},
				{Field: "measure", Title: "管控措施", Required: true, Width: 40},
				{Field: "frequency", Title: "检查频次", Required: true, Note: "如：每日、每批、每周"},
				{Field: "rhythm", Title: "纳入", Choices: rhythms, Required: true},
				{Field: "post", Title: "责任岗位", Choices: posts, Required: true, Width: 16},
				{Field: "batch", Title: "按批检查", Choices: yesNo},
				{Field: "basis", Title: "依据", Width: 28},
			},
			Put: func(tx *db.Tx, r Row) error {
				return n.RiskLists.Add(tx, api.RiskItem{
					Category: r["category"], Step: r["step"], Risk: r["risk"], Measure: r["measure"], Frequency: r["frequency"], Rhythm: r["rhythm"],
					Post: r["post"], Batch: r["batch"] == "yes", Basis: r["basis"],
				})
			},
		},
		Export: &Export{
			Permission: "risklist.read",
			Columns: []sheet.Column{
				{Title: "产品类别", Width: 18},
				{Title: "环节", Width: 16},
				{Title: "风险点", Width: 28},
				{Title: "管控措施", Width: 40},
				{Title: "检查频次"},
				{Title: "纳入"},
				{Title: "责任岗位", Width: 16},
				{Title: "按批检查"},
				{Title: "依据", Width: 28},
			},
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				list, _, err := n.RiskLists.InForce(tx)
				if err != nil {
					return fmt.Errorf("read list in force: %w", err)
				}
				for _, i := range list.Items {
					if err := each(i.Category, i.Step, i.Risk, i.Measure, i.Frequency, words(rhythms, i.Rhythm), words(posts, i.Post), yes(i.Batch, "是"), i.Basis); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
}

func licenceKinds() []Choice {
	var all []Choice
	for _, k := range reference.LicenceKinds() {
		all = append(all, Choice{k.Name, k.Code})
	}
	return all
}

func (n Nouns) licences() Table {
	return Table{
		Name: "licences", Title: "证照",
		Import: &Import{
			Permission: "licence.keep",
			Columns: []Column{
				{Field: "kind", Title: "证照种类", Choices: licenceKinds(), Required: true, Width: 24},
				{Field: "number", Title: "证书编号", Required: true, Width: 24},
				{Field: "name", Title: "证书名称", Width: 24},
				{Field: "products", Title: "产品", Width: 24, Note: "档案中的产品名称，多个用顿号隔开"},
				{Field: "holder", Title: "持证人或设备", Width: 20, Note: "人员、设备、供应商证照必填"},
				{Field: "issuer", Title: "发证机关", Width: 24},
				{Field: "from", Title: "生效日期", Kind: Day, Required: true},
				{Field: "until", Title: "有效期至", Kind: Day, Note: "长期有效的留空"},
				{Field: "note", Title: "备注", Width: 24},
			},
			Put: n.putLicence,
		},
		Export: &Export{
			Permission: "licence.read",
			Columns: []sheet.Column{
				{Title: "证照种类", Width: 24},
				{Title: "证书编号", Width: 24},
				{Title: "证书名称", Width: 24},
				{Title: "持证人或设备", Width: 20},
				{Title: "发证机关", Width: 24},
				{Title: "生效日期"},
				{Title: "有效期至"},
				{Title: "状态"},
				{Title: "备注", Width: 24},
			},
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				all, err := n.Licences.Register(tx, true)
				if err != nil {
					return fmt.Errorf("read certificates: %w", err)
				}
				for _, l := range all.Items {
					if err := each(l.KindName, l.Number, l.Name, l.Holder, l.Issuer, l.From, l.Until, licenceStates[l.State], l.Note); err != nil {
						return err
					}
				}
				return nil
			},
		},
	}
}

var licenceStates = map[string]string{"coming": "未生效", "valid": "有效", "near": "临近到期", "lapsed": "已过期", "undated": "长期有效", "replaced": "已换证", "withdrawn": "已注销"}

func (n Nouns) putLicence(tx *db.Tx, r Row) error {
	f := api.LicenceFields{
		Kind: r["kind"], Number: r["number"], Name: r["name"], Holder: r["holder"], Issuer: r["issuer"], From: r["from"], Until: r["until"], Note: r["note"],
	}
	if named := r["products"]; named != "" {
		e, err := n.Enterprises.Archive(tx)
		if err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		for _, name := range strings.FieldsFunc(named, func(c rune) bool { return strings.ContainsRune("、,，;；", c) }) {
			found := ""
			for _, p := range e.Products {
				if p.Name == strings.TrimSpace(name) {
					found = p.ID
				}
			}
			if found == "" {
				return ErrRow.At("body.products", "档案里没有产品“"+strings.TrimSpace(name)+"”，请先在单位档案中添加，或改成档案中的名称。")
			}
			f.Products = append(f.Products, found)
		}
	}
	entered := tx.NewID()
	return n.Licences.Put(tx, entered, id.ID(entered), f, "")
}
