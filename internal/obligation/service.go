package obligation

import (
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
)

// JobSweep names the sweep among the bells; from its last completed ring the
// sweep knows which days went by without one.
const JobSweep = "obligation.sweep"

// Refusals.
var (
	ErrNotDue = fault.New(fault.NotFound, "obligation.not_due",
		"该班次当天没有应做的检查，请返回“今日”页面刷新后重试。")
	ErrAlreadyDone = fault.New(fault.Conflict, "obligation.already_done",
		"该事项已经完成，请刷新页面查看。")
	ErrNotMissed = fault.New(fault.Conflict, "obligation.excuse.not_missed",
		"该日检查不是漏检（尚未到期、已完成或已免除），无需免除。")
	ErrSiteNotFound = fault.New(fault.NotFound, "obligation.site.not_found",
		"没有找到该场所，请返回场所列表重新选择。")
	ErrBadDay = fault.New(fault.Invalid, "obligation.day.form",
		"日期不正确，请按“2026-11-24”的形式填写。")
	ErrBadRange = fault.New(fault.Invalid, "obligation.outage.range",
		"故障起止时间不正确：结束时间应晚于开始时间，且不晚于现在。")
)

// Service keeps the obligations, the working patterns and the notices that excuse.
type Service struct {
	db       *db.DB
	calendar Calendar
	ledger   Sealer
	lists    Lists
	tasks    []TaskSource
	warnings []WarningSource
}

// New makes the service.
func New(d *db.DB, calendar Calendar, ledger Sealer) *Service {
	return &Service{db: d, calendar: calendar, ledger: ledger}
}

// Connect joins what the today screen shows besides obligations. It is called
// once, while the program is assembled: those who answer are made later,
// because they use this service.
func (s *Service) Connect(lists Lists, tasks ...TaskSource) {
	s.lists, s.tasks = lists, tasks
}

// HearWarnings joins who warns on the today screen. It is called while the
// program is assembled.
func (s *Service) HearWarnings(sources ...WarningSource) { s.warnings = append(s.warnings, sources...) }
