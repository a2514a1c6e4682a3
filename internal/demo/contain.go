package demo

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
)

// recalled is a batch that the authority sampled and the factory calls back: the
// named officer orders it, the director stops sale, reports, and counts what
// comes back. Beside it an officer reports what he saw in passing.
func recalled(b *builder, s *shop) {
	var order, act string
	office := b.offices[s.office]
	area := api.InArea{InAgency: api.InAgency{Agency: string(office.id)}, Enterprise: string(s.id)}
	director, officer := s.holders(access.Director)[0], s.holders(access.Officer)[0]
	b.at(b.day(8).At(9*60+40), func(ctx context.Context) error {
		in := &api.OrderRectificationInput{InArea: area, Hazard: b.newID()}
		order = in.Hazard
		in.Body.Source, in.Body.Number, in.Body.Severity, in.Body.Due = "spot_check_failed", "虚构抽检〔2026〕018号", "larger", string(b.day(-6))
		in.Body.Description, in.Body.Batch = "架空绝缘电缆抽样绝缘平均厚度不合格（演示）", "JKLYJ-240，批次 20261012"
		in.Body.Basis = "以抽查结果通知书为准（演示数据，未引用条文）"
		_, err := as(ctx, b, office.supervisor, api.OrderRectification.Meta, b.Hazards.Order, in)
		return err
	})
	b.at(b.day(8).At(10*60+30), func(ctx context.Context) error {
		in := s.step(b, order, "contained", "同批次停止销售，库存封存，通知三家购货单位退回。", nil)
		act = in.Step
		made := 12.0
		in.Body.Act = &api.ContainmentOf{
			Kinds: []string{"stop_sale", "seal", "recall"}, Product: "架空绝缘电缆 JKLYJ-240", Batch: "20261012", Unit: "盘",
			Made: &made, Stocked: 4, Sold: 8, Notices: "电话并书面通知三家购货单位，车间公告栏张贴",
		}
		return b.advance(ctx, director, in)
	})
	b.at(b.day(8).At(11*60), func(ctx context.Context) error {
		return b.step(ctx, s, order, officer, "measure", "库存4盘贴封条移入隔离区，停用该挤出模具。", nil)
	})
	about := func(kind, note string, recalled float64) func(context.Context) error {
		return func(ctx context.Context) error {
			in := s.step(b, order, kind, note, nil)
			in.Body.Of = act
			if kind == "recall_progress" {
				in.Body.Recalled = &recalled
			}
			return b.advance(ctx, director, in)
		}
	}
	b.at(b.day(8).At(14*60), about("notified", "已报告属地市场监管所：同批次停售、封存并召回。", 0))
	b.at(b.day(7).At(9*60+15), func(ctx context.Context) error {
		in := &api.ReceiptReportInput{InArea: area, Hazard: order, Step: b.newID()}
		in.Body.Of, in.Body.Note = act, "已收到报告，请每周报送召回进展。"
		_, err := as(ctx, b, office.supervisor, api.ReceiptReport.Meta, b.Hazards.Receipt, in)
		return err
	})
	b.at(b.day(7).At(15*60), func(ctx context.Context) error {
		in := s.step(b, order, "planned", "更换磨损的挤出模具，首件和每盘末件测厚，召回产品作退货报废处理。", nil)
		in.Body.Cause, in.Body.CauseNote, in.Body.Owner = "machine", "挤出模具内孔磨损，换班后没有按规定复测厚度", string(officer.account)
		return b.advance(ctx, director, in)
	})
	b.at(b.day(6).At(16*60), about("recall_progress", "第一家购货单位退回3盘。", 3))
	b.at(b.day(3).At(16*60+20), about("recall_progress", "累计退回5盘，其余一家本周内退回。", 5))
	b.at(b.day(2).At(13*60+10), func(ctx context.Context) error {
		sha, err := b.photo(ctx, s, officer, b.dice(s, b.day(2), 77))
		if err != nil {
			return err
		}
		in := &api.ReportHazardInput{InEnterprise: s.in(), Hazard: b.newID()}
		in.Body.Description, in.Body.Photos, in.Body.Measure = "成品库两盘电缆合格证脱落，型号无法辨认", []string{sha}, "先移出待发区"
		_, err = as(ctx, b, officer, api.ReportHazard.Meta, b.Hazards.Report, in)
		return err
	})
}
