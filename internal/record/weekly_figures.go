package record

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

const (
	// lookBack is over how many days repeats and items that never vary are
	// sought: twelve weeks.
	lookBack = 84
	// varied is how often an item must have been checked before it is worth
	// saying that it was always answered alike.
	varied = 20
	// mostHazards and mostRepeats bound what a report lists.
	mostHazards = 300
	mostRepeats = 10
)

// causes are the root causes in the order 人机料法环管.
var causes = []string{"man", "machine", "material", "method", "environment", "management", "unnamed"}

// figures asks the rows what happened in the reach of a report.
func (s *Service) figures(tx *db.Tx, r reach, checks []api.DayState) (api.WeeklyFigures, error) {
	f := api.WeeklyFigures{From: string(r.from), To: string(r.to), Checks: []api.WeekDay{}, Hazards: []api.WeekHazard{}, Causes: []api.WeekCause{}}
	names, err := placesOf(tx)
	if err != nil {
		return f, err
	}
	for _, c := range checks {
		if !r.holds(c) {
			continue
		}
		f.Checks = append(f.Checks, api.WeekDay{
			Day: c.Day, Site: c.Site, SiteName: names[id.ID(c.Site)], Shift: c.Shift, ShiftName: names[id.ID(c.Shift)],
			Column: column(c), Excuse: c.Excuse, Record: c.Record,
		})
	}
	hazards, err := weekHazards(tx, r, names)
	if err != nil {
		return f, err
	}
	for _, h := range hazards {
		f.Hazards = append(f.Hazards, h.WeekHazard)
	}
	f.Causes = causesOf(hazards)
	all, err := findingsOf(tx, r)
	if err != nil {
		return f, err
	}
	f.Repeats = repeatsOf(all, r.since)
	sole, err := s.sole(tx)
	if err != nil {
		return f, err
	}
	if f.Unreviewed = []string{}; !sole {
		if f.Unreviewed, err = unreviewed(tx, r.from, r.to); err != nil {
			return f, err
		}
	}
	if f.Unvaried, err = s.unvaried(tx, r.to); err != nil {
		return f, err
	}
	f.Counts = count(f)
	if sole { // there is nobody to review what he writes
		f.Counts = slices.DeleteFunc(f.Counts, func(c api.Figure) bool { return c.Key == "unreviewed" })
	}
	return f, nil
}

// sole reports whether one person holds every post that is filled.
func (s *Service) sole(tx *db.Tx) (bool, error) {
	holders, err := s.roster.Holders(tx)
	if err != nil {
		return false, fmt.Errorf("read who is in office: %w", err)
	}
	return !slices.ContainsFunc(holders, func(h api.Appointment) bool { return h.Account != holders[0].Account }), nil
}

// causesOf counts the causes of what was found, in the order of forms.
func causesOf(hazards []weekHazard) []api.WeekCause {
	by := map[string][]api.WeekFound{}
	for _, h := range hazards {
		if h.Found {
			cause := cmp.Or(h.cause, "unnamed")
			by[cause] = append(by[cause], api.WeekFound{Hazard: h.ID, Day: h.Day, Description: h.Description})
		}
	}
	all := []api.WeekCause{}
	for _, cause := range causes {
		if n := len(by[cause]); n > 0 {
			all = append(all, api.WeekCause{Cause: cause, Count: n, Findings: by[cause]})
		}
	}
	return all
}

