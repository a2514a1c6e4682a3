package advice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// The kinds of sealed facts.
const (
	KindRaised    = "advice.raised"
	KindAnswered  = "advice.answered"
	KindWithdrawn = "advice.withdrawn"
)

// Inward are the kinds of facts that stay with the enterprise: all of them.
func Inward() []string { return []string{KindRaised, KindAnswered, KindWithdrawn} }

// Service keeps the advice.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	obligations *obligation.Service
	photos      *photo.Service
	papers      *paper.Service
	archive     Archive
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, o *obligation.Service, photos *photo.Service, papers *paper.Service, archive Archive) *Service {
	return &Service{db: d, ledger: l, obligations: o, photos: photos, papers: papers, archive: archive}
}

// Raise seals an advice and makes it the principal's duty to answer it. The id
// is the client's: sent twice, it is raised once.
func (s *Service) Raise(ctx context.Context, g access.Grant, in *api.RaiseAdviceInput) (*api.AdviceOutput, error) {
	key, err := id.Parse(in.Advice)
	if err != nil {
		return nil, ErrNotFound
	}
	var f enterprise.Form
	a := Advice{ID: key, AdviceFields: readFields(&f, in.Body.AdviceFields)}
	a.Text, a.Signature = readSignature(&f, in.Body.Declaration)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out *api.AdviceOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		switch before, err := find(tx, key); {
		case err == nil:
			out, err = s.output(tx, before)
			return err
		case !errors.Is(err, ErrNotFound):
			return err
		case tx.Actor().Is(access.Principal):
			return ErrOwnPower
		}
		if err := s.mayRepeat(tx, a); err != nil {
			return err
		}
		photos, err := s.evidence(tx, a.Photos)
		if err != nil {
			return err
		}
		by := tx.Actor()
		a.Day, a.Due, a.RaisedAt = tx.Today(), due(a.Kind, tx.Today()), tx.Now()
		a.RaisedBy, a.RaisedName, a.RaisedPost = by.Account, by.Name, access.Officer
		if by.Is(access.Director) {
			a.RaisedPost = access.Director
		}
		if err := insertAdvice(tx, a); err != nil {
			return err
		}
		err = s.obligations.Open(tx, obligation.Obligation{
			Kind: KindAnswer, Subject: a.ID, Day: a.Day, Post: access.Principal, Title: "答复" + kindWords[a.Kind] + "：" + about(a),
			Opens: tx.Now(), Due: a.Due,
		})
		if err != nil {
			return fmt.Errorf("open duty to answer %s: %w", a.ID, err)
		}
		if out, err = s.output(tx, Course{Advice: a}); err != nil {
			return err
		}
		return s.seal(tx, KindRaised, a, raised{a.AdviceFields, a.RaisedPost, a.Day, a.Due, a.Text}, a.Signature, photos)
	})
	return out, err
}

// mayRepeat holds an advice that is raised again against its former: that one
// was not adopted, and there is something new to say.
func (s *Service) mayRepeat(tx *db.Tx, a Advice) error {
	if a.Former == "" {
		return nil
	}
	key, err := id.Parse(a.Former)
	if err != nil {
		return ErrFormer
	}
	former, err := find(tx, key)
	if errors.Is(err, ErrNotFound) {
		return ErrFormer.Because(err)
	}
	if err != nil {
		return err
	}
	switch {
	case !former.Repeats():
		return ErrFormer
	case former.Facts == a.Facts:
		return ErrInput.For("body.facts", words.Say("advice.input.new_facts", "重新提出时请写明新的事实，不能与原建议相同。"))
	}
	return nil
}

// Answer seals an answer of the principal. One that follows another leaves it
// readable. The id is the client's: sent twice, it is given once.
func (s *Service) Answer(ctx context.Context, g access.Grant, in *api.AnswerAdviceInput) (*api.AdviceOutput, error) {
	step, err := id.Parse(in.Answer)
	if err != nil {
		return nil, ErrNotFound
	}
	return s.proceed(ctx, g, in.Advice, func(tx *db.Tx, c Course) (Step, bool, error) {
		if slices.ContainsFunc(c.Steps, func(before Step) bool { return before.ID == step }) {
			return Step{}, false, nil
		}
		switch used, err := stepUsed(tx, step); {
		case err != nil:
			return Step{}, false, err
		case used:
			return Step{}, false, ErrUsed
		}
		if err := c.Answer(tx.Actor().Account); err != nil {
			return Step{}, false, err
		}
		var f enterprise.Form
		next := readAnswer(&f, c.Kind, len(c.Steps) > 0, in, tx.Today())
		next.Text, next.Signature = readSignature(&f, in.Body.Declaration)
		next.ID = step
		return next, true, f.Err(ErrInput)
	})
}

