package record

import (
	"context"
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Correct seals a 更正: a new version with its reason. The day never moves.
func (s *Service) Correct(ctx context.Context, g access.Grant, in *api.CorrectDailyInput) (*api.DailyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		first, err := versionsOf(tx, record)
		if err != nil {
			return err
		}
		o, err := s.obligations.Find(tx, obligation.KindDaily, first[0].ShiftID, first[0].Day)
		if err != nil {
			return fmt.Errorf("find obligation of %s: %w", record, err)
		}
		// Read again under the lock: another correction may have come first.
		versions, err := versionsOf(tx, record)
		if err != nil {
			return err
		}
		for _, v := range versions[1:] {
			if v.VersionID == version {
				return nil
			}
		}
		latest := versions[len(versions)-1]
		c := in.Body.Obligation
		switch {
		case latest.Version != in.Body.Corrects:
			return ErrStale.With("version", latest.Version)
		case c.Day != string(latest.Day) || c.Site != string(latest.SiteID) || c.Shift != string(latest.ShiftID):
			return ErrMoved.At("body.obligation", "")
		}
		if err := s.mayCheck(tx, latest.SiteID); err != nil {
			return err
		}
		before, err := s.body(tx, latest)
		if err != nil {
			return err
		}
		if len(changed(before.Answers, in.Body.Answers)) == 0 {
			return ErrNothingChanged.At("body.answers", "")
		}
		sub := submission{record: record, version: version, number: latest.Version + 1, body: in.Body.DailyBody, raw: in.RawBody, why: in.Body.Why}
		outcome, err := s.seal(tx, o, sub, latest.Lateness, &before)
		if err != nil {
			return err
		}
		return s.obligations.Amend(tx, o, outcome)
	})
	if err != nil {
		return nil, err
	}
	return s.answer(ctx, g, record, version)
}

func (s *Service) body(tx *db.Tx, r dailyRow) (api.DailyBody, error) {
	raw, err := s.ledger.BodyOf(tx, r.FactSeq)
	if err != nil {
		return api.DailyBody{}, err
	}
	var b api.DailyBody
	if err := json.Unmarshal(raw, &b); err != nil {
		return api.DailyBody{}, fmt.Errorf("read body of %s version %d: %w", r.ID, r.Version, err)
	}
	return b, nil
}
