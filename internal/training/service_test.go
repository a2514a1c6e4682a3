package training_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/file"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/training"
)

func TestASessionFromPlanToPaper(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.NewID()
		material := w.file(t, "讲义")
		got, err := w.plan(t, session, func(in *api.PlanSessionInput) { in.Body.Materials = []api.FileRef{material} })
		if err != nil || got.State != "planned" || len(got.People) != 2 || got.People[0].Outcome != "" {
			t.Fatalf("planned: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"training_session director 组织并登记培训：进货查验与标识"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		if _, err := w.hold(t, access.Director, session, nil); !errors.Is(err, training.ErrUnanswered) {
			t.Errorf("held while nobody answered: %v", err)
		}
		own := answer(session, w.NewID(), w.Officer)
		for range 2 { // repeated, it is one answer
			if _, err := w.sign(t, access.Officer, own); err != nil {
				t.Fatal(err)
			}
		}
		away := answer(session, w.NewID(), w.Director)
		away.Body.Present, away.Body.Note = false, "出差"
		if _, err := w.sign(t, access.Director, away); err != nil {
			t.Fatal(err)
		}
		guest := answer(session, w.NewID(), w.Principal)
		guest.Body.Declaration = api.Declaration{Text: "本人参加了培训", Signature: ink}
		if got, err = w.sign(t, access.Director, guest); err != nil {
			t.Fatal(err)
		}
		var answers []string
		for _, a := range got.People {
			answers = append(answers, a.Name+" "+a.Outcome+" "+a.How)
		}
		if diff := cmp.Diff([]string{"测试乙 absent noted", "测试丙 present self", "测试甲 present device"}, answers); diff != "" {
			t.Errorf("answers (-want +got):\n%s", diff)
		}
		got, err = w.hold(t, access.Director, session, func(in *api.HoldSessionInput) { in.Body.Materials = []api.FileRef{material} })
		if err != nil || got.State != "held" || got.Version != 1 {
			t.Fatalf("held: %+v, %v", got, err)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 90 || p.StudyMinutes != 0 {
			t.Errorf("the officer's year: %+v", p)
		}
		if p := w.person(t, w.Director); p.SessionMinutes != 0 {
			t.Errorf("the absent director's year: %+v", p)
		}
		if diff := cmp.Diff([]string{"training.attended", "training.attended", "training.attended", "training.held"}, w.chain(t)); diff != "" {
			t.Errorf("chain (-want +got):\n%s", diff)
		}
		first := w.paper(t, session)
		if again := w.paper(t, session); !bytes.Equal(first, again) || !bytes.HasPrefix(first, []byte("%PDF")) {
			t.Error("the paper is not the same twice")
		}
	})
}

func (w world) paper(t *testing.T, session id.ID) []byte {
	t.Helper()
	out, err := w.SessionPaper(t.Context(), w.As(t, access.Officer, "training.read"), &api.SessionPaperInput{SessionInput: api.SessionInput{Session: string(session)}})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func TestCorrectionsAreLaterVersions(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.held(t)
		before := w.paper(t, session)
		if _, err := w.hold(t, access.Director, session, nil); !errors.Is(err, training.ErrReason) {
			t.Errorf("recorded again without a reason: %v", err)
		}
		got, err := w.hold(t, access.Principal, session, func(in *api.HoldSessionInput) { in.Body.Minutes, in.Body.Reason = 60, "时长记错" })
		if err != nil || got.Version != 2 || got.Reason != "时长记错" {
			t.Fatalf("corrected: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 60 {
			t.Errorf("after the correction: %+v", p)
		}
		again := answer(session, w.NewID(), w.Officer)
		again.Body.Present, again.Body.Note = false, "其实没到"
		if _, err := w.sign(t, access.Director, again); !errors.Is(err, training.ErrReason) {
			t.Errorf("answered again without a reason: %v", err)
		}
		again.Body.Reason = "登记错了人"
		if _, err := w.sign(t, access.Director, again); err != nil {
			t.Fatal(err)
		}
		if p := w.person(t, w.Officer); p.SessionMinutes != 0 {
			t.Errorf("after he turned out absent: %+v", p)
		}
		if bytes.Equal(before, w.paper(t, session)) {
			t.Error("the paper does not show the corrections")
		}
	})
}

