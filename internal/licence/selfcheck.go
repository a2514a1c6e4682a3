package licence

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// lateYears is for how many years a report that was missed may still be recorded.
const lateYears = 3

// yearDay is a day of a year, as "12-31".
func yearDay(year int, day string) clock.Day { return clock.Day(fmt.Sprintf("%04d-%s", year, day)) }

// checkYears are the years of whose report a certificate makes a duty: those
// whose last day for it lies in its time and has not passed.
func checkYears(f api.LicenceFields, c reference.SelfCheck, today clock.Day) []int {
	if f.Kind != c.For || f.Until == "" {
		return nil
	}
	var years []int
	for year := clock.Day(f.From).Year(); year <= clock.Day(f.Until).Year(); year++ {
		due := yearDay(year, c.Due)
		if !due.Before(today) && !due.Before(clock.Day(f.From)) && !due.After(clock.Day(f.Until)) {
			years = append(years, year)
		}
	}
	return years
}

// missing are the years whose report may be recorded and is not: this year's
// while a certificate asks for one, and every earlier one that became a duty, since
// a report that is late is still to be published.
func (s *Service) missing(tx *db.Tx, items []api.Licence, done []api.SelfCheck) ([]int, error) {
	c, today := reference.YearlySelfCheck(), tx.Today()
	due, err := s.duties.Periods(tx, KindSelfCheck, yearDay(today.Year()-lateYears, "01-01"), yearDay(today.Year(), "12-31"))
	if err != nil {
		return nil, err
	}
	all := []int{}
	for year := today.Year() - lateYears; year <= today.Year(); year++ {
		if slices.ContainsFunc(done, func(d api.SelfCheck) bool { return d.Year == year }) {
			continue
		}
		asks := year == today.Year() && slices.ContainsFunc(items, func(l api.Licence) bool {
			over := l.State == Replaced || l.State == Withdrawn
			return l.Kind == c.For && !over && clock.Day(l.From).Year() <= year && (l.Until == "" || clock.Day(l.Until).Year() >= year)
		})
		was := func(o obligation.Obligation) bool { return o.Day.Year() == year && o.Excused.IsZero() }
		if asks || slices.ContainsFunc(due, was) {
			all = append(all, year)
		}
	}
	return all, nil
}

// planChecks opens the yearly reports of a certificate's time. The duty is
// about a year, whichever certificate brings it, and one that is done stays so.
func (s *Service) planChecks(tx *db.Tx, f api.LicenceFields, post access.Role) error {
	c := reference.YearlySelfCheck()
	for _, year := range checkYears(f, c, tx.Today()) {
		day := yearDay(year, "01-01")
		there, err := s.duties.Find(tx, KindSelfCheck, tx.Enterprise(), day)
		if err != nil && !errors.Is(err, obligation.ErrNotDue) {
			return err
		}
		if err == nil && there.Excused.IsZero() {
			continue
		}
		words := fmt.Sprintf("%s：%d 年", c.Name, year)
		if !c.Verified {
			words += "（截止日为建议，法定时限未核实）"
		}
		o := obligation.Obligation{
			Kind: KindSelfCheck, Subject: tx.Enterprise(), Day: day, Post: post, Title: words,
			Opens: yearDay(year, c.Opens).Start(), Due: yearDay(year, c.Due).At(24*60 - 1),
		}
		if err := s.duties.Open(tx, o); err != nil {
			return err
		}
	}
	return nil
}

// dropChecks ends the yearly reports once no certificate asks for them any more.
func (s *Service) dropChecks(tx *db.Tx) error {
	rows, err := readLicences(tx, false)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(r licenceRow) bool { return r.Kind == reference.YearlySelfCheck().For }) {
		return nil
	}
	return s.duties.Withdraw(tx, KindSelfCheck, tx.Enterprise())
}

// PublishSelfCheck records a year's report and where it was published.
func (s *Service) PublishSelfCheck(ctx context.Context, g access.Grant, in *api.PublishSelfCheckInput) (*api.SelfCheckOutput, error) {
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrNotFound
	}
	day, err := clock.ParseDay(in.Body.Published)
	if err != nil {
		return nil, ErrInput.For("body.published", words.Say("licence.field.published", "请选择公布日期。"))
	}
	if in.Body.Where == "" {
		return nil, ErrInput.For("body.where", words.Say("licence.field.where", "请填写在哪里公布。"))
	}
	var out *api.SelfCheckOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		rows, err := readChecks(tx)
		if err != nil {
			return err
		}
		used := slices.IndexFunc(rows, func(r checkRow) bool { return r.ID == version })
		switch {
		case used >= 0 && rows[used].Year != in.Year:
			return ErrIDTaken
		case used < 0 && day.After(tx.Today()):
			return ErrFuture.At("body.published", "")
		case used < 0:
			if err := s.publish(tx, in, version, day, rows); err != nil {
				return err
			}
		}
		all, err := selfChecks(tx)
		if err != nil {
			return err
		}
		out = &api.SelfCheckOutput{Body: all[slices.IndexFunc(all, func(c api.SelfCheck) bool { return c.Year == in.Year })]}
		return nil
	})
	return out, err
}

func (s *Service) publish(tx *db.Tx, in *api.PublishSelfCheckInput, version id.ID, day clock.Day, rows []checkRow) error {
	before := 0
	for _, r := range rows {
		if r.Year == in.Year {
			before = max(before, r.Version)
		}
	}
	if before > 0 && in.Body.Reason == "" {
		return ErrReason.At("body.reason", "")
	}
	if in.Body.Corrects != before {
		return ErrMeanwhile
	}
	evidence, err := s.files.Evidence(tx, in.Body.Report.SHA256)
	if err != nil {
		return err
	}
	report, err := text(in.Body.Report)
	if err != nil {
		return err
	}
	if err := s.duties.Settle(tx, KindSelfCheck, tx.Enterprise(), yearDay(in.Year, "01-01"), version); err != nil {
		return err
	}
	by := tx.Actor()
	r := checkRow{
		Year: in.Year, Version: before + 1, ID: version, Published: day, Place: in.Body.Where, Report: report, Reason: in.Body.Reason,
		ByID: by.Account, ByName: by.Name, At: tx.Now(),
	}
	content := map[string]any{"year": r.Year, "version": r.Version, "published": day, "where": r.Place, "reason": r.Reason}
	personal := map[string]any{"account": r.ByID, "name": r.ByName, "report": in.Body.Report}
	r.FactSeq, err = s.append(tx, ledger.Fact{Kind: "licence.selfcheck", Subject: version, Day: day, Payload: ledger.Payload{Photos: evidence}}, content, personal)
	if err != nil {
		return err
	}
	return insertCheck(tx, r)
}

// selfChecks returns every year as it stands with its versions, the newest year
// first.
func selfChecks(tx *db.Tx) ([]api.SelfCheck, error) {
	rows, err := readChecks(tx)
	if err != nil {
		return nil, err
	}
	all := []api.SelfCheck{}
	for _, r := range rows {
		report, err := parse[api.FileRef](r.Report)
		if err != nil {
			return nil, err
		}
		v := api.SelfCheckVersion{
			Version: r.Version, Published: string(r.Published), Where: r.Place, Report: report, Reason: r.Reason, ByName: r.ByName, At: r.At.UTC(),
		}
		if n := len(all); n == 0 || all[n-1].Year != r.Year {
			all = append(all, api.SelfCheck{Year: r.Year, SelfCheckVersion: v})
		}
		last := &all[len(all)-1]
		last.Versions = slices.Insert(last.Versions, 0, v)
	}
	return all, nil
}
