package exchange

import (
	"strings"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var (
	hazardStates  = map[string]string{"found": "已发现", "measured": "已管控", "planned": "已定措施", "rectified": "已整改", "verified": "已复核", "closed": "已销号"}
	hazardSources = map[string]string{"check": "日检查", "weekly": "周排查", "spot": "随手报", "order": "责令改正", "complaint": "投诉举报", "spot_check_failed": "监督抽查不合格"}
	containKinds  = map[string]string{"stop_production": "停产", "stop_sale": "停售", "seal": "封存", "recall": "召回"}
	adviceKinds   = map[string]string{"opinion": "意见建议", "stop": "否决建议"}
	adviceStates  = map[string]string{"waiting": "待答复", "answered": "已答复", "withdrawn": "已撤回"}
)

func (n Nouns) hazards() Table {
	return Table{
		Name: "hazards", Title: "风险隐患台账",
		Export: &Export{
			Permission: "hazard.read", Ranged: true,
			Columns: columns("发现日期", "场所:18", "等级", "来源", "文号:18", "情况:40", "产品批次:20", "状态", "发现人", "负责人", "整改期限:18", "整改时间:18", "销号时间:18", "再次发现"),
			Rows: monthly("hazards", n.Hazards.Between, func(h api.HazardEntry) []any {
				return []any{
					h.Day, h.SiteName, paper.Severity(h.Severity), hazardSources[h.Source], h.SourceNumber, h.Description, h.Batch, hazardStates[h.State], h.OpenedName, h.OwnerName,
					paper.Minute(h.Due), minute(h.RectifiedAt), minute(h.ClosedAt), h.FoundAgain,
				}
			}),
		},
	}
}

// containments stand with the hazard for which they were ordered.
func (n Nouns) containments() Table {
	type act struct {
		api.Containment
		hazard string
	}
	read := func(tx *db.Tx, from, to clock.Day) ([]act, error) {
		found, err := n.Hazards.Between(tx, from, to)
		if err != nil {
			return nil, err
		}
		var all []act
		for _, h := range found {
			whole, err := n.Hazards.ReadFor(tx, id.ID(h.ID))
			if err != nil {
				return nil, err
			}
			for _, c := range whole.Body.Containments {
				all = append(all, act{c, h.Description})
			}
		}
		return all, nil
	}
	return Table{
		Name: "containments", Title: "停产停售封存召回",
		Export: &Export{
			Permission: "hazard.read", Ranged: true,
			Columns: columns("采取时间:18", "措施:18", "产品:24", "批次:20", "生产或购进", "库存", "已售", "已召回", "单位:8", "通知情况:28", "报告监管部门:18", "监管回执:18", "解除时间:18", "隐患:40"),
			Rows: monthly("containments", read, func(c act) []any {
				var kinds []string
				for _, k := range c.Kinds {
					kinds = append(kinds, containKinds[k])
				}
				made := any("")
				if c.Made != nil {
					made = *c.Made
				}
				return []any{
					paper.Minute(c.At), strings.Join(kinds, "、"), c.Product, c.Batch, made, c.Stocked, c.Sold, c.Recalled, c.Unit, c.Notices,
					minute(c.NotifiedAt), minute(c.ReceiptedAt), minute(c.LiftedAt), c.hazard,
				}
			}),
		},
	}
}

func (n Nouns) advices() Table {
	return Table{
		Name: "advices", Title: "意见建议",
		Export: &Export{
			Permission: "advice.read", Ranged: true,
			Columns: columns("提出时间:18", "种类", "事实:48", "建议:36", "状态", "提出人"),
			Rows: monthly("advice", n.Advice.Between, func(a api.Advice) []any {
				state := adviceStates[a.State]
				if a.Overdue {
					state = "逾期未答复"
				}
				return []any{paper.Minute(a.RaisedAt), adviceKinds[a.Kind], a.Facts, a.Wish, state, a.RaisedName}
			}),
		},
	}
}