func TestASessionRefuses(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for name, tt := range map[string]struct {
			change func(*api.PlanSessionInput)
			want   error
		}{
			"no title":             {func(in *api.PlanSessionInput) { in.Body.Title = " " }, training.ErrInput},
			"no day":               {func(in *api.PlanSessionInput) { in.Body.Day = "2026-13-01" }, training.ErrInput},
			"no time":              {func(in *api.PlanSessionInput) { in.Body.Minutes = 0 }, training.ErrInput},
			"a topic twice":        {func(in *api.PlanSessionInput) { in.Body.Topics = []string{"a", "a"} }, training.ErrInput},
			"a stranger":           {func(in *api.PlanSessionInput) { in.Body.Accounts = []string{string(w.Supervisor)} }, training.ErrNotInOffice},
			"a file that is lost":  {func(in *api.PlanSessionInput) { in.Body.Materials = []api.FileRef{{SHA256: "ab", Name: "x"}} }, file.ErrMissing},
			"an unprintable title": {func(in *api.PlanSessionInput) { in.Body.Title = "a\x00" }, training.ErrInput},
		} {
			if _, err := w.plan(t, w.NewID(), tt.change); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		tomorrow := w.NewID()
		if _, err := w.plan(t, tomorrow, func(in *api.PlanSessionInput) { in.Body.Day = "2026-11-25" }); err != nil {
			t.Fatal(err)
		}
		if _, err := w.sign(t, access.Officer, answer(tomorrow, w.NewID(), w.Officer)); !errors.Is(err, training.ErrFuture) {
			t.Errorf("signed before the day: %v", err)
		}
		if _, err := w.SessionPaper(t.Context(), w.As(t, access.Officer, "training.read"), &api.SessionPaperInput{SessionInput: api.SessionInput{Session: string(tomorrow)}}); !errors.Is(err, training.ErrNoPaper) {
			t.Errorf("a paper of what was not held: %v", err)
		}
		session := w.NewID()
		if _, err := w.plan(t, session, nil); err != nil {
			t.Fatal(err)
		}
		other := answer(session, w.NewID(), w.Director)
		other.Body.Declaration.Signature = ink
		if _, err := w.sign(t, access.Officer, other); !errors.Is(err, training.ErrOther) {
			t.Errorf("signed for another: %v", err)
		}
		if _, err := w.sign(t, access.Director, answer(session, w.NewID(), w.Officer)); !errors.Is(err, training.ErrInk) {
			t.Errorf("on the device without ink: %v", err)
		}
		bad := answer(session, w.NewID(), w.Officer)
		bad.Body.Declaration.Signature = []api.Stroke{{1, 2, 3}}
		if _, err := w.sign(t, access.Officer, bad); !errors.Is(err, training.ErrSignature) {
			t.Errorf("half a point: %v", err)
		}
		away := answer(session, w.NewID(), w.Officer)
		away.Body.Present = false
		if _, err := w.sign(t, access.Director, away); !errors.Is(err, training.ErrWhy) {
			t.Errorf("absent without a word: %v", err)
		}
		if _, err := w.hold(t, access.Officer, session, nil); !errors.Is(err, training.ErrOrganiser) {
			t.Errorf("held by one who does not organise it: %v", err)
		}
		if _, err := w.hold(t, access.Director, session, func(in *api.HoldSessionInput) { in.Body.Day = "2026-11-25" }); !errors.Is(err, training.ErrFuture) {
			t.Errorf("held tomorrow: %v", err)
		}
		cancel := &api.CancelSessionInput{Session: string(session)}
		cancel.Body.Reason = "讲师生病"
		if out, err := w.CancelSession(t.Context(), w.As(t, access.Director, "training.organise"), cancel); err != nil || out.Body.State != "cancelled" {
			t.Errorf("cancelled: %+v, %v", out, err)
		}
		if _, err := w.sign(t, access.Officer, answer(session, w.NewID(), w.Officer)); !errors.Is(err, training.ErrCancelled) {
			t.Errorf("signed though cancelled: %v", err)
		}
		done := w.held(t)
		if _, err := w.plan(t, done, nil); !errors.Is(err, training.ErrHeld) {
			t.Errorf("planned anew though held: %v", err)
		}
		cancel.Session = string(done)
		if _, err := w.CancelSession(t.Context(), w.As(t, access.Director, "training.organise"), cancel); !errors.Is(err, training.ErrHeld) {
			t.Errorf("cancelled though held: %v", err)
		}
	})
}

