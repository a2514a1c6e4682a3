package bylaw

import (
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// Traces lists the documents that a person approved, reviewed, repealed and read
// in the days from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	add := func(at time.Time, deed, what string, subject id.ID, title, note string) {
		if day := clock.DayOf(at); !day.Before(from) && !day.After(to) {
			traces = append(traces, api.Trace{At: at.UTC(), Day: string(day), Deed: deed, Kind: "bylaw." + what, Subject: string(subject), Title: title, Note: note})
		}
	}
	for _, k := range reference.Bylaws() {
		head, name := have.heads[k.Kind], "《"+k.Title+"》"
		for _, v := range have.versions[head.ID] {
			if v.ApprovedBy == account {
				add(v.ApprovedAt, "recorded", "approved", v.ID, fmt.Sprintf("批准%s第 %d 版", name, v.Version), v.Note)
			}
		}
		for _, a := range have.acts[head.ID] {
			if a.ByID == account {
				add(a.At, "recorded", a.Kind, a.ID, fmt.Sprintf("%s%s第 %d 版", map[string]string{actReviewed: "复审", actRepealed: "废止"}[a.Kind], name, a.Version), a.Note)
			}
		}
		for _, r := range have.requests[head.ID] {
			if c, done := have.confirmations[r.ID]; done && r.AccountID == account && !c.ByApproval {
				add(c.At, "told", "confirmed", r.ID, fmt.Sprintf("阅读并签收%s第 %d 版", name, r.Version), "")
			}
		}
	}
	return traces, nil
}
