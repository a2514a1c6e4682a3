package licence

import (
	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Traces lists what a person entered, renewed, corrected and withdrew in the
// days from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	rows, err := factsBetween(tx, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range rows {
		if r.ByID == account {
			traces = append(traces, api.Trace{
				At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "recorded", Kind: "licence." + r.Kind, Subject: string(r.SubjectID), Title: "证照 " + r.Text, Note: r.Reason,
			})
		}
	}
	return traces, nil
}
