package training

import (
	"errors"
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

// Put copies a session with who came and what they scored. All that is wrong is
// told at once; what needs a field that is wrong is not judged.
func (t *Transcribing) Put(p Past) error {
	var c check
	c.session(&p.TrainingSessionFields)
	day := clock.Day(p.Day)
	switch {
	case c.faulty("body.day"):
	case !day.Before(t.tx.Today()):
		c.refuse("body.day", words.Say("training.field.before_today", "转录的是以前的纸质记录，日期应早于今天。"))
	default:
		there, err := sessionsBetween(t.tx, day, day)
		if err != nil {
			return err
		}
		for _, r := range there {
			f, err := parse[api.TrainingSessionFields](r.Content)
			if err != nil {
				return err
			}
			if f.Title == p.Title {
				c.refuse("body.title", ErrTwice.Said())
			}
		}
	}
	came := t.everybody(&c, p.People)
	scores, err := t.scores(&c, p, came)
	if err != nil {
		return err
	}
	if c.err != nil {
		return c.err
	}
	return t.keep(p, day, came, scores)
}

// everybody finds the people who came, each once.
func (t *Transcribing) everybody(c *check, names []string) []invited {
	var came []invited
	for _, one := range t.people(c, "body.people", names) {
		if one.Account != id.Nil && !slices.Contains(came, one) {
			came = append(came, one)
		}
	}
	if len(names) == 0 {
		c.refuse("body.people", words.Say("training.field.people", "请填写参加人员的姓名或登录名。"))
	}
	return came
}

// people finds people by login or, where only one bears it, by name, in the order
// of the names. All who are not found are told at once.
func (t *Transcribing) people(c *check, pointer string, names []string) []invited {
	var strangers, namesakes []string
	all := make([]invited, len(names))
	for n, word := range names {
		var named []invited
		for _, k := range t.known {
			if k.login == strings.ToLower(word) {
				named = []invited{k.invited}
				break
			}
			if k.Name == word {
				named = append(named, k.invited)
			}
		}
		switch {
		case len(named) == 1:
			all[n] = named[0]
		case len(named) == 0 && !slices.Contains(strangers, word):
			strangers = append(strangers, word)
		case len(named) > 1 && !slices.Contains(namesakes, word):
			namesakes = append(namesakes, word)
		}
	}
	switch {
	case len(strangers) > 0:
		c.refuse(pointer, words.Say("training.field.nobody", "本单位没有“{name}”，请核对，或者先导入人员。从未在这里登记过的人，请用“以往纸质记录（转录）”。", "name", strings.Join(strangers, "”“")))
	case len(namesakes) > 0:
		c.refuse(pointer, words.Say("training.field.several", "本单位有几位“{name}”，请改填登录名。", "name", strings.Join(namesakes, "”“")))
	}
	return all
}

// scores holds the test against its own figures, by the rules of every test.
func (t *Transcribing) scores(c *check, p Past, came []invited) (map[id.ID]float64, error) {
	all := map[id.ID]float64{}
	if len(p.Scores) == 0 {
		return all, nil
	}
	marks := words.Say("training.field.scores", "有考核成绩的，请填写满分和合格线，合格线不能超过满分。")
	// What is no number is no mark either.
	if !(p.Full > 0) {
		c.refuse("body.full", marks)
	}
	if !(p.Pass > 0) || p.Full > 0 && p.Pass > p.Full {
		c.refuse("body.pass", marks)
	}
	isListed := !c.faulty("body.people")
	names := make([]string, len(p.Scores))
	for n, s := range p.Scores {
		names[n] = s.Person
	}
	for n, who := range t.people(c, "body.scores", names) {
		s := p.Scores[n]
		if who.Account == id.Nil {
			continue
		}
		if isListed && !slices.Contains(came, who) {
			c.refuse("body.scores", words.Say("training.field.absent", "“{name}”不在参加人员里，请核对。", "name", s.Person))
			continue
		}
		if s.Score < 0 || p.Full > 0 && s.Score > p.Full {
			c.refuse("body.scores", words.Say("training.field.score", "“{name}”的得分超过满分，请核对。", "name", s.Person))
		}
		if _, err := t.service.ownTest(t.tx, who.Account); errors.Is(err, ErrOwnTest) {
			c.refuse("body.scores", words.Say("training.field.own", "不能登记自己的考核成绩，请由其他负责人导入这一行。"))
		} else if err != nil {
			return nil, err
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
