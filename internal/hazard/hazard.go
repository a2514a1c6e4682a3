package hazard

import (
	"strings"
	"time"
	"unicode"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrNotFound     = fault.New(fault.NotFound, "hazard.not_found", "没有找到这条隐患。")
	ErrNotNext      = fault.New(fault.Conflict, "hazard.step.not_next", "现在还不能办理这一步。")
	ErrTaken        = fault.New(fault.Conflict, "hazard.id_taken", "这个编号已用于另一条隐患，请刷新后重新填写。")
	ErrStepTaken    = fault.New(fault.Conflict, "hazard.step.id_taken", "这一步的编号已用于另一条隐患，请刷新后重新办理。")
	ErrOneOpen      = fault.New(fault.Conflict, "hazard.open.other", "这个场所的同一风险点已有一条未销号的隐患，请在那一条上继续办理。")
	ErrNote         = fault.New(fault.Invalid, "hazard.step.note_required", "请写明这一步做了什么。")
	ErrControl      = fault.New(fault.Invalid, "hazard.step.control", "文字中含有不可见的控制字符，请删除后重试。")
	ErrSeverity     = fault.New(fault.Invalid, "hazard.severity", "隐患等级只能是一般、较大或重大。")
	ErrEvidence     = fault.New(fault.Invalid, "hazard.rectified.photo_required", "请至少附一张整改后的照片。")
	ErrSamePerson   = fault.New(fault.Conflict, "hazard.verify.same_person", "整改人不能复核自己的整改。请由质量安全总监、主要负责人或其他质量安全员复核。")
	ErrNewPhoto     = fault.New(fault.Invalid, "hazard.verify.new_photo", "您一人担任全部岗位，复核时请现场重新拍摄至少一张照片，不能使用以前的照片。")
	ErrClosePost    = fault.New(fault.Forbidden, "hazard.close.post", "隐患由质量安全总监或主要负责人销号，请提醒他们办理。")
	ErrPhotoMissing = fault.New(fault.Invalid, "photo.missing", "有照片还没有传到服务器，请在网络正常时重试。")
	ErrPage         = fault.New(fault.Invalid, "hazard.page.invalid", "翻页位置无效，请从第一页重新查看。")

	ErrReportFirst = fault.New(fault.Conflict, "hazard.report.first", "较大、重大隐患须先上报质量安全总监或主要负责人：请先办理“上报”，再由他们或经他们同意后继续。")
	ErrReportTo    = fault.New(fault.Invalid, "hazard.report.to", "请选择上报给哪位质量安全总监或主要负责人（不能是本人）。")
	ErrCause       = fault.New(fault.Invalid, "hazard.cause.required", "请选择原因类别：人、机、料、法、环、管。")
	ErrCauseNote   = fault.New(fault.Invalid, "hazard.cause.note", "请写明原因分析。")
	ErrOwner       = fault.New(fault.Invalid, "hazard.owner", "请从在任人员中选择整改责任人。")
	ErrDueDay      = fault.New(fault.Invalid, "hazard.due.day", "期限不正确：请填写今天或以后的日期。")
	ErrDueLater    = fault.New(fault.Invalid, "hazard.due.later", "整改期限不能晚于现有期限。确需延期的，由主要负责人写明理由后办理“延期”。")
	ErrExtendPost  = fault.New(fault.Forbidden, "hazard.extend.post", "延期须由主要负责人写明理由后办理，请提醒他办理。")
	ErrExtendOrder = fault.New(fault.Conflict, "hazard.extend.order", "监管部门责令的期限，只能由作出决定的监管人员延长。请与他联系。")
	ErrExtendDay   = fault.New(fault.Invalid, "hazard.extend.day", "新的期限应晚于现有期限，并且不早于明天。")
	ErrNumber      = fault.New(fault.Invalid, "hazard.source.number", "投诉举报、监督抽查不合格须填写编号。")

	ErrAct        = fault.New(fault.Invalid, "hazard.contain.act", "请选择停产、停售、封存或召回，并写明产品、批次和数量单位。")
	ErrActOf      = fault.New(fault.Invalid, "hazard.contain.of", "没有找到这项停产停售封存召回，或已解除。请刷新后重试。")
	ErrRecalled   = fault.New(fault.Invalid, "hazard.contain.recalled", "召回累计数量不能少于上次，也不能多于已售数量。")
	ErrNotified   = fault.New(fault.Conflict, "hazard.contain.notified", "这项处置已经报告监管部门，不必重复报告。")
	ErrLiftPost   = fault.New(fault.Forbidden, "hazard.lift.post", "停产、停售、封存、召回只能由主要负责人解除，请提醒他办理。")
	ErrLiftEarly  = fault.New(fault.Conflict, "hazard.lift.early", "整改复核通过后才能解除。请先完成整改和复核。")
	ErrLiftProof  = fault.New(fault.Invalid, "hazard.lift.photo_required", "解除时请至少附一张照片作为证据。")
	ErrContained  = fault.New(fault.Conflict, "hazard.close.contained", "还有未解除的停产、停售、封存或召回，请先由主要负责人解除，再销号。")
	ErrNoReport   = fault.New(fault.Conflict, "hazard.receipt.none", "企业还没有报告这项处置，或已经回执。请刷新后查看。")
	ErrCloseOrder = fault.New(fault.Forbidden, "hazard.close.order", "这条隐患由监管人员责令改正，复核通过后由他销案。")
	ErrNoOrder    = fault.New(fault.Conflict, "hazard.order.none", "这条隐患由企业自查发现，由企业自行整改销号。")
	ErrNotNamed   = fault.New(fault.Forbidden, "hazard.order.not_named", "只有作出责令的监管人员或本机构指定的接替人员可以办理。如人员变动，请机构负责人指定接替人员。")
	ErrSuccessor  = fault.New(fault.Invalid, "hazard.order.successor", "请从本机构在册人员中选择接替人员。")
	ErrSite       = fault.New(fault.Invalid, "hazard.site", "没有找到这个场所，请刷新后重新选择。")
	ErrRange      = fault.New(fault.Invalid, "hazard.range", "日期范围不正确：结束日期不能早于开始日期，且最多 400 天。")
)

