package api

import (
	"net/http"
	"time"
)

// What is due, the working pattern, and notices that excuse.
var (
	ReadToday = declare[InEnterprise, TodayOutput](Meta{
		ID: "readToday", Method: http.MethodGet, Path: "/enterprises/{enterprise}/today", Permission: "obligation.read",
		Summary: "The today screen: the open checks with their items, the last seven days, and my tasks with deadlines",
	})
	ListObligations = declare[ListObligationsInput, ObligationsOutput](Meta{
		ID: "listObligations", Method: http.MethodGet, Path: "/enterprises/{enterprise}/obligations", Permission: "obligation.read",
		Summary: "应履行事项: what is to be done by when, except the daily checks, by deadline (at most 500)",
	})
	ReadCalendar = declare[ReadCalendarInput, CalendarOutput](Meta{
		ID: "readCalendar", Method: http.MethodGet, Path: "/enterprises/{enterprise}/calendar", Permission: "obligation.read",
		Summary: "The days of a month with their state",
	})
	ListShifts = declare[InEnterprise, ShiftsOutput](Meta{
		ID: "listShifts", Method: http.MethodGet, Path: "/enterprises/{enterprise}/shifts", Permission: "obligation.read",
		Summary: "The working pattern of each site",
	})
	PlanShifts = declare[PlanShiftsInput, ShiftsOutput](Meta{
		ID: "planShifts", Method: http.MethodPut, Path: "/enterprises/{enterprise}/sites/{site}/shifts", Permission: "obligation.pattern.edit",
		Summary: "Replace the working pattern of a site from the first day on of which nothing has opened: tomorrow as a rule",
	})
	ExceptDay = declare[ExceptDayInput, ShiftsOutput](Meta{
		ID: "exceptDay", Method: http.MethodPut, Path: "/enterprises/{enterprise}/sites/{site}/exceptions/{day}", Permission: "obligation.pattern.edit",
		Summary: "Let a coming day depart from the pattern: open or resting",
	})
	ReadTerms = declare[InEnterprise, TermsOutput](Meta{
		ID: "readTerms", Method: http.MethodGet, Path: "/enterprises/{enterprise}/terms", Permission: "obligation.read",
		Summary: "How many days after its end the report of a week or the meeting of a month is still in time",
	})
	EditTerms = declare[EditTermsInput, TermsOutput](Meta{
		ID: "editTerms", Method: http.MethodPut, Path: "/enterprises/{enterprise}/terms", Permission: "obligation.pattern.edit",
		Summary: "Change these days for the weeks and months that have not begun",
	})
	ListSuspensions = declare[InEnterprise, SuspensionsOutput](Meta{
		ID: "listSuspensions", Method: http.MethodGet, Path: "/enterprises/{enterprise}/suspensions", Permission: "obligation.read",
		Summary: "Suspension notices, newest first",
	})
	FileSuspension = declare[FileSuspensionInput, SuspensionOutput](Meta{
		ID: "fileSuspension", Method: http.MethodPut, Path: "/enterprises/{enterprise}/suspensions/{suspension}", Permission: "obligation.suspension.file",
		Summary: "File a notice (停产/停业/放假) of at most 30 days from today on; filed by the principal it is signed at once, otherwise it waits for his signature",
	})
	SignSuspension = declare[SignSuspensionInput, SuspensionOutput](Meta{
		ID: "signSuspension", Method: http.MethodPost, Path: "/enterprises/{enterprise}/suspensions/{suspension}/signature", Permission: "obligation.suspension.sign",
		Summary: "The principal signs; checks whose time is over are not excused by it",
	})
	EndSuspension = declare[EndSuspensionInput, SuspensionOutput](Meta{
		ID: "endSuspension", Method: http.MethodPost, Path: "/enterprises/{enterprise}/suspensions/{suspension}/end", Permission: "obligation.suspension.file",
		Summary: "Work is resumed early, from today",
	})
	ExcuseDay = declare[ExcuseDayInput, Done](Meta{
		ID: "excuseDay", Method: http.MethodPost, Path: "/agencies/{agency}/enterprises/{enterprise}/excuses", Permission: "obligation.excuse", Status: http.StatusNoContent,
		Summary: "A supervising officer excuses a past day, with a reason and in his name",
	})
)

// DayState is how a day's check stands. The three kinds of nothing are kept
// apart: zero_risk (checked, nothing found), excused (not due, declared),
// missed (due, not done). A day is missed only when its shift and grace are over.
type DayState struct {
	Day      string    `json:"day" format:"date"`
	Site     string    `json:"site" format:"uuid"`
	Shift    string    `json:"shift" format:"uuid"`
	State    string    `json:"state" enum:"coming,open,done,excused,missed"`
	Outcome  string    `json:"outcome,omitempty" enum:"zero_risk,hazards"`
	Lateness string    `json:"lateness,omitempty" enum:"on_time,arrived_late,backfilled"`
	Excuse   string    `json:"excuse,omitempty" enum:"production_stop,business_stop,holiday,authority,outage"`
	Record   string    `json:"record,omitempty" doc:"The record that fulfilled it"`
	Opens    time.Time `json:"opens"`
	Due      time.Time `json:"due"`
}

