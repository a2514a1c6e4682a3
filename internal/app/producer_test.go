package app_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// producer lives through weeks with a moved clock; each act is done by whoever
// holds the post on that day.
type producer struct {
	testkit.World
	testkit.Fixture
	*app.App
	t *testing.T
	// officer is the account that keeps the records now.
	officer access.Actor
}

var tap = api.Declaration{Text: "内容属实。", Signature: []api.Stroke{}}

// What is told among themselves only: a cause that was found, the facts of a
// proposal and of its second.
const cause = "收料时没有核对"

var facts = []string{"接线端子温升超标，抽测三件均不合格", "扩大抽样二十件，十二件温升超标"}

// TestProducerLivesThroughTheYearsEnd is a producer of grade B from November
// 2026 into January 2027: a hazard, a correction, a stop proposal that is refused
// and then adopted, an officer replaced in mid-month, a suspension, a day that
// was missed, the week that lies in two years, two months' minutes.
func TestProducerLivesThroughTheYearsEnd(t *testing.T) {
	t.Parallel()
	run := func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f := w.Found(t)
		p := &producer{World: w, Fixture: f, App: a, t: t, officer: f.As(t, access.Officer, "record.daily.submit").Actor()}
		p.founds()
		p.live("2026-11-24", "2027-01-05")
		p.wasTold()
		p.keepsFiles()
		p.isProven()
		p.isPrivate()
		p.keepsPapers()
		p.packsForTheOffice()
	}
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.OwnPostgres(t))
	})
}

func (p *producer) must(err error) {
	p.t.Helper()
	if f, ok := fault.Of(err); ok {
		p.t.Fatalf("%s: %s %s %v", clock.DayOf(p.Clock.Now()), f.Code, f.Text, f.Fields)
	}
	if err != nil {
		p.t.Fatalf("%s: %v", clock.DayOf(p.Clock.Now()), err)
	}
}

func (p *producer) at(day clock.Day, minute int) { p.Clock.Move(day.At(minute)) }

func (p *producer) keeps(permission access.Permission) access.Grant {
	p.t.Helper()
	return testkit.Grant(p.t, p.officer, permission)
}

// founds makes the enterprise a producer of grade B with an approved list.
func (p *producer) founds() {
	p.t.Helper()
	ctx, headcount, revenue := p.t.Context(), 350, 8000.0
	report := &api.ReportBusinessInput{PathKind: "production"}
	report.Body.Kind, report.Body.Headcount, report.Body.Revenue, report.Body.Year, report.Body.Basis = "production", &headcount, &revenue, 2025, "annual_report"
	out, err := p.Enterprises.ReportBusiness(ctx, p.As(p.t, access.Director, "enterprise.business.report"), report)
	p.must(err)
	if out.Body.SizeGrade != "B" {
		p.t.Fatalf("the producer is of grade %q", out.Body.SizeGrade)
	}
	list, err := p.RiskLists.Propose(ctx, p.As(p.t, access.Director, "risklist.draft"), &api.InEnterprise{})
	p.must(err)
	approve := &api.ApproveRiskListInput{}
	approve.Body.Revision, approve.Body.Declaration = list.Body.Revision, tap
	_, err = p.RiskLists.Approve(ctx, p.As(p.t, access.Principal, "risklist.approve"), approve)
	p.must(err)
}

// live goes from day to day. What is special about a day stands here.
func (p *producer) live(from, to clock.Day) {
	p.t.Helper()
	for day := from; !day.After(to); day = day.Add(1) {
		p.at(day, 5)
		p.must(p.Obligations.Sweep(p.t.Context()))
		p.at(day, 9*60)
		switch day {
		case "2026-11-30":
			p.proposesAStop()
		case "2026-12-03":
			p.meets("2026-11", "2026-12-10")
		case "2026-12-10":
			p.replacesTheOfficer()
		case "2026-12-11":
			p.suspends("2026-12-14", "2026-12-16")
		case "2027-01-04":
			p.meets("2026-12", "2027-01-20")
		}
		p.at(day, 16*60)
		switch {
		case day == "2026-12-08", day >= "2026-12-14" && day <= "2026-12-16":
		case day == "2026-11-26":
			record := p.checks(true)
			p.closes(record)
		case day == "2026-11-27":
			p.corrects(p.checks(false))
		default:
			p.checks(false)
		}
		if day.Weekday() == 1 && day > "2026-11-29" {
			p.signs(clock.WeekOf(day.Add(-7)))
		}
	}
}

