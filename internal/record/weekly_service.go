package record

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// week is a week on the way to its report.
type week struct {
	week    clock.Week
	due     obligation.Obligation
	reach   reach
	figures api.WeeklyFigures
	hash    string
}

// parseWeek reads the week of a path.
func parseWeek(s string) (clock.Week, error) {
	w, err := clock.ParseWeek(s)
	if err != nil {
		return "", ErrWeek
	}
	return w, nil
}

// dutyOf is the obligation to report on the week.
func (s *Service) dutyOf(tx *db.Tx, w clock.Week) (obligation.Obligation, error) {
	rows, err := s.obligations.Periods(tx, obligation.KindWeekly, w.First(), w.First())
	if err != nil {
		return obligation.Obligation{}, err
	}
	if len(rows) == 0 {
		return obligation.Obligation{}, ErrWeekNotDue
	}
	return rows[0], nil
}

// prepare reads what a report of the week would say now.
func (s *Service) prepare(tx *db.Tx, due obligation.Obligation) (week, error) {
	k := week{week: clock.WeekOf(due.Day), due: due}
	earlier, err := s.earlier(tx, k.week)
	if err != nil {
		return k, err
	}
	from := k.week.First()
	if earlier != nil {
		from = earlier.to.Add(1)
	}
	_, checks, err := s.obligations.Counts(tx, from, k.week.Last(), id.Nil)
	if err != nil {
		return k, fmt.Errorf("read checks of %s: %w", k.week, err)
	}
	k.reach = covers(k.week, earlier, checks, tx.Now())
	if k.reach.empty {
		return k, nil
	}
	if k.figures, err = s.figures(tx, k.reach, checks); err != nil {
		return k, err
	}
	k.hash, err = hashOf(k.figures)
	return k, err
}

// earlier is the reach of the report that this week's continues: the last one
// before it, if no week in between still has to be reported on.
func (s *Service) earlier(tx *db.Tx, w clock.Week) (*reach, error) {
	last, ok, err := earlierWeekly(tx, w)
	if err != nil || !ok {
		return nil, err
	}
	between, err := s.obligations.Periods(tx, obligation.KindWeekly, last.Week.Add(1).First(), w.Add(-1).First())
	if err != nil {
		return nil, err
	}
	for _, o := range between {
		if o.Excused.IsZero() {
			return nil, nil //nolint:nilnil // that week's report will continue it
		}
	}
	return &reach{from: last.FromDay, to: last.ToDay, cutoff: last.CutoffAt.UTC()}, nil
}

// directed reports whether a director is in office.
func (s *Service) directed(tx *db.Tx) (bool, error) {
	holders, err := s.roster.Holders(tx)
	if err != nil {
		return false, fmt.Errorf("read who is in office: %w", err)
	}
	for _, h := range holders {
		if h.Post == string(access.Director) {
			return true, nil
		}
	}
	return false, nil
}

// WeeklyDraft shows a week before it is signed.
func (s *Service) WeeklyDraft(ctx context.Context, g access.Grant, in *api.ReadWeeklyInput) (*api.WeeklyDraftOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	out := &api.WeeklyDraftOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		due, err := s.dutyOf(tx, w)
		if err != nil {
			return err
		}
		directed, err := s.directed(tx)
		if err != nil {
			return err
		}
		d := &out.Body
		*d = api.WeeklyDraft{
			Week: string(w), First: string(w.First()), Last: string(w.Last()), State: string(due.State(tx.Now())), Due: due.Due, Cutoff: tx.Now(),
			Posts: posted(tx.Actor()), Signer: string(access.Officer),
		}
		if directed {
			d.Signer = string(access.Director)
		}
		d.MaySign = signs(d.Posts, directed)
		signed, err := weeklyVersions(tx, w)
		if err != nil {
			return err
		}
		if len(signed) > 0 {
			d.SignedBy = signed[0].SignerName
			return nil
		}
		k, err := s.prepare(tx, due)
		if err != nil {
			return err
		}
		if d.Cutoff, d.Nothing = k.reach.cutoff, k.reach.empty; !d.Nothing {
			d.Figures, d.Hash = &k.figures, k.hash
		}
		if d.MaySign && s.closings != nil {
			if d.Waves, err = s.closings.Waves(tx, clock.DayOf(k.reach.since), min(w.Last(), tx.Today())); err != nil {
				return fmt.Errorf("read closing waves: %w", err)
			}
		}
		saved, ok, err := weeklyDraft(tx, w, tx.Actor().Account)
		if err == nil && ok {
			at := saved.UpdatedAt.UTC()
			d.Draft, d.SavedAt = string(saved.Body), &at
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// SaveWeeklyDraft keeps a copy of the caller's words.
func (s *Service) SaveWeeklyDraft(ctx context.Context, g access.Grant, in *api.SaveWeeklyDraftInput) (*api.Done, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := s.dutyOf(tx, w); err != nil {
			return err
		}
		return saveWeeklyDraft(tx, weeklyDraftRow{Week: w, AccountID: tx.Actor().Account, Body: []byte(in.Body.Draft), UpdatedAt: tx.Now()})
	})
	if err != nil {
		return nil, err
	}
	return &api.Done{}, nil
}

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
		title := fmt.Sprintf("阅知周报告：%s", weekName(b.Week))
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

// weekName is how papers and tasks call a week: 2026年第48周.
func weekName(w clock.Week) string {
	n, _ := strconv.Atoi(string(w[len("2026-W"):])) // a week ends in its number
	return fmt.Sprintf("%d年第%d周", w.Year(), n)
}
