package bylaw

import (
	"fmt"
	"slices"
	"strings"

	"zhize/api"
)

// The kinds of parts.
const (
	chapter = "chapter" // 章
	article = "article" // 条
	item    = "item"    // 项
)

// Parts numbers a text. A line that begins with # is a chapter, one with - an
// item of the article above it, every other line an article. Articles are
// counted through all chapters, as is the custom.
func Parts(text string) []api.BylawPart {
	parts := []api.BylawPart{}
	chapters, articles, items := 0, 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		switch marked, rest := mark(line); marked {
		case chapter:
			chapters++
			parts = append(parts, api.BylawPart{Kind: chapter, Number: "第" + numeral(chapters) + "章", Text: rest})
		case item:
			items++
			parts = append(parts, api.BylawPart{Kind: item, Number: "（" + numeral(items) + "）", Text: rest})
		default:
			articles++
			items = 0
			parts = append(parts, api.BylawPart{Kind: article, Number: "第" + numeral(articles) + "条", Text: rest})
		}
	}
	return parts
}

func mark(line string) (kind, rest string) {
	for sign, kind := range map[string]string{"#": chapter, "-": item} {
		if rest := strings.TrimLeft(line, sign); rest != line {
			return kind, strings.TrimSpace(rest)
		}
	}
	return article, line
}

var digits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// numeral writes 1 to 999 in Chinese.
func numeral(n int) string {
	hundreds, tens, ones := n/100, n/10%10, n%10
	s := ""
	if hundreds > 0 {
		s = digits[hundreds] + "百"
		if tens == 0 && ones > 0 {
			s += "零"
		}
	}
	if tens > 0 {
		if tens > 1 || hundreds > 0 {
			s += digits[tens]
		}
		s += "十"
	}
	return s + digits[ones]
}

// Facts is what the archive knows and a template leaves open.
type Facts struct {
	Name  string
	Sides []string
	Sites []string
	// Grace is the minutes after a shift's end in which its record is on time;
	// negative if the shifts differ or there are none.
	Grace int
	// Directors and Officers count the people in the posts; Sole says that one
	// person holds every post that is filled.
	Directors, Officers int
	Sole                bool
}

// Fill writes a template for an enterprise. Posts are named and counted, people
// are not: who holds a post changes more often than a bylaw.
func Fill(template string, f Facts) string {
	does, order := trade(f.Sides)
	where := "经营场所"
	if len(f.Sites) > 0 {
		where = strings.Join(f.Sites, "、")
	}
	grace := "每班结束后、规定的宽限时间内"
	switch {
	case f.Grace == 0:
		grace = "每班结束前"
	case f.Grace > 0:
		grace = fmt.Sprintf("每班结束后 %d 分钟内", f.Grace)
	}
	open := strings.NewReplacer("{单位}", f.Name, "{场所}", where, "{活动}", does, "{规章}", order, "{时限}", grace, "{岗位}", staff(f))
	only := map[string]bool{"生产": slices.Contains(f.Sides, "production"), "销售": slices.Contains(f.Sides, "sales"), "兼任": f.Sole}
	var lines []string
	for line := range strings.Lines(template) {
		line = strings.TrimRight(line, "\n")
		if mark, rest, ok := strings.Cut(strings.TrimPrefix(line, "["), "]"); ok && strings.HasPrefix(line, "[") {
			if !only[mark] {
				continue
			}
			line = rest
		}
		lines = append(lines, open.Replace(line))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// trade says what the enterprise does, and by which order.
func trade(sides []string) (does, order string) {
	const (
		production = "《工业产品生产单位落实质量安全主体责任监督管理规定》（市场监管总局令第75号）"
		sales      = "《工业产品销售单位落实质量安全主体责任监督管理规定》（市场监管总局令第76号）"
	)
	switch makes, sells := slices.Contains(sides, "production"), slices.Contains(sides, "sales"); {
	case makes && sells:
		return "生产、销售", production + "、" + sales
	case makes:
		return "生产", production
	default:
		return "销售", sales
	}
}

func staff(f Facts) string {
	if f.Sole {
		return "本单位规模较小，主要负责人、质量安全总监、质量安全员的职责由一人兼任。"
	}
	posts := []string{"主要负责人"}
	if f.Directors > 0 {
		posts = append(posts, fmt.Sprintf("质量安全总监 %d 名", f.Directors))
	}
	if f.Officers > 0 {
		posts = append(posts, fmt.Sprintf("质量安全员 %d 名", f.Officers))
	}
	return "本单位设" + strings.Join(posts, "、") + "，由主要负责人以任命文件明确，人员变动时及时调整。"
}

// Diff tells two texts apart, part by part: by what they say, not by their
// numbers, so that a new article does not change all that follow it.
func Diff(before, after []api.BylawPart) []api.BylawLine {
	same := func(i, j int) bool { return before[i].Kind == after[j].Kind && before[i].Text == after[j].Text }
	// longest[i][j] is how many parts of before[i:] and after[j:] can be kept.
	longest := make([][]int, len(before)+1)
	for i := range longest {
		longest[i] = make([]int, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if same(i, j) {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	lines := []api.BylawLine{}
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && same(i, j):
			lines = append(lines, api.BylawLine{Change: "same", BylawPart: after[j]})
			i, j = i+1, j+1
		case i < len(before) && (j == len(after) || longest[i+1][j] >= longest[i][j+1]):
			lines = append(lines, api.BylawLine{Change: "removed", BylawPart: before[i]})
			i++
		default:
			lines = append(lines, api.BylawLine{Change: "added", BylawPart: after[j]})
			j++
		}
	}
	return lines
}
