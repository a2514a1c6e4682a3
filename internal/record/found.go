package record

import (
	"fmt"
	"strconv"

	"zhize/api"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// openHazards opens one for every failing answer that did not fail before.
func (s *Service) openHazards(tx *db.Tx, due obligation.Obligation, sub submission, items []api.RiskItem, before *api.DailyBody) (map[string]id.ID, error) {
	failed := map[string]bool{}
	if before != nil {
		for _, a := range before.Answers {
			failed[a.Item] = a.Verdict == "fail"
		}
	}
	codes := make(map[string]string, len(items))
	for _, i := range items {
		codes[i.ID] = i.Code
	}
	opened := map[string]id.ID{}
	for _, a := range sub.body.Answers {
		if a.Verdict != "fail" || failed[a.Item] {
			continue
		}
		severity := a.Severity
		if severity == "" {
			severity = "general"
		}
		hazard, err := s.hazards.OpenFromCheck(tx, Finding{
			Record: sub.record, Site: due.Site, Item: id.ID(a.Item), ItemCode: codes[a.Item], Description: a.Note, Measure: a.Measure,
			Severity: severity, Photos: a.Photos, Day: due.Day,
		})
		if err != nil {
			return nil, fmt.Errorf("open hazard of item %s: %w", a.Item, err)
		}
		opened[a.Item] = hazard
	}
	return opened, nil
}

// exceptional keeps as rows only what failed, did not apply or was measured.
func exceptional(r dailyRow, answers []api.Answer, hazards map[string]id.ID) []answerRow {
	var rows []answerRow
	for _, a := range answers {
		if a.Verdict == "pass" && a.Value == nil {
			continue
		}
		row := answerRow{Day: r.Day, RecordID: r.ID, Version: r.Version, ItemID: id.ID(a.Item), Verdict: a.Verdict, Bulk: a.Bulk, Note: a.Note, HazardID: hazards[a.Item]}
		if a.Value != nil {
			row.Value = strconv.FormatFloat(*a.Value, 'g', -1, 64)
		}
		rows = append(rows, row)
	}
	return rows
}
