package record

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// The kinds of a weekly report's sealed facts, and of the obligation to read
// it. A correction is signed like the report itself.
const (
	KindWeeklySigned = "record.weekly.signed"
	KindWeeklyRead   = "record.weekly.read"

	// DutyWeeklyRead is the principal's 阅知; its subject is the report.
	DutyWeeklyRead = "weekly_read"
)

// readWithin is in how many days the principal should have read a report. It
// is the product's own: no order states a number.
const readWithin = 7

// Refusals of a weekly report.
var (
	ErrWeek          = fault.New(fault.Invalid, "record.weekly.week", "周次不正确，请返回列表重新选择。")
	ErrWeekNotFound  = fault.New(fault.NotFound, "record.weekly.not_found", "这一周还没有签署的周报告。")
	ErrWeekNotDue    = fault.New(fault.NotFound, "record.weekly.not_due", "这一周没有应写的周报告，请返回列表重新选择。")
	ErrWeekExcused   = fault.New(fault.Conflict, "record.weekly.excused", "这一周没有应做的检查，不需要写周报告。")
	ErrWeekEmpty     = fault.New(fault.Conflict, "record.weekly.nothing", "这一周还没有一天的检查到期，请在当天检查完成后再签署。")
	ErrWeekSigned    = fault.New(fault.Conflict, "record.weekly.already_signed", "这一周的报告已由他人签署，您写的内容已保留，可以用更正补充。")
	ErrWeekOther     = fault.New(fault.Conflict, "record.weekly.id_taken", "这份报告的编号已用于另一周，请刷新后重新签署。")
	ErrWeekSigner    = fault.New(fault.Forbidden, "record.weekly.signer", "本单位有在任的质量安全总监，周报告由总监签署。您可以先起草，再请总监签署。")
	ErrFiguresMoved  = fault.New(fault.Conflict, "record.weekly.figures_moved", "在您查看之后数字有变化，请核对新的数字后再签署。您写的内容已保留。")
	ErrWeekReason    = fault.New(fault.Invalid, "record.weekly.reason_required", "周报告的期限已过，请填写补录原因后再签署。")
	ErrAnalysis      = fault.New(fault.Invalid, "record.weekly.analysis_required", "请写明本周的分析研判。")
	ErrFinding       = fault.New(fault.Invalid, "record.weekly.finding", "请写明排查发现了什么问题。")
	ErrFindingTwice  = fault.New(fault.Invalid, "record.weekly.finding_twice", "同一条排查发现出现了两次，请刷新后重新填写。")
	ErrWeekStale     = fault.New(fault.Conflict, "record.weekly.stale", "这份报告在您填写期间已有新的更正，请先查看最新版本，您的内容已保留。")
	ErrWeekUnchanged = fault.New(fault.Invalid, "record.weekly.unchanged", "更正内容与现有报告相同，没有需要更正之处。")
	ErrReadVersion   = fault.New(fault.Conflict, "record.weekly.read_stale", "这份报告已有更正，请查看最新版本后再阅知。")
)

// reach is the part of a week that a report covers.
type reach struct {
	from, to clock.Day
	// since and cutoff bound the instants of what is no check.
	since, cutoff time.Time
	// empty says that no check that was due lies in it.
	empty bool
}

func (r reach) holds(c api.DayState) bool {
	day := clock.Day(c.Day)
	return !day.Before(r.from) && !day.After(r.to)
}

// covers returns what a report of the week reaches at the instant. It begins
// where the earlier report ended, if that one is given, and ends before the
// first day of which a check is still open: what comes later enters the next
// report, and nothing is told twice or never.
func covers(w clock.Week, earlier *reach, checks []api.DayState, at time.Time) reach {
	r := reach{from: w.First(), to: min(w.Last(), clock.DayOf(at)), since: w.First().Start(), cutoff: at}
	if earlier != nil {
		r.from, r.since = earlier.to.Add(1), earlier.cutoff
	}
	if end := w.Last().Add(1).Start(); at.After(end) {
		r.cutoff = end
	}
	for _, c := range checks {
		if open := c.State == string(obligation.Open) || c.State == string(obligation.Coming); open && r.holds(c) {
			r.to = clock.Day(c.Day).Add(-1)
		}
	}
	r.empty = !slices.ContainsFunc(checks, func(c api.DayState) bool { return r.holds(c) && c.State != string(obligation.Excused) })
	return r
}

