package appointment

import (
	"context"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// The refusals of appointments.
var (
	ErrInput          = fault.New(fault.Invalid, "appointment.input.invalid", "填写的内容有误，请按提示修改后重新提交。")
	ErrNotFound       = fault.New(fault.NotFound, "appointment.not_found", "没有找到该任命，请刷新后重试。")
	ErrPersonNotFound = fault.New(fault.NotFound, "appointment.person_not_found", "本单位没有这名人员，请先任命，或者填写姓名和登录名新增。")
	ErrSiteNotFound   = fault.New(fault.NotFound, "appointment.site_not_found", "没有找到该场所，请刷新后重试。")
	ErrSiteClosed     = fault.New(fault.Conflict, "appointment.site_closed", "该场所已关闭，请选择在营的场所。")
	ErrHeld           = fault.New(fault.Conflict, "appointment.held", "该人员已在该岗位任职，不需要重复任命。")
	ErrLastPrincipal  = fault.New(fault.Conflict, "appointment.last_principal", "这是唯一在任的主要负责人，不能免去。请先任命新的主要负责人，再免去原任。")
	ErrEnded          = fault.New(fault.Conflict, "appointment.ended", "该任命已经结束，不能再指定代理人。请刷新查看。")
	ErrDeputyOfDeputy = fault.New(fault.Conflict, "appointment.deputy.of_deputy", "代理人不能再转托他人代理，请由本人或主要负责人重新指定。")
	ErrDeputySelf     = fault.New(fault.Conflict, "appointment.deputy.self", "不能指定任职者本人为代理人，请选择本单位其他人员。")
	ErrDeputyUntil    = fault.New(fault.Invalid, "appointment.deputy.until", "代理期限应为今天起30天以内，到期可以再次指定。")
)

// Service keeps the appointments.
type Service struct {
	db       *db.DB
	ledger   *ledger.Service
	accounts Accounts
	roles    Roles
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, a Accounts, r Roles) *Service { return &Service{d, l, a, r} }

// List returns all appointments, those in office first.
func (s *Service) List(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.AppointmentsOutput, error) {
	var out api.AppointmentsOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Items, err = s.list(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

func (s *Service) list(tx *db.Tx) ([]api.Appointment, error) {
	roster, err := readRoster(tx)
	if err != nil {
		return nil, err
	}
	roster.Sort(tx.Now())
	items := make([]api.Appointment, len(roster))
	for n, a := range roster {
		items[n] = wire(roster, a, tx.Now())
	}
	return items, nil
}

func wire(r Roster, a Appointment, at time.Time) api.Appointment {
	return api.Appointment{
		ID: string(a.ID), Account: string(a.Account), PersonName: a.PersonName, Post: string(a.Post), Site: string(a.Site), DeputyOf: string(a.DeputyOf),
		From: a.From, Until: a.Until, EndedAt: a.EndedAt, EndedWhy: a.EndedWhy,
		InOffice: a.InOffice(at), Concurrent: r.Concurrent(a, at),
	}
}

// Appoint puts a person into a post. Repeating the id repeats the answer,
// without the initial password, which is kept nowhere.
func (s *Service) Appoint(ctx context.Context, g access.Grant, in *api.AppointInput) (*api.AppointOutput, error) {
	b := &in.Body
	var f enterprise.Form
	a := Appointment{ID: parse(&f, "body.id", b.ID), Post: reference.Post(b.Post)}
	if !slices.Contains(postOrder, a.Post) {
		f.Refuse("body.post", "请选择主要负责人、质量安全总监或质量安全员。")
	}
	if b.Site != "" {
		a.Site = parse(&f, "body.site", b.Site)
		if a.Post == reference.Principal {
			f.Refuse("body.site", "主要负责人负责全部场所，请不要指定场所。")
		}
	}
	login, phone := "", ""
	if b.Account != "" {
		a.Account = parse(&f, "body.account", b.Account)
	} else {
		a.PersonName = f.Name("body.name", b.Name, 50)
		login = f.Name("body.login", b.Login, 64)
		phone = f.Line("body.phone", b.Phone, 30)
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out api.AppointOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, roster, err := s.open(tx)
		if err != nil {
			return err
		}
		if made, ok := roster.Find(a.ID); ok {
			out.Body.Appointment = wire(roster, made, tx.Now())
			out.Body.Login, err = loginOf(tx, made.Account)
			return err
		}
		if err := checkSite(tx, a.Site); err != nil {
			return err
		}
		if a.Account == id.Nil {
			if a.Account, out.Body.InitialPassword, err = s.account(tx, login, a.PersonName, phone); err != nil {
				return err
			}
		} else if _, here := roster.Person(a.Account); !here {
			return ErrPersonNotFound.At("body.account", "")
		}
		// A person bears one name in one enterprise.
		if known, here := roster.Person(a.Account); here {
			a.PersonName = known.PersonName
		}
		if roster.Holds(a.Account, a.Post, a.Site, tx.Now(), false) {
			return ErrHeld
		}
		a.From = tx.Now()
		if err := s.make(tx, owner, a); err != nil {
			return err
		}
		out.Body.Appointment = wire(append(roster, a), a, tx.Now())
		out.Body.Login, err = loginOf(tx, a.Account)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// End ends an appointment at this instant, and with it those of its deputies.
// Write access ends in the same transaction. What has ended stays as it was.
func (s *Service) End(ctx context.Context, g access.Grant, in *api.EndAppointmentInput) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	why := f.Name("body.reason", in.Body.Reason, 200)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		_, roster, err := s.open(tx)
		if err != nil {
			return err
		}
		a, ok := roster.Find(canonical(in.Appointment))
		if !ok {
			return ErrNotFound
		}
		now := tx.Now()
		if a.InOffice(now) {
			if a.Post == reference.Principal && a.regular() && roster.Principals(now) == 1 {
				return ErrLastPrincipal
			}
			for _, b := range roster.InOffice(now) {
				if b.ID == a.ID || b.DeputyOf == a.ID {
					if err := s.end(tx, b, why); err != nil {
						return err
					}
				}
			}
		}
		out.Body.Items, err = s.list(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// Deputise lets another person of the enterprise act for the holder until the
// end of a day. The holder himself or the principal may name him.
func (s *Service) Deputise(ctx context.Context, g access.Grant, in *api.DeputiseInput) (*api.AppointmentsOutput, error) {
	var f enterprise.Form
	d := Appointment{ID: parse(&f, "body.id", in.Body.ID), Account: parse(&f, "body.account", in.Body.Account)}
	until := f.Day("body.until", in.Body.Until)
	if until == "" {
		f.Refuse("body.until", "请填写代理的最后一天。")
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	var out api.AppointmentsOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		owner, roster, err := s.open(tx)
		if err != nil {
			return err
		}
		if _, made := roster.Find(d.ID); !made {
			d, err = deputy(tx, roster, canonical(in.Appointment), d)
			if err != nil {
				return err
			}
			end, ok := leaveEnd(until, tx.Today())
			if !ok {
				return ErrDeputyUntil.At("body.until", "")
			}
			d.From, d.Until = tx.Now(), &end
			if err := s.make(tx, owner, d); err != nil {
				return err
			}
		}
		out.Body.Items, err = s.list(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// deputy decides whether d may act for the holder of the appointment.
func deputy(tx *db.Tx, roster Roster, of id.ID, d Appointment) (Appointment, error) {
	now := tx.Now()
	holder, ok := roster.Find(of)
	if !ok {
		return d, ErrNotFound
	}
	if tx.Actor().Account != holder.Account && !tx.Actor().Is(access.Principal) {
		return d, access.ErrForbidden
	}
	person, here := roster.InOffice(now).Person(d.Account)
	switch {
	case !holder.InOffice(now):
		return d, ErrEnded
	case !holder.regular():
		return d, ErrDeputyOfDeputy
	case !here:
		return d, ErrPersonNotFound.At("body.account", "")
	case d.Account == holder.Account:
		return d, ErrDeputySelf.At("body.account", "")
	case roster.Holds(d.Account, holder.Post, holder.Site, now, true):
		return d, ErrHeld.At("body.account", "")
	}
	d.PersonName, d.Post, d.Site, d.DeputyOf = person.PersonName, holder.Post, holder.Site, holder.ID
	return d, nil
}

// open locks the enterprise and reads its roster.
func (s *Service) open(tx *db.Tx) (owner string, r Roster, err error) {
	if owner, err = lockEnterprise(tx); err != nil {
		return "", nil, err
	}
	r, err = readRoster(tx)
	return owner, r, err
}

// account finds or opens the account of a person who is new here: he may
// already have one through another enterprise.
func (s *Service) account(tx *db.Tx, login, name, phone string) (account id.ID, password string, err error) {
	account, there, err := s.accounts.FindAccount(tx, login)
	if err != nil || there {
		return account, "", err
	}
	account, password, err = s.accounts.CreateAccount(tx, login, name, phone)
	if err != nil {
		return id.Nil, "", fmt.Errorf("open account: %w", err)
	}
	return account, password, nil
}

func checkSite(tx *db.Tx, site id.ID) error {
	if site == id.Nil {
		return nil
	}
	found, open, err := siteOpen(tx, site)
	switch {
	case err != nil:
		return err
	case !found:
		return ErrSiteNotFound
	case !open:
		return ErrSiteClosed.At("body.site", "")
	}
	return nil
}

func parse(f *enterprise.Form, pointer, s string) id.ID {
	i, err := id.Parse(s)
	if err != nil {
		f.Refuse(pointer, "编号格式不正确，请刷新后重试。")
	}
	return i
}

// canonical reads an id of the path; a malformed one is that of nothing.
func canonical(s string) id.ID {
	i, err := id.Parse(s)
	if err != nil {
		return id.Nil
	}
	return i
}
