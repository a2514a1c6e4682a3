package record

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// submission is a body on its way into the book.
type submission struct {
	record, version id.ID
	number          int
	body            api.DailyBody
	raw             []byte
	why             string
}

// Submit seals a day's check: record, hazards, obligation and evidence, all of
// it or nothing. The same record sent again gives the first answer.
func (s *Service) Submit(ctx context.Context, g access.Grant, in *api.SubmitDailyInput) (*api.DailyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	sub := submission{record: record, version: record, number: 1, body: in.Body, raw: in.RawBody}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		due, err := s.due(tx, in.Body.Obligation)
		if err != nil {
			return err
		}
		sameCheck, sameID, err := firstOf(tx, in.Body.Obligation, record)
		switch {
		case err != nil:
			return err
		case sameCheck != nil && sameCheck.ID == record:
			return nil
		case sameCheck != nil:
			return ErrSubmitted.With("record", sameCheck.ID).With("officerName", sameCheck.OfficerName).With("receivedAt", sameCheck.ReceivedAt)
		case sameID != nil:
			return ErrOtherDraft
		}
		if err := s.mayCheck(tx, due.Site); err != nil {
			return err
		}
		lateness, err := late(tx.Now(), due, in.Body)
		if err != nil {
			return err
		}
		outcome, err := s.seal(tx, due, sub, lateness, nil)
		if err != nil {
			return err
		}
		return s.obligations.Fulfil(tx, due, record, outcome, lateness)
	})
	if err != nil {
		return nil, err
	}
	return s.answer(ctx, g, record, record)
}

