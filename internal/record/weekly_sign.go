package record

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// lockWeek finds the obligation of the week and locks it: whoever signs or
// corrects queues there.
func (s *Service) lockWeek(tx *db.Tx, w clock.Week) (obligation.Obligation, error) {
	due, err := s.obligations.Find(tx, obligation.KindWeekly, tx.Enterprise(), w.First())
	if errors.Is(err, obligation.ErrNotDue) {
		return due, ErrWeekNotDue
	}
	return due, err
}

// mayReport refuses who does not sign the week's report.
func (s *Service) mayReport(tx *db.Tx) error {
	directed, err := s.directed(tx)
	if err == nil && !signs(posted(tx.Actor()), directed) {
		return ErrWeekSigner
	}
	return err
}

// SignWeekly seals the week's report: figures as they were seen, the
// director's words, hazards of his own investigation, obligation and evidence.
func (s *Service) SignWeekly(ctx context.Context, g access.Grant, in *api.SignWeeklyInput) (*api.WeeklyOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	report, err := id.Parse(in.Body.ID)
	if err != nil {
		return nil, ErrWeekNotFound
	}
	var out *api.WeeklyOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		due, err := s.lockWeek(tx, w)
		if err != nil {
			return err
		}
		signed, err := weeklyVersions(tx, w)
		if err != nil {
			return err
		}
		if len(signed) > 0 {
			if signed[0].ID != report {
				return ErrWeekSigned.With("name", signed[0].SignerName).With("at", signed[0].SignedAt.UTC())
			}
			out, err = s.weekly(tx, w)
			return err
		}
		if err := s.mayReport(tx); err != nil {
			return err
		}
		if !due.Excused.IsZero() {
			return ErrWeekExcused
		}
		used, err := weekOfReport(tx, report)
		if err != nil {
			return err
		}
		if used != "" {
			return ErrWeekOther
		}
		k, err := s.prepare(tx, due)
		switch {
		case err != nil:
			return err
		case k.reach.empty:
			return ErrWeekEmpty
		case k.hash != in.Body.Hash:
			return ErrFiguresMoved.With("figures", k.figures).With("hash", k.hash).With("cutoff", k.reach.cutoff)
		}
		b := weeklyBody{
			Payload: 1, Report: report, Week: w, Version: 1, Cutoff: k.reach.cutoff, Lateness: OnTime, Reason: strings.TrimSpace(in.Body.Reason), Figures: k.figures,
			Content: settled(in.Body.Content),
		}
		if tx.Now().After(due.Due) {
			if b.Lateness = Backfilled; b.Reason == "" {
				return ErrWeekReason.At("body.reason", "")
			}
		}
		row := weeklyRow{Week: w, Version: 1, ID: report, VersionID: report, Reason: b.Reason}
		if out, err = s.sealWeekly(tx, due, row, b, in.Body.Declaration, nil); err != nil {
			return err
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// CorrectWeekly seals a 更正: other words under the same figures.
func (s *Service) CorrectWeekly(ctx context.Context, g access.Grant, in *api.CorrectWeeklyInput) (*api.WeeklyOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrWeekNotFound
	}
	var out *api.WeeklyOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		due, err := s.lockWeek(tx, w)
		if err != nil {
			return err
		}
		versions, err := weeklyVersions(tx, w)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return ErrWeekNotFound
		}
		for _, v := range versions[1:] {
			if v.VersionID == version {
				out, err = s.weekly(tx, w)
				return err
			}
		}
		if err := s.mayReport(tx); err != nil {
			return err
		}
		latest := versions[len(versions)-1]
		before, err := s.weeklyBody(tx, latest)
		if err != nil {
			return err
		}
		switch {
		case latest.Version != in.Body.Corrects:
			return ErrWeekStale.With("version", latest.Version)
		case same(before.Content, in.Body.Content):
			return ErrWeekUnchanged.At("body.content", "")
		case unclean(in.Body.Why):
			return ErrControl.At("body.why", "")
		}
		b := before
		b.Version, b.Why, b.Content = latest.Version+1, in.Body.Why, settled(in.Body.Content)
		row := weeklyRow{Week: w, Version: b.Version, ID: latest.ID, VersionID: version, Reason: b.Reason, Why: b.Why}
		out, err = s.sealWeekly(tx, due, row, b, in.Body.Declaration, &before)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// sealWeekly writes a version: hazards of new findings, obligations, the fact
// and its index. before is the version that it corrects.
func (s *Service) sealWeekly(tx *db.Tx, due obligation.Obligation, row weeklyRow, b weeklyBody, d api.Declaration, before *weeklyBody) (*api.WeeklyOutput, error) {
	if blank(d.Text) {
		return nil, ErrDeclaration.At("body.declaration.text", "")
	}
	if err := checkContent(b.Content); err != nil {
		return nil, err
	}
	if unclean(b.Reason) {
		return nil, ErrControl.At("body.reason", "")
	}
	photos, err := s.weeklyPhotos(tx, b.Content)
	if err != nil {
		return nil, err
	}
	if err := s.openFindings(tx, row.ID, &b.Content, before); err != nil {
		return nil, err
	}
	b.Posts = posted(tx.Actor())
	if before == nil {
		lateness := ""
		if b.Lateness == Backfilled {
			lateness = Backfilled
		}
		if err := s.obligations.Fulfil(tx, due, row.ID, "", lateness); err != nil {
			return nil, err
		}
	}
	if !tx.Actor().Is(access.Principal) {
		title := fmt.Sprintf("阅知周报告：%s", b.Week.Words())
		err := s.obligations.Open(tx, obligation.Obligation{
			Kind: DutyWeeklyRead, Subject: row.ID, Day: b.Week.First(), Post: access.Principal, Title: title,
			Opens: tx.Now(), Due: tx.Today().Add(readWithin).At(24*60 - 1),
		})
		if err != nil {
			return nil, err
		}
	}
	body, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("encode report of %s: %w", b.Week, err)
	}
	personal, err := json.Marshal(weeklySigner{Account: tx.Actor().Account, Name: tx.Actor().Name, Declaration: d, At: tx.Now()})
	if err != nil {
		return nil, fmt.Errorf("encode signer: %w", err)
	}
	link, err := s.ledger.Append(tx, ledger.Fact{Kind: KindWeeklySigned, Subject: row.ID, Day: b.Week.First(), Payload: ledger.Payload{Body: body, Personal: personal, Photos: photos}})
	if err != nil {
		return nil, fmt.Errorf("seal report of %s: %w", b.Week, err)
	}
	declaration, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("encode declaration: %w", err)
	}
	hash := sha256.Sum256(body)
	row.FromDay, row.ToDay, row.CutoffAt = clock.Day(b.Figures.From), clock.Day(b.Figures.To), b.Cutoff
	row.Missed, row.Found, row.OpenHazards = counted(b.Figures, "missed"), counted(b.Figures, "found"), counted(b.Figures, "open")
	row.Lateness, row.Posts, row.Declaration = b.Lateness, strings.Join(b.Posts, ","), string(declaration)
	row.SignerID, row.SignerName, row.SignedAt = tx.Actor().Account, tx.Actor().Name, tx.Now()
	row.BodyHash, row.FactSeq = hash[:], int64(link.Seq)
	if err := insertWeekly(tx, row); err != nil {
		return nil, err
	}
	return s.weekly(tx, b.Week)
}

