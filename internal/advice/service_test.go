package advice_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestProposalRefusedThenAdopted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		in := proposal(w.NewID())
		in.Body.Photos = []string{w.photo(t, 3)}
		a := w.mustRaise(t, in)
		if a.State != "waiting" || a.RaisedPost != "officer" || a.Signed != "hand" || !a.MayWithdraw || a.MayAnswer || a.Overdue || !strings.HasPrefix(a.Number, "FJ-20261124-") {
			t.Errorf("raised: %+v", a)
		}
		duty := w.duty(t, a)
		if duty.Post != access.Principal || duty.Title != "答复否决建议：五孔插座（虚构） 20261101" || duty.Due.In(w.Clock.Now().Location()) != a.Due || a.Due.Format("0102 1504") != "1125 1559" {
			t.Errorf("the duty is %+v, due %s", duty, a.Due)
		}
		w.Clock.Advance(2 * day)
		a = w.mustAnswer(t, answer(a, w.NewID(), advice.Refused))
		if a.State != "answered" || a.Outcome != advice.Refused || !a.Late || a.MayRepeat || !a.MayAnswer || w.state(t, a) != obligation.Done {
			t.Errorf("refused: %+v", a)
		}

		again := proposal(w.NewID())
		again.Body.Former = a.ID
		if _, err := w.Raise(t.Context(), w.As(t, access.Officer, "advice.raise"), again); !errors.Is(err, advice.ErrInput) {
			t.Errorf("raised again with the old facts: %v, want %v", err, advice.ErrInput)
		}
		again.Body.Facts = "检测报告证明该批插座接地不连续"
		second := w.mustRaise(t, again)
		if second.Former != a.ID || second.State != "waiting" {
			t.Errorf("raised again: %+v", second)
		}
		w.Clock.Advance(day)
		a = w.mustAnswer(t, answer(a, w.NewID(), advice.Adopted))
		if a.Outcome != advice.Adopted || len(a.Answers) != 2 || a.Answers[0].Outcome != advice.Refused || !slices.Equal(a.RaisedAgain, []string{second.ID}) {
			t.Errorf("adopted after all: %+v", a)
		}
		if _, err := w.Raise(t.Context(), w.As(t, access.Officer, "advice.raise"), func() *api.RaiseAdviceInput {
			third := proposal(w.NewID())
			third.Body.Former, third.Body.Facts = a.ID, "还有别的事实可说"
			return third
		}()); !errors.Is(err, advice.ErrFormer) {
			t.Errorf("an adopted proposal raised again: %v, want %v", err, advice.ErrFormer)
		}

		blob, err := w.Paper(t.Context(), w.As(t, access.Officer, "advice.read"), &api.ReadAdvicePaperInput{ReadAdviceInput: api.ReadAdviceInput{Advice: a.ID}})
		if err != nil || !strings.HasPrefix(string(blob.Body), "%PDF-") {
			t.Errorf("the paper: %v", err)
		}
		w.in(t, access.Director, func(tx *db.Tx) error {
			var names []string
			err := w.Leaves(tx, "2026-11-24", "2026-11-30", func(l paper.Leaf) error {
				form, err := l.Lay()
				testkit.GoldenForm(t, []string{"adopted", "refused"}[len(names)%2], form)
				names = append(names, l.Item+" "+form.Title+" "+form.Signatures[1].Name)
				return err
			})
			if diff := cmp.Diff([]string{"1.2 否决建议单 测试甲", "1.2 否决建议单 "}, names); diff != "" {
				t.Errorf("leaves (-want +got):\n%s", diff)
			}
			return err
		})
		sealedFacts(t, w, id.ID(a.ID))
	})
}

