package notice

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Urgency says whether a message waits for the end of quiet hours.
type Urgency string

// The two urgencies.
const (
	Normal Urgency = "normal"
	Urgent Urgency = "urgent"
)

// life is how long a message that says nothing else is worth sending.
const life = 72 * time.Hour

// Ref names what a line is about and leads to it. With a day it is an obligation,
// and the line is dropped once that is done; without one it is always said.
type Ref struct {
	Enterprise id.ID     `json:"enterprise,omitempty"`
	Kind       string    `json:"kind"`
	Subject    id.ID     `json:"subject,omitempty"`
	Day        clock.Day `json:"day,omitempty"`
}

// Line is one thing that a message says.
type Line struct {
	Ref
	Title words.Sentence `json:"title"`
	Note  words.Sentence `json:"note,omitzero"`
	Due   *time.Time     `json:"due,omitempty"`
	// Escalated says that it is another's duty and overdue.
	Escalated bool `json:"escalated,omitempty"`
	// Whose names the post, where a message goes to all of an enterprise.
	Whose string `json:"whose,omitempty"`
}

// Paragraph is what a message says about one enterprise.
type Paragraph struct {
	Enterprise id.ID  `json:"enterprise"`
	Name       string `json:"name"`
	Lines      []Line `json:"lines"`
	// More counts what was left out for length.
	More int `json:"more,omitempty"`
}

// Message is what one person is told.
type Message struct {
	Account id.ID
	// Dedupe tells repetitions: a person is told once under one key.
	Dedupe  string
	Subject words.Sentence
	Urgency Urgency
	// Expires is when it is no longer worth sending; zero means in three days.
	Expires    time.Time
	Paragraphs []Paragraph
	// Elsewhere says that the person has other ways than the inbox.
	Elsewhere bool
}

// errStranger is a programmer's mistake.
var errStranger = errors.New("a notice to somebody who does not serve the enterprise")

// Post tells a person of the transaction's enterprise something, together with
// what causes it. Posting under a used key does nothing.
func (s *Service) Post(tx *db.Tx, m Message, lines ...Line) error {
	ours, err := serves(tx, m.Account)
	if err != nil {
		return err
	}
	if !ours {
		return errStranger
	}
	if len(lines) > 0 {
		name, err := enterpriseName(tx)
		if err != nil {
			return err
		}
		for i := range lines {
			lines[i].Enterprise = tx.Enterprise()
		}
		m.Paragraphs = append(m.Paragraphs, Paragraph{Enterprise: tx.Enterprise(), Name: name, Lines: lines})
	}
	m.Elsewhere = true // the worker finds out
	return s.PostAll(tx, []Message{m})
}

// PostAll tells many people. Of those told already under the key nothing is written.
func (s *Service) PostAll(tx *db.Tx, all []Message) error {
	rows := make([]noticeRow, len(all))
	for i, m := range all {
		body, err := json.Marshal(m.Paragraphs)
		if err != nil {
			return fmt.Errorf("write notice: %w", err)
		}
		rows[i] = noticeRow{
			ID: tx.NewID(), AccountID: m.Account, Dedupe: m.Dedupe, Subject: m.Subject, Body: string(body), Urgency: string(m.Urgency),
			CreatedAt: tx.Now(), ExpiresAt: expiry(tx, m.Expires),
		}
		if rows[i].Urgency == "" {
			rows[i].Urgency = string(Normal)
		}
		if !m.Elsewhere {
			rows[i].RoutedAt = &rows[i].CreatedAt
		}
	}
	fresh, err := insertNotices(tx, rows)
	if err != nil {
		return err
	}
	var parts []tellingRow
	for i, m := range all {
		if !fresh[rows[i].ID] {
			continue
		}
		for _, p := range m.Paragraphs {
			if p.Enterprise == id.Nil {
				continue
			}
			body, err := json.Marshal(p)
			if err != nil {
				return fmt.Errorf("write telling: %w", err)
			}
			parts = append(parts, tellingRow{
				EnterpriseID: db.Tenant(p.Enterprise), ID: tx.NewID(), NoticeID: rows[i].ID, RecipientID: m.Account, Dedupe: m.Dedupe,
				Subject: m.Subject, Body: string(body), At: tx.Now(), ExpiresAt: rows[i].ExpiresAt,
			})
		}
	}
	return insertTellings(tx, parts)
}

// Group is what an enterprise's own channels are told.
type Group struct {
	Dedupe    string
	Subject   words.Sentence
	Expires   time.Time
	Paragraph Paragraph
	Channels  []Way
}

// Way is an enterprise's channel that is in use.
type Way struct {
	Enterprise, ID id.ID
	Kind           string
}

// PostGroups tells the channels of enterprises, once under each key.
func (s *Service) PostGroups(tx *db.Tx, all []Group) error {
	var parts []tellingRow
	for _, g := range all {
		body, err := json.Marshal(g.Paragraph)
		if err != nil {
			return fmt.Errorf("write telling: %w", err)
		}
		parts = append(parts, tellingRow{
			EnterpriseID: db.Tenant(g.Paragraph.Enterprise), ID: tx.NewID(), RecipientID: g.Paragraph.Enterprise, Dedupe: g.Dedupe, Subject: g.Subject, Body: string(body),
			At: tx.Now(), ExpiresAt: expiry(tx, g.Expires),
		})
	}
	fresh, err := insertGroups(tx, parts)
	if err != nil {
		return err
	}
	var out []deliveryRow
	for i, g := range all {
		if !fresh[parts[i].ID] {
			continue
		}
		for _, w := range g.Channels {
			out = append(out, deliveryRow{
				ID: tx.NewID(), OwnerID: w.Enterprise, MessageID: parts[i].ID, Channel: w.Kind, TargetID: w.ID, State: Queued, Urgency: string(Normal),
				RunAt: tx.Now(), CreatedAt: tx.Now(), ExpiresAt: parts[i].ExpiresAt,
			})
		}
	}
	return insertDeliveries(tx, out)
}

func expiry(tx *db.Tx, at time.Time) time.Time {
	if at.IsZero() {
		return tx.Now().Add(life)
	}
	return at
}

// text writes a message in words, for those who read no JSON. A person who serves
// several enterprises reads a paragraph about each.
func text(all []Paragraph, link string) string {
	var b strings.Builder
	for i, p := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		if p.Name != "" {
			b.WriteString("【" + p.Name + "】\n")
		}
		for n, l := range p.Lines {
			fmt.Fprintf(&b, "%d. %s", n+1, l.Title)
			if l.Note.Text != "" {
				b.WriteString("：" + l.Note.Text)
			}
			if l.Whose != "" {
				b.WriteString("（" + l.Whose + "）")
			}
			if l.Due != nil {
				b.WriteString("，截止 " + l.Due.In(clock.Shanghai).Format("1月2日 15:04"))
			}
			if l.Escalated {
				b.WriteString("，已逾期，请过问")
			}
			b.WriteString("\n")
		}
		if p.More > 0 {
			fmt.Fprintf(&b, "另有 %d 项。\n", p.More)
		}
		if link != "" && p.Enterprise != id.Nil {
			b.WriteString("办理：" + link + "/e/" + string(p.Enterprise) + "\n") // the page of today
		}
	}
	return b.String()
}

// brief is the message for an SMS: how many things, and where.
func brief(subject string, all []Paragraph, link string) string {
	lines := 0
	for _, p := range all {
		lines += len(p.Lines) + p.More
	}
	return fmt.Sprintf("%s（共 %d 项），请登录 %s 办理。", subject, lines, link)
}
