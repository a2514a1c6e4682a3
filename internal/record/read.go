package record

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

var errPage = fault.New(fault.Invalid, "request.page", "翻页位置不正确，请从第一页重新查看。")

// Read returns one record with all its versions.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadDailyInput) (*api.DailyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.DailyOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Whole(tx, record)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Whole reads a record of the transaction's enterprise with its history.
func (s *Service) Whole(tx *db.Tx, record id.ID) (api.Daily, error) {
	versions, err := versionsOf(tx, record)
	if err != nil {
		return api.Daily{}, err
	}
	return s.whole(tx, record, versions)
}

func (s *Service) whole(tx *db.Tx, record id.ID, versions []dailyRow) (api.Daily, error) {
	entry, err := entryOf(tx, record)
	if err != nil {
		return api.Daily{}, err
	}
	d := api.Daily{DailyEntry: entry.wire(), BodyHash: hexOf(entry.Record.BodyHash), Reviews: []api.Review{}, Items: []api.RiskItem{}}
	seqs := make([]int64, len(versions))
	for i, v := range versions {
		seqs[i] = v.FactSeq
	}
	bodies, err := s.ledger.BodiesOf(tx, seqs)
	if err != nil {
		return api.Daily{}, err
	}
	for _, v := range versions {
		w := api.DailyVersion{Version: v.Version, BodyHash: hexOf(v.BodyHash), ReceivedAt: v.ReceivedAt.UTC(), OfficerName: v.OfficerName, Why: v.Reason, Changed: []string{}}
		if err := json.Unmarshal(bodies[v.FactSeq], &w.Body); err != nil {
			return api.Daily{}, fmt.Errorf("read body of %s version %d: %w", record, v.Version, err)
		}
		if n := len(d.Versions); n > 0 {
			w.Changed = changed(d.Versions[n-1].Body.Answers, w.Body.Answers)
		}
		d.Versions = append(d.Versions, w)
	}
	items, _, err := s.lists.DailyItems(tx, entry.Record.ListID)
	if err != nil {
		return api.Daily{}, fmt.Errorf("read list %s: %w", entry.Record.ListID, err)
	}
	d.Items = append(d.Items, ofSite(items, entry.Record.SiteID)...)
	reviews, err := reviewsOf(tx, record)
	if err != nil {
		return api.Daily{}, err
	}
	for _, r := range reviews {
		d.Reviews = append(d.Reviews, api.Review{ID: string(r.ID), Version: r.Version, Opinion: r.Opinion, Note: r.Note, Name: r.ByName, At: r.At.UTC()})
	}
	if d.Hazards, err = s.hazards.OfRecord(tx, record); err != nil {
		return api.Daily{}, fmt.Errorf("read hazards of %s: %w", record, err)
	}
	hash, err := s.ledger.HashOf(tx, entry.Record.FactSeq)
	if err != nil {
		return api.Daily{}, err
	}
	d.Link = api.LinkEntry{Seq: entry.Record.FactSeq, Hash: hash.String()}
	return d, nil
}

// List returns records, newest day first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListDailiesInput) (*api.DailiesOutput, error) {
	f := filter{from: clock.Day(in.From), to: clock.Day(in.To), site: id.ID(in.Site), limit: in.Limit + 1}
	if in.After != "" {
		day, after, _ := strings.Cut(in.After, "~")
		last, err := id.Parse(after)
		if err != nil {
			return nil, errPage
		}
		if f.afterDay, err = clock.ParseDay(day); err != nil {
			return nil, errPage
		}
		f.afterID = last
	}
	out := &api.DailiesOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := entries(tx, f)
		if err != nil {
			return err
		}
		if len(rows) > in.Limit {
			last := rows[in.Limit-1]
			out.Body.Next = string(last.Record.Day) + "~" + string(last.Record.ID)
			rows = rows[:in.Limit]
		}
		out.Body.Items = wires(rows)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Between returns all records of a range of days, newest first.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.DailyEntry, error) {
	rows, err := entries(tx, filter{from: from, to: to, limit: 1000})
	if err != nil {
		return nil, err
	}
	return wires(rows), nil
}

func wires(rows []entryRow) []api.DailyEntry {
	all := make([]api.DailyEntry, len(rows))
	for i, r := range rows {
		all[i] = r.wire()
	}
	return all
}

func (e entryRow) wire() api.DailyEntry {
	r := e.Record
	return api.DailyEntry{
		ID: string(r.ID), Day: string(r.Day), Site: string(r.SiteID), SiteName: e.SiteName, Shift: string(r.ShiftID), ShiftName: e.ShiftName,
		Version: r.Version, Outcome: r.Outcome, Bulk: r.Bulk, Passed: r.Passed, Failed: r.Failed, NotApplicable: r.NotApplicable,
		Lateness: r.Lateness, OfficerName: r.OfficerName, StartedAt: r.StartedAt.UTC(), SubmittedAt: r.SubmittedAt.UTC(), ReceivedAt: r.ReceivedAt.UTC(),
	}
}

// Tasks lists the corrections that the director asked for, for the people who
// can make them.
func (s *Service) Tasks(tx *db.Tx) ([]api.Task, error) {
	rows, err := awaiting(tx)
	if err != nil {
		return nil, err
	}
	var tasks []api.Task
	for _, r := range rows {
		tasks = append(tasks, api.Task{Kind: "correction", Subject: string(r.RecordID), Title: string(r.Day) + " 检查记录需要更正", Note: r.Note})
	}
	return tasks, nil
}

// SaveDraft keeps a copy of the caller's draft.
func (s *Service) SaveDraft(ctx context.Context, g access.Grant, in *api.SaveDraftInput) (*api.Done, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrNotFound
	}
	c := in.Body.Obligation
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		return saveDraft(tx, draftRow{
			ID: record, AccountID: tx.Actor().Account, SiteID: id.ID(c.Site), ShiftID: id.ID(c.Shift), Day: clock.Day(c.Day),
			Body: []byte(in.Body.Draft), UpdatedAt: tx.Now(),
		})
	})
	if err != nil {
		return nil, err
	}
	return &api.Done{}, nil
}

// keepDrafts is how many days a draft is offered again.
const keepDrafts = 14

// ListDrafts returns the caller's drafts of checks that are still to be made.
func (s *Service) ListDrafts(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.DraftsOutput, error) {
	out := &api.DraftsOutput{}
	out.Body.Items = []api.Draft{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := draftsOf(tx, tx.Actor().Account, tx.Today().Add(-keepDrafts))
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, api.Draft{
				Record: string(r.ID), Draft: string(r.Body), UpdatedAt: r.UpdatedAt.UTC(),
				Obligation: api.CheckOf{Site: string(r.SiteID), Shift: string(r.ShiftID), Day: string(r.Day)},
			})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
