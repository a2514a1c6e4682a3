package appointment

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// JobRestaff names the bell that derives the staffing anew where it changed
// without anybody's act: a term ended, be it of a letter that nobody answered, or
// an agency decided a rule.
const JobRestaff = "appointment.restaff"

// How far back the bell looks for terms that ended, a machine may have been off
// for the holidays, and for what agencies decided, which concerns many.
const (
	termReach   = 31 * 24 * time.Hour
	switchReach = 24 * time.Hour
)

// ErrRule answers a rule that agencies do not decide.
var ErrRule = fault.New(fault.NotFound, "staffing.rule", "没有这项可以明确的配备要求，请刷新后重试。")

// Restaff derives anew what the staffing lacks, after the archive changed. It
// belongs before the transaction's seal.
func (s *Service) Restaff(tx *db.Tx) error {
	roster, err := readRoster(tx)
	if err != nil {
		return err
	}
	return s.restaff(tx, roster, false)
}

// restaff opens and closes gaps and keeps the principal's obligations in step.
// Where people changed, a gap began when the post was last held.
func (s *Service) restaff(tx *db.Tx, roster Roster, people bool) error {
	standings, _, err := s.standings(tx, roster)
	if err != nil {
		return err
	}
	open, err := openGaps(tx)
	if err != nil {
		return err
	}
	closed := map[clock.Day]string{}
	days := map[clock.Day]*gapDay{}
	for _, st := range standings {
		g, was := open[st.Rule.ID]
		switch {
		case st.State == Gap && !was:
			g = gapRow{ID: tx.NewID(), Rule: st.Rule.ID, OpenedAt: gapSince(st, roster, tx.Now(), people)}
			if err := insertGap(tx, g); err != nil {
				return err
			}
		case st.State != Gap && was:
			how := "not_required"
			if st.State == Met {
				how = "filled"
			}
			if err := closeGap(tx, g, how); err != nil {
				return err
			}
			day := clock.DayOf(g.OpenedAt)
			if closed[day] != "filled" {
				closed[day] = how
			}
			continue
		case st.State != Gap:
			continue
		}
		day := clock.DayOf(g.OpenedAt)
		if days[day] == nil {
			days[day] = &gapDay{opened: g.OpenedAt}
		}
		days[day].rules = append(days[day].rules, st.Rule)
	}
	return s.oblige(tx, days, closed)
}

// gapDay is what opened on one day.
type gapDay struct {
	opened time.Time
	rules  []reference.StaffingRule
}

// gapSince is when the gap opened: where a post fell vacant, when it was last
// held; otherwise now.
func gapSince(st Standing, roster Roster, now time.Time, people bool) time.Time {
	if since, ok := roster.VacantSince(st.Rule.Post, now); ok && people && st.Rule.Kind == reference.StaffingPost {
		return since
	}
	return now
}

// oblige brings the principal's obligations to what is open: one for each day
// on which gaps opened.
func (s *Service) oblige(tx *db.Tx, days map[clock.Day]*gapDay, closed map[clock.Day]string) error {
	if len(days) == 0 && len(closed) == 0 {
		return nil
	}
	withdraw := false
	for day, how := range closed {
		switch {
		case days[day] != nil:
		case how == "filled":
			if err := s.duties.Settle(tx, KindGap, tx.Enterprise(), day, tx.Enterprise()); err != nil {
				return fmt.Errorf("settle gap of %s: %w", day, err)
			}
		default:
			withdraw = true
		}
	}
	if withdraw {
		if err := s.duties.Withdraw(tx, KindGap, tx.Enterprise()); err != nil {
			return fmt.Errorf("withdraw gaps: %w", err)
		}
	}
	pending, err := s.duties.Pending(tx)
	if err != nil {
		return fmt.Errorf("read gaps that are pending: %w", err)
	}
	for day, g := range days {
		title := "补齐岗位人员：" + lacking(g.rules)
		if slices.ContainsFunc(pending, func(o obligation.Obligation) bool { return o.Kind == KindGap && o.Day == day && o.Title == title }) {
			continue
		}
		err := s.duties.Open(tx, obligation.Obligation{
			Kind: KindGap, Subject: tx.Enterprise(), Day: day, Post: access.Principal, Title: title,
			Opens: g.opened, Due: max(day, tx.Today()).Add(daysToFill).At(24*60 - 1),
		})
		if err != nil {
			return fmt.Errorf("oblige to fill gaps of %s: %w", day, err)
		}
	}
	return nil
}

