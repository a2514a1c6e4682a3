package inspection

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/reference"
)

// window is the number of days over which the page's head counts checks.
const window = 30

// known is what the rows say about an enterprise.
type known struct {
	appointments []api.Appointment
	lists        []api.RiskListVersion
	checks       api.Counts
	hazards      hazardCounts
}

// hazardCounts counts an enterprise's hazards.
type hazardCounts struct {
	Found, Closed, Open, Overdue int
}

// items lists 附件3 for the enterprise's side; an enterprise on both sides is
// asked by the producer's form, which is the longer one.
func items(e api.Enterprise, k known) []api.InspectionItem {
	side := reference.Sales
	for _, b := range e.Businesses {
		if b.Kind == "production" {
			side = reference.Production
		}
	}
	all := []api.InspectionItem{}
	for _, group := range reference.Annex3(side) {
		for _, t := range group.Items {
			facts, ready := k.facts(t.Code)
			all = append(all, api.InspectionItem{Code: t.Code, Text: t.Text, Facts: facts, Ready: ready})
		}
	}
	return all
}

// facts says in a sentence what the rows say about an item. It judges nothing.
func (k known) facts(code string) (string, bool) {
	switch code {
	case "1.2":
		return people(k.appointments), true
	case "1.4":
		if len(k.lists) == 0 {
			return "尚无经批准的清单。", true
		}
		l := k.lists[0]
		return fmt.Sprintf("现行第 %d 版，共 %d 项，由 %s 于 %s 批准。", l.Version, l.Items, l.ApprovedName, clock.DayOf(l.ApprovedAt)), true
	case "2.1":
		return sentence(fmt.Sprintf("近 %d 天", window), k.checks), true
	case "2.4":
		h := k.hazards
		return fmt.Sprintf("累计发现 %d 条，已销号 %d 条，未闭环 %d 条，其中逾期 %d 条。", h.Found, h.Closed, h.Open, h.Overdue), true
	}
	return "", false
}

var posts = []struct{ code, name string }{{"principal", "主要负责人"}, {"director", "质量安全总监"}, {"officer", "质量安全员"}}

func people(appointments []api.Appointment) string {
	var parts []string
	for _, p := range posts {
		var names []string
		for _, a := range appointments {
			if a.Post == p.code && a.InOffice && a.DeputyOf == "" {
				names = append(names, a.PersonName)
			}
		}
		if len(names) == 0 {
			names = []string{"无在任人员"}
		}
		parts = append(parts, p.name+"："+strings.Join(names, "、"))
	}
	return strings.Join(parts, "；") + "。"
}

// sentence tells the counts apart; no number mixes two kinds of nothing.
func sentence(when string, c api.Counts) string {
	s := fmt.Sprintf("%s应查 %d 班次：零风险 %d，有隐患 %d，迟到送达 %d，补录 %d，漏检 %d", when, c.Due, c.ZeroRisk, c.Hazards, c.ArrivedLate, c.Backfilled, c.Missed)
	if c.Open > 0 {
		s += fmt.Sprintf("，未到期 %d", c.Open)
	}
	return s + fmt.Sprintf("；另有停产/未营业 %d（不计入应查）。", c.Excused)
}
