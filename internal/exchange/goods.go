package exchange

import (
	"slices"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/goods"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

var verdicts = []Choice{{"合格", "accepted"}, {"不合格", "rejected"}}

func (n Nouns) purchases() Table {
	return n.log("purchases", goods.TitlePurchase, goods.Purchase, "供货单位", "合格证或证书编号", true)
}

func (n Nouns) deliveries() Table {
	return n.log("deliveries", goods.TitleDelivery, goods.Delivery, "购货单位", "检验报告编号", false)
}

func (n Nouns) log(name, title, kind, partner, certificate string, partnerRequired bool) Table {
	return Table{
		Name: name, Title: title,
		Import: &Import{
			Permission: "goods.log",
			Columns: []Column{
				{Field: "day", Title: "日期", Kind: Day, Required: true},
				{Field: "site", Title: "场所", Note: "只有一个场所时可以不填", Width: 18},
				{Field: "product", Title: "产品名称", Required: true, Width: 24},
				{Field: "model", Title: "规格型号", Width: 18},
				{Field: "batch", Title: "批号", Width: 18},
				{Field: "quantity", Title: "数量", Kind: Number, Required: true},
				{Field: "unit", Title: "单位", Required: true, Width: 8},
				{Field: "partner", Title: partner, Required: partnerRequired, Width: 28},
				{Field: "certificate", Title: certificate, Width: 24},
				{Field: "verdict", Title: "查验结果", Choices: verdicts, Required: true},
				{Field: "note", Title: "说明", Width: 28, Note: "不合格的必填：原因和去向"},
			},
			Open: func(tx *db.Tx) (Batch, error) {
				open, err := n.openSites(tx)
				if err != nil {
					return Batch{}, err
				}
				log := n.Goods.Putting(tx, open.byID())
				return Batch{Put: func(r Row) error {
					var f enterprise.Form
					site := open.find(&f, "site", r["site"])
					return refused(&f, log(api.GoodsFields{
						Kind: kind, Day: r["day"], Site: site[0], Product: r["product"], Model: r["model"], Batch: r["batch"], Quantity: r.Number("quantity"), Unit: r["unit"],
						Partner: r["partner"], Certificate: r["certificate"], Verdict: r["verdict"], Note: r["note"],
					}))
				}}, nil
			},
		},
		Export: &Export{
			Permission: "goods.read", Ranged: true,
			Columns: columns("日期", "场所:18", "产品名称:24", "规格型号:18", "批号:18", "数量", "单位:8", partner+":28", certificate+":24", "查验结果", "说明:28", "记录人", "记录时间:18", "补录", "版本:8"),
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return n.Goods.Each(tx, kind, from, to, func(e api.GoodsEntry) error {
					return each(e.Day, e.SiteName, e.Product, e.Model, e.Batch, e.Quantity, e.Unit, e.Partner, e.Certificate, chosen(verdicts, e.Verdict), e.Note,
						e.Name, paper.Minute(e.At), yes(e.Late, "补录"), e.Version)
				})
			},
		},
	}
}

var (
	suspicionKinds    = map[string]string{"price": "价格明显偏低", "source": "来源难以追溯", "counterfeit": "疑似假冒伪劣"}
	suspicionStates   = map[string]string{"reported": "已上报", "receipted": "已回执", "handled": "已处置"}
	suspicionOutcomes = map[string]string{"returned": "退货", "destroyed": "销毁", "handed_over": "移交", "cleared": "排除嫌疑", "other": "其他"}
)

func (n Nouns) suspicions() Table {
	return Table{
		Name: "suspicions", Title: goods.TitleSuspicion,
		Export: &Export{
			Permission: "goods.read",
			Columns:    columns("上报时间:18", "上报人", "情形:16", "产品:24", "批号:18", "供货单位:24", "数量", "单位:8", "事实:40", "已采取的措施:32", "状态", "回执机关:20", "回执时间:18", "处置结果", "处置说明:28", "处置时间:18"),
			Rows: telling("suspicions", n.suspicionsIn, func(s api.Suspicion) []any {
				return []any{
					paper.Minute(s.At), s.Name, suspicionKinds[s.Kind], s.Product, s.Batch, s.Partner, s.Quantity, s.Unit, s.Facts, s.Measure, suspicionStates[s.State],
					s.AgencyName, minute(s.ReceiptAt), suspicionOutcomes[s.Outcome], s.OutcomeNote, minute(s.HandledAt),
				}
			}),
		},
	}
}

func (n Nouns) commissions() Table {
	return Table{
		Name: "commissions", Title: goods.TitleCommissions,
		Export: &Export{
			Permission: "goods.read",
			Columns:    columns("本单位为", "对方:24", "产品:24", "证书编号:20", "起", "止", "合同编号:18", "合同照片数", "已报告", "状态", "说明:28", "登记人", "登记时间:18", "终止原因:28"),
			Rows: telling("commissions", n.commissionsIn, func(c api.Commission) []any {
				return []any{
					goods.CommissionRoles[c.Role], c.Partner, c.Product, c.License, c.From, c.Until, c.Contract, len(c.Photos), yes(c.Announced, "是"), goods.CommissionStates[c.State], c.Note,
					c.Name, paper.Minute(c.At), c.EndedWhy,
				}
			}),
		},
	}
}

// suspicionsIn are the reports of the days; all without days.
func (n Nouns) suspicionsIn(tx *db.Tx, from, to clock.Day) ([]api.Suspicion, error) {
	all, err := n.Goods.Suspicions(tx)
	if from == "" {
		return all, err
	}
	return slices.DeleteFunc(all, func(s api.Suspicion) bool {
		day := clock.DayOf(s.At)
		return day.Before(from) || day.After(to)
	}), err
}

// commissionsIn are the contracts that ran on one of the days; all without days.
func (n Nouns) commissionsIn(tx *db.Tx, from, to clock.Day) ([]api.Commission, error) {
	if from == "" {
		return n.Goods.Commissions(tx)
	}
	return n.Goods.CommissionsOn(tx, from, to)
}
