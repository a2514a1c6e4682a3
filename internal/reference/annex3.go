package reference

import "slices"

// Task is one item (具体任务) of 附件3 监管任务清单; its code is the number printed
// there, from "1.1" to "6" for production and "5" for sales.
type Task struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// TaskGroup is one line of 重点工作 with its items.
type TaskGroup struct {
	No    string `json:"no"`
	Title string `json:"title"`
	Items []Task `json:"items"`
}

var annex = decode[struct {
	Source     string      `json:"source"`
	Note       string      `json:"note"`
	Production []TaskGroup `json:"production"`
	Sales      []TaskGroup `json:"sales"`
}]("annex3.json")

// Annex3 returns 附件3 in the variant for the side.
func Annex3(side Side) []TaskGroup {
	if side == Production {
		return slices.Clone(annex.Production)
	}
	return slices.Clone(annex.Sales)
}

// Annex3Task returns one item of 附件3.
func Annex3Task(side Side, code string) (Task, bool) {
	for _, g := range Annex3(side) {
		for _, t := range g.Items {
			if t.Code == code {
				return t, true
			}
		}
	}
	return Task{}, false
}

// Annex3Note is the explanation printed below 附件3.
func Annex3Note() string { return annex.Note }
