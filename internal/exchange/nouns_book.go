package exchange

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/goods"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
)

// ErrRow refuses a row that names what is not there.
var ErrRow = fault.New(fault.Invalid, "exchange.row.invalid", "这一行有问题，请按提示修改。")

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
			Put: func(tx *db.Tx, r Row) error {
				site, err := n.site(tx, r["site"])
				if err != nil {
					return err
				}
				_, err = n.Goods.Put(tx, api.GoodsFields{
					Kind: kind, Day: r["day"], Site: site, Product: r["product"], Model: r["model"], Batch: r["batch"], Quantity: r.Number("quantity"), Unit: r["unit"],
					Partner: r["partner"], Certificate: r["certificate"], Verdict: r["verdict"], Note: r["note"],
				})
				return err
			},
		},
		Export: &Export{
			Permission: "goods.read", Ranged: true,
			Columns: []sheet.Column{
				{Title: "日期"},
				{Title: "场所", Width: 18},
				{Title: "产品名称", Width: 24},
				{Title: "规格型号", Width: 18},
				{Title: "批号", Width: 18},
				{Title: "数量"},
				{Title: "单位", Width: 8},
				{Title: partner, Width: 28},
				{Title: certificate, Width: 24},
				{Title: "查验结果"},
				{Title: "说明", Width: 28},
				{Title: "记录人"},
				{Title: "记录时间", Width: 18},
				{Title: "补录"},
				{Title: "版本", Width: 8},
			},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return n.Goods.Each(tx, kind, from, to, func(e api.GoodsEntry) error {
					return each(e.Day, e.SiteName, e.Product, e.Model, e.Batch, e.Quantity, e.Unit, e.Partner, e.Certificate, words(verdicts, e.Verdict), e.Note,
						e.Name, paper.Minute(e.At), yes(e.Late, "补录"), e.Version)
				})
			},
		},
	}
}

// site finds an open site by its name; the only one needs no name.
func (n Nouns) site(tx *db.Tx, name string) (string, error) {
	all, err := n.Enterprises.Sites(tx)
	if err != nil {
		return "", fmt.Errorf("read sites: %w", err)
	}
	var open, names []string
	for _, s := range all {
		if s.ClosedOn != "" {
			continue
		}
		if s.Name == name {
			return s.ID, nil
		}
		open, names = append(open, s.ID), append(names, s.Name)
	}
	if name == "" && len(open) == 1 {
		return open[0], nil
	}
	return "", ErrRow.At("body.site", "请填写场所名称：“"+strings.Join(names, "”或“")+"”。")
}

var transcriptKinds = []Choice{{"每日检查", "daily"}, {"每周排查", "weekly"}, {"每月调度", "monthly"}, {"培训", "training"}}

func (n Nouns) transcripts() Table {
	return Table{
		Name: "transcripts", Title: "以往纸质记录（转录）",
		Import: &Import{
			Permission: "transcript.enter",
			Columns: []Column{
				{Field: "kind", Title: "记录种类", Choices: transcriptKinds, Required: true},
				{Field: "day", Title: "日期", Kind: Day, Required: true, Note: "纸质记录上的日期，早于今天"},
				{Field: "who", Title: "签字人", Required: true},
				{Field: "summary", Title: "内容", Required: true, Width: 48},
				{Field: "outcome", Title: "发现或决定", Width: 36},
				{Field: "paper", Title: "纸质件存放处", Width: 24},
			},
			Put: func(tx *db.Tx, r Row) error {
				return n.Transcripts.Put(tx, tx.NewID(), api.TranscriptFields{Kind: r["kind"], Day: r["day"], Who: r["who"], Summary: r["summary"], Outcome: r["outcome"], Paper: r["paper"]})
			},
		},
	}
}

var (
	outcomes  = map[string]string{"zero_risk": "零风险", "hazards": "有隐患"}
	lateness  = map[string]string{"on_time": "按时", "arrived_late": "迟到送达", "backfilled": "补录"}
	dayStates = map[string]string{"open": "未到期", "done": "已检查", "excused": "停产/未营业", "missed": "漏检"}
)

func (n Nouns) dailies() Table {
	return Table{
		Name: "dailies", Title: "每日检查记录",
		Export: &Export{
			Permission: "record.daily.read", Ranged: true,
			Columns: []sheet.Column{
				{Title: "日期"},
				{Title: "场所", Width: 18},
				{Title: "班次"},
				{Title: "结论"},
				{Title: "符合"},
				{Title: "不符合"},
				{Title: "不适用"},
				{Title: "批量作答"},
				{Title: "质量安全员"},
				{Title: "提交时间", Width: 18},
				{Title: "收到时间", Width: 18},
				{Title: "及时性"},
				{Title: "版本", Width: 8},
			},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return byMonth(from, to, func(from, to clock.Day) error {
					all, err := n.Records.Between(tx, from, to)
					if err != nil {
						return fmt.Errorf("read records: %w", err)
					}
					for k := range all {
						d := all[len(all)-1-k]
						err := each(d.Day, d.SiteName, d.ShiftName, outcomes[d.Outcome], d.Passed, d.Failed, d.NotApplicable, yes(d.Bulk, "是"),
							d.OfficerName, paper.Minute(d.SubmittedAt), paper.Minute(d.ReceivedAt), lateness[d.Lateness], d.Version)
						if err != nil {
							return err
						}
					}
					return nil
				})
			},
		},
	}
}