func (w world) assign(t *testing.T, study id.ID, due string, people ...id.ID) ([]api.TrainingReading, error) {
	t.Helper()
	in := &api.AssignStudyInput{Study: string(study)}
	in.Body.Title, in.Body.Topics, in.Body.Due = "新国标", []string{"标识"}, due
	in.Body.Materials = []api.FileRef{w.file(t, "新国标")}
	for _, p := range people {
		in.Body.Accounts = append(in.Body.Accounts, string(p))
	}
	out, err := w.AssignStudy(t.Context(), w.As(t, access.Director, "training.organise"), in)
	if err != nil {
		return nil, err
	}
	return out.Body.Items, nil
}

func (w world) confirm(t *testing.T, role access.Role, reading string, change func(*api.ConfirmReadingInput)) (api.TrainingReading, error) {
	t.Helper()
	in := &api.ConfirmReadingInput{Reading: reading, Confirmation: string(w.NewID())}
	in.Body.Day, in.Body.Minutes, in.Body.Declaration = "2026-11-24", 30, api.Declaration{Text: "本人已学完"}
	if change != nil {
		change(in)
	}
	out, err := w.ConfirmReading(t.Context(), w.As(t, role, "training.attend"), in)
	if err != nil {
		return api.TrainingReading{}, err
	}
	return out.Body, nil
}