// repeatsOf are the items found wrong since the instant that were found wrong
// more than once, the most frequent first. The findings come newest first.
func repeatsOf(all []itemFound, since time.Time) []api.WeekRepeat {
	repeats := []api.WeekRepeat{}
	for _, f := range all {
		n := slices.IndexFunc(repeats, func(r api.WeekRepeat) bool { return r.Item == string(f.ItemID) })
		if n < 0 {
			if !f.At.After(since) {
				continue
			}
			repeats, n = append(repeats, api.WeekRepeat{Item: string(f.ItemID), ItemCode: f.ItemCode, Description: f.Description}), len(repeats)
		}
		r := &repeats[n]
		r.Times++
		r.Findings = append(r.Findings, api.WeekFound{Hazard: string(f.HazardID), Day: string(clock.DayOf(f.At)), Description: f.Description})
	}
	repeats = slices.DeleteFunc(repeats, func(r api.WeekRepeat) bool { return r.Times < 2 })
	slices.SortFunc(repeats, func(a, b api.WeekRepeat) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Item, b.Item))
	})
	return repeats[:min(len(repeats), mostRepeats)]
}

// column is the one column in which a check is counted.
func column(c api.DayState) string {
	switch {
	case c.State != string(obligation.Done):
		return c.State
	case c.Lateness == ArrivedLate || c.Lateness == Backfilled:
		return c.Lateness
	}
	return cmp.Or(c.Outcome, ZeroRisk)
}

// count adds the rows up. Each figure names whose rows it counts, and which.
func count(f api.WeeklyFigures) []api.Figure {
	checks, hazards := map[string]int{}, map[string]int{}
	for _, c := range f.Checks {
		checks[c.Column]++
	}
	for _, h := range f.Hazards {
		for state, is := range map[string]bool{"found": h.Found, "rectified": h.Rectified, "closed": h.Closed, "open": h.Open, "overdue": h.Overdue} {
			if is {
				hazards[state]++
			}
		}
	}
	all := []api.Figure{{Key: "due", Count: len(f.Checks) - checks[string(obligation.Excused)], Kind: "check", State: "due"}}
	for _, key := range []string{ZeroRisk, Hazards, ArrivedLate, Backfilled, string(obligation.Missed), string(obligation.Excused)} {
		all = append(all, api.Figure{Key: key, Count: checks[key], Kind: "check", State: key})
	}
	for _, key := range []string{"found", "rectified", "closed", "open", "overdue"} {
		all = append(all, api.Figure{Key: key, Count: hazards[key], Kind: "hazard", State: key})
	}
	return append(all, api.Figure{Key: "unreviewed", Count: len(f.Unreviewed), Kind: "record", State: "unreviewed"})
}

// counted is a figure by its key.
func counted(f api.WeeklyFigures, key string) int {
	n := slices.IndexFunc(f.Counts, func(c api.Figure) bool { return c.Key == key })
	if n < 0 {
		return 0
	}
	return f.Counts[n].Count
}

// unvaried lists the items of the newest list that were answered in no other
// way than 符合 in the twelve weeks up to the day, in all of at least twenty
// checks. It judges nobody: it is where to look closer.
func (s *Service) unvaried(tx *db.Tx, to clock.Day) ([]api.WeekUnvaried, error) {
	from := to.Add(-lookBack + 1)
	lists, err := listsUsed(tx, from, to)
	if err != nil || len(lists) == 0 {
		return []api.WeekUnvaried{}, err
	}
	asked := map[string]int{}
	var newest []api.RiskItem
	items := map[id.ID][]api.RiskItem{}
	for _, l := range lists {
		if items[l.ListID] == nil {
			if items[l.ListID], _, err = s.lists.DailyItems(tx, l.ListID); err != nil {
				return nil, fmt.Errorf("read list %s: %w", l.ListID, err)
			}
		}
		for _, i := range ofSite(items[l.ListID], l.SiteID) {
			asked[i.ID] += l.Checks
		}
		newest = items[l.ListID]
	}
	other, err := answeredOtherwise(tx, from, to)
	if err != nil {
		return nil, err
	}
	all := []api.WeekUnvaried{}
	for _, i := range newest {
		if n := asked[i.ID]; n >= varied && !other[id.ID(i.ID)] {
			all = append(all, api.WeekUnvaried{Item: i.ID, ItemCode: i.Code, Risk: i.Risk, Checks: n})
		}
	}
	return all, nil
}
