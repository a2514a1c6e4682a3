package document

import (
	"fmt"
	"strconv"
	"strings"

	"zhize/api"
	"zhize/internal/dossier"
	"zhize/internal/paper"
	"zhize/internal/platform/office"
)

// cover says whose pack it is, of which days, and what the rows answer to each
// item.
func (m *maker) cover(items []api.DossierItem) office.Form {
	actor := m.run.Grant.Actor()
	f := office.Form{
		Title: "迎检自证包", Subtitle: "按附件3《监管任务清单》第 1.1–2.5 项排列", At: m.run.Asked,
		Head: append(paper.Head(m.who),
			office.Pair{Label: "起止日期", Value: m.span.String()},
			office.Pair{Label: "生成", Value: paper.Minute(m.run.Asked) + " " + actor.Name},
		),
		Footer: "本包由系统按已有记录汇编，只说明记录是否齐全，不是检查结论。",
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "具体任务", Weight: 4},
		{Title: "记录情况", Weight: 1.6, Align: office.Center},
		{Title: "记录说明", Weight: 5},
	}}
	group := ""
	for _, i := range items {
		if i.Group != group {
			group = i.Group
			t.Rows = append(t.Rows, []office.Cell{{Text: group, Bold: true}})
		}
		said := []string{i.Reason}
		if i.Settle != nil {
			said = append(said, "待办："+i.Settle.Words+"。")
		}
		if i.Remark != "" {
			said = append(said, "提示："+i.Remark)
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: i.Code}, {Text: i.Text}, {Text: dossier.StateWords[i.State], Bold: true}, {Text: strings.Join(said, "\n")}})
	}
	f.Sections = []office.Section{t, office.Heading{Text: "包内有什么"}}
	lines := []string{
		"各项文书按上表序号分放在文件夹中，每份有 PDF 和 Word 两种格式，以 PDF 为准；“01 目录”列出全部文件、页数和摘要。",
		"“" + folderData + "”是同期每日检查的全部作答、隐患、应履行事项，以及进货出厂、委托加工、证照和培训的表格。",
	}
	lines = append(lines, "“"+folderEvidence+"”是同期封存记录的证据包，用其中的“核验器”可离线核验，方法见“如何核验”。")
	if !m.own {
		lines = append(lines, "本包应监管部门要求生成：企业自查隐患的原因、方案和责任人，以及意见建议（否决建议）由企业内部保存，不在本包内；证据包中这些记录只附链环、不附正文。")
	}
	for n, l := range lines {
		f.Sections = append(f.Sections, office.Paragraph{Text: strconv.Itoa(n+1) + ". " + l})
	}
	if m.own {
		f.Signatures = []office.Signature{{Label: "主要负责人"}, {Label: "单位（盖章）"}}
	}
	return f
}

// contents lists every file with its pages and the beginning of its hash.
func (m *maker) contents() office.Form {
	f := office.Form{
		Title: "目录", Subtitle: "迎检自证包 " + m.span.String(), At: m.run.Asked, Head: []office.Pair{{Label: "单位名称", Value: m.who.Name, Wide: true}},
		Footer: "完整摘要见 SHA256SUMS；同名 .docx 文件内容相同，未逐一列出。",
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.7, Align: office.Center},
		{Title: "文件", Weight: 6},
		{Title: "页数", Weight: 0.7, Align: office.Center},
		{Title: "SHA-256 前 16 位", Weight: 2.2},
	}}
	folder, n, count, pages := "", 0, map[string]int{}, 0
	sorted := m.out.sorted()
	for _, e := range sorted {
		if !strings.HasSuffix(e.name, ".docx") {
			count[e.folder]++
		}
	}
	for _, e := range sorted {
		if strings.HasSuffix(e.name, ".docx") {
			continue
		}
		if e.folder != folder {
			folder = e.folder
			t.Rows = append(t.Rows, []office.Cell{{Text: fmt.Sprintf("%s（%d 份）", folder, count[folder]), Bold: true}})
		}
		n++
		pages += e.pages
		shown := ""
		if e.pages > 0 {
			shown = strconv.Itoa(e.pages)
		}
		name := strings.TrimSuffix(e.name, ".pdf")
		if e.holds != "" {
			name += "\n含：" + e.holds
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: strconv.Itoa(n)}, {Text: name}, {Text: shown}, {Text: e.sum[:16]}})
	}
	f.Sections = []office.Section{t, office.Paragraph{Text: fmt.Sprintf("共 %d 份文件，其中文书 %d 页。", n, pages)}}
	var empty []string
	for _, one := range folders {
		// What answers no item of 附件3 is missed by nobody.
		if strings.Contains(one.item, ".") && count[one.name] == 0 {
			empty = append(empty, one.name)
		}
	}
	if len(empty) > 0 {
		f.Sections = append(f.Sections, office.Paragraph{Text: "起止日期内没有文书的项目：" + strings.Join(empty, "、") + "。"})
	}
	return f
}
