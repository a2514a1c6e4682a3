package appointment

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// The kinds of sealed facts. A letter is sealed when it is written; an
// appointment that began at once says so there.
const (
	KindMade       = "appointment.made"
	KindAccepted   = "appointment.accepted"
	KindRefused    = "appointment.refused"
	KindWithdrawn  = "appointment.withdrawn"
	KindResigned   = "appointment.resigned" // with notice
	KindStayed     = "appointment.stayed"   // took the resignation back
	KindEnded      = "appointment.ended"
	KindHandedOver = "appointment.handed_over"
	KindMatrix     = "duty_matrix.set"
)

// madeFact, answerFact, resignedFact, endedFact and handedFact are what is sealed; names of
// people are sealed apart.
type madeFact struct {
	Account    id.ID          `json:"account"`
	Post       reference.Post `json:"post"`
	Number     int            `json:"number"`
	Employment string         `json:"employment"`
	Sites      []id.ID        `json:"sites"`
	Products   []id.ID        `json:"products"`
	Veto       bool           `json:"veto"`
	Report     bool           `json:"report"`
	Duties     string         `json:"duties"`
	DeputyOf   id.ID          `json:"deputyOf,omitempty"`
	Replaces   id.ID          `json:"replaces,omitempty"`
	Made       time.Time      `json:"made"`
	UntilDay   clock.Day      `json:"untilDay,omitempty"`
	// InOffice is written where nobody had to be asked.
	InOffice bool `json:"inOffice,omitempty"`
}

func madeOf(l Letter, atOnce bool) madeFact {
	return madeFact{
		l.Account, l.Post, l.Number, l.Employment, listed(l.Sites), listed(l.Products), l.Veto, l.Report, l.Duties,
		l.DeputyOf, l.Replaces, l.From, l.UntilDay, atOnce,
	}
}

// listed writes no ids as an empty list.
func listed(ids []id.ID) []id.ID {
	if ids == nil {
		return []id.ID{}
	}
	return ids
}

type answerFact struct {
	Account id.ID          `json:"account"`
	Post    reference.Post `json:"post"`
	Answer  Answer         `json:"answer"`
	Reason  string         `json:"reason,omitempty"`
	At      time.Time      `json:"answeredAt"`
}

type endedFact struct {
	Account   id.ID          `json:"account"`
	Post      reference.Post `json:"post"`
	At        time.Time      `json:"endedAt"`
	Kind      string         `json:"kind"`
	Why       string         `json:"reason"`
	Successor id.ID          `json:"successor,omitempty"`
}

// resignedFact is a resignation with notice.
type resignedFact struct {
	Account   id.ID          `json:"account"`
	Post      reference.Post `json:"post"`
	LastDay   clock.Day      `json:"lastDay"`
	Why       string         `json:"reason"`
	Successor id.ID          `json:"successor,omitempty"`
}

// stayedFact takes a resignation back; UntilDay is the term's last day again.
type stayedFact struct {
	Account  id.ID          `json:"account"`
	Post     reference.Post `json:"post"`
	LastDay  clock.Day      `json:"lastDay"`
	Why      string         `json:"reason"`
	UntilDay clock.Day      `json:"untilDay,omitempty"`
}

type handedFact struct {
	From      id.ID    `json:"from"`
	Successor id.ID    `json:"successor,omitempty"`
	Handed    []Handed `json:"handed"`
}

type nameFact struct {
	PersonName  string          `json:"personName"`
	ByName      string          `json:"byName,omitempty"`
	Declaration json.RawMessage `json:"declaration,omitempty"`
}

// act gathers the facts of one transaction, which are appended at its end.
type act struct {
	owner string
	facts []ledger.Fact
}

func (a *act) add(kind string, l Letter, body any) error {
	return a.seal(kind, l.ID, l.Day, body, nameFact{l.PersonName, l.MadeName, json.RawMessage(l.Signed)})
}

// answer seals what became of a letter.
func (a *act) answer(l Letter) error {
	kind := map[Answer]string{Accepted: KindAccepted, Refused: KindRefused, Withdrawn: KindWithdrawn}[l.Answer]
	return a.seal(kind, l.ID, clock.DayOf(l.AnsweredAt), answerFact{l.Account, l.Post, l.Answer, l.AnswerWhy, l.AnsweredAt},
		nameFact{l.PersonName, l.AnsweredBy, json.RawMessage(l.Declaration)})
}

func (a *act) seal(kind string, subject id.ID, day clock.Day, body, personal any) error {
	f := ledger.Fact{Kind: kind, Subject: subject, Day: day}
	var err error
	if f.Body, err = json.Marshal(body); err != nil {
		return fmt.Errorf("encode %s %s: %w", kind, subject, err)
	}
	if f.Personal, err = json.Marshal(personal); err != nil {
		return fmt.Errorf("encode people of %s %s: %w", kind, subject, err)
	}
	a.facts = append(a.facts, f)
	return nil
}

// conclude derives anew what the change did to the staffing, tells those who
// follow, and seals the
// facts as the transaction's last statements.
func (s *Service) conclude(tx *db.Tx, a act, roster Roster) error {
	if err := s.restaff(tx, roster, true); err != nil {
		return err
	}
	for _, f := range s.on.Follow {
		if err := f.Staffed(tx); err != nil {
			return fmt.Errorf("follow the people in office: %w", err)
		}
	}
	return s.append(tx, a)
}

func (s *Service) append(tx *db.Tx, a act) error {
	for _, f := range a.facts {
		if _, err := s.ledger.Append(tx, f); err != nil {
			return fmt.Errorf("seal %s %s: %w", f.Kind, f.Subject, err)
		}
	}
	return nil
}
