package notice

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// logged is a delivery with what its readers want to know of it.
type logged struct {
	Delivery    deliveryRow `gorm:"embedded"`
	AccountName string
	ChannelName string
	Subject     words.Sentence
	attempts    []attemptRow
}

func (l logged) wire() api.Delivery {
	r := l.Delivery
	d := api.Delivery{
		ID: string(r.ID), Channel: r.Channel, ChannelName: l.ChannelName, Person: l.AccountName, Subject: l.Subject.Text, SubjectSaid: api.Sentence(l.Subject), State: r.State, Tries: r.Tries, Note: r.Note.Text, NoteSaid: api.Sentence(r.Note),
		At: r.CreatedAt.UTC(), Attempts: make([]api.Attempt, len(l.attempts)),
	}
	if r.State == Queued || r.State == Failed {
		at := r.RunAt.UTC()
		d.NextAt = &at
	}
	for i, a := range l.attempts {
		d.Attempts[i] = api.Attempt{At: a.At.UTC(), Outcome: a.Outcome, Answer: a.Answer.Text, AnswerSaid: api.Sentence(a.Answer), TookMs: int(a.TookMs)}
	}
	return d
}

// ListDeliveries is the enterprise's log: what its channels and, of its notices, its
// people were sent, and what the gateways said.
func (s *Service) ListDeliveries(ctx context.Context, g access.Grant, in *api.ListDeliveriesInput) (*api.DeliveriesOutput, error) {
	after, err := parsePlace(in.After)
	if err != nil {
		return nil, err
	}
	out := &api.DeliveriesOutput{}
	out.Body.Items = []api.Delivery{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		all, err := enterpriseLog(tx, in.State, after, in.Limit+1)
		if err != nil {
			return err
		}
		if len(all) > in.Limit {
			all = all[:in.Limit]
			last := all[in.Limit-1].Delivery
			out.Body.Next = place{last.CreatedAt, last.ID}.String()
		}
		for _, l := range all {
			out.Body.Items = append(out.Body.Items, l.wire())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// EachDelivery tells the enterprise's whole log, newest first.
func (s *Service) EachDelivery(tx *db.Tx, fn func(api.Delivery) error) error {
	const page = 500
	var after place
	for {
		all, err := enterpriseLog(tx, "", after, page)
		if err != nil {
			return err
		}
		for _, l := range all {
			if err := fn(l.wire()); err != nil {
				return err
			}
		}
		if len(all) < page {
			return nil
		}
		last := all[page-1].Delivery
		after = place{last.CreatedAt, last.ID}
	}
}

// RetryDelivery lets a delivery that was given up be tried anew.
func (s *Service) RetryDelivery(ctx context.Context, g access.Grant, in *api.RetryDeliveryInput) (*api.Done, error) {
	delivery, err := id.Parse(in.Delivery)
	if err != nil {
		return nil, ErrDeliveryNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		d, found, err := enterpriseDelivery(tx, delivery)
		if err != nil {
			return err
		}
		if !found {
			return ErrDeliveryNotFound
		}
		// A trial has nothing to send again; its button is beside the channel.
		if d.State != Dead || !d.ExpiresAt.After(d.CreatedAt) {
			return ErrNotDead
		}
		return revive(tx, delivery)
	})
	return &api.Done{}, err
}

// DeadLetters counts what was given up since an instant, and Revive lets all of it
// be tried again: the operator's, after his gateway was down.
func (s *Service) DeadLetters(ctx context.Context, since time.Time) (n int, err error) {
	err = s.db.Read(ctx, access.System("notice.dead"), func(tx *db.Tx) (err error) {
		n, err = countDead(tx, since)
		return err
	})
	return n, err
}

// Revive lets what was given up since an instant be tried again, what is out of
// date excepted.
func (s *Service) Revive(ctx context.Context, since time.Time) (n int64, err error) {
	err = s.db.Write(ctx, access.System("notice.revive"), func(tx *db.Tx) (err error) {
		n, err = reviveAll(tx, since)
		return err
	})
	return n, err
}

// Telling is what an enterprise had a person told, for his own file.
type Telling struct {
	ID        id.ID
	At        time.Time
	Subject   words.Sentence
	Paragraph Paragraph
	// Accepted are the ways by which it reached a gateway, with the instants; the
	// inbox has it from At.
	Accepted map[string]time.Time
}

// Told lists what the transaction's enterprise had a person told on the days
// from–to, in order: evidence that he was reminded, when, and by which way.
func (s *Service) Told(tx *db.Tx, account id.ID, from, to clock.Day) ([]Telling, error) {
	rows, err := tellingsOf(tx, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	sent, err := acceptedOf(tx, rows)
	if err != nil {
		return nil, err
	}
	all := make([]Telling, len(rows))
	for i, r := range rows {
		all[i] = Telling{ID: r.ID, At: r.At.UTC(), Subject: r.Subject, Accepted: map[string]time.Time{}}
		if err := json.Unmarshal([]byte(r.Body), &all[i].Paragraph); err != nil {
			return nil, fmt.Errorf("read telling %s: %w", r.ID, err)
		}
		for _, a := range sent[r.NoticeID] {
			all[i].Accepted[a.Channel] = a.At.UTC()
		}
	}
	return all, nil
}
