package appointment

import (
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// The states of an enterprise towards a staffing rule.
const (
	Met           = "met"
	Gap           = "gap"
	Remark        = "remark"
	NotApplicable = "not_applicable"
)

// What an agency decides about a rule.
const (
	Required    = "required"
	NotRequired = "not_required"
	Undecided   = "undecided"
)

// Decision is what counts for an enterprise.
type Decision struct {
	Decision, Agency string
}

// Standing is how an enterprise stands to a rule.
type Standing struct {
	Rule     reference.StaffingRule
	State    string
	Why      []words.Sentence
	Settle   words.Sentence
	Decision Decision
}

// Staff derives how an enterprise stands to every rule. A gap rests on a
// verified rule or on a named agency's decision; everything else is a remark.
// While nobody is in office the archive is nobody's, and nothing is asked.
func Staff(e api.Enterprise, roster Roster, decided map[string]Decision, at time.Time) []Standing {
	var all []Standing
	for _, rule := range reference.StaffingRules() {
		s := Standing{Rule: rule, State: NotApplicable}
		if rule.Switch {
			s.Decision = Decision{Decision: Undecided}
			if d, ok := decided[rule.ID]; ok {
				s.Decision = d
			}
		}
		why, asked := asks(rule, e)
		if why.Text != "" {
			s.Why = []words.Sentence{why}
		}
		if asked && roster.Principals(at) > 0 && s.Decision.Decision != NotRequired {
			s.State, s.Settle = s.judge(e, roster, at)
		}
		if s.Decision.Agency != "" {
			s.Why = append(s.Why, s.Decision.said())
		}
		all = append(all, s)
	}
	return all
}

func (d Decision) said() words.Sentence {
	if d.Decision == Required {
		return words.Say("appointment.asked.required", "{agency}已明确要求", "agency", d.Agency)
	}
	return words.Say("appointment.asked.not_required", "{agency}已明确不要求", "agency", d.Agency)
}

// said is what the standing says: in Chinese, and for other languages.
func (s Standing) said() (why, settle string, all api.StaffingSaid) {
	all.Text = api.Sentence(rule(s.Rule))
	for _, one := range s.Why {
		all.Why = append(all.Why, api.Sentence(one))
	}
	if s.Settle.Text != "" {
		one := api.Sentence(s.Settle)
		all.Settle = &one
	}
	return words.Joined("；", s.Why...).String(), s.Settle.Text, all
}

// rule is the rule's own text; its code is made of its name in the data.
func rule(r reference.StaffingRule) words.Sentence {
	return words.Sentence{Code: "appointment.staffing." + r.ID, Text: r.Text}
}

// asks says in the enterprise's own facts why the rule is asked of it.
func asks(rule reference.StaffingRule, e api.Enterprise) (why words.Sentence, ok bool) {
	if e.InScope != nil && !*e.InScope {
		return words.Say("appointment.asked.out_of_scope", "本单位不在适用范围"), false
	}
	if len(rule.Grades) > 0 {
		if !slices.Contains(rule.Grades, e.SizeGrade) {
			return words.Sentence{}, false
		}
		return words.Say("appointment.asked.grade", "本单位为 {grade} 级主体", "grade", e.SizeGrade), true
	}
	if len(rule.Regimes) > 0 {
		for _, p := range e.Products {
			if p.DroppedOn == "" && slices.Contains(rule.Regimes, p.Regime) {
				if p.Regime == "license" {
					return words.Say("appointment.asked.licence", "有生产许可产品：{product}", "product", p.Name), true
				}
				return words.Say("appointment.asked.ccc", "有强制性产品认证产品：{product}", "product", p.Name), true
			}
		}
		return words.Sentence{}, false
	}
	return words.Sentence{}, true
}

// judge says whether the rule is met, and if not, what would settle it.
func (s Standing) judge(e api.Enterprise, roster Roster, at time.Time) (state string, settle words.Sentence) {
	missing := Remark
	if s.Decision.Decision == Required || s.Rule.Verified && !s.Rule.Switch {
		missing = Gap
	}
	switch s.Rule.Kind {
	case reference.StaffingPost:
		if len(roster.InPost(s.Rule.Post, at)) > 0 {
			return Met, words.Sentence{}
		}
		return missing, fills(s.Rule.Post)
	case reference.StaffingApart:
		// Where nobody decided, the one who keeps a shop alone is left in peace.
		held := map[reference.Post]bool{}
		people := map[id.ID]bool{}
		for _, a := range roster.InOffice(at) {
			held[a.Post], people[a.Account] = true, true
		}
		if missing == Remark {
			return NotApplicable, words.Sentence{}
		}
		if len(held) < 2 || len(people) > 1 {
			return Met, words.Sentence{}
		}
		return missing, words.Say("appointment.settle.apart", "把其中一个岗位任命给另一人")
	default:
		var bare []string
		for _, site := range e.Sites {
			if site.ClosedOn == "" && !kept(roster, id.ID(site.ID), at) {
				bare = append(bare, site.Name)
			}
		}
		if len(bare) == 0 || len(roster.InPost(reference.Officer, at)) == 0 {
			return Met, words.Sentence{}
		}
		return missing, words.Say("appointment.settle.sites", "给{sites}任命质量安全员，或者扩大现有人员的负责范围", "sites", words.Joined("、", words.Owns(bare...)...))
	}
}

// fills says what fills a post.
func fills(post reference.Post) words.Sentence {
	switch post {
	case reference.Principal:
		return words.Say("appointment.settle.principal", "任命主要负责人并由本人接受，或者指定代理人")
	case reference.Director:
		return words.Say("appointment.settle.director", "任命质量安全总监并由本人接受，或者指定代理人")
	default:
		return words.Say("appointment.settle.officer", "任命质量安全员并由本人接受，或者指定代理人")
	}
}

// kept reports whether an officer or a director is there for the site.
func kept(roster Roster, site id.ID, at time.Time) bool {
	return slices.ContainsFunc(roster.InOffice(at), func(a Appointment) bool {
		return a.Post != reference.Principal && a.Covers(site)
	})
}

// Sources cites the provisions of the rule for the sides on which the
// enterprise stands; an unverified one is cited by its law alone, because
// neither its article nor its wording was read.
func Sources(rule reference.StaffingRule, sides []reference.Side) []string {
	cited := []string{}
	for _, basis := range rule.Basis {
		p, ok := reference.Law(basis)
		if !ok || !slices.ContainsFunc(p.Sides, func(s reference.Side) bool { return len(sides) == 0 || slices.Contains(sides, s) }) {
			continue
		}
		if p.Verified {
			cited = append(cited, p.Source+p.Article)
		} else {
			cited = append(cited, p.Source+"（条文待核对）")
		}
	}
	return cited
}

// sidesOf are the sides on which the enterprise stands.
func sidesOf(e api.Enterprise) []reference.Side {
	var sides []reference.Side
	for _, b := range e.Businesses {
		side := reference.Sales
		if b.Kind == "production" {
			side = reference.Production
		}
		if !slices.Contains(sides, side) {
			sides = append(sides, side)
		}
	}
	return sides
}

// lacking names the gaps in a few words, each once: 缺质量安全员、质量安全总监.
func lacking(rules []reference.StaffingRule) string {
	var posts, others []string
	for _, r := range rules {
		word := paper.Post(string(r.Post))
		switch {
		case r.Post == "":
			others = append(others, r.Text)
		case !slices.Contains(posts, word):
			posts = append(posts, word)
		}
	}
	var all []string
	if len(posts) > 0 {
		all = append(all, "缺"+strings.Join(posts, "、"))
	}
	return strings.Join(append(all, others...), "；")
}