// Withdraw takes an advice back before it is answered. Repeating it changes
// nothing.
func (s *Service) Withdraw(ctx context.Context, g access.Grant, in *api.WithdrawAdviceInput) (*api.AdviceOutput, error) {
	var f enterprise.Form
	reason := f.Text("body.reason", in.Body.Reason, 500)
	if short(reason, leastFacts) {
		f.Refuse("body.reason", words.Say("advice.input.withdraw", "请写明撤回的原因，至少5个字。"))
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	return s.proceed(ctx, g, in.Advice, func(tx *db.Tx, c Course) (Step, bool, error) {
		if err := c.Withdraw(tx.Actor().Account); err != nil || c.State() == Withdrawn {
			return Step{}, false, err
		}
		return Step{ID: tx.NewID(), Kind: Withdrawn, Reason: reason}, true, nil
	})
}

// proceed takes the next step of an advice, if there is one to take. Who
// answers and who withdraws at once are told apart by the lock on the duty.
func (s *Service) proceed(ctx context.Context, g access.Grant, advice string, decide func(*db.Tx, Course) (Step, bool, error)) (*api.AdviceOutput, error) {
	key, err := id.Parse(advice)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.AdviceOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		c, err := find(tx, key)
		if err != nil {
			return err
		}
		duty, err := s.obligations.Find(tx, KindAnswer, c.ID, c.Day)
		if err != nil {
			return fmt.Errorf("find duty to answer %s: %w", c.ID, err)
		}
		if c, err = find(tx, key); err != nil {
			return err
		}
		step, taken, err := decide(tx, c)
		if err != nil {
			return err
		}
		if !taken {
			out, err = s.output(tx, c)
			return err
		}
		step.Number, step.By, step.Name, step.At = len(c.Steps)+1, tx.Actor().Account, tx.Actor().Name, tx.Now()
		c.Steps = append(c.Steps, step)
		if err := insertStep(tx, c.ID, step); err != nil {
			return err
		}
		kind := KindAnswered
		if step.Kind == Withdrawn {
			kind = KindWithdrawn
			err = s.obligations.Withdraw(tx, KindAnswer, c.ID)
		} else {
			err = s.obligations.Settle(tx, KindAnswer, c.ID, duty.Day, step.ID)
		}
		if err != nil {
			return fmt.Errorf("end duty to answer %s: %w", c.ID, err)
		}
		if out, err = s.output(tx, c); err != nil {
			return err
		}
		return s.seal(tx, kind, c.Advice, answered{step.ID, step.Number, step.Kind, step.Reason, step.Measures, step.MetOn, step.Text}, step.Signature, nil)
	})
	return out, err
}

// raised and answered are the bodies of the facts; names of people and what
// their hands drew are sealed apart.
type raised struct {
	api.AdviceFields
	Post        access.Role `json:"post"`
	Day         clock.Day   `json:"day"`
	Due         time.Time   `json:"due"`
	Declaration string      `json:"declaration"`
}

type answered struct {
	Step        id.ID     `json:"step"`
	Number      int       `json:"number"`
	Outcome     string    `json:"outcome"`
	Reason      string    `json:"reason,omitempty"`
	Measures    string    `json:"measures,omitempty"`
	MetOn       clock.Day `json:"metOn,omitempty"`
	Declaration string    `json:"declaration,omitempty"`
}

func (s *Service) seal(tx *db.Tx, kind string, a Advice, content any, signature []api.Stroke, photos []ledger.Photo) error {
	f := ledger.Fact{Kind: kind, Subject: a.ID, Day: tx.Today(), Payload: ledger.Payload{Photos: photos}}
	var err error
	if f.Body, err = json.Marshal(content); err != nil {
		return fmt.Errorf("encode %s %s: %w", kind, a.ID, err)
	}
	f.Personal, err = json.Marshal(struct {
		Account   id.ID        `json:"account"`
		Name      string       `json:"name"`
		Signature []api.Stroke `json:"signature,omitempty"`
	}{tx.Actor().Account, tx.Actor().Name, signature})
	if err != nil {
		return fmt.Errorf("encode person of %s %s: %w", kind, a.ID, err)
	}
	if _, err := s.ledger.Append(tx, f); err != nil {
		return fmt.Errorf("seal %s %s: %w", kind, a.ID, err)
	}
	return nil
}

// evidence returns the photos as they are sealed; all must be kept.
func (s *Service) evidence(tx *db.Tx, sha []string) ([]ledger.Photo, error) {
	photos, missing, err := s.photos.Evidence(tx, sha)
	if err != nil {
		return nil, err
	}
	if len(missing) == 0 {
		return photos, nil
	}
	refusal := ErrPhoto.With("missing", missing)
	for _, one := range missing {
		refusal = refusal.At(fmt.Sprintf("body.photos[%d]", slices.Index(sha, one)), "")
	}
	return nil, refusal
}

var kindWords = map[string]string{Opinion: "意见建议", Stop: "否决建议"}

// about says in a few words what an advice is about: its products, or else the
// beginning of its facts.
func about(a Advice) string {
	const most = 30
	var names []string
	for _, g := range a.Goods {
		names = append(names, strings.TrimSpace(g.Name+" "+g.Batch))
	}
	text := []rune(strings.Join(names, "、"))
	if len(text) == 0 {
		text = []rune(strings.ReplaceAll(a.Facts, "\n", " "))
	}
	if len(text) > most {
		text = append(text[:most], '…')
	}
	return string(text)
}