// posted are the posts of the enterprise among a person's roles, in the order
// in which they are printed.
func posted(a access.Actor) []string {
	held := []string{}
	for _, post := range []access.Role{access.Principal, access.Director, access.Officer} {
		if a.Is(post) {
			held = append(held, string(post))
		}
	}
	return held
}

// signs reports whether a person with the posts signs: the director, or the
// officer where no director is in office.
func signs(posts []string, directed bool) bool {
	return slices.Contains(posts, string(access.Director)) || !directed && slices.Contains(posts, string(access.Officer))
}

// hashOf is the digest of figures, by which a person says what he has seen.
func hashOf(f api.WeeklyFigures) (string, error) {
	b, err := json.Marshal(f)
	if err != nil {
		return "", fmt.Errorf("encode figures: %w", err)
	}
	sum := sha256.Sum256(b)
	return hexOf(sum[:]), nil
}

// checkContent refuses words that cannot be sealed.
func checkContent(c api.WeeklyContent) error {
	if blank(c.Analysis) {
		return ErrAnalysis.At("body.content.analysis", "")
	}
	for field, text := range map[string]string{
		"attended": c.Attended, "analysis": c.Analysis, "unsettled": c.Unsettled, "listChanges": c.ListChanges, "focus": c.Focus,
	} {
		if unclean(text) {
			return ErrControl.At("body.content."+field, "")
		}
	}
	seen := map[string]bool{}
	for n, f := range c.Findings {
		at := fmt.Sprintf("body.content.findings[%d]", n)
		switch {
		case blank(f.Description):
			return ErrFinding.At(at+".description", "")
		case unclean(f.Description) || unclean(f.Measure):
			return ErrControl.At(at+".description", "")
		case seen[f.ID]:
			return ErrFindingTwice.At(at, "")
		}
		seen[f.ID] = true
	}
	for n, m := range c.Missed {
		if unclean(m.Cause) {
			return ErrControl.At(fmt.Sprintf("body.content.missed[%d].cause", n), "")
		}
	}
	return nil
}

// settled are the words with absent lists empty, as they are sealed. What the
// client says about hazards that findings opened is not believed.
func settled(c api.WeeklyContent) api.WeeklyContent {
	c.Findings, c.Missed, c.Follow = append([]api.WeeklyFinding{}, c.Findings...), append([]api.MissedCause{}, c.Missed...), append([]api.Follow{}, c.Follow...)
	for n := range c.Findings {
		c.Findings[n].Hazard = ""
	}
	return c
}

// same reports whether two versions say the same.
func same(a, b api.WeeklyContent) bool {
	x, errX := json.Marshal(settled(a))
	y, errY := json.Marshal(settled(b))
	return errX == nil && errY == nil && string(x) == string(y)
}

// weeklyBody is what a weekly fact seals. Names stand in its personal part.
type weeklyBody struct {
	Payload  int               `json:"payloadVersion"`
	Report   id.ID             `json:"report"`
	Week     clock.Week        `json:"week"`
	Version  int               `json:"version"`
	Cutoff   time.Time         `json:"cutoff"`
	Lateness string            `json:"lateness"`
	Reason   string            `json:"reason,omitempty"`
	Why      string            `json:"why,omitempty"`
	Posts    []string          `json:"posts"`
	Figures  api.WeeklyFigures `json:"figures"`
	Content  api.WeeklyContent `json:"content"`
}

// weeklySigner is the personal part.
type weeklySigner struct {
	Account     id.ID           `json:"account"`
	Name        string          `json:"name"`
	Declaration api.Declaration `json:"declaration"`
	At          time.Time       `json:"at"`
}
