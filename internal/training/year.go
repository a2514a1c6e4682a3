package training

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// PlanTraining writes the year's plan as a new version.
func (s *Service) PlanTraining(ctx context.Context, g access.Grant, in *api.PlanTrainingInput) (*api.TrainingPlanOutput, error) {
	plan := in.Body.TrainingPlan
	var c check
	for n := range plan.Items {
		c.text(fmt.Sprintf("body.items[%d].topic", n), &plan.Items[n].Topic, true)
		c.text(fmt.Sprintf("body.items[%d].product", n), &plan.Items[n].Product, false)
	}
	for n, w := range plan.Wanted {
		if slices.ContainsFunc(plan.Wanted[:n], func(o api.TrainingWanted) bool { return o.Post == w.Post }) {
			c.refuse(fmt.Sprintf("body.wanted[%d].post", n), words.Say("training.field.post", "同一岗位只填一次。"))
		}
	}
	if c.err != nil {
		return nil, c.err
	}
	content, err := text(plan)
	if err != nil {
		return nil, err
	}
	out := &api.TrainingPlanOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		before, err := latestPlan(tx, in.Year)
		if err != nil {
			return err
		}
		out.Body.Version, out.Body.Plan = before.Version, plan
		if before.Content == content {
			return nil
		}
		if before.Version != in.Body.Version {
			return ErrMeanwhile
		}
		by := tx.Actor()
		r := planRow{Year: in.Year, Version: before.Version + 1, Content: content, ByID: by.Account, ByName: by.Name, At: tx.Now()}
		if err := insertPlan(tx, r); err != nil {
			return err
		}
		out.Body.Version = r.Version
		return s.sealPlan(tx, r, plan)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) sealPlan(tx *db.Tx, r planRow, plan api.TrainingPlan) error {
	body, err := json.Marshal(struct {
		Year    int              `json:"year"`
		Version int              `json:"version"`
		Plan    api.TrainingPlan `json:"plan"`
	}{r.Year, r.Version, plan})
	if err != nil {
		return fmt.Errorf("encode plan: %w", err)
	}
	personal, err := json.Marshal(map[string]string{"account": string(r.ByID), "name": r.ByName})
	if err != nil {
		return fmt.Errorf("encode planner: %w", err)
	}
	_, err = s.ledger.Append(tx, ledger.Fact{Kind: "training.planned", Subject: tx.Enterprise(), Payload: ledger.Payload{Body: body, Personal: personal}})
	if err != nil {
		return fmt.Errorf("seal plan of %d: %w", r.Year, err)
	}
	return nil
}

