package licence

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// WithdrawLicence records that a certificate was given up, revoked or is no
// longer used.
func (s *Service) WithdrawLicence(ctx context.Context, g access.Grant, in *api.WithdrawLicenceInput) (*api.LicenceOutput, error) {
	licence, err := id.Parse(in.Licence)
	if err != nil {
		return nil, ErrNotFound
	}
	fact, err := id.Parse(in.Withdrawal)
	if err != nil {
		return nil, ErrNotFound
	}
	day, err := clock.ParseDay(in.Body.Day)
	if err != nil {
		return nil, ErrInput.For("body.day", words.Say("licence.field.day", "请选择日期。"))
	}
	if withdrawalWords[in.Body.Kind] == "" {
		return nil, ErrInput.For("body.kind", words.Say("licence.field.kind", "请选择注销、撤销或不再使用。"))
	}
	if in.Body.Reason == "" {
		return nil, ErrInput.For("body.reason", words.Say("licence.field.reason", "请写明原因。"))
	}
	return s.write(ctx, g, licence, func(tx *db.Tx) error {
		r, err := lockLicence(tx, licence)
		if err != nil {
			return err
		}
		switch used, err := subjectOf(tx, fact); {
		case err != nil:
			return err
		case used == licence:
			return nil
		case used != id.Nil:
			return ErrIDTaken
		case day.After(tx.Today()):
			return ErrFuture.At("body.day", "")
		case r.ReplacedBy != id.Nil || r.Withdrawal != "":
			return ErrOver
		}
		return s.withdraw(tx, r, fact, in.Body.Kind, in.Body.Reason, day)
	})
}

func (s *Service) withdraw(tx *db.Tx, r licenceRow, fact id.ID, kind, reason string, day clock.Day) error {
	f, err := parse[api.LicenceFields](r.Content)
	if err != nil {
		return err
	}
	if err := s.duties.Withdraw(tx, KindExpiry, r.ID); err != nil {
		return err
	}
	row := factRow{ID: fact, SubjectID: r.ID, Kind: withdrawn, Version: r.Version + 1, Reason: reason, Text: withdrawalWords[kind] + "：" + title(f)}
	changes := map[string]any{"withdrawal": kind, "withdrawn_on": day, "reason": reason, "version": row.Version}
	if err := updateLicence(tx, r.ID, changes); err != nil {
		return err
	}
	if err := s.dropChecks(tx); err != nil {
		return err
	}
	return s.seal(tx, row, f, map[string]any{"withdrawal": kind, "day": day})
}
