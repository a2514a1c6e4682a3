package hazard

import (
	"fmt"
	"slices"
	"time"

	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// keep words the hazard's obligations after a step: whose turn it is, and what
// the turn asks. The deadline itself stays open until the hazard is closed;
// while it waits for somebody else than its owner, it asks nothing of him.
func (s *Service) keep(tx *db.Tx, h hazardRow) error {
	if h.State == Closed {
		for _, kind := range []string{obligation.KindHazard, KindVerify, KindReport} {
			if err := s.duties.Met(tx, kind, h.ID, h.Day); err != nil {
				return fmt.Errorf("end duty %s of hazard %s: %w", kind, h.ID, err)
			}
		}
		return nil
	}
	keepers, err := s.posts.Keepers(tx)
	if err != nil {
		return fmt.Errorf("read posts: %w", err)
	}
	for _, d := range turns(h, keepers, endOf(tx.Today().Add(1))) {
		if err := s.duties.Set(tx, d); err != nil {
			return fmt.Errorf("set duty %s of hazard %s: %w", d.Kind, h.ID, err)
		}
	}
	if h.State == Verified && h.AgencyID != id.Nil {
		if err := s.duties.Met(tx, KindVerify, h.ID, h.Day); err != nil {
			return fmt.Errorf("end verification of hazard %s: %w", h.ID, err)
		}
	}
	return nil
}

// turns are the duties of an open hazard. Who verifies has at least until
// tomorrow: he must not be late because another was.
func turns(h hazardRow, keepers []Keeper, tomorrow time.Time) []Duty {
	deadline := Duty{Kind: obligation.KindHazard, Hazard: h.ID, Site: h.SiteID, Day: h.Day, Post: working(keepers), Account: h.OwnerID, Due: h.DueAt}
	verify := Duty{Kind: KindVerify, Hazard: h.ID, Site: h.SiteID, Day: h.Day, Due: h.DueAt}
	if tomorrow.After(verify.Due) {
		verify.Due = tomorrow
	}
	switch {
	case h.State == Found:
		deadline.Title, deadline.Account = title("采取管控措施", h), id.Nil
	case h.State == Measured && grave(h.Severity):
		deadline.Title, deadline.Post = title("制定整改方案", h), first(keepers, access.Director, access.Officer, access.Principal)
	case h.State == Measured, h.State == Planned:
		deadline.Title = title("整改", h)
	case h.State == Rectified:
		verify.Post, verify.Account = verifier(keepers, h.RectifiedBy)
		verify.Title = title("复核", h)
		return []Duty{silent(deadline), verify}
	case h.AgencyID != id.Nil:
		return []Duty{silent(deadline)}
	default:
		verify.Post, verify.Title = first(keepers, access.Director, access.Principal, access.Officer), title("销号", h)
		return []Duty{silent(deadline), verify}
	}
	return []Duty{deadline}
}

// silent asks nothing of anybody and keeps the deadline.
func silent(d Duty) Duty {
	d.Title, d.Account = "", id.Nil
	return d
}

// title says what is to be done with which hazard.
func title(what string, h hazardRow) string {
	switch h.Severity {
	case "major":
		what += "（重大）"
	case "larger":
		what += "（较大）"
	}
	words := []rune(h.Description)
	if len(words) > 60 {
		words = append(words[:59], '…')
	}
	return what + "：" + string(words)
}

// working is the post whose daily work it is.
func working(keepers []Keeper) access.Role {
	return first(keepers, access.Officer, access.Director, access.Principal)
}

// first is the first of the posts that is filled.
func first(keepers []Keeper, posts ...access.Role) access.Role {
	for _, post := range posts {
		if slices.ContainsFunc(keepers, func(k Keeper) bool { return k.Post == post }) {
			return post
		}
	}
	return posts[0]
}

// verifier is the director, or else any other keeper than the rectifier; the
// one person, where the rectifier holds the post as well.
func verifier(keepers []Keeper, rectifier id.ID) (access.Role, id.ID) {
	for _, post := range []access.Role{access.Director, access.Principal, access.Officer} {
		var others []Keeper
		shared := false
		for _, k := range keepers {
			switch {
			case k.Post != post:
			case k.Account == rectifier:
				shared = true
			default:
				others = append(others, k)
			}
		}
		if len(others) > 0 {
			if shared {
				return post, others[0].Account
			}
			return post, id.Nil
		}
	}
	return first(keepers, access.Director, access.Principal, access.Officer), rectifier
}

// askReport makes the duty to report a larger or major hazard within the day.
func (s *Service) askReport(tx *db.Tx, h hazardRow, finder id.ID) error {
	d := Duty{Kind: KindReport, Hazard: h.ID, Site: h.SiteID, Day: h.Day, Post: access.Officer, Account: finder, Title: title("上报", h), Due: endOf(tx.Today())}
	if err := s.duties.Set(tx, d); err != nil {
		return fmt.Errorf("set duty %s of hazard %s: %w", d.Kind, h.ID, err)
	}
	return nil
}