// checks submits the day's check and returns the record.
func (p *producer) checks(fails bool) api.Daily {
	p.t.Helper()
	today, err := p.Obligations.ReadToday(p.t.Context(), p.keeps("obligation.read"), &api.InEnterprise{})
	p.must(err)
	n := slices.IndexFunc(today.Body.Checks, func(c api.TodayCheck) bool { return c.State == "open" && c.Day == today.Body.Day })
	if n < 0 {
		p.t.Fatalf("%s: no check is open: %+v", today.Body.Day, today.Body.Checks)
	}
	check := today.Body.Checks[n]
	body := api.DailyBody{
		PayloadVersion: 1, Obligation: api.CheckOf{Site: check.Site, Shift: check.Shift, Day: check.Day}, ListID: check.ListID, ListVersion: check.ListVersion,
		StartedAt: p.Clock.Now(), SubmittedAt: p.Clock.Now(), Declaration: tap,
	}
	for i, item := range check.Items {
		one := api.Answer{Item: item.ID, Verdict: "pass", Bulk: "rest_pass"}
		if fails && i == 0 {
			one = api.Answer{Item: item.ID, Verdict: "fail", Note: "来料无检验报告", Measure: "已隔离", Severity: "general"}
		}
		body.Answers = append(body.Answers, one)
	}
	raw, err := json.Marshal(body)
	p.must(err)
	out, err := p.Records.Submit(p.t.Context(), p.keeps("record.daily.submit"), &api.SubmitDailyInput{Record: string(p.NewID()), RawBody: raw, Body: body})
	p.must(err)
	return out.Body
}

// corrects the record of the day: what was passed did not apply.
func (p *producer) corrects(d api.Daily) {
	p.t.Helper()
	in := &api.CorrectDailyInput{Record: d.ID, Version: string(p.NewID())}
	in.Body.DailyBody, in.Body.Corrects, in.Body.Why = d.Versions[0].Body, 1, "当日无此工序"
	in.Body.Answers = slices.Clone(in.Body.Answers)
	in.Body.Answers[0] = api.Answer{Item: in.Body.Answers[0].Item, Verdict: "na"}
	raw, err := json.Marshal(in.Body)
	p.must(err)
	in.RawBody = raw
	out, err := p.Records.Correct(p.t.Context(), p.keeps("record.daily.correct"), in)
	p.must(err)
	if out.Body.Version != 2 || len(out.Body.Versions) != 2 {
		p.t.Errorf("corrected: %d versions", len(out.Body.Versions))
	}
}

// closes the hazard that a check found: rectified by the officer, verified and
// closed by the director.
func (p *producer) closes(d api.Daily) {
	p.t.Helper()
	if len(d.Hazards) != 1 {
		p.t.Fatalf("the check opened %d hazards", len(d.Hazards))
	}
	step := func(g access.Grant, kind string, photos ...string) {
		p.t.Helper()
		in := &api.AdvanceHazardInput{Hazard: d.Hazards[0].ID, Step: string(p.NewID())}
		in.Body.Kind, in.Body.Note, in.Body.Photos = kind, "已按要求办理", photos
		if kind == "rectified" {
			in.Body.Cause, in.Body.CauseNote = "management", cause
		}
		_, err := p.Hazards.Advance(p.t.Context(), g, in)
		p.must(err)
	}
	step(p.keeps("hazard.advance"), "rectified", p.photo())
	step(p.As(p.t, access.Director, "hazard.advance"), "verified")
	step(p.As(p.t, access.Director, "hazard.advance"), "closed")
}

func (p *producer) photo() string {
	p.t.Helper()
	body, sha := picture(p.t, 3)
	_, err := p.Photos.Put(p.t.Context(), p.keeps("photo.upload"), &api.PutPhotoInput{SHA256: sha, RawBody: body})
	p.must(err)
	return sha
}

// proposesAStop raises a stop proposal that is refused, raises it again with new
// facts, and sees it adopted.
func (p *producer) proposesAStop() {
	p.t.Helper()
	former := ""
	for n, outcome := range []string{"refused", "adopted"} {
		raise := &api.RaiseAdviceInput{Advice: string(p.NewID())}
		raise.Body.AdviceFields = api.AdviceFields{
			Kind: "stop", Facts: facts[n], Goods: []api.AdviceGoods{{Name: "插座", Batch: "20261120"}},
			Actions: []string{"stop_sale"}, Wish: "该批停止销售", Photos: []string{}, Former: former,
		}
		raise.Body.Declaration = tap
		_, err := p.Advices.Raise(p.t.Context(), p.As(p.t, access.Director, "advice.raise"), raise)
		p.must(err)
		answer := &api.AnswerAdviceInput{Advice: raise.Advice, Answer: string(p.NewID())}
		answer.Body.Outcome, answer.Body.MetOn, answer.Body.Declaration = outcome, string(clock.DayOf(p.Clock.Now())), tap
		answer.Body.Reason = "抽测数量不足，请扩大抽样后再报。"
		if outcome == "adopted" {
			answer.Body.Measures = "该批停止销售并封存"
		}
		_, err = p.Advices.Answer(p.t.Context(), p.As(p.t, access.Principal, "advice.answer"), answer)
		p.must(err)
		former = raise.Advice
	}
}