// sealedFacts wants the proposal and its two answers in the chain, with names
// and strokes only among what is personal.
func sealedFacts(t *testing.T, w world, a id.ID) {
	t.Helper()
	w.in(t, access.Officer, func(tx *db.Tx) error {
		var facts []struct {
			Kind                   string
			Body, Personal, Photos []byte
		}
		err := tx.Query(&facts, "SELECT l.kind, f.body, f.personal, f.photos FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} AND l.subject_id = ? ORDER BY l.seq", a)
		if err != nil {
			return err
		}
		want := []struct{ kind, outcome, name string }{{advice.KindRaised, "", "测试丙"}, {advice.KindAnswered, "refused", "测试甲"}, {advice.KindAnswered, "adopted", "测试甲"}}
		if len(facts) != len(want) {
			t.Fatalf("%d facts, want %d", len(facts), len(want))
		}
		for n, f := range facts {
			var body struct{ Outcome, Facts string }
			if err := json.Unmarshal(f.Body, &body); err != nil {
				return err
			}
			if f.Kind != want[n].kind || body.Outcome != want[n].outcome || (n == 0) != (body.Facts != "") {
				t.Errorf("fact %d: %s %s", n, f.Kind, f.Body)
			}
			if strings.Contains(string(f.Body), want[n].name) || !strings.Contains(string(f.Personal), want[n].name) || !strings.Contains(string(f.Personal), "[100,100,400,300]") {
				t.Errorf("fact %d keeps what is personal in the wrong place: %s, %s", n, f.Body, f.Personal)
			}
			if (n == 0) != strings.Contains(string(f.Photos), `"sha256"`) {
				t.Errorf("fact %d seals the photos %s", n, f.Photos)
			}
		}
		return nil
	})
}

func TestUnansweredIsOverdue(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		stop, talk := w.mustRaise(t, proposal(w.NewID())), w.mustRaise(t, opinion(w.NewID()))
		w.Clock.Advance(3 * day)
		list, err := w.List(t.Context(), w.As(t, access.Principal, "advice.read"), &api.ListAdvicesInput{})
		if err != nil || len(list.Body.Items) != 2 {
			t.Fatalf("list: %+v, %v", list, err)
		}
		if one, two := list.Body.Items[0], list.Body.Items[1]; one.ID != stop.ID || !one.Overdue || two.ID != talk.ID || two.Overdue {
			t.Errorf("by deadline: %+v", list.Body.Items)
		}
		if got := w.state(t, stop); got != obligation.Missed {
			t.Errorf("the duty is %s, want missed", got)
		}
		w.in(t, access.Principal, func(tx *db.Tx) error {
			december, err := w.Between(tx, "2026-12-01", "2026-12-31")
			if err != nil || len(december) != 2 {
				t.Errorf("what waits is carried into the next month: %+v, %v", december, err)
			}
			of, err := w.Traces(tx, w.Officer, "2026-11-24", "2026-11-24")
			if err != nil || len(of) != 2 || of[0].Deed != "raised" || of[0].Note != "待答复" {
				t.Errorf("of the officer: %+v, %v", of, err)
			}
			of, err = w.Traces(tx, w.Director, "2026-11-01", "2026-11-30")
			if len(of) != 0 {
				t.Errorf("of the director: %+v", of)
			}
			return err
		})
		w.mustAnswer(t, answer(talk, w.NewID(), advice.Adopted))
		list, err = w.List(t.Context(), w.As(t, access.Officer, "advice.read"), &api.ListAdvicesInput{Waiting: true})
		if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].ID != stop.ID {
			t.Errorf("waiting: %+v, %v", list, err)
		}
	})
}

func TestListPages(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var want []string
		for range 3 {
			a := w.mustRaise(t, opinion(w.NewID()))
			w.mustAnswer(t, answer(a, w.NewID(), advice.Adopted))
			want = append([]string{a.ID}, want...)
			w.Clock.Advance(day)
		}
		open := w.mustRaise(t, opinion(w.NewID()))
		want = append([]string{open.ID}, want...)
		in, got := &api.ListAdvicesInput{}, []string{}
		in.Limit = 2
		for {
			out, err := w.List(t.Context(), w.As(t, access.Officer, "advice.read"), in)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range out.Body.Items {
				got = append(got, a.ID)
			}
			if in.After = out.Body.Next; in.After == "" {
				break
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("pages (-want +got):\n%s", diff)
		}
		for _, wrong := range []string{"x", "1_x", "x_" + open.ID} {
			in.After = wrong
			if _, err := w.List(t.Context(), w.As(t, access.Officer, "advice.read"), in); !errors.Is(err, advice.ErrPage) {
				t.Errorf("page %q: %v, want %v", wrong, err, advice.ErrPage)
			}
		}
	})
}

func TestRaisingIsRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		all := access.Actor{Account: w.Officer, Name: "测试丙", Enterprise: w.Enterprise, Roles: []access.Role{access.Principal, access.Director, access.Officer}}
		if _, err := w.Raise(t.Context(), testkit.Grant(t, all, "advice.raise"), proposal(w.NewID())); !errors.Is(err, advice.ErrOwnPower) {
			t.Errorf("the sole keeper raises: %v, want %v", err, advice.ErrOwnPower)
		}
		for name, tt := range map[string]struct {
			change func(*api.RaiseAdviceInput)
			at     string
			want   error
		}{
			"no facts":                  {func(in *api.RaiseAdviceInput) { in.Body.Facts = "坏" }, "body.facts", advice.ErrInput},
			"no products":               {func(in *api.RaiseAdviceInput) { in.Body.Goods = nil }, "body.goods", advice.ErrInput},
			"a product without a name":  {func(in *api.RaiseAdviceInput) { in.Body.Goods[0].Name = " " }, "body.goods[0].name", advice.ErrInput},
			"no actions":                {func(in *api.RaiseAdviceInput) { in.Body.Actions = nil }, "body.actions", advice.ErrInput},
			"an action that is none":    {func(in *api.RaiseAdviceInput) { in.Body.Actions = []string{"burn"} }, "body.actions", advice.ErrInput},
			"other without words":       {func(in *api.RaiseAdviceInput) { in.Body.Actions = []string{"other"} }, "body.wish", advice.ErrInput},
			"no declaration":            {func(in *api.RaiseAdviceInput) { in.Body.Declaration.Text = "" }, "body.declaration.text", advice.ErrInput},
			"half a point":              {func(in *api.RaiseAdviceInput) { in.Body.Declaration.Signature = []api.Stroke{{1}} }, "body.declaration.signature", advice.ErrInput},
			"a photo that is not kept":  {func(in *api.RaiseAdviceInput) { in.Body.Photos = []string{strings.Repeat("ab", 32)} }, "body.photos[0]", advice.ErrPhoto},
			"an opinion to stop":        {func(in *api.RaiseAdviceInput) { in.Body.Kind, in.Body.Wish = advice.Opinion, "停" }, "body.actions", advice.ErrInput},
			"an opinion without a wish": {func(in *api.RaiseAdviceInput) { in.Body.Kind, in.Body.Actions = advice.Opinion, nil }, "body.wish", advice.ErrInput},
			"a former that is missing":  {func(in *api.RaiseAdviceInput) { in.Body.Former = string(w.NewID()) }, "", advice.ErrFormer},
		} {
			in := proposal(w.NewID())
			tt.change(in)
			_, err := w.Raise(t.Context(), w.As(t, access.Officer, "advice.raise"), in)
			if f, _ := fault.Of(err); !errors.Is(err, tt.want) || tt.at != "" && f.Fields[0].Pointer != tt.at {
				t.Errorf("%s: %v %+v, want %v at %s", name, err, f, tt.want, tt.at)
			}
		}
		in := proposal(w.NewID())
		first := w.mustRaise(t, in)
		in.Body.Facts = "another story altogether"
		if again := w.mustRaise(t, in); again.Facts != first.Facts {
			t.Errorf("a repeated advice: %+v", again)
		}
		waiting := proposal(w.NewID())
		waiting.Body.Former, waiting.Body.Facts = first.ID, "它还没有得到答复"
		if _, err := w.Raise(t.Context(), w.As(t, access.Officer, "advice.raise"), waiting); !errors.Is(err, advice.ErrFormer) {
			t.Errorf("one that waits raised again: %v, want %v", err, advice.ErrFormer)
		}
	})
}

func TestAnsweringIsRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a, other := w.mustRaise(t, proposal(w.NewID())), w.mustRaise(t, opinion(w.NewID()))
		deputy := access.Actor{Account: w.Officer, Name: "测试丙", Enterprise: w.Enterprise, Roles: []access.Role{access.Officer, access.Principal}}
		if _, err := w.Answer(t.Context(), testkit.Grant(t, deputy, "advice.answer"), answer(a, w.NewID(), advice.Adopted)); !errors.Is(err, advice.ErrOwnAdvice) {
			t.Errorf("the raiser answers himself: %v, want %v", err, advice.ErrOwnAdvice)
		}
		for name, tt := range map[string]struct {
			change func(*api.AnswerAdviceInput)
			at     string
		}{
			"nothing chosen":            {func(in *api.AnswerAdviceInput) { in.Body.Outcome = "" }, "body.outcome"},
			"withdrawn":                 {func(in *api.AnswerAdviceInput) { in.Body.Outcome = advice.Withdrawn }, "body.outcome"},
			"refused without a reason":  {func(in *api.AnswerAdviceInput) { in.Body.Outcome, in.Body.Reason = advice.Refused, "不同意" }, "body.reason"},
			"adopted without a measure": {func(in *api.AnswerAdviceInput) { in.Body.Measures = "" }, "body.measures"},
			"no meeting":                {func(in *api.AnswerAdviceInput) { in.Body.MetOn = "" }, "body.metOn"},
			"a meeting tomorrow":        {func(in *api.AnswerAdviceInput) { in.Body.MetOn = "2026-11-25" }, "body.metOn"},
			"no declaration":            {func(in *api.AnswerAdviceInput) { in.Body.Declaration.Text = "" }, "body.declaration.text"},
		} {
			in := answer(a, w.NewID(), advice.Adopted)
			tt.change(in)
			_, err := w.Answer(t.Context(), w.As(t, access.Principal, "advice.answer"), in)
			if f, _ := fault.Of(err); !errors.Is(err, advice.ErrInput) || f.Fields[0].Pointer != tt.at {
				t.Errorf("%s: %v %+v, want %v at %s", name, err, f, advice.ErrInput, tt.at)
			}
		}
		in := answer(a, w.NewID(), advice.Refused)
		w.mustAnswer(t, in)
		if again := w.mustAnswer(t, in); len(again.Answers) != 1 {
			t.Errorf("a repeated answer: %+v", again.Answers)
		}
		if _, err := w.Answer(t.Context(), w.As(t, access.Principal, "advice.answer"), answer(other, id.ID(in.Answer), advice.Adopted)); !errors.Is(err, advice.ErrUsed) {
			t.Errorf("an answer's id used twice: %v, want %v", err, advice.ErrUsed)
		}
		late := answer(a, w.NewID(), advice.Adopted)
		late.Body.Reason = ""
		if _, err := w.Answer(t.Context(), w.As(t, access.Principal, "advice.answer"), late); !errors.Is(err, advice.ErrInput) {
			t.Errorf("another answer without saying why: %v, want %v", err, advice.ErrInput)
		}
	})
}

func withdrawal(a api.Advice) *api.WithdrawAdviceInput {
	in := &api.WithdrawAdviceInput{Advice: a.ID}
	in.Body.Reason = "复测后接触良好，原判断有误"
	return in
}

func TestWithdrawalBeforeTheAnswer(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a, answered := w.mustRaise(t, proposal(w.NewID())), w.mustRaise(t, proposal(w.NewID()))
		if _, err := w.Withdraw(t.Context(), w.As(t, access.Director, "advice.raise"), withdrawal(a)); !errors.Is(err, advice.ErrNotRaiser) {
			t.Errorf("withdrawn by another: %v, want %v", err, advice.ErrNotRaiser)
		}
		in := withdrawal(a)
		in.Body.Reason = "误"
		if _, err := w.Withdraw(t.Context(), w.As(t, access.Officer, "advice.raise"), in); !errors.Is(err, advice.ErrInput) {
			t.Errorf("withdrawn without a reason: %v, want %v", err, advice.ErrInput)
		}
		for range 2 {
			out, err := w.Withdraw(t.Context(), w.As(t, access.Officer, "advice.raise"), withdrawal(a))
			if err != nil || out.Body.State != "withdrawn" || out.Body.Withdrawal == nil || out.Body.MayAnswer || out.Body.MayWithdraw {
				t.Fatalf("withdrawn: %+v, %v", out, err)
			}
		}
		if got := w.state(t, a); got != obligation.Excused {
			t.Errorf("the duty is %s, want excused", got)
		}
		if _, err := w.Answer(t.Context(), w.As(t, access.Principal, "advice.answer"), answer(a, w.NewID(), advice.Adopted)); !errors.Is(err, advice.ErrWithdrawn) {
			t.Errorf("answered afterwards: %v, want %v", err, advice.ErrWithdrawn)
		}
		w.mustAnswer(t, answer(answered, w.NewID(), advice.Partly))
		if _, err := w.Withdraw(t.Context(), w.As(t, access.Officer, "advice.raise"), withdrawal(answered)); !errors.Is(err, advice.ErrAnswered) {
			t.Errorf("withdrawn after the answer: %v, want %v", err, advice.ErrAnswered)
		}
	})
}

func TestAnswerAndWithdrawalAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a := w.mustRaise(t, proposal(w.NewID()))
		principal, officer := w.As(t, access.Principal, "advice.answer"), w.As(t, access.Officer, "advice.raise")
		var group sync.WaitGroup
		var answerErr, withdrawErr error
		in := answer(a, w.NewID(), advice.Adopted)
		group.Go(func() { _, answerErr = w.Answer(t.Context(), principal, in) })
		group.Go(func() { _, withdrawErr = w.Withdraw(t.Context(), officer, withdrawal(a)) })
		group.Wait()
		if !(answerErr == nil && errors.Is(withdrawErr, advice.ErrAnswered) || withdrawErr == nil && errors.Is(answerErr, advice.ErrWithdrawn)) {
			t.Errorf("answer: %v, withdrawal: %v; want one of them refused", answerErr, withdrawErr)
		}
	})
}

func TestAdviceStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a, b := w.mustRaise(t, proposal(w.NewID())), w.Found(t)
		for _, one := range []string{a.ID, string(w.NewID()), "x"} {
			theirs := api.Advice{}
			theirs.ID = one
			_, read := w.Read(t.Context(), b.As(t, access.Officer, "advice.read"), &api.ReadAdviceInput{Advice: one})
			_, print := w.Paper(t.Context(), b.As(t, access.Officer, "advice.read"), &api.ReadAdvicePaperInput{ReadAdviceInput: api.ReadAdviceInput{Advice: one}})
			_, reply := w.Answer(t.Context(), b.As(t, access.Principal, "advice.answer"), answer(theirs, w.NewID(), advice.Adopted))
			_, withdraw := w.Withdraw(t.Context(), b.As(t, access.Officer, "advice.raise"), withdrawal(theirs))
			for name, err := range map[string]error{"reads": read, "prints": print, "answers": reply, "withdraws": withdraw} {
				if !errors.Is(err, advice.ErrNotFound) {
					t.Errorf("a neighbour %s %s: %v, want %v", name, one, err, advice.ErrNotFound)
				}
			}
			again := proposal(w.NewID())
			again.Body.Former = one
			if _, err := w.Raise(t.Context(), b.As(t, access.Officer, "advice.raise"), again); !errors.Is(err, advice.ErrFormer) {
				t.Errorf("a neighbour refers to %s: %v, want %v", one, err, advice.ErrFormer)
			}
		}
		list, err := w.List(t.Context(), b.As(t, access.Director, "advice.read"), &api.ListAdvicesInput{})
		if err != nil || len(list.Body.Items) != 0 {
			t.Errorf("a neighbour lists %+v, %v", list, err)
		}
	})
}

func TestAdviceIsSealed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		a := w.mustRaise(t, proposal(w.NewID()))
		w.mustAnswer(t, answer(a, w.NewID(), advice.Refused))
		for _, sql := range []string{
			"UPDATE advices SET facts = 'x' WHERE enterprise_id = {tenant}", "DELETE FROM advices WHERE enterprise_id = {tenant}",
			"UPDATE advice_steps SET kind = 'adopted' WHERE enterprise_id = {tenant}", "DELETE FROM advice_steps WHERE enterprise_id = {tenant}",
		} {
			err := w.DB.Write(t.Context(), w.As(t, access.Principal, "advice.answer"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", sql)
			}
		}
	})
}