// TodayCheck is a check that can be made now.
type TodayCheck struct {
	DayState
	SiteName    string     `json:"siteName"`
	ShiftName   string     `json:"shiftName"`
	OnlyShift   bool       `json:"onlyShift" doc:"The site has no other shift; its name need not be shown"`
	ListID      string     `json:"listId,omitempty" doc:"Absent while no list is approved"`
	ListVersion int        `json:"listVersion"`
	Items       []RiskItem `json:"items"`
	SubmittedBy string     `json:"submittedBy,omitempty"`
	SubmittedAt *time.Time `json:"submittedAt,omitempty"`
	Suspension  string     `json:"suspension,omitempty" doc:"A notice that waits for the principal's signature"`
}

// Task is something the caller has to do.
type Task struct {
	Kind     string     `json:"kind" doc:"hazard, correction, suspension, list, appointment, or the kind of the obligation"`
	Subject  string     `json:"subject" format:"uuid"`
	Day      string     `json:"day,omitempty" format:"date" doc:"The first day of its period"`
	Title    string     `json:"title"`
	Note     string     `json:"note,omitempty"`
	Severity string     `json:"severity,omitempty" enum:"general,larger,major"`
	Due      *time.Time `json:"due,omitempty"`
}

// Warning is something that is wrong and that everybody should know.
type Warning struct {
	Kind    string   `json:"kind" doc:"As of the obligation it belongs to: licence_expiry"`
	Subject string   `json:"subject" format:"uuid"`
	Text    string   `json:"text"`
	Said    Sentence `json:"said" doc:"The text, for other languages"`
	Since   string   `json:"since,omitempty" format:"date" doc:"The last day on which all was well"`
}

// Today is the today screen.
type Today struct {
	Day        string       `json:"day" format:"date"`
	ServerTime time.Time    `json:"serverTime"`
	Checks     []TodayCheck `json:"checks" doc:"Open now first, then done ones of today, then what comes later today; missed checks of the last 7 days that can be back-filled come under missed"`
	Missed     []TodayCheck `json:"missed"`
	Week       []DayState   `json:"week" doc:"The last seven days and today, per site and shift"`
	Tasks      []Task       `json:"tasks"`
	Warnings   []Warning    `json:"warnings" doc:"What is wrong whoever looks, as a certificate that has lapsed; it never keeps anybody from a check"`
	RestsToday bool         `json:"restsToday" doc:"No check is due today by the pattern"`
	NextOpens  *time.Time   `json:"nextOpens,omitempty"`
}

// TodayOutput is the today screen.
type TodayOutput struct{ Body Today }

// ListObligationsInput asks for duties.
type ListObligationsInput struct {
	InEnterprise
	Mine bool `query:"mine" doc:"Only what is the caller's: his alone, or that of a post he holds"`
	Done bool `query:"done" doc:"What was done, the latest first, instead of what is to be done"`
}

// ObligationsOutput lists duties.
type ObligationsOutput struct {
	Body struct {
		Items []Obligation `json:"items"`
	}
}

// Obligation is something that must be done by some time.
type Obligation struct {
	Kind        string     `json:"kind"`
	Subject     string     `json:"subject" format:"uuid" doc:"What it is about: a hazard, a report, a certificate, …"`
	Day         string     `json:"day" format:"date" doc:"The first day of its period"`
	Site        string     `json:"site,omitempty"`
	Title       string     `json:"title"`
	Post        string     `json:"post,omitempty" enum:"principal,director,officer"`
	Account     string     `json:"account,omitempty" doc:"The one person whose duty it is"`
	Mine        bool       `json:"mine"`
	Opens       time.Time  `json:"opens"`
	Due         time.Time  `json:"due"`
	State       string     `json:"state" enum:"coming,open,done,excused,missed"`
	FulfilledAt *time.Time `json:"fulfilledAt,omitempty"`
}

// ReadCalendarInput names a month.
type ReadCalendarInput struct {
	InEnterprise
	Month string `query:"month" pattern:"^[0-9]{4}-[0-9]{2}$" required:"true"`
	Site  string `query:"site" format:"uuid"`
}

// Counts tell the days apart; no one number mixes them.
type Counts struct {
	Due         int `json:"due" doc:"Days on which a check was or is due, excused ones not counted"`
	ZeroRisk    int `json:"zeroRisk" doc:"零风险, on time"`
	Hazards     int `json:"hazards" doc:"有隐患, on time"`
	ArrivedLate int `json:"arrivedLate" doc:"迟到送达"`
	Backfilled  int `json:"backfilled" doc:"补录"`
	Excused     int `json:"excused" doc:"停产/未营业"`
	Missed      int `json:"missed" doc:"漏检"`
	Open        int `json:"open" doc:"Not yet over"`
}

// CalendarOutput is a month.
type CalendarOutput struct {
	Body struct {
		Month  string     `json:"month"`
		Days   []DayState `json:"days"`
		Counts Counts     `json:"counts"`
	}
}

