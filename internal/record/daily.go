package record

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"zhize/api"
	"zhize/internal/platform/fault"
)

// Refusals of a daily record.
var (
	ErrFuture         = fault.New(fault.Invalid, "record.daily.future", "不能提交未来日期的检查记录。请刷新“今日”后重新填写。")
	ErrBeforeArchive  = fault.New(fault.Invalid, "record.daily.before_archive", "该日期早于本单位建档日期，不能补录。")
	ErrNoObligation   = fault.New(fault.NotFound, "record.daily.no_obligation", "该场所这一天这一班没有应做的检查。请刷新“今日”后再试。")
	ErrNotOpen        = fault.New(fault.Conflict, "record.daily.not_open", "这一班的检查还没有到开始时间，请稍后提交，已填内容已保留。")
	ErrNotInOffice    = fault.New(fault.Forbidden, "record.daily.not_in_office", "您目前不是该场所的质量安全员（或代理人），不能提交检查记录。请联系主要负责人。")
	ErrSubmitted      = fault.New(fault.Conflict, "record.daily.already_submitted", "这一班的检查已由他人提交，您的内容已保留，未覆盖对方的记录。")
	ErrOtherDraft     = fault.New(fault.Conflict, "record.daily.id_taken", "这份记录的编号已用于另一次检查，请重新开始检查。")
	ErrListUnknown    = fault.New(fault.Invalid, "record.daily.list_unknown", "这份检查所依据的风险管控清单不存在或尚未批准，请刷新后重新填写。")
	ErrReasonRequired = fault.New(fault.Invalid, "record.daily.reason_required", "检查时间已过，请填写补录原因后再提交。")
	ErrUnanswered     = fault.New(fault.Invalid, "record.answer.missing", "还有检查项没有作答。每一项都需要您亲自确认。")
	ErrUnknownItem    = fault.New(fault.Invalid, "record.answer.unknown_item", "有检查项不属于这一版风险管控清单，请刷新后重新填写。")
	ErrTwice          = fault.New(fault.Invalid, "record.answer.twice", "同一检查项作答了两次，请刷新后重新填写。")
	ErrNoteRequired   = fault.New(fault.Invalid, "record.answer.note_required", "不符合的检查项请写明发现了什么问题。")
	ErrBulk           = fault.New(fault.Invalid, "record.answer.bulk", "批量作答的标记与答案不一致，请刷新后重新填写。")
	ErrValueRequired  = fault.New(fault.Invalid, "record.answer.value_required", "请填写测量值。")
	ErrOutsideLimits  = fault.New(fault.Invalid, "record.answer.outside_limits", "测量值超出限值，应判为不符合并写明情况。")
	ErrControl        = fault.New(fault.Invalid, "record.text.control", "文字中含有不可见的控制字符，请删除后重试。")
	ErrPhotoMissing   = fault.New(fault.Invalid, "record.photo.missing", "有照片还没有传到服务器，请在网络正常时重试。")
	ErrDeclaration    = fault.New(fault.Invalid, "record.declaration.missing", "请在声明处确认后再提交。")
	ErrNotFound       = fault.New(fault.NotFound, "record.daily.not_found", "没有找到这份检查记录。")
	ErrMoved          = fault.New(fault.Invalid, "record.correction.moved", "更正不能改变检查的日期、场所或班次。")
	ErrStale          = fault.New(fault.Conflict, "record.correction.stale", "这份记录在您填写期间已有新的更正，请先查看最新版本，您的内容已保留。")
	ErrNothingChanged = fault.New(fault.Invalid, "record.correction.unchanged", "更正内容与现有记录相同，没有需要更正之处。")
	ErrReviewNote     = fault.New(fault.Invalid, "record.review.note_required", "要求更正时请写明需要更正什么。")
	ErrReviewVersion  = fault.New(fault.Conflict, "record.review.stale", "这份记录已有新的更正，请查看最新版本后再复核。")
)

// The outcome of a record and how it arrived.
const (
	ZeroRisk = "zero_risk" // 零风险报告: checked, nothing found
	Hazards  = "hazards"   // 有隐患

	OnTime      = "on_time"
	ArrivedLate = "arrived_late" // 迟到送达
	Backfilled  = "backfilled"   // 补录
)

// carry is how long a check that was made in time may be under way.
const carry = 24 * time.Hour

