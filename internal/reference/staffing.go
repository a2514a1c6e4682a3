package reference

import (
	"slices"

	"zhize/internal/platform/clock"
)

// StaffingRule says whom an enterprise should have in office. Where Verified is
// false its legal text was not read: what it misses is a remark, unless an
// agency with the switch has decided it for its area.
type StaffingRule struct {
	ID string `json:"id"`
	// Kind is post (somebody holds the post), apart (not one person in all
	// posts) or site (somebody keeps every open site).
	Kind string `json:"kind"`
	Post Post   `json:"post"`
	// Regimes and Grades are the products and sizes for which it is asked; a
	// rule without either is asked of everybody in scope.
	Regimes []string `json:"regimes"`
	Grades  []string `json:"grades"`
	Text    string   `json:"text"`
	// Basis names provisions, as "order76.3".
	Basis    []string `json:"basis"`
	Verified bool     `json:"verified"`
	// Switch says that agencies may decide it for their area.
	Switch    bool      `json:"switch"`
	ValidFrom clock.Day `json:"valid_from"`
}

// The kinds of staffing rules.
const (
	StaffingPost  = "post"
	StaffingApart = "apart"
	StaffingSite  = "site"
)

var staffing = decode[[]StaffingRule]("staffing.json")

// StaffingRules returns the rules in order.
func StaffingRules() []StaffingRule { return slices.Clone(staffing) }

// Staffing returns the rule with the id.
func Staffing(id string) (StaffingRule, bool) {
	n := slices.IndexFunc(staffing, func(r StaffingRule) bool { return r.ID == id })
	if n < 0 {
		return StaffingRule{}, false
	}
	return staffing[n], true
}
