package obligation

import (
	"context"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Refusals of patterns.
var (
	ErrShiftForm = fault.New(fault.Invalid, "obligation.shift.form",
		"班次设置有误，请按提示修改后重试。")
	ErrDayPast = fault.New(fault.Invalid, "obligation.exception.past",
		"只能调整今天及以后一年内的日期；过去的日期请联系市场监管所处理。")
	ErrDayOpened = fault.New(fault.Conflict, "obligation.exception.opened",
		"当天的检查已经开始，不能再设为休息。如当天确实停业，请由主要负责人提交停业申报。")
)

// The hours that a new site begins with; its people change them.
var (
	shopHours    = Shift{Name: "全天", Starts: 8 * 60, Ends: 18 * 60, Grace: 120, Weekdays: 0b1111111}
	factoryHours = Shift{Name: "白班", Starts: 8 * 60, Ends: 17 * 60, Grace: 120, Weekdays: workweek, RestOnHolidays: true}
)

// DefaultShift gives a new site its first pattern, which is to be planned then:
// stores and stalls work every day, workshops and warehouses on workdays. A site
// that has a pattern keeps it. Where the day's time is already over, it begins
// tomorrow.
func (s *Service) DefaultShift(tx *db.Tx, site id.ID, siteKind string) error {
	today := tx.Today()
	have, err := shiftsFrom(tx, site, today)
	if err != nil || len(have) > 0 {
		return err
	}
	shift := shopHours
	if siteKind == "workshop" || siteKind == "warehouse" {
		shift = factoryHours
	}
	from := today
	if _, due := shift.Window(today); !tx.Now().Before(due) {
		from = today.Add(1)
	}
	shift.ID, shift.Site, shift.From = tx.NewID(), site, from
	return createShifts(tx, []shiftRow{rowOfShift(shift)})
}

func rowOfShift(s Shift) shiftRow {
	return shiftRow{
		ID: s.ID, SiteID: s.Site, Name: s.Name, Starts: s.Starts, Ends: s.Ends, Grace: s.Grace,
		Weekdays: s.Weekdays, RestOnHolidays: s.RestOnHolidays, FromDay: s.From, UntilDay: s.Until,
	}
}

// ListShifts returns the pattern from today on.
func (s *Service) ListShifts(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.ShiftsOutput, error) {
	var out *api.ShiftsOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = shifts(tx)
		return err
	})
	return out, err
}

// Shifts lists the shifts of the present pattern.
func (s *Service) Shifts(tx *db.Tx) ([]api.Shift, error) {
	all, err := shifts(tx)
	if err != nil {
		return nil, err
	}
	return all.Body.Items, nil
}

// PlanShifts replaces a site's pattern from the first day on which nothing has
// opened yet: tomorrow as a rule.
func (s *Service) PlanShifts(ctx context.Context, g access.Grant, in *api.PlanShiftsInput) (*api.ShiftsOutput, error) {
	site, err := id.Parse(in.Site)
	if err != nil {
		return nil, ErrSiteNotFound
	}
	if err := checkShifts(in.Body.Shifts); err != nil {
		return nil, err
	}
	var out *api.ShiftsOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := lockSite(tx, site); err != nil {
			return err
		}
		planned := make([]Shift, len(in.Body.Shifts))
		for i, f := range in.Body.Shifts {
			planned[i] = Shift{
				ID: tx.NewID(), Site: site, Name: strings.TrimSpace(f.Name), Starts: f.Starts, Ends: f.Ends, Grace: f.Grace,
				RestOnHolidays: f.RestOnHolidays,
			}
			for _, d := range f.Weekdays {
				planned[i].Weekdays |= 1 << (d - 1)
			}
		}
		from, err := firstUnopened(tx, site, planned)
		if err != nil {
			return err
		}
		if err := endShifts(tx, site, from); err != nil {
			return err
		}
		rows := make([]shiftRow, len(planned))
		for i, shift := range planned {
			shift.From = from
			rows[i] = rowOfShift(shift)
		}
		if err := createShifts(tx, rows); err != nil {
			return err
		}
		if err := s.Plan(tx); err != nil {
			return err
		}
		out, err = shifts(tx)
		return err
	})
	return out, err
}

// firstUnopened is the first day from today on of which no check of the site
// has opened and whose time by the new shifts is not over either: a new pattern
// makes nobody late for what nobody owed.
func firstUnopened(tx *db.Tx, site id.ID, shifts []Shift) (clock.Day, error) {
	day := tx.Today()
	for _, s := range shifts {
		if _, due := s.Window(day); !tx.Now().Before(due) {
			day = day.Add(1)
			break
		}
	}
	for {
		opened, err := anyOpened(tx, site, day)
		if err != nil || !opened {
			return day, err
		}
		day = day.Add(1)
	}
}