// replacesTheOfficer appoints another officer, who accepts and then keeps the
// records; the former one may not any more.
func (p *producer) replacesTheOfficer() {
	p.t.Helper()
	all, err := p.Appointments.List(p.t.Context(), p.As(p.t, access.Principal, "appointment.read"), &api.InEnterprise{})
	p.must(err)
	n := slices.IndexFunc(all.Body.Items, func(a api.Appointment) bool { return a.Post == "officer" && a.InOffice })
	in := &api.AppointInput{}
	in.Body.ID, in.Body.Name, in.Body.Login, in.Body.Post, in.Body.Replaces = string(p.NewID()), "测试新任", "new"+string(p.NewID())[24:], "officer", all.Body.Items[n].ID
	made, err := p.Appointments.Appoint(p.t.Context(), p.As(p.t, access.Principal, "appointment.make"), in)
	p.must(err)
	actor, err := p.Identity.Stand(p.t.Context(), id.ID(made.Body.Appointment.Account), p.Enterprise, id.Nil)
	p.must(err)
	actor.Enterprise, actor.Name = p.Enterprise, "测试新任"
	accept := &api.AnswerAppointmentInput{}
	accept.Appointment, accept.Body.Answer, accept.Body.Declaration = made.Body.Appointment.ID, "accepted", &tap
	_, err = p.Appointments.Answer(p.t.Context(), testkit.Grant(p.t, actor, "appointment.answer"), accept)
	p.must(err)
	former := p.officer
	if p.officer, err = p.Identity.Stand(p.t.Context(), actor.Account, p.Enterprise, id.Nil); err != nil || !p.officer.Is(access.Officer) {
		p.t.Fatalf("after he accepted he stands as %+v, %v", p.officer, err)
	}
	all, err = p.Appointments.List(p.t.Context(), p.As(p.t, access.Principal, "appointment.read"), &api.InEnterprise{})
	p.must(err)
	if slices.ContainsFunc(all.Body.Items, func(a api.Appointment) bool { return a.Account == string(former.Account) && a.InOffice }) {
		p.t.Error("the former officer is still in office")
	}
}

// suspends files a notice that the principal signs in advance.
func (p *producer) suspends(from, until clock.Day) {
	p.t.Helper()
	in := &api.FileSuspensionInput{Suspension: string(p.NewID())}
	in.Body.Site, in.Body.Kind, in.Body.Reason, in.Body.From, in.Body.Until = string(p.Site), "production_stop", "设备检修", string(from), string(until)
	_, err := p.Obligations.FileSuspension(p.t.Context(), p.As(p.t, access.Principal, "obligation.suspension.file"), in)
	p.must(err)
}

// signs the report of a week, with the causes of what was missed.
func (p *producer) signs(w clock.Week) {
	p.t.Helper()
	g := p.As(p.t, access.Director, "record.weekly.sign")
	draft, err := p.Records.WeeklyDraft(p.t.Context(), g, &api.ReadWeeklyInput{Week: string(w)})
	p.must(err)
	in := &api.SignWeeklyInput{Week: string(w)}
	in.Body.ID, in.Body.Hash, in.Body.Declaration = string(p.NewID()), draft.Body.Hash, tap
	in.Body.Content = api.WeeklyContent{Findings: []api.WeeklyFinding{}, Missed: []api.MissedCause{}, Analysis: "本周运行平稳。", Follow: []api.Follow{}, Focus: "年底设备检修"}
	for _, c := range draft.Body.Figures.Checks {
		if c.Column == "missed" {
			in.Body.Content.Missed = append(in.Body.Content.Missed, api.MissedCause{Day: c.Day, Shift: c.Shift, Cause: "当班人员请假，未安排代班"})
		}
	}
	_, err = p.Records.SignWeekly(p.t.Context(), g, in)
	p.must(err)
}

