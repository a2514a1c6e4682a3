package record

import (
	"cmp"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Refusals of the month's minutes.
var (
	ErrMonthInput     = fault.New(fault.Invalid, "record.monthly.input", "填写的内容有误，请按提示修改后重新提交。")
	ErrMonthNotFound  = fault.New(fault.NotFound, "record.monthly.not_found", "没有找到这份会议纪要，请刷新后重试。")
	ErrMonthNotDue    = fault.New(fault.Conflict, "record.monthly.not_due", "这个月没有应召开的月调度会议，请从列表中选择月份。")
	ErrMonthNotOpen   = fault.New(fault.Conflict, "record.monthly.not_open", "这个月还没有开始，请在当月召开月调度会议。")
	ErrMonthSigned    = fault.New(fault.Conflict, "record.monthly.signed", "这个月的会议纪要已经签署，不能再修改；如有错误，请办理更正。")
	ErrMonthMoved     = fault.New(fault.Conflict, "record.monthly.moved", "您阅读之后，系统数据有了变化。您填写的内容都在，请核对更新后的数字，再签署。")
	ErrMonthDraft     = fault.New(fault.Conflict, "record.monthly.draft_changed", "您打开之后，别人修改过这份草稿。请刷新查看后再修改。")
	ErrMonthStale     = fault.New(fault.Conflict, "record.monthly.stale", "您阅读之后，这份纪要已有更正。请刷新查看最新版本。")
	ErrMonthOther     = fault.New(fault.Conflict, "record.monthly.id_taken", "这个编号已用于另一个月的会议纪要，请刷新后重试。")
	ErrNotInvited     = fault.New(fault.Conflict, "record.monthly.not_invited", "您现在不在任，不需要签到。")
	ErrHost           = fault.New(fault.Conflict, "record.monthly.host", "您是主持人，在纪要上签字即可，不需要签到。")
	ErrNoResolution   = fault.New(fault.NotFound, "record.resolution.not_found", "没有找到这项决议，请刷新后重试。")
	ErrNotOwner       = fault.New(fault.Forbidden, "record.resolution.other", "只有责任人本人可以报告完成。")
	ErrResolutionDone = fault.New(fault.Conflict, "record.resolution.done", "这项决议已报告完成。请刷新查看。")
	ErrResolutionOpen = fault.New(fault.Conflict, "record.resolution.open", "这项决议还没有报告完成，不能退回。")
	ErrReturnForbid   = fault.New(fault.Forbidden, "record.resolution.return", "只有主要负责人可以退回。")
	ErrResolutionStep = fault.New(fault.Conflict, "record.resolution.step_taken", "这一步的编号已用于另一项决议，请刷新后重试。")
)

// The kinds of sealed facts about a month.
const (
	KindMonthAttended    = "record.monthly.attended"
	KindMonthSigned      = "record.monthly.signed"
	KindMonthCorrected   = "record.monthly.corrected"
	KindResolutionDone   = "record.resolution.done"
	KindResolutionReturn = "record.resolution.sent_back"
)

// Inward are the kinds of facts that stay with the enterprise, for they hold the
// causes that were found and the advice that was given.
func Inward() []string { return []string{KindWeeklySigned, KindMonthSigned, KindMonthCorrected} }

// KindResolution is the obligation to carry a resolution out; its subject is the
// resolution, its day the one on which it was decided.
const KindResolution = "resolution"

// redo is how many days there are at least to do again what was sent back: the
// product's own.
const redo = 3

// The ways of attending.
const (
	attendOwn    = "own"
	attendHand   = "hand"
	attendAbsent = "absent"
)

// People are those in office at a meeting.
type People []api.MonthlyPerson

// peopleOf gathers the holders of posts, principals first. Who serves at one
// site is one of them, and so is a deputy.
func peopleOf(holders []api.Appointment) People {
	var all People
	for _, post := range []string{"principal", "director", "officer"} {
		for _, a := range holders {
			if !a.InOffice || a.Post != post {
				continue
			}
			n := slices.IndexFunc(all, func(p api.MonthlyPerson) bool { return p.Account == a.Account })
			if n < 0 {
				all = append(all, api.MonthlyPerson{Account: a.Account, Name: a.PersonName})
				n = len(all) - 1
			}
			if !slices.Contains(all[n].Posts, post) {
				all[n].Posts = append(all[n].Posts, post)
			}
		}
	}
	return all
}

func (p People) find(account string) (api.MonthlyPerson, bool) {
	n := slices.IndexFunc(p, func(one api.MonthlyPerson) bool { return one.Account == account })
	if n < 0 {
		return api.MonthlyPerson{}, false
	}
	return p[n], true
}

// hears is the post that reports to the host: the director, or the officer
// where there is no director but the host himself; none where nobody else
// holds either, since nobody hears himself.
func (p People) hears(host string) string {
	for _, post := range []string{"director", "officer"} {
		if slices.ContainsFunc(p, func(one api.MonthlyPerson) bool { return one.Account != host && slices.Contains(one.Posts, post) }) {
			return post
		}
	}
	return ""
}

// readMonth reads a month that begins no later than this one.
func readMonth(s string, today clock.Day) (clock.Month, error) {
	m, err := clock.ParseMonth(s)
	if err != nil {
		return "", ErrMonthNotDue
	}
	if m > today.Month() {
		return "", ErrMonthNotOpen
	}
	return m, nil
}

// readWords reads what was written about a meeting of the month.
func readWords(f *enterprise.Form, w api.MonthlyWords, m clock.Month, now time.Time, host string, people People) api.MonthlyWords {
	w.HeldAt = clock.Cut(w.HeldAt)
	if w.HeldAt.Before(m.First().Start()) || w.HeldAt.After(now) {
		f.Refuse("body.heldAt", words.Say("record.monthly.field.held", "会议时间应在本月之内，不能晚于现在。"))
	}
	if w.Place = f.Line("body.place", w.Place, 100); w.Place == "" && w.Mode == "site" {
		f.Refuse("body.place", words.Say("record.monthly.field.place", "现场会议请填写地点。"))
	}
	if !slices.Contains([]string{"site", "video", "telephone"}, w.Mode) {
		f.Refuse("body.mode", words.Say("record.monthly.field.mode", "请选择现场、视频或电话。"))
	}
	if _, in := people.find(w.Recorder); !in {
		f.Refuse("body.recorder", words.Say("record.monthly.field.recorder", "请从在任人员中选择记录人。"))
	}
	w.Reported, w.Changes = f.Text("body.reported", w.Reported, 4000), f.Text("body.changes", w.Changes, 2000)
	w.Focus, w.Resources = f.Text("body.focus", w.Focus, 2000), f.Text("body.resources", w.Resources, 2000)
	if w.Focus == "" {
		f.Refuse("body.focus", words.Say("record.monthly.field.focus", "请写明下月重点工作。"))
	}
	post := people.hears(host)
	one, in := people.find(w.Heard)
	switch {
	case post == "" && (w.Heard != "" || w.Reported != ""):
		f.Refuse("body.reported", words.Say("record.monthly.field.sole", "一人兼任全部岗位，没有可以听取的汇报，请不要填写。"))
	case post != "" && (!in || w.Heard == host || !slices.Contains(one.Posts, post)):
		f.Refuse("body.heard", words.Say("record.monthly.field.heard", "请选择汇报人：质量安全总监；没有总监的，由质量安全员汇报。"))
	case post != "" && w.Reported == "":
		f.Refuse("body.reported", words.Say("record.monthly.field.reported", "请写明听取汇报的内容。"))
	}
	return w
}

// readAttendance wants an answer for everybody but the host, once, and the one
// who reported among those present.
func readAttendance(f *enterprise.Form, all []api.Attendee, host, heard string, people People, signed map[string]time.Time) []api.Attendee {
	out := []api.Attendee{}
	for _, p := range people {
		if p.Account == host {
			continue
		}
		n := slices.IndexFunc(all, func(a api.Attendee) bool { return a.Account == p.Account })
		at := fmt.Sprintf("body.attendance[%d]", max(n, 0))
		if n < 0 {
			f.Refuse("body.attendance", words.Say("record.monthly.field.attendance", "请逐人确认是否到会：{name}。", "name", p.Name))
			continue
		}
		a := api.Attendee{Account: p.Account, Way: all[n].Way, Why: f.Line(at+".why", all[n].Why, 100)}
		_, own := signed[p.Account]
		switch {
		case a.Way == attendHand && (len(all[n].Signature) == 0 || !drawn(all[n].Signature)):
			f.Refuse(at+".signature", words.Say("record.monthly.field.unsigned", "{name}还没有手写签名。", "name", p.Name))
		case a.Way == attendHand:
			a.Signature = all[n].Signature
		case a.Way == attendOwn && !own:
			f.Refuse(at+".way", words.Say("record.monthly.field.not_in", "{name}还没有在自己的手机上签到。", "name", p.Name))
		case a.Way == attendAbsent && p.Account == heard:
			f.Refuse(at+".way", words.Say("record.monthly.field.reporter", "汇报人应当到会。"))
		case a.Way != attendOwn && a.Way != attendAbsent:
			f.Refuse(at+".way", words.Say("record.monthly.field.way", "请确认{name}是否到会。", "name", p.Name))
		}
		out = append(out, a)
	}
	return out
}

// readResolutions reads what was decided: each has a person in office and a day
// to come.
func readResolutions(f *enterprise.Form, all []api.ResolutionFields, today clock.Day, people People) []api.ResolutionFields {
	out, seen := []api.ResolutionFields{}, map[id.ID]bool{}
	for n, r := range all {
		at := fmt.Sprintf("body.resolutions[%d]", n)
		key, err := id.Parse(r.ID)
		if err != nil || seen[key] {
			f.Refuse(at+".id", words.Say("record.monthly.field.id", "编号不正确或重复，请删除后重新添加。"))
		}
		seen[key] = true
		if _, in := people.find(r.Owner); !in {
			f.Refuse(at+".owner", words.Say("record.monthly.field.owner", "请从在任人员中选择责任人。"))
		}
		due := f.Day(at+".due", r.Due)
		if due == "" || due.Before(today) || due.After(today.Add(366)) {
			f.Refuse(at+".due", words.Say("record.monthly.field.due", "期限应为今天起一年以内。"))
		}
		out = append(out, api.ResolutionFields{ID: string(key), What: f.Name(at+".what", r.What, 300), Owner: r.Owner, Due: string(due)})
	}
	return out
}

// drawn reports whether all strokes are whole points inside the box.
func drawn(all []api.Stroke) bool {
	for _, s := range all {
		if len(s)%2 != 0 {
			return false
		}
		for i, v := range s {
			if v < 0 || i%2 == 0 && v > 1000 || i%2 == 1 && v > 400 {
				return false
			}
		}
	}
	return true
}

// readDeclaration wants words above the signature.
func readDeclaration(f *enterprise.Form, d api.Declaration) string {
	text := f.Name("body.declaration.text", d.Text, 300)
	if !drawn(d.Signature) {
		f.Refuse("body.declaration.signature", words.Say("record.monthly.field.signature", "手写签名没有保存完整，请重新签名。"))
	}
	return text
}

// resolutionState is open, done or overdue.
func resolutionState(due clock.Day, steps []resolutionStepRow, today clock.Day) string {
	if n := len(steps); n > 0 && steps[n-1].Kind == "done" {
		return "done"
	}
	if today.After(due) {
		return "overdue"
	}
	return "open"
}

// tallies counts codes, the most frequent first.
func tallies(codes []string, least int) []api.Tally {
	counts := map[string]int{}
	for _, c := range codes {
		if c != "" {
			counts[c]++
		}
	}
	all := []api.Tally{}
	for code, n := range counts {
		if n >= least {
			all = append(all, api.Tally{Code: code, N: n})
		}
	}
	slices.SortFunc(all, func(a, b api.Tally) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Code, b.Code)) })
	return all
}

// postsOf are the posts that one signature names.
func postsOf(roles []access.Role) []string {
	posts := []string{}
	for _, r := range []access.Role{access.Principal, access.Director, access.Officer} {
		if slices.Contains(roles, r) {
			posts = append(posts, string(r))
		}
	}
	return posts
}

// brief cuts a text for a title.
func brief(s string) string {
	const most = 30
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
