package dossier

import (
	"fmt"
	"slices"
	"strings"

	"zhize/api"
)

// training answers 2.5 for a year: what directors and officers were trained and
// tested in. How much a post wants is the enterprise's own figure, so that only
// who has no entry at all is missing.
func training(y api.TrainingYear) answer {
	a := answer{state: Complete}
	var said, needs []string
	asked, some := 0, 0
	for _, p := range y.People {
		if !slices.Contains(p.Posts, "director") && !slices.Contains(p.Posts, "officer") {
			continue
		}
		asked++
		said = append(said, fmt.Sprintf("%s培训 %d 分钟，自学 %d 分钟，考核合格 %d 次、不合格 %d 次", p.Name, p.SessionMinutes, p.StudyMinutes, p.TestsPassed, p.TestsFailed))
		trained, tested := p.SessionMinutes+p.StudyMinutes > 0, p.TestsPassed > 0
		if trained || tested || p.TestsFailed > 0 {
			some++
		}
		if !trained || !tested {
			a.state = Partial
		}
		if len(p.Needs) > 0 {
			needs = append(needs, p.Name+"："+strings.Join(p.Needs, "、"))
		}
	}
	for _, s := range y.Sessions {
		if s.State == "held" {
			title := s.Title
			if s.Transcribed {
				title += "（纸质记录转录，不计入）"
			}
			a.evidence = append(a.evidence, api.DossierEvidence{Kind: "training", ID: s.ID, Title: title, Day: s.Day})
		}
	}
	switch {
	case asked == 0:
		a.state, a.reason = Missing, fmt.Sprintf("%d 年没有在任的质量安全总监、质量安全员。", y.Year)
		a.settle = &api.DossierStep{Words: "任命质量安全员和质量安全总监", Kind: "appointment"}
		return a
	case some == 0:
		a.state = Missing
	}
	a.reason = fmt.Sprintf("%d 年：%s。", y.Year, strings.Join(said, "；"))
	if len(needs) > 0 {
		a.remark = "考核不合格、尚待补学的内容——" + strings.Join(needs, "；") + "。"
	}
	if a.state != Complete {
		a.settle = &api.DossierStep{Words: "安排培训和考核", Kind: "training"}
	}
	return a
}