func TestSelfStudyIsOnesOwnWord(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if _, err := w.assign(t, w.NewID(), "2026-11-23", w.Officer); !errors.Is(err, training.ErrPast) {
			t.Errorf("due yesterday: %v", err)
		}
		study := w.NewID()
		given, err := w.assign(t, study, "2026-11-30", w.Officer, w.Principal)
		if err != nil || len(given) != 2 || given[0].State != "given" {
			t.Fatalf("given: %+v, %v", given, err)
		}
		if given[0].Account != string(w.Officer) {
			given[0], given[1] = given[1], given[0]
		}
		if again, err := w.assign(t, study, "2026-11-30", w.Officer, w.Principal); err != nil || again[0].Study != given[0].Study || len(again) != 2 || again[0].ID != given[0].ID && again[0].ID != given[1].ID {
			t.Errorf("given again: %+v, %v", again, err)
		}
		reading := &api.ReadingInput{Reading: given[0].ID}
		if _, err := w.confirm(t, access.Officer, given[0].ID, nil); !errors.Is(err, training.ErrUnopened) {
			t.Errorf("confirmed unopened: %v", err)
		}
		if _, err := w.OpenReading(t.Context(), w.As(t, access.Director, "training.attend"), reading); !errors.Is(err, training.ErrOwnReading) {
			t.Errorf("opened by another: %v", err)
		}
		if _, err := w.OpenReading(t.Context(), w.As(t, access.Officer, "training.attend"), reading); err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(40 * time.Minute)
		for name, tt := range map[string]struct {
			role   access.Role
			change func(*api.ConfirmReadingInput)
			want   error
		}{
			"longer than it was open": {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Minutes = 60 }, training.ErrTooLong},
			"tomorrow":                {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Day = "2026-11-25" }, training.ErrFuture},
			"before it was opened":    {access.Officer, func(in *api.ConfirmReadingInput) { in.Body.Day = "2026-11-23" }, training.ErrBeforeGiven},
			"by another":              {access.Director, nil, training.ErrOwnReading},
		} {
			if _, err := w.confirm(t, tt.role, given[0].ID, tt.change); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		got, err := w.confirm(t, access.Officer, given[0].ID, nil)
		if err != nil || got.State != "studied" || got.Minutes != 30 {
			t.Fatalf("confirmed: %+v, %v", got, err)
		}
		if _, err := w.confirm(t, access.Officer, given[0].ID, nil); !errors.Is(err, training.ErrReason) {
			t.Errorf("confirmed again without a reason: %v", err)
		}
		if got, err = w.confirm(t, access.Officer, given[0].ID, func(in *api.ConfirmReadingInput) { in.Body.Minutes, in.Body.Reason = 20, "填多了" }); err != nil || got.Version != 2 {
			t.Errorf("corrected: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); p.StudyMinutes != 20 || p.SessionMinutes != 0 || p.OpenReadings != 0 {
			t.Errorf("the officer's year: %+v", p)
		}
		if diff := cmp.Diff([]string{"training_study principal 完成自学：新国标"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		back := &api.WithdrawReadingInput{Reading: given[1].ID}
		back.Body.Reason = "不需要了"
		if _, err := w.WithdrawReading(t.Context(), w.As(t, access.Officer, "training.organise"), back); !errors.Is(err, training.ErrOrganiser) {
			t.Errorf("taken back by one who did not give it: %v", err)
		}
		if out, err := w.WithdrawReading(t.Context(), w.As(t, access.Director, "training.organise"), back); err != nil || out.Body.State != "withdrawn" {
			t.Errorf("taken back: %+v, %v", out, err)
		}
		back.Reading = given[0].ID
		if _, err := w.WithdrawReading(t.Context(), w.As(t, access.Director, "training.organise"), back); !errors.Is(err, training.ErrStudied) {
			t.Errorf("taken back though studied: %v", err)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
	})
}

func (w world) test(t *testing.T, role access.Role, test id.ID, change func(*api.RecordTestInput)) (api.TrainingTest, error) {
	t.Helper()
	in := &api.RecordTestInput{Test: string(test), Version: string(w.NewID())}
	in.Body.TrainingTestFields = api.TrainingTestFields{
		Account: string(w.Officer), Title: "季度考核", Day: "2026-11-24", Topics: []string{"标识", "台账"}, Score: 80, Full: 100, Pass: 60, Papers: []api.FileRef{w.file(t, "试卷")},
	}
	if change != nil {
		change(in)
	}
	out, err := w.RecordTest(t.Context(), w.As(t, role, "training.organise"), in)
	if err != nil {
		return api.TrainingTest{}, err
	}
	return out.Body, nil
}

func fail(in *api.RecordTestInput) {
	in.Body.Score, in.Body.Failed, in.Body.RetakeBy = 40, []string{"台账"}, "2026-12-05"
}

func TestAFailedTestIsRepeated(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		first, second := w.NewID(), w.NewID()
		if _, err := w.test(t, access.Officer, first, nil); !errors.Is(err, training.ErrOwnTest) {
			t.Errorf("his own: %v", err)
		}
		got, err := w.test(t, access.Director, first, fail)
		if err != nil || got.Passed {
			t.Fatalf("failed: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"台账"}, w.person(t, w.Officer).Needs); diff != "" {
			t.Errorf("needs (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"training_retake officer 参加补考：季度考核"}, w.pending(t)); diff != "" {
			t.Errorf("pending (-want +got):\n%s", diff)
		}
		retake := func(in *api.RecordTestInput) { in.Body.RetakeOf = string(first) }
		if _, err := w.test(t, access.Officer, w.NewID(), func(in *api.RecordTestInput) { retake(in); in.Body.Account = string(w.Director) }); !errors.Is(err, training.ErrRetakeOf) {
			t.Errorf("another's retake: %v", err)
		}
		if got, err = w.test(t, access.Director, second, retake); err != nil || !got.Passed {
			t.Fatalf("passed: %+v, %v", got, err)
		}
		if p := w.person(t, w.Officer); len(p.Needs) != 0 || p.TestsFailed != 1 || p.TestsPassed != 1 {
			t.Errorf("the officer's year: %+v", p)
		}
		if left := w.pending(t); len(left) != 0 {
			t.Errorf("still pending: %v", left)
		}
		if _, err := w.test(t, access.Director, second, fail); !errors.Is(err, training.ErrReason) {
			t.Errorf("corrected without a reason: %v", err)
		}
		if _, err := w.test(t, access.Director, second, func(in *api.RecordTestInput) { in.Body.Account, in.Body.Reason = string(w.Principal), "记错人" }); !errors.Is(err, training.ErrTestPerson) {
			t.Errorf("corrected into another's: %v", err)
		}
		got, err = w.test(t, access.Director, second, func(in *api.RecordTestInput) { fail(in); in.Body.Reason = "分数算错" })
		if err != nil || got.Version != 2 || got.Passed {
			t.Fatalf("corrected: %+v, %v", got, err)
		}
		if diff := cmp.Diff([]string{"training_retake officer 参加补考：季度考核"}, w.pending(t)); diff != "" {
			t.Errorf("pending after the correction (-want +got):\n%s", diff)
		}
		out, err := w.ReadPerson(t.Context(), w.As(t, access.Officer, "training.read"), &api.TrainingPersonInput{Year: 2026, Account: string(w.Officer)})
		if err != nil || len(out.Body.Tests) != 2 || len(out.Body.Entries) != 2 || len(out.Body.Examinations) != 0 {
			t.Errorf("the person: %+v, %v", out, err)
		}
	})
}

func TestAPlanIsTheEnterprisesOwn(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if p := w.person(t, w.Officer); p.Wanted != nil {
			t.Errorf("without a plan %d minutes are wanted", *p.Wanted)
		}
		in := &api.PlanTrainingInput{Year: 2026}
		in.Body.Wanted = []api.TrainingWanted{{Post: "officer", Minutes: 600}}
		in.Body.Items = []api.TrainingPlanItem{{Topic: "标识", Posts: []string{"officer"}}}
		g := w.As(t, access.Director, "training.plan")
		for range 2 {
			if out, err := w.PlanTraining(t.Context(), g, in); err != nil || out.Body.Version != 1 {
				t.Fatalf("planned: %+v, %v", out, err)
			}
		}
		in.Body.Items[0].Topic = "台账"
		if _, err := w.PlanTraining(t.Context(), g, in); !errors.Is(err, training.ErrMeanwhile) {
			t.Errorf("over another's version: %v", err)
		}
		in.Body.Wanted = append(in.Body.Wanted, in.Body.Wanted[0])
		if _, err := w.PlanTraining(t.Context(), g, in); !errors.Is(err, training.ErrInput) {
			t.Errorf("a post twice: %v", err)
		}
		if p := w.person(t, w.Officer); p.Wanted == nil || *p.Wanted != 600 {
			t.Errorf("the officer's year: %+v", p)
		}
		if p := w.person(t, w.Principal); p.Wanted != nil {
			t.Errorf("the principal, of whom nothing is wanted: %+v", p)
		}
	})
}

func TestTrainingStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.held(t)
		given, err := w.assign(t, w.NewID(), "2026-11-30", w.Officer)
		if err != nil {
			t.Fatal(err)
		}
		b := w
		b.Fixture = w.Found(t)
		for _, one := range []id.ID{session, w.NewID()} {
			_, err := b.ReadSession(t.Context(), b.As(t, access.Principal, "training.read"), &api.SessionInput{Session: string(one)})
			if !errors.Is(err, training.ErrSession) {
				t.Errorf("a neighbour reads a session: %v", err)
			}
			if _, err := b.sign(t, access.Officer, answer(one, w.NewID(), b.Officer)); !errors.Is(err, training.ErrSession) {
				t.Errorf("a neighbour signs: %v", err)
			}
		}
		if _, err := b.ReadReading(t.Context(), b.As(t, access.Principal, "training.read"), &api.ReadingInput{Reading: given[0].ID}); !errors.Is(err, training.ErrReading) {
			t.Errorf("a neighbour reads: %v", err)
		}
		for _, person := range []id.ID{w.Officer, w.NewID()} {
			_, err := b.ReadPerson(t.Context(), b.As(t, access.Principal, "training.read"), &api.TrainingPersonInput{Year: 2026, Account: string(person)})
			if !errors.Is(err, training.ErrPerson) {
				t.Errorf("a neighbour reads a person: %v", err)
			}
		}
		if y := b.year(t, 2026); len(y.Sessions)+len(y.Readings) != 0 {
			t.Errorf("a neighbour's year holds %+v", y)
		}
		office := func(of world) error {
			return w.DB.Read(t.Context(), of.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				y, err := w.Year(narrow, 2026)
				if err == nil && (len(y.Sessions) != 1 || y.Sessions[0].Organises) {
					t.Errorf("the office sees %+v", y.Sessions)
				}
				leaves := 0
				if err == nil {
					err = w.Leaves(narrow, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
						leaves++
						_, err := l.Lay()
						return err
					})
				}
				if err == nil && leaves != 4 {
					t.Errorf("a pack of %d leaves, want one session and three people", leaves)
				}
				return err
			})
		}
		if err := office(w); err != nil {
			t.Errorf("own office: %v", err)
		}
		if err := office(b); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
	})
}

