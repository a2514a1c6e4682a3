package advice

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Refusals.
var (
	ErrInput     = fault.New(fault.Invalid, "advice.input.invalid", "填写的内容有误，请按提示修改后重新提交。")
	ErrNotFound  = fault.New(fault.NotFound, "advice.not_found", "没有找到这份意见建议，请刷新后重试。")
	ErrOwnPower  = fault.New(fault.Conflict, "advice.raise.principal", "您本人就是主要负责人，不需要向自己提出建议：请直接决定停止生产、销售或召回，采取措施，并把发现的问题登记为隐患。")
	ErrOwnAdvice = fault.New(fault.Conflict, "advice.answer.own", "这份建议由您本人提出，不能由您本人答复。请由其他主要负责人答复。")
	ErrAnswered  = fault.New(fault.Conflict, "advice.answered", "主要负责人已经答复，不能再撤回。如有新的事实，请重新提出。")
	ErrWithdrawn = fault.New(fault.Conflict, "advice.withdrawn", "提出人已经撤回这份建议，不需要答复。请刷新查看。")
	ErrNotRaiser = fault.New(fault.Forbidden, "advice.withdraw.other", "只有提出人本人可以撤回。")
	ErrFormer    = fault.New(fault.Conflict, "advice.former", "只能对未被采纳的否决建议重新提出。请刷新查看原建议的答复。")
	ErrUsed      = fault.New(fault.Conflict, "advice.answer.id_taken", "这份答复的编号已用于另一份建议，请刷新后重新答复。")
	ErrPhoto     = fault.New(fault.Invalid, "photo.missing", "有照片还没有传到服务器，请在网络正常时重试。")
	ErrPage      = fault.New(fault.Invalid, "advice.page.invalid", "翻页位置无效，请从第一页重新查看。")
)

// The kinds of advice.
const (
	Opinion = "opinion" // 意见建议
	Stop    = "stop"    // 否决建议
)

// The ways in which an advice goes on: the three answers, and withdrawal.
const (
	Adopted   = "adopted"
	Partly    = "partly"
	Refused   = "refused"
	Withdrawn = "withdrawn"
)

// KindAnswer is the principal's obligation to answer; its subject is the
// advice, its day the one on which it was raised.
const KindAnswer = "advice_answer"

// days to answer by kind, counted from the day on which it is raised. They are
// the product's own: no order states a number.
var days = map[string]int{Opinion: 7, Stop: 1}

// due returns the last minute of the last day.
func due(kind string, today clock.Day) time.Time { return today.Add(days[kind]).At(24*60 - 1) }

// How few characters say something.
const (
	leastFacts  = 5
	leastReason = 10
)

// Advice is an advice as it was raised.
type Advice struct {
	ID         id.ID
	Day        clock.Day
	Due        time.Time
	RaisedBy   id.ID
	RaisedName string
	RaisedPost access.Role
	RaisedAt   time.Time
	Signature  []api.Stroke
	Text       string // of the declaration
	api.AdviceFields
}

// Step is an answer or the withdrawal.
type Step struct {
	ID               id.ID
	Number           int
	Kind             string
	Reason, Measures string
	MetOn            clock.Day
	Text             string
	Signature        []api.Stroke
	By               id.ID
	Name             string
	At               time.Time
}

// Course is an advice and what came of it.
type Course struct {
	Advice
	Steps []Step
}

// State is waiting, answered or withdrawn.
func (c Course) State() string {
	switch {
	case len(c.Steps) == 0:
		return "waiting"
	case c.Steps[0].Kind == Withdrawn:
		return Withdrawn
	default:
		return "answered"
	}
}

// Outcome is that of the latest answer; empty without one.
func (c Course) Outcome() string {
	if c.State() != "answered" {
		return ""
	}
	return c.Steps[len(c.Steps)-1].Kind
}

// Overdue reports whether it waits past its deadline.
func (c Course) Overdue(at time.Time) bool { return c.State() == "waiting" && at.After(c.Due) }

// Late reports whether the first answer came after the deadline.
func (c Course) Late() bool { return c.State() == "answered" && c.Steps[0].At.After(c.Due) }

// Answer decides whether the person may answer.
func (c Course) Answer(account id.ID) error {
	switch {
	case c.State() == Withdrawn:
		return ErrWithdrawn
	case c.RaisedBy == account:
		return ErrOwnAdvice
	}
	return nil
}

// Withdraw decides whether the person may withdraw.
func (c Course) Withdraw(account id.ID) error {
	switch {
	case c.RaisedBy != account:
		return ErrNotRaiser
	case c.State() == "answered":
		return ErrAnswered
	}
	return nil
}

// Repeats reports whether the proposal may be raised again.
func (c Course) Repeats() bool {
	return c.Kind == Stop && (c.Outcome() == Refused || c.Outcome() == Partly)
}

var actions = []string{"stop_production", "stop_sale", "recall", "other"}

