package record

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
)

// AcknowledgeWeekly is the principal's 阅知 of the latest version.
func (s *Service) AcknowledgeWeekly(ctx context.Context, g access.Grant, in *api.AcknowledgeWeeklyInput) (*api.WeeklyOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	var out *api.WeeklyOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := s.lockWeek(tx, w); err != nil {
			return err
		}
		versions, err := weeklyVersions(tx, w)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return ErrWeekNotFound
		}
		latest := versions[len(versions)-1]
		if latest.Version != in.Body.Version {
			return ErrReadVersion.With("version", latest.Version)
		}
		reads, err := weeklyReads(tx, latest.ID)
		if err != nil {
			return err
		}
		for _, r := range reads {
			if r.Version == latest.Version {
				out, err = s.weekly(tx, w)
				return err
			}
		}
		if err := s.obligations.Settle(tx, DutyWeeklyRead, latest.ID, w.First(), latest.ID); err != nil {
			return err
		}
		if err := insertWeeklyRead(tx, weeklyReadRow{ReportID: latest.ID, Version: latest.Version, ByID: tx.Actor().Account, ByName: tx.Actor().Name, At: tx.Now()}); err != nil {
			return err
		}
		if out, err = s.weekly(tx, w); err != nil {
			return err
		}
		body, err := json.Marshal(map[string]any{"payloadVersion": 1, "report": latest.ID, "week": w, "version": latest.Version})
		if err != nil {
			return fmt.Errorf("encode reading of %s: %w", w, err)
		}
		personal, err := json.Marshal(statement{Account: tx.Actor().Account, Name: tx.Actor().Name, Version: latest.Version, Received: tx.Now().Format(time.RFC3339Nano)})
		if err != nil {
			return fmt.Errorf("encode reader: %w", err)
		}
		_, err = s.ledger.Append(tx, ledger.Fact{Kind: KindWeeklyRead, Subject: latest.ID, Day: w.First(), Payload: ledger.Payload{Body: body, Personal: personal}})
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
