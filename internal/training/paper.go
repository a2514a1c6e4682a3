package training

import (
	"fmt"

	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// The names of the papers.
const (
	Title      = "培训记录"
	TitleHours = "个人培训学时表"
)

// Titles name what a paper's code stands for, by the facts' kinds.
func Titles() map[string]string {
	return map[string]string{"training." + held: Title, "training." + studied: "自学确认", "training." + tested: "考核成绩", "training.planned": TitlePlan}
}

var (
	modeWords = map[string]string{"place": "现场", "online": "线上"}
	howWords  = map[string]string{BySelf: "本人登录签到", ByDevice: "在组织人设备上手写签到", ByNote: "组织人登记", ByPaper: "由纸质记录转录"}
)

// Span writes minutes as 2小时30分.
func Span(minutes int) string {
	switch h, m := minutes/60, minutes%60; {
	case h == 0:
		return fmt.Sprintf("%d分钟", m)
	case m == 0:
		return fmt.Sprintf("%d小时", h)
	default:
		return fmt.Sprintf("%d小时%d分", h, m)
	}
}

func cells(all ...string) []office.Cell {
	row := make([]office.Cell, len(all))
	for n, text := range all {
		row[n].Text = text
	}
	return row
}

// Leaves are the papers of the range for a pack: every session that was held,
// and of the years it touches the plan and everybody's table.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	sessions, err := s.Between(tx, from, to)
	if err != nil {
		return err
	}
	for _, w := range sessions {
		leaf := paper.Leaf{Item: "2.5", Name: name(w), Key: sheet(w), Lay: func() (office.Form, error) { return s.form(tx, w) }}
		if err := each(leaf); err != nil {
			return err
		}
	}
	for year := from.Year(); year <= to.Year(); year++ {
		plan, err := latestPlan(tx, year)
		if err != nil {
			return err
		}
		if plan.Version > 0 {
			if err := each(s.planLeaf(tx, plan)); err != nil {
				return err
			}
		}
		y, err := s.Year(tx, year)
		if err != nil {
			return err
		}
		for _, p := range y.People {
			whole, err := s.Person(tx, id.ID(p.Account), year)
			if err != nil {
				return err
			}
			leaf, err := s.hoursLeaf(tx, whole)
			if err != nil {
				return err
			}
			if err := each(leaf); err != nil {
				return err
			}
		}
	}
	return nil
}
