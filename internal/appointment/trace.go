package appointment

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// traces lists the duty matrices that a person set and what others handed over
// to him in the days from–to.
func (b book) traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	traces := []api.Trace{}
	set, err := matricesBy(tx, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	for _, m := range set {
		traces = append(traces, api.Trace{
			At: m.MadeAt.UTC(), Day: string(clock.DayOf(m.MadeAt)), Deed: "recorded", Kind: "duty_matrix", Subject: string(m.ID),
			Title: fmt.Sprintf("分配%s第 %d 版", TitleMatrix, m.Version),
		})
	}
	for of, e := range b.endings {
		left, _ := b.roster.Find(of)
		for _, h := range e.Handed {
			if day := clock.DayOf(e.At); e.Successor == account && !day.Before(from) && !day.After(to) {
				traces = append(traces, api.Trace{
					At: e.At.UTC(), Day: string(day), Deed: "assigned", Kind: "appointment.handed_over", Subject: string(of),
					Title: strings.TrimSuffix("接手"+left.PersonName+"的未办事项："+h.Title, "："), Note: "期限 " + string(clock.DayOf(h.Due)),
				})
			}
		}
	}
	return traces, nil
}
