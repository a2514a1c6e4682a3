package paper

import (
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/office"
)

// Head is how every form names its enterprise: name, identifier, size grade.
func Head(e api.Enterprise) []office.Pair {
	grade := "未分级"
	if e.SizeGrade != "" {
		grade = e.SizeGrade + " 级主体"
	}
	return []office.Pair{{Label: "单位名称", Value: e.Name, Wide: true}, identifier(e.Identifier), {Label: "主体分级", Value: grade}}
}

func identifier(i api.Identifier) office.Pair {
	switch i.Kind {
	case "none":
		return office.Pair{Label: "市场及摊位", Value: strings.TrimSpace(i.Market + " " + i.Stall)}
	case "regno15":
		return office.Pair{Label: "注册号", Value: i.Value}
	default:
		return office.Pair{Label: "统一社会信用代码", Value: i.Value}
	}
}

// Weekday writes a day with its weekday: 2026年11月24日（星期二）.
func Weekday(day clock.Day) string {
	return Day(day) + "（星期" + []string{"日", "一", "二", "三", "四", "五", "六"}[day.Weekday()] + "）"
}

// Day writes a day: 2026年11月24日.
func Day(day clock.Day) string { return day.Start().In(clock.Shanghai).Format("2006年1月2日") }

// Minute writes an instant in Shanghai to the minute.
func Minute(t time.Time) string { return t.In(clock.Shanghai).Format("2006-01-02 15:04") }

// Severity is 一般, 较大 or 重大; general where none was said.
func Severity(s string) string {
	switch s {
	case "larger":
		return "较大"
	case "major":
		return "重大"
	default:
		return "一般"
	}
}

// Post is the Chinese name of a post.
func Post(p string) string {
	return map[string]string{"principal": "主要负责人", "director": "质量安全总监", "officer": "质量安全员"}[p]
}

// Strokes are a signature's strokes as the pen draws them.
func Strokes(all []api.Stroke) []office.Stroke {
	var out []office.Stroke
	for _, s := range all {
		var line office.Stroke
		for i := 0; i+1 < len(s); i += 2 {
			line = append(line, office.Point{X: s[i], Y: s[i+1]})
		}
		out = append(out, line)
	}
	return out
}

// Signed is the place of a signature that was given: the label names the post
// or posts in which it was.
func Signed(label, name string, at time.Time, d api.Declaration) office.Signature {
	return office.Signature{Label: label, Name: name, At: Minute(at), Strokes: Strokes(d.Signature)}
}

// Leaf is one paper of a pack: the item of 附件3 it answers ("2.2"; "licence",
// "duty" and "other" for what stands in none), its name as a file
// ("周排查治理报告 2026-W48"), and how it is laid out.
type Leaf struct {
	Item, Name string
	// Key is what the paper is kept under, so that a pack asked for again prints
	// it no second time; without a noun it is laid out each time.
	Key Key
	Lay func() (office.Form, error)
}
