package reminder

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// mostLines bounds a paragraph.
const mostLines = 20

// slot is when a digest is made, and when the same reader gets his next one.
type slot struct{ at, next time.Time }

// slotOf finds the slot that begins at an instant among the minutes of the day.
func slotOf(at time.Time, minutes []int) slot {
	day := clock.DayOf(at)
	sorted := slices.Sorted(slices.Values(minutes))
	for _, m := range sorted {
		if next := day.At(m); next.After(at) {
			return slot{at, next}
		}
	}
	return slot{at, day.Add(1).At(sorted[0])}
}

// duty is an obligation that is neither done nor excused.
type duty struct {
	obligation.Obligation
	site, shift string
}

// house is what is known of one enterprise when its people are reminded.
type house struct {
	id     id.ID
	name   string
	rests  bool
	ladder Ladder
	duties []duty
	filled map[access.Role]bool
}

// holder is the post whose duty it is now: the one that is named, or the officer. A
// vacant post's duties go to the next one.
func (h *house) holder(d duty) access.Role {
	post := d.Post
	if post == "" {
		post = access.Officer
	}
	if d.Kind == obligation.KindWeekly {
		// It passes to the officer when the last director leaves, and back.
		post = access.Director
		if !h.filled[access.Director] {
			post = access.Officer
		}
	}
	for _, up := range []access.Role{access.Officer, access.Director, access.Principal} {
		if height(up) >= height(post) && h.filled[up] {
			return up
		}
	}
	return post
}

// due reports whether a duty is recalled at the slot.
func (h *house) due(d duty, s slot) bool {
	r := h.ladder.rung(d.Kind)
	if d.Due.Before(s.at) {
		return s.at.Sub(d.Due) < time.Duration(r.Until)*time.Hour
	}
	if d.Kind == obligation.KindDaily {
		return d.Opens.Before(s.next) && !d.Due.After(s.next)
	}
	return !d.Opens.After(s.at) && !d.Due.After(s.at.Add(time.Duration(r.Soon)*time.Hour))
}

// paragraph says what awaits a person with these posts. Whom a duty awaits does not
// hear of it a second time from above.
func (h *house) paragraph(account id.ID, posts []access.Role, s slot) (p notice.Paragraph, overdue int) {
	return h.write(s, func(d duty) (bool, bool) {
		holder := h.holder(d)
		mine := slices.Contains(posts, holder)
		if d.Account != id.Nil {
			mine = d.Account == account
		}
		if mine {
			return true, false
		}
		for _, post := range posts {
			if height(post) > height(holder) && h.ladder.rung(d.Kind).reached(post, s.at.Sub(d.Due)) {
				return true, true
			}
		}
		return false, false
	}, false)
}

// whole says what awaits anybody of the enterprise, for its own channels.
func (h *house) whole(s slot) (p notice.Paragraph, overdue int) {
	return h.write(s, func(duty) (bool, bool) { return true, false }, true)
}

// write gathers the lines by deadline.
func (h *house) write(s slot, tell func(duty) (told, escalated bool), whose bool) (p notice.Paragraph, overdue int) {
	p = notice.Paragraph{Enterprise: h.id, Name: h.name}
	if h.rests {
		return p, 0
	}
	for _, d := range h.duties {
		if !h.due(d, s) {
			continue
		}
		told, escalated := tell(d)
		if !told {
			continue
		}
		if d.Due.Before(s.at) {
			overdue++
		}
		if len(p.Lines) == mostLines {
			p.More++
			continue
		}
		line := d.line(s)
		line.Escalated = escalated
		if whose {
			line.Whose = postName[h.holder(d)]
		}
		p.Lines = append(p.Lines, line)
	}
	return p, overdue
}

var postName = map[access.Role]string{access.Officer: "质量安全员", access.Director: "质量安全总监", access.Principal: "主要负责人"}

// line words a duty. Most are worded by their noun, "做什么：对象"; of those the
// kind says in other languages what is asked.
func (d duty) line(s slot) notice.Line {
	due := d.Due
	l := notice.Line{Ref: notice.Ref{Enterprise: d.Enterprise, Kind: d.Kind, Subject: d.Subject, Day: d.Day}, Due: &due}
	switch {
	case d.Kind == obligation.KindDaily:
		l.Title, l.Note = d.check(d.Due.Before(s.at))
	case d.Title != "":
		title, note, _ := strings.Cut(d.Title, "：")
		l.Title, l.Note = words.Own(title), words.Own(note)
	case d.Kind == obligation.KindHazard:
		l.Title, l.Note = words.Say("reminder.hazard", "处理风险隐患"), words.Own(d.site)
	default:
		l.Title = words.Say("reminder.duty", "办理应履行事项")
	}
	return l
}

// check words a daily check: of a missed one the day is said.
func (d duty) check(overdue bool) (title, note words.Sentence) {
	where := d.site
	if d.shift != "" {
		where += "（" + d.shift + "）"
	}
	if !overdue {
		return words.Say("reminder.check", "完成每日检查"), words.Own(where)
	}
	on := d.Day.Start().In(clock.Shanghai).Format("1月2日")
	return words.Say("reminder.check_missed", "补录每日检查"), words.Say("reminder.check_of", "{on} {where}", "on", on, "day", d.Day, "where", where)
}

// subject heads a digest.
func subject(s slot, lines, overdue int) words.Sentence {
	on, day := s.at.In(clock.Shanghai).Format("1月2日"), clock.DayOf(s.at)
	if overdue > 0 {
		return words.Say("reminder.subject_overdue", "【质责】{on}待办 {n} 项，逾期 {late} 项", "on", on, "day", day, "n", lines, "late", overdue)
	}
	return words.Say("reminder.subject", "【质责】{on}待办 {n} 项", "on", on, "day", day, "n", lines)
}

// dedupe is the key of a digest: one per person and slot.
func (s slot) dedupe() string {
	return "digest " + s.at.In(clock.Shanghai).Format("2006-01-02 15:04")
}

// person is somebody who serves enterprises.
type person struct {
	account   id.ID
	slots     []int
	elsewhere bool
	posts     map[id.ID][]access.Role
}

// message is the person's digest; false when there is nothing to say.
func (p *person) message(at time.Time, houses map[id.ID]*house) (notice.Message, bool) {
	s := slotOf(at, p.slots)
	m := notice.Message{Account: p.account, Dedupe: s.dedupe(), Urgency: notice.Normal, Expires: s.next, Elsewhere: p.elsewhere}
	lines, overdue := 0, 0
	for _, enterprise := range slices.Sorted(mapKeys(p.posts)) {
		h := houses[enterprise]
		if h == nil {
			continue
		}
		paragraph, late := h.paragraph(p.account, p.posts[enterprise], s)
		if len(paragraph.Lines) == 0 {
			continue
		}
		lines += len(paragraph.Lines) + paragraph.More
		overdue += late
		m.Paragraphs = append(m.Paragraphs, paragraph)
	}
	// The enterprise with the nearest deadline comes first.
	slices.SortStableFunc(m.Paragraphs, func(a, b notice.Paragraph) int {
		return cmp.Compare(a.Lines[0].Due.UnixMicro(), b.Lines[0].Due.UnixMicro())
	})
	m.Subject = subject(s, lines, overdue)
	return m, lines > 0
}
