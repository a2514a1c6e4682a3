package obligation

import (
	"context"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// mostPending bounds what one answer lists.
const mostPending = 500

// Settle fulfils an obligation of another kind than the daily check. One that
// was never made, or is done or withdrawn already, is left as it is: who settles
// need not know whether it was asked for.
func (s *Service) Settle(tx *db.Tx, kind string, subject id.ID, day clock.Day, record id.ID) error {
	o, ok, err := lockRow(tx, kind, subject, day)
	if err != nil || !ok || !o.Fulfilled.IsZero() || !o.Excused.IsZero() {
		return err
	}
	return s.Fulfil(tx, o, record, "", "")
}

// Withdraw ends the obligations of a subject that nobody needs to fulfil any
// more. What was done stays done.
func (s *Service) Withdraw(tx *db.Tx, kind string, subject id.ID) error {
	return withdrawRows(tx, kind, subject)
}

// HandOver gives what one person alone still has to do to another. An absent
// successor leaves it to the post.
func (s *Service) HandOver(tx *db.Tx, from, to id.ID) error { return handOverRows(tx, from, to) }

// Pending lists what is neither done nor excused of all kinds but the daily
// check, missed and open ones by deadline, then what has not opened.
func (s *Service) Pending(tx *db.Tx) ([]Obligation, error) { return pending(tx) }

// pending are the rows with the post whose duty they are now: what the director
// owes passes to the officer when the last director leaves, and back.
func pending(tx *db.Tx) ([]Obligation, error) { return pendingUpTo(tx, mostPending) }

func pendingUpTo(tx *db.Tx, limit int) ([]Obligation, error) {
	rows, err := pendingRows(tx, limit)
	if err != nil || tx.Enterprise() == id.Nil {
		return rows, err
	}
	var p Pattern
	if p.Directed, err = directed(tx); err != nil {
		return nil, err
	}
	for i := range rows {
		if rows[i].Kind == KindWeekly || rows[i].Post == access.Director && !p.Directed {
			rows[i].Post = p.reporter()
		}
	}
	return rows, nil
}

// mostExported bounds what one table takes out.
const mostExported = 100_000

// Everything returns what is still to be done, or what was done and the latest
// first, of all kinds but the daily check: for a table that is taken out.
func (s *Service) Everything(tx *db.Tx, done bool) ([]Obligation, error) {
	if done {
		return doneRows(tx, mostExported)
	}
	return pendingUpTo(tx, mostExported)
}

// Awaits reports whether the obligation is the person's: his alone, or that of
// a post he holds.
func (o Obligation) Awaits(a access.Actor) bool {
	if o.Account != id.Nil {
		return o.Account == a.Account
	}
	return o.Post != "" && a.Is(o.Post)
}

// List shows the duties of an enterprise with their deadlines.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListObligationsInput) (*api.ObligationsOutput, error) {
	out := &api.ObligationsOutput{}
	out.Body.Items = []api.Obligation{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := pending(tx)
		if in.Done {
			rows, err = doneRows(tx, mostPending)
		}
		if err != nil {
			return err
		}
		for _, o := range rows {
			if in.Mine && !o.Awaits(tx.Actor()) {
				continue
			}
			out.Body.Items = append(out.Body.Items, o.Wire(tx))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Wire is the obligation as the contract shows it to the transaction's person.
func (o Obligation) Wire(tx *db.Tx) api.Obligation {
	w := api.Obligation{
		Kind: o.Kind, Subject: string(o.Subject), Day: string(o.Day), Site: string(o.Site), Title: o.Title,
		Post: string(o.Post), Account: string(o.Account), Opens: o.Opens, Due: o.Due, State: string(o.State(tx.Now())), Mine: o.Awaits(tx.Actor()),
	}
	if !o.Fulfilled.IsZero() {
		w.FulfilledAt = &o.Fulfilled
	}
	return w
}

// own are the caller's tasks among the obligations: opened, with words, and
// not yet done.
func own(tx *db.Tx) ([]api.Task, error) {
	rows, err := pending(tx)
	if err != nil {
		return nil, err
	}
	var tasks []api.Task
	for _, o := range rows {
		if o.Title == "" || !o.Awaits(tx.Actor()) || o.asks().After(tx.Now()) {
			continue
		}
		title, note, _ := strings.Cut(o.Title, "：")
		due := o.Due
		tasks = append(tasks, api.Task{Kind: o.Kind, Subject: string(o.Subject), Day: string(o.Day), Title: title, Note: note, Due: &due})
	}
	return tasks, nil
}
