package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// figures computes what the rows say now of the days that minutes of the month
// tell, and the names of the accounts that they mention.
func (s *Months) figures(tx *db.Tx, m clock.Month) (api.MonthlyFigures, map[string]string, error) {
	names := map[string]string{}
	var f api.MonthlyFigures
	days, err := s.tells(tx, m)
	if err != nil {
		return f, nil, err
	}
	f.From, f.To = string(days.from), string(days.to)
	if f.Checks, _, err = s.obligations.Counts(tx, days.from, days.to, id.Nil); err != nil {
		return f, nil, fmt.Errorf("count checks of %s: %w", m, err)
	}
	if f.Weeks, err = s.weeks(tx, days); err != nil {
		return f, nil, err
	}
	if f.Hazards, err = s.hazardsOf(tx, days); err != nil {
		return f, nil, err
	}
	if f.Resolutions, err = s.outcomes(tx, m, days, names); err != nil {
		return f, nil, err
	}
	if err = s.adviceOf(tx, days, &f, names); err != nil {
		return f, nil, err
	}
	f.Events, err = s.happened(tx, days, names)
	return f, names, err
}

// basis is the digest by which a signature names the figures that were read.
func basis(f api.MonthlyFigures) (string, error) {
	b, err := json.Marshal(f)
	if err != nil {
		return "", fmt.Errorf("encode figures: %w", err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// weeks are the weekly reports of the weeks that end in the days.
func (s *Months) weeks(tx *db.Tx, days told) ([]api.MonthlyWeek, error) {
	all, err := s.obligations.Periods(tx, obligation.KindWeekly, days.from.Add(-6), days.to.Add(-6))
	if err != nil {
		return nil, fmt.Errorf("read weeks: %w", err)
	}
	weeks := []api.MonthlyWeek{}
	for _, o := range all {
		w := api.MonthlyWeek{Week: string(clock.WeekOf(o.Day)), State: string(o.State(tx.Now())), Record: string(o.Record)}
		switch {
		case w.State == string(obligation.Coming):
			continue
		case w.State == string(obligation.Done) && o.Fulfilled.After(o.Due):
			w.State = "late"
		}
		weeks = append(weeks, w)
	}
	return weeks, nil
}

// hazardsOf counts what was found and closed in the days, so that each counts in
// one month only, and what is open now.
func (s *Months) hazardsOf(tx *db.Tx, days told) (api.MonthlyHazards, error) {
	h := api.MonthlyHazards{Entries: []api.MonthlyHazard{}}
	all, err := s.ports.Hazards.During(tx, days.from, days.until)
	if err != nil {
		return h, fmt.Errorf("read hazards: %w", err)
	}
	var sources, causes, items []string
	for _, one := range all {
		e := api.MonthlyHazard{ID: one.ID, Day: string(one.Day), Severity: one.Severity, Description: one.Description, State: one.State, Source: one.Source}
		e.Overdue = one.ClosedAt == nil && tx.Now().After(one.Due)
		h.Entries = append(h.Entries, e)
		if days.counts(one.Day) {
			h.Found++
			sources, causes, items = append(sources, one.Source), append(causes, one.Cause), append(items, one.ItemCode)
			if one.Severity == "major" {
				h.Major++
			}
		}
		switch {
		case one.ClosedAt != nil && days.counts(clock.DayOf(*one.ClosedAt)):
			h.Closed++
		case e.Overdue:
			h.Overdue++
			h.Open++
		case one.ClosedAt == nil:
			h.Open++
		}
	}
	h.Sources, h.Causes, h.Repeats = tallies(sources, 1), tallies(causes, 1), tallies(items, 2)
	return h, nil
}

// outcomes are the resolutions of earlier minutes: those of the last ones, and
// older ones that were open when the days began.
func (s *Months) outcomes(tx *db.Tx, m clock.Month, days told, names map[string]string) ([]api.MonthlyOutcome, error) {
	all, steps, err := resolutionsBefore(tx, m)
	if err != nil {
		return nil, err
	}
	last := clock.Month("")
	for _, r := range all {
		last = max(last, r.MonthStart.Month())
	}
	out := []api.MonthlyOutcome{}
	for _, r := range all {
		of := steps[r.ID]
		o := api.MonthlyOutcome{
			ID: string(r.ID), Month: string(r.MonthStart.Month()), What: r.What, Owner: string(r.OwnerID), Due: string(r.DueDay),
			State: resolutionState(r.DueDay, of, tx.Today()),
		}
		if n := len(of); n > 0 {
			o.Note = of[n-1].Note
			if o.State == "done" && r.MonthStart.Month() != last && of[n-1].At.Before(days.from.Start()) {
				continue
			}
		}
		names[o.Owner] = r.OwnerName
		out = append(out, o)
	}
	return out, nil
}

func (s *Months) adviceOf(tx *db.Tx, days told, f *api.MonthlyFigures, names map[string]string) error {
	all, err := s.ports.Advices.Between(tx, days.from, days.until)
	if err != nil {
		return fmt.Errorf("read advice: %w", err)
	}
	f.Advices = []api.MonthlyAdvice{}
	for _, a := range all {
		one := api.MonthlyAdvice{
			ID: a.ID, Number: a.Number, Kind: a.Kind, Day: a.Day, Text: a.Facts, RaisedBy: a.RaisedBy, State: a.State, Overdue: a.Overdue, Outcome: a.Outcome,
		}
		if len(a.Goods) > 0 {
			var goods []string
			for _, g := range a.Goods {
				goods = append(goods, strings.TrimSpace(g.Name+" "+g.Batch))
			}
			one.Text = strings.Join(goods, "、") + "：" + a.Facts
		}
		if n := len(a.Answers); n > 0 {
			one.Reason, one.Measures = a.Answers[n-1].Reason, a.Answers[n-1].Measures
			f.Answered++
		}
		names[a.RaisedBy] = a.RaisedName
		f.Advices = append(f.Advices, one)
	}
	f.AdviceCount = len(f.Advices)
	return nil
}

var postNames = map[string]string{"principal": "主要负责人", "director": "质量安全总监", "officer": "质量安全员"}

// happened gathers the lists approved, the people appointed and gone, and what
// the neighbours tell, by day.
func (s *Months) happened(tx *db.Tx, days told, names map[string]string) ([]api.MonthlyHappening, error) {
	all := []api.MonthlyHappening{}
	lists, err := s.ports.Lists.Versions(tx)
	if err != nil {
		return nil, fmt.Errorf("read list versions: %w", err)
	}
	for _, l := range lists {
		if day := clock.DayOf(l.ApprovedAt); days.lists(day) {
			all = append(all, api.MonthlyHappening{Kind: "list", Day: string(day), Text: fmt.Sprintf("批准风险管控清单第 %d 版，共 %d 项", l.Version, l.Items)})
		}
	}
	people, err := s.ports.People.History(tx)
	if err != nil {
		return nil, fmt.Errorf("read appointments: %w", err)
	}
	for _, a := range people {
		post := postNames[a.Post]
		if a.DeputyOf != "" {
			post = "代理" + post
		}
		if day := clock.DayOf(a.From); days.lists(day) {
			all = append(all, api.MonthlyHappening{Kind: "appointed", Day: string(day), Text: post, Account: a.Account})
			names[a.Account] = a.PersonName
		}
		if a.EndedAt != nil && days.lists(clock.DayOf(*a.EndedAt)) {
			all = append(all, api.MonthlyHappening{Kind: "ended", Day: string(clock.DayOf(*a.EndedAt)), Text: post, Account: a.Account})
			names[a.Account] = a.PersonName
		}
	}
	for _, source := range s.ports.Happenings {
		more, err := source.Happened(tx, days.from, days.until)
		if err != nil {
			return nil, fmt.Errorf("read what happened: %w", err)
		}
		all = append(all, more...)
	}
	slices.SortStableFunc(all, func(a, b api.MonthlyHappening) int { return strings.Compare(a.Day, b.Day) })
	return all, nil
}
