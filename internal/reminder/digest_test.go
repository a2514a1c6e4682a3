package reminder

import (
	"slices"
	"strings"
	"testing"
	"time"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

const tuesday = clock.Day("2026-11-24")

// shop is an enterprise in which all posts are filled.
func shop(duties ...duty) *house {
	return &house{id: "e", name: "测试店", duties: duties, filled: map[access.Role]bool{access.Officer: true, access.Director: true, access.Principal: true}}
}

func check(day clock.Day, opens, due int) duty {
	return duty{site: "门店", shift: "白班", Obligation: obligation.Obligation{Enterprise: "e", Kind: obligation.KindDaily, Subject: "s", Day: day, Opens: day.At(opens), Due: day.At(due)}}
}

func task(kind string, post access.Role, due time.Time) duty {
	return duty{Obligation: obligation.Obligation{Enterprise: "e", Kind: kind, Subject: "t", Day: "2026-11-01", Post: post, Title: "提交报告：第47周", Opens: due.Add(-1000 * time.Hour), Due: due}}
}

var (
	morning = slot{tuesday.At(480), tuesday.At(960)}
	evening = slot{tuesday.At(960), tuesday.Add(1).At(480)}
)

// who is told of the one duty: o, d, p for those whose it is, capitals for those to
// whom it climbed.
func who(h *house, s slot) string {
	told := ""
	for _, post := range []access.Role{access.Officer, access.Director, access.Principal} {
		p, _ := h.paragraph(id.ID(post), []access.Role{post}, s)
		if len(p.Lines) == 1 {
			letter := string(post[0])
			if p.Lines[0].Escalated {
				letter = strings.ToUpper(letter)
			}
			told += letter
		}
	}
	return told
}

func TestWhoIsToldWhen(t *testing.T) {
	t.Parallel()
	at := func(hours int) time.Time { return morning.at.Add(time.Duration(hours) * time.Hour) }
	alone := task("x", access.Director, at(1))
	alone.Account = "officer"
	for _, c := range []struct {
		name string
		duty duty
		slot slot
		want string
	}{
		{"a check that ends this evening is not told in the morning", check(tuesday, 420, 1200), morning, ""},
		{"nor one that ends before the next slot if it ends after it", check(tuesday, 420, 961), morning, ""},
		{"a check that ends at the next slot is", check(tuesday, 420, 960), morning, "o"},
		{"a check that ends this evening is told in the afternoon", check(tuesday, 420, 1200), evening, "o"},
		{"so is a night shift that has not begun", check(tuesday, 1260, 1900), evening, "o"},
		{"and not one of tomorrow", check(tuesday.Add(1), 420, 1200), evening, ""},
		{"a missed check climbs to the director", check(tuesday.Add(-1), 420, 1200), morning, "oD"},
		{"after a day to the principal", check(tuesday.Add(-2), 420, 1200), morning, "oDP"},
		{"after three days nobody is told", check(tuesday.Add(-4), 420, 1200), morning, ""},
		{"a report that is far off", task("weekly_report", access.Director, at(25)), morning, ""},
		{"a report due tomorrow", task("weekly_report", access.Director, at(24)), morning, "d"},
		{"a report overdue for less than a day", task("weekly_report", access.Director, at(-23)), morning, "d"},
		{"a report overdue for a day", task("weekly_report", access.Director, at(-24)), morning, "dP"},
		{"the principal's own has no rung above", task("monthly_minutes", access.Principal, at(-100)), morning, "p"},
		{"a kind that nobody named", task("licence_expiry", access.Officer, at(-24)), morning, "oD"},
		{"a kind that nobody named, three days", task("licence_expiry", access.Officer, at(-72)), morning, "oDP"},
		{"one person's own", alone, morning, "o"},
		{"overdue for a month", task("x", access.Officer, at(-720)), morning, ""},
	} {
		if got := who(shop(c.duty), c.slot); got != c.want {
			t.Errorf("%s: told %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAResting(t *testing.T) {
	t.Parallel()
	h := shop(check(tuesday.Add(-1), 420, 1200))
	h.rests = true
	if got := who(h, morning); got != "" {
		t.Errorf("on a day of rest %q are told", got)
	}
}

func TestAVacantPostsDutiesClimb(t *testing.T) {
	t.Parallel()
	h := shop(check(tuesday, 420, 1200))
	h.filled[access.Officer] = false
	if got := who(h, evening); got != "d" {
		t.Errorf("without an officer %q are told, want the director", got)
	}
}

func TestSoleKeeperHearsOnce(t *testing.T) {
	t.Parallel()
	h := shop(check(tuesday.Add(-2), 420, 1200))
	p, overdue := h.paragraph("a", []access.Role{access.Director, access.Officer, access.Principal}, morning)
	if len(p.Lines) != 1 || p.Lines[0].Escalated || overdue != 1 {
		t.Errorf("the sole keeper is told %+v", p)
	}
}

func TestALadderOfOnesOwn(t *testing.T) {
	t.Parallel()
	h := shop(check(tuesday.Add(-1), 420, 1200))
	h.ladder = Ladder{obligation.KindDaily: {Director: Never, Principal: 0, Until: 200}}
	if got := who(h, morning); got != "oP" {
		t.Errorf("told %q, want officer and principal", got)
	}
}

func TestDigest(t *testing.T) {
	t.Parallel()
	a, b := shop(task("x", access.Officer, morning.at.Add(5*time.Hour))), shop(task("x", access.Officer, morning.at.Add(-time.Hour)))
	b.id, b.name = "f", "另一店"
	p := person{account: "a", slots: []int{960, 480}, posts: map[id.ID][]access.Role{"e": {access.Officer}, "f": {access.Officer}, "gone": {access.Officer}}}
	m, some := p.message(morning.at, map[id.ID]*house{"e": a, "f": b})
	if !some || len(m.Paragraphs) != 2 || m.Paragraphs[0].Name != "另一店" {
		t.Fatalf("digest %+v", m)
	}
	if m.Subject.Text != "【质责】11月24日待办 2 项，逾期 1 项" || m.Dedupe != "digest 2026-11-24 08:00" || !m.Expires.Equal(morning.next) {
		t.Errorf("%q, %q, expires %s", m.Subject, m.Dedupe, m.Expires)
	}
	if l := m.Paragraphs[0].Lines[0]; l.Title.Text != "提交报告" || l.Note.Text != "第47周" {
		t.Errorf("line %+v", l)
	}
	if _, some := p.message(morning.at, map[id.ID]*house{"e": shop()}); some {
		t.Error("a digest of nothing")
	}
	for range 30 {
		a.duties = append(a.duties, a.duties[0])
	}
	if m, _ = p.message(morning.at, map[id.ID]*house{"e": a}); len(m.Paragraphs[0].Lines) != mostLines || m.Paragraphs[0].More != 11 || !strings.Contains(m.Subject.Text, "31 项") {
		t.Errorf("a long one: %d lines, %d more, %s", len(m.Paragraphs[0].Lines), m.Paragraphs[0].More, m.Subject)
	}
}

func TestSlotsOverTheYear(t *testing.T) {
	t.Parallel()
	s := slotOf(clock.Day("2026-12-31").At(960), []int{960, 480})
	if !s.next.Equal(clock.Day("2027-01-01").At(480)) {
		t.Errorf("after the year's last slot comes %s", s.next)
	}
	if !slices.Equal(Kinds[len(Kinds)-1:], []string{Other}) {
		t.Error("the rest is not last")
	}
	for kind, r := range standard {
		if err := r.check(); err != nil {
			t.Errorf("the standard of %s: %v", kind, err)
		}
	}
}
