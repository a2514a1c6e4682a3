package exchange

import (
	"strings"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

var (
	suspensionKinds = map[string]string{"production_stop": "停产", "business_stop": "停业", "holiday": "放假"}
	channelKinds    = map[string]string{"email": "邮件", "sms": "短信", "wecom": "企业微信", "dingtalk": "钉钉", "feishu": "飞书", "webhook": "Webhook"}
	sentStates      = map[string]string{"queued": "待发送", "sending": "发送中", "sent": "已送达", "failed": "将重试", "dead": "未送达", "suppressed": "未发送"}
	errandStates    = map[string]string{"queued": "排队中", "running": "进行中", "done": "已完成", "failed": "未完成", "cancelled": "已取消"}
	lookWords       = map[string]string{
		"enterprise": "单位页面", "daily": "检查记录列表", "record": "一份检查记录", "paper": "打印件", "photo": "照片", "export": "导出证据",
		"weekly": "周排查报告", "monthly": "月调度纪要", "hazard": "风险隐患", "bylaw": "制度文件", "training": "培训", "licence": "证照",
		"appointment": "任命", "goods": "进货与出厂台账", "commission": "委托加工合同", "report": "可疑产品报告", "dossier": "附件3 各项情况", "pack": "迎检自证包",
	}
)

// bylaws are the texts that were approved, each version a row.
func (n Nouns) bylaws() Table {
	return Table{
		Name: "bylaws", Title: "制度文件",
		Export: &Export{
			Permission: "bylaw.read",
			Columns:    columns("制度:32", "附件3条目", "版本:8", "状态", "批准人", "批准时间:18", "生效日期", "下次复审", "应确认人数", "已确认人数", "修订说明:32", "废止原因:28"),
			Rows: standing("bylaws", n.bylawVersions, func(b bylawVersion) []any {
				return []any{
					b.title, b.item, b.Version, bylawStates[b.State], b.ApprovedName, paper.Minute(b.ApprovedAt), b.EffectiveDay, b.ReviewDay, b.Asked, b.Confirmed, b.Note, b.RepealedWhy,
				}
			}),
		},
	}
}

var bylawStates = map[string]string{"in_force": "现行", "coming": "待生效", "superseded": "已被替代", "repealed": "已废止"}

type bylawVersion struct {
	api.BylawVersion
	kind, title, item string
}

func (n Nouns) bylawVersions(tx *db.Tx) ([]bylawVersion, error) {
	shelf, err := n.Bylaws.Approved(tx)
	if err != nil {
		return nil, err
	}
	var all []bylawVersion
	for _, b := range shelf.Body.Items {
		for _, v := range b.Versions {
			all = append(all, bylawVersion{v, b.Kind, b.Title, b.Item})
		}
	}
	return all, nil
}

// confirmations say who has read which version, and who has not.
func (n Nouns) confirmations() Table {
	type confirmation struct {
		api.BylawConfirmation
		of bylawVersion
	}
	read := func(tx *db.Tx) ([]confirmation, error) {
		versions, err := n.bylawVersions(tx)
		if err != nil {
			return nil, err
		}
		var all []confirmation
		for _, v := range versions {
			text, err := n.Bylaws.Version(tx, v.kind, v.Version)
			if err != nil {
				return nil, err
			}
			for _, c := range text.Confirmations {
				all = append(all, confirmation{c, v})
			}
		}
		return all, nil
	}
	return Table{
		Name: "confirmations", Title: "制度学习确认",
		Export: &Export{
			Permission: "bylaw.read",
			Columns:    columns("制度:32", "版本:8", "姓名", "要求确认时间:18", "确认时间:18", "说明"),
			Rows: standing("confirmations", read, func(c confirmation) []any {
				note := yes(c.ByApproval, "本人批准")
				if c.ConfirmedAt == nil {
					note = "待确认"
					if c.Left {
						note = "已离任，不再要求"
					}
				}
				return []any{c.of.title, c.of.Version, c.Name, paper.Minute(c.AskedAt), minute(c.ConfirmedAt), note}
			}),
		},
	}
}

func (n Nouns) openTasks() Table {
	return n.tasks("tasks", "待办事项", false)
}

func (n Nouns) doneTasks() Table {
	return n.tasks("tasks-done", "已办事项", true)
}

func (n Nouns) tasks(name, title string, done bool) Table {
	type task struct {
		api.Obligation
		person string
	}
	read := func(tx *db.Tx) ([]task, error) {
		names := map[string]string{}
		people, err := n.Appointments.History(tx)
		if err != nil {
			return nil, err
		}
		for _, a := range people {
			names[a.Account] = a.PersonName
		}
		rows, err := n.Obligations.Everything(tx, done)
		all := make([]task, len(rows))
		for k, o := range rows {
			all[k] = task{o.Wire(tx), names[string(o.Account)]}
		}
		return all, err
	}
	return Table{
		Name: name, Title: title,
		Export: &Export{
			Permission: "obligation.read",
			Columns:    columns("事项:32", "说明:40", "所属日期", "岗位:16", "责任人", "开始:18", "截止:18", "状态", "完成时间:18"),
			Rows: standing("tasks", read, func(t task) []any {
				what, about, _ := strings.Cut(t.Title, "：")
				if what == "" {
					what = taskWords[t.Kind]
				}
				return []any{what, about, t.Day, paper.Post(t.Post), t.person, paper.Minute(t.Opens), paper.Minute(t.Due), periodStates[t.State], minute(t.FulfilledAt)}
			}),
		},
	}
}

// taskWords name the obligations that word themselves on their own page.
var taskWords = map[string]string{obligation.KindWeekly: "每周排查治理报告", obligation.KindMonthly: "每月调度会议纪要"}

func (n Nouns) suspensions() Table {
	return Table{
		Name: "suspensions", Title: "停产停业申报",
		Export: &Export{
			Permission: "obligation.read",
			Columns:    columns("场所:18", "种类", "原因:36", "起", "止", "申报人", "申报时间:18", "签字人", "签字时间:18", "提前结束:18"),
			Rows: standing("suspensions", n.Obligations.Suspensions, func(s api.Suspension) []any {
				return []any{s.SiteName, suspensionKinds[s.Kind], s.Reason, s.From, s.Until, s.FiledName, paper.Minute(s.FiledAt), s.SignedName, minute(s.SignedAt), minute(s.EndedAt)}
			}),
		},
	}
}

// sent are the notices that left, with the last answer of their gateways.
func (n Nouns) sent() Table {
	return Table{
		Name: "notices", Title: "提醒发送记录",
		Export: &Export{
			Permission: "notice.delivery.read",
			Columns:    columns("时间:18", "渠道", "渠道名称:18", "收件人", "内容:44", "状态", "次数:8", "最后答复:32"),
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				return n.Notices().EachDelivery(tx, func(d api.Delivery) error {
					return each(paper.Minute(d.At), channelKinds[d.Channel], d.ChannelName, d.Person, d.Subject, sentStates[d.State], d.Tries, d.Note)
				})
			},
		},
	}
}

func (n Nouns) looks() Table {
	return Table{
		Name: "looks", Title: "监管查看记录",
		Export: &Export{
			Permission: "regulator.look.read",
			Columns:    columns("时间:18", "机关:28", "姓名", "查看内容:20"),
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				return n.Regulator.EachLook(tx, func(l api.Look) error {
					what := lookWords[l.What]
					if what == "" {
						what = l.What
					}
					return each(paper.Minute(l.At), l.AgencyName, l.Name, what)
				})
			},
		},
	}
}

func (n Nouns) errands() Table {
	return Table{
		Name: "errands", Title: "后台任务",
		Export: &Export{
			Permission: "errand.read",
			Columns:    columns("任务:40", "发起人", "发起时间:18", "状态", "结束时间:18", "未完成原因:40"),
			Rows: func(tx *db.Tx, _, _ clock.Day, each func(...any) error) error {
				return n.Errands.Each(tx, func(e api.Errand) error {
					return each(e.Title, e.AskedName, paper.Minute(e.AskedAt), errandStates[e.State], minute(e.EndedAt), e.ErrorText)
				})
			},
		},
	}
}
