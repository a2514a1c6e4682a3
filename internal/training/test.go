package training

import (
	"context"
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// testBody is the sealed content of a test. Its paper is sealed by hash.
type testBody struct {
	Test         id.ID    `json:"test"`
	Account      id.ID    `json:"account"`
	Title        string   `json:"title"`
	Day          string   `json:"day"`
	Topics       []string `json:"topics"`
	Failed       []string `json:"failed,omitempty"`
	Score        float64  `json:"score"`
	Full         float64  `json:"full"`
	Pass         float64  `json:"pass"`
	Passed       bool     `json:"passed"`
	Papers       []string `json:"papers"`
	RetakeOf     string   `json:"retakeOf,omitempty"`
	RetakeBy     string   `json:"retakeBy,omitempty"`
	SelfRecorded bool     `json:"selfRecorded"`
	Version      int      `json:"version"`
	Reason       string   `json:"reason,omitempty"`
	// Transcribed is written where it was copied from a paper record.
	Transcribed bool `json:"transcribed,omitempty"`
}

// RecordTest records a test, or corrects one by a further version.
func (s *Service) RecordTest(ctx context.Context, g access.Grant, in *api.RecordTestInput) (*api.TrainingTestOutput, error) {
	test, err := id.Parse(in.Test)
	if err != nil {
		return nil, ErrTest
	}
	fact, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrTest
	}
	var out *api.TrainingTestOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		done, err := repeated(tx, fact, tested, test)
		if err != nil {
			return err
		}
		if !done {
			if err := s.record(tx, test, fact, in); err != nil {
				return err
			}
		}
		rows, err := factsAbout(tx, tested, test)
		if err != nil {
			return err
		}
		all, err := s.tests(tx, latest(rows))
		if err != nil {
			return err
		}
		out = &api.TrainingTestOutput{Body: all[0]}
		return nil
	})
	return out, err
}

func (s *Service) record(tx *db.Tx, test, fact id.ID, in *api.RecordTestInput) error {
	t := in.Body.TrainingTestFields
	isPassed, err := checkTest(&t, tx.Today())
	if err != nil {
		return err
	}
	before, err := factsAbout(tx, tested, test)
	if err != nil {
		return err
	}
	row, err := factOf(tx, fact, tested, test, clock.Day(t.Day), len(before), in.Body.Reason)
	if err != nil {
		return err
	}
	if len(before) > 0 {
		if string(before[0].AccountID) != t.Account {
			return ErrTestPerson.At("body.account", "")
		}
		row.AccountID, row.PersonName, row.Transcribed = before[0].AccountID, before[0].PersonName, before[0].Transcribed
	} else {
		people, err := s.chosen(tx, []string{t.Account})
		if err != nil {
			return err
		}
		row.AccountID, row.PersonName = people[0].account, people[0].name
	}
	self, err := s.ownTest(tx, row.AccountID)
	if err != nil {
		return err
	}
	if row.Files, err = text(t.Papers); err != nil {
		return err
	}
	row.Title, row.How, row.Outcome = t.Title, ByNote, failed
	if isPassed {
		row.Outcome = passed
	}
	if err := s.retake(tx, row, before, t); err != nil {
		return err
	}
	return s.seal(tx, &row, testBody{
		test, row.AccountID, t.Title, t.Day, t.Topics, t.Failed, t.Score, t.Full, t.Pass, isPassed, hashes(t.Papers), t.RetakeOf, t.RetakeBy,
		self, row.Version, row.Reason, row.Transcribed,
	}, api.Declaration{})
}

// ownTest reports whether the test is the caller's own, which only who holds all
// posts alone may record.
func (s *Service) ownTest(tx *db.Tx, account id.ID) (bool, error) {
	if account != tx.Actor().Account {
		return false, nil
	}
	sole, err := s.on.Posts.SoleKeeper(tx, account)
	if err != nil {
		return false, fmt.Errorf("read posts: %w", err)
	}
	if !sole {
		return false, ErrOwnTest
	}
	return true, nil
}

// retake settles the retake that the test was, and opens the one that it asks
// for. A correction takes back what the version before it had asked for.
func (s *Service) retake(tx *db.Tx, row factRow, before []factRow, t api.TrainingTestFields) error {
	if t.RetakeOf != "" {
		first, err := id.Parse(t.RetakeOf)
		if err != nil {
			return ErrRetakeOf.At("body.retakeOf", "").Because(err)
		}
		rows, err := factsAbout(tx, tested, first)
		if err != nil {
			return err
		}
		rows = latest(rows)
		if len(rows) == 0 || first == row.SubjectID || rows[0].AccountID != row.AccountID || rows[0].Outcome != failed {
			return ErrRetakeOf.At("body.retakeOf", "")
		}
		if err := s.on.Duties.Settle(tx, KindRetake, first, rows[0].Day, row.SubjectID); err != nil {
			return err
		}
	}
	if len(before) > 0 {
		if err := s.on.Duties.Withdraw(tx, KindRetake, row.SubjectID); err != nil {
			return err
		}
	}
	if row.Outcome == passed {
		return nil
	}
	return s.on.Duties.Open(tx, obligation.Obligation{
		Kind: KindRetake, Subject: row.SubjectID, Day: row.Day, Account: row.AccountID, Title: "参加补考：" + t.Title,
		Opens: tx.Now(), Due: clock.Day(t.RetakeBy).At(24*60 - 1),
	})
}

// tests reads what the facts say in full from the chain.
func (s *Service) tests(tx *db.Tx, rows []factRow) ([]api.TrainingTest, error) {
	all := []api.TrainingTest{}
	seqs := make([]int64, len(rows))
	for n, r := range rows {
		seqs[n] = r.FactSeq
	}
	bodies, err := s.ledger.BodiesOf(tx, seqs)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		var b testBody
		if err := json.Unmarshal(bodies[r.FactSeq], &b); err != nil {
			return nil, fmt.Errorf("read test %s: %w", r.SubjectID, err)
		}
		papers, err := filesOf(r.Files)
		if err != nil {
			return nil, err
		}
		all = append(all, api.TrainingTest{
			ID: string(r.SubjectID), Name: r.PersonName, Passed: b.Passed, SelfRecorded: b.SelfRecorded, Transcribed: r.Transcribed,
			Version: r.Version, Reason: r.Reason, ByName: r.ByName, At: r.At.UTC(),
			TrainingTestFields: api.TrainingTestFields{
				Account: string(r.AccountID), Title: b.Title, Day: b.Day, Topics: b.Topics, Failed: b.Failed,
				Score: b.Score, Full: b.Full, Pass: b.Pass, Papers: papers, RetakeOf: b.RetakeOf, RetakeBy: b.RetakeBy,
			},
		})
	}
	return all, nil
}
