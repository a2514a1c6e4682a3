package demo

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
)

// lot is a batch that came in or went out so many days ago.
type lot struct {
	ago                                               int
	kind, product, model, batch, partner, certificate string
	quantity                                          float64
	unit                                              string
	// wrong is why it was rejected; empty is accepted.
	wrong string
}

// retail keeps the one-person shop's book of purchases and reports goods that
// look counterfeit; the office receipts the report, and they are handed over.
func retail(b *builder, s *shop) {
	const soft, plug = "胶管世家（虚构）", "明示电器批发部（虚构）"
	for _, l := range []lot{
		{41, "purchase", "家用燃气软管", "DN13", "RG-演示-0901", soft, "CCC-演示-1101", 2, "卷", ""},
		{33, "purchase", "插座、插排", "五孔两米线", "CP-演示-0917", plug, "CCC-演示-2203", 24, "只", ""},
		{20, "purchase", "零剪电线", "BV 2.5mm²", "DX-演示-0930", "演示-罗店线缆厂", "CCC-演示-3305", 3, "盘", ""},
		{11, "purchase", "插座、插排", "三位带开关", "CP-演示-1009", plug, "", 12, "只", "包装上没有厂名厂址和认证标志，整箱退回"},
		{3, "purchase", "家用燃气软管", "DN13", "RG-演示-1017", soft, "CCC-演示-1101", 2, "卷", ""},
	} {
		b.book(s, l)
	}
	b.suspect(s, 12, api.SuspicionFields{
		Kind: "counterfeit", Product: "插座、插排", Batch: "CP-演示-1008", Partner: "上门推销（未留单据）", Quantity: 6, Unit: "只",
		Facts: "报价只有平时一半，标签上的认证编号查不到，外壳发软。", Measure: "没有上架，6只全部封存在柜台下。",
	})
}

// wares keeps the factory's books and its contracts: one runs, one is soon over,
// one was ended.
func wares(b *builder, s *shop) {
	const copper, grain = "示例铜业（虚构）", "示例塑料粒子商行（虚构）"
	for _, l := range []lot{
		{44, "purchase", "铜杆", "Φ8mm", "TG-演示-0901", copper, "质保书-演示-88", 3.2, "吨", ""},
		{39, "delivery", "聚氯乙烯绝缘电缆", "BVR 2.5mm²", "20260901-演示", "示例机电市场（虚构）", "检-演示-0901", 40, "盘", ""},
		{30, "purchase", "PVC绝缘料", "J-70", "PVC-演示-0915", grain, "质保书-演示-91", 5, "吨", ""},
		{23, "delivery", "架空绝缘电缆", "JKLYJ-240", "20261001-演示", "示例电力工程队（虚构）", "检-演示-1001", 12, "盘", ""},
		{15, "purchase", "PVC绝缘料", "J-70", "PVC-演示-1002", grain, "", 1.5, "吨", "没有质保书，外包装受潮，整车退回"},
		{9, "delivery", "聚氯乙烯绝缘电缆", "BVR 2.5mm²", "20261012-演示", "示例五金店（演示）", "检-演示-1012", 3, "盘", ""},
		{2, "purchase", "铜杆", "Φ8mm", "TG-演示-1020", copper, "质保书-演示-97", 2.8, "吨", ""},
	} {
		b.book(s, l)
	}
	b.at(b.day(37).At(14*60), func(ctx context.Context) error {
		director := s.holders(access.Director)[0]
		var unused string
		for n, c := range []api.CommissionFields{
			{Role: "principal", Partner: "示例拉丝厂（虚构）", Product: "铜丝拉制", Contract: "WT-演示-01", From: string(b.day(300)), Until: string(b.day(-240))},
			{Role: "agent", Partner: "示例工程公司（虚构）", Product: "架空绝缘电缆", License: "演示-XK-0002", Contract: "WT-演示-02", From: string(b.day(340)), Until: string(b.day(-21))},
			{Role: "principal", Partner: "示例包装厂（虚构）", Product: "电缆盘具", Contract: "WT-演示-03", From: string(b.day(200)), Until: string(b.day(-160))},
		} {
			sha, err := b.keep(ctx, s, director, contractPage(b.dice(s, b.day(37), 130+n)))
			if err != nil {
				return err
			}
			c.Photos = []string{sha}
			in := &api.PutCommissionInput{InEnterprise: s.in(), Commission: b.newID(), Body: c}
			if _, err := as(ctx, b, director, api.PutCommission.Meta, b.Goods.PutCommission, in); err != nil {
				return err
			}
			unused = in.Commission
		}
		b.at(b.day(10).At(16*60), func(ctx context.Context) error {
			in := &api.EndCommissionInput{InEnterprise: s.in(), Commission: unused}
			in.Body.Reason = "改用可循环盘具，不再委托"
			_, err := as(ctx, b, director, api.EndCommission.Meta, b.Goods.EndCommission, in)
			return err
		})
		return nil
	})
}