// ReadYear returns a year.
func (s *Service) ReadYear(ctx context.Context, g access.Grant, in *api.TrainingYearInput) (*api.TrainingYearOutput, error) {
	out := &api.TrainingYearOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Year(tx, in.Year)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func bounds(year int) (from, to clock.Day) {
	return clock.Day(fmt.Sprintf("%04d-01-01", year)), clock.Day(fmt.Sprintf("%04d-12-31", year))
}

// Year returns a year inside a transaction.
func (s *Service) Year(tx *db.Tx, year int) (api.TrainingYear, error) {
	from, to := bounds(year)
	y := api.TrainingYear{Year: year, People: []api.TrainingPerson{}}
	plan, err := latestPlan(tx, year)
	if err != nil {
		return y, err
	}
	if y.Plan, err = parse[api.TrainingPlan](plan.Content); err != nil {
		return y, err
	}
	if plan.Version > 0 {
		at := plan.At.UTC()
		y.PlanVersion, y.PlannedName, y.PlannedAt = plan.Version, plan.ByName, &at
	}
	y.Plan.Wanted, y.Plan.Items = append([]api.TrainingWanted{}, y.Plan.Wanted...), append([]api.TrainingPlanItem{}, y.Plan.Items...)
	sessions, err := sessionsBetween(tx, from, to)
	if err != nil {
		return y, err
	}
	if y.Sessions, err = wireSessions(tx, sessions); err != nil {
		return y, err
	}
	readings, err := readingsOf(tx, from, to)
	if err != nil {
		return y, err
	}
	if y.Readings, err = wireReadings(tx, readings); err != nil {
		return y, err
	}
	tests, err := s.testsOf(tx, to)
	if err != nil {
		return y, err
	}
	people, err := s.people(tx)
	if err != nil {
		return y, err
	}
	y.People = count(people, y, tests)
	slices.SortStableFunc(y.Sessions, func(a, b api.TrainingSession) int {
		order := map[string]int{planned: 0, held: 1, cancelled: 2}
		if c := cmp.Compare(order[a.State], order[b.State]); c != 0 || a.State == planned {
			return c
		}
		return cmp.Compare(b.Day, a.Day)
	})
	return y, nil
}

// ForAuthority keeps of a year what was done: what is only planned, given or
// cancelled is the enterprise's own affair.
func ForAuthority(y api.TrainingYear) api.TrainingYear {
	y.Sessions = slices.DeleteFunc(slices.Clone(y.Sessions), func(w api.TrainingSession) bool { return w.State != held })
	y.Readings = slices.DeleteFunc(slices.Clone(y.Readings), func(r api.TrainingReading) bool { return r.State != studied })
	y.People = slices.Clone(y.People)
	for n := range y.People {
		y.People[n].OpenReadings = 0
	}
	return y
}

// testsOf returns the latest version of every test up to the day, in the order
// of time: of one day, in the order in which they were first recorded.
func (s *Service) testsOf(tx *db.Tx, to clock.Day) ([]api.TrainingTest, error) {
	rows, err := testsUntil(tx, to)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b factRow) int { return cmp.Compare(a.Version, b.Version) })
	first := map[id.ID]int64{}
	for _, r := range rows {
		if r.Version == 1 {
			first[r.SubjectID] = r.FactSeq
		}
	}
	rows = latest(rows)
	slices.SortFunc(rows, func(a, b factRow) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(first[a.SubjectID], first[b.SubjectID]))
	})
	return s.tests(tx, rows)
}

// count adds up everybody's year: those in office in the order of posts, then
// those who left and have entries.
func count(people []person, y api.TrainingYear, tests []api.TrainingTest) []api.TrainingPerson {
	all := []api.TrainingPerson{}
	at := map[string]int{}
	of := func(account, name string) *api.TrainingPerson {
		n, ok := at[account]
		if !ok {
			n = len(all)
			at[account], all = n, append(all, api.TrainingPerson{Account: account, Name: name, Posts: []string{}, Needs: []string{}})
		}
		return &all[n]
	}
	for _, p := range people {
		w := of(string(p.account), p.name)
		w.Posts = p.posts
		for _, wanted := range y.Plan.Wanted {
			if slices.Contains(p.posts, wanted.Post) && (w.Wanted == nil || *w.Wanted < wanted.Minutes) {
				w.Wanted = &wanted.Minutes
			}
		}
	}
	for _, session := range y.Sessions {
		for _, a := range session.People {
			switch {
			case session.State != held || a.Outcome != present:
			case session.Transcribed:
				of(a.Account, a.Name).PaperMinutes += session.Minutes
			default:
				of(a.Account, a.Name).SessionMinutes += session.Minutes
			}
		}
	}
	for _, r := range y.Readings {
		switch {
		case r.State == studied && clock.Day(r.StudiedOn).Year() == y.Year:
			of(r.Account, r.Name).StudyMinutes += r.Minutes
		case r.State == "given" || r.State == "opened":
			of(r.Account, r.Name).OpenReadings++
		}
	}
	mine := map[string][]api.TrainingTest{}
	for _, t := range tests {
		if t.Transcribed {
			continue // it closes no gap and opens none
		}
		mine[t.Account] = append(mine[t.Account], t)
		if clock.Day(t.Day).Year() != y.Year {
			continue
		}
		if t.Passed {
			of(t.Account, t.Name).TestsPassed++
		} else {
			of(t.Account, t.Name).TestsFailed++
		}
	}
	for n := range all {
		all[n].Needs = needs(mine[all[n].Account])
	}
	return all
}
