package hazard

import (
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

// fromOutside are the sources of which the month's minutes tell by themselves:
// 责令改正, 投诉举报, 监督抽查不合格.
var fromOutside = []string{FromOrder, FromComplaint, FromSampling}

// Happened tells the month's minutes what came from outside in the days, and
// what was stopped, sealed or recalled in them.
func (s *Service) Happened(tx *db.Tx, from, to clock.Day) ([]api.MonthlyHappening, error) {
	found, err := foundBetween(tx, from, to, everything)
	if err != nil {
		return nil, err
	}
	var all []api.MonthlyHappening
	for _, r := range found {
		if slices.Contains(fromOutside, r.Source) {
			said := strings.TrimSpace(sourceWords[r.Source]+" "+r.SourceNumber) + "：" + r.Description
			all = append(all, api.MonthlyHappening{Kind: "outside", Day: string(r.Day), Text: said})
		}
	}
	steps, err := containedBetween(tx, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	for _, r := range steps {
		one, err := r.step()
		if err != nil {
			return nil, err
		}
		if a := one.Detail.Act; a != nil {
			all = append(all, api.MonthlyHappening{Kind: "contained", Day: string(clock.DayOf(one.At)), Text: a.words() + "：" + a.Product + "，批次 " + a.Batch})
		}
	}
	return all, nil
}