// readFields reads what is raised and says all that is wrong with it.
func readFields(f *enterprise.Form, in api.AdviceFields) api.AdviceFields {
	out := api.AdviceFields{Kind: in.Kind, Goods: []api.AdviceGoods{}, Actions: []string{}, Photos: unique(in.Photos), Former: in.Former}
	stop := in.Kind == Stop
	if !stop && in.Kind != Opinion {
		f.Refuse("body.kind", words.Say("advice.input.kind", "请选择意见建议或否决建议。"))
	}
	if out.Facts = f.Text("body.facts", in.Facts, 2000); short(out.Facts, leastFacts) {
		f.Refuse("body.facts", words.Say("advice.input.facts", "请写明发现的事实，至少5个字。"))
	}
	for n, g := range in.Goods {
		at := fmt.Sprintf("body.goods[%d]", n)
		out.Goods = append(out.Goods, api.AdviceGoods{
			Product: g.Product, Name: f.Name(at+".name", g.Name, 60), Batch: f.Line(at+".batch", g.Batch, 100),
		})
	}
	for _, a := range in.Actions {
		if !slices.Contains(actions, a) {
			f.Refuse("body.actions", words.Say("advice.input.action", "请选择停止生产、停止销售、召回或其他。"))
		} else if !slices.Contains(out.Actions, a) {
			out.Actions = append(out.Actions, a)
		}
	}
	out.Wish = f.Text("body.wish", in.Wish, 1000)
	switch {
	case stop && len(out.Goods) == 0:
		f.Refuse("body.goods", words.Say("advice.input.goods", "请写明涉及的产品；能分清批次的，同时写明批次。"))
	case stop && len(out.Actions) == 0:
		f.Refuse("body.actions", words.Say("advice.input.actions", "请选择希望采取的措施。"))
	case !stop && len(out.Actions) > 0:
		f.Refuse("body.actions", words.Say("advice.input.not_opinion", "停止生产、销售或召回请作为否决建议提出。"))
	case !stop && in.Former != "":
		f.Refuse("body.former", words.Say("advice.input.former", "只有否决建议可以重新提出。"))
	}
	if out.Wish == "" && (!stop || slices.Contains(out.Actions, "other")) {
		f.Refuse("body.wish", words.Say("advice.input.wish", "请写明希望怎样处理。"))
	}
	return out
}

// readAnswer reads an answer to an advice; later says that one was given before.
func readAnswer(f *enterprise.Form, kind string, later bool, in *api.AnswerAdviceInput, today clock.Day) Step {
	b := in.Body
	s := Step{Kind: b.Outcome, Reason: f.Text("body.reason", b.Reason, 2000), Measures: f.Text("body.measures", b.Measures, 2000), MetOn: f.Day("body.metOn", b.MetOn)}
	if !slices.Contains([]string{Adopted, Partly, Refused}, s.Kind) {
		f.Refuse("body.outcome", words.Say("advice.input.outcome", "请选择采纳、部分采纳或不采纳。"))
	}
	if (s.Kind != Adopted || later) && short(s.Reason, leastReason) {
		f.Refuse("body.reason", words.Say("advice.input.reason", "部分采纳、不采纳或改变原答复，须写明理由，至少10个字。"))
	}
	if s.Kind != Refused && s.Measures == "" {
		f.Refuse("body.measures", words.Say("advice.input.measures", "请写明采取的处置措施。"))
	}
	switch {
	case kind == Stop && s.MetOn == "":
		f.Refuse("body.metOn", words.Say("advice.input.met", "否决建议须组织分析研判，请填写研判会日期。"))
	case s.MetOn.After(today):
		f.Refuse("body.metOn", words.Say("advice.input.met_future", "研判会日期不能晚于今天；请在研判之后答复。"))
	}
	return s
}

// readSignature reads a declaration, which must say something and whose strokes
// must be whole points inside the box.
func readSignature(f *enterprise.Form, d api.Declaration) (string, []api.Stroke) {
	if d.Text == "" {
		f.Refuse("body.declaration.text", words.Say("advice.input.declaration", "请在声明处确认后再提交。"))
	}
	for _, s := range d.Signature {
		if !whole(s) {
			f.Refuse("body.declaration.signature", words.Say("advice.input.signature", "手写签名没有保存完整，请重新签名。"))
			break
		}
	}
	return f.Line("body.declaration.text", d.Text, 300), d.Signature
}

// whole reports whether a stroke is made of points inside the box.
func whole(s api.Stroke) bool {
	for i, v := range s {
		if v < 0 || i%2 == 0 && v > 1000 || i%2 == 1 && v > 400 {
			return false
		}
	}
	return len(s)%2 == 0
}

func short(s string, least int) bool { return utf8.RuneCountInString(s) < least }

// unique leaves out what is named twice.
func unique(all []string) []string {
	out := []string{}
	for _, one := range all {
		if !slices.Contains(out, one) {
			out = append(out, one)
		}
	}
	return out
}
