package bylaw

import (
	"fmt"
	"slices"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/reference"
)

// sides are what the enterprise does and makes.
func (s *Service) sides(tx *db.Tx) ([]reference.Side, []string, error) {
	words, categories, err := s.Archive.Sides(tx)
	if err != nil {
		return nil, nil, fmt.Errorf("read sides: %w", err)
	}
	if len(words) == 0 {
		return nil, nil, ErrNoSide
	}
	sides := make([]reference.Side, len(words))
	for n, w := range words {
		sides[n] = reference.Side(w)
	}
	return sides, categories, nil
}

// facts gathers what fills a template.
func (s *Service) facts(tx *db.Tx, sides []reference.Side) (Facts, error) {
	e, err := s.Archive.Archive(tx)
	if err != nil {
		return Facts{}, fmt.Errorf("read archive: %w", err)
	}
	f := Facts{Name: e.Name, Grace: -1}
	for _, side := range []reference.Side{reference.Production, reference.Sales} {
		if slices.Contains(sides, side) {
			f.Sides = append(f.Sides, string(side))
		}
	}
	for _, site := range e.Sites {
		if site.ClosedOn == "" {
			f.Sites = append(f.Sites, site.Name)
		}
	}
	holders, err := s.Posts.Holders(tx)
	if err != nil {
		return Facts{}, fmt.Errorf("read posts: %w", err)
	}
	people := map[string]bool{}
	for _, h := range holders {
		if h.DeputyOf != "" {
			continue
		}
		people[h.Account] = true
		switch h.Post {
		case string(access.Director):
			f.Directors++
		case string(access.Officer):
			f.Officers++
		}
	}
	f.Sole = len(people) == 1
	shifts, err := s.Duties.Shifts(tx)
	if err != nil {
		return Facts{}, fmt.Errorf("read shifts: %w", err)
	}
	for n, shift := range shifts {
		if n > 0 && shift.Grace != f.Grace {
			f.Grace = -1
			break
		}
		f.Grace = shift.Grace
	}
	return f, nil
}
