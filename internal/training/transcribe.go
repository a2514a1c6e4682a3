package training

import (
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Past is a session of which a paper record was kept.
type Past struct {
	api.TrainingSessionFields
	// People are those who came, by name or login.
	People []string
	// Scores are of the test that ended it, if there was one.
	Scores []Score
	// Full and Pass are the test's full and pass marks.
	Full, Pass float64
}

// Score is one person's, by name or login.
type Score struct {
	Person string
	Score  float64
}

// Transcribing copies one past session after the other from paper, as a table
// that is imported. What is copied says so for ever: it is no signature, fulfils
// no obligation, counts for nothing and closes no gap.
type Transcribing struct {
	service *Service
	tx      *db.Tx
	known   []known
}

type known struct {
	invited
	login string
}

// Transcribing begins to copy.
func (s *Service) Transcribing(tx *db.Tx) (*Transcribing, error) {
	t := &Transcribing{service: s, tx: tx}
	err := s.on.Posts.Everybody(tx, func(account id.ID, name, login string) error {
		t.known = append(t.known, known{invited{account, name}, login})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read people: %w", err)
	}
	return t, nil
}

// Put copies a session with who came and what they scored.
func (t *Transcribing) Put(p Past) error {
	if err := checkSession(&p.TrainingSessionFields); err != nil {
		return err
	}
	day := clock.Day(p.Day)
	if !day.Before(t.tx.Today()) {
		return ErrInput.For("body.day", words.Say("training.field.before_today", "转录的是以前的纸质记录，日期应早于今天。"))
	}
	there, err := sessionsBetween(t.tx, day, day)
	if err != nil {
		return err
	}
	for _, r := range there {
		if f, err := parse[api.TrainingSessionFields](r.Content); err != nil || f.Title == p.Title {
			return orTwice(err)
		}
	}
	came, err := t.everybody(p.People)
	if err != nil {
		return err
	}
	scores, err := t.scores(p, came)
	if err != nil {
		return err
	}
	return t.keep(p, day, came, scores)
}

func orTwice(err error) error {
	if err == nil {
		return ErrTwice.At("body.title", "")
	}
	return err
}

// everybody finds the people who came, each once.
func (t *Transcribing) everybody(names []string) ([]invited, error) {
	var came []invited
	for _, w := range names {
		p, err := t.person("body.people", w)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(came, p) {
			came = append(came, p)
		}
	}
	if len(came) == 0 {
		return nil, ErrInput.For("body.people", words.Say("training.field.people", "请填写参加人员的姓名或登录名。"))
	}
	return came, nil
}

// person finds somebody by his login or, where only one bears it, by his name.
func (t *Transcribing) person(pointer, word string) (invited, error) {
	var named []invited
	for _, k := range t.known {
		if k.login == strings.ToLower(word) {
			return k.invited, nil
		}
		if k.Name == word {
			named = append(named, k.invited)
		}
	}
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return invited{}, ErrInput.For(pointer, words.Say("training.field.nobody", "本单位没有“{name}”，请核对，或者先导入人员。从未在这里登记过的人，请用“以往纸质记录（转录）”。", "name", word))
	}
	return invited{}, ErrInput.For(pointer, words.Say("training.field.several", "本单位有几位“{name}”，请改填登录名。", "name", word))
}

// scores holds the test against its own figures, by the rules of every test.
func (t *Transcribing) scores(p Past, came []invited) (map[id.ID]float64, error) {
	all := map[id.ID]float64{}
	if len(p.Scores) > 0 && (p.Full <= 0 || p.Pass <= 0 || p.Pass > p.Full) {
		return nil, ErrInput.For("body.full", words.Say("training.field.scores", "有考核成绩的，请填写满分和合格线，合格线不能超过满分。"))
	}
	for _, s := range p.Scores {
		who, err := t.person("body.scores", s.Person)
		switch {
		case err != nil:
			return nil, err
		case !slices.Contains(came, who):
			return nil, ErrInput.For("body.scores", words.Say("training.field.absent", "“{name}”不在参加人员里，请核对。", "name", s.Person))
		case s.Score < 0 || s.Score > p.Full:
			return nil, ErrInput.For("body.scores", words.Say("training.field.score", "“{name}”的得分超过满分，请核对。", "name", s.Person))
		}
		if _, err := t.service.ownTest(t.tx, who.Account); err != nil {
			return nil, ErrOwnTest.For("body.scores", words.Say("training.field.own", "不能登记自己的考核成绩，请由其他负责人导入这一行。"))
		}
		all[who.Account] = s.Score
	}
	return all, nil
}

func (t *Transcribing) keep(p Past, day clock.Day, came []invited, scores map[id.ID]float64) error {
	tx, by, now := t.tx, t.tx.Actor(), t.tx.Now()
	content, err := text(p.TrainingSessionFields)
	if err != nil {
		return err
	}
	names, err := text(came)
	if err != nil {
		return err
	}
	session := sessionRow{
		ID: tx.NewID(), Day: day, State: held, Content: content, Invited: names, OrganiserID: by.Account, OrganiserName: by.Name,
		HeldAt: &now, Version: 1, Transcribed: true,
	}
	if err := insertSession(tx, session); err != nil {
		return err
	}
	accounts := make([]id.ID, len(came))
	for n, who := range came {
		accounts[n] = who.Account
		row, err := t.fact(attended, session.ID, day, p.Title, who, present)
		if err != nil {
			return err
		}
		body := attendanceBody{Session: session.ID, Account: who.Account, Outcome: present, How: ByNote, Version: 1, Transcribed: true}
		if err := t.service.seal(tx, &row, body, api.Declaration{}); err != nil {
			return err
		}
	}
	row, err := t.fact(held, session.ID, day, p.Title, invited{Name: p.Teacher}, held)
	if err != nil {
		return err
	}
	row.Minutes = p.Minutes
	if err := t.service.seal(tx, &row, heldOf(row, p.TrainingSessionFields, accounts, []id.ID{}), api.Declaration{}); err != nil {
		return err
	}
	for _, who := range came {
		score, tested := scores[who.Account]
		if !tested {
			continue
		}
		if err := t.test(p, day, who, score); err != nil {
			return err
		}
	}
	return nil
}

// test copies a result. Which topics were failed the paper seldom says, and a
// retake of long ago is nobody's duty.
func (t *Transcribing) test(p Past, day clock.Day, who invited, score float64) error {
	isPassed := score >= p.Pass
	outcome := failed
	if isPassed {
		outcome = passed
	}
	test := t.tx.NewID()
	row, err := t.fact(tested, test, day, p.Title, who, outcome)
	if err != nil {
		return err
	}
	body := testBody{
		Test: test, Account: who.Account, Title: p.Title, Day: p.Day, Topics: p.Topics, Score: score, Full: p.Full, Pass: p.Pass, Passed: isPassed,
		Papers: []string{}, SelfRecorded: who.Account == t.tx.Actor().Account, Version: 1, Transcribed: true,
	}
	return t.service.seal(t.tx, &row, body, api.Declaration{})
}

func (t *Transcribing) fact(kind string, subject id.ID, day clock.Day, title string, who invited, outcome string) (factRow, error) {
	row, err := factOf(t.tx, t.tx.NewID(), kind, subject, day, 0, "")
	row.AccountID, row.PersonName, row.Title, row.How, row.Outcome, row.Transcribed = who.Account, who.Name, title, ByNote, outcome, true
	return row, err
}