func checkShifts(fields []api.ShiftFields) error {
	bad := ErrShiftForm
	names := map[string]bool{}
	for i, f := range fields {
		at := func(field string) string { return place("shifts", i, field) }
		name := strings.TrimSpace(f.Name)
		switch {
		case name == "":
			bad = bad.For(at("name"), words.Say("obligation.shift.name", "请填写班次名称。"))
		case names[name]:
			bad = bad.For(at("name"), words.Say("obligation.shift.name_twice", "班次名称重复，请换一个名称。"))
		}
		names[name] = true
		if f.Starts < 0 || f.Starts > 1439 {
			bad = bad.For(at("starts"), words.Say("obligation.shift.starts", "开始时间应在0:00至23:59之间。"))
		}
		if f.Ends <= f.Starts || f.Ends > f.Starts+1440 {
			bad = bad.For(at("ends"), words.Say("obligation.shift.ends", "结束时间应晚于开始时间，且一个班次最长24小时；跨过零点的班次请选“次日”。"))
		}
		if f.Grace < 0 || f.Grace > 720 {
			bad = bad.For(at("grace"), words.Say("obligation.shift.grace", "宽限时间最长12小时。"))
		}
		if len(f.Weekdays) == 0 {
			bad = bad.For(at("weekdays"), words.Say("obligation.shift.weekdays", "请至少选择一个工作日。"))
		}
		for _, d := range f.Weekdays {
			if d < 1 || d > 7 {
				bad = bad.For(at("weekdays"), words.Say("obligation.shift.weekday", "星期应为1（周一）至7（周日）。"))
				break
			}
		}
	}
	if len(fields) == 0 {
		bad = bad.For("body.shifts", words.Say("obligation.shift.none", "请至少设置一个班次。"))
	}
	if len(bad.Fields) > 0 {
		return bad
	}
	return nil
}

// ExceptDay lets a coming day depart from the pattern. Once a check of the day
// has opened the day cannot be made one of rest.
func (s *Service) ExceptDay(ctx context.Context, g access.Grant, in *api.ExceptDayInput) (*api.ShiftsOutput, error) {
	site, err := id.Parse(in.Site)
	if err != nil {
		return nil, ErrSiteNotFound
	}
	day, err := clock.ParseDay(in.Day)
	if err != nil {
		return nil, ErrBadDay
	}
	var out *api.ShiftsOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := lockSite(tx, site); err != nil {
			return err
		}
		if day.Before(tx.Today()) || day.After(tx.Today().Add(366)) {
			return ErrDayPast
		}
		opened, err := anyOpened(tx, site, day)
		if err != nil {
			return err
		}
		if opened && !in.Body.Open {
			return ErrDayOpened
		}
		row := exceptionRow{SiteID: site, Day: day, Open: in.Body.Open, Reason: strings.TrimSpace(in.Body.Reason), MadeBy: tx.Actor().Account, MadeAt: tx.Now()}
		if err := putException(tx, row); err != nil {
			return err
		}
		if err := s.Plan(tx); err != nil {
			return err
		}
		out, err = shifts(tx)
		return err
	})
	return out, err
}

// shifts reads the pattern of all sites from today on.
func shifts(tx *db.Tx) (*api.ShiftsOutput, error) {
	out := &api.ShiftsOutput{}
	out.Body.Items, out.Body.Exceptions = []api.Shift{}, []api.DayException{}
	rows, err := shiftsFrom(tx, id.Nil, tx.Today())
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		shift := api.Shift{ID: string(r.ID), Site: string(r.SiteID), From: string(r.FromDay), Until: string(r.UntilDay), ShiftFields: api.ShiftFields{
			Name: r.Name, Starts: r.Starts, Ends: r.Ends, Grace: r.Grace, RestOnHolidays: r.RestOnHolidays,
		}}
		for d := 1; d <= 7; d++ {
			if r.Weekdays&(1<<(d-1)) != 0 {
				shift.Weekdays = append(shift.Weekdays, d)
			}
		}
		out.Body.Items = append(out.Body.Items, shift)
	}
	exceptions, err := exceptionsFrom(tx, tx.Today())
	if err != nil {
		return nil, err
	}
	for _, x := range exceptions {
		out.Body.Exceptions = append(out.Body.Exceptions, api.DayException{Site: string(x.SiteID), Day: string(x.Day), Open: x.Open, Reason: x.Reason})
	}
	return out, nil
}