func TestTrainingFactsAreSealed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.held(t)
		for _, sql := range []string{
			"UPDATE training_facts SET minutes = 1 WHERE enterprise_id = {tenant}",
			"DELETE FROM training_facts WHERE enterprise_id = {tenant}",
		} {
			err := w.DB.Write(t.Context(), w.As(t, access.Principal, "training.plan"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", sql)
			}
		}
	})
}

func TestHoursTableIsPrinted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.held(t)
		in := &api.TrainingPersonPaperInput{TrainingPersonInput: api.TrainingPersonInput{Year: 2026, Account: string(w.Officer)}}
		out, err := w.PersonPaper(t.Context(), w.As(t, access.Officer, "training.read"), in)
		if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Fatalf("the table: %v", err)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Officer, "training.read"), func(tx *db.Tx) error {
			hours, err := w.Hours(tx, 2026)
			if err != nil {
				return err
			}
			want := []training.Hours{{w.Principal, "测试甲", 0, 0}, {w.Director, "测试乙", 90, 0}, {w.Officer, "测试丙", 90, 0}}
			if diff := cmp.Diff(want, hours); diff != "" {
				t.Errorf("hours (-want +got):\n%s", diff)
			}
			traces, err := w.Traces(tx, w.Officer, "2026-11-01", "2026-11-30")
			if err != nil || len(traces) != 1 || traces[0].Minutes != 90 {
				t.Errorf("traces: %+v, %v", traces, err)
			}
			happened, err := w.Happened(tx, "2026-11-01", "2026-11-30")
			if diff := cmp.Diff([]api.MonthlyHappening{{Kind: "training", Day: "2026-11-24", Text: "进货查验与标识，1小时30分，2 人出席"}}, happened); diff != "" || err != nil {
				t.Errorf("happened: %v\n%s", err, diff)
			}
			between, err := w.Between(tx, "2026-11-01", "2026-11-23")
			if len(between) != 0 {
				t.Errorf("held before the day: %+v", between)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
