package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/words"
	"zhize/internal/training"
)

var (
	sessionModes  = []Choice{{"现场", "place"}, {"线上", "online"}}
	sessionStates = map[string]string{"planned": "计划", "held": "已举办", "cancelled": "已取消"}
)

func (n Nouns) trainings() Table {
	return Table{
		Name: "trainings", Title: "培训",
		Import: &Import{
			Permission: "training.organise",
			Columns: []Column{
				{Field: "day", Title: "日期", Kind: Day, Required: true, Note: "纸质记录上的日期，早于今天"},
				{Field: "title", Title: "培训名称", Most: 100, Required: true, Width: 28},
				{Field: "minutes", Title: "时长（分钟）", Kind: Whole, Required: true},
				{Field: "mode", Title: "方式", Choices: sessionModes, Required: true},
				{Field: "place", Title: "地点或平台", Most: 100, Required: true, Width: 20},
				{Field: "teacher", Title: "授课人", Most: 50, Required: true},
				{Field: "topics", Title: "培训内容", Required: true, Width: 36, Note: "多项用顿号隔开"},
				{Field: "product", Title: "涉及产品", Most: 50, Width: 18},
				{Field: "people", Title: "参加人员", Required: true, Width: 32, Note: "姓名或登录名，用顿号隔开"},
				{Field: "scores", Title: "考核成绩", Width: 32, Note: "如：王某 85、李某 92；没有考核的留空"},
				{Field: "full", Title: "满分", Kind: Number, Width: 8},
				{Field: "pass", Title: "合格线", Kind: Number, Width: 8},
			},
			Key:  []string{"day", "title"},
			Open: n.openTrainings,
		},
		Export: &Export{
			Permission: "training.read", Ranged: true,
			Columns: columns("日期", "名称:28", "状态", "时长（分钟）", "方式", "地点:20", "授课人", "主题:36", "参加人员:36", "签到人数", "组织人", "来源:16"),
			Rows: monthly("trainings", n.Training.Sessions, func(s api.TrainingSession) []any {
				var came []string
				signed := 0
				for _, p := range s.People {
					if p.Outcome == "present" {
						came = append(came, p.Name)
						if p.How != training.ByPaper {
							signed++
						}
					}
				}
				return []any{
					s.Day, s.Title, sessionStates[s.State], s.Minutes, chosen(sessionModes, s.Mode), s.Place, s.Teacher, strings.Join(s.Topics, "、"),
					strings.Join(came, "、"), signed, s.OrganisedBy, yes(s.Transcribed, "纸质记录转录"),
				}
			}),
		},
	}
}

func (n Nouns) openTrainings(tx *db.Tx) (Batch, error) {
	to, err := n.Training.Transcribing(tx)
	if err != nil {
		return Batch{}, fmt.Errorf("open past trainings: %w", err)
	}
	return Batch{Put: func(r Row) error {
		p := training.Past{People: list(r["people"]), Full: r.Number("full"), Pass: r.Number("pass")}
		p.TrainingSessionFields = api.TrainingSessionFields{
			Title: r["title"], Day: r["day"], Mode: r["mode"], Place: r["place"], Minutes: int(r.Number("minutes")), Teacher: r["teacher"],
			Product: r["product"], Topics: list(r["topics"]),
		}
		var unread []string
		for _, word := range list(r["scores"]) {
			m := scored.FindStringSubmatch(word)
			if m == nil {
				unread = append(unread, word)
				continue
			}
			score, _ := strconv.ParseFloat(m[2], 64) // digits; beyond all bounds it is above the full mark
			p.Scores = append(p.Scores, training.Score{Person: m[1], Score: score})
		}
		var f enterprise.Form
		if len(unread) > 0 {
			mark(&f, "scores", words.Say("exchange.row.scores", "“{unread}”请写成“姓名 得分”的样子，用顿号隔开，如：王某 85、李某 92。", "unread", quoted(unread)))
		}
		return refused(&f, to.Put(p))
	}}, nil
}

// scored reads a name and what its bearer scored: 王某 85, 王某：85分, 王某（85）.
var scored = regexp.MustCompile(`^(.+?)[\s:：(（]*(\d+(?:\.\d+)?)\s*分?[)）]?$`)

func (n Nouns) hours() Table {
	type year struct {
		api.TrainingPerson
		year int
	}
	read := func(tx *db.Tx, from, to clock.Day) ([]year, error) {
		var all []year
		for _, y := range yearsOf(from, to) {
			whole, err := n.Training.Year(tx, y)
			if err != nil {
				return nil, err
			}
			for _, p := range whole.People {
				all = append(all, year{p, y})
			}
		}
		return all, nil
	}
	return Table{
		Name: "hours", Title: "培训学时",
		Export: &Export{
			Permission: "training.read", Ranged: true,
			Columns: columns("年度", "姓名", "岗位:24", "集中培训（分钟）:16", "自学（分钟）", "转录的以往培训（分钟）:20", "计划（分钟）", "考核合格", "考核不合格", "待补学内容:32"),
			Rows: telling("hours", read, func(p year) []any {
				wanted := any("")
				if p.Wanted != nil {
					wanted = *p.Wanted
				}
				return []any{
					p.year, p.Name, joinedPosts(p.Posts), p.SessionMinutes, p.StudyMinutes, p.PaperMinutes, wanted, p.TestsPassed, p.TestsFailed, strings.Join(p.Needs, "、"),
				}
			}),
		},
	}
}
