package bylaw

import (
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrNotFound     = fault.New(fault.NotFound, "bylaw.not_found", "没有找到这份制度文件。")
	ErrNoVersion    = fault.New(fault.NotFound, "bylaw.version.not_found", "没有找到这份制度文件的这一版。")
	ErrNotNeeded    = fault.New(fault.Conflict, "bylaw.not_needed", "按本单位的经营类型和产品，不需要这份制度。如经营情况有变化，请先更新单位档案。")
	ErrNoSide       = fault.New(fault.Conflict, "bylaw.no_side", "还不知道本单位是生产还是销售。请先在单位档案中填写经营类型，再起草制度。")
	ErrChanged      = fault.New(fault.Conflict, "bylaw.draft.changed", "草稿在您编辑期间已被他人修改或批准。请刷新查看最新内容，再重新修改。")
	ErrNoDraft      = fault.New(fault.Conflict, "bylaw.draft.none", "没有待批准的草稿。请先起草。")
	ErrNotSubmitted = fault.New(fault.Conflict, "bylaw.draft.not_submitted", "草稿还在起草中，请等起草人提交后再批准，或者由您修改后批准。")
	ErrEmpty        = fault.New(fault.Invalid, "bylaw.text.empty", "制度还没有正文。请写入内容，或者上传文件后再提交、批准。")
	ErrControl      = fault.New(fault.Invalid, "bylaw.text.control", "文字中含有不可见的控制字符，请删除后重试。")
	ErrFile         = fault.New(fault.Invalid, "bylaw.file.required", "请先上传制度文件（PDF、Word 或图片）。")
	ErrDays         = fault.New(fault.Invalid, "bylaw.days", "生效日期应为今天起 90 天以内，下次复审日期应晚于生效日期且不超过三年。")
	ErrTwice        = fault.New(fault.Invalid, "bylaw.approval.twice", "同一份制度只能批准一次，请去掉重复的。")
	ErrSuperseded   = fault.New(fault.Conflict, "bylaw.version.superseded", "这一版已被新版取代，不需要再办理。请刷新查看现行版本。")
	ErrRepealed     = fault.New(fault.Conflict, "bylaw.version.repealed", "这一版已经废止。")
	ErrNotAsked     = fault.New(fault.NotFound, "bylaw.confirmation.not_found", "没有找到这份签收，请刷新后重试。")
	ErrNotYours     = fault.New(fault.Forbidden, "bylaw.confirmation.not_yours", "签收只能由本人办理。请提醒本人阅读后签收。")
	ErrSignature    = fault.New(fault.Invalid, "bylaw.declaration.signature", "签名的笔迹不完整，请清除后重新签名。")
)

// The kinds of sealed facts.
const (
	KindApproved  = "bylaw.approved"
	KindConfirmed = "bylaw.confirmed"
	KindReviewed  = "bylaw.reviewed"
	KindRepealed  = "bylaw.repealed"
)

// The kinds of obligations.
const (
	// DutyApprove asks the principal to approve a submitted draft; its subject
	// is the bylaw.
	DutyApprove = "bylaw_approve"
	// DutyConfirm asks one person to confirm; its subject is the request.
	DutyConfirm = "bylaw_confirm"
	// DutyReview asks for the review of the version in force; its subject is
	// the bylaw and its day that of the review.
	DutyReview = "bylaw_review"
)

// Days to do it in. They are the product's own; no order states a number.
const (
	approveWithin = 7
	confirmWithin = 7
	reviewBefore  = 30
	latestEffect  = 90
	longestReview = 3*366 + latestEffect
)

// The forms of a document.
const (
	formText = "text"
	formFile = "file"
)

// The states of a draft.
const (
	stateDraft     = "draft"
	stateSubmitted = "submitted"
)

// The states of a version.
const (
	inForce    = "in_force"
	coming     = "coming"
	superseded = "superseded"
	repealed   = "repealed"
)

// standing is how a version stands on a day among all of its bylaw, newest
// first. The newest that has taken effect is in force, unless it was repealed:
// repeal does not bring back what it had replaced.
func standing(versions []versionRow, repeals map[int]actRow, n int, today clock.Day) string {
	v := versions[n]
	newer := slices.ContainsFunc(versions[:n], func(w versionRow) bool { return !w.EffectiveDay.After(today) || !w.EffectiveDay.After(v.EffectiveDay) })
	_, gone := repeals[v.Version]
	switch {
	case gone:
		return repealed
	case newer:
		return superseded
	case v.EffectiveDay.After(today):
		return coming
	}
	return inForce
}

// reviewDay is the next day of review: the last that was named.
func reviewDay(v versionRow, acts []actRow) clock.Day {
	day := v.ReviewDay
	for _, a := range acts {
		if a.Version == v.Version && a.Kind == actReviewed {
			day = a.ReviewDay
		}
	}
	return day
}

// checkDays holds the days of an approval against today.
func checkDays(effective, review, today clock.Day) bool {
	return !effective.Before(today) && effective.Sub(today) <= latestEffect && review.After(effective) && review.Sub(effective) <= longestReview
}

// until is the last minute of the day so many days ahead.
func until(today clock.Day, days int) time.Time { return today.Add(days).At(24*60 - 1) }

// person is somebody whom a version concerns.
type person struct {
	account id.ID
	name    string
}

func split(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, ",")
}