// State is how far a hazard has come.
type State string

// The states.
const (
	Found     State = "found"     // 已发现
	Measured  State = "measured"  // 已管控
	Planned   State = "planned"   // 已制定方案
	Rectified State = "rectified" // 已整改
	Verified  State = "verified"  // 已复核
	Closed    State = "closed"    // 已销号
)

// Kind is what a step does.
type Kind string

// fact is the kind of fact that the step is sealed as.
func (k Kind) fact() string { return "hazard." + string(k) }

// The kinds of steps that move a hazard. The first is taken by the finding itself.
const (
	StepFound     Kind = "found"
	StepMeasure   Kind = "measure"
	StepPlanned   Kind = "planned"
	StepRectified Kind = "rectified"
	StepSentBack  Kind = "sent_back"
	StepVerified  Kind = "verified"
	StepClosed    Kind = "closed"
	StepReopened  Kind = "reopened"
)

// The kinds of steps that leave a hazard where it is.
const (
	StepFoundAgain Kind = "found_again"
	StepReported   Kind = "reported"
	StepExtended   Kind = "extended"
	StepContained  Kind = "contained"
	StepNotified   Kind = "notified"
	StepProgress   Kind = "recall_progress"
	StepLifted     Kind = "lifted"
	// The authority's own.
	StepReceipted Kind = "receipted"
	StepAssigned  Kind = "assigned"
)

// Where a hazard comes from.
const (
	FromCheck     = "check"
	FromWeekly    = "weekly"
	FromSpot      = "spot"
	FromOrder     = "order"
	FromComplaint = "complaint"
	FromSampling  = "spot_check_failed"
)

// Causes are the classes of root causes (人机料法环管), in the order of forms.
var Causes = []string{"man", "machine", "material", "method", "environment", "management"}

var (
	stateWords = map[State]string{
		Found: "已发现", Measured: "已采取管控措施", Planned: "已制定整改方案", Rectified: "已整改", Verified: "已复核", Closed: "已销号",
	}
	stepWords = map[Kind]string{ //nolint:gosec // words on papers, no secrets
		StepFound: "发现", StepFoundAgain: "再次发现", StepMeasure: "采取管控措施", StepReported: "上报", StepPlanned: "制定整改方案", StepExtended: "延期",
		StepRectified: "完成整改", StepSentBack: "退回重新整改", StepVerified: "复核通过", StepClosed: "销号", StepReopened: "重新打开",
		StepContained: "停产停售封存召回", StepNotified: "报告监管部门", StepReceipted: "监管部门回执", StepProgress: "召回进展", StepLifted: "解除停产停售封存召回", StepAssigned: "指定接替监管人员",
	}
	sourceWords = map[string]string{
		FromCheck: "日检查", FromWeekly: "周排查", FromSpot: "随手报", FromOrder: "责令改正", FromComplaint: "投诉举报", FromSampling: "监督抽查不合格",
	}
	causeWords = map[string]string{"man": "人", "machine": "机", "material": "料", "method": "法", "environment": "环", "management": "管"}
	actWords   = map[string]string{"stop_production": "停产", "stop_sale": "停售", "seal": "封存", "recall": "召回"}
)

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
	// Record is the check that found it again.
	Record id.ID
	// About is the person whom the step names: owner, superior, successor.
	About     id.ID
	AboutName string
	Detail    Detail
}

// Detail is what some kinds of steps say besides their words; it is sealed.
type Detail struct {
	Cause     string    `json:"cause,omitempty"`
	CauseNote string    `json:"causeNote,omitempty"`
	Due       clock.Day `json:"due,omitempty"`
	Severity  string    `json:"severity,omitempty"`
	Act       *Act      `json:"act,omitempty"`
	// Of is the step that began the containment.
	Of       id.ID    `json:"of,omitempty"`
	Recalled *float64 `json:"recalled,omitempty"`
}

// grave reports whether a hazard of the severity is planned and reported upwards.
func grave(severity string) bool { return severity == "larger" || severity == "major" }

// days to a deadline by severity, counted from the day on which we learn of the
// hazard. They are the product's own: no order states a number.
var days = map[string]int{"general": 15, "larger": 7, "major": 1}

// recurs is how long after closing a hazard of the same item is a recurrence.
const recurs = 90

// due returns the last minute of the last day.
func due(severity string, today clock.Day) time.Time { return endOf(today.Add(days[severity])) }

func endOf(day clock.Day) time.Time { return day.At(24*60 - 1) }

// checkNote wants words, and none that cannot be printed.
func checkNote(note, at string) error {
	if strings.TrimSpace(note) == "" {
		return ErrNote.At(at, "")
	}
	return checkWords(note, at)
}

func checkWords(words, at string) error {
	unprintable := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }
	if strings.ContainsFunc(words, unprintable) {
		return ErrControl.At(at, "")
	}
	return nil
}