// ShiftFields is a shift as entered.
type ShiftFields struct {
	Name           string `json:"name" minLength:"1" maxLength:"20"`
	Starts         int    `json:"starts" minimum:"0" maximum:"1439" doc:"Minutes after midnight"`
	Ends           int    `json:"ends" minimum:"1" maximum:"2879" doc:"Minutes after midnight of the day on which the shift starts; more than 1440 lies past midnight"`
	Grace          int    `json:"grace" minimum:"0" maximum:"720" doc:"Minutes after the end in which the check is still on time"`
	Weekdays       []int  `json:"weekdays" minItems:"1" maxItems:"7" doc:"1 is Monday, 7 is Sunday"`
	RestOnHolidays bool   `json:"restOnHolidays" doc:"Rests on statutory holidays and works on make-up workdays"`
}

// Shift is a shift of a site.
type Shift struct {
	ID   string `json:"id" format:"uuid"`
	Site string `json:"site" format:"uuid"`
	ShiftFields
	From  string `json:"from" format:"date"`
	Until string `json:"until,omitempty"`
}

// ShiftsOutput is the pattern.
type ShiftsOutput struct {
	Body struct {
		Items      []Shift        `json:"items"`
		Exceptions []DayException `json:"exceptions" doc:"From today on"`
	}
}

// DayException is a day that departs from the pattern.
type DayException struct {
	Site   string `json:"site" format:"uuid"`
	Day    string `json:"day" format:"date"`
	Open   bool   `json:"open"`
	Reason string `json:"reason"`
}

// Terms are the days of grace of the periods' duties. No order states them:
// they are the enterprise's own rule.
type Terms struct {
	WeekGrace  int `json:"weekGrace" minimum:"0" maximum:"6" doc:"Days after Sunday in which 《每周排查治理报告》 is still in time; 2 unless changed"`
	MonthGrace int `json:"monthGrace" minimum:"0" maximum:"15" doc:"Days after the month in which 《每月调度会议纪要》 is still in time; 5 unless changed"`
}

// TermsOutput is the terms.
type TermsOutput struct{ Body Terms }

// EditTermsInput changes the terms.
type EditTermsInput struct {
	InEnterprise
	Body Terms
}

// PlanShiftsInput replaces a pattern.
type PlanShiftsInput struct {
	InEnterprise
	Site string `path:"site" format:"uuid"`
	Body struct {
		Shifts []ShiftFields `json:"shifts" minItems:"1" maxItems:"4"`
	}
}

// ExceptDayInput excepts a day.
type ExceptDayInput struct {
	InEnterprise
	Site string `path:"site" format:"uuid"`
	Day  string `path:"day" format:"date"`
	Body struct {
		Open   bool   `json:"open"`
		Reason string `json:"reason" minLength:"1" maxLength:"100"`
	}
}

// Suspension is a notice that a site does not work.
type Suspension struct {
	ID         string     `json:"id" format:"uuid"`
	Site       string     `json:"site" format:"uuid"`
	SiteName   string     `json:"siteName"`
	Kind       string     `json:"kind" enum:"production_stop,business_stop,holiday"`
	Reason     string     `json:"reason"`
	From       string     `json:"from" format:"date"`
	Until      string     `json:"until" format:"date"`
	FiledName  string     `json:"filedName"`
	FiledAt    time.Time  `json:"filedAt"`
	SignedName string     `json:"signedName,omitempty"`
	SignedAt   *time.Time `json:"signedAt,omitempty"`
	EndedAt    *time.Time `json:"endedAt,omitempty"`
}

// SuspensionsOutput lists notices.
type SuspensionsOutput struct {
	Body struct {
		Items []Suspension `json:"items"`
	}
}

// SuspensionOutput is one notice.
type SuspensionOutput struct{ Body Suspension }

// FileSuspensionInput files a notice.
type FileSuspensionInput struct {
	InEnterprise
	Suspension string `path:"suspension" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body       struct {
		Site   string `json:"site" format:"uuid"`
		Kind   string `json:"kind" enum:"production_stop,business_stop,holiday"`
		Reason string `json:"reason" minLength:"1" maxLength:"200"`
		From   string `json:"from" format:"date" doc:"Today or later"`
		Until  string `json:"until" format:"date" doc:"At most 30 days"`
	}
}

// SignSuspensionInput signs a notice.
type SignSuspensionInput struct {
	InEnterprise
	Suspension string `path:"suspension" format:"uuid"`
	Body       struct {
		Declaration Declaration `json:"declaration"`
	}
}

// EndSuspensionInput ends a notice early.
type EndSuspensionInput struct {
	InEnterprise
	Suspension string `path:"suspension" format:"uuid"`
}

// ExcuseDayInput excuses a past day.
type ExcuseDayInput struct {
	InArea
	Body struct {
		Day    string `json:"day" format:"date"`
		Shift  string `json:"shift" format:"uuid"`
		Reason string `json:"reason" minLength:"2" maxLength:"300"`
	}
}