// Arrival is what decides how late a record is.
type Arrival struct {
	Opens, Due time.Time
	// Device is the device's instant of submitting, corrected by its skew at the
	// last contact.
	Device   time.Time
	Received time.Time
}

// Lateness says how the record arrived, and whether it was made in its window.
// Timeliness follows the server: a record received in its window is on time. One
// that the device made in the window and that came within 24 h is 迟到送达.
// Everything later is 补录.
func (a Arrival) Lateness() (lateness string, inWindow bool) {
	inWindow = !a.Device.Before(a.Opens) && !a.Device.After(a.Due)
	switch {
	case !a.Received.After(a.Due):
		return OnTime, inWindow
	case inWindow && a.Received.Sub(a.Device) <= carry:
		return ArrivedLate, true
	default:
		return Backfilled, inWindow
	}
}

// Tally is what a set of answers adds up to.
type Tally struct {
	Passed, Failed, NotApplicable int
	Bulk                          bool
}

// Outcome is 零风险 if nothing failed.
func (t Tally) Outcome() string {
	if t.Failed > 0 {
		return Hazards
	}
	return ZeroRisk
}

// Judge checks the answers against the daily items of the list that they were
// made from: each answered once, failures described, limits kept.
func Judge(items []api.RiskItem, answers []api.Answer) (Tally, error) {
	asked := make(map[string]api.RiskItem, len(items))
	for _, i := range items {
		asked[i.ID] = i
	}
	var t Tally
	answered := make(map[string]bool, len(answers))
	for n, a := range answers {
		at := fmt.Sprintf("body.answers[%d]", n)
		item, ok := asked[a.Item]
		switch {
		case !ok:
			return Tally{}, ErrUnknownItem.At(at+".item", "")
		case answered[a.Item]:
			return Tally{}, ErrTwice.At(at+".item", "")
		}
		answered[a.Item] = true
		if err := judgeOne(item, a, at); err != nil {
			return Tally{}, err
		}
		t.Bulk = t.Bulk || a.Bulk != ""
		switch a.Verdict {
		case "pass":
			t.Passed++
		case "fail":
			t.Failed++
		default:
			t.NotApplicable++
		}
	}
	if len(answered) < len(items) {
		missing := ErrUnanswered.With("missing", len(items)-len(answered))
		for _, i := range items {
			if !answered[i.ID] {
				missing = missing.At("body.answers", i.Risk)
			}
		}
		return Tally{}, missing
	}
	return t, nil
}

func judgeOne(item api.RiskItem, a api.Answer, at string) error {
	switch {
	case a.Verdict == "fail" && blank(a.Note):
		return ErrNoteRequired.At(at+".note", "")
	case a.Bulk == "rest_pass" && a.Verdict != "pass",
		a.Bulk == "no_batch" && (a.Verdict != "na" || !item.Batch):
		return ErrBulk.At(at+".bulk", "")
	case unclean(a.Note):
		return ErrControl.At(at+".note", "")
	case unclean(a.Measure):
		return ErrControl.At(at+".measure", "")
	}
	if item.Measured == nil || a.Verdict == "na" {
		return nil
	}
	switch {
	case a.Value == nil:
		return ErrValueRequired.At(at+".value", "")
	case a.Verdict == "pass" && outside(*item.Measured, *a.Value):
		return ErrOutsideLimits.At(at+".value", "")
	}
	return nil
}

func outside(m api.Measured, v float64) bool {
	return m.Min != nil && v < *m.Min || m.Max != nil && v > *m.Max
}

// changed lists the items whose answer differs between two bodies.
func changed(before, after []api.Answer) []string {
	old := make(map[string]string, len(before))
	for _, a := range before {
		old[a.Item] = essence(a)
	}
	items := []string{}
	for _, a := range after {
		if old[a.Item] != essence(a) {
			items = append(items, a.Item)
		}
	}
	return items
}

// essence is what a correction can change in an answer; by which tap it was
// given is not.
func essence(a api.Answer) string {
	value := ""
	if a.Value != nil {
		value = fmt.Sprint(*a.Value)
	}
	return fmt.Sprintf("%q %q %q %q %q %q", a.Verdict, value, a.Note, a.Measure, a.Severity, a.Photos)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// unclean finds control characters; line breaks and tabs are text.
func unclean(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' })
}
