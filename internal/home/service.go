package home

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/dossier"
	"zhize/internal/enterprise"
	"zhize/internal/hazard"
	"zhize/internal/identity"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/risklist"
)

const (
	// ahead is how many days before it opens a duty is listed.
	ahead = 14
	// mostDuties and mostEnterprises bound what one answer lists.
	mostDuties      = 30
	mostEnterprises = 50
)

// Neighbours are those whose rows are told.
type Neighbours struct {
	Identity     *identity.Service
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Hazards      *hazard.Service
	Obligations  *obligation.Service
	Dossier      *dossier.Service
}

// Service answers the two questions.
type Service struct {
	db     *db.DB
	policy access.Policy
	on     Neighbours
}

// New makes the service. The policy decides what a person may read in each of
// his enterprises.
func New(d *db.DB, p access.Policy, n Neighbours) *Service { return &Service{db: d, policy: p, on: n} }

// Read tells how the enterprise stands.
func (s *Service) Read(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.HomeOutput, error) {
	out := &api.HomeOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		b, today := &out.Body, tx.Today()
		b.Day, b.Month = string(today), string(today.Month())
		if b.Counts, _, err = s.on.Obligations.Counts(tx, today.Month().First(), today, id.Nil); err != nil {
			return fmt.Errorf("count the month: %w", err)
		}
		if b.People, err = s.on.Appointments.Holders(tx); err != nil {
			return fmt.Errorf("read people: %w", err)
		}
		if b.Duties, b.More, err = s.duties(tx); err != nil {
			return err
		}
		if b.Hazards, err = openHazards(tx); err != nil {
			return err
		}
		if b.Trend, err = s.trend(tx, today.Month()); err != nil {
			return err
		}
		items, err := s.on.Dossier.Items(tx)
		if err != nil {
			return fmt.Errorf("read dossier: %w", err)
		}
		b.Items = slices.DeleteFunc(items, func(i api.DossierItem) bool { return i.Settle == nil })
		b.Steps, err = s.steps(tx, b.People)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) duties(tx *db.Tx) (listed []api.Obligation, more int, err error) {
	all, err := s.on.Obligations.Pending(tx)
	if err != nil {
		return nil, 0, fmt.Errorf("read duties: %w", err)
	}
	listed = []api.Obligation{}
	for _, o := range all {
		if o.Title == "" || clock.DayOf(o.Opens).Sub(tx.Today()) > ahead {
			continue
		}
		if len(listed) == mostDuties {
			more++
			continue
		}
		listed = append(listed, o.Wire(tx))
	}
	return listed, more, nil
}

// trend tells the hazards of twelve months, by the month in which they were
// found, as they stand now.
func (s *Service) trend(tx *db.Tx, last clock.Month) ([]api.HomeMonth, error) {
	months := make([]api.HomeMonth, 12)
	for n := range months {
		m := last.Add(n - 11)
		f, err := s.on.Hazards.Figures(tx, m.First(), m.Last())
		if err != nil {
			return nil, fmt.Errorf("count hazards of %s: %w", m, err)
		}
		months[n] = api.HomeMonth{Month: string(m), Found: f.Found, ClosedInTime: f.ClosedInTime, Repeats: f.Again + f.Recurred}
	}
	return months, nil
}

func (s *Service) steps(tx *db.Tx, people []api.Appointment) (api.FirstSteps, error) {
	e, err := s.on.Enterprises.Archive(tx)
	if err != nil {
		return api.FirstSteps{}, fmt.Errorf("read archive: %w", err)
	}
	versions, err := s.on.RiskLists.Versions(tx)
	if err != nil {
		return api.FirstSteps{}, fmt.Errorf("read list versions: %w", err)
	}
	checked, err := anyCheck(tx)
	if err != nil {
		return api.FirstSteps{}, err
	}
	return api.FirstSteps{
		Archive: len(e.Businesses) > 0 && len(e.Products) > 0,
		List:    len(versions) > 0,
		People:  slices.ContainsFunc(people, func(a api.Appointment) bool { return a.Post != string(access.Principal) }),
		Check:   checked,
	}, nil
}

// MyToday tells the caller's day in every enterprise in which he holds a post.
// Each is asked with what he may do there, as he himself would.
func (s *Service) MyToday(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.MyTodayOutput, error) {
	me, err := s.on.Identity.ReadMe(ctx, g)
	if err != nil {
		return nil, fmt.Errorf("read who asks: %w", err)
	}
	out := &api.MyTodayOutput{}
	out.Body.ServerTime, out.Body.Enterprises = s.db.Clock().Now(), []api.MyEnterprise{}
	for _, m := range me.Body.Memberships {
		if m.Side != "enterprise" || len(out.Body.Enterprises) == mostEnterprises {
			continue
		}
		one, there, err := s.myToday(ctx, g, m)
		if err != nil {
			return nil, fmt.Errorf("read today of enterprise %s: %w", m.ID, err)
		}
		if there {
			out.Body.Enterprises = append(out.Body.Enterprises, one)
		}
	}
	slices.SortStableFunc(out.Body.Enterprises, func(a, b api.MyEnterprise) int {
		return cmp.Or(cmp.Compare(b.Open, a.Open), cmp.Compare(len(b.Tasks), len(a.Tasks)))
	})
	return out, nil
}

func (s *Service) myToday(ctx context.Context, g access.Grant, m api.Membership) (one api.MyEnterprise, there bool, err error) {
	actor, err := s.on.Identity.Stand(ctx, g.Actor().Account, id.ID(m.ID), id.Nil)
	if err != nil {
		return one, false, err
	}
	call := access.Call{Operation: g.Operation(), Request: g.Request()}
	inside, err := s.policy.Check(actor, "obligation.read", call)
	if err != nil {
		return s.myLetters(ctx, actor, call, m)
	}
	today, err := s.on.Obligations.ReadToday(ctx, inside, &api.InEnterprise{Enterprise: m.ID})
	if err != nil {
		return one, false, err
	}
	t := today.Body
	one = api.MyEnterprise{Enterprise: m.ID, Name: m.Name, Roles: m.Roles, Day: t.Day, Missed: len(t.Missed), Rests: t.RestsToday, Tasks: t.Tasks}
	for _, c := range t.Checks {
		switch c.State {
		case string(obligation.Open):
			one.Open++
		case string(obligation.Done):
			one.Done++
		}
	}
	return one, true, nil
}

// myLetters tells what awaits a person's answer where he holds no post yet.
func (s *Service) myLetters(ctx context.Context, actor access.Actor, call access.Call, m api.Membership) (one api.MyEnterprise, there bool, err error) {
	inside, err := s.policy.Check(actor, "appointment.letter", call)
	if err != nil {
		return one, false, nil //nolint:nilerr // the post has ended since he asked
	}
	letters, err := s.on.Appointments.Letters(ctx, inside, &api.InEnterprise{Enterprise: m.ID})
	if err != nil {
		return one, false, fmt.Errorf("read letters: %w", err)
	}
	one = api.MyEnterprise{Enterprise: m.ID, Name: m.Name, Roles: m.Roles, Day: string(clock.DayOf(s.db.Clock().Now())), Rests: true, Tasks: []api.Task{}}
	for _, l := range letters.Body.Items {
		if l.State == "pending" {
			one.Tasks = append(one.Tasks, api.Task{Kind: appointment.KindAccept, Subject: l.ID, Title: "接受任命", Note: paper.Post(l.Post), Due: l.AnswerBy})
		}
	}
	return one, len(one.Tasks) > 0, nil
}
