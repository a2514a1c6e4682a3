package obligation

import (
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var suspensionWords = map[string]string{"production_stop": "停产", "business_stop": "停业", "holiday": "放假"}

// Traces lists the suspensions that a person filed or signed in the days
// from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	all, err := allSuspensions(tx)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, n := range all {
		what := fmt.Sprintf("%s（%s 至 %s）", suspensionWords[n.Kind], n.From, n.Until)
		for _, act := range []struct {
			by         id.ID
			at         time.Time
			did, title string
		}{{n.FiledBy, n.FiledAt, "filed", "申报" + what}, {n.SignedBy, n.SignedAt, "signed", "签署" + what}} {
			day := clock.DayOf(act.at)
			if act.by != account || act.at.IsZero() || day.Before(from) || day.After(to) {
				continue
			}
			traces = append(traces, api.Trace{At: act.at, Day: string(day), Deed: "recorded", Kind: "suspension." + act.did, Subject: string(n.ID), Title: act.title, Note: n.Reason})
		}
	}
	return traces, nil
}
