package appointment

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// longestLeave is for how many days ahead a deputy may be named.
const longestLeave = 30

// Appointment is a person in a post.
type Appointment struct {
	ID         id.ID
	Account    id.ID
	PersonName string
	Post       reference.Post
	// Employment is full_time (全职) or part_time (兼职).
	Employment string
	// Sites and Products are what the person is responsible for; none means all.
	Sites, Products []id.ID
	// DeputyOf is the appointment for whose holder the person acts.
	DeputyOf id.ID
	From     time.Time
	Until    *time.Time // the end of the last day of a term or a leave
	EndedAt  *time.Time
	EndedWhy string
}

// InOffice reports whether the appointment holds at the instant. Nothing is
// dated ahead, so that only the term's last day is compared: a transaction that
// waited for its lock carries an instant before that of the change it waited
// for, and must see the change all the same.
func (a Appointment) InOffice(at time.Time) bool {
	return a.EndedAt == nil && (a.Until == nil || at.Before(*a.Until))
}

// Covers reports whether the appointment reaches the site.
func (a Appointment) Covers(site id.ID) bool {
	return len(a.Sites) == 0 || slices.Contains(a.Sites, site)
}

// reaches reports whether the appointment covers all of the sites; none means
// all there are.
func (a Appointment) reaches(sites []id.ID) bool {
	if len(sites) == 0 {
		return len(a.Sites) == 0
	}
	return !slices.ContainsFunc(sites, func(s id.ID) bool { return !a.Covers(s) })
}

// regular tells a holder from a deputy.
func (a Appointment) regular() bool { return a.DeputyOf == id.Nil }

// Roster is all appointments of one enterprise.
type Roster []Appointment

// InOffice returns those that hold at the instant.
func (r Roster) InOffice(at time.Time) Roster {
	return slices.DeleteFunc(slices.Clone(r), func(a Appointment) bool { return !a.InOffice(at) })
}

// Find returns the appointment.
func (r Roster) Find(appointment id.ID) (Appointment, bool) {
	n := slices.IndexFunc(r, func(a Appointment) bool { return a.ID == appointment })
	if n < 0 {
		return Appointment{}, false
	}
	return r[n], true
}

// Person returns the newest appointment of the account, ended or not, and with
// it the name by which the enterprise knows the person.
func (r Roster) Person(account id.ID) (Appointment, bool) {
	var newest Appointment
	found := false
	for _, a := range r {
		if a.Account == account && (!found || !a.From.Before(newest.From)) {
			newest, found = a, true
		}
	}
	return newest, found
}

// Holds reports whether the person holds the post for the sites at the instant,
// deputies included if asked; a post for all sites holds for each, but a post
// for one site is no post for all.
func (r Roster) Holds(account id.ID, post reference.Post, sites []id.ID, at time.Time, deputies bool) bool {
	return slices.ContainsFunc(r.InOffice(at), func(a Appointment) bool {
		return a.Account == account && a.Post == post && a.reaches(sites) && (deputies || a.regular())
	})
}

// Keeps reports whether the person may keep the site's records at the instant:
// as officer, as director, or as the deputy of one.
func (r Roster) Keeps(account, site id.ID, at time.Time) bool {
	return slices.ContainsFunc(r.InOffice(at), func(a Appointment) bool {
		return a.Account == account && a.Post != reference.Principal && a.Covers(site)
	})
}

// InPost returns those who hold the post at the instant, deputies included.
func (r Roster) InPost(post reference.Post, at time.Time) Roster {
	return slices.DeleteFunc(r.InOffice(at), func(a Appointment) bool { return a.Post != post })
}

// Serves reports whether the person is in any post at the instant.
func (r Roster) Serves(account id.ID, at time.Time) bool {
	return slices.ContainsFunc(r.InOffice(at), func(a Appointment) bool { return a.Account == account })
}