// days tells every check that was due, so that what is missing is seen too.
func (n Nouns) days() Table {
	return Table{
		Name: "days", Title: "应检日历",
		Export: &Export{
			Permission: "obligation.read", Ranged: true,
			Columns: []sheet.Column{{Title: "日期"}, {Title: "场所", Width: 18}, {Title: "状态"}, {Title: "结论"}, {Title: "及时性"}, {Title: "截止", Width: 18}},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				names, err := n.Enterprises.SiteNames(tx)
				if err != nil {
					return fmt.Errorf("read sites: %w", err)
				}
				return byMonth(from, to, func(from, to clock.Day) error {
					_, all, err := n.Obligations.Counts(tx, from, to, id.Nil)
					if err != nil {
						return fmt.Errorf("read checks: %w", err)
					}
					for _, d := range all {
						if dayStates[d.State] == "" {
							continue
						}
						if err := each(d.Day, names[id.ID(d.Site)], dayStates[d.State], outcomes[d.Outcome], lateness[d.Lateness], paper.Minute(d.Due)); err != nil {
							return err
						}
					}
					return nil
				})
			},
		},
	}
}

var hazardStates = map[string]string{"found": "已发现", "measured": "已管控", "planned": "已定措施", "rectified": "已整改", "verified": "已复核", "closed": "已销号"}

func (n Nouns) hazards() Table {
	return Table{
		Name: "hazards", Title: "风险隐患台账",
		Export: &Export{
			Permission: "hazard.read", Ranged: true,
			Columns: []sheet.Column{
				{Title: "发现日期"}, {Title: "场所", Width: 18}, {Title: "等级"}, {Title: "情况", Width: 40}, {Title: "状态"}, {Title: "发现人"}, {Title: "整改期限", Width: 18}, {Title: "销号时间", Width: 18},
			},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return byMonth(from, to, func(from, to clock.Day) error {
					all, err := n.Hazards.FoundBetween(tx, from, to)
					if err != nil {
						return fmt.Errorf("read hazards: %w", err)
					}
					for _, h := range all {
						closed := ""
						if h.ClosedAt != nil {
							closed = paper.Minute(*h.ClosedAt)
						}
						if err := each(h.Day, h.SiteName, paper.Severity(h.Severity), h.Description, hazardStates[h.State], h.OpenedName, paper.Minute(h.Due), closed); err != nil {
							return err
						}
					}
					return nil
				})
			},
		},
	}
}

var (
	adviceKinds  = map[string]string{"opinion": "意见建议", "stop": "否决建议"}
	adviceStates = map[string]string{"waiting": "待答复", "answered": "已答复", "withdrawn": "已撤回"}
)

func (n Nouns) advices() Table {
	return Table{
		Name: "advices", Title: "意见建议",
		Export: &Export{
			Permission: "advice.read", Ranged: true,
			Columns: []sheet.Column{{Title: "提出时间", Width: 18}, {Title: "种类"}, {Title: "事实", Width: 48}, {Title: "建议", Width: 36}, {Title: "状态"}, {Title: "提出人"}},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return byMonth(from, to, func(from, to clock.Day) error {
					all, err := n.Advice.Between(tx, from, to)
					if err != nil {
						return fmt.Errorf("read advice: %w", err)
					}
					for _, a := range all {
						state := adviceStates[a.State]
						if a.Overdue {
							state = "逾期未答复"
						}
						if err := each(paper.Minute(a.RaisedAt), adviceKinds[a.Kind], a.Facts, a.Wish, state, a.RaisedName); err != nil {
							return err
						}
					}
					return nil
				})
			},
		},
	}
}

var sessionStates = map[string]string{"planned": "计划", "held": "已举办", "cancelled": "已取消"}

func (n Nouns) sessions() Table {
	return Table{
		Name: "trainings", Title: "培训",
		Export: &Export{
			Permission: "training.read", Ranged: true,
			Columns: []sheet.Column{{Title: "日期"}, {Title: "名称", Width: 28}, {Title: "状态"}, {Title: "时长（分钟）"}, {Title: "授课人"}, {Title: "主题", Width: 36}, {Title: "签到人数"}, {Title: "组织人"}},
			Rows: func(tx *db.Tx, from, to clock.Day, each func(...any) error) error {
				return byMonth(from, to, func(from, to clock.Day) error {
					all, err := n.Training.Between(tx, from, to)
					if err != nil {
						return fmt.Errorf("read trainings: %w", err)
					}
					for _, s := range all {
						signed := 0
						for _, p := range s.People {
							if p.Outcome == "present" {
								signed++
							}
						}
						if err := each(s.Day, s.Title, sessionStates[s.State], s.Minutes, s.Teacher, strings.Join(s.Topics, "、"), signed, s.OrganisedBy); err != nil {
							return err
						}
					}
					return nil
				})
			},
		},
	}
}