// openFindings opens a hazard for every finding that is new.
func (s *Service) openFindings(tx *db.Tx, report id.ID, c *api.WeeklyContent, before *weeklyBody) error {
	opened := map[string]string{}
	if before != nil {
		for _, f := range before.Content.Findings {
			opened[f.ID] = f.Hazard
		}
	}
	for n := range c.Findings {
		f := &c.Findings[n]
		if f.Hazard = opened[f.ID]; f.Hazard != "" {
			continue
		}
		hazard, err := s.hazards.OpenFromCheck(tx, Finding{
			Record: report, Site: id.ID(f.Site), Item: id.ID(f.Item), ItemCode: f.ItemCode, Description: f.Description, Measure: f.Measure, Severity: f.Severity, Photos: f.Photos, Day: tx.Today(), Source: "weekly",
		})
		if err != nil {
			return fmt.Errorf("open hazard of finding %s: %w", f.ID, err)
		}
		f.Hazard = string(hazard)
	}
	return nil
}

func (s *Service) weeklyPhotos(tx *db.Tx, c api.WeeklyContent) ([]ledger.Photo, error) {
	answers := make([]api.Answer, len(c.Findings))
	for n, f := range c.Findings {
		answers[n].Photos = f.Photos
	}
	return s.kept(tx, answers)
}
