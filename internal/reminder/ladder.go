package reminder

import (
	"slices"
	"strings"
	"time"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
)

// Refusals.
var (
	ErrKind = fault.New(fault.NotFound, "reminder.ladder.kind",
		"没有这一类事项，请返回提醒规则页面重新选择。")
	ErrRung = fault.New(fault.Invalid, "reminder.ladder.form",
		"提醒规则设置有误，请按提示修改后重试。")
)

// Never is the rung that nobody reaches.
const Never = -1

// Other is the kind that stands for all that the table does not name.
const Other = "other"

// Rung is how one kind of duty is recalled, in hours.
type Rung struct {
	// Soon is how long before the deadline it is recalled first. A daily check is
	// recalled at the last slot before its deadline instead.
	Soon int
	// Director and Principal are how long after the deadline each is told.
	Director, Principal int
	// Until is how long after the deadline anybody is reminded.
	Until int
}

// Ladder has a rung for each kind.
type Ladder map[string]Rung

// standard is what the product proposes. A missed check is recalled for three
// days, while it can still be filed late with a fresh memory; the rest for a month.
var standard = Ladder{
	obligation.KindDaily:  {Soon: 0, Director: 0, Principal: 24, Until: 72},
	"weekly":              {Soon: 24, Director: 0, Principal: 24, Until: 720},
	"monthly":             {Soon: 72, Director: Never, Principal: 0, Until: 720},
	obligation.KindHazard: {Soon: 48, Director: 0, Principal: 48, Until: 720},
	Other:                 {Soon: 72, Director: 24, Principal: 72, Until: 720},
}

// Kinds lists the kinds of the table in the order in which it is shown.
var Kinds = []string{obligation.KindDaily, "weekly", "monthly", obligation.KindHazard, Other}

// rung finds a kind's rung: the enterprise's own, or the standard one. Kinds that
// begin alike, as hazard and hazard_report, share one.
func (l Ladder) rung(kind string) Rung {
	family := Other
	for _, k := range Kinds {
		if kind == k || strings.HasPrefix(kind, k+"_") {
			family = k
		}
	}
	kind = family
	if r, ok := l[kind]; ok {
		return r
	}
	return standard[kind]
}

// check refuses a ladder that leads down.
func (r Rung) check() error {
	bad := ErrRung
	if r.Director != Never && r.Director > r.Until {
		bad = bad.For("body.director", words.Say("reminder.ladder.director", "告知质量安全总监的时间应不晚于停止提醒的时间。"))
	}
	if r.Principal != Never && r.Principal > r.Until {
		bad = bad.For("body.principal", words.Say("reminder.ladder.principal", "告知主要负责人的时间应不晚于停止提醒的时间。"))
	}
	if r.Principal != Never && r.Director != Never && r.Principal < r.Director {
		bad = bad.For("body.principal", words.Say("reminder.ladder.order", "告知主要负责人不应早于告知质量安全总监。"))
	}
	if len(bad.Fields) > 0 {
		return bad
	}
	return nil
}

// reached reports whether a duty is so long overdue that the post is told.
func (r Rung) reached(post access.Role, overdue time.Duration) bool {
	hours, on := map[access.Role]int{access.Director: r.Director, access.Principal: r.Principal}[post]
	return on && hours != Never && overdue > 0 && overdue >= time.Duration(hours)*time.Hour
}

// height orders the posts on the ladder.
func height(post access.Role) int {
	return slices.Index([]access.Role{access.Officer, access.Director, access.Principal}, post)
}
