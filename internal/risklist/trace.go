package risklist

import (
	"fmt"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Traces lists the versions of the list that a person drafted or approved in
// the days from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	rows, err := approvedBetween(tx, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range rows {
		one := api.Trace{
			At: r.ApprovedAt.UTC(), Day: string(clock.DayOf(*r.ApprovedAt)), Deed: "recorded", Kind: "risklist.approved", Subject: string(r.ID),
			Title: fmt.Sprintf("批准风险管控清单第 %d 版", r.Version), Note: r.Note,
		}
		if r.ApprovedBy != account {
			if r.DraftedBy != account {
				continue
			}
			one.Kind, one.Title = "risklist.drafted", fmt.Sprintf("编制风险管控清单第 %d 版", r.Version)
		}
		traces = append(traces, one)
	}
	return traces, nil
}
