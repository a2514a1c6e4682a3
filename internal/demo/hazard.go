package demo

import (
	"context"
	"errors"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/clock"
)

// follow schedules the way of a hazard: measure, rectified, verified by
// somebody else, closed. What would come after now has not come yet.
func (b *builder) follow(s *shop, v *visit, h api.HazardEntry) {
	d := v.dice
	today := clock.DayOf(b.clk.Now())
	if h.State == "found" {
		b.at(b.clk.Now().Add(time.Duration(90+d.IntN(120))*time.Minute), func(ctx context.Context) error {
			return b.step(ctx, s, h.ID, s.keepers()[0], "measure", "已下架、停用并隔离存放，张贴待处理标识。", nil)
		})
	}
	if h.Severity != "general" {
		b.at(b.clk.Now().Add(time.Duration(250+d.IntN(30))*time.Minute), func(ctx context.Context) error { return b.prepare(ctx, s, h) })
	}
	if v.fate.keep == "measure" {
		return
	}
	longest := map[string]int{"general": 5, "larger": 3, "major": 1}[h.Severity]
	day := today.Add(1 + d.IntN(longest))
	cause := []string{"man", "material", "method", "management"}[d.IntN(4)]
	sentBack := d.IntN(8) == 0 && !s.sole() && v.fate.keep == ""
	var rectifier *person
	rectify := func(note string) func(context.Context) error {
		return func(ctx context.Context) error {
			rectifier = s.keepers()[0]
			sha, err := b.photo(ctx, s, rectifier, d)
			if err != nil {
				return err
			}
			in := s.step(b, h.ID, "rectified", note, []string{sha})
			in.Body.Cause = cause
			return b.advance(ctx, rectifier, in)
		}
	}
	b.at(day.At(10*60+d.IntN(300)), rectify("整改完成：问题产品已退回或处理，现场恢复，见照片。"))
	if v.fate.keep == "rectified" {
		return
	}
	if sentBack {
		b.at(day.At(16*60+30), func(ctx context.Context) error {
			return b.step(ctx, s, h.ID, s.judge(rectifier), "sent_back", "照片看不出同批产品是否全部处理，请补充。", nil)
		})
		day = day.Add(1)
		b.at(day.At(9*60+30), rectify("同批产品全部清点处理完毕，补拍照片。"))
	}
	verify := day.At(17*60 + d.IntN(40))
	b.at(verify, func(ctx context.Context) error {
		var photos []string
		if s.sole() {
			sha, err := b.photo(ctx, s, s.staff[0], d)
			if err != nil {
				return err
			}
			photos = []string{sha}
		}
		return b.step(ctx, s, h.ID, s.judge(rectifier), "verified", "现场复核，整改到位。", photos)
	})
	b.at(verify.Add(12*time.Minute), func(ctx context.Context) error {
		return b.step(ctx, s, h.ID, s.judge(rectifier), "closed", "同意销号。", nil)
	})
}

// judge is who verifies and closes what the person has rectified.
func (s *shop) judge(rectifier *person) *person {
	if p := s.other(rectifier, access.Director, access.Principal); p != nil {
		return p
	}
	return s.staff[0]
}

// prepare reports a larger or major hazard upwards and plans its rectification.
// Who decides knows of it already.
func (b *builder) prepare(ctx context.Context, s *shop, h api.HazardEntry) error {
	keeper := s.keepers()[0]
	above := s.other(keeper, access.Director, access.Principal)
	if above == nil {
		above = keeper
	}
	if h.ToReport && above != keeper {
		in := s.step(b, h.ID, "reported", "已当面报告，正在现场处置。", nil)
		in.Body.To = string(above.account)
		if err := b.advance(ctx, keeper, in); err != nil {
			return err
		}
	}
	in := s.step(b, h.ID, "planned", "清点同批产品，退回或处理问题产品，并对照清单复查全部同类商品。", nil)
	in.Body.Cause, in.Body.CauseNote, in.Body.Owner = "material", "进货查验只看了合同，没有逐项核对标识与证书", string(keeper.account)
	return b.advance(ctx, above, in)
}