// answer is the record with the hash of the version that the caller sent: the
// phone deletes its own copy only when it reads that hash.
func (s *Service) answer(ctx context.Context, g access.Grant, record, version id.ID) (*api.DailyOutput, error) {
	out := &api.DailyOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		versions, err := versionsOf(tx, record)
		if err != nil {
			return err
		}
		if out.Body, err = s.whole(tx, record, versions); err != nil {
			return err
		}
		for _, v := range versions {
			if v.VersionID == version {
				out.Body.BodyHash = hexOf(v.BodyHash)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// due finds the obligation that a check fulfils and locks it.
func (s *Service) due(tx *db.Tx, c api.CheckOf) (obligation.Obligation, error) {
	day := clock.Day(c.Day)
	if day.After(tx.Today()) {
		return obligation.Obligation{}, ErrFuture.At("body.obligation.day", "")
	}
	o, err := s.obligations.Find(tx, obligation.KindDaily, id.ID(c.Shift), day)
	if err == nil && string(o.Site) != c.Site {
		err = obligation.ErrNotDue
	}
	if errors.Is(err, obligation.ErrNotDue) {
		begun, berr := begunOn(tx)
		if berr != nil {
			return obligation.Obligation{}, berr
		}
		if day.Before(begun) {
			return obligation.Obligation{}, ErrBeforeArchive.At("body.obligation.day", "")
		}
		return obligation.Obligation{}, ErrNoObligation
	}
	return o, err
}

func (s *Service) mayCheck(tx *db.Tx, site id.ID) error {
	ok, err := s.posts.InOffice(tx, tx.Actor().Account, site)
	if err != nil {
		return fmt.Errorf("look up post: %w", err)
	}
	if !ok {
		return ErrNotInOffice
	}
	return nil
}

// late classifies a first submission. A check that is knowingly made after its
// time says why; one that was only long under way does not need to.
func late(now time.Time, due obligation.Obligation, b api.DailyBody) (string, error) {
	if now.Before(due.Opens) {
		return "", ErrNotOpen
	}
	device := b.SubmittedAt.Add(time.Duration(b.DeviceSkewMS) * time.Millisecond)
	lateness, inWindow := Arrival{Opens: due.Opens, Due: due.Due, Device: device, Received: now}.Lateness()
	if lateness == Backfilled && !inWindow && blank(b.Reason) {
		return "", ErrReasonRequired.At("body.reason", "")
	}
	return lateness, nil
}

// seal judges the body, opens hazards, and writes fact and rows. before is the
// version that it corrects.
func (s *Service) seal(tx *db.Tx, due obligation.Obligation, sub submission, lateness string, before *api.DailyBody) (string, error) {
	b := sub.body
	if blank(b.Declaration.Text) {
		return "", ErrDeclaration.At("body.declaration.text", "")
	}
	if unclean(b.Reason) || unclean(sub.why) {
		return "", ErrControl.At("body.reason", "")
	}
	items, version, err := s.lists.DailyItems(tx, id.ID(b.ListID))
	if err != nil {
		return "", fmt.Errorf("read list %s: %w", b.ListID, err)
	}
	if version != b.ListVersion {
		return "", ErrListUnknown.At("body.listVersion", "")
	}
	items = ofSite(items, due.Site)
	tally, err := Judge(items, b.Answers)
	if err != nil {
		return "", err
	}
	photos, err := s.kept(tx, b.Answers)
	if err != nil {
		return "", err
	}
	hazards, err := s.openHazards(tx, due, sub, items, before)
	if err != nil {
		return "", err
	}
	personal, err := json.Marshal(statement{
		Account: tx.Actor().Account, Name: tx.Actor().Name, Version: sub.number, Why: sub.why,
		Lateness: lateness, Received: tx.Now().Format(time.RFC3339Nano),
	})
	if err != nil {
		return "", fmt.Errorf("encode statement: %w", err)
	}
	kind := KindSubmitted
	if sub.number > 1 {
		kind = KindCorrected
	}
	link, err := s.ledger.Append(tx, ledger.Fact{Kind: kind, Subject: sub.record, Day: due.Day, Payload: ledger.Payload{Body: sub.raw, Personal: personal, Photos: photos}})
	if err != nil {
		return "", fmt.Errorf("seal record %s: %w", sub.record, err)
	}
	hash := sha256.Sum256(sub.raw)
	row := dailyRow{
		Day: due.Day, ID: sub.record, Version: sub.number, VersionID: sub.version, SiteID: due.Site, ShiftID: due.Subject,
		ListID: id.ID(b.ListID), ListVersion: version, Outcome: tally.Outcome(), Bulk: tally.Bulk,
		Passed: tally.Passed, Failed: tally.Failed, NotApplicable: tally.NotApplicable,
		Lateness: lateness, Reason: b.Reason, OfficerID: tx.Actor().Account, OfficerName: tx.Actor().Name,
		StartedAt: clock.Cut(b.StartedAt), SubmittedAt: clock.Cut(b.SubmittedAt), SkewMS: b.DeviceSkewMS,
		ReceivedAt: tx.Now(), BodyHash: hash[:], FactSeq: int64(link.Seq),
	}
	if sub.why != "" {
		row.Reason = sub.why
	}
	return row.Outcome, insertDaily(tx, row, exceptional(row, b.Answers, hazards))
}

// statement is what the server adds to a signed body; it names a person and is
// sealed apart, so that it can be erased apart.
type statement struct {
	Account  id.ID  `json:"account"`
	Name     string `json:"name"`
	Version  int    `json:"version"`
	Why      string `json:"why,omitempty"`
	Lateness string `json:"lateness"`
	Received string `json:"received"`
}

// ofSite keeps the items that are asked at the site.
func ofSite(items []api.RiskItem, site id.ID) []api.RiskItem {
	var kept []api.RiskItem
	for _, i := range items {
		if i.Site == "" || i.Site == string(site) {
			kept = append(kept, i)
		}
	}
	return kept
}

// kept turns the photos of all answers into evidence; each must be here.
func (s *Service) kept(tx *db.Tx, answers []api.Answer) ([]ledger.Photo, error) {
	var hashes []string
	seen := map[string]bool{}
	for n, a := range answers {
		for m, p := range a.Photos {
			if len(p) != 2*sha256.Size {
				return nil, ErrPhotoMissing.At(fmt.Sprintf("body.answers[%d].photos[%d]", n, m), "")
			}
			if !seen[p] {
				seen[p] = true
				hashes = append(hashes, p)
			}
		}
	}
	if len(hashes) == 0 {
		return nil, nil
	}
	photos, missing, err := s.photos.Evidence(tx, hashes)
	if err != nil {
		return nil, fmt.Errorf("look up photos: %w", err)
	}
	if len(missing) > 0 {
		return nil, ErrPhotoMissing.With("photos", missing)
	}
	return photos, nil
}
