package advice

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

const (
	// pageSize is used where the caller names none.
	pageSize = 50
	// mostWaiting bounds what can wait for one principal.
	mostWaiting = 200
)

// place is where a page of answered advices ends.
type place struct {
	at time.Time
	id id.ID
}

func (p place) String() string { return fmt.Sprintf("%d_%s", p.at.UnixMicro(), p.id) }

func parsePlace(s string) (place, error) {
	if s == "" {
		return place{}, nil
	}
	micro, last, _ := strings.Cut(s, "_")
	at, err := strconv.ParseInt(micro, 10, 64)
	if err != nil {
		return place{}, ErrPage.Because(err)
	}
	key, err := id.Parse(last)
	if err != nil {
		return place{}, ErrPage.Because(err)
	}
	return place{time.UnixMicro(at).UTC(), key}, nil
}

// List returns what waits by deadline, and then the others, newest first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListAdvicesInput) (*api.AdvicesOutput, error) {
	after, err := parsePlace(in.After)
	if err != nil {
		return nil, err
	}
	limit := in.Limit
	if limit < 1 {
		limit = pageSize
	}
	out := &api.AdvicesOutput{}
	out.Body.Items = []api.AdviceEntry{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		var all []Course
		if after.id == id.Nil {
			if all, err = waitingAdvices(tx, mostWaiting); err != nil {
				return err
			}
		}
		if !in.Waiting {
			others, err := settledAdvices(tx, after, limit+1)
			if err != nil {
				return err
			}
			if len(others) > limit {
				others = others[:limit]
				last := others[limit-1]
				out.Body.Next = place{last.RaisedAt, last.ID}.String()
			}
			all = append(all, others...)
		}
		for _, c := range all {
			out.Body.Items = append(out.Body.Items, entry(tx, c))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Read returns an advice with its answers.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadAdviceInput) (*api.AdviceOutput, error) {
	key, err := id.Parse(in.Advice)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.AdviceOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		c, err := find(tx, key)
		if err != nil {
			return err
		}
		out, err = s.output(tx, c)
		return err
	})
	return out, err
}

// Between returns what was raised or answered in the days, and what was raised
// before and still waits, in the order in which it was raised: what the month's
// minutes must deal with.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.Advice, error) {
	all, err := advicesBetween(tx, from, to)
	if err != nil {
		return nil, err
	}
	return wired(tx, all), nil
}

func wired(tx *db.Tx, all []Course) []api.Advice {
	advices := make([]api.Advice, len(all))
	for n, c := range all {
		advices[n] = wire(tx, c)
	}
	return advices
}

func (s *Service) output(tx *db.Tx, c Course) (*api.AdviceOutput, error) {
	a := wire(tx, c)
	var err error
	if a.RaisedAgain, err = raisedAgain(tx, c.ID); err != nil {
		return nil, err
	}
	by := tx.Actor()
	raises := by.Is(access.Officer) || by.Is(access.Director)
	a.MayAnswer = by.Is(access.Principal) && c.Answer(by.Account) == nil
	a.MayWithdraw = c.State() == "waiting" && c.Withdraw(by.Account) == nil
	a.MayRepeat = c.Repeats() && raises && !by.Is(access.Principal)
	return &api.AdviceOutput{Body: a}, nil
}

func entry(tx *db.Tx, c Course) api.AdviceEntry {
	return api.AdviceEntry{
		ID: string(c.ID), Number: number(c.Advice), Day: string(c.Day), AdviceFields: c.AdviceFields,
		RaisedBy: string(c.RaisedBy), RaisedName: c.RaisedName, RaisedPost: string(c.RaisedPost), RaisedAt: c.RaisedAt,
		Due: c.Due, State: c.State(), Overdue: c.Overdue(tx.Now()), Late: c.Late(), Outcome: c.Outcome(),
	}
}

func wire(tx *db.Tx, c Course) api.Advice {
	a := api.Advice{AdviceEntry: entry(tx, c), Signed: signed(c.Signature), Answers: []api.AdviceAnswer{}, RaisedAgain: []string{}}
	for _, step := range c.Steps {
		if step.Kind == Withdrawn {
			a.Withdrawal = &api.AdviceWithdrawal{Reason: step.Reason, At: step.At}
			continue
		}
		a.Answers = append(a.Answers, api.AdviceAnswer{
			ID: string(step.ID), Outcome: step.Kind, Reason: step.Reason, Measures: step.Measures, MetOn: string(step.MetOn),
			Name: step.Name, At: step.At, Signed: signed(step.Signature),
		})
	}
	return a
}

func signed(strokes []api.Stroke) string {
	if len(strokes) > 0 {
		return "hand"
	}
	return "tap"
}

// number is what is printed on the paper: YJ or FJ, the day, and the id's end.
func number(a Advice) string {
	prefix := map[string]string{Opinion: "YJ", Stop: "FJ"}[a.Kind]
	return prefix + "-" + strings.ReplaceAll(string(a.Day), "-", "") + "-" + strings.ToUpper(string(a.ID[len(a.ID)-6:]))
}
