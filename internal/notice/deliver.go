package notice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

const (
	// pause lies between two looks for work.
	pause = 3 * time.Second
	// routeAtOnce and claimAtOnce bound a transaction.
	routeAtOnce = 500
	claimAtOnce = 8
	// mostTries is after how many sendings a delivery is given up.
	mostTries = 10
	// firstPause and longestPause bound the exponential back-off.
	firstPause   = 30 * time.Second
	longestPause = time.Hour
)

func sweep() access.Grant { return access.System("notice.deliver") }

// Work routes and sends until the context ends, and finishes what it has claimed.
func (s *Service) Work(ctx context.Context) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		if err := s.Deliver(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "deliver notices", slog.Any("error", err))
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Deliver routes and sends all that is due now.
func (s *Service) Deliver(ctx context.Context) error {
	var busy bool
	err := s.db.Read(ctx, sweep(), func(tx *db.Tx) (err error) {
		busy, err = waiting(tx)
		return err
	})
	if err != nil || !busy {
		return err
	}
	for more := true; more; {
		err := s.db.Write(ctx, sweep(), func(tx *db.Tx) (err error) {
			more, err = s.route(tx)
			return err
		})
		if err != nil {
			return err
		}
	}
	for ctx.Err() == nil {
		jobs, claimed, err := s.claim(ctx)
		if err != nil || claimed == 0 {
			return err
		}
		if err := s.sendAll(ctx, jobs); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// route hands notices to the other ways in which their people want to be told.
func (s *Service) route(tx *db.Tx) (more bool, err error) {
	rows, err := unrouted(tx, routeAtOnce)
	if err != nil || len(rows) == 0 {
		return false, err
	}
	ids, accounts := make([]string, len(rows)), make([]string, len(rows))
	for i, r := range rows {
		ids[i], accounts[i] = string(r.ID), string(r.AccountID)
	}
	chosen, err := preferencesOf(tx, accounts)
	if err != nil {
		return false, err
	}
	var out []deliveryRow
	for _, r := range rows {
		p, ok := chosen[r.AccountID]
		if !ok {
			continue
		}
		for channel, wanted := range map[string]bool{Email: p.Email && s.options.SMTP.Host != "", SMS: p.SMS && s.options.SMSURL != ""} {
			if wanted {
				out = append(out, deliveryRow{
					ID: tx.NewID(), OwnerID: r.AccountID, MessageID: r.ID, Channel: channel, TargetID: r.AccountID, State: Queued, Urgency: r.Urgency,
					RunAt: tx.Now(), CreatedAt: tx.Now(), ExpiresAt: r.ExpiresAt.UTC(),
				})
			}
		}
	}
	if err := insertDeliveries(tx, out); err != nil {
		return false, err
	}
	return len(rows) == routeAtOnce, markRouted(tx, ids)
}

// ready is a claimed delivery with its letter.
type ready struct {
	row    deliveryRow
	letter letter
}

// claim takes what is due. What must wait longer, or has nothing left to say, is
// settled in the same transaction.
func (s *Service) claim(ctx context.Context) (jobs []ready, claimed int, err error) {
	err = s.db.Write(ctx, sweep(), func(tx *db.Tx) error {
		jobs = nil
		rows, err := claim(tx, claimAtOnce, s.options.Lease)
		if err != nil {
			return err
		}
		claimed = len(rows)
		for _, r := range rows {
			l, verdict, err := s.prepare(tx, r)
			if err != nil {
				return err
			}
			if verdict == nil {
				jobs = append(jobs, ready{r, l})
				continue
			}
			if err := settle(tx, *verdict); err != nil {
				return err
			}
		}
		return nil
	})
	return jobs, claimed, err
}

// prepare writes the letter, or decides that there is none to send now.
func (s *Service) prepare(tx *db.Tx, r deliveryRow) (letter, *deliveryRow, error) {
	end := func(state string, note words.Sentence) *deliveryRow {
		now := tx.Now()
		r.State, r.Note, r.SettledAt = state, note, &now
		return &r
	}
	wait := func(until time.Time, note words.Sentence) *deliveryRow {
		r.State, r.Note, r.RunAt = Queued, note, until
		if r.Tries > 0 {
			r.State = Failed
		}
		return &r
	}
	if !tx.Now().Before(r.ExpiresAt) {
		return letter{}, end(Suppressed, words.Say("notice.note.expired", "已过时，未发送")), nil
	}
	subject, body, group, found, err := messageOf(tx, r.MessageID)
	if err != nil {
		return letter{}, nil, err
	}
	paragraphs, err := readBody(body, group)
	if err != nil || !found {
		// One that cannot be read must not hold up the others.
		return letter{}, end(Dead, words.Say("notice.note.unreadable", "消息内容无法读取")), nil //nolint:nilerr // told to those who look
	}
	account := r.TargetID
	if group {
		account = id.Nil
	}
	if paragraphs, err = s.remaining(tx, account, paragraphs); err != nil {
		return letter{}, nil, err
	}
	if len(paragraphs) == 0 {
		return letter{}, end(Suppressed, words.Say("notice.note.settled", "所列事项均已办结，未发送")), nil
	}
	l := letter{id: string(r.ID), channel: r.Channel, subject: subject.Text, text: text(paragraphs, s.options.PublicURL), at: tx.Now()}
	if group {
		c, ok, err := channelOf(tx, r.OwnerID, r.TargetID)
		if err != nil {
			return letter{}, nil, err
		}
		if !ok || !c.Enabled {
			return letter{}, end(Suppressed, words.Say("notice.note.channel_gone", "渠道已停用或删除，未发送")), nil
		}
		if l.to, l.secret, err = s.open(c); err != nil {
			return letter{}, end(Dead, words.Say("notice.note.channel_secret", "渠道的密钥无法读取，请重新填写")), nil //nolint:nilerr // told to those who can mend it
		}
		now, err := useChannel(tx, c.ID)
		if err == nil && !now {
			return letter{}, wait(tx.Now().Add(spacing), words.Say("notice.note.waits_turn", "等候发送（限每分钟 20 条）")), nil
		}
		return l, nil, err
	}
	return s.personal(tx, r, l, paragraphs, wait, end)
}

// personal completes a letter to a person: his address, and not in his quiet hours.
func (s *Service) personal(tx *db.Tx, r deliveryRow, l letter, all []Paragraph, wait func(time.Time, words.Sentence) *deliveryRow, end func(string, words.Sentence) *deliveryRow) (letter, *deliveryRow, error) {
	chosen, err := preferencesOf(tx, []string{string(r.TargetID)})
	if err != nil {
		return letter{}, nil, err
	}
	row, ok := chosen[r.TargetID]
	p, err := s.preference(row, ok)
	if err != nil {
		return letter{}, end(Dead, words.Say("notice.note.address_unreadable", "邮箱地址无法读取，请重新填写")), nil //nolint:nilerr // told to those who can mend it
	}
	if until, quiet := p.Quiet(tx.Now()); quiet && r.Urgency != string(Urgent) {
		return letter{}, wait(until, words.Say("notice.note.quiet", "免打扰时段，稍后发送")), nil
	}
	switch {
	case r.Channel == Email && p.ByEmail:
		l.to = p.Email
	case r.Channel == SMS && p.BySMS:
		if l.to, err = s.phones.Phone(tx, r.TargetID); err != nil {
			return letter{}, nil, err
		}
		l.text = brief(l.subject, all, s.options.PublicURL)
	}
	if l.to == "" {
		return letter{}, end(Suppressed, words.Say("notice.note.switched_off", "本人已关闭此渠道，未发送")), nil
	}
	return l, nil, nil
}

// remaining drops what was done meanwhile.
func (s *Service) remaining(tx *db.Tx, account id.ID, all []Paragraph) ([]Paragraph, error) {
	var refs []Ref
	for _, p := range all {
		for _, l := range p.Lines {
			if l.Day != "" {
				refs = append(refs, l.Ref)
			}
		}
	}
	if len(refs) == 0 || s.standing == nil {
		return all, nil
	}
	still, err := s.standing.Still(tx, account, refs)
	if err != nil {
		return nil, fmt.Errorf("ask what is still to be done: %w", err)
	}
	var rest []Paragraph
	for _, p := range all {
		var lines []Line
		for _, l := range p.Lines {
			if l.Day == "" || still[l.Ref] {
				lines = append(lines, l)
			}
		}
		if p.Lines = lines; len(lines) > 0 {
			rest = append(rest, p)
		}
	}
	return rest, nil
}

func readBody(body string, group bool) ([]Paragraph, error) {
	var all []Paragraph
	var err error
	if group {
		all = make([]Paragraph, 1)
		err = json.Unmarshal([]byte(body), &all[0])
	} else {
		err = json.Unmarshal([]byte(body), &all)
	}
	if err != nil {
		return nil, fmt.Errorf("read message: %w", err)
	}
	return all, nil
}

// sendAll sends at once what was claimed and writes down each answer. An answer is
// written even when the program is told to stop meanwhile.
func (s *Service) sendAll(ctx context.Context, jobs []ready) error {
	errs := make([]error, len(jobs))
	var all sync.WaitGroup
	for i, j := range jobs {
		all.Go(func() {
			began := s.db.Clock().Now()
			r := s.send(context.WithoutCancel(ctx), j.letter)
			took := s.db.Clock().Now().Sub(began)
			errs[i] = s.db.Write(context.WithoutCancel(ctx), sweep(), func(tx *db.Tx) error { return conclude(tx, j.row, r, took) })
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

// conclude logs the attempt and decides what becomes of the delivery.
func conclude(tx *db.Tx, d deliveryRow, r result, took time.Duration) error {
	now := tx.Now()
	d.Tries++
	d.Note = r.answer
	switch {
	case r.outcome == accepted:
		d.State, d.SettledAt = Sent, &now
	case r.outcome == refused || d.Tries >= mostTries:
		d.State, d.SettledAt = Dead, &now
	default:
		wait, err := backOff(tx, d.Tries)
		if err != nil {
			return err
		}
		d.State, d.RunAt = Failed, clock.Cut(now.Add(max(wait, r.after)))
	}
	if err := insertAttempt(tx, attemptRow{DeliveryID: d.ID, ID: tx.NewID(), At: now, Outcome: r.outcome, Answer: r.answer, TookMs: took.Milliseconds()}); err != nil {
		return err
	}
	return settle(tx, d)
}

// backOff doubles with every try, up to an hour, and scatters by a fifth so that
// what failed together does not come back together.
func backOff(tx *db.Tx, tries int) (time.Duration, error) {
	wait := firstPause << min(tries-1, 10)
	wait = min(wait, longestPause)
	var b [1]byte
	if err := tx.Random(b[:]); err != nil {
		return 0, err
	}
	return wait*4/5 + wait*2/5*time.Duration(b[0])/255, nil
}