// meets holds the month's meeting with one resolution.
func (p *producer) meets(month clock.Month, due clock.Day) {
	p.t.Helper()
	g := p.As(p.t, access.Principal, "record.monthly.sign")
	draft, err := p.Months.Draft(p.t.Context(), g, &api.MonthInput{Month: string(month)})
	p.must(err)
	if month == "2026-12" {
		if len(draft.Body.Figures.Resolutions) != 1 || draft.Body.Figures.Resolutions[0].State != "overdue" {
			p.t.Errorf("last month's resolution came to %+v", draft.Body.Figures.Resolutions)
		}
	} else if draft.Body.Figures.AdviceCount != 2 || draft.Body.Figures.Answered != 2 {
		p.t.Errorf("the minutes tell %d advices, %d answered", draft.Body.Figures.AdviceCount, draft.Body.Figures.Answered)
	}
	in := &api.SignMonthlyInput{Record: string(p.NewID())}
	b := &in.Body
	b.Month, b.Basis, b.Declaration = string(month), draft.Body.Basis, tap
	b.MonthlyWords = api.MonthlyWords{
		HeldAt: p.Clock.Now(), Place: "会议室", Mode: "site", Recorder: string(p.Director), Heard: string(p.Director), Reported: "本月运行情况", Focus: "年底检修",
	}
	b.Attendance = []api.Attendee{}
	for _, one := range draft.Body.Invited {
		switch one.Account {
		case string(p.Principal):
		case string(p.Director):
			b.Attendance = append(b.Attendance, api.Attendee{Account: one.Account, Way: "hand", Signature: []api.Stroke{{10, 10, 500, 200, 900, 90}}})
		default:
			b.Attendance = append(b.Attendance, api.Attendee{Account: one.Account, Way: "absent", Why: "出差"})
		}
	}
	b.Resolutions = []api.ResolutionFields{{ID: string(p.NewID()), What: "完成收料检验培训", Owner: string(p.Director), Due: string(due)}}
	_, err = p.Months.Sign(p.t.Context(), g, in)
	p.must(err)
}

// wasTold looks at what the rows say at the end.
func (p *producer) wasTold() {
	p.t.Helper()
	read := p.As(p.t, access.Director, "obligation.read")
	december, err := p.Obligations.ReadCalendar(p.t.Context(), read, &api.ReadCalendarInput{Month: "2026-12"})
	p.must(err)
	if c := december.Body.Counts; c.Excused != 3 || c.Missed != 1 || c.ZeroRisk != 27 || c.Due != 28 {
		p.t.Errorf("December counts %+v", c)
	}
	for _, year := range []int{2026, 2027} {
		weeks, err := p.Records.ListWeeklies(p.t.Context(), p.As(p.t, access.Director, "record.weekly.read"), &api.ListWeekliesInput{Year: year})
		p.must(err)
		for _, w := range weeks.Body.Items {
			if w.Week < "2027-W01" && w.State != "done" {
				p.t.Errorf("%s is %s", w.Week, w.State)
			}
			if w.Week == "2026-W53" && (w.First != "2026-12-28" || w.Last != "2027-01-03") {
				p.t.Errorf("2026-W53 is %s–%s", w.First, w.Last)
			}
		}
	}
	months, err := p.Months.List(p.t.Context(), p.As(p.t, access.Principal, "record.monthly.read"), &api.InEnterprise{})
	p.must(err)
	for _, m := range months.Body.Items {
		if (m.Month == "2026-11" || m.Month == "2026-12") && m.State != "done" {
			p.t.Errorf("the minutes of %s are %s", m.Month, m.State)
		}
	}
	items, err := p.Dossier.Read(p.t.Context(), p.As(p.t, access.Director, "dossier.read"), &api.ReadDossierInput{From: "2026-11-24", To: "2027-01-05"})
	p.must(err)
	for _, i := range items.Body.Items {
		if slices.Contains([]string{"2.2", "2.3", "2.4"}, i.Code) && i.State != "complete" {
			p.t.Errorf("%s is %s: %s", i.Code, i.State, i.Reason)
		}
		if i.Code == "2.1" && (i.State == "missing" || !strings.Contains(i.Reason, "漏检 1")) {
			p.t.Errorf("2.1 is %s: %s", i.State, i.Reason)
		}
	}
}

// isProven exports everything and lets a stranger check it.
func (p *producer) isProven() {
	p.t.Helper()
	pack, err := p.Ledger.Export(p.t.Context(), p.As(p.t, access.Director, "ledger.export"), &api.ExportEvidenceInput{From: "2026-11-24", To: "2027-01-05"})
	p.must(err)
	report := ledger.Verify(bytes.NewReader(pack.Body), int64(len(pack.Body)), ledger.Options{Key: p.PublicKey()})
	if report.ExitCode() != 0 || report.Withheld > 0 {
		p.t.Errorf("the stranger finds:\n%s", report)
	}
}