func (b *builder) step(ctx context.Context, s *shop, hazard string, by *person, kind, note string, photos []string) error {
	return b.advance(ctx, by, s.step(b, hazard, kind, note, photos))
}

func (s *shop) step(b *builder, hazard, kind, note string, photos []string) *api.AdvanceHazardInput {
	in := &api.AdvanceHazardInput{InEnterprise: s.in(), Hazard: hazard, Step: b.newID()}
	in.Body.Kind, in.Body.Note, in.Body.Photos = kind, note, photos
	return in
}

// advance takes a step, unless somebody has found the hazard again meanwhile and
// its way has begun anew.
func (b *builder) advance(ctx context.Context, by *person, in *api.AdvanceHazardInput) error {
	_, err := as(ctx, b, by, api.AdvanceHazard.Meta, b.Hazards.Advance, in)
	if errors.Is(err, hazard.ErrNotNext) || errors.Is(err, hazard.ErrReportFirst) {
		return nil
	}
	return err
}

// finding is what is found where an item fails, and what is done at once.
type finding struct{ note, measure string }

// findings has words for items of the library, by code.
var findings = map[string]finding{
	"S006": {"新到一批货未随附出厂检验报告", "暂不上架，通知供货商补寄"},
	"S011": {"一款插座的CCC证书在认证平台查询为暂停", "全部下架封存"},
	"S013": {"货架上发现2件商品无中文厂名厂址", "立即下架，移入待处理区"},
	"S014": {"商品包装上看不到安全使用期和警示说明", "已下架，联系供货商"},
	"S016": {"3件商品超过标注的安全使用期", "下架销毁并登记"},
	"S018": {"仓库堆放过高，底层包装受潮变形", "已分垛，受潮商品移出"},
	"S019": {"顾客退货与在售商品放在同一货架", "退货移入待处理箱并贴标识"},
	"S022": {"昨日批发的两单未登记购货者", "根据收款记录补登"},
	"S031": {"一辆展示车加装了非原厂电池支架", "拆除并恢复原状"},
	"S033": {"两组电池编码未随车登记", "补登车架号与电池编码"},
	"S034": {"营业结束后有一组电池在店内充电", "断电，移至室外充电柜"},
	"S036": {"样品灶具熄火保护装置失效", "撤样，封存同批"},
	"S038": {"燃气软管无“燃气专用”标识", "下架退回"},
	"S041": {"商用阀与家用阀混放，无用途提示", "分区并张贴用途提示"},
	"S044": {"一段零剪余线无合格证和原盘信息", "停止销售，作废处理"},
	"S046": {"两具灭火器压力表指针低于绿区", "下架，联系厂家充装更换"},
	"S050": {"到货盲盒无中文标识", "拒收退回"},
	"S057": {"昨日三户购肥未登记批号", "电话核对后补登"},
	"P011": {"待检区与合格区之间隔离带缺失，两托盘混放", "重新分区并加挂状态牌"},
	"P012": {"原料库湿度82%，超过75%要求", "开启除湿机，评估受影响批次"},
	"P014": {"一台设备点检表漏填两项", "停机补点检，确认后复产"},
	"P015": {"挤出温度设定比作业指导书高8℃", "立即调整，隔离该时段产品"},
	"P025": {"返工区两箱不合格品无评审单", "锁入隔离区，补办评审"},
	"P038": {"昨日出库单漏登批号", "按装车照片核对补登"},
	"P050": {"首件过充保护值偏高0.03V", "停线调整保护板参数"},
	"P058": {"首件绝缘厚度偏薄", "该盘隔离，调整模具后重新首检"},
	"P069": {"更衣间风淋门故障", "暂停进入洁净区，报修"},
	"P070": {"水口料桶未标识批号", "隔离，核对后登记"},
	"P071": {"烘干温度记录缺一小时", "复检该时段产品"},
	"P077": {"首件小零件测试脱落", "停线，更换模具后复检"},
}
