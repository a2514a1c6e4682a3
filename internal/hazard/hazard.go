package hazard

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrNotFound     = fault.New(fault.NotFound, "hazard.not_found", "没有找到这条隐患。")
	ErrNotNext      = fault.New(fault.Conflict, "hazard.step.not_next", "现在还不能办理这一步。")
	ErrStepTaken    = fault.New(fault.Conflict, "hazard.step.id_taken", "这一步的编号已用于另一条隐患，请刷新后重新办理。")
	ErrNote         = fault.New(fault.Invalid, "hazard.step.note_required", "请写明这一步做了什么。")
	ErrControl      = fault.New(fault.Invalid, "hazard.step.control", "文字中含有不可见的控制字符，请删除后重试。")
	ErrSeverity     = fault.New(fault.Invalid, "hazard.severity", "隐患等级只能是一般、较大或重大。")
	ErrEvidence     = fault.New(fault.Invalid, "hazard.rectified.photo_required", "请至少附一张整改后的照片。")
	ErrSamePerson   = fault.New(fault.Conflict, "hazard.verify.same_person", "整改人不能复核自己的整改。请由质量安全总监、主要负责人或其他质量安全员复核。")
	ErrNewPhoto     = fault.New(fault.Invalid, "hazard.verify.new_photo", "您一人担任全部岗位，复核时请现场重新拍摄至少一张照片，不能使用以前的照片。")
	ErrClosePost    = fault.New(fault.Forbidden, "hazard.close.post", "隐患由质量安全总监或主要负责人销号，请提醒他们办理。")
	ErrPhotoMissing = fault.New(fault.Invalid, "photo.missing", "有照片还没有传到服务器，请在网络正常时重试。")
	ErrPage         = fault.New(fault.Invalid, "hazard.page.invalid", "翻页位置无效，请从第一页重新查看。")
)

// State is how far a hazard has come.
type State string

// The states.
const (
	Found     State = "found"     // 已发现
	Measured  State = "measured"  // 已管控
	Rectified State = "rectified" // 已整改
	Verified  State = "verified"  // 已复核
	Closed    State = "closed"    // 已销号
)

// Kind is what a step does.
type Kind string

// The kinds of steps. The first is taken by the finding itself.
const (
	StepFound     Kind = "found"
	StepMeasure   Kind = "measure"
	StepRectified Kind = "rectified"
	StepSentBack  Kind = "sent_back"
	StepVerified  Kind = "verified"
	StepClosed    Kind = "closed"
	StepReopened  Kind = "reopened"
)

// move leads from one state to another.
type move struct {
	from State
	step Kind
	to   State
}

// moves are all there are.
var moves = []move{
	{Found, StepMeasure, Measured},
	{Measured, StepRectified, Rectified},
	{Rectified, StepVerified, Verified},
	{Rectified, StepSentBack, Measured},
	{Verified, StepClosed, Closed},
	{Closed, StepReopened, Found},
}

var stateWords = map[State]string{Found: "已发现", Measured: "已采取管控措施", Rectified: "已整改", Verified: "已复核", Closed: "已销号"}

var stepWords = map[Kind]string{
	StepMeasure: "采取管控措施", StepRectified: "完成整改", StepSentBack: "退回重新整改",
	StepVerified: "复核通过", StepClosed: "销号", StepReopened: "重新打开",
}

// Step is a step that was taken.
type Step struct {
	ID           id.ID
	Number       int
	Kind         Kind
	Note         string
	Photos       []string
	SelfVerified bool
	By           id.ID
	Name         string
	At           time.Time
}

// Person is who wants to take a step.
type Person struct {
	Account id.ID
	Roles   []access.Role
	// Sole is true if he holds all filled posts alone.
	Sole bool
}

func (p Person) is(role access.Role) bool { return slices.Contains(p.Roles, role) }

// closes reports whether the person may close a hazard.
func (p Person) closes() bool { return p.Sole || p.is(access.Director) || p.is(access.Principal) }

// Course is the way that a hazard has gone.
type Course struct {
	State State
	Steps []Step
}

// rectifier is who rectified last.
func (c Course) rectifier() id.ID {
	for _, s := range slices.Backward(c.Steps) {
		if s.Kind == StepRectified {
			return s.By
		}
	}
	return id.Nil
}

// Next lists the steps that the person may take now.
func (c Course) Next(p Person) []Kind {
	next := []Kind{}
	for _, m := range moves {
		own := c.rectifier() == p.Account && !p.Sole
		if m.from != c.State || m.step == StepVerified && own || m.step == StepClosed && !p.closes() {
			continue
		}
		next = append(next, m.step)
	}
	return next
}

// SelfVerifies reports whether the person could verify only his own work.
func (c Course) SelfVerifies(p Person) bool {
	return c.State == Rectified && p.Sole && c.rectifier() == p.Account
}

// Take decides whether the person may take the step, where it leads, and
// whether he verifies his own work.
func (c Course) Take(k Kind, p Person, photos []string) (to State, self bool, err error) {
	var allowed, words []string
	for _, m := range moves {
		if m.from != c.State {
			continue
		}
		allowed, words = append(allowed, string(m.step)), append(words, stepWords[m.step])
		if m.step == k {
			to = m.to
		}
	}
	if to == "" {
		text := "该隐患" + stateWords[c.State] + "，下一步只能是：" + strings.Join(words, "、") + "。请刷新后按顺序办理。"
		return "", false, fault.New(ErrNotNext.Kind, ErrNotNext.Code, text).With("state", string(c.State)).With("allowed", allowed)
	}
	switch {
	case k == StepRectified && len(photos) == 0:
		return "", false, ErrEvidence.At("body.photos", "")
	case k == StepVerified && c.rectifier() == p.Account:
		if !p.Sole {
			return "", false, ErrSamePerson
		}
		if !slices.ContainsFunc(photos, func(sha string) bool { return !c.shows(sha) }) {
			return "", false, ErrNewPhoto.At("body.photos", "")
		}
		self = true
	case k == StepClosed && !p.closes():
		return "", false, ErrClosePost
	}
	return to, self, nil
}

// shows reports whether an earlier step shows the photo.
func (c Course) shows(sha string) bool {
	return slices.ContainsFunc(c.Steps, func(s Step) bool { return slices.Contains(s.Photos, sha) })
}

// Awaits reports whether the hazard waits for the person: measures and
// rectification are the work of officers and directors, verification that of
// anybody but the rectifier, closing that of who may close.
func (c Course) Awaits(p Person) bool {
	switch c.State {
	case Found, Measured:
		return p.Sole || p.is(access.Officer) || p.is(access.Director)
	case Rectified:
		return p.Sole || c.rectifier() != p.Account
	case Verified:
		return p.closes()
	default:
		return false
	}
}

// days to a deadline by severity, counted from the day on which we learn of the
// hazard. They are the product's own: no order states a number.
var days = map[string]int{"general": 15, "larger": 7, "major": 1}

// due returns the last minute of the last day.
func due(severity string, today clock.Day) time.Time {
	return today.Add(days[severity]).At(24*60 - 1)
}

// checkNote wants words, and none that cannot be printed.
func checkNote(note string) error {
	if strings.TrimSpace(note) == "" {
		return ErrNote.At("body.note", "")
	}
	unprintable := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }
	if strings.ContainsFunc(note, unprintable) {
		return ErrControl.At("body.note", "")
	}
	return nil
}
