package demo

import (
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// open founds the enterprise, puts its people in office, sets its hours and
// approves its list.
func (b *builder) open(ctx context.Context, s *shop) error {
	steps := []func(context.Context, *shop) error{b.found, b.assign, b.hire, b.settle, b.list, b.plan}
	if s.origin == archived {
		steps = steps[:2]
	}
	for _, step := range steps {
		if err := step(ctx, s); err != nil {
			return fmt.Errorf("open %s: %w", s.name, err)
		}
	}
	if s.number < trained && s.begins > 45 {
		b.at(b.day(3).At(10*60), func(ctx context.Context) error { return b.legislate(ctx, s) })
		b.train(s)
		b.certify(s)
	}
	if s.number < meets {
		b.meet(s)
	}
	if s.script != nil {
		s.script(b, s)
	}
	return nil
}

func (s *shop) head() api.EnterpriseHead {
	h := api.EnterpriseHead{Name: s.name, Identifier: s.identifier, Address: s.address, LegalRepresentative: "演示经营者", Contact: "演示联系人"}
	if len(s.people) > 0 {
		h.LegalRepresentative, h.Contact = s.people[0].name, s.people[len(s.people)-1].name
	}
	return h
}

func (b *builder) found(ctx context.Context, s *shop) error {
	office := b.offices[s.office]
	if s.origin == registered {
		in := &api.RegisterInput{}
		in.Body.EnterpriseHead, in.Body.Businesses, in.Body.Site, in.Body.Products = s.head(), s.figures, s.sites[0], s.products
		in.Body.Office = string(office.id)
		p := s.people[0]
		in.Body.Principal.Name, in.Body.Principal.Login, in.Body.Principal.Password = p.name, s.login(0), Password
		for _, post := range p.posts {
			in.Body.Principal.Posts = append(in.Body.Principal.Posts, string(post))
		}
		out, err := b.Enterprises.Register(ctx, access.Anyone(access.Call{Operation: api.Register.Meta.ID}), in)
		if err != nil {
			return err
		}
		s.id = id.ID(out.Body.Enterprise)
		return nil
	}
	in := &api.FoundEnterpriseInput{InAgency: api.InAgency{Agency: string(office.id)}}
	in.Body.EnterpriseHead, in.Body.Businesses, in.Body.Site, in.Body.Products = s.head(), s.figures, s.sites[0], s.products
	in.Body.SurveyedOn, in.Body.SurveyOutcome = string(clock.DayOf(b.clk.Now()).Add(-1-s.number%4)), "现场核实，正常经营。"
	in.Body.EntryReason, in.Body.InScope, in.Body.ScopeNote = s.reason, s.outOfScope == "", s.outOfScope
	out, err := as(ctx, b, office.supervisor, api.FoundEnterprise.Meta, b.Enterprises.Found, in)
	if err != nil {
		return err
	}
	s.id = id.ID(out.Body.ID)
	return nil
}

// login is that of one of the enterprise's people.
func (s *shop) login(n int) string {
	if login := s.people[n].login; login != "" {
		return login
	}
	return fmt.Sprintf("yanshi%02d%c", s.number+1, 'a'+n)
}

// assign lets the head of the office name the supervising officer.
func (b *builder) assign(ctx context.Context, s *shop) error {
	if s.unnamed {
		return nil
	}
	office := b.offices[s.office]
	in := &api.AssignEnterpriseInput{InArea: s.inArea(office)}
	in.Body.Office, in.Body.Officer, in.Body.From = string(office.id), string(office.supervisor.account), string(clock.DayOf(b.clk.Now()))
	_, err := as(ctx, b, office.chief, api.AssignEnterprise.Meta, b.Regulator.Assign, in)
	return err
}

// hire puts the people into their posts. Their accounts are opened beforehand,
// so that their passwords are known.
func (b *builder) hire(ctx context.Context, s *shop) error {
	for n, h := range s.people {
		p, err := b.employ(ctx, s, n)
		if err != nil {
			return err
		}
		p.enterprise = s.id
		s.staff = append(s.staff, p)
		for _, post := range h.posts {
			if n == 0 && (s.origin == registered || post == access.Principal) {
				p.roles = append(p.roles, post)
				continue
			}
			if err := b.appoint(ctx, s, p, post); err != nil {
				return err
			}
		}
	}
	return nil
}

// employ returns one of the enterprise's people with his account.
func (b *builder) employ(ctx context.Context, s *shop, n int) (*person, error) {
	name, login := s.people[n].name, s.login(n)
	if n == 0 && s.origin == registered {
		p := &person{login: login, name: name, appointment: map[access.Role]string{}}
		return p, b.lookUp(ctx, p)
	}
	p, err := b.account(ctx, login, name)
	if err != nil || n > 0 {
		return p, err
	}
	office := b.offices[s.office]
	in := &api.OpenAccountInput{InArea: s.inArea(office)}
	in.Body.Name, in.Body.Login = name, login
	_, err = as(ctx, b, office.supervisor, api.OpenAccount.Meta, b.Enterprises.OpenAccount, in)
	return p, err
}

func (b *builder) appoint(ctx context.Context, s *shop, p *person, post access.Role) error {
	in := &api.AppointInput{InEnterprise: s.in()}
	in.Body.ID, in.Body.Name, in.Body.Login, in.Body.Post = b.newID(), p.name, p.login, string(post)
	if p == s.staff[0] {
		in.Body.Account, in.Body.Name, in.Body.Login = string(p.account), "", ""
	}
	out, err := b.letter(ctx, s, in)
	if err != nil {
		return err
	}
	p.appointment[post] = out.Body.Appointment.ID
	if err := b.accept(ctx, s, p, out.Body.Appointment); err != nil {
		return err
	}
	p.roles = append(p.roles, post)
	return nil
}

// letter lets the principal write a letter of appointment and sign it by hand.
func (b *builder) letter(ctx context.Context, s *shop, in *api.AppointInput) (*api.AppointOutput, error) {
	d := declare("我签发这份任命书，任命自本人接受时起生效。", b.dice(s, clock.DayOf(b.clk.Now()), 103))
	in.Body.Declaration = &d
	return as(ctx, b, s.staff[0], api.Appoint.Meta, b.Appointments.Appoint, in)
}

// accept lets a person accept his letter; who appointed himself was not asked.
func (b *builder) accept(ctx context.Context, s *shop, p *person, a api.Appointment) error {
	if a.State != "pending" {
		return nil
	}
	in := &api.AnswerAppointmentInput{OneAppointmentInput: api.OneAppointmentInput{InEnterprise: s.in(), Appointment: a.ID}}
	d := declare(appointment.Commitment, b.dice(s, clock.DayOf(b.clk.Now()), 102))
	in.Body.Answer, in.Body.Declaration = "accepted", &d
	held := p.roles
	p.roles = append([]access.Role{access.Appointee}, held...)
	_, err := as(ctx, b, p, api.AnswerAppointment.Meta, b.Appointments.Answer, in)
	p.roles = held
	return err
}

// settle adds the other sites and sets the hours, which begin tomorrow.
func (b *builder) settle(ctx context.Context, s *shop) error {
	for _, more := range s.sites[1:] {
		if _, err := as(ctx, b, s.staff[0], api.AddSite.Meta, b.Enterprises.AddSite, &api.AddSiteInput{InEnterprise: s.in(), Body: more}); err != nil {
			return err
		}
	}
	in := s.in()
	out, err := as(ctx, b, s.staff[0], api.ReadEnterprise.Meta, b.Enterprises.Read, &in)
	if err != nil {
		return err
	}
	for n, want := range s.sites {
		i := slices.IndexFunc(out.Body.Sites, func(have api.Site) bool { return have.Name == want.Name })
		site := out.Body.Sites[i].ID
		s.places = append(s.places, id.ID(site))
		if len(s.patterns[n]) == 0 {
			continue
		}
		plan := &api.PlanShiftsInput{InEnterprise: s.in(), Site: site}
		plan.Body.Shifts = s.patterns[n]
		if _, err := as(ctx, b, s.staff[0], api.PlanShifts.Meta, b.Obligations.PlanShifts, plan); err != nil {
			return err
		}
	}
	return nil
}

// list proposes a list from the library and lets the principal approve it.
func (b *builder) list(ctx context.Context, s *shop) error {
	by := s.staff[0]
	if d := s.other(by, access.Director); d != nil {
		by = d
	}
	in := s.in()
	draft, err := as(ctx, b, by, api.ProposeRiskList.Meta, b.RiskLists.Propose, &in)
	if err != nil {
		return err
	}
	if s.own != nil {
		edit := &api.EditRiskListInput{InEnterprise: s.in()}
		edit.Body.Items, edit.Body.Note, edit.Body.Revision = append(draft.Body.Items, *s.own), "增加首检测量项目", draft.Body.Revision
		if draft, err = as(ctx, b, by, api.EditRiskList.Meta, b.RiskLists.Edit, edit); err != nil {
			return err
		}
	}
	approve := &api.ApproveRiskListInput{InEnterprise: s.in()}
	approve.Body.Revision = draft.Body.Revision
	approve.Body.Declaration = declare("本清单符合本单位实际，同意实施。", b.dice(s, clock.DayOf(b.clk.Now()), 100))
	_, err = as(ctx, b, s.staff[0], api.ApproveRiskList.Meta, b.RiskLists.Approve, approve)
	return err
}
