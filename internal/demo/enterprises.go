package demo

import "zhize/api"

const (
	cable    = "电线电缆"
	gas      = "燃气具及配件"
	ebike    = "电动自行车"
	toys     = "儿童玩具"
	food     = "食品相关产品"
	fire     = "消防产品"
	devices  = "小家电与移动电源"
	building = "建筑材料与劳保"
	manure   = "化肥"
	battery  = "锂离子蓄电池/充电器"
)

// enterprises are the twenty of the demo. Each stands for a situation that the
// product must bear.
func enterprises() []*shop {
	calm := habit{fails: 2, misses: 1, late: 1, backfills: 1, goods: 30, bulk: true}
	usualHabit := habit{fails: 4, misses: 2, late: 3, backfills: 2, goods: 45, bulk: true}
	careful := habit{fails: 5, late: 1, goods: 70}
	all := []*shop{
		{ // a one-person shop (一人兼任)
			name: shopName, address: "宝山区罗店镇演示路1号", identifier: code("00001"), office: luodian, origin: registered,
			figures: []api.BusinessFigures{size("retail", 1, 38)}, sites: []api.SiteFields{store("门店", "演示路1号")},
			products: []api.ProductFields{product("家用燃气软管", gas, "ccc"), product("插座、插排", devices, "ccc"), product("零剪电线", cable, "ccc")},
			patterns: map[int][]api.ShiftFields{0: {{Name: "全天", Starts: 7 * 60, Ends: 22 * 60, Grace: 119, Weekdays: everyDay}}},
			people:   []hire{{"张示例", "dianzhu", allPosts}}, habit: calm, letOpen: true, script: retail,
			fates: map[int]fate{
				52: {kind: failing, code: "S044"}, 38: {kind: late}, 29: {kind: backfilled}, 21: {kind: mended}, 12: {kind: late}, 1: {kind: clean},
				4: {kind: failing, code: "S014", note: "插排包装上看不到安全使用期，共3只", measure: "已下架，等供货商补标识", keep: "measure"},
			},
		},
		{ // a factory that rests at weekends and on holidays, with a measured item
			name: factoryName, address: "宝山区罗店镇示范工业路18号", identifier: code("00002"), office: luodian,
			figures: []api.BusinessFigures{size("production", 126, 8600)}, sites: []api.SiteFields{workshop("一车间", "示范工业路18号")},
			products: []api.ProductFields{product("聚氯乙烯绝缘电缆", cable, "ccc"), product("架空绝缘电缆", cable, "license")},
			people:   []hire{{"演示甲", "fuzeren", principal}, {"演示乙", "zongjian", director}, {"演示丙", "anquanyuan", officer}, {"演示丁", "", officer}},
			reason:   "licence", habit: habit{fails: 5, late: 2, goods: 80, accepts: true}, letOpen: true, script: factory,
			fates: map[int]fate{
				47: {kind: failing, code: "P058", note: "BVR 2.5mm² 首件绝缘厚度0.66mm，低于0.70mm", measure: "该盘隔离，调整模具后重新首检"},
				33: {kind: corrected}, 26: {kind: missed}, 19: {kind: backfilled},
				6: {kind: failing, code: "P014", note: "2号挤塑机温控表波动超过±5℃", measure: "停机，先用1号机生产", keep: "rectified"},
				5: {kind: failing, code: "P012", note: "原料库西侧地面渗水，PVC料受潮一托盘", measure: "移至干燥区，用前复检", keep: "measure"},
				4: {kind: awaiting},
			},
		},
		{ // an e-bike dealer with failing items
			name: "演示-顾村电动自行车行", address: "宝山区顾村镇样例路66号", identifier: code("00003"), office: gucun, origin: registered,
			figures: []api.BusinessFigures{size("retail", 12, 460)}, sites: []api.SiteFields{store("门店", "样例路66号")},
			products: []api.ProductFields{product("电动自行车", ebike, "ccc"), product("锂电池、充电器", ebike, "ccc")},
			people:   []hire{{"王示例", "", principal}, {"王演示", "", officer}}, habit: habit{fails: 8, misses: 3, late: 3, backfills: 2, goods: 40, bulk: true},
			fates: map[int]fate{
				9: {kind: failing, code: "S034", severity: "larger", note: "营业结束后仓库内有4组锂电池在充电", measure: "立即断电，电池移到室外充电柜"},
				2: {kind: failing, code: "S031", note: "一辆展示车加装了后座伞蓬", measure: "拆除，通知店员不得加装", keep: "measure"},
			},
		},
		{ // an open 重大 hazard
			name: "示例燃气具商行（演示）", address: "宝山区大场镇样板街9号", identifier: code("00004"), office: dachang, reason: "gas",
			figures: []api.BusinessFigures{size("retail", 4, 90)}, sites: []api.SiteFields{store("门店", "样板街9号")},
			products: []api.ProductFields{product("家用燃气灶", gas, "ccc"), product("瓶装液化石油气调压器", gas, "license")},
			people:   []hire{{"李示例", "", twoPosts}, {"李演示", "", officer}}, habit: usualHabit,
			fates: map[int]fate{
				3:  {kind: failing, code: "S041", severity: "major", note: "两户家庭误购中压调压阀，一户尚未追回", measure: "已上门追回一只，另一户已电话告知停用", keep: "measure"},
				16: {kind: failing, code: "S013", note: "货架上一卷燃气软管无厂名厂址", measure: "下架，退回供货商"},
			},
		},
		{ // grade A with a director who reads everything
			name: "演示-宝山家居卖场", address: "宝山区友谊路街道示范路100号", identifier: code("00005"), office: youyi, reason: "complaint",
			figures: []api.BusinessFigures{size("retail", 340, 26000)}, sites: []api.SiteFields{store("一楼卖场", "示范路100号"), store("二楼卖场", "示范路100号二楼")},
			products: []api.ProductFields{product("小家电", devices, "ccc"), product("人造板、安全帽", building, "mandatory"), product("塑料餐具", food, "license")},
			people:   []hire{{"陈示例", "", principal}, {"陈演示", "", director}, {"赵示例", "", officer}, {"赵演示", "", officer}}, habit: habit{fails: 4, late: 1, goods: 85, accepts: true, bulk: true},
			fates: map[int]fate{14: {kind: corrected}, 8: {kind: failing, code: "S018"}, 2: {kind: awaiting}},
		},
		{ // wholesale toys
			name: "演示-玩具批发部", address: "宝山区杨行镇示例路5号", identifier: code("00006"), office: yanghang, origin: registered,
			figures: []api.BusinessFigures{size("wholesale", 7, 1300)}, sites: []api.SiteFields{store("批发门市", "示例路5号")},
			products: []api.ProductFields{product("塑胶玩具", toys, "ccc"), product("盲盒", toys, "mandatory")},
			people:   []hire{{"周示例", "", principal}, {"周演示", "", officer}}, habit: usualHabit,
			fates: map[int]fate{11: {kind: failing, code: "S050", note: "到货盲盒一箱无中文标识", measure: "拒收，退回"}},
		},
		{ // production stopped now
			name: "示例食品接触材料厂（演示）", address: "宝山区顾村镇样例工业区7号", identifier: code("00007"), office: gucun, reason: "licence",
			figures: []api.BusinessFigures{size("production", 45, 1900)}, sites: []api.SiteFields{workshop("注塑车间", "样例工业区7号")},
			products: []api.ProductFields{product("食品用塑料容器", food, "license")},
			people:   []hire{{"吴示例", "", principal}, {"吴演示", "", director}, {"郑示例", "", officer}}, habit: careful, script: stopped,
		},
		{ // an open 较大 hazard
			name: "演示-消防器材公司", address: "宝山区吴淞街道样板路23号", identifier: code("00008"), office: wusong,
			figures: []api.BusinessFigures{size("wholesale", 24, 6200), size("retail", 6, 180)}, sites: []api.SiteFields{store("门店", "样板路23号")},
			products: []api.ProductFields{product("手提式灭火器", fire, "ccc"), product("火灾报警器", fire, "ccc")},
			people:   []hire{{"孙示例", "", principal}, {"孙演示", "", director}, {"钱示例", "", officer}}, habit: careful, reason: "ccc",
			fates: map[int]fate{5: {kind: failing, code: "S046", severity: "larger", note: "一批灭火器压力不足，共18具", measure: "整批下架封存，通知厂家换货", keep: "measure"}},
		},
		{ // two sites, a night shift past midnight
			name: "演示-全天候便利店", address: "宝山区友谊路街道示例路8号", identifier: code("00009"), office: youyi, origin: registered,
			figures: []api.BusinessFigures{size("retail", 16, 620)}, sites: []api.SiteFields{store("示例路店", "示例路8号"), store("码头店", "样板路2号")},
			products: []api.ProductFields{product("移动电源、数据线", devices, "ccc"), product("一次性餐具", food, "license")},
			patterns: map[int][]api.ShiftFields{1: {hours("白班", 7, 16), {Name: "夜班", Starts: 18 * 60, Ends: 26 * 60, Grace: 120, Weekdays: everyDay}}},
			people:   []hire{{"冯示例", "", twoPosts}, {"冯演示", "", officer}, {"褚示例", "", officer}}, habit: habit{fails: 3, misses: 3, late: 4, backfills: 2, goods: 35, bulk: true},
		},
		{ // a market stall without any number
			name: "演示小商品市场12号摊（示例）", address: "宝山区大场镇演示小商品市场", office: dachang, reason: "complaint",
			identifier: api.Identifier{Kind: "none", Reason: "市场内摊位，尚未办理个体工商户登记", Market: "演示小商品市场", Stall: "12号"},
			figures:    []api.BusinessFigures{size("retail", 2, 12)}, sites: []api.SiteFields{{Kind: "stall", Name: "摊位", Address: "12号"}},
			products: []api.ProductFields{product("充电宝、插头", devices, "ccc"), product("小玩具", toys, "ccc")},
			people:   []hire{{"卫示例", "", allPosts}}, habit: habit{fails: 3, misses: 6, late: 2, backfills: 3, goods: 30, bulk: true},
			fates: map[int]fate{18: {kind: missed}, 17: {kind: missed}, 10: {kind: excused}},
		},
		{ // nothing is known of its size: ungraded
			name: "示例劳保用品店（演示）", address: "宝山区杨行镇示例路77号", identifier: api.Identifier{Kind: "regno15", Value: "310113600000012"}, office: yanghang, reason: "complaint",
			figures: []api.BusinessFigures{size("retail", -1, -1)}, sites: []api.SiteFields{store("门店", "示例路77号")},
			products: []api.ProductFields{product("安全帽", building, "license"), product("防护手套", building, "mandatory")},
			people:   []hire{{"蒋示例", "", allPosts}}, habit: calm,
		},
		{ // registered twelve days ago, and nobody has been named for it
			name: "演示-新开建材店", address: "宝山区罗店镇样例路3号", identifier: code("00012"), office: luodian, origin: registered, begins: 12, unnamed: true,
			figures: []api.BusinessFigures{size("retail", 5, 60)}, sites: []api.SiteFields{store("门店", "样例路3号")},
			products: []api.ProductFields{product("钢丝绳、水泥", building, "license")},
			people:   []hire{{"沈示例", "", twoPosts}, {"沈演示", "", officer}}, habit: calm,
		},
		{ // an archive without an account
			name: "示例老街日杂店（演示）", address: "宝山区罗店镇演示老街31号", identifier: code("00013"), office: luodian, origin: archived, reason: "complaint",
			figures: []api.BusinessFigures{size("retail", 1, 8)}, sites: []api.SiteFields{store("门店", "演示老街31号")},
			products: []api.ProductFields{product("插座", devices, "ccc")},
		},
		{ // out of scope
			name: "演示-广告图文工作室", address: "宝山区吴淞街道示例路19号", identifier: code("00014"), office: wusong, origin: archived, reason: "complaint",
			outOfScope: "只承接设计，不生产、不销售列入目录的工业产品",
			figures:    []api.BusinessFigures{size("retail", 3, 20)}, sites: []api.SiteFields{store("工作室", "示例路19号")},
			products: []api.ProductFields{product("展板", "其他", "none")},
		},
		{ // the officer's post has been vacant for nine days
			name: "演示-家电维修商店", address: "宝山区大场镇样例路12号", identifier: code("00015"), office: dachang, origin: registered,
			figures: []api.BusinessFigures{size("retail", 3, 55)}, sites: []api.SiteFields{store("门店", "样例路12号")},
			products: []api.ProductFields{product("充电器、电热毯", devices, "ccc")},
			people:   []hire{{"韩示例", "", twoPosts}, {"韩演示", "", officer}}, habit: usualHabit, script: vacant,
			fates: map[int]fate{18: {kind: failing, code: "S014", keep: "measure"}, 8: {kind: missed}, 5: {kind: missed}},
		},
		{ // no check for five days
			name: "示例儿童用品店（演示）", address: "宝山区杨行镇样板路45号", identifier: code("00016"), office: yanghang, reason: "ccc",
			figures: []api.BusinessFigures{size("retail", 8, 95)}, sites: []api.SiteFields{store("门店", "样板路45号")},
			products: []api.ProductFields{product("童车、玩具", toys, "ccc")},
			people:   []hire{{"杨示例", "", principal}, {"杨演示", "", officer}}, habit: usualHabit,
			fates: gone(5),
		},
		{ // the officer is on leave, a deputy acts
			name: "演示-农资供应站", address: "宝山区罗店镇示范路27号", identifier: code("00017"), office: luodian, origin: registered,
			figures: []api.BusinessFigures{size("wholesale", 6, 720), size("retail", 2, 60)}, sites: []api.SiteFields{store("门市", "示范路27号")},
			products: []api.ProductFields{product("复合肥", manure, "license")},
			people:   []hire{{"朱示例", "", principal}, {"朱演示", "", director}, {"秦示例", "", officer}}, habit: careful, script: leave,
			fates: map[int]fate{24: {kind: excused}},
		},
		{ // the check digit of its number is wrong and was compared
			name: "演示-老字号电缆零售店", address: "宝山区吴淞街道示范路6号", identifier: wrong(code("00018")), office: wusong, reason: "sampling_failed",
			figures: []api.BusinessFigures{size("retail", 6, 130)}, sites: []api.SiteFields{store("门店", "示范路6号")},
			products: []api.ProductFields{product("家装电线", cable, "ccc"), product("开关插座", devices, "ccc")},
			people:   []hire{{"尤示例", "", twoPosts}, {"尤演示", "", officer}}, habit: usualHabit, script: holiday,
			fates: map[int]fate{13: {kind: mended}, 7: {kind: failing, code: "S044"}},
		},
		{ // makes and sells
			name: "示例玩具制造有限公司（演示）", address: "宝山区顾村镇示范工业路2号", identifier: code("00019"), office: gucun, reason: "ccc",
			figures:  []api.BusinessFigures{size("production", 310, 5200), size("wholesale", 15, 2600)},
			sites:    []api.SiteFields{workshop("总装车间", "示范工业路2号"), store("厂门市部", "示范工业路2号")},
			products: []api.ProductFields{product("电玩具", toys, "ccc"), product("塑胶玩具", toys, "mandatory")},
			people:   []hire{{"许示例", "", principal}, {"许演示", "", director}, {"何示例", "", officer}, {"何演示", "", officer}}, habit: habit{fails: 5, misses: 1, late: 1, goods: 75, accepts: true},
			fates: map[int]fate{22: {kind: failing, code: "P077", note: "首件扭力测试中一只轮轴脱落，形成小零件", measure: "停线，更换模具销钉后复检"}, 15: {kind: backfilled}},
		},
		{ // a stop that waits for the principal's signature
			name: "演示-大场电池组装厂", address: "宝山区大场镇示范工业路33号", identifier: code("00020"), office: dachang, reason: "ebike",
			figures: []api.BusinessFigures{size("production", 22, 480)}, sites: []api.SiteFields{workshop("组装车间", "示范工业路33号")},
			products: []api.ProductFields{product("电动自行车用锂电池", battery, "ccc")},
			people:   []hire{{"吕示例", "", principal}, {"吕演示", "", director}, {"施示例", "", officer}}, habit: habit{fails: 6, misses: 2, late: 2, backfills: 1, goods: 80}, script: waiting,
		},
	}
	for _, s := range all {
		if s.begins == 0 {
			s.begins = span
		}
	}
	return all
}

// wrong spoils the check digit of a number that was compared with the licence.
func wrong(i api.Identifier) api.Identifier {
	last := byte('0')
	if i.Value[17] == last {
		last = '1'
	}
	i.Value, i.Confirmed = i.Value[:17]+string(last), true
	return i
}

// gone is no check for so many days, and none today.
func gone(days int) map[int]fate {
	all := map[int]fate{}
	for ago := range days + 1 {
		all[ago] = fate{kind: missed}
	}
	return all
}
