package record

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// ReadWeekly returns a signed report with its history.
func (s *Service) ReadWeekly(ctx context.Context, g access.Grant, in *api.ReadWeeklyInput) (*api.WeeklyOutput, error) {
	w, err := parseWeek(in.Week)
	if err != nil {
		return nil, err
	}
	var out *api.WeeklyOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.weekly(tx, w)
		return err
	})
	return out, err
}

// WeeklyOf returns a report to an authority: what an enterprise says about its
// root causes stays out of an ordinary look, so that honesty costs nothing.
func (s *Service) WeeklyOf(tx *db.Tx, week string) (*api.WeeklyOutput, error) {
	w, err := parseWeek(week)
	if err != nil {
		return nil, err
	}
	out, err := s.weekly(tx, w)
	if err == nil {
		out.Body.Figures.Causes = []api.WeekCause{}
	}
	return out, err
}

func (s *Service) weekly(tx *db.Tx, w clock.Week) (*api.WeeklyOutput, error) {
	versions, err := weeklyVersions(tx, w)
	if err != nil {
		return nil, err
	}
	if len(versions) == 0 {
		return nil, ErrWeekNotFound
	}
	due, err := s.dutyOf(tx, w)
	if err != nil {
		return nil, err
	}
	latest := versions[len(versions)-1]
	reads, err := weeklyReads(tx, latest.ID)
	if err != nil {
		return nil, err
	}
	out := &api.WeeklyOutput{}
	out.Body.WeeklyEntry = weeklyEntry(due, &latest, reads, tx)
	for _, v := range versions {
		b, err := s.weeklyBody(tx, v)
		if err != nil {
			return nil, err
		}
		out.Body.Figures, out.Body.Content = b.Figures, b.Content
		out.Body.Versions = append(out.Body.Versions, api.WeeklyVersion{
			Version: v.Version, At: v.SignedAt.UTC(), Name: v.SignerName, Posts: v.posts(), Why: v.Why, Content: b.Content, Read: readOf(reads, v),
		})
	}
	hash, err := s.ledger.HashOf(tx, latest.FactSeq)
	if err != nil {
		return nil, err
	}
	out.Body.BodyHash, out.Body.Link = hexOf(latest.BodyHash), api.LinkEntry{Seq: latest.FactSeq, Hash: hash.String()}
	return out, nil
}

func (s *Service) weeklyBody(tx *db.Tx, r weeklyRow) (weeklyBody, error) {
	var b weeklyBody
	raw, err := s.ledger.BodyOf(tx, r.FactSeq)
	if err != nil {
		return b, err
	}
	if err := json.Unmarshal(raw, &b); err != nil {
		return b, fmt.Errorf("read body of %s version %d: %w", r.Week, r.Version, err)
	}
	return b, nil
}

func readOf(reads []weeklyReadRow, r weeklyRow) *api.WeeklyRead {
	for _, one := range reads {
		if one.ReportID == r.ID && one.Version == r.Version {
			return &api.WeeklyRead{Name: one.ByName, At: one.At.UTC()}
		}
	}
	return nil
}

func weeklyEntry(due obligation.Obligation, r *weeklyRow, reads []weeklyReadRow, tx *db.Tx) api.WeeklyEntry {
	w := clock.WeekOf(due.Day)
	e := api.WeeklyEntry{Week: string(w), State: string(due.State(tx.Now())), First: string(w.First()), Last: string(w.Last()), Due: due.Due}
	if r == nil {
		return e
	}
	read := readOf(reads, *r)
	e.Sign = &api.WeeklySigned{
		ID: string(r.ID), Version: r.Version, From: string(r.FromDay), To: string(r.ToDay), Cutoff: r.CutoffAt.UTC(), Lateness: r.Lateness, Reason: r.Reason,
		Name: r.SignerName, Posts: r.posts(), At: r.SignedAt.UTC(), Missed: r.Missed, Found: r.Found, Open: r.OpenHazards,
		Read: read, Unread: read == nil && !slices.Contains(r.posts(), string(access.Principal)),
	}
	return e
}

// ListWeeklies lists the weeks of a year.
func (s *Service) ListWeeklies(ctx context.Context, g access.Grant, in *api.ListWeekliesInput) (*api.WeekliesOutput, error) {
	var out *api.WeekliesOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.WeekliesOf(tx, in.Year)
		return err
	})
	return out, err
}

// WeekliesOf lists the weeks of a year up to the present one, newest first.
func (s *Service) WeekliesOf(tx *db.Tx, year int) (*api.WeekliesOutput, error) {
	this := clock.WeekOf(tx.Today())
	if year == 0 {
		year = this.Year()
	}
	first := clock.WeekOf(clock.Day(fmt.Sprintf("%04d-01-04", year)))
	last := min(clock.WeekOf(clock.Day(fmt.Sprintf("%04d-12-28", year))), this)
	out := &api.WeekliesOutput{}
	out.Body.Year, out.Body.Items, out.Body.Years = year, []api.WeeklyEntry{}, []int{}
	begun, err := begunOn(tx)
	if err != nil {
		return nil, err
	}
	if begun != "" {
		for y := this.Year(); y >= clock.WeekOf(begun).Year(); y-- {
			out.Body.Years = append(out.Body.Years, y)
		}
	}
	duties, err := s.obligations.Periods(tx, obligation.KindWeekly, first.First(), last.First())
	if err != nil {
		return nil, err
	}
	reports, err := weekliesBetween(tx, first, last)
	if err != nil {
		return nil, err
	}
	byWeek := make(map[clock.Week]*weeklyRow, len(reports))
	ids := make([]id.ID, len(reports))
	for n, r := range reports {
		byWeek[r.Week], ids[n] = &reports[n], r.ID
	}
	reads, err := weeklyReads(tx, ids...)
	if err != nil {
		return nil, err
	}
	for _, o := range slices.Backward(duties) {
		out.Body.Items = append(out.Body.Items, weeklyEntry(o, byWeek[clock.WeekOf(o.Day)], reads, tx))
	}
	return out, nil
}
