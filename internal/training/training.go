package training

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Refusals.
var (
	ErrSession     = fault.New(fault.NotFound, "training.session.not_found", "没有找到这次培训。")
	ErrReading     = fault.New(fault.NotFound, "training.reading.not_found", "没有找到这份自学任务。")
	ErrPerson      = fault.New(fault.NotFound, "training.person.not_found", "没有找到这个人的培训档案。")
	ErrTest        = fault.New(fault.NotFound, "training.test.not_found", "没有找到这次考核。")
	ErrInput       = fault.New(fault.Invalid, "training.input", "有内容没有填写或填写不正确，请按提示修改后重试。")
	ErrFuture      = fault.New(fault.Invalid, "training.day.future", "日期还没有到，请在当天或之后登记。")
	ErrPast        = fault.New(fault.Invalid, "training.day.past", "日期不能早于今天，请重新选择。")
	ErrNotInOffice = fault.New(fault.Invalid, "training.person.not_in_office", "名单中有人现在不在岗，请刷新后重新选择。")
	ErrMeanwhile   = fault.New(fault.Conflict, "training.changed_meanwhile", "刚才有人修改过这里的内容，请刷新后重新办理。")
	ErrIDTaken     = fault.New(fault.Conflict, "training.id_taken", "这个编号已用于另一项登记，请刷新后重新办理。")
	ErrHeld        = fault.New(fault.Conflict, "training.session.held", "这次培训已经登记完成，内容不能再改。确需更正，请办理更正并写明原因。")
	ErrCancelled   = fault.New(fault.Conflict, "training.session.cancelled", "这次培训已经取消，请另行安排。")
	ErrUnanswered  = fault.New(fault.Conflict, "training.session.unanswered", "还有人没有签到，也没有登记缺席。请先逐人签到或登记缺席原因。")
	ErrOrganiser   = fault.New(fault.Forbidden, "training.session.organiser", "这次培训由组织人、质量安全总监或主要负责人登记，请联系他们办理。")
	ErrOther       = fault.New(fault.Forbidden, "training.sign.other", "不能替别人签到。请本人登录签到，或由组织人把手机交给本人手写签名。")
	ErrInk         = fault.New(fault.Invalid, "training.sign.ink", "在组织人的手机上签到需要本人手写签名，请把手机交给本人签名。")
	ErrAbsent      = fault.New(fault.Forbidden, "training.sign.absent", "缺席由组织人登记，请告诉组织人。")
	ErrWhy         = fault.New(fault.Invalid, "training.sign.why", "请写明缺席原因。")
	ErrReason      = fault.New(fault.Invalid, "training.correction.reason", "这里已经登记过。更正请写明原因，更正前的内容同时保存。")
	ErrOwnReading  = fault.New(fault.Forbidden, "training.reading.other", "自学只能由本人打开和确认。")
	ErrUnopened    = fault.New(fault.Conflict, "training.reading.unopened", "请先打开学习材料，学完后再确认。")
	ErrTooLong     = fault.New(fault.Invalid, "training.reading.minutes", "填写的学习时间比打开材料到现在的时间还长，请按实际填写。")
	ErrBeforeGiven = fault.New(fault.Invalid, "training.reading.day", "学习日期不能早于打开材料的日期，请按实际填写。")
	ErrWithdrawn   = fault.New(fault.Conflict, "training.reading.withdrawn", "这份自学任务已经收回，不需要再办理。")
	ErrStudied     = fault.New(fault.Conflict, "training.reading.studied", "本人已经确认学完，不能收回。")
	ErrScore       = fault.New(fault.Invalid, "training.test.score", "得分不能超过满分，合格线也不能超过满分，请核对。")
	ErrFailed      = fault.New(fault.Invalid, "training.test.failed", "没有合格的考核要写明哪些内容没有掌握，并从考核内容中选择。")
	ErrRetakeBy    = fault.New(fault.Invalid, "training.test.retake_by", "没有合格的，请定一个补考的最后日期（不早于考核当天）。")
	ErrRetakeOf    = fault.New(fault.Invalid, "training.test.retake_of", "补考要对应同一个人没有合格的那次考核，请重新选择。")
	ErrOwnTest     = fault.New(fault.Forbidden, "training.test.own", "不能登记自己的考核成绩，请由其他负责人登记。")
	ErrTestPerson  = fault.New(fault.Invalid, "training.test.person", "更正不能改成另一个人的成绩，请另行登记。")
	ErrSignature   = fault.New(fault.Invalid, "training.signature", "签名数据不完整，请清除后重新签名。")
	ErrTranscribed = fault.New(fault.Conflict, "training.session.transcribed", "这次培训由纸质记录转录，不能再签到。转录有误的，由组织人更正并写明原因。")
	ErrTwice       = fault.New(fault.Conflict, "training.session.twice", "当天已有同名的培训，不需要再导入。")
	ErrNoPlan      = fault.New(fault.Conflict, "training.plan.none", "这一年还没有培训计划，请先写好计划再打印。")
	ErrNoPaper     = fault.New(fault.Conflict, "training.paper.not_held", "培训登记完成后才能打印培训记录。")
)

// The kinds of facts, which are also their kinds in the chain after "training.".
const (
	held     = "held"
	attended = "attended"
	studied  = "studied"
	tested   = "tested"
)

// The kinds of obligations.
const (
	// KindSession is the organiser's, to hold and record a session.
	KindSession = "training_session"
	// KindStudy is one person's, to study what he was given.
	KindStudy = "training_study"
	// KindRetake is one person's, to repeat a test he failed.
	KindRetake = "training_retake"
)

// The states of a session, and what an attendance says.
const (
	planned   = "planned"
	cancelled = "cancelled"

	present = "present"
	absent  = "absent"

	passed = "passed"
	failed = "failed"
)

