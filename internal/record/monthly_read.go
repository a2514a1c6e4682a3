package record

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// monthsBack is how many months one list reaches back.
const monthsBack = 36

// List returns the months that ask for minutes, newest first, and the
// resolutions that are not done.
func (s *Months) List(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.MonthliesOutput, error) {
	out := &api.MonthliesOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		var err error
		if out.Body.Items, err = s.Entries(tx); err != nil {
			return err
		}
		rows, steps, err := pendingResolutions(tx)
		if err != nil {
			return err
		}
		out.Body.Resolutions, err = s.told(tx, rows, steps)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Entries are the months that have begun, newest first, with their minutes.
func (s *Months) Entries(tx *db.Tx) ([]api.MonthlyEntry, error) {
	this := tx.Today().Month()
	from, to := this.Add(-monthsBack).First(), this.First()
	duties, err := s.obligations.Periods(tx, obligation.KindMonthly, from, to)
	if err != nil {
		return nil, fmt.Errorf("read months: %w", err)
	}
	signed, err := monthlyHeads(tx, from, to)
	if err != nil {
		return nil, err
	}
	entries := []api.MonthlyEntry{}
	for _, o := range slices.Backward(duties) {
		entries = append(entries, monthEntry(tx, o, versionsIn(signed, o.Day)))
	}
	return entries, nil
}

// Resolutions are all that were decided, the oldest month first, with their reports.
func (s *Months) Resolutions(tx *db.Tx) ([]api.Resolution, error) {
	rows, steps, err := resolutionsBefore(tx, tx.Today().Month().Add(1))
	if err != nil {
		return nil, err
	}
	return s.told(tx, rows, steps)
}

func versionsIn(all []monthlyRow, first clock.Day) []monthlyRow {
	return slices.DeleteFunc(slices.Clone(all), func(r monthlyRow) bool { return r.MonthStart != first })
}

func monthEntry(tx *db.Tx, o obligation.Obligation, versions []monthlyRow) api.MonthlyEntry {
	e := api.MonthlyEntry{Month: string(o.Day.Month()), State: string(o.State(tx.Now())), Opens: o.Opens, Due: o.Due, Version: len(versions)}
	if len(versions) > 0 {
		at := versions[0].SignedAt.UTC()
		e.Record, e.SignedAt, e.Late = string(versions[0].ID), &at, at.After(o.Due)
	}
	return e
}

// Draft computes the month's draft from the rows.
func (s *Months) Draft(ctx context.Context, g access.Grant, in *api.MonthInput) (*api.MonthlyDraftOutput, error) {
	out := &api.MonthlyDraftOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		m, err := readMonth(in.Month, tx.Today())
		if err != nil {
			return err
		}
		out.Body, err = s.draftOf(tx, m)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Months) draftOf(tx *db.Tx, m clock.Month) (d api.MonthlyDraft, err error) {
	duties, err := s.obligations.Periods(tx, obligation.KindMonthly, m.First(), m.First())
	if err != nil {
		return d, fmt.Errorf("read the duty of %s: %w", m, err)
	}
	if len(duties) == 0 {
		return d, ErrMonthNotDue
	}
	signed, err := monthlyHeads(tx, m.First(), m.First())
	if err != nil {
		return d, err
	}
	d.MonthlyEntry = monthEntry(tx, duties[0], signed)
	if d.Figures, d.Names, err = s.figures(tx, m); err != nil {
		return d, err
	}
	if d.Basis, err = basis(d.Figures); err != nil {
		return d, err
	}
	people, err := s.people(tx)
	if err != nil {
		return d, err
	}
	attended, err := attendancesOf(tx, m)
	if err != nil {
		return d, err
	}
	for n, p := range people {
		for _, a := range attended {
			if string(a.AccountID) == p.Account {
				at := a.At.UTC()
				people[n].Attended = &at
			}
		}
	}
	d.Invited = slices.Concat([]api.MonthlyPerson{}, people)
	if len(people) > 0 && slices.Contains(people[0].Posts, "principal") {
		d.Hears = people.hears(people[0].Account)
	}
	row, err := findMonthlyDraft(tx, m)
	if err != nil || row.Revision == 0 {
		return d, err
	}
	at := row.SavedAt.UTC()
	d.Draft, d.Revision, d.SavedName, d.SavedAt = row.Draft, row.Revision, row.SavedName, &at
	return d, nil
}

// Read returns minutes with all their versions.
func (s *Months) Read(ctx context.Context, g access.Grant, in *api.ReadMonthlyInput) (*api.MonthlyOutput, error) {
	key, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrMonthNotFound
	}
	out := &api.MonthlyOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Whole(tx, key)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Whole returns minutes inside a transaction.
func (s *Months) Whole(tx *db.Tx, record id.ID) (api.Monthly, error) {
	var w api.Monthly
	rows, err := monthlyVersions(tx, record)
	if err != nil {
		return w, err
	}
	if len(rows) == 0 {
		return w, ErrMonthNotFound
	}
	first := rows[0]
	duties, err := s.obligations.Periods(tx, obligation.KindMonthly, first.MonthStart, first.MonthStart)
	if err != nil {
		return w, fmt.Errorf("read the duty of %s: %w", first.MonthStart, err)
	}
	for _, o := range duties {
		w.MonthlyEntry = monthEntry(tx, o, rows)
	}
	w.Number, w.SignedName = monthNumber(first), first.SignedName
	for _, r := range rows {
		body, err := bodyOf(r)
		if err != nil {
			return w, err
		}
		if r.Version == 1 {
			w.Sole, w.SignedPosts, w.Figures, w.Attendance = body.Sole, body.Posts, body.Figures, body.Attendance
			if err := errors.Join(json.Unmarshal([]byte(r.Names), &w.Names), json.Unmarshal([]byte(r.People), &w.Invited)); err != nil {
				return w, fmt.Errorf("read names of minutes %s: %w", r.ID, err)
			}
		}
		strokes, err := strokesOf(r)
		if err != nil {
			return w, err
		}
		v := api.MonthlyVersion{Version: r.Version, Words: body.Words, Why: body.Why, SignedName: r.SignedName, SignedAt: r.SignedAt.UTC(), Signed: "tap"}
		if len(strokes[string(r.SignedBy)]) > 0 {
			v.Signed = "hand"
		}
		w.Versions = append(w.Versions, v)
	}
	resolutions, steps, err := resolutionsOf(tx, record)
	if err != nil {
		return w, err
	}
	by := tx.Actor()
	w.MayCorrect = by.Enterprise == tx.Enterprise() && by.Is(access.Principal)
	w.Resolutions, err = s.told(tx, resolutions, steps)
	return w, err
}

// ForAuthority is minutes as the authority reads them outside an inspection or
// a case: how much advice there was and how much is answered, but not its
// words, nor the causes that were found. Who punishes honesty gets fiction.
func ForAuthority(w api.Monthly) api.Monthly {
	w.Figures.Advices = []api.MonthlyAdvice{}
	w.Figures.Hazards.Causes = []api.Tally{}
	return w
}

func bodyOf(r monthlyRow) (b minutes, err error) {
	if err := json.Unmarshal([]byte(r.Body), &b); err != nil {
		return b, fmt.Errorf("read minutes %s version %d: %w", r.ID, r.Version, err)
	}
	return b, nil
}

func strokesOf(r monthlyRow) (all map[string][]api.Stroke, err error) {
	if err := json.Unmarshal([]byte(r.Strokes), &all); err != nil {
		return nil, fmt.Errorf("read signatures of minutes %s: %w", r.ID, err)
	}
	return all, nil
}

// monthNumber is what is printed on the paper: YDD, the month, the id's end.
func monthNumber(r monthlyRow) string {
	return "YDD-" + strings.ReplaceAll(string(r.MonthStart.Month()), "-", "") + "-" + strings.ToUpper(string(r.ID[len(r.ID)-6:]))
}

// MonthsSentence says what the rows say of item 2.3; no number mixes two kinds
// of nothing.
func MonthsSentence(all []api.MonthlyEntry) words.Sentence {
	n := map[string]int{}
	late := 0
	for _, e := range all {
		n[e.State]++
		if e.Late {
			late++
		}
	}
	signed := words.Say("record.months.signed", "已签署 {done} 份", "done", n["done"])
	if late > 0 {
		signed = words.Say("record.months.signed_late", "已签署 {done} 份（其中逾期签署 {late} 份）", "done", n["done"], "late", late)
	}
	due := n["done"] + n["open"] + n["missed"]
	if n["excused"] == 0 {
		return words.Say("record.months.counts", "应有月调度会议纪要 {due} 份：{signed}，未到期 {open} 份，逾期未签署 {missed} 份。",
			"due", due, "signed", signed, "open", n["open"], "missed", n["missed"])
	}
	return words.Say("record.months.counts_stopped", "应有月调度会议纪要 {due} 份：{signed}，未到期 {open} 份，逾期未签署 {missed} 份；另有停产/未营业 {excused} 个月（不计入）。",
		"due", due, "signed", signed, "open", n["open"], "missed", n["missed"], "excused", n["excused"])
}
