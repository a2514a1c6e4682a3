package exchange

import (
	"fmt"

	"zhize/api"
	"zhize/internal/platform/db"
)

var (
	rhythms = []Choice{{"日管控", "daily"}, {"周排查", "weekly"}, {"月调度", "monthly"}}
	yesNo   = []Choice{{"是", "yes"}, {"否", "no"}}
)

func (n Nouns) riskItems() Table {
	return Table{
		Name: "risk-items", Title: "风险管控清单",
		Import: &Import{
			Permission: "risklist.draft",
			Columns: []Column{
				{Field: "category", Title: "产品类别", Most: 50, Required: true, Width: 18},
				{Field: "step", Title: "环节", Most: 50, Required: true, Width: 16},
				{Field: "risk", Title: "风险点", Most: 200, Required: true, Width: 28},
				{Field: "measure", Title: "管控措施", Most: 500, Required: true, Width: 40},
				{Field: "frequency", Title: "检查频次", Most: 30, Required: true, Note: "如：每日、每批、每周"},
				{Field: "rhythm", Title: "纳入", Choices: rhythms, Required: true},
				{Field: "post", Title: "责任岗位", Choices: posts, Required: true, Width: 16},
				{Field: "batch", Title: "按批检查", Choices: yesNo},
				{Field: "basis", Title: "依据", Most: 200, Width: 28},
			},
			Key: []string{"category", "step", "risk", "measure"},
			Open: func(tx *db.Tx) (Batch, error) {
				to, err := n.RiskLists.Adding(tx)
				if err != nil {
					return Batch{}, fmt.Errorf("open list: %w", err)
				}
				put := func(r Row) error {
					return to.Put(api.RiskItem{
						Category: r["category"], Step: r["step"], Risk: r["risk"], Measure: r["measure"], Frequency: r["frequency"], Rhythm: r["rhythm"],
						Post: r["post"], Batch: r["batch"] == "yes", Basis: r["basis"],
					})
				}
				return Batch{Put: put, End: to.End}, nil
			},
			// The list has a most and a least of items: it is tried as one.
			Whole: true,
		},
		Export: &Export{
			Permission: "risklist.read",
			Columns:    columns("产品类别:18", "环节:16", "风险点:28", "管控措施:40", "检查频次", "纳入", "责任岗位:16", "按批检查", "依据:28"),
			Rows: standing("list in force", n.itemsInForce, func(i api.RiskItem) []any {
				return []any{i.Category, i.Step, i.Risk, i.Measure, i.Frequency, chosen(rhythms, i.Rhythm), chosen(posts, i.Post), yes(i.Batch, "是"), i.Basis}
			}),
		},
	}
}

func (n Nouns) itemsInForce(tx *db.Tx) ([]api.RiskItem, error) {
	list, _, err := n.RiskLists.InForce(tx)
	return list.Items, err
}