// book logs a batch on its day, with a photo of its papers.
func (b *builder) book(s *shop, l lot) {
	b.at(b.day(l.ago).At(14*60+20), func(ctx context.Context) error {
		by := s.keepers()[0]
		sha, err := b.photo(ctx, s, by, b.dice(s, b.day(l.ago), 140))
		if err != nil {
			return err
		}
		verdict := "accepted"
		if l.wrong != "" {
			verdict = "rejected"
		}
		entry := b.newID()
		in := &api.LogGoodsInput{InEnterprise: s.in(), Entry: entry, Version: entry}
		in.Body.GoodsFields = api.GoodsFields{
			Kind: l.kind, Day: string(b.day(l.ago)), Site: string(s.places[0]), Product: l.product, Model: l.model, Batch: l.batch, Quantity: l.quantity, Unit: l.unit,
			Partner: l.partner, Certificate: l.certificate, Verdict: verdict, Note: l.wrong, Photos: []string{sha},
		}
		_, err = as(ctx, b, by, api.LogGoods.Meta, b.Goods.Log, in)
		return err
	})
}

// suspect stops goods and reports them; the named officer receipts the report on
// the next day, and two days later it is said what became of them.
func (b *builder) suspect(s *shop, ago int, f api.SuspicionFields) {
	var report string
	b.at(b.day(ago).At(10*60+5), func(ctx context.Context) error {
		by := s.keepers()[0]
		for n := range 2 {
			sha, err := b.photo(ctx, s, by, b.dice(s, b.day(ago), 150+n))
			if err != nil {
				return err
			}
			f.Photos = append(f.Photos, sha)
		}
		report = b.newID()
		_, err := as(ctx, b, by, api.ReportSuspicion.Meta, b.Goods.Report, &api.ReportSuspicionInput{InEnterprise: s.in(), Suspicion: report, Body: f})
		return err
	})
	b.at(b.day(ago-1).At(9*60+30), func(ctx context.Context) error {
		office := b.offices[s.office]
		in := &api.ReceiptSuspicionInput{InArea: api.InArea{InAgency: api.InAgency{Agency: string(office.id)}, Enterprise: string(s.id)}, Suspicion: report}
		in.Body.Note = "已收到，请保持封存，不要退回推销人。"
		_, err := as(ctx, b, office.supervisor, api.ReceiptSuspicion.Meta, b.Goods.Receipt, in)
		return err
	})
	b.at(b.day(ago-3).At(15*60), func(ctx context.Context) error {
		in := &api.HandleSuspicionInput{InEnterprise: s.in(), Suspicion: report}
		in.Body.Outcome, in.Body.Note = "handed_over", fmt.Sprintf("%g%s全部移交监管所，已留移交清单。", f.Quantity, f.Unit)
		_, err := as(ctx, b, s.keepers()[0], api.HandleSuspicion.Meta, b.Goods.Handle, in)
		return err
	})
}