// How an attendance was given.
const (
	BySelf   = "self"   // in the person's own session
	ByDevice = "device" // by hand on the organiser's device
	ByNote   = "noted"  // by the organiser
	// ByPaper is an attendance that was copied from a paper record.
	ByPaper = "transcribed"
)

// record is for how many days after a session its organiser may be late with
// the record, and lead for how many before it he is told. Both are our own.
const (
	recordDays = 2
	leadDays   = 3
)

// due returns when a session has to be recorded: two days after it, or after
// today where it lies in the past already.
func due(day, today clock.Day) time.Time {
	return max(day, today).Add(recordDays).At(24*60 - 1)
}

// signing decides how an attendance may be given: by whom for whom.
func signing(actor, account id.ID, organises, isPresent, ink bool) (how string, err error) {
	switch {
	case !isPresent && !organises:
		return "", ErrAbsent
	case !isPresent:
		return ByNote, nil
	case actor == account:
		return BySelf, nil
	case !organises:
		return "", ErrOther
	case !ink:
		return "", ErrInk.At("body.declaration.signature", "")
	}
	return ByDevice, nil
}

// needs returns the topics failed and not passed since, in the order in which
// they were failed. The tests are those of one person in the order of time.
func needs(tests []api.TrainingTest) []string {
	open := []string{}
	for _, t := range tests {
		open = slices.DeleteFunc(open, func(topic string) bool { return slices.Contains(t.Topics, topic) })
		open = append(open, t.Failed...)
	}
	return open
}

// checkTest holds a test against its own figures.
func checkTest(t *api.TrainingTestFields, today clock.Day) (isPassed bool, err error) {
	var c check
	day := c.day("body.day", t.Day)
	c.text("body.title", &t.Title, true)
	c.list("body.topics", t.Topics)
	if c.err != nil {
		return false, c.err
	}
	if day.After(today) {
		return false, ErrFuture.At("body.day", "")
	}
	if t.Score < 0 || t.Full <= 0 || t.Pass <= 0 || t.Score > t.Full || t.Pass > t.Full {
		return false, ErrScore.At("body.score", "")
	}
	isPassed = t.Score >= t.Pass
	foreign := slices.ContainsFunc(t.Failed, func(topic string) bool { return !slices.Contains(t.Topics, topic) })
	if foreign || !isPassed && len(t.Failed) == 0 {
		return false, ErrFailed.At("body.failed", "")
	}
	slices.Sort(t.Failed)
	t.Failed = slices.Compact(t.Failed)
	if isPassed {
		t.RetakeBy = ""
		return true, nil
	}
	if by := c.day("body.retakeBy", t.RetakeBy); c.err != nil || by.Before(day) {
		return false, ErrRetakeBy.At("body.retakeBy", "")
	}
	return false, nil
}

// checkSession wants every field of a session that a record of it prints.
func checkSession(f *api.TrainingSessionFields) error {
	var c check
	c.session(f)
	return c.err
}

func (c *check) session(f *api.TrainingSessionFields) {
	c.day("body.day", f.Day)
	c.text("body.title", &f.Title, true)
	c.text("body.place", &f.Place, true)
	c.text("body.teacher", &f.Teacher, true)
	c.text("body.product", &f.Product, false)
	c.list("body.topics", f.Topics)
	if f.Minutes < 1 || f.Minutes > 24*60 {
		c.refuse("body.minutes", words.Say("training.field.minutes", "培训时长应在 1 分钟到 24 小时之间。"))
	}
}

// check gathers the fields at fault.
type check struct{ err error }

func (c *check) refuse(pointer string, what words.Sentence) {
	refusal := ErrInput
	if f, ok := fault.Of(c.err); ok {
		refusal = f
	}
	c.err = refusal.For(pointer, what)
}

// faulty reports whether a field was refused.
func (c *check) faulty(pointer string) bool {
	f, ok := fault.Of(c.err)
	return ok && slices.ContainsFunc(f.Fields, func(at fault.Field) bool { return at.Pointer == pointer })
}

func (c *check) day(pointer, text string) clock.Day {
	day, err := clock.ParseDay(text)
	if err != nil {
		c.refuse(pointer, words.Say("training.field.day", "请选择日期。"))
	}
	return day
}

// text trims the words and wants none that cannot be printed.
func (c *check) text(pointer string, to *string, required bool) {
	*to = strings.TrimSpace(*to)
	unprintable := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }
	switch {
	case required && *to == "":
		c.refuse(pointer, words.Say("training.field.required", "请填写这一项。"))
	case strings.ContainsFunc(*to, unprintable):
		c.refuse(pointer, words.Say("training.field.control", "文字中含有不可见的控制字符，请删除后重试。"))
	}
}

func (c *check) list(pointer string, all []string) {
	if len(all) == 0 {
		c.refuse(pointer, words.Say("training.field.one", "请至少填写一项内容。"))
	}
	for n := range all {
		c.text(fmt.Sprintf("%s[%d]", pointer, n), &all[n], true)
		if slices.Contains(all[:n], all[n]) {
			c.refuse(fmt.Sprintf("%s[%d]", pointer, n), words.Say("training.field.twice", "这一项重复了，请删除。"))
		}
	}
}

// checkSignature wants whole points inside the box of 1000 × 400.
func checkSignature(d api.Declaration) error {
	for n, stroke := range d.Signature {
		bad := len(stroke)%2 != 0
		for i, v := range stroke {
			bad = bad || v < 0 || i%2 == 0 && v > 1000 || i%2 == 1 && v > 400
		}
		if bad {
			return ErrSignature.At(fmt.Sprintf("body.declaration.signature[%d]", n), "")
		}
	}
	return nil
}
