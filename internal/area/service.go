package area

import (
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
)

// Refusals.
var (
	ErrMonth  = fault.New(fault.Invalid, "area.month", "月份不正确，请重新选择。")
	ErrPage   = fault.New(fault.Invalid, "request.page", "翻页位置不正确，请从第一页重新查看。")
	ErrOffice = fault.New(fault.NotFound, "area.office.not_found", "没有找到该市场监管所，或者它不在您的辖区内。")
)

// Calendar loads the statutory calendar; reference answers.
type Calendar func(tx *db.Tx) (*clock.Calendar, error)

// Service answers an agency about its area.
type Service struct {
	db       *db.DB
	calendar Calendar
}

// New makes the service.
func New(d *db.DB, calendar Calendar) *Service { return &Service{db: d, calendar: calendar} }
