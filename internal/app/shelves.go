package app

import "zhize/internal/document"

// shelves are where the nouns keep the papers that go into an inspection pack.
// Each lies in the folder of the item of 附件3 that it answers.
func (a *App) shelves() []document.Shelf {
	return []document.Shelf{
		{Name: "任命与交接", Leaves: a.Appointments.Leaves},
		{Name: "风险管控清单", Leaves: a.RiskLists.Leaves},
		{Name: "制度文件", Leaves: a.Bylaws.Leaves},
		{Name: "每日检查记录", Leaves: a.Records.Leaves},
		{Name: "每周排查治理报告", Leaves: a.Records.WeeklyLeaves},
		{Name: "月调度会议纪要", Leaves: a.Months.Leaves},
		{Name: "隐患整改", Leaves: a.Hazards.Leaves},
		{Name: "培训考核", Leaves: a.Trainings.Leaves},
		{Name: "证照", Leaves: a.Licences.Leaves},
		{Name: "进货出厂台账", Leaves: a.Goods.Leaves},
		{Name: "纸质记录转录", Leaves: a.Transcripts.Leaves},
		{Name: "意见建议", Own: true, Leaves: a.Advices.Leaves},
	}
}

// tables are those of the exports that go into a pack's workbook, behind the
// pack's own sheets.
func (a *App) tables() []document.Table {
	var all []document.Table
	for _, t := range a.Exchange.Tables("purchases", "deliveries", "commissions", "suspicions", "licences", "trainings", "hours") {
		all = append(all, document.Table{Title: t.Title, Columns: t.Export.Columns, Rows: t.Export.Rows})
	}
	return all
}
