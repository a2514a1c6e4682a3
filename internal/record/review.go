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
	"zhize/internal/platform/id"
)

// Review seals the director's opinion of a record.
func (s *Service) Review(ctx context.Context, g access.Grant, in *api.ReviewDailyInput) (*api.DailyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	review, err := id.Parse(in.Review)
	if err != nil {
		return nil, ErrNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		versions, err := versionsOf(tx, record)
		if err != nil {
			return err
		}
		latest := versions[len(versions)-1]
		reviews, err := reviewsOf(tx, record)
		if err != nil {
			return err
		}
		for _, r := range reviews {
			if r.ID == review {
				return nil
			}
		}
		switch {
		case latest.Version != in.Body.Version:
			return ErrReviewVersion
		case in.Body.Opinion == "correction_requested" && blank(in.Body.Note):
			return ErrReviewNote.At("body.note", "")
		case unclean(in.Body.Note):
			return ErrControl.At("body.note", "")
		}
		row := reviewRow{ID: review, Day: latest.Day, RecordID: record, Version: latest.Version, Opinion: in.Body.Opinion, Note: in.Body.Note, ByID: tx.Actor().Account, ByName: tx.Actor().Name, At: tx.Now()}
		if err := tx.SQL().Create(&row).Error; err != nil {
			return fmt.Errorf("insert review %s: %w", review, err)
		}
		body, err := json.Marshal(in.Body)
		if err != nil {
			return fmt.Errorf("encode review: %w", err)
		}
		personal, err := json.Marshal(statement{Account: tx.Actor().Account, Name: tx.Actor().Name, Version: latest.Version, Received: tx.Now().Format(time.RFC3339Nano)})
		if err != nil {
			return fmt.Errorf("encode statement: %w", err)
		}
		_, err = s.ledger.Append(tx, ledger.Fact{Kind: KindReviewed, Subject: record, Day: latest.Day, Payload: ledger.Payload{Body: body, Personal: personal}})
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.Read(ctx, g, &api.ReadDailyInput{InEnterprise: in.InEnterprise, Record: in.Record})
}
