package goods

import (
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

var traceTitles = map[string]string{"purchase": "进货检查验收", "delivery": "出厂检验"}

// Traces lists the goods that a person accepted or rejected and the suspicions
// that he reported in the days from–to, for the file of his duties.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	entries, err := entriesBy(tx, account, from, to)
	if err != nil {
		return nil, err
	}
	traces := []api.Trace{}
	for _, r := range entries {
		title := traceTitles[r.Kind] + "：" + strings.TrimSpace(r.Product+" "+r.Batch)
		if r.Version > 1 {
			title = fmt.Sprintf("更正（第 %d 版）%s", r.Version, title)
		}
		note := r.Why
		if r.Verdict == "rejected" {
			note = strings.Trim("不合格；"+r.Note+"；"+r.Why, "；")
		}
		traces = append(traces, api.Trace{At: r.At.UTC(), Day: string(r.Day), Deed: "recorded", Kind: "goods." + r.Kind, Subject: string(r.EntryID), Title: title, Note: note})
	}
	reported, err := suspicionsBy(tx, account, from.Start(), to.Add(1).Start())
	for _, r := range reported {
		traces = append(traces, api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "raised", Kind: "goods.suspicion", Subject: string(r.ID),
			Title: "报告可疑产品：" + strings.TrimSpace(r.Product+" "+r.Batch), Note: r.Facts,
		})
	}
	return traces, err
}
