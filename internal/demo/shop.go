package demo

import (
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/id"
)

// origin is how an archive began.
type origin int

const (
	surveyed   origin = iota // entered by its office, which opened the account
	registered               // by its principal
	archived                 // entered by its office, without an account
)

// shop is an enterprise as it is to be made, and what it has become.
type shop struct {
	name       string
	address    string
	identifier api.Identifier
	office     int
	origin     origin
	begins     int // days ago
	figures    []api.BusinessFigures
	sites      []api.SiteFields
	products   []api.ProductFields
	patterns   map[int][]api.ShiftFields // by site; others keep the first pattern
	people     []hire                    // the first is the principal
	outOfScope string
	reason     string // 录入原因
	unnamed    bool   // the office has not named an officer
	habit      habit
	fates      map[int]fate // by days ago
	script     func(*builder, *shop)

	number  int
	id      id.ID
	places  []id.ID
	staff   []*person
	own     *api.RiskItem
	latest  fate // told for the day that is being planned
	letOpen bool // today's check is left to whoever tries the demo
}

// hire is a person to be appointed.
type hire struct {
	name, login string
	posts       []access.Role
}

// habit is how often, of a hundred days, something happens.
type habit struct {
	fails, misses, late, backfills, goods int
	bulk                                  bool
	accepts                               bool // the director reads and accepts what was recorded
}

// kind is what becomes of a day's check.
type kind int

const (
	usual kind = iota // by habit
	clean
	failing
	missed
	late
	backfilled
	excused
	corrected // the director asked for it
	mended    // the officer himself saw the mistake
	awaiting  // the correction has not come
)

// fate is what becomes of a day's check, where it is not left to habit.
type fate struct {
	kind     kind
	code     string // of the failing item
	severity string
	note     string
	measure  string
	// keep is how far the hazard goes; empty is to its end.
	keep string
}

// holders lists the people who hold the post.
func (s *shop) holders(role access.Role) []*person {
	var all []*person
	for _, p := range s.staff {
		if slices.Contains(p.roles, role) {
			all = append(all, p)
		}
	}
	return all
}

// keepers lists who makes the checks: the officers or, while there are none,
// the directors.
func (s *shop) keepers() []*person {
	if officers := s.holders(access.Officer); len(officers) > 0 {
		return officers
	}
	return s.holders(access.Director)
}

// other returns somebody of the roles who is not the person, or nil.
func (s *shop) other(p *person, roles ...access.Role) *person {
	for _, role := range roles {
		for _, o := range s.holders(role) {
			if o != p {
				return o
			}
		}
	}
	return nil
}

// sole reports whether one person holds all posts.
func (s *shop) sole() bool { return len(s.staff) == 1 }

func (s *shop) in() api.InEnterprise { return api.InEnterprise{Enterprise: string(s.id)} }

func (s *shop) inArea(a *agency) api.InArea {
	return api.InArea{InAgency: api.InAgency{Agency: string(a.id)}, Enterprise: string(s.id)}
}

// code makes a 统一社会信用代码 of Baoshan whose subject cannot exist: such codes
// begin their subject with MA or digits.
func code(subject string) api.Identifier {
	first := "92310113" + "DEMX" + subject
	return api.Identifier{Kind: "uscc", Value: first + string(enterprise.CheckDigit(first))}
}

// size are the figures of a business; less than nought is unknown.
func size(business string, people int, wan float64) api.BusinessFigures {
	f := api.BusinessFigures{Kind: business, Year: 2025, Basis: "survey"}
	if people >= 0 {
		f.Headcount = &people
	}
	if wan >= 0 {
		f.Revenue = &wan
	}
	return f
}

func store(name, address string) api.SiteFields {
	return api.SiteFields{Kind: "store", Name: name, Address: address}
}

func workshop(name, address string) api.SiteFields {
	return api.SiteFields{Kind: "workshop", Name: name, Address: address}
}

func product(name, category, regime string) api.ProductFields {
	p := api.ProductFields{Name: name, Category: category, Regime: regime}
	switch regime {
	case enterprise.RegimeCCC:
		p.Certificate = "演示CCC证书号"
	case enterprise.RegimeLicense:
		p.Certificate = "演示许可证号"
	}
	return p
}

var everyDay = []int{1, 2, 3, 4, 5, 6, 7}

func hours(name string, from, to int) api.ShiftFields {
	return api.ShiftFields{Name: name, Starts: from * 60, Ends: to * 60, Grace: 120, Weekdays: everyDay}
}

var (
	principal = []access.Role{access.Principal}
	director  = []access.Role{access.Director}
	officer   = []access.Role{access.Officer}
	allPosts  = []access.Role{access.Principal, access.Director, access.Officer}
	twoPosts  = []access.Role{access.Principal, access.Director}
)
