package exchange

import (
	"fmt"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

var (
	posts       = []Choice{{"质量安全员", "officer"}, {"质量安全总监", "director"}, {"主要负责人", "principal"}}
	employments = []Choice{{"全职", "full_time"}, {"兼职", "part_time"}}
)

// people come in as letters of appointment. A table puts nobody into a post: who
// is named reads his letter and accepts it himself, as if it had been written on
// the screen. A person who holds two posts stands in two rows.
func (n Nouns) people() Table {
	return Table{
		Name: "people", Title: "人员",
		Import: &Import{
			Permission: "appointment.make",
			Columns: []Column{
				{Field: "name", Title: "姓名", Required: true},
				{Field: "login", Title: "登录名", Required: true, Width: 20, Note: "3 至 64 个字母、数字或 . _ - @；已有账号的填原登录名"},
				{Field: "phone", Title: "手机号", Width: 18},
				{Field: "post", Title: "拟任岗位", Choices: posts, Required: true, Width: 16},
				{Field: "employment", Title: "任职方式", Choices: employments},
				{Field: "sites", Title: "负责场所", Width: 24, Note: "多个用顿号隔开；全部场所的留空"},
				{Field: "until", Title: "任期至", Kind: Day, Note: "不设任期的留空"},
			},
			Key:  []string{"login", "post"},
			Open: n.openPeople,
			// A login that one row opened is known to the rows after it.
			Whole: true,
		},
		Export: &Export{
			Permission: "appointment.read",
			Columns:    columns("姓名", "岗位:16", "一人兼任", "代理", "任职时间:18"),
			Rows: standing("people", n.Appointments.Holders, func(a api.Appointment) []any {
				return []any{a.PersonName, paper.Post(a.Post), yes(a.Concurrent, "是"), yes(a.DeputyOf != "", "是"), paper.Minute(a.From)}
			}),
		},
	}
}

func (n Nouns) openPeople(tx *db.Tx) (Batch, error) {
	to, err := n.Appointments.Offering(tx)
	if err != nil {
		return Batch{}, fmt.Errorf("open letters: %w", err)
	}
	open, err := n.openSites(tx)
	if err != nil {
		return Batch{}, err
	}
	var newcomers []newcomer
	put := func(r Row) error {
		in := &api.AppointInput{}
		b := &in.Body
		b.ID, b.Name, b.Login, b.Phone = string(tx.NewID()), r["name"], r["login"], r["phone"]
		b.Post, b.Employment, b.Until = r["post"], r["employment"], r["until"]
		var f enterprise.Form
		b.Sites = open.find(&f, "sites", list(r["sites"])...)
		made, err := to.Put(in)
		if err == nil && made.Opened {
			newcomers = append(newcomers, newcomer{made.Account, made.Name, made.Login})
		}
		return refused(&f, err)
	}
	return Batch{Put: put, Newcomers: func() []newcomer { return newcomers }}, nil
}

var appointmentStates = map[string]string{"pending": "待接受", "in_office": "在任", "ended": "已结束", "refused": "不接受", "withdrawn": "已撤回"}

func (n Nouns) appointments() Table {
	return Table{
		Name: "appointments", Title: "任命和变更",
		Export: &Export{
			Permission: "appointment.read",
			Columns:    columns("姓名", "岗位:16", "状态", "任职方式", "任命书文号:16", "签发人", "起:18", "止:18", "答复时间:18", "未接受原因:28", "结束时间:18", "结束原因:28", "接手人"),
			Rows: standing("appointments", n.Appointments.History, func(a api.Appointment) []any {
				return []any{
					a.PersonName, paper.Post(a.Post), appointmentStates[a.State], chosen(employments, a.Employment), a.Number, a.MadeName, paper.Minute(a.From), minute(a.Until),
					minute(a.AnsweredAt), a.AnswerWhy, minute(a.EndedAt), a.EndedWhy, a.Successor,
				}
			}),
		},
	}
}

// yearsOf are the years of a range.
func yearsOf(from, to clock.Day) []int {
	var all []int
	for y := from.Year(); y <= to.Year(); y++ {
		all = append(all, y)
	}
	return all
}