// standings derives how the enterprise stands at this instant.
func (s *Service) standings(tx *db.Tx, roster Roster) ([]Standing, api.Enterprise, error) {
	e, err := s.on.Archive.Archive(tx)
	if err != nil {
		return nil, e, fmt.Errorf("read archive: %w", err)
	}
	decided, err := decisions(tx)
	if err != nil {
		return nil, e, err
	}
	return Staff(e, roster, decided, tx.Now()), e, nil
}

// Staffing shows the rules, and the history of what was lacking.
func (s *Service) Staffing(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.StaffingOutput, error) {
	out := &api.StaffingOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error { return s.staffing(tx, out) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

// StaffingOf shows the rules inside a transaction, as to a supervising officer.
func (s *Service) StaffingOf(tx *db.Tx) ([]api.StaffingRule, error) {
	out := &api.StaffingOutput{}
	err := s.staffing(tx, out)
	return out.Body.Items, err
}

func (s *Service) staffing(tx *db.Tx, out *api.StaffingOutput) error {
	roster, err := readRoster(tx)
	if err != nil {
		return err
	}
	standings, e, err := s.standings(tx, roster)
	if err != nil {
		return err
	}
	gaps, err := allGaps(tx)
	if err != nil {
		return err
	}
	out.Body.Items, out.Body.History = []api.StaffingRule{}, []api.StaffingGap{}
	for _, st := range standings {
		why, settle, said := st.said()
		w := api.StaffingRule{
			Rule: st.Rule.ID, Post: string(st.Rule.Post), Text: st.Rule.Text, Source: Sources(st.Rule, sidesOf(e)), Verified: st.Rule.Verified,
			State: st.State, Why: why, Settle: settle, Said: said, Decision: st.Decision.Decision, DecidedBy: st.Decision.Agency,
		}
		if st.State == Gap {
			since := gapSince(st, roster, tx.Now(), true)
			for _, g := range gaps {
				if g.Rule == st.Rule.ID && g.ClosedAt == nil {
					since = g.OpenedAt.UTC()
				}
			}
			w.Since = &since
		}
		out.Body.Items = append(out.Body.Items, w)
	}
	for _, g := range gaps {
		rule, _ := reference.Staffing(g.Rule)
		out.Body.History = append(out.Body.History, api.StaffingGap{Rule: g.Rule, Text: rule.Text, OpenedAt: g.OpenedAt.UTC(), ClosedAt: utc(g.ClosedAt), How: g.ClosedHow})
	}
	return nil
}

// SweepStaffing derives the staffing anew where a term ended or an agency
// decided. What an enterprise sees is derived when it is read: a late bell
// delays the obligation only.
func (s *Service) SweepStaffing(ctx context.Context) error {
	g := access.System(JobRestaff)
	var due []id.ID
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		due, err = changedUnasked(tx, tx.Now().Add(-termReach), tx.Now().Add(-switchReach))
		return err
	})
	if err != nil {
		return err
	}
	var failed error
	for _, e := range due {
		err := s.db.Write(ctx, g.Founding(e), func(tx *db.Tx) error {
			_, b, err := s.open(tx)
			if err != nil {
				return err
			}
			act := act{}
			if err := s.leftBehind(tx, &act, &b); err != nil {
				return err
			}
			return s.conclude(tx, act, b.roster)
		})
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("restaff %s: %w", e, err))
		}
	}
	return failed
}

// leftBehind leaves to the posts what those alone had to do whose term ended
// and who hold no other post, lets those go who resigned, and asks nobody any
// more to answer a letter that lapsed.
func (s *Service) leftBehind(tx *db.Tx, act *act, b *book) error {
	for _, a := range slices.Clone(b.roster) {
		if a.EndedAt != nil || a.InOffice(tx.Now()) {
			continue
		}
		if r, ok := b.resignations[a.ID]; ok {
			if err := s.gone(tx, act, b, a, r); err != nil {
				return err
			}
			continue
		}
		handed, err := s.handOver(tx, *b, a, id.Nil)
		if err != nil {
			return err
		}
		if len(handed) == 0 {
			continue
		}
		if err := act.seal(KindHandedOver, a.ID, tx.Today(), handedFact{From: a.Account, Handed: handed}, nameFact{PersonName: a.PersonName}); err != nil {
			return err
		}
	}
	for _, l := range b.inOrder() {
		if !l.lapsed(tx.Now()) {
			continue
		}
		if err := s.duties.Withdraw(tx, KindAccept, l.ID); err != nil {
			return fmt.Errorf("withdraw the asking of letter %s: %w", l.ID, err)
		}
	}
	return s.dropDeputies(tx, act, b)
}
