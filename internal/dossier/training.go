package dossier

import (
	"slices"

	"zhize/api"
	"zhize/internal/platform/words"
)

// training answers 2.5 for a year: what directors and officers were trained and
// tested in. How much a post wants is the enterprise's own figure, so that only
// who has no entry at all is missing.
func training(y api.TrainingYear) answer {
	a := answer{state: Complete}
	var said, needs []words.Sentence
	asked, some := 0, 0
	for _, p := range y.People {
		if !slices.Contains(p.Posts, "director") && !slices.Contains(p.Posts, "officer") {
			continue
		}
		asked++
		said = append(said, words.Say("dossier.training.person", "{name}培训 {taught} 分钟，自学 {studied} 分钟，考核合格 {passed} 次、不合格 {failed} 次",
			"name", p.Name, "taught", p.SessionMinutes, "studied", p.StudyMinutes, "passed", p.TestsPassed, "failed", p.TestsFailed))
		trained, tested := p.SessionMinutes+p.StudyMinutes > 0, p.TestsPassed > 0
		if trained || tested || p.TestsFailed > 0 {
			some++
		}
		if !trained || !tested {
			a.state = Partial
		}
		if len(p.Needs) > 0 {
			needs = append(needs, words.Say("dossier.training.need", "{name}：{topics}", "name", p.Name, "topics", words.Joined("、", words.Owns(p.Needs...)...)))
		}
	}
	for _, s := range y.Sessions {
		if s.State == "held" {
			one := api.DossierEvidence{Kind: "training", ID: s.ID, Title: s.Title, Day: s.Day}
			if s.Transcribed {
				one = row(one, words.Say("dossier.training.transcribed", "{title}（纸质记录转录，不计入）", "title", s.Title))
			}
			a.evidence = append(a.evidence, one)
		}
	}
	switch {
	case asked == 0:
		a.state, a.settle = Missing, step("appointment", words.Say("dossier.settle.posts", "任命质量安全员和质量安全总监"))
		a.say(words.Say("dossier.training.nobody", "{year} 年没有在任的质量安全总监、质量安全员。", "year", y.Year))
		return a
	case some == 0:
		a.state = Missing
	}
	a.say(words.Say("dossier.training.year", "{year} 年：{people}。", "year", y.Year, "people", words.Joined("；", said...)))
	if len(needs) > 0 {
		a.remark = []words.Sentence{words.Say("dossier.training.needs", "考核不合格、尚待补学的内容——{people}。", "people", words.Joined("；", needs...))}
	}
	if a.state != Complete {
		a.settle = step("training", words.Say("dossier.settle.training", "安排培训和考核"))
	}
	return a
}
