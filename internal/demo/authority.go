package demo

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/regulator"
)

// agency is a node of the authority's tree with its people.
type agency struct {
	id         id.ID
	path       string
	name       string
	chief      *person
	supervisor *person
}

// bureaus are the offices of the demo's district. Their names are those of
// public bodies; the people are invented.
var bureaus = []struct{ name, chief, chiefLogin, supervisor, login string }{
	{"罗店市场监督管理所", "演示所长", "suozhang", "演示监管一", "suoyuan"},
	{"友谊路市场监督管理所", "演示所长二", "suozhang2", "演示监管二", "suoyuan2"},
	{"吴淞市场监督管理所", "演示所长三", "suozhang3", "演示监管三", "suoyuan3"},
	{"顾村市场监督管理所", "演示所长四", "suozhang4", "演示监管四", "suoyuan4"},
	{"大场市场监督管理所", "演示所长五", "suozhang5", "演示监管五", "suoyuan5"},
	{"杨行市场监督管理所", "演示所长六", "suozhang6", "演示监管六", "suoyuan6"},
}

const (
	luodian = iota
	youyi
	wusong
	gucun
	dachang
	yanghang
)

// authority founds the tree, as an operator does, and lets the chiefs add
// their people.
func (b *builder) authority(ctx context.Context) error {
	var err error
	if b.city, err = b.foundAgency(ctx, nil, regulator.City, cityName, "演示市局", "shiju"); err != nil {
		return err
	}
	if b.district, err = b.foundAgency(ctx, &b.city, regulator.District, districtName, "演示区局", "quju"); err != nil {
		return err
	}
	for _, o := range bureaus {
		office, err := b.foundAgency(ctx, &b.district, regulator.Office, o.name, o.chief, o.chiefLogin)
		if err != nil {
			return err
		}
		if office.supervisor, err = b.account(ctx, o.login, o.supervisor); err != nil {
			return err
		}
		office.supervisor.agency, office.supervisor.roles = &office, []access.Role{access.Supervisor}
		in := &api.AddMemberInput{InAgency: api.InAgency{Agency: string(office.id)}}
		in.Body.Agency, in.Body.Name, in.Body.Login, in.Body.Role = string(office.id), o.supervisor, o.login, string(access.Supervisor)
		if _, err := as(ctx, b, office.chief, api.AddMember.Meta, b.Regulator.AddMember, in); err != nil {
			return err
		}
		b.offices = append(b.offices, &office)
	}
	return nil
}

func (b *builder) foundAgency(ctx context.Context, above *agency, level regulator.Level, name, chief, login string) (agency, error) {
	a := agency{name: name}
	parent := id.Nil
	if above != nil {
		parent = above.id
	}
	var err error
	if a.chief, err = b.account(ctx, login, chief); err != nil {
		return a, err
	}
	err = b.DB.Write(ctx, operator("found_agency"), func(tx *db.Tx) error {
		if a.id, err = b.Regulator.Found(tx, parent, level, name); err != nil {
			return err
		}
		_, _, err = b.Identity.JoinAgency(tx, a.id, name, access.Chief, login, chief)
		return err
	})
	if err != nil {
		return a, fmt.Errorf("found %s: %w", name, err)
	}
	a.path = string(a.id) + "/"
	if above != nil {
		a.path = above.path + a.path
	}
	home := a
	a.chief.agency, a.chief.roles = &home, []access.Role{access.Chief}
	return a, nil
}

// account opens an account whose password is known and need not be changed.
func (b *builder) account(ctx context.Context, login, name string) (*person, error) {
	p := &person{login: login, name: name, appointment: map[access.Role]string{}}
	err := b.DB.Write(ctx, operator("open_account"), func(tx *db.Tx) (err error) {
		p.account, err = b.Identity.CreateAccountWithPassword(tx, login, name, "", Password)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open account %s: %w", login, err)
	}
	return p, nil
}

// operator is the grant of who sits at the terminal.
func operator(operation string) access.Grant {
	return access.Anyone(access.Call{Operation: "admin." + operation})
}

// watch lets supervising officers look at some enterprises now and then.
func (b *builder) watch() {
	for i, s := range b.shops {
		for _, ago := range []int{41 - i, 20 - i%9, 6 + i%3} {
			if len(s.people) == 0 || i%3 == 1 || ago >= s.begins {
				continue
			}
			b.at(b.day(ago).At(9*60+35+7*i), func(ctx context.Context) error { return b.look(ctx, s) })
		}
	}
}

// look notes a look in the named officer's name, as his pages do.
func (b *builder) look(ctx context.Context, s *shop) error {
	by := b.offices[s.office].supervisor
	for _, l := range []struct {
		m       api.Meta
		subject string
	}{{api.InspectEnterprise.Meta, ""}, {api.InspectDailies.Meta, string(b.day(b.ago()).Month())}} {
		g, err := by.grant(l.m)
		if err != nil {
			return err
		}
		err = b.DB.Write(ctx, g, func(tx *db.Tx) error {
			tx, err := tx.For(s.id)
			if err != nil {
				return err
			}
			return b.Regulator.RecordLook(tx, l.m.Look, l.subject)
		})
		if err != nil {
			return fmt.Errorf("look at %s: %w", s.name, err)
		}
	}
	return nil
}

// lookUp finds the account that registration has opened.
func (b *builder) lookUp(ctx context.Context, p *person) error {
	return b.DB.Read(ctx, operator("find_account"), func(tx *db.Tx) error {
		account, found, err := b.Identity.FindAccount(tx, p.login)
		if err == nil && !found {
			err = fmt.Errorf("account %s is not there", p.login)
		}
		p.account = account
		return err
	})
}