// VacantSince returns when the post was last held; false if it never was, or
// is held at the instant.
func (r Roster) VacantSince(post reference.Post, at time.Time) (since time.Time, ok bool) {
	for _, a := range r {
		switch {
		case a.Post != post:
		case a.InOffice(at):
			return time.Time{}, false
		case !ok || a.end().After(since):
			since, ok = a.end(), true
		}
	}
	return since, ok
}

// Capacities names the posts that the person holds at the instant, highest
// first, each once: what a paper prints beside one signature.
func (r Roster) Capacities(account id.ID, at time.Time) []string {
	var held []string
	for _, post := range postOrder {
		own, acts := false, false
		for _, a := range r.InPost(post, at) {
			own = own || a.Account == account && a.regular()
			acts = acts || a.Account == account
		}
		switch {
		case own:
			held = append(held, paper.Post(string(post)))
		case acts:
			held = append(held, paper.Post(string(post))+"（代理）")
		}
	}
	return held
}

// Words joins capacities as a paper prints them: 主要负责人、质量安全员（一人兼任）.
func Words(capacities []string) string {
	joined := strings.Join(capacities, "、")
	if len(capacities) > 1 {
		joined += "（一人兼任）"
	}
	return joined
}

// Principals counts the principals at the instant, without their deputies.
func (r Roster) Principals(at time.Time) int {
	n := 0
	for _, a := range r.InOffice(at) {
		if a.Post == reference.Principal && a.regular() {
			n++
		}
	}
	return n
}

// lastPrincipal reports whether no principal would stay without the appointment:
// one who has resigned does not.
func (r Roster) lastPrincipal(a Appointment, at time.Time) bool {
	return a.Post == reference.Principal && a.regular() && !slices.ContainsFunc(r.InPost(reference.Principal, at), func(b Appointment) bool {
		return b.ID != a.ID && b.regular() && b.Until == nil
	})
}

// SoleKeeper reports whether the person is the only one in any post at the
// instant.
func (r Roster) SoleKeeper(account id.ID, at time.Time) bool {
	now := r.InOffice(at)
	return len(now) > 0 && !slices.ContainsFunc(now, func(a Appointment) bool { return a.Account != account })
}

// Concurrent reports whether the holder holds another post as well at the
// instant (一人兼任).
func (r Roster) Concurrent(a Appointment, at time.Time) bool {
	return a.InOffice(at) && slices.ContainsFunc(r.InOffice(at), func(b Appointment) bool {
		return b.Account == a.Account && b.Post != a.Post
	})
}

var postOrder = []reference.Post{reference.Principal, reference.Director, reference.Officer}

// Sort puts those in office first, by post and then by age, and after them the
// others, the last that ended first.
func (r Roster) Sort(at time.Time) {
	slices.SortStableFunc(r, func(a, b Appointment) int {
		aIn, bIn := a.InOffice(at), b.InOffice(at)
		switch {
		case aIn && !bIn:
			return -1
		case bIn && !aIn:
			return 1
		case aIn:
			return cmp.Or(
				cmp.Compare(slices.Index(postOrder, a.Post), slices.Index(postOrder, b.Post)),
				a.From.Compare(b.From), cmp.Compare(a.ID, b.ID))
		default:
			return cmp.Or(b.end().Compare(a.end()), cmp.Compare(b.ID, a.ID))
		}
	})
}

// end is the instant after which the appointment no longer holds, if there is one.
func (a Appointment) end() time.Time {
	switch {
	case a.EndedAt != nil && (a.Until == nil || a.EndedAt.Before(*a.Until)):
		return *a.EndedAt
	case a.Until != nil:
		return *a.Until
	default:
		return a.From
	}
}

// leaveEnd returns the instant at which a deputy's last day ends; ok is false
// for a day that is past or too far ahead.
func leaveEnd(until, today clock.Day) (end time.Time, ok bool) {
	if until.Before(today) || until.Sub(today) > longestLeave {
		return time.Time{}, false
	}
	return until.Add(1).Start(), true
}
